"""Pictures: drawn by `views.charts`, served as SVG at addresses of their own, so that no page waits and no policy is loosened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any, Final

from fastapi import APIRouter, Path, Query
from fastapi.responses import Response

from onrecord.views.charts.kinds import draw
from onrecord.views.charts.material import Material
from onrecord.views.charts.picture import Look, Picture, Table
from onrecord.views.charts.rendering import svg
from onrecord.views.web.shelf import Told
from onrecord.views.web.site import Site

MOST: Final = 200  # reports that a picture of the whole ledger is made of: the newest
WIDTHS: Final = (360, 720, 1080)
ONE_STORY: Final = ("timeline", "map", "origins", "course", "meetings", "disagreements")
IN_SVG: Final = {"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox"}


@dataclass(frozen=True, slots=True)
class PictureTwin:
    """A picture as data: its words, its table (a row for each mark), its Vega-Lite."""

    kind: str
    title: str
    subtitle: str
    note: str
    alt: str
    table: Table
    shown: int
    spec: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as a page shows it: `address` without its query."""

    picture: Picture
    address: str
    field: str


def of_story(site: Site, told: Told, kind: str, field: str = "", *, dark: bool = False, width: int = 720) -> Picture:
    """A picture of one story."""
    material = Material((told.story,), tuple(told.records.values()))
    look = Look(dark=dark, width=width, headed=False)
    return site.shelf.kept(
        ("picture", told.mark, kind, field, look), lambda: draw(kind, material, look=look, field=field or None)
    )


def of_ledger(site: Site, kind: str, *, dark: bool = False, width: int = 1080) -> Picture:
    """A picture of the newest stories."""
    state, look = site.shelf.state(), Look(dark=dark, width=width, headed=False)

    def drawn() -> Picture:
        material, left, _ = site.shelf.kept(("material", state), lambda: newest(site), lambda made: made[2])
        made = draw(kind, material, look=look)
        return (
            replace(
                made, note=f"{made.note} Of the newest {len(material.stories)} stories; {left} older ones are left out."
            )
            if left
            else made
        )

    return site.shelf.kept(("picture", state, kind, look), drawn)


def newest(site: Site) -> tuple[Material, int, int]:
    """The newest stories, up to MOST reports; how many stories are left out; the bytes that they hold, which were counted one by one: to count all
    of them again after every change takes more time and memory than drawing."""
    every, chosen, reports = site.shelf.stories(), list[Told](), 0
    for one in every:
        reports += len(one.reports)
        if chosen and reports > MOST:
            break
        chosen.append(site.shelf.of(one))
    records = tuple(record for one in chosen for record in one.records.values())
    size = sum(site.shelf.size_of(one) for one in chosen)
    return Material(tuple(one.story for one in chosen), records), len(every) - len(chosen), size


Kind = Annotated[str, Path(description=", ".join(ONE_STORY))]
Width = Annotated[int, Query(ge=320, le=1600)]


def routes(site: Site) -> APIRouter:
    router = APIRouter(tags=["pictures"])

    def answered(picture: Picture) -> Response:
        key = ("svg", picture.kind, picture.look, str(picture.spec))
        return Response(site.shelf.kept(key, lambda: svg(picture)), media_type="image/svg+xml", headers=IN_SVG)

    def twin(one: Picture) -> PictureTwin:
        return PictureTwin(one.kind, one.title, one.subtitle, one.note, one.alt, one.table, one.shown, one.spec)

    @router.get("/stories/{id}/pictures/{kind}.svg", summary="A picture of a story", response_class=Response)
    def story_picture(id: str, kind: Kind, field: str = "", dark: bool = False, width: Width = 720) -> Response:  # noqa: FBT001, FBT002
        return answered(of_story(site, site.shelf.told(id), kind, field, dark=dark, width=width))

    @router.get("/stories/{id}/pictures/{kind}.json", summary="A picture of a story as data")
    def story_data(id: str, kind: Kind, field: str = "") -> PictureTwin:
        return twin(of_story(site, site.shelf.told(id), kind, field))

    @router.get("/pictures/{kind}.svg", summary="A picture of the newest stories", response_class=Response)
    def ledger_picture(kind: Kind, dark: bool = False, width: Width = 1080) -> Response:  # noqa: FBT001, FBT002
        return answered(of_ledger(site, kind, dark=dark, width=width))

    @router.get("/pictures/{kind}.json", summary="A picture of the newest stories as data")
    def ledger_data(kind: Kind) -> PictureTwin:
        return twin(of_ledger(site, kind))

    return router
