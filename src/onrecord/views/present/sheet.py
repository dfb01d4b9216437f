"""Record -> Sheet: what happened, in order of importance, each value with who says it; where accounts differ; who says what.

Importance is plain arithmetic on what the report itself does: an event that it names again, tells in detail, tells first, or on which its
sources differ stands before one that it mentions in passing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.values.record import spans_of
from onrecord.values.span import Span
from onrecord.views.present import wording
from onrecord.views.present.sentences import sentence
from onrecord.views.present.timexes import in_words, is_dated
from onrecord.views.present.voices import Voice, Voices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.values.problem import Problem
    from onrecord.values.record import Anchor, Disagreement, DisputedValue, Event, Participant, Record, Value


@dataclass(frozen=True, slots=True)
class Told:
    """One value as people read it. `voices`: who says it, () for the report itself; `also`: the report says it too; `at`: evidence."""

    words: str
    voices: tuple[Voice, ...]
    at: tuple[Span, ...]
    also: bool = False
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The values of one question: who, when, lasted …"""

    name: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """One event. `status` is "" where it simply happened; `voice`: in whose eyes (None: the report's); `sentence`: where it is told."""

    id: str
    name: str
    title: str
    status: str
    voice: Voice | None
    background: bool
    rows: tuple[Row, ...]
    sentence: Span
    trigger: Span


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement: the value, who says it (None: the report), the sentence and the words in it."""

    words: str
    voice: Voice | None
    sentence: Span
    at: Span


@dataclass(frozen=True, slots=True)
class Difference:
    """A question on which accounts differ. `serious`: not all of them can be true."""

    id: str
    question: str
    event: str
    kind: str
    serious: bool
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a view shows of one record, in the order in which it shows it."""

    title: str
    deck: str
    credit: str
    dates: str
    happenings: tuple[Happening, ...]
    background: tuple[Happening, ...]
    differences: tuple[Difference, ...]
    voices: tuple[Voice, ...]
    problems: tuple[Problem, ...]
    reader: str


def sheet(record: Record) -> Sheet:
    """The view data of a record: the same for the same record."""
    made = _Maker(record)
    told = [made.happening(event) for event in made.ordered()]
    head = record.article
    return Sheet(
        title=head.headline.text if head.headline else "",
        deck=head.deck.text if head.deck else "",
        credit=_credit(record),
        dates=_dates(record),
        happenings=tuple(one for one in told if not one.background),
        background=tuple(one for one in told if one.background),
        differences=tuple(sorted(map(made.difference, record.disagreements), key=lambda d: not d.serious)),
        voices=made.voices.all(),
        problems=record.problems,
        reader=f"onrecord {record.reader.version}" + ("" if record.reader.weights else ", by rules alone"),
    )


def _credit(record: Record) -> str:
    """Outlet, agency and byline, each said once."""
    head, told = record.article, list[str]()
    for one in (head.byline and head.byline.text, head.outlet and head.outlet.name, head.agency and head.agency.name):
        words = " ".join((one or "").split())
        if words and not any(words.casefold() in other.casefold() for other in told):
            told.append(words)
    return " · ".join(told)


def _dates(record: Record) -> str:
    named = (("published", record.article.published), ("updated", record.article.updated))
    told = [f"{word} {moment.value.replace('T', ' ')}" for word, moment in named if moment.value]
    return ", ".join(told) or "date not known"


class _Maker:
    def __init__(self, record: Record) -> None:
        self.record, self.text = record, record.article.text
        self.voices = Voices(record)
        self.actors = {one.id: one for one in record.actors}
        self.places = {one.id: one for one in record.places}
        self.disputed = {one.event for one in record.disagreements}

    def ordered(self) -> list[Event]:
        """The events, the most important first."""
        return sorted(self.record.events, key=lambda event: (-self.weight(event), event.trigger))

    def weight(self, event: Event) -> float:
        values = sum(map(len, event.fields.values())) + len(event.when) + len(event.where)
        parties = len({one.actor for one in (*event.actors, *event.recipients)})
        first = min((event.trigger, *event.mentions)).start / max(1, len(self.text))
        told = (
            2.0 * len(event.mentions)
            + 1.5 * min(values, 8)
            + min(parties, 3)
            + 6 * (1 - first)
            + 4 * (event.id in self.disputed)
        )
        return told * (1.0 if event.factuality.value == "happened" else 0.6) * (0.5 if event.background else 1.0)

    def happening(self, event: Event) -> Happening:
        who = self.parties(event.actors)
        whom = self.parties(event.recipients)
        rows = [
            Row("who", who), Row("to whom", whom), Row("present", self.parties(event.present)), Row("when", self.anchored(event.when)),
            Row("where", self.anchored(event.where)), *(Row(wording.FIELDS.get(f, f.replace("_", " ")), self.told(event.fields[f])) for f in _fields(event)),
        ]  # fmt: skip
        return Happening(
            id=event.id,
            name=wording.event_called(event),
            title=_title([one.words for one in who], [one.words for one in whom]) or self.record.words(event.trigger),
            status=wording.STATUSES[event.factuality.value],
            voice=self.voices.of(event.factuality.by),
            background=event.background,
            rows=tuple(row for row in rows if row.told),
            sentence=sentence(self.text, event.trigger),
            trigger=event.trigger,
        )

    def parties(self, parties: Iterable[Participant]) -> tuple[Told, ...]:
        by_actor: dict[str, list[Participant]] = {}
        for one in parties:
            by_actor.setdefault(one.actor, []).append(one)
        return tuple(
            self._merged(self.actors[actor].name, every, hedged=all(one.hedged for one in every))
            for actor, every in by_actor.items()
        )

    def anchored(self, anchors: Iterable[Anchor]) -> tuple[Told, ...]:
        by_value: dict[str, list[Anchor]] = {}
        for one in anchors:
            by_value.setdefault(self._anchor(one), []).append(one)
        return tuple(self._merged(words, every) for words, every in by_value.items())

    def _anchor(self, one: Anchor) -> str:
        words, value = self.record.words(one), one.value
        place = self.places.get(one.id)
        if place is not None:
            return ", ".join(
                dict.fromkeys(filter(None, (place.name, place.country if place.precision != "country" else None)))
            )
        known = in_words(value) if is_dated(value) else ""
        told = words.casefold()
        return words if all(word in told for word in known.casefold().split()) else f"{words} ({known})"

    def told(self, values: Iterable[Value]) -> tuple[Told, ...]:
        by_words: dict[str, list[Value]] = {}
        for one in values:
            by_words.setdefault(self.said(one), []).append(one)
        return tuple(self._merged(words, every) for words, every in by_words.items())

    def said(self, one: Value | DisputedValue) -> str:
        """A value in the report's own words, which say more than the code ("about 35 minutes"); truths and long stretches clipped."""
        words = " ".join(self.record.words(one).split())
        if (
            isinstance(one.value, str)
            and len(one.value) < len(words)
            and not one.value.startswith("P")
            and len(words) > 90
        ):
            return one.value
        return wording.clipped(words, 160)

    def _merged(
        self, words: str, every: Iterable[Participant] | Iterable[Anchor] | Iterable[Value], *, hedged: bool = False
    ) -> Told:
        each: list[Participant | Anchor | Value] = list(every)
        voices = tuple(dict.fromkeys(voice for one in each if (voice := self.voices.of(one.by))))
        return Told(
            words,
            voices,
            tuple(span for one in each for span in spans_of(one)),
            any(one.by is None for one in each),
            hedged,
        )

    def difference(self, one: Disagreement) -> Difference:
        event = self.record.find(one.event)
        told = self.happening(event) if event else None  # type: ignore[arg-type]
        sides = tuple(
            Side(
                self.said(value),
                self.voices.of(value.by),
                sentence(self.text, Span(value.start, value.end)),
                Span(value.start, value.end),
            )
            for value in one.values
        )
        question = wording.QUESTIONS.get(one.field, one.field.replace("_", " ").capitalize())
        name = f"{told.name}: {told.title}" if told else ""
        return Difference(one.id, question, name, wording.KINDS[one.kind], one.kind in wording.SERIOUS, sides)


def _fields(event: Event) -> list[str]:
    known = list(wording.FIELDS)
    return sorted(event.fields, key=lambda name: (known.index(name) if name in known else len(known), name))


def _title(who: list[str], whom: list[str]) -> str:
    doers, done = wording.listed(who, 3), wording.listed(whom, 3)
    return f"{doers or '…'} → {done}" if done else doers
