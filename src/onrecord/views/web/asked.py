"""What pages ask of the ledger's tables themselves: who is in it, who asserts what. Reading only; only what stands now."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from onrecord.ledger import schema
from onrecord.ledger.look import current, standing
from onrecord.values.record import EventType

if TYPE_CHECKING:
    from onrecord.keeping.ledger import Ledger

articles, records, events = schema.articles.c, schema.records.c, schema.events.c


@dataclass(frozen=True, slots=True)
class Someone:
    """An actor of the ledger: one id, one name, in so many reports."""

    id: str
    name: str
    kind: str
    country: str | None
    reports: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody is reported to have said. `local`: the attribution's id in its report's record."""

    report: str
    local: str
    outlet: str | None
    published: str | None
    form: str
    polarity: str
    mode: str
    terms: str
    source: str
    content: str


@dataclass(frozen=True, slots=True)
class Assertion:
    """A value of an event and whose it is. `claimant`: the id of an actor of the ledger, None where it is not known or the report itself."""

    report: str
    outlet: str | None
    event: str
    type: EventType
    field: str
    of: str | None
    value: str
    form: str
    source: str | None
    claimant: str | None
    name: str | None


def someones(
    ledger: Ledger, *, name: str | None = None, ids: set[str] | None = None, limit: int = 200
) -> list[Someone]:
    """Actors, those in most reports first: all, those of just this name, or of these ids."""
    sights, actors = schema.actor_sights.c, schema.actors.c
    number, mentions = func.count(func.distinct(sights.report)), func.sum(sights.mentions)
    query = (
        select(actors.id, actors.name, actors.kind, actors.country, number, mentions)
        .join_from(schema.actor_sights, schema.actors, actors.id == sights.actor)
        .join(schema.records, records.id == sights.record)
        .join(schema.articles, articles.id == sights.report)
        .where(current(), standing())
        .group_by(actors.id, actors.name, actors.kind, actors.country)
        .order_by(number.desc(), mentions.desc(), actors.name, actors.id)
        .limit(limit)
    )
    if name is not None:
        query = query.where(func.lower(actors.name) == name.lower())
    if ids is not None:
        query = query.where(actors.id.in_(sorted(ids)))
    with ledger.reading() as connection:
        return [
            Someone(id, told, kind, country, int(n), int(m))
            for id, told, kind, country, n, m in connection.execute(query)
        ]


def roles(ledger: Ledger, ids: set[str]) -> list[str]:
    """The offices that reports give these actors, the most frequent first."""
    sights = schema.actor_sights.c
    query = (
        select(sights.roles)
        .join(schema.records, records.id == sights.record)
        .where(current(), sights.actor.in_(sorted(ids)))
    )
    found: Counter[str] = Counter()
    with ledger.reading() as connection:
        for told in connection.scalars(query):
            found.update(
                f"{one['title']} of {one['of']}" if one.get("of") else one["title"] for one in json.loads(str(told))
            )
    return [name for name, _ in found.most_common(8)]


def utterances(ledger: Ledger, ids: set[str], limit: int = 100) -> list[Utterance]:
    """What these actors are reported to have said, the newest first."""
    said = schema.attributions.c
    query = (
        select(
            said.report, said.local, articles.outlet, articles.published, said.form, said.polarity, said.mode, said.stated_terms.label("terms"), said.source, said.content,
        )
        .join_from(schema.attributions, schema.records, records.id == said.record)
        .join(schema.articles, articles.id == said.report)
        .where(current(), standing(), said.actor.in_(sorted(ids)))
        .order_by(articles.published.desc().nulls_last(), said.report, said.start)
        .limit(limit)
    )  # fmt: skip
    with ledger.reading() as connection:
        return [Utterance(**row) for row in connection.execute(query).mappings()]


def assertions(ledger: Ledger) -> list[Assertion]:
    """Every value of every event, with whose it is."""
    values = schema.event_values.c
    query = (
        select(
            events.report, articles.outlet, events.local, events.type, values.field, values.of, values.value, values.form, values.source, values.claimant,
            schema.actors.c.name,
        )
        .join_from(schema.event_values, schema.events, events.id == values.event)
        .join(schema.records, records.id == events.record)
        .join(schema.articles, articles.id == events.report)
        .outerjoin(schema.actors, schema.actors.c.id == values.claimant)
        .where(current(), standing())
        .order_by(events.report, events.start, values.field, values.number)
    )  # fmt: skip
    with ledger.reading() as connection:
        return [
            Assertion(r, o, e, t, f, of, v or "", *rest) for r, o, e, t, f, of, v, *rest in connection.execute(query)
        ]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the ledger, and how many events the reports put there."""

    id: str
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    events: int
    reports: int
    types: tuple[str, ...]


def spots(ledger: Ledger) -> list[Spot]:
    """Places at which reports put events, those with most events first."""
    at, places = schema.event_places.c, schema.places.c
    query = (
        select(places.id, places.name, places.country, places.lat, places.lon, events.id, events.report, events.type)
        .join_from(schema.event_places, schema.places, places.id == at.place)
        .join(schema.events, events.id == at.event)
        .join(schema.records, records.id == events.record)
        .join(schema.articles, articles.id == events.report)
        .where(current(), standing())
    )
    found: dict[str, Spot] = {}
    inside: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    with ledger.reading() as connection:
        for id, name, country, lat, lon, event, report, type in connection.execute(query):
            found[id] = Spot(id, name, country, lat, lon, 0, 0, ())
            inside[id].add((event, report, type))
    made = [_counted(one, inside[one.id]) for one in found.values()]
    return sorted(made, key=lambda one: (-one.events, one.name, one.id))


def _counted(one: Spot, inside: set[tuple[str, str, str]]) -> Spot:
    types = Counter(type for _, _, type in sorted(inside))
    reports = {report for _, report, _ in inside}
    return replace(one, events=len(inside), reports=len(reports), types=tuple(type for type, _ in types.most_common(4)))
