"""A reading becomes a record: events with their values, each with its evidence and its `by`, and where accounts differ.

    Reading -> Matter -> candidates -> tellings -> same event -> events -> disagreements -> Record

Never raises on an article: a part that breaks costs itself, and the record says so in `problems`.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from onrecord.errors import OnrecordError
from onrecord.recording.buildings import SURE, used, with_buildings
from onrecord.recording.cast import Cast
from onrecord.recording.disagreements import disagreements
from onrecord.recording.gathering import Gathered, gather
from onrecord.recording.heading import heading
from onrecord.recording.matter import matter
from onrecord.recording.reading_clauses import tellings
from onrecord.recording.selection import chosen, confidence
from onrecord.recording.sure import sure
from onrecord.values.problem import Problem
from onrecord.values.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.settings import Settings
    from onrecord.values.layers import Reading
    from onrecord.values.record import Disagreement, Event, Reader

log = logging.getLogger(__name__)
Part = TypeVar("Part")


def record(reading: Reading, settings: Settings, reader: Reader) -> Record:
    """The record of a reading. `reader` says what made it; findings below `settings.min_confidence` are left out."""
    return _Recording(reading, settings, reader).make()


class _Recording:
    """One run; `problems` gathers what could not be told."""

    def __init__(self, reading: Reading, settings: Settings, reader: Reader) -> None:
        self.reading, self.settings, self.reader = reading, settings, reader
        found = matter(reading)
        self.matter = with_buildings(found) if settings.min_confidence <= SURE else found
        self.problems = list(reading.problems)

    def make(self) -> Record:
        cast = Cast(self.matter)
        found = self._part("events", lambda: self._events(cast), Gathered())
        differing: tuple[Disagreement, ...] = self._part("disagreements", lambda: disagreements(self.matter, found), ())
        made = self._part("record", lambda: self._record(cast, tuple(e for e, _ in found.told), differing), None)
        return sure(made or self._bare(), self.settings.min_confidence)

    def _events(self, cast: Cast) -> Gathered:
        triggers = chosen(self.matter, self.settings)
        found = gather(self.matter, cast, tellings(self.matter, cast, triggers))
        told = ((replace(e, confidence=confidence(e.found_by, e.confidence, self.settings)), t) for e, t in found.told)
        return replace(found, told=tuple(told))

    def _record(self, cast: Cast, events: tuple[Event, ...], differing: tuple[Disagreement, ...]) -> Record:
        found = self.matter
        return Record(
            reader=self.reader,
            article=heading(self.reading.article, found),
            attributions=found.attributions.items,
            actors=cast.actors(),
            places=used(found.places.items, events),
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
