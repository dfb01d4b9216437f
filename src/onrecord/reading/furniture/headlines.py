"""The headline and the deck of a page, and where they are repeated.

A headline is the first line that is no furniture, if it is short, has no full stop, and prose follows. It is sought only on pages whose
prose ends in stops: in lists, tables and transcripts, no line is a headline for having none. A headline that the source gave is only
looked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.reading.furniture.datelines import dateline
from onrecord.reading.furniture.menus import edges
from onrecord.reading.furniture.plain import letters, straight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.values.record import FurnitureKind
    from onrecord.values.span import Span

LONGEST_TITLE = 170
LONGEST_DECK = 320
HEAD = 14  # paragraphs in which a headline given by the source is looked for
PROSE = 60  # code points
STOPS = (".", "!", "?", '."', ".”", '"', "”", "'", "’", "…", ".)", ")", ":", "।", "。", "؟")
NOT_TELEGRAPHIC = frozenset(
    [
        "the",
        "a",
        "an",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "his",
        "her",
        "their",
        "its",
        "was",
        "were",
        "is",
        "are",
        "has",
        "have",
        "had",
        "been",
        "be",
        "said",
        "that",
        "this",
        "these",
        "those",
        "there",
        "who",
        "which",
    ]
)
NO_TITLE_ENDS = (".", ":", ";", ",", "…", "。")


@dataclass(frozen=True, slots=True)
class Titles:
    """`headline`, `deck`: spans or None; `repeats`: paragraphs that say the headline again."""

    headline: Span | None = None
    deck: Span | None = None
    repeats: tuple[int, ...] = ()


def titles(
    text: str, lines: Sequence[Span], kinds: Sequence[FurnitureKind | None], headline: str | None, deck: str | None
) -> Titles:
    """Headline, deck and repeats among the paragraphs; `headline` and `deck` as the source gave them, or None."""
    free = [i for i, kind in enumerate(kinds) if kind is None]
    given = _given(text, lines, free, headline) if headline else None
    if given is None:
        given = _among_menus(text, lines, kinds) if _menus_above(text, lines, kinds) else _guessed(text, lines, free)
        if given is not None and headline and not _alike(lines[given].of(text), headline):
            given = None
    below = _given(text, lines, free, deck) if deck else None
    if given is None:
        return Titles(None, None if below is None else lines[below], ())
    title = letters(lines[given].of(text))
    repeats = tuple(i for i in free if i != given and i < max(HEAD, given + 6) and _repeats(text, lines[i], title))
    if below is None:
        below = _deck(text, lines, kinds, given, repeats)
    return Titles(lines[given], lines[below] if below is not None else None, repeats)


def _given(text: str, lines: Sequence[Span], free: Sequence[int], words: str) -> int | None:
    """The first of the head's paragraphs that is these words."""
    wanted = {letters(one) for one in variants(words)}
    menus = free[0] if free else 0
    return next(
        (
            i
            for i in free
            if i < HEAD + menus
            and lines[i].end - lines[i].start <= 2 * LONGEST_DECK
            and letters(lines[i].of(text)) in wanted
        ),
        None,
    )


def _alike(line: str, title: str) -> bool:
    """Whether half of the shorter one's words are in both: the page's headline in another wording."""
    one, other = (set(straight(words).lower().split()) for words in (line, title))
    return len(one & other) * 2 >= min(len(one), len(other))


def variants(title: str) -> tuple[str, ...]:
    """A title as given, and without the outlet behind a bar or dash ("… - Region - World - Ahram Online")."""
    found = [title]
    rest = straight(title)
    while (cut := max(rest.rfind(" - "), rest.rfind(" | "), rest.rfind(" : "))) > 15:
        rest = rest[:cut]
        found.append(title[:cut])
    return tuple(found)


def _guessed(text: str, lines: Sequence[Span], free: Sequence[int]) -> int | None:
    if len(free) < 2 or dateline(text, *lines[free[0]]):
        return None
    if not _is_title(lines[free[0]].of(text)):
        return free[0] if len(free) > 3 and _stopped_title(text, lines, free) else None
    prose = [i for i in free[1:] if lines[i].end - lines[i].start >= PROSE]
    stopped = [i for i in prose if text.endswith(STOPS, lines[i].start, lines[i].end)]
    if not prose or len(stopped) < 0.7 * len(prose):
        return None
    return free[0]


def _menus_above(text: str, lines: Sequence[Span], kinds: Sequence[FurnitureKind | None]) -> bool:
    """Whether the page was copied with its menus: five lines of them before the first paragraph."""
    first, _ = edges(text, lines)
    return sum(kind in ("navigation", "related", "share") for kind in kinds[:first]) >= 5


def _among_menus(text: str, lines: Sequence[Span], kinds: Sequence[FurnitureKind | None]) -> int | None:
    """The one line between menus and the first paragraph that can be a headline, or the first of two: the other is the deck."""
    first, _ = edges(text, lines)
    above = [
        i
        for i in range(first)
        if kinds[i] is None and len(lines[i].of(text).split()) >= 5 and _is_title(lines[i].of(text))
    ]
    distinct = {letters(lines[i].of(text)) for i in above}
    return above[0] if 1 <= len(distinct) <= 2 else None


def _is_title(line: str) -> bool:
    words = line.split()
    if not 2 <= len(words) <= 26 or len(line) > LONGEST_TITLE or line.endswith(NO_TITLE_ENDS):
        return False
    plain = [w.lower() for w in words]
    if len(words) > 14 and ("said" in plain or sum(plain.count(w) for w in ("the", "a", "an")) > 1):
        return False  # a sentence that lost its stop
    if line.startswith(("-", "•", "*", "“", '"')) and line.endswith(("”", '"')):
        return False  # a quotation on a line of its own
    return line[0].isupper() or line[0].isdecimal() or line[0] in "'\"‘“" or not line[0].isascii()


def _stopped_title(text: str, lines: Sequence[Span], free: Sequence[int]) -> bool:
    """Whether a first line that ends in a stop is a headline all the same: databases put one there ("Toom quits as minister.").

    It ends in a semicolon; or most of its words have capitals; or it is in the telegraphic manner of headlines (no article, pronoun or
    auxiliary) and a longer paragraph that follows has two of its words.
    """
    line = lines[free[0]].of(text)
    words = line.rstrip(".;").split()
    if (
        not 4 <= len(words) <= 18
        or len(line) > LONGEST_TITLE
        or not line.endswith((".", ";", '."', ".'", ".’", ".”"))
        or line[0] in '"“'
    ):
        return False
    below = [lines[i].of(text) for i in free[1:4]]
    if max(map(len, below)) < 90:
        return False
    if line.endswith(";"):
        return True
    long = [w for w in words if len(w) > 3]
    if len(long) >= 4 and sum(w.lstrip("'‘“\"")[:1].isupper() for w in long) >= 0.85 * len(long):
        return True
    plain = {w.strip(",.;:'\"’‘“”").lower() for w in words}
    told = {w.strip(",.;:'\"’‘“”").lower() for line in below for w in line.split()[:80]}
    return not plain & NOT_TELEGRAPHIC and len({w for w in plain & told if len(w) > 3}) >= 2


def _repeats(text: str, line: Span, title: str) -> bool:
    """Whether a line is the title again, perhaps with the outlet's name behind a bar."""
    return line.end - line.start <= 2 * LONGEST_TITLE and any(letters(one) == title for one in variants(line.of(text)))


def _deck(
    text: str, lines: Sequence[Span], kinds: Sequence[FurnitureKind | None], title: int, repeats: Sequence[int]
) -> int | None:
    """The line under the headline, if it has no full stop and more prose follows."""
    at = next((i for i in range(title + 1, len(lines)) if kinds[i] is None and i not in repeats), None)
    if at is None or at > title + 4 or at + 1 >= len(lines):
        return None
    line = lines[at].of(text)
    prose = any(
        kinds[i] is None and lines[i].end - lines[i].start >= PROSE and text[lines[i].end - 1] in '.!?"”’)'
        for i in range(at + 1, min(at + 8, len(lines)))
    )
    second = (
        text[lines[title].end - 1] == ";" and len(line.split()) <= 20
    )  # "Toom quits; Deputy takes over until vote."
    plain = second or (not line.endswith((".", ":", ";", ",", "?", "!", '"', "”", "…", ")")) and len(line.split()) >= 4)
    return (
        at if plain and prose and len(line) <= LONGEST_DECK and not line.startswith(("•", "*", "-", "“", '"')) else None
    )
