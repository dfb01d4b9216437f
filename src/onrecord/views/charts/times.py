"""Days and moments as places on a line: milliseconds since 1970 in UTC, and axes that name them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from onrecord.values.moment import is_iso
from onrecord.views.charts.frame import Axis
from onrecord.views.present.wording import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable

HOUR: Final = 3_600_000.0
DAY: Final = 24 * HOUR
LAST: Final = datetime(9999, 12, 31, tzinfo=UTC).timestamp() * 1000
"""The last day that has a name."""
_MONTH, _YEAR = 30.5 * DAY, 365.25 * DAY


def moment(value: str | None) -> float | None:
    """The place of a day (its noon) or of a moment; None for what is no day. A moment without a zone is taken as UTC.

    >>> moment("1970-01-01T00:00+01:00")
    -3600000.0
    """
    if not value or len(value) < 10 or not is_iso(value):
        return None
    made = datetime.fromisoformat(value)
    at = made.replace(tzinfo=made.tzinfo or UTC).timestamp() * 1000
    return at + DAY / 2 if len(value) == 10 else at


def stretch(first: str | None, last: str | None) -> tuple[float, float] | None:
    """From where to where a time reaches: a day from its midnight to the next one; None where neither end is a day."""
    ends = [(one, at) for one in (first, last) if (at := moment(one)) is not None]
    if not ends:
        return None
    (begin, low), (end, high) = ends[0], ends[-1]
    low -= DAY / 2 if len(begin or "") == 10 else 0
    high += DAY / 2 if len(end or "") == 10 else 0
    return (low, high) if low <= high else (high, low)


def day(value: float | str | None) -> str:
    """A day in words: "3 March 2026"; "" for none."""
    at = moment(value) if isinstance(value, str) else value
    if at is None:
        return ""
    made = datetime.fromtimestamp(at / 1000, UTC)
    return f"{made.day} {MONTHS[made.month - 1]} {made.year}"


def days(low: float, high: float) -> str:
    """From one day to another in words: "3 to 5 March 2026", "30 March to 2 April 2026"; a whole month as "March 2026"."""
    begin, after = (datetime.fromtimestamp(at / 1000, UTC) for at in (low, min(high + DAY, LAST)))
    if begin.day == after.day == 1 and begin.date() < after.date():
        months = (after.year - begin.year) * 12 + after.month - begin.month
        if months == 1:
            return f"{MONTHS[begin.month - 1]} {begin.year}"
        if months == 12 and begin.month == 1:
            return str(begin.year)
    first, last = day(low).split(), day(high).split()
    if first == last:
        return " ".join(first)
    same = 1 if first[1:] == last[1:] else 2 if first[2:] == last[2:] else 3
    return f"{' '.join(first[:same])} to {' '.join(last)}"


def clock(value: str | None) -> str:
    """A moment as a table has it: "2026-03-03 19:40"; "" for none."""
    return (value or "")[:16].replace("T", " ")


def time_axis(moments: Iterable[float], length: float, *, hours: bool = True) -> Axis:
    """An axis on which these moments stand, with air on both sides. `hours`: hours are known, else days alone are named."""
    found = sorted(moments) or [0.0]
    low, high = found[0], found[-1]
    air = max((high - low) * 0.03, (HOUR / 2 if high - low < DAY else DAY / 4) if hours else DAY)
    return Axis(low - air, high + air, length, temporal=True)


def labels(axis: Axis, colour: str, *, orient: str = "bottom", grid: bool = True) -> dict[str, Any]:
    """The `x` encoding that draws the axis, with as many names of days (or hours, months, years) as fit. Field: `t`."""
    span = axis.high - axis.low
    if span < 2 * DAY:  # only where hours are known
        said = "utchours(datum.value) + utcminutes(datum.value) == 0 ? utcFormat(datum.value, '%-d %b') : utcFormat(datum.value, '%H:%M')"
    elif span < 10 * DAY:
        said = "utchours(datum.value) == 0 ? utcFormat(datum.value, '%-d %b') : ''"
    elif span < _YEAR:
        said = "utcFormat(datum.value, '%-d %b')"
    elif span < 6 * _YEAR:
        said = "utcmonth(datum.value) == 0 ? utcFormat(datum.value, '%Y') : utcFormat(datum.value, '%b')"
    else:
        said = "utcFormat(datum.value, '%Y')"
    every: dict[str, Any] = {"interval": "day", "step": 1} if 2 * DAY <= span < 10 * DAY else {}
    return {
        "field": "t", "type": "temporal", "scale": {"type": "utc", "domain": [axis.low, axis.high], "nice": False, "zero": False},
        "axis": {
            "orient": orient, "labelExpr": said, "tickCount": every or max(3, round(axis.length / 85)), "grid": grid, "labelOverlap": "greedy",
            "gridColor": colour, "labelSeparation": 8,
        },
    }  # fmt: skip


def ruler(axis: Axis, colour: str, **how: Any) -> dict[str, Any]:
    """A layer that draws the axis and nothing else."""
    return {
        "data": {"values": [{"t": axis.low}]},
        "mark": {"type": "point", "opacity": 0, "size": 0},
        "encoding": {"x": labels(axis, colour, **how)},
    }
