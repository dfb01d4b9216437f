"""Contestants on the same articles in the same run, in turns: CPU seconds, articles and words a second, peak memory, ratios."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from articles import long_reports
from contestants import BARE, Read, contestants
from peaks import peak

from onrecord.reading.lightly import start_lightly
from onrecord.values.article import Article


@dataclass(frozen=True)
class Measured:
    """CPU seconds of each round; peak resident memory (MB) of a process that does this alone."""

    name: str
    note: str
    seconds: tuple[float, ...]
    ratio: float
    articles_a_second: float
    words_a_second: float
    peak: float


def side_by_side(number: int, rounds: int) -> list[Measured]:
    """Everyone who can be had, over `number` articles in `rounds` rounds."""
    articles = [Article(**row) for row in long_reports(number)]
    words = sum(len(a.text.split()) for a in articles)
    every = [(one, one.load()) for one in contestants() if one.load]
    for _, read in every:
        _timed(read, articles[:1])
    seconds: dict[str, list[float]] = {one.name: [] for one, _ in every}
    for turn in range(rounds):
        for one, read in every[turn % len(every) :] + every[: turn % len(every)]:
            seconds[one.name].append(_timed(read, articles))
    bare = seconds[BARE]
    out = []
    for one, _ in every:
        each = seconds[one.name]
        ratio = statistics.median(a / b for a, b in zip(each, bare, strict=True))
        middle = statistics.median(each)
        peak = peak_alone(one.name, number)
        out.append(Measured(one.name, one.note, tuple(each), ratio, number / middle, words / middle, peak))
    return out


def _timed(read: Read, articles: Sequence[Article]) -> float:
    began = time.process_time()
    for article in articles:
        read(article)
    return time.process_time() - began


def peak_alone(name: str, number: int) -> float:
    """MB of resident memory at most, of a fresh process that reads with this contestant alone."""
    done = subprocess.run(
        [sys.executable, str(Path(__file__)), name, str(number)], capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[-1])


def lines(found: Sequence[Measured]) -> list[str]:
    """The table, in Markdown; with those that were not run, and why."""
    out = [
        "| who | × bare spaCy (CPU) | articles/s a core | words/s a core | peak MB | what it gives |",
        "|---|---|---|---|---|---|",
    ]
    out += [
        f"| {m.name} | {m.ratio:.2f} | {m.articles_a_second:.1f} | {m.words_a_second:,.0f} | {m.peak:.0f} | {m.note} |"
        for m in found
    ]
    missing = [one for one in contestants() if one.load is None]
    return out + [f"| {one.name} | not run | | | | {one.note} |" for one in missing]


def _alone(name: str, number: int) -> None:
    if name.startswith("onrecord"):  # as its own processes do
        start_lightly()
    load = next(one.load for one in contestants() if one.name == name)
    if load:
        _timed(load(), [Article(**row) for row in long_reports(number)])
    print(peak())


if __name__ == "__main__":
    _alone(sys.argv[1], int(sys.argv[2]))
