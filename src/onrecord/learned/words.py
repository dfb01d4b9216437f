"""From piece ranges to spans of the text: whole words, and whole quotations where a content all but fills one."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from onrecord.learned.features import quotation_spans
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.learned.pieces import Pieces

SNAP: Final = 0.6
"""A content that covers this share of a closed quotation takes it whole: in PolNeAR's training part it does so in 93 of 100 cases."""
BRUSH: Final = 0.15
"""A content that comes from outside and covers no more than this share of a quotation leaves it alone."""


@dataclass(frozen=True)
class Words:
    """A text's pieces, which of them go on with the word before, and its quotations as piece ranges."""

    text: str
    pieces: Pieces
    joined: npt.NDArray[np.bool_]
    quotations: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str, pieces: Pieces, quotes: Sequence[tuple[int, int]] = ()) -> Words:
        """Prepares a text."""
        joined = np.zeros(len(pieces) + 1, dtype=np.bool_)
        for i in np.flatnonzero(pieces.starts[1:] <= pieces.ends[:-1]) + 1:
            at = int(pieces.starts[i])
            joined[i] = pieces.starts[i] < pieces.ends[i - 1] or (text[at].isalnum() and text[at - 1].isalnum())
        closed = [(s, e) for s, e in quotes or quotation_spans(text) if e - s > 2 and text[e - 1] in '”"»']
        return cls(text, pieces, joined, tuple(pieces.covered(s, e) for s, e in closed))

    def span(self, start: int, end: int) -> Span:
        """The code points of pieces `[start, end)`, widened to whole words."""
        while start > 0 and self.joined[start]:
            start -= 1
        while self.joined[end]:
            end += 1
        return Span(int(self.pieces.starts[start]), int(self.pieces.ends[end - 1]))

    def contents(self, ranges: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        """A content's spans, in order, with quotations taken whole or left alone."""
        inside = np.zeros(len(self.pieces) + 1, dtype=np.bool_)
        for start, end in ranges:
            inside[start:end] = True
        low, high = min(start for start, _ in ranges), max(end for _, end in ranges)
        for start, end in self.quotations[bisect_left(self._ends, low) :]:
            if start > high:
                break
            share = inside[start:end].mean() if end > start else 0.0
            if share >= SNAP:
                inside[start:end] = True
            elif 0 < share <= BRUSH and (inside[start - 1 : start].any() or inside[end]):
                inside[start:end] = False
        firsts = {start for start, _ in ranges if inside[start] and start > 0 and inside[start - 1]}
        edges = np.flatnonzero(np.diff(inside.astype(np.int8), prepend=0))
        out = []
        for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            cuts = [start, *sorted(f for f in firsts if start < f < end and not self._quoted(f)), end]
            out += [self.span(lo, hi) for lo, hi in itertools.pairwise(cuts)]
        return tuple(out)

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self.quotations]

    def _quoted(self, piece: int) -> bool:
        return any(start < piece < end for start, end in self.quotations)
