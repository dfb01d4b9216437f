"""Which record of a report stands: writing one, and closing the one that stood."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, update
from sqlalchemy.dialects import postgresql, sqlite

from onrecord.ledger import schema
from onrecord.ledger.rows import record_id, rows_of
from onrecord.values.record import Record
from onrecord.values.wire import kept

records = schema.records.c


def supersede_records(connection: Connection, report: str, at: str) -> None:
    """Closes the record of a report that stands."""
    standing = (records.report == report, records.superseded_at.is_(None))
    connection.execute(update(schema.records).where(*standing).values(superseded_at=at))


def write_record(connection: Connection, record: Record, report: str, at: str, judgement: str | None = None) -> str:
    """Writes a record with its rows; gives its id. `judgement`: of a corrected record, what made it so."""
    id = record_id(record, report, judgement)
    told = {"id": id, "report": report, "reader": kept(record.reader), "record": kept(record), "judgement": judgement}
    connection.execute(schema.records.insert().values(**told, added_at=at, superseded_at=None))
    rows = rows_of(record, report, judgement)
    for table in schema.KEPT:
        if new := rows.get(table.name):
            _insert(connection, table, new)
    return id


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if table.name not in ("actors", "places"):
        connection.execute(table.insert(), rows)
        return
    made = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(table)
    connection.execute(made.on_conflict_do_nothing(index_elements=["id"]), rows)
