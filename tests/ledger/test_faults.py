"""Disks that are full or read-only, damaged files, lost connections, clocks that jump, writers that wait: a clear message, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import disks
import pytest
import synthetic
from sqlalchemy import text

from onrecord.errors import LedgerError
from onrecord.keeping import ledger as keeping
from onrecord.keeping.given import article_of
from onrecord.ledger import engine as engines
from samples import ALL, COPY, OTHER, TALKS, A, B


def articles(number: int):
    """So many synthetic reports, each with a key."""
    return [article_of(row | {"key": f"k{i}"}) for i, row in enumerate(synthetic.reports(number))]


def undisturbed(opens, fresh, given) -> list[str]:
    """What a ledger holds that nothing happened to."""
    with opens(fresh()) as calm:
        calm.add(given)
        return list(calm.dump())


# ------------------------------------------------------------------ full disks


def test_a_full_disk_is_said_and_loses_nothing(tmp_path, opens, clock) -> None:
    """SQLite on a disk that fills up: what was added stands, and the same command goes on when there is room."""
    given = articles(60)
    with disks.disk(tmp_path / "disk", "8m") as folder:
        ledger = opens(str(folder / "news.db"))
        ledger.add(given[:5])
        ballast = disks.fill(folder, leave=65_536)
        with pytest.raises(LedgerError, match="is full: make room"):
            ledger.add(given)
        ledger.close()
        ledger = opens(str(folder / "news.db"))
        held = ledger.counts().reports
        assert 5 <= held < 60
        assert ledger.check() == []
        ballast.unlink()
        ledger.add(given)
        assert ledger.check() == []
        assert list(ledger.dump()) == undisturbed(opens, lambda: str(tmp_path / "calm.db"), given)
        ledger.close()


def test_a_file_that_may_not_grow_is_said(tmp_path, opens) -> None:
    """SQLite's own bound on pages, wherever no disk can be mounted."""
    ledger = opens(str(tmp_path / "news.db"))
    ledger.add([A])
    raw = ledger._engine.raw_connection()
    raw.cursor().execute("PRAGMA max_page_count = 1")  # SQLite raises it to what is there
    raw.close()
    with pytest.raises(LedgerError, match="is full: make room"):
        ledger.add(articles(60))
    ledger.close()
    again = opens(str(tmp_path / "news.db"))
    assert again.check() == []
    assert again.counts().reports >= 1


def test_a_full_disk_of_postgresql_is_said_and_loses_nothing(tmp_path, server, opens) -> None:
    """A table space that fills up: the transaction is gone, what was added before stands, and adding goes on when there is room."""
    given = articles(60)
    place = Path(str(server.folder)) / "small"
    with disks.disk(place, "24m") as folder:
        if server.user:
            shutil.chown(folder, server.user)
        other = opens(server.database("forspace"))
        raw = other._engine.raw_connection().driver_connection
        raw.rollback()
        raw.autocommit = True
        raw.execute(f"CREATE TABLESPACE small LOCATION '{folder}'")
        raw.execute("CREATE DATABASE crowded TABLESPACE small")
        ledger = opens(f"postgresql+psycopg://onrecord@/crowded?host={server.folder}")
        ledger.add(given[:5])
        ballast = disks.fill(folder)
        with pytest.raises(LedgerError, match="is full: make room"):
            ledger.add(given)
        assert ledger.check() == []
        ballast.unlink()
        ledger.add(given)
        assert ledger.check() == []
        assert list(ledger.dump()) == undisturbed(opens, lambda: str(tmp_path / "calm.db"), given)
        ledger.close()
        raw.execute("DROP DATABASE crowded WITH (FORCE)")
        raw.execute("DROP TABLESPACE small")
        raw.close()


def test_a_backup_to_a_full_disk_leaves_no_half_of_one(ledger, tmp_path) -> None:
    """The file of that name appears when it is whole, or not at all; the ledger is untouched."""
    ledger.add(ALL)
    before = list(ledger.dump())
    with disks.disk(tmp_path / "disk", "1m") as folder:
        disks.fill(folder, leave=40_960)
        with pytest.raises(LedgerError, match=r"is full|make room"):
            ledger.backup(folder / "backup.db")
        assert [path.name for path in folder.iterdir()] == ["ballast"]
    assert list(ledger.dump()) == before


def test_a_backup_that_fits_until_it_is_closed_leaves_no_half_of_one(ledger, tmp_path) -> None:
    """Where the disk fills only as the copy is brought into one file, that is said in words, too, and nothing takes up the room."""
    ledger.add(ALL)
    with disks.disk(tmp_path / "disk", "1m") as folder:
        for leave in range(300_000, 700_000, 50_000):
            disks.fill(folder, leave=leave)
            with suppress(LedgerError):
                ledger.backup(folder / "backup.db")
                (folder / "backup.db").unlink()
            assert [path.name for path in folder.iterdir()] == ["ballast"]


# ------------------------------------------------------------------ read-only


def test_a_read_only_disk_is_said(tmp_path, opens) -> None:
    """SQLite on a disk that turned read-only: writing says so with the remedy, and all is there when it can be written again."""
    with disks.disk(tmp_path / "disk", "8m") as folder:
        ledger = opens(str(folder / "news.db"))
        ledger.add([A, B])
        before = list(ledger.dump())
        ledger.close()
        disks.read_only(folder)
        with pytest.raises(LedgerError, match="check the permissions"):
            opens(str(folder / "news.db")).add([OTHER])
        with pytest.raises(LedgerError, match="check the permissions"):
            opens(str(folder / "another.db"))
        disks.read_only(folder, yes=False)
        again = opens(str(folder / "news.db"))
        assert list(again.dump()) == before
        assert again.check() == []
        again.close()


def test_a_server_that_takes_no_writing_is_said(server, opens) -> None:
    """PostgreSQL as a standby or set read-only: writing says so, reading goes on."""
    target = server.database("standby")
    ledger = opens(target)
    ledger.add([A])
    before = list(ledger.dump())
    with ledger.writing() as connection:
        connection.execute(text("ALTER DATABASE standby SET default_transaction_read_only = on"))
    ledger.close()
    again = opens(target)
    assert list(again.dump()) == before
    with pytest.raises(LedgerError, match="takes no writing"):
        again.add([B])


# ------------------------------------------------------------------ damage


@pytest.mark.parametrize("how", ["pages", "cut", "head", "empty pages"])
def test_a_damaged_file_is_found(tmp_path, opens, how) -> None:
    """Overwritten, cut off, without its head: opening it or checking it says what is wrong, never anything but that."""
    path = tmp_path / "news.db"
    with opens(str(path)) as ledger:
        ledger.add(articles(40))
    sqlite3.connect(path).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    if how == "pages":
        data[len(data) // 3 : len(data) // 3 + 40_000] = b"\xa5" * 40_000
    elif how == "cut":
        del data[len(data) // 2 :]
    elif how == "head":
        data[:100] = b"\0" * 100
    else:
        data[8_192 : 8_192 + 65_536] = b"\0" * 65_536
    for beside in tmp_path.glob("news.db-*"):
        beside.unlink()
    path.write_bytes(data)
    said = _checked(opens, path)
    assert said
    assert any("restore" in one or "is no SQLite file" in one or "Fault" in one for one in said), said


def _checked(opens, path) -> list[str]:
    """What opening and checking a file says: its faults, or the error in words."""
    try:
        return [repr(one) for one in opens(str(path)).check()]
    except LedgerError as error:
        return [str(error)]


def test_a_torn_log_costs_at_most_what_was_not_yet_safe(tmp_path, opens) -> None:
    """A write-ahead log whose end is garbage, as after a power cut: the ledger opens, is whole, and takes the rest again."""
    path, given = tmp_path / "news.db", articles(20)
    with opens(str(path)) as ledger:
        ledger.add(given)
        for beside in ("", "-wal"):
            shutil.copy(f"{path}{beside}", tmp_path / f"torn.db{beside}")
    log = tmp_path / "torn.db-wal"
    data = log.read_bytes()
    log.write_bytes(data[: len(data) // 2] + os.urandom(64) * (len(data) // 128))
    torn = opens(str(tmp_path / "torn.db"))
    assert torn.check() == []
    torn.add(given)
    assert list(torn.dump()) == undisturbed(opens, lambda: str(tmp_path / "calm.db"), given)


def _tampered(ledger, *statements: str) -> set[str]:
    with ledger.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        for one in statements:
            connection.exec_driver_sql(one)
    return {f"{one.table}: {one.what}" for one in ledger.check()}


def _loosened(ledger) -> None:
    """Lets SQLite take rows whose references lead nowhere."""
    if ledger._engine.dialect.name == "sqlite":
        raw = ledger._engine.raw_connection()
        raw.cursor().execute("PRAGMA foreign_keys=OFF")
        raw.close()


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE articles SET article = replace(article, 'Riga', 'Oslo')", "hash"),
        ("UPDATE records SET record = replace(record, 'mode', 'mood')", ""),
        ("""UPDATE records SET record = replace(record, '"start":', '"start":9')""", ""),
        ("UPDATE records SET record = 'nothing'", "JSON"),
        ("UPDATE articles SET article = 'nothing'", "no article"),
        ("UPDATE event_values SET value = 'PT99M'", "not those of the record"),
        ("DELETE FROM event_actors", "not those of the record"),
        ("UPDATE groups SET report = 'r0000' WHERE report = (SELECT min(report) FROM groups)", "not there"),
        ("DELETE FROM articles WHERE id = (SELECT min(id) FROM articles)", "not there"),
    ],
)
def test_check_finds_each_kind_of_damage(ledger, statement, told) -> None:
    """Content that no longer has its hash, evidence outside the text, rows that are not the record's, references that lead nowhere."""
    ledger.add(ALL)
    _loosened(ledger)
    found = _tampered(ledger, statement)
    assert found
    assert any(told in one for one in found), found


# ------------------------------------------------------------------ lost connections


@pytest.fixture
def killer(server, opens):
    """What ends the connections to a database."""
    name = f"killer{os.urandom(4).hex()}"
    other = opens(server.database(name))

    def kill(database: str) -> int:
        with other.writing() as connection:
            query = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
            return len(connection.execute(query, {"name": database}).all())

    return kill


def test_a_connection_lost_in_a_transaction_loses_that_transaction_alone(
    server, opens, killer, tmp_path, monkeypatch
) -> None:
    """PostgreSQL ends the connection between the first row and the last: a clear message, none of that article, and the next run brings it."""
    given = articles(12)
    ledger = opens(server.database("lost"))
    put, countdown = keeping.put, [6]

    def cut(connection, *more):
        made = put(connection, *more)
        countdown[0] -= 1
        if countdown[0] == 0:
            assert killer("lost")
        return made

    monkeypatch.setattr(keeping, "put", cut)
    with pytest.raises(LedgerError, match=r"connection .* was lost"):
        ledger.add(given)
    assert ledger.counts().reports == 5
    assert ledger.check() == []
    ledger.add(given)
    assert list(ledger.dump()) == undisturbed(opens, lambda: str(tmp_path / "calm.db"), given)


def test_a_connection_lost_while_idle_is_made_anew(server, opens, killer) -> None:
    """A ledger that is kept open, as by the web pages, outlives a restart of its server."""
    ledger = opens(server.database("idle"))
    ledger.add(ALL)
    before = ledger.stories()
    assert killer("idle")
    assert ledger.stories() == before


def test_a_judgement_cut_off_is_not_half_there(server, opens, killer, monkeypatch) -> None:
    """A correction or merge is in the ledger or it is not."""
    ledger = opens(server.database("judged"))
    ledger.add(ALL)
    talks, storm = ledger.stories()
    clock, calls = ledger.clock, []

    def late() -> str:
        calls.append(killer("judged"))
        return clock()

    ledger.clock = late
    with pytest.raises(LedgerError, match=r"connection .* was lost"):
        ledger.merge("story", talks.id, storm.id, author="Ana", why="one day")
    ledger.clock = clock
    assert calls
    assert ledger.judgements() == []
    assert ledger.merge("story", talks.id, storm.id, author="Ana", why="one day")


# ------------------------------------------------------------------ clocks


def test_a_clock_that_jumps_back_loses_nothing(fresh, opens, clock) -> None:
    """Versions, judgements and undoings written under a clock that was set back: all there, in force as they were made, and whole."""
    ledger = opens(fresh())
    clock.day = "2026-03-20"
    ledger.add([A, B, OTHER])
    clock.day = "2026-03-01"  # the clock was wrong by weeks and is set right
    newer = replace(A, text=TALKS.replace("20 minutes", "25 minutes"), updated="2026-03-04")
    assert ledger.add([newer, COPY])[0].how == "version"
    talks = next(one for one in ledger.stories() if len(one.reports) > 1)
    storm = next(one for one in ledger.stories() if len(one.reports) == 1)
    made = ledger.merge("story", talks.id, storm.id, author="Ana", why="one day")
    assert len(ledger.stories()) == 1
    clock.day = "2026-02-01"
    ledger.undo(made.id, author="Ben", why="it is not")
    assert len(ledger.stories()) == 2
    assert [one.verb for one in sorted(ledger.judgements(), key=lambda one: one.verb)] == ["merge", "undo"]
    assert ledger.check() == []
    assert ledger.counts().versions == 5
    assert "25 minutes" in next(one for one in ledger.every_record() if one[1].article.key == "a")[1].article.text


def test_a_clock_that_jumps_ahead_is_no_bar(fresh, opens, clock) -> None:
    """What was added under a clock years ahead is there, and so is all that comes after it."""
    ledger = opens(fresh())
    clock.day = "2039-01-01"
    ledger.add([A])
    clock.day = "2026-03-01"
    ledger.add([B, OTHER])
    assert {one.key for story in ledger.stories() for one in story.reports} == {"a", "b", "d"}
    assert ledger.check() == []


# ------------------------------------------------------------------ two writers


def test_a_writer_that_waits_too_long_is_told_why(fresh, opens, monkeypatch) -> None:
    """The second writer says who is in the way, and writes when the first is done."""
    monkeypatch.setattr(engines, "PATIENCE", 1)
    target = fresh()
    first, second = opens(target), opens(target)
    with first.writing(), pytest.raises(LedgerError, match="in use by another writer"):
        second.add([A])
    assert second.add([A])[0].how == "new"


def test_a_reader_is_not_held_up_by_a_writer(fresh, opens, monkeypatch) -> None:
    """While one writes, others read what was there before."""
    monkeypatch.setattr(engines, "PATIENCE", 1)
    target = fresh()
    writer, reader = opens(target), opens(target)
    writer.add([A])
    with writer.writing() as connection:
        connection.execute(text("UPDATE articles SET outlet = 'Other'"))
        assert [one.outlet for story in reader.stories() for one in story.reports] == ["Baltic Wire"]
