"""A sight: a stretch of words that speaks of somebody, with all that its own words tell; and the text in which it stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from onrecord.values.layers import Quotations, Syntax
from onrecord.values.span import Span

Sort = Literal["person", "body", "state", "people", "role", "pronoun", "collective"]
Definiteness = Literal["definite", "indefinite", "bare"]
Gender = Literal["m", "f"]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})


@dataclass(frozen=True, slots=True)
class Title:
    """A role beside a name or in a phrase: `title` of `of` (a name as written, or None), over start..end."""

    title: str
    of: str | None
    start: int
    end: int
    country: str | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sight:
    """One mention before it is known of whom. `start`, `end` are code points; `first`, `last` (included) and `head` are words.

    `sort`: a person's or body's name, a state (by name, capital or demonym), a people ("Russians"), a role phrase ("the official"), a
    pronoun, or a collective ("the pair"). `noun`: the phrase's agent noun, singular; `kin`: its other words, to tell groups apart.
    """

    start: int
    end: int
    first: int
    last: int
    head: int
    sort: Sort
    name: str
    form: Literal["name", "role", "pronoun", "description", "demonym"]
    noun: str = ""
    kin: frozenset[str] = frozenset()
    plural: bool = False
    definiteness: Definiteness = "bare"
    gender: Gender | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    titles: tuple[Title, ...] = ()
    office: bool = False
    body: bool = False
    countries: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scene:
    """The text, its words, its paragraphs and its quotations: what every rule of coreference looks at."""

    text: str
    syntax: Syntax
    paragraphs: tuple[Span, ...]
    quotations: Quotations = field(default_factory=Quotations)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(map(str.lower, self.syntax.words))

    @cached_property
    def _paragraph_starts(self) -> tuple[int, ...]:
        return tuple(p.start for p in self.paragraphs)

    def paragraph(self, at: int) -> int:
        """The index of the paragraph that holds a code point."""
        return bisect_right(self._paragraph_starts, at) - 1

    @cached_property
    def _quoted(self) -> tuple[int, ...]:
        """For each word the number of its outermost quotation, counted from 1, or 0."""
        mark = [0] * len(self.syntax)
        for number, one in enumerate(self.quotations.items, 1):
            if one.depth == 1:
                for word in self.syntax.inside(one.inner.start, one.inner.end):
                    mark[word] = number
        return tuple(mark)

    def quotation(self, word: int) -> int:
        """The number of the quotation that holds the word (from 1), or 0."""
        return self._quoted[word]

    def first_conjunct(self, word: int) -> int:
        """The first of the words with which this one is coordinated, itself where it is not."""
        syntax = self.syntax
        for _ in range(20):
            if syntax.deps[word] not in ("conj", "appos") or syntax.heads[word] == word:
                return word
            if syntax.deps[word] == "appos" and syntax.pos[syntax.heads[word]] not in ("NOUN", "PROPN", "PRON"):
                return word
            word = syntax.heads[word]
        return word

    def part(self, word: int) -> str:
        """The dependency label of a word, that of its first conjunct where it is coordinated."""
        return self.syntax.deps[self.first_conjunct(word)]

    def governor(self, word: int) -> int:
        """The head of a word, that of its first conjunct where it is coordinated."""
        return self.syntax.heads[self.first_conjunct(word)]

    def subject(self, word: int) -> bool:
        """Whether a word (or its first conjunct) is the subject of a verb."""
        return self.part(word) in SUBJECTS
