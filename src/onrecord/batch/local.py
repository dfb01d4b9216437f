"""The local engine: so many processes that read, each in the care of a thread; this process cuts the shards and keeps what comes back.

All workers read one shard together, an article at a time each, and go on to the next: none waits at the end for another's last shard, and a kill
costs less. Memory is bounded: at most one shard more than there are workers is under way, however many there are.
"""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from queue import SimpleQueue
from typing import TYPE_CHECKING

from onrecord.batch.in_hand import Done, InHand
from onrecord.batch.worker import Worker

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

    def help(shard: InHand) -> Done | None:
        worker = free.get()
        try:
            return worker.help(shard)
        finally:
            free.put(worker)

    pool = ThreadPoolExecutor(workers, thread_name_prefix="reader")
    under_way: set[Future[Done | None]] = set()
    in_flight = 0
    try:
        while True:
            for shard in islice(shards, workers + 1 - in_flight):
                in_hand = InHand(shard, tables=job.tables)
                under_way |= {pool.submit(help, in_hand) for _ in range(workers)}
                in_flight += 1
            if not under_way:
                return
            ended, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            for done in filter(None, (future.result() for future in ended)):
                in_flight -= 1
                yield done
    finally:
        for one in every:
            one.stop()
        pool.shutdown(wait=True, cancel_futures=True)
        for one in every:
            one.close()
