"""Number phrases with their bounds: "at least 31", "between 10 and 15", "dozens of", "more than a dozen", "a", "several hundred".

In: `Words` of a paragraph. Out: `Figure`s in order. What is counted, and what happened to them, `reading.tolls` says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.knowledge.countwords import (
    BETWEEN_PERHAPS,
    BOUNDS,
    LEADING,
    NUMBER_NOUNS,
    PERHAPS,
    RISES_BY,
    RISING,
    SETS_NUMBER,
    SINGULAR,
    VAGUE,
)
from onrecord.reading.numbers import ONES, SCALES, TENS, numeral

if TYPE_CHECKING:
    from onrecord.reading.numbers import Words
    from onrecord.values.record import Bound

Number = int | float
# The words with which a number phrase may begin, if not with digits.
_BEGINNINGS = frozenset({*VAGUE, *ONES, *TENS, *SCALES, "between", "from", "half", "a", "an", "another"})
_BOUND_ENDS = frozenset(phrase[-1] for phrase, _ in BOUNDS)
_AHEAD = 8  # words before a figure in which it is told to be possible


@dataclass(frozen=True, slots=True)
class Figure:
    """Words `first`..`last` (exclusive): bound words, number, and "of" behind a vague one; `number` is the index of the number itself."""

    first: int
    number: int
    last: int
    low: Number | None
    high: Number | None
    bound: Bound
    single: bool = False  # "a man"


def figures(w: Words) -> list[Figure]:
    """All number phrases of a paragraph that may count something. Linear."""
    found: list[Figure] = []
    at = free = 0
    for i in [i for i, word in enumerate(w.lower) if word in _BEGINNINGS or word[0].isdecimal()]:
        one = (_vague(w, i) or _range(w, i) or _exact(w, i) or _single(w, i)) if i >= at else None
        if one is None:
            continue
        bounded = _bounded(w, one, free)
        found.append(bounded)
        at = free = bounded.last
        while one.single and w.lower[at] not in SINGULAR:  # "a 23-year-old man": the age counts nothing
            at += 1
    return found


def _vague(w: Words, i: int) -> Figure | None:
    """ "dozens of", "several hundred", "tens of thousands of", "a few", "several dozen"."""
    word = w.lower[i]
    if word not in VAGUE or (word == "many" and i + 1 < len(w) and w.lower[i - 1] == w.lower[i + 1] == "as"):
        return None
    low, high = VAGUE[word]
    last = i + 1
    after = w.lower[last] if last < len(w) else ""
    if word in ("several", "few") and (after in SCALES or after == "dozen"):
        scale = SCALES.get(after, 12)
        return Figure(i, i, last + 1, 3 * scale, 10 * scale - 1 if scale != 12 else 99, "vague")
    if (
        word in ("tens", "hundreds", "dozens", "scores")
        and after == "of"
        and last + 1 < len(w)
        and w.lower[last + 1] in ("thousands", "millions")
    ):
        scale = 1000 if w.lower[last + 1] == "thousands" else 10**6
        low, high, last = low * scale, (high * scale + scale - 1 if high else None), last + 2
    return Figure(i, i, last, low, high, "vague")


def _range(w: Words, i: int) -> Figure | None:
    """ "between 10 and 15", "10 to 15", "10-15"."""
    first = i + 1 if w.lower[i] in ("between", "from") else i
    got = numeral(w, first)
    if got is None or w.lower[first] in ("a", "an"):
        return None
    low, at = got
    joiner = w.lower[at] if at < len(w) else ""
    if (
        joiner not in ("and", "to", "-", "–", "or")
        or (joiner == "and" and w.lower[i] != "between")
        or (joiner in "-–" and not w.hyphen(at))
    ):
        return None
    second = numeral(w, at + 1)
    if second is None or not low < second[0] or w.lower[at + 1] in ("a", "an") or (joiner in "-–" and low > 1900):
        return None
    return Figure(i, first, second[1], low, second[0], "between")


def _exact(w: Words, i: int) -> Figure | None:
    """A plain number; no year, ordinal, clock time or part of a code."""
    word = w.lower[i]
    if word == "one" and i and w.lower[i - 1] in ("no", "any", "every", "the", "this", "that"):
        return None
    got = numeral(w, i)
    if got is None or (word[0].isdecimal() and _part_of_a_code(w, i, got[1])):
        return None
    return Figure(i, i, got[1], got[0], got[0], "exact")


def _part_of_a_code(w: Words, first: int, last: int) -> bool:
    """ "F-16", "7:30", "#3", "9/11", "2.5%"."""
    before = w.lower[first - 1] if first and w.joined(first) else ""
    after = w.lower[last] if last < len(w) and w.joined(last) else ""
    return (
        (before != "" and before not in "$€£¥₹([\"'“‘,;—–" and not before.isalpha())
        or after in ("%", "/", "°")
        or before == "/"
    )


def _single(w: Words, i: int) -> Figure | None:
    """ "a man", "an off-duty policeman": one person, named by a word for a person within four words."""
    if w.lower[i] not in ("a", "an", "another") or (w.lower[i] == "another" and numeral(w, i + 1)):
        return None
    for at in range(i + 1, min(i + 8, len(w))):
        word = w.lower[at]
        if word in SINGULAR and not (
            at + 1 < len(w) and (w.lower[at + 1] in SINGULAR or w.lower[at + 1] in ("'s", "’s"))
        ):
            return Figure(i, i, i + 1, 1, 1, "exact", single=True)
        if not (word[0].isalnum() or word in "-–") or word in (
            "of",
            "in",
            "on",
            "and",
            "to",
            "for",
            "at",
            "by",
            "who",
            "was",
            "were",
            "is",
        ):
            return None
    return None


def _bounded(w: Words, one: Figure, free: int) -> Figure:
    """The figure with the bound words before and behind it; `free`: the first word not taken by the figure before."""
    first = one.first
    while first > free and w.lower[first - 1] in LEADING and one.bound != "between":
        first -= 1
    for phrase, bound in BOUNDS if first and w.lower[first - 1] in _BOUND_ENDS else ():
        start = first - len(phrase)
        if start >= free and tuple(w.lower[start:first]) == phrase:
            return _with(one, start, bound)
    if one.last + 1 < len(w) and w.lower[one.last] == "or" and w.lower[one.last + 1] in ("more", "so"):
        bounded = _with(one, one.first, "at_least" if w.lower[one.last + 1] == "more" else "about")
        return Figure(bounded.first, one.number, one.last + 2, bounded.low, bounded.high, bounded.bound)
    lead = (
        first
        if first < one.first
        and (w.lower[first] not in ("the", "a", "these", "those") or (one.bound == "vague" and w.lower[first] == "a"))
        else one.first
    )
    return Figure(lead, one.number, one.last, one.low, one.high, one.bound, one.single)


def perhaps(w: Words, one: Figure) -> int | None:
    """The word from which on a figure is told as one that may yet be: "could" of "could exceed 80", "expected" of "is expected to rise to at
    least 40"; None for one that is stated."""
    at = one.number - 1
    held = max(one.first - _AHEAD, 0)
    while at >= held and (at >= one.first or w.lower[at] in RISES_BY) and w.lower[at] not in RISING:
        at -= 1
    if at < held or w.lower[at] not in RISING:
        return None
    at -= 1
    while at >= held and w.lower[at] in BETWEEN_PERHAPS:
        at -= 1
    return at if at >= held and w.lower[at] in PERHAPS else None


def _with(one: Figure, first: int, bound: str) -> Figure:
    """Applies bound words: "more than 20" is at least 21, "fewer than 20" at most 19; vague words keep their interval."""
    low, high = one.low, one.high
    if one.bound in ("vague", "between") or low is None:
        return Figure(first, one.number, one.last, low, high, one.bound)
    whole = isinstance(low, int) and low > 1
    if bound in ("at_least", "more"):
        return Figure(
            first, one.number, one.last, low + 1 if bound == "more" and isinstance(low, int) else low, None, "at_least"
        )
    if bound in ("at_most", "fewer"):
        return Figure(first, one.number, one.last, None, low - 1 if bound == "fewer" and whole else low, "at_most")
    return Figure(first, one.number, one.last, low, low, "about")


def put_at(w: Words, f: Figure) -> bool:
    """ "Put the number at 14", "gave a figure of 20": the count told before, by another."""
    at = f.first - 1
    if at < 3 or w.lower[at] not in ("at", "of") or w.lower[at - 1] not in NUMBER_NOUNS:
        return False
    return w.lower[at - 2] in ("the", "that", "a", "its", "their") and w.lower[at - 3] in SETS_NUMBER
