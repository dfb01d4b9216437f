"""A reading becomes a record: events with their values, each with its evidence and its `by`, and where accounts differ.

    Reading -> Matter -> candidates -> tellings -> same event -> events -> disagreements -> Record

Never raises on an article: a part that breaks costs itself, and the record says so in `problems`.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from onrecord.errors import OnrecordError
from onrecord.recording.candidates import candidates
from onrecord.recording.cast import Cast
from onrecord.recording.disagreements import disagreements
from onrecord.recording.gathering import Gathered, gather
from onrecord.recording.heading import heading
from onrecord.recording.matter import matter
from onrecord.recording.proposals import proposals
from onrecord.recording.reading_clauses import tellings
from onrecord.values.problem import Problem
from onrecord.values.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Candidate
    from onrecord.settings import Settings
    from onrecord.values.layers import Reading
    from onrecord.values.record import Disagreement, Event, Reader

log = logging.getLogger(__name__)
Part = TypeVar("Part")
SURE = 0.5
"""The score from which the network's word alone is enough for an event: on the 101 articles that the training held out event F1 is 56.5
at .4, 56.2 at .6, 54.5 at .75, with 25, 16 and 15 false events per 100 event-free sentences."""


def record(reading: Reading, settings: Settings, reader: Reader) -> Record:
    """The record of a reading. `reader` says what made it; findings below `settings.min_confidence` are left out."""
    return _Recording(reading, settings, reader).make()


class _Recording:
    """One run; `problems` gathers what could not be told."""

    def __init__(self, reading: Reading, settings: Settings, reader: Reader) -> None:
        self.reading, self.settings, self.reader = reading, settings, reader
        self.matter = matter(reading)
        self.problems = list(reading.problems)

    def make(self) -> Record:
        cast = Cast(self.matter)
        found = self._part("events", lambda: self._events(cast), Gathered())
        differing: tuple[Disagreement, ...] = self._part("disagreements", lambda: disagreements(self.matter, found), ())
        made = self._part("record", lambda: self._record(cast, tuple(e for e, _ in found.told), differing), None)
        return made or self._bare()

    def _events(self, cast: Cast) -> Gathered:
        triggers = chosen(self.matter, self.settings)
        return gather(self.matter, cast, tellings(self.matter, cast, triggers))

    def _record(self, cast: Cast, events: tuple[Event, ...], differing: tuple[Disagreement, ...]) -> Record:
        found = self.matter
        return Record(
            reader=self.reader,
            article=heading(self.reading.article, found),
            attributions=found.attributions.items,
            actors=cast.actors(),
            places=found.places.items,
            times=found.times.items,
            quantities=found.quantities.items,
            events=events,
            disagreements=differing,
            problems=tuple(self.problems),
        )

    def _bare(self) -> Record:
        """The article alone, with its problems: what is left where the findings contradict one another."""
        bare = replace(self.matter, page=replace(self.matter.page, furniture=()))
        return Record(self.reader, heading(self.reading.article, bare), problems=tuple(self.problems))

    def _part(self, name: str, make: Callable[[], Part], otherwise: Part) -> Part:
        where = self.reading.article.key or self.reading.article.url or "article"
        try:
            return make()
        except OnrecordError as error:
            self.problems.append(Problem(where, name, str(error), "The rest of the article was read."))
        except Exception as error:
            log.debug("%s failed on %s", name, where, exc_info=True)
            told = f"{type(error).__name__}: {error}"
            self.problems.append(
                Problem(where, name, told, "The rest of the article was read; please report this with the text.")
            )
        return otherwise


def chosen(found: Matter, settings: Settings) -> tuple[Candidate, ...]:
    """The triggers that are read: the network's, and the lexicon's where the network saw none. Of a word that both know the lexicon
    says the type: it is right in 96 of 100 cases on the development sets, the network in 84."""
    ruled, proposed = candidates(found), proposals(found)
    kinds = {r.head: r.sense for r in ruled}
    settled = [replace(p, sense=kinds.get(p.head, p.sense)) for p in proposed if p.score >= SURE or p.head in kinds]
    added = [r for r in ruled if not any(r.trigger.overlaps(p.trigger) for p in proposed)]
    every = sorted((*settled, *added), key=lambda c: (c.trigger, c.sense.kind))
    return tuple(c for c in every if c.score >= settings.min_confidence)
