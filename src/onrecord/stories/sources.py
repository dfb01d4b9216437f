"""Sources that a sentence names by its form alone, where no attribution was found: "… an official said.", "… citing a statement by X".

In: a text, a sentence. Out: the span of the source's words, or None.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.differing import CONNECTING, SOURCE_WORDS
from onrecord.values.span import Span

if TYPE_CHECKING:
    from onrecord.values.findings import SourceForm

_LAST: Final = re.compile(
    r"\s(?:(?:has|have|had)\s)?(?:said|says|say|reported|reports|claimed|claims|announced|confirmed|stated|added|told\s(?:[A-Z]\w+|reporters|journalists))"
    r"(?:\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?(?:\s(?:in|on|via)\s(?:an?\s|its\s|his\s|her\s|the\s)?\w{1,20}(?:\s\w{1,20})?)?\W{0,3}$"
)
_CITING: Final = re.compile(
    r"\b(?:citing|quoting)\s(?:a statement (?:from|by|of)\s|reports (?:from|by)\s|figures (?:from|by)\s)?"
)
_QUOTED: Final = re.compile(r"\bquoted\s([^.;]{2,60}?)\sas saying\b")
_WORD: Final = re.compile(r"[^\s\"“”();]+")
_DAYS: Final = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_TWELVE: Final = 12
_ARTICLES: Final = frozenset("a an the".split())


def form_of(words: str) -> SourceForm:
    """The form of a source by its words alone: a name, a role, several unnamed.

    >>> form_of("the Red Council"), form_of("a hospital official"), form_of("residents")
    ('named_institution', 'role_described', 'plural_unnamed')
    """
    parts = words.split()
    if any(p[:1].isupper() for p in parts[1:]) or (
        parts and parts[0][:1].isupper() and parts[0].casefold() not in _ARTICLES
    ):
        return "named_institution"
    return "role_described" if parts and parts[0].casefold() in _ARTICLES else "plural_unnamed"


def trailing(text: str, around: Span, behind: int) -> Span | None:
    """The source before a verb of saying that ends the sentence, where it stands behind a place.

    >>> text = "Nine were hurt a hospital official said."
    >>> trailing(text, Span(0, len(text)), 9).of(text)
    'a hospital official'
    """
    found = _LAST.search(text, max(around.start, around.end - 60), around.end)
    if found is None:
        return None
    taken: list[re.Match[str]] = []
    for word in reversed(list(_WORD.finditer(text, max(around.start, behind), found.start()))[-_TWELVE:]):
        plain = word.group().casefold()
        if plain in _ARTICLES:
            taken.append(word)
            break
        if not (word.group()[:1].isupper() or plain in SOURCE_WORDS or plain in CONNECTING or plain.endswith("-based")):
            break
        taken.append(word)
    while taken and (taken[-1].group().casefold() in CONNECTING - _ARTICLES or taken[-1].group() in _DAYS):
        taken.pop()
    if not taken or all(word.group().casefold() in _ARTICLES for word in taken):
        return None
    return Span(taken[-1].start(), taken[0].end())


def cited(text: str, around: Span, behind: int) -> Span | None:
    """Whom a sentence cites: the words after "citing", or between "quoted" and "as saying".

    >>> text = "The agency reported 15 deaths, citing a statement from the Red Council."
    >>> cited(text, Span(0, len(text)), 30).of(text)
    'the Red Council'
    """
    if found := _QUOTED.search(text, around.start, around.end):
        return Span(*found.span(1))
    found = _CITING.search(text, behind, around.end)
    if found is None:
        return None
    words = list(_WORD.finditer(text, found.end(), around.end))[:_TWELVE]
    end = found.end()
    for word in words:
        end = word.end()
        if word.group()[-1] in ",.":
            break
    return (
        Span(found.end(), end).trimmed(text)
        if end > found.end() and text[end - 1] not in ",."
        else (Span(found.end(), end - 1) if end > found.end() + 1 else None)
    )
