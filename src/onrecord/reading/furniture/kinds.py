"""What kind of furniture each paragraph is, looked at on its own and between its neighbours.

In: the text and its paragraphs. Out: a kind (or None: reporting) for each, with the moments that timestamps tell. A text of one
paragraph has no furniture but what `reading.page` finds inside it: a lone sentence is never taken for a button or a byline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.reading.furniture import buttons, bylines, captions
from onrecord.reading.furniture.menus import edges, menus
from onrecord.reading.furniture.plain import bare
from onrecord.reading.furniture.stamps import LONGEST, Stamp, Stamps, stamps
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.reading.furniture.tokens import Token
    from onrecord.values.record import FurnitureKind

PAPER = frozenset(
    {
        "news",
        "desk",
        "staff",
        "times",
        "post",
        "agency",
        "online",
        "herald",
        "tribune",
        "gazette",
        "reuters",
        "afp",
        "ap",
    }
)
DIGIT = re.compile(r"\d")
NEAR = 4  # paragraphs within the report from its first or last, in which they may be, too
EDGE = 12  # paragraphs from either end of the page, in which lines of uncertain kind may be furniture
PROSE = 60  # code points of a line that is prose
LIST_LINE = 160  # code points of a line in a list of other stories
STOPS = (".", "!", "?", '"', "”", "…", "。", "।", "؟")


@dataclass(frozen=True, slots=True)
class Kinds:
    """`kinds[i]` belongs to paragraph i; `moments` are the timestamps, in the order of the text."""

    kinds: tuple[FurnitureKind | None, ...]
    moments: tuple[Stamp, ...] = ()


def kinds(text: str, lines: Sequence[Span], *, month_first: bool = False, language: str | None = None) -> Kinds:
    """The kind of every paragraph."""
    if len(lines) < 2:
        return Kinds((None,) * len(lines))
    found: list[FurnitureKind | None] = []
    moments: list[Stamp] = []
    listing = False
    first, last = edges(text, lines)
    head, tail = max(EDGE, first + NEAR), min(len(lines) - EDGE, last - NEAR)
    for i, line in enumerate(lines):
        at_edge = i < head or i >= tail
        kind, told = _kind(text, line, at_edge=at_edge, first=i == 0, month_first=month_first, language=language)
        if listing and kind is None and _list_line(line.of(text)):
            kind = "related"
        elif (
            kind != "related" and kind is not None and listing and kind not in ("navigation", "timestamp", "share")
        ) or kind is None:
            listing = False
        if kind in ("navigation", "related") and buttons.list_head(line.of(text)):
            listing = True
            kind = "related"
        found.append(kind)
        moments.extend(told)
    return Kinds(tuple(_gallery(lines, menus(text, lines, _trades(text, lines, found)))), tuple(moments))


def _kind(
    text: str, line: Span, *, at_edge: bool, first: bool, month_first: bool, language: str | None
) -> tuple[FurnitureKind | None, tuple[Stamp, ...]]:
    whole = line.of(text)
    if kind := buttons.row_of_buttons(whole):
        return kind, ()
    if buttons.notice(whole):
        return "other", ()
    if captions.caption(text, line):
        return "caption", ()
    if buttons.legal(whole):
        return "legal", ()
    if not first and buttons.pointer(whole):
        return "related", ()
    if buttons.asks(whole):
        return "share", ()
    if bylines.crew_line(whole):
        return "byline", ()
    if at_edge:
        if len(whole) <= LONGEST and DIGIT.search(whole):
            read = stamps(text, line.start, line.end, month_first=month_first, language=language)
            if kind := _stamped(text, line, read):
                return kind, read.items
        elif _ago(whole):
            return "timestamp", ()
        if bylines.byline(text, line):
            return "byline", ()
    return None, ()


def _ago(whole: str) -> bool:
    return bare(whole) in ("just now", "yesterday", "today", "az önce", "updated", "published")


def _stamped(text: str, line: Span, read: Stamps) -> FurnitureKind | None:
    """The kind of a line with a moment in it: a timestamp alone, or beside a byline or credit."""
    if not read.items or not any(one.value or one.label for one in read.items):
        return "timestamp" if read.alone else None
    if read.alone:
        return "timestamp"
    if text[line.end - 1] in "?!" or len(read.rest) > 24:
        return None
    groups = _groups(read.rest, read.items)
    words = [text[g[0].start : g[-1].end].strip(" |•·-–—,/:;()[]") for g in groups]
    words = [w for w in words if w and any(c.isalpha() for c in w)]
    labelled = any(one.label for one in read.items) or any(one.value and "T" in one.value for one in read.items)
    if not words:
        return "timestamp"
    if all(_beside_stamp(w, labelled=labelled) for w in words):
        return "byline" if any(bylines.byline(w, Span(0, len(w))) for w in words) else "timestamp"
    return None


def _groups(rest: Sequence[Token], items: Sequence[Stamp]) -> list[list[Token]]:
    """The other tokens, in runs between the moments."""
    groups: list[list[Token]] = []
    for token in rest:
        before = sum(one.start <= token.start for one in items)
        if groups and sum(one.start <= groups[-1][-1].start for one in items) == before:
            groups[-1].append(token)
        else:
            groups.append([token])
    return groups


def _beside_stamp(words: str, *, labelled: bool) -> bool:
    if bylines.byline(words, Span(0, len(words))) or buttons.row_of_buttons(words):
        return True
    named = labelled or bool(PAPER & set(words.lower().split()))
    return named and len(words.split()) <= 8 and bylines.names_only(words)


def _list_line(whole: str) -> bool:
    return len(whole) <= LIST_LINE and not whole.rstrip().endswith(STOPS)


def _trades(text: str, lines: Sequence[Span], found: list[FurnitureKind | None]) -> list[FurnitureKind | None]:
    """A name alone is a byline where a trade, a desk, an outlet or a timestamp follows on the next line of the page's head."""
    for i in range(1, min(EDGE, len(lines) - 1)):
        if (
            found[i] is None
            and found[i + 1] in ("byline", "timestamp")
            and _name_alone(lines[i].of(text))
            and (found[i + 1] == "byline" or _between(found, i))
        ):
            found[i] = "byline"
    return found


def _between(found: Sequence[FurnitureKind | None], i: int) -> bool:
    """Whether reporting stands before: the line can then be no headline."""
    return any(kind is None for kind in found[:i])


def _gallery(lines: Sequence[Span], found: list[FurnitureKind | None]) -> list[FurnitureKind | None]:
    """On a page whose only prose is in captions, the captions are the report."""
    if any(kind is None and line.end - line.start >= PROSE for line, kind in zip(lines, found, strict=True)):
        return found
    return [
        None if kind == "caption" and line.end - line.start >= PROSE else kind
        for line, kind in zip(lines, found, strict=True)
    ]


def _name_alone(whole: str) -> bool:
    words = whole.split()
    return (
        2 <= len(words) <= 4
        and all(
            w[:1].isupper()
            and w.strip(".'-’").replace("-", "").replace("'", "").replace("’", "").replace(".", "").isalpha()
            for w in words
        )
        and not whole.endswith((".", ":"))
    )
