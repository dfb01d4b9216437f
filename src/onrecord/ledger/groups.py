"""Which reports tell of one story: the base on which judgements stand. Computed from what stands in the ledger, never from the order in
which it came, so that it may be thrown away and made anew.

Up to `WHOLE` reports the grouping looks at all of them at once, and is what `onrecord group` gives for the same articles. Beyond, it goes
block by block: a block is what links hold together, and only the blocks that new reports touch are grouped again. There it can differ from
grouping all at once: a pair that is not linked is never joined, and how rare a word is is counted inside the block.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, delete, func, select

from onrecord.ledger import schema
from onrecord.ledger.identity import article_of
from onrecord.ledger.links import closure, components, in_hundreds
from onrecord.values.article import Article
from onrecord.values.story import Story

WHOLE = 1000
CHUNK = 200  # new reports whose blocks one transaction groups
ALL = ""  # the block of a ledger that is grouped whole

articles, groups = schema.articles.c, schema.groups.c
Grouper = Callable[[list[Article]], Sequence[Story]]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a report stands: its story, and the report that stands for its text."""

    report: str
    story: str
    origin: str
    block: str


def standing(connection: Connection) -> int:
    """How many reports stand now (no newer version has taken their place)."""
    return int(connection.scalar(select(func.count()).where(articles.superseded_at.is_(None))) or 0)


def pending(connection: Connection, limit: int | None = None) -> list[str]:
    """The standing reports that are not grouped yet, by day and id."""
    query = (
        select(articles.id)
        .outerjoin(schema.groups, groups.report == articles.id)
        .where(articles.superseded_at.is_(None), groups.report.is_(None))
        .order_by(func.coalesce(articles.day, "9999"), articles.id)
        .limit(limit)
    )
    return list(connection.scalars(query))


def settled(connection: Connection, whole: int = WHOLE) -> bool:
    """Whether every standing report is grouped, in the manner that this many are grouped."""
    if pending(connection, 1):
        return False
    other = groups.block != ALL if standing(connection) <= whole else groups.block == ALL
    return connection.scalar(select(groups.report).where(other).limit(1)) is None


def settle_some(connection: Connection, grouper: Grouper, whole: int = WHOLE) -> int:
    """Groups the next reports (all, in a small ledger); gives how many were new to it. The transaction is the caller's."""
    if standing(connection) <= whole:
        new = pending(connection)
        everyone = list(connection.scalars(select(articles.id).where(articles.superseded_at.is_(None))))
        connection.execute(delete(schema.groups))
        _write(connection, partition(connection, everyone, grouper, whole))
        return len(new)
    connection.execute(delete(schema.groups).where(groups.block == ALL))
    seeds = pending(connection, CHUNK)
    region = closure(connection, seeds)  # whole blocks: no block is grouped twice
    placed = {
        one
        for some in in_hundreds(sorted(region))
        for one in connection.scalars(select(groups.report).where(groups.report.in_(some)))
    }
    for some in in_hundreds(sorted(region)):
        connection.execute(delete(schema.groups).where(groups.report.in_(some)))
    for block in components(connection, region):
        _write(connection, _placed(connection, block, grouper, block[0]))
    return len(region - placed)


def partition(connection: Connection, reports: list[str], grouper: Grouper, whole: int = WHOLE) -> list[Placed]:
    """The stories of any set of reports, as settling gives them for a ledger that holds just these. What was asked last of a database is
    remembered: while reports are added that nobody has settled yet, every look at the ledger asks for the same, and it is dear."""
    asked = (frozenset(reports), grouper, whole)
    with _remembering:
        last = _last.setdefault(connection.engine, _Last())
    with last.lock:  # who asks for the same meanwhile waits for it
        if last.asked != asked:
            last.placed = _partition(connection, reports, grouper, whole)
            last.asked = asked
        return list(last.placed)


class _Last:
    """The partition of a database that was asked for last."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.asked: tuple[frozenset[str], Grouper, int] | None = None
        self.placed: list[Placed] = []


_last: WeakKeyDictionary[Engine, _Last] = WeakKeyDictionary()  # goes with its database
_remembering = Lock()


def _partition(connection: Connection, reports: list[str], grouper: Grouper, whole: int) -> list[Placed]:
    if len(reports) <= whole:
        return list(_placed(connection, sorted(reports), grouper, ALL))
    return [one for block in components(connection, reports) for one in _placed(connection, block, grouper, block[0])]


def _placed(connection: Connection, block: list[str], grouper: Grouper, name: str) -> Iterator[Placed]:
    told: dict[str, tuple[Article, str]] = {}
    for some in in_hundreds(block):
        for id, day, article in connection.execute(
            select(articles.id, articles.day, articles.article).where(articles.id.in_(some))
        ):
            told[id] = (replace(article_of(article), key=id), day or "9999")
    for story in grouper([told[id][0] for id in block]):
        oldest = min(story.reports, key=lambda one: (told[one.key][1], one.key)).key
        for one in story.reports:
            yield Placed(one.key, "s" + oldest[1:], one.origin, name)


def _write(connection: Connection, placed: Iterator[Placed] | list[Placed]) -> None:
    rows = [{"report": p.report, "story": p.story, "origin": p.origin, "block": p.block} for p in placed]
    if rows:
        connection.execute(schema.groups.insert(), rows)
