"""What a TIMEX3 value can be, and which days it covers: for times that people correct. Pure functions; the forms are those of docs/codebook/time.md.

>>> fault("DATE", "2026-02-30"), fault("DATE", "2026-02"), covered("2026-02")
('there is no such day', None, ('2026-02-01', '2026-02-28'))
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time
from typing import Final

REFERENCES: Final = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
MODS: Final = frozenset(
    "BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER LESS_THAN MORE_THAN EQUAL_OR_LESS EQUAL_OR_MORE START MID END APPROX".split()
)
FORMS: Final = {
    "DATE": "2026-03-02, 2026-03, 2026, 2026-W10, 2026-Q1, 2026-SU, XXXX-WXX-7 or PAST_REF",
    "TIME": "2026-03-02T10:35, 2026-03-02TEV or XXXX-XX-XXTNI",
    "DURATION": "PT40M, P2D or PXW",
    "SET": "P1W, XXXX-WXX-1 or XXXX-XX-XXTMO",
}
_DAYLIKE: Final = re.compile(
    r"(?P<year>[\dX]{4})"
    r"(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?|-W(?P<week>[\dX]{2})(?:-(?P<weekday>[1-7X]|WE))?|-(?:Q[1-4X]|H[12X]|SP|SU|FA|WI))?",
    re.ASCII,
)
_CLOCK: Final = re.compile(
    r"MO|MI|AF|EV|NI|DT|(?P<hour>[\dX]{2})(?::(?P<minute>[\dX]{2})(?::(?P<second>[\dX]{2})(?:\.\d{1,9})?)?)?(?:Z|[+-]\d\d:?\d\d)?",
    re.ASCII,
)
_DECADE: Final = re.compile(r"\d{2,3}|BC\d{4}", re.ASCII)
_NUMBER: Final = r"(?:\d{1,9}(?:\.\d{1,6})?|X{1,2})"
_LENGTH: Final = re.compile(
    rf"P(?=[\dTX])(?:{_NUMBER}(?:DE|CE))?(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?"
    rf"(?:T(?=[\dX])(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?",
    re.ASCII,
)


def fault(kind: str, value: str) -> str | None:
    """Why this is no value of a time of this type (DATE, TIME, DURATION, SET); None where it is one."""
    length = _LENGTH.fullmatch(value) is not None
    if kind == "DURATION":
        return None if length else _form(kind)
    if (kind == "SET" and length) or value in REFERENCES:
        return None
    day, clock, told = value.partition("T")
    if kind == "DATE" and _DECADE.fullmatch(value):
        return None
    found = _DAYLIKE.fullmatch(day)
    if (
        not found
        or (clock and not _CLOCK.fullmatch(told))
        or (clock and kind == "DATE")
        or (not clock and kind == "TIME")
    ):
        return _form(kind)
    return _impossible(found) or (_no_clock(told) if clock else None)


def covered(value: str) -> tuple[str | None, str | None]:
    """The first and the last day (of a clock time: the moment) that a value covers; (None, None) where it leaves them open."""
    found = _DAYLIKE.fullmatch(value)
    if found is None:
        return (value, value) if "T" in value and is_moment(value) else (None, None)
    if "X" in value or _impossible(found) or not 1 <= int(found["year"]) <= 9998:
        return None, None
    year = int(found["year"])
    if found["day"]:
        return value, value
    if found["month"]:
        return f"{value}-01", f"{value}-{monthrange(year, int(found['month']))[1]:02d}"
    if found["week"]:
        days = {None: (1, 7), "WE": (6, 7)}.get(found["weekday"]) or (int(found["weekday"]),) * 2
        first, last = (date.fromisocalendar(year, int(found["week"]), one).isoformat() for one in days)
        return first, last
    return (f"{value}-01-01", f"{value}-12-31") if len(value) == 4 else (None, None)


def is_moment(value: str) -> bool:
    """Whether it is a day or a moment in ISO 8601 that there is: what a time's `earliest` and `latest` may be."""
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return len(value) >= len("2026-03-02") and value[4] == value[7] == "-" and value.isascii()


def in_order(first: str, last: str) -> bool:
    """Whether one day or moment is not after another; of a day alone its beginning, and its end, count. Both are `is_moment`."""
    one, other = datetime.fromisoformat(first), datetime.fromisoformat(last)
    if len(last) == len("2026-03-02"):
        other = datetime.combine(other.date(), time.max, one.tzinfo)
    if (one.tzinfo is None) != (other.tzinfo is None):
        one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
    return one <= other


def _form(kind: str) -> str:
    return f"a {kind} is written as {FORMS.get(kind, 'ISO 8601')}"


def _impossible(found: re.Match[str]) -> str | None:
    """What of a date's parts the calendar lacks."""
    year, month, day, week = (found[name] for name in ("year", "month", "day", "week"))
    if year == "0000":
        return "there is no year 0"
    if month and month.isdigit() and not 1 <= int(month) <= 12:
        return "there is no such month"
    if day and day.isdigit():
        last = monthrange(int(year) if year.isdigit() else 2024, int(month))[1] if month.isdigit() else 31
        if not 1 <= int(day) <= last:
            return "there is no such day"
    if week and week.isdigit():
        weeks = date(int(year), 12, 28).isocalendar().week if year.isdigit() else 53
        if not 1 <= int(week) <= weeks:
            return "there is no such week"
    return None


def _no_clock(told: str) -> str | None:
    found = _CLOCK.fullmatch(told)
    hour, minute, second = (found[name] if found else None for name in ("hour", "minute", "second"))
    past = hour == "24" and (minute or "00") == "00"
    if (hour and hour.isdigit() and int(hour) > 23 and not past) or any(
        one and one.isdigit() and int(one) > 59 for one in (minute, second)
    ):
        return "there is no such time of day"
    return None
