"""Quantities: how many were killed, injured, missing, detained, displaced, took part; how long it lasted; how much money.

In: `Page` (reporting), `Syntax` (tags), `Times` (durations). Out: `Quantities`. Numbers are read by `reading.numbers`, bounds by
`reading.figures`, what people were counted for by `reading.tolls`; works without a parse, and better with one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from onrecord.knowledge.countwords import BEFORE_SUM, CURRENCIES
from onrecord.reading.figures import Figure, figures, perhaps
from onrecord.reading.numbers import Words, words_of
from onrecord.reading.tolls import Toll, tolls
from onrecord.values.layers import Page, Quantities, Reading, Syntax, Times
from onrecord.values.record import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.settings import Settings
    from onrecord.values.record import Bound, Time

UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
_DURATION = re.compile(r"P(?:(T?)(\d+(?:\.\d+)?|X)([YMWDHS]))(?:(T?)(\d+)([MDHS]))?")
DURATION_BOUNDS: dict[str | None, Bound] = {
    None: "exact", "APPROX": "about", "MORE_THAN": "at_least", "EQUAL_OR_MORE": "at_least", "LESS_THAN": "about", "EQUAL_OR_LESS": "at_most",
}  # fmt: skip
NO_LENGTH = ("stretch", "past unit", "the nine months")  # "the past five days" is a period, no length of something


def quantities(reading: Reading, _: Settings) -> Quantities:
    """The quantities of the reporting, ids q1, q2 … in the order of the text.

    `exact` and `about` have low = high = the stated figure; "more than 20" is `at_least` 21; vague words have an interval; what may yet be
    ("could exceed 80") is `vague` with neither `low` nor `high`: nobody states the figure. `of` is the class of victims where a figure is
    a part of another ("18 civilians, including 10 children").
    """
    found: list[Quantity] = []
    tag_at = _tags(reading)
    dated = [(t.start, t.end) for t in reading[Times].items] if Times in reading else []
    for paragraph in words_of(reading.text, reading[Page].reporting):
        found.extend(_counted(paragraph, tag_at, dated))
    if Times in reading:
        found.extend(q for t in reading[Times].items if (q := duration(t, reading.text)))
    found.sort(key=lambda q: (q.start, -q.end))
    kept: list[Quantity] = []
    for one in found:
        if not kept or kept[-1].end <= one.start:
            kept.append(one)
    return Quantities(tuple(_numbered(one, i) for i, one in enumerate(kept, 1)))


def _numbered(one: Quantity, number: int) -> Quantity:
    return Quantity(
        f"q{number}", one.start, one.end, one.measure, one.low, one.high, one.bound, one.unit, one.of, one.found_by
    )


def _tags(reading: Reading) -> dict[int, str]:
    """The Penn tag of the word that begins at an offset."""
    if Syntax not in reading:
        return {}
    syntax = reading[Syntax]
    return dict(zip(syntax.starts, syntax.tags, strict=True))


def _counted(w: Words, tag_at: dict[int, str], dated: list[tuple[int, int]]) -> Iterator[Quantity]:
    """The sums and the counts of a paragraph; what lies in a time expression counts nothing."""
    tags = [tag_at.get(start, "") for start in w.starts]
    every = [f for f in figures(w) if not _in_any(w.starts[f.number], dated)]
    sums = {f.number: q for f in every if (q := _money(w, f))}
    yield from sums.values()
    for toll in tolls(w, [f for f in every if f.number not in sums], tags):
        yield _toll(w, toll)


def _in_any(at: int, spans: list[tuple[int, int]]) -> bool:
    """Whether an offset lies in one of the spans, which are in order."""
    i = bisect_right(spans, (at, 10**12)) - 1
    return i >= 0 and at < spans[i][1]


def _toll(w: Words, toll: Toll) -> Quantity:
    f, last = toll.figure, toll.last
    if last + 1 < len(w) and (w.lower[last] == "aboard" or (w.lower[last] == "on" and w.lower[last + 1] == "board")):
        last += 1 if w.lower[last] == "aboard" else 2
    unit = "family" if toll.noun in ("families", "households") else "person"
    first, low, high, bound, rule = f.first, f.low, f.high, f.bound, f"count: {toll.rule}"
    if f.bound != "at_most" and (hedge := perhaps(w, f)) is not None:  # "could reach as many as 200" is a bound already
        first, low, high, bound, rule = hedge, None, None, "vague", f"{rule}, possible"
    end = w.ends[max(last, f.last) - 1]
    return Quantity("q", w.starts[first], end, toll.measure, low, high, bound, unit, toll.of, rule)


def _money(w: Words, f: Figure) -> Quantity | None:
    """ "$1.2 million", "20 million euros", "US$ 100"."""
    first, last, unit = f.first, f.last, ""
    if f.number and w.lower[f.number - 1] in BEFORE_SUM:
        unit, first = CURRENCIES[w.lower[f.number - 1]], min(first, f.number - 1)
        if first and w.joined(first) and w.lower[first - 1] in ("us", "c", "a", "nz", "hk", "s"):
            first -= 1
    elif last < len(w) and w.lower[last] in CURRENCIES and w.lower[last] not in BEFORE_SUM:
        unit, last = CURRENCIES[w.lower[last]], last + 1
    elif last + 1 < len(w) and w.lower[last] in ("us", "u") and w.lower[last + 1] in ("dollars", "dollar"):
        unit, last = "dollar", last + 2
    if not unit:
        return None
    return Quantity("q", w.starts[first], w.ends[last - 1], "money", f.low, f.high, f.bound, unit, None, "count: money")


def duration(time: Time, text: str) -> Quantity | None:
    """A TIMEX3 duration as a quantity: in the unit that is stated, or in the smaller of two ("1 hour, 20 minutes" is 80 minutes)."""
    found = _DURATION.fullmatch(time.value) if time.type == "DURATION" else None
    if not found or any(name in time.found_by for name in NO_LENGTH):
        return None
    unit = found[1] + found[3] if found[1] else found[3]
    if unit not in UNITS:
        return None
    if found[2] == "X":
        bound: Bound = "vague"
        few = re.search(r"\b(several|few)\b", text[time.start : time.end], re.IGNORECASE)
        return Quantity(
            "q", time.start, time.end, "duration", 3 if few else 2, None, bound, UNITS[unit], None, "duration"
        )
    number, unit = _one_unit(found, unit)
    if number is None:
        return None
    bound = DURATION_BOUNDS.get(time.mod, "about")
    low, high = (None if bound == "at_most" else number), (None if bound == "at_least" else number)
    return Quantity("q", time.start, time.end, "duration", low, high, bound, UNITS[unit], None, "duration")


def _one_unit(found: re.Match[str], unit: str) -> tuple[int | float | None, str]:
    """The length in one unit."""
    number = float(found[2])
    if found[5]:
        smaller = ("T" if found[1] or found[4] else "") + found[6]
        times = {("Y", "M"): 12, ("TH", "TM"): 60, ("TM", "TS"): 60, ("D", "TH"): 24, ("W", "D"): 7}.get(
            (unit, smaller)
        )
        if times is None:
            return None, unit
        number, unit = number * times + int(found[5]), smaller
    return (int(number) if number.is_integer() else number), unit
