"""Words, figures and marks of a short stretch, as the readers of timestamps and credits need them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal, NamedTuple

Kind = Literal["word", "figures", "mark"]
EAST = frozenset("年月日時时分秒년월일시분초午上下前後后")
INNER = frozenset("'’.\u200c")  # inside a word: o'clock, p.m, به‌روز


class Token(NamedTuple):
    """One token with its place; `number` of figures, else None."""

    text: str
    start: int
    end: int
    kind: Kind
    number: int | None = None


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The tokens of text[start:end]. Digits, letters and marks never share a token; a Chinese or Korean date sign stands alone."""
    found: list[Token] = []
    for one in _TOKEN.finditer("".join(map(_letter, text[start:end]))):
        first, last = start + one.start(), start + one.end()
        word, kind = text[first:last], KINDS[one[0][0]]
        number = int(word) if kind == "figures" and len(word) <= 12 else None
        found.append(Token(word, first, last, kind, number))
    return found


# A token in the letters of its signs: `f`igure, `e`astern sign of a date, other `w`ord sign, sign `i`nside a word, other `m`ark.
_TOKEN = re.compile(r"f+|e|w(?:w|i(?=[we]))*|[im]")
KINDS: dict[str, Kind] = {"f": "figures", "e": "word", "w": "word", "i": "mark", "m": "mark"}


@cache
def _letter(char: str) -> str:
    if char.isdecimal():
        return "f"
    if char in EAST:
        return "e"
    if char in INNER:
        return "i"
    if char.isalpha() or unicodedata.category(char)[0] == "M":
        return "w"
    return " " if char.isspace() or char in "\u200e\u200f\u200b\ufeff" else "m"
