"""A time of day beside a date: 10:59, 2.15pm, 10h59, 5 p.m. ET, 1059 GMT, 10:59 (GMT+03:00)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from onrecord.knowledge.calendars import SEASONAL, offset_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.reading.furniture.tokens import Token

AFTERNOON = frozenset({"pm", "p.m", "p.m.", "μμ", "μ.μ", "م", "오후", "下午", "午後"})
MORNING = frozenset({"am", "a.m", "a.m.", "πμ", "π.μ", "ص", "오전", "上午", "午前"})
HALVES = AFTERNOON | MORNING
HOUR_SIGNS = frozenset({"h", "H", "时", "時", "시", "点"})
MINUTE_SIGNS = frozenset({"分", "분"})


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: `iso` as it stands behind a date ("T10:59+00:00"), `zone` in minutes or None, and the index after it."""

    iso: str
    zone: int | None
    after: int


def clock_at(tokens: Sequence[Token], i: int, day: str | None) -> Clock | None:
    """The time of day that begins at token i, or None; `day` (ISO) decides on summer time for names such as "ET"."""
    at = i
    half: bool | None = None
    if at < len(tokens) and tokens[at].text == "T" and at > 0:
        at += 1
    if at + 1 < len(tokens) and tokens[at].text + tokens[at + 1].text in HALVES:
        half, at = tokens[at].text + tokens[at + 1].text in AFTERNOON, at + 2
    elif at < len(tokens) and tokens[at].text in HALVES:
        half, at = tokens[at].text in AFTERNOON, at + 1
    read = _figures(tokens, at)
    if read is None:
        return None
    hour, minute, second, at, sure = read
    if at < len(tokens) and (mark := tokens[at].text.casefold()) in HALVES:
        half, at = mark in AFTERNOON, at + 1
        if at < len(tokens) and tokens[at].text == "." and mark.endswith("m") and "." in mark:
            at += 1
    zone, at = _zone(tokens, at, day)
    if not sure and half is None and zone is None:
        return None
    if half is not None and not 1 <= hour <= 12 and hour > 23:
        return None
    if half is not None and hour <= 12:
        hour = hour % 12 + (12 if half else 0)
    if hour > 23 or (minute or 0) > 59 or (second or 0) > 59:
        return None
    minutes = f":{minute:02}" if minute is not None else ":00"
    seconds = f":{second:02}" if second is not None else ""
    return Clock(f"T{hour:02}{minutes}{seconds}{_offset(zone)}", zone, at)


def _figures(tokens: Sequence[Token], i: int) -> tuple[int, int | None, int | None, int, bool] | None:
    """(hour, minute, second, index after, whether its form alone makes it a time of day) or None."""
    if i >= len(tokens) or (hour := tokens[i].number) is None:
        return None
    if len(tokens[i].text) == 4:
        return hour // 100, hour % 100, None, i + 1, False
    if len(tokens[i].text) > 2:
        return None
    sign = tokens[i + 1].text if i + 1 < len(tokens) else ""
    minute = tokens[i + 2].number if i + 2 < len(tokens) and len(tokens[i + 2].text) == 2 else None
    if minute is not None and (
        sign in (":", "：") or sign in HOUR_SIGNS or (sign == "." and tokens[i + 1].end == tokens[i + 2].start)
    ):
        second, at = None, i + 3
        if (
            sign in (":", "：")
            and at + 1 < len(tokens)
            and tokens[at].text == sign
            and len(tokens[at + 1].text) == 2
            and tokens[at + 1].number is not None
        ):
            second, at = tokens[at + 1].number, at + 2
            if at + 1 < len(tokens) and tokens[at].text == "." and tokens[at + 1].number is not None:
                at += 2  # fractions of a second
        elif at < len(tokens) and tokens[at].text in MINUTE_SIGNS:
            at += 1
        return hour, minute, second, at, True
    if sign in HOUR_SIGNS:
        return hour, None, None, i + 2, sign not in ("h", "H")
    return hour, None, None, i + 1, False


def _zone(tokens: Sequence[Token], i: int, day: str | None) -> tuple[int | None, int]:
    """The zone from token i: letters in capitals, an offset, or both; (None, i) where there is none."""
    at = i + 1 if i < len(tokens) and tokens[i].text == "(" else i
    zone: int | None = None
    if (
        at < len(tokens)
        and tokens[at].kind == "word"
        and (tokens[at].text.isupper() or tokens[at].text in ("Eastern", "Pacific", "Central", "Mountain"))
    ):
        zone = offset_of(tokens[at].text, summer=tokens[at].text.casefold() in SEASONAL and _summer(day))
        if zone is None:
            return None, i
        at += 1
    if at + 1 < len(tokens) and tokens[at].text in ("+", "-", "−") and zone in (None, 0):
        told = _difference(tokens, at)
        if told:
            zone, at = told
    if zone is None:
        return None, i
    if at < len(tokens) and tokens[at].text == ")":
        at += 1
    return zone, at


def _difference(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    sign = 1 if tokens[at].text == "+" else -1
    figures = tokens[at + 1]
    if figures.number is None or len(figures.text) not in (1, 2, 4) or tokens[at].end != figures.start:
        return None
    if len(figures.text) == 4:
        minutes, after = figures.number // 100 * 60 + figures.number % 100, at + 2
    elif at + 3 < len(tokens) and tokens[at + 2].text == ":" and tokens[at + 3].number is not None:
        minutes, after = figures.number * 60 + (tokens[at + 3].number or 0), at + 4
    else:
        minutes, after = figures.number * 60, at + 2
    return (sign * minutes, after) if minutes <= 14 * 60 else None


def _offset(zone: int | None) -> str:
    if zone is None:
        return ""
    sign = "-" if zone < 0 else "+"
    return f"{sign}{abs(zone) // 60:02}:{abs(zone) % 60:02}"


def _summer(day: str | None) -> bool:
    """Whether a day falls in the northern American summer time (since 2007: second Sunday of March to first Sunday of November)."""
    if day is None:
        return False
    at = date.fromisoformat(day)
    march, november = date(at.year, 3, 8), date(at.year, 11, 1)
    return march + timedelta((6 - march.weekday()) % 7) <= at < november + timedelta((6 - november.weekday()) % 7)
