"""A table in the shape of ACLED's: its 31 columns, CSV, with our own ids and our own rows.

Never ACLED's data, and no substitute for it: names and order of columns, and the words for types, follow ACLED's codebook so that scripts
written for that layout run. One row an event that happened of the kinds that such a table holds: protests, attacks, arrests, ceasefires.
`region`, `admin2`, `admin3` and `source_scale` stay empty. `notes` carries the sentence and who says each figure; `tags` our own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.knowledge.countries import country_name
from onrecord.values.record import Actor, Event, Place, Record
from onrecord.views.export.cells import Cell, csv_table
from onrecord.views.export.country_codes import codes_of
from onrecord.views.export.happenings import Day, actors_of, attacked, claims, happenings, place_of, sides, toll
from onrecord.views.export.moments import parsed, span_in_days
from onrecord.views.export.telling import Told
from onrecord.views.export.ucdp import armed

COLUMNS: Final = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip

VIOLENCE, DEMONSTRATION, STRATEGIC = "Political violence", "Demonstrations", "Strategic developments"
_REMOTE, _CIVILIANS = "Explosions/Remote violence", "Violence against civilians"
_ATTACK: Final = (VIOLENCE, _CIVILIANS, "Attack")
_CLASH: Final = (VIOLENCE, "Battles", "Armed clash")
_PEACEFUL: Final = (DEMONSTRATION, "Protests", "Peaceful protest")

# PLOVER type and mode -> disorder type, event type, sub-event type; what stands not here has no row
KINDS: Final[dict[tuple[str, str | None], tuple[str, str, str]]] = {
    ("PROTEST", None): _PEACEFUL, ("PROTEST", "demo"): _PEACEFUL, ("PROTEST", "strike"): _PEACEFUL, ("PROTEST", "hunger"): _PEACEFUL,
    ("PROTEST", "boycott"): _PEACEFUL, ("PROTEST", "obstruct"): _PEACEFUL,
    ("PROTEST", "riot"): (DEMONSTRATION, "Riots", "Violent demonstration"),
    ("ASSAULT", None): _ATTACK, ("ASSAULT", "beat"): _ATTACK, ("ASSAULT", "torture"): _ATTACK, ("ASSAULT", "execute"): _ATTACK,
    ("ASSAULT", "assassinate"): _ATTACK, ("ASSAULT", "targeted"): _ATTACK, ("ASSAULT", "primitive"): _ATTACK,
    ("ASSAULT", "firearms"): _ATTACK, ("ASSAULT", "massacre"): _ATTACK,
    ("ASSAULT", "abduct"): (VIOLENCE, _CIVILIANS, "Abduction/forced disappearance"),
    ("ASSAULT", "sexual"): (VIOLENCE, _CIVILIANS, "Sexual violence"),
    ("ASSAULT", "explosives"): (VIOLENCE, _REMOTE, "Remote explosive/landmine/IED"),
    ("ASSAULT", "suicide-attack"): (VIOLENCE, _REMOTE, "Suicide bomb"),
    ("ASSAULT", "heavy-weapons"): (VIOLENCE, _REMOTE, "Shelling/artillery/missile attack"),
    ("ASSAULT", "aerial"): (VIOLENCE, _REMOTE, "Air/drone strike"),
    ("ASSAULT", "unconventional"): (VIOLENCE, _REMOTE, "Chemical weapon"),
    ("ASSAULT", "crowd-control"): (VIOLENCE, "Protests", "Excessive force against protesters"),
    ("ASSAULT", "destroy"): (STRATEGIC, STRATEGIC, "Looting/property destruction"),
    ("COERCE", "arrest"): (STRATEGIC, STRATEGIC, "Arrests"),
    ("RETREAT", "ceasefire"): (STRATEGIC, STRATEGIC, "Agreement"),
}  # fmt: skip
_INTER: Final = {"state": "State forces", "armed": "Rebel group", "civilian": "Civilians"}
_GEO: Final = {"point": 1, "city": 1, "admin2": 2, "admin1": 3, "region": 3, "country": 3}


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """The header and one row an event of the kinds above."""
    return csv_table(COLUMNS, (row for one in happenings(records) if (row := listed(*one))))


def listed(told: Told, event: Event, day: Day) -> dict[str, Cell] | None:
    """One event as a row; None for an event of another kind."""
    kind = KINDS.get((event.type, event.mode))
    if kind is None or not attacked(event):
        return None
    actors, recipients = (actors_of(told, one) for one in sides(told, event))
    first, second = _inter(event, armed(actors)), _INTER.get(armed(recipients) or "")
    if kind == _ATTACK and {armed(actors), armed(recipients)} <= {"state", "armed"}:
        kind = _CLASH
    deaths = toll(event)
    cells: dict[str, Cell] = dict.fromkeys(COLUMNS, None)
    return cells | {
        "event_id_cnty": told.named.of(event.id),
        "event_date": day.first,
        "year": int(day.first[:4]),
        "time_precision": _precision(day),
        "disorder_type": kind[0],
        "event_type": kind[1],
        "sub_event_type": kind[2],
        "actor1": actors[0].name if actors else None,
        "assoc_actor_1": _others(actors),
        "inter1": first,
        "actor2": recipients[0].name if recipients else None,
        "assoc_actor_2": _others(recipients),
        "inter2": second,
        "interaction": "-".join(filter(None, (first, second))),
        "civilian_targeting": "Civilian targeting" if kind[1] == _CIVILIANS or second == "Civilians" else None,
        "source": told.record.article.outlet.name if told.record.article.outlet else None,
        "notes": _notes(told, event),
        "fatalities": deaths.best if deaths else 0,
        "tags": "; ".join(["onrecord", *(["background"] if event.background else []), told.record.article.url or told.named.urn()]),
        "timestamp": _timestamp(told),
        **_where(place_of(told, event)),
    }  # fmt: skip


def _others(actors: list[Actor]) -> str:
    return "; ".join(name for name in dict.fromkeys(one.name for one in actors[1:]) if name != actors[0].name)


def _inter(event: Event, side: str | None) -> str | None:
    if event.type == "PROTEST":
        return "Rioters" if event.mode == "riot" else "Protesters"
    return _INTER.get(side or "")


def _precision(day: Day) -> int:
    """1 the day, 2 the week, 3 the month or less sure: as where the text does not date it."""
    days = span_in_days(day.first, day.last)
    return 3 if days is None or days > 6 or not day.stated else 1 if days == 0 else 2


_STOPS: Final = (".", "!", "?", "”", "'", '"')


def _notes(told: Told, event: Event) -> str:
    sentence = told.sentence(*event.trigger)
    said = [sentence if sentence.endswith(_STOPS) else f"{sentence}.", f"By: {told.saying(event.factuality.by)}."]
    figures = claims(told, event)
    return " ".join([*said, *([f"Killed: {'; '.join(figures)}."] if figures else [])])


def _timestamp(told: Told) -> int | None:
    moment = parsed(told.record.article.published.value)
    return int(moment.timestamp()) if moment else None


def _where(place: Place | None) -> dict[str, Cell]:
    if place is None:
        return {}
    numeric = codes_of(place.country).numeric
    return {
        "iso": int(numeric) if numeric else None,
        "country": country_name(place.country or ""),
        "admin1": place.admin1 or (place.name if place.precision == "admin1" else None),
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": _GEO.get(place.precision or ""),
    }
