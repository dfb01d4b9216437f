"""What goes out: the public contract `onrecord/1`, as frozen types.

Every finding carries spans (half-open, in code points, into `article.text`); every value of an event carries `by`: the id of the
attribution under which it is asserted, or None where the article itself asserts it. A `Record` that breaks either cannot be
constructed: it raises `BrokenRecord`. The JSON form is made by `values.wire`; its JSON Schema is shipped as `values/record.schema.json`.

`found_by` on a finding names the rule or head that found it, for `onrecord explain`; `confidence` is a probability, 0 to 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from onrecord.errors import BrokenRecord
from onrecord.values.findings import (
    Actor,
    ActorKind,
    Anchor,
    ArticleHead,
    Attribution,
    Basis,
    Bound,
    Credit,
    Disagreement,
    DisagreementKind,
    DisputedValue,
    Event,
    EventType,
    Factuality,
    FactualityValue,
    Furniture,
    FurnitureKind,
    Measure,
    Mention,
    MentionForm,
    Mode,
    Moment,
    Participant,
    Passage,
    Place,
    PlaceKind,
    PlaceMention,
    Polarity,
    Precision,
    Quantity,
    Role,
    Scalar,
    Source,
    SourceForm,
    StatedTerms,
    Time,
    TimexType,
    Value,
    Words,
)
from onrecord.values.problem import Problem
from onrecord.values.span import Span

__all__ = [
    "SCHEMA",
    "Actor",
    "ActorKind",
    "Anchor",
    "ArticleHead",
    "Attribution",
    "Basis",
    "Bound",
    "Credit",
    "Disagreement",
    "DisagreementKind",
    "DisputedValue",
    "Event",
    "EventType",
    "Factuality",
    "FactualityValue",
    "Finding",
    "Furniture",
    "FurnitureKind",
    "Measure",
    "Mention",
    "MentionForm",
    "Mode",
    "Moment",
    "Participant",
    "Passage",
    "Place",
    "PlaceKind",
    "PlaceMention",
    "Polarity",
    "Precision",
    "Quantity",
    "Reader",
    "Record",
    "Role",
    "Scalar",
    "Source",
    "SourceForm",
    "StatedTerms",
    "Time",
    "TimexType",
    "Value",
    "Words",
    "findings",
    "spans_of",
]

SCHEMA = "onrecord/1"


@dataclass(frozen=True, slots=True)
class Reader:
    """What made a record: package version, digests of the knowledge and of the weights used (None: read by rules alone)."""

    version: str
    knowledge: str | None = None
    weights: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """All that one article yields. Raises BrokenRecord where a span leaves the text, an id is unknown or repeated, or evidence is missing."""

    reader: Reader
    article: ArticleHead
    attributions: tuple[Attribution, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    problems: tuple[Problem, ...] = ()
    schema: str = SCHEMA

    def __post_init__(self) -> None:
        _Check(self).all()

    def words(self, thing: object) -> str:
        """The words of a finding: of its `start`..`end`, its `spans`, its `trigger`, or the span itself."""
        return " … ".join(self.article.text[s.start : s.end] for s in spans_of(thing))

    def find(self, id: str) -> object | None:
        """The finding of this id, or None."""
        return next((one for one in findings(self) if one.id == id), None)

    def _repr_html_(self) -> str:
        from onrecord.values.notation import write  # noqa: PLC0415  notation reads records: a notebook alone asks the other way

        return f"<pre>{escape(write(self))}</pre>"


Finding = Attribution | Actor | Place | Time | Quantity | Event | Disagreement


def findings(record: Record) -> Iterator[Finding]:
    """Every finding that has an id, in the order of the contract."""
    yield from record.attributions
    yield from record.actors
    yield from record.places
    yield from record.times
    yield from record.quantities
    yield from record.events
    yield from record.disagreements


def spans_of(thing: object) -> tuple[Span, ...]:
    """The evidence of a value: its span or spans, in the order of the text as given; () where it has none."""
    if isinstance(thing, Span):
        return (thing,)
    if isinstance(thing, Attribution):
        return thing.content.spans
    if isinstance(thing, Event):
        return (thing.trigger,)
    if isinstance(thing, Source | Words):
        return thing.spans
    if isinstance(thing, Actor | Place):
        return tuple(Span(m.start, m.end) for m in thing.mentions)
    if isinstance(thing, Disagreement):
        return tuple(Span(v.start, v.end) for v in thing.values)
    start, end = getattr(thing, "start", None), getattr(thing, "end", None)
    return (Span(start, end),) if isinstance(start, int) and isinstance(end, int) else ()


class _Check:
    """The invariants of a record. Each method raises BrokenRecord with the place and the reason."""

    def __init__(self, record: Record) -> None:
        self.record, self.length = record, len(record.article.text)
        self.ids = [one.id for one in findings(record)]
        self.known = frozenset(self.ids)
        self.accounts = frozenset(one.id for one in record.attributions)
        self.actors = frozenset(one.id for one in record.actors)

    def all(self) -> None:
        if len(self.known) != len(self.ids):
            self.fail(f"ids repeat: {sorted({i for i in self.ids if self.ids.count(i) > 1})}")
        for furniture in self.record.article.furniture:
            self.inside(furniture, "furniture")
        for one in findings(self.record):
            self.inside(one, one.id, needed=True)
        for attribution in self.record.attributions:
            self.attribution(attribution)
        for event in self.record.events:
            self.event(event)
        for disagreement in self.record.disagreements:
            self.disagreement(disagreement)

    def fail(self, why: str) -> None:
        message = f"record of {self.record.article.key or self.record.article.id}: {why}"
        raise BrokenRecord(message)

    def inside(self, thing: object, where: str, *, needed: bool = False) -> None:
        spans = spans_of(thing)
        if needed and not spans:
            self.fail(f"{where} has no evidence: give it at least one span")
        for start, end in spans:
            if not 0 <= start < end <= self.length:
                self.fail(
                    f"{where} has a span {start}..{end} outside the text of {self.length} code points, or an empty one"
                )

    def says(self, by: str | None, where: str) -> None:
        if by is not None and by not in self.accounts:
            self.fail(f"{where} is asserted by {by!r}, which is no attribution of this record")

    def attribution(self, one: Attribution) -> None:
        self.inside(one.source, f"source of {one.id}")
        self.inside(one.cue, f"cue of {one.id}")
        self.says(one.within, f"{one.id} (within)")
        for actor in (one.source.actor, *one.source.via):
            if actor is not None and actor not in self.actors:
                self.fail(f"{one.id} names the actor {actor!r}, which is none of this record")

    def event(self, event: Event) -> None:
        self.says(event.factuality.by, f"factuality of {event.id}")
        for span in event.mentions:
            self.inside(span, f"mention of {event.id}")
        for name in ("actors", "recipients", "present"):
            for one in getattr(event, name):
                self.inside(one, f"{name} of {event.id}", needed=True)
                self.says(one.by, f"{name} of {event.id}")
                if one.actor not in self.actors:
                    self.fail(f"{name} of {event.id}: {one.actor!r} is no actor of this record")
        for name in ("when", "where"):
            for anchor in getattr(event, name):
                self.inside(anchor, f"{name} of {event.id}", needed=True)
                self.says(anchor.by, f"{name} of {event.id}")
                if anchor.id not in self.known:
                    self.fail(f"{name} of {event.id}: {anchor.id!r} is no time or place of this record")
        for name, values in event.fields.items():
            for value in values:
                self.inside(value, f"{name} of {event.id}", needed=True)
                self.says(value.by, f"{name} of {event.id}")

    def disagreement(self, one: Disagreement) -> None:
        if one.event not in self.known:
            self.fail(f"{one.id} is about {one.event!r}, which is no event of this record")
        if len(one.values) < 2:
            self.fail(f"{one.id} has fewer than two values")
        for value in one.values:
            self.says(value.by, f"a value of {one.id}")
