"""What comes in: one article, as a source of the outside world gave it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.values.problem import Problem

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Article:
    """A text and what its bearer knows of it. Everything but `text` may be None: not known.

    `text` is never altered from here on; offsets are code points into it. `published` and `updated` are ISO 8601 to the precision
    known ("2015-11-16", "2015-11-16T10:59+02:00"); `published_basis` is `given` (by the caller) or `metadata` (of the page).
    `headline`, `deck`, `byline` are the page's own words where the source knows them; the reading finds them in `text` if they are there.
    """

    text: str
    key: str | None = None
    published: str | None = None
    published_basis: str = "given"
    updated: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    headline: str | None = None
    deck: str | None = None
    byline: str | None = None
    agency: str | None = None
    problems: tuple[Problem, ...] = field(default=())

    def legible(self) -> str:
        """The text for readers that take Unicode only: each lone surrogate stands as U+FFFD, at the same offset."""
        return _LONE_SURROGATE.sub("\ufffd", self.text)
