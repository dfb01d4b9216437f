"""Time expressions of a text: `expressions(text, paragraphs, reference)`. Pure: no parse, no clock, no state beside the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.reading.numbers import words_of
from onrecord.reading.timex import clocks, dates, durations, references, relative
from onrecord.reading.timex.calendar import bounds, parse_reference
from onrecord.reading.timex.context import Context
from onrecord.reading.timex.patterns import LETTER, NO_TIME, Draft, Match, Rule, before_other, by_letter, candidates
from onrecord.reading.timex.tokens import OTHER, Tokens, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

RULES: tuple[Rule, ...] = (*clocks.RULES, *dates.RULES, *relative.RULES, *references.RULES, *durations.RULES)
_RULES = by_letter(RULES)
_ALONE = before_other(_RULES)
_BEGIN = re.compile(f"[{''.join(_RULES)}](?!{LETTER[OTHER]})|[{''.join(_ALONE)}]")


@dataclass(frozen=True, slots=True)
class Expression:
    """A TIMEX3 expression. `anchor`: "published", the index of the expression that it was resolved against, or None; `rule`: its rule."""

    start: int
    end: int
    type: str
    value: str
    mod: str | None
    earliest: str | None
    latest: str | None
    anchor: str | int | None
    rule: str


def expressions(text: str, paragraphs: Iterable[tuple[int, int]], reference: str | None) -> tuple[Expression, ...]:
    """All time expressions of the paragraphs, in order, none inside another.

    `paragraphs` are half-open offsets in code points; `reference` is an ISO date or datetime, or None: then values stay partly unknown
    ("XXXX-WXX-7") until the text itself states a whole date. Never today's date.
    """
    day, clock = parse_reference(reference)
    context: Context | None = None
    out: list[Expression] = []
    for paragraph in words_of(text, tuple(paragraphs)):
        found = tokens(paragraph)
        if context is None:
            context = Context(day, clock, found)
        context.tokens, context.sentence = found, None
        out.extend(_paragraph(context, found, len(out)))
    return tuple(out)


def _paragraph(context: Context, found: Tokens, already: int) -> Iterator[Expression]:
    letters = "".join(LETTER[kind] for kind in found.kinds)
    at, seen = 0, 0
    while begin := _BEGIN.search(letters, at):
        at = begin.start()
        rules = _ALONE if letters.startswith(LETTER[OTHER], at + 1) else _RULES
        fits = candidates(rules[begin[0]], letters, at)
        if not fits:
            at += 1
            continue
        if "STOP" in found.kinds[seen:at]:
            context.sentence = None
        seen = at
        read = _read(context, found, fits, at)
        if read is None:
            at += 1
            continue
        draft, rule, last = read
        if draft is NO_TIME:
            at = seen = last
            continue
        first, last = (draft.first if draft.first is not None else at), (draft.last if draft.last is not None else last)
        yield _expression(context, found, draft, rule, first, last)
        _remember(context, draft, already)
        already += 1
        at = seen = last


def _read(
    context: Context, found: Tokens, fits: Iterable[tuple[Rule, re.Match[str]]], at: int
) -> tuple[Draft, Rule, int] | None:
    """The first of the rules that makes a time of what it fits."""
    for rule, fit in fits:
        if draft := rule.read(context, Match(found, at, fit.end(), fit)):
            return draft, rule, fit.end()
    return None


def _expression(context: Context, found: Tokens, draft: Draft, rule: Rule, first: int, last: int) -> Expression:
    covered = bounds(draft.value) if draft.type in ("DATE", "TIME") else None
    anchor: str | int | None = "published" if draft.anchor else None
    if draft.anchor == "before" and context.last_at is not None:
        anchor = context.last_at
    earliest, latest = (f"{one}{draft.zone}" if "T" in one else one for one in covered) if covered else (None, None)
    return Expression(
        found.starts[first],
        found.ends[last - 1],
        draft.type,
        draft.value,
        draft.mod,
        earliest,
        latest,
        anchor,
        rule.name,
    )


def _remember(context: Context, draft: Draft, index: int) -> None:
    """Keeps a dated mention for what follows; the first whole date stands in for a reference that is not known."""
    covered = bounds(draft.value) if draft.dated and draft.type in ("DATE", "TIME") else None
    if covered is None:
        return
    context.last, context.last_at = draft.value, index
    if "-" in draft.value:
        context.sentence = draft.value
    if context.day is None and len(draft.value) >= 10 and draft.value[5:7].isdecimal():
        context.day = parse_reference(draft.value)[0]
