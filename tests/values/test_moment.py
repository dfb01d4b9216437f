"""A date is a date at every way in."""

from __future__ import annotations

import pytest

from onrecord.api import read
from onrecord.errors import SettingsError
from onrecord.settings import from_environment
from onrecord.values.moment import is_iso
from onrecord.views.cli.main import main

SAID = "He left on Monday, the mayor said."


@pytest.mark.parametrize(
    "value",
    ["garbage", "2026-13-45", "March 3, 2026", " 2026-03-03 ", "2026-03-03garbage", "20260303", "٢٠٢٦-03-03", ""],
)
def test_what_is_no_date_is_told_and_nothing_is_resolved_against_it(value: str) -> None:
    """The record says what was wrong and how to write it; weekdays stay open."""
    assert not is_iso(value)
    record = read(SAID, published=value)
    assert any("published" in p.message and "ISO 8601" in p.remedy for p in record.problems)
    assert record.times[0].value == "XXXX-WXX-1"


def test_a_clock_that_there_is_not_does_not_lose_the_day() -> None:
    """The day is kept, and every time of the article with it."""
    record = read(SAID, published="2026-03-03T25:00")
    assert record.times[0].value == "2026-03-02"
    assert "clock" in record.problems[0].message


@pytest.mark.parametrize("words", [["--published", "garbage"], ["--limit", "-3"]])
def test_the_command_names_the_option(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong option ends with its name and no traceback."""
    with pytest.raises(SystemExit) as ended:
        main(["read", "-", *words])
    assert ended.value.code == 2
    assert words[0] in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ONRECORD_WEIGHTS", "/no/such/folder"),
        ("ONRECORD_WEIGHTS", "w" * 5000),
        ("ONRECORD_LONGEST", "many"),
        ("ONRECORD_LONGEST", "9" * 5000),
        ("ONRECORD_THREADS", "9" * 5000),
        ("ONRECORD_THREADS", "9" * 20),
    ],
)
def test_a_wrong_variable_is_named(name: str, value: str) -> None:
    """An explicit setting that cannot be stops the run."""
    with pytest.raises(SettingsError, match=name):
        from_environment({name: value})
