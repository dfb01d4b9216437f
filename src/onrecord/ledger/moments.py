"""Moments as a ledger writes them: ISO 8601 in UTC to the microsecond, so that they sort as text."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from onrecord.errors import LedgerError


def moment(told: str | None) -> str | None:
    """The moment in UTC; of a day alone its end. Without a zone it is UTC. Raises LedgerError for what is none.

    >>> moment("2026-03-02"), moment("2026-03-02T10:00+02:00")
    ('2026-03-02T23:59:59.999999Z', '2026-03-02T08:00:00.000000Z')
    """
    if told is None:
        return None
    try:
        if len(told) == 10:
            return written(datetime.combine(date.fromisoformat(told), time.max, UTC))
        found = datetime.fromisoformat(told)
        return written(found if found.tzinfo else found.replace(tzinfo=UTC))
    except ValueError as error:
        raise LedgerError(
            f"{told!r} is no moment: write it as ISO 8601, 2026-03-02 or 2026-03-02T10:59+02:00"
        ) from error


def day(told: str | None) -> str | None:
    """The day of a day or moment. Raises LedgerError for what is neither.

    >>> day("2026-03-02T10:00+02:00")
    '2026-03-02'
    """
    moment(told)
    return told and told[:10]


def written(found: datetime) -> str:
    """A moment as a ledger writes it."""
    return found.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
