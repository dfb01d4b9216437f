"""Merges and splits of actors and places that cannot be, ids cut short, and ledgers made of backups: whole or not at all."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from conftest import tell
from sqlalchemy import create_engine, inspect, select

from onrecord.api import restore_ledger
from onrecord.errors import LedgerError
from onrecord.ledger import schema
from samples import ALL, OTHER, A

WHO = {"author": "Ana", "why": "checked"}
NARVA = replace(OTHER, text="Kask and Sokk met in Narva on Friday for 5 minutes, the ministry said.")


def ids(ledger, table) -> dict[str, str]:
    with ledger.reading() as connection:
        return {row.name: row.id for row in connection.execute(select(table.c.name, table.c.id))}


def _read(article, settings):
    """The meeting, with Toom a state, and Riga in Latvia."""
    record = tell(article, settings)
    actors = tuple(
        replace(one, kind="state") if one.name == "Toom" and one.id != "a3" else one for one in record.actors
    )
    country = {"Riga": "LVA", "Narva": "EST"}
    places = tuple(replace(one, country=country.get(one.name)) for one in record.places)
    return replace(record, actors=actors, places=places)


def test_merges_of_what_cannot_be_one_are_refused(tmp_path, opens) -> None:
    """A person and a state, places of two countries, what is one already; what is read wrongly is corrected first."""
    ledger = opens(str(tmp_path / "one.db"), read=_read)
    ledger.add([A, NARVA])
    actors, places = ids(ledger, schema.actors), ids(ledger, schema.places)
    one = actors["Ilves"]
    with pytest.raises(LedgerError, match=r"different kinds \(person, state\): correct the kind"):
        ledger.merge("actor", one, actors["Toom"], **WHO)
    first, second = list(places.values())[:2]
    with pytest.raises(LedgerError, match="different countries"):
        ledger.merge("place", first, second, **WHO)
    ledger.merge("actor", one, actors["Kask"], **WHO)
    with pytest.raises(LedgerError, match="one actor already"):
        ledger.merge("actor", actors["Kask"], one, **WHO)
    with pytest.raises(LedgerError, match="is the id of a actor, not of a place"):
        ledger.merge("place", one, first, **WHO)
    assert [j.verb for j in ledger.judgements()] == ["merge"]


def test_an_actor_is_split_off_only_where_it_is_named(tmp_path, opens) -> None:
    """A report that does not name the actor cannot tell it apart; the refusal names those that do."""
    ledger = opens(str(tmp_path / "one.db"))
    ledger.add([A, NARVA])
    reports = {one.key: one.id for story in ledger.stories() for one in story.reports}
    ilves = ids(ledger, schema.actors)["Ilves"]
    with pytest.raises(LedgerError, match=f"does not name actor {ilves[:9]}: those that do are {reports['a'][:9]}"):
        ledger.split("actor", ilves, [reports["d"]], **WHO)
    assert ledger.judgements() == []
    ledger.split("actor", ilves, [reports["a"]], **WHO)


def test_any_beginning_of_an_id_that_is_one_alone_is_enough(ledger) -> None:
    """Of a report, a story, a judgement: two characters where they suffice."""
    ledger.add(ALL)
    story = ledger.stories()[0]
    least = next(
        story.id[:n] for n in range(2, 33) if sum(one.id.startswith(story.id[:n]) for one in ledger.stories()) == 1
    )
    assert ledger.story(least).id == story.id
    report = story.reports[0].id
    short = next(report[:n] for n in range(2, 33) if sum(one.startswith(report[:n]) for one in ledger.reports()) == 1)
    assert ledger.locate(short) == (report, None)
    made = ledger.accept(short, "e1", **WHO)
    ledger.undo(made.id[:2], **WHO)


def test_a_restore_that_fails_leaves_nothing_behind(fresh, opens, tmp_path, clock) -> None:
    """No file, no table: a file that is no backup, a damaged one, one of a newer onrecord; then the good one can be restored."""
    ledger = opens(fresh())
    ledger.add(ALL)
    good = tmp_path / "good.db"
    ledger.backup(good)
    (tmp_path / "text.db").write_text("no database")
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(good.read_bytes())
    with sqlite3.connect(damaged) as raw:
        raw.execute("DROP TABLE search")
    target = fresh()
    for bad in ("none.db", "text.db", "damaged.db"):
        with pytest.raises(LedgerError):
            restore_ledger(tmp_path / bad, target, clock=clock)
        if "://" in target:
            engine = create_engine(target.replace("postgresql://", "postgresql+psycopg://"))
            assert inspect(engine).get_table_names() == []
            engine.dispose()
        else:
            assert not [one.name for one in tmp_path.iterdir() if one.name.startswith(target.rpartition("/")[2])]
    restore_ledger(good, target, clock=clock)
    restored = opens(target)
    assert list(restored.dump()) == list(ledger.dump())
    assert restored.check() == []
    with pytest.raises(LedgerError, match="is not empty"):
        restore_ledger(good, target, clock=clock)
    assert list(restored.dump()) == list(ledger.dump())
