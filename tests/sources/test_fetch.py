"""What `--fetch` refuses: private addresses in every spelling, redirects into them, answers without end, servers that dawdle."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from contextlib import contextmanager

import pytest

from onrecord.errors import SourceError
from onrecord.sources import fetch

PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n"


@contextmanager
def server(answer):
    """A server on this machine that gives each connection to `answer`; its URL."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(5)

        def serve() -> None:
            try:
                while True:
                    one, _ = listening.accept()
                    with one:
                        one.recv(65_536)
                        answer(one)
            except OSError:
                pass

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/story"


@pytest.fixture
def here(monkeypatch):
    """This machine counts as public."""
    monkeypatch.setattr(fetch, "public", lambda address: True)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1",
        "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1", "::127.0.0.1", "2001:db8::1",
        "::ffff:0:7f00:1", "::ffff:0:0:7f00:1", "64:ff9b:1::7f00:1", "2001:0:7f00:1::", "fec0::1", "100::1", "5f00::1", "3fff::1", "198.18.0.1", "192.0.0.8", "192.0.2.1",
        "0.1.2.3", "fd00:ec2::254", "192.88.99.1",
    ],
)  # fmt: skip
def test_no_address_of_a_private_network_is_public(address: str) -> None:
    """Loopback, private, link-local, shared, multicast and reserved, also IPv4 inside IPv6."""
    assert not fetch.public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://[",
        "http://a.example:port/",
        "ftp://a.example/",
        "file:///etc/passwd",
        "http://me:secret@a.example/",
        "http://",
        "https://[::1",
        "http://a.example:99999/",
    ],
)
def test_what_is_no_plain_web_address_is_refused_in_words(url: str) -> None:
    """Also those that the library cannot take apart."""
    with pytest.raises(SourceError):
        fetch.check(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost:1/", "http://0x7f.1/", "http://2130706433/", "http://[::1]/", "http://0177.0.0.1/", "http://0x7f000001/", "http://017700000001/",
        "http://127.1/", "http://127.0.1/", "http://0/", "http://localhost./", "http://LOCALHOST/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[::]/",
        "http://\u2460\u2461\u2466.\u24ea.\u24ea.\u2460/", "http://169.254.169.254/latest/meta-data/", "http://[64:ff9b::7f00:1]/", "http://[fe80::1%25lo]/",
        "http://127.0.0.1#@news.example/", "http://127.0.0.1\\@news.example/", "http://news.example@127.0.0.1/",
    ],
)  # fmt: skip
def test_a_private_address_is_never_connected_to(url: str) -> None:
    """However it is spelled: what counts is the address that the name gives."""
    with pytest.raises(SourceError):
        fetch.download(url)


def test_a_name_that_changes_its_address_is_looked_up_once(monkeypatch) -> None:
    """DNS rebinding: the address that was checked is the one that is connected to."""
    answers = iter([[(2, 1, 6, "", ("9.9.9.9", 80))], [(2, 1, 6, "", ("127.0.0.1", 80))]])
    asked = []
    monkeypatch.setattr(fetch.socket, "getaddrinfo", lambda *a, **k: next(answers))
    monkeypatch.setattr(fetch.socket, "create_connection", lambda address, *a: asked.append(address) or socket.socket())
    fetch.connect("rebinding.example", 80, 1).close()
    assert asked == [("9.9.9.9", 80)]


def test_one_private_address_among_public_ones_is_enough(monkeypatch) -> None:
    """A name with a public and a private address is refused."""
    monkeypatch.setattr(
        fetch.socket, "getaddrinfo", lambda *a, **k: [(2, 1, 6, "", (one, 80)) for one in ("9.9.9.9", "10.0.0.1")]
    )
    with pytest.raises(SourceError, match="no public address"):
        fetch.connect("mixed.example", 80, 1)


def test_a_redirect_into_a_private_network_is_refused(monkeypatch) -> None:
    """Each step is checked anew."""
    first = [True]

    def public(address: str) -> bool:
        return first.pop() if first else False

    monkeypatch.setattr(fetch, "public", public)
    with (
        server(
            lambda one: one.sendall(
                b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/admin\r\nContent-Length: 0\r\n\r\n"
            )
        ) as url,
        pytest.raises(SourceError, match="no public address"),
    ):
        fetch.download(url)


def test_a_redirect_to_a_file_is_refused(here) -> None:
    """Other schemes are never followed."""
    with (
        server(lambda one: one.sendall(b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n")) as url,
        pytest.raises(SourceError),
    ):
        fetch.download(url)


def test_a_page_comes_with_its_bytes(here) -> None:
    """What is served is what is read."""
    with server(lambda one: one.sendall(PAGE + b"Rain fell on Riga.")) as url:
        assert fetch.fetch(url).text == "Rain fell on Riga."


def test_an_answer_without_end_is_cut_off(here, monkeypatch) -> None:
    """More than the largest page is refused, with what to do."""
    monkeypatch.setattr(fetch, "LARGEST", 100_000)

    def endless(one: socket.socket) -> None:
        one.sendall(PAGE)
        try:
            while True:
                one.sendall(b"rain " * 10_000)
        except OSError:
            pass

    with server(endless) as url, pytest.raises(SourceError, match="is larger than"):
        fetch.download(url)


@pytest.mark.parametrize("start", [b"", PAGE[:20], PAGE])
def test_a_server_that_dawdles_is_left(here, monkeypatch, start: bytes) -> None:
    """A byte now and then, in the head or in the body, holds nobody longer than the time that is given."""
    monkeypatch.setattr(fetch, "SECONDS", 0.8)

    def dawdling(one: socket.socket) -> None:
        one.sendall(start)
        try:
            for _ in range(100):
                time.sleep(0.1)
                one.sendall(b"x")
        except OSError:
            pass

    began = time.monotonic()
    with server(dawdling) as url, pytest.raises(SourceError, match="took longer"):
        fetch.download(url)
    assert time.monotonic() - began < 5


def test_a_resolver_that_changes_its_answer_leads_nowhere(monkeypatch) -> None:
    """DNS rebinding through a whole fetch: each look-up counts for the connection that it was made for, and a private answer ends it."""
    looked, ends = [], []

    def resolver(host, port, **more):
        looked.append(host)
        return [(2, 1, 6, "", ("9.9.9.9" if len(looked) == 1 else "127.0.0.1", port))]

    def connected(address, *_):
        assert address[0] == "9.9.9.9"
        one, other = socket.socketpair()
        ends.append(other)
        other.sendall(b"HTTP/1.1 302 Found\r\nLocation: http://rebinding.example/again\r\nContent-Length: 0\r\n\r\n")
        return one

    monkeypatch.setattr(fetch.socket, "getaddrinfo", resolver)
    monkeypatch.setattr(fetch.socket, "create_connection", connected)
    with pytest.raises(SourceError, match="no public address"):
        fetch.download("http://rebinding.example/")
    assert looked == ["rebinding.example"] * 2


def test_redirects_do_not_go_on_for_ever(here) -> None:
    """A page that leads to itself is left after some steps."""
    asked = []

    def again(one: socket.socket) -> None:
        asked.append(1)
        where = f"/step{len(asked)}".encode()
        one.sendall(b"HTTP/1.1 302 Found\r\nLocation: " + where + b"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    with server(again) as url, pytest.raises(SourceError, match="could not be fetched"):
        fetch.download(url)
    assert len(asked) <= 6


def test_a_packed_answer_is_never_unpacked(here) -> None:
    """A compressed bomb stays as small as it came: nothing packed was asked for, and what comes so is taken as bytes."""

    def bomb(one: socket.socket) -> None:
        packed = gzip.compress(b"0" * 50_000_000)
        one.sendall(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n"
            + packed
        )

    with server(bomb) as url:
        data, _, _ = fetch.download(url)
    assert len(data) < 100_000


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 10_000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 1_000_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffffff\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://[\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: //me:secret@news.example/\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://news.example/a\x00b c\r\n\r\n",
        b"\x00" * 70_000,
        b"",
    ],
)
def test_an_answer_that_is_none_is_an_error_in_words(here, head: bytes) -> None:
    """Headers without end, chunks of impossible sizes, addresses that are none: refused, never a fault."""
    with server(lambda one: one.sendall(head)) as url, pytest.raises(SourceError):
        fetch.fetch(url)


def test_a_hundred_times_continue_is_left(here, monkeypatch) -> None:
    """A server that always says "go on" is cut off like any that dawdles."""
    monkeypatch.setattr(fetch, "SECONDS", 0.8)

    def going_on(one: socket.socket) -> None:
        try:
            for _ in range(100):
                one.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
                time.sleep(0.05)
        except OSError:
            pass

    began = time.monotonic()
    with server(going_on) as url, pytest.raises(SourceError, match="took longer"):
        fetch.download(url)
    assert time.monotonic() - began < 5
