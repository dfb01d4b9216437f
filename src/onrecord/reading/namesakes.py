"""What the network proposes does not hang on what people are called: it reads the text with common names in the people's stead.

`encoder` alone calls this: it gives the network the text retold, and brings the answers back. A network that learned from news knows some names better than others, and
answers near its thresholds by them; so every person whom the text calls by a given name of our list and a surname stands, in the order of the
text, under a name of `knowledge.namesakes` of the same gender, everywhere, and the answers are brought back to the words that stand there.
Two persons who change places are then read alike (metamorphic checks: names, parties). Nobody but the network sees the other names.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np

from onrecord.knowledge.countries import capital_country, country_named
from onrecord.knowledge.demonyms import country_of_demonym
from onrecord.knowledge.given_names import gender_of_given_name, is_given_name
from onrecord.knowledge.namesakes import GIVEN, NO_SURNAMES, SURNAMES
from onrecord.learned.findings import ScoredSpan
from onrecord.learned.parsing import Parse, Words
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


Found = TypeVar("Found")
_WORD: Final = re.compile(r"\w+")
_NAME: Final = re.compile(r"[A-Z][^\W\d_]*[a-zà-ÿ]")
_BETWEEN: Final = re.compile(r" (?:[A-Z]\. )?")


def namesakes(text: str) -> dict[str, str]:
    """Each given name and surname of a text, with the name that stands for it; no two share one, and none is a word of the text besides."""
    words = list(_WORD.finditer(text))
    all_words = {w[0] for w in words}
    named: dict[str, str] = {}
    for one, other in _pairs(text, words, all_words):
        named.setdefault(one, gender_of_given_name(one) or "")
        named.setdefault(other, "surname")
    free = {
        kind: iter([n for n in pool if n not in all_words or n in named])
        for kind, pool in {**GIVEN, "surname": SURNAMES}.items()
    }
    return {word: new for word, kind in named.items() if (new := next(free[kind], None))}


def _pairs(text: str, words: list[re.Match[str]], all_words: set[str]) -> Iterator[tuple[str, str]]:
    """Given name and surname of each person who is called by both."""
    for k, word in enumerate(words[:-1]):
        if gender_of_given_name(word[0]) is None or word[0].lower() in all_words:
            continue
        if k and is_given_name(words[k - 1][0]) and words[k - 1].end() == word.start() - 1:
            continue  # "Jean Paul Getty", "Jean-Paul Getty"
        at = k + 2 if k + 2 < len(words) and len(words[k + 1][0]) == 1 else k + 1
        last = words[at]
        if (
            _BETWEEN.fullmatch(text, word.end(), last.start())
            and _is_surname(last[0], all_words)
            and not _goes_on(text, last.end())
        ):
            yield word[0], last[0]


def _is_surname(word: str, all_words: set[str]) -> bool:
    """Whether a word behind a given name is nothing but a surname: no place, people, thing, given name or plain word."""
    if not _NAME.fullmatch(word) or word in NO_SURNAMES or word.lower() in all_words or is_given_name(word):
        return False
    return not (country_named(word) or capital_country(word) or country_of_demonym(word))


def _goes_on(text: str, end: int) -> bool:
    """Whether a name goes on behind its second word: "Jean Paul Getty", "Saint Paul-Minneapolis"."""
    return bool(re.match(r" [A-Z]\w*[a-z]|[-–]\w", text[end : end + 4]))


class Retold:
    """A text with other words in it (`edits`: where they stand in it, and instead of what), and the way back."""

    def __init__(self, text: str, named: Mapping[str, str]) -> None:
        self.edits = [Span(*w.span()) for w in _WORD.finditer(text) if w[0] in named] if named else []
        parts, at, grown = [], 0, 0
        self._news: list[Span] = []
        for span in self.edits:
            new = named[span.of(text)]
            parts += [text[at : span.start], new]
            self._news.append(Span(span.start + grown, span.start + grown + len(new)))
            grown += len(new) - (span.end - span.start)
            at = span.end
        self.text = "".join([*parts, text[at:]])

    def there(self, start: int, end: int) -> Span:
        """A stretch of the text as it stands in the other one."""
        return Span(_moved(start, self.edits, self._news, end=False), _moved(end, self.edits, self._news, end=True))

    def back(self, start: int, end: int) -> Span:
        """A stretch of the other text as it stands in this one."""
        return Span(_moved(start, self._news, self.edits, end=False), _moved(end, self._news, self.edits, end=True))


def _moved(at: int, here: list[Span], there: list[Span], *, end: bool) -> int:
    """An offset, from one text to the other; one inside of a word that was put in goes to its edge."""
    k = bisect_right(here, at, key=lambda span: span.start) - 1
    if k < 0:
        return at
    if here[k].start < at < here[k].end:
        return there[k].end if end else there[k].start
    if at == here[k].start:
        return there[k].start
    return at + there[k].end - here[k].end


def retold_words(words: Words, told: Retold) -> Words:
    """The words of this text as they stand in the other one."""
    if not told.edits:
        return words
    places = [told.there(*place) for place in zip(words.starts.tolist(), words.ends.tolist(), strict=True)]
    starts, ends = np.array(places, dtype=np.int64).reshape(-1, 2).T
    return Words(starts, ends, words.lines)


def brought_back(found: Found, told: Retold) -> Found:
    """Findings over the other text, as findings over this one: every place in them is moved, nothing else."""
    if not told.edits:
        return found
    moved: Any = _back(found, told)
    return moved  # type: ignore[no-any-return]


def _back(value: Any, told: Retold) -> Any:
    if isinstance(value, Span):
        return told.back(*value)
    if isinstance(value, Parse):
        places = [told.back(*place) for place in zip(value.starts, value.ends, strict=True)]
        return replace(value, starts=tuple(p.start for p in places), ends=tuple(p.end for p in places))
    if is_dataclass(value) and not isinstance(value, type):
        new = {f.name: _back(getattr(value, f.name), told) for f in fields(value) if f.init}
        if "start" in new and "end" in new:
            new["start"], new["end"] = told.back(new["start"], new["end"])
        return type(value)(**new)
    if isinstance(value, ScoredSpan):
        return ScoredSpan(*told.back(value.start, value.end), value.score)
    return tuple(_back(one, told) for one in value) if isinstance(value, tuple) else value
