"""What of an article can mislead a reader's eye, as Problems. Nothing is changed but a field that no article can have.

Characters that turn the direction of writing (Unicode Technical Report 36, section 2.5; "Trojan Source", CVE-2021-42574), letters of one script
that look like another's inside one word (UTS 39, section 5.1), NULs, and halves of surrogate pairs. All of them stay in the text, at
their places, so that offsets stay true. Each rule looks at a text once.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Final

from onrecord.values.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.values.article import Article

LONGEST_FIELD: Final = 20_000  # code points of a headline, a URL, a byline …
TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
NUL: Final = re.compile("\x00")
HALF: Final = re.compile("[\ud800-\udfff]")
# Letters of Cyrillic and Greek that are drawn as Latin ones.
ALIKE: Final = frozenset("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧοασρν")
FOREIGN: Final = re.compile("[\u0370-\u03ff\u0400-\u052f]")
WORD: Final = re.compile(r"[^\W\d_]+")
SHOWN: Final = 3
LATIN_END: Final = 0x250
SEEN: Final = (
    "Look at the words themselves before you trust what a screen shows; take the text from another source if you can."
)


def noted(article: Article) -> Article:
    """The article with a Problem for each kind of oddity in it. A field of more than LONGEST_FIELD code points is left out, and a Problem says so."""
    where = (article.key or article.url or "article")[:200]
    article = _bounded(article, where)
    told = tuple(
        one for one in _problems(article, where) if one not in article.problems
    )  # who noted them before told them
    return replace(article, problems=(*article.problems, *told)) if told else article


def _bounded(article: Article, where: str) -> Article:
    long = [
        field.name
        for field in fields(article)
        if field.name not in ("text", "problems") and len(getattr(article, field.name) or "") > LONGEST_FIELD
    ]
    if not long:
        return article
    told = tuple(
        Problem(
            where,
            "sources",
            f"its {name} has more than {LONGEST_FIELD:,} code points and was left out",
            f"Give a {name} of ordinary length.",
        )
        for name in long
    )
    kept: dict[str, None] = dict.fromkeys(long)
    return replace(article, **kept, problems=(*article.problems, *told))  # type: ignore[arg-type]


def _problems(article: Article, where: str) -> Iterator[Problem]:
    for name, words in (("text", article.text), ("headline", article.headline or ""), ("byline", article.byline or "")):
        if words.isascii() and "\x00" not in words:
            continue
        place = where if name == "text" else f"{where} {name}"
        for pattern, what in (
            (TURNING, "that turn the direction of writing"),
            (HALF, "that are halves of surrogate pairs"),
            (NUL, "NUL"),
        ):
            if found := pattern.search(words):
                number = sum(1 for _ in pattern.finditer(words))
                message = f"it has {number:,} characters {what} (the first, U+{ord(found.group()):04X}, at {found.start():,}); they are kept"
                yield Problem(place, "sources", message, SEEN)
        if mixed := mixed_words(words):
            shown = ", ".join(repr(word) for word in mixed[:SHOWN])
            message = (
                f"letters of two scripts that look alike stand in one word: {shown}{' …' if len(mixed) > SHOWN else ''}"
            )
            yield Problem(place, "sources", message, SEEN)


def mixed_words(words: str) -> list[str]:
    """The words in which Latin letters stand beside Cyrillic or Greek ones that look Latin, each once, cut to 40 code points.

    >>> mixed_words("Раris and Paris"), mixed_words("Москва and Paris, γ-rays")
    (['Раris'], [])
    """
    if not FOREIGN.search(words):
        return []
    found: dict[str, None] = {}
    for one in WORD.finditer(words):
        word = one.group()
        if not word.isascii() and not ALIKE.isdisjoint(word) and any(ord(letter) < LATIN_END for letter in word):
            found[word[:40]] = None
    return list(found)
