"""Clock times with zones and days, ranges of them, noon and midnight: "10:35 a.m. (0735 GMT) Friday", "9-11 a.m.", "noon on Thursday"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from onrecord.reading.timex import dates, relative
from onrecord.reading.timex.calendar import STANDARD, american_offset, first_day, weekday_near
from onrecord.reading.timex.durations import mod_of
from onrecord.reading.timex.patterns import NO_TIME, Draft, Match, Rule, rule

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from onrecord.reading.timex.context import Context


def hour_minute(written: object, half: str | None) -> str | None:
    """ "10:35" and "pm" -> "22:35"; None where it is no time of day.

    >>> hour_minute("10.30pm", None), hour_minute(12, "am"), hour_minute("18:00", None)
    ('22:30', '00:00', '18:00')
    """
    found = re.fullmatch(r"(\d{1,2})(?:[:.]?(\d\d))?(?::\d\d)?(am|pm)?", str(written).removesuffix(".0"))
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3] or half
    if half and not 1 <= hour <= 12:
        half = None if hour < 24 and found[2] else "wrong"
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return (
        f"{hour:02d}:{minute:02d}"
        if half != "wrong" and hour < 25 and minute < 60 and (hour < 24 or minute == 0)
        else None
    )


def day_beside(c: Context, m: Match) -> str:
    """The day that is said with a clock time; else the last one told in this sentence; else that of the last dated mention; else the
    reference's; "XXXX-XX-XX" where none is known."""
    value: str | None = None
    if m.kinds("dw"):
        value = relative.step(c.day, "D", cast("int", m.value("dw")))
    elif m.kinds("tn"):
        value = relative.step(c.day, "D", 0)
    elif m.kinds("m") or m.kinds("m2"):
        year = cast("int | None", m.value("y", "y2"))
        value = dates.day_value(c, m, cast("int", m.value("m", "m2")), cast("int", m.value("d", "d2")), year)
    elif m.kinds("wd2"):
        number = cast("int", m.value("wd2"))
        found = weekday_near(c.day, number, 1 if dates.weekday_direction(c, m) > 0 else -1) if c.day else None
        value = found.isoformat() if found else f"XXXX-WXX-{number}"
    if value is None:
        day = first_day(c.sentence) or _told(c) or c.day
        value = day.isoformat() if day else "XXXX-XX-XX"
    return value


def _told(c: Context) -> date | None:
    """The day of the last mention, where that is a day near the reference (a year told long ago is none)."""
    day = first_day(c.last) if c.last and re.match(r"\d{4}-\d\d-\d\d", c.last) else None
    return day if day and (not c.day or abs((day - c.day).days) < 14) else None


def dated(read: Callable[[Context, Match], Draft | None]) -> Callable[[Context, Match], Draft | None]:
    """A reader that takes a clock time on a day that the calendar lacks ("10 a.m. on April 31") for no time, not for one of another day."""

    def checked(c: Context, m: Match) -> Draft | None:
        if m.kinds("m") or m.kinds("m2"):
            month, day = cast("int", m.value("m", "m2")), cast("int", m.value("d", "d2"))
            if dates.day_value(c, m, month, day, cast("int | None", m.value("y", "y2"))) is None:
                return NO_TIME
        return read(c, m)

    return checked


def zone_of(m: Match) -> str:
    """ "Z" for GMT and UTC; other zones are not written into TIMEX3 values (TimeBank's are without), but into the bounds: `offset_of`."""
    return "Z" if m.value("z") == "Z" and not m.kinds("shift") else ""


def offset_of(m: Match, day: str) -> str:
    """The offset of a zone other than GMT on an ISO day: "-04:00" for EDT, and for ET in summer; "+08:00" for "GMT +8"; "" for none."""
    zone = cast("str | None", m.value("z"))
    if zone is None:
        return ""
    if m.kinds("shift"):
        at = m.at("shift")
        sign = {"+": 1, "-": -1, "–": -1, "−": -1}.get(m.tokens.text_at(at), 0)
        hours = cast("int", m.tokens.values[at + 1])
        return f"{sign * hours:+03d}:00" if sign and hours <= 14 else ""
    if zone in STANDARD:
        on = first_day(day)
        return american_offset(zone, on) if on else ""
    return "" if zone == "Z" else zone


def clock(c: Context, m: Match) -> Draft | None:
    """A clock time, with the zone and the day that stand beside it."""
    if m.kinds("m2") and m.kinds("d2") and not 1 <= cast("int", m.value("d2")) <= 31:
        return None
    written = m.tokens.text_at(m.at("h")) if m.kind("h") == "NN" else m.value("h", "clock", "h2")  # "2.30"
    if m.kind("clock") == "CLOCK" and not _is_clock(m):
        return None
    at = hour_minute(written, cast("str | None", m.value("ap", "ap2")) or _half_of(m))
    if at is None:
        return None
    day = _as_date(day_beside(c, m))
    return Draft("TIME", f"{day}T{at}{zone_of(m)}", mod=mod_of(m), anchor=_anchor(c, m), zone=offset_of(m, day))


def _anchor(c: Context, m: Match) -> str:
    if m.kinds("y") or not c.day:
        return ""
    return "published" if any(m.kinds(g) for g in ("dw", "tn", "m", "m2", "wd2")) or not c.last else "before"


def _as_date(value: str) -> str:
    return value[:10]


def _half_of(m: Match) -> str | None:
    """am or pm where "in the morning", "in the evening" says it."""
    part = cast("str | None", m.value("part"))
    return {"MO": "am", "AF": "pm", "EV": "pm", "NI": "pm"}.get(part or "")


def _is_clock(m: Match) -> bool:
    """Whether 10:35 is a clock time and no score, verse or lap: "a.m.", a zone or "local time" follows; or it is written in at most five
    characters and one of the words and marks below, or nothing, stands before it."""
    before = m.tokens.text_at(m.first - 1)
    written = str(m.value("clock"))
    if m.kinds("ap2") or m.kinds("z") or m.kinds("local"):
        return True
    return (
        before.lower()
        in (
            "at",
            "around",
            "about",
            "by",
            "until",
            "from",
            "to",
            "before",
            "after",
            "and",
            "between",
            "since",
            "(",
            ",",
            "till",
            "-",
            "–",
            "",
        )
        and len(written) <= 5
    )


def military(c: Context, m: Match) -> Draft | None:
    """ "1400 GMT", "0735 hours"."""
    written = m.tokens.text_at(m.at("h"))
    if len(written) != 4 or not written.isdecimal():
        return None
    at = hour_minute(f"{written[:2]}:{written[2:]}", None)
    if at is None:
        return None
    day = _as_date(day_beside(c, m))
    return Draft("TIME", f"{day}T{at}{zone_of(m)}", anchor=_anchor(c, m), zone=offset_of(m, day))


def bare_hour(c: Context, m: Match) -> Draft | None:
    """ "4 in the morning"."""
    at = hour_minute(m.value("h"), _half_of(m))
    return Draft("TIME", f"{_as_date(day_beside(c, m))}T{at}", anchor=_anchor(c, m)) if at else None


def range_start(c: Context, m: Match) -> Draft | None:
    """The 9 of "9-11 a.m.", "from 9 to 11 p.m.": takes the half of the day that the end states, or the one before where it would come later."""
    tokens, end = m.tokens, m.last + 1
    half = tokens.values[end + 1] if end + 1 < len(tokens) and tokens.kinds[end + 1] == "AMPM" else None
    if tokens.kinds[end] == "CLOCKAP":
        half = str(tokens.values[end])[-2:]
    first, second = (
        hour_minute(m.value("h"), cast("str | None", half)),
        hour_minute(tokens.values[end], cast("str | None", half)),
    )
    if first is None or second is None or half is None:
        return None
    if first > second:
        first = hour_minute(m.value("h"), "am" if half == "pm" else "pm")
    return Draft("TIME", f"{_as_date(day_beside(c, m))}T{first}", anchor=_anchor(c, m))


def noon(c: Context, m: Match) -> Draft | None:
    """ "Noon Thursday", "midnight", "dawn"; midnight is the end of its day."""
    at = cast("str", m.value("n"))
    if (
        not m.kinds("day")
        and not re.match(r"\d", at)
        and m.tokens.lower(m.first - 1) not in ("at", "before", "after", "by", "since", "until", "the")
    ):
        return None
    day = _as_date(day_beside(c, m))
    return Draft("TIME", f"{day}T{at}{zone_of(m)}", mod=mod_of(m), anchor=_anchor(c, m), zone=offset_of(m, day))


DAY = "(?P<day>COMMA? ON? (?:DAYREF))"
ZONE = "(?:OPEN? (?P<z>ZONE) (?P<shift>OTHER [N1 N2])? SHUT?|(?P<local>LOCAL TIME|OPEN LOCAL TIME SHUT))"
RULES: tuple[Rule, ...] = (
    rule("clock", f"(?:MOD)? CLOCKTIME (?:{ZONE})? (?:(?:IN THE|ON)? (?P<part>PART))? {DAY}?", dated(clock)),
    rule("clock in zone only", f"(?P<h>[YR NN]) (?P<z>ZONE) {DAY}?", dated(military)),
    rule("hours", "(?P<h>[YR NN]) UNITS", lambda c, m: military(c, m) if m.tokens.values[m.last - 1] == "TH" and m.tokens.text_at(m.first)[0] == "0" else None),
    rule("hour in the morning", f"(?:MOD)? (?P<h>[N1 NW]) IN THE (?P<part>PART) {DAY}?", dated(bare_hour)),
    rule("start of a range", "(?P<h>[N1 CLOCK]) (?=[HY TO AND UNTIL] (?:[N1 CLOCK] AMPM|CLOCKAP))", range_start),
    rule("noon", f"(?:MOD)? (?P<n>NOON) (?:{ZONE})? {DAY}?", dated(noon)),
    rule("mid afternoon", f"MID HY? (?P<n>PART) {DAY}?", dated(lambda c, m: Draft("TIME", f"{_as_date(day_beside(c, m))}T{m.value('n')}", mod="MID", anchor=_anchor(c, m)))),
)  # fmt: skip
