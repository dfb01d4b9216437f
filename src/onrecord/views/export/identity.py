"""Stable names: the same record gets the same name on every machine and day, and no two records of one export share one.

A record's name is 24 hexadecimal digits of the SHA-256 of its article's id, key, URL, outlet and publication time, so that one agency text
in two outlets has two names. Where the very same article comes twice in one export, the second gets "-2". A finding's name joins the
record's and its own id.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from onrecord.values.record import Record


class Named(NamedTuple):
    """A record and its name in this export."""

    name: str
    record: Record

    def of(self, id: str) -> str:
        """A finding's name: letters, digits and hyphens alone, so that it can be a file's, a FollowTheMoney entity's or a cell's."""
        return f"onrecord-{self.name}-{id}"

    def urn(self, *parts: str) -> str:
        """The same as a URN, for forms whose ids are IRIs: of the record, or of what is in it."""
        return ":".join(("urn:onrecord", self.name, *parts))


def named(records: Iterable[Record]) -> Iterator[Named]:
    """The records in their order, each with its name."""
    seen: Counter[str] = Counter()
    for record in records:
        name = name_of(record)
        seen[name] += 1
        yield Named(name if seen[name] == 1 else f"{name}-{seen[name]}", record)


def name_of(record: Record) -> str:
    """The name of a record: 24 hexadecimal digits."""
    article = record.article
    outlet = article.outlet.name if article.outlet else ""
    told = (article.id, article.key or "", article.url or "", outlet, article.published.value or "")
    return sha256("\x1f".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def number(name: str) -> int:
    """A whole number for forms whose ids are numbers: 60 bits of the name's SHA-256, so it fits a signed 64-bit column."""
    return int(sha256(name.encode()).hexdigest()[:15], 16)
