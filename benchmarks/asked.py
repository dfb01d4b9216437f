"""What one request came to; and from many of them the table: how many, how many wrong, how long the middle, the 95th and the 99th took."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

EVERY = "every page"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request. `at`: seconds after the beginning at which it was sent; `seconds`: until the whole answer was there; `fault`: what was wrong with
    it, "" where it was right; `writes`: it was the writer's."""

    kind: str
    at: float
    seconds: float
    fault: str = ""
    writes: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of page. Times are seconds."""

    kind: str
    requests: int
    errors: int
    p50: float
    p95: float
    p99: float
    most: float


def share(times: Sequence[float], part: float) -> float:
    """The time that this part of all did not exceed (nearest rank). `times` in their order, at least one."""
    return times[max(0, -(-len(times) * int(part * 1000) // 1000) - 1)]


def row(kind: str, asked: Iterable[Asked]) -> Row:
    every = list(asked)
    times = sorted(one.seconds for one in every)
    return Row(
        kind, len(every), sum(bool(one.fault) for one in every), share(times, 0.5), share(times, 0.95), share(times, 0.99), times[-1]
    )  # fmt: skip


def table(asked: Sequence[Asked]) -> list[Row]:
    """All that readers asked, each kind of page of theirs by its name, then what the writer did."""
    read = [one for one in asked if not one.writes]
    kinds = sorted({(one.writes, one.kind) for one in asked})
    first = [row(EVERY, read)] if read else []
    return first + [
        row(kind, (one for one in asked if (one.writes, one.kind) == (writes, kind))) for writes, kind in kinds
    ]


def faults(asked: Iterable[Asked]) -> list[tuple[str, int]]:
    """What was wrong, and how often."""
    return Counter(f"{one.kind}: {one.fault}" for one in asked if one.fault).most_common()


def lines(rows: Sequence[Row]) -> list[str]:
    """The table, in Markdown, in milliseconds."""
    out = ["| page | requests | errors | p50 ms | p95 ms | p99 ms | most ms |", "|---|---|---|---|---|---|---|"]
    for one in rows:
        times = " | ".join(f"{1000 * t:,.0f}" for t in (one.p50, one.p95, one.p99, one.most))
        out.append(f"| {one.kind} | {one.requests:,} | {one.errors} | {times} |")
    return out


def write(path: Path, asked: Iterable[Asked]) -> None:
    """A line of JSON each."""
    path.write_text("".join(json.dumps(asdict(one)) + "\n" for one in asked), encoding="utf-8")


def load(path: Path) -> list[Asked]:
    """What `write` wrote."""
    return [Asked(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
