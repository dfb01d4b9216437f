"""What a stranger's file may cost: bounds on size, nesting, entities, packing and links, and what stands in a text to mislead the eye."""

from __future__ import annotations

import gzip
import io
import json
import time
import tracemalloc
from pathlib import Path

import pytest

from onrecord.errors import SourceError
from onrecord.sources import folder, html, jsonl, packed, plain, ways
from onrecord.sources.feed import from_feed
from onrecord.sources.html import from_html
from onrecord.sources.jsonl import from_document, from_lines
from onrecord.sources.oddities import LONGEST_FIELD, mixed_words, noted
from onrecord.sources.pieces import article_of, fields_of, piece_of, pieces
from onrecord.sources.ways import documents, open_sources
from onrecord.values.article import Article


def told(article: Article) -> str:
    return " | ".join(problem.message for problem in article.problems)


# ------------------------------------------------------------------ size


def test_one_line_of_a_hundred_megabytes_costs_itself_alone(monkeypatch) -> None:
    """JSON lines: what is longer than an article can be is passed over, in pieces, and the next line is read."""
    monkeypatch.setattr(jsonl, "LARGEST", 100_000)
    stream = io.BytesIO(b'{"text": "' + b"a" * 10_000_000 + b'"}\n{"text": "One."}\n')
    tracemalloc.start()
    found = list(from_lines(stream, "x"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [one.text for one in found] == ["", "One."]
    assert "longer than" in told(found[0])
    assert peak < 2_000_000


def test_a_text_larger_than_an_article_is_cut_with_a_problem(monkeypatch) -> None:
    """Also where there is no line's end to cut at, and in the middle of a letter."""
    monkeypatch.setattr(plain, "LARGEST", 1_000)
    article = plain.from_bytes("é".encode() * 5_000 + b"x")
    assert article.text == "é" * 500
    assert "larger than" in told(article)


def test_an_array_of_a_million_nothings_is_read_one_at_a_time() -> None:
    """What the elements of a JSON array cost together does not matter."""
    data = b"[" + b"{}," * 5_000 + b"{}]"
    tracemalloc.start()
    number = sum(1 for _ in from_document(data, "x"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert number == 5_001
    assert peak < 300_000


def test_a_json_object_larger_than_an_article_is_refused(monkeypatch) -> None:
    """It would have to be held whole, many times its size."""
    monkeypatch.setattr(jsonl, "LARGEST", 1_000)
    (article,) = from_document(json.dumps({"articles": [{"text": "One."}] * 100}).encode(), "x")
    assert "more than" in told(article)
    assert len(list(from_document(json.dumps([{"text": "One."}] * 100).encode(), "x"))) == 100


def test_a_json_document_larger_than_can_be_held_is_refused(monkeypatch) -> None:
    """With what to do."""
    monkeypatch.setattr(ways, "LARGEST_DOCUMENT", 1_000)
    (article,) = documents(io.BytesIO(b"[" + b" " * 2_000 + b"]"), "x")
    assert "more than" in told(article)


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b'[{"text": "One."}, {"text": "Two."}]', ["One.", "Two."]), (b"[]", [""]), (b" [ ] ", [""]), (b'[{"text": "One."}, ]', ["One.", ""]),
        (b'[{"text": "One."}', ["One.", ""]), (b'[{"text": "One."} {"text": "Two."}]', ["One.", ""]), (b"[", [""]), (b'[1, {"text": "Two."}]', ["", "Two."]),
    ],
)  # fmt: skip
def test_an_array_gives_what_stands_before_its_broken_place(data: bytes, texts: list[str]) -> None:
    """And says where it broke."""
    found = list(from_document(data, "x"))
    assert [one.text for one in found] == texts
    assert all(one.text or one.problems for one in found)


def test_a_field_that_is_no_headline_is_left_out() -> None:
    """A headline or URL of megabytes is no headline, and the article says so."""
    article = noted(Article("One.", headline="a" * (LONGEST_FIELD + 1), url="https://a.example", key="k" * 50_000))
    assert (article.headline, article.key, article.url) == (None, None, "https://a.example")
    assert "headline has more than" in told(article)
    assert all(len(problem.where) <= 200 for problem in article.problems)


# ------------------------------------------------------------------ nesting, entities, links


@pytest.mark.parametrize(
    "data",
    [
        b'{"text": ' + b"[" * 200_000, b'{"text": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"}", b'{"text": "One.", "id": ' + b"9" * 10_000 + b"}", b"[" * 200_000,
        b'{"text": "One.", "published": ' + b"[" * 5_000 + b"]" * 5_000 + b"}", b'{"text": "One.", "date": "Mon, 16 Nov 2015 10:5999999999"}',
    ],
)  # fmt: skip
def test_json_nested_without_end_is_a_problem(data: bytes) -> None:
    """As lines and as a document: never an exception."""
    for found in (from_lines(io.BytesIO(data), "x"), from_document(data, "x")):
        assert all(one.problems for one in found)


BOMB = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "lol"}">' for i in range(10))
HEADS = (
    f"<!DOCTYPE rss [{BOMB}]>", f'<!DOCTYPE rss PUBLIC "a>b" "c>d" [{BOMB}]>', f"<!DOCTYPE rss SYSTEM 'x>' [{BOMB}]>", f"<?xml version='1.0'?><!-- > --><!DOCTYPE rss\n[\n{BOMB}]>",
)  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("body", ["<title>&a9;</title>", "<title x='&a9;'>t</title>"])
def test_entities_are_not_expanded(head: str, body: str) -> None:
    """A thousand million laughs, in a text or an attribute, behind a quoted bracket: refused before they are parsed."""
    began = time.process_time()
    articles = list(
        from_feed(f"{head}<rss><channel><item>{body}<description>d</description></item></channel></rss>".encode())
    )
    assert time.process_time() - began < 1
    assert "entities" in told(articles[0])
    assert all(one.text == "" for one in articles)


def test_a_document_type_without_declarations_is_harmless() -> None:
    """An old feed names its document type; a bracket in its words is none of that."""
    data = b'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd"><rss><channel><item><title>[1]</title><description>One.</description></item></channel></rss>'
    assert [one.text for one in from_feed(data)] == ["One."]


def test_an_entry_inside_an_entry_is_part_of_it() -> None:
    """Else each of a thousand nested entries would hold all that are inside it."""
    data = b"<rss><channel>" + b"<item><description>a" * 60 + b"</description></item>" * 60 + b"</channel></rss>"
    assert len(list(from_feed(data))) == 1


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("<html><body>" + '<a href="/x">x</a> ' * 60_000, "elements"), ("<html><body>" + ("<div>" * 200 + "x" + "</div>" * 200) * 60, "nested"),
        ("<html><body><p>" + "word " * 500_000, "text"), ("<html><script>" + "var a;" * 700_000 + "</script><p>One.", "scripts"),
    ],
    ids=["links", "nesting", "text", "scripts"],
)  # fmt: skip
def test_a_page_that_would_take_minutes_is_refused(page: str, message: str) -> None:
    """A million links, deep nesting, text or scripts without end: within seconds, with what the page says of itself."""
    head = "<html lang=en><head><title>Talks</title></head>"
    began = time.process_time()
    article = from_html((head + page.removeprefix("<html>")).encode())
    assert time.process_time() - began < 5
    assert article.text == ""
    assert message in told(article)
    assert article.headline == "Talks"


def test_an_ordinary_page_is_far_below_the_bounds() -> None:
    """Four times the elements of the largest page that was measured passes."""
    article = from_html(
        "<html><body><article>"
        + "<p>The ministers met in Riga on Monday and agreed to open the port again.</p>" * 6_000
        + "</article>"
    )
    assert article.text
    assert not html.too_large(html_tree("<p>a</p>" * 100))


def html_tree(words: str):
    from lxml import html as parser

    return parser.fromstring(f"<html><body>{words}</body></html>")


# ------------------------------------------------------------------ packing


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_a_file_that_unpacks_without_end_is_left(tmp_path: Path, monkeypatch, suffix: str) -> None:
    """A bomb is read up to a bound, in pieces, and said to be one; alone it is an error, among others it costs itself alone."""
    monkeypatch.setattr(packed, "UNSUSPECTED", 200_000)
    row = (b'{"text": "One."' + b" " * 8_000 + b"}\n") * 300
    data = gzip.compress(row) if suffix == ".gz" else pytest.importorskip("zstandard").compress(row)
    path = tmp_path / f"a.jsonl{suffix}"
    path.write_bytes(data)
    (tmp_path / "b.txt").write_text("Two.")
    with pytest.raises(SourceError, match="unpacks to more than"):
        list(open_sources([str(path)]))
    found = list(open_sources([str(tmp_path)]))
    assert found[-1].text == "Two."
    assert "unpacks to more than" in told(found[-2])
    assert "unpacks to more than" in told(article_of(list(pieces(path, "auto", "a"))[-1][0]))


def test_news_that_packs_well_is_read(tmp_path: Path, monkeypatch) -> None:
    """Twenty to one is no bomb."""
    monkeypatch.setattr(packed, "UNSUSPECTED", 100_000)
    rows = b"".join(
        json.dumps(
            {"key": f"k{i}", "text": f"Report {i * 7919 % 10_007} says {i * i % 9973} people met. " * 4}
        ).encode()
        + b"\n"
        for i in range(3_000)
    )
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(rows))
    assert sum(1 for _ in open_sources([str(path)])) == 3_000


# ------------------------------------------------------------------ names of files


@pytest.mark.parametrize("name", ["a" * 5_000, "a\0b", "http://[", "\ud800", "https://a.example:port/"])
def test_a_name_that_no_file_can_have_is_an_error_in_words(name: str) -> None:
    """A text given where its file was meant, a NUL, half a URL."""
    with pytest.raises(SourceError):
        open_sources([name])
    with pytest.raises(SourceError):
        open_sources([name], fetch=True)


def test_links_that_lead_in_a_circle_end(tmp_path: Path, monkeypatch) -> None:
    """A folder that holds itself gives an error, not files without end."""
    monkeypatch.setattr(folder, "MOST", 1_000)
    (tmp_path / "a.txt").write_text("One.")
    for i in range(3):
        (tmp_path / f"loop{i}").symlink_to(tmp_path)
    with pytest.raises(SourceError, match="in a circle"):
        folder.matches(f"{tmp_path}/**/*.txt")


def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    """Reading it would wait for ever."""
    import os

    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("Two.")
    assert [one.text for one in open_sources([str(tmp_path)])] == ["Two."]


# ------------------------------------------------------------------ what misleads the eye


def test_characters_that_turn_the_writing_are_kept_and_said() -> None:
    """Offsets stay true: the text is as it came."""
    text = "He said \u202eyes\u202c to \u2066no\u2069."
    article = noted(Article(text, key="k"))
    assert article.text == text
    assert "4 characters that turn the direction of writing (the first, U+202E, at 8)" in told(article)


def test_halves_of_pairs_and_nuls_are_said() -> None:
    """In a headline, too."""
    article = noted(Article("a\ud800b\x00c", headline="x\x00"))
    assert "halves of surrogate pairs (the first, U+D800, at 1)" in told(article)
    assert "1 characters NUL" in told(article)
    assert [problem.where for problem in article.problems if problem.where.endswith("headline")]


@pytest.mark.parametrize(
    ("words", "mixed"),
    [
        ("Раris met", ["Раris"]),
        ("Ηelsinki", ["Ηelsinki"]),
        ("Москва met Paris", []),
        ("naïve Zoë", []),
        ("Ελλάδα and Greece", []),
        ("α-rays μg", []),
    ],
)
def test_names_of_two_scripts_are_said(words: str, mixed: list[str]) -> None:
    """A Latin name with Cyrillic or Greek letters that look Latin; words of one script are in order."""
    assert mixed_words(words) == mixed


def test_ordinary_reports_have_no_oddity() -> None:
    """Accents, quotes, Arabic, Hebrew, emoji."""
    article = Article("“Zoë” met José in Kraków — שלום, مرحبا 🙂, e\u0301, Łódź.", headline="Ča va?")
    assert noted(article) is article


def test_both_ways_through_a_file_say_the_same(tmp_path: Path) -> None:
    """A batch and a plain reading note the same oddities, once."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"key": "a", "text": "\\u202eRа said\\u0000"}\n{"text": "\\ud800"}\n')
    plainly = list(open_sources([str(path)]))
    batched = [article_of(piece_of(fields_of(one), one.data)) for one, _ in pieces(path, "auto", "a.jsonl")]
    assert [told(one) for one in plainly] == [told(one) for one in batched]
    assert all(len(one.problems) == len(set(one.problems)) for one in plainly)


def test_a_json_document_without_keys_can_be_cut_into_pieces(tmp_path: Path) -> None:
    """Found by fuzzing: a piece that nothing names."""
    path = tmp_path / "a.json"
    path.write_text('[{"text": "One."}]')
    assert [article_of(piece_of(fields_of(one), one.data)).text for one, _ in pieces(path, "auto", "a.json")] == [
        "One."
    ]
