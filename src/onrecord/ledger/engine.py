"""A path or URL -> a database that answers in our manner. The one place that knows how the two databases differ in opening and locking.

SQLite: WAL, foreign keys, and writers that wait for one another (BEGIN IMMEDIATE, a busy timeout). What a person did is on the disk before it
counts; what can be done again (adding, grouping) is safe from any end of the process, and after a power cut the last of it may have to be.
PostgreSQL: one advisory lock stands for the one writer, so that both keep the same promises.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnection

from onrecord.errors import LedgerBusy, LedgerError

PATIENCE = 120  # seconds that a writer waits for another, and anybody for a connection
CONNECTIONS = 8  # that are kept open
MORE = 56  # that may be opened beside them: the pages are asked by up to forty threads at once
CACHE = {
    True: 65536,
    False: 2048,
}  # kB of pages that SQLite keeps for a connection: of the one that writes, of each that reads (8 MB each read no faster: the system caches the file)
LOCK = 7_116_823_110_407_345  # of the one writer in PostgreSQL
APPLICATION = 0x6F6E7263  # "onrc": SQLite's application_id of a ledger
POOL = {"pool_size": CONNECTIONS, "max_overflow": MORE, "pool_timeout": PATIENCE}
SECRETS = ("password", "sslpassword", "passfile")  # parameters of libpq
WRITE, REPEATABLE = "onrecord_write", "onrecord_repeatable"


def url_of(target: str | Path) -> URL:
    """The database that a path or a URL names. Raises LedgerError for a URL that is none of ours."""
    told = str(target)
    if "://" not in told:
        return URL.create("sqlite", database=told)
    try:
        url = make_url(told)
    except (ArgumentError, ValueError) as error:
        raise LedgerError(
            f"{told.rpartition('@')[2]!r} is no URL of a database: give a file, or postgresql+psycopg://USER@HOST/NAME"
        ) from error
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite":
        return url.set(drivername="sqlite")
    raise LedgerError(
        f"a ledger cannot live in {url.get_backend_name()}: give a file (SQLite) or postgresql+psycopg://USER@HOST/NAME"
    )


def shown(url: URL) -> str:
    """The file or URL for people, without a password, which may stand in its query, too."""
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    return url.difference_update_query(SECRETS).render_as_string(hide_password=True)


def connect(url: URL, *, create: bool) -> Engine:
    """An engine of the database; nothing is made in it yet. Raises LedgerError where a file is missing and not to be made."""
    if url.get_backend_name() == "sqlite":
        path = Path(url.database or "")
        if not create and not path.is_file():
            raise LedgerError(f"there is no ledger at {path}: make one with `onrecord add REPORTS --ledger {path}`")
        if not create and path.stat().st_size == 0:  # to open it would make a ledger of what may be somebody's text
            raise LedgerError(
                f"{path} is an empty file and no ledger: make one with `onrecord add REPORTS --ledger {path}`"
            )
        if path.is_dir() or not path.parent.is_dir():
            what = "is a folder" if path.is_dir() else "lies in a folder that is not there"
            raise LedgerError(f"{path} {what}: give a file for the ledger, such as news.db")
    try:
        if url.get_backend_name() == "sqlite":
            pool = {} if url.database in (None, "", ":memory:") else POOL
            engine = create_engine(url, connect_args={"timeout": PATIENCE}, **pool)
        else:
            engine = create_engine(url, pool_pre_ping=True, **POOL)  # a server may have been begun anew since
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise LedgerError("PostgreSQL needs psycopg: pip install 'onrecord[postgres]'") from error
    _sqlite_manner(engine) if engine.dialect.name == "sqlite" else _postgres_manner(engine)
    return engine


def _sqlite_manner(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def opened(raw: Any, _: object) -> None:
        raw.isolation_level = None  # we say BEGIN ourselves, below: the driver's own begins too late to keep a promise
        for pragma in ("foreign_keys=ON", f"busy_timeout={PATIENCE * 1000}"):
            raw.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        options = connection.get_execution_options()
        connection.exec_driver_sql(f"PRAGMA cache_size=-{CACHE[bool(options.get(WRITE))]}")
        if options.get(WRITE):
            connection.exec_driver_sql(f"PRAGMA synchronous={'NORMAL' if options.get(REPEATABLE) else 'FULL'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(WRITE) else "BEGIN")


def _postgres_manner(engine: Engine) -> None:
    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get(WRITE):
            if options.get(REPEATABLE):
                connection.execute(text("SET LOCAL synchronous_commit = off"))
            connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}s'"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        else:
            connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))


@contextmanager
def transaction(engine: Engine, *, write: bool = False, repeatable: bool = False) -> Iterator[Connection]:
    """One transaction: all of it or nothing. A writer is alone; a reader sees one moment. `repeatable`: what is written can be done again, so
    it need not wait for the disk. Raises LedgerError, naming the remedy, for what the database cannot do."""
    try:
        with (
            engine.connect().execution_options(**{WRITE: write, REPEATABLE: repeatable}) as connection,
            connection.begin(),
        ):
            yield connection
    except SQLAlchemyError as error:
        raise refusal(error, engine) from error


def refusal(error: Exception, engine: Engine) -> LedgerError:
    """What a database's own error means for a person, with the remedy."""
    where = shown(engine.url)
    why = str(error.orig if isinstance(error, DBAPIError) else error).strip().split("\n")[0]
    busy = _busy(error, why.lower(), where)
    return LedgerBusy(busy) if busy else LedgerError(_told(why, where))


def _busy(error: Exception, low: str, where: str) -> str | None:
    """What is said where others have the store in hand; None where something else is the matter."""
    if isinstance(error, NoConnection):
        return f"{where} is asked by too many at once: {CONNECTIONS + MORE} connections were taken for {PATIENCE} seconds: try again"
    if "locked" in low or "lock timeout" in low or "busy" in low:
        return f"{where} is in use by another writer for more than {PATIENCE} seconds: try again when it is done"
    return None


def _told(why: str, where: str) -> str:
    low = why.lower()
    if "not a database" in low:
        return f"{where} is no SQLite file: give another name for the ledger"
    if (
        "terminating connection" in low
        or "server closed" in low
        or "connection is lost" in low
        or "connection is closed" in low
    ):
        return f"the connection to {where} was lost ({why}): what was added before is safe; run the command again when the database answers"
    if "read-only transaction" in low or "recovery is in progress" in low:
        return (
            f"{where} takes no writing ({why}): is it a standby, or set read-only? Give the database that is written to"
        )
    if "disk i/o error" in low:
        return f"the disk of {where} cannot be read or written ({why}): look at the disk, then `onrecord ledger check`; if it is damaged, restore a backup"
    if "readonly" in low or "unable to open" in low or "permission denied" in low:
        return f"{where} cannot be opened or written ({why}): check the permissions of the file and its folder"
    if "disk is full" in low or "no space" in low:
        return f"the disk of {where} is full: make room and run the command again; what was added is safe"
    if "malformed" in low or "corrupt" in low:
        return f"{where} is damaged ({why}): restore a backup with `onrecord ledger restore`"
    if "connection" in low and ("refused" in low or "failed" in low):
        return f"{where} does not answer ({why}): is PostgreSQL running there, and are user and name right?"
    return f"{where}: {why}"
