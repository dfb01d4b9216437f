"""Where what comes back from a tool is judged: in a ledger, or on records of a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from onrecord.errors import LedgerError
from onrecord.ledger.applying import applied, build
from onrecord.ledger.judgements import Verb
from onrecord.ledger.paths import place
from onrecord.ledger.refusing import prepared, refusal
from onrecord.ledger.reviewed import Reviewed
from onrecord.ledger.rows import record_id
from onrecord.values.record import Record
from onrecord.values.wire import dumps
from onrecord.views.export.identity import name_of

if TYPE_CHECKING:
    from onrecord.keeping.ledger import Ledger

Json = Any


class Desk(Protocol):
    """What can be looked at and judged."""

    def as_sent(self, report: str, record: str) -> Reviewed:
        """The record as it was when the file went out. Raises LedgerError where there is none."""
        ...

    def now(self, report: str) -> Reviewed:
        """The record as it is now."""
        ...

    def together(
        self, report: str, *, author: str, why: str, dated: str | None = None
    ) -> AbstractContextManager[Judging]:
        """Several judgements on one report, kept together."""
        ...


class Judging(Protocol):
    """Judgements that are being made."""

    def judge(self, verb: Verb, path: str, value: Json = None) -> Made:
        """Makes one. Raises LedgerError where it cannot be made."""
        ...


class Made(Protocol):
    """A judgement that was made: its id, and what was put there."""

    @property
    def id(self) -> str: ...
    @property
    def value(self) -> Json: ...


@dataclass(frozen=True, slots=True)
class LedgerDesk:
    """The desk of a ledger."""

    ledger: Ledger

    def as_sent(self, report: str, record: str) -> Reviewed:
        return self.ledger.reviewed_as(record) if record else self.ledger.reviewed(report)

    def now(self, report: str) -> Reviewed:
        return self.ledger.reviewed(report)

    def together(
        self, report: str, *, author: str, why: str, dated: str | None = None
    ) -> AbstractContextManager[Judging]:
        return self.ledger.together(report, author=author, why=why, dated=dated)


@dataclass(frozen=True, slots=True)
class Step:
    """A judgement on a record of a file."""

    id: str
    verb: str
    path: str
    value: Json
    author: str = ""
    why: str = ""
    dated: str | None = None


@dataclass(slots=True)
class RecordsDesk:
    """The desk of records without a ledger: reports go by the names that exports give them."""

    records: dict[str, Record]
    steps: dict[str, list[Step]] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Record]) -> RecordsDesk:
        """The desk of these records."""
        return cls({name_of(one): one for one in records})

    def as_sent(self, report: str, record: str) -> Reviewed:  # noqa: ARG002  without a ledger there is one of each
        if report not in self.records:
            raise LedgerError(f"{report or 'a report'} is none of the records: give those that went out (--records)")
        return view_of(self.records[report])

    def now(self, report: str) -> Reviewed:
        one = self.records[report]
        done = build(dumps(one), self.steps.get(report, []))
        return Reviewed(report, done.record, one, record_id(one, report), (), done.shifts)

    @contextmanager
    def together(self, report: str, *, author: str, why: str, dated: str | None = None) -> Iterator[Judging]:
        yield _Loose(dumps(self.records[report]), self.steps.setdefault(report, []), (author, why, dated))

    def corrected(self) -> Iterator[Record]:
        """The records with what was judged, in their order."""
        for report in self.records:
            yield self.now(report).record


@dataclass(slots=True)
class _Loose:
    as_read: str
    steps: list[Step]
    who: tuple[str, str, str | None]

    def judge(self, verb: Verb, path: str, value: Json = None) -> Step:
        told = applied(self.as_read, self.steps)
        at = place(told, path)
        if verb == "insert":
            value = prepared(at, value, told, self.steps)
        made = Step(f"j{len(self.steps) + 1}", verb, at.name, value, *self.who)
        if why_not := refusal(self.as_read, self.steps, made):
            raise LedgerError(f"not corrected: {why_not}")
        self.steps.append(made)
        return made


def view_of(record: Record) -> Reviewed:
    """A record by itself, as nobody has corrected it."""
    name = name_of(record)
    return Reviewed(name, record, record, record_id(record, name))
