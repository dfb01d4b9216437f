"""Menus and lists of links around a report that was copied with its whole page.

One short line without a stop may be a headline, a name or a heading; a run of them is a menu. A report is what stands in paragraphs:
before the first and behind the last of these, lines without a stop point elsewhere. Nothing is done on pages without paragraphs or
without one sure button: a body that was already extracted has lists of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.values.record import FurnitureKind
    from onrecord.values.span import Span

Kinds = list["FurnitureKind | None"]

PROSE = 80  # code points of a paragraph, which ends in a stop
FEWEST = 3  # paragraphs of a report
RUN = 5  # lines of a menu
TITLES = 3  # lines that may be headline, deck and caption before the first paragraph
LINK = 160  # code points of a link's words
STOPS = (".", "!", "?", '"', "”", "…", "’", ")", "]", ":", ";", ",", "。", "।", "؟")
BULLETS = frozenset("-–—•*·")


def edges(text: str, lines: Sequence[Span]) -> tuple[int, int]:
    """The indices of the first and of the last paragraph; (0, number of lines) where there are fewer than three."""
    prose = [i for i, line in enumerate(lines) if _is_prose(text, line)]
    return (prose[0], prose[-1]) if len(prose) >= FEWEST else (0, len(lines))


def menus(text: str, lines: Sequence[Span], kinds: Kinds) -> Kinds:
    """The kinds, with the lines of menus and of lists of links marked."""
    first, last = edges(text, lines)
    if last == len(lines) or not any(kind in ("navigation", "share") for kind in kinds):
        return kinds
    found = _runs(text, lines, kinds)
    before = [i for i in range(first) if found[i] is None and _open(text, lines[i])]
    if len(before) > TITLES + RUN:
        for i in before[:-TITLES]:
            found[i] = "related"
    behind = [i for i in range(last + 1, len(lines)) if found[i] is None and _open(text, lines[i])]
    if len(behind) > RUN:
        for i in behind:
            found[i] = "related"
    return found


def _runs(text: str, lines: Sequence[Span], kinds: Kinds) -> Kinds:
    """The kinds, with every run of short lines marked, unless a colon announces it as a list of the report's or figures make it a table."""
    found = list(kinds)
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and (_item(text, lines[end]) if found[end] is None else found[end] != "caption"):
            end += 1
        new = [i for i in range(start, end) if found[i] is None]
        announced = start > 0 and text[lines[start - 1].end - 1] == ":"
        table = sum(not any(c.isalpha() for c in lines[i].of(text)) for i in new) * 4 > len(new)
        if end - start >= RUN and len(new) >= FEWEST and not announced and not table:
            for i in new:
                found[i] = "navigation"
        start = end + 1
    return found


def _is_prose(text: str, line: Span) -> bool:
    return line.end - line.start >= PROSE and text.endswith(STOPS[:7], line.start, line.end)


def _open(text: str, line: Span) -> bool:
    """Whether a line may be a link: no stop at its end or inside it, no figure or dash at its start as the items of a list have."""
    first = text[line.start]
    if (
        first.isdecimal()
        or first in BULLETS
        or line.end - line.start > LINK
        or text.endswith(STOPS, line.start, line.end)
    ):
        return False
    return text.find(". ", line.start, line.end) < 0


def _item(text: str, line: Span) -> bool:
    """Whether a line is as short as an item of a menu: four words at most, no stop."""
    return (
        line.end - line.start <= 40
        and not text.endswith(STOPS, line.start, line.end)
        and len(line.of(text).split()) <= 4
    )
