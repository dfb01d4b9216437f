"""Named buildings as places of events: "at the White House", "in the Oval Office", which no gazetteer of towns holds.

In: the names and the parse. Out: places without coordinates, one a name, with the mentions that stand after a preposition of place. They join
the places while events are made; a record keeps those that an event has for its `where`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.recording.clauses import phrase
from onrecord.values.layers import Places
from onrecord.values.record import Place, PlaceMention
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.recording.matter import Matter
    from onrecord.values.record import Event

_WORDS: Final = frozenset(
    "house office palace hotel tower centre center embassy consulate building hall castle ranch villa residence airport stadium theatre "
    "theater mosque church cathedral synagogue university hospital station monument mall museum library court prison".split()
)  # fmt: skip
"""Last words of names of buildings."""
_AT: Final = frozenset({"at", "in", "inside", "outside", "near"})
FOUND_BY: Final = "place of an event"
SURE: Final = 0.6
"""The confidence of a building, which no set measures."""


def with_buildings(matter: Matter) -> Matter:
    """The same with named buildings among the places."""
    made = tuple(_places(matter))
    return replace(matter, places=Places((*matter.places.items, *made))) if made else matter


def is_building(place: Place) -> bool:
    """Whether a place is a named building rather than a town or a land."""
    return place.found_by == FOUND_BY or (place.country is None and place.name.split()[-1].casefold() in _WORDS)


def used(places: tuple[Place, ...], events: tuple[Event, ...]) -> tuple[Place, ...]:
    """Without the buildings at which no event was."""
    told = {anchor.id for one in events for anchor in one.where}
    return tuple(p for p in places if p.found_by != FOUND_BY or p.id in told)


def _places(matter: Matter) -> Iterator[Place]:
    held: dict[str, list[Span]] = {}
    for span in _mentions(matter):
        held.setdefault(" ".join(span.of(matter.text).split()), []).append(span)
    for number, (name, spans) in enumerate(held.items()):
        mentions = tuple(PlaceMention(s.start, s.end, "literal") for s in spans)
        yield Place(
            f"building{number + 1}", name, precision="point", confidence=SURE, mentions=mentions, found_by=FOUND_BY
        )


def _mentions(matter: Matter) -> Iterator[Span]:
    syntax = matter.syntax
    for i, label in enumerate(syntax.deps):
        if label != "pobj" or syntax.pos[i] != "PROPN" or syntax.lemmas[syntax.heads[i]].casefold() not in _AT:
            continue
        here = syntax.sentence_of[i]
        facility = any(
            n.label == "FAC" and n.start <= syntax.starts[i] < n.end for n in matter.names_near.get(here, ())
        )
        if not facility and syntax.words[i].casefold() not in _WORDS:
            continue
        span = phrase(syntax, i)
        if syntax.inside(*span)[0] == i and not facility:
            continue  # a bare "House"
        known = (m for _, m in matter.places_near.get(here, ()) if m.kind == "literal")
        if not any(m.start < span.end and span.start < m.end for m in known):
            yield span
