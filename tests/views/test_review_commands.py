"""`onrecord correct`, `user`, `review`: what a person does at the terminal with a ledger, and sees."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from review_news import TEXT, record

from onrecord.keeping.ledger import Ledger
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.wire import dumps
from onrecord.views.cli.main import main


@pytest.fixture
def ledger(tmp_path, monkeypatch) -> str:
    """The file of a ledger with one report, read by hand."""
    target = str(tmp_path / "news.db")
    read = lambda article, settings: replace(record(), article=replace(record().article, key=article.key))  # noqa: E731
    with Ledger(
        target, clock=lambda: "2026-03-02T10:00:00.000000Z", settings=Settings(learned=False), read=read
    ) as one:
        one.add([Article(TEXT, key="riga", published="2026-03-02", outlet="Baltic Wire")])
        monkeypatch.setenv("REPORT", one.reports()[0])
    monkeypatch.setenv("ONRECORD_LEDGER", target)
    monkeypatch.setenv("ONRECORD_AUTHOR", "Ana")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    return target


@pytest.fixture
def run(ledger, capsys):
    """Runs a command; gives its exit status, output and errors."""

    def ran(*words: str) -> tuple[int, str, str]:
        status = main(list(words))
        out = capsys.readouterr()
        return status, out.out, out.err

    return ran


@pytest.fixture
def report(ledger, monkeypatch) -> str:
    import os

    return os.environ["REPORT"][:9]


def test_a_value_is_corrected_seen_and_taken_back(run, report) -> None:
    """The story shows the new value beside the words of the text, `judgements` who and why, and `undo` gives the old value back."""
    status, out, _ = run("correct", report, "e1.duration", "PT35M", "--why", "the readout")
    assert status == 0
    judgement = out.split()[0]
    assert f"Ana corrected e1.fields.duration.0 of {report}: PT20M → PT35M" in out
    assert f"onrecord undo {judgement}" in out
    _, out, _ = run("story", report)
    assert "PT35M (corrected; the text has “20 minutes”)" in out
    assert "the readout" in out
    assert run("undo", judgement, "--why", "misread")[0] == 0
    _, out, _ = run("story", report)
    assert "PT35M (corrected" not in out
    assert "(undone by" in run("judgements")[1]


def test_what_can_be_judged_is_listed_with_its_path(run, report) -> None:
    """Without a value, `correct` lists paths, values and evidence; with a path what is there; as JSON with choices."""
    _, out, _ = run("correct", report)
    assert "e2.fields.killed.0 3 killed of ASSAULT “fired”" in " ".join(out.split())
    _, out, _ = run("correct", report, "e2.killed")
    assert len(out.strip().split("\n")) == 2
    _, out, _ = run("correct", report, "e1.type", "--format", "json")
    (target,) = json.loads(out)["targets"]
    assert (target["value"], "AGREE" in target["choices"]) == ("CONSULT", True)


def test_accept_reject_insert_and_an_event_by_its_own_id(run, report, ledger) -> None:
    """The other three judgements; a path can begin with the ledger's id of an event."""
    assert run("correct", report, "e1.actors.0", "--accept", "--why", "checked")[0] == 0
    assert run("correct", report, "e1.where.0", "--reject", "--why", "the dateline")[0] == 0
    words = '{"value": "grain", "start": 98, "end": 103}'
    assert run("correct", report, "e1.fields.topics", "--insert", words, "--why", "missed")[0] == 0
    _, out, _ = run("story", report, "--format", "json")
    event = next(one["id"] for one in json.loads(out)["events"] if one["type"] == "CONSULT")
    assert run("correct", event[:9], "type", "AGREE", "--why", "a treaty")[0] == 0
    assert run("ledger", "check", "--quiet")[0] == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("e1.duration", "PT3M"), "why? Give --why"),
        (("e1.duration", "long", "--why", "x"), "ISO 8601"),
        (("e9.type", "AGREE", "--why", "x"), "no 'e9' in this record"),
        (("e1.type", "AGREE", "--reject", "--why", "x"), "not both"),
        (("e1.fields.topics", "--insert", "grain", "--why", "x"), "takes JSON"),
        (("e1.nothing",), "nothing can be judged at e1.nothing"),
    ],
)
def test_misuse_of_correct_is_told_in_a_line(run, report, words, said) -> None:
    """Each with its remedy, and exit status 2."""
    status, _, err = run("correct", report, *words)
    assert status == 2
    assert said in err
    assert err.count("\n") == 1


def test_users_are_added_listed_and_removed(run, monkeypatch) -> None:
    """The password comes from standard input where that is no terminal, and is shown nowhere."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("a long password\n"))
    assert "Ana can log in" in run("user", "add", "Ana")[1]
    assert "never logged in" in run("user", "list")[1]
    monkeypatch.setattr(sys, "stdin", io.StringIO("short\n"))
    status, _, err = run("user", "password", "Ana")
    assert (status, "8 to 1024" in err) == (2, True)
    assert run("user", "remove", "Ana")[0] == 0
    assert "No users" in run("user", "list")[1]
    assert "who? onrecord user add NAME" in run("user", "add")[2]


def test_a_ledger_goes_to_a_tool_and_back(run, report, tmp_path, ledger) -> None:
    """What was changed in brat is judged once; what was corrected here meanwhile stays."""
    assert run("review", "export", "--to", "brat", "--out", str(tmp_path / "brat"))[0] == 0
    run("correct", report, "e1.duration", "PT35M", "--why", "meanwhile")
    (ann,) = (tmp_path / "brat").glob("*.ann")
    ann.write_text(ann.read_text().replace("\tASSAULT ", "\tCOERCE "))
    _, out, _ = run("review", "import", "--from", "brat", str(tmp_path / "brat"), "--why", "second reader")
    assert "edit e2.type: ASSAULT “fired” is COERCE" in out
    assert "1 judgement from 1 report" in out
    assert "0 judgements from 1 report" in run("review", "import", "--from", "brat", str(tmp_path / "brat"))[1]
    _, out, _ = run("story", report)
    assert "PT35M (corrected" in out
    assert "COERCE" in out


def test_corrections_are_training_data_without_texts(run, report, tmp_path) -> None:
    """Sentences with judged events, with keys, hashes and offsets; other events in them teach nothing."""
    run("correct", report, "e1.type", "AGREE", "--why", "a treaty", "--dated", "2026-03-04")
    assert run("review", "training", "--out", str(tmp_path / "labels"))[0] == 0
    (line,) = (json.loads(one) for one in (tmp_path / "labels" / "events.jsonl").read_text().splitlines())
    assert (line["set"], line["key"], line["sha256"]) == ("corrections", "riga", record().article.id[7:])
    assert TEXT[line["start"] : line["end"]].endswith("said.")
    (event,) = line["events"]
    assert (event["type"], TEXT[slice(*event["trigger"])], event["factuality"]) == ("AGREE", "met", "happened")
    assert TEXT[slice(*event["by"])] == "an aide"
    assert [TEXT[slice(*one)] for one in event["actors"]] == ["Anna Ilves", "Karl Toom"]
    (judged,) = (json.loads(one) for one in (tmp_path / "labels" / "judgements.jsonl").read_text().splitlines())
    assert (judged["was"], judged["value"], judged["author"], judged["dated"]) == (
        "CONSULT",
        "AGREE",
        "Ana",
        "2026-03-04",
    )
    assert "text" not in line
    assert "text" not in judged


def test_records_of_a_file_go_out_and_come_back_corrected(run, tmp_path) -> None:
    """Without a ledger: records, a tool, and the corrected records."""
    lines = tmp_path / "records.jsonl"
    lines.write_text(dumps(record()) + "\n", encoding="utf-8")
    assert run("review", "export", "--to", "prodigy", "--records", str(lines), "--out", str(tmp_path / "out"))[0] == 0
    tasks = tmp_path / "out" / "tasks.jsonl"
    task = json.loads(tasks.read_text())
    task["spans"] = [one | {"label": "AGREE"} if one["label"] == "CONSULT" else one for one in task["spans"]]
    tasks.write_text(json.dumps(task) + "\n")
    back = (
        "review",
        "import",
        "--from",
        "prodigy",
        str(tasks),
        "--records",
        str(lines),
        "--out",
        str(tmp_path / "new.jsonl"),
    )
    assert "1 judgement from 1 report" in run(*back)[1]
    assert json.loads((tmp_path / "new.jsonl").read_text())["events"][0]["type"] == "AGREE"


def test_exports_from_a_ledger_have_the_corrections_in_force(run, ledger, report) -> None:
    """`export all --ledger` gives the corrected value, and after `undo` the one that was read."""

    def duration(name: str) -> str:
        status, out, _ = run("export", name, "--to", "jsonl", "--ledger", ledger)
        assert status == 0
        (line,) = out.splitlines()
        return json.loads(line)["events"][0]["fields"]["duration"][0]["value"]

    before = duration("all")
    judgement = run("correct", report, "e1.duration", "PT40M", "--why", "the readout")[1].split()[0]
    assert duration("all") == duration(report) == "PT40M" != before
    assert run("undo", judgement, "--why", "wrong readout")[0] == 0
    assert duration("all") == before


def test_a_corrected_count_is_the_quantity_of_the_same_words_too(run, ledger, report) -> None:
    """What is judged of an event's count holds for the quantity on its words, by which stories are compared."""
    run("correct", report, "e2.killed", "5", "--why", "the readout")
    _, out, _ = run("export", report, "--to", "jsonl", "--ledger", ledger)
    record = json.loads(out)
    held = record["events"][1]["fields"]["killed"][0]
    same = [q for q in record["quantities"] if (q["start"], q["end"]) == (held["start"], held["end"])]
    assert [(q["low"], q["high"]) for q in same] == [(5, 5)]


def test_what_can_be_judged_is_listed_in_part(run, report) -> None:
    """Events first, the first so many, what is left counted; a part of the record, or what has the words."""
    status, out, _ = run("correct", report, "--limit", "3")
    lines = out.splitlines()
    assert (status, [line.split()[0].partition(".")[0] for line in lines[:3]]) == (0, ["e1"] * 3)
    assert "more values (events " in lines[3]
    assert "shows all" in lines[3]
    _, out, _ = run("correct", report, "--section", "times")
    assert {line.split()[0].partition(".")[0] for line in out.splitlines()[:-1]} == {"t1"}
    _, out, _ = run("correct", report, "--words", "fired")
    assert len(out.splitlines()) > 1
    assert {line.split()[0].partition(".")[0] for line in out.splitlines()[:-1]} == {"e2"}
    _, out, _ = run("correct", report, "--words", "nowhere at all")
    assert "leave --section or --words out" in out
