"""`make bench`: everything that is measured, in one run; the report is printed and written to out/bench/.

    python benchmarks/bench.py [--quick] [--large] [--true-readers] [--only side,start,growth,crowd,calls] [--articles 12] [--rounds 5]

--quick takes few articles; --large adds 10⁵ to the curves.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import calls
import crowd
import growth
import scale
import side_by_side
import starting
from articles import long_reports, short_reports
from contestants import BARE

OUT = Path(__file__).parents[1] / "out" / "bench"
PARTS = ("side", "start", "growth", "crowd", "calls")


def main() -> None:
    """Measures, prints, writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--true-readers", action="store_true")
    parser.add_argument("--only", default=",".join(PARTS), help="which parts, with commas")
    parser.add_argument("--articles", type=int, help="of the contest side by side")
    parser.add_argument("--rounds", type=int)
    given = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    numbers: dict[str, Any] = {}
    told = [_machine()]
    for name in given.only.split(","):
        part: Callable[[argparse.Namespace, dict[str, Any]], list[str]] = globals()[f"_{name}"]
        lines = part(given, numbers)
        print("\n".join(lines), flush=True)
        told += ["", *lines]
    (OUT / "report.md").write_text("\n".join(told) + "\n", encoding="utf-8")
    if {"read", "keep"} <= numbers.keys():
        numbers |= _sizes(2 if given.quick else 20)
        (OUT / "measured.json").write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")
        print("\n".join(scale.table(numbers | {"driver": numbers.get("driver", 600.0)}, 0.04, 0.02)))


def _machine() -> str:
    load = os.getloadavg()[0]
    return (
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, load {load:.1f} at the "
        "beginning. Seconds are CPU seconds unless it is said otherwise; only ratios of one run say anything."
    )


def _side(given: argparse.Namespace, numbers: dict[str, Any]) -> list[str]:
    number, rounds = given.articles or (3 if given.quick else 12), given.rounds or (2 if given.quick else 5)
    found = side_by_side.side_by_side(number, rounds)
    ours, bare = (next(m for m in found if m.name == name) for name in ("onrecord, all layers", BARE))
    numbers |= {"read": 1 / ours.articles_a_second, "bare": 1 / bare.articles_a_second, "ratio": ours.ratio}
    head = f"## Side by side: {number} articles of some 450 words, {rounds} rounds in turns"
    return [head, "", *side_by_side.lines(found)]


def _start(given: argparse.Namespace, _: dict[str, Any]) -> list[str]:
    return ["## Start-up", "", *starting.lines(starting.starting(2 if given.quick else 5))]


def _growth(given: argparse.Namespace, numbers: dict[str, Any]) -> list[str]:
    sizes = (100, 300, 1_000) if given.quick else growth.SIZES + ((growth.LARGE,) if given.large else ())
    curves = growth.growth(sizes, (1, 3, 10) if given.quick else growth.READ)
    _, keep, group = curves
    numbers |= {"keep": keep.slope, "group": group.slope, "exponent": group.exponent, "at": group.points[-1][0]}
    (OUT / "growth.svg").write_text(growth.plot(curves), encoding="utf-8")
    return ["## Cost against size", "", *growth.lines(curves), "", f"Plot: {OUT / 'growth.svg'}"]


def _crowd(given: argparse.Namespace, numbers: dict[str, Any]) -> list[str]:
    small, many = (100, 1_000) if given.quick else (2_000, 100_000 if given.large else 10_000)
    return ["## Workers", "", *crowd.crowd(small, many, numbers, true_readers=given.true_readers)]


def _calls(_: argparse.Namespace, __: dict[str, Any]) -> list[str]:
    found = calls.measured()
    faults = calls.judged(found, json.loads(calls.KEPT.read_text(encoding="utf-8")))
    counts = [f"{way}: {told['ours']:,} calls in onrecord, {told['all']:,} in all" for way, told in found.items()]
    return ["## Python calls for four articles", "", *counts, *(faults or ["no more than are kept"])]


def _sizes(number: int) -> dict[str, float]:
    """Bytes an article: of packed records, of Parquet (all tables), of a ledger."""
    from onrecord.api import read_batch

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "in.jsonl"
        rows = [*long_reports(number), *short_reports(number)]
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        held = read_batch([source], folder / "out", ledger=folder / "l.db").held.articles
        tables = sum(p.stat().st_size for p in (folder / "out").glob("*/day=*/*"))
        packed = sum(p.stat().st_size for p in (folder / "out" / ".batch" / "shards").rglob("*.gz"))
        ledger = sum(p.stat().st_size for p in folder.glob("l.db*"))
    return {"parquet": tables / held, "packed": packed / held, "ledger": ledger / held}


if __name__ == "__main__":
    main()
