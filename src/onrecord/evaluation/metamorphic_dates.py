"""What becomes of a record's times where the article was published a week from then, by what the text says and the anchors tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from onrecord.evaluation.metamorphic_values import Slot
from onrecord.values.span import Span

if TYPE_CHECKING:
    from onrecord.values.findings import Time
    from onrecord.values.record import Record

LATE: Final = 21
"""The last day of a month from which a week later is the same month in every month."""
NEAR: Final = 20
"""Days around the day of publication in which a date of the text may be its own."""
DAY: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(T.*)?")
WEEK: Final = re.compile(r"(\d{4})-W(\d{2})(-WE|-\d)?")
FEASTS: Final = frozenset({"timex: holiday", "timex: named day", "timex: new year"})
"""The rules that find feasts: their day is the year's, whatever the day of publication."""
MONTHS: Final = re.compile(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\b|\d(st|nd|rd|th)\b|\d[/-]\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Moved:
    """The new day of publication, and by how many days it lies off the old one (7 or -7)."""

    day: str
    by: int


def moved(record: Record) -> Moved | None:
    """A week later, or earlier where that is another month; None where the article was not given a day."""
    told = record.article.published
    if told.basis != "given" or not told.value or not DAY.fullmatch(told.value):
        return None
    day = date.fromisoformat(told.value[:10])
    by = 7 if day.day <= LATE else -7
    return Moved((day + timedelta(by)).isoformat() + told.value[10:], by)


def dates_itself(record: Record) -> bool:
    """Whether the text states a day near that of its publication, in its reporting or on its page."""
    told = record.article.published.value
    if not told or any(f.kind == "timestamp" for f in record.article.furniture):
        return True
    day = date.fromisoformat(told[:10])
    stated = (t for t in record.times if not _moves(record, t) and t.earliest and DAY.fullmatch(t.value))
    return any(abs((date.fromisoformat(t.value[:10]) - day).days) <= NEAR for t in stated)


def expected(record: Record, slot: Slot, value: Any, to: Moved) -> Any:
    """The value that a slot has to have: the day of publication, and whatever is told against it by day or week, a week off; else the same."""
    if slot == ("article", "published"):
        return ((to.day, "given"),)
    if slot[0] != "time" or slot[2] not in ("value", "days"):
        return value
    time = next(t for t in record.times if Span(t.start, t.end) == slot[1])
    if not _moves(record, time):
        return value
    if slot[2] == "value":
        return ((time.type, _off(time.value, to.by), time.mod),)
    if not (DAY.fullmatch(time.value) or WEEK.fullmatch(time.value) or time.value.startswith(("P", "FUTURE_REF"))):
        return value
    return ((_off(time.earliest, to.by), _off(time.latest, to.by)),)


def _moves(record: Record, time: Time) -> bool:
    """Whether a time is told against the day of publication, over however many others, and names no day, feast, month or year itself."""
    words = record.article.text[time.start : time.end]
    if MONTHS.search(words) or re.search(r"\d{4}", words) or time.found_by in FEASTS:
        return False
    above = next((t for t in record.times if t.id == time.anchor), None)
    if above is not None:
        return _moves(record, above)
    return time.anchor == "published" or time.value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


def _off(value: str | None, by: int) -> str | None:
    """A day or week so many days off; anything coarser, or unknown, as it is."""
    if value is None:
        return None
    if found := DAY.fullmatch(value):
        return (date.fromisoformat(found[1]) + timedelta(by)).isoformat() + (found[2] or "")
    if found := WEEK.fullmatch(value):
        year, week, _ = (date.fromisocalendar(int(found[1]), int(found[2]), 1) + timedelta(by)).isocalendar()
        return f"{year}-W{week:02d}{found[3] or ''}"
    return value
