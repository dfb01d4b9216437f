"""A record with its corrections -> marks: each a stretch of the text with a label, what it belongs to and who says it. All that forms write.

Labels are two words with a dot between, or an event's type: `CONSULT`, `value.duration`, `role.actor`, `source.named_person`, `cue.denies`,
`content.direct`, `actor.person`, `place.literal`, `time.DATE`, `quantity.killed`, `again.event`. So changing a label is changing a value of the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, get_args

from onrecord.ledger.reviewed import Reviewed
from onrecord.values.findings import (
    ActorKind,
    Attribution,
    Event,
    EventType,
    FactualityValue,
    Measure,
    Mode,
    PlaceKind,
    Polarity,
    SourceForm,
    TimexType,
)
from onrecord.values.record import Record
from onrecord.values.span import Span

Note = str | int | float | bool | None
ROLES: Final = {"actors": "actor", "recipients": "recipient", "present": "present", "when": "when", "where": "where"}
FIELDS: Final = (
    "duration", "format", "forum", "venue", "topics", "agreed", "disputed", "content_disclosed", "tone", "killed", "injured", "missing", "detained",
    "displaced", "took_part", "means", "aim",
)  # fmt: skip
AGAIN: Final = "again.event"
FACTUALITY: Final[tuple[str, ...]] = get_args(FactualityValue)


@dataclass(frozen=True, slots=True)
class Mark:
    """`path`: where it stands in the record ("" for one that came from a tool); `of`: the path of the mark that it belongs to (an event's
    trigger, an attribution's cue); `by`: of the cue of who says it; `notes`: values that a label does not hold."""

    path: str
    label: str
    span: Span
    of: str | None = None
    by: str | None = None
    notes: dict[str, Note] = field(default_factory=dict)

    @property
    def group(self) -> str:
        """What kind of thing it marks: `event`, `value`, `role` …"""
        return group_of(self.label)

    @property
    def detail(self) -> str:
        """What the label says of it: an event's type, a value's field …"""
        return self.label.partition(".")[2] or self.label


def group_of(label: str) -> str:
    """The group of a label; that of an event's type is `event`.

    >>> group_of("value.duration"), group_of("CONSULT")
    ('value', 'event')
    """
    head, dot, _ = label.partition(".")
    return head if dot else "event"


@cache
def labels() -> tuple[str, ...]:
    """Every label that there is, in the order of a tool's menu."""
    groups: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("role", tuple(ROLES.values())),
        ("value", FIELDS),
        ("source", get_args(SourceForm)),
        ("cue", get_args(Polarity)),
        ("content", get_args(Mode)),
        ("actor", get_args(ActorKind)),
        ("place", get_args(PlaceKind)),
        ("time", get_args(TimexType)),
        ("quantity", get_args(Measure)),
    )
    return (*get_args(EventType), AGAIN, *(f"{head}.{name}" for head, names in groups for name in names))


def marks(view: Reviewed) -> list[Mark]:
    """The marks of a record, in the order of the record. Their paths are those of corrections."""
    return list(_Marks(view).all())


class _Marks:
    def __init__(self, view: Reviewed) -> None:
        self.view, self.record = view, view.record
        self.anchors = {one.id: anchor(one) for one in self.record.attributions}

    def all(self) -> Iterator[Mark]:
        record: Record = self.record
        for event in record.events:
            yield from self.event(event)
        for one in record.attributions:
            yield from self.attribution(one)
        for actor in record.actors:
            for n, mention in enumerate(actor.mentions):
                notes: dict[str, Note] = {"name": actor.name}
                yield self.mark(f"{actor.id}.mentions.{n}", f"actor.{actor.kind}", mention, notes=notes)
        for place in record.places:
            for n, where in enumerate(place.mentions):
                notes = {"name": place.name, "geonames": place.geonames}
                yield self.mark(f"{place.id}.mentions.{n}", f"place.{where.kind}", where, notes=notes)
        for time in record.times:
            yield self.mark(time.id, f"time.{time.type}", time, notes={"value": time.value})
        for one_ in record.quantities:
            yield self.mark(
                one_.id,
                f"quantity.{one_.measure}",
                one_,
                notes={"low": one_.low, "high": one_.high, "bound": one_.bound},
            )

    def event(self, event: Event) -> Iterator[Mark]:
        trigger = f"{event.id}.trigger"
        notes: dict[str, Note] = {
            "factuality": event.factuality.value,
            "background": event.background,
            "mode": event.mode,
        }
        yield self.mark(trigger, event.type, event.trigger, by=event.factuality.by, notes=notes)
        for n, span in enumerate(event.mentions):
            yield self.mark(f"{event.id}.mentions.{n}", AGAIN, span, of=trigger)
        for name, role in ROLES.items():
            for n, one in enumerate(getattr(event, name)):
                yield self.mark(f"{event.id}.{name}.{n}", f"role.{role}", one, of=trigger, by=one.by)
        for name, values in event.fields.items():
            for n, value in enumerate(values):
                told: dict[str, Note] = {"value": value.value, "bound": value.bound, "of": value.of}
                yield self.mark(
                    f"{event.id}.fields.{name}.{n}", f"value.{name}", value, of=trigger, by=value.by, notes=told
                )

    def attribution(self, one: Attribution) -> Iterator[Mark]:
        first = self.anchors[one.id]
        for part, label, spans in (
            ("cue", f"cue.{one.polarity}", one.cue.spans),
            ("source", f"source.{one.source.form}", one.source.spans),
            ("content", f"content.{one.mode}", one.content.spans),
        ):
            for n, span in enumerate(spans):
                shown = f"{one.id}.{part}.spans.{n}"
                yield self.mark(shown, label, span, of=None if shown == first else first)

    def mark(
        self,
        shown: str,
        label: str,
        where: Any,
        *,
        of: str | None = None,
        by: str | None = None,
        notes: dict[str, Note] | None = None,
    ) -> Mark:
        said = self.view.path(self.anchors[by]) if by else None
        held = self.view.path(of) if of else None
        return Mark(self.view.path(shown), label, Span(where.start, where.end), held, said, notes or {})


def anchor(one: Attribution) -> str:
    """The path of the mark that stands for an attribution: its cue, or where it has none its content."""
    return f"{one.id}.{'cue' if one.cue.spans else 'content'}.spans.0"
