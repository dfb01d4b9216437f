"""The date that a text states for itself near its head: "Thu Aug 1 2013", "JERUSALEM, May 3, 2012 (AP)", a line with nothing but a date."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from onrecord.reading.timex.engine import expressions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.reading.timex.engine import Expression

HEAD = 500  # code points: a stamp stands no deeper
_WHOLE = re.compile(r"\d{4}|/")  # in the words of every date with its year: "2013", "8/1/13"
RULES = frozenset({"iso date", "month and day", "day and month", "date with slashes"})


def stamp(
    text: str, stretches: Sequence[tuple[int, int]], published: str | None, updated: str | None = None
) -> Expression | None:
    """The text's own date, where it is whole (with its year), stands as a stamp and contradicts `published`; else None.

    A stamp is a date that no sentence takes up: no word in lower case stands before it, and none (nor a comma) behind it. The date of
    `updated` is none.
    """
    head = [(start, min(end, start + HEAD)) for start, end in stretches if start < HEAD][:8]
    if not any(_WHOLE.search(text, start, end) for start, end in head):
        return None
    for one in expressions(text, head, None):
        whole = one.rule in RULES and one.anchor is None and re.fullmatch(r"\d{4}-\d\d-\d\d(T.*)?", one.value)
        if whole and _stands_apart(text, one) and not _same_day(one.value, updated):
            return None if _same_day(one.value, published) else one
    return None


def _stands_apart(text: str, one: Expression) -> bool:
    before, after = text[max(one.start - 40, 0) : one.start].rstrip(" \t-–—|,:("), text[one.end : one.end + 10]
    if not _WHOLE.search(text, one.start, one.end):
        return False
    word = re.search(r"[^\W\d_]+\.?$", before)
    if word and word[0][0].islower():
        return False
    return bool(re.match(r"\s*$|\s*\n|\s*[\"“(–—|-]|\s+[A-Z\d]|\.\s", after))


def _same_day(value: str, other: str | None) -> bool:
    """Within a day of each other: the same evening in another time zone."""
    if not other or not re.match(r"\d{4}-\d\d-\d\d", other):
        return False
    try:
        return abs((date.fromisoformat(value[:10]) - date.fromisoformat(other[:10])).days) <= 1
    except ValueError:
        return False
