"""The Python face of onrecord.

>>> import onrecord
>>> record = onrecord.read("The ministers met for 20 minutes, an official said.", published="2026-03-02")
>>> [event.type for event in record.events]
['CONSULT']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from onrecord.errors import SettingsError
from onrecord.pipeline import read_article
from onrecord.settings import Settings, from_environment
from onrecord.values.article import Article
from onrecord.values.record import Record

_FIELDS = tuple(f.name for f in fields(Article) if f.name != "problems")


def read(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    key: str | None = None,
    url: str | None = None,
    headline: str | None = None,
    language: str | None = None,
    settings: Settings | None = None,
) -> Record:
    """The record of one report.

    `published` is ISO 8601 to the precision known; without it, times stay as open as the text leaves them. Offsets in the record are
    code points into `text`. Never raises on a bad text: `record.problems` says what could not be read. Raises SettingsError for
    settings that cannot be.
    """
    article = Article(text, key=key, published=published, outlet=outlet, url=url, headline=headline, language=language)
    return read_article(article, settings or from_environment())


def read_many(
    articles: Iterable[Article | Mapping[str, str | None] | str], *, settings: Settings | None = None
) -> Iterator[Record]:
    """The records of many reports, in their order, one at a time (memory stays flat).

    Each is an `Article`, a text, or a mapping with `text` and any of an Article's fields. Raises SettingsError, naming the field, for a
    mapping without `text`.
    """
    chosen = settings or from_environment()
    for one in articles:
        yield read_article(_article(one), chosen)


def _article(one: Article | Mapping[str, str | None] | str) -> Article:
    if isinstance(one, Article):
        return one
    if isinstance(one, str):
        return Article(one)
    text = one.get("text")
    if not isinstance(text, str):
        raise SettingsError(f"an article needs a 'text': this one has {', '.join(sorted(one)) or 'nothing'}")
    given: dict[str, Any] = {name: value for name in _FIELDS if (value := one.get(name)) is not None}
    return Article(**given)
