"""The sentence around a stretch of the text, for showing evidence in its context."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

REACH: Final = (
    600  # code points on either side that are looked at: a "sentence" of a table or of a hostile text has no end
)
_END: Final = re.compile(r"[.!?…][\"”’'»)\]]{0,3}(?=\s)|\n")
_SHORT: Final = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Gov|Sen|Rep|Lt|Col|Sgt|Capt|Prof|St|Jr|Sr|No|vs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec))\.$"
)


def sentence(text: str, span: Span) -> Span:
    """The sentence, or line, that holds the stretch, trimmed; at most REACH code points beyond it on either side."""
    low, high = max(0, span.start - REACH), min(len(text), span.end + REACH)
    start = low
    for end in _ends(text, low, span.start):
        start = end
    stop = next(_ends(text, max(low, span.end - 1), high), high)
    return Span(start, max(stop, span.end)).trimmed(text)


def _ends(text: str, low: int, high: int) -> Iterator[int]:
    """Where sentences end between two places: behind the full stop, its closing marks, or the line end."""
    for found in _END.finditer(text, low, high):
        if not found.group().startswith(".") or not _SHORT.search(text[max(0, found.start() - 5) : found.start() + 1]):
            yield found.end()
