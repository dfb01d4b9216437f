"""What the desk does against strangers: tries of passwords, sessions left open, bodies without end, requests without a token."""

from __future__ import annotations

import itertools
import json
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from desk_server import served
from fastapi.testclient import TestClient

from onrecord.keeping.ledger import Ledger
from onrecord.ledger import users
from onrecord.ledger.moments import written
from onrecord.settings import Settings
from onrecord.views.web.application import application
from onrecord.views.web.guard import LARGEST, LOGIN
from onrecord.views.web.options import Options

AT = "http://127.0.0.1:8600"
GOOD, BAD = "correct horse", "wrong horse"


class Time:
    """A clock that can be put forward."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 10, tzinfo=UTC)

    def __call__(self) -> str:
        self.now += timedelta(microseconds=1)
        return written(self.now)


@pytest.fixture
def clock() -> Time:
    return Time()


@pytest.fixture
def desk(tmp_path: Path, clock: Time, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    """An empty ledger with one user; hashes cost little."""
    monkeypatch.setattr(users, "SCRYPT", (10, 8, 1))
    monkeypatch.setattr(users, "NOBODY", users.hashed("nobody's password"))
    with Ledger(tmp_path / "guarded.db", clock=clock, settings=Settings()) as ledger:
        ledger.users.add("berit", GOOD)
        yield ledger


def client_of(ledger: Ledger) -> TestClient:
    return TestClient(application(ledger, Options(login=True)), base_url=AT, follow_redirects=False)


def log_in(client: TestClient, password: str) -> int:
    """The status of a try to log in."""
    form = {"csrf": client.get("/session.json").json()["csrf"], "name": "berit", "password": password}
    return client.post("/login", data=form, headers={"accept": "application/json"}).status_code


def who(client: TestClient) -> str | None:
    told: str | None = client.get("/session.json").json()["user"]
    return told


def test_strangers_tries_do_not_keep_a_known_browser_out(desk: Ledger, clock: Time) -> None:
    """From one address, as behind a proxy: after wrong tries everybody waits some seconds (429, Retry-After) but the browser that has logged in before."""
    owner, stranger = client_of(desk), client_of(desk)
    assert log_in(owner, GOOD) == 303
    owner.post("/logout", data={"csrf": owner.get("/session.json").json()["csrf"]})
    assert [log_in(stranger, BAD) for _ in range(6)] == [401] * 5 + [429]
    form = {"csrf": stranger.get("/session.json").json()["csrf"], "name": "berit", "password": GOOD}
    assert stranger.post("/login", data=form).headers["retry-after"] == "10"
    assert log_in(owner, GOOD) == 303
    clock.now += timedelta(seconds=11)
    assert log_in(stranger, GOOD) == 303


def test_a_session_that_nobody_uses_ends(desk: Ledger, clock: Time) -> None:
    """After two idle hours; each use begins them anew, up to twelve hours in all."""
    client = client_of(desk)
    log_in(client, GOOD)
    clock.now += timedelta(hours=1, minutes=59)
    assert who(client) == "berit"
    clock.now += timedelta(hours=1, minutes=59)
    assert who(client) == "berit"
    clock.now += timedelta(hours=2, minutes=1)
    assert who(client) is None
    assert who(client) is None
    log_in(client, GOOD)
    for _ in range(11):
        clock.now += timedelta(hours=1)
        assert who(client) == "berit"
    clock.now += timedelta(hours=1, minutes=1)
    assert who(client) is None


def test_a_server_begun_anew_does_not_wake_an_idle_session(desk: Ledger, clock: Time) -> None:
    """What was used is known to the process alone: another one counts from the login."""
    client = client_of(desk)
    log_in(client, GOOD)
    token = client.cookies[LOGIN]
    clock.now += timedelta(hours=2, minutes=1)
    again = client_of(desk)
    again.cookies.set(LOGIN, token)
    assert who(again) is None


def test_an_ended_session_changes_nothing(desk: Ledger, clock: Time) -> None:
    """A form of a session that has ended is refused, with what to do."""
    client = client_of(desk)
    log_in(client, GOOD)
    token = client.get("/session.json").json()["csrf"]
    clock.now += timedelta(hours=3)
    answer = client.post("/judgements/undo", data={"csrf": token, "ids": "x"}, headers={"accept": "application/json"})
    assert answer.status_code == 403
    assert answer.json()["error"]["remedy"]


@pytest.mark.parametrize(
    "kind", ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
def test_a_body_without_end_is_cut_while_it_comes(desk: Ledger, kind: str) -> None:
    """In chunks, so that no header tells its size: 413 after 24 MB, and the connection is closed with the rest unread."""
    with served(desk) as base:
        place = urlsplit(base)
        with socket.create_connection((place.hostname, place.port or 0), timeout=60) as line:
            line.sendall(f"GET /session.json HTTP/1.1\r\nHost: {place.netloc}\r\n\r\n".encode())
            told_so_far = ""
            while not told_so_far.endswith("}"):  # head and body may come apart
                told_so_far += line.recv(65_536).decode()
            head, _, body = told_so_far.partition("\r\n\r\n")
            cookie = next(
                one.partition(":")[2].partition(";")[0].strip()
                for one in head.splitlines()
                if one.lower().startswith("set-cookie")
            )
            path = "/read.json" if "json" in kind else "/read"
            told = {"Host": place.netloc, "Cookie": cookie, "X-CSRF-Token": json.loads(body)["csrf"], "Content-Type": kind, "Transfer-Encoding": "chunked", "Accept": "application/json"}  # fmt: skip
            line.sendall(
                f"POST {path} HTTP/1.1\r\n{''.join(f'{name}: {value}' + chr(13) + chr(10) for name, value in told.items())}\r\n".encode()
            )
            first = (
                b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n'
                if "multipart" in kind
                else b'{"text": "'
                if "json" in kind
                else b"text="
            )
            sent, answer = _poured(line, first)
    assert answer.startswith(b"HTTP/1.1 413")
    assert b'"remedy"' in answer
    assert LARGEST - 65_536 < sent < LARGEST + 16 * 1024 * 1024  # what lies in the buffers of two sockets is not read


def _poured(line: socket.socket, first: bytes) -> tuple[int, bytes]:
    """Sends chunks for as long as they are taken, 200 MB at most; how many bytes were, and the answer."""
    chunk, sent = b"x" * 65_536, 0
    line.settimeout(10)
    try:
        for data in itertools.chain((first,), itertools.repeat(chunk, 3200)):
            line.sendall(f"{len(data):x}\r\n".encode() + data + b"\r\n")
            sent += len(data)
    except OSError:
        pass  # cut: that is what is asked for
    answer = b""
    try:
        while more := line.recv(65_536):
            answer += more
    except OSError:
        pass
    return sent, answer


def test_nothing_is_read_of_whoever_has_no_token(desk: Ledger) -> None:
    """A large body is refused before it is taken, where its sender never got a form; JSON also where its token is wrong."""
    client = TestClient(application(desk, Options()), base_url=AT)
    taken = []

    def body() -> Iterator[bytes]:
        for _ in range(20):
            taken.append(1)
            yield b"x" * 1_000_000

    answer = client.post("/read", content=body(), headers={"content-type": "application/x-www-form-urlencoded"})
    assert answer.status_code == 403
    assert answer.headers["connection"] == "close"
    client.get("/")
    answer = client.post(
        "/reports.json", content="[" * 100_000, headers={"content-type": "application/json", "x-csrf-token": "no"}
    )
    assert answer.status_code == 403
