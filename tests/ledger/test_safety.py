"""Kills, two writers, damage, versions of the schema, backups."""

from __future__ import annotations

import os
import random
import sqlite3

import kills
import pytest
import synthetic
from sqlalchemy import text

from onrecord.errors import LedgerError
from onrecord.ledger import migrations
from onrecord.ledger.migrations import STEPS, Step, bring_up_to_date
from samples import ALL, A


def test_after_kills_the_ledger_is_the_one_never_disturbed(fresh, tmp_path, monkeypatch) -> None:
    """Five SIGKILLs at random moments of `onrecord add` over 40 articles lose nothing and repeat nothing (200 over 2,000: `make kills`)."""
    monkeypatch.setenv("ONRECORD_LEARNED", "0")
    kills.warm()
    file = synthetic.write(tmp_path / "reports.jsonl", 40)
    found = kills.disturbed(file, (fresh(), fresh()), 5, random.Random(1))
    assert (found.landed, found.same, found.faults) == (5, True, 0)


def test_two_writers_at_once_do_not_disturb_each_other(fresh, opens) -> None:
    """Two processes add the same articles at once: each article is there once, and the ledger is that of one writer."""
    target, alone = fresh(), opens(fresh())
    opens(target).close()
    articles = [one for one in _articles(60) if one.text]
    children = [_child(target, articles, opens) for _ in range(2)]
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0, 0]
    alone.add(articles)
    assert list(opens(target).dump()) == list(alone.dump())


def _articles(number):
    from onrecord.keeping.given import article_of

    rows = synthetic.reports(number)
    return [article_of(row | {"key": f"k{i}"}) for i, row in enumerate(rows)]


def _child(target, articles, opens) -> int:
    if child := os.fork():
        return child
    status = 1
    try:
        opens(target).add(articles)
        status = 0
    finally:
        os._exit(status)


def test_what_was_added_and_not_grouped_is_seen_all_the_same(ledger) -> None:
    """After a run that was stopped before its grouping, views are right, and the next run settles it."""
    list(ledger.adding(ALL))
    before = ledger.stories()
    assert len(before) == 2
    assert ledger.settle() == 4
    assert ledger.stories() == before
    assert ledger.settle() == 0


def test_check_finds_what_was_tampered_with(ledger) -> None:
    """A changed record, a lost row and a lost search entry are each found and named."""
    ledger.add(ALL)
    assert ledger.check() == []
    with ledger.writing() as connection:
        connection.execute(text("UPDATE records SET record = replace(record, '20 minutes', '90 minutes')"))
        connection.execute(text("DELETE FROM event_values WHERE value = 'PT35M'"))
        connection.execute(text("DELETE FROM search WHERE text LIKE 'A storm%'"))
    found = ledger.check()
    assert {one.table for one in found} == {"records", "event_values", "search"}
    assert all(one.what for one in found)


def test_a_backup_brings_all_of_it_back(ledger, fresh, opens, tmp_path) -> None:
    """From either database to one file, and from that file to either; never over what is there."""
    ledger.add(ALL)
    talks, storm = ledger.stories()
    ledger.merge("story", talks.id, storm.id, author="Ana", why="the same day")
    ledger.backup(tmp_path / "backup.db")
    again = opens(fresh())
    again.restore(tmp_path / "backup.db")
    assert list(again.dump()) == list(ledger.dump())
    assert again.search("railway") == ledger.search("railway")
    assert again.check() == []
    with pytest.raises(LedgerError, match="is there already"):
        ledger.backup(tmp_path / "backup.db")
    with pytest.raises(LedgerError, match="is not empty"):
        again.restore(tmp_path / "backup.db")


def test_a_newer_ledger_is_refused_with_the_remedy(fresh, opens) -> None:
    """An onrecord that does not know a ledger's schema touches nothing and says what to install."""
    target = fresh()
    with opens(target) as ledger, ledger.writing() as connection:
        connection.execute(text("INSERT INTO ledger_version VALUES (99, 'from the future', '2030-01-01')"))
    with pytest.raises(LedgerError, match="install a newer onrecord"):
        opens(target)


def test_an_older_ledger_takes_the_steps_that_are_missing(fresh, opens) -> None:
    """Steps run once, in their order, and a step that fails leaves the ledger as it was."""
    ledger, taken, next_one = opens(fresh()), [], STEPS[-1].version + 1
    ledger.add([A])
    steps = (
        *STEPS,
        Step(
            next_one,
            "more",
            lambda connection: connection.execute(text("CREATE TABLE more (x INTEGER)")) and taken.append(next_one),
        ),
    )
    assert bring_up_to_date(ledger._engine, "2026-03-01", steps) == next_one
    assert bring_up_to_date(ledger._engine, "2026-03-01", steps) == next_one
    assert taken == [next_one]

    def breaks(connection) -> None:
        connection.execute(text("CREATE TABLE half (x INTEGER)"))
        raise RuntimeError("a bad step")

    with pytest.raises(RuntimeError, match="a bad step"):
        bring_up_to_date(ledger._engine, "2026-03-01", (*steps, Step(next_one + 1, "worse", breaks)))
    with ledger.reading() as connection:
        assert migrations._version(connection) == next_one
        assert not migrations.inspect(connection).has_table("half")


def test_files_that_are_no_ledger_are_refused_in_words(tmp_path, opens) -> None:
    """A text, somebody else's database, a folder, a missing file, an unknown kind of database: each with what to do."""
    (tmp_path / "notes.txt").write_text("a shopping list, long enough to be no database at all " * 20)
    strange = sqlite3.connect(tmp_path / "strange.db")
    strange.execute("CREATE TABLE recipes (x)")
    strange.commit()
    strange.close()
    for target, told in (
        ("notes.txt", "is no SQLite file"),
        ("strange.db", "of something else"),
        (".", "is a folder"),
        ("no/such/news.db", "is not there"),
        ("mysql://me:secret@host/news", "cannot live in mysql"),
    ):
        with pytest.raises(LedgerError, match=told) as refused:
            opens(target if "://" in target else str(tmp_path / target))
        assert "secret" not in str(refused.value)
    with pytest.raises(LedgerError, match="there is no ledger"):
        opens(str(tmp_path / "none.db"), create=False)
    assert not (tmp_path / "none.db").exists()


def test_sqlite_tables_are_strict_and_written_ahead(tmp_path, opens) -> None:
    """STRICT tables, WAL, foreign keys that hold."""
    path = tmp_path / "one.db"
    with opens(str(path)) as ledger:
        ledger.add([A])
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    kept = dict(
        raw.execute(
            "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND name IN ('articles', 'events', 'links')"
        )
    )
    assert kept == {"articles": 1, "events": 1, "links": 1}
    raw.close()
