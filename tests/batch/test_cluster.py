"""Ray Data with the same worker: the same bytes as the local engine."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path

import pytest
from batch_folder import stub

from onrecord.batch.cluster import Reader, _told, _why, cut_lots
from onrecord.batch.lots import lots
from onrecord.batch.shards import cut, from_bytes, to_bytes
from onrecord.errors import BatchError

HAS_RAY = importlib.util.find_spec("ray") is not None


def test_a_shard_that_is_sent_is_the_same_shard(source) -> None:
    """Place, digest and every byte."""
    for lot in lots([str(source)], "auto", 10):
        for shard in cut(lot, 7):
            assert from_bytes(to_bytes(shard)) == shard


def test_what_is_done_is_not_sent(source) -> None:
    """Of a shard that is done, only its place goes to the readers."""
    lot = next(lot for lot in lots([str(source / "b.jsonl")], "auto", 10))
    first = next(cut(lot, 10))
    rows = {"lot": [json.dumps(_told(lot))]}
    sent = [row["shard"][0] for row in cut_lots(rows, 10, frozenset({first.digest}))]
    assert [bool(one) for one in sent] == [False, True, True]
    assert from_bytes(sent[1]) == list(cut(lot, 10))[1]


def test_a_machine_with_another_onrecord_is_refused() -> None:
    """Tables never mix what two versions read: the machine is named, and the remedy."""
    with pytest.raises(BatchError, match=f"{os.uname().nodename} has another version .* install the same"):
        Reader(stub(), "of another version")


def test_what_a_machine_says_is_what_is_said() -> None:
    """Under however many of Ray's own exceptions it lies."""
    outer = RuntimeError("actor died")
    outer.__cause__ = Wrapped(BatchError("get the weights again"))
    assert _why(outer) == "get the weights again"
    assert _why(RuntimeError("lost\ntraceback")).startswith("Ray gave up (lost)")


class Wrapped(Exception):
    """As Ray wraps what was raised elsewhere."""

    def __init__(self, cause: Exception) -> None:
        super().__init__("traceback")
        self.cause = cause


@pytest.mark.skipif(HAS_RAY, reason="Ray is installed")
def test_without_ray_the_remedy_is_named(source, batch) -> None:
    """The extra to install, or the engine that needs nothing."""
    with pytest.raises(BatchError, match=r"onrecord\[ray\]"):
        batch(source, engine="ray")


@pytest.mark.skipif(not HAS_RAY, reason="Ray is not installed: pip install 'onrecord[ray]'")
def test_ray_gives_the_bytes_of_the_local_engine(source, batch, monkeypatch) -> None:
    """A second run reads nothing."""
    import ray

    monkeypatch.setitem(os.environ, "RAY_USAGE_STATS_ENABLED", "0")
    ray.init(num_cpus=2, log_to_driver=False, include_dashboard=False, object_store_memory=100 * 1024 * 1024)
    try:
        _, _, far = batch(source, engine="ray", workers=1)
        watcher, summary, again = batch(source, engine="ray", workers=1)
    finally:
        ray.shutdown()
    assert summary.held.articles == 31
    assert watcher.articles == []
    assert far == again == batch(source, out="local")[2]


@pytest.mark.skipif(not HAS_RAY, reason="Ray is not installed: pip install 'onrecord[ray]'")
def test_two_nodes_give_the_bytes_of_one(source, tmp_path) -> None:
    """Two raylets on this machine, a reader on each."""
    sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
    from two_nodes import two_nodes

    found = two_nodes(source, tmp_path, stub(), size=5)
    assert found.same
    assert found.readers == (1, 1)
