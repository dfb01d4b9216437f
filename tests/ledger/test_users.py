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


def fails(ledger, name: str, address: str = "", known: str = "") -> int:
    """Tries a wrong password; the seconds to wait, 0 where it was looked at."""
    with pytest.raises(LoginRefused) as refused:
        ledger.users.log_in(name, BAD, address, known)
    return refused.value.retry_after


def test_guessing_is_slowed_down_more_and_more(ledger, clock) -> None:
    """After five failures even the right password waits, ten seconds, then twenty, up to a quarter of an hour; from that address alone."""
    ledger.users.add("Ana", GOOD)
    assert [fails(ledger, "Ana", "10.0.0.1") for _ in range(5)] == [0] * 5
    with pytest.raises(LoginRefused, match="try again in 10 seconds"):
        ledger.users.log_in("Ana", GOOD, "10.0.0.1")
    assert ledger.users.log_in("Ana", GOOD, "10.0.0.2").session.user == "Ana"
    waits = []
    for _ in range(9):
        waits.append(fails(ledger, "Ana", "10.0.0.1"))
        clock.now += timedelta(seconds=waits[-1])
        assert fails(ledger, "Ana", "10.0.0.1") == 0
    assert waits == [10, 20, 40, 80, 160, 320, 640, 900, 900]
    clock.now += timedelta(seconds=900)
    assert ledger.users.log_in("Ana", GOOD, "10.0.0.1").session.user == "Ana"
    assert fails(ledger, "Ana", "10.0.0.1") == 0


def test_tries_that_come_too_soon_do_not_make_the_wait_longer(ledger, clock) -> None:
    """Who is told to wait and asks all the same waits no longer for it."""
    ledger.users.add("Ana", GOOD)
    for _ in range(5):
        fails(ledger, "Ana", "10.0.0.1")
    assert {fails(ledger, "Ana", "10.0.0.1") for _ in range(50)} == {10}
    clock.now += timedelta(seconds=11)
    assert ledger.users.log_in("Ana", GOOD, "10.0.0.1").session.user == "Ana"


def test_a_day_of_guessing_from_one_address_is_some_hundred_passwords(tmp_path, opens, clock) -> None:
    """The wait is not forgotten while the guessing goes on."""
    ledger = opens(str(tmp_path / "one.db"))
    ledger.users.add("Ana", GOOD)
    tried, end = 0, clock.now + timedelta(days=1)
    while clock.now < end:
        wait = fails(ledger, "Ana", "10.0.0.1")
        tried += wait == 0
        clock.now += timedelta(seconds=wait)
    assert tried < 110


def test_strangers_cannot_lock_a_name_out(tmp_path, opens, clock) -> None:
    """However many addresses try a name: its owner logs in at once where she did before, and elsewhere after some seconds."""
    ledger = opens(str(tmp_path / "one.db"))
    ledger.users.add("Ana", GOOD)
    known = ledger.users.log_in("Ana", GOOD, "10.0.0.1").known
    for number in range(400):
        fails(ledger, "Ana", f"10.1.{number // 200}.{number % 200}")
    assert ledger.users.log_in("Ana", GOOD, "10.0.0.1", known).session.user == "Ana"
    with pytest.raises(LoginRefused, match="try again in") as refused:
        ledger.users.log_in("Ana", GOOD, "10.2.0.1")
    assert refused.value.retry_after <= 10
    clock.now += timedelta(seconds=refused.value.retry_after)
    assert ledger.users.log_in("Ana", GOOD, "10.2.0.1").session.user == "Ana"


def test_many_addresses_together_are_slowed_too(tmp_path, opens, clock) -> None:
    """One name from everywhere: fifty, then six a minute. All names from everywhere: two hundred, then one a second."""
    ledger = opens(str(tmp_path / "one.db"))
    ledger.users.add("Ana", GOOD)
    looked = sum(fails(ledger, "Ana", f"10.1.0.{number}") == 0 for number in range(100))
    assert looked == 50
    end, more = clock.now + timedelta(minutes=5), 0
    while clock.now < end:
        more += fails(ledger, "Ana", f"10.2.{more // 200}.{more % 200}") == 0
        clock.now += timedelta(seconds=1)
    assert more <= 31
    looked = sum(fails(ledger, f"user{number}", f"10.3.{number // 200}.{number % 200}") == 0 for number in range(400))
    assert looked <= 200 - 50


def test_one_address_cannot_try_many_names(tmp_path, opens, clock) -> None:
    """Twenty failures of an address stop it for some seconds, of any name; all addresses of an IPv6 network count as one."""
    ledger = opens(str(tmp_path / "one.db"))
    ledger.users.add("Ana", GOOD)
    assert {fails(ledger, f"user{number}", f"2001:db8::{number:x}") for number in range(20)} == {0}
    assert fails(ledger, "Ana", "2001:db8::ffff") == 5
    assert ledger.users.log_in("Ana", GOOD, "2001:db8:0:1::1").session.user == "Ana"
    clock.now += timedelta(seconds=6)
    assert ledger.users.log_in("Ana", GOOD, "2001:db8::ffff").session.user == "Ana"


def test_a_browser_that_is_known_is_slowed_by_its_own_tries(tmp_path, opens) -> None:
    """Its seal counts for its name and its password alone, cannot be made up, and does not let anybody guess without end."""
    ledger = opens(str(tmp_path / "one.db"))
    ledger.users.add("Ana", GOOD)
    ledger.users.add("Ben", GOOD)
    known = ledger.users.log_in("Ana", GOOD, "10.0.0.1").known
    assert [fails(ledger, "Ana", "10.0.0.9", known) for _ in range(6)] == [0, 0, 0, 0, 0, 10]
    number, _, seal = known.partition(".")
    forged = ("", ".", number, f"{'0' * 32}.{seal}", f"{number}.{'0' * 64}", "\udfff.\udfff")
    assert [fails(ledger, "Ben", "10.0.0.3", one) for one in forged] == [0, 0, 0, 0, 0, 10]
    assert fails(ledger, "Ben", "10.0.0.3", known) == 10
    for _ in range(5):
        fails(ledger, "Ana", "10.0.0.4")
    ledger.users.change_password("Ana", "another password")
    assert fails(ledger, "Ana", "10.0.0.4", known) == 10


def test_a_clock_that_was_set_back_keeps_nobody_out(tmp_path, opens, clock) -> None:
    """The longest wait stays the longest, whatever the clock has done."""
    ledger = opens(str(tmp_path / "one.db"))
    ledger.users.add("Ana", GOOD)
    for _ in range(5):
        fails(ledger, "Ana", "10.0.0.1")
    clock.now -= timedelta(days=30)
    assert fails(ledger, "Ana", "10.0.0.1") <= 900


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
