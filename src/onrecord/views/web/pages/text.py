"""A record -> its text, cut into paragraphs and pieces under the same marks, and a card for each finding that a mark is evidence for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from onrecord.values.record import Attribution, Event, Place, Quantity, Record, Time
from onrecord.values.span import Span
from onrecord.views.present.marks import Mark, Piece, marks, pieces
from onrecord.views.present.sentences import sentence
from onrecord.views.present.sheet import Happening, Sheet, Told
from onrecord.views.present.voices import Voices
from onrecord.views.present.wording import FIELDS, TERMS, clipped, legible
from onrecord.views.web.words import FORMS, day

PARAGRAPH: Final = re.compile(r"[^\n]+(?:\n[^\n]+)*")
LAYERS: Final = {"source": "says", "cue": "says", "said": "says", "what": "what", "when": "when", "where": "where", "value": "many", "furniture": "furniture"}  # fmt: skip
ANCHORED: Final = ("value", "what", "source", "cue", "where", "when")  # which of several a click opens


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the text. `start`: its place in it, in code points; `colours`: of the marks over it, outermost first; `ids`: of the findings; `link`: the finding that a click opens,
    "" where none; `account`: of a value, the attribution under which it is asserted, "" for the report's own voice; `note`: the marks in words."""

    start: int
    text: str
    colours: tuple[str, ...]
    ids: tuple[str, ...]
    link: str
    account: str
    note: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article; `start`: its place in the text, in code points; `furniture`: it is no reporting; `head`: headline, deck or
    byline, which a page sets above the text."""

    start: int
    furniture: bool
    head: bool
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A name, and the values under it, each with who says it ("" for the report)."""

    name: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A finding, for people. `layer`: says, what, when, where; `account`: the attribution under which it is asserted, "" for the report's own
    voice; `quotes`: its evidence."""

    id: str
    layer: str
    kicker: str
    title: str
    status: str
    account: str
    account_name: str
    lines: tuple[Line, ...]
    quotes: tuple[str, ...]
    background: bool = False


def paragraphs(record: Record) -> tuple[Paragraph, ...]:
    """The text as paragraphs. Every code point of every paragraph is in exactly one run."""
    text, above = record.article.text, record.article
    head = [(one.start, one.end) for one in (above.headline, above.deck, above.byline) if one]
    spans = [found.span() for found in PARAGRAPH.finditer(text) if found.group().strip()]
    by = {
        (event.id, v.start, v.end): v.by or ""
        for event in record.events
        for values in event.fields.values()
        for v in values
    }
    run = pieces(_marks(record), (at for span in spans for at in span))
    piece, made = next(run, None), []
    for start, end in spans:
        while piece and piece.start < start:
            piece = next(run, None)  # blank lines between paragraphs
        told: list[Run] = []
        while piece and piece.start < end:
            told.append(_run(text, piece, by))
            piece = next(run, None)
        furniture = bool(told) and all("furniture" in one.colours for one in told)
        made.append(Paragraph(start, furniture, any(low <= start and end <= high for low, high in head), tuple(told)))
    return tuple(made)


def _marks(record: Record) -> tuple[Mark, ...]:
    """The marks of a record, and the figures that no event holds."""
    loose = (Mark(one.start, one.end, "value", one.id, f"{one.measure}: {record.words(one)}") for one in _loose(record))
    return tuple(sorted((*marks(record), *loose), key=lambda m: (m.start, -m.end, m.colour, m.id)))


def _loose(record: Record) -> Iterator[Quantity]:
    """Quantities that are no value of an event."""
    held = {(v.start, v.end) for event in record.events for values in event.fields.values() for v in values}
    yield from (one for one in record.quantities if (one.start, one.end) not in held)


def _run(text: str, piece: Piece, by: dict[tuple[str, int, int], str]) -> Run:
    colours = tuple(dict.fromkeys(m.colour for m in piece.marks))
    ids = tuple(dict.fromkeys(m.id for m in piece.marks if m.id))
    inner = next((m for colour in ANCHORED for m in reversed(piece.marks) if m.colour == colour and m.id), None)
    account = by.get((inner.id, inner.start, inner.end), "") if inner else ""
    note = " · ".join(dict.fromkeys(m.note for m in reversed(piece.marks)))
    return Run(
        piece.start, legible(text[piece.start : piece.end]), colours, ids, inner.id if inner else "", account, note
    )


def cards(record: Record, sheet: Sheet) -> tuple[Card, ...]:
    """What happened, the most important first; who says what; how many, where no event holds it; when; where."""
    return (*_events(record, sheet), *_accounts(record), *_quantities(record), *_times(record), *_places(record))


def _events(record: Record, sheet: Sheet) -> Iterator[Card]:
    by_id = {one.id: one for one in record.events}
    for told in (*sheet.happenings, *sheet.background):
        by = by_id[told.id].factuality.by or ""
        yield Card(
            told.id, "what", told.name, told.title, told.status, by, told.voice.label if told.voice else "", tuple(_rows(told)),
            (_quote(record, told.trigger),), told.background,
        )  # fmt: skip


def _rows(told: Happening) -> Iterator[Line]:
    for row in told.rows:
        yield Line(
            row.name,
            tuple((legible(one.words) + (" (perhaps)" if one.hedged else ""), _said_by(one)) for one in row.told),
        )


def _said_by(one: Told) -> str:
    return "" if one.also or not one.voices else "; ".join(voice.short for voice in one.voices)


def _accounts(record: Record) -> Iterator[Card]:
    voices = Voices(record)
    for one in record.attributions:
        source = one.source
        lines = [
            ("how", f"{one.mode} speech" if one.mode != "mixed" else "partly in its own words"),
            ("form", FORMS[source.form]),
        ]
        lines += [("terms", TERMS[source.stated_terms])] if TERMS[source.stated_terms] else []
        lines += [("via", ", ".join(voices.actors[id].name for id in source.via))] if source.via else []
        lines += [("cue", record.words(one.cue))] if one.cue.spans else []
        lines += [("hedge", record.words(one.hedge))] if one.hedge else []
        status = {"affirms": "", "denies": "denies it", "declines": "declines to say"}[one.polarity]
        asserted = tuple(_asserted(record, one))
        voice = voices.by_id[one.id]
        words = record.words(source)
        title = f"{voice.name} (“{words}”)" if words and words.casefold() != voice.name.casefold() else voice.name
        yield Card(
            one.id, "says", "Says", legible(clipped(title, 120)), status, one.id, voice.label,
            (*(Line(key, ((legible(value), ""),)) for key, value in lines), *asserted), tuple(legible(clipped(record.words(span), 320)) for span in one.content.spans),
        )  # fmt: skip


def _asserted(record: Record, account: Attribution) -> Iterator[Line]:
    """What of the events this account asserts: the values under it."""
    for event in record.events:
        for name, values in event.fields.items():
            told = tuple((legible(clipped(record.words(v), 90)), "") for v in values if v.by == account.id)
            if told:
                yield Line(FIELDS.get(name, name.replace("_", " ")), told)


def _quantities(record: Record) -> Iterator[Card]:
    for one in _loose(record):
        bounds = (
            f"{'' if one.low is None else f'{one.low:g}'}–{'' if one.high is None else f'{one.high:g}'}"
            if one.low != one.high
            else f"{one.low:g}"
        )
        lines = (
            Line("of what", ((one.measure.replace("_", " "), ""),)),
            Line("figure", ((f"{bounds} {one.unit}".strip(), ""),)),
            Line("bound", ((one.bound.replace("_", " "), ""),)),
        )
        yield Card(
            one.id,
            "many",
            "How many",
            legible(record.words(one)),
            "",
            "",
            "",
            lines,
            (_quote(record, Span(one.start, one.end)),),
        )


def _times(record: Record) -> Iterator[Card]:
    for one in record.times:
        lines = [Line("type", ((one.type.lower(), ""),)), Line("value", ((one.value, ""),))]
        if one.earliest or one.latest:
            span = " to ".join(dict.fromkeys(day(end) for end in (one.earliest, one.latest) if end))
            lines.append(Line("means", ((span, ""),)))
        if one.anchor:
            against = "the day of publication" if one.anchor == "published" else f"“{_words(record, one.anchor)}”"
            lines.append(Line("against", ((against, ""),)))
        lines += _used(record, one)
        yield Card(
            one.id,
            "when",
            "When",
            legible(record.words(one)),
            "",
            "",
            "",
            tuple(lines),
            (_quote(record, Span(one.start, one.end)),),
        )


def _places(record: Record) -> Iterator[Card]:
    for one in record.places:
        lines = [Line("country", ((one.country, ""),))] if one.country else []
        if one.lat is not None and one.lon is not None:
            lines.append(Line("at", ((f"{one.lat:.3f}, {one.lon:.3f}", ""),)))
        lines.append(Line("GeoNames", ((str(one.geonames) if one.geonames else "not resolved", ""),)))
        lines += _used(record, one)
        first = one.mentions[0]
        yield Card(
            one.id,
            "where",
            "Where",
            one.name,
            "",
            "",
            "",
            tuple(lines),
            (_quote(record, Span(first.start, first.end)),),
        )


def _used(record: Record, found: Time | Place) -> Iterator[Line]:
    """The events that it dates or places."""
    events: Iterable[Event] = (e for e in record.events if any(a.id == found.id for a in (*e.when, *e.where)))
    names = tuple((f"{e.type.lower()} “{legible(record.words(e))}”", "") for e in events)
    if names:
        yield Line("of", names)


def _words(record: Record, id: str) -> str:
    found = record.find(id)
    return record.words(found) if found else id


def _quote(record: Record, at: Span) -> str:
    return legible(clipped(sentence(record.article.text, at).of(record.article.text), 420))
