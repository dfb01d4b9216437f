"""Arithmetic on TIMEX3 values: dates, weeks, quarters, and the days that a value covers. The proleptic Gregorian calendar."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
PART_HOURS = {
    "MO": ("05:00", "12:00"),
    "MI": ("11:00", "13:00"),
    "AF": ("12:00", "18:00"),
    "EV": ("17:00", "23:00"),
    "NI": ("18:00", "23:59"),
    "DT": ("06:00", "18:00"),
}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(.+))?")
_CLOCK = re.compile(r"(\d\d)(?::(\d\d)(?::\d\d)?)?(.*)")


def parse_reference(value: str | None) -> tuple[date | None, str | None]:
    """The day and the clock time (hh:mm) of an ISO date or datetime; None for what it does not state or is no date."""
    if not value or not (found := re.match(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d))?", value)):
        return None, None
    day = day_of(int(found[1]), int(found[2]), int(found[3]))
    return day, found[4] if day else None


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None where there is none such (30 February, year 0)."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def moved(day: date, days: int) -> date | None:
    """`days` later; None where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def month_moved(year: int, month: int, by: int) -> tuple[int, int]:
    """The month `by` months later."""
    months = year * 12 + month - 1 + by
    return months // 12, months % 12 + 1


def week_of(day: date) -> str:
    """The ISO week: "2015-W46"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(month: int) -> int:
    return (month + 2) // 3


def weekday_near(day: date, weekday: int, direction: int) -> date | None:
    """The weekday (1 Monday) at or before `day` for direction -1, at or after it for 1; strictly so for -2 and 2."""
    gap = (day.isoweekday() - weekday) % 7
    if direction < 0:
        return moved(day, -(gap or (7 if direction == -2 else 0)))
    return moved(day, (-gap) % 7 or (7 if direction == 2 else 0))


def first_day(value: str | None) -> date | None:
    """The first day that a value covers; None for durations, references and unknown parts."""
    covered = bounds(value or "")
    return date.fromisoformat(covered[0][:10]) if covered else None


def bounds(value: str) -> tuple[str, str] | None:
    """The earliest and latest ISO date (or datetime, for clock times and parts of the day) that a value covers; None where open.

    >>> bounds("2015-11"), bounds("2015-11-15TNI"), bounds("198")
    (('2015-11-01', '2015-11-30'), ('2015-11-15T18:00', '2015-11-15T23:59'), ('1980-01-01', '1989-12-31'))
    """
    if found := _DAY.fullmatch(value):
        day = day_of(int(found[1]), int(found[2]), int(found[3]))
        return _of_day(day, found[4]) if day else None
    if found := re.fullmatch(r"(\d{4})(?:-(\d\d))?", value):
        year, month = int(found[1]), int(found[2] or 0)
        return _months(year, month, month) if 1 <= month <= 12 else _months(year, 1, 12) if not found[2] else None
    if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        return _of_week(int(found[1]), int(found[2]), weekend=bool(found[3]))
    if found := re.fullmatch(r"(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))", value):
        year = int(found[1])
        if found[2]:
            return _months(year, 3 * int(found[2]) - 2, 3 * int(found[2]))
        return (
            _months(year, 6 * int(found[3]) - 5, 6 * int(found[3]))
            if found[3]
            else _months(year, *SEASON_MONTHS[found[4]])
        )
    if re.fullmatch(r"\d{3}", value) and value != "000":
        return f"{value}0-01-01", f"{value}9-12-31"
    if re.fullmatch(r"\d{2}", value):  # a century; TIMEX3 counts it by its first two digits
        return f"{max(int(value) * 100, 1):04d}-01-01", f"{value}99-12-31"
    return None


def _of_day(day: date, clock: str | None) -> tuple[str, str]:
    iso = day.isoformat()
    if not clock:
        return iso, iso
    if clock in PART_HOURS:
        return f"{iso}T{PART_HOURS[clock][0]}", f"{iso}T{PART_HOURS[clock][1]}"
    found = _CLOCK.fullmatch(clock)
    if not found:
        return f"{iso}T00:00", f"{iso}T23:59"
    if found[1] == "24":
        later = moved(day, 1)
        at = f"{later.isoformat()}T00:00" if later else f"{iso}T23:59"
        return at, at
    hour, minute, zone = found[1], found[2], found[3] if re.fullmatch(r"Z|[+-]\d\d:?\d\d", found[3]) else ""
    return (f"{iso}T{hour}:{minute or '00'}{zone}", f"{iso}T{hour}:{minute or '59'}{zone}")


def _of_week(year: int, week: int, *, weekend: bool) -> tuple[str, str] | None:
    try:
        first, last = date.fromisocalendar(year, week, 6 if weekend else 1), date.fromisocalendar(year, week, 7)
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()


def _months(year: int, first: int, last: int) -> tuple[str, str] | None:
    """From the first to the last month, both included; months past 12 are next year's."""
    end_year, end_month = month_moved(year, last, 0)
    if not 1 <= year <= 9998:
        return None
    return f"{year:04d}-{first:02d}-01", f"{end_year:04d}-{end_month:02d}-{monthrange(end_year, end_month)[1]:02d}"


def easter(year: int) -> date | None:
    """Western Easter Sunday (the anonymous Gregorian computus, Meeus)."""
    if not 1583 <= year <= 9999:
        return None
    golden, century, rest = year % 19, year // 100, year % 100
    leap, skip = divmod(century, 4)
    epact = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    offset = (32 + 2 * skip + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * offset) // 451
    month, day = divmod(epact + offset - 7 * late + 114, 31)
    return day_of(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth weekday of a month (-1: the last)."""
    if nth < 0:
        last = day_of(year, month, monthrange(year, month)[1])
        return weekday_near(last, weekday, -1) if last else None
    first = day_of(year, month, 1)
    on = weekday_near(first, weekday, 1) if first else None
    return moved(on, 7 * (nth - 1)) if on else None


STANDARD = {"ET": -5, "CT": -6, "MT": -7, "PT": -8}


def american_offset(zone: str, day: date) -> str:
    """What "ET", "CT", "MT" or "PT" is off UTC on a day, summer time included (the Uniform Time Act of 1966 as amended in 1986 and 2005).

    >>> american_offset("ET", date(2014, 5, 13)), american_offset("PT", date(2014, 1, 1))
    ('-04:00', '-08:00')
    """
    if day.year >= 2007:
        first, last = nth_weekday(day.year, 3, 7, 2), nth_weekday(day.year, 11, 7, 1)
    else:
        first, last = nth_weekday(day.year, 4, 7, 1 if day.year >= 1987 else -1), nth_weekday(day.year, 10, 7, -1)
    summer = bool(first and last and first <= day < last)
    return f"{STANDARD[zone] + summer:+03d}:00"


def as_datetime(day: date, clock: str | None) -> datetime:
    """A day and hh:mm; midnight where no time is known."""
    return datetime.fromisoformat(f"{day.isoformat()}T{clock or '00:00'}")
