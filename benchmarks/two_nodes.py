"""Ray on two nodes: two raylets on this machine, each with a store, a socket and a core of its own, read one batch; is it the local engine's?

    python benchmarks/two_nodes.py [--articles 400] [--pause 0.02] [--true]

Exit status 1 where the tables differ in a byte, or one of the nodes read nothing. `--true`: the true reader instead of a stand-in that sleeps.
Linux alone; needs `onrecord[ray]`.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles import of_days, short_reports

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "tests" / "ledger"), str(HERE.parent / "tests" / "batch")]
from batch_kills import descendants, tree  # noqa: E402

from onrecord.batch.job import Job  # noqa: E402
from onrecord.batch.run import Silent, run  # noqa: E402
from onrecord.settings import Settings, from_environment  # noqa: E402

STUB = HERE.parent / "tests" / "batch" / "stub.py"


@dataclass(frozen=True)
class Found:
    """`same`: whether the tables are those of the local engine; `readers`: processes that read, at most, on each node; seconds of both."""

    same: bool
    readers: tuple[int, ...]
    seconds: float
    local: float


@contextmanager
def cluster(nodes: int = 2) -> Iterator[Any]:
    """A cluster of so many nodes of one core each on this machine; `ray` is connected to it."""
    os.environ |= {"RAY_USAGE_STATS_ENABLED": "0", "RAY_worker_niceness": "0", "RAY_BACKEND_LOG_LEVEL": "fatal"}
    import ray
    from ray.cluster_utils import Cluster

    made = Cluster(
        initialize_head=True,
        connect=True,
        head_node_args={"num_cpus": 1, "include_dashboard": False, "object_store_memory": 200 * 1024 * 1024},
    )
    try:
        for _ in range(nodes - 1):
            made.add_node(num_cpus=1, object_store_memory=200 * 1024 * 1024)
        made.wait_for_nodes()
        yield made
    finally:
        ray.shutdown()
        made.shutdown()


def two_nodes(source: Path, folder: Path, job: Job, size: int = 20) -> Found:
    """Reads the file on two nodes and locally."""
    with cluster() as made, _watched(made, job) as most:
        began = time.monotonic()
        run([str(source)], folder / "ray", job, Silent(), engine="ray", workers=2, size=size, format="jsonl")
        far = time.monotonic() - began
    began = time.monotonic()
    run([str(source)], folder / "local", job, Silent(), workers=2, size=size, format="jsonl")
    near = time.monotonic() - began
    return Found(tree(folder / "ray") == tree(folder / "local"), tuple(most), far, near)


@contextmanager
def _watched(made: Any, job: Job) -> Iterator[list[int]]:
    """How many processes that read each node has, at most, while the block runs."""
    roots = [node.all_processes["raylet"][0].process.pid for node in made.list_all_nodes()]
    most, ended = [0] * len(roots), threading.Event()

    def look() -> None:
        while not ended.wait(0.3):
            for at, root in enumerate(roots):
                most[at] = max(most[at], sum(_reads(one, job) for one in descendants(root)))

    watching = threading.Thread(target=look, daemon=True)
    watching.start()
    try:
        yield most
    finally:
        ended.set()
        watching.join()


def _reads(process: int, job: Job) -> bool:
    try:
        return job.program[-1].encode() in Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False


def measured(articles: int, pause: float, numbers: dict[str, Any], *, true: bool = False) -> str:
    """One run, in words; `numbers` is told whether the tables are the same, and how many readers each node had."""
    os.environ["STUB_SECONDS"] = str(pause)
    job = Job(from_environment()) if true else Job(Settings(learned=False), program=(str(STUB),))
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "in.jsonl"
        rows = of_days(short_reports(articles), 4)
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        found = two_nodes(source, Path(name), job)
    numbers["nodes"] = {"same": found.same, "readers": found.readers, "articles": articles}
    word = "the same tables, byte for byte" if found.same else "OTHER TABLES"
    return (
        f"Ray on two nodes, {articles:,} articles: {word} as the local engine; readers on each node: {', '.join(map(str, found.readers))} "
        f"({found.seconds:.1f} s with the start; local {found.local:.1f} s)."
    )


def main() -> int:
    """Runs and tells."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--pause", type=float, default=0.02)
    parser.add_argument("--true", action="store_true")
    given = parser.parse_args()
    numbers: dict[str, Any] = {}
    print(measured(given.articles, given.pause, numbers, true=given.true))
    return 0 if numbers["nodes"]["same"] and all(numbers["nodes"]["readers"]) else 1


if __name__ == "__main__":
    sys.exit(main())
