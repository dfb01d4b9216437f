"""Logging in and out. Where the server is asked from beyond this machine, nothing changes without a login."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.ledger.users import LoginRefused
from onrecord.views.web.faults import Refusal
from onrecord.views.web.guard import KNOWN, LOGIN
from onrecord.views.web.pages.review import back, field
from onrecord.views.web.site import Site

HASHING: Final = (
    2  # passwords looked at side by side: each takes 32 MiB and a tenth of a second, and readers must not wait for them
)


@dataclass(frozen=True, slots=True)
class LoginPage:
    """`next`: where to go then; `users`: whether there is anybody who could log in."""

    next: str
    users: bool
    fault: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class SessionTwin:
    """Who asks, and the token that a program sends with each POST (header X-CSRF-Token), beside the cookie that comes with this answer."""

    user: str | None
    author: str
    may_change: bool
    csrf: str


def routes(site: Site) -> APIRouter:
    router = APIRouter(tags=["login"])
    hashing = CapacityLimiter(HASHING)

    @router.get("/session.json", summary="Who asks, and the token for POSTs", response_model=SessionTwin)
    def session(request: Request, response: Response) -> SessionTwin:
        visitor = site.guard.visitor(request)
        site.guard.greet(visitor, response)
        return SessionTwin(visitor.user, visitor.author, visitor.may_change, visitor.csrf)

    @router.get("/login", include_in_schema=False)
    def page(request: Request, next: str = "/") -> HTMLResponse:
        return site.page(request, "login.html", LoginPage(next, site.ledger.users.any()))

    @router.post("/login", include_in_schema=False)
    async def log_in(request: Request) -> Response:
        _, form = await site.posted(request, change=False)
        name, password = field(form, "name", needed="Type your name."), str(form.get("password") or "")
        to, address = back(form, "/"), site.guard.address(request)
        try:
            known = request.cookies.get(KNOWN, "")
            made = await to_thread.run_sync(site.ledger.users.log_in, name, password, address, known, limiter=hashing)
        except LoginRefused as refused:
            if refused.retry_after:
                raise Refusal(
                    429, str(refused), "Wait, then try again.", {"Retry-After": str(refused.retry_after)}
                ) from refused
            return site.page(request, "login.html", LoginPage(to, users=True, fault=str(refused), name=name), 401)
        response = RedirectResponse(to, 303)
        site.guard.cookie(response, LOGIN, made.token)
        site.guard.remember(response, made.known)
        return response

    @router.post("/logout", include_in_schema=False)
    async def log_out(request: Request) -> Response:
        await site.posted(request, change=False)
        if token := request.cookies.get(LOGIN):
            await run_in_threadpool(site.ledger.users.log_out, token)
        response = RedirectResponse("/", 303)
        response.delete_cookie(LOGIN, path="/")
        return response

    return router
