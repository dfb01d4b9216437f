"""RSS and Atom feeds: entries become articles; nothing in them can harm the reader."""

from __future__ import annotations

import pytest

from onrecord.sources.detect import form_of_content
from onrecord.sources.feed import from_feed
from onrecord.sources.ways import open_sources

RSS = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Baltic Wire</title><language>en-gb</language>
<item>
  <title>Ministers meet in Riga</title><link>https://baltic.example/riga</link><guid isPermaLink="false">bw-1</guid>
  <pubDate>Mon, 02 Mar 2026 10:59:00 +0200</pubDate><dc:creator>Anna Ilves</dc:creator>
  <description>Short.</description>
  <content:encoded><![CDATA[<p>The ministers met for <b>20 minutes</b>.</p><script>alert(1)</script><p>They disagreed.</p>]]></content:encoded>
</item>
<item><title>Rain &amp;amp; snow</title><description>&lt;p&gt;It rained in Tallinn &amp;amp; Narva.&lt;/p&gt;</description></item>
<item><title>Nothing</title></item>
</channel></rss>"""

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Post</title>
<entry><id>tag:harbour,2026:1</id><title type="html">Port &lt;i&gt;opens&lt;/i&gt;</title>
<link rel="self" href="https://harbour.example/self"/><link href="https://harbour.example/port"/>
<published>2026-03-02T08:00:00Z</published><updated>2026-03-03T08:00:00Z</updated><author><name>Karl Toom</name></author>
<summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The port opened.</p><p>Ships came<br/>at once.</p></div></content></entry></feed>"""


def test_an_entry_of_rss_is_an_article() -> None:
    """Its full content before its summary; paragraphs on lines of their own; time, author, address and language as told."""
    first, second, third = from_feed(RSS, key="f.rss", where="f.rss")
    assert first.text == "The ministers met for 20 minutes.\nThey disagreed."
    assert (first.key, first.url, first.outlet) == ("bw-1", "https://baltic.example/riga", "Baltic Wire")
    assert (first.published, first.published_basis) == ("2026-03-02T10:59:00+02:00", "metadata")
    assert (first.headline, first.byline, first.language) == ("Ministers meet in Riga", "Anna Ilves", "en-gb")
    assert second.text == "It rained in Tallinn & Narva."
    assert second.key == "f.rss#2"
    assert third.text == ""
    assert "no text" in third.problems[0].message


def test_an_entry_of_atom_is_an_article() -> None:
    """XHTML content, the alternate link, published and updated."""
    (entry,) = from_feed(ATOM)
    assert entry.text == "The port opened.\nShips came\nat once."
    assert (entry.url, entry.headline, entry.byline) == ("https://harbour.example/port", "Port opens", "Karl Toom")
    assert entry.published == "2026-03-02T08:00:00+00:00"
    assert entry.updated == "2026-03-03T08:00:00+00:00"


BOMB = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<rss><channel><item><title>&b;</title><description>&b;</description></item></channel></rss>"""
OUTSIDE = b"""<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>a</title><description>&x;</description></item></channel></rss>"""


@pytest.mark.parametrize("data", [BOMB, OUTSIDE, BOMB.decode().encode("utf-16")])
def test_a_feed_that_declares_entities_is_refused(data: bytes) -> None:
    """Neither expanded nor loaded, in whatever encoding they come."""
    (article,) = from_feed(data, where="bad.xml")
    assert article.text == ""
    assert any("entities" in problem.message for problem in article.problems)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no xml",
        b"<rss><channel></channel></rss>",
        b"<nitf><body/></nitf>",
        b"\x00\x01\x02" * 50,
        b"<a>" * 100_000,
    ],
)
def test_what_is_no_feed_is_a_problem(data: bytes) -> None:
    """Never an error."""
    articles = list(from_feed(data, where="f.xml"))
    assert [a.text for a in articles] == [""]
    assert articles[0].problems


def test_a_feed_that_breaks_off_gives_what_came_before() -> None:
    """A download that was cut costs its last entry at most."""
    first, *_ = from_feed(RSS[: RSS.find(b"Rain")])
    assert first.key == "bw-1"


def test_feeds_are_seen_by_their_look_and_by_their_ending(tmp_path) -> None:
    """`onrecord read feed.rss`, and the same on standard input; a page of XHTML is no feed."""
    assert form_of_content(RSS) == form_of_content(ATOM) == "feed"
    assert form_of_content(b"<?xml version='1.0'?><html><body>About <rss> feeds</body></html>") == "html"
    (tmp_path / "f.xml").write_bytes(RSS)
    assert [a.key for a in open_sources([str(tmp_path)])] == ["bw-1", "f.xml#2", "f.xml#3"]
