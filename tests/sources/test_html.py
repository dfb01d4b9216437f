"""HTML: the body by trafilatura, the particulars from the page's own metadata."""

from __future__ import annotations

import pytest

from onrecord.sources.html import from_html
from onrecord.sources.page_metadata import moment

BODY = "".join(f"<p>{p}</p>" for p in (
    "The foreign ministers of Livonia and Courland met for 20 minutes on the sidelines of a summit in Narva on Tuesday, state radio reported.",
    "A spokesman for the Livonian ministry said that the two had agreed to resume talks on grain transit before the end of the month.",
    "An official who asked not to be named said the meeting had lasted about 35 minutes and had been frank throughout.",
))  # fmt: skip
LINKED = """{"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "x"}, {"@type": ["NewsArticle"], "headline": "Ministers meet in Narva",
"description": "Grain transit on the table", "datePublished": "2026-03-03T18:04:00+02:00", "dateModified": "2026-03-04T08:00:00Z",
"author": [{"@type": "Person", "name": "Ana Kask"}, {"@type": "Person", "name": "Jaan Tamm"}], "publisher": {"@type": "Organization", "name": "Baltic Wire"}}]}"""


def page(head: str) -> str:
    return f'<!doctype html><html lang="en-GB"><head><title>Ministers meet | Baltic Wire</title>{head}</head><body><nav><a href="/">Home</a></nav><article><h1>Ministers meet in Narva</h1>{BODY}</article><footer>© 2026</footer></body></html>'


def test_json_ld_gives_the_particulars_with_zone() -> None:
    """Headline, deck, authors, outlet, and both times with their zones."""
    article = from_html(
        page(
            f'<script type="application/ld+json">{LINKED}</script><link rel="canonical" href="https://balticwire.example/a1">'
        )
    )
    assert article.headline == "Ministers meet in Narva"
    assert article.deck == "Grain transit on the table"
    assert article.byline == "Ana Kask, Jaan Tamm"
    assert article.outlet == "Baltic Wire"
    assert (article.published, article.published_basis) == ("2026-03-03T18:04:00+02:00", "metadata")
    assert article.updated == "2026-03-04T08:00:00+00:00"
    assert article.language == "en"
    assert article.url == "https://balticwire.example/a1"
    assert "The foreign ministers of Livonia" in article.text
    assert "Home" not in article.text


def test_meta_tags_serve_where_there_is_no_json_ld() -> None:
    """Open Graph and its like; broken JSON-LD is passed over."""
    head = '<script type="application/ld+json">{broken</script><meta property="article:published_time" content="2026-03-03T18:04+02:00"><meta property="og:site_name" content="Baltic Wire"><meta name="author" content="Ana Kask">'
    article = from_html(page(head).encode())
    assert (article.published, article.outlet, article.byline) == ("2026-03-03T18:04+02:00", "Baltic Wire", "Ana Kask")


def test_htmldate_finds_the_day_where_nothing_says_it() -> None:
    """The URL's day is a day."""
    article = from_html(page(""), url="https://balticwire.example/2026/03/03/ministers-meet")
    assert (article.published or "")[:10] == "2026-03-03"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html></html>",
        b"<!doctype html><html><body><script>1</script></body></html>",
        b"<" * 5_000,
        b"<html>" + b"<div>" * 20_000,
        "<p>\x00</p>",
    ],
)
def test_a_page_without_a_body_is_a_problem(data: bytes | str) -> None:
    """Never an exception."""
    article = from_html(data)
    assert article.text == "" or article.problems == ()
    assert article.text or article.problems[0].remedy


@pytest.mark.parametrize(
    ("told", "iso"),
    [
        ("2026-03-03T18:04:00.000Z", "2026-03-03T18:04:00+00:00"), ("2026-03-03 18:04", "2026-03-03T18:04"), ("2026-03-03T18:04:00+0200", "2026-03-03T18:04:00+02:00"),
        ("2026-03-03", "2026-03-03"), ("Tue, 03 Mar 2026 18:04:00 GMT", "2026-03-03T18:04:00+00:00"), ("2026-13-45", None), ("now", None), (None, None), (["2026-03-03"], "2026-03-03"),
    ],
)  # fmt: skip
def test_a_pages_times_become_iso(told: object, iso: str | None) -> None:
    """To the precision and zone stated; what is no time is None."""
    assert moment(told) == iso
