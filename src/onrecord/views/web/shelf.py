"""Stories compared, kept until what they are made of changes. Comparing is the dear step of a page; everything else is asked anew.

A comparison is known by its reports, the records that stand for them, and the judgements on them: after a correction one story is
compared again, not all. What is made of the whole ledger (its stories, sources, meetings, pictures) goes when the ledger changes. All that is kept
is bounded in number and in memory (`Bounded`): what was asked for longest ago goes first.
"""

from __future__ import annotations

import hashlib
import json
from collections import deque
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
from onrecord.views.web.bounded import Bounded, memory
from onrecord.views.web.correct import spoken

if TYPE_CHECKING:
    from onrecord.keeping.ledger import Ledger
    from onrecord.ledger.found import Story

KEPT: Final = 256  # comparisons, pictures and lists
BYTES: Final = 192 * 1024 * 1024  # of them together; the comparison of 200 reports is some tens of megabytes
PAST: Final = 64  # states of the ledger that are known to be over: an answer may be under way that began in one of them
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
        self._kept = Bounded(KEPT, BYTES)
        self._lock = Lock()
        self._making: dict[Hashable, Lock] = {}
        self._now, self._past = "", deque[str](maxlen=PAST)
        self._asked = self._since = (
            0  # looks at the state that have begun, and how many had when it was last found another
        )

    def kept(self, key: Hashable, make: Callable[[], T], size: Callable[[T], int] = memory) -> T:
        """What is kept under the key, made where it is not there; asked at once by several, it is made once. `size`: the bytes of what was made."""
        with self._lock:
            if (held := self._kept.get(key)) is not None:
                return cast("T", held)
            making = self._making.setdefault(key, Lock())
        with making:
            with self._lock:
                if (held := self._kept.get(key)) is not None:
                    return cast("T", held)
            try:
                made = make()
                held = size(made)
            finally:
                with self._lock:
                    self._making.pop(key, None)
            with self._lock:
                if not self._is_past(key):
                    self._kept.put(key, made, held)
            return made

    def size_of(self, told: Told) -> int:
        """The bytes of a comparison as they were counted when it was made, 0 where it is kept no more."""
        with self._lock:
            return self._kept.size_of(("told", told.mark))

    def _is_past(self, key: Hashable) -> bool:
        """Whether it was made of the whole ledger as it is no more."""
        return isinstance(key, tuple) and any(isinstance(part, str) and part in self._past for part in key)

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
        with self._lock:
            self._asked += 1
            begun = self._asked
        with self.ledger.reading() as connection:
            found = _digest(list(connection.execute(asked).one()))
        with self._lock:
            if found != self._now and begun > self._since:
                self._changed(found)
        return found

    def _changed(self, found: str) -> None:
        """Lets go what was made of the whole ledger before. A look that began before another saw the change does not count: it may be of before."""
        if found in self._past:
            self._past.remove(found)
        self._past.append(self._now)
        self._now, self._since = found, self._asked
        self._kept.forget(self._is_past)

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
