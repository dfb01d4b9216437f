"""ISO 8601 moments in the ways that tables write them."""

from __future__ import annotations

from datetime import UTC, datetime


def parsed(value: str | None) -> datetime | None:
    """The moment of an ISO date or datetime, in UTC where it names its zone, else as it stands; None where it tells no day that UTC has."""
    try:
        moment = datetime.fromisoformat(value or "")
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):  # a zone may lead before the year 1 or after 9999
        return None


def stamp(value: str | None) -> str | None:
    """YYYYMMDDHHMMSS, or None where it tells no day."""
    moment = parsed(value)
    return f"{moment:%Y%m%d%H%M%S}" if moment else None


def numbered_day(day: str) -> str:
    """YYYYMMDD of an ISO day."""
    return day.replace("-", "")


def span_in_days(first: str, last: str) -> int | None:
    """How many days lie between the two ISO days; None where one is no day."""
    one, other = parsed(first), parsed(last)
    return (other - one).days if one and other else None
