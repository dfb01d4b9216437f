"""What the server does with connections that take their time: each wait for them has an end, and says so."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from desk_server import served

from onrecord.keeping.ledger import Ledger
from onrecord.settings import Settings
from onrecord.views.web import patience
from onrecord.views.web.proxies import networks

SOON = 0.4  # seconds instead of those of `patience`
LARGE = 1 << 26  # bytes: far more than the buffers of two sockets hold
HEAD = b"GET /session.json HTTP/1.1\r\nHost: 127.0.0.1\r\n"


def with_large(app: Any) -> Any:
    """The desk, and a large answer at /large."""

    async def answering(scope: Any, receive: Any, send: Any) -> None:
        if scope.get("path") != "/large":
            await app(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for _ in range(64):
            await send({"type": "http.response.body", "body": b"x" * (LARGE // 64), "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    return answering


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk without reports that waits for nothing longer than SOON."""
    with pytest.MonkeyPatch.context() as changed:
        for name in ("HEAD_WITHIN", "BODY_PAUSE", "TAKEN_WITHIN"):
            changed.setattr(patience, name, SOON)
        changed.setattr(patience, "BODY_WITHIN", 3 * SOON)
        path = tmp_path_factory.mktemp("slow") / "slow.db"
        ledger = Ledger(path, clock=lambda: "2026-03-05T10:00:00.000000Z", settings=Settings())
        with ledger, served(ledger, with_large) as base:
            yield base


def connected(base: str, source: str = "127.0.0.1") -> socket.socket:
    """A connection from an address of this machine."""
    place = urlsplit(base)
    return socket.create_connection((place.hostname, place.port or 0), timeout=10, source_address=(source, 0))


def dripped(line: socket.socket, piece: bytes, every: float, longest: float = 30) -> tuple[bytes, float]:
    """Sends a piece again and again until the other side has closed; what it said, and after how many seconds."""
    began, said = time.monotonic(), b""
    line.settimeout(every)
    while (passed := time.monotonic() - began) < longest:
        try:
            if piece:
                line.sendall(piece)
            more = line.recv(65_536)
        except TimeoutError:
            continue
        except OSError:
            return said, passed
        if not more:
            return said, passed
        said += more
    raise AssertionError(f"the connection was held: {said!r}")


def answered(line: socket.socket) -> str:
    """A whole answer to HEAD: its head and its JSON."""
    said = b""
    while not said.endswith(b"}"):
        more = line.recv(65_536)
        assert more, said
        said += more
    assert said.startswith(b"HTTP/1.1 200")
    return said.decode()


def is_slow(said: bytes) -> bool:
    return said.startswith(b"HTTP/1.1 408 ") and b'"remedy"' in said and b"connection: close" in said.lower()


@pytest.mark.parametrize("first", [b"", HEAD], ids=["says nothing", "stops in its head"])
def test_whoever_stops_is_told_408_and_let_go(desk: str, first: bytes) -> None:
    """A connection that says nothing, or half a head and no more, ends within the time of a head."""
    with connected(desk) as line:
        line.sendall(first)
        said, passed = dripped(line, b"", 0.1)
    assert is_slow(said)
    assert passed > SOON * 0.7


def test_a_head_that_drips_has_no_more_time_than_one_that_stops(desk: str) -> None:
    """Slowloris: a byte now and then does not begin the wait anew."""
    with connected(desk) as line:
        line.sendall(HEAD)
        said, _ = dripped(line, b"a", SOON / 5)
    assert is_slow(said)


def test_a_second_head_that_drips_is_let_go_too(desk: str) -> None:
    """The wait for a head holds for every request of a connection that is kept open."""
    with connected(desk) as line:
        line.sendall(HEAD + b"\r\n")
        answered(line)
        line.sendall(HEAD)
        said, _ = dripped(line, b"a", SOON / 5)
    assert is_slow(said)


def test_a_connection_at_rest_between_requests_is_no_slow_one(desk: str) -> None:
    """A browser that keeps its connection open while its reader reads is not cut off by the wait for a head."""
    with connected(desk) as line:
        for _ in range(2):
            line.sendall(HEAD + b"\r\n")
            answered(line)
            time.sleep(SOON * 2)


@pytest.mark.parametrize("piece", [b"", b"x"], ids=["stops", "drips"])
def test_a_body_that_does_not_come_is_told_408(desk: str, piece: bytes) -> None:
    """A body that stops ends after the pause, one that drips at the end of the time that any body has; no answer is waited for."""
    with connected(desk) as line:
        line.sendall(HEAD + b"\r\n")
        cookie = answered(line).partition("onrecord_visit=")[2].partition(";")[0]
        form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n"
        line.sendall(
            f"POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: onrecord_visit={cookie}\r\n{form}\r\n".encode()
        )
        said, _ = dripped(line, piece, SOON / 5)
    assert is_slow(said)


@pytest.mark.parametrize("at_once", [True, False], ids=["in one piece", "in pieces"])
@pytest.mark.parametrize("where", ["header", "address"])
def test_a_large_head_is_told_431(desk: str, where: str, at_once: bool) -> None:
    """More than 16 KB of address and headers are refused with what to do, however they come."""
    large = "x" * 40_000
    head = f"GET /{large if where == 'address' else ''} HTTP/1.1\r\nHost: 127.0.0.1\r\nX: {large if where == 'header' else ''}\r\n\r\n".encode()
    with connected(desk) as line:
        if at_once:
            line.sendall(head)
        else:
            line.sendall(head[:20_000])
        said, _ = dripped(line, b"", 0.2)
    assert said.startswith(b"HTTP/1.1 431 ")
    assert b'"remedy"' in said


def test_what_is_no_http_is_told_400(desk: str) -> None:
    """Bytes of another protocol get an answer in our one shape of an error."""
    with connected(desk) as line:
        line.sendall(b"\x16\x03\x01\x02\x00\r\n\r\n")
        said, _ = dripped(line, b"", 0.2)
    assert said.startswith(b"HTTP/1.1 400 ")
    assert b'"remedy"' in said


def test_more_connections_than_there_is_room_for_are_told_503(desk: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one too many is told when to come again; those that are there go on."""
    monkeypatch.setattr(patience, "CONNECTIONS", 3)
    lines = [connected(desk) for _ in range(4)]
    try:
        assert lines[3].recv(65_536).startswith(b"HTTP/1.1 503 ")
        lines[0].sendall(HEAD + b"\r\n")
        answered(lines[0])
    finally:
        for line in lines:
            line.close()


def test_one_address_never_holds_them_all(desk: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has as many as one may is told 503, and the others are still let in; a proxy that is trusted asks for many, and is let in."""
    monkeypatch.setattr(patience, "OF_ONE", 2)
    lines = [connected(desk, f"127.0.0.{last}") for last in (1, 1, 1, 2)]
    try:
        assert lines[2].recv(65_536).startswith(b"HTTP/1.1 503 ")
        for line in (lines[0], lines[3]):
            line.sendall(HEAD + b"\r\n")
            answered(line)
        monkeypatch.setattr(patience.Patient, "proxies", networks(["127.0.0.1"]))
        with connected(desk) as late:
            late.sendall(HEAD + b"\r\n")
            answered(late)
    finally:
        for line in lines:
            line.close()
    assert patience.patient(networks(["10.0.0.0/8"])).proxies == networks(["10.0.0.0/8"])


def test_whoever_does_not_take_an_answer_is_let_go(desk: str) -> None:
    """An answer larger than the buffers between, never read: the connection is cut, and its maker is free."""
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        place = urlsplit(desk)
        line.connect((place.hostname, place.port or 0))
        line.sendall(b"GET /large HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        time.sleep(SOON * 8)
        line.settimeout(10)
        taken = 0
        try:
            while more := line.recv(1 << 20):
                taken += len(more)
        except ConnectionError:
            pass  # cut: that is what is asked for
        except TimeoutError:
            pytest.fail("the connection was held")
    assert 0 < taken < LARGE
