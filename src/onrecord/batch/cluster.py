"""The Ray engine: Ray Data cuts the lots, and actors with the same `Worker` read the shards, on whatever machines the cluster has.

    lots -> map_batches(cut) -> map_batches(Worker, a pool of actors) -> this process, which alone writes

Every machine must see the input files under the same paths. Needs Ray (`onrecord[ray]`).
"""

from __future__ import annotations

import importlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from onrecord.batch.lots import Lot
from onrecord.batch.shards import cut, from_bytes, to_bytes
from onrecord.batch.worker import Done, Span, Worker
from onrecord.errors import BatchError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.batch.job import Job

BLOCK: Final = 16 * 1024 * 1024  # bytes that Ray gathers before it hands shards on
Rows = dict[str, list[Any]]


class Cutter:
    """Rows of lots -> rows of shards; of a shard that is done its place alone."""

    def __init__(self, size: int, there: frozenset[str]) -> None:
        self.size, self.there = size, there

    def __call__(self, batch: Rows) -> Iterator[Rows]:
        for told in batch["lot"]:
            lot = json.loads(str(told))
            files = tuple((Path(path), key) for path, key in lot["files"])
            for shard in cut(Lot(lot["input"], lot["number"], files, lot["form"]), self.size):
                head = json.dumps(
                    {"place": shard.place, "digest": shard.digest, "read": shard.read, "articles": len(shard.pieces)}
                )
                yield {"head": [head], "shard": [b"" if shard.digest in self.there else to_bytes(shard)]}


class Reader:
    """An actor: rows of shards -> rows of what was read. It has one process read for it, as everywhere."""

    def __init__(self, job: Job) -> None:
        self.worker = Worker(job)

    def __call__(self, batch: Rows) -> Rows:
        heads, data = [], []
        for head, shard in zip(batch["head"], batch["shard"], strict=True):
            told, found = json.loads(str(head)), bytes(shard)
            if found:
                done = self.worker(from_bytes(found))
                told["done"] = asdict(done) | {"data": None, "aside": [[name, raw.hex()] for name, raw in done.aside]}
                found = done.data
            heads.append(json.dumps(told))
            data.append(found)
        return {"head": heads, "data": data}


def read_ray(
    lots: Iterable[Lot], job: Job, workers: int, size: int, there: frozenset[str]
) -> Iterator[tuple[dict[str, Any], Done | None]]:
    """({"place", "digest", "read", "articles"}, what was read, or None where the shard was done before) of every shard, as they are done.

    Raises BatchError, naming the remedy, where Ray is not installed.
    """
    try:
        ray: Any = importlib.import_module("ray")
        data: Any = importlib.import_module("ray.data")
    except ImportError as error:
        raise BatchError("--engine ray needs Ray Data: pip install 'onrecord[ray]', or use --engine local") from error
    context = data.DataContext.get_current()
    context.target_max_block_size = BLOCK
    context.enable_progress_bars = False
    if not ray.is_initialized():
        ray.init(log_to_driver=False, logging_level="ERROR")
    rows = [{"lot": json.dumps(_told(lot))} for lot in lots]
    if not rows:
        return
    read = (
        data.from_items(rows, override_num_blocks=len(rows))
        .map_batches(Cutter, fn_constructor_args=(size, there), batch_size=1, concurrency=1, num_cpus=0.1)
        .map_batches(Reader, fn_constructor_args=(job,), batch_size=1, concurrency=workers, num_cpus=1)
    )
    for row in read.iter_rows():
        told = json.loads(row["head"])
        name, lot, number = told["place"]
        told["place"] = (name, lot, number)
        yield told, _done(told, row["data"])


def _told(lot: Lot) -> dict[str, Any]:
    files = [[str(path), key] for path, key in lot.files]
    return {"input": lot.input, "number": lot.number, "files": files, "form": lot.form}


def _done(told: dict[str, Any], data: bytes) -> Done | None:
    found = told.pop("done", None)
    if found is None:
        return None
    spans = tuple(Span(**one) for one in found.pop("spans"))
    aside = tuple((name, bytes.fromhex(raw)) for name, raw in found.pop("aside"))
    pairs = tuple((article, record) for article, record in found.pop("pairs"))
    return Done(**found | {"place": told["place"], "data": data, "spans": spans, "aside": aside, "pairs": pairs})
