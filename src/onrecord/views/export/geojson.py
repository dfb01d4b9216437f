"""GeoJSON (RFC 7946): one Feature an event, with its status; its geometry is null where no place of it is on the map.

Positions are longitude, latitude in WGS 84, as the RFC wants them. Places that accounts give differently all stay, in `places`, each with its
`by`; several points make a MultiPoint. The point of a country or region is its middle: `precision` says which it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.values.record import Event, Record
from onrecord.views.export.happenings import day_of, toll
from onrecord.views.export.identity import named
from onrecord.views.export.streams import document, some
from onrecord.views.export.telling import Told


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """One FeatureCollection of all events of all records."""
    return document({"type": "FeatureCollection"}, "features", _features(records))


def _features(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    for one in named(records):
        told = Told(one)
        for event in told.record.events:
            yield feature(told, event)


def feature(told: Told, event: Event) -> dict[str, Any]:
    """One event as a Feature."""
    day, article = day_of(told, event), told.record.article
    names = {
        role: [told.actors[p.actor].name for p in getattr(event, role)] for role in ("actors", "recipients", "present")
    }
    deaths = toll(event)
    return {
        "type": "Feature",
        "id": told.named.of(event.id),
        "geometry": geometry(told, event),
        "properties": some(
            event=event.type, mode=event.mode, cameo=event.cameo, contexts=list(event.contexts),
            status=event.factuality.value, by=told.saying(event.factuality.by), background=event.background,
            date=day and day.first, date_end=day and day.last, date_stated=day and day.stated,
            **{role: list(dict.fromkeys(found)) for role, found in names.items()},
            places=places(told, event),
            killed=deaths and {"best": deaths.best, "low": deaths.low, "high": deaths.high},
            sentence=told.sentence(*event.trigger), start=event.trigger.start, end=event.trigger.end,
            article=article.id, outlet=article.outlet.name if article.outlet else None, url=article.url,
            published=article.published.value, confidence=event.confidence,
        ),
    }  # fmt: skip


def geometry(told: Told, event: Event) -> dict[str, Any] | None:
    """A Point, or a MultiPoint where it has several places; None where none is on the map."""
    found = (told.places.get(one.id) for one in event.where)
    points = [[p.lon, p.lat] for p in found if p and p.lat is not None and p.lon is not None]
    distinct = [point for i, point in enumerate(points) if point not in points[:i]]
    if not distinct:
        return None
    return {"type": "Point", "coordinates": distinct[0]} if len(distinct) == 1 else {"type": "MultiPoint", "coordinates": distinct}  # fmt: skip


def places(told: Told, event: Event) -> list[dict[str, Any]]:
    """Every place that an account gives, with who says so; also those that are on no map."""
    made = []
    for one in event.where:
        place = told.places.get(one.id)
        made.append(
            some(
                name=place.name if place else one.value, geonames=place and place.geonames, country=place and place.country,
                precision=place and place.precision, confidence=place and place.confidence,
                words=told.words(one.start, one.end), by=told.saying(one.by),
            )
        )  # fmt: skip
    return made
