"""A batch into a ledger: one process writes, nothing is lost or there twice."""

from __future__ import annotations

import json

import pytest
from batch_folder import lines, stub

import onrecord
from onrecord.batch.run import Silent
from onrecord.errors import BatchError
from onrecord.values.article import Article
from onrecord.views.cli import batch as verb
from onrecord.views.cli.main import main


def ids(ledger) -> set[str]:
    """The reports of a ledger."""
    with onrecord.open_ledger(ledger, create=False) as opened:
        return {report.id for story in opened.stories() for report in story.reports}


def into(source, tmp_path, out="tables", **more):
    return onrecord.read_batch(
        [source], out and tmp_path / out, ledger=tmp_path / "news.db", job=stub(), format="jsonl", size=7, **more
    )


def test_a_ledger_holds_what_the_tables_hold(source, tmp_path) -> None:
    """Every report that stands is there under the id that `add` would give it, whoever read it; the tables are as without a ledger."""
    summary = into(source, tmp_path, workers=2)
    assert summary.held.articles == 31
    with onrecord.open_ledger(tmp_path / "added.db", settings=stub().settings) as added:
        added.read = _stubbed
        added.add([Article("The ministers met in Riga.", key="a.txt"), *(json.loads(line) for line in lines(30))])
    assert ids(tmp_path / "news.db") == ids(tmp_path / "added.db")


def _stubbed(article, settings):
    from stub import read

    return read(article, settings)


def test_the_same_again_reads_and_keeps_nothing(source, tmp_path) -> None:
    """What is done is passed over, in a ledger alone as with tables."""
    watcher = _Counting()
    into(source, tmp_path, out=None)
    before = ids(tmp_path / "news.db")
    summary = into(source, tmp_path, out=None, watcher=watcher)
    assert watcher.read == 0
    assert (summary.held.articles, summary.form) == (31, "")
    assert ids(tmp_path / "news.db") == before
    assert (tmp_path / "news.db.batch" / ".batch" / "manifest.db").exists()


class _Counting(Silent):
    read = 0

    def article(self, told):
        self.read += 1


def test_stopped_between_ledger_and_manifest_nothing_is_there_twice(source, tmp_path, monkeypatch) -> None:
    """A shard that is kept but not yet noted as done is read again, and changes nothing."""
    from onrecord.batch.manifest import Manifest

    whole = Manifest.keep

    def cut_off(self, done):
        if done.place[2] == 2:
            raise KeyboardInterrupt
        whole(self, done)

    monkeypatch.setattr(Manifest, "keep", cut_off)
    with pytest.raises(KeyboardInterrupt):
        into(source, tmp_path)
    monkeypatch.undo()
    into(source, tmp_path)
    found = ids(tmp_path / "news.db")
    (tmp_path / "calm").mkdir()
    into(source, tmp_path / "calm")
    assert found == ids(tmp_path / "calm" / "news.db")


def test_a_ledger_that_is_gone_is_missed(source, tmp_path) -> None:
    """The folder says that all was kept; so an empty ledger is not passed over in silence. --again reads all anew."""
    into(source, tmp_path)
    whole = ids(tmp_path / "news.db")
    for path in tmp_path.glob("news.db*"):
        path.unlink()
    with pytest.raises(BatchError, match="--again"):
        into(source, tmp_path)
    into(source, tmp_path, again=True)
    assert ids(tmp_path / "news.db") == whole


@pytest.mark.parametrize("begun", [{}, {"ledger": "old.db"}])
def test_a_batch_begun_with_another_ledger_says_so(begun, source, tmp_path) -> None:
    """Nothing was ever read into the new one: it is not said to be gone. So for a batch that was begun without a ledger."""
    ledger = {name: tmp_path / value for name, value in begun.items()}
    onrecord.read_batch([source], tmp_path / "tables", job=stub(), format="jsonl", size=7, **ledger)
    with pytest.raises(BatchError, match="or for another ledger: give what it was begun with") as told:
        into(source, tmp_path)
    assert "any more" not in str(told.value)


def test_a_poisonous_article_is_in_the_ledger_with_its_problem(tmp_path) -> None:
    """As a report without text."""
    (tmp_path / "in.jsonl").write_text("\n".join([*lines(2), json.dumps({"key": "p", "text": "CRASH"})]) + "\n")
    summary = into(tmp_path / "in.jsonl", tmp_path)
    assert summary.held.aside == 1
    with onrecord.open_ledger(tmp_path / "news.db") as ledger:
        told = [problem.message for _, problem in ledger.problems()]
        assert any("SIGSEGV" in one for one in told)
        assert not list(ledger.check())


@pytest.mark.parametrize(
    ("more", "remedy"),
    [({}, "Give --out DIR"), ({"ledger": "postgresql+psycopg://nobody@localhost/none"}, "needs a folder")],
)
def test_a_batch_to_nowhere_is_refused(more, remedy, source, monkeypatch) -> None:
    """The message names what to give."""
    from onrecord.batch.into import batched

    with pytest.raises(BatchError, match=remedy):
        batched([str(source)], None, stub(), Silent(), **more)


def test_the_command_says_what_the_ledger_holds(source, tmp_path, capsys, monkeypatch) -> None:
    """Reports, stories and events, beside the tables or alone."""
    monkeypatch.setattr(verb, "job_of", lambda args: stub())
    assert main(["batch", str(source), "--ledger", str(tmp_path / "n.db"), "--workers", "1"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("31 reports read\n")
    assert f"{tmp_path / 'n.db'} holds " in said
    assert "tables" not in said
