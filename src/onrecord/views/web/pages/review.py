"""Correcting: accept, reject or change a value; split or merge stories and actors; take back by one click. Each is a judgement with an author."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import FormData

from onrecord.errors import OnrecordError
from onrecord.ledger.judgements import Judgement
from onrecord.views.web.faults import Refusal
from onrecord.views.web.pages.entered import value_for
from onrecord.views.web.pages.parts import Judged, judged
from onrecord.views.web.site import Site, done


@dataclass(frozen=True, slots=True)
class JudgementsPage:
    """Every judgement, the newest first, undone or not."""

    judgements: tuple[Judged, ...]


def field(form: FormData, name: str, *, needed: str = "") -> str:
    """A field of a form, trimmed; `needed`: what to do where it is empty. Raises Refusal then."""
    told = form.get(name)
    words = told.strip() if isinstance(told, str) else ""
    if not words and needed:
        raise Refusal(400, f"The form has no {name}", needed)
    return words


def back(form: FormData, other: str) -> str:
    """Where a form wants to go back to: an address of ours, without its old notice."""
    told = field(form, "back")
    if not told.startswith("/") or told[1:2] in ("/", "\\") or any(c < " " for c in told):
        return other
    return told


def noticed(to: str, made: list[Judgement]) -> str:
    """The address, telling the judgements that were made."""
    path, mark, place = to.partition("#")
    return f"{path}{'&' if '?' in path else '?'}made={','.join(one.id for one in made)}{mark}{place}"


def judge(site: Site, report: str, form: FormData, author: str) -> list[Judgement]:
    """Accepts, rejects or changes the value at the form's paths. Several paths are one value that stands in several places."""
    ledger, verb = site.ledger, field(form, "verb", needed="Use one of its buttons: accept, reject, change.")
    why = field(form, "why", needed="Say why in a word or two: it is kept with the judgement.")
    paths = field(form, "path", needed="Choose what is judged.").split()
    if verb == "edit":
        record, words = (
            ledger.reviewed(report).as_read,
            field(form, "value", needed="Type the value as it should be, such as 25 minutes."),
        )
        wanted = [(path, value_for(record, path, words)) for path in paths]
        return _all(
            site, (partial(ledger.edit, report, path, value, author=author, why=why) for path, value in wanted), author
        )
    verbs: dict[str, Callable[..., Judgement]] = {"accept": ledger.accept, "reject": ledger.reject}
    if verb not in verbs:
        raise Refusal(400, f"Nothing is done by {verb!r}", "Use one of the buttons: accept, reject, change.")
    return _all(site, (partial(verbs[verb], report, path, author=author, why=why) for path in paths), author)


def _all(site: Site, works: Iterable[Callable[[], Judgement]], author: str) -> list[Judgement]:
    """All of the judgements, or none that stands: what was made before one is refused is taken back."""
    made: list[Judgement] = []
    try:
        for work in works:
            made.append(work())  # noqa: PERF401  what was made is needed where a later one is refused
    except OnrecordError:
        for one in reversed(made):
            site.ledger.undo(one.id, author=author, why="the other half of it was refused")
        raise
    return made


def take_back(site: Site, form: FormData, author: str) -> list[Judgement]:
    """Undoes the judgements of the form, the newest first."""
    ids = field(form, "ids", needed="Choose what is taken back.").replace(",", " ").split()
    why = field(form, "why") or "taken back on the page"
    return [site.ledger.undo(id, author=author, why=why) for id in reversed(ids)]


def routes(site: Site) -> APIRouter:
    router = APIRouter(tags=["correcting"])

    async def judging(
        request: Request, work: Callable[[FormData, str], list[Judgement]], to: Callable[[FormData], str]
    ) -> Response:
        visitor, form = await site.posted(request)
        made = await run_in_threadpool(work, form, visitor.author)
        return done(request, noticed(to(form), made), {"judgements": [asdict(one) for one in made]})

    @router.get("/judgements.json", summary="Every judgement, the newest first")
    def twin() -> JudgementsPage:
        return _every(site)

    @router.get("/judgements", include_in_schema=False)
    def page(request: Request) -> HTMLResponse:
        return site.page(request, "judgements.html", _every(site))

    @router.post("/articles/{id}/judge", summary="Accept, reject or change a value (form: path, verb, value, why, csrf)", openapi_extra=_form("path", "verb", "value", "why", "csrf"))  # fmt: skip
    async def of_article(request: Request, id: str) -> Response:
        def work(form: FormData, author: str) -> list[Judgement]:
            return judge(site, site.ledger.locate(id)[0], form, author)

        return await judging(request, work, lambda form: back(form, f"/articles/{id}"))

    @router.post(
        "/judgements/undo",
        summary="Take judgements back (form: ids, why, csrf)",
        openapi_extra=_form("ids", "why", "csrf"),
    )
    async def undo(request: Request) -> Response:
        visitor, form = await site.posted(request)
        made = await run_in_threadpool(take_back, site, form, visitor.author)
        return done(
            request,
            noticed(_without_notice(back(form, "/judgements")), made),
            {"judgements": [asdict(one) for one in made]},
        )

    @router.post("/{kind}/{id}/merge", summary="Judge that two stories or actors are one (form: other, why, csrf)", openapi_extra=_form("other", "why", "csrf"))  # fmt: skip
    async def merge(request: Request, kind: str, id: str) -> Response:
        def work(form: FormData, author: str) -> list[Judgement]:
            why = field(form, "why", needed="Say why they are one.")
            other = field(form, "other", needed="Give the id of the other.").rpartition("/")[2]
            return [site.ledger.merge(_kind(kind), id, other, author=author, why=why)]

        return await judging(request, work, lambda form: back(form, f"/{kind}/{id}"))

    @router.post("/{kind}/{id}/split", summary="Judge that some reports tell of another (form: report …, why, csrf)", openapi_extra=_form("report", "why", "csrf"))  # fmt: skip
    async def split(request: Request, kind: str, id: str) -> Response:
        def work(form: FormData, author: str) -> list[Judgement]:
            reports = [one for one in form.getlist("report") if isinstance(one, str)]
            why = field(form, "why", needed="Say why they are another.")
            if not reports:
                raise Refusal(400, "No report was chosen", "Tick the reports that tell of another happening.")
            return [site.ledger.split(_kind(kind), id, reports, author=author, why=why)]

        return await judging(request, work, lambda form: back(form, f"/{kind}/{id}"))

    return router


def _every(site: Site) -> JudgementsPage:
    return JudgementsPage(tuple(map(judged, reversed(site.ledger.judgements()))))


def _kind(kind: str) -> str:
    names = {"stories": "story", "actors": "actor"}
    if kind not in names:
        raise Refusal(404, f"{kind!r} cannot be judged", "Stories and actors can be split and merged.")
    return names[kind]


def _without_notice(address: str) -> str:
    path, _, query = address.partition("?")
    query, mark, place = query.partition("#")
    kept = [part for part in query.split("&") if part and not part.startswith("made=")]
    return path + (f"?{'&'.join(kept)}" if kept else "") + mark + place


def _form(*names: str) -> dict[str, Any]:
    """The form of an address, for /openapi.json."""
    schema = {"type": "object", "properties": {name: {"type": "string"} for name in names}}
    return {"requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": schema}}}}
