"""Who asks, and what may be asked: security headers on every answer, a token in every form, a login where changes need one.

The policy allows what comes from this server and nothing else: no inline script, no inline style, no frame, no outside address.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from starlette.datastructures import FormData, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.views.web.answers import Json
from onrecord.views.web.faults import LARGE_HEAD, TOO_LARGE, Fault, FaultAnswer, Refusal, of_status
from onrecord.views.web.idle import Idle
from onrecord.views.web.options import Options
from onrecord.views.web.proxies import asker

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from onrecord.keeping.ledger import Ledger

POLICY: Final = (
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; img-src 'self'; "
    "script-src 'self'; style-src 'self'; connect-src 'self'"
)
HEADERS: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
}
LARGEST: Final = 24 * 1024 * 1024  # bytes of a request: a dropped file of one article is at most 16 MB
LARGEST_HEAD: Final = 16 * 1024  # bytes of a request's line and headers
VISIT, LOGIN, KNOWN = "onrecord_visit", "onrecord_login", "onrecord_known"
HOURS: Final = 12
DAYS: Final = 180  # that a browser is known by the name it logged in with
OLD: Final = ("The form is older than the server's memory of you", "Load the page again, and send it once more.")
MORE: Final = "That is more than this server takes at once"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks. `csrf` is the token that this visitor's forms carry; `author` is the name under what is judged; `new`: the cookie to set."""

    user: str | None
    author: str
    csrf: str
    may_change: bool
    needs_login: bool
    new: str | None = None


class Guard:
    """Tells visitors apart and turns away what no form of ours sent."""

    def __init__(self, options: Options, ledger: Ledger) -> None:
        self.options, self.ledger = options, ledger
        self.idle = Idle(ledger.clock)
        self._secret = secrets.token_bytes(32)

    def visitor(self, request: Request) -> Visitor:
        """The visitor of a request."""
        needs = self.options.needs_login
        token = request.cookies.get(LOGIN)
        session = self.ledger.users.session(token) if token else None
        if session and self.idle.still(session):
            return Visitor(session.user, session.user, session.csrf, may_change=True, needs_login=needs)
        visit = request.cookies.get(VISIT) or ""
        new = None if len(visit) >= 32 else secrets.token_urlsafe(32)
        csrf = hmac.new(self._secret, (new or visit).encode(), hashlib.sha256).hexdigest()
        return Visitor(None, self.options.author, csrf, may_change=not needs, needs_login=needs, new=new)

    def address(self, request: Request) -> str:
        """Where a request comes from: the peer's address, or what a proxy that is trusted says; "" where none is known."""
        peer = request.client.host if request.client else ""
        return asker(peer, request.headers.getlist("x-forwarded-for"), self.options.proxies)

    def greet(self, visitor: Visitor, response: Response) -> None:
        """Gives a new visitor the cookie that its forms are bound to."""
        if visitor.new:
            self.cookie(response, VISIT, visitor.new)

    def cookie(self, response: Response, name: str, value: str) -> None:
        response.set_cookie(
            name, value, max_age=HOURS * 3600, httponly=True, samesite="lax", secure=self.options.secure, path="/"
        )

    def remember(self, response: Response, known: str) -> None:
        """Lets the browser be told again when its user logs in anew; the pages never see it."""
        response.set_cookie(
            KNOWN,
            known,
            max_age=DAYS * 86_400,
            httponly=True,
            samesite="strict",
            secure=self.options.secure,
            path="/login",
        )

    def before(self, request: Request) -> Visitor:
        """The visitor of a POST, before any of its body is read. Raises Refusal where a page elsewhere sent it, or whoever sent it never got a
        form of ours."""
        origin = request.headers.get("origin")
        if origin and origin != "null" and _place(origin)[0] != request.headers.get("host"):
            raise Refusal(403, "This was sent from another site", "Send it from a page of this server.")
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            raise Refusal(403, "This was sent from another site", "Send it from a page of this server.")
        visitor = self.visitor(request)
        if visitor.new:
            raise Refusal(403, *OLD)
        return visitor

    def check(self, request: Request, form: FormData, *, change: bool = True) -> Visitor:
        """The visitor of a POST. Raises Refusal where no form of ours sent it, or where a change needs a login."""
        visitor = self.before(request)
        given = form.get("csrf") or request.headers.get("x-csrf-token") or ""
        if not hmac.compare_digest(str(given).encode("utf-8", "replace"), visitor.csrf.encode()):
            raise Refusal(403, *OLD)
        if change and not visitor.may_change:
            back = quote(_place(request.headers.get("referer", "/"))[1] or "/")
            raise Refusal(401, "Changes need a login here", f"Log in at /login?next={back}, then send it again.")
        return visitor


class Headers:
    """ASGI: the headers of every answer, the limit of every request, and the host names that are answered."""

    def __init__(self, app: ASGIApp, options: Options) -> None:
        self.app, self.options = app, options

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        body = _Bounded(receive, request)

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if body.left:
                    headers["connection"] = "close"  # or the server would go on taking what nobody will read
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                kept = request.url.path.startswith("/static/") and "v" in request.query_params
                headers.setdefault(
                    "cache-control", "public, max-age=31536000, immutable" if kept else "private, no-cache"
                )
            await send(message)

        if fault := self._fault(request):
            await Json(FaultAnswer(fault).json(), fault.status)(scope, receive, sent)
            return
        await self.app(scope, body, sent)

    def _fault(self, request: Request) -> Fault | None:
        known = self.options.known_hosts
        host = _name(request.headers.get("host", ""))
        if known is not None and host not in known:
            return Fault(
                421, f"This server is not called {host!r}", "Ask it under its own name, or start it with --name."
            )
        line = len(request.scope.get("raw_path") or b"") + len(request.scope["query_string"])
        if line + sum(len(name) + len(value) + 4 for name, value in request.headers.raw) > LARGEST_HEAD:
            return LARGE_HEAD  # one that came in one piece: the protocol counts those that come in several
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > LARGEST:
            return of_status(TOO_LARGE, MORE)
        return None


class _Bounded:
    """Receives at most LARGEST bytes of a body, whatever its header says. `left`: there may be more of it than was taken."""

    def __init__(self, receive: Receive, request: Request) -> None:
        self.receive, self.taken = receive, 0
        self.left = "transfer-encoding" in request.headers or request.headers.get("content-length", "0") != "0"

    async def __call__(self) -> Message:
        message = await self.receive()
        self.taken += len(message.get("body", b""))
        if self.taken > LARGEST:
            raise HTTPException(TOO_LARGE, MORE)  # the one kind that the framework lets through where it reads JSON
        self.left = self.left and bool(message.get("more_body", False))
        return message


def _name(host: str) -> str:
    """The name in a Host header, without the port."""
    return host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0].lower()


def _place(address: str) -> tuple[str, str]:
    """Host and path of an address; ("", "") for what is none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", ""
    return parts.netloc, parts.path
