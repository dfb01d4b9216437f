"""Correcting values of a ledger's records: accept, edit, reject, insert. Each is a judgement, and `undo` takes it back.

What is corrected is named by its report and a path (`paths`). The record as read stays; the corrected one stands in every view.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from onrecord.errors import LedgerError
from onrecord.ledger import corrections, judgements, look, schema
from onrecord.ledger.applying import plain
from onrecord.ledger.identity import kind_of
from onrecord.ledger.judgements import VALUE, About, Judgement, Verb
from onrecord.ledger.moments import moment
from onrecord.ledger.opened import Opened
from onrecord.ledger.paths import GONE, Json, of_words, place, written
from onrecord.ledger.refusing import prepared
from onrecord.ledger.reviewed import Reviewed
from onrecord.values.moment import REMEDY, is_iso
from onrecord.values.record import Record
from onrecord.values.wire import loads


class Correcting(Opened):
    """A ledger whose values can be corrected. Every method that judges needs an author and a reason; `dated` is when it was judged, ISO 8601,
    where that was not now. Raises LedgerError where nothing is at the path, or the record would not hold together."""

    def record(self, report: str, *, as_of: str | None = None, corrected: bool = True) -> Record:
        """The record of a report; `corrected`: with its corrections, else as it was read."""
        as_of = moment(as_of)
        with self.reading() as connection:
            whole = look.full_id(connection, schema.articles.c.id, report)
            if corrected:
                return loads(look.record_json(connection, whole, as_of))
            return loads(corrections.as_read(connection, whole, as_of)[1])

    def reviewed(self, report: str, *, as_of: str | None = None) -> Reviewed:
        """The record of a report with its corrections, and how paths lead into it."""
        as_of = moment(as_of)
        with self.reading() as connection:
            return corrections.reviewed(connection, look.full_id(connection, schema.articles.c.id, report), as_of)

    def reviewed_as(self, record_id: str) -> Reviewed:
        """The same as it was when the record of this id (c…) began to stand: what a file that went out then is compared with."""
        with self.reading() as connection:
            whole = look.full_id(connection, schema.records.c.id, record_id)
            row = connection.execute(schema.records.select().where(schema.records.c.id == whole)).mappings().one()
            return corrections.reviewed(connection, row["report"], row["added_at"])

    # ------------------------------------------------------------------ judging

    def accept(self, report: str, path: str, *, author: str, why: str, dated: str | None = None) -> Judgement:
        """Judges that a value is right as it stands. It changes nothing, is kept, and counts as training data."""
        return self._judge("accept", report, path, None, author, why, dated)

    def edit(
        self, report: str, path: str, value: Json, *, author: str, why: str, dated: str | None = None
    ) -> Judgement:
        """Judges that a value is another. Of an object the members that are given are changed; a scalar for a value of a field sets its value,
        and its bounds follow."""
        return self._judge("edit", report, path, value, author, why, dated)

    def reject(self, report: str, path: str, *, author: str, why: str, dated: str | None = None) -> Judgement:
        """Judges that a value or a finding is not so: it goes out of the corrected record, with what hung on it alone."""
        return self._judge("reject", report, path, None, author, why, dated)

    def insert(
        self, report: str, path: str, value: Json, *, author: str, why: str, dated: str | None = None
    ) -> Judgement:
        """Judges that something is missing: `path` names a list, `value` is the member with its place in the text. A finding gets its id."""
        return self._judge("insert", report, path, value, author, why, dated)

    def correct_words(self, report: str, path: str, words: str, **who: Any) -> Judgement:
        """`edit` with a value as a person types it: a number where numbers stand, JSON where objects do."""
        with self.reading() as connection:
            whole = self._report(connection, report)
            told = corrections.state(connection, whole, judgements.corrections(connection, [whole])).told
        return self.edit(whole, path, of_words(place(told, path), words), **who)

    @contextmanager
    def together(self, report: str, *, author: str, why: str, dated: str | None = None) -> Iterator[Together]:
        """Several judgements on one report in one transaction: `with ledger.together(…) as all: all.judge("edit", path, value)`. One that is
        refused raises LedgerError and leaves the others."""
        if dated is not None and not is_iso(dated):
            raise LedgerError(f"{dated!r} is no date for a judgement. {REMEDY}")
        with self.writing() as connection:
            whole = self._report(connection, report)
            made = Together(connection, whole, self.clock, (author, why, dated))
            yield made
            if made.made:
                corrections.renew(connection, whole, made.made[-1].made_at, made.made[-1].id)

    def _judge(
        self, verb: Verb, report: str, path: str, value: Json, author: str, why: str, dated: str | None
    ) -> Judgement:
        with self.together(report, author=author, why=why, dated=dated) as one:
            return one.judge(verb, path, value)

    def _report(self, connection: Connection, report: str) -> str:
        if kind_of(report) != "report":
            raise LedgerError(
                f"{report} is the id of a {kind_of(report)}: give that of a report (r…), and a path into its record"
            )
        return look.full_id(connection, schema.articles.c.id, report)


class Together:
    """Judgements on one report that are being made in one transaction: `made`, in their order."""

    def __init__(
        self, connection: Connection, report: str, clock: Callable[[], str], who: tuple[str, str, str | None]
    ) -> None:
        self.connection, self.report, self.clock, self.who = connection, report, clock, who
        self.made: list[Judgement] = []

    def judge(self, verb: Verb, path: str, value: Json = None) -> Judgement:
        """One more. Raises LedgerError, and judges nothing, where it cannot be."""
        author, why, dated = self.who
        before = judgements.corrections(self.connection, [self.report])
        here = corrections.state(self.connection, self.report, before)
        at = place(here.told, path)
        if at.value is GONE:
            raise LedgerError(f"{at.name} was rejected: undo that first")
        if verb == "insert":
            value = prepared(at, value, here.told, before)
        name = written(at.path[:-1]) if verb == "insert" and at.is_value else at.name
        about = About(name, here.id, None if verb == "insert" else plain(at.value), value, dated)
        if why_not := here.refusal(verb, about):
            raise LedgerError(f"not corrected: {why_not}")
        moment_ = self.clock()
        made = judgements.write(self.connection, verb, VALUE, [name], [self.report], author, why, moment_, about)
        self.made.append(made)
        return made
