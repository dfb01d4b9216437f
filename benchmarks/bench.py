"""`make bench`: everything that is measured, in one run; the report is printed and written to out/bench/.

    python benchmarks/bench.py [--quick] [--large] [--true-readers] [--only side,start,growth,crowd,memory,nodes,sizes,calls] [--articles 12] [--rounds 5]

--quick takes few articles; --large adds 10⁵ to the curves and to the memory. What a part measured goes into out/bench/measured.json, with the day, the
machine and its load; parts that were not asked for keep what they measured before. Then `scale.py` writes the tables of docs/scale.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import calls
import crowd
import growth
import memory
import scale
import side_by_side
import starting
from articles import long_reports, of_days
from contestants import BARE

OUT = Path(__file__).parents[1] / "out" / "bench"
PARTS = ("side", "start", "growth", "crowd", "memory", "nodes", "sizes", "calls")
Part = Callable[[argparse.Namespace, dict[str, Any]], list[str]]


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
    names = given.only.split(",")
    if unknown := set(names) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    OUT.mkdir(parents=True, exist_ok=True)
    path, told = OUT / "measured.json", [_machine()]
    for name in names:
        numbers: dict[str, Any] = {}
        part: Part = globals()[f"_{name}"]
        ran = {
            "when": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
            "load": round(os.getloadavg()[0], 1),
            "quick": given.quick,
        }
        lines = part(given, numbers)
        print("\n".join([*lines, ""]), flush=True)
        told += ["", *lines]
        remember(path, name, numbers, ran)
    (OUT / "report.md").write_text("\n".join(told) + "\n", encoding="utf-8")
    print("\n".join(scale.table(json.loads(path.read_text(encoding="utf-8")), 0.04, 0.02)))
    print(f"\nTo write this into the docs: python benchmarks/scale.py {os.path.relpath(path)} --write docs/scale.md")


def remember(path: Path, name: str, numbers: dict[str, Any], ran: dict[str, Any]) -> None:
    """Adds what a part measured, and when and where it ran, to what is there."""
    before = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    after = before | numbers | {"ran": before.get("ran", {}) | {name: ran | {"machine": machine()}}}
    path.write_text(json.dumps(after, indent=1) + "\n", encoding="utf-8")


def machine() -> str:
    """What ran, in words."""
    told = Path("/proc/cpuinfo")
    model = (
        next((line.partition(":")[2].strip() for line in told.read_text().splitlines() if "model name" in line), "")
        if told.exists()
        else ""
    )
    return f"{os.cpu_count()} cores{f' ({model})' if model else ''}, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def _machine() -> str:
    load = os.getloadavg()[0]
    return f"{machine()}; load {load:.1f} at the beginning. Seconds are CPU seconds unless it is said otherwise; only ratios of one run say anything."


def _side(given: argparse.Namespace, numbers: dict[str, Any]) -> list[str]:
    number, rounds = given.articles or (3 if given.quick else 12), given.rounds or (2 if given.quick else 5)
    found = side_by_side.side_by_side(number, rounds)
    ours, bare = (next(m for m in found if m.name == name) for name in ("onrecord, all layers", BARE))
    numbers |= {"read": 1 / ours.articles_a_second, "bare": 1 / bare.articles_a_second, "ratio": ours.ratio}
    numbers |= {"side_articles": number, "side_rounds": rounds}
    head = f"## Side by side: {number} articles of some 450 words, {rounds} rounds in turns"
    return [head, "", *side_by_side.lines(found)]


def _start(given: argparse.Namespace, _: dict[str, Any]) -> list[str]:
    return ["## Start-up", "", *starting.lines(starting.starting(2 if given.quick else 5))]


def _growth(given: argparse.Namespace, numbers: dict[str, Any]) -> list[str]:
    sizes = (100, 300, 1_000) if given.quick else growth.SIZES + ((growth.LARGE,) if given.large else ())
    curves = growth.growth(sizes, (1, 3, 10) if given.quick else growth.READ)
    numbers |= growth.numbers(curves)
    (OUT / "growth.svg").write_text(growth.plot(curves), encoding="utf-8")
    return ["## Cost against size", "", *growth.lines(curves), "", f"Plot: {OUT / 'growth.svg'}"]


def _crowd(given: argparse.Namespace, numbers: dict[str, Any]) -> list[str]:
    small, many = (100, 1_000) if given.quick else (10_000, 100_000 if given.large else 10_000)
    return ["## Workers", "", *crowd.crowd(small, many, numbers, true_readers=given.true_readers)]


def _memory(given: argparse.Namespace, numbers: dict[str, Any]) -> list[str]:
    number, long = (200, 20) if given.quick else (100_000 if given.large else 10_000, 1_000)
    return ["## Memory of a worker", "", *memory.measured(number, long, numbers)]


def _nodes(given: argparse.Namespace, numbers: dict[str, Any]) -> list[str]:
    import two_nodes

    return ["## Ray on two nodes", "", two_nodes.measured(100 if given.quick else 2_000, crowd.PAUSE, numbers)]


def _calls(_: argparse.Namespace, __: dict[str, Any]) -> list[str]:
    found = calls.measured()
    faults = calls.judged(found, json.loads(calls.KEPT.read_text(encoding="utf-8")))
    counts = [f"{way}: {told['ours']:,} calls in onrecord, {told['all']:,} in all" for way, told in found.items()]
    return ["## Python calls for four articles", "", *counts, *(faults or ["no more than are kept"])]


def _sizes(given: argparse.Namespace, numbers: dict[str, Any]) -> list[str]:
    """Bytes an article of 450 words: of packed records, of Parquet (all tables, of one day, so that the files' heads count for little), of a ledger."""
    from onrecord.api import read_batch

    number = 2 if given.quick else 60
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "in.jsonl"
        rows = of_days(long_reports(number), 1)
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        held = read_batch([source], folder / "out", ledger=folder / "l.db").held.articles
        tables = sum(p.stat().st_size for p in (folder / "out").glob("*/day=*/*"))
        packed = sum(p.stat().st_size for p in (folder / "out" / ".batch" / "shards").rglob("*.gz"))
        ledger = sum(p.stat().st_size for p in folder.glob("l.db*"))
    found = {"parquet": tables / held, "packed": packed / held, "ledger": ledger / held}
    numbers |= found | {"sizes_articles": held}
    told = ", ".join(f"{size / 1000:.1f} kB {what}" for what, size in found.items())
    return ["## Bytes", "", f"An article of some 450 words: {told} ({held} articles)."]


if __name__ == "__main__":
    main()
