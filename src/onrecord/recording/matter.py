"""What a record is made of: the layers of one reading, side by side. A layer that is not there counts as empty."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from onrecord.learned.findings import Findings
from onrecord.values.layers import (
    Actors,
    Attributions,
    Name,
    Names,
    Page,
    Places,
    Quantities,
    Quotations,
    Reading,
    Syntax,
    Times,
)
from onrecord.values.record import Attribution, Place, PlaceMention, Quantity, Time
from onrecord.values.span import Span

Layer = TypeVar("Layer")


NEAR = 150
"""Words to either side that count as one sentence: text without a full stop must not cost its square."""


@dataclass(frozen=True)
class Matter:
    """The text and its layers; each is empty where the reading has none."""

    text: str
    page: Page = field(default_factory=Page)
    syntax: Syntax = field(default_factory=Syntax)
    names: Names = field(default_factory=Names)
    quotations: Quotations = field(default_factory=Quotations)
    times: Times = field(default_factory=Times)
    places: Places = field(default_factory=Places)
    quantities: Quantities = field(default_factory=Quantities)
    actors: Actors = field(default_factory=Actors)
    attributions: Attributions = field(default_factory=Attributions)
    findings: Findings = field(default_factory=Findings)

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """The lemma of each word without case, for what goes through the whole text."""
        return tuple(map(str.casefold, self.syntax.lemmas))

    def head(self, span: Span) -> int | None:
        """The index of the word on which the other words of a stretch hang; None where it touches no word."""
        words = self.syntax.inside(*span)
        for i in words:
            if self.syntax.heads[i] not in words or self.syntax.heads[i] == i:
                return i
        return words[-1] if words else None

    def account(self, span: Span) -> Attribution | None:
        """The attribution under which these words stand: the innermost whose content holds them, as `Attributions.over` has it."""
        near = self._accounts_near.get(self.sentence_at(span.start))
        if not near:
            return None
        held = [(size, k, one) for size, k, one in near if any(s.holds(span) for s in one.content.spans)]
        return min(held)[2] if held else None

    def by(self, span: Span) -> str | None:
        """The id of the attribution under which these words stand, None for the article's own voice."""
        found = self.account(span)
        return found.id if found else None

    @cached_property
    def title(self) -> int:
        """Where headline and deck end, 0 where there is none."""
        return max((part.end for part in (self.page.headline, self.page.deck) if part), default=0)

    @cached_property
    def accounts(self) -> Mapping[str, Attribution]:
        """The attributions by id."""
        return {one.id: one for one in self.attributions.items}

    @cached_property
    def _accounts_near(self) -> Mapping[int, list[tuple[int, int, Attribution]]]:
        """By sentence, the attributions whose content touches it, with the length of their content and their number."""
        found: dict[int, list[tuple[int, int, Attribution]]] = {}
        for k, one in enumerate(self.attributions.items):
            size = sum(s.end - s.start for s in one.content.spans)
            touched = {
                n
                for s in one.content.spans
                for n in range(self.sentence_at(s.start), self.sentence_at(max(s.start, s.end - 1)) + 1)
            }
            for n in touched:
                found.setdefault(n, []).append((size, k, one))
        return found

    def sentence_at(self, point: int) -> int:
        """The number of the sentence that begins last at or before a code point; -1 before the first."""
        return bisect_right(self._starts, point) - 1

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(s.start for s in self.syntax.sentences)

    @cached_property
    def times_near(self) -> Mapping[int, list[Time]]:
        """The times by the number of their sentence."""
        found: dict[int, list[Time]] = {}
        for one in self.times.items:
            found.setdefault(self.sentence_at(one.start), []).append(one)
        return found

    @cached_property
    def places_near(self) -> Mapping[int, list[tuple[Place, PlaceMention]]]:
        """The mentions of places by the number of their sentence."""
        found: dict[int, list[tuple[Place, PlaceMention]]] = {}
        for place in self.places.items:
            for one in place.mentions:
                found.setdefault(self.sentence_at(one.start), []).append((place, one))
        return found

    @cached_property
    def quantities_near(self) -> Mapping[int, list[Quantity]]:
        """The quantities by the number of their sentence."""
        found: dict[int, list[Quantity]] = {}
        for one in self.quantities.items:
            found.setdefault(self.sentence_at(one.start), []).append(one)
        return found

    @cached_property
    def names_near(self) -> Mapping[int, list[Name]]:
        """The names by the number of their sentence."""
        found: dict[int, list[Name]] = {}
        for one in self.names.items:
            found.setdefault(self.sentence_at(one.start), []).append(one)
        return found

    @cached_property
    def times_known(self) -> Mapping[str, Time]:
        """The times by id."""
        return {one.id: one for one in self.times.items}

    @cached_property
    def lands(self) -> Mapping[str, Place]:
        """The places by id."""
        return {place.id: place for place in self.places.items}

    def sentence(self, i: int) -> range:
        """The words of the sentence of word `i`; of a sentence without end those near it."""
        words = self.syntax.inside(*self.syntax.sentences[self.syntax.sentence_of[i]])
        return range(max(words.start, i - NEAR), min(words.stop, i + NEAR))


def matter(reading: Reading) -> Matter:
    """The layers of a reading."""
    return Matter(
        reading.text,
        page=_layer(reading, Page),
        syntax=_layer(reading, Syntax),
        names=_layer(reading, Names),
        quotations=_layer(reading, Quotations),
        times=_layer(reading, Times),
        places=_layer(reading, Places),
        quantities=_layer(reading, Quantities),
        actors=_layer(reading, Actors),
        attributions=_layer(reading, Attributions),
        findings=_layer(reading, Findings),
    )


def _layer(reading: Reading, kind: type[Layer]) -> Layer:
    return reading[kind] if kind in reading else kind()
