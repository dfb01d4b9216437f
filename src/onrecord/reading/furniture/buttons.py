"""Rows of buttons, signs of sections, pointers to other stories, requests to the reader, legal lines and notices."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.knowledge import page_words
from onrecord.reading.furniture.plain import bare, folded

if TYPE_CHECKING:
    from onrecord.values.record import FurnitureKind

LONGEST = 400  # code points of a line that is looked at as a whole
MARKS = frozenset("|•·»«›‹>→▶►▸-–—/,:()&+*")
EDGES = ".:;,!()[]|•·»«›>"
MOST_WORDS = 9  # of a phrase in the tables


@cache
def _phrases() -> dict[str, FurnitureKind]:
    found: dict[str, FurnitureKind] = {}
    tables: tuple[tuple[tuple[str, ...], FurnitureKind], ...] = (
        (page_words.NAVIGATION, "navigation"),
        (page_words.SHARE, "share"),
    )
    for phrases, kind in tables:
        for phrase in phrases:
            if name := bare(phrase):
                found[name] = kind
    return found


@cache
def _first_words() -> frozenset[str]:
    """Of the phrases: with few of them a line of prose begins."""
    return frozenset(phrase.partition(" ")[0] for phrase in _phrases())


def row_of_buttons(line: str) -> FurnitureKind | None:
    """The kind of a line that is made of buttons or signs of sections and nothing else, or None.

    >>> row_of_buttons("Share  Tweet  Email (12)"), row_of_buttons("Home > World > Europe"), row_of_buttons("Health")
    ('share', 'navigation', None)
    """
    if len(line) > LONGEST:
        return None
    raw = folded(line).split()
    kept = (w.strip(EDGES) for w in raw if not MARKS.issuperset(w) and not w.strip("()[]+k.,").isdecimal())
    first = next(filter(None, kept), "")
    if first not in _first_words():
        return None
    words = [first, *filter(None, kept)]
    if len(words) > 40:
        return None
    seen: list[str] = []
    i = 0
    while i < len(words):
        size = next(
            (n for n in range(min(MOST_WORDS, len(words) - i), 0, -1) if " ".join(words[i : i + n]) in _phrases()), 0
        )
        if not size:
            return None
        seen.append(" ".join(words[i : i + size]))
        i += size
    strong = [one for one in seen if one not in page_words.WEAK]
    if strong:
        return _phrases()[strong[0]]
    marked = any(MARKS.issuperset(w) for w in raw) and len(seen) >= 2
    return _phrases()[seen[0]] if marked or len(seen) >= 4 else None


def pointer(line: str) -> bool:
    """Whether a line points to another story: "Related: …", "READ MORE | …", "Rebels regroup in the north Read more".

    >>> pointer("READ MORE: Rebels regroup"), pointer("Read the report, he said.")
    (True, False)
    """
    if len(line) > LONGEST:
        return False
    plain = folded(line).lstrip("»>›▶►•*[( ")
    for start in page_words.RELATED_WITH_COLON:
        if plain.startswith(start):
            after = plain[len(start) :]
            if after.lstrip()[:1] in (":", "|", "»", ">", "►") or after.startswith((" - ", " -- ")):
                return True
    return (
        plain.endswith((" read more", " read more »", " read more...", " read more …", " read more >"))
        and len(plain) < 260
    )


def list_head(line: str) -> bool:
    """Whether a line is the heading of a list of other stories."""
    return bare(line) in page_words.LIST_HEADS


def asks(line: str) -> bool:
    """Whether a line asks something of the reader: follow, subscribe, click."""
    if len(line) > LONGEST:
        return False
    plain = folded(line).lstrip("»>›▶►•*[( ") + " "
    return any(plain.startswith(starts) and any(word in plain for word in words) for starts, words in page_words.ASKS)


def legal(line: str) -> bool:
    """Whether a line is a copyright or terms notice."""
    if len(line) > 2 * LONGEST:
        return False
    plain = folded(line).lstrip("(*• ")
    whole = folded(line).lstrip("*• ")
    if any(held in plain for held in page_words.LEGAL_HOLDS):
        return True
    year = any(part.strip("-,.©()").isdecimal() and len(part.strip("-,.©()")) == 4 for part in plain.split()[:6])
    starts = whole.startswith(page_words.LEGAL_STARTS) or plain.startswith(page_words.LEGAL_STARTS)
    signed = "©" in whole or "(c)" in whole
    return starts and (year or "reserved" in plain or (signed and len(plain) < 60))


def notice(line: str) -> bool:
    """Whether a line speaks of the article itself: that it was amended, first printed elsewhere, or will be updated."""
    return len(line) <= 2 * LONGEST and folded(line).lstrip("*•([ ").startswith(page_words.NOTICES)
