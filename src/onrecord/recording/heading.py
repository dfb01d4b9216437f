"""The `article` of a record: the unaltered text and what its page says of itself."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from onrecord.values.record import ArticleHead, Credit, Moment, Passage

if TYPE_CHECKING:
    from onrecord.recording.matter import Matter
    from onrecord.values.article import Article


def article_id(text: str) -> str:
    """ "sha256:" and the digest of the text in UTF-8; half surrogates, which no UTF-8 has, count as question marks."""
    return "sha256:" + sha256(text.encode("utf-8", errors="replace")).hexdigest()


def heading(article: Article, matter: Matter) -> ArticleHead:
    """What is known of an article: found in the text, else as the source gave it."""
    page = matter.page
    return ArticleHead(
        id=article_id(article.text),
        text=article.text,
        key=article.key,
        outlet=page.outlet or (Credit(article.outlet) if article.outlet else None),
        agency=page.agency or (Credit(article.agency) if article.agency else None),
        headline=page.headline or _given(article.headline),
        deck=page.deck or _given(article.deck),
        byline=page.byline or _given(article.byline),
        dateline=page.dateline,
        url=article.url,
        language=page.language or article.language,
        published=page.published
        if page.published.value
        else Moment(article.published, "given" if article.published else "unknown"),
        updated=page.updated
        if page.updated.value
        else Moment(article.updated, "given" if article.updated else "unknown"),
        furniture=page.furniture,
    )


def _given(words: str | None) -> Passage | None:
    """A headline that the source knows and the text does not hold has no place in it: 0..0."""
    return Passage(words, 0, 0) if words else None
