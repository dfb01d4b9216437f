"""The text as paragraphs: one a line, hard-wrapped lines put together again.

Some pages are copied with a break after every seventy characters or so; there a paragraph is a run of lines. It is taken so only where
most lines say so, and never over an empty line, an indented line or a short one.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

LINE = re.compile(r"[^\r\n\u2028\u2029\v\f]+")
ENDS = frozenset(".!?:;…。！？।؟\"”’»)]'")
WRAPPED_AT = (50, 100)  # the shortest and the longest line that a column of wrapped text has
MOST = 0.6


def paragraphs(text: str, until: int) -> tuple[Span, ...]:
    """The paragraphs of text[:until], in order, each trimmed of white space and never empty."""
    lines = [Span(m.start(), m.end()) for m in LINE.finditer(text, 0, min(until, len(text)))]
    kept = [t for t in (line.trimmed(text) for line in lines) if t.end > t.start]
    return tuple(_joined(text, kept)) if _is_wrapped(text, kept) else tuple(kept)


def _follows(text: str, one: Span, other: Span) -> bool:
    """Whether the second line stands right under the first: one line break between them, no indent beyond a space."""
    between = text[one.end : other.start]
    return (
        len(between) <= 6
        and between.strip(" \t") in ("\n", "\r\n", "\r")
        and len(between.rpartition("\n")[2].expandtabs()) < 2
    )


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    shortest, longest = WRAPPED_AT
    if len(lines) < 4 or sum(one.end - one.start > longest for one in lines) > len(lines) // 20:
        return False
    runs = [one for one, other in itertools.pairwise(lines) if _follows(text, one, other)]
    broken = [one for one in runs if one.end - one.start >= shortest and text[one.end - 1] not in ENDS]
    return len(broken) >= 3 and len(broken) >= MOST * len(runs)


def _joined(text: str, lines: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for line, before in zip(lines, (None, *lines), strict=False):
        if before and before.end - before.start >= WRAPPED_AT[0] - 10 and _follows(text, before, line):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return found
