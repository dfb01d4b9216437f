"""The gate: a figure may not fall below its floor; a floor falls only when somebody says so by name."""

from __future__ import annotations

import json
import stat
import sys

import pytest

from onrecord.errors import SettingsError
from onrecord.evaluation import floors, gates, runs
from onrecord.evaluation.runs import Outcome
from onrecord.evaluation.sets import SETS, Figure, GoldSet

F1, FALSE = Figure("F1", ("row", "F1")), Figure("false", ("row", "false"), at_most=True)
SET = GoldSet("mine", (F1, FALSE), limit=10)


def outcome(f1: float, false: float = 5.0, limit: int | None = 10) -> Outcome:
    return Outcome(SET, limit, {"F1": f1, "false": false})


def test_a_floor_is_what_was_reached_less_a_little_and_false_alarms_have_a_ceiling() -> None:
    """The slack is for another processor's arithmetic; a rate of false alarms may not rise."""
    new = floors.moved([outcome(70.04)], {}, frozenset())
    assert new == {"mine": {"limit": 10, "floors": {"F1": 69.7, "false": 5.3}}}
    assert [v.ok for v in floors.judge(outcome(69.7, 5.3), new)] == [True, True]
    assert [v.ok for v in floors.judge(outcome(69.6, 5.4), new)] == [False, False]


def test_floors_rise_by_themselves_and_fall_only_by_name() -> None:
    """`--raise` never lowers; `--lower SET` or `--lower SET/FIGURE` does."""
    old = {"mine": {"limit": 10, "floors": {"F1": 69.7, "false": 5.3}}}
    assert floors.moved([outcome(60.0, 9.0)], old, frozenset()) == old
    assert floors.moved([outcome(80.0, 2.0)], old, frozenset())["mine"]["floors"] == {"F1": 79.7, "false": 2.3}
    assert floors.moved([outcome(60.0, 9.0)], old, frozenset({"mine/F1"}))["mine"]["floors"] == {
        "F1": 59.7,
        "false": 5.3,
    }
    assert floors.moved([outcome(60.0, 9.0)], old, frozenset({"mine"}))["mine"]["floors"] == {"F1": 59.7, "false": 9.3}


def test_a_floor_counts_only_for_the_articles_on_which_it_was_set() -> None:
    """The first five articles are not the first ten: no verdict, and no new floor."""
    old = {"mine": {"limit": 10, "floors": {"F1": 69.7}}}
    assert floors.judge(outcome(1.0, limit=5), old)[0].ok is None
    assert floors.moved([outcome(99.0, limit=5)], old, frozenset()) == old
    assert floors.moved([outcome(50.0, limit=5)], old, frozenset({"mine"}))["mine"]["limit"] == 5


def test_a_figure_that_is_gone_is_below_its_floor() -> None:
    """A scorer that no longer tells a pinned figure cannot pass."""
    assert [v.ok for v in floors.judge(Outcome(SET, 10, {}), {"mine": {"limit": 10, "floors": {"F1": 69.7}}})] == [
        False
    ]


def test_floors_are_kept_in_a_file_and_a_damaged_one_is_said(tmp_path) -> None:
    """One set a line, sorted; damage is a SettingsError; no file is no floors."""
    path = tmp_path / "floors.json"
    assert floors.load(path) == {}
    told = {"b": {"limit": None, "floors": {"F1": 1.0}}, "a": {"limit": 3, "floors": {}}}
    floors.save(path, told)
    assert floors.load(path) == told
    assert path.read_text(encoding="utf-8").splitlines()[1].startswith('"a"')
    path.write_text("[1]", encoding="utf-8")
    with pytest.raises(SettingsError, match="damaged"):
        floors.load(path)


def test_the_shipped_floors_name_sets_and_figures_that_there_are() -> None:
    """Every floor has its figure, every set its own name, every set with a limit that is the table's."""
    known = {gold.name: {figure.name for figure in gold.figures} for gold in SETS}
    assert len(known) == len(SETS)
    limits = {gold.name: gold.limit for gold in SETS}
    for name, row in floors.load(gates.FLOORS).items():
        assert set(row["floors"]) <= known[name]
        assert row["limit"] == limits[name], name


def test_without_the_shared_folder_the_gate_says_so_and_passes(tmp_path, capsys) -> None:
    """A stranger's clone has none of other people's news."""
    assert gates.main(["--shared", str(tmp_path)]) == 0
    assert "nothing was measured" in capsys.readouterr().out


@pytest.fixture
def shared(tmp_path, monkeypatch):
    """A shared folder whose scorer answers at once, and a table of one set, with a verb that is not there yet besides."""
    (tmp_path / "score").mkdir()
    (tmp_path / "gold").mkdir()
    scorer = tmp_path / "score" / "score"
    scorer.write_text(
        "import json, sys\nprint(json.dumps({'row': {'F1': 70, 'false': 5}, 'speed': {'words/s': 9}, 'args': sys.argv}))",
        encoding="utf-8",
    )
    scorer.chmod(scorer.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(gates, "SETS", (SET, GoldSet("later", (F1,), verb=("fly",))))
    monkeypatch.setattr(runs, "wired", lambda verb: verb == "read")
    monkeypatch.setattr(gates, "wired", lambda verb: verb == "read")
    return tmp_path


def test_the_gate_prints_a_table_and_fails_below_a_floor(shared, capsys) -> None:
    """Status 0 at the floor, 1 below; a set whose verb is missing is said and does not fail."""
    kept = shared / "floors.json"
    asked = ["--shared", str(shared), "--floors", str(kept)]
    assert gates.main([*asked, "--raise"]) == 0
    out = capsys.readouterr().out
    assert "not wired yet: needs `onrecord fly`" in out
    assert floors.load(kept)["mine"]["floors"] == {"F1": 69.7, "false": 5.3}
    assert gates.main(asked) == 0
    assert "ok" in capsys.readouterr().out
    floors.save(kept, {"mine": {"limit": 10, "floors": {"F1": 71.0}}})
    assert gates.main(asked) == 1
    assert "BELOW" in capsys.readouterr().out
    assert gates.main([*asked, "--lower", "mine/F1"]) == 1, "it was below when it was measured"
    assert gates.main(asked) == 0


def test_a_scorer_that_fails_fails_the_gate(shared, capsys) -> None:
    """The last line of its complaint is told."""
    (shared / "score" / "score").write_text("import sys\nsys.exit('score: no such set')", encoding="utf-8")
    assert gates.main(["--shared", str(shared)]) == 1
    assert "NOT SCORED: score: no such set" in capsys.readouterr().out


def test_unknown_names_are_refused_with_the_known_ones(shared, capsys) -> None:
    """A set that is not, a floor that is not: status 2, and what there is."""
    assert gates.main(["--shared", str(shared), "--only", "yours"]) == 2
    assert "there are mine, later" in capsys.readouterr().err


def test_the_command_line_is_the_scorers_with_ours_behind() -> None:
    """`score SET --limit N --json -- python -m onrecord read …`; the record scorer knows no limit."""
    from pathlib import Path

    command = runs.command(SET, Path("/s"), 10)
    assert command == [
        sys.executable,
        "/s/score/score",
        "mine",
        "--limit",
        "10",
        "--json",
        "--",
        sys.executable,
        "-m",
        "onrecord",
        "read",
        "-",
        "--from",
        "jsonl",
        "--format",
        "jsonl",
    ]
    flagship = next(gold for gold in SETS if gold.name == "antalya_seed")
    assert "--limit" not in runs.command(flagship, Path("/s"), None)
    assert json.dumps(command)
