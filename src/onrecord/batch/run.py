"""The conductor of a batch: inputs in, tables by day out; what is done already is passed over.

run(["news/"], Path("out"), Job(settings), workers=2)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol

from onrecord.batch.cluster import read_ray
from onrecord.batch.days import write_days
from onrecord.batch.local import read_local
from onrecord.batch.lots import lots
from onrecord.batch.manifest import Held, Manifest, opened
from onrecord.batch.shards import Shard, cut
from onrecord.batch.writers import chosen
from onrecord.pipeline import reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from onrecord.batch.job import Job
    from onrecord.batch.lots import Lot
    from onrecord.batch.shards import Place

Engine = Literal["local", "ray"]
Keep = Callable[[Sequence[tuple[str, str]]], object]
ENGINES: Final = ("local", "ray")
SIZE: Final = 100  # articles of a shard: some ten seconds of work, which is what a kill costs at most


class Watcher(Protocol):
    """Who is told how a batch goes. `article` comes from the threads of workers, the others from the caller's."""

    def planned(self, size: int) -> None:
        """Bytes of all input files."""

    def article(self, told: dict[str, Any]) -> None:
        """An article was read: its `problems`, `events`, `attributions`."""

    def passed(self, size: int, shards: int, articles: int) -> None:
        """So many more bytes of input are done; the shards and articles among them that were done before."""

    def writing(self, days: int) -> None:
        """All is read; the tables of days are written."""

    def wrote(self, articles: int) -> None:
        """A day's tables are written, with so many articles."""


class Silent:
    """A watcher that says nothing."""

    def planned(self, size: int) -> None: ...
    def article(self, told: dict[str, Any]) -> None: ...
    def passed(self, size: int, shards: int, articles: int) -> None: ...
    def writing(self, days: int) -> None: ...
    def wrote(self, articles: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Summary:
    """`held`: what the batch's folder holds now; `days`: days whose tables were written; `form`: parquet or jsonl, "" where there are none."""

    held: Held
    days: int
    form: str


def run(
    inputs: Sequence[str],
    out: Path,
    job: Job,
    watcher: Watcher,
    *,
    engine: Engine = "local",
    workers: int = 1,
    form: str = "auto",
    format: str | None = None,
    size: int = SIZE,
    again: bool = False,
    keep: Keep | None = None,
) -> Summary:
    """Reads all articles of the inputs and writes the tables of their days into `out`.

    May be stopped or killed at any moment: the same call goes on where it was, and what is written in the end is, byte for byte, what an
    undisturbed run writes, with any number of workers. Other inputs into the same `out` are added; an input given again is looked at
    again, and what has changed in it is read anew. `keep`, for a job with a ledger, is given the articles and records of each shard before the
    shard counts as done: after a kill it may be given some again, which must change nothing. Raises BatchError, SourceError and WeightsError,
    naming the remedy.
    """
    written = chosen(format) if job.tables else ""
    planned = list(dict.fromkeys(lot.input for lot in lots(inputs, form, size)))  # before a folder is made for nothing
    out.mkdir(parents=True, exist_ok=True)
    with opened(out) as manifest:
        watcher.planned(sum(lot.size for lot in lots(inputs, form, size)))
        manifest.begin(job.identity(reader(job.settings)), again=again)
        for name in planned:
            manifest.input(name)
        every = lots(inputs, form, size)
        if engine == "ray":
            _read_ray(every, manifest, job, workers, size, watcher, keep)
        else:
            _read_local(every, manifest, job, workers, size, watcher, keep)
        manifest.settle(planned)
        if not job.tables:
            return Summary(manifest.held(), 0, written)
        watcher.writing(manifest.held().articles)
        days = write_days(manifest, written, watcher.wrote)
        return Summary(manifest.held(), days, written)


def _read_local(
    every: Iterable[Lot],
    manifest: Manifest,
    job: Job,
    workers: int,
    size: int,
    watcher: Watcher,
    keep: Keep | None,
) -> None:
    weights: dict[str, int] = {}

    def waiting() -> Iterator[Shard]:
        for lot in every:
            before = 0
            for shard in cut(lot, size):
                weight, before = shard.read - before, shard.read
                if manifest.there(shard.place, shard.digest):
                    watcher.passed(weight, 1, len(shard.pieces))
                elif shard.digest in weights:  # the same under way at another place: it is placed when all is read
                    twice.append((shard.place, shard.digest))
                else:
                    weights[shard.digest] = weight
                    yield shard

    twice: list[tuple[Place, str]] = []
    reading = read_local(waiting(), job, workers, watcher.article)
    try:
        for done in reading:
            if keep:
                keep(done.pairs)
            manifest.keep(done)
            watcher.passed(weights.pop(done.digest), 0, 0)
    finally:
        reading.close()  # type: ignore[attr-defined]
    for place, digest in twice:
        manifest.there(place, digest)


def _read_ray(
    every: Iterable[Lot],
    manifest: Manifest,
    job: Job,
    workers: int,
    size: int,
    watcher: Watcher,
    keep: Keep | None,
) -> None:
    read: dict[Place, int] = {}
    for told, done in read_ray(every, job, workers, size, manifest.digests()):
        place: Place = told["place"]
        lot = (*place[:2], 0)
        weight = max(0, told["read"] - read.get(lot, 0))  # shards of a lot may come in another order
        read[lot] = read.get(lot, 0) + weight
        if done is None:
            manifest.there(place, told["digest"])
            watcher.passed(weight, 1, told["articles"])
            continue
        if keep:
            keep(done.pairs)
        manifest.keep(done)
        for number in range(done.articles):
            watcher.article({"problems": int(number < done.troubled), "events": 0, "attributions": 0})
        watcher.passed(weight, 0, 0)
