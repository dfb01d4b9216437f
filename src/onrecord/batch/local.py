"""The local engine: so many processes that read, each in the care of a thread; this process cuts the shards and keeps what comes back.

Memory is bounded: at most two shards a worker are under way, however many there are.
"""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from queue import SimpleQueue
from typing import TYPE_CHECKING

from onrecord.batch.worker import Done, Worker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.batch.job import Job
    from onrecord.batch.shards import Shard
    from onrecord.batch.worker import Told


def read_local(shards: Iterator[Shard], job: Job, workers: int, on_article: Told) -> Iterator[Done]:
    """The shards as they are done, in any order. Closing the iterator ends the processes at once."""
    every = [Worker(job, on_article) for _ in range(workers)]
    free: SimpleQueue[Worker] = SimpleQueue()
    for one in every:
        free.put(one)

    def read(shard: Shard) -> Done:
        worker = free.get()
        try:
            return worker(shard)
        finally:
            free.put(worker)

    pool = ThreadPoolExecutor(workers, thread_name_prefix="reader")
    under_way: set[Future[Done]] = set()
    try:
        while True:
            under_way |= {pool.submit(read, shard) for shard in islice(shards, 2 * workers - len(under_way))}
            if not under_way:
                return
            done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
    finally:
        for one in every:
            one.stop()
        pool.shutdown(wait=True, cancel_futures=True)
        for one in every:
            one.close()
