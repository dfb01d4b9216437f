"""A figure: one actor while the text is being gone through, with what is known of him so far. Drafts only: the record's `Actor` is made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.reading.coreference.sight import Gender, Sight, Title
from onrecord.values.record import Mention

FigureSort = Literal["person", "unnamed", "body", "office", "state", "group", "joint"]


@dataclass(frozen=True, slots=True)
class Stand:
    """Where and how a figure was mentioned."""

    sentence: int
    paragraph: int
    word: int
    verb: int
    subject: bool
    possessor: bool
    modifier: bool
    pronoun: bool
    quotation: int


@dataclass(slots=True)
class Figure:
    """`gender` as name or title tell it; `leaning` as pronouns did: above 0 male, below female. `members`: of a joint figure, the numbers of those whom it joins. `callings`: agent nouns that were said of it, each with the
    words beside it."""

    number: int
    sort: FigureSort
    name: str
    gender: Gender | None = None
    leaning: int = 0
    country: str | None = None
    sectors: list[str] = field(default_factory=list)
    titles: dict[tuple[int, int], Title] = field(default_factory=dict)
    callings: dict[tuple[str, frozenset[str]], None] = field(default_factory=dict)
    mentions: dict[Mention, None] = field(default_factory=dict)
    members: tuple[int, ...] = ()
    said: int = 0
    spoke_in: int = -99
    spoke_at: int = -1
    named: bool = False
    plural: bool = False
    collected: bool = False
    rule: str = ""
    last: Stand | None = None
    outside: Stand | None = None

    def learn(self, sight: Sight) -> None:
        """Takes over what a mention tells: country, sectors, gender, titles, the noun."""
        self.country = self.country or sight.country
        self.gender = self.gender or sight.gender
        for sector in sight.sectors:
            if sector not in self.sectors:
                self.sectors.append(sector)
        if sight.noun and sight.sort == "role":
            self.callings[sight.noun, sight.kin] = None
        for title in sight.titles:
            self.take(title)

    def take(self, title: Title) -> None:
        """Takes a title over, with the country and the sectors that come with it."""
        self.titles.setdefault((title.start, title.end), title)
        words = title.title.lower().split()
        if not {"former", "ex", "late", "then"} & set(words) or self.country is None:
            self.country = self.country or title.country
        for sector in title.sectors:
            if sector not in self.sectors:
                self.sectors.append(sector)
        if words:
            self.callings[" ".join(words), frozenset(words[:-1])] = None

    @property
    def human(self) -> bool:
        return self.sort in ("person", "unnamed")
