"""Numbered steps from one schema to the next, forward only. A ledger newer than this onrecord is refused, with the remedy.

To change the schema: change `schema.py`, add a `Step` that brings an older ledger there, and a line to CHANGELOG.md. A fresh ledger gets the
newest schema at once. All steps of one opening are one transaction: a kill in the middle leaves the ledger as it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, inspect, select, text

from onrecord.errors import LedgerError
from onrecord.ledger import schema
from onrecord.ledger.engine import APPLICATION, refusal, shown, transaction


@dataclass(frozen=True, slots=True)
class Step:
    """What brings a ledger from version - 1 to `version`."""

    version: int
    name: str
    upgrade: Callable[[Connection], None]


def first(connection: Connection) -> None:
    """The whole schema, and the full-text table, in which the two databases differ."""
    schema.metadata.create_all(connection)
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"PRAGMA application_id = {APPLICATION}"))
        connection.execute(
            text(
                "CREATE VIRTUAL TABLE search USING fts5(report UNINDEXED, headline, text, tokenize = 'porter unicode61 remove_diacritics 2')"
            )
        )
        return
    # English stems, and no stop words: "to be or not to be" can be found, as in SQLite
    words = "asciiword, asciihword, hword_asciipart, word, hword, hword_part"
    for statement in (
        "CREATE TEXT SEARCH DICTIONARY onrecord_stem (TEMPLATE = snowball, Language = english)",
        "CREATE TEXT SEARCH CONFIGURATION onrecord (COPY = english)",
        f"ALTER TEXT SEARCH CONFIGURATION onrecord ALTER MAPPING FOR {words} WITH onrecord_stem",
    ):
        connection.execute(text(statement))
    connection.execute(
        text(
            "CREATE TABLE search (report text PRIMARY KEY REFERENCES articles(id), headline text NOT NULL, text text NOT NULL,"
            " words tsvector GENERATED ALWAYS AS (setweight(to_tsvector('onrecord', headline), 'A') || to_tsvector('onrecord', text)) STORED)"
        )
    )
    connection.execute(text("CREATE INDEX search_words ON search USING gin (words)"))


def corrections(connection: Connection) -> None:
    """Judgements on values, the records that they make, and who may make them."""
    for table, column in (("records", "judgement"), ("judgements", "report"), ("judgements", "correction")):
        connection.execute(text(f"ALTER TABLE {table} ADD COLUMN {column} TEXT"))
    connection.execute(text("CREATE INDEX judgements_report ON judgements (report)"))
    schema.metadata.create_all(connection, tables=[schema.users, schema.sessions, schema.tries])


STEPS: tuple[Step, ...] = (Step(1, "the first schema", first), Step(2, "corrections and users", corrections))


def bring_up_to_date(engine: Engine, now: str, steps: Sequence[Step] = STEPS) -> int:
    """Makes the schema in an empty database, or takes the steps that are missing; gives the version.

    Raises LedgerError for a ledger of a newer onrecord, and for a database that is somebody else's.
    """
    newest = steps[-1].version
    with transaction(engine) as connection:
        found = _version(connection)
    if found == newest:
        return found
    _write_ahead(engine)
    with transaction(engine, write=True) as connection:
        take_steps(connection, shown(engine.url), now, steps)
    return newest


def take_steps(connection: Connection, where: str, now: str, steps: Sequence[Step] = STEPS) -> None:
    """The same inside a transaction that is open: with what else it does, all of it or nothing. `where` names the database in errors."""
    newest, found = steps[-1].version, _version(connection)
    if found is not None and found > newest:
        raise LedgerError(
            f"{where} has schema {found}, and this onrecord knows up to {newest}: install a newer onrecord (pip install -U onrecord)"
        )
    if found is None:
        _refuse_strangers(connection, where)
        steps[0].upgrade(connection)
        missing = [Step(one.version, one.name, lambda _: None) for one in steps]  # the newest schema was made at once
    else:
        missing = [one for one in steps if one.version > found]
    for step in missing:
        step.upgrade(connection)
        connection.execute(schema.version.insert().values(version=step.version, name=step.name, applied_at=now))


def _version(connection: Connection) -> int | None:
    if not inspect(connection).has_table(schema.version.name):
        return None
    found = connection.scalar(select(schema.version.c.version).order_by(schema.version.c.version.desc()).limit(1))
    return int(found) if found is not None else None


def _refuse_strangers(connection: Connection, where: str) -> None:
    if others := inspect(connection).get_table_names():
        raise LedgerError(
            f"{where} is a database of something else (it has the table {others[0]!r}): give another file or database for the ledger"
        )
    if connection.dialect.name == "postgresql" and (used := connection.scalar(text("SHOW server_encoding"))) != "UTF8":
        raise LedgerError(f"{where} is encoded in {used}: make the database with ENCODING 'UTF8'")


def _write_ahead(engine: Engine) -> None:
    """SQLite's WAL: readers do not wait for the writer. It stays with the file."""
    if engine.dialect.name != "sqlite":
        return
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode=WAL")
    except (sqlite3.DatabaseError, OSError) as error:
        raise refusal(error, engine) from error
    finally:
        raw.close()
