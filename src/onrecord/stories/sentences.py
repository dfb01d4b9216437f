"""The sentences of a text, by full stops and line ends alone: enough to say which words stand together.

In: a text. Out: half-open spans. Linear; initials, titles and numbers end no sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.values.span import Span

_END: Final = re.compile(r"[.!?…][\"”’'»)\]]{0,3}(?=\s|$)|\n")
_SHORT: Final = frozenset(
    "mr mrs ms dr gen gov sen rep lt col sgt capt prof st jr sr no vs jan feb aug sept sep oct nov dec u.s u.n u.k e.g i.e a.m p.m".split()
)
LONGEST: Final = 1200  # code points of a sentence
_LAST: Final = 24  # code points before a full stop in which its word is looked for


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, trimmed, without empty ones.

    >>> [s.of("Mr. Ode left. He fell!") for s in sentences("Mr. Ode left. He fell!")]
    ['Mr. Ode left.', 'He fell!']
    """
    found, start = list[Span](), 0
    for end in _END.finditer(text):
        if end.group().startswith(".") and _is_short(text, end.start()):
            continue
        if text[end.start() - 1 : end.start()] in ".…" and text[end.end() : end.end() + 2].strip()[:1].islower():
            continue  # words left out of a quotation: "the blast that hit the town... was caused by"
        found.append(Span(start, end.end()))
        start = end.end()
    found.append(Span(start, len(text)))
    trimmed = (part.trimmed(text) for one in found for part in _pieces(text, one))
    return tuple(one for one in trimmed if one.start < one.end)


def _pieces(text: str, one: Span) -> Iterator[Span]:
    """A sentence as it is, and one without end in pieces: a table or a hostile text has no full stop."""
    start = one.start
    while one.end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        yield Span(start, cut)
        start = cut
    yield Span(start, one.end)


def _is_short(text: str, stop: int) -> bool:
    words = text[max(0, stop - _LAST) : stop].split()
    word = words[-1].casefold().lstrip("(\"“'") if words else ""
    return word in _SHORT or (len(word) == 1 and word.isalpha())


def index_at(spans: Sequence[Span], point: int) -> int:
    """The number of the sentence that begins last at or before a code point; 0 before the first."""
    return max(0, bisect_right([s.start for s in spans], point) - 1)
