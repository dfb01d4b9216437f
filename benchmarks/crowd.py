"""Many workers: one and two on this machine, and Ray over the pool, with a reader that takes a fixed time an article; memory of the driver.

    python benchmarks/crowd.py --ray 10000 --pause 0.04      # Ray over the pool alone
    python benchmarks/crowd.py --true 160                    # one and two workers that truly read, in turns, and no more

The reader is a stand-in that sleeps, so what is measured is everything but reading: cutting, sending, keeping, writing. Two workers that really
read share a core's caches and memory too; `--true-readers` of `bench.py` measures them, on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles import long_reports, of_days, short_reports
from peaks import peak

HERE = Path(__file__).parent
STUB = HERE.parent / "tests" / "batch" / "stub.py"
PAUSE = 0.05
DAYS = 4


@dataclass(frozen=True)
class Ran:
    """A batch. `seconds` of the clock in all; `start`: until the first answer; `each`: an article from then on; `cpu`: CPU seconds of the driver;
    `driver`: MB at most of it."""

    name: str
    articles: int
    seconds: float
    start: float
    each: float
    cpu: float
    driver: float


def ran(
    name: str,
    articles: int,
    *,
    workers: int = 1,
    engine: str = "local",
    pause: float = PAUSE,
    true: bool = False,
    size: int = 100,
) -> Ran:
    """One batch in a fresh process."""
    told = {"articles": articles, "workers": workers, "engine": engine, "true": true, "size": size}
    done = subprocess.run(
        [sys.executable, str(HERE / "crowd.py"), "--one", json.dumps(told)],
        env={**os.environ, "STUB_SECONDS": str(pause)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return Ran(name, articles, **json.loads(done.stdout.splitlines()[-1]))


def crowd(articles: int, many: int, numbers: dict[str, Any], *, true_readers: bool = False) -> list[str]:
    """The report, in Markdown lines; `numbers` is told how many articles a second go through the driver."""
    out = gain(articles, PAUSE, numbers, true=true_readers)
    if importlib.util.find_spec("ray"):
        out += over_the_pool(articles, PAUSE, numbers)
    else:
        out.append("Ray: not run, it is not installed here (pip install 'onrecord[ray]').")
    few, lots = (ran("memory", n, workers=1, pause=0) for n in (many // 10, many))
    numbers |= {"driver_mb": lots.driver, "driver_articles": many}
    out.append(
        f"Memory of the driver at most: {few.driver:.0f} MB over {few.articles:,} articles, {lots.driver:.0f} MB over {lots.articles:,} "
        f"({lots.articles / lots.cpu:,.0f} articles through it in a CPU second of its own)."
    )
    return out


def gain(articles: int, pause: float, numbers: dict[str, Any], *, true: bool, turns: int = 1) -> list[str]:
    """Two workers over one, in turns; from the first answer on, the start of processes left out."""
    size = 20 if true else 100
    found = [
        [ran(f"{n} workers", articles, workers=n, pause=pause, true=true, size=size) for n in (1, 2)]
        for _ in range(turns)
    ]
    gained = statistics.median(one.each / two.each for one, two in found)
    numbers["two_true" if true else "two_stub"] = gained
    read = "true readers" if true else f"a reader that takes {1000 * pause:.0f} ms"
    told = "; ".join(f"{one.seconds - one.start:.1f} s, {two.seconds - two.start:.1f} s" for one, two in found)
    return [f"Two workers over one, {articles:,} articles, {read}: **{gained:.2f} ×** ({told})."]


def over_the_pool(articles: int, pause: float, numbers: dict[str, Any]) -> list[str]:
    """What Ray takes more than the pool, in all and once it runs."""
    pool, ray = (ran(engine, articles, workers=2, engine=engine, pause=pause) for engine in ("local", "ray"))
    over, running = ray.seconds / pool.seconds - 1, ray.each / pool.each - 1
    numbers |= {"ray_over": over, "ray_running": running, "ray_start": ray.start - pool.start}
    numbers |= {"ray_articles": articles, "ray_pause": pause}
    starts = f"Ray starts in {ray.start:.1f} s, the pool in {pool.start:.1f} s"
    return [
        f"Ray on one node over the pool, two workers each, {articles:,} articles of {1000 * pause:.0f} ms: **{over:+.1%}** "  # noqa: ISC004
        f"({ray.seconds:.1f} s over {pool.seconds:.1f} s; {running:+.1%} once it runs: {starts})."
    ]


class Clocked:
    """Watches: when articles were read, and how many were told of at the first moment (Ray tells of a whole shard at once)."""

    first = last = 0.0
    told = together = 0

    def planned(self, size: int) -> None: ...
    def article(self, told: dict[str, Any]) -> None:
        self.last = time.monotonic()
        self.first = self.first or self.last
        self.told += 1
        self.together += self.last - self.first < 0.001 * self.told

    def passed(self, size: int, shards: int, articles: int) -> None: ...
    def writing(self, days: int) -> None: ...
    def wrote(self, articles: int) -> None: ...


def _one(told: dict[str, Any]) -> None:
    from onrecord.batch.job import CHILD, Job
    from onrecord.batch.run import run
    from onrecord.settings import Settings, from_environment

    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "in.jsonl"
        rows = long_reports(told["articles"]) if told["true"] else short_reports(told["articles"])
        source.write_text("".join(json.dumps(row) + "\n" for row in of_days(rows, DAYS)), encoding="utf-8")
        settings = from_environment() if told["true"] else Settings(learned=False)
        job = Job(settings, program=CHILD if told["true"] else (str(STUB),))
        watcher, cpu, began = Clocked(), time.process_time(), time.monotonic()
        how = {name: told[name] for name in ("engine", "workers", "size")}
        run([str(source)], Path(name) / "out", job, watcher, format="jsonl", **how)
        seconds, start = time.monotonic() - began, watcher.first - began
        each = (watcher.last - watcher.first) / max(1, watcher.told - watcher.together)
        spent = time.process_time() - cpu
    print(json.dumps({"seconds": seconds, "start": start, "each": each, "cpu": spent, "driver": peak()}))


def main() -> None:
    """One part, by itself."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--one", type=json.loads, help=argparse.SUPPRESS)
    parser.add_argument("--ray", type=int, metavar="ARTICLES")
    parser.add_argument("--true", type=int, metavar="ARTICLES")
    parser.add_argument("--pause", type=float, default=PAUSE)
    parser.add_argument("--turns", type=int, default=2)
    given = parser.parse_args()
    if given.one:
        _one(given.one)
    if given.true:
        print("\n".join(gain(given.true, 0, {}, true=True, turns=given.turns)))
    if given.ray:
        print("\n".join(over_the_pool(given.ray, given.pause, {})))


if __name__ == "__main__":
    main()
