"""Holidays: "Christmas Eve", "last Thanksgiving", "Memorial Day weekend", "New Year's Day 2011", Easter."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from onrecord.reading.timex.calendar import day_of, easter, moved, nth_weekday, week_of
from onrecord.reading.timex.patterns import Draft, Match

if TYPE_CHECKING:
    from datetime import date

    from onrecord.reading.timex.context import Context

FIXED = {
    "christmas": (12, 25),
    "christmas eve": (12, 24),
    "halloween": (10, 31),
    "valentine": (2, 14),
    "independence": (7, 4),
    "boxing": (12, 26),
    "bastille": (7, 14),
    "armistice": (11, 11),
    "veterans": (11, 11),
    "new year": (1, 1),
    "new year eve": (12, 31),
}
FLOATING = {
    "thanksgiving": (11, 4, 4),
    "labor": (9, 1, 1),
    "labour": (9, 1, 1),
    "memorial": (5, 1, -1),
    "election": (11, 2, 1),
    "remembrance": (11, 7, 2),
}


def holiday(c: Context, m: Match) -> Draft | None:
    name = " ".join(
        [m.tokens.lower(m.at("name")), *(["year"] if m.kinds("year") else []), *(["eve"] if m.kinds("eve") else [])]
    )
    if name not in FIXED and name not in FLOATING and name != "easter":
        return None
    stated = cast("int | None", m.value("y"))
    at = stated if stated is not None else c.day.year if c.day else None
    if at is None:
        return Draft("DATE", "XXXX-{:02d}-{:02d}".format(*FIXED[name]) if name in FIXED else "XXXX-XX-XX")
    found = _holiday_day(name, at)
    if found and stated is None and c.day:
        which, way = m.kind("which"), c.direction(m.first, m.last)
        if found > c.day and (which == "LAST" or (way < 0 and (found - c.day).days > 60)):
            found = _holiday_day(name, at - 1)
        elif found < c.day and (which == "NEXT" or way > 0):
            found = _holiday_day(name, at + 1)
    if not found:
        return None
    return Draft(
        "DATE",
        week_of(found) if m.value("week") == "W" else found.isoformat(),
        anchor="published" if stated is None else "",
    )


def _holiday_day(name: str, at: int) -> date | None:
    if name in FIXED:
        return day_of(at, *FIXED[name])
    if name == "easter":
        return easter(at)
    found = nth_weekday(at, *FLOATING[name])
    return moved(found, 1) if found and name == "election" and found.day == 1 else found
