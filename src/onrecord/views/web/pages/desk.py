"""The desk: the newest stories, how many know each of them themselves, and where their accounts differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.views.web.pages.parts import Brief, brief
from onrecord.views.web.site import Site

SHOWN: Final = 12  # stories of one page


@dataclass(frozen=True, slots=True)
class DeskPage:
    """`stories` are those of this page, the newest first; `of` counts all."""

    ledger: str
    reports: int
    events: int
    judgements: int
    of: int
    page: int
    pages: int
    stories: tuple[Brief, ...]


def desk(site: Site, number: int) -> DeskPage:
    """The page of this number (from 1)."""
    every = site.shelf.stories()
    pages = max(1, -(-len(every) // SHOWN))
    number = min(number, pages)
    shown = every[(number - 1) * SHOWN : number * SHOWN]
    counts = site.shelf.kept(("counts", site.shelf.state()), site.ledger.counts)
    return DeskPage(
        ledger=site.ledger.name.rpartition("/")[2],
        reports=counts.reports,
        events=counts.events,
        judgements=counts.judgements,
        of=len(every),
        page=number,
        pages=pages,
        stories=tuple(brief(site.shelf.of(one)) for one in shown),
    )


Number = Annotated[int, Query(ge=1, description="which page, from 1")]


def routes(site: Site) -> APIRouter:
    router = APIRouter(tags=["desk"])

    @router.get("/desk.json", summary="The newest stories, with their counts and open disagreements")
    def twin(page: Number = 1) -> DeskPage:
        return desk(site, page)

    @router.get("/", include_in_schema=False)
    def page(request: Request, page: Number = 1) -> HTMLResponse:
        return site.page(request, "desk.html", desk(site, page))

    return router
