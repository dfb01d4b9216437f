"""Toponyms with their kinds, resolved to GeoNames: one place per entry of the gazetteer, with all its mentions.

In: `Page`, `Syntax`, `Names`, and `Findings` where there are any. Out: `Places`. Sights are collected (`toponyms.sights`), judged
(`toponyms.judgement`), typed (`toponyms.kinds`), put together by name (`toponyms.groups`) and resolved (`toponyms.resolution`). A name
that the gazetteer lacks, or whose place is too doubtful, stays as a place with nulls; it never costs another its place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.knowledge.confidence import calibrated
from onrecord.knowledge.gazetteer.weights import weights
from onrecord.learned.findings import Findings
from onrecord.reading.toponyms.groups import groups
from onrecord.reading.toponyms.judgement import judge
from onrecord.reading.toponyms.kinds import kind
from onrecord.reading.toponyms.proposals import opinion
from onrecord.reading.toponyms.resolution import NOWHERE, Resolved, resolve
from onrecord.reading.toponyms.sights import pieces, sights
from onrecord.reading.toponyms.signs import Document
from onrecord.reading.toponyms.surroundings import home
from onrecord.values.layers import Names, Page, Places, Reading, Syntax
from onrecord.values.record import Place, PlaceMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.reading.toponyms.judgement import Judged
    from onrecord.settings import Settings


def places(reading: Reading, settings: Settings) -> Places:
    """Every place that the reporting names, in the order of first mention (ids pl1, pl2 …)."""
    text, syntax, names, page = reading.text, reading[Syntax], reading[Names].items, reading[Page]
    parts = pieces(syntax)
    found = sights(text, syntax, names, parts)
    proposed = reading[Findings].toponyms if Findings in reading else ()
    document = Document(text, syntax, names, parts, found)
    at_home = home(reading.article.outlet or (page.outlet.name if page.outlet else None))
    judged = judge(document, at_home, opinion(text, proposed))
    resolved = resolve(groups(judged, parts, text), at_home)
    made = _places(document, judged, resolved)
    if settings.calibrated:
        made = [
            replace(p, confidence=calibrated("place", p.found_by, p.confidence)) if p.precision else p for p in made
        ]
    return Places(tuple(p for p in made if p.confidence >= settings.min_confidence))


def _places(document: Document, judged: Sequence[Judged], resolved: Sequence[Resolved]) -> list[Place]:
    """One place per entry, or per name where there is none."""
    held: dict[tuple[str, object], list[Resolved]] = {}
    for one in resolved:
        known = one.entry is not None and one.confidence >= weights().told
        row = one.entry.row if one.entry and one.entry.row != NOWHERE else one.group.key
        held.setdefault(("row", row) if known else ("name", one.group.key), []).append(one)
    made = []
    for i, ((how, _), several) in enumerate(
        sorted(held.items(), key=lambda h: min(one.group.members[0] for one in h[1]))
    ):
        members = sorted(m for one in several for m in one.group.members)
        mentions = tuple(
            PlaceMention(judged[m].sight.start, judged[m].sight.end, kind(document, judged[m].sight)) for m in members
        )
        made.append(
            _place(f"pl{i + 1}", several, mentions) if how == "row" else _unknown(f"pl{i + 1}", several, mentions)
        )
    return made


def _place(id: str, several: Sequence[Resolved], mentions: tuple[PlaceMention, ...]) -> Place:
    best = max(several, key=lambda one: one.confidence)
    entry = best.entry
    if entry is None:
        return _unknown(id, several, mentions)
    return Place(
        id,
        entry.name,
        entry.geonames,
        entry.country,
        entry.name if entry.precision == "admin1" and entry.row != NOWHERE else entry.admin1,
        round(entry.lat, 5),
        round(entry.lon, 5),
        entry.precision,
        best.confidence,
        mentions,
        found_by=f"toponyms/{best.group.how}",
    )


def _unknown(id: str, several: Sequence[Resolved], mentions: tuple[PlaceMention, ...]) -> Place:
    first = several[0]
    return Place(
        id, first.group.text, confidence=0.0, mentions=mentions, found_by=f"toponyms/{first.group.how} (unresolved)"
    )
