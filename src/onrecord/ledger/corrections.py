"""Corrections in a ledger: which hold for the record of a report, and the corrected record that stands for it.

The record as it was read is never changed. Each judgement writes the corrected record beside it, which closes the one that stood, so that every view
and `as_of` go by it without knowing of corrections. What cannot be applied waits, with its reason: it was made on another version of the
article, or on another reading whose values are not in the newer one.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import Connection, and_, or_, select

from onrecord.errors import LedgerError, OnrecordError
from onrecord.ledger import judgements, schema
from onrecord.ledger.applying import Built, applied, build
from onrecord.ledger.carrying import Waits, carried
from onrecord.ledger.consequences import clean, prune
from onrecord.ledger.described import Known, described
from onrecord.ledger.judgements import About, Judgement, Verb
from onrecord.ledger.refusing import refusal
from onrecord.ledger.reviewed import Reviewed, Trace
from onrecord.ledger.standing import supersede_records, write_record
from onrecord.values.wire import kept, loads

articles, records = schema.articles.c, schema.records.c


def as_read(connection: Connection, report: str, as_of: str | None = None) -> tuple[str, str]:
    """Id and JSON of the newest record of a report as it was read. Raises LedgerError where there was none then."""
    query = select(records.id, records.record).where(records.report == report, records.judgement.is_(None))
    if as_of is not None:
        query = query.where(records.added_at <= as_of)
    row = connection.execute(
        query.order_by(records.added_at.desc(), records.superseded_at.is_(None).desc()).limit(1)
    ).first()
    if row is None:
        raise LedgerError(f"report {report} was not in this ledger at {as_of}: ask for a later moment with --as-of")
    return str(row[0]), str(row[1])


def built(
    connection: Connection, report: str, made: Iterable[Judgement], as_of: str | None = None
) -> tuple[Built, dict[str, Judgement]]:
    """The corrected record of a report; and each correction as it was applied, with the path that it has in this reading."""
    id, told = as_read(connection, report, as_of)
    in_force = [one for one in made if one.undone_by is None]
    moved, waits = _here(connection, id, told, in_force)
    done = build(told, moved)
    return Built(done.record, done.shifts, done.left_out | waits), {one.id: one for one in moved}


@dataclass(frozen=True, slots=True)
class Here:
    """A record as it can be corrected: the id and JSON of the record as read, the corrections in force, and its JSON with them (`told`), in
    which paths are looked up."""

    id: str
    as_read: str
    moved: tuple[Judgement, ...]
    told: dict[str, Any]

    def refusal(self, verb: Verb, about: About) -> str | None:
        """Why one more correction cannot be made; None where it can."""
        new = Judgement("", verb, "", (), (), "", "", "", **asdict(about))
        return refusal(self.as_read, self.moved, new)


def state(connection: Connection, report: str, made: Iterable[Judgement]) -> Here:
    """A report's record as it can be corrected now."""
    id, told = as_read(connection, report)
    moved, _ = _here(connection, id, told, [one for one in made if one.undone_by is None])
    return Here(id, told, tuple(moved), applied(told, moved))


def _here(
    connection: Connection, id: str, told: str, in_force: list[Judgement]
) -> tuple[list[Judgement], dict[str, str]]:
    """Corrections as this reading has their places, and why others wait."""
    moved: list[Judgement] = []
    waits: dict[str, str] = {}
    others: dict[str, dict[str, Any]] = {}
    new: dict[str, Any] | None = None
    for one in in_force:
        if one.record == id or one.path is None or one.record is None:
            moved.append(one)
            continue
        new = new or json.loads(told)
        old = others.setdefault(one.record, json.loads(_record(connection, one.record)))
        try:
            path, value = carried(one.path, one.value, old, new)
            moved.append(replace(one, path=path, value=value))
        except Waits as error:
            waits[one.id] = str(error)
    return moved, waits


def _record(connection: Connection, id: str) -> str:
    return str(connection.scalar(select(records.record).where(records.id == id)) or "{}")


def renew(connection: Connection, report: str, at: str, judgement: str | None = None) -> None:
    """Makes the record that the corrections in force make the one that stands. `judgement`: what calls for it (None: another reading)."""
    made = judgements.corrections(connection, [report])
    if not made:
        return
    done, _ = built(connection, report, made)
    standing = connection.scalar(
        select(records.record).where(records.report == report, records.superseded_at.is_(None))
    )
    if kept(done.record) != standing:
        supersede_records(connection, report, at)
        write_record(connection, done.record, report, at, judgement or made[-1].id)


def is_as_judged(connection: Connection, report: str) -> bool:
    """Whether the record that stands is the one that the corrections in force make."""
    standing = select(records.record).where(records.report == report, records.superseded_at.is_(None))
    try:
        done, _ = built(connection, report, judgements.corrections(connection, [report]))
    except (OnrecordError, ValueError, TypeError, KeyError):  # a row that somebody damaged
        return False
    return kept(done.record) == connection.scalar(standing)


def reviewed(connection: Connection, report: str, as_of: str | None = None) -> Reviewed:
    """The record of a report with its corrections; those on earlier versions of the article are listed, and wait."""
    versions = _versions(connection, report, as_of)
    made = judgements.corrections(connection, versions, as_of)
    own = [one for one in made if one.report == report]
    done, moved = built(connection, report, own, as_of)
    id, read = as_read(connection, report, as_of)
    standing = _standing(connection, report, as_of) or id
    known = {report: Known(loads(read), done.record)}
    for one in made:
        if one.report not in known:
            earlier = loads(as_read(connection, one.report, as_of)[1])
            known[one.report] = Known(earlier, earlier)
    listed = [described(one, moved.get(one.id, one), report, done.left_out, known[one.report]) for one in made]
    return Reviewed(report, done.record, known[report].as_read, standing, tuple(listed), done.shifts)


def _versions(connection: Connection, report: str, as_of: str | None) -> list[str]:
    """The report and the earlier versions of its article."""
    here = select(articles.line, articles.version).where(articles.id == report).subquery()
    query = select(articles.id).join(here, and_(here.c.line == articles.line, here.c.version >= articles.version))
    if as_of is not None:
        query = query.where(articles.added_at <= as_of)
    return list(connection.scalars(query))


def _standing(connection: Connection, report: str, as_of: str | None) -> str | None:
    query = select(records.id).where(records.report == report)
    if as_of is None:
        query = query.where(records.superseded_at.is_(None))
    else:
        query = query.where(
            records.added_at <= as_of, or_(records.superseded_at.is_(None), records.superseded_at > as_of)
        )
    return connection.scalar(query.order_by(records.added_at.desc()).limit(1))


def traces(connection: Connection, reports: Collection[str], as_of: str | None = None) -> dict[str, Trace]:
    """Those of the reports on which there are corrections, each with what says which of its values are corrected."""
    made: dict[str, list[Judgement]] = {}
    for one in judgements.corrections(connection, reports, as_of):
        if one.undone_by is None:
            made.setdefault(one.report, []).append(one)
    found = {}
    for report, some in sorted(made.items()):
        id, told = as_read(connection, report, as_of)
        moved, _ = _here(connection, id, told, some)
        shifts: dict[str, tuple[int, ...]] = {}
        with_them = applied(told, moved)
        clean(with_them)
        prune(with_them, shifts)
        found[report] = Trace(shifts, json.loads(told), tuple((one.path or "", one.id) for one in moved))
    return found
