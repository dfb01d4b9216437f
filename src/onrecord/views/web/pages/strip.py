"""Values of one question on one line: where each account's figure lies, as numbers between 0 and 100 for a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.values.story import Claim

UNITS: Final = ((86400, "days"), (3600, "hours"), (60, "minutes"), (1, "seconds"))
STEPS: Final = (
    1,
    2,
    5,
    10,
    15,
    20,
    25,
    50,
    100,
    200,
    250,
    500,
    1000,
    2000,
    5000,
    10_000,
    20_000,
    50_000,
    100_000,
    1_000_000,
)


@dataclass(frozen=True, slots=True)
class Spot:
    """One value: `low` and `high` are places (0 to 100), equal for a figure; `open_low`, `open_high`: it has no such bound; `lane`: the line
    that it is drawn on, from 0."""

    low: float
    high: float
    open_low: bool
    open_high: bool
    lane: int
    label: str
    origins: int


@dataclass(frozen=True, slots=True)
class Strip:
    """`ticks`: (place, words); `unit`: of the ticks."""

    spots: tuple[Spot, ...]
    ticks: tuple[tuple[float, str], ...]
    unit: str
    lanes: int


def strip(rows: Sequence[tuple[str, int, Sequence[Claim]]], *, duration: bool) -> Strip | None:
    """The strip of (label, origins, claims) rows; None where fewer than two of them are numbers."""
    known = [(label, origins, bounds) for label, origins, claims in rows if (bounds := _bounds(claims))]
    ends = [end for _, _, bounds in known for end in bounds if end is not None]
    if len(known) < 2 or min(ends) == max(ends):
        return None
    size, unit = next(((s, u) for s, u in UNITS if max(ends) >= 2 * s), UNITS[-1]) if duration else (1, "")
    first, last, step = _axis(min(ends) / size, max(ends) / size)

    def place(value: float) -> float:
        return round(100 * (value / size - first) / (last - first), 2)

    spots = tuple(
        Spot(
            0 if low is None else place(low),
            100 if high is None else place(high),
            low is None,
            high is None,
            lane,
            label,
            origins,
        )
        for lane, (label, origins, (low, high)) in enumerate(known)
    )
    ticks = tuple((place(at * size), f"{at:,g}") for at in _steps(first, last, step))
    return Strip(spots, ticks, unit, len(known))


def _bounds(claims: Sequence[Claim]) -> tuple[float | None, float | None] | None:
    one = next((c for c in claims if c.low is not None or c.high is not None), None)
    return (one.low, one.high) if one else None


def _axis(low: float, high: float) -> tuple[float, float, float]:
    """Where the line begins and ends, on whole steps a little beyond the values, and its step: at most seven ticks."""
    room = max(high - low, 1)
    step = next((s for s in STEPS if room / s <= 5), STEPS[-1])
    first = (low // step) * step - (step if low % step == 0 and low >= step else 0)
    last = -(-high // step) * step + (step if high % step == 0 else 0)
    return max(first, 0), last, step


def _steps(first: float, last: float, step: float) -> list[float]:
    return [first + n * step for n in range(int((last - first) / step + 0.001) + 1)]
