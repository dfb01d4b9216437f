"""One telling of an event: a trigger in the text with all that its clause says. Several tellings of one happening become one event."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.values.record import Factuality

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.knowledge.triggers import Sense
    from onrecord.values.record import Anchor, FactualityValue, Participant, Value
    from onrecord.values.span import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger before its clause is read. `head`: the index of its head word. `actors`, `recipients`: what the network proposes, None
    where a rule found the trigger; so for `factuality` and `background` (the probability that it is).
    `alone`: the lexicon's trigger where the network read the text and saw none."""

    trigger: Span
    head: int
    sense: Sense
    score: float = 1.0
    found_by: str = ""
    actors: tuple[Span, ...] | None = None
    recipients: tuple[Span, ...] | None = None
    factuality: FactualityValue | None = None
    background: float | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """What one clause tells of an event. `stated`: whether the clause itself says if it happened; a bare noun ("the trip") does not."""

    candidate: Candidate
    mode: str | None = None
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    present: tuple[Participant, ...] = ()
    when: tuple[Anchor, ...] = ()
    where: tuple[Anchor, ...] = ()
    factuality: Factuality = field(default_factory=Factuality)
    stated: bool = True
    background: bool = False
    contexts: tuple[str, ...] = ()
    fields: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)

    @property
    def trigger(self) -> Span:
        return self.candidate.trigger

    @property
    def sense(self) -> Sense:
        return self.candidate.sense

    @property
    def parties(self) -> frozenset[str]:
        """The ids of all who take part, on either side."""
        return frozenset(one.actor for one in (*self.actors, *self.recipients))
