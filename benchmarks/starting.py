"""Start-up in fresh processes: `onrecord --help`, and a first short read. CPU seconds (of user and system) and seconds of the clock, medians."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

TEXT = "Two ministers met in Riga on Monday for 20 minutes, an official said."
GOALS = {"onrecord --help": 0.3, "first short read": 3.0}


@dataclass(frozen=True)
class Started:
    """`goal` in seconds, on a machine that does nothing else."""

    name: str
    cpu: float
    clock: float
    goal: float


def starting(times: int = 3) -> list[Started]:
    """Each command, so many times, in turns; the first of each is left out where there are several (the disk is cold)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "short.txt"
        path.write_text(TEXT, encoding="utf-8")
        read = ["read", str(path), "--published", "2026-03-03"]
        commands = {"onrecord --help": ["--help"], "first short read": read}
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(times):
            for name, words in commands.items():
                found[name].append(_timed(words))
    out = []
    for name, each in found.items():
        warm = each[1:] or each
        cpu, clock = (statistics.median(one[k] for one in warm) for k in (0, 1))
        out.append(Started(name, cpu, clock, GOALS[name]))
    return out


def _timed(words: list[str]) -> tuple[float, float]:
    before, began = os.times(), time.monotonic()
    subprocess.run([sys.executable, "-m", "onrecord", *words], stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    cpu = after.children_user - before.children_user + after.children_system - before.children_system
    return cpu, time.monotonic() - began


def lines(found: list[Started]) -> list[str]:
    """The table, in Markdown."""
    out = ["| start | CPU s | clock s | goal s |", "|---|---|---|---|"]
    return out + [f"| `{s.name}` | {s.cpu:.2f} | {s.clock:.2f} | {s.goal:g} |" for s in found]
