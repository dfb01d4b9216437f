"""Who may correct: names with passwords, sessions that end by themselves, and a brake on guessing. All of it is in the ledger.

Passwords are kept as scrypt (RFC 7914) hashes with a salt of their own; 2^15, 8, 3 are the parameters that OWASP's Password Storage Cheat Sheet
names for 32 MiB. A session is 256 random bits of which the ledger keeps the SHA-256 alone, so that who reads a backup can log in with nothing.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, delete, select, update

from onrecord.errors import LedgerError
from onrecord.ledger import brakes, schema
from onrecord.ledger.brakes import LoginRefused
from onrecord.ledger.identity import plain
from onrecord.ledger.moments import written
from onrecord.ledger.opened import Opened

SHORTEST, LONGEST = 8, 1024  # characters of a password (NIST SP 800-63B: at least 8)
HOURS: Final = 12  # that a session lasts
SCRYPT: Final = (15, 8, 3)  # log2 of N, r, p
NOBODY: Final = (
    "scrypt$15$8$3$AAAAAAAAAAAAAAAAAAAAAA==$" + "A" * 43 + "="
)  # what an unknown name's password is held against

__all__ = ["Login", "LoginRefused", "Session", "User", "Users", "hashed", "is_password"]

users, sessions = schema.users.c, schema.sessions.c


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may log in. Moments are ISO 8601 in UTC."""

    name: str
    added_at: str
    last_login: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody logged in. `csrf` is what a form of this session must bring along."""

    user: str
    csrf: str
    made_at: str
    expires_at: str


@dataclass(frozen=True, slots=True)
class Login:
    """A session that has just begun, and the token that names it: it is told once and kept nowhere. `known` is for the browser to keep: who
    brings it along next time is not slowed by what strangers tried with this name. It logs nobody in, and a new password ends it."""

    token: str
    session: Session
    known: str


class Users:
    """The users of a ledger and their sessions."""

    def __init__(self, ledger: Opened) -> None:
        self._ledger = ledger

    def add(self, name: str, password: str) -> User:
        """A new user. Raises LedgerError where the name is taken or empty, or the password too short or too long."""
        known, at = _name(name), self._ledger.clock()
        kept = hashed(_password(password))
        with self._ledger.writing() as connection:
            if _kept(connection, known) is not None:
                raise LedgerError(f"there is a user {known!r} already: give another name, or remove that one first")
            connection.execute(schema.users.insert().values(name=known, password=kept, added_at=at))
        return User(known, at)

    def change_password(self, name: str, password: str) -> None:
        """Another password; the user's sessions end."""
        kept = hashed(_password(password))
        with self._ledger.writing() as connection:
            known = _known(connection, name)
            connection.execute(update(schema.users).where(users.name == known).values(password=kept))
            connection.execute(delete(schema.sessions).where(sessions.user == known))

    def remove(self, name: str) -> None:
        """The user can log in no more; what they judged stays, with their name. Raises LedgerError where there is none."""
        with self._ledger.writing() as connection:
            known = _known(connection, name)
            connection.execute(delete(schema.sessions).where(sessions.user == known))
            connection.execute(delete(schema.users).where(users.name == known))

    def list(self) -> list[User]:
        """Every user, by name."""
        with self._ledger.reading() as connection:
            query = select(users.name, users.added_at, users.last_login).order_by(users.name)
            return [User(*row) for row in connection.execute(query)]

    def any(self) -> bool:
        """Whether there is a user at all."""
        with self._ledger.reading() as connection:
            return connection.scalar(select(users.name).limit(1)) is not None

    def verify(self, name: str, password: str) -> bool:
        """Whether this is the user's password. It takes as long for a name that there is not. Counts no failures: see `log_in`."""
        kept = self._password_of(plain(name.strip()))
        return is_password(password, kept or NOBODY) and kept is not None

    def _password_of(self, name: str) -> str | None:
        with self._ledger.reading() as connection:
            return _kept(connection, name)

    # ------------------------------------------------------------------ sessions

    def log_in(self, name: str, password: str, address: str = "", known: str = "") -> Login:
        """Begins a session. `address` is where the login comes from; `known` what an earlier `Login` told this browser. Raises LoginRefused for
        a wrong name or password (which of them it is is not said), and for a try too soon after failed ones, with the seconds to wait."""
        told, now = plain(name.strip())[:200], self._ledger.clock()
        kept = self._password_of(told)
        browser = _browser(known, kept) if kept else ""
        place = browser or brakes.network(address)
        with self._ledger.writing() as connection:  # before the password is looked at: tries side by side count, too
            brakes.counted(connection, told, place, now, known=bool(browser))
        if not is_password(password, kept or NOBODY) or kept is None:
            raise LoginRefused("name or password is wrong")
        token, end = secrets.token_urlsafe(32), _shifted(now, timedelta(hours=HOURS))
        with self._ledger.writing() as connection:
            brakes.forgotten(connection, told, place)
            connection.execute(delete(schema.sessions).where(sessions.expires_at <= now))
            connection.execute(update(schema.users).where(users.name == told).values(last_login=now))
            row = {"token": _digest(token), "user": told, "made_at": now, "expires_at": end}
            connection.execute(schema.sessions.insert().values(**row))
        return Login(token, Session(told, _csrf(token), now, end), _made_known(kept))

    def session(self, token: str) -> Session | None:
        """The session that a token names; None where there is none, or it has ended."""
        with self._ledger.reading() as connection:
            row = connection.execute(
                select(sessions.user, sessions.made_at, sessions.expires_at).where(sessions.token == _digest(token))
            ).first()
        if row is None or row[2] <= self._ledger.clock():
            return None
        return Session(str(row[0]), _csrf(token), str(row[1]), str(row[2]))

    def log_out(self, token: str) -> None:
        """Ends a session, if there is one."""
        with self._ledger.writing() as connection:
            connection.execute(delete(schema.sessions).where(sessions.token == _digest(token)))

    def end_sessions(self, name: str) -> int:
        """Ends every session of a user; gives how many there were."""
        with self._ledger.writing() as connection:
            known = _known(connection, name)
            return int(connection.execute(delete(schema.sessions).where(sessions.user == known)).rowcount)


# ------------------------------------------------------------------ names, passwords, moments


def hashed(password: str) -> str:
    """A password as it is kept: `scrypt$15$8$3$SALT$HASH`, the last two in base64."""
    salt = secrets.token_bytes(16)
    return "$".join(("scrypt", *map(str, SCRYPT), _base64(salt), _base64(_scrypt(password, salt, SCRYPT))))


def is_password(password: str, kept: str) -> bool:
    """Whether a password is the one that is kept, in time that does not tell how much of it is right."""
    _, log, r, p, salt, known = kept.split("$")
    if len(password) > LONGEST:
        return False
    made = _scrypt(password, base64.b64decode(salt), (int(log), int(r), int(p)))
    return hmac.compare_digest(made, base64.b64decode(known))


def _scrypt(password: str, salt: bytes, cost: tuple[int, int, int]) -> bytes:
    words = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
    log, r, p = cost
    return hashlib.scrypt(words, salt=salt, n=2**log, r=r, p=p, maxmem=2 ** (log + 8) * r, dklen=32)


def _name(name: str) -> str:
    known = name.strip()
    if not known or len(known) > 100 or known != plain(known) or "\n" in known:
        raise LedgerError("a user needs a name of 1 to 100 characters on one line: onrecord user add NAME")
    return known


def _password(password: str) -> str:
    if not SHORTEST <= len(password) <= LONGEST:
        raise LedgerError(f"a password has {SHORTEST} to {LONGEST} characters: give a longer one")
    return password


def _kept(connection: Connection, name: str) -> str | None:
    return connection.scalar(select(users.password).where(users.name == name))


def _known(connection: Connection, name: str) -> str:
    known = name.strip()
    if _kept(connection, known) is None:
        raise LedgerError(f"there is no user {known!r}: `onrecord user list` shows who there is")
    return known


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _made_known(kept: str) -> str:
    """What tells a browser again: a number of its own, and a seal that only who has the ledger can make."""
    number = secrets.token_hex(16)
    return f"{number}.{_seal(number, kept)}"


def _browser(known: str, kept: str) -> str:
    """What a browser's tries are counted under; "" where what it brings was not sealed here, or before the password was changed."""
    number, _, seal = known.partition(".")
    right = _seal(number, kept)
    return f"browser {number}" if hmac.compare_digest(seal.encode("utf-8", "replace"), right.encode()) else ""


def _seal(number: str, kept: str) -> str:
    words = b"onrecord browser " + number.encode("utf-8", "replace")
    return hmac.new(kept.encode("utf-8", "surrogatepass"), words, "sha256").hexdigest()


def _csrf(token: str) -> str:
    return hmac.new(token.encode("utf-8", "surrogatepass"), b"onrecord form", "sha256").hexdigest()


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _moment(told: str) -> datetime:
    return datetime.fromisoformat(told)


def _shifted(told: str, by: timedelta) -> str:
    return written(_moment(told) + by)
