"""`onrecord export`: what comes in, what goes out, and what is said when it cannot be."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from export_news import QUIET, RECORD

import onrecord
from onrecord.errors import SettingsError
from onrecord.values.wire import dumps
from onrecord.views.cli import export as verb
from onrecord.views.cli.main import main
from onrecord.views.export import face, form
from onrecord.views.export.forms import FORMS


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text(dumps(RECORD) + "\n\n" + dumps(QUIET) + "\n", encoding="utf-8")
    return str(path)


def test_the_help_lists_every_form() -> None:
    """Whoever asks for help sees the names that --to takes."""
    assert all(f" {one.name} " in verb.DESCRIPTION for one in FORMS)


def test_record_lines_are_exported_as_they_are(lines, capfdbinary) -> None:
    """Nothing is read again: the same records go out, also from standard input and with members in another order."""
    assert main(["export", lines, "--to", "jsonl"]) == 0
    assert capfdbinary.readouterr().out.decode() == dumps(RECORD) + "\n" + dumps(QUIET) + "\n"


def test_record_lines_come_from_standard_input(lines, capfdbinary, monkeypatch) -> None:
    """`onrecord read … --format jsonl | onrecord export - --to geojson`."""
    with Path(lines).open("rb") as file:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(file))
        assert main(["export", "-", "--to", "geojson"]) == 0
    assert len(json.loads(capfdbinary.readouterr().out)["features"]) == len(RECORD.events)


def test_members_may_stand_in_any_order(tmp_path, capfdbinary) -> None:
    """A file that another tool has sorted is still a file of records."""
    path = tmp_path / "sorted.jsonl"
    path.write_text(json.dumps(json.loads(dumps(QUIET)), sort_keys=True), encoding="utf-8-sig")
    assert main(["export", str(path), "--to", "jsonl"]) == 0
    assert capfdbinary.readouterr().out.decode() == dumps(QUIET) + "\n"


def test_a_text_is_read_first(tmp_path, monkeypatch, capfdbinary) -> None:
    """What is no record is an article, with the options of `read`."""
    asked = []

    def read_many(articles, *, settings=None):
        asked.extend(articles)
        yield QUIET

    monkeypatch.setattr("onrecord.api.read_many", read_many)
    path = tmp_path / "report.txt"
    path.write_text("Nothing happened.", encoding="utf-8")
    assert main(["export", str(path), "--to", "jsonl", "--published", "2026-03-02"]) == 0
    assert [(one.text, one.published) for one in asked] == [("Nothing happened.", "2026-03-02")]


def test_a_line_that_is_no_record_is_named(tmp_path, capsys) -> None:
    """The error tells the file, the line and the remedy; no half file is left behind."""
    path, out = tmp_path / "records.jsonl", tmp_path / "out.geojson"
    path.write_text(dumps(QUIET) + '\n{"schema":"onrecord/1"}\n', encoding="utf-8")
    assert main(["export", str(path), "--to", "geojson", "--out", str(out)]) == 2
    told = capsys.readouterr().err
    assert "records.jsonl, line 2" in told
    assert "onrecord read" in told
    assert [one.name for one in tmp_path.iterdir()] == ["records.jsonl"]


@pytest.mark.parametrize("form", ["brat", "timeml"])
def test_forms_of_several_files_want_a_folder(form, lines, tmp_path, capsys) -> None:
    """Without one the error says so; with one, each article has its files, and brat its list of types."""
    assert main(["export", lines, "--to", form]) == 2
    assert "--out FOLDER" in capsys.readouterr().err
    out = tmp_path / "made"
    assert main(["export", lines, "--to", form, "--out", str(out)]) == 0
    endings = sorted(one.suffix for one in out.iterdir())
    assert endings == ([".ann", ".ann", ".conf", ".txt", ".txt"] if form == "brat" else [".tml", ".tml"])
    assert main(["export", lines, "--to", form, "--out", lines]) == 2


def test_an_unknown_form_is_answered_with_the_list(lines, capsys) -> None:
    """Exit status 2, and the names of all forms."""
    assert main(["export", lines, "--to", "excel"]) == 2
    told = capsys.readouterr().err
    assert all(one.name in told for one in FORMS)


def test_a_missing_package_is_named_with_its_remedy(monkeypatch) -> None:
    """The error says what to install."""
    monkeypatch.setattr(form, "find_spec", lambda name: None)
    with pytest.raises(SettingsError, match="pip install pyarrow"):
        onrecord.export([QUIET], "parquet")


def test_the_python_face_writes_the_same(tmp_path) -> None:
    """`onrecord.export` gives bytes, or writes a file and gives its path."""
    data = onrecord.export([RECORD], "geojson")
    assert onrecord.export([RECORD], "geojson", tmp_path / "deep" / "x.geojson") == tmp_path / "deep" / "x.geojson"
    assert (tmp_path / "deep" / "x.geojson").read_bytes() == data == face.export([RECORD], "geojson")


@pytest.mark.parametrize("name", ["gdelt-events", "gdelt-mentions", "polecat", "ucdp", "acled"])
def test_tables_that_need_a_day_say_what_they_leave_out(name, tmp_path, capsys) -> None:
    """Events that nothing dates have no row: standard error tells how many, and the remedy; a dated record is told nothing of."""
    import re

    undated = json.loads(dumps(RECORD))
    undated["article"]["published"] = {"value": None, "basis": "unknown", "span": None}
    for event in undated["events"]:
        event["when"] = []
    path = tmp_path / "undated.jsonl"
    path.write_text(json.dumps(undated), encoding="utf-8")
    assert main(["export", str(path), "--to", name]) == 0
    assert re.search(
        rf"\d+ events? in 1 of 1 report have no day, and {name} has no row for them: give .* --published",
        capsys.readouterr().err,
    )
    path.write_text(dumps(RECORD), encoding="utf-8")
    assert main(["export", str(path), "--to", name]) == 0
    assert capsys.readouterr().err == ""
