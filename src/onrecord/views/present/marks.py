"""Which stretches of the text mean what: for showing a report with its findings in colour."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.values.record import Record
    from onrecord.values.span import Span

Colour = Literal["said", "source", "cue", "what", "who", "when", "where", "value", "furniture"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch with its colour, the id of what it is evidence for, and a note for whoever points at it."""

    start: int
    end: int
    colour: Colour
    id: str
    note: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text under the same marks, outermost first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def marks(record: Record) -> tuple[Mark, ...]:
    """The marks of a record, by start; longer ones first."""
    return tuple(sorted(_marks(record), key=lambda m: (m.start, -m.end, m.colour, m.id)))


def _marks(record: Record) -> Iterator[Mark]:
    for one in record.attributions:
        source = record.words(one.source) or "nobody named"
        yield from _spans(one.content.spans, "said", one.id, f"said by {source}")
        yield from _spans(one.source.spans, "source", one.id, "who says it")
        yield from _spans(one.cue.spans, "cue", one.id, f"{one.mode}, {one.polarity}")
    for event in record.events:
        note = f"{event.type}, {event.factuality.value}" + (", background" if event.background else "")
        yield from _spans((event.trigger, *event.mentions), "what", event.id, note)
        for name, values in event.fields.items():
            for value in values:
                if value.bound or name == "duration":
                    yield Mark(value.start, value.end, "value", event.id, f"{name}: {value.value}")
    for time in record.times:
        yield Mark(time.start, time.end, "when", time.id, f"{time.type} {time.value}")
    for place in record.places:
        for mention in place.mentions:
            where = ", ".join(filter(None, (place.name, place.country)))
            yield Mark(mention.start, mention.end, "where", place.id, where)
    for furniture in record.article.furniture:
        yield Mark(furniture.start, furniture.end, "furniture", "", furniture.kind.replace("_", " "))


def _spans(spans: tuple[Span, ...], colour: Colour, id: str, note: str) -> Iterator[Mark]:
    yield from (Mark(span.start, span.end, colour, id, note) for span in spans)


def pieces(found: tuple[Mark, ...], cuts: Iterable[int]) -> Iterator[Piece]:
    """The text from the first to the last of `cuts`, cut there and wherever a mark (in the order of `marks`) begins or ends; each piece with
    the marks over it, outermost first. One pass."""
    asked = sorted(set(cuts))
    if not asked:
        return
    first, last = asked[0], asked[-1]
    places = sorted({*asked, *(at for m in found for at in (m.start, m.end) if first < at < last)})
    over, waiting = list[Mark](), deque(found)
    for low, high in pairwise(places):
        over = [m for m in over if m.end > low]
        while waiting and waiting[0].start <= low:
            over.append(waiting.popleft())
        over = [m for m in over if m.end > low]
        yield Piece(low, high, tuple(over))
