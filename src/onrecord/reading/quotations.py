"""Where words stand between quotation marks: one pass over the marks of each paragraph, whatever their number.

In: `Page` (its reporting). Out: `Quotations`, by start, outermost first.

Double marks are read with a stack: “ ”, straight ", „ “, « » and » «, and the typewriter's `` and ''. A mark is opening-shaped where
nothing but white space, a bracket or a dash stands before it and a word behind it, closing-shaped the other way round; shape counts where the mark
itself does not tell. A quotation left open ends with its paragraph (or before the mark that must open the next one) and is
`closed=False`; where the next paragraph begins with an opening mark, that quotation `continues` it. Single marks are quotations only where
one opens before a word and one closes behind it in the same paragraph; an apostrophe does neither. Never an error, and linear: each mark is looked
at a fixed number of times.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from onrecord.values.layers import Page, Quotation, Quotations
from onrecord.values.span import Span

if TYPE_CHECKING:
    from onrecord.settings import Settings
    from onrecord.values.layers import Reading

_DOUBLE: Final = re.compile(r"[“”„‟«»\"]|``|''")
_SINGLE: Final = re.compile(r"[‘’‚‹›']")
_CLOSED_BY: Final = {
    "“": '”"“',
    "‟": '”"“',
    "„": '“”"',
    "«": "»",
    "»": "«",
    '"': '"”',
    "”": '”"',
    "``": "''",
    "''": "''",
}
_ALWAYS_OPEN: Final = frozenset({"“", "‟", "„", "«", "``"})
_BEFORE: Final = frozenset("([{—–-/:“„«\"‘'`¿¡…")
_ELISIONS: Final = frozenset({"em", "til", "tis", "twas", "cause", "bout", "n", "s", "t", "d", "m", "ll", "re", "ve"})
_WORD: Final = re.compile(r"[A-Za-z]{1,6}")


class _Mark(NamedTuple):
    """A mark of the text and its shape."""

    text: str
    start: int
    end: int
    opening: bool
    closing: bool


def quotations(reading: Reading, _: Settings) -> Quotations:
    """Every quotation of the reporting. Offsets are code points; linear in the text; raises nothing."""
    found: list[Quotation] = []
    left_open: str | None = None  # the mark of a quotation that the paragraph before did not close
    for paragraph in reading[Page].reporting:
        doubles, left_open = _doubles(reading.text, paragraph, left_open)
        singles = _singles(reading.text, paragraph, doubles)
        found += _nested(doubles + singles)
    return Quotations(tuple(found))


def _marks(text: str, within: Span, pattern: re.Pattern[str]) -> list[_Mark]:
    out = []
    for match in pattern.finditer(text, within.start, within.end):
        start, end = match.span()
        if (
            match.group() == "''"
            and text[end : end + 1] == "'"
            and start > within.start
            and not text[start - 1].isspace()
        ):
            start, end = start + 1, end + 1  # three at the end of words: a single mark, then a double one
        before = text[start - 1] if start > within.start else " "
        after = text[end] if end < within.end else " "
        opens = (before.isspace() or before in _BEFORE) and not after.isspace()
        closes = not before.isspace() and not after.isalnum()
        out.append(_Mark(match.group(), start, end, opens, closes))
    return out


# ------------------------------------------------------------------ double marks


def _doubles(text: str, within: Span, left_open: str | None) -> tuple[list[Quotation], str | None]:
    """The quotations of one paragraph in double marks, and the mark that it leaves open."""
    marks = _marks(text, within, _DOUBLE)
    ahead, closers = _closers_ahead(marks), _left_of_each(marks)
    stack: list[tuple[_Mark, bool]] = []
    done: list[Quotation] = []
    for i, mark in enumerate(marks):
        top = stack[-1][0] if stack else None
        if (
            top is not None
            and mark.text in _CLOSED_BY[top.text]
            and not _reopens(mark, top, ahead[i])
            and not _nests(marks, i, ahead[i])
        ):
            opener, continues = stack.pop()
            done.append(_quotation(text, opener.start, opener.end, mark.start, mark.end, continues=continues))
        elif top is not None and mark.text == top.text and _nests(marks, i, ahead[i]):
            stack.append((mark, False))
        elif top is not None and mark.opening and (mark.text == top.text or mark.text in '"“‟'):
            lost = (
                ahead[i] < 1 or mark.text in ('"', "''", "”")
                if mark.text == top.text
                else closers[i].get(_CLOSED_BY[top.text][0], 0) == 0
            )
            if lost:  # the one that is open has no closing mark
                opener, continues = stack.pop()
                done.append(
                    _quotation(
                        text, opener.start, opener.end, mark.start, mark.start, closed=False, continues=continues
                    )
                )
            stack.append((mark, False))
        elif mark.text in _ALWAYS_OPEN or _may_open(text, mark, within):
            stack.append((mark, bool(left_open) and not done and not stack and mark.start == within.start))
        elif not stack and mark.closing and not done and _lost_opening(text, mark, within, len(marks), left_open):
            done.append(_quotation(text, within.start, within.start, mark.start, mark.end, continues=bool(left_open)))
    for opener, continues in stack:
        done.append(
            _quotation(text, opener.start, opener.end, within.end, within.end, closed=False, continues=continues)
        )
    return [one for one in done if one.inner.end > one.inner.start], stack[0][0].text if stack else None


def _closers_ahead(marks: Sequence[_Mark]) -> list[int]:
    """For each mark: closing less opening marks from it to the end, itself included; straight marks count by number, odd or even."""
    balance, straight, out = 0, 0, []
    for mark in reversed(marks):
        balance += 1 if mark.text in "”»" else -1 if mark.text in _ALWAYS_OPEN else 0
        straight += mark.text in ('"', "''")
        out.append(straight % 2 if mark.text in ('"', "''") else balance)
    return out[::-1]


def _left_of_each(marks: Sequence[_Mark]) -> list[dict[str, int]]:
    """For each mark: how many of each sort follow it (there are ten sorts)."""
    counts: dict[str, int] = {}
    out: list[dict[str, int]] = []
    for mark in reversed(marks):
        out.append(counts)
        counts = {**counts, mark.text: counts.get(mark.text, 0) + 1}
    return out[::-1]


def _reopens(mark: _Mark, top: _Mark, ahead: int) -> bool:
    """Whether a mark that could close must open: it stands before a word, and those from it on pair among themselves."""
    if mark.text in ('"', "''"):
        return mark.opening and not mark.closing and ahead == 0 and mark.text == top.text
    return mark.text == "“" and top.text in "“‟" and not mark.closing


def _nests(marks: Sequence[_Mark], i: int, ahead: int) -> bool:
    """Whether a straight mark inside a quotation opens one more: before a word, the next one behind a word, and one too many left."""
    mark = marks[i]
    if mark.text not in ('"', "''") or mark.closing or not mark.opening or ahead == 0 or i + 2 >= len(marks):
        return False
    return marks[i + 1].text == mark.text and marks[i + 1].closing and not marks[i + 1].opening


def _may_open(text: str, mark: _Mark, within: Span) -> bool:
    """Whether a mark of two faces opens: it does unless it closes by its shape, or is the sign of inches behind a figure."""
    if mark.text == '"' and mark.start > within.start and text[mark.start - 1].isdigit():
        return False
    if mark.text in ("”", "»"):
        return mark.opening
    return mark.opening or not mark.closing


def _lost_opening(text: str, mark: _Mark, within: Span, count: int, left_open: str | None) -> bool:
    """Whether the paragraph's first mark closes what began with the paragraph: one left open before, or an opening mark that was lost."""
    if mark.start == within.start:
        return False
    return bool(left_open) or (count % 2 == 1 and text[mark.start - 1] in ".,!?…")


def _quotation(
    text: str, start: int, inner: int, inner_end: int, end: int, *, closed: bool = True, continues: bool = False
) -> Quotation:
    words = Span(inner, max(inner, inner_end)).trimmed(text)
    return Quotation(start, end if closed else max(start, words.end), words, 1, closed, continues)


# ------------------------------------------------------------------ single marks


def _singles(text: str, within: Span, doubles: Sequence[Quotation]) -> list[Quotation]:
    """The quotations of one paragraph in single marks: pairs of which each half is clear, and that cross no double mark."""
    spoken_for = {at for q in doubles for at in (*range(q.start, q.inner.start), *range(q.inner.end, q.end))}
    marks = [m for m in _marks(text, within, _SINGLE) if m.start not in spoken_for]
    closers = [m for m in marks if m.text in "’'‘›" and m.closing and not m.opening]
    starts = [m.start for m in closers]
    at, innermost = _innermost(doubles)
    out: list[Quotation] = []
    free = within.start
    for mark in marks:
        if mark.start < free or not _opens_single(text, mark, within):
            continue
        closer = _closer(text, mark, closers, bisect_left(starts, mark.end + 1), within)
        if closer is None or innermost[bisect_right(at, mark.start)] != innermost[bisect_right(at, closer.start)]:
            continue
        out.append(_quotation(text, mark.start, mark.end, closer.start, closer.end))
        free = closer.end
    return out


def _opens_single(text: str, mark: _Mark, within: Span) -> bool:
    if not mark.opening or mark.text not in "‘'‚‹":
        return False
    after = text[mark.end : mark.end + 1]
    if after.isdigit():  # '90s
        return mark.text == "‘" and text[mark.end : mark.end + 4].rstrip("s").isdigit() is False
    word = _WORD.match(text, mark.end, within.end)
    return not (word and word.group().lower() in _ELISIONS) and (after.isalnum() or after in "“\"‘'$#@…([")


def _closer(text: str, mark: _Mark, closers: Sequence[_Mark], at: int, within: Span) -> _Mark | None:
    """The first mark that closes; one that may be a plural's apostrophe (workers' rights) only where none better is near."""
    wanted = {"‚": "‘’", "‹": "›", "‘": "’'", "'": "'’"}[mark.text]
    fallback = None
    for one in closers[at : at + 6]:
        if one.text not in wanted:
            continue
        plural = (
            text[one.start - 1] == "s"
            and one.end + 1 < within.end
            and text[one.end] == " "
            and text[one.end + 1].isalpha()
        )
        if not plural:
            return one
        fallback = fallback or one
    return fallback


def _innermost(doubles: Sequence[Quotation]) -> tuple[list[int], list[int]]:
    """The places where a double mark opens or closes, and which quotation is the innermost before, between and behind them (-1: none)."""
    events = sorted([(q.start, 1, i) for i, q in enumerate(doubles)] + [(q.end, 0, i) for i, q in enumerate(doubles)])
    stack, inside = [-1], [-1]
    for _, opens, i in events:
        if opens:
            stack.append(i)
        elif i in stack[-3:]:
            stack.remove(i)
        inside.append(stack[-1])
    return [event[0] for event in events], inside


# ------------------------------------------------------------------ nesting


def _nested(found: list[Quotation]) -> list[Quotation]:
    """By start, each with its depth."""
    out: list[Quotation] = []
    ends: list[int] = []
    for one in sorted(found, key=lambda q: (q.start, -q.end)):
        while ends and ends[-1] <= one.start:
            ends.pop()
        ends.append(one.end)
        out.append(Quotation(one.start, one.end, one.inner, len(ends), one.closed, one.continues))
    return out
