"""What a word-piece vocabulary without case or line breaks cannot see, as one small number per piece.

`quotation * 8 + break * 4 + case`: quotation 0 outside, 1 inside double quotes, 2 an opening mark, 3 a closing mark; break 1 for the
first piece of a line; case 0 lower, 1 Capitalised, 2 CAPITALS, 3 no letters. The network adds a learned vector for each to its input.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE: Final = 32
OUTSIDE, INSIDE, OPENING, CLOSING = range(4)

_MARK = re.compile(r"[“«„”»\"\n]")
_OPENERS, _CLOSERS, _STRAIGHT = "“«„", "”»", '"'


def quotation_spans(text: str) -> list[tuple[int, int]]:
    """Quotations as half-open spans with their marks: straight marks alternate inside a paragraph, a quote left open runs to its end.

    >>> quotation_spans('He said "yes" and “no')
    [(8, 13), (18, 21)]
    """
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for found in _MARK.finditer(text):
        mark, i = found.group(), found.start()
        if mark == "\n":
            if opened is not None:
                spans.append((opened, i))
                opened = None
        elif opened is None and (mark in _OPENERS or mark == _STRAIGHT):
            opened = i
        elif opened is not None and (mark in _CLOSERS or mark == _STRAIGHT):
            spans.append((opened, i + 1))
            opened = None
    if opened is not None:
        spans.append((opened, len(text)))
    return spans


def quotation_states(text: str, quotes: Sequence[tuple[int, int]] = ()) -> npt.NDArray[np.uint8]:
    """One state per code point; `quotes` are half-open spans with their marks, found by `quotation_spans` where none are given."""
    states = np.zeros(len(text) + 1, dtype=np.uint8)
    for start, end in quotes or quotation_spans(text):
        states[start:end] = INSIDE
        if start < end and text[start] in _OPENERS + _STRAIGHT + _CLOSERS:
            states[start] = OPENING
        if end - 1 > start and text[end - 1] in _CLOSERS + _STRAIGHT:
            states[end - 1] = CLOSING
    return states


def features(
    text: str, starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64], quotes: Sequence[tuple[int, int]] = ()
) -> npt.NDArray[np.int64]:
    """One number in 0 … SIZE-1 per piece, whose code points are `text[start:end]`."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass") or bytes(4), dtype=np.uint32)
    upper = (points >= ord("A")) & (points <= ord("Z"))
    alpha = upper | ((points >= ord("a")) & (points <= ord("z")))
    for i in np.flatnonzero(points > 127).tolist():
        upper[i], alpha[i] = text[i].isupper(), text[i].isalpha()
    states = quotation_states(text, quotes)[starts].astype(np.int64)
    breaks = np.concatenate(([0], np.cumsum(points == ord("\n"))))
    lines = breaks[starts]
    first = np.ones(len(starts), dtype=np.int64)
    first[1:] = lines[1:] != lines[:-1]
    total = np.concatenate(([0], np.cumsum(upper)))
    letters = np.concatenate(([0], np.cumsum(alpha)))
    many = (total[ends] - total[starts]) > 1
    case = np.where(letters[ends] == letters[starts], 3, np.where(upper[starts], np.where(many, 2, 1), 0))
    return states * 8 + first * 4 + case
