"""Where a place may be named: every stretch of the text that the gazetteer, the demonyms, an abbreviation or a recogniser knows.

Sights overlap ("Rapides", "Rapides Parish", "Rapides Parish Police"); `judgement` chooses among them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from onrecord.knowledge.countries import country_name, government_seat
from onrecord.knowledge.demonyms import country_of_demonym, region_of_demonym
from onrecord.knowledge.gazetteer.cues import BEFORE, DIVISIONS, INSIDE, LANDFORMS, MOVING, NEVER, SITES
from onrecord.knowledge.gazetteer.reader import Entry, Gazetteer, gazetteer
from onrecord.knowledge.gazetteer.states import state_named

if TYPE_CHECKING:
    from onrecord.values.layers import Name, Syntax

LONGEST = 7  # pieces of a name; hyphens count
LINKS = frozenset(
    "of the and de del la le les el al du da do dos upon on in by - ’s 's & ash ad es ez ed en bin y e der am an van".split()
)
AFTER = (INSIDE | MOVING | {"of"}) - {"by", "with", "for", "against", "on"}
GROUND = frozenset({"at", "near", "outside", "inside", "around", "in"})
_PART = re.compile(r"[-‐‑–]|[^-‐‑–]+")
How = Literal["name", "demonym", "short", "pattern", "proposed", "site", "unlisted"]


class Piece(NamedTuple):
    """A word, or a part of one between hyphens. `word`: its index in `Syntax`."""

    start: int
    end: int
    text: str
    word: int
    capital: bool


@dataclass(frozen=True, slots=True)
class Sight:
    """A stretch that may name a place. `first`..`last`: pieces; `entries`: what it may be, the most populous first, () where unknown."""

    start: int
    end: int
    text: str
    first: int
    last: int
    how: How
    entries: tuple[Entry, ...] = field(default=(), repr=False)


def pieces(syntax: Syntax) -> tuple[Piece, ...]:
    """The words, split at hyphens."""
    found = []
    for i, (start, word) in enumerate(zip(syntax.starts, syntax.words, strict=True)):
        at = start
        for part in (word,) if word.isalpha() else _PART.findall(word):
            end = at + len(part)
            found.append(Piece(at, end, part, i, part[0].isupper()))
            at = end
    return tuple(found)


def sights(text: str, syntax: Syntax, names: tuple[Name, ...], parts: tuple[Piece, ...]) -> list[Sight]:
    """Every sight, in the order of the text."""
    found: dict[tuple[int, int], Sight] = {}
    for i, piece in enumerate(parts):
        if not piece.capital:
            continue
        for sight in _from(text, syntax, parts, i):
            found.setdefault((sight.start, sight.end), sight)
        if i and (unlisted := _unlisted(text, syntax, parts, i)):
            found.setdefault((unlisted.start, unlisted.end), unlisted)
    starts = {p.start: i for i, p in enumerate(parts)}
    ends = {p.end: i for i, p in enumerate(parts)}
    for name in names:
        named = (
            _proposed(text, parts, starts.get(name.start), ends.get(name.end)) if name.label in {"GPE", "LOC"} else None
        )
        if named and named.text not in NEVER and not (government_seat(named.text) and not _visited(parts, named.first)):
            found.setdefault((named.start, named.end), named)
    return sorted(found.values(), key=lambda s: (s.start, s.end))


def _from(text: str, syntax: Syntax, parts: tuple[Piece, ...], i: int) -> list[Sight]:
    """The sights that begin at a piece."""
    found = []
    sentence = syntax.sentence_of[parts[i].word]
    for j in range(i, min(i + LONGEST, len(parts))):
        part = parts[j]
        if syntax.sentence_of[part.word] != sentence or (j > i and not part.capital and part.text.lower() not in LINKS):
            break
        if part.capital or (part.text[0].isdigit() and j > i):
            sight = _known(text, parts[i].start, part.end, i, j)
            if sight and not (government_seat(sight.text) and not _visited(parts, i)):
                found.append(sight)
    return found


def _visited(parts: tuple[Piece, ...], i: int) -> bool:
    """Whether a seat of government is spoken of as ground: "at the White House", "outside the Kremlin". Else it is those who govern."""
    before = i - 1 - (i > 1 and parts[i - 1].text.lower() == "the")
    return before >= 0 and parts[before].text.lower() in GROUND


def _known(text: str, start: int, end: int, i: int, j: int) -> Sight | None:
    words, known = text[start:end], gazetteer()
    if words in NEVER or words.replace(".", "") in NEVER:
        return None
    if end < len(text) and text[end] == "." and (dotted := state_named(words + ".")) and words + "." in dotted.short:
        words, end = words + ".", end + 1
    if any(c in words for c in "\n\t") or len(words) > 60:
        return None
    if demonym := demonym_entries(words, known):
        return Sight(start, end, words, i, j, "demonym", demonym)
    state = state_named(words)
    if state and words in state.short:
        entries = tuple(e for e in known.candidates(state.name) if e.geonames == state.geonames)
        return Sight(start, end, words, i, j, "short", entries + known.candidates(words) if len(words) > 3 else entries)
    if len(words) < 3 and not words.isupper():  # "us", "Mr", "Of"
        return None
    return _named(words, start, end, i, j)


def _named(words: str, start: int, end: int, i: int, j: int) -> Sight | None:
    known = gazetteer()
    if entries := known.candidates(words):
        return Sight(start, end, words, i, j, "name", entries)
    parts = words.split()
    if (
        len(parts) > 1
        and (parts[-1] in LANDFORMS or parts[-1] in DIVISIONS or parts[0] in BEFORE)
        and parts[0][0].isupper()
        and len(parts) < 4
    ):
        inner = " ".join(parts[:-1]) if parts[-1] in DIVISIONS else ""
        return Sight(start, end, words, i, j, "pattern", known.candidates(inner) if inner else ())
    if len(parts) > 1 and parts[-1] in SITES and parts[0][0].isupper() and len(parts) < 4:
        return Sight(start, end, words, i, j, "site")
    return None


def _unlisted(text: str, syntax: Syntax, parts: tuple[Piece, ...], i: int) -> Sight | None:
    """A name that nothing knows, after a preposition of place: "in Harwinton"."""
    before = parts[i - 1]
    if (
        before.capital
        or before.text not in AFTER
        or syntax.sentence_of[before.word] != syntax.sentence_of[parts[i].word]
    ):
        return None
    j = i
    while j + 1 < len(parts) and j - i < 3 and parts[j + 1].capital and parts[j + 1].start - parts[j].end <= 1:
        j += 1
    start, end = parts[i].start, parts[j].end
    if end - start < 4 or "\n" in text[start:end] or parts[i].text.isupper():
        return None
    return Sight(start, end, text[start:end], i, j, "unlisted")


def demonym_entries(words: str, known: Gazetteer) -> tuple[Entry, ...]:
    """What a demonym is the demonym of: a country alone, or the bearers of a region's name; () for no demonym."""
    if code := country_of_demonym(words) or country_of_demonym(words.capitalize() if words.isupper() else words):
        return tuple(
            e for e in known.candidates(country_name(code) or "") if e.precision == "country" and e.country == code
        )
    if region := region_of_demonym(words) or region_of_demonym(words.capitalize() if words.isupper() else words):
        return known.candidates(region)
    return ()


def _proposed(text: str, parts: tuple[Piece, ...], first: int | None, last: int | None) -> Sight | None:
    """A recogniser's place that the gazetteer does not know."""
    if first is None or last is None:
        return None
    if parts[first].text.lower() == "the" and first < last:
        first += 1
    if parts[last].text in {"'s", "’s"} and first < last:
        last -= 1
    start, end = parts[first].start, parts[last].end
    if not parts[first].capital or "\n" in text[start:end]:
        return None
    return Sight(start, end, text[start:end], first, last, "proposed", gazetteer().candidates(text[start:end]))
