"""Who met whom: a matrix, a timeline, and every meeting that a report tells of; and the map of where reports put events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.ledger.found import Happening
from onrecord.ledger.search import Filters
from onrecord.views.present.wording import EVENTS, STATUSES, event_name
from onrecord.views.web import asked
from onrecord.views.web.asked import Spot
from onrecord.views.web.pages.pictures import Shown, of_ledger
from onrecord.views.web.site import Site

SHOWN: Final = 300


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting, as the reports of one story tell it of the same people on the same day. `reports`: (report, the event's id in its record)."""

    name: str
    who: tuple[str, ...]
    places: tuple[str, ...]
    day: str | None
    status: str
    story: str | None
    reports: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """The newest first; `of` counts all."""

    meetings: tuple[Meeting, ...]
    of: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place at which reports put events."""

    spot: Spot
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapPage:
    """Places with most events first. `unplaced`: how many of them have no coordinates."""

    places: tuple[Place, ...]
    of: int
    unplaced: int


def meetings(site: Site) -> MeetingsPage:
    return site.shelf.kept(("meetings", site.shelf.state()), lambda: _meetings(site))


def _meetings(site: Site) -> MeetingsPage:
    home = {report.id: story.id for story in site.shelf.stories() for report in story.reports}
    alike: dict[tuple[object, ...], list[Happening]] = {}
    for one in site.ledger.events(Filters(type="CONSULT")):
        people = _people(one)
        if len(people) > 1 and not one.background:
            key = (home.get(one.report), frozenset(people), one.earliest, one.factuality)
            alike.setdefault(key, []).append(one)
    made = [_meeting(every, home) for every in alike.values()]
    ordered = sorted(made, key=lambda m: (m.day or "", len(m.reports), m.who), reverse=True)
    return MeetingsPage(tuple(ordered[:SHOWN]), len(ordered))


def _people(one: Happening) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one.actors, *one.recipients)))


def _meeting(every: list[Happening], home: dict[str, str]) -> Meeting:
    one = every[0]
    places = tuple(dict.fromkeys(place for e in every for place in e.places))
    return Meeting(
        event_name(one.type, one.mode), _people(one), places, one.earliest, STATUSES.get(one.factuality, one.factuality), home.get(one.report),
        tuple((e.report, e.local) for e in every),
    )  # fmt: skip


def map_page(site: Site) -> MapPage:
    every = site.shelf.kept(("spots", site.shelf.state()), lambda: asked.spots(site.ledger))
    places = tuple(Place(one, tuple(EVENTS.get(t, t) for t in one.types)) for one in every[:SHOWN])
    return MapPage(places, len(every), sum(one.lat is None for one in every))


def routes(site: Site) -> APIRouter:
    router = APIRouter(tags=["meetings and map"])

    @router.get("/meetings.json", summary="Who met whom")
    def meetings_twin() -> MeetingsPage:
        return meetings(site)

    @router.get("/map.json", summary="Where reports put events")
    def map_twin() -> MapPage:
        return map_page(site)

    @router.get("/meetings", include_in_schema=False)
    def meetings_html(request: Request) -> HTMLResponse:
        pictures = [Shown(of_ledger(site, kind), f"/pictures/{kind}.svg", "") for kind in ("meetings", "timeline")]
        return site.page(request, "meetings.html", meetings(site), pictures=pictures)

    @router.get("/map", include_in_schema=False)
    def map_html(request: Request) -> HTMLResponse:
        return site.page(
            request, "map.html", map_page(site), pictures=[Shown(of_ledger(site, "map"), "/pictures/map.svg", "")]
        )

    return router
