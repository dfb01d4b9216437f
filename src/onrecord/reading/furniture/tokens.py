"""Words, figures and marks of a short stretch, as the readers of timestamps and credits need them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

EAST = frozenset("年月日時时分秒년월일시분초午上下前後后")
INNER = frozenset("'’.\u200c")  # inside a word: o'clock, p.m, به‌روز


@dataclass(frozen=True, slots=True)
class Token:
    """One token with its place; `number` of figures, else None."""

    text: str
    start: int
    end: int
    kind: Literal["word", "figures", "mark"]
    number: int | None = None


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The tokens of text[start:end]. Digits, letters and marks never share a token; a Chinese or Korean date sign stands alone."""
    found: list[Token] = []
    at = start
    while at < end:
        kind = _kind(text[at])
        if kind is None:
            at += 1
            continue
        first = at
        at += 1
        if kind != "mark" and text[first] not in EAST:
            while at < end and _goes_on(text, at, end, kind):
                at += 1
        word = text[first:at]
        number = int(word) if kind == "figures" and len(word) <= 12 else None
        found.append(Token(word, first, at, kind, number))
    return found


def _goes_on(text: str, at: int, end: int, kind: str) -> bool:
    char = text[at]
    if kind == "figures":
        return char.isdecimal()
    if char in EAST:
        return False
    if char in INNER:
        return at + 1 < end and _kind(text[at + 1]) == "word"
    return _kind(char) == "word"


def _kind(char: str) -> Literal["word", "figures", "mark"] | None:
    if char.isdecimal():
        return "figures"
    if char.isalpha() or unicodedata.category(char)[0] == "M":
        return "word"
    return None if char.isspace() or char in "\u200e\u200f\u200b\ufeff" else "mark"
