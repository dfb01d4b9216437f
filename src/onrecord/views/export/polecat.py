"""POLECAT's table: 40 tab-separated columns with a header, as the weekly files of the Harvard Dataverse (doi:10.7910/DVN/AJGVIT) have them.

Column names and order are those of the files' header line; several values in a cell are joined by "; ", no value is "None". Quad codes are
the PLOVER manual's. Intensity, COW codes, Wikipedia ids and districts are not known to a record and stay "None".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.settings import VERSION
from onrecord.values.record import Actor, Event, Participant, Record
from onrecord.views.export.cells import Cell, tsv_table
from onrecord.views.export.happenings import Day, actors_of, happenings, place_of, sides
from onrecord.views.export.telling import Told

COLUMNS: Final = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title",
    "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
QUAD: Final = {
    "AGREE": "Verbal Cooperation", "CONSULT": "Verbal Cooperation", "SUPPORT": "Verbal Cooperation", "CONCEDE": "Verbal Cooperation",
    "COOPERATE": "Material Cooperation", "AID": "Material Cooperation", "RETREAT": "Material Cooperation",
    "REQUEST": "Verbal Conflict", "ACCUSE": "Verbal Conflict", "REJECT": "Verbal Conflict", "THREATEN": "Verbal Conflict",
    "PROTEST": "Material Conflict", "SANCTION": "Material Conflict", "MOBILIZE": "Material Conflict", "COERCE": "Material Conflict",
    "ASSAULT": "Material Conflict",
}  # fmt: skip
_FEATURES: Final = {"point": "S", "city": "P", "admin2": "A", "admin1": "A", "country": "A", "region": "L"}
_LANGUAGES: Final = {"en": "English"}


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """The header and one row an event that happened."""
    return tsv_table(COLUMNS, (row(*one) for one in happenings(records)), header=True, missing="None")


def row(told: Told, event: Event, day: Day) -> dict[str, Cell]:
    """One event as a row."""
    actors, recipients = sides(told, event)
    article = told.record.article
    return {
        "Event ID": told.named.of(event.id),
        "Event Date": day.first,
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Intensity": None,
        "Quad Code": QUAD[event.type],
        "Contexts": "; ".join(event.contexts),
        **_party(told, "Actor", actors),
        **_party(told, "Recipient", recipients),
        **_place(told, event),
        "Source": article.outlet.name if article.outlet else None,
        "Publication Date": (article.published.value or "")[:10],
        **_story(told),
        "Language": _LANGUAGES.get(article.language or "", article.language),
        "Version": f"onrecord-{VERSION}",
    }


def _party(told: Told, side: str, participants: tuple[Participant, ...]) -> dict[str, Cell]:
    actors = actors_of(told, participants)
    sectors = _distinct(s for one in actors for s in one.sectors)
    return {
        f"{side} Name": "; ".join(_distinct(one.name for one in actors)),
        f"{side} Country": "; ".join(_distinct(one.country for one in actors)),
        f"{side} COW": None,
        f"Primary {side} Sector": sectors[0] if sectors else None,
        f"{side} Sectors": "; ".join(sectors),
        f"{side} Title": "; ".join(_title(one) for one in actors if one.roles),
        f"{side} Name Raw": "; ".join(told.words(one.start, one.end) for one in participants),
        f"Wikipedia {side} ID": None,
    }


def _title(actor: Actor) -> str:
    role = actor.roles[0]
    return f"{role.title} of {role.of}" if role.of else role.title


def _place(told: Told, event: Event) -> dict[str, Cell]:
    names = (
        "Placename",
        "City",
        "District",
        "Province",
        "Country",
        "Latitude",
        "Longitude",
        "GeoNames ID",
        "Raw Placename",
        "Feature Type",
    )
    place = place_of(told, event)
    if place is None:
        return dict.fromkeys(names, None)
    raw = next((told.words(one.start, one.end) for one in event.where if one.id == place.id), None)
    city = place.name if place.precision == "city" else None
    province = place.admin1 or (place.name if place.precision == "admin1" else None)
    kind = _FEATURES.get(place.precision or "")
    cells = (place.name, city, None, province, place.country, place.lat, place.lon, place.geonames, raw, kind)
    return dict(zip(names, cells, strict=True))


def _story(told: Told) -> dict[str, Cell]:
    record = told.record
    return {
        "Story People": "; ".join(_distinct(one.name for one in record.actors if one.kind == "person")),
        "Story Organizations": "; ".join(_distinct(one.name for one in record.actors if one.kind == "organization")),
        "Story Locations": "; ".join(_distinct(one.name for one in record.places)),
    }


def _distinct(words: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(word for word in words if word))
