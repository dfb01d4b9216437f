"""The signs by which a sight is judged to be a place or not: plain features, each with a name that `weights` gives a number.

Signs look at the words around, the parse, spaCy's names, the gazetteer's knowledge of the name and the rest of the document.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from math import log10
from typing import TYPE_CHECKING

from onrecord.knowledge.countries import capital_country, country_named
from onrecord.knowledge.gazetteer import cues
from onrecord.knowledge.gazetteer.states import state_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.reading.toponyms.sights import Piece, Sight
    from onrecord.values.layers import Name, Syntax

SIDES = frozenset("United St. North South East West Northern Southern Eastern Western The".split())
LEXICAL = cues.BODIES | cues.DIVISIONS | cues.SITES | cues.LANDFORMS | cues.BEFORE | SIDES
ORDER = ("country", "admin1", "region", "city", "admin2", "point")


class Document:
    """What the signs ask of a document, counted once."""

    def __init__(
        self, text: str, syntax: Syntax, names: tuple[Name, ...], parts: tuple[Piece, ...], found: list[Sight]
    ) -> None:
        self.text, self.syntax, self.names, self.parts, self.found = text, syntax, names, parts, found
        self.lower = {p.text for p in parts if p.text.islower()}
        self.persons: Counter[str] = Counter()
        self.placed: Counter[str] = Counter()
        for name in names:
            words = text[name.start : name.end].split()
            if name.label == "PERSON" and len(words) > 1:
                self.persons.update(w.strip(".,'’") for w in words)
            if name.label in {"GPE", "LOC"}:
                self.placed[text[name.start : name.end]] += 1
        self.by_start = sorted((n.start, n.end, n.label) for n in names)

    @cached_property
    def longest(self) -> dict[int, int]:
        """For each start the furthest end of a known name that begins there or before and covers it."""
        reach: dict[int, int] = {}
        for sight in self.found:
            if sight.how in {"name", "pattern"}:
                for piece in range(sight.first, sight.last + 1):
                    reach[piece] = max(reach.get(piece, 0), sight.last - sight.first)
        return reach

    def label(self, start: int, end: int) -> str:
        """How spaCy's names lie to a stretch: "=GPE" the same, "<ORG" inside a longer one, ">…" around one, "/…" across, "0" apart."""
        best = "0"
        low, high = 0, len(self.by_start)
        while low < high:
            middle = (low + high) // 2
            if self.by_start[middle][0] < start - 120:
                low = middle + 1
            else:
                high = middle
        for i in range(low, len(self.by_start)):
            s, e, label = self.by_start[i]
            if s >= end:
                break
            if e <= start:
                continue
            words = self.text[s:e]
            bs = s + 4 if words[:4].lower() == "the " else s
            be = e - 2 if words.endswith(("'s", "’s")) else e
            if (bs, be) == (start, end) or (s, e) == (start, end):
                return "=" + label
            if bs <= start and end <= be:
                where = "first" if start == bs else "last" if end == be else "middle"
                best = f"<{label} {where}"
            else:
                best = (">" if start <= bs and be <= end else "/") + label
        return best


def signs(document: Document, sight: Sight) -> Iterator[str]:
    """The names of the signs that a sight shows."""
    parts = document.parts
    before = parts[sight.first - 1] if sight.first else None
    after = parts[sight.last + 1] if sight.last + 1 < len(parts) else None
    sentence = document.syntax.sentence_of
    here = sentence[parts[sight.first].word]
    if before and sentence[before.word] != here:
        before = None
    if after and sentence[after.word] != here:
        after = None
    label = document.label(sight.start, sight.end)
    yield "any"
    yield f"label {label}"
    yield f"how {sight.how}"
    yield f"how {sight.how} {label}"
    rank = _rank(sight)
    yield f"rank {rank}"
    yield f"rank {rank} {label[:4]}"
    for beside, side in ((before, "prev"), (after, "next")):
        if beside and (not beside.capital or beside.text in LEXICAL):
            yield f"{side} word {beside.text.lower()}"
            if label[0] == "<" and beside.capital:
                yield f"{side} word {beside.text.lower()} {label}"
    yield from _previous(document, sight, before, label)
    yield from _following(document, sight, after, label)
    yield from _words(document, sight, label)
    yield from _parse(document, sight, label)


def _rank(sight: Sight) -> str:
    """The best that the gazetteer knows of the name: its class, for cities with their size."""
    if not sight.entries:
        return "none"
    own = [e for e in sight.entries if e.own] or list(sight.entries)
    kind = min((ORDER.index(e.precision) for e in own[:12]), default=5)
    if ORDER[kind] in {"city", "admin2"}:
        people = max(e.population for e in own if e.precision in {"city", "admin2"})
        return f"city{int(log10(people + 1))}{'' if own[0].own else 'v'}"
    return ORDER[kind] + ("" if own[0].own else "v")


def _previous(document: Document, sight: Sight, before: Piece | None, label: str) -> Iterator[str]:
    if before is None:
        yield "prev start"
        return
    word = before.text
    low = word.lower()
    if low in cues.TITLES and before.capital:
        yield "prev title"
        return
    if low == "the":
        yield "prev the"
    elif low == "of":
        far = document.parts[sight.first - 2].text if sight.first > 1 else ""
        yield "prev of body" if far in cues.OF_BODIES else "prev of"
    elif low in cues.INSIDE and not before.capital:
        yield "prev inside"
        yield f"prev inside {label[:2]}"
    elif low in cues.MOVING:
        yield f"prev {low}"
    elif before.capital:
        if low in cues.GIVEN:
            yield "prev given"
        yield "prev capital"
        yield f"prev capital {label}"
    elif word == ",":
        prior = document.parts[sight.first - 2] if sight.first > 1 else None
        yield "prev comma capital" if prior and (prior.capital or prior.text.endswith(".")) else "prev comma"
    elif word in {"-", "–"}:
        yield "prev hyphen"
    elif low in {"and", "or", "&"}:
        yield "prev and"
    elif not word[0].isalnum():
        yield f"prev {word if word in '(—:“/' else 'mark'}"
    else:
        yield f"prev pos {document.syntax.pos[before.word]}"


def _following(document: Document, sight: Sight, after: Piece | None, label: str) -> Iterator[str]:
    if after is None:
        yield "next end"
        return
    word, low = after.text, after.text.lower()
    if after.capital and low in cues.DISEASES:
        yield "next disease"
    elif after.capital:
        if word in cues.LANDFORMS:
            yield "next landform"
            yield f"next landform {label[:1]}"
        elif word in cues.DIVISIONS:
            yield "next division"
            yield f"next division {label[:1]}"
        elif word in cues.SITES:
            yield "next site"
            yield f"next site {label[:1]}"
        elif word in cues.BODIES:
            yield "next body"
            yield f"next body {label}"
        else:
            yield "next capital"
            yield f"next capital {label}"
    elif word == ",":
        parts = document.parts
        rest = parts[sight.last + 2] if sight.last + 2 < len(parts) else None
        if rest and rest.capital and (state_named(rest.text) or state_named(rest.text + ".")):
            yield "next comma state"
        elif rest and rest.capital:
            yield "next comma capital"
        elif rest and rest.text.isdigit():
            yield "next comma number"
        else:
            yield "next comma"
    elif word in {"'s", "’s"}:
        yield "next possessive"
    elif word in {"-", "–"}:
        behind = document.parts[sight.last + 2].text if sight.last + 2 < len(document.parts) else ""
        yield "next hyphen based" if behind in {"based", "area", "born", "bound"} else "next hyphen"
    elif word[0].isdigit():
        yield "next number"
    elif word in {"(", "--", "—", "–"}:
        yield "next dash"
    elif low in cues.DISEASES:
        yield "next disease"
    elif word.isalpha():
        yield f"next pos {document.syntax.pos[after.word]}"
    else:
        yield "next mark"


def _words(document: Document, sight: Sight, label: str) -> Iterator[str]:
    text, count = sight.text, sight.last - sight.first + 1
    yield f"words {min(count, 4)}"
    low = text.lower()
    if count == 1:
        if low in cues.ORDINARY:
            yield "ordinary"
            yield f"ordinary {label}"
        if low in document.lower:
            yield "lower too"
        if low in cues.GIVEN:
            yield "given"
        if document.persons[text]:
            yield "person elsewhere"
            yield f"person elsewhere {label}"
    if len(text) <= 3:
        yield "short"
    if text.isupper() and len(text) > 3:
        yield "capitals"
    elif text.isupper() and "." not in text:
        yield "capitals short"
    if placed := document.placed[text]:
        yield "placed once" if placed == 1 else "placed often"
    if document.longest.get(sight.first, 0) > count - 1 or document.longest.get(sight.last, 0) > count - 1:
        yield "in longer"
        yield f"in longer {label[:1]}"
    if sight.entries:
        yield f"bearers {min(int(log10(len(sight.entries)) * 2), 3)}"
        if not any(e.own for e in sight.entries):
            yield "variants only"


def _parse(document: Document, sight: Sight, label: str) -> Iterator[str]:
    word = document.parts[sight.last].word
    syntax = document.syntax
    yield f"pos {syntax.pos[word]}"
    dep = syntax.deps[word]
    yield f"dep {dep}"
    head = syntax.heads[word]
    if dep == "pobj":
        yield (
            f"pobj {syntax.words[head].lower()}"
            if syntax.words[head].lower() in cues.INSIDE | cues.MOVING | {"of"}
            else "pobj other"
        )
    if dep == "compound" and syntax.words[head][:1].isupper():
        yield "compound of capital"
    rank = "state" if country_named(sight.text) else "capital" if capital_country(sight.text) else ""
    if rank:
        yield f"power {rank}"
        yield f"power {rank} {label}"
        yield f"power {rank} {dep}"
        if dep in {"nsubj", "agent"}:
            yield f"power {rank} {'acts' if syntax.lemmas[head].lower() in cues.ACTS else 'other'}"
