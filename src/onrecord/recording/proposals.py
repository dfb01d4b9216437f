"""Triggers by the network: its proposals as candidates, with mode and CAMEO code from the lexicon.

In: `Findings`, `Syntax`. Out: candidates in the order of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from onrecord.knowledge.triggers import Sense
from onrecord.recording.candidates import mode_of
from onrecord.recording.telling import Candidate
from onrecord.values.span import Span

if TYPE_CHECKING:
    from onrecord.learned.findings import EventFinding
    from onrecord.recording.matter import Matter
    from onrecord.values.layers import Syntax
    from onrecord.values.record import EventType, FactualityValue


def proposals(matter: Matter) -> tuple[Candidate, ...]:
    """All proposals that touch words of the parse."""
    found = []
    for one in sorted(matter.findings.events, key=lambda e: (e.trigger, e.type)):
        head = _head(matter, one)
        if head is not None:
            found.append(_candidate(matter, one, head))
    return tuple(found)


def _head(matter: Matter, one: EventFinding) -> int | None:
    """The word of a trigger that the lexicon knows for this type ("talks" of "hold talks"), else the word on which the others hang."""
    top = _top(matter.syntax, matter.syntax.inside(*one.trigger))
    words = ([] if top is None else [top]) + list(matter.syntax.inside(*one.trigger))
    return next((i for i in words if mode_of(matter.syntax, i, one.type)), top)


def _top(syntax: Syntax, words: range) -> int | None:
    """The word on which the others hang; of several nouns that hang on words outside ("shooting assault") the last."""
    tops = [i for i in words if syntax.heads[i] not in words or syntax.heads[i] == i]
    if tops and all(syntax.pos[i] in ("NOUN", "PROPN", "ADJ") for i in tops):
        return tops[-1]
    return tops[0] if tops else None


def _candidate(matter: Matter, one: EventFinding, head: int) -> Candidate:
    return Candidate(
        _trimmed(matter.syntax, one.trigger, head),
        head,
        _sense(matter, one, cast("EventType", one.type)),
        one.score,
        "event head",
        tuple(s.span for s in one.actors),
        tuple(s.span for s in one.recipients),
        cast("FactualityValue", one.factuality),
        one.background_score,
    )


def _trimmed(syntax: Syntax, trigger: Span, head: int) -> Span:
    """The trigger without what only leads on to the next words: "issued" of "issued an", "ban" of "ban on"."""
    last = syntax.inside(*trigger)[-1]
    leading = ("DET", "PRON", "ADP") if syntax.pos[head] == "NOUN" else ("DET", "PRON")
    while last > head and syntax.pos[last] in leading:
        last -= 1
    return Span(trigger.start, min(trigger.end, syntax.ends[last]))


def _sense(matter: Matter, one: EventFinding, kind: EventType) -> Sense:
    """The lexicon's sense of this type for the first word of the trigger that has one; else the type without a mode."""
    options = (mode_of(matter.syntax, i, kind) for i in matter.syntax.inside(*one.trigger))
    return next((sense for sense in options if sense), Sense(kind))
