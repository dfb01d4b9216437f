"""The article: its text as a newspaper sets it, what is evidence for what, and a card for each finding with the account it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.ledger.reviewed import Reviewed
from onrecord.values.record import Record
from onrecord.values.wire import to_json
from onrecord.views.present.sheet import Difference, Sheet, sheet
from onrecord.views.present.wording import clipped
from onrecord.views.web.pages.parts import Judged, judged
from onrecord.views.web.pages.text import Card, Paragraph, cards, paragraphs
from onrecord.views.web.site import Site

ReportId = Annotated[str, Path(description="the id of a report (r…), six digits or more")]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a difference inside the report: the value, who says it, the sentence and the words in it; `account`: whose it is."""

    words: str
    who: str
    sentence: str
    account: str


@dataclass(frozen=True, slots=True)
class Differing:
    """A question on which the accounts in this report differ."""

    question: str
    event: str
    kind: str
    serious: bool
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A source of the report, what is known of it, and the ids of its attributions."""

    name: str
    note: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """A value that can be corrected."""

    path: str
    label: str
    value: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A correction of this report: what it changed, and whether it stands."""

    judgement: Judged
    label: str
    state: str
    because: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a record shows of its article."""

    title: str
    deck: str
    credit: str
    dates: str
    reader: str
    url: str | None
    language: str
    paragraphs: tuple[Paragraph, ...]
    cards: tuple[Card, ...]
    differences: tuple[Differing, ...]
    voices: tuple[Voice, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """A report of the ledger. `record` is the record itself, `onrecord/1`, with the corrections in force."""

    id: str
    story: str
    story_title: str
    reports: int
    origin: str
    version: int
    reading: Reading
    goals: dict[str, tuple[Goal, ...]]
    fixed: tuple[Fixed, ...]
    record: dict[str, Any]


def reading(record: Record) -> Reading:
    """The view of a record: of any, in the ledger or not."""
    told = sheet(record)
    return Reading(
        title=told.title or clipped(record.article.text, 90) or "(an empty text)",
        deck=told.deck,
        credit=told.credit,
        dates=told.dates,
        reader=told.reader,
        url=record.article.url if (record.article.url or "").startswith(("http://", "https://")) else None,
        language=record.article.language or "en",
        paragraphs=paragraphs(record),
        cards=cards(record, told),
        differences=tuple(_differing(record, told)),
        voices=tuple(Voice(one.name, one.note, one.ids) for one in told.voices),
        problems=tuple(map(str, told.problems)),
    )


def _differing(record: Record, told: Sheet) -> list[Differing]:
    return [_one(record, one) for one in told.differences]


def _one(record: Record, one: Difference) -> Differing:
    text = record.article.text
    sides = tuple(
        Side(
            side.words,
            side.voice.label if side.voice else "the report itself",
            side.sentence.of(text),
            side.voice.ids[0] if side.voice and side.voice.ids else "",
        )
        for side in one.sides
    )
    return Differing(one.question, one.event, one.kind, one.serious, sides)


def goals(reviewed: Reviewed) -> dict[str, tuple[Goal, ...]]:
    """What can be corrected, by the finding that it belongs to."""
    found: dict[str, list[Goal]] = {}
    for one in reviewed.targets():
        value = clipped(one.words, 60) if isinstance(one.value, dict) and one.words else _plain(one.value)
        found.setdefault(one.path.partition(".")[0], []).append(Goal(one.path, one.label, value, one.choices))
    return {id: tuple(every) for id, every in found.items()}


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return clipped(str(value.get("value", value.get("name", "…"))), 60)
    return "nothing" if value is None else clipped(str(value), 60)


def article_page(site: Site, report: str) -> ArticlePage:
    """The page of a report (its whole id)."""
    found = site.ledger.story(report)
    line = next((one for one in found.reports if one.id == report), found.reports[0])
    reviewed = site.ledger.reviewed(report)
    record = reviewed.record
    fixed = tuple(Fixed(judged(one.judgement), one.label, one.state, one.because) for one in reviewed.corrections)
    return ArticlePage(
        id=report,
        story=found.id,
        story_title=found.headline,
        reports=len(found.reports),
        origin=line.origin or line.id,
        version=line.version,
        reading=reading(record),
        goals=goals(reviewed),
        fixed=fixed,
        record=to_json(record),
    )


def routes(site: Site) -> APIRouter:
    router = APIRouter(tags=["article"])

    @router.get("/articles/{id}.json", summary="A report: its text, its findings, its record")
    def twin(id: ReportId) -> ArticlePage:
        return article_page(site, site.ledger.locate(id)[0])

    @router.get("/articles/{id}", include_in_schema=False)
    def page(request: Request, id: ReportId) -> Response:
        report, local = site.ledger.locate(id)
        if report != id:
            return RedirectResponse(f"/articles/{report}" + (f"#{local}" if local else ""), 307)
        made: HTMLResponse = site.page(request, "article.html", article_page(site, report))
        return made

    return router
