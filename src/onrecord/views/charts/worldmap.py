"""Where reports place events: a dot for each place, its area the number of reports; a ring where they say no more than a country or region."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt
from typing import TYPE_CHECKING, Any, Final

from onrecord.errors import KnowledgeError
from onrecord.views.charts.frame import Layer, Plot, Row, Words, card, field_width, framed, haloed, lines
from onrecord.views.charts.happenings import Happening, happenings
from onrecord.views.charts.material import many, source_of
from onrecord.views.charts.measure import clipped, width_of
from onrecord.views.charts.picture import Look, Picture, Table
from onrecord.views.charts.placing import Box, free
from onrecord.views.charts.projecting import Projection, fitted
from onrecord.views.charts.strokes import points
from onrecord.views.charts.theme import inks
from onrecord.views.present.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.values.record import Place
    from onrecord.views.charts.material import Material
    from onrecord.views.charts.theme import Inks

KIND: Final = "map"
SAYS: Final = "where reports place events"
_COLUMNS: Final = ("Place", "Country", "How exact", "Reports", "Events", "Latitude", "Longitude")
_WIDE: Final = frozenset({"country", "region", "admin1"})
_LABELS: Final = 26
_LARGEST, _LEAST = 21.0, 4.0  # radius in px


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with the reports that put an event there, and what events."""

    place: Place
    reports: frozenset[str]
    events: tuple[str, ...]

    @property
    def wide(self) -> bool:
        """Whether it is an area, of which the point is the middle."""
        return self.place.precision in _WIDE

    @property
    def mapped(self) -> bool:
        lat, lon = self.place.lat, self.place.lon
        return lat is not None and lon is not None and -90 <= lat <= 90 and -180 <= lon <= 180


def draw(material: Material, look: Look, field: str | None = None) -> Picture:
    """The map of all events of the material."""
    every = [one for _, records in material.by_story() for one in happenings(records)]
    spots = _spots(every)
    mapped = [one for one in spots if one.mapped]
    missing = [one.place.name for one in spots if not one.mapped]
    nowhere = sum(not one.places for one in every)
    table = Table("Where reports place events", _COLUMNS, tuple(map(_row, spots)))
    lost = f" On no map: {clipped(listed(missing, 5), 420, 11)}." if missing else ""
    placeless = f" Without a place: {many(nowhere, 'telling')} of events." if nowhere else ""
    if not mapped:
        why = (
            "No report says where its events happened."
            if not missing
            else f"The places named have no coordinates: {listed(missing, 8)}."
        )
        return card(
            KIND,
            look,
            Words(
                "Nothing here is on the map",
                "",
                f"{why} The gazetteer knows larger places and those that the text makes plain.{placeless}",
            ),
            table,
        )
    rings = " Ring: a country or region, drawn at its middle." if any(one.wide for one in mapped) else ""
    unequal = len({len(one.reports) for one in mapped}) > 1
    subtitle = f"{'Area: the number of reports that place an event there.' if unequal else 'A dot where a report places an event.'}{rings}"
    note = f"{source_of(material)}{lost}{placeless} Land and borders: Natural Earth."
    words = Words(_title(mapped), subtitle, note, _alt(mapped))
    return framed(KIND, look, words, _plot(mapped, look, inks(dark=look.dark)), table, len(mapped))


def _spots(every: Iterable[Happening]) -> list[Spot]:
    """The places of the events, those of most reports first."""
    held: dict[object, tuple[Place, set[str], dict[str, None]]] = {}
    for one in every:
        for place in one.places:
            key = place.geonames or (place.name.casefold(), place.lat, place.lon)
            _, reports, events = held.setdefault(key, (place, set(), {}))
            reports.add(one.report)
            events[f"{one.name} ({one.said})" if one.said else one.name] = None
    made = [Spot(place, frozenset(reports), tuple(events)) for place, reports, events in held.values()]
    return sorted(made, key=lambda one: (-len(one.reports), one.wide, one.place.name))


def _row(one: Spot) -> tuple[str, ...]:
    lat, lon = (("" if value is None else f"{value:.3f}") for value in (one.place.lat, one.place.lon))
    return (
        one.place.name,
        one.place.country or "",
        one.place.precision or "not known",
        f"{len(one.reports):,}",
        ", ".join(one.events),
        lat,
        lon,
    )


def _title(mapped: Sequence[Spot]) -> str:
    first = mapped[0]
    if len(mapped) == 1:
        return f"All of it is placed in {first.place.name}"
    most = len(first.reports)
    leading = [one.place.name for one in mapped if len(one.reports) == most]
    if most > 1 and len(leading) == 1:
        return f"Events in {len(mapped)} places, most often in {first.place.name}"
    return f"Events in {len(mapped)} places: {listed([one.place.name for one in mapped], 3)}"


def _alt(mapped: Sequence[Spot]) -> str:
    told = "; ".join(
        f"{one.place.name}, {len(one.reports)} {'report' if len(one.reports) == 1 else 'reports'}" for one in mapped[:8]
    )
    return f"Map. {_title(mapped)}. {told}{f'; and {len(mapped) - 8} more places' if len(mapped) > 8 else ''}."


# ------------------------------------------------------------------ the plot


@cache
def world() -> dict[str, Any]:
    """Land and borders as TopoJSON (see data/README.md). Raises KnowledgeError where the file is damaged."""
    try:
        found = json.loads(files("onrecord.views.charts").joinpath("data", "world.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KnowledgeError(
            f"the map's ground, views/charts/data/world.json, cannot be read ({error}): install onrecord anew"
        ) from error
    return dict(found)


def _plot(mapped: Sequence[Spot], look: Look, colours: Inks) -> Plot:
    width = field_width(look)
    projection = fitted([(one.place.lon or 0.0, one.place.lat or 0.0) for one in mapped], width)
    sea = {
        "data": {"values": [{}]},
        "mark": {"type": "rect", "color": colours.faint, "x": 0, "y": 0, "x2": "width", "y2": "height"},
    }
    land = {
        "data": {"values": world(), "format": {"type": "topojson", "feature": "countries"}},
        "mark": {"type": "geoshape", "fill": colours.land, "stroke": colours.faint, "strokeWidth": 0.8},
    }  # fmt: skip
    most = max(len(one.reports) for one in mapped)
    placed = [
        (one, projection.at((one.place.lon or 0.0, one.place.lat or 0.0)), _radius(len(one.reports), most, len(mapped)))
        for one in mapped
    ]
    rows = [_dot(one, at, radius, colours) for one, at, radius in placed]
    dots = [row for row in rows if not row["wide"]]
    rings = [row for row in rows if row["wide"]]
    names, leads = _labels(placed, projection, colours)
    layers: list[Layer] = [sea, land]
    layers += [points(rings, strokeWidth=1.6, strokeDash=[4, 3], fillOpacity=0.12)] if rings else []
    layers += [points(dots, strokeWidth=1.2, fillOpacity=0.78)] if dots else []
    layers += [lines(leads, colour=colours.quiet, width=0.7)] if leads else []
    layers += haloed(names, colours.land, size=12) if names else ()
    return Plot(tuple(layers), round(projection.height), projection=projection.spec)


def _radius(reports: int, most: int, spots: int) -> float:
    """The radius of a dot: areas are as the numbers; smaller where there are many."""
    if most == 1:
        return 6.0 if spots <= 60 else _LEAST
    largest = max(8.0, min(_LARGEST, 6.5 * sqrt(most), 105 / sqrt(spots)))
    return max(_LEAST, largest * sqrt(reports / most))


def _dot(one: Spot, at: tuple[float, float], radius: float, colours: Inks) -> Row:
    colour = colours.series[0] if one.wide else colours.accent
    return {
        "px": at[0], "py": at[1], "size": round(3.14159 * radius * radius, 1), "colour": colour, "inside": colour, "wide": one.wide,
        "place": one.place.name, "reports": len(one.reports), "lat": one.place.lat, "lon": one.place.lon,
    }  # fmt: skip


def _labels(
    placed: Sequence[tuple[Spot, tuple[float, float], float]], projection: Projection, colours: Inks
) -> tuple[list[Row], list[Row]]:
    """Names beside the dots, the most told first, where they cover nothing; a name that finds no room is left to the table."""
    within = (2.0, 2.0, projection.width - 2, projection.height - 2)
    taken: list[Box] = [(x - r, y - r, x + r, y + r) for _, (x, y), r in placed]
    rows: list[Row] = []
    leads: list[Row] = []
    for one, (x, y), r in placed[:_LABELS]:
        text = clipped(one.place.name, 150) + (f" ({len(one.reports)})" if len(one.reports) > 1 else "")
        wide, own = width_of(text) + 4, (x - r, y - r, x + r, y + r)
        others = [box for box in taken if box != own]
        for left, top in (
            (x + r + 3, y - 8),
            (x - r - 3 - wide, y - 8),
            (x - wide / 2, y - r - 18),
            (x - wide / 2, y + r + 2),
            (x + r, y + r),
            (x + r, y - r - 16),
            (x + r + 18, y + r + 12),
            (x + r + 18, y - r - 26),
        ):
            box = (left, top, left + wide, top + 16)
            if free(box, others, within):
                taken.append(box)
                rows.append({"px": left + 2, "py": top + 8, "text": text, "colour": colours.ink})
                if left > x + r + 10:
                    leads.append({"px": x, "py": y, "px2": left, "py2": top + 8})
                break
    return rows, leads
