"""What has been run so far, way by way: files in a folder outside the repository, so that a million executions can be had in pieces, over days.

A piece is a stretch of executions from one seed; which of them the last was stands in the state, so that none is run twice.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

MEGABYTE = 1_024  # of what getrusage counts in


@dataclass
class Gathered:
    """One way's state. `cpu`: seconds of the processor; `peak`: kilobytes; `finds`: kind -> the file of its first input; `died`: how often a process did."""

    way: str
    executions: int = 0
    piece: int = 0
    cpu: float = 0.0
    slowest: float = 0.0
    start: int = 0
    peak: int = 0
    first: str = ""
    last: str = ""
    finds: dict[str, str] = field(default_factory=dict)


def load(folder: Path, way: str) -> Gathered:
    path = folder / f"{way}.json"
    return Gathered(**json.loads(path.read_text(encoding="utf-8"))) if path.exists() else Gathered(way)


def save(folder: Path, one: Gathered) -> None:
    """The whole state or the one before it: a kill leaves no half."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{one.way}.json.part"
    part.write_text(json.dumps(asdict(one), indent=1) + "\n", encoding="utf-8")
    part.replace(folder / f"{one.way}.json")


def tally(folder: Path, ways: list[str], still) -> str:
    """The table: of each way what was run and found. `still(way, data)` tells whether an input is a find to this day."""
    rows = [("way", "executions", "finds", "open", "ms each", "slowest s", "at start MB", "peak MB", "first to last")]
    for one in (load(folder, way) for way in ways):
        left = sum(still(one.way, Path(path).read_bytes()) for path in one.finds.values() if Path(path).exists())
        each = f"{1000 * one.cpu / one.executions:.2f}" if one.executions else "–"
        rows.append(
            (one.way, f"{one.executions:,}", f"{len(one.finds)}", f"{left}", each, f"{one.slowest:.2f}", f"{one.start // MEGABYTE}",
             f"{one.peak // MEGABYTE}", f"{one.first} to {one.last}" if one.first else "–")
        )  # fmt: skip
    wide = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = [
        "| "
        + " | ".join(
            cell.ljust(n) if i in (0, 8) else cell.rjust(n) for i, (cell, n) in enumerate(zip(row, wide, strict=True))
        )
        + " |"
        for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (n + 1) + ("-" if i in (0, 8) else ":") for i, n in enumerate(wide)) + "|")
    return "\n".join(lines)
