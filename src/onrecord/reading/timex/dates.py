"""Calendar dates: "Thursday, April 6", "Nov. 17, 1992", "early November", "1988", "the 1990s", "the third quarter", weekdays, holidays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from onrecord.reading.timex import holidays
from onrecord.reading.timex.calendar import day_of, moved, quarter_of, weekday_near
from onrecord.reading.timex.patterns import NO_TIME, Draft, Match, Rule, rule

if TYPE_CHECKING:
    from onrecord.reading.timex.context import Context

PX_MODS = {"EARLY": "START", "LATE": "END", "MID": "MID", "EARLIER": "BEFORE", "LATER": "AFTER"}
# What must stand before a bare number of four digits that is no year of our age, and what must not follow one.
YEAR_BEFORE = frozenset(
    "in since by of from until till during before after early late mid the and to through between circa around for or than".split()
)
NO_YEAR_BEFORE = frozenset(
    "$ £ € ¥ # no nos number flight room highway route about approximately roughly some nearly almost least than over only another resolution section article boeing airbus room chapter page".split()
)
NO_YEAR_AFTER = frozenset(
    "percent % people men women dead feet miles metres meters kilometers km kg tons tonnes pounds dollars euros yen acres points shares soldiers troops civilians".split()
)


def prefix(m: Match) -> str | None:
    """The mod that "early", "the end of" … before a date gives."""
    kinds = m.kinds("px")
    if not kinds:
        return None
    if "BEGINNING" in kinds:
        i = m.at("px") + kinds.index("BEGINNING")
        return cast("str", m.tokens.values[i])
    return PX_MODS.get(kinds[0])


FAR = 100  # days: a date nearer than this is meant, whatever the tense (1,000 of 1,010 in the development sets)


def year_for(c: Context, m: Match, month: int, day: int | None = None) -> int | None:
    """The year of a month (and day) that states none: the nearest one, or where none is near, the nearest that the tense allows."""
    if c.day is None:
        return None
    way = c.direction(m.first, m.last, weak=True)
    if day is None:
        gap = month - c.day.month
        if way > 0:
            return c.day.year + (gap < -1)
        return c.day.year - (gap > (1 if way < 0 else 5))
    dates = [d for y in (c.day.year - 1, c.day.year, c.day.year + 1) if (d := day_of(y, month, day))]
    if not dates:
        return c.day.year
    gaps = {d: (d - c.day).days for d in dates}
    nearest = min(dates, key=lambda d: abs(gaps[d]))
    if way and abs(gaps[nearest]) > FAR:
        return min((d for d in dates if gaps[d] * way >= 0), key=lambda d: abs(gaps[d]), default=nearest).year
    return nearest.year


def _relative_year(c: Context, m: Match, name: str = "rel") -> int | None:
    """The year that "this", "last" or "next year" behind a month names."""
    if not c.day or not m.kinds(name):
        return None
    return c.day.year + {"LAST": -1, "PREV": -1, "NEXT": 1}.get(m.kinds(name)[0], 0)


def day_value(c: Context, m: Match, month: int, day: int, year: int | None) -> str | None:
    """ "1998-02-27", "XXXX-02-27" where the year is unknown; None for 31 February."""
    if not 1 <= day <= 31 or (month == 2 and day > 29) or (day == 31 and month in (4, 6, 9, 11)):
        return None
    year = year if year is not None else year_for(c, m, month, day)
    if year is not None and not day_of(year, month, day):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}" if year is not None else f"XXXX-{month:02d}-{day:02d}"


def full_date(c: Context, m: Match) -> Draft | None:
    month, day = cast("int", m.value("m")), cast("int", m.value("d"))
    year = cast("int | None", m.value("y"))
    value = day_value(c, m, month, day, year if year is not None else _relative_year(c, m))
    if value is None:  # "In April 31 people died" counts people
        counts = m.kind("d") != "ORD" and year is None and m.tokens.lower(m.first - 1) == "in"
        return None if counts else NO_TIME
    return Draft("DATE", value, mod=prefix(m), anchor="" if year or not c.day else "published")


def day_first(c: Context, m: Match) -> Draft | None:
    """ "15 May 2011", "the 4th of July"."""
    day, year = cast("int", m.value("d", "d2")), cast("int | None", m.value("y"))
    value = day_value(c, m, cast("int", m.value("m")), day, year if year is not None else _relative_year(c, m))
    return Draft("DATE", value, mod=prefix(m), anchor="" if year or not c.day else "published") if value else NO_TIME


def no_such_day(_: Context, m: Match) -> Draft | None:
    """ "May 32, 2014", "45 May 2014": no time, nor is the year alone."""
    written = m.tokens.text_at(max(m.at("d"), m.at("d2")))
    return NO_TIME if len(written) == 2 and written.isdecimal() else None


def second_day(c: Context, m: Match) -> Draft | None:
    """The 5 of "March 3-5"; the 3 of "3-5 March" (a match with `m` ahead of it)."""
    after = m.tokens.kinds[m.last : m.last + 3]
    ahead = len(after) == 3 and after[0] in ("HY", "TO", "AND") and after[2] in ("MONTH", "MABBR")
    month = m.tokens.values[m.last + 2] if ahead else m.tokens.values[m.first - 3]
    value = day_value(c, m, cast("int", month), cast("int", m.value("d")), None)
    if value and not ahead and c.last and c.last[4:7] == value[4:7]:
        value = c.last[:4] + value[4:]
    return Draft("DATE", value, anchor="published" if c.day else "") if value else None


def month(c: Context, m: Match) -> Draft | None:
    number, year = cast("int", m.value("m")), cast("int | None", m.value("y"))
    if m.kind("m") == "MABBR" and year is None:
        return None
    if year is None:
        year = _relative_year(c, m)
    anchor = "" if m.value("y") or not c.day else "published"
    if year is None and c.day:
        which = m.kind("which")
        if which in ("LAST", "PREV", "PAST"):
            year = c.day.year - (number >= c.day.month)
        elif which in ("NEXT", "COMING"):
            year = c.day.year + (number <= c.day.month)
        elif which == "THIS":
            year = c.day.year
        else:
            year = year_for(c, m, number)
    return Draft(
        "DATE", f"{year:04d}-{number:02d}" if year is not None else f"XXXX-{number:02d}", mod=prefix(m), anchor=anchor
    )


def year(_: Context, m: Match) -> Draft | None:
    """A year, where the words about it do not make it a number of something."""
    number = cast("int", m.value("y"))
    at = m.at("y")
    before, after = m.tokens.lower(at - 1), m.tokens.lower(at + 1)
    if m.kind("y") == "YR" and not m.kinds("sure"):
        if before in NO_YEAR_BEFORE or after in NO_YEAR_AFTER:
            return None
        old = before in YEAR_BEFORE and (1400 <= number < 2100 or (number < 1400 and not after.isalpha()))
        if not 1900 <= number <= 2060 and not old:
            return None
        if m.tokens.joined(at) and m.tokens.text_at(at - 1) in "$£€¥#.:_":
            return None
    elif m.kind("y") == "YW" and not m.kinds("sure") and not (1900 <= number < 2000 and before != "a"):
        return None
    return Draft("DATE", f"{number:04d}", mod=prefix(m))


def year_range(_: Context, m: Match) -> Draft | None:
    """The second year of "2010-11"."""
    first = cast("int", m.tokens.values[m.first - 2])
    short = cast("int", m.value("d"))
    return Draft("DATE", f"{first // 100:02d}{short:02d}") if first % 100 + 1 == short else None


def iso(_: Context, m: Match) -> Draft | None:
    value = cast("str", m.value("v"))
    if not day_of(int(value[:4]), int(value[5:7]), int(value[8:10])):
        return None
    return Draft("TIME" if "T" in value else "DATE", value)


def slash(c: Context, m: Match) -> Draft | None:
    """ "7/8/07": month first, as American papers write; "05.02.2015", "17-08-2013": day first; the other way where only that is a date."""
    written = cast("str", m.value("v"))
    a, b, y = (int(part) for part in re.split(r"[/.-]", written))
    if y < 100:
        century = c.day.year // 100 * 100 if c.day else 2000
        y += century if not c.day or century + y <= c.day.year + 20 else century - 100
    first, second = day_of(y, a, b), day_of(y, b, a)
    day = first or second if "/" in written else second or first
    return Draft("DATE", day.isoformat()) if day else None


def decade(_: Context, m: Match) -> Draft | None:
    kind = m.kind("e")
    if (kind == "DECADE" and not m.kinds("the")) or (m.first and m.tokens.kinds[m.first - 1] == "POSS"):  # "in his 30s"
        return None
    px = m.kinds("px2") or m.kinds("px")
    return Draft("DATE", str(m.value("e")), mod=PX_MODS.get(px[0]) if px else prefix(m))


def century(_: Context, m: Match) -> Draft | None:
    number = cast("int", m.value("o"))
    if not 1 <= number <= 30:
        return None
    px = m.kinds("px")
    return Draft("DATE", f"{number - 1:02d}", mod=PX_MODS.get(px[0]) if px else None)


def quarter(c: Context, m: Match) -> Draft | None:
    """ "The third quarter (of 1984)", "fourth-quarter": the year stated, else the last one begun, else the one that the tense allows."""
    number = cast("int", m.value("o"))
    if not 1 <= number <= 4:
        return None
    stated = cast("int | None", m.value("y", "y2"))
    relative = _relative_year(c, m) if m.kinds("rel") else _relative_year(c, m, "rel2")
    at = stated if stated is not None else relative
    if at is None:
        if not c.day:
            return Draft("DATE", f"XXXX-Q{number}")
        now, way = quarter_of(c.day.month), c.direction(m.first, m.last)
        at = c.day.year - (number > now and way <= 0 and number - now > 1) + (way > 0 and number + 1 < now)
    if m.kinds("ago"):
        at -= 1
    c.quarter = value = f"{at:04d}-Q{number}"
    return Draft("DATE", value, mod=prefix(m), anchor="" if stated is not None else "published")


def half(c: Context, m: Match) -> Draft | None:
    """ "The first half of 1989", "the last half of the year"."""
    number = 2 if m.kind("o") in ("LAST", "LATEST", "FINAL") else cast("int", m.value("o"))
    stated = cast("int | None", m.value("y"))
    if number not in (1, 2):
        return None
    if m.value("e"):
        return Draft("DATE", str(m.value("e")), mod="START" if number == 1 else "END")
    at = stated if stated is not None else _relative_year(c, m) or (c.day.year if c.day else None)
    return Draft(
        "DATE",
        f"{at:04d}-H{number}" if at is not None else f"XXXX-H{number}",
        anchor="" if stated is not None else "published",
    )


def season(c: Context, m: Match) -> Draft | None:
    name = cast("str", m.value("s"))
    stated, which = cast("int | None", m.value("y")), m.kind("which")
    if m.kind("s") == "FALL" and m.tokens.lower(m.last) == "of":  # the fall of a city
        return None
    if (
        m.kind("s") == "FALL"
        and stated is None
        and which not in ("THE", "THIS", "LAST", "NEXT", "PAST", "COMING")
        and m.tokens.lower(m.first - 1) != "in"
    ):
        return None
    if stated is None:
        stated = _relative_year(c, m)
    if stated is None and c.day:
        stated = c.day.year
        starts = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[name]
        month_now = c.day.month + (12 if name == "WI" and c.day.month < 3 else 0)
        if which in ("LAST", "PAST"):
            stated -= month_now < starts + 3
        elif which in ("NEXT", "COMING"):
            stated += month_now >= starts
        else:
            stated += _season_shift(c, m, name, starts)
    return Draft(
        "DATE",
        f"{stated:04d}-{name}" if stated is not None else f"XXXX-{name}",
        mod=prefix(m),
        anchor="published" if m.value("y") is None and c.day else "",
    )


def _season_shift(c: Context, m: Match, name: str, starts: int) -> int:
    """The year of a season that states none, from that of the reference: a plan's lies ahead ("to reopen before the summer"), what was done
    in one that has not come yet lies a year back, and winter goes on until it is summer."""
    if c.day is None:
        return 0
    way = c.direction(m.first, m.last)
    awaited = [m.tokens.lower(i) for i in (m.first - 2, m.first - 1)] in (["ahead", "of"], ["time", "for"])
    if name == "WI":
        return -1 if c.day.month < 3 or (c.day.month < 6 and way <= 0 and not awaited) else 0
    if c.day.month >= starts + 3:
        return 1 if way > 0 else 0
    return -1 if c.day.month < starts and way < 0 and not awaited else 0


def weekday(c: Context, m: Match) -> Draft | None:
    """The same day or the last one before the reference; ahead where the words look ahead (see `Context.direction`)."""
    number, part = cast("int", m.value("w")), cast("str | None", m.value("part"))
    tail = f"T{part}" if part and not re.match(r"\d", part) else f"T{part}" if part else ""
    kind = "TIME" if part else "DATE"
    mod = prefix(m)
    if m.kinds("px")[:1] in (["EARLIER"], ["LATER"]):  # "Earlier Friday": the weekday alone is the expression
        return None
    if m.kinds("ofweek"):
        return _weekday_of_week(c, m, number, tail)
    which = (m.kinds("which") or [""])[-1]
    if which in ("PREV", "FOLLOWING"):
        base = c.before()
        found = weekday_near(base, number, -2 if which == "PREV" else 2) if base else None
        return Draft(
            kind, f"{found.isoformat()}{tail}" if found else f"XXXX-WXX-{number}{tail}", mod=mod, anchor="before"
        )
    if c.day is None:
        return Draft(kind, f"XXXX-WXX-{number}{tail}", mod=mod)
    found = weekday_near(c.day, number, _weekday_way(c, m))
    return Draft(kind, f"{found.isoformat()}{tail}", mod=mod, anchor="published") if found else None


def _weekday_way(c: Context, m: Match) -> int:
    which = (m.kinds("which") or [""])[-1]
    if which in ("LAST", "PAST"):
        return -2
    if which in ("NEXT", "COMING"):
        return 2
    way = weekday_direction(c, m)
    return 1 if way > 0 or (which == "THIS" and way == 0) else -1


PUT_OFF = frozenset("postponed delayed deferred extended adjourned rescheduled given gave".split())


def weekday_direction(c: Context, m: Match) -> int:
    """`Context.direction`; what may come "as early as Tuesday" and what was "postponed until Tuesday" lies ahead, whatever the tense."""
    before = [m.tokens.lower(i) for i in range(m.first - 8, m.first)]
    if before[-3:] in (["as", "early", "as"], ["as", "soon", "as"]):
        return 1
    if before[-1] in ("until", "till") and PUT_OFF.intersection(before):
        return 1
    return c.direction(m.first, m.last)


def _weekday_of_week(c: Context, m: Match, number: int, tail: str) -> Draft | None:
    if c.day is None:
        return Draft("TIME" if tail else "DATE", f"XXXX-WXX-{number}{tail}")
    monday = weekday_near(c.day, 1, -1)
    weeks = {"LAST": -1, "NEXT": 1}.get(m.kinds("ofweek")[-2], 0)
    found = moved(monday, 7 * weeks + number - 1) if monday else None
    return Draft("TIME" if tail else "DATE", f"{found.isoformat()}{tail}", anchor="published") if found else None


WHICH = "(?P<which>THE? LAST|THIS COMING?|NEXT|THE? [PREV FOLLOWING]|THE? COMING|PAST)"
RULES: tuple[Rule, ...] = (
    rule("iso date", "(?P<v>ISO)", iso),
    rule("date with slashes", "(?P<v>SLASHDATE)", slash),
    rule("month and day", "PX? (?:WD COMMA?)? (?:THIS COMING? WD COMMA?)? (?P<m>MON) THE? (?P<d>[N1 N2 ORD]) (?!AMPM|OCLOCK)(?:COMMA? OF? (?P<y>YEAR4)|COMMA? (?P<rel>[THIS LAST NEXT]) UNIT)?", full_date),
    rule("day and month", "PX? (?:WD COMMA?)? (?:THE? (?P<d>[ORD]) OF?|(?P<d2>DAYNUM) ) (?P<m>MON) (?:COMMA? (?P<y>YEAR4)|(?P<rel>[THIS LAST NEXT]) UNIT)?", day_first),
    rule("no such day", "(?:WD COMMA?)? (?:MON (?P<d>NN)|(?P<d2>NN) MON) COMMA? YEAR4", no_such_day),
    rule("second day of a range", "(?<=MON [N1 N2] [HY TO AND]) (?P<d>[N1 N2]) (?!ANYUNIT|AMPM|MON|OTHER)", second_day),
    rule("first day of a range", "(?P<d>[N1 N2]) (?=(?:HY|TO|AND) [N1 N2] MON)", second_day),
    rule("month and year", "PX? (?P<m>MON) (?:(?:COMMA|OF)? (?P<y>YEAR4)|(?:OF|COMMA)? (?P<rel>[THIS LAST NEXT]) UNIT)", month),
    rule("month", "PX? (?P<which>[LAST THIS NEXT PREV PAST COMING])? (?P<m>MONTH)", month),
    rule("year", "PX? (?P<sure>THE UNIT|FISCAL UNIT?)? (?P<y>YEAR4)", year),
    rule("year two thousand", "(?P<sure>THE UNIT) (?P<y>YW)", year),
    rule("second year of a range", "(?<=YR HY) (?P<d>[N1 N2 NN]) (?!ANYUNIT)", year_range),
    rule("decade", "PX? (?P<the>THE)? (?P<px2>EARLY|LATE|MID HY?)? (?P<e>[DECADES DECADE])", decade),
    rule("century", "(?P<px>EARLY|LATE|MID HY?)? (?P<o>ORD) HY? UNIT", lambda c, m: century(c, m) if m.tokens.values[m.last - 1] == "C" else None),
    rule("quarter", "PX? (?:THE (?!ORD HY QUARTER))? (?P<ago>UNIT HY AGO|UNIT HY EARLIER)? (?:(?P<y2>YR)|(?P<rel2>[THIS LAST NEXT]) UNIT S)? FISCAL? HY? (?P<o>ORDINAL) HY? QUARTER (?:OF? (?P<y>YR)|(?:OF)? (?P<rel>[THIS LAST NEXT]) UNIT)?", quarter),
    rule("half", "THE (?P<o>[ORD SECOND LAST LATEST FINAL]) HALF OF (?:(?P<y>YEAR4)|THE UNIT|(?P<rel>[THIS LAST NEXT]) UNIT|THE? (?P<e>DECADES))", half),
    rule("season", "PX? (?P<which>[THE LAST THIS NEXT PAST COMING])? (?P<s>[SEASON FALL]) (?:OF? (?P<y>YEAR4)|OF? (?P<rel>[LAST NEXT THIS]) UNIT)?", season),
    rule("holiday", "(?P<which>[LAST THIS NEXT])? (?P<name>HOLIDAY) (?:(?P<eve>EVE)|(?P<week>UNIT)|WEEKDAY)? (?:COMMA? (?P<y>YR))?", holidays.holiday),
    rule("named day", "(?P<which>[LAST THIS NEXT])? (?P<name>NAMEDDAY) S? UNIT (?:COMMA? (?P<y>YR))?", holidays.holiday),
    rule("new year", "(?P<which>[LAST THIS NEXT])? (?P<name>NEW) (?P<year>UNIT) S (?:UNIT|(?P<eve>EVE)) (?:COMMA? (?P<y>YR))?", holidays.holiday),
    rule("weekday", f"PX? {WHICH}? (?P<w>WEEKDAY) HY? (?P<part>PART)? (?P<ofweek>(?:OF)? [THIS LAST NEXT] UNIT)?", weekday),
)  # fmt: skip
