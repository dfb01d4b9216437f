"""TIMEX3 value -> what people read for it: `in_words("2026-W10") == "2026-03-02 to 2026-03-08"`, `in_words("XXXX-WXX-2") == "Tuesday"`.

The forms are those of docs/codebook/time.md. A whole day, a month and a year are read as they are written.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from onrecord.ledger.timex import covered
from onrecord.views.present.wording import MONTHS, WEEKDAYS

STRETCHES: Final = {
    "Q1": "first quarter", "Q2": "second quarter", "Q3": "third quarter", "Q4": "fourth quarter", "H1": "first half", "H2": "second half",
    "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter",
}  # fmt: skip
_YEAR: Final = re.compile(r"\d{4}", re.ASCII)
_CENTURY: Final = re.compile(r"\d{2,3}", re.ASCII)


def in_words(value: str) -> str:
    """A day or a stretch of days in words, of a moment its day; of one that is known in part, the part; "" where nothing of it is known, as of a
    length."""
    day = value.partition("T")[0]
    if _CENTURY.fullmatch(day):
        return f"the {day:0<4}s"  # "199", "19"
    year, month, rest = (*day.split("-"), "", "")[:3]
    known = year if _YEAR.fullmatch(year) else ""
    if month.startswith("W"):
        return _week(day, known, rest)
    if month in STRETCHES:
        return f"{STRETCHES[month]} {known}".rstrip()
    if known:
        return "-".join(takewhile(lambda part: "X" not in part, day.split("-")))
    if month.isdecimal() and 1 <= int(month) <= len(MONTHS):
        return f"{int(rest)} {MONTHS[int(month) - 1]}" if rest.isdecimal() else MONTHS[int(month) - 1]
    return ""


def is_dated(value: str) -> bool:
    """Whether the value tells of which year it is, or of which years."""
    return _YEAR.match(value) is not None or _CENTURY.fullmatch(value) is not None


def _week(value: str, year: str, day: str) -> str:
    first, last = covered(value)
    if first and last:
        return " to ".join(dict.fromkeys((first, last)))
    if day.isdecimal() and 1 <= int(day) <= len(WEEKDAYS):
        return f"{WEEKDAYS[int(day) - 1]} {year}".rstrip()
    return " ".join(filter(None, ("weekend" if day == "WE" else "", year)))
