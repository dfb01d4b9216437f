"""A ledger and options -> the ASGI application: every page, every twin, one shape of error, /openapi.json."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from onrecord.errors import OnrecordError
from onrecord.settings import VERSION
from onrecord.views.web.answers import Json
from onrecord.views.web.faults import Fault, FaultAnswer, headers_of, of_error, of_status
from onrecord.views.web.guard import HEADERS, Headers
from onrecord.views.web.options import Options
from onrecord.views.web.pages import (
    actor,
    article,
    codebook,
    desk,
    exports,
    login,
    meetings,
    pictures,
    read,
    review,
    search,
    sources,
    story,
)
from onrecord.views.web.site import Site, site

if TYPE_CHECKING:
    from onrecord.keeping.ledger import Ledger

# To add a page: write its file in `pages/` (its data, `routes`), its template, and add it here. The order matters where addresses overlap.
ROUTES: Final[tuple[Callable[[Site], APIRouter], ...]] = (
    desk.routes, pictures.routes, exports.routes, story.routes, article.routes, review.routes, actor.routes, meetings.routes, search.routes, sources.routes,
    codebook.routes, read.routes, login.routes,
)  # fmt: skip
ABOUT: Final = """\
News reports, kept as records: what happened, and who says so. Every page has a twin at the same address with `.json`, and every error is
`{"error": {"status", "message", "remedy"}}`. A POST needs the token of `/session.json` (header `X-CSRF-Token`, or the field `csrf`) and its cookie.
Offsets are code points into the text, half-open. No value is held to be true."""


def application(ledger: Ledger, options: Options) -> FastAPI:
    """The application. The ledger stays the caller's to close."""
    made = FastAPI(
        title="onrecord", version=VERSION, description=ABOUT, docs_url=None, redoc_url=None, default_response_class=Json, responses={"default": {"model": FaultAnswer, "description": "What went wrong, and what to do"}}
    )  # fmt: skip
    held = site(ledger, options)
    made.state.site = held
    made.mount("/static", StaticFiles(packages=[("onrecord.views.web", "static")]), name="static")
    for routes in ROUTES:
        made.include_router(routes(held))
    _faults(made, held)
    made.add_middleware(Headers, options=options)
    return made


def _faults(made: FastAPI, held: Site) -> None:
    @made.exception_handler(OnrecordError)
    def ours(request: Request, error: OnrecordError) -> Response:
        return held.fault(request, of_error(error), headers_of(error))

    @made.exception_handler(HTTPException)
    def of_framework(request: Request, error: HTTPException) -> Response:
        return held.fault(request, of_status(error.status_code, str(error.detail)), dict(error.headers or {}))

    @made.exception_handler(RequestValidationError)
    def misfit(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return held.fault(request, Fault(422, f"{where}: {first['msg']}", "Send what /openapi.json describes."))

    @made.exception_handler(ClientDisconnect)
    def gone(request: Request, error: ClientDisconnect) -> Response:
        return Response(status_code=400)  # to nobody: no fault of ours, and no lines of one in the server's output

    @made.exception_handler(Exception)
    def unforeseen(request: Request, error: Exception) -> Response:
        fault = Fault(
            500, f"A fault of ours: {type(error).__name__}", "Please report it; the server's output shows where it was."
        )
        answer = held.fault(request, fault)
        answer.headers.update(HEADERS)  # it goes out past the middleware that sets them
        return answer
