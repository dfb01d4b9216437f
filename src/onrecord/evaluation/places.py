"""Toponyms, and what they resolve to, against GeoNames gold.

`recognition`: equal spans ("the " before and "'s" behind left out, on both sides); `acc@161`: of the gold toponyms with coordinates that were
found, the share at the right place: the same GeoNames id, or both the same country, or at most 161 km (100 miles) apart;
`end to end`: P, R and F1 where right means span and place.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING, Any

from onrecord.evaluation.tally import Table, Tally, percent
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.evaluation.gold import Document
    from onrecord.values.record import Record

NEAR = 161.0
EARTH = 6371.0  # km


@dataclass(frozen=True, slots=True)
class Toponym:
    geonames: str | None
    lat: float | None
    lon: float | None
    country: str | None
    level: str | None


def score(pairs: Iterable[tuple[Document, Record]]) -> Table:
    """P, R and F1 of toponyms, and how many stand where they are."""
    recognised, whole = Tally(), Tally()
    asked = near = 0
    for document, record in pairs:
        gold, found = _gold(document), _found(document.text, record)
        recognised.add(len(gold), len(found), len(gold.keys() & found.keys()))
        located = [
            (g, found[span]) for span, g in gold.items() if g.lat is not None and g.lon is not None and span in found
        ]
        right = sum(same_place(g, f) for g, f in located)
        whole.add(len(gold), len(found), right)
        asked, near = asked + len(located), near + right
    return {
        "recognition of places": recognised.row(),
        "acc@161 of places found": {"%": percent(near, asked), "gold": asked},
        "end to end of places": whole.row(),
    }


def same_place(gold: Toponym, found: Toponym) -> bool:
    """Whether both are one place: ids and countries first, since the middle of a large country is a matter of taste."""
    if gold.geonames and gold.geonames == found.geonames:
        return True
    if gold.country and gold.level == found.level == "country" and gold.country == found.country:
        return True
    return apart(gold, found) <= NEAR


def apart(a: Toponym, b: Toponym) -> float:
    """Great-circle distance in km; infinite where either has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return float("inf")
    lat1, lon1, lat2, lon2 = map(radians, (a.lat, a.lon, b.lat, b.lon))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


def _gold(document: Document) -> dict[Span, Toponym]:
    told: dict[Span, Toponym] = {}
    for one in document.gold["places"]:
        told.setdefault(
            _bare(document.text, Span(one["start"], one["end"])),
            Toponym(_id(one.get("geonames")), one.get("lat"), one.get("lon"), one.get("country"), one.get("level")),
        )
    return told


def _found(text: str, record: Record) -> dict[Span, Toponym]:
    told: dict[Span, Toponym] = {}
    for place in record.places:
        for mention in place.mentions:
            told.setdefault(
                _bare(text, Span(mention.start, mention.end)),
                Toponym(_id(place.geonames), place.lat, place.lon, place.country, place.precision),
            )
    return told


def _id(told: Any) -> str | None:
    return str(told) if told else None


def _bare(text: str, span: Span) -> Span:
    start, end = span.trimmed(text)
    words = text[start:end]
    if words[:4].lower() == "the ":
        start += 4
    if words[-2:] in ("'s", "’s"):
        end -= 2
    return Span(start, max(start, end))
