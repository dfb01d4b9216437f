"""The brakes on guessing passwords: after some failed logins each further try must wait, longer and longer, and nobody is locked out.

Four counts go on side by side: of a name from one address, of an address, of a name from anywhere, of all names from anywhere. The first is what
guessing meets; its wait doubles up to a quarter of an hour, and is forgotten after a day. The others bound what many addresses can try together,
and their waits are short: whoever floods a name must not keep its owner out for long. A browser that has logged in as a name before (`known`)
is counted by itself, apart from all of them ("device cookies", as OWASP describes them): strangers' tries do not slow it at all.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, delete, func, select

from onrecord.errors import LedgerError
from onrecord.ledger import schema
from onrecord.ledger.moments import written

tries = schema.tries.c


class LoginRefused(LedgerError):
    """A login that was refused. `retry_after`: seconds to wait, 0 where name or password is wrong."""

    def __init__(self, message: str, retry_after: int = 0) -> None:
        super().__init__(message)
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Brake:
    """`free` failures cost nothing; after them each try waits `first` seconds since the last, twice as long each time, at most `longest`.
    Failures are forgotten after `memory`."""

    free: int
    first: int
    longest: int
    memory: timedelta

    def wait(self, failures: int) -> timedelta:
        """How long after the last of so many failures the next try is looked at."""
        over = failures - self.free
        return timedelta(seconds=0 if over < 0 else min(self.longest, self.first * 2 ** min(over, 20)))


PAIR: Final = Brake(5, 10, 900, timedelta(days=1))  # a name from an address: some hundred tries a day
ADDRESS: Final = Brake(20, 5, 60, timedelta(minutes=15))
NAME: Final = Brake(50, 10, 10, timedelta(minutes=15))  # from anywhere: 50 at once, then six a minute
ALL: Final = Brake(200, 1, 1, timedelta(minutes=15))  # from anywhere: 200 at once, then one a second


def counted(connection: Connection, name: str, place: str, now: str, *, known: bool) -> None:
    """Counts one more try; a login that succeeds takes it back (`forgotten`). `place`: an address, or the browser where it is `known`. Raises
    LoginRefused, and counts nothing, where the try comes too soon after others that failed."""
    pair = (PAIR, (tries.name == name, tries.address == place))
    others = ((ADDRESS, (tries.address == place,)), (NAME, (tries.name == name,)), (ALL, ()))
    connection.execute(delete(schema.tries).where(tries.at < _shifted(now, -PAIR.memory)))
    waits = [_wait(connection, brake, which, now) for brake, which in ((pair,) if known else (pair, *others))]
    if max(waits) > timedelta():
        seconds = -int(-max(waits).total_seconds() // 1)
        told = f"{-(-seconds // 60)} minutes" if seconds > 60 else f"{seconds} second{'' if seconds == 1 else 's'}"
        raise LoginRefused(f"too many failed logins: try again in {told}", seconds)
    connection.execute(schema.tries.insert().values(name=name, address=place, at=now))


def forgotten(connection: Connection, name: str, place: str) -> None:
    """Takes back what was counted of a name from a place."""
    connection.execute(delete(schema.tries).where(tries.name == name, tries.address == place))


def network(address: str) -> str:
    """What counts as one address: of IPv6 its /64, which one customer has to himself; of IPv4 in IPv6 the IPv4; what is no address as it is.

    >>> network("2001:db8:1:2:3:4:5:6"), network("::ffff:192.0.2.1"), network("desk")
    ('2001:db8:1:2::/64', '192.0.2.1', 'desk')
    """
    try:
        one = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address[:100]
    if isinstance(one, ipaddress.IPv4Address):
        return str(one)
    if one.ipv4_mapped:
        return str(one.ipv4_mapped)
    return str(ipaddress.ip_network((one, 64), strict=False))


def _wait(connection: Connection, brake: Brake, which: tuple[ColumnElement[bool], ...], now: str) -> timedelta:
    """How long from now until a brake lets go; not above zero where it does."""
    since = tries.at >= _shifted(now, -brake.memory)
    number, last = connection.execute(select(func.count(), func.max(tries.at)).where(since, *which)).one()
    if not last:
        return timedelta()
    # a clock that was set back must not make anybody wait for it
    return min(brake.wait(number), _moment(last) + brake.wait(number) - _moment(now))


def _moment(told: str) -> datetime:
    return datetime.fromisoformat(told)


def _shifted(told: str, by: timedelta) -> str:
    return written(_moment(told) + by)
