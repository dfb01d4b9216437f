"""A URL -> an Article, only when asked for (`--fetch`). The one file that touches the network.

Guarded: http and https only; no private, loopback, link-local or otherwise not public address, checked at the moment of connecting and
again after every redirect; size and time are bounded; no cookies, no proxies, no credentials in the URL.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, Self, cast
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    build_opener,
)

from onrecord.errors import SourceError
from onrecord.sources.html import from_html
from onrecord.sources.plain import from_bytes

if TYPE_CHECKING:
    from onrecord.values.article import Article

LARGEST: Final = 10 * 1024 * 1024
SECONDS: Final = 20.0
NAT64: Final = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: IPv4 behind a translator
# Not of the public internet, and taken for it by one version of Python or another: IETF protocol assignments and relays (RFC 6890, 7526),
# translators of one's own (RFC 8215), site-local (RFC 3879), documentation (RFC 9637), segment routing (RFC 9602).
NEVER: Final = tuple(
    map(
        ipaddress.ip_network,
        ("192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48", "fec0::/10", "3fff::/20", "5f00::/16"),
    )
)
AGENT: Final = "onrecord/0.1 (reads news reports; asked for by a person)"


def is_url(name: str) -> bool:
    return name.lower().startswith(("http://", "https://"))


def fetch(url: str) -> Article:
    """The article at a URL, its `url` and `key` set. Raises SourceError, naming the remedy."""
    data, kind, final = download(url)
    if "html" in kind or (not kind.startswith("text/plain") and data[:512].lstrip().startswith(b"<")):
        return from_html(data, key=url, url=final, where=url)
    return replace(from_bytes(data, key=url, where=url), url=final)


def download(url: str) -> tuple[bytes, str, str]:
    """(the bytes, the content type, the URL after redirects)."""
    check(url)
    until = Deadline(time.monotonic() + SECONDS)
    try:
        request = Request(url, headers={"User-Agent": AGENT, "Accept": "text/html,text/plain;q=0.9"})  # noqa: S310  check() lets http and https pass alone
        with until, _opener(until).open(request, timeout=SECONDS) as answer:
            data = _read(answer, url, until)
            return data, str(answer.headers.get("Content-Type", "")).lower(), str(answer.geturl())
    except SourceError:
        raise
    except (URLError, OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        if isinstance(reason, SourceError):
            raise reason from error
        if until.passed():
            raise _slow(url) from error
        raise SourceError(
            f"{url} could not be fetched ({reason}): check the address, or save the page and read the file"
        ) from error


class Deadline:
    """A moment by which all is done: then every connection made until it is cut, so that a server that sends a byte now and then cannot hold us."""

    def __init__(self, moment: float) -> None:
        self.moment, self._open = moment, list[socket.socket]()
        self._timer = threading.Timer(max(0.0, moment - time.monotonic()), self._cut)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def passed(self) -> bool:
        return time.monotonic() >= self.moment

    def watch(self, connection: socket.socket) -> socket.socket:
        """The connection, to be cut at the moment."""
        self._open.append(connection)
        return connection

    def _cut(self) -> None:
        for one in self._open:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)


def _slow(url: str) -> SourceError:
    return SourceError(f"{url} took longer than {SECONDS:.0f} seconds: try again, or save the page and read the file")


def _read(answer: Any, url: str, until: Deadline) -> bytes:
    parts, size = [], 0
    while part := answer.read1(65_536):
        size += len(part)
        if size > LARGEST:
            raise SourceError(
                f"{url} is larger than {LARGEST // 1024 // 1024} MB: save what you need of it and read the file"
            )
        parts.append(part)
    if until.passed():
        raise _slow(url)  # what came before the cut is not the whole page
    return b"".join(parts)


def check(url: str) -> None:
    """Raises SourceError for what is never fetched: other schemes, credentials, hosts that are no public address."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise SourceError(f"{url} is no URL ({error}): give an http or https URL, or a file") from error
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise SourceError(f"{url} is no http or https URL: give one, or a file")
    if parts.username or parts.password:
        raise SourceError(f"{url} holds credentials: they are not sent; save the page and read the file")


def public(address: str) -> bool:
    """Whether an IP address is one of the public internet. IPv4 inside IPv6 is looked at, too.

    >>> [public(one) for one in ("127.0.0.1", "10.1.2.3", "169.254.169.254", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "::127.0.0.1", "9.9.9.9")]
    [False, False, False, False, False, False, True]
    """
    one = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(one, "ipv4_mapped", None) or getattr(one, "sixtofour", None)
    if one in NAT64:
        inner = ipaddress.IPv4Address(int(one) & 0xFFFF_FFFF)
    if inner is not None:
        return public(str(inner))
    if any(one in network for network in NEVER):
        return False
    return one.is_global and not one.is_multicast and not one.is_reserved


def connect(host: str, port: int, timeout: float) -> socket.socket:
    """A connection to a public address of the host: every address is checked before, so that no later answer of DNS can differ."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(public(a) for a in addresses):
        raise SourceError(
            f"{host} is no public address: onrecord fetches from the public internet only; save the page and read the file"
        )
    return socket.create_connection((addresses[0], port), timeout)


class _Http(http.client.HTTPConnection):
    def __init__(self, host: str, *, until: Deadline, **more: Any) -> None:
        super().__init__(host, **more)
        self._until = until

    def connect(self) -> None:
        self.sock = self._until.watch(connect(self.host, self.port, SECONDS))


class _Https(http.client.HTTPSConnection):
    def __init__(self, host: str, *, until: Deadline, **more: Any) -> None:
        super().__init__(host, **more)
        self._until = until

    def connect(self) -> None:
        plain = self._until.watch(connect(self.host, self.port, SECONDS))
        self.sock = self._until.watch(ssl.create_default_context().wrap_socket(plain, server_hostname=self.host))


class _HttpHandler(HTTPHandler):
    def __init__(self, until: Deadline) -> None:
        super().__init__()
        self._until = until

    def http_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(cast("Any", _Http), req, until=self._until)


class _HttpsHandler(HTTPSHandler):
    def __init__(self, until: Deadline) -> None:
        super().__init__()
        self._until = until

    def https_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(cast("Any", _Https), req, until=self._until)


class _Redirects(HTTPRedirectHandler):
    max_redirections = 5

    def redirect_request(self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Request | None:
        check(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(until: Deadline) -> OpenerDirector:
    return build_opener(ProxyHandler({}), _HttpHandler(until), _HttpsHandler(until), _Redirects)
