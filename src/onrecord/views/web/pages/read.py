"""Read: paste a text or drop a file and see its record; add it to the ledger."""

from __future__ import annotations

import io
from collections.abc import Callable, Coroutine
from dataclasses import asdict, dataclass, replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.datastructures import FormData, UploadFile

from onrecord.ledger.writing import Added
from onrecord.pipeline import read_article
from onrecord.samples.reader import samples
from onrecord.sources.detect import form_of_name
from onrecord.sources.ways import open_sources
from onrecord.values.article import Article
from onrecord.values.moment import REMEDY, is_iso
from onrecord.values.record import Record
from onrecord.values.wire import to_json
from onrecord.views.web.allocation import settled
from onrecord.views.web.faults import Refusal
from onrecord.views.web.pages.article import Reading, reading
from onrecord.views.web.pages.review import field
from onrecord.views.web.site import Site, done

CHANGING = ("/reports.json",)
GIVEN = ("outlet", "published", "url", "headline")


@dataclass(frozen=True, slots=True)
class Given:
    """What the form was filled in with."""

    text: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""
    headline: str = ""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """`reading`: the record of what was given, None before; `more`: articles of the same file that are not shown."""

    given: Given
    reading: Reading | None = None
    more: int = 0


class Report(BaseModel):
    """A report to read. `published` is ISO 8601; what is not given is not known."""

    text: str
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    headline: str | None = None
    key: str | None = None
    language: str | None = None

    def article(self) -> Article:
        if self.published:
            _day(self.published)
        return Article(**self.model_dump())


def _day(words: str) -> str:
    if words and not is_iso(words):
        raise Refusal(400, f"{words!r} is no date", REMEDY)
    return words


async def given(form: FormData) -> tuple[Given, list[Article]]:
    """What a form gives, and its articles: the pasted text, then those of each file. Raises Refusal for none, or for a day that is none."""
    told = Given(str(form.get("text") or "").replace("\r\n", "\n"), *(field(form, name) for name in GIVEN))
    particulars: dict[str, Any] = {name: getattr(told, name) or None for name in GIVEN}
    _day(told.published)
    made: list[Article] = []
    if told.text.strip():
        made.append(Article(told.text, **particulars))
    for one in form.getlist("file"):
        if isinstance(one, UploadFile) and one.filename:
            data, name = await one.read(), one.filename
            made += await run_in_threadpool(_of_file, data, name, particulars)
    if not made:
        raise Refusal(400, "There is nothing to read", "Paste a text, or choose a file.")
    return told, made


def _of_file(data: bytes, name: str, particulars: dict[str, Any]) -> list[Article]:
    """The articles of a dropped file. One that does not bring its key has the file's name."""
    found = open_sources(["-"], form_of_name(name) or "auto", stdin=io.BytesIO(data), **particulars)
    return [replace(one, key=name if one.key in (None, "stdin") else one.key) for one in found]


def read(site: Site, article: Article) -> Record:
    """The record of an article, one at a time."""
    with site.reading:
        told = read_article(article, site.ledger.settings)
        settled("reader")
        return told


def add(site: Site, articles: list[Article]) -> list[Added]:
    """Reads, keeps and groups the articles."""
    with site.reading:
        added = site.ledger.add(articles)
        settled("reader")
        return added


def _checked(site: Site) -> type[APIRoute]:
    """Routes that look at who sends JSON before any of it is read; forms are looked at where they are taken apart (`Site.posted`)."""

    class Checked(APIRoute):
        def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
            handle = super().get_route_handler()

            async def checked(request: Request) -> Response:
                if self.path_format.endswith(".json") and request.method == "POST":
                    site.guard.check(request, FormData(), change=self.path_format in CHANGING)
                    if not request.headers.get("content-type", "").startswith("application/json"):
                        raise Refusal(415, "That is no JSON", "Send Content-Type: application/json.")
                return await handle(request)

            return checked

    return Checked


def routes(site: Site) -> APIRouter:
    router = APIRouter(tags=["reading"], route_class=_checked(site))

    @router.post("/read.json", summary="Reads a report and gives its record; keeps nothing")
    async def twin(report: Report) -> dict[str, Any]:
        record = await run_in_threadpool(read, site, report.article())
        told: dict[str, Any] = to_json(record)
        return told

    @router.post("/reports.json", summary="Reads reports and keeps them in the ledger")
    async def kept(reports: list[Report]) -> list[Added]:
        return await run_in_threadpool(add, site, [one.article() for one in reports])

    @router.get("/read", include_in_schema=False)
    def empty(request: Request) -> HTMLResponse:
        return site.page(request, "read.html", ReadPage(Given()))

    @router.post("/read", include_in_schema=False)
    async def posted(request: Request) -> Response:
        _, form = await site.posted(request, change=False)
        if form_adds(form):
            site.guard.check(request, form)
        told, articles = await given(form)
        if form_adds(form):
            return await _added(request, articles)
        record = await run_in_threadpool(read, site, articles[0])
        shown = replace(told, text=articles[0].text) if not told.text.strip() else told
        return site.page(request, "read.html", ReadPage(shown, reading(record), len(articles) - 1))

    @router.post("/read/samples", include_in_schema=False)
    async def bundled(request: Request) -> Response:
        await site.posted(request)
        return await _added(request, list(samples()))

    async def _added(request: Request, articles: list[Article]) -> Response:
        made = await run_in_threadpool(add, site, articles)
        told = [asdict(one) for one in made]
        if len(made) == 1:
            story = await run_in_threadpool(lambda: site.ledger.story(made[0].report))
            return done(request, f"/stories/{story.id}?added={made[0].how.replace(' ', '-')}", told)
        return done(request, f"/?added={sum(one.how != 'there' for one in made)}", told)

    return router


def form_adds(form: FormData) -> bool:
    """Whether a form asks that its articles are kept."""
    return form.get("do") == "add"
