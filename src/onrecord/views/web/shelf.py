"""Stories compared, kept until what they are made of changes. Comparing is the dear step of a page; everything else is asked anew.

A comparison is known by its reports, the records that stand for them, and the judgements on them: after a correction one story is
compared again, not all.
"""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from sqlalchemy import func, select

from onrecord.ledger import schema
from onrecord.ledger.judgements import VALUE
from onrecord.ledger.reviewed import Reviewed
from onrecord.stories.compare import compare
from onrecord.values.record import Record
from onrecord.values.story import Story as Comparison
from onrecord.views.present.discrepancy import Discrepancies, discrepancies
from onrecord.views.web.correct import spoken

if TYPE_CHECKING:
    from onrecord.keeping.ledger import Ledger
    from onrecord.ledger.found import Story

KEPT: Final = 256  # comparisons, pictures and lists; the largest comparison (200 reports) is a few megabytes
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Told:
    """A story of the ledger with its comparison and its page; `records` by report id, keyed as the comparison is; `reviewed` those reports
    that have corrections, whose paths lead into the record as it was read."""

    found: Story
    story: Comparison
    page: Discrepancies
    records: dict[str, Record]
    reviewed: dict[str, Reviewed]
    mark: str

    def path(self, report: str, shown: str) -> str:
        """The path by which what stands at `shown` in a report's record is judged."""
        return self.reviewed[report].path(shown) if report in self.reviewed else shown


class Shelf:
    """The ledger as pages look at it. May be asked from several threads."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()
        self._making: dict[Hashable, Lock] = {}

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under the key, made where it is not there; asked at once by several, it is made once."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast("T", self._kept[key])
            making = self._making.setdefault(key, Lock())
        with making:
            with self._lock:
                if key in self._kept:
                    return cast("T", self._kept[key])
            try:
                made = make()
            finally:
                with self._lock:
                    self._making.pop(key, None)
            with self._lock:
                self._kept[key] = made
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            return made

    def state(self) -> str:
        """A fingerprint of all that the ledger holds: another after anything was added, judged or grouped."""
        articles, records, judged = schema.articles.c, schema.records.c, schema.judgements.c
        asked = select(
            *(
                select(part).scalar_subquery()
                for part in (
                    func.count(articles.id), func.max(articles.added_at), func.max(articles.superseded_at), func.count(records.id),
                    func.max(records.added_at), func.max(records.superseded_at), func.count(judged.id), func.max(judged.made_at), func.count(schema.groups.c.report),
                )
            )
        )  # fmt: skip
        with self.ledger.reading() as connection:
            return _digest(list(connection.execute(asked).one()))

    def stories(self) -> list[Story]:
        """Every story, the newest first."""

        def newest() -> list[Story]:
            every = self.ledger.stories()
            return sorted(
                every, key=lambda one: (one.days[1] or "", one.origins, len(one.reports), one.id), reverse=True
            )

        return self.kept(("stories", self.state()), newest)

    def told(self, id: str) -> Told:
        """The story of this id (or of this report), compared. Raises LedgerError for none."""
        return self.of(self.ledger.story(id))

    def of(self, found: Story) -> Told:
        """A story that was found, compared."""
        mark = self._mark(found)
        return self.kept(("told", mark), lambda: self._told(found, mark))

    def _told(self, found: Story, mark: str) -> Told:
        every = self.ledger.records(found)
        records = {
            report.id: replace(record, article=replace(record.article, key=report.id))
            for record, report in zip(every, found.reports, strict=True)
        }
        story = compare(records.values())
        judged = {
            report for one in found.judgements if one.kind == VALUE for report in one.reports if report in records
        }
        reviewed = {report: self.ledger.reviewed(report) for report in sorted(judged)}
        return Told(found, story, discrepancies(spoken(story, records, reviewed)), records, reviewed, mark)

    def _mark(self, found: Story) -> str:
        ids = [one.id for one in found.reports]
        records = schema.records.c
        known: list[str] = []
        with self.ledger.reading() as connection:
            for first in range(0, len(ids), 500):
                asked = select(records.id).where(
                    records.report.in_(ids[first : first + 500]), records.superseded_at.is_(None)
                )
                known += connection.scalars(asked)
        judged = [(one.id, one.undone_by) for one in found.judgements]
        return _digest([found.id, sorted((one.id, one.origin) for one in found.reports), sorted(known), judged])


def _digest(told: Any) -> str:
    return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()[:24]
