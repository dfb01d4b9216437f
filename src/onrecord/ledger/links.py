"""Which reports may tell of one happening: links, made once when a report comes in, from the two reports alone.

Each report brings a signature: its telling words and names with weights (the cosine's own numbers, in thousandths), and a sample of its runs
of words. Two reports are linked where the weights that they share come to `NEAR` within `FAR` days, or where reports of two outlets share
`COPIED` sampled runs. A link looks at nothing but the two, so the links of a ledger do not depend on the order in which reports came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import Connection, and_, func, or_, select

from onrecord.ledger import schema

NEAR = 200_000  # millionths of the summed cosines of words and names: on news_cluster and basil_dev .94 of what grouping all at once joins
FAR = 90  # days
COPIED = 2  # of the sampled runs

cues, runs, links, articles = schema.cues.c, schema.runs.c, schema.links.c, schema.articles.c


@dataclass(frozen=True, slots=True)
class Signature:
    """`cues`: word -> weight in thousandths; `runs`: sampled hashes of runs of words."""

    cues: Mapping[int, int] = field(default_factory=dict)
    runs: tuple[int, ...] = ()


def write_links(connection: Connection, report: str, signature: Signature) -> None:
    """Stores a report's signature and its links to all that stand in the ledger."""
    if signature.cues:
        rows = [{"cue": cue, "report": report, "weight": weight} for cue, weight in sorted(signature.cues.items())]
        connection.execute(schema.cues.insert(), rows)
    if signature.runs:
        connection.execute(
            schema.runs.insert(), [{"run": run, "report": report} for run in sorted(set(signature.runs))]
        )
    found = _alike(connection, report, signature.cues) | _copied(connection, report, signature.runs)
    rows = [
        {"first": min(report, other), "second": max(report, other), "weight": weight}
        for other, weight in sorted(found.items())
    ]
    if rows:
        connection.execute(schema.links.insert(), rows)


def _alike(connection: Connection, report: str, known: Iterable[int]) -> dict[str, int]:
    """The reports that share enough words and names, with the weight that they share. `known`: the report's own cues, by which rows are found."""
    own, other = schema.cues.alias("own"), schema.cues.alias("other")
    day = connection.scalar(select(articles.day).where(articles.id == report))
    weight = func.sum(own.c.weight * other.c.weight).label("weight")
    near = (
        select(other.c.report, weight)
        .join_from(own, other, and_(own.c.cue == other.c.cue, other.c.report != report))
        .where(own.c.report == report, own.c.cue.in_(sorted(known)))
        .group_by(other.c.report)
        .having(weight >= NEAR)
        .subquery()
    )
    query = select(near.c.report, near.c.weight, articles.day).join(schema.articles, articles.id == near.c.report)
    window = _window(day)
    return {
        other: int(total)
        for other, total, then in connection.execute(query)
        if window is None or then is None or window[0] <= then <= window[1]
    }


def _window(day: str | None) -> tuple[str, str] | None:
    try:
        middle = date.fromisoformat(day or "")
        return (middle - timedelta(FAR)).isoformat(), (middle + timedelta(FAR)).isoformat()
    except (ValueError, OverflowError):
        return None


def _copied(connection: Connection, report: str, own: Iterable[int]) -> dict[str, int]:
    """The reports of other outlets that share enough sampled runs."""
    outlet = connection.scalar(select(articles.outlet).where(articles.id == report))
    near = (
        select(runs.report)
        .where(runs.run.in_(sorted(set(own))), runs.report != report)
        .group_by(runs.report)
        .having(func.count() >= COPIED)
        .subquery()
    )
    query = select(near.c.report).join(schema.articles, articles.id == near.c.report)
    elsewhere = or_(articles.outlet.is_(None), articles.outlet != (outlet or ""))
    return dict.fromkeys(connection.scalars(query.where(elsewhere)), NEAR)


def components(connection: Connection, reports: Iterable[str]) -> list[list[str]]:
    """The reports, parted into the sets that links hold together, each sorted, in the order of their least."""
    parent = {one: one for one in reports}

    def root(one: str) -> str:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for some in in_hundreds(sorted(parent)):
        for first, second in connection.execute(select(links.first, links.second).where(links.first.in_(some))):
            if second in parent:
                a, b = root(first), root(second)
                parent[max(a, b)] = min(a, b)
    parts: dict[str, list[str]] = {}
    for one in sorted(parent):
        parts.setdefault(root(one), []).append(one)
    return [parts[one] for one in sorted(parts)]


def closure(connection: Connection, seeds: Iterable[str]) -> set[str]:
    """The seeds, and every standing report that links join to them, directly or by others."""
    found = set(seeds)
    edge = sorted(found)
    while edge:
        near: set[str] = set()
        for some in in_hundreds(edge):
            for one, other in ((links.first, links.second), (links.second, links.first)):
                query = select(other).join(schema.articles, articles.id == other)
                near.update(connection.scalars(query.where(one.in_(some), articles.superseded_at.is_(None)).distinct()))
        edge = sorted(near - found)
        found |= near
    return found


def in_hundreds(ids: list[str]) -> Iterable[list[str]]:
    """The ids, a few hundred at a time: a statement takes only so many."""
    return (ids[i : i + 400] for i in range(0, len(ids), 400))
