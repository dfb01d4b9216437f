"""What a batch would take, from a timed sample: `--dry-run`. Nothing is written."""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from onrecord.batch.lots import lots
from onrecord.batch.shards import cut
from onrecord.batch.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.batch.job import Job
    from onrecord.batch.lots import Lot

LOOKED_AT: Final = 8  # lots, spread evenly over all
COUNTED: Final = 2_000  # articles of each that are counted, to know how many bytes one takes
TIMED: Final = 5  # articles of each that are read


@dataclass(frozen=True, slots=True)
class Estimate:
    """`articles` is exact where `counted` says so. `seconds` an article, one worker, and `bytes` of its packed record, from `sample` articles
    of which `troubled` have a problem."""

    files: int
    lots: int
    bytes: int
    articles: int
    counted: bool
    sample: int
    troubled: int
    seconds: float
    record_bytes: float
    workers: int

    @property
    def hours(self) -> float:
        """Of the clock, with all workers, supposing that each has a core of its own."""
        return self.articles * self.seconds / self.workers / 3600


def estimate(inputs: Sequence[str], job: Job, *, form: str = "auto", workers: int = 1, size: int = 100) -> Estimate:
    """Looks at all names, counts and reads a sample. Raises SourceError for inputs that are not there."""
    files = number = weight = 0
    for lot in lots(inputs, form, size):
        number, files, weight = number + 1, files + len(lot.files), weight + lot.size
    chosen = {round(i * (number - 1) / max(1, LOOKED_AT - 1)) for i in range(LOOKED_AT)} if number else set()
    sampled = [lot for at, lot in enumerate(lots(inputs, form, size)) if at in chosen]
    seen = seen_bytes = read = troubled = packed = 0
    whole, spent = number <= len(sampled), 0.0
    worker = Worker(job)
    try:
        for lot in sampled:
            articles, taken, ended = _count(lot)
            seen, seen_bytes, whole = seen + articles, seen_bytes + taken, whole and ended
            for shard in islice(cut(lot, TIMED), 1):
                if not read:
                    worker.ready()
                begun = time.monotonic()
                done = worker(shard)
                spent += time.monotonic() - begun
                read, troubled, packed = read + done.articles, troubled + done.troubled, packed + len(done.data)
    finally:
        worker.close()
    articles = seen if whole else round(weight * seen / seen_bytes) if seen_bytes else 0
    return Estimate(
        files, number, weight, articles, whole, read, troubled, spent / max(1, read), packed / max(1, read), workers
    )


def _count(lot: Lot) -> tuple[int, int, bool]:
    """(articles counted, bytes in which they were, whether that is all of the lot)."""
    articles = taken = 0
    for shard in cut(lot, 100):
        articles, taken = articles + len(shard.pieces), shard.read
        if articles >= COUNTED:
            return articles, taken, False
    return articles, lot.size, True
