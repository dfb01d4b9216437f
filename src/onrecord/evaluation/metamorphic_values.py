"""A record as slots and values, so that two records can be compared modulo a change of the text.

A slot says which value it is, by kind and by place in the text ("the type of the event at 120"); ids are replaced by the places of what
they name: an event by where its trigger begins, an account by its cue, an actor by its first mention. Confidences, ids and `found_by` are left out: they are no part of what a record says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from onrecord.values.findings import Actor, Attribution, Event
    from onrecord.values.record import Record

Slot = tuple[Any, ...]
Slots = dict[Slot, Any]
"""(kind, place, …) -> values; spans in both are `Span`s, so that a change can move them; any other string may hold names."""


def slots(record: Record) -> Slots:
    """Every value of a record by its slot; of several values in one slot (two actors of one mention) a tuple, in a fixed order."""
    held: dict[Slot, list[Any]] = {}
    for slot, value in _Slots(record).all():
        held.setdefault(slot, []).append(value)
    return {slot: tuple(sorted(values, key=repr)) for slot, values in held.items()}


def mapped(value: Any, span: Callable[[Span], Span], word: Callable[[str], str]) -> Any:
    """A slot or value with each span and each string in it changed."""
    if isinstance(value, Span):
        return span(value)
    if isinstance(value, str):
        return word(value)
    return tuple(mapped(one, span, word) for one in value) if isinstance(value, tuple) else value


def places(value: Any) -> Iterator[Span]:
    """Every span in a slot or value."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from places(one)


class _Slots:
    def __init__(self, record: Record) -> None:
        self.record = record
        self.first = {a.id: _place(Span(m.start, m.end) for m in a.mentions) for a in record.actors}
        self.said = {a.id: _place(a.cue.spans) for a in record.attributions}
        self.when = {t.id: Span(t.start, t.end) for t in record.times}
        self.where = {p.id: (p.name, p.geonames) for p in record.places}
        self.event = {e.id: _place([e.trigger]) for e in record.events}

    def all(self) -> Iterator[tuple[Slot, Any]]:
        yield from self.article()
        for account in self.record.attributions:
            yield from self.attribution(account)
        for actor in self.record.actors:
            yield from self.actor(actor)
        yield from self.settings()
        for event in self.record.events:
            yield from self.happening(event)
        for one in self.record.disagreements:
            said = tuple(sorted(Span(v.start, v.end) for v in one.values))
            yield ("disagreement", self.event.get(one.event), one.field, said), one.kind

    def article(self) -> Iterator[tuple[Slot, Any]]:
        head = self.record.article
        yield ("article", "published"), (head.published.value, head.published.basis)
        for name in ("headline", "deck", "byline", "dateline"):
            if passage := getattr(head, name):
                yield ("article", name), Span(passage.start, passage.end)
        for name in ("outlet", "agency"):
            if credit := getattr(head, name):
                yield ("article", name), credit.name
        for one in head.furniture:
            yield ("furniture", Span(one.start, one.end)), one.kind

    def attribution(self, one: Attribution) -> Iterator[tuple[Slot, Any]]:
        at = ("attribution", _place(one.cue.spans))
        yield (*at, "cue"), one.cue.spans
        yield (*at, "content"), one.content.spans
        yield (*at, "source"), one.source.spans
        yield (*at, "who"), self.first.get(one.source.actor or "")
        yield (*at, "via"), tuple(self.first.get(v) for v in one.source.via)
        yield (*at, "form"), one.source.form
        yield (*at, "terms"), (one.source.stated_terms, one.source.terms_span)
        yield (*at, "mode"), one.mode
        yield (*at, "polarity"), (one.polarity, one.hedge)
        yield (*at, "within"), self.said.get(one.within or "")

    def actor(self, one: Actor) -> Iterator[tuple[Slot, Any]]:
        at = ("actor", self.first[one.id])
        yield (*at, "name"), one.name
        yield (*at, "kind"), one.kind
        yield (*at, "country"), one.country
        yield (*at, "sectors"), one.sectors
        for role in one.roles:
            yield (*at, "role", Span(role.start, role.end)), (role.title, role.of)
        for m in one.mentions:
            yield ("mention", Span(m.start, m.end)), (self.first[one.id], m.form)

    def settings(self) -> Iterator[tuple[Slot, Any]]:
        """Places, times, quantities."""
        for place in self.record.places:
            for m in place.mentions:
                yield ("place", Span(m.start, m.end), "which"), (place.name, place.geonames)
                yield ("place", Span(m.start, m.end), "country"), (place.country, place.precision)
                yield ("place", Span(m.start, m.end), "kind"), m.kind
        for time in self.record.times:
            at = ("time", Span(time.start, time.end))
            yield (*at, "value"), (time.type, time.value, time.mod)
            yield (*at, "days"), (time.earliest, time.latest)
            yield (*at, "anchor"), self.when.get(time.anchor or "", time.anchor)
        for one in self.record.quantities:
            at = ("quantity", Span(one.start, one.end))
            yield (*at, "measure"), (one.measure, one.unit, one.of)
            yield (*at, "bounds"), (one.low, one.high, one.bound)

    def happening(self, one: Event) -> Iterator[tuple[Slot, Any]]:
        at = ("event", self.event[one.id])
        yield (*at, "trigger"), one.trigger
        yield (*at, "type"), one.type
        yield (*at, "mode"), (one.mode, one.cameo)
        yield (*at, "contexts"), one.contexts
        yield (*at, "factuality"), (one.factuality.value, self.said.get(one.factuality.by or ""))
        yield (*at, "background"), one.background
        for trigger in one.mentions:
            yield (*at, "told at", trigger), True
        for name in ("actors", "recipients", "present"):
            for p in getattr(one, name):
                told = (self.first.get(p.actor), self.said.get(p.by or ""), p.hedged)
                yield (*at, name, Span(p.start, p.end)), told
        for anchor in one.when:
            yield (*at, "when", Span(anchor.start, anchor.end)), self.said.get(anchor.by or "")
        for anchor in one.where:
            yield (
                (*at, "where", Span(anchor.start, anchor.end)),
                (self.where.get(anchor.id), self.said.get(anchor.by or "")),
            )
        for name, values in one.fields.items():
            for v in values:
                given = (v.value, v.low, v.high, v.bound, v.of, self.said.get(v.by or ""))
                yield (*at, name, Span(v.start, v.end)), given


def _place(spans: Iterable[Span]) -> Span | None:
    """The empty span where the first of them begins."""
    first = min(spans, default=None)
    return first and Span(first.start, first.start)
