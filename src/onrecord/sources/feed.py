"""RSS 0.9x, 1.0 and 2.0 and Atom feeds, saved as files -> Articles.

An entry's text is its full content where the feed carries it, else its summary. Parsed safely: a document that declares entities of its own
is refused, none is expanded, nothing is loaded from outside, size and depth are bounded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from onrecord.knowledge.outlets import at_site
from onrecord.sources.page_metadata import moment
from onrecord.sources.plain import LARGEST, bounded, decode
from onrecord.values.article import Article
from onrecord.values.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTRIES: Final = ("item", "entry")
CONTENT: Final = ("encoded", "content", "description", "summary")
PUBLISHED: Final = ("pubDate", "published", "date", "issued")
UPDATED: Final = ("updated", "modified")
BLOCKS: Final = frozenset(
    "p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote section article tr table figure figcaption pre dl dt dd hr".split()
)
UNSEEN: Final = frozenset("script style noscript template iframe form svg".split())
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'|[\[>]")
XML_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def from_feed(data: bytes, *, key: str | None = None, where: str = "feed") -> Iterator[Article]:
    """The articles of a feed, in its order. Never raises: what is no feed gives an Article without text and a Problem.

    `key` stands before the keys of entries that have no identity or address of their own.
    """
    data, cut = bounded(data, where)
    text, told = decode(data, where)
    problems = (*cut, *told)
    root, why = _parsed(text)
    if root is None:
        remedy = "Save the feed again from its address; for other XML, give the text, HTML or JSON lines."
        yield Article("", key=key, problems=(*problems, Problem(where, "sources", why, remedy)))
        return
    head = _head(root)
    number = 0
    for number, entry in enumerate(_entries(root), 1):
        yield _article(entry, head, f"{key or 'feed'}#{number}", f"{where} entry {number}", problems)
        problems = ()
    if not number:
        remedy = "Give an RSS or Atom feed with entries; for a web page or another XML, say so with --from."
        yield Article("", key=key, problems=(*problems, Problem(where, "sources", "no entry is in it", remedy)))


def _parsed(text: str) -> tuple[Any, str]:
    """(the root, "") or (None, why there is none)."""
    from lxml import etree  # noqa: PLC0415  slow to load: only when there is a feed

    if _declares(text):
        return None, "it declares entities of its own, which no feed needs and which can be an attack"
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(text[:LARGEST].lstrip("\ufeff \t\r\n").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return None, f"it is no XML ({str(error)[:120]})"
    return (root, "") if root is not None else (None, "it is no XML")


def _declares(text: str) -> bool:
    """Whether a document type has declarations inside it: a `[` before its end, quoted words aside."""
    start = text.find("<!DOCTYPE")
    marks = _QUOTED.finditer(text, start) if start >= 0 else iter(())
    first = next((found.group() for found in marks if found.group() in ("[", ">")), ">")
    return first == "["


def _entries(root: Any) -> Iterator[Any]:
    """The entries in their order; none that stands inside another, whose words it is part of."""
    waiting = [root]
    while waiting:
        one = waiting.pop()
        if one is not root and _name(one) in ENTRIES:
            yield one
        else:
            waiting.extend(reversed(one))


def _head(root: Any) -> dict[str, str | None]:
    """What the feed says of itself: its title, its language."""
    top = next((one for one in root if _name(one) == "channel"), root)
    return {
        "title": _plain(_child(top, ("title",))),
        "language": _plain(_child(top, ("language",))) or root.get(XML_LANGUAGE),
    }


def _article(
    entry: Any, head: dict[str, str | None], fallback: str, where: str, problems: tuple[Problem, ...]
) -> Article:
    url = _link(entry)
    text = next((words for name in CONTENT if (words := _text(_child(entry, (name,))))), "")
    site = at_site(url) if url else None
    published, updated = _moment(entry, PUBLISHED), _moment(entry, UPDATED)
    if not text:
        problem = Problem(
            where, "sources", "the entry has no text", "Fetch its page, or save it as HTML, and read that."
        )
        problems = (*problems, problem)
    return Article(
        text,
        key=_plain(_child(entry, ("guid", "id"))) or url or fallback,
        published=published or updated,
        published_basis="metadata" if published or updated else "given",
        updated=updated if published else None,
        outlet=site.name if site else head["title"],
        url=url,
        language=entry.get(XML_LANGUAGE) or head["language"],
        headline=_text(_child(entry, ("title",))) or None,
        byline=_byline(entry),
        problems=problems,
    )


def _name(element: Any) -> str:
    """The name without its namespace; "" for a comment or an instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _child(element: Any, names: tuple[str, ...]) -> Any:
    """The first child of the first of the names that one has."""
    return next((one for name in names for one in element if _name(one) == name), None)


def _plain(element: Any) -> str | None:
    words = " ".join("".join(element.itertext()).split()) if element is not None else ""
    return words or None


def _byline(entry: Any) -> str | None:
    """`dc:creator`, or an author (in Atom: the name inside it)."""
    found = _child(entry, ("creator", "author"))
    inner = _child(found, ("name",)) if found is not None else None
    return _plain(inner if inner is not None else found)


def _moment(entry: Any, names: tuple[str, ...]) -> str | None:
    return next((found for name in names if (found := moment(_plain(_child(entry, (name,)))))), None)


def _link(entry: Any) -> str | None:
    """The address of the article: Atom's alternate link, RSS' link, or a guid that is an address."""
    for one in entry:
        if _name(one) == "link":
            address = one.get("href") if one.get("rel", "alternate") == "alternate" else None
            address = address or (one.text or "").strip()
            if address.startswith(("http://", "https://")):
                return str(address)
    guid = _plain(_child(entry, ("guid",)))
    return guid if guid and guid.startswith(("http://", "https://")) else None


def _text(element: Any) -> str:
    """The words of an element whose content is HTML (escaped, in CDATA, or as elements) or plain text; one block a line."""
    if element is None:
        return ""
    if len(element):
        return _blocks(element)
    words = (element.text or "").strip()
    if "<" not in words and "&" not in words:
        return words
    from lxml import etree, html  # noqa: PLC0415  see above

    try:
        return _blocks(html.fromstring(f"<div>{words}</div>"))
    except (etree.ParserError, ValueError, RecursionError):
        return words


def _blocks(root: Any) -> str:
    """The words of a tree, its block elements on lines of their own."""
    parts: list[str] = []
    waiting: list[tuple[Any, bool]] = [(root, True)]
    while waiting:
        one, entering = waiting.pop()
        name = _name(one).lower()
        if entering:
            parts.append("\n" if name in BLOCKS else "")
            if name and name not in UNSEEN:
                parts.append(one.text or "")
                waiting.append((one, False))
                waiting += [(child, True) for child in reversed(one)]
            elif one is not root:
                parts.append(one.tail or "")
        else:
            parts.append("\n" if name in BLOCKS else "")
            if one is not root:
                parts.append(one.tail or "")
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)
