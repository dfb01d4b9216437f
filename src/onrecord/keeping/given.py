"""What a caller gives for an article -> an `Article`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from onrecord.errors import SettingsError
from onrecord.sources.oddities import noted
from onrecord.sources.plain import from_text
from onrecord.values.article import Article
from onrecord.values.record import Record

Given = Article | Mapping[str, str | None] | str

_FIELDS = tuple(f.name for f in fields(Article) if f.name != "problems")


def article_of(one: Given) -> Article:
    """The article: an `Article` itself, a text, or a mapping with `text` and any of an Article's fields; with a Problem for each oddity in it, as
    if it came from a file. Raises SettingsError, naming the field, for a mapping without `text`, and for what is none of these."""
    article = _given(one)
    if not article.text.strip() and not article.problems:
        where = (article.key or article.url or "article")[:200]
        article = replace(article, problems=from_text("", where=where).problems)
    return noted(article)


def article_in(record: Record) -> Article:
    """The article that a record was made of, as far as the record tells."""
    head = record.article
    return Article(
        head.text,
        key=head.key,
        published=head.published.value,
        published_basis="metadata" if head.published.basis == "metadata" else "given",
        updated=head.updated.value,
        outlet=head.outlet.name if head.outlet else None,
        agency=head.agency.name if head.agency else None,
        url=head.url,
        language=head.language,
        headline=head.headline.text if head.headline else None,
        problems=record.problems,
    )


def _given(one: Given) -> Article:
    if isinstance(one, Article):
        return one
    if isinstance(one, str):
        return Article(one)
    if not isinstance(one, Mapping):
        raise SettingsError(
            f"a report is a text (str), an Article or a mapping with 'text': this is {type(one).__name__}"
        )
    text = one.get("text")
    if not isinstance(text, str):
        has = ", ".join(sorted(map(str, one))) or "nothing"
        raise SettingsError(f"an article needs a 'text', as a str: this one has {has}")
    given: dict[str, Any] = {name: value for name in _FIELDS if (value := one.get(name)) is not None}
    if odd := [name for name, value in given.items() if not isinstance(value, str)]:
        raise SettingsError(f"{odd[0]!r} of an article is a str: this one is {type(given[odd[0]]).__name__}")
    return Article(**given)
