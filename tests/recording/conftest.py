"""Short reports of our own, read by rules alone: no weights."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from onrecord.reading.stages import STAGES
from onrecord.recording.record import record
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.layers import Reading
from onrecord.values.record import Event, Reader, Record, Value

RULES = Settings(learned=False)


@dataclass(frozen=True)
class Read:
    """A record with short ways to ask what a test wants to know."""

    record: Record

    def events(self, kind: str) -> list[Event]:
        return [e for e in self.record.events if e.type == kind]

    def one(self, kind: str) -> Event:
        (found,) = self.events(kind)
        return found

    def words(self, thing: object) -> str:
        return " ".join(self.record.words(thing).split())

    def names(self, event: Event, side: str = "actors") -> set[str]:
        known = {a.id: a.name for a in self.record.actors}
        return {known[p.actor] for p in getattr(event, side)}

    def who(self, by: str | None) -> str | None:
        """The words of the source; None for the article."""
        account = next((a for a in self.record.attributions if a.id == by), None)
        return " ".join(s.of(self.record.article.text) for s in account.source.spans) if account else None

    def values(self, event: Event, name: str) -> list[tuple[object, str | None]]:
        return [(v.value, self.who(v.by)) for v in event.fields.get(name, ())]

    def told(self, value: Value) -> str:
        return self.record.article.text[value.start : value.end]


@pytest.fixture(scope="session")
def read():
    def reading(text: str, published: str | None = "2026-03-04") -> Read:
        found = Reading(Article(text, key="test", published=published))
        for stage in STAGES:
            found = found.with_layer(stage.run(found, RULES))
        made = record(found, RULES, Reader("test"))
        assert made.problems == ()
        return Read(made)

    return reading
