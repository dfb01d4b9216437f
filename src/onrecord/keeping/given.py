"""What a caller gives for an article -> an `Article`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from onrecord.errors import SettingsError
from onrecord.values.article import Article

Given = Article | Mapping[str, str | None] | str

_FIELDS = tuple(f.name for f in fields(Article) if f.name != "problems")


def article_of(one: Given) -> Article:
    """The article: an `Article` itself, a text, or a mapping with `text` and any of an Article's fields. Raises SettingsError, naming the
    field, for a mapping without `text`."""
    if isinstance(one, Article):
        return one
    if isinstance(one, str):
        return Article(one)
    text = one.get("text")
    if not isinstance(text, str):
        raise SettingsError(f"an article needs a 'text': this one has {', '.join(sorted(one)) or 'nothing'}")
    given: dict[str, Any] = {name: value for name in _FIELDS if (value := one.get(name)) is not None}
    return Article(**given)
