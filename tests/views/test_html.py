"""The page holds the whole record, and nothing of an article that a browser could run."""

from __future__ import annotations

from html.parser import HTMLParser

from onrecord.values.notation import read
from onrecord.values.record import ArticleHead, Credit, Passage, Reader, Record
from onrecord.views.html.page import page

EVIL = '<script>alert(1)</script>" onload="x" \x00\ud800 & </style></p>'
NOTE = """
onrecord/1
article
text
  | Ilves and Toom met for 20 minutes, state radio reported.
  |
  | An aide said it was about half an hour.
CONSULT e1 'met'
  who p1 'Ilves'
  duration exact PT20M '20 minutes' by a1
  duration about PT30M 'about half an hour' by a2
differ d1 e1 duration conflict
  PT20M '20 minutes' by a1
  PT30M 'about half an hour' by a2
says a1 indirect 'Ilves and Toom met for 20 minutes'
  source 'state radio' other_outlet
  cue 'reported'
says a2 indirect 'it was about half an hour'
  source 'An aide' role_described
  cue 'said'
actor p1 "Anna <b>Ilves</b>" person
  mentions name 'Ilves'
"""


class Seen(HTMLParser):
    """The tags and attributes of a page, its ids, and whether every tag is closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags, self.attributes, self.ids, self.words, self.open = [], [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def test_the_page_shows_the_text_the_values_and_the_disagreement() -> None:
    """Disagreements stand before the text; every word of the text is there; links lead to their evidence."""
    shown = page([read(NOTE)])
    seen = Seen(shown)
    words = "".join(seen.words)
    assert words.index("Where accounts differ") < words.index("What happened")
    assert "Ilves and Toom met for 20 minutes, state radio reported." in words
    assert {"e1", "a1", "a2"} <= set(seen.ids)
    assert len(seen.ids) == len(set(seen.ids))
    assert seen.open == []


def test_no_word_of_an_article_becomes_part_of_the_page() -> None:
    """Tags, quotation marks, NULs and half characters of an article are shown, never obeyed; the policy forbids scripts and requests."""
    head = ArticleHead(
        "sha256:0", EVIL * 3, key=EVIL, outlet=Credit(EVIL), headline=Passage(EVIL, 0, 5), language='en" onload="x'
    )
    for records in ([Record(Reader(EVIL), head)], [read(NOTE), read(NOTE)]):
        seen = Seen(page(records))
        assert not {"script", "img", "link", "iframe", "b"} & set(seen.tags)
        assert set(seen.attributes) <= {
            "lang",
            "charset",
            "name",
            "content",
            "http-equiv",
            "class",
            "title",
            "id",
            "href",
            "dir",
        }
        assert len(seen.ids) == len(set(seen.ids))
        page(records).encode("utf-8")
    assert "default-src 'none'" in page([])


def test_nothing_read_is_a_page_too() -> None:
    """No article, or an empty one, gives a page that says so."""
    assert "No article was read" in page([])
    assert "No event was found" in page([Record(Reader("0"), ArticleHead("sha256:0", ""))])
