"""What every page has at hand: the ledger, the shelf, the guard, the templates."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from onrecord.ledger.judgements import Judgement
from onrecord.settings import VERSION
from onrecord.views.web import words
from onrecord.views.web.answers import Json
from onrecord.views.web.faults import Fault, FaultAnswer
from onrecord.views.web.guard import LARGEST, Guard, Visitor
from onrecord.views.web.options import Options
from onrecord.views.web.shelf import Shelf

if TYPE_CHECKING:
    from onrecord.keeping.ledger import Ledger

FILES = 20  # files of one form


@dataclass(frozen=True, slots=True)
class Site:
    """`reading`: held while an article is read: the network and the parser serve one at a time."""

    ledger: Ledger
    options: Options
    guard: Guard
    shelf: Shelf
    templates: Environment
    reading: Lock

    def page(self, request: Request, template: str, data: Any, status: int = 200, **more: Any) -> HTMLResponse:
        """The page of some data, with its visitor's token."""
        visitor = self.guard.visitor(request)
        made = self.templates.get_template(template).render(
            page=data, visitor=visitor, request=request, here=request.url.path, notice=self.notice(request), **more
        )
        response = HTMLResponse(made, status)
        self.guard.greet(visitor, response)
        return response

    def notice(self, request: Request) -> tuple[Judgement, ...]:
        """The judgements that were just made (`?made=ID,…`), to be told and taken back by one click; () where there are none."""
        ids = request.query_params.get("made", "").split(",")
        if ids == [""]:
            return ()
        return tuple(one for one in self.ledger.judgements() if one.id in ids)

    async def posted(self, request: Request, *, change: bool = True) -> tuple[Visitor, FormData]:
        """Who posted a form, and the form. Raises Refusal for a form that no page of ours gave this visitor, or without the login it needs."""
        self.guard.before(request)
        form = await request.form(max_files=FILES, max_fields=100, max_part_size=LARGEST)
        return self.guard.check(request, form, change=change), form

    def fault(self, request: Request, fault: Fault, headers: dict[str, str] | None = None) -> Response:
        """An error, as the asker reads it."""
        if wants_json(request):
            return Json(FaultAnswer(fault).json(), fault.status, headers)
        page = self.page(request, "fault.html", fault, fault.status)
        page.headers.update(headers or {})
        return page


def wants_json(request: Request) -> bool:
    """Whether the asker is a program: by the address, or by what it accepts."""
    accepts = request.headers.get("accept", "")
    return request.url.path.endswith(".json") or ("json" in accepts and "html" not in accepts)


def done(request: Request, to: str, told: Any = None) -> Response:
    """The answer to a change: back to a page; for programs what became of it."""
    if wants_json(request):
        return Json(told)
    return RedirectResponse(to, 303)


def site(ledger: Ledger, options: Options) -> Site:
    """The site of an open ledger."""
    return Site(ledger, options, Guard(options, ledger), Shelf(ledger), templates(ledger.name), Lock())


def templates(ledger: str) -> Environment:
    """The templates, every value escaped, every unknown name an error."""
    made = Environment(
        loader=PackageLoader("onrecord.views.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        finalize=words.printed,
    )  # fmt: skip
    made.filters.update(words.FILTERS)
    made.globals.update(words.GLOBALS)
    made.globals.update(version=VERSION, ledger_name=ledger.rpartition("/")[2], asset=_asset)
    return made


@cache
def _asset(name: str) -> str:
    """The address of a static file, which changes when the file does."""
    data = files("onrecord.views.web").joinpath("static", name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(data).hexdigest()[:10]}"
