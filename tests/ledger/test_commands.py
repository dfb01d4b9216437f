"""The commands of a ledger: what they print, for people and as JSON, and with which exit status."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import tell

from onrecord.keeping.ledger import Ledger
from onrecord.settings import Settings
from onrecord.values.wire import dumps
from onrecord.views.cli.main import main
from samples import ALL


@pytest.fixture
def news(tmp_path, monkeypatch):
    """A file of four reports, a ledger of them, and a command that prints JSON."""
    monkeypatch.setitem(Ledger.__init__.__kwdefaults__, "read", tell)
    monkeypatch.setenv("ONRECORD_AUTHOR", "Ana")
    monkeypatch.delenv("ONRECORD_LEDGER", raising=False)
    file, ledger = tmp_path / "reports.jsonl", str(tmp_path / "news.db")
    fields = ("key", "text", "outlet", "published", "headline")
    file.write_text("\n".join(json.dumps({f: getattr(one, f) for f in fields}) for one in ALL) + "\n")
    return str(file), ledger


@pytest.fixture
def tells(news, capsys):
    def told(*words: str):
        assert main([*words, "--ledger", news[1], "--format", "json"]) == 0
        return json.loads(capsys.readouterr().out)

    return told


def test_add_says_what_became_of_the_reports(news, tells, capsys) -> None:
    """The first time they are new, the second time there already; the ledger's size in words."""
    assert main(["add", news[0], "--ledger", news[1]]) == 0
    out, err = capsys.readouterr()
    assert out == f"4 new\n{news[1]} holds 4 reports, 2 stories, 3 events\n"
    assert err == ""
    assert tells("add", news[0])["added"] == {
        "new": 0, "version": 0, "older_version": 0, "read_anew": 0, "there": 4, "events": 0, "problems": 0,
    }  # fmt: skip


def test_records_are_kept_as_they_were_read(tells, tmp_path) -> None:
    """`add` of what `read --format jsonl` wrote: each report with the record that it has there, once; nothing is read anew."""
    told = [tell(one, Settings()) for one in ALL]
    kept = tmp_path / "records.jsonl"
    kept.write_text("".join(f"{dumps(one)}\n" for one in told))
    assert tells("add", str(kept))["holds"] == {"reports": 4, "stories": 2, "events": 3}
    assert tells("add", str(kept))["added"]["there"] == 4
    with Ledger(tmp_path / "news.db", clock=lambda: "2026-03-05T10:00:00Z", settings=Settings()) as ledger:
        assert {dumps(ledger.record(report)) for report in ledger.reports()} == set(map(dumps, told))
    assert tells("ledger", "check")["faults"] == []


def test_stories_and_story_for_people(news, capsys) -> None:
    """Counts up to origins, copies under their origin, each value with who asserts it and who carries it."""
    main(["add", news[0], "--ledger", news[1]])
    capsys.readouterr()
    assert main(["stories", "--ledger", news[1], "--no-color"]) == 0
    row = next(line for line in capsys.readouterr().out.splitlines() if "Presidents" in line or "Ilves" in line)
    assert row.split()[1:5] == ["3", "3", "3", "2"]
    assert main(["story", row.split()[0], "--ledger", news[1], "--no-color"]) == 0
    out = capsys.readouterr().out
    assert "3 reports > 3 outlets > 3 texts > 2 origins · 2026-03-02 to 03" in out
    assert "└ copy  " in out
    values, sheet = out.split("THEIR ACCOUNTS, HELD AGAINST EACH OTHER")
    (lasted,) = [line for line in values.splitlines() if "35 minutes" in line]
    assert "WHERE ACCOUNTS DIFFER" in sheet
    assert "▸ 35 minutes  — Toom" in sheet
    assert "Toom" in lasted
    assert "1 origin: Harbour Post" in lasted


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("markdown", "## Where accounts differ"),
        ("html", "<!doctype html>"),
        ("csv", "story,claim,field"),
        ("jsonl", '"schema":"onrecord-story/1"'),
    ],
)
def test_a_story_has_the_forms_of_a_comparison(news, capsys, form, told) -> None:
    """The discrepancy report of a story in a ledger, as `compare` gives it for files."""
    main(["add", news[0], "--ledger", news[1]])
    main(["stories", "--ledger", news[1], "--no-color"])
    story = next(line.split()[0] for line in capsys.readouterr().out.splitlines() if "Ilves" in line)
    assert main(["story", story, "--ledger", news[1], "--format", form]) == 0
    assert told in capsys.readouterr().out


@pytest.mark.parametrize("policy", ["per_claimant", "range", "conservative", "majority_of_origins", "latest"])
def test_a_story_is_seen_under_each_policy(news, capsys, policy) -> None:
    """One line a field; the claims of the ledger stay as they are."""
    main(["add", news[0], "--ledger", news[1]])
    main(["stories", "--ledger", news[1], "--no-color"])
    story = next(line.split()[0] for line in capsys.readouterr().out.splitlines() if "Ilves" in line)
    assert main(["story", story, "--ledger", news[1], "--policy", policy]) == 0
    assert capsys.readouterr().out.startswith("How long it lasted: ")


def test_every_command_has_a_json_form(news, tells) -> None:
    """What one command prints, the next one takes: search, story, explain, merge, undo, split, judgements, count, check."""
    tells("add", news[0])
    hit = tells("search", "railway", "--type", "CONSULT", "--claimant-form", "named_person")["hits"][0]
    story = tells("story", hit["story"])
    assert story["counts"] == {"reports": 3, "outlets": 3, "texts": 3, "origins": 2}
    assert {value["value"] for value in story["values"]} == {"PT20M", "PT35M"}
    found = tells("explain", hit["events"][0]["id"])
    assert (found["kind"], found["words"]) == ("event", "met")
    talks, storm = (one["id"] for one in tells("stories")["stories"])
    made = tells("merge", "story", talks, storm, "--why", "one day")
    assert len(tells("stories")["stories"]) == 1
    tells("undo", made["id"], "--why", "two things")
    tells("split", "story", talks, hit["report"]["id"], "--why", "another meeting")
    assert [one["verb"] for one in tells("judgements")["judgements"]] == ["merge", "undo", "split"]
    assert tells("ledger", "count")["holds"]["stories"] == 3
    assert tells("ledger", "check")["faults"] == []
    assert tells("ledger", "problems")["problems"] == []


def test_an_unknown_story_is_called_a_story_by_every_command(news, tells, capsys) -> None:
    """And one whose beginning is two stories' is told with both."""
    tells("add", news[0])
    for words in (
        ["story", "s000000"],
        ["export", "s000000", "--to", "jsonl"],
        ["chart", "map", "--story", "s000000", "--out", "a.svg"],
    ):
        assert main([*words, "--ledger", news[1]]) == 2
        assert "has no story s000000: `onrecord stories`" in capsys.readouterr().err


def test_backup_and_restore(news, tells, tmp_path, capsys) -> None:
    """Into one file, and back into a new ledger."""
    tells("add", news[0])
    assert tells("ledger", "backup", str(tmp_path / "kept.db"))["bytes"] > 0
    again = str(tmp_path / "again.db")
    assert main(["ledger", "restore", str(tmp_path / "kept.db"), "--ledger", again]) == 0
    assert "holds 4 reports and 2 stories" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["stories"], "which ledger?"),
        (["stories", "--ledger", "none.db"], "there is no ledger at none.db"),
        (["search", "--ledger", "none.db"], "what is searched?"),
        (["ledger", "backup", "--ledger", "none.db"], "which file?"),
        (["add", "nothing.txt", "--ledger", "no/such/news.db"], "a folder that is not there"),
    ],
)
def test_misuse_has_a_remedy_and_status_2(words, told, capsys, monkeypatch, tmp_path) -> None:
    """One line on standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_LEDGER", raising=False)
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert err.count("\n") == 1


def test_who_only_reads_loads_no_database() -> None:
    """Neither `--help` nor the Python face loads SQLAlchemy before a ledger is opened."""
    script = (
        "import sys, contextlib, io, onrecord.api\n"
        "from onrecord.views.cli.main import main\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit): main(['--help'])\n"
        "print('sqlalchemy' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_why_there_are_no_stories(news, tells, capsys) -> None:
    """As of a day before all, until a day before all, of too many reports: each says which of them it was."""
    tells("add", news[0])

    def none(*words: str) -> str:
        assert main(["stories", "--ledger", news[1], *words]) == 0
        return " ".join(capsys.readouterr().out.split())

    assert "none of the 4 reports that" in none("--as-of", "2001-01-01")
    assert "had been added by 2001-01-01" in none("--as-of", "2001-01-01")
    assert "was published by 2001-01-01" in none("--until", "2001-01-01")
    assert "No story has 9 reports" in none("--least", "9")
    for option in ("--as-of", "--until"):
        with pytest.raises(SystemExit):
            main(["stories", "--ledger", news[1], option, "2026-02-30"])
        assert f"argument {option}: '2026-02-30' is no" in capsys.readouterr().err


def test_a_restore_that_fails_leaves_no_file(news, tmp_path, capsys) -> None:
    """The target is made when it is whole."""
    (tmp_path / "no.db").write_text("no backup")
    assert main(["ledger", "restore", str(tmp_path / "no.db"), "--ledger", str(tmp_path / "new.db")]) == 2
    assert "is no SQLite file" in capsys.readouterr().err
    assert not list(tmp_path.glob("new.db*"))


def test_a_story_shows_short_ids(news, tells, capsys) -> None:
    """Reports without an outlet go by as much of their id as tells them apart; whole ids are for programs."""
    file = Path(news[0])
    rows = [json.loads(line) for line in file.read_text().splitlines()]
    file.write_text("".join(json.dumps(row | {"outlet": None}) + "\n" for row in rows))
    tells("add", news[0])
    id = tells("stories")["stories"][0]["id"]
    for more in ([], ["--format", "markdown"], ["--format", "html"]):
        assert main(["story", id[:4], "--ledger", news[1], *more]) == 0
        assert not re.search(r"\b[rs][0-9a-f]{20}", capsys.readouterr().out), more
