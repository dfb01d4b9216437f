"""The command: what it prints, where, and with which exit status. Reading itself is stood in for by hand-made records."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import SourceError
from onrecord.values.notation import read as noted
from onrecord.values.notation import write
from onrecord.values.record import Record
from onrecord.values.schema import shipped
from onrecord.values.wire import dumps, loads
from onrecord.views.cli.main import VERBS, main
from onrecord.views.cli.pretty import console, show
from onrecord.views.export.identity import name_of

RECORD = noted(
    """
onrecord/1
article "k1"
  headline 'Talks in Riga'
text
  | Talks in Riga
  |
  | Ilves and Toom met for 20 minutes, state radio reported. An aide who asked not to be named said it was about half an hour.

CONSULT e1 'met' mode third-party ~0.9 [head:anchor]
  who p1 'Ilves'
  who p2 'Toom'
  duration exact PT20M '20 minutes' by a1
  duration about PT30M 'about half an hour' by a2
PROTEST e2 'said' background
differ d1 e1 duration conflict
  PT20M '20 minutes' by a1
  PT30M 'about half an hour' by a2
says a1 indirect 'Ilves and Toom met for 20 minutes' ~0.75 [said-behind]
  source 'state radio' other_outlet
  cue 'reported'
says a2 indirect 'it was about half an hour'
  source 'An aide' role_described terms anonymity_requested
  cue 'said'
actor p1 "Anna [red]Ilves[/red]" person
  mentions name 'Ilves'
actor p2 "Karl Toom" person
  mentions name 'Toom'
problem times "k1" "no day is known" "Give --published."
"""
)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list:
    """Has `read` give RECORD for each article that comes in; lists what came in."""
    came = []

    def read_many(articles, *, settings=None):
        for article in articles:
            came.append((article, settings))
            yield replace(RECORD, article=replace(RECORD.article, key=article.key))

    monkeypatch.setattr("onrecord.api.read_many", read_many)
    return came


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("Ilves and Toom met for 20 minutes.", encoding="utf-8")
    return str(path)


def test_pretty_is_what_a_person_wants_to_read(reads, report, capsys) -> None:
    """Disagreements stand out before the happenings, each value with who says it; names are never read as markup."""
    assert main(["read", report, "--no-color"]) == 0
    out, err = capsys.readouterr()
    assert (
        out.index("WHERE ACCOUNTS DIFFER") < out.index("MEETING") < out.index("WHO SAYS WHAT") < out.index("BACKGROUND")
    )
    assert "20 minutes  — state radio" in out
    assert "about half an hour  — an aide (unnamed, asked not to be named)" in out
    assert "Anna [red]Ilves[/red]" in out
    assert "\x1b[" not in out
    assert "no day is known" in out
    assert err == ""


def test_an_empty_file_is_told_once(tmp_path, capsys) -> None:
    """On the page where it shows problems, else on standard error; so is a record without a text."""
    empty, kept = tmp_path / "empty.txt", tmp_path / "records.jsonl"
    empty.write_text("", encoding="utf-8")
    kept.write_text(
        dumps(Record(RECORD.reader, replace(RECORD.article, text="", headline=None))) + "\n", encoding="utf-8"
    )
    for name in (empty, kept):
        assert main(["read", str(name), "--no-color"]) == 0
        out, err = capsys.readouterr()
        assert (" ".join(out.split()).count("there is no text in it"), err) == (1, "")
        assert main(["read", str(name), "--format", "notation"]) == 0
        assert capsys.readouterr().err.count("there is no text in it") == 1


def test_the_forms_that_programs_read(reads, report, capsysbinary) -> None:
    """jsonl is a record a line, json the same indented, notation our plain text, html a page; problems go to standard error."""
    assert main(["read", report, report, "--format", "jsonl"]) == 0
    lines = capsysbinary.readouterr().out.decode().splitlines()
    assert len(lines) == 2
    assert loads(lines[0]).events == RECORD.events
    assert main(["read", report, "--format", "json"]) == 0
    assert json.loads(capsysbinary.readouterr().out)["schema"] == "onrecord/1"
    assert main(["read", report, "--format", "notation"]) == 0
    assert noted(capsysbinary.readouterr().out.decode()).events == RECORD.events
    assert main(["read", report, "--format", "html"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"<!doctype html>")


def test_options_reach_the_reading(reads, report, capsys) -> None:
    """--published, --outlet and --min-confidence say what comes in and what is left out; --limit ends early."""
    assert (
        main(
            [
                "read",
                report,
                report,
                "--published",
                "2026-03-03",
                "--outlet",
                "Baltic Wire",
                "--min-confidence",
                "0.4",
                "--limit",
                "1",
            ]
        )
        == 0
    )
    [(article, settings)] = reads
    assert (article.published, article.outlet, settings.min_confidence) == ("2026-03-03", "Baltic Wire", 0.4)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["read", "nowhere.txt"], "nowhere.txt"),
        (["read", ""], "an input has no name"),
        (["batch", "", "--out", "tables"], "an input has no name"),
        (["batch", "x" * 300, "--out", "tables"], "is not there: check the path"),
        (["read", "https://example.org/a"], "--fetch"),
        (["explain", "nowhere.txt", "e1"], "nowhere.txt"),
        (["evaluate", "nowhere.jsonl"], "nowhere.jsonl"),
        (["demo", "nothing"], "there are courier"),
    ],
)
def test_what_cannot_be_read_is_a_line_and_status_2(words, says, reads, capsys) -> None:
    """No traceback: what is wrong and what to do, on standard error."""
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert not Path("tables").exists()
    assert err.startswith("onrecord: ")
    assert says in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["fly"],
        ["read"],
        ["read", "-", "--from", "pdf"],
        ["read", "-", "--min-confidence", "7"],
        ["read", "-", "--limit", "9" * 25],
        ["search", "rail", "--limit", "9" * 5000],
    ],
)
def test_misuse_is_status_2(words, capsys) -> None:
    """argparse says what can be said instead."""
    with pytest.raises(SystemExit, match="2"):
        main(words)
    assert "usage: onrecord" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("fault", "status", "says"),
    [
        (KeyboardInterrupt(), 130, ""),
        (SourceError("gone: look again"), 2, "onrecord: gone: look again"),
        (RuntimeError("oh"), 2, "a fault of ours (RuntimeError: oh)"),
        (
            IsADirectoryError(21, "Is a directory", "out"),
            2,
            "onrecord: out cannot be read or written (Is a directory): check",
        ),
        (
            OSError(36, "File name too long", "x" * 500),
            2,
            f"onrecord: {'x' * 200}… cannot be read or written (File name",
        ),
        (
            OSError(28, "No space left on device"),
            2,
            "onrecord: the disk has no room left: make room and run the command again",
        ),
        (OSError(28, "No space left on device", "a.svg"), 2, "onrecord: a.svg has no room left: make room"),
        (OSError(5, "Input/output error"), 2, "Input/output error: is the disk or the other end still there?"),
    ],
)
def test_no_fault_shows_a_traceback(fault, status, says, monkeypatch, capsys) -> None:
    """One handler for all: a line, a status; ONRECORD_TRACE=1 brings the trace of a fault of ours."""

    def fails(_):
        raise fault

    monkeypatch.delenv("ONRECORD_TRACE", raising=False)
    monkeypatch.setattr(VERBS["schema"], "run", fails)
    assert main(["schema"]) == status
    assert says in capsys.readouterr().err
    if isinstance(fault, RuntimeError):
        monkeypatch.setenv("ONRECORD_TRACE", "1")
        with pytest.raises(RuntimeError):
            main(["schema"])


def test_explain_shows_the_evidence_in_its_sentence_and_what_found_it(tmp_path, capsys) -> None:
    """Of a kept record: the words marked in their sentence, who says it, the rule and its confidence; without an id, the ids."""
    kept = tmp_path / "kept.jsonl"
    other = replace(RECORD, article=replace(RECORD.article, key="k2"), events=(), disagreements=())
    kept.write_text(dumps(RECORD) + "\n" + dumps(other) + "\n", encoding="utf-8")
    assert main(["explain", str(kept), "e1"]) == 0
    out, err = capsys.readouterr()
    assert err.endswith("kept.jsonl holds several reports: this is the first, k1; --key chooses another, such as k2\n")
    assert "found by: head:anchor; confidence 0.90" in out
    assert "Ilves and Toom «met» for 20 minutes" in out
    assert "duration PT20M  — state radio  a1" in out
    assert main(["explain", str(kept), "d1"]) == 0
    assert "«20 minutes»" in capsys.readouterr().out
    assert main(["explain", str(kept)]) == 0
    assert "e1" in capsys.readouterr().out
    capsys.readouterr()
    assert main(["explain", str(kept), "e1", "--key", "k1"]) == 0
    assert "several" not in capsys.readouterr().err
    assert main(["explain", str(kept), "e1", "--key", "k2"]) == 2
    assert "no finding 'e1'" in capsys.readouterr().err


def test_explain_reads_no_further_than_the_key_that_is_asked_for(tmp_path, capsys) -> None:
    """Of a file of articles each would cost a reading. Where records have no keys, none is proposed."""
    kept = tmp_path / "kept.jsonl"
    kept.write_text(dumps(RECORD) + '\n{"schema":"onrecord/1", no record\n', encoding="utf-8")
    assert main(["explain", str(kept), "e1", "--key", "k1"]) == 0
    nameless = replace(RECORD, article=replace(RECORD.article, key=None))
    kept.write_text(f"{dumps(nameless)}\n{dumps(nameless)}\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["explain", str(kept), "e1"]) == 0
    assert capsys.readouterr().err.endswith("this is the first; an export's id chooses another\n")


def test_a_row_of_an_export_leads_back_to_its_finding(tmp_path, capsys) -> None:
    """An Event ID finds its record among many; an id of no record of the file is refused."""
    kept = tmp_path / "kept.jsonl"
    other = replace(RECORD, article=replace(RECORD.article, key="k2"), events=(), disagreements=())
    kept.write_text(dumps(other) + "\n" + dumps(RECORD) + "\n", encoding="utf-8")
    for id in (f"onrecord-{name_of(RECORD)}-e1", f"urn:onrecord:{name_of(RECORD)}:e1"):
        assert main(["explain", str(kept), id]) == 0
        assert "Ilves and Toom «met» for 20 minutes" in capsys.readouterr().out
    assert main(["explain", str(kept), f"onrecord-{'0' * 24}-e1"]) == 2
    assert "holds no record" in capsys.readouterr().err


def test_every_finding_can_be_explained(tmp_path, capsys) -> None:
    """Attributions, actors, events, disagreements: each id has its reasons."""
    kept = tmp_path / "kept.jsonl"
    kept.write_text(dumps(RECORD), encoding="utf-8")
    for id in ("a1", "a2", "p1", "e2", "d1"):
        assert main(["explain", str(kept), id]) == 0
        assert id in capsys.readouterr().out


def test_schema_prints_the_shipped_schema(capsys) -> None:
    """The file in the package, as it is."""
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == shipped()


def test_the_demo_reads_the_main_sample(reads, capsys) -> None:
    """Its record, and where its accounts differ."""
    assert main(["demo", "--no-color", "--text"]) == 0
    out = capsys.readouterr().out
    assert "Kwabena Ofori of Ghana met in Lisbon" in out
    assert "WHERE ACCOUNTS DIFFER" in out
    assert reads[0][0].key == "courier"


def onrecord(*words: str, fed: bytes = b"", **env: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "onrecord", *words],
        input=fed,
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, **env},
    )


def test_nothing_on_standard_input_is_an_empty_record_with_a_problem() -> None:
    """`printf '' | onrecord read -` gives a record that tells the problem, and status 0."""
    ran = onrecord("read", "-", "--format", "jsonl")
    assert ran.returncode == 0, ran.stderr
    record = loads(ran.stdout.decode())
    assert isinstance(record, Record)
    assert record.article.text == ""
    assert record.problems
    assert b"Traceback" not in ran.stderr


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    """`onrecord schema | head -1`: no noise on standard error, status 0."""
    shell = f"{sys.executable} -m onrecord schema | head -c 10; echo status ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", shell], capture_output=True, check=False, timeout=60)
    assert ran.stderr == b""
    assert ran.stdout.endswith(b"status 0\n")


@pytest.mark.parametrize("closed", ["0<&-", "1>&-", "2>&-"])
def test_a_closed_stream_is_no_fault_and_nothing_else_goes_where_it_was(closed, tmp_path) -> None:
    """With a stream closed, as daemons start commands, the command does its work; with standard error closed no problem stands among the records."""
    (tmp_path / "empty.txt").write_text("")
    shell = f"{sys.executable} -m onrecord read {tmp_path / 'empty.txt'} - --format jsonl {closed}"
    ran = subprocess.run(
        ["bash", "-c", shell],
        input=b"",
        capture_output=True,
        check=False,
        timeout=300,
        env={**os.environ, "ONRECORD_LEARNED": "0"},
    )
    assert ran.returncode == 0, ran.stderr
    assert b"a fault of ours" not in ran.stderr
    assert all(line.startswith(b"{") for line in ran.stdout.splitlines())


def test_letters_that_the_terminal_lacks_are_replaced() -> None:
    """In a Latin-1 terminal the demo prints what it can."""
    code = "from onrecord.views.cli.main import main, _speak_unicode; _speak_unicode(); print('\\u2014 \\U0001f642 \\ud800')"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
    )
    assert ran.returncode == 0
    assert ran.stdout.startswith(b"? ?")


def test_the_notation_of_a_record_is_in_its_notebook_form() -> None:
    """`_repr_html_` shows the notation."""
    assert "CONSULT e1" in RECORD._repr_html_()
    assert write(RECORD).count("\n") > 20


def test_no_article_commands_the_terminal(tmp_path, capsys) -> None:
    """Escape sequences and overrides of the direction of writing, in the text or in a name, are shown as marks."""
    evil = noted(
        """
onrecord/1
article
says a1 direct 'Stop'
  source 'Il\\u001b[8mves' role_described actor p1
actor p1 "\\u009b2J\\u202eIlves" person
  mentions name 'Il\\u001b[8mves'
""",
        "Il\x1b[8mves \x07said\u202e: Stop",
    )
    kept = tmp_path / "kept.jsonl"
    kept.write_text(dumps(evil), encoding="utf-8")
    assert main(["explain", str(kept), "a1", "--no-color"]) == 0
    show(evil, console(colour=False))
    out = capsys.readouterr().out
    assert "Stop" in out
    assert not set(out) & set("\x1b\x07\x9b\u202e")
    assert "\x9b" not in dumps(evil)


def test_records_can_be_grouped_and_compared(tmp_path, capsys) -> None:
    """What `read --format jsonl` wrote goes into `group` and `compare` as it is."""
    kept = tmp_path / "records.jsonl"
    kept.write_text(
        "".join(dumps(replace(RECORD, article=replace(RECORD.article, key=key))) + "\n" for key in ("k1", "k2"))
    )
    assert main(["group", str(kept), "--format", "jsonl"]) == 0
    out, err = capsys.readouterr()
    assert [{one["key"] for one in json.loads(line)["articles"]} for line in out.splitlines()] == [{"k1", "k2"}]
    assert err == ""
    assert main(["compare", str(kept), "--format", "json"]) == 0
    out = capsys.readouterr().out
    assert '"k1"' in out
    assert '"k2"' in out


def test_records_are_shown_as_they_were_read(tmp_path, reads, report, capsysbinary) -> None:
    """`read` reads no record anew, shows what else comes with them, and ends at its limit; one without a text has a problem, as an article has."""
    kept = tmp_path / "records.jsonl"
    bare = Record(RECORD.reader, replace(RECORD.article, text="", headline=None, key="k2"))
    kept.write_text(dumps(RECORD) + "\n" + dumps(bare) + "\n", encoding="utf-8")
    assert main(["read", str(kept), report, "--format", "jsonl"]) == 0
    out, err = capsysbinary.readouterr()
    first, second, _ = out.decode().splitlines()
    assert first == dumps(RECORD)
    assert [one.message for one in loads(second).problems] == ["there is no text in it"]
    assert b"records.jsonl record 2: there is no text in it" in err
    assert len(reads) == 1
    assert main(["read", str(kept), report, "--format", "jsonl", "--limit", "1"]) == 0
    assert capsysbinary.readouterr().out.decode() == dumps(RECORD) + "\n"


@pytest.mark.parametrize("verb", [["read"], ["group"], ["compare"], ["explain"], ["export", "--to", "jsonl"]])
def test_options_that_change_nothing_of_a_record_are_told(verb, tmp_path, capsys) -> None:
    """A record is read already: no day, outlet or confidence that is given now makes it another, and standard error says so."""
    kept = tmp_path / "records.jsonl"
    kept.write_text(dumps(RECORD) + "\n", encoding="utf-8")
    words, told = [*verb, str(kept), "--published", "2026-03-04", "--outlet", "Echo"], "--published, --outlet"
    if verb[0] not in ("group", "compare"):
        words, told = [*words, "--min-confidence", "0.5"], f"{told}, --min-confidence"
    assert main(words) == 0
    err = capsys.readouterr().err
    assert f"onrecord: {told}: for reports that are read; the records of {kept} are read already" in err
    assert main([*verb, str(kept)]) == 0
    assert "read already" not in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["group", "compare"])
def test_where_no_input_holds_a_report_the_status_says_so(verb, tmp_path, capsys) -> None:
    """An empty file and a picture: each is told, and the status is 2; with one report beside them it is 0."""
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n")
    words = [verb, str(tmp_path / "empty.txt"), str(tmp_path / "picture.txt")]
    assert main(words) == 2
    err = capsys.readouterr().err
    assert "there is no text in it" in err
    assert "it is an image" in err
    assert "none of the inputs holds a report" in err
    if verb == "group":
        (tmp_path / "report.txt").write_text("Ilves and Toom met in Riga for 20 minutes, an aide said.")
        assert main([*words, str(tmp_path / "report.txt")]) == 0


def test_ids_in_errors_are_those_that_people_see(capsys) -> None:
    """Nine characters, and nothing that a terminal would obey."""
    from onrecord.views.cli.main import told

    assert told(ValueError("report r69268e21" + "0" * 24 + " is \x1b[31mgone")) == "report r69268e21 is �[31mgone"


def test_a_batch_without_dates_says_so() -> None:
    """Not "0 days"."""
    from onrecord.batch.manifest import Held
    from onrecord.batch.run import Summary
    from onrecord.views.cli.batch import said

    line = said(Summary(Held(3, 0, 0, 5, 4, 1, 0), 1, "parquet"), 3, 0, "tables")[1]
    assert line == (
        "tables holds 3 reports, none with a date (--published gives those a day that tell none): 5 events, 4 attributions (parquet, in day=undated)"
    )
    line = said(Summary(Held(3, 0, 0, 5, 4, 1, 2), 2, "parquet"), 3, 0, "tables")[1]
    assert line == "tables holds 3 reports of 2 days: 5 events, 4 attributions (parquet; 2 days written)"
