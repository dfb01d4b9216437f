"""FollowTheMoney entities, one JSON object a line: Article, its people and bodies, and an Event for each event, with the article as `proof`.

Names and types of properties are those of followthemoney's schemata (Article, Person, Organization, PublicBody, LegalEntity, Event). Who says a
value, its words and its sentence stand as lines in the event's `description`; its status is in `summary`. Unidentified sources ("an aide") are
entities of their own only as LegalEntity, and only where they take part in an event: nobody is made a Person for being mentioned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from onrecord.values.record import Actor, Event, Record
from onrecord.views.export.country_codes import codes_of
from onrecord.views.export.form import encoded
from onrecord.views.export.happenings import day_of
from onrecord.views.export.identity import named
from onrecord.views.export.streams import line
from onrecord.views.export.telling import Told
from onrecord.views.present.wording import event_name

_SCHEMATA: Final = {"person": "Person", "organization": "Organization", "state": "PublicBody", "office": "PublicBody"}
_LANGUAGES: Final = {"en": "eng"}  # ISO 639-3, as FollowTheMoney has languages


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """One entity a line; an entity stands before those that point at it."""
    for one in named(records):
        for entity in entities(Told(one)):
            yield encoded(line(entity) + "\n")


def entities(told: Told) -> Iterator[dict[str, Any]]:
    """The entities of one record."""
    record = told.record
    yield article(told)
    taking_part = {p.actor for e in record.events for p in (*e.actors, *e.recipients, *e.present)}
    for actor in record.actors:
        if actor.kind != "unidentified" or actor.id in taking_part:
            yield party(told, actor)
    for event in record.events:
        yield happening(told, event)


def article(told: Told) -> dict[str, Any]:
    """The report as an Article, with its text."""
    one = told.record.article
    headline = told.words(one.headline.start, one.headline.end) if one.headline else told.text[:80]
    return _entity(
        told.named.of("article"), "Article",
        title=[headline], bodyText=[told.text], author=[one.byline.text if one.byline else None], publisher=[one.outlet.name if one.outlet else None],
        publishedAt=[_moment(one.published.value)], sourceUrl=[one.url], language=[_LANGUAGES.get(one.language or "")],
    )  # fmt: skip


def party(told: Told, actor: Actor) -> dict[str, Any]:
    """An actor as Person, Organization, PublicBody or LegalEntity."""
    schema = _SCHEMATA.get(actor.kind, "LegalEntity")
    titles = [f"{role.title}, {role.of}" if role.of else role.title for role in actor.roles]
    own: dict[str, list[str | None]] = {"position": [*titles]} if schema == "Person" else {}
    return _entity(
        told.named.of(actor.id), schema,
        name=[actor.name], country=[codes_of(actor.country).alpha2.lower()], proof=[told.named.of("article")],
        summary=[f"{actor.kind}; {', '.join(actor.sectors)}" if actor.sectors else actor.kind], **own,
    )  # fmt: skip


def happening(told: Told, event: Event) -> dict[str, Any]:
    """An event as an Event."""
    day = day_of(told, event)
    places = [told.places[one.id] for one in event.where if one.id in told.places]
    involved = dict.fromkeys(p.actor for p in (*event.actors, *event.recipients, *event.present))
    name = event_name(event.type, event.mode)
    who = ", ".join(told.actors[one].name for one in involved)
    background = ", told as background" if event.background else ""
    dated = day if day and day.stated else None
    return _entity(
        told.named.of(event.id), "Event",
        name=[f"{name}: {who}" if who else name],
        summary=[f"{event.type}{f' ({event.mode})' if event.mode else ''}: {event.factuality.value}{background}; by {told.saying(event.factuality.by)}"],
        description=[*_lines(told, event)],
        startDate=[dated.first if dated else None], endDate=[dated.last if dated else None],
        location=[one.name for one in places], country=[codes_of(one.country).alpha2.lower() for one in places],
        involved=[told.named.of(one) for one in involved], proof=[told.named.of("article")], recordId=[told.named.urn(event.id)],
        sourceUrl=[told.record.article.url],
    )  # fmt: skip


def _lines(told: Told, event: Event) -> Iterator[str]:
    yield f"“{told.sentence(*event.trigger)}”"
    for name, values in event.fields.items():
        for one in values:
            yield f"{name}: {one.value}; by {told.saying(one.by)}: “{told.sentence(one.start, one.end)}”"


def _entity(id: str, schema: str, **properties: Iterable[str | None]) -> dict[str, Any]:
    kept = {name: list(dict.fromkeys(one for one in values if one)) for name, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _moment(value: str | None) -> str | None:
    """A date as FollowTheMoney has it: to the second at most, without a zone."""
    if not value:
        return None
    day, _, clock = value.partition("T")
    clock = clock.split("+")[0].split("-")[0].rstrip("Z")
    return f"{day}T{clock}" if clock else day
