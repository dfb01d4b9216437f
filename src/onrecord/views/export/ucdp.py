"""A table in the shape of the UCDP Georeferenced Event Dataset: the 49 columns of GED 23.1 (and since), CSV.

Not UCDP's data: ids are ours, and UCDP's own keys (conflict, dyad, actor, country and PRIO-GRID ids, region) stay empty, as nobody but UCDP
gives them. One row an event that happened with at least one death in some account. `best` is the report's own figure, or where it has none
the lowest claimed; `low` and `high` span all accounts; `source_original` names every claimant with its figure; `source_article` carries the
sentence. Codes of precision are those of the GED codebook (`where_prec` 1 to 7, `date_prec` 1 to 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from onrecord.knowledge.countries import country_name
from onrecord.values.record import Actor, Event, Place, Record
from onrecord.views.export.cells import Cell, csv_table
from onrecord.views.export.happenings import Day, actors_of, attacked, claims, happenings, place_of, sides, toll
from onrecord.views.export.identity import number
from onrecord.views.export.moments import span_in_days
from onrecord.views.export.telling import Told

COLUMNS: Final = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name",
    "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original",
    "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid",
    "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
    "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
_WHERE: Final = {"point": 1, "city": 1, "admin2": 3, "admin1": 4, "region": 5, "country": 6}
_STATE: Final = frozenset({"GOV", "MIL", "COP", "SPY"})
_ARMED: Final = frozenset({"REB", "UAF", "CRM"})
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """The header and one row an event with deaths."""
    return csv_table(COLUMNS, (row for one in happenings(records) if (row := deadly(*one))))


def deadly(told: Told, event: Event, day: Day) -> dict[str, Cell] | None:
    """One event as a row; None where no account tells of a death, or of an act."""
    deaths = toll(event)
    if deaths is None or deaths.high < 1 or not attacked(event):
        return None
    cells: dict[str, Cell] = dict.fromkeys(COLUMNS, None)
    parties = _sides(told, event)
    one_sided = parties["type_of_violence"] == ONE_SIDED
    return cells | {
        "id": number(told.named.of(event.id)),
        "relid": told.named.of(event.id),
        "year": int(day.first[:4]),
        "code_status": "Machine-coded" + "; background" * event.background,
        "date_prec": date_precision(day),
        "date_start": day.first,
        "date_end": day.last,
        "deaths_a": 0,
        "deaths_b": 0,
        "deaths_civilians": deaths.best if one_sided else 0,
        "deaths_unknown": 0 if one_sided else deaths.best,
        "best": deaths.best,
        "high": deaths.high,
        "low": deaths.low,
        **parties,
        **_source(told, event),
        **_where(told, place_of(told, event)),
    }


def date_precision(day: Day) -> int:
    """1 the day, 2 up to six days, 3 a week, 4 a month, 5 longer, or the text does not date it."""
    days = span_in_days(day.first, day.last)
    if days is None or not day.stated:
        return 5
    return 1 if days == 0 else 2 if days < 6 else 3 if days == 6 else 4 if days <= 31 else 5


def armed(actors: Sequence[Actor]) -> str | None:
    """What kind of side it is: "state", "armed" (another organised group), "civilian"; None where that is not known."""
    sectors = {one for actor in actors for one in actor.sectors}
    if any(actor.kind == "state" for actor in actors) or sectors & _STATE:
        return "state"
    return "armed" if sectors & _ARMED else "civilian" if sectors else None


def _sides(told: Told, event: Event) -> dict[str, Cell]:
    actors, recipients = (actors_of(told, one) for one in sides(told, event))
    a, b = armed(actors), armed(recipients)
    kind: int | None = None
    if a in ("state", "armed") and b == "civilian":
        kind = ONE_SIDED
    elif {a, b} <= {"state", "armed"}:
        kind = STATE_BASED if "state" in (a, b) else NON_STATE
    one, other = ("; ".join(dict.fromkeys(actor.name for actor in side)) or None for side in (actors, recipients))
    return {
        "type_of_violence": kind,
        "side_a": one,
        "side_b": "Civilians" if kind == ONE_SIDED else other,
        "dyad_name": f"{one} - {'Civilians' if kind == ONE_SIDED else other}" if one and other else None,
    }


def _source(told: Told, event: Event) -> dict[str, Cell]:
    article = told.record.article
    day = (article.published.value or "")[:10]
    outlet = article.outlet.name if article.outlet else None
    headline = told.words(article.headline.start, article.headline.end) if article.headline else None
    first = min(event.fields["killed"], key=lambda one: one.start)
    cited = ", ".join(filter(None, (outlet, day, headline, article.url or told.named.urn())))
    return {
        "number_of_sources": 1,
        "source_article": f'{cited}: "{told.sentence(first.start, first.end)}"',
        "source_office": outlet,
        "source_date": day or None,
        "source_headline": headline,
        "source_original": "; ".join(claims(told, event)),
    }


def _where(told: Told, place: Place | None) -> dict[str, Cell]:
    if place is None:
        return {}
    located = place.lat is not None and place.lon is not None
    return {
        "where_prec": _WHERE.get(place.precision or ""),
        "where_coordinates": place.name,
        "where_description": "; ".join(dict.fromkeys(told.words(one.start, one.end) for one in place.mentions)),
        "adm_1": place.admin1 or (place.name if place.precision == "admin1" else None),
        "adm_2": place.name if place.precision == "admin2" else None,
        "latitude": place.lat,
        "longitude": place.lon,
        "geom_wkt": f"POINT ({place.lon} {place.lat})" if located else None,
        "country": country_name(place.country or ""),
    }
