"""Search: words in the text, and what an event must be: type, actor, place, days, the form of who asserts it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.ledger.found import Happening, Hit
from onrecord.values.moment import REMEDY, is_iso
from onrecord.views.present.wording import EVENTS, event_name
from onrecord.views.web.faults import Refusal
from onrecord.views.web.pages.parts import Line, line
from onrecord.views.web.site import Site
from onrecord.views.web.words import FORMS

SHOWN: Final = 40
EVENTS_SHOWN: Final = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """What is searched, "" where not asked."""

    q: str = ""
    type: str = ""
    actor: str = ""
    place: str = ""
    since: str = ""
    until: str = ""
    form: str = ""

    @property
    def any(self) -> bool:
        return self != Asked()


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a line. `local`: its id in the record of its report."""

    local: str
    name: str
    trigger: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    places: tuple[str, ...]
    earliest: str | None
    factuality: str
    background: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A report that was found: `marks` are the places of the words in the snippet."""

    report: Line
    story: str | None
    snippet: str
    marks: tuple[tuple[int, int], ...]
    events: tuple[EventLine, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`cut`: there may be more than are shown. `types` and `forms`: what can be asked for, with its words."""

    asked: Asked
    hits: tuple[Found, ...]
    cut: bool
    types: tuple[tuple[str, str], ...]
    forms: tuple[tuple[str, str], ...]


def event_line(one: Happening) -> EventLine:
    return EventLine(
        one.local, event_name(one.type, one.mode), one.trigger, one.actors, one.recipients, one.places, one.earliest, one.factuality, one.background
    )  # fmt: skip


def search(site: Site, asked: Asked) -> SearchPage:
    """The answer. Raises Refusal for a day that is none."""
    for name in ("since", "until"):
        if (told := getattr(asked, name)) and not is_iso(told):
            raise Refusal(400, f"{told!r} is no date", REMEDY)
    hits: list[Hit] = []
    if asked.any:
        hits = site.ledger.search(
            asked.q, type=asked.type or None, actor=asked.actor or None, place=asked.place or None, since=asked.since or None,
            until=asked.until or None, claimant_form=asked.form or None, limit=SHOWN,
        )  # fmt: skip
    return SearchPage(asked, tuple(map(_found, hits)), len(hits) == SHOWN, tuple(EVENTS.items()), tuple(FORMS.items()))


def _found(hit: Hit) -> Found:
    events = tuple(map(event_line, hit.events[:EVENTS_SHOWN]))
    return Found(line(hit.report), hit.story, hit.snippet, hit.marks, events, max(0, len(hit.events) - EVENTS_SHOWN))


Words = Annotated[
    str, Query(description='words (all must be there), "phrases", a beginning*, and -words that must not')
]
Day = Annotated[str, Query(description="ISO 8601, inclusive")]


def routes(site: Site) -> APIRouter:
    router = APIRouter(tags=["search"])

    @router.get("/search.json", summary="Reports by words, event type, actor, place, days, form of the claimant")
    def twin(
        q: Words = "",
        type: str = "",
        actor: str = "",
        place: str = "",
        since: Day = "",
        until: Day = "",
        form: str = "",
    ) -> SearchPage:
        return search(site, Asked(q.strip(), type, actor.strip(), place.strip(), since, until, form))

    @router.get("/search", include_in_schema=False)
    def page(
        request: Request,
        q: str = "",
        type: str = "",
        actor: str = "",
        place: str = "",
        since: str = "",
        until: str = "",
        form: str = "",
    ) -> HTMLResponse:
        asked = Asked(q.strip(), type, actor.strip(), place.strip(), since, until, form)
        return site.page(request, "search.html", search(site, asked))

    return router
