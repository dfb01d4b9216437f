"""Judges sights: a log-linear score over their signs, twice, and the best that do not overlap.

The first pass looks at each sight alone; the second also at what the first thought of the rest of the document: the same name
elsewhere, states and countries that are surely named, the outlet's home. The weights were fitted on the development sets (see
`knowledge.gazetteer.weights`); a network's proposals add to the score where there are any.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat
from math import exp, inf
from typing import TYPE_CHECKING

from onrecord.knowledge.countries import capital_country, country_named
from onrecord.knowledge.gazetteer.weights import weights
from onrecord.reading.toponyms.signs import Document, signs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from onrecord.reading.toponyms.sights import Sight
    from onrecord.reading.toponyms.surroundings import Home

SURE = 1.0  # log-odds from which the first pass counts as an opinion


@dataclass(frozen=True, slots=True)
class Judged:
    """A sight and the probability that it names a place."""

    sight: Sight
    probability: float


def _none(_: Sight) -> float:
    return 0.0


def judge(document: Document, home: Home, extra: Callable[[Sight], float] = _none) -> list[Judged]:
    """The sights that name a place, in the order of the text; of those that overlap the most probable. `extra`: log-odds to add."""
    held = weights()
    shown = [tuple(signs(document, sight)) for sight in document.found]
    first = [extra(s) + _weight(held.first, one) for s, one in zip(document.found, shown, strict=True)]
    company = Company(document.found, first, home)
    judged = []
    for i, sight in enumerate(document.found):
        score = extra(sight) + _weight(held.second, (*shown[i], *company.signs(i)))
        judged.append(Judged(sight, 1 / (1 + exp(-max(-30.0, min(30.0, score))))))
    return choose(judged, held.needed)


def _weight(weights: Mapping[str, float], shown: Iterable[str]) -> float:
    """The sum of the weights of signs, in their order; those without one have none."""
    return sum(map(weights.get, shown, repeat(0.0)))


def choose(judged: list[Judged], needed: float) -> list[Judged]:
    """Those above `needed` that do not overlap, the most probable first; in the order of the text. A listed name of several words that is
    probable enough comes before the names inside it: "Guinea-Bissau" is one place, and neither Guinea nor Bissau."""
    longest: dict[int, Sight] = {}
    for one in judged:
        if one.probability >= needed and _is_a_whole(one.sight):
            for at in range(one.sight.start, one.sight.end):
                if at not in longest or len(longest[at].text) < len(one.sight.text):
                    longest[at] = one.sight
    taken: list[Judged] = []
    covered: set[int] = set()
    for one in sorted(judged, key=lambda j: (-j.probability, j.sight.start - j.sight.end, j.sight.start)):
        if one.probability < needed:
            break
        stretch = range(one.sight.start, one.sight.end)
        if covered.isdisjoint(stretch) and not _inside(one.sight, longest.get(one.sight.start)):
            covered.update(stretch)
            taken.append(one)
    return sorted(taken, key=lambda j: j.sight.start)


def _is_a_whole(sight: Sight) -> bool:
    """Whether the gazetteer has the name as some place's own ("Mississippi State" is only another name of Mississippi)."""
    return sight.how == "name" and not sight.text.startswith("The ") and any(e.own for e in sight.entries)


def _inside(sight: Sight, longer: Sight | None) -> bool:
    """Whether a sight is a part of a longer one."""
    return longer is not None and len(longer.text) > len(sight.text) and sight.end <= longer.end


class Company:
    """What the other sights and the outlet say of one."""

    def __init__(self, found: Sequence[Sight], scores: Sequence[float], home: Home) -> None:
        self.found, self.scores, self.home = found, scores, home
        self.best: dict[str, Twins] = {}
        self.states: dict[tuple[str | None, str], set[str]] = {}
        self.countries: dict[str | None, set[str]] = {}
        for sight, score in zip(found, scores, strict=True):
            self.best.setdefault(sight.text, Twins()).add(score)
            if score >= SURE and sight.entries:
                top = sight.entries[0]
                if top.precision == "admin1":
                    self.states.setdefault((top.country, top.name), set()).add(sight.text)
                self.countries.setdefault(top.country, set()).add(sight.text)
        powers = {power(s.text) for s, z in zip(found, scores, strict=True) if z >= SURE}
        self.powers = powers - {None}
        self.home_states = {(town.country, town.admin1) for town in home.towns}

    def signs(self, i: int) -> Iterator[str]:
        """The signs of the company that a sight keeps."""
        sight, own = self.found[i], self.scores[i]
        yield f"own {max(-5, min(5, round(own)))}"
        twins = self.best[sight.text]
        if twins.count > 1:
            yield f"twin {max(-3, min(3, round(twins.highest(own))))}"
            yield f"twins {max(-3, min(3, round(twins.total / twins.count)))}"
        if of := power(sight.text):
            yield "power among powers" if self.powers - {of} else "power alone"
        yield from self._where(sight)

    def _where(self, sight: Sight) -> Iterator[str]:
        towns = [e for e in sight.entries if e.precision in {"city", "admin2"}]
        if not towns:
            return
        if any(_others(self.states.get((e.country, e.admin1 or "")), sight.text) for e in towns):
            yield "in a named state"
        elif any(_others(self.countries.get(e.country), sight.text) for e in towns):
            yield "in a named country"
        else:
            yield "far from all named"
        if self.home.towns:
            nearest = min(self.home.km(e) or 0.0 for e in towns)
            yield "home near" if nearest < 40 else "home around" if nearest < 120 else "home far"
            if any((e.country, e.admin1) in self.home_states for e in towns):
                yield "home state"


def power(name: str) -> str | None:
    """The country of which this is the name or the capital."""
    return country_named(name) or capital_country(name)


def _others(named: set[str] | None, text: str) -> bool:
    """Whether any other name than this one is among those."""
    return bool(named) and len(named or ()) > (text in (named or ()))


class Twins:
    """The first-pass scores of all sights with the same words: how many, their sum, the two highest that differ."""

    def __init__(self) -> None:
        self.count, self.total = 0, 0.0
        self.top = self.second = -inf

    def add(self, score: float) -> None:
        """One more."""
        self.count += 1
        self.total += score
        if score > self.top:
            self.top, self.second = score, self.top
        elif self.second < score < self.top:
            self.second = score

    def highest(self, own: float) -> float:
        """The highest that is not this one's; its own where all are the same."""
        other = self.second if own == self.top else self.top
        return own if other == -inf else other
