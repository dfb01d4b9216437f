"""The columns of each table, with their meanings, and a record's rows in them. `docs/batch.md` tells the same."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from onrecord.values.record import Actor, Participant, Place, Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.values.record import Anchor, Attribution, Event

Kind = Literal["text", "int", "float", "bool", "texts"]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """`of`: the columns of each element, where it is a list of structs (`kind` is then of no matter)."""

    name: str
    kind: Kind
    meaning: str
    of: tuple[Column, ...] = ()


NUMBER: Final = Column("n", "int", "number of the article in its day, from 0: with the day it joins the tables")
KEY: Final = Column("key", "text", "the article's key: as it came with it, else file or URL")
ID: Final = Column("id", "text", "id of the finding in its record")
CONFIDENCE: Final = Column("confidence", "float", "probability, 0 to 1")
FOUND_BY: Final = Column("found_by", "text", "the rule or head that found it")
START: Final = Column("start", "int", "first code point in the article's text, from 0")
END: Final = Column("end", "int", "code point after the last")
BY: Final = Column("by", "text", "id of the attribution under which it is asserted; null: by the article itself")

PARTICIPANTS: Final = (
    Column("id", "text", "id of the actor in the record"),
    Column("name", "text", "its name"),
    Column("kind", "text", "person, office, organization, state, group …"),
    Column("country", "text", "ISO 3166-1 alpha-3"),
    Column("sectors", "texts", "PLOVER's sectors"),
    BY, Column("hedged", "bool", "whether the report hedges it"), START, END,
)  # fmt: skip
TIMES: Final = (
    Column("value", "text", "TIMEX3 value"), Column("earliest", "text", "ISO 8601"), Column("latest", "text", "ISO 8601"), BY, START, END,
)  # fmt: skip
PLACES: Final = (
    Column("name", "text", "the place's name"), Column("geonames", "int", "GeoNames id, null: not resolved"), Column("country", "text", "ISO 3166-1 alpha-3"),
    Column("admin1", "text", "first-level division"), Column("lat", "float", "degrees, WGS 84"), Column("lon", "float", "degrees, WGS 84"), BY, START, END,
)  # fmt: skip
VALUES: Final = (
    Column("field", "text", "duration, killed, injured …"), Column("value", "text", "the value as JSON writes it"), Column("low", "text", "least, where a range"),
    Column("high", "text", "most, where a range"), Column("bound", "text", "exact, about, at_least …"), Column("of", "text", "what is counted"), BY, START, END,
)  # fmt: skip
ARTICLES: Final = (
    NUMBER, KEY,
    Column("article", "text", "SHA-256 of the text: the same text has the same"), Column("url", "text", "its address"),
    Column("outlet", "text", "who published it"), Column("agency", "text", "who wrote it, where the page credits an agency"), Column("language", "text", "as the source tells it"),
    Column("published", "text", "ISO 8601, as precise as known"), Column("published_basis", "text", "given, metadata, text …"), Column("updated", "text", "ISO 8601"),
    Column("headline", "text", "the headline in the text"), Column("byline", "text", "the byline in the text"), Column("dateline", "text", "the dateline in the text"),
    Column("characters", "int", "code points of the text"), Column("events", "int", "how many"), Column("attributions", "int", "how many"),
    Column("disagreements", "int", "how many"), Column("problems", "int", "how many"),
    Column("version", "text", "of onrecord"), Column("weights", "text", "digest of the network's weights; null: read by rules alone"), Column("knowledge", "text", "digest of the reference data"),
)  # fmt: skip
EVENTS: Final = (
    NUMBER, KEY, ID,
    Column("type", "text", "PLOVER type"), Column("mode", "text", "PLOVER mode"), Column("contexts", "texts", "PLOVER contexts"), Column("cameo", "text", "CAMEO code"),
    Column("trigger", "text", "the words that tell it"), START, END,
    Column("factuality", "text", "happened, planned, denied …"), Column("factuality_by", "text", "who says so; null: the article itself"), Column("background", "bool", "told as background"),
    Column("actors", "text", "who did it", PARTICIPANTS), Column("recipients", "text", "to whom", PARTICIPANTS), Column("present", "text", "who was there", PARTICIPANTS),
    Column("when", "text", "the times it is given", TIMES), Column("where", "text", "the places it is given", PLACES), Column("values", "text", "each value of each field", VALUES),
    CONFIDENCE, FOUND_BY,
)  # fmt: skip
ATTRIBUTIONS: Final = (
    NUMBER, KEY, ID,
    Column("source", "text", "the words that name the source; null: none does"), Column("actor", "text", "the source's name"), Column("actor_id", "text", "id of the actor in the record"),
    Column("actor_country", "text", "ISO 3166-1 alpha-3"), Column("form", "text", "named, role_described, unattributed …"), Column("stated_terms", "text", "on what terms it speaks"),
    Column("cue", "text", "the words that say that it is said"), Column("content", "text", "what is said"), START, END,
    Column("mode", "text", "direct, indirect, mixed"), Column("polarity", "text", "affirms, denies …"), Column("hedge", "text", "the hedging words"),
    Column("within", "text", "id of the attribution in which this one is quoted"), CONFIDENCE, FOUND_BY,
)  # fmt: skip
DISAGREEMENTS: Final = (
    NUMBER, KEY, ID,
    Column("event", "text", "id of the event"), Column("field", "text", "the field on which accounts differ"), Column("kind", "text", "conflict, refinement …"),
    Column("values", "text", "what each account says", (Column("value", "text", "the value as JSON writes it"), BY, START, END)),
)  # fmt: skip
PROBLEMS: Final = (
    NUMBER, KEY, Column("where", "text", "file, line, key"), Column("stage", "text", "what met it"), Column("message", "text", "what could not be read"), Column("remedy", "text", "what can be done"),
)  # fmt: skip
RECORDS: Final = (NUMBER, KEY, Column("record", "text", "the whole record as JSON, the contract onrecord/1"))
TABLES: Final[dict[str, tuple[Column, ...]]] = {
    "articles": ARTICLES, "events": EVENTS, "attributions": ATTRIBUTIONS, "disagreements": DISAGREEMENTS, "problems": PROBLEMS, "records": RECORDS,
}  # fmt: skip


def rows(record: Record, line: str, number: int) -> Iterator[tuple[str, Row]]:
    """(table, row) of a record, the `number`-th of its day. `line` is the record as JSON."""
    first: Row = {"n": number, "key": record.article.key}
    yield "articles", first | _article(record)
    for event in record.events:
        yield "events", first | _event(event, record)
    for one in record.attributions:
        yield "attributions", first | _attribution(one, record)
    for differing in record.disagreements:
        values = [{"value": _scalar(v.value), "by": v.by, "start": v.start, "end": v.end} for v in differing.values]
        told = {"id": differing.id, "event": differing.event, "field": differing.field, "kind": differing.kind}
        yield "disagreements", first | told | {"values": values}
    for problem in record.problems:
        told = {"where": problem.where, "stage": problem.stage, "message": problem.message, "remedy": problem.remedy}
        yield "problems", first | told
    yield "records", first | {"record": line}


def _article(record: Record) -> Row:
    head = record.article
    return {
        "article": head.id,
        "url": head.url,
        "outlet": head.outlet.name if head.outlet else None,
        "agency": head.agency.name if head.agency else None,
        "language": head.language,
        "published": head.published.value,
        "published_basis": head.published.basis,
        "updated": head.updated.value,
        "headline": head.headline.text if head.headline else None,
        "byline": head.byline.text if head.byline else None,
        "dateline": head.dateline.text if head.dateline else None,
        "characters": len(head.text),
        "events": len(record.events),
        "attributions": len(record.attributions),
        "disagreements": len(record.disagreements),
        "problems": len(record.problems),
        "version": record.reader.version,
        "weights": record.reader.weights,
        "knowledge": record.reader.knowledge,
    }


def _event(event: Event, record: Record) -> Row:
    known: dict[str, Any] = {one.id: one for one in record.actors}
    known |= {one.id: one for one in record.times} | {one.id: one for one in record.places}
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "cameo": event.cameo,
        "trigger": record.words(event),
        "start": event.trigger.start,
        "end": event.trigger.end,
        "factuality": event.factuality.value,
        "factuality_by": event.factuality.by,
        "background": event.background,
        "actors": [_participant(one, known) for one in event.actors],
        "recipients": [_participant(one, known) for one in event.recipients],
        "present": [_participant(one, known) for one in event.present],
        "when": [_time(one, known) for one in event.when],
        "where": [_place(one, known) for one in event.where],
        "values": [
            {"field": name, "value": _scalar(v.value), "low": _scalar(v.low), "high": _scalar(v.high), "bound": v.bound, "of": v.of, "by": v.by, "start": v.start, "end": v.end}
            for name, values in event.fields.items() for v in values
        ],
        "confidence": event.confidence,
        "found_by": event.found_by,
    }  # fmt: skip


def _participant(one: Participant, known: dict[str, Any]) -> Row:
    actor: Actor = known[one.actor]
    told = {"id": actor.id, "name": actor.name, "kind": actor.kind, "country": actor.country}
    return told | {
        "sectors": list(actor.sectors),
        "by": one.by,
        "hedged": one.hedged,
        "start": one.start,
        "end": one.end,
    }


def _time(one: Anchor, known: dict[str, Any]) -> Row:
    time = known[one.id]
    earliest, latest = getattr(time, "earliest", None), getattr(time, "latest", None)
    return {
        "value": one.value,
        "earliest": earliest,
        "latest": latest,
        "by": one.by,
        "start": one.start,
        "end": one.end,
    }


def _place(one: Anchor, known: dict[str, Any]) -> Row:
    place = known[one.id]
    names = ("geonames", "country", "admin1", "lat", "lon")
    told = {name: getattr(place, name) if isinstance(place, Place) else None for name in names}
    return {"name": one.value, **told, "by": one.by, "start": one.start, "end": one.end}


def _attribution(one: Attribution, record: Record) -> Row:
    actor = next((a for a in record.actors if a.id == one.source.actor), None)
    spans = one.content.spans
    return {
        "id": one.id,
        "source": record.words(one.source) or None,
        "actor": actor.name if actor else None,
        "actor_id": one.source.actor,
        "actor_country": actor.country if actor else None,
        "form": one.source.form,
        "stated_terms": one.source.stated_terms,
        "cue": record.words(one.cue) or None,
        "content": record.words(one),
        "start": min(span.start for span in spans),
        "end": max(span.end for span in spans),
        "mode": one.mode,
        "polarity": one.polarity,
        "hedge": record.words(one.hedge) if one.hedge else None,
        "within": one.within,
        "confidence": one.confidence,
        "found_by": one.found_by,
    }


def _scalar(value: object) -> str | None:
    return None if value is None else value if isinstance(value, str) else json.dumps(value)
