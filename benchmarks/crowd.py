"""Many workers: one and two on this machine, and Ray over the pool, with a reader that takes a fixed time an article; memory over many articles.

The reader is a stand-in that sleeps, so what is measured is everything but reading: cutting, sending, keeping, writing. Two workers that really
read share a core's caches and memory too; `--true-readers` measures them, on a machine that does nothing else.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles import long_reports, short_reports
from peaks import peak

HERE = Path(__file__).parent
STUB = HERE.parent / "tests" / "batch" / "stub.py"
PAUSE = 0.05


@dataclass(frozen=True)
class Ran:
    """A batch: seconds of the clock from the first article to the end, CPU seconds and MB at most of the driver."""

    name: str
    articles: int
    seconds: float
    cpu: float
    driver: float


def ran(
    name: str, articles: int, *, workers: int = 1, engine: str = "local", pause: float = PAUSE, true: bool = False
) -> Ran:
    """One batch in a fresh process."""
    told = {"articles": articles, "workers": workers, "engine": engine, "true": true}
    done = subprocess.run(
        [sys.executable, str(HERE / "crowd.py"), json.dumps(told)],
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
    one, two = (ran(f"{n} workers", articles, workers=n, true=true_readers) for n in (1, 2))
    read = "true readers" if true_readers else f"a reader that takes {1000 * PAUSE:.0f} ms"
    gain = f"**{one.seconds / two.seconds:.2f} ×** ({one.seconds:.1f} s, {two.seconds:.1f} s)"
    out = [f"Two workers over one, {articles:,} articles, {read}: {gain}."]
    if importlib.util.find_spec("ray"):
        ray = ran("ray", articles, workers=2, engine="ray", true=true_readers)
        out.append(
            f"Ray on one node over the pool, two workers each: **{ray.seconds / two.seconds - 1:+.0%}** ({ray.seconds:.1f} s)."
        )
    else:
        out.append("Ray: not run, it is not installed here (pip install 'onrecord[ray]').")
    few, lots = (ran("memory", n, workers=1, pause=0) for n in (many // 10, many))
    numbers["driver"] = lots.articles / lots.cpu
    out.append(
        f"Memory of the driver at most: {few.driver:.0f} MB over {few.articles:,} articles, {lots.driver:.0f} MB over {lots.articles:,} "
        f"({lots.articles / lots.cpu:,.0f} articles through it in a CPU second of its own)."
    )
    return out


class Clocked:
    """Watches: when the first article was read."""

    begun: float | None = None

    def planned(self, size: int) -> None: ...
    def article(self, told: dict[str, Any]) -> None:
        self.begun = self.begun or time.monotonic()

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
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        settings = from_environment() if told["true"] else Settings(learned=False)
        job = Job(settings, program=CHILD if told["true"] else (str(STUB),))
        watcher, before = Clocked(), time.process_time()
        run(
            [str(source)],
            Path(name) / "out",
            job,
            watcher,
            engine=told["engine"],
            workers=told["workers"],
            size=20,
            format="jsonl",
        )
        seconds = time.monotonic() - (watcher.begun or 0)
        print(json.dumps({"seconds": seconds, "cpu": time.process_time() - before, "driver": peak()}))


if __name__ == "__main__":
    _one(json.loads(sys.argv[1]))
