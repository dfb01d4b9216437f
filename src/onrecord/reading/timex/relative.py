"""Dates told from here or from another date: "today", "last week", "the following day", "two days earlier", "a year ago", "Hours later"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from onrecord.reading.timex.calendar import (
    as_datetime,
    day_of,
    first_day,
    month_moved,
    moved,
    quarter_of,
    week_of,
    weekday_near,
)
from onrecord.reading.timex.dates import day_value, prefix
from onrecord.reading.timex.durations import amount, mod_of, unit_of
from onrecord.reading.timex.patterns import NO_TIME, Draft, Match, Rule, rule

if TYPE_CHECKING:
    from datetime import date

    from onrecord.reading.timex.context import Context

BACK = {"LAST", "PAST", "PREV"}
AHEAD = {"NEXT", "COMING", "FOLLOWING"}
UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "M": "XXXX-XX",
    "Y": "XXXX",
    "Q": "XXXX-QX",
    "WE": "XXXX-WXX-WE",
    "E": "XXX",
    "C": "XX",
}


def step(base: date | None, unit: str, by: int) -> str | None:
    """The day, week, month … `by` units from that of `base`; partly unknown where there is no base; None past the calendar's ends."""
    if base is None:
        return UNKNOWN.get(unit)
    if abs(by) > 9999:
        return None
    if unit in ("D", "W", "2W", "WE"):
        weekend = weekday_near(base, 6, 1) if unit == "WE" and base.isoweekday() < 6 else base
        day = moved(weekend or base, by * {"D": 1, "W": 7, "WE": 7, "2W": 14}[unit])
        return (
            None if day is None else day.isoformat() if unit == "D" else week_of(day) + ("-WE" if unit == "WE" else "")
        )
    if unit in ("M", "Q"):
        year, month = month_moved(base.year, base.month, by * (3 if unit == "Q" else 1))
        return (
            (f"{year:04d}-Q{quarter_of(month)}" if unit == "Q" else f"{year:04d}-{month:02d}")
            if 1 <= year <= 9999
            else None
        )
    year = base.year + by * {"Y": 1, "E": 10, "C": 100}.get(unit, 0)
    if not 1 <= year <= 9999:
        return None
    return f"{year:04d}"[: {"E": 3, "C": 2}.get(unit, 4)]


def dayword(c: Context, m: Match) -> Draft | None:
    by, part = cast("int", m.value("w")), cast("str | None", m.value("part"))
    if m.kinds("beyond"):
        by += 1 if by > 0 else -1
    value = step(c.day, "D", by)
    if value is None:
        return None
    return Draft(
        "TIME" if part else "DATE",
        f"{value}T{part}" if part else value,
        mod=prefix(m),
        anchor="published" if c.day else "",
    )


def tonight(c: Context, m: Match) -> Draft | None:
    return Draft("TIME", f"{step(c.day, 'D', 0)}TNI", mod=prefix(m), anchor="published" if c.day else "")


def overnight(c: Context, _: Match) -> Draft | None:
    """The night before, as morning papers mean it, unless a day stands beside it."""
    base = first_day(c.sentence)
    return Draft("TIME", f"{step(base or c.day, 'D', 0 if base else -1)}TNI", anchor="before" if base else "published")


def this_part(c: Context, m: Match) -> Draft | None:
    """ "This morning", "last night", "that evening", "the same night"."""
    which, part = m.kind("which"), cast("str", m.value("part"))
    if re.match(r"\d", part):
        return None
    if which in ("LAST", "THIS", "PAST"):
        return Draft(
            "TIME",
            f"{step(c.day, 'D', -1 if which in BACK else 0)}T{part}",
            mod=prefix(m),
            anchor="published" if c.day else "",
        )
    by = -1 if "PREV" in m.kinds("which") else 1 if {"FOLLOWING", "NEXT"} & set(m.kinds("which")) else 0
    return Draft("TIME", f"{step(c.before(), 'D', by)}T{part}", mod=prefix(m), anchor="before")


def relative_unit(c: Context, m: Match) -> Draft | None:
    """ "Last week", "this year", "the current quarter", "the year". A day, and what "the following" tells, counts from the last date told."""
    kinds, unit = m.kinds("which"), unit_of(m)
    if unit is None or unit.startswith("T"):
        return None
    narrative = bool({"FOLLOWING", "PREV", "THAT", "SAME"} & set(kinds)) or (kinds[:2] == ["THE", "NEXT"])
    by = -1 if BACK & set(kinds) else 1 if AHEAD & set(kinds) else 0
    if unit == "D" and not narrative:
        return (
            Draft("DATE", step(c.day, "D", 0) or "", mod=prefix(m), anchor="published")
            if kinds == ["THIS"] and m.kinds("px")
            else None
        )
    if unit == "Y" and kinds == ["THE"] and m.tokens.lower(m.last) in ("ended", "ending"):  # a year of account
        return Draft("DURATION", "P1Y", dated=False)
    base = c.before() if narrative else c.day
    if unit == "Q" and by == 0 and not narrative and c.quarter and kinds == ["THE"]:
        return Draft("DATE", c.quarter, mod=prefix(m), anchor="before")
    if kinds == ["THE"] and unit in ("E", "C"):
        return None
    if unit == "WE" and kinds in (["LAST"], ["THE"], ["PAST"], ["THIS"]):
        return _weekend(c, m, kinds)
    value = step(base, unit, by)
    return (
        Draft("DATE", value, mod=prefix(m), anchor="before" if narrative else "published" if base else "")
        if value
        else None
    )


def week_of_day(c: Context, m: Match) -> Draft | None:
    """ "The week of March 6"."""
    value = day_value(c, m, cast("int", m.value("m")), cast("int", m.value("d")), cast("int | None", m.value("y")))
    if value is None:
        return NO_TIME
    day = first_day(value)
    return (
        Draft("DATE", week_of(day), anchor="" if m.kinds("y") else "published") if day and unit_of(m) == "W" else None
    )


def _weekend(c: Context, m: Match, kinds: list[str]) -> Draft | None:
    """The weekend behind us, or the coming one where the words look ahead."""
    if c.day is None:
        return Draft("DATE", UNKNOWN["WE"], mod=prefix(m))
    ahead = kinds[0] in ("THE", "THIS") and c.direction(m.first, m.last) > 0
    saturday = weekday_near(c.day, 6, 1 if ahead else -1)
    return Draft("DATE", week_of(saturday) + "-WE", mod=prefix(m), anchor="published") if saturday else None


def ago(c: Context, m: Match) -> Draft | None:
    """ "Two years ago" is a year, "five months ago" a month, "three days ago" a day; a year before a quarter in talk of results is a quarter."""
    return _offset(c, m, c.day, -1, anchor="published")


def offset(c: Context, m: Match) -> Draft | None:
    """ "Two days earlier", "a week later": from the last date told; "Hours earlier" is that same day, before."""
    way = -1 if m.kind("way") in ("EARLIER", "BEFORE", "PREVIOUSLY") else 1
    if m.kind("way") in ("BEFORE", "AFTER") and not _stands_alone(m):
        return None
    return _offset(c, m, c.before(), way, anchor="before")


def _stands_alone(m: Match) -> bool:
    """Whether nothing follows that "before" or "after" could govern."""
    return m.last >= len(m.tokens) or m.tokens.kinds[m.last] in ("STOP", "COMMA", "BREAK", "SHUT")


def _offset(c: Context, m: Match, base: date | None, way: int, anchor: str) -> Draft | None:
    unit, number = unit_of(m), amount(m)
    if unit is None:
        return None
    mod = mod_of(m)
    bound = {
        "MORE_THAN": "BEFORE",
        "LESS_THAN": "AFTER",
        "EQUAL_OR_MORE": "ON_OR_BEFORE",
        "EQUAL_OR_LESS": "ON_OR_AFTER",
    }
    mod = bound.get(mod or "", mod) if way < 0 else mod
    if m.kinds("so"):
        mod = "APPROX"
    if number is None:
        return _vague_offset(base, unit, way, anchor)
    if base is None:
        return Draft("DATE", UNKNOWN.get(unit, "XXXX-XX-XX"), mod=mod, dated=False)
    if unit.startswith("T"):
        return _clock_offset(c, base, unit, number * way, anchor, mod)
    if unit == "Y" and number == 1 and c.quarter and _of_account(c):
        return Draft(
            "DATE",
            f"{int(c.quarter[:4]) - (1 if c.quarter[:4].isdecimal() else 0):04d}{c.quarter[4:]}",
            mod=mod,
            anchor="before",
            dated=False,
        )
    whole = int(number)
    if number != whole:  # "two and a half years ago": in months
        unit, whole = ("M", int(number * 12)) if unit == "Y" else ("D", int(number * {"W": 7, "M": 30}.get(unit, 1)))
    if unit in ("E", "C"):  # a decade ago is a year, not a decade
        unit, whole = "Y", whole * (10 if unit == "E" else 100)
    value = step(base, unit, whole * way)
    return Draft("DATE", value, mod=mod, anchor=anchor) if value else None


def _of_account(c: Context) -> bool:
    """Whether the last date told is a quarter."""
    return bool(c.last and re.fullmatch(r"\d{4}-Q\d", c.last))


def _vague_offset(base: date | None, unit: str, way: int, anchor: str) -> Draft:
    """ "Years ago", "a few weeks later", "hours earlier": the reference alone, or the same day where hours are counted."""
    if unit.startswith("T") and base:
        return Draft("TIME", base.isoformat(), mod="BEFORE" if way < 0 else "AFTER", anchor=anchor, dated=False)
    return Draft("DATE", "PAST_REF" if way < 0 or anchor == "before" else "FUTURE_REF", anchor=anchor, dated=False)


def _clock_offset(c: Context, base: date, unit: str, number: float, anchor: str, mod: str | None) -> Draft | None:
    """Hours and minutes from a clock time, where one is known; else the day alone."""
    clock = c.clock if anchor == "published" else (c.last or "")[11:16]
    if not re.fullmatch(r"\d\d:\d\d", clock or "") or clock == "24:00" or abs(number) > 10**6:
        hours = {"TH": 1.0, "TM": 1 / 60}.get(unit, 0.0) * number
        day = moved(base, int(hours / 24)) if abs(hours) >= 24 else base
        return (
            Draft("TIME", day.isoformat(), mod=mod or ("BEFORE" if number < 0 else "AFTER"), anchor=anchor, dated=False)
            if day
            else None
        )
    from datetime import timedelta  # noqa: PLC0415  only here

    try:
        at = as_datetime(base, clock) + timedelta(seconds=number * {"TH": 3600, "TM": 60, "TS": 1}[unit])
    except OverflowError:
        return None
    return Draft("TIME", at.isoformat(timespec="minutes"), mod=mod, anchor=anchor)


def year_ago(c: Context, m: Match) -> Draft | None:
    """ "The year-ago quarter", "year-earlier results"."""
    if c.day is None:
        return Draft("DATE", "XXXX")
    if c.quarter and c.quarter[:4].isdecimal() and (m.kind("what") in ("QUARTER", "PERIOD") or _of_account(c)):
        return Draft("DATE", f"{int(c.quarter[:4]) - 1:04d}{c.quarter[4:]}", anchor="before", dated=False)
    return Draft("DATE", f"{c.day.year - 1:04d}", anchor="published", dated=False)


def latest_period(c: Context, m: Match) -> Draft | None:
    """ "The latest quarter": the last one told, else the one before the reference."""
    if m.kind("what") in ("QUARTER", "PERIOD"):
        value = c.quarter or step(c.day, "Q", -1)
        return Draft("DATE", value, anchor="before") if value else None
    value = step(c.day, unit_of(m) or "Y", -1)
    return Draft("DATE", value, anchor="published") if value else None


def year_end(c: Context, m: Match) -> Draft | None:
    year = cast("int | None", m.value("y")) or (c.day.year if c.day else None)
    found = day_of(year, 12, 31) if year else None
    return Draft("DATE", found.isoformat() if found else "XXXX-12-31", anchor="published")


def from_now(c: Context, m: Match) -> Draft | None:
    """ "Two weeks from now", "a week from Friday" (the latter's span is its own, the Friday's stays)."""
    return _offset(c, m, c.day, 1, anchor="published")


QUANTITY = (
    "(?P<q>(?P<n>NUM)|(?P<a>A)|(?P<n3>A COUPLE OF?|COUPLE OF?)|(?P<vague>[A THE]? VAGUE|DOZENS OF)) HY? (?P<u>ANYUNIT)"
)
RULES: tuple[Rule, ...] = (
    rule("today", "PX? (?P<w>DAYWORD) (?P<part>PART)?", dayword),
    rule("day before yesterday", "(?P<beyond>THE UNIT [BEFORE AFTER]) (?P<w>DAYWORD)", dayword),
    rule("tonight", "PX? TONIGHT", tonight),
    rule("overnight", "OVERNIGHT", overnight),
    rule("this morning", "PX? (?P<which>[THIS LAST]|THAT SAME?|THE SAME|THE [FOLLOWING NEXT PREV]) (?P<part>PART)", this_part),
    rule("last week", "PX? (?P<which>THE? [LAST NEXT CURRENT COMING]|THIS COMING?|[THIS PREV]|THE [PREV FOLLOWING]|THAT SAME?|THE SAME|THE) FISCAL? (?P<u>[UNIT QUARTER WEEKEND])", relative_unit),
    rule("week of", "PX? THE (?P<u>UNIT) OF (?P<m>MON) (?P<d>[N1 N2 ORD]) (?:COMMA? (?P<y>YEAR4))?", week_of_day),
    rule("ago", f"(?:MOD)? {QUANTITY} (?P<so>OR SO)? AGO", ago),
    rule("half ago", "(?:MOD)? (?P<half>HALF A?) (?P<u>UNIT) AGO", ago),
    rule("years ago", "(?P<vague>)(?P<u>PLURAL) AGO", ago),
    rule("offset", f"(?:MOD)? {QUANTITY} (?P<so>OR SO)? (?P<way>[EARLIER LATER BEFORE AFTER AFTERWARD PREVIOUSLY HENCE]) (?!THAN)", offset),
    rule("hours earlier", "(?P<vague>)(?P<u>PLURAL) (?P<way>[EARLIER LATER BEFORE AFTERWARD]) (?!THAN)", offset),
    rule("from now", f"(?:MOD)? {QUANTITY} FROM (?:PRESENT|DAYWORD)", from_now),
    rule("year ago", "THE? COMPARABLE? UNIT HY? [AGO EARLIER] (?P<what>QUARTER|PERIOD)?", year_ago),
    rule("corresponding period", "[THE]? (?:COMPARABLE|SAME) (?P<what>PERIOD|QUARTER) (?:OF? LAST|A) (?:UNIT) [AGO EARLIER]?", year_ago),
    rule("latest period", "THE LATEST FISCAL? (?P<what>(?P<u>[QUARTER PERIOD UNIT]))", latest_period),
    rule("year end", "(?:(?P<y>YR)|THE)? UNIT HY? (?P<end>BEGINNING)", lambda c, m: year_end(c, m) if m.value("end") == "END" and m.tokens.lower(m.at("end") - (2 if m.tokens.kinds[m.at("end") - 1] == "HY" else 1)) == "year" else None),
)  # fmt: skip
