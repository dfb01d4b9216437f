"""Plain text, whatever its encoding, becomes an Article; what had to be guessed or left is a Problem with its remedy."""

from __future__ import annotations

import pytest

from onrecord.sources.plain import LARGEST, from_bytes, from_text

TURKISH = "Cumhurbaşkanı Ankara'da bir açıklama yaptı ve görüşme için olarak dedi. Bu bir ilk oldu."


def test_utf8_comes_out_as_it_went_in() -> None:
    """Line ends, trailing spaces and non-breaking spaces are part of the text: nothing is changed."""
    text = "Talks end\r\n\r\nThe ministers\u00a0met. \n"
    article = from_bytes(text.encode())
    assert article.text == text
    assert article.problems == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_marks_of_byte_order_are_obeyed_and_left_out(encoding: str) -> None:
    """UTF-8, UTF-16 and UTF-32 with a mark, and UTF-16 without one, are read without a problem."""
    article = from_bytes("The envoy arrived in Narva on Monday.".encode(encoding))
    assert article.text == "The envoy arrived in Narva on Monday."
    assert article.problems == ()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Der Sprecher sagte in Köln, man habe “nichts” zu verbergen.", "cp1252"),
        (TURKISH, "cp1254"),
        ("Министр прибыл в Тарту на переговоры.", "cp1251"),
        ("caf\x81é", "latin-1"),
    ],
)
def test_older_encodings_are_guessed_and_said_so(text: str, encoding: str) -> None:
    """Western, Turkish and Cyrillic code pages are told apart; the problem says how to convert the file."""
    article = from_bytes(text.encode(encoding), where="old.txt")
    assert article.text == text
    assert "iconv" in article.problems[0].remedy
    assert article.problems[0].where == "old.txt"


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7 \xff\xfe", b"PK\x03\x04....", bytes(range(256)) * 40, b"\x89PNG\r\n", b"\x00" * 500 + b"abc" * 30],
)
def test_binary_files_give_no_text_and_a_remedy(data: bytes) -> None:
    """A PDF, an archive, an image or noise gives an empty Article and a Problem that says what to do."""
    article = from_bytes(data)
    assert article.text == ""
    assert article.problems[0].remedy


def test_nothing_gives_a_problem() -> None:
    """An empty input and one of white space are no reports."""
    assert from_bytes(b"").problems[0].message == "there is no text in it"
    assert from_text(" \n").problems
    assert from_text("Rain fell.").problems == ()


def test_a_huge_file_is_read_in_part() -> None:
    """Of fifty megabytes the first part is taken, up to a line's end, and the problem says so."""
    article = from_bytes(b"The president spoke on Monday.\n" * 1_700_000)
    assert len(article.text) <= LARGEST
    assert article.text.endswith("Monday.")
    assert "MB" in article.problems[0].message


def test_ten_thousand_quotation_marks_are_a_text() -> None:
    """Odd is not binary."""
    assert from_bytes(b'"' * 10_000).problems == ()
