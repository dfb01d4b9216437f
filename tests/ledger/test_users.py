"""Who may correct: passwords, sessions that end, and a brake on guessing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text

from onrecord.errors import LedgerError
from onrecord.ledger import schema, users
from onrecord.ledger.moments import written
from onrecord.ledger.users import LoginRefused

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


@pytest.fixture(autouse=True)
def _cheap(monkeypatch) -> None:
    """Hashes that cost little: what they cost is not what is tested."""
    monkeypatch.setattr(users, "SCRYPT", (10, 8, 1))
    monkeypatch.setattr(users, "NOBODY", users.hashed("nobody's password"))


def test_a_password_is_right_or_not_and_stands_nowhere(ledger) -> None:
    """The right password is known, any other and any other name are not; the database holds neither it nor two equal hashes."""
    ledger.users.add("Ana", GOOD)
    ledger.users.add("Ben", GOOD)
    assert ledger.users.verify("Ana", GOOD)
    assert not ledger.users.verify("Ana", BAD)
    assert not ledger.users.verify("Eve", GOOD)
    assert not ledger.users.verify("Ana", "x" * 2000)
    with ledger.reading() as connection:
        kept = list(connection.scalars(select(schema.users.c.password)))
    assert len(set(kept)) == 2
    assert all(one.startswith("scrypt$") and GOOD not in one for one in kept)


def test_the_cost_of_a_hash_is_what_is_recommended(monkeypatch) -> None:
    """Real hashes are made with 2^15, 8, 3, and one letter in two Unicode forms is one letter."""
    monkeypatch.undo()
    kept = users.hashed("Žäbönäk pass")
    assert kept.startswith("scrypt$15$8$3$")
    assert users.is_password("Z\u030cäbönäk pass", kept)
    assert not users.is_password("Zabonak pass", kept)


def test_a_session_begins_with_a_login_and_ends(ledger, clock) -> None:
    """A token names its session until it is logged out, twelve hours are over, the password changes or the user is removed."""
    ledger.users.add("Ana", GOOD)
    first, second = (ledger.users.log_in(" Ana ", GOOD, "10.0.0.1") for _ in range(2))
    assert first.token != second.token
    session = ledger.users.session(first.token)
    assert session == first.session
    assert (session.user, len(session.csrf) >= 32, session.csrf != second.session.csrf) == ("Ana", True, True)
    ledger.users.log_out(first.token)
    assert ledger.users.session(first.token) is None
    assert ledger.users.session(second.token) is not None
    clock.now += timedelta(hours=12, seconds=1)
    assert ledger.users.session(second.token) is None
    third = ledger.users.log_in("Ana", GOOD)
    ledger.users.change_password("Ana", "another password")
    assert ledger.users.session(third.token) is None
    fourth = ledger.users.log_in("Ana", "another password")
    ledger.users.remove("Ana")
    assert ledger.users.session(fourth.token) is None
    assert ledger.users.list() == []


def test_the_token_is_not_in_the_ledger(tmp_path, opens) -> None:
    """Who reads the file can log in with nothing that is in it."""
    ledger = opens(str(tmp_path / "one.db"))
    ledger.users.add("Ana", GOOD)
    login = ledger.users.log_in("Ana", GOOD)
    ledger.close()
    assert all(login.token.encode() not in path.read_bytes() for path in tmp_path.iterdir())


def test_guessing_is_slowed_down(ledger, clock) -> None:
    """After five failures even the right password waits, from that address alone; a quarter of an hour later it is taken."""
    ledger.users.add("Ana", GOOD)
    for _ in range(5):
        with pytest.raises(LoginRefused, match="name or password is wrong") as refused:
            ledger.users.log_in("Ana", BAD, "10.0.0.1")
        assert refused.value.retry_after == 0
    with pytest.raises(LoginRefused, match="try again in 15 minutes") as refused:
        ledger.users.log_in("Ana", GOOD, "10.0.0.1")
    assert 890 <= refused.value.retry_after <= 900
    assert ledger.users.log_in("Ana", GOOD, "10.0.0.2").session.user == "Ana"
    clock.now += timedelta(minutes=15, seconds=1)
    assert ledger.users.log_in("Ana", GOOD, "10.0.0.1").session.user == "Ana"


def test_one_address_cannot_try_many_names_nor_many_addresses_one_name(tmp_path, opens) -> None:
    """Twenty failures of an address, and fifty of a name, stop either."""
    ledger = opens(str(tmp_path / "one.db"))
    ledger.users.add("Ana", GOOD)
    for number in range(20):
        with pytest.raises(LoginRefused, match="wrong"):
            ledger.users.log_in(f"user{number}", BAD, "10.0.0.1")
    with pytest.raises(LoginRefused, match="too many"):
        ledger.users.log_in("Ana", GOOD, "10.0.0.1")
    for number in range(50):
        with pytest.raises(LoginRefused, match="wrong"):
            ledger.users.log_in("Ana", BAD, f"10.0.1.{number}")
    with pytest.raises(LoginRefused, match="too many"):
        ledger.users.log_in("Ana", GOOD, "10.0.2.1")


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (lambda one: one.add("Ana", GOOD), "already"),
        (lambda one: one.add(" ", GOOD), "needs a name"),
        (lambda one: one.add("Ben\nEve", GOOD), "needs a name"),
        (lambda one: one.add("Ben", "short"), "8 to 1024"),
        (lambda one: one.change_password("Ana", "short"), "8 to 1024"),
        (lambda one: one.remove("Eve"), "there is no user"),
        (lambda one: one.end_sessions("Eve"), "there is no user"),
    ],
)
def test_misuse_of_users_is_told_with_its_remedy(tmp_path, opens, act, told) -> None:
    """Names that are taken or empty, passwords that are short, users that there are not."""
    ledger = opens(str(tmp_path / "one.db"))
    ledger.users.add("Ana", GOOD)
    with pytest.raises(LedgerError, match=told):
        act(ledger.users)


def test_sessions_are_in_no_backup(tmp_path, opens) -> None:
    """A backup has the users, and nobody is logged in there; a dump of the content has neither."""
    ledger = opens(str(tmp_path / "one.db"))
    ledger.users.add("Ana", GOOD)
    token = ledger.users.log_in("Ana", GOOD).token
    ledger.backup(tmp_path / "backup.db")
    copy = opens(str(tmp_path / "backup.db"))
    assert copy.users.verify("Ana", GOOD)
    assert copy.users.session(token) is None
    assert not any("Ana" in line for line in ledger.dump())
    with copy.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM sessions")) == 0
