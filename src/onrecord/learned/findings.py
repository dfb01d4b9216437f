"""What the network proposes over one text: frozen values with scores in 0 … 1; spans are half open, in code points of the unaltered text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.learned.parsing import Parse
from onrecord.values.span import Span


class ScoredSpan(NamedTuple):
    """A stretch of the text and how sure the network is of it."""

    start: int
    end: int
    score: float

    @property
    def span(self) -> Span:
        """The stretch alone."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class AttributionFinding:
    """Who says what, by which words (PolNeAR): `source` may be empty, `content` never is; both may be discontinuous."""

    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class EventFinding:
    """A PLOVER event at its trigger, with its parties; `type` is one of `labels.EVENT_TYPES`, `factuality` of `labels.FACTUALITY`."""

    trigger: Span
    type: str
    score: float
    actors: tuple[ScoredSpan, ...]
    recipients: tuple[ScoredSpan, ...]
    factuality: str
    factuality_score: float
    background: bool
    background_score: float


@dataclass(frozen=True, slots=True)
class NameFinding:
    """A name; `label` as in OntoNotes: PERSON, ORG, GPE, LOC, FAC, NORP, EVENT (learned from spaCy's own findings)."""

    start: int
    end: int
    label: str
    score: float

    @property
    def span(self) -> Span:
        """The name's place."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class TimexFinding:
    """A time expression; `type` is TIMEX3's DATE, TIME, DURATION or SET."""

    start: int
    end: int
    type: str
    score: float

    @property
    def span(self) -> Span:
        """The expression's place."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class ToponymFinding:
    """A place name; `kind` is `literal` or `demonym`."""

    start: int
    end: int
    kind: str
    score: float

    @property
    def span(self) -> Span:
        """The name's place."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything, each in the order of the text; `parse` where words were given."""

    attributions: tuple[AttributionFinding, ...] = field(default=())
    events: tuple[EventFinding, ...] = field(default=())
    names: tuple[NameFinding, ...] = field(default=())
    timexes: tuple[TimexFinding, ...] = field(default=())
    toponyms: tuple[ToponymFinding, ...] = field(default=())
    parse: Parse | None = None
