"""Whose address counts: the peer's, unless the operator says which proxy may speak for others."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from onrecord.errors import SettingsError
from onrecord.keeping.ledger import Ledger
from onrecord.ledger import users
from onrecord.views.cli.main import main
from onrecord.views.web.application import application
from onrecord.views.web.options import Options
from onrecord.views.web.proxies import asker, networks

PROXY = networks(["10.0.0.1, 10.1.0.0/16", "fd00::/8"])


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("192.0.2.7", ["198.51.100.1"], "192.0.2.7"),  # a stranger speaks for itself alone
        ("10.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("10.0.0.1", ["6.6.6.6, 198.51.100.1"], "198.51.100.1"),  # what its sender put before is not believed
        ("10.0.0.1", ["6.6.6.6", "198.51.100.1, 10.1.2.3"], "198.51.100.1"),  # two headers, two proxies
        ("10.0.0.1", ["10.0.0.1, 198.51.100.1"], "198.51.100.1"),  # our own proxy's name is no way in
        ("10.0.0.1", ["10.1.0.9, 10.1.0.8"], "10.1.0.9"),  # from inside
        ("10.0.0.1", [], "10.0.0.1"),
        ("10.0.0.1", ["198.51.100.1, unknown"], "10.0.0.1"),  # no address: the last hop that is known
        ("10.0.0.1", ["198.51.100.1:4711"], "198.51.100.1"),
        ("fd00::1", ["[2001:db8::5]:443"], "2001:db8::5"),
        ("::ffff:10.0.0.1", ["198.51.100.1"], "198.51.100.1"),  # IPv4 on a socket of IPv6
        ("", ["198.51.100.1"], ""),
        ("testclient", ["198.51.100.1"], "testclient"),
    ],
)
def test_the_last_hop_that_is_not_trusted_is_who_asks(peer: str, forwarded: list[str], address: str) -> None:
    """X-Forwarded-For is read from its end, for as long as a trusted proxy wrote it."""
    assert asker(peer, forwarded, PROXY) == address


def test_without_the_option_no_header_changes_who_asks() -> None:
    """Whoever sends X-Forwarded-For to a server that was told of no proxy stays who they are."""
    assert asker("127.0.0.1", ["198.51.100.1"], networks([])) == "127.0.0.1"


def test_a_proxy_is_told_by_address(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name is refused in one line, before anything is served."""
    with pytest.raises(SettingsError):
        networks(["proxy.example"])
    assert main(["serve", "--ledger", str(tmp_path / "new.db"), "--trusted-proxy", "proxy.example"]) == 2
    assert "--trusted-proxy" in capsys.readouterr().err


@pytest.mark.parametrize(("trusted", "last"), [((), 429), (("192.0.2.1",), 401)], ids=["peer", "trusted proxy"])
def test_tries_of_passwords_are_counted_by_who_asks(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, trusted: tuple[str, ...], last: int
) -> None:
    """Six wrong tries, each with another X-Forwarded-For: told of no proxy, they are one asker's, and the sixth must wait; behind a trusted one they are
    six askers'."""
    monkeypatch.setattr(users, "SCRYPT", (10, 8, 1))
    monkeypatch.setattr(users, "NOBODY", users.hashed("nobody's password"))
    app = application(ledger, Options(login=True, proxies=networks(trusted)))
    client = TestClient(app, base_url="http://127.0.0.1:8600", client=("192.0.2.1", 5000))
    codes = []
    for n in range(6):
        form = {"csrf": client.get("/session.json").json()["csrf"], "name": "berit", "password": "wrong horse"}
        headers = {"x-forwarded-for": f"198.51.100.{n}", "accept": "application/json"}
        codes.append(client.post("/login", data=form, headers=headers).status_code)
    assert codes == [401] * 5 + [last]
