"""What a reading is made of: one frozen layer per stage, beside a text that nobody alters.

A stage takes a `Reading` and gives one new layer; `reading[Times]` is the layer of times. Offsets are code points into
`reading.text`, half-open. Layers that are findings of the record (`Times`, `Places`, `Quantities`, `Actors`, `Attributions`) hold the
record's own types with their final ids.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Literal, TypeVar

from onrecord.values.article import Article
from onrecord.values.problem import Problem
from onrecord.values.record import Actor, Attribution, Credit, Furniture, Moment, Passage, Place, Quantity, Time
from onrecord.values.span import Span

Layer = TypeVar("Layer")


@dataclass(frozen=True)
class Page:
    """The page about the report: its furniture and its particulars, found in the text or given with the article.

    `reporting`: the stretches of the text that are no furniture, in order: paragraphs, each trimmed of white space.
    """

    furniture: tuple[Furniture, ...] = ()
    reporting: tuple[Span, ...] = ()
    headline: Passage | None = None
    deck: Passage | None = None
    byline: Passage | None = None
    dateline: Passage | None = None
    outlet: Credit | None = None
    agency: Credit | None = None
    published: Moment = field(default_factory=Moment)
    updated: Moment = field(default_factory=Moment)
    language: str | None = None

    @property
    def reference(self) -> str | None:
        """The date against which times are read: published, else updated, else None. Never today's."""
        return self.published.value or self.updated.value

    def furnished(self, start: int, end: int) -> bool:
        """Whether a stretch touches furniture."""
        return any(one.start < end and start < one.end for one in self.furniture)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: `start`..`end` with the marks, `inner` without. `depth` 1 is outermost; `closed` is False where the
    closing mark is missing (the quotation then ends with its paragraph); `continues` is True where this paragraph goes on with the
    quotation of the one before (a reopening mark and no closing one before it)."""

    start: int
    end: int
    inner: Span
    depth: int = 1
    closed: bool = True
    continues: bool = False


@dataclass(frozen=True)
class Quotations:
    """All quotations, by start. Double marks and their like only; apostrophes are none."""

    items: tuple[Quotation, ...] = ()

    def around(self, start: int, end: int) -> Quotation | None:
        """The innermost quotation whose marks hold the stretch, or None."""
        found = [one for one in self.items if one.start <= start and end <= one.end]
        return max(found, key=lambda one: one.depth, default=None)


@dataclass(frozen=True)
class Syntax:
    """Words, sentences and the parse, in columns: entry i of each is word i. Furniture holds no words.

    `starts`, `ends`: code points. `words`, `lemmas`: text and lemma (lower case for common words). `tags`: Penn tags; `pos`: universal.
    `deps`, `heads`: spaCy's dependency label and the index of the head word (a root is its own head). `sentences`: spans in code points.
    `sentence_of`: the index of each word's sentence.
    """

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    pos: tuple[str, ...] = ()
    deps: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    sentences: tuple[Span, ...] = ()
    sentence_of: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.starts)

    def inside(self, start: int, end: int) -> range:
        """The indices of the words that the stretch touches."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def span(self, first: int, last: int) -> Span:
        """The stretch from word `first` to word `last`, both included."""
        return Span(self.starts[first], self.ends[last])

    def sentence(self, at: int) -> Span | None:
        """The sentence that holds a code point, or None."""
        i = bisect_right([s.start for s in self.sentences], at) - 1 if self.sentences else -1
        return self.sentences[i] if i >= 0 and at < self.sentences[i].end else None

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The dependents of each word, in order."""
        below: list[list[int]] = [[] for _ in self.starts]
        for i, head in enumerate(self.heads):
            if head != i:
                below[head].append(i)
        return tuple(tuple(one) for one in below)

    def subtree(self, i: int) -> range:
        """From the first to the last word of what hangs on word i, itself included (projective hull)."""
        low = high = i
        stack = [i]
        seen = {i}
        while stack:
            for child in self.children[stack.pop()]:
                if child not in seen:
                    seen.add(child)
                    low, high = min(low, child), max(high, child)
                    stack.append(child)
        return range(low, high + 1)


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name or demonym as the recogniser saw it."""

    start: int
    end: int
    label: Literal["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "OTHER"]


@dataclass(frozen=True)
class Names:
    items: tuple[Name, ...] = ()


@dataclass(frozen=True)
class Times:
    items: tuple[Time, ...] = ()


@dataclass(frozen=True)
class Places:
    items: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Quantities:
    items: tuple[Quantity, ...] = ()


@dataclass(frozen=True)
class Actors:
    """Actors with all their mentions, coreference resolved. A collective mention ("the pair") stands with each actor that it covers."""

    items: tuple[Actor, ...] = ()

    @cached_property
    def by_span(self) -> Mapping[Span, tuple[str, ...]]:
        """The ids of the actors whose mention is exactly this span."""
        held: dict[Span, tuple[str, ...]] = {}
        for actor in self.items:
            for one in actor.mentions:
                held[Span(one.start, one.end)] = (*held.get(Span(one.start, one.end), ()), actor.id)
        return held

    @cached_property
    def by_id(self) -> Mapping[str, Actor]:
        return {actor.id: actor for actor in self.items}

    def at(self, start: int, end: int) -> tuple[str, ...]:
        """The ids of the actors that a stretch speaks of: those of the longest mention inside it or equal to it, else of the one that
        holds it; () where there is none. In a phrase such as "White House official Susan Rice" the last of the longest wins."""
        if exact := self.by_span.get(Span(start, end)):
            return exact
        inside = [(e - s, s, ids) for (s, e), ids in self.by_span.items() if start <= s and e <= end]
        if inside:
            return max(inside)[2]
        around = [(s - e, s, ids) for (s, e), ids in self.by_span.items() if s <= start and end <= e]
        return max(around)[2] if around else ()


@dataclass(frozen=True)
class Attributions:
    items: tuple[Attribution, ...] = ()

    def over(self, start: int, end: int) -> Attribution | None:
        """The innermost attribution whose content holds the stretch (each of whose ends lies in one of the content's spans), or None."""
        found = [
            (sum(s.end - s.start for s in one.content.spans), i, one)
            for i, one in enumerate(self.items)
            if any(s.start <= start and end <= s.end for s in one.content.spans)
        ]
        return min(found)[2] if found else None


class Reading:
    """An article and the layers found over its text. Immutable: `with_layer` gives a new one.

    >>> reading[Times]  # doctest: +SKIP
    """

    __slots__ = ("_layers", "article", "problems")

    def __init__(
        self, article: Article, layers: Mapping[type, object] | None = None, problems: tuple[Problem, ...] = ()
    ) -> None:
        self.article = article
        self._layers = MappingProxyType(dict(layers or {}))
        self.problems = problems

    @property
    def text(self) -> str:
        return self.article.text

    def __getitem__(self, layer: type[Layer]) -> Layer:
        found = self._layers.get(layer)
        if not isinstance(found, layer):
            message = f"no layer {layer.__name__} yet: a stage that needs it must say so in `needs`"
            raise KeyError(message)
        return found

    def __contains__(self, layer: type) -> bool:
        return layer in self._layers

    def with_layer(self, layer: object) -> Reading:
        return Reading(self.article, {**self._layers, type(layer): layer}, self.problems)

    def with_problem(self, problem: Problem) -> Reading:
        return Reading(self.article, self._layers, (*self.problems, problem))
