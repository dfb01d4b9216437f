"""brat's standoff: `NAME.txt` (the text, unaltered) and `NAME.ann`, with an `annotation.conf` that lists the types.

As on brat's page "brat standoff format": T lines are stretches of the text (code points), E lines events and attributions with their
arguments, A lines attributes, R lines relations, # lines notes. A stretch that crosses a line's end is written in fragments, one for each
line, as brat wants them. Our ids, values and `by` stand in the notes; a value's `SaidBy` relation points at its attribution.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from onrecord.knowledge.plover import MODES
from onrecord.values.record import Attribution, Event, Participant, Value
from onrecord.values.span import Span
from onrecord.values.wire import to_json
from onrecord.views.export.form import encoded
from onrecord.views.export.identity import Named
from onrecord.views.export.streams import line
from onrecord.views.export.telling import Told

_RUN: Final = re.compile("[^\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")  # all at which some reader of lines ends one
_BREAK: Final = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
ENTITIES: Final = ("Actor", "Place", "Time", "Quantity", "Source", "Content", "Cue", "Value")
FACTUALITY: Final = ("denied", "planned", "demanded", "possible", "hypothetical")
_ROLES: Final = (("Actor", "actors"), ("Recipient", "recipients"), ("Present", "present"))

CONFIGURATION: Final = "\n".join(
    [
        "[entities]", *ENTITIES, "", "[relations]", "SaidBy Arg1:<ANY>, Arg2:Attribution", "", "[events]",
        "Attribution Source*:Source, Content*:Content, Within?:Attribution",
        *(f"{kind} Actor*:Actor, Recipient*:Actor, Present*:Actor, When*:Time, Where*:Place, Value*:Value" for kind in MODES),
        "", "[attributes]", f"Factuality Arg:<EVENT>, Value:{'|'.join(FACTUALITY)}", "Background Arg:<EVENT>",
        "Polarity Arg:<EVENT>, Value:denies|declines", "",
    ]
)  # fmt: skip
BESIDE: Final = (("annotation.conf", encoded(CONFIGURATION)),)


def files(one: Named) -> Iterator[tuple[str, bytes]]:
    """The article's text and its annotations."""
    told = Told(one)
    yield f"{one.name}.txt", encoded(told.text)
    yield f"{one.name}.ann", encoded("".join(f"{each}\n" for each in _Standoff(told).lines()))


@dataclass
class _Standoff:
    """The lines of one .ann file; numbers run through it, and each stretch of one type and role has one T."""

    told: Told
    out: list[str] = field(default_factory=list)
    count: dict[str, int] = field(default_factory=dict)
    stretches: dict[tuple[str, tuple[Span, ...], str], str] = field(default_factory=dict)
    events: dict[str, str] = field(default_factory=dict)

    def lines(self) -> list[str]:
        record = self.told.record
        for actor in record.actors:
            for mention in actor.mentions:
                self.noted(
                    self.stretch("Actor", [Span(mention.start, mention.end)], actor.id), f"{actor.id} {actor.name}"
                )
        for place in record.places:
            for where in place.mentions:
                self.noted(self.stretch("Place", [Span(where.start, where.end)], place.id), f"{place.id} {place.name}")
        for time in record.times:
            self.noted(self.stretch("Time", [Span(time.start, time.end)], time.id), f"{time.id} {time.value}")
        for quantity in record.quantities:
            span = Span(quantity.start, quantity.end)
            self.noted(self.stretch("Quantity", [span], quantity.id), line(to_json(quantity)))
        for attribution in record.attributions:  # all get their numbers first: an event's values point at them
            self.number("E", attribution.id)
        for attribution in record.attributions:
            self.attribution(attribution)
        for event in record.events:
            self.event(event)
        for one in record.disagreements:
            self.noted(self.events[one.event], f"{one.id} {line(to_json(one))}")
        return self.out

    def stretch(self, kind: str, spans: Iterable[Span], owner: str) -> str:
        """The T id of a stretch; written when first asked for. "" where nothing of it can be marked."""
        parts = tuple(part for span in spans for part in fragments(self.told.text, span))
        if not parts:
            return ""
        if (kind, parts, owner) not in self.stretches:
            id = self.next("T")
            places = ";".join(f"{start} {end}" for start, end in parts)
            words = " ".join(self.told.text[start:end] for start, end in parts)
            self.out.append(f"{id}\t{kind} {places}\t{words}")
            self.stretches[kind, parts, owner] = id
        return self.stretches[kind, parts, owner]

    def attribution(self, one: Attribution) -> None:
        told = self.told
        trigger = self.stretch("Attribution", one.cue.spans or one.content.spans, one.id)
        arguments = [("Source", self.stretch("Source", one.source.spans, one.id)), ("Content", self.stretch("Content", one.content.spans, one.id))]  # fmt: skip
        if one.within and one.within != one.id:
            arguments.append(("Within", self.events[one.within]))
        self.arguments(self.events[one.id], "Attribution", trigger, arguments)
        if one.polarity != "affirms":
            self.out.append(f"{self.next('A')}\tPolarity {self.events[one.id]} {one.polarity}")
        self.noted(self.events[one.id], f"{told.saying(one.id)} {one.mode}")

    def event(self, one: Event) -> None:
        self.number("E", one.id)
        id, arguments, said = self.events[one.id], [], []
        for role, name in _ROLES:
            participants: tuple[Participant, ...] = getattr(one, name)
            for who in participants:
                t = self.stretch("Actor", [Span(who.start, who.end)], who.actor)
                arguments.append((role, t))
                said.append(f"{role} {t} by {who.by or 'the report'}")
        for role, anchors, kind in (("When", one.when, "Time"), ("Where", one.where, "Place")):
            for anchor in anchors:
                t = self.stretch(kind, [Span(anchor.start, anchor.end)], anchor.id)
                arguments.append((role, t))
                said.append(f"{role} {t} by {anchor.by or 'the report'}")
        values = [(name, value) for name, several in one.fields.items() for value in several]
        marked = [(self.value(one, name, value), value) for name, value in values]
        arguments += [("Value", t) for t, _ in marked]
        self.arguments(id, one.type, self.stretch(one.type, [one.trigger], one.id), arguments)
        self.attributes(id, one)
        for t, by in [*((t, value.by) for t, value in marked), (id, one.factuality.by)]:
            if t and by:
                self.out.append(f"{self.next('R')}\tSaidBy Arg1:{t} Arg2:{self.events[by]}")
        told = "; ".join(said)
        self.noted(id, f"{one.id} mode {one.mode or 'none'}, cameo {one.cameo or 'none'}. {told}")

    def value(self, event: Event, name: str, value: Value) -> str:
        t = self.stretch("Value", [Span(value.start, value.end)], f"{event.id} {name} {value.by} {value.of}")
        self.noted(t, f"{event.id} {name} {line(to_json(value))}")
        return t

    def attributes(self, id: str, one: Event) -> None:
        if one.factuality.value != "happened":
            self.out.append(f"{self.next('A')}\tFactuality {id} {one.factuality.value}")
        if one.background:
            self.out.append(f"{self.next('A')}\tBackground {id}")

    def arguments(self, id: str, kind: str, trigger: str, arguments: list[tuple[str, str]]) -> None:
        """The E line: roles that come more than once are numbered from the second on, as brat does it."""
        seen: dict[str, int] = {}
        parts = []
        for role, t in dict.fromkeys(arguments):
            if t:
                seen[role] = seen.get(role, 0) + 1
                parts.append(f" {role}{seen[role] if seen[role] > 1 else ''}:{t}")
        self.out.append(f"{id}\t{kind}:{trigger}{''.join(parts)}")

    def noted(self, id: str, words: str) -> None:
        if id:
            self.out.append(f"{self.next('#')}\tAnnotatorNotes {id}\t{_BREAK.sub(' ', words)}")

    def number(self, kind: str, own: str) -> None:
        self.events[own] = self.next(kind)

    def next(self, kind: str) -> str:
        self.count[kind] = self.count.get(kind, 0) + 1
        return f"{kind}{self.count[kind]}"


def fragments(text: str, span: Span) -> Iterator[Span]:
    """The stretch in fragments that hold no line's end and no tab, each trimmed; none where it is all white space."""
    for run in _RUN.finditer(text, span.start, span.end):
        part = Span(*run.span()).trimmed(text)
        if part.start < part.end:
            yield part
