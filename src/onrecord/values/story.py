"""The reports of one happening, and which of them are one text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """One article in a story. `origin` is the key of the article that stands for the text it has in common with others (its own where
    it shares none): reports of one origin are copies, cut, extended or reworked, of one text."""

    key: str
    origin: str


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one happening, by key. `id` is the least key among them."""

    id: str
    reports: tuple[Report, ...]

    @property
    def origins(self) -> int:
        """How many independent texts there are."""
        return len({one.origin for one in self.reports})
