"""The Ray engine: Ray Data cuts the lots, and actors with the same `Worker` read the shards, on whatever machines the cluster has.

    lots -> map_batches(cut), one task a lot -> map_batches(Reader), a pool of actors -> this process, which alone writes

Every machine must see the input files under the same paths, and have the same onrecord: what another version would read is refused. A shard is a
block of its own, so that Ray hands each to whoever is free, and makes it anew where a machine is lost. Needs Ray (`onrecord[ray]`).
"""

from __future__ import annotations

import importlib
import json
import logging
import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from onrecord.batch.in_hand import Done, Span
from onrecord.batch.lots import Lot
from onrecord.batch.shards import cut, from_bytes, to_bytes
from onrecord.batch.worker import Worker
from onrecord.errors import BatchError, OnrecordError
from onrecord.pipeline import reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.batch.job import Job

READERS_A_CUTTER: Final = 32  # a core cuts some 1,000 articles a second and reads some 10: more than enough for these
ROOM: Final = 1024  # Ray blocks of lots at most: a block is cut by one task, one lot after the other
# Where this process has Ray run: nothing is told to its makers, and readers are no less important (15, else) than those of the local engine.
BEFORE: Final = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_worker_niceness": "0",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
    "RAY_BACKEND_LOG_LEVEL": "fatal",
}
Rows = dict[str, list[Any]]


def cut_lots(batch: Rows, size: int, there: frozenset[str]) -> Iterator[Rows]:
    """Rows of lots -> rows of shards; of a shard that is done its place alone."""
    for told in batch["lot"]:
        lot = json.loads(str(told))
        files = tuple((Path(path), key) for path, key in lot["files"])
        for shard in cut(Lot(lot["input"], lot["number"], files, lot["form"]), size):
            head = {"place": shard.place, "digest": shard.digest, "read": shard.read, "articles": len(shard.pieces)}
            yield {"head": [json.dumps(head)], "shard": [b"" if shard.digest in there else to_bytes(shard)]}


class Reader:
    """An actor: rows of shards -> rows of what was read. It has one process read for it, as everywhere; that is loaded while lots are cut.

    Raises BatchError where this machine's onrecord, weights or knowledge are not the driver's, of `identity`.
    """

    def __init__(self, job: Job, identity: str) -> None:
        if job.identity(reader(job.settings)) != identity:
            where = os.uname().nodename
            raise BatchError(
                f"{where} has another version of onrecord or other weights than the driver: install the same on every machine"
            )
        self.worker = Worker(job)
        self.worker.ready()

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

    Raises BatchError, naming the remedy, where Ray is not installed, or a machine of the cluster cannot read.
    """
    ray, data = _ray()
    rows = [{"lot": json.dumps(_told(lot))} for lot in lots]
    if not rows:
        return
    at_once = _begun(ray, workers)
    context = data.DataContext.get_current()
    context.target_max_block_size = 1  # bytes after which a block is handed on: at once
    context.enable_progress_bars = context.print_on_execution_start = False
    given = {"size": size, "there": there}
    few, many = (
        data.TaskPoolStrategy(size=1 + workers // READERS_A_CUTTER),
        data.ActorPoolStrategy(min_size=at_once, max_size=workers),
    )
    read = (
        data.from_items(rows, override_num_blocks=min(len(rows), ROOM))
        .map_batches(cut_lots, fn_kwargs=given, batch_size=1, compute=few, num_cpus=0)
        .map_batches(
            Reader,
            fn_constructor_args=(job, job.identity(reader(job.settings))),
            batch_size=1,
            compute=many,
            num_cpus=1,
        )
    )
    try:
        for row in read.iter_rows():
            told = json.loads(row["head"])
            name, lot, number = told["place"]
            told["place"] = (name, lot, number)
            yield told, _done(told, row["data"])
    except ray.exceptions.RayError as error:
        raise BatchError(_why(error)) from error


def _ray() -> tuple[Any, Any]:
    for name, value in BEFORE.items():
        os.environ.setdefault(name, value)
    try:
        found = importlib.import_module("ray"), importlib.import_module("ray.data")
    except ImportError as error:
        raise BatchError("--engine ray needs Ray Data: pip install 'onrecord[ray]', or use --engine local") from error
    logging.getLogger("ray").setLevel(logging.ERROR)
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    return found


def _begun(ray: Any, workers: int) -> int:
    """Joins the cluster, or has Ray run here; how many actors can be had at once. Raises BatchError where no cluster answers."""
    quiet = {"log_to_driver": False, "logging_level": "ERROR"}
    try:
        if not ray.is_initialized() and os.environ.get("RAY_ADDRESS"):
            ray.init(**quiet)
        elif not ray.is_initialized():
            ray.init(address="local", num_cpus=workers, include_dashboard=False, **quiet)
    except Exception as error:  # Ray raises Exception itself, among others
        where = os.environ.get("RAY_ADDRESS")
        what = f"no Ray cluster answers at RAY_ADDRESS={where}" if where else "Ray cannot be started here"
        raise BatchError(f"{what} ({str(error).strip()[:200]}): try again, or use --engine local") from error
    return max(1, min(workers, int(ray.cluster_resources().get("CPU", 1))))


def _why(error: BaseException) -> str:
    """What one of ours said on another machine; else the first line of what Ray says."""
    seen: BaseException | None = error
    while seen is not None:
        cause = getattr(seen, "cause", None)
        for one in (seen, cause):
            if isinstance(one, OnrecordError) and str(one):
                return str(getattr(one, "cause", one))
        seen = seen.__cause__ or (cause if isinstance(cause, BaseException) else None)
    return f"Ray gave up ({str(error).strip().splitlines()[0][:300]}): run the same command to go on, or use --engine local"


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
