"""A half-open stretch of a text, in Unicode code points: `text[start:end]` is the evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """`start` and `end` count code points; `end` is exclusive.

    >>> Span(0, 5).of("Obama, Putin")
    'Obama'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether both cover at least one common code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span (an equal span does)."""
        return self.start <= other.start and other.end <= self.end

    def trimmed(self, text: str) -> Span:
        """The span without white space at either end; empty at `start` where nothing else is there."""
        start, end = self
        while end > start and text[end - 1].isspace():
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        return Span(start, end)


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that holds them all. Raises ValueError for no spans."""
    every = tuple(spans)
    if not every:
        message = "no spans: there is no hull of nothing"
        raise ValueError(message)
    return Span(min(s.start for s in every), max(s.end for s in every))
