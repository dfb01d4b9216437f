"""An open ledger: the store, with reading and grouping.

    with Ledger("news.db", clock=now, settings=settings) as ledger:
        ledger.add(articles)
        ledger.stories()

No method looks at a clock of its own: the edge (`api`) gives one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, select

from onrecord.keeping.given import Given, article_in, article_of
from onrecord.keeping.signature import signature
from onrecord.ledger import look, schema
from onrecord.ledger.groups import WHOLE, partition, pending, settle_some, settled
from onrecord.ledger.identity import report_id
from onrecord.ledger.store import Base, Store
from onrecord.ledger.writing import Added, put
from onrecord.pipeline import read_article
from onrecord.settings import Settings
from onrecord.stories.compare import compare
from onrecord.stories.group import group
from onrecord.values.article import Article
from onrecord.values.record import Record
from onrecord.values.story import Story as Comparison

Read = Callable[[Article, Settings], Record]


class Ledger(Store):
    """A ledger that articles can be added to. `whole`: up to so many reports are grouped all at once."""

    def __init__(
        self,
        target: str | Path,
        *,
        clock: Callable[[], str],
        settings: Settings,
        create: bool = True,
        whole: int = WHOLE,
        read: Read = read_article,
    ) -> None:
        super().__init__(target, clock=clock, create=create)
        self.settings, self.whole, self.read = settings, whole, read

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, articles: Iterable[Given | Record], *, again: bool = False) -> list[Added]:
        """Reads, keeps and groups the articles; what became of each, in their order. As for `adding`."""
        added = list(self.adding(articles, again=again))
        self.settle()
        return added

    def adding(self, articles: Iterable[Given | Record], *, again: bool = False) -> Iterator[Added]:
        """Reads and keeps the articles, one transaction each; tells what became of each as soon as it is safe. `settle` groups them.

        A `Record` is kept as it was read, with the article that it tells of. An article that is there is passed over unread (`again`: it is read anew, and the newer record takes the older one's place). May be
        stopped anywhere and begun anew: nothing is lost and nothing is there twice.
        """
        for given in articles:
            article = article_in(given) if isinstance(given, Record) else article_of(given)
            report = report_id(article)
            if not again and self.has(report):
                yield Added(report, "there")
                continue
            record = given if isinstance(given, Record) else self.read(article, self.settings)
            known = signature(article)
            with self.writing(repeatable=True) as connection:
                added = put(connection, article, record, known, self.clock())
            yield added

    def has(self, report: str) -> bool:
        """Whether the report of this id is there."""
        with self.reading() as connection:
            return connection.scalar(select(schema.articles.c.id).where(schema.articles.c.id == report)) is not None

    def settle(self, told: Callable[[int, int], object] = lambda done, of: None) -> int:
        """Groups what was added since; gives how many reports were new to the grouping. Each step is a transaction of its own."""
        with self.reading() as connection:
            if settled(connection, self.whole):
                return 0
            of = len(pending(connection))
        done = 0
        while True:
            told(done, of)
            with self.writing(repeatable=True) as connection:
                if settled(connection, self.whole):
                    return done
                done += settle_some(connection, group, self.whole)

    def compare(self, story: str, *, as_of: str | None = None) -> Comparison:
        """What the story's accounts agree on, where they differ, and who says which (`stories.compare`). Reports go by their ids here."""
        chosen = self.story(story, as_of=as_of)
        records = self.records(chosen, as_of=as_of)
        known = zip(records, chosen.reports, strict=True)
        return compare(replace(record, article=replace(record.article, key=report.id)) for record, report in known)

    def base(self, connection: Connection, as_of: str | None) -> Base:
        """Report -> (story, origin). Where nobody has settled what was added, and for moments past, it is made anew, and not kept."""
        standing = select(schema.articles.c.id).where(look.standing(as_of))
        reports = list(connection.scalars(standing))
        stored = super().base(connection, None)
        if settled(connection, self.whole) and stored.keys() == set(reports):
            return stored
        return {one.report: (one.story, one.origin) for one in partition(connection, reports, group, self.whole)}
