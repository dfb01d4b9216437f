"""WARC files, packed files, and how a file is cut into articles unread."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from onrecord.errors import SourceError
from onrecord.sources.pieces import article_of, fields_of, piece_of, pieces
from onrecord.sources.ways import open_sources

warc = pytest.importorskip("fastwarc.warc", reason="fastwarc is not installed: pip install 'onrecord[warc]'")

BODY = "<p>The ministers of both countries met in Riga on Monday and agreed to open the port again within ten days of the vote.</p>"
DATED = f'<!doctype html><html><head><title>Talks</title><meta property="article:published_time" content="2026-03-01T08:00:00Z"></head><body><article>{BODY * 3}</article></body></html>'
UNDATED = f"<!doctype html><html><head><title>Talks</title></head><body><article>{BODY * 3}</article></body></html>"


def record(url: str, body: bytes, kind: str = "text/html", status: str = "200 OK") -> bytes:
    """A response record, written by hand as ISO 28500 has it, packed as a gzip member of its own."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-02T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{len(url):012}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + answer + b"\r\n\r\n", mtime=0)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "CC-NEWS.warc.gz"
    path.write_bytes(
        record("https://a.example/dated", DATED.encode(), "text/html; charset=utf-8")
        + record("https://a.example/picture", b"\x89PNG", "image/png")
        + record("https://a.example/gone", b"gone", status="404 Not Found")
        + record("https://a.example/undated", UNDATED.encode())
        + record("https://a.example/plain", "Köln said no.".encode("latin-1"), "text/plain")
    )
    return path


def test_pages_of_a_warc_file_are_articles_with_their_address_and_day(archive: Path) -> None:
    """Pictures and errors are passed over. The page's own day counts; where it has none, the day of the crawl, and a problem says so."""
    dated, undated, plain = open_sources([str(archive)])
    assert [a.url for a in (dated, undated, plain)] == [f"https://a.example/{n}" for n in ("dated", "undated", "plain")]
    assert dated.published.startswith("2026-03-01")
    assert dated.text.startswith("The ministers of both countries met")
    assert not dated.problems
    assert (undated.published, undated.published_basis) == ("2026-03-02", "metadata")
    assert "day of the crawl" in undated.problems[0].message
    assert plain.text == "Köln said no."


def test_a_warc_file_that_breaks_off_gives_what_came_before(archive: Path) -> None:
    """And a problem for the rest."""
    data = archive.read_bytes()
    archive.write_bytes(data[: len(data) - 40])
    found = [article_of(piece) for piece, _ in pieces(archive, "auto", "a.warc.gz")]
    assert [a.url for a in found[:2]] == ["https://a.example/dated", "https://a.example/undated"]
    assert "cannot be read" in found[-1].problems[0].message


def test_without_fastwarc_the_remedy_is_named(archive: Path, monkeypatch) -> None:
    """The extra to install."""
    monkeypatch.setitem(__import__("sys").modules, "fastwarc.warc", None)
    with pytest.raises(SourceError, match=r"onrecord\[warc\]"):
        list(open_sources([str(archive)]))


def test_zst_is_unpacked(tmp_path: Path) -> None:
    """All frames of it; a damaged one is a problem, as with gzip."""
    zstandard = pytest.importorskip("zstandard", reason="zstandard is not installed: pip install 'onrecord[zst]'")
    frames = [zstandard.compress(b'{"key": "%d", "text": "One."}\n' % n) for n in range(3)]
    path = tmp_path / "r.jsonl.zst"
    path.write_bytes(b"".join(frames))
    assert [a.key for a in open_sources([str(path)])] == ["0", "1", "2"]
    path.write_bytes(frames[0] + b"no frame at all, and long enough to be seen")
    with pytest.raises(SourceError, match="cannot be read"):
        list(open_sources([str(path)]))


def test_pieces_are_what_open_sources_would_have_given(archive: Path, tmp_path: Path) -> None:
    """Whatever the form; and a piece that was sent to another process is the same piece."""
    (tmp_path / "a.txt").write_text("Plain words.")
    (tmp_path / "b.jsonl").write_bytes(b'{"key": "x", "text": "One."}\n\nno json\n')
    (tmp_path / "c.json").write_bytes(b'[{"key": "y", "text": "Two."}, {"key": "z"}]')
    (tmp_path / "d.rss").write_bytes(
        b"<rss><channel><item><guid>g</guid><description>Three.</description></item></channel></rss>"
    )
    for path in sorted(tmp_path.iterdir()):
        cut = [piece for piece, _ in pieces(path, "auto", path.name)]
        sent = [piece_of(fields_of(piece), piece.data) for piece in cut]
        assert sent == cut
        direct = list(open_sources([str(path.parent / path.name)]))
        for mine, theirs in zip(map(article_of, sent), direct, strict=True):
            assert (mine.text, mine.url, mine.published, mine.headline) == (
                theirs.text,
                theirs.url,
                theirs.published,
                theirs.headline,
            )
            assert [p.message for p in mine.problems] == [p.message for p in theirs.problems]


def test_a_line_too_long_is_passed_over(tmp_path: Path, monkeypatch) -> None:
    """With a problem that names it; the lines after it are read."""
    monkeypatch.setattr("onrecord.sources.pieces.LARGEST", 100)
    path = tmp_path / "l.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * 500 + b'"}\n{"key": "b", "text": "Two."}\n')
    first, second = (article_of(piece) for piece, _ in pieces(path, "auto", "l.jsonl"))
    assert "longer than" in first.problems[0].message
    assert second.key == "b"


def test_a_page_that_is_too_large_costs_itself_alone(tmp_path: Path, monkeypatch) -> None:
    """What is left of a page that was packed is read away: the next page is found. One that unpacks without end ends the archive, with an error."""
    from onrecord.sources import warc as source

    monkeypatch.setattr(source, "LARGEST", 1_000)
    body = gzip.compress(b"rain " * 400_000)
    packed = record("https://a.example/large", body, "text/plain\r\nContent-Encoding: gzip")
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed + record("https://a.example/next", b"Rain fell.", "text/plain"))
    with gzip.open(path) as stream:
        assert [len(page.data) for page in source.pages(stream, "x")] == [1_001, 10]
    monkeypatch.setattr(source, "ENDLESS", 1_000_000)
    with gzip.open(path) as stream, pytest.raises(OSError, match="without end"):
        list(source.pages(stream, "x"))
