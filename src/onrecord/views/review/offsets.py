"""Code points, as the record counts, and UTF-16 units, as JavaScript does: tools differ, and so do their versions."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from onrecord.values.span import Span


class Units:
    """A text's code points by UTF-16 units.

    >>> Units("a🌷b").to_points(Span(3, 4))
    Span(start=2, end=3)
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *accumulate(2 if ord(one) > 0xFFFF else 1 for one in text)]
        self.point = {unit: n for n, unit in enumerate(self.starts)}

    def to_points(self, span: Span) -> Span | None:
        """The span in code points of one in UTF-16 units; None where it cuts a letter in two or leaves the text."""
        start, end = self.point.get(span.start), self.point.get(span.end)
        return None if start is None or end is None or start >= end else Span(start, end)

    @property
    def differ(self) -> bool:
        """Whether the two ways of counting differ in this text."""
        return self.starts[-1] != len(self.text)


def in_points(text: str, spans: Iterable[tuple[Span, str | None]], known: Iterable[Span] = ()) -> dict[Span, Span]:
    """Each span as code points, whichever way the tool counted: the way in which more of the words that it gives, or of the stretches that went
    out (`known`), stand where they should. What lies outside the text is left out."""
    every = list(spans)
    points = {span: span for span, _ in every if 0 <= span.start < span.end <= len(text)}
    units = Units(text)
    if not units.differ:
        return points
    others = {span: found for span, _ in every if (found := units.to_points(span))}
    stretches = set(known)

    def score(way: dict[Span, Span]) -> int:
        right = sum(span in way and words is not None and way[span].of(text) == words for span, words in every)
        return right + sum(found in stretches for found in way.values())

    return others if score(others) > score(points) else points
