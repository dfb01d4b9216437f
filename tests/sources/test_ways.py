"""The one entry: files, folders, globs, standard input; URLs only when asked for."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from onrecord.errors import SourceError
from onrecord.sources.detect import form_of_content, form_of_name
from onrecord.sources.fetch import check, public
from onrecord.sources.ways import open_sources

LINE = b'{"key": "a", "text": "One."}\n'


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("Plain words.")
    (tmp_path / "a.jsonl").write_bytes(LINE + b'{"key": "b", "text": "Two."}\n')
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(LINE))
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.txt").write_text("no")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "d.html").write_text(
        "<!doctype html><html><body><article><p>The minister said on Monday that the port would open again within days.</p></article></body></html>"
    )
    return tmp_path


def test_a_folder_is_read_in_order_of_names(reports: Path) -> None:
    """Article files alone, hidden ones passed over, packed ones unpacked; keys are paths inside the folder."""
    articles = list(open_sources([str(reports)]))
    assert [a.key for a in articles] == ["a", "b", "b.txt", "a", "deep/d.html"]
    assert articles[2].text == "Plain words."


def test_a_glob_names_files(reports: Path) -> None:
    """And one that names none says so."""
    assert [a.text for a in open_sources([str(reports / "*.txt")])] == ["Plain words."]
    with pytest.raises(SourceError, match="no file matches"):
        open_sources([str(reports / "*.xyz")])


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (LINE, "One."), (b'{"text": "caf\xc3\xa9"}', "café"), (b"A report.\nIt rained.", "A report.\nIt rained."), (b'[{"text": "One."}]', "One."), (b'{\n"text": "One."\n}', "One."),
        (b"{curly words} are text, too", "{curly words} are text, too"), (b"<3 is no page", "<3 is no page"), (b"[1] a footnote", "[1] a footnote"),
    ],
)  # fmt: skip
def test_the_form_of_standard_input_is_seen_from_its_content(data: bytes, text: str) -> None:
    """JSON lines, one JSON document, or text."""
    assert [a.text for a in open_sources(["-"], stdin=io.BytesIO(data))] == [text]


def test_an_empty_standard_input_is_an_article_with_a_problem() -> None:
    """`printf '' | onrecord read -`."""
    (article,) = open_sources(["-"], stdin=io.BytesIO(b""))
    assert article.text == ""
    assert article.problems[0].where == "stdin"


def test_lines_are_read_one_at_a_time() -> None:
    """The first article comes before the second line is looked at, however long the stream."""

    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            return (LINE * (size // len(LINE) + 1))[:size]

        def readline(self, size: int | None = -1) -> bytes:
            return LINE

    stream = open_sources(["-"], "jsonl", stdin=Endless())  # type: ignore[arg-type]
    assert [next(stream).text for _ in range(3)] == ["One."] * 3


def test_what_the_caller_gives_fills_what_the_article_lacks() -> None:
    """A line's own date stays; a page's metadata yields to the caller's."""
    lines = b'{"text": "One.", "published": "2026-01-01"}\n{"text": "Two."}\n{"text": "Three.", "date_publish": "2026-02-02"}\n'
    articles = list(open_sources(["-"], published="2026-03-03", outlet="Baltic Wire", stdin=io.BytesIO(lines)))
    assert [a.published for a in articles] == ["2026-01-01", "2026-03-03", "2026-03-03"]
    assert {a.published_basis for a in articles} == {"given"}
    assert {a.outlet for a in articles} == {"Baltic Wire"}


@pytest.mark.parametrize(
    ("inputs", "form", "words"),
    [
        (["nowhere.txt"], "auto", "not there"),
        ([], "auto", "no input"),
        (["-"], "pdf", "choose from"),
        (["https://example.org/a"], "auto", "--fetch"),
        ([str(Path(__file__).parent / "nothing[0-9]")], "auto", "no file matches"),
    ],
)
def test_what_cannot_be_opened_names_the_remedy_at_once(inputs: list[str], form: str, words: str) -> None:
    """Before the first article is asked for."""
    with pytest.raises(SourceError, match=words):
        open_sources(inputs, form)


def test_a_damaged_file_of_a_folder_costs_itself_alone(tmp_path: Path) -> None:
    """Alone it is an error; among others, an Article with a Problem."""
    bad = tmp_path / "a.jsonl.gz"
    bad.write_bytes(b"\x1f\x8b broken")
    (tmp_path / "b.txt").write_text("Fine.")
    articles = list(open_sources([str(tmp_path)]))
    assert [bool(a.problems) for a in articles] == [True, False]
    with pytest.raises(SourceError, match="cannot be read"):
        list(open_sources([str(bad)]))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "::1",
        "fe80::1",
        "fd00::1",
        "0.0.0.0",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "224.0.0.1",
        "100.64.0.1",
    ],
)
def test_private_addresses_are_never_fetched(address: str) -> None:
    """Loopback, private, link-local, shared and multicast, also IPv4 inside IPv6."""
    assert not public(address)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://example.org/a", "https://user:pass@example.org/", "http:///x"]
)
def test_other_schemes_and_credentials_are_never_fetched(url: str) -> None:
    """http and https, without names and passwords."""
    with pytest.raises(SourceError):
        check(url)


def test_a_private_host_is_refused_when_connecting() -> None:
    """The address is checked as it is connected to: no connection is made."""
    with pytest.raises(SourceError, match="no public address"):
        list(open_sources(["http://127.0.0.1:9/"], fetch=True))


def test_forms_are_told_by_names_and_by_content() -> None:
    """The ending goes first; content decides where it tells nothing."""
    assert (form_of_name("a.jsonl"), form_of_name("a.HTML"), form_of_name("a.json.gz"), form_of_name("a")) == (
        "jsonl",
        "html",
        "json",
        None,
    )
    assert form_of_content(b"\xef\xbb\xbf <!DOCTYPE html>") == "html"
    assert form_of_content(b'{"text": "' + b"x" * 100_000) == "jsonl"
