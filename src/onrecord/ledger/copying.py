"""A ledger into another, whole: a backup is a SQLite ledger, whatever database it comes from or goes back to."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, func, inspect, select, text

from onrecord.errors import LedgerError
from onrecord.ledger import schema
from onrecord.ledger.engine import connect, refusal, shown, transaction, url_of
from onrecord.ledger.migrations import bring_up_to_date, take_steps

SOME = 500  # rows at a time

Told = Callable[[int, int], object]  # rows done, rows in all


def backup(engine: Engine, path: Path, now: str, told: Told = lambda done, of: None) -> None:
    """Writes the whole ledger, as of one moment, to a new SQLite file. The file appears when it is whole. Raises LedgerError where there is
    one of that name."""
    if path.exists():
        raise LedgerError(f"{path} is there already: give another name for the backup, or move the old one away")
    if not path.parent.is_dir():
        raise LedgerError(f"{path} lies in a folder that is not there: make it, or give another name for the backup")
    with _appearing(path, now) as target:
        copy(engine, target, told)
        _close(target)


def restore(path: Path, engine: Engine, told: Told = lambda done, of: None) -> None:
    """Fills an empty ledger from a backup, all or nothing. Raises LedgerError where the ledger is not empty, or the file is no backup."""
    with _backup_at(path) as source:
        copy(source, engine, told)


def restore_to(path: Path, target: str | Path, now: str, told: Told = lambda done, of: None) -> None:
    """Makes a ledger of a backup, or fills an empty one: whole, or it leaves nothing behind. A file that is not there yet is made beside its name
    and appears when it is whole; in any other database tables and rows are one transaction. Raises LedgerError as `restore`."""
    url = url_of(target)
    file = Path(url.database or "") if url.get_backend_name() == "sqlite" else None
    with _backup_at(path) as source:
        if file is None or file.exists():
            with _engine(url) as engine:
                copy(source, engine, told, now)
            return
        with _appearing(file, now) as engine:
            copy(source, engine, told)
            _settle(engine)


@contextmanager
def _appearing(path: Path, now: str) -> Iterator[Engine]:
    """An empty ledger beside a path, which takes its name when it is whole, and of which nothing is left where it never is."""
    part = path.with_name(path.name + ".part")
    try:
        _without(part)
        with _engine(url_of(part)) as engine:
            bring_up_to_date(engine, now)
            yield engine
        part.replace(path)
    finally:
        _without(part)


@contextmanager
def _backup_at(path: Path) -> Iterator[Engine]:
    """The backup in a file. Raises LedgerError where there is none."""
    if not path.is_file():
        raise LedgerError(f"there is no backup at {path}: give a file that `onrecord ledger backup` made")
    with _engine(url_of(path), create=False) as source:
        with transaction(source) as connection:
            if not connection.scalar(text("SELECT count(*) FROM sqlite_master WHERE name = 'ledger_version'")):
                raise LedgerError(f"{path} is no backup of a ledger: give a file that `onrecord ledger backup` made")
        yield source


@contextmanager
def _engine(url: URL, *, create: bool = True) -> Iterator[Engine]:
    engine = connect(url, create=create)
    try:
        yield engine
    finally:
        engine.dispose()


def _without(part: Path) -> None:
    """Takes away what an earlier try, or this one, left of a file and its write-ahead log."""
    for ending in ("", "-wal", "-shm", "-journal"):
        part.with_name(part.name + ending).unlink(missing_ok=True)


def _settle(engine: Engine) -> None:
    """Everything in the one file, and on the disk."""
    _said(engine, "wal_checkpoint(TRUNCATE)")
    engine.dispose()
    with open(engine.url.database or "", "rb+") as file:  # noqa: PTH123
        os.fsync(file.fileno())


def copy(source: Engine, target: Engine, told: Told, now: str | None = None) -> None:
    """Every row of one ledger into another, empty one, in one transaction. `now`: where the target has no tables yet, they are made in it, too."""
    with transaction(source) as old, transaction(target, write=True) as new:
        if now is not None:
            take_steps(new, shown(target.url), now)
        if new.scalar(select(schema.articles.c.id).limit(1)) or new.scalar(select(schema.judgements.c.id).limit(1)):
            raise LedgerError(f"{shown(target.url)} is not empty: restore into a new file or database")
        known = inspect(old)  # a backup of an older onrecord lacks what came later
        tables = [table for table in (*schema.KEPT, *schema.PRIVATE) if known.has_table(table.name)]
        of = sum(int(old.scalar(select(func.count()).select_from(table)) or 0) for table in tables)
        done = 0
        for table in tables:
            there = {column["name"] for column in known.get_columns(table.name)}
            columns = [column for column in table.c if column.name in there]
            done = _rows(old, new, (select(*columns), table.insert()), told, (done, of))
        found = (
            text("SELECT report, headline, text FROM search"),
            text("INSERT INTO search (report, headline, text) VALUES (:report, :headline, :text)"),
        )
        _rows(old, new, found, told, (of, of))


def _rows(old: Connection, new: Connection, both: tuple[Any, Any], told: Told, at: tuple[int, int]) -> int:
    done, of = at
    for rows in old.execution_options(yield_per=SOME).execute(both[0]).mappings().partitions(SOME):
        new.execute(both[1], [dict(row) for row in rows])
        done += len(rows)
        told(min(done, of), of)
    return done


def _said(engine: Engine, pragma: str) -> None:
    """Says a pragma to SQLite outside of any transaction. Raises LedgerError where the disk does not let it."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute(f"PRAGMA {pragma}")
    except sqlite3.Error as error:
        raise refusal(error, engine) from error
    finally:
        raw.close()


def _close(engine: Engine) -> None:
    """Leaves one file: without WAL nothing stands beside it."""
    _said(engine, "journal_mode=DELETE")
    engine.dispose()
    if engine.url.database:
        with open(engine.url.database, "rb") as file:  # noqa: PTH123
            os.fsync(file.fileno())
