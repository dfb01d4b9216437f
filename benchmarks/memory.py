"""Memory of a worker, the process that reads, over very many articles: resident MB as it goes, at most, and how fast it grows.

    python benchmarks/memory.py --articles 10000 [--rules] [--long] [--never-replaced]

The articles are brief and each has words that no other has, so that whatever keeps words, grows. A worker is replaced after `RECYCLED` articles, in
truth as here; `--never-replaced` shows what it would come to without. `--long`: of 450 words, as they are read, instead. Linux alone.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

from articles import brief_reports, long_reports

from onrecord.batch import worker as workers
from onrecord.batch.job import Job
from onrecord.batch.lots import lots
from onrecord.batch.shards import cut
from onrecord.settings import from_environment

ALLOWED = 600.0  # MB a worker
STEP = 100  # articles between looks


@dataclass
class Held:
    """Of one process after another: (articles read in all, those of this process, its resident MB, its MB at most)."""

    name: str
    looks: list[tuple[int, int, float, float]] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def most(self) -> float:
        return max(peak for *_, peak in self.looks)

    @property
    def slope(self) -> float:
        """MB a thousand articles, fitted over what each process holds after its first fifth."""
        longest = max(own for _, own, *_ in self.looks)
        points = [(own, mb) for _, own, mb, _ in self.looks if own >= longest / 5]
        x, y = (sum(p[k] for p in points) / len(points) for k in (0, 1))
        spread = sum((a - x) ** 2 for a, _ in points)
        return 1000 * sum((a - x) * (b - y) for a, b in points) / spread if spread else 0.0

    def at(self, number: int) -> float:
        """Resident MB at the look nearest to so many articles in all."""
        return min(self.looks, key=lambda look: abs(look[0] - number))[2]


def held(
    name: str, rows: Iterable[dict[str, str]], job: Job, number: int, seconds: float = 1e9, *, told: Any = None
) -> Held:
    """Has one worker read up to so many of the articles, for at most so many seconds."""
    found, began = Held(name), time.monotonic()
    every = iter(rows)
    with tempfile.TemporaryDirectory() as folder:
        source, worker, before, process = Path(folder) / "in.jsonl", workers.Worker(job), 0, 0
        try:
            for start in range(0, number, STEP):
                some = list(islice(every, min(STEP, number - start)))
                source.write_text("".join(json.dumps(row) + "\n" for row in some), encoding="utf-8")
                for shard in (one for lot in lots([str(source)], "auto", STEP) for one in cut(lot, STEP)):
                    worker(shard)
                if (now := reading()) != process:
                    process, before = now, start
                read = start + len(some)
                found.looks.append((read, read - before, *resident(process)))
                if told:
                    told(found)
                if time.monotonic() - began > seconds:
                    break
        finally:
            worker.close()
    found.seconds = time.monotonic() - began
    return found


def reading() -> int:
    """The youngest process that this one has begun."""
    found: list[int] = []
    for task in Path("/proc/self/task").glob("*/children"):
        with suppress(OSError):
            found += [int(one) for one in task.read_text().split()]
    return max(found)


def resident(process: int) -> tuple[float, float]:
    """(MB of resident memory now, at most) of a process."""
    told = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    now, most = (re.search(rf"{name}:\s+(\d+) kB", told) for name in ("VmRSS", "VmHWM"))
    return (int(now[1]) / 1024, int(most[1]) / 1024) if now and most else (0.0, 0.0)


def lines(every: Iterable[Held]) -> list[str]:
    """The table, in Markdown."""
    out = [
        "| worker | articles | MB at 1,000 | MB at half | MB at the end | MB at most | MB a 1,000 articles |",
        "|---|---|---|---|---|---|---|",
    ]
    for one in every:
        number = one.looks[-1][0]
        cells = (one.at(1_000), one.at(number // 2), one.looks[-1][2], one.most)
        told = " | ".join(f"{mb:.0f}" for mb in cells)
        out.append(f"| {one.name} | {number:,} | {told} | {one.slope:+.1f} |")
    return out


def measured(number: int, long: int, numbers: dict[str, Any], seconds: float = 1e9) -> list[str]:
    """The report: by rules and with the network over brief articles, with the network over long ones; `numbers` is told."""
    rules = Job(replace(from_environment(), learned=False))
    every = [
        held("network, brief articles", brief_reports(number), Job(from_environment()), number, seconds),
        held("rules, brief articles", brief_reports(number), rules, number, seconds),
        held("network, 450 words", long_reports(long), Job(from_environment()), long, seconds),
    ]
    numbers["memory"] = [{"name": e.name, "articles": e.looks[-1][0], "most": e.most, "slope": e.slope} for e in every]
    return [*lines(every), "", f"At most {max(e.most for e in every):.0f} MB a worker ({ALLOWED:.0f} allowed)."]


def main() -> None:
    """Prints how it goes, then the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=1e9, help="at most")
    for word in ("--rules", "--long", "--never-replaced"):
        parser.add_argument(word, action="store_true")
    given = parser.parse_args()
    settings = replace(from_environment(), learned=False) if given.rules else from_environment()
    if given.never_replaced:
        workers.RECYCLED = 10**9  # type: ignore[misc]
    rows = long_reports(given.articles) if given.long else brief_reports(given.articles)
    name = f"{'rules' if given.rules else 'network'}, {'450 words' if given.long else 'brief articles'}"
    name += ", never replaced" if given.never_replaced else ""
    shown = time.monotonic()

    def told(found: Held) -> None:
        nonlocal shown
        if time.monotonic() - shown > 20 or len(found.looks) == 1:
            shown = time.monotonic()
            number, own, now, most = found.looks[-1]
            print(f"{number:,} articles, {own:,} by this process: {now:.0f} MB, {most:.0f} at most", flush=True)

    found = held(name, rows, Job(settings), given.articles, given.seconds, told=told)
    print("\n".join([*lines([found]), f"{found.seconds:.0f} s of the clock, load {os.getloadavg()[0]:.1f}"]))


if __name__ == "__main__":
    main()
