"""Moments as a ledger writes them: ISO 8601 in UTC to the microsecond, so that they sort as text."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from typing import Final

from onrecord.errors import LedgerError

DAY: Final = len("2026-03-02")
SHOWN: Final = 60
_BEGINS: Final = re.compile(r"\d{4}-\d\d-\d\d(?!\d)", re.ASCII)


def moment(told: str | None) -> str | None:
    """The moment in UTC; of a day alone its end. Without a zone it is UTC. Raises LedgerError for what is none.

    >>> moment("2026-03-02"), moment("2026-03-02T10:00+02:00")
    ('2026-03-02T23:59:59.999999Z', '2026-03-02T08:00:00.000000Z')
    """
    if told is None:
        return None
    found = _parsed(told, "moment")
    try:
        if len(told.strip()) == DAY:
            return written(datetime.combine(found.date(), time.max, UTC))
        return written(found if found.tzinfo else found.replace(tzinfo=UTC))
    except OverflowError as error:  # a zone that leads before the year 1 or after 9999
        raise _refused(told, "moment") from error


def day(told: str | None) -> str | None:
    """The day of a day or moment. Raises LedgerError for what is neither.

    >>> day("2026-03-02T10:00+02:00")
    '2026-03-02'
    """
    return None if told is None else _parsed(told, "day").date().isoformat()


def written(found: datetime) -> str:
    """A moment as a ledger writes it."""
    return found.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _parsed(told: str, what: str) -> datetime:
    words = told.strip()
    if not _BEGINS.match(words):
        raise _refused(told, what)
    try:
        return datetime.fromisoformat(words)
    except (ValueError, OverflowError) as error:
        raise _refused(told, what) from error


def _refused(told: str, what: str) -> LedgerError:
    shown = told if len(told) <= SHOWN else told[:SHOWN] + "…"
    return LedgerError(
        f"{shown!r} is no {what} that there is: write it as ISO 8601, 2026-03-02 or 2026-03-02T10:59+02:00"
    )
