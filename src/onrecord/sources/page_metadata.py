"""What an HTML page says of itself: JSON-LD (schema.org), Open Graph and other meta tags.

In: a parsed page. Out: `Metadata`, with times as the page states them: to the second and with the zone where it has them.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
    "publish-date", "publish_date", "publication_date", "article.published", "dc.date.issued", "dcterms.created", "dc.date", "date", "cxenseparse:recs:publishtime",
    "originalpublicationdate", "displaydate", "og:pubdate", "bt:pubdate", "article_date_original", "dcterms.date", "article:published",
)  # fmt: skip
UPDATED = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "og:modified_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "article:updated_time",
    "article.updated",
    "dc.date.modified",
    "revision_date",
)
HEADLINE = ("og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title", "hdl", "headline")
DECK = ("og:description", "description", "twitter:description", "sailthru.description")
AUTHOR = (
    "author",
    "article:author_name",
    "parsely-author",
    "byl",
    "dc.creator",
    "sailthru.author",
    "article:author",
    "cxenseparse:author",
    "og:article:author",
)
OUTLET = ("og:site_name", "application-name", "dc.publisher", "article:publisher_name", "publisher")
LANGUAGE = ("og:locale", "content-language", "language", "dc.language", "inlanguage")
ARTICLES = frozenset({
    "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle", "ReviewNewsArticle", "BlogPosting", "LiveBlogPosting",
    "SocialMediaPosting", "TechArticle", "Report", "WebPage", "VideoObject",
})  # fmt: skip
LONGEST_BLOCK = 500_000  # code points of one JSON-LD block
ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?$"
)


@dataclass(frozen=True, slots=True)
class Metadata:
    published: str | None = None
    updated: str | None = None
    headline: str | None = None
    deck: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None


def metadata(tree: Any) -> Metadata:
    """What the page (an lxml element) says of itself; None for what it does not say. JSON-LD goes before meta tags."""
    tags = _tags(tree)
    linked = _article(tree)
    publisher = linked.get("publisher")
    return Metadata(
        published=moment(linked.get("datePublished")) or _first_moment(tags, PUBLISHED) or _time_element(tree),
        updated=moment(linked.get("dateModified")) or _first_moment(tags, UPDATED),
        headline=_words(linked.get("headline")) or _first(tags, HEADLINE),
        deck=_words(linked.get("description")) or _first(tags, DECK),
        byline=_names(linked.get("author"))
        or next((a for a in (_first(tags, (n,)) for n in AUTHOR) if a and "://" not in a), None),
        outlet=_names(publisher) or _first(tags, OUTLET),
        url=_link(tree, tags),
        language=_language(linked.get("inLanguage"), tree, tags),
    )


def moment(value: object) -> str | None:
    """A page's way of writing a time, as ISO 8601 to the precision stated, with its zone if it has one; None for anything else.

    >>> moment("2015-11-16T10:59:00.000Z"), moment("Mon, 16 Nov 2015 10:59:00 +0200"), moment("yesterday")
    ('2015-11-16T10:59:00+00:00', '2015-11-16T10:59:00+02:00', None)
    """
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str) or len(value) > 80:
        return None
    told = " ".join(value.split())
    if found := ISO.match(told):
        return _iso(found)
    try:
        return parsedate_to_datetime(told).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _iso(found: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = found.groups()
    iso = f"{year}-{month}-{day}"
    if hour:
        iso += f"T{hour}:{minute}" + (f":{second}" if second else "")
        if zone in ("Z", "UTC", "GMT"):
            iso += "+00:00"
        elif zone:
            iso += zone if ":" in zone else f"{zone[:3]}:{zone[3:] or '00'}"
    try:
        datetime.fromisoformat(iso)
    except ValueError:
        return None
    return iso


def _tags(tree: Any) -> dict[str, str]:
    """name, property or itemprop in lower case -> content; the first of each."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        content = (tag.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if (name := tag.get(attribute)) and content:
                found.setdefault(name.strip().lower(), content)
    return found


def _article(tree: Any) -> Mapping[str, Any]:
    """The JSON-LD object of the article, or the nearest to it, or an empty one."""
    best: Mapping[str, Any] = {}
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text and len(script.text) <= LONGEST_BLOCK:
            try:
                block = json.loads(
                    script.text.strip().removeprefix("<!--").removesuffix("-->").rstrip("; \n"), strict=False
                )
            except (ValueError, RecursionError):
                continue  # many pages have broken blocks: the meta tags say the same
            for one in _objects(block):
                if _rank(one) > _rank(best):
                    best = one
    return best


def _rank(one: Mapping[str, Any]) -> int:
    kinds = one.get("@type")
    names = {str(k) for k in kinds} if isinstance(kinds, list) else {str(kinds)}
    if not names & ARTICLES:
        return 0
    return (
        1
        + 2 * bool(one.get("datePublished"))
        + 2 * bool(names - {"WebPage", "VideoObject"} & ARTICLES)
        + bool(one.get("headline"))
    )


def _objects(block: Any) -> Iterator[Mapping[str, Any]]:
    stack, seen = [block], 0
    while stack and seen < 2_000:
        one = stack.pop()
        seen += 1
        if isinstance(one, list):
            stack.extend(reversed(one))
        elif isinstance(one, dict):
            yield one
            stack.extend(
                v
                for k, v in one.items()
                if k in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item")
                and isinstance(v, (dict, list))
            )


def _words(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _names(value: Any) -> str | None:
    """The names of persons or organisations, however they are wrapped."""
    if isinstance(value, str):
        return _words(value) if "://" not in value else None
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(n for n in (_names(v) for v in value[:20]) if n)) or None
    return None


def _first(tags: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((" ".join(tags[n].split()) for n in names if n in tags), None)


def _first_moment(tags: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((m for n in names if (m := moment(tags.get(n)))), None)


def _time_element(tree: Any) -> str | None:
    """The time element that is marked as the publication's."""
    for tag in tree.iter("time"):
        if ("published" in (tag.get("itemprop") or "").lower() or tag.get("pubdate") is not None) and (
            found := moment(tag.get("datetime"))
        ):
            return found
    return None


def _link(tree: Any, tags: Mapping[str, str]) -> str | None:
    for tag in tree.iter("link"):
        if (tag.get("rel") or "").lower() == "canonical" and (tag.get("href") or "").startswith("http"):
            return str(tag.get("href"))
    url = tags.get("og:url", "")
    return url if url.startswith("http") else None


def _language(linked: Any, tree: Any, tags: Mapping[str, str]) -> str | None:
    for told in (tree.get("lang"), linked if isinstance(linked, str) else None, _first(tags, LANGUAGE)):
        if told and (found := re.match(r"([A-Za-z]{2})(?:[-_].*)?$", told.strip())):
            return found.group(1).lower()
    return None
