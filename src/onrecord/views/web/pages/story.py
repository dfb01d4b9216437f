"""The story: what its accounts agree on, where they differ, who says which in which sentence, and what nobody tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.values.story import Tally
from onrecord.views.charts.kinds import choices
from onrecord.views.charts.material import Material
from onrecord.views.present.discrepancy import Dispute, Stand
from onrecord.views.web.pages.evidence import Evidence, evidence
from onrecord.views.web.pages.parts import Judged, Line, judged, line, strip_of, subject
from onrecord.views.web.pages.pictures import Shown, of_story
from onrecord.views.web.pages.strip import Strip
from onrecord.views.web.shelf import Told
from onrecord.views.web.site import Site

COURSES: Final = 4  # small multiples
COURSE: Final = 440  # px: two stand side by side
Corrected = Mapping[tuple[str, str], str]
StoryId = Annotated[str, Path(description="the id of a story (s…) or of a report in it (r…), six digits or more")]


@dataclass(frozen=True, slots=True)
class Position:
    """One value, and who stands behind it."""

    value: str
    who: tuple[str, ...]
    forms: tuple[str, ...]
    outlets: tuple[str, ...]
    copies: tuple[str, ...]
    tally: Tally
    seen: str
    unnamed: bool
    lone: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A field on which accounts differ. `serious`: not all of the values can be true."""

    id: str
    field: str
    question: str
    of: str
    kinds: tuple[str, ...]
    notes: tuple[str, ...]
    serious: bool
    positions: tuple[Position, ...]
    strip: Strip | None
    course: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Core:
    """A value on which two origins or more agree."""

    question: str
    value: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Saying:
    """A question, what is told of it, and who tells it."""

    question: str
    value: str
    who: str


@dataclass(frozen=True, slots=True)
class Origin:
    """A text, and the reports that have it, the oldest first."""

    first: Line
    copies: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a report's record was made of and by."""

    report: str
    outlet: str | None
    text: str
    reader: str
    knowledge: str | None
    weights: str | None


@dataclass(frozen=True, slots=True)
class StoryPage:
    """The discrepancy report of a story. No verdict of truth is in it."""

    id: str
    title: str
    subject: str
    first: str | None
    last: str | None
    tally: Tally
    breath: str
    disputed: tuple[Question, ...]
    looser: tuple[Question, ...]
    agreed: tuple[Core, ...]
    blanks: tuple[Saying, ...]
    single: tuple[Saying, ...]
    party: tuple[Saying, ...]
    unnamed: tuple[Saying, ...]
    nobody: tuple[str, ...]
    ask: tuple[str, ...]
    origins: tuple[Origin, ...]
    judgements: tuple[Judged, ...]
    provenance: tuple[Provenance, ...]
    course: tuple[str, ...]


def story_page(site: Site, told: Told) -> StoryPage:
    """The page of a compared story."""
    return site.shelf.kept(("story page", told.mark), lambda: _page(told, _corrected(site, told)))


def _corrected(site: Site, told: Told) -> Corrected:
    """Which judgement stands at which (report, path)."""
    every = site.ledger.corrections(told.found.id)
    return {(one.report, one.path): one.judgement.id for one in every if one.state == "stands"}


def _page(told: Told, corrected: Corrected) -> StoryPage:
    page, (first, last) = told.page, told.found.days
    asked = tuple(_question(told, one, corrected) for one in (*page.disputes, *page.looser))
    course = tuple(dict.fromkeys(one.field for one in asked if one.course))
    return StoryPage(
        id=told.found.id,
        title=page.title,
        subject=subject(told),
        first=first,
        last=last,
        tally=page.tally,
        breath=page.breath,
        disputed=tuple(one for one in asked if one.serious),
        looser=tuple(one for one in asked if not one.serious),
        agreed=tuple(Core(*one) for one in page.agreed),
        blanks=tuple(Saying(*one) for one in page.blanks),
        single=tuple(Saying(*one) for one in page.single),
        party=tuple(Saying(*one) for one in page.party),
        unnamed=tuple(Saying(*one) for one in page.unnamed),
        nobody=page.nobody,
        ask=page.ask,
        origins=_origins(told),
        judgements=tuple(map(judged, told.found.judgements)),
        provenance=tuple(
            Provenance(id, one.article.outlet.name if one.article.outlet else None, one.article.id, one.reader.version, one.reader.knowledge, one.reader.weights)
            for id, one in told.records.items()
        ),
        course=course,
    )  # fmt: skip


def _question(told: Told, one: Dispute, corrected: Corrected) -> Question:
    claims = {c.id: c for c in told.story.claims}
    positions = tuple(
        _position(stand, tuple(evidence(told, claims[id], corrected) for id in stand.claims)) for stand in one.stands
    )
    return Question(
        one.id, one.field, one.question, one.of, one.kinds, one.notes, one.serious, positions, strip_of(told, one), one.course
    )  # fmt: skip


def _position(stand: Stand, found: tuple[Evidence, ...]) -> Position:
    ordered = tuple(sorted(found, key=lambda e: (e.published or "9", e.report, e.start)))
    forms = tuple(dict.fromkeys(e.form for e in ordered))
    return Position(
        stand.value, stand.who, forms, stand.outlets, stand.copies, stand.tally, stand.seen, stand.unnamed, stand.lone, ordered
    )  # fmt: skip


def _origins(told: Told) -> tuple[Origin, ...]:
    """By origin, those with most copies first."""
    groups: dict[str, list[Line]] = {}
    for report in told.found.reports:
        groups.setdefault(report.origin or report.id, []).append(line(report))
    made = []
    for id, every in groups.items():
        head = next((one for one in every if one.id == id), every[0])
        made.append(Origin(head, tuple(one for one in every if one is not head)))
    return tuple(sorted(made, key=lambda o: (-len(o.copies), o.first.published or "9", o.first.id)))


def courses(site: Site, told: Told) -> list[Shown]:
    """The course of each number over time, for those that were told on several days: small multiples."""
    fields = dict.fromkeys(one.field for one in (*told.page.disputes, *told.page.looser) if one.course)
    known = choices("course", Material((told.story,), tuple(told.records.values())))
    address = f"/stories/{told.found.id}/pictures/course.svg"
    return [
        Shown(of_story(site, told, "course", field, width=COURSE), address, field) for field in fields if field in known
    ][:COURSES]


DOCUMENTS: dict[str, tuple[str, str]] = {
    "md": ("markdown", "text/markdown"),
    "csv": ("csv", "text/csv"),
    "html": ("html", "text/html"),
}


def document(told: Told, form: str) -> str:
    """The discrepancy report as one file to pass on."""
    from onrecord.views.html.discrepancy import page  # noqa: PLC0415
    from onrecord.views.present.discrepancy_csv import table  # noqa: PLC0415
    from onrecord.views.present.discrepancy_markdown import markdown  # noqa: PLC0415

    writers: dict[str, Callable[..., str]] = {"md": markdown, "csv": table, "html": page}
    return writers[form](told.story)


def routes(site: Site) -> APIRouter:
    router = APIRouter(tags=["story"])

    @router.get("/stories/{id}.json", summary="The discrepancy report of a story")
    def twin(id: StoryId) -> StoryPage:
        return story_page(site, site.shelf.told(id))

    @router.get("/stories/{id}/report.{form}", summary="The discrepancy report as Markdown, CSV or one HTML page")
    def passed_on(id: StoryId, form: Annotated[str, Path(pattern="^(md|csv|html)$")]) -> Response:
        told = site.shelf.told(id)
        headers = {"content-disposition": f'attachment; filename="{told.found.id[:9]}.{form}"'}
        return Response(document(told, form), media_type=f"{DOCUMENTS[form][1]}; charset=utf-8", headers=headers)

    @router.get("/stories/{id}", include_in_schema=False)
    def page(request: Request, id: StoryId) -> Response:
        found = site.ledger.story(id)
        if found.id != id:
            return RedirectResponse(f"/stories/{found.id}?{request.url.query}".rstrip("?"), 307)
        told = site.shelf.of(found)
        made: HTMLResponse = site.page(request, "story.html", story_page(site, told), pictures=courses(site, told))
        return made

    return router
