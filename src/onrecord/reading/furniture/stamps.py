"""Timestamps as pages print them, in any language of `knowledge.calendars`: "Updated: 16 November 2015, 10:59 GMT".

In: a short stretch of text. Out: the moments in it, as ISO 8601 to the precision stated and with the zone where one is stated, and
whether anything else stands there. A figure date that may be read two ways (03/04/2015) is read day first, month first only where the
page is known to be North American; the parts are never guessed beyond that: no year, no value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from onrecord.knowledge.calendars import (
    BESIDE,
    MONTHS,
    PUBLISHED,
    UPDATED,
    WEEKDAYS,
    Label,
    fold_word,
    label_of,
    months_of,
    stands_beside,
    weekday_of,
)
from onrecord.reading.furniture.clocks import HALVES, Clock, clock_at
from onrecord.reading.furniture.tokens import Token, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 240  # code points of a stretch that may be a timestamp
AGO = frozenset({"ago", "önce", "il y a", "hace", "назад"})
SEPARATORS = frozenset({"/", ".", "-", "–", "‐", "‑"})
CJK = ("年", "月", "日")
HANGUL = ("년", "월", "일")


@dataclass(frozen=True, slots=True)
class Stamp:
    """One moment of a timestamp: `value` None where it is told but not in full; `label` says which it is, None where the page does not."""

    start: int
    end: int
    value: str | None
    label: Label | None


@dataclass(frozen=True, slots=True)
class Stamps:
    """The moments of a stretch and what else stands there: `rest` are the tokens that belong to no timestamp."""

    items: tuple[Stamp, ...]
    rest: tuple[Token, ...]

    @property
    def alone(self) -> bool:
        """Whether the stretch is timestamps and nothing else."""
        return bool(self.items) and not self.rest


@dataclass(frozen=True, slots=True)
class Day:
    """A date over tokens [.., after): the parts that are told."""

    after: int
    iso: str


def stamps(text: str, start: int, end: int, *, month_first: bool = False, language: str | None = None) -> Stamps:
    """Every moment in text[start:end], and the rest."""
    if end - start > LONGEST:
        return Stamps((), (Token("…", start, end, "mark"),))
    tokens = tokens_of(text, start, end)
    found: list[Stamp] = []
    rest: list[Token] = []
    label: Label | None = None
    opened: int | None = None
    i = 0
    while i < len(tokens):
        if tokens[i].kind == "mark":
            i += 1
        elif _says_nothing(tokens[i]):
            rest.append(tokens[i])
            i += 1
        elif told := _label(tokens, i):
            label, after = told
            opened = tokens[i].start
            i = after
        elif moment := _moment(tokens, i, month_first=month_first, language=language):
            value, after = moment
            first = opened if opened is not None else tokens[i].start
            found.append(Stamp(first, tokens[after - 1].end, value, label))
            label, opened, i = None, None, after
        elif _idle(tokens, i):
            i += 1
        else:
            rest.append(tokens[i])
            i += 1
    if label and not found:
        return Stamps((), tuple(tokens))
    return Stamps(tuple(found), tuple(rest))


def leading(text: str, start: int, end: int, *, month_first: bool = False, language: str | None = None) -> Stamp | None:
    """The full date with which a longer stretch begins, or None."""
    tokens = tokens_of(text, start, min(end, start + LONGEST))
    i = 0
    label: Label | None = None
    if told := _label(tokens, 0):
        label, i = told
    if i < len(tokens) and (moment := _moment(tokens, i, month_first=month_first, language=language)) and moment[0]:
        return Stamp(start, tokens[moment[1] - 1].end, moment[0], label)
    return None


def _idle(tokens: Sequence[Token], i: int) -> bool:
    """Marks, and words that may stand beside a date."""
    token = tokens[i]
    return token.kind == "mark" or (
        token.kind == "word" and (stands_beside(token.text) or weekday_of(token.text) is not None)
    )


@cache
def _beginnings() -> frozenset[str]:
    """The first words of all labels: few words are among them, so most need not be looked up with those that follow."""
    phrases = (phrase.strip(" :").split() for phrase in f"{PUBLISHED};{UPDATED}".replace("\n", ";").split(";"))
    return frozenset(" ".join(map(fold_word, words)).partition(" ")[0] for words in phrases if words)


def _label(tokens: Sequence[Token], i: int) -> tuple[Label, int] | None:
    """The longest label that begins at token i: (label, index after it). A colon is taken with it."""
    if i >= len(tokens) or tokens[i].kind != "word" or fold_word(tokens[i].text).partition(" ")[0] not in _beginnings():
        return None
    for size in (5, 4, 3, 2, 1):
        words = tokens[i : i + size]
        if (
            len(words) == size
            and all(t.kind == "word" for t in words)
            and (label := label_of(" ".join(t.text for t in words)))
        ):
            after = i + size
            while after < len(tokens) and tokens[after].text in (":", "："):
                after += 1
            return label, after
    return None


def _moment(
    tokens: Sequence[Token], i: int, *, month_first: bool, language: str | None
) -> tuple[str | None, int] | None:
    """A date, with its time of day before or after it, from token i: (ISO or None, index after it)."""
    if not _may_begin(tokens[i]):
        return None
    if (early := clock_at(tokens, i, None)) and (
        day := _day(tokens, _skip(tokens, early.after), month_first=month_first, language=language)
    ):
        clock = clock_at(tokens, i, day.iso) or early
        return _value(day, clock), max(day.after, clock.after)
    if day := _day(tokens, i, month_first=month_first, language=language):
        late = clock_at(tokens, _skip(tokens, day.after), day.iso) if len(day.iso) == 10 else None
        return (_value(day, late), late.after) if late else (day.iso, day.after)
    if i + 2 < len(tokens) and tokens[i].number is not None and tokens[i + 1].kind == "word":
        for after in (i + 3, i + 4):
            if after <= len(tokens) and tokens[after - 1].text.casefold() in AGO:
                return None, after
    if early and (early.zone is not None or i == 0 or tokens[i - 1].text == ":"):
        return None, early.after
    return None


@cache
def _openings() -> frozenset[str]:
    """The first words, folded, of all months, weekdays and halves of the day: with few words may a moment begin."""
    halves = (half[:size] for half in HALVES for size in range(1, len(half) + 1))
    names = (name.split() for name in re.split("[:;,\n]", f"{MONTHS}\n{WEEKDAYS}"))
    return frozenset(map(fold_word, ("T", "tháng", *halves, *(words[0] for words in names if words))))


def _may_begin(token: Token) -> bool:
    return token.kind == "figures" or (token.kind == "word" and fold_word(token.text) in _openings())


@cache
def _telling() -> frozenset[str]:
    """The words, folded, that have a meaning in a timestamp or may stand in one."""
    return _beginnings() | _openings() | {fold_word(word) for word in BESIDE.split()}


def _says_nothing(token: Token) -> bool:
    """Whether a word is any of a report's: most are, and need not be looked at with what follows them."""
    return token.kind == "word" and fold_word(token.text).partition(" ")[0] not in _telling()


def _value(day: Day, clock: Clock) -> str:
    return day.iso + clock.iso if len(day.iso) == 10 else day.iso


def _skip(tokens: Sequence[Token], i: int) -> int:
    """Past marks and idle words, at most five."""
    after = i
    while after < len(tokens) and after < i + 5 and _idle(tokens, after):
        after += 1
    return after


def _day(tokens: Sequence[Token], i: int, *, month_first: bool, language: str | None) -> Day | None:
    """A calendar day from token i, weekdays before it passed over."""
    at = i
    while at < len(tokens) and at < i + 4 and tokens[at].kind == "word" and weekday_of(tokens[at].text) is not None:
        at = _skip(tokens, at + 1)
    if at >= len(tokens):
        return None
    return _figures(tokens, at, month_first=month_first) or _named(tokens, at, language) or _east(tokens, at)


def _figures(tokens: Sequence[Token], i: int, *, month_first: bool) -> Day | None:
    """16/11/2015, 2015-11-16, 16. 11. 2015, 16.11.15."""
    if i + 4 >= len(tokens):
        return None
    a, one, b, two, c = tokens[i : i + 5]
    if one.text not in SEPARATORS or two.text != one.text or a.number is None or b.number is None or c.number is None:
        return None
    if len(a.text) == 4:
        return _made(a.number, b.number, c.number, i + 5)
    if len(c.text) not in (2, 4) or (len(c.text) == 2 and one.text == "-"):
        return None
    year = c.number if len(c.text) == 4 else _century(c.number)
    swap = month_first if a.number <= 12 and b.number <= 12 else b.number > 12
    return _made(year, a.number, b.number, i + 5) if swap else _made(year, b.number, a.number, i + 5)


def _century(year: int) -> int:
    return year + (2000 if year < 70 else 1900)


FILL = re.compile(r"(?:de|del|di|d|of|the|st|nd|rd|th|er|da|ta|года|ροκ|m|tháng|năm|,|\.|-|–|/|،|‐)", re.IGNORECASE)


def _named(tokens: Sequence[Token], i: int, language: str | None) -> Day | None:
    """16 November 2015, November 16, 2015, 16-Nov-2015, 2015. november 16., 16 de noviembre de 2015, 16 tháng 11 năm 2015."""
    got: list[tuple[str, int]] = []  # d(ay or other small figure), m(onth), y(ear)
    at = i
    while at < len(tokens) and at < i + 12 and len(got) < 3:
        token = tokens[at]
        if (
            token.number is not None
            and len(token.text) == 2
            and [k for k, _ in got] == ["d", "m"]
            and tokens[at - 1].text in ("-", "‐", "'", "’")
        ):
            got.append(("y", _century(token.number)))  # 03-Nov-09
        elif token.number is not None and len(token.text) == 4 and 1500 <= token.number <= 2200:
            got.append(("y", token.number))
        elif token.number is not None and len(token.text) <= 2 and 1 <= token.number <= 31:
            got.append(("d", token.number))
        elif month := _month(tokens, at, language):
            number, width = month
            got.append(("m", number))
            at += width - 1
        elif token.text.casefold() == "tháng" and at + 1 < len(tokens) and (nth := tokens[at + 1].number) and nth <= 12:
            got.append(("m", nth))
            at += 1
        elif at == i or not FILL.fullmatch(token.text):
            break
        at += 1
    shape = "".join(kind for kind, _ in got)
    if shape in ("dmy", "mdy", "ymd"):
        parts = dict(got)
        return _made(parts["y"], parts["m"], parts["d"], at)
    return None


def _month(tokens: Sequence[Token], i: int, language: str | None) -> tuple[int, int] | None:
    """(month, how many tokens) named at i; Arabic has months of two words. A name that means two months needs the language."""
    for width in (2, 1):
        words = tokens[i : i + width]
        if len(words) < width or words[0].kind != "word" or words[-1].kind != "word":
            continue
        if found := months_of(words[0].text if width == 1 else f"{words[0].text} {words[1].text}"):
            if (
                language not in found and "hr" in found and "pl" in found and i
            ):  # "16. listopada" is Croatian, "16 listopada" Polish
                language = "hr" if tokens[i - 1].text == "." else "pl"
            values = {found[language]} if language in found else set(found.values())
            return (values.pop(), width) if len(values) == 1 else None
    return None


def _east(tokens: Sequence[Token], i: int) -> Day | None:
    """2015年11月16日, 2015년 11월 16일."""
    for signs in (CJK, HANGUL):
        part = tokens[i : i + 6]
        if (
            len(part) == 6
            and part[1].text == signs[0]
            and tuple(t.text for t in part[1::2]) == signs
            and all(t.number is not None for t in part[::2])
        ):
            return _made(part[0].number or 0, part[2].number or 0, part[4].number or 0, i + 6)
    return None


def _made(year: int, month: int, day: int, after: int) -> Day | None:
    try:
        return Day(after, date(year, month, day).isoformat())
    except (ValueError, OverflowError):  # the 31st of February, month 5,000,000,000: no date
        return None
