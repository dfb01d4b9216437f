"""Commands given odd words: options that would change nothing, files that are none, passwords that are no text."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from onrecord.errors import SettingsError
from onrecord.values.notation import read as noted
from onrecord.values.wire import dumps
from onrecord.views.cli import serve
from onrecord.views.cli.add import expected
from onrecord.views.cli.compare import under
from onrecord.views.cli.main import main
from onrecord.views.export.moments import parsed

RECORD = noted(
    """
onrecord/1
article "k1"
text
  | Ilves and Toom met for 20 minutes, state radio reported.
CONSULT e1 'met'
  who p1 'Ilves'
  duration exact PT20M '20 minutes' by a1
says a1 indirect 'Ilves and Toom met for 20 minutes'
  source 'state radio' other_outlet
  cue 'reported'
actor p1 "Anna Ilves" person
  mentions name 'Ilves'
"""
)


@pytest.fixture
def records(tmp_path: Path) -> str:
    path = tmp_path / "records.jsonl"
    path.write_text(dumps(RECORD) + "\n", encoding="utf-8")
    return str(path)


def refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What a command says that is refused."""
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "a fault of ours" not in err
    return err


def test_options_that_would_change_nothing_are_refused(records, tmp_path, capsys) -> None:
    """Who asks for a day, or for sure findings alone, is not given something else in silence."""
    ledger = str(tmp_path / "news.db")
    export = ["export", records, "--to", "geojson"]
    assert "--as-of looks back at a ledger" in refused([*export, "--as-of", "2026-03-02"], capsys)
    assert "--min-confidence: for reports" in refused([*export, "--ledger", ledger, "--min-confidence", "1"], capsys)
    assert "--policy prints lines" in refused(["compare", records, "--policy", "range", "--format", "html"], capsys)
    assert "not both" in refused(["chart", "map", records, "--out", "m.svg", "--as-of", "2026-03-02"], capsys)


def test_a_ledger_without_a_name_is_no_leave_to_read_files(records, capsys) -> None:
    """`--ledger "$UNSET"` is refused; the word beside it is not read as a file."""
    assert "which ledger?" in refused(["export", records, "--to", "jsonl", "--ledger", ""], capsys)


def test_no_ledger_is_made_of_an_empty_file(tmp_path, capsys) -> None:
    """Looking at an empty file as a ledger leaves it empty, whichever command looks."""
    path = tmp_path / "notes.txt"
    path.write_bytes(b"")
    assert "is an empty file and no ledger" in refused(
        ["export", "all", "--to", "jsonl", "--ledger", str(path)], capsys
    )
    assert "is an empty file and no ledger" in refused(["ledger", "count", "--ledger", str(path)], capsys)
    assert path.read_bytes() == b""


def test_counting_takes_no_file(tmp_path, capsys) -> None:
    """`onrecord ledger count backup.db` does not count another ledger instead."""
    said = refused(["ledger", "count", "backup.db", "--ledger", str(tmp_path / "news.db")], capsys)
    assert "count takes no file" in said
    assert "--ledger backup.db" in said


def test_a_password_that_is_no_text_is_refused_in_words(tmp_path, monkeypatch, capsys) -> None:
    """Bytes of another encoding on standard input end in a line that says so."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"gro\xdfmutter\n"), encoding="utf-8"))
    assert "the password is not in utf-8" in refused(["user", "add", "Ana", "--ledger", str(tmp_path / "n.db")], capsys)


def test_who_has_no_name_on_this_machine_is_asked_for_one(monkeypatch) -> None:
    """In a container with a user of its own, serving asks for --author."""

    def unknown() -> str:
        raise KeyError("getpwuid(): uid not found: 4242")

    monkeypatch.setattr("getpass.getuser", unknown)
    with pytest.raises(SettingsError, match="give --author NAME"):
        serve._who()


def test_a_file_that_cannot_be_opened_is_one_report_to_come(tmp_path, monkeypatch) -> None:
    """Counting ahead, for the bar, never ends what reading would pass over with a problem."""
    (tmp_path / "a.jsonl").write_text("{}\n{}\n")

    def refuses(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    assert expected([str(tmp_path)]) == 2
    monkeypatch.setattr(Path, "open", refuses)
    assert expected([str(tmp_path)]) == 1


def test_a_moment_before_the_first_of_utc_is_none() -> None:
    """A zone may lead out of the years that there are: such a report has no day, and the export goes on."""
    assert parsed("0001-01-01T00:00+14:00") is None
    assert parsed("9999-12-31T23:59-12:00") is None


def test_the_newest_of_undated_reports_has_no_day_rather_than_a_rival(records) -> None:
    """Under the policy `latest`, a report without a date is no tie."""
    from onrecord.api import compare

    assert under(compare([RECORD]), "latest").endswith("value 20 minutes, published not known\n")
