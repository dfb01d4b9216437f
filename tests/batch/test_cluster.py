"""Ray Data with the same worker: the same bytes as the local engine."""

from __future__ import annotations

import importlib.util
import os

import pytest

from onrecord.batch.shards import cut, from_bytes, to_bytes
from onrecord.errors import BatchError

HAS_RAY = importlib.util.find_spec("ray") is not None


def test_a_shard_that_is_sent_is_the_same_shard(source) -> None:
    """Place, digest and every byte."""
    from onrecord.batch.lots import lots

    for lot in lots([str(source)], "auto", 10):
        for shard in cut(lot, 7):
            assert from_bytes(to_bytes(shard)) == shard


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
