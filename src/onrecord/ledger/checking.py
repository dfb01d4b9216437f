"""Is the ledger whole? Hashes, evidence, references, rows, search and links: what is found wrong, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, select, text

from onrecord.errors import OnrecordError
from onrecord.ledger import schema
from onrecord.ledger.corrections import is_as_judged
from onrecord.ledger.found import Fault
from onrecord.ledger.identity import article_of, escaped, report_id
from onrecord.ledger.rows import record_id, rows_of
from onrecord.values.wire import loads

DERIVED = (
    schema.actor_sights, schema.place_sights, schema.attributions, schema.events, schema.event_actors, schema.event_places,
    schema.event_values, schema.disagreements, schema.problems,
)  # fmt: skip


def check(connection: Connection) -> Iterator[Fault | None]:
    """A fault for each thing found wrong; None after each record that was looked at, for a progress bar."""
    yield from _database(connection)
    yield from _articles(connection)
    yield from _records(connection)
    yield from _search(connection)


def _database(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name == "sqlite":
        for (said,) in connection.execute(text("PRAGMA quick_check")):
            if said != "ok":
                yield Fault("(file)", "", str(said))
        for table, row, target, _ in connection.execute(text("PRAGMA foreign_key_check")):
            yield Fault(str(table), str(row), f"it refers to a row of {target} that is not there")
        return
    for one in schema.metadata.sorted_tables:
        for key in one.foreign_keys:
            there = key.column.table.alias("there")
            found = one.outerjoin(there, key.parent == there.c[key.column.name])
            lost = (
                select(key.parent).select_from(found).where(key.parent.is_not(None), there.c[key.column.name].is_(None))
            )
            for id in connection.scalars(lost.distinct()):
                yield Fault(one.name, str(id), f"it refers to a row of {key.column.table.name} that is not there")


def _articles(connection: Connection) -> Iterator[Fault]:
    table = schema.articles.c
    for id, told in connection.execute(
        select(table.id, table.article).order_by(table.id).execution_options(yield_per=200)
    ):
        try:
            if report_id(article_of(told)) != id:
                yield Fault(
                    "articles",
                    id,
                    "its content does not have the hash that is its id: it was changed after it was added",
                )
        except (ValueError, TypeError, KeyError) as error:
            yield Fault("articles", id, f"it is no article ({error})")
        if (
            connection.scalar(
                select(func.count()).where(schema.records.c.report == id, schema.records.c.superseded_at.is_(None))
            )
            != 1
        ):
            yield Fault("articles", id, "it has no record that stands, or more than one")
    several = select(table.line).where(table.superseded_at.is_(None)).group_by(table.line).having(func.count() > 1)
    for line in connection.scalars(several):
        yield Fault("articles", line, "two versions of one article stand at once")


def _records(connection: Connection) -> Iterator[Fault | None]:
    table = schema.records.c
    query = select(table.id, table.report, table.record, table.judgement).order_by(table.id)
    for id, report, told, judgement in connection.execute(query.execution_options(yield_per=100)):
        yield from _record(connection, id, report, told, judgement)
        yield None
    for report in connection.scalars(
        select(schema.judgements.c.report).where(schema.judgements.c.report.is_not(None)).distinct()
    ):
        if not is_as_judged(connection, str(report)):
            yield Fault(
                "records",
                str(report),
                "its record is not the one that its corrections make: undo one of them and make it anew",
            )


def _record(connection: Connection, id: str, report: str, told: str, judgement: str | None) -> Iterator[Fault]:
    try:
        record = loads(told)  # raises where a span leaves the text, an id is unknown, or a value lacks evidence
    except OnrecordError as error:
        yield Fault("records", id, str(error))
        return
    if record_id(record, report, judgement) != id:
        yield Fault(
            "records", id, "its content does not have the hash that is its id: it was changed after it was added"
        )
        return
    if connection.scalar(select(schema.articles.c.text_id).where(schema.articles.c.id == report)) != escaped(
        record.article.id
    ):
        yield Fault("records", id, "it is the record of another text than its report's")
    expected = rows_of(record, report, judgement)
    for one in DERIVED:
        if _rows_in(connection, one, id) != _rows_of(one, expected.get(one.name, [])):
            yield Fault(
                one.name,
                id,
                "its rows are not those of the record: restore a backup, or add the articles to a fresh ledger",
            )


def _rows_in(connection: Connection, table: Any, record: str) -> list[tuple[Any, ...]]:
    if "record" in table.c:
        query = select(table).where(table.c.record == record)
    else:
        query = (
            select(table)
            .join(schema.events, schema.events.c.id == table.c.event)
            .where(schema.events.c.record == record)
        )
    return sorted((tuple(row) for row in connection.execute(query)), key=repr)


def _rows_of(table: Any, rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return sorted((tuple(row.get(column.name) for column in table.c) for row in rows), key=repr)


def _search(connection: Connection) -> Iterator[Fault]:
    missing = text(
        "SELECT id FROM articles LEFT JOIN search ON search.report = articles.id WHERE search.report IS NULL"
    )
    for (id,) in connection.execute(missing):
        yield Fault("search", id, "no search can find it")
    for (id,) in connection.execute(
        text("SELECT report FROM groups JOIN articles ON id = report WHERE superseded_at IS NOT NULL")
    ):
        yield Fault("groups", id, "a version that does not stand is in a story")
