"""A batch: files in, tables by day out; nothing lost, nothing twice, whatever happens."""

from __future__ import annotations

import gzip
import json
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import batch_kills
import pytest
from batch_folder import lines, stub

from onrecord.batch.manifest import opened
from onrecord.batch.tables import TABLES, Column, rows
from onrecord.batch.writers import LinesWriter
from onrecord.errors import BatchError, SourceError
from onrecord.values.notation import read as noted
from onrecord.values.wire import dumps

DAYS = ("2026-03-01", "2026-03-02", "2026-03-03")


def read(path: Path, table: str, day: str) -> list[dict]:
    told = gzip.decompress((path / table / f"day={day}" / "part-0.jsonl.gz").read_bytes())
    return [json.loads(line) for line in told.splitlines()]


def test_articles_become_tables_by_day_in_the_order_of_the_inputs(source, batch, tmp_path) -> None:
    """Each table has a partition a day; articles stand in the order in which they came; one without a day is in the null partition."""
    watcher, summary, _ = batch(source)
    assert len(watcher.articles) == 31
    assert summary.held.articles == watcher.wrote_articles == 31
    found = {day: read(tmp_path / "out", "articles", day) for day in DAYS}
    assert [row["n"] for row in found[DAYS[0]]] == list(range(len(found[DAYS[0]])))
    keys = [int(row["key"][1:]) for row in found[DAYS[1]]]
    assert keys == sorted(keys)
    undated = read(tmp_path / "out", "articles", "__HIVE_DEFAULT_PARTITION__")
    assert undated[0]["key"] == "a.txt"
    assert sum(map(len, found.values())) + len(undated) == 31
    assert read(tmp_path / "out", "records", DAYS[0])[0]["schema"] == "onrecord/1"


def test_two_workers_and_other_shards_give_the_same_bytes(source, batch) -> None:
    """What is written depends on the articles alone, not on who read them or how they were shared out."""
    _, _, one = batch(source, out="one")
    _, _, two = batch(source, out="two", workers=2, size=7)
    assert one == two
    assert len(one) == 4 * len(TABLES)


def test_the_same_again_reads_nothing(source, batch) -> None:
    """A batch that is done is passed over, and its tables are left as they are."""
    _, _, before = batch(source)
    watcher, summary, after = batch(source)
    assert watcher.articles == []
    assert watcher.passed_over == 31
    assert summary.days == 0
    assert before == after


def test_a_changed_file_is_read_anew_and_a_new_one_is_added(source, batch) -> None:
    """As if all had been read at once: only the shards that changed are read, and nothing of the old file stays."""
    batch(source)
    changed = lines(30)
    changed[29] = json.dumps({"key": "new", "text": "The port opened.", "published": "2026-03-09"})
    (source / "b.jsonl").write_text("\n".join(changed) + "\n", encoding="utf-8")
    (source / "0.jsonl").write_text('{"key": "first", "text": "The bridge closed.", "published": "2026-03-01"}\n')
    watcher, summary, after = batch(source)
    assert len(watcher.articles) == 11
    assert summary.held.articles == 32
    assert after == batch(source, out="fresh")[2]


def test_a_day_that_has_no_article_any_more_is_taken_away(source, batch, tmp_path) -> None:
    """A file that is gone takes its tables with it, when its folder is given again."""
    late = source / "late.jsonl"
    late.write_text('{"key": "z", "text": "Snow fell.", "published": "2026-12-24"}\n')
    batch(source)
    assert (tmp_path / "out/articles/day=2026-12-24").exists()
    late.unlink()
    batch(source)
    assert not (tmp_path / "out/articles/day=2026-12-24").exists()


def test_inputs_given_one_after_the_other_add_up(source, batch, tmp_path) -> None:
    """Tuesday's file into the folder that holds Monday's: both are there."""
    other = tmp_path / "tuesday.jsonl"
    other.write_text("\n".join(lines(5, seed=9)) + "\n", encoding="utf-8")
    batch(source)
    _, summary, _ = batch(other)
    assert summary.held.articles == 36


@pytest.mark.parametrize(
    ("word", "why"), [("CRASH", "ended by SIGSEGV"), ("HANG", "longer than 0.5 seconds"), ("RAISE", "KeyError")]
)
def test_a_poisonous_article_is_set_aside_and_the_shard_goes_on(word, why, batch, tmp_path) -> None:
    """One that ends the process, or never ends itself, costs itself alone: it has a problem, and it is kept."""
    (tmp_path / "in.jsonl").write_text("\n".join([*lines(2), json.dumps({"key": "p", "text": word}), *lines(2)]) + "\n")
    _, summary, _ = batch(tmp_path / "in.jsonl", job=stub(seconds=0.5))
    assert summary.held.articles == 5
    assert summary.held.aside == 1
    (kept,) = (tmp_path / "out" / "set-aside").iterdir()
    assert json.loads(kept.read_text())["text"] == word
    (problem,) = [
        row for row in read(tmp_path / "out", "problems", "__HIVE_DEFAULT_PARTITION__") if row["stage"] == "batch"
    ]
    assert why in problem["message"]
    assert "in.jsonl line 3" in problem["where"]


def test_a_worker_that_is_killed_with_an_article_in_hand_changes_nothing(batch, tmp_path) -> None:
    """The article is read again by a fresh process, and is neither lost nor set aside nor there twice."""
    once = json.dumps({"key": "o", "text": f"ONCE {tmp_path / 'mark'}"})
    (tmp_path / "in.jsonl").write_text("\n".join([*lines(3), once, *lines(3)]) + "\n")
    _, summary, killed = batch(tmp_path / "in.jsonl")
    assert (summary.held.articles, summary.held.aside) == (7, 0)
    assert killed == batch(tmp_path / "in.jsonl", out="calm")[2]


def test_kills_change_nothing(tmp_path) -> None:
    """Three kills of driver, worker or all at once: the tables are those of an undisturbed run. `make batch-kills` does a hundred."""
    source = tmp_path / "reports.jsonl"
    source.write_text("\n".join(lines(40)) + "\n", encoding="utf-8")
    found = batch_kills.disturbed(source, tmp_path, 3, random.Random(3), batch_kills.Way("stub"))
    assert found.landed.total() >= 3
    assert found.differing == 0
    assert not found.orphans


def test_what_outlives_its_driver_is_told_by_name() -> None:
    """And ended; what ends in time is no fault, and its time is told."""
    waits = subprocess.Popen([sys.executable, str(batch_kills.HERE / "stub.py")], stdin=subprocess.PIPE)
    ends = subprocess.Popen(["sleep", "0.1"])
    threading.Thread(target=ends.wait, daemon=True).start()
    found = batch_kills.Outcome()
    batch_kills.awaited([waits.pid, ends.pid], found, 1.0)
    assert found.orphans == {"batch/stub.py": 1}
    assert found.longest[1] == "sleep"
    waits.communicate()
    assert waits.returncode == -signal.SIGKILL


def test_two_batches_in_one_folder_are_refused(source, batch, tmp_path) -> None:
    """The second says so at once, and the first goes on."""
    (tmp_path / "out").mkdir()
    with opened(tmp_path / "out"), pytest.raises(BatchError, match="another batch is at work"):
        batch(source)


def test_other_settings_are_refused_unless_all_is_to_be_read_again(source, batch) -> None:
    """No table mixes what two versions or settings read; --again reads all anew."""
    batch(source)
    other = stub(given=(("outlet", "The Courier"),))
    with pytest.raises(BatchError, match="--again"):
        batch(source, job=other)
    watcher, _, after = batch(source, job=other, again=True)
    assert len(watcher.articles) == 31
    assert after == batch(source, out="fresh", job=other)[2]


def test_a_reader_that_cannot_be_loaded_says_why(source, batch, monkeypatch) -> None:
    """Damaged weights are no fault of the articles."""
    monkeypatch.setenv("STUB", "DAMAGED")
    with pytest.raises(BatchError, match="the weights are damaged"):
        batch(source)


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("-", "save it to a file"), ("https://example.org/a", "fetch it first"), ("none.txt", "check the path")],
)
def test_what_cannot_be_read_twice_is_refused(name, remedy, tmp_path, batch, monkeypatch) -> None:
    """Standard input, addresses, missing files: the message names the remedy, and nothing is begun."""
    from onrecord.batch.lots import lots

    with pytest.raises(SourceError, match=remedy):
        list(lots([name], "auto", 10))


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes(batch, tmp_path) -> None:
    """And the rest is a problem."""
    whole = gzip.compress(b"".join(line.encode() + b"\n" for line in lines(400)), mtime=0)
    (tmp_path / "cut.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    watcher, summary, _ = batch(tmp_path / "cut.jsonl.gz", size=50)
    assert 50 < summary.held.articles < 400
    assert sum(one["problems"] for one in watcher.articles) >= 1


RECORD = noted(
    """
onrecord/1
article "k1"
  outlet "Baltic Wire"
text
  | Ilves and Toom met for 20 minutes, state radio reported.

CONSULT e1 'met' mode third-party ~0.9 [head:anchor]
  who p1 'Ilves'
  duration exact PT20M '20 minutes' by a1
says a1 indirect 'Ilves and Toom met for 20 minutes' ~0.75 [said-behind]
  source 'state radio' other_outlet
  cue 'reported'
actor p1 "Anna Ilves" person
  mentions name 'Ilves'
problem times "k1" "no day is known" "Give --published."
"""
)


def test_rows_tell_who_did_what_and_who_says_so() -> None:
    """Each row has the columns of its table, no more and no fewer, in their order."""
    found = list(rows(RECORD, dumps(RECORD), 4))
    for table, row in found:
        assert list(row) == [column.name for column in TABLES[table]], table
        assert row["n"] == 4
    event = next(row for table, row in found if table == "events")
    assert event["actors"][0]["name"] == "Anna Ilves"
    assert event["values"][0] | {"start": 0, "end": 0} == {
        "field": "duration", "value": "PT20M", "low": event["values"][0]["low"], "high": event["values"][0]["high"], "bound": "exact", "of": None,
        "by": "a1", "start": 0, "end": 0,
    }  # fmt: skip
    said = next(row for table, row in found if table == "attributions")
    assert (said["source"], said["cue"]) == ("state radio", "reported")


def test_every_column_is_told_in_the_documentation() -> None:
    """docs/batch.md names each column of each table, and those inside lists."""
    text = (Path(__file__).parents[2] / "docs" / "batch.md").read_text(encoding="utf-8")

    def each(columns: tuple[Column, ...]):
        for column in columns:
            yield column
            yield from each(column.of)

    for table, columns in TABLES.items():
        section = text.partition(f"### {table}\n")[2].partition("\n### ")[0]
        for column in each(columns):
            assert f"`{column.name}`" in section, (table, column.name)


def test_lines_are_one_row_each_whatever_is_in_them(tmp_path) -> None:
    """Half surrogates and separators of lines are written as escapes."""
    writer = LinesWriter("problems", tmp_path / "p")
    writer.add({"n": 0, "message": "a\u2028b\ud800"})
    writer.close()
    (line,) = gzip.decompress((tmp_path / "p").read_bytes()).splitlines()
    assert json.loads(line)["message"] == "a\u2028b\ud800"


def test_parquet_holds_the_same_rows_as_json_lines(source, batch, tmp_path) -> None:
    """And its schema is the same in every partition, also where a table is empty."""
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install 'onrecord[parquet]'")
    batch(source)
    batch(source, out="arrow", format="parquet")
    for day in DAYS:
        for table in ("articles", "problems"):
            found = parquet.ParquetFile(tmp_path / "arrow" / table / f"day={day}" / "part-0.parquet").read()
            assert found.column_names == [column.name for column in TABLES[table]]
            assert found.to_pylist() == read(tmp_path / "out", table, day)


def test_parquet_takes_what_events_hold(tmp_path) -> None:
    """Lists of participants, times, places and values come back as they went in."""
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install 'onrecord[parquet]'")
    from onrecord.batch.writers import ParquetWriter

    (event,) = [row for table, row in rows(RECORD, dumps(RECORD), 0) if table == "events"]
    writer = ParquetWriter("events", tmp_path / "e")
    writer.add(event)
    writer.close()
    assert parquet.ParquetFile(tmp_path / "e").read().to_pylist() == [event]


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (sqlite3.OperationalError("database or disk is full"), "is full: make room and run the same command"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "check the permissions"),
        (sqlite3.DatabaseError("database disk image is malformed"), "remove .*batch and run the same command"),
    ],
)
def test_what_the_manifest_cannot_do_is_said_with_the_remedy(fault, says, tmp_path) -> None:
    """A disk that fills up, or a damaged manifest, in the middle of a batch ends it in words."""
    with pytest.raises(BatchError, match=says), opened(tmp_path):
        raise fault
