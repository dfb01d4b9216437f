"""JSON lines: our own names, and those of news-please, trafilatura and feeds; a bad line costs itself alone."""

from __future__ import annotations

import io
import json

from onrecord.sources.jsonl import from_document, from_line, from_lines, from_row


def test_our_own_names_are_taken_as_they_are() -> None:
    """Every field of an Article has its name."""
    row = {
        "key": "a1", "text": "Talks ended.", "published": "2026-03-02T10:59+02:00", "updated": "2026-03-03", "outlet": "Baltic Wire", "headline": "Talks end",
        "deck": "No deal", "byline": "By Ana Kask", "url": "https://example.org/a", "language": "en", "agency": "BNS",
    }  # fmt: skip
    article = from_line(json.dumps(row), "in line 1")
    assert {name: getattr(article, name) for name in row} == row
    assert article.published_basis == "given"
    assert article.problems == ()


def test_news_please_names_are_understood() -> None:
    """`maintext`, `title`, `date_publish`, `source_domain` and `authors` find their places; the date is the page's."""
    article = from_row(
        {
            "maintext": "Rain fell.",
            "title": "Rain",
            "date_publish": "2026-03-02 10:11:12",
            "source_domain": "example.org",
            "authors": ["Ana Kask", "Jaan Tamm"],
        },
        "x",
    )
    assert (article.text, article.headline, article.outlet, article.byline) == (
        "Rain fell.",
        "Rain",
        "example.org",
        "Ana Kask, Jaan Tamm",
    )
    assert (article.published, article.published_basis) == ("2026-03-02T10:11:12", "metadata")


def test_trafilatura_names_are_understood() -> None:
    """There `source` is the URL and `sitename` the outlet; elsewhere `source` is the outlet."""
    article = from_row(
        {
            "text": "Rain fell.",
            "title": "Rain",
            "date": "2026-03-02",
            "source": "https://example.org/a",
            "sitename": "Example",
        },
        "x",
    )
    assert (article.url, article.outlet, article.published) == ("https://example.org/a", "Example", "2026-03-02")
    assert from_row({"text": "Rain.", "source": "Example Daily"}, "x").outlet == "Example Daily"
    assert from_row({"text": "Rain.", "source": {"id": None, "name": "Example Daily"}}, "x").outlet == "Example Daily"


def test_a_bad_line_names_itself_and_its_remedy() -> None:
    """Broken JSON, a list, an object without text: each an Article with a Problem; the lines around them are read."""
    lines = b'{"key": "a", "text": "One."}\n{broken\n[1]\n{"key": "b"}\n\n{"key": "c", "text": "Two."}'
    articles = list(from_lines(io.BytesIO(lines), "in.jsonl"))
    assert [a.key for a in articles] == ["a", None, None, "b", "c"]
    assert [a.problems[0].where for a in articles if a.problems] == [
        "in.jsonl line 2",
        "in.jsonl line 3",
        "in.jsonl line 4",
    ]
    assert all(p.remedy for a in articles for p in a.problems)


def test_a_date_that_is_none_is_left_out_and_named() -> None:
    """ "soon" is no date; the article is read without one."""
    article = from_row({"text": "Rain.", "published": "soon"}, "x line 1")
    assert article.published is None
    assert "'soon'" in article.problems[0].message


def test_partial_dates_stay_as_precise_as_they_are() -> None:
    """A year or a month is a date, too."""
    assert from_row({"text": "Rain.", "published": "2016"}, "x").published == "2016"
    assert from_row({"text": "Rain.", "published": "2016-05"}, "x").published == "2016-05"


def test_a_document_may_be_an_array_or_one_object() -> None:
    """`[{…}, {…}]`, `{"articles": […]}` and one pretty-printed article."""
    assert [a.text for a in from_document(b'[{"text": "A."}, {"text": "B."}]', "x")] == ["A.", "B."]
    assert [a.text for a in from_document(b'{"status": "ok", "articles": [{"content": "A."}]}', "x")] == ["A."]
    assert [a.text for a in from_document(b'{\n "text": "A."\n}', "x")] == ["A."]
    assert next(iter(from_document(b"[]", "x"))).problems


def test_hostile_json_is_a_problem() -> None:
    """Nesting without end and an empty stream raise nothing."""
    assert from_line(b'{"a":' * 100_000, "x").problems
    assert next(iter(from_lines(io.BytesIO(b"\n\n"), "x"))).problems


def test_a_record_is_no_article_and_is_told_where_it_belongs() -> None:
    """What `onrecord read --format jsonl` writes, given to what takes articles alone: its members are not listed, the way to keep it is."""
    (problem,) = from_row({"schema": "onrecord/1", "article": {"text": "Rain fell."}}, "x").problems
    assert problem.message == "it is a record, which is read already, and no article"
    assert "onrecord add" in problem.remedy
