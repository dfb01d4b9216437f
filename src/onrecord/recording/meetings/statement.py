"""One thing that is told of a meeting, with its evidence; `meetings.host` finds the meeting of one that stands apart from any trigger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.recording.candidates import SUPPORT_VERBS
from onrecord.values.record import Value

if TYPE_CHECKING:
    from collections.abc import Collection

    from onrecord.recording.matter import Matter
    from onrecord.values.layers import Syntax
    from onrecord.values.record import Participant
    from onrecord.values.span import Span


_CARRYING: Final = SUPPORT_VERBS | {"be", "last"}


@dataclass(frozen=True, slots=True)
class Statement:
    """`name`: the field, or "present". `of`: the head word of the trigger to which the parse ties it, None where it stands apart.
    `at`: its own word. `parties`: the actors that its clause speaks of."""

    name: str
    at: int
    of: int | None = None
    value: Value | None = None
    person: Participant | None = None
    parties: frozenset[str] = frozenset()


def words(matter: Matter, span: Span) -> str:
    """The words of a span on one line, for a value in words."""
    return " ".join(span.of(matter.text).split())


def worded(matter: Matter, span: Span, value: str | None = None) -> Value:
    """A value in words, with its evidence and its `by`."""
    return Value(words(matter, span) if value is None else value, span.start, span.end, matter.by(span))


def carriers(syntax: Syntax, triggers: Collection[int]) -> dict[int, int]:
    """Words that stand for a trigger, by word: itself, and the verb that carries it ("held talks", "leaned forward in talks")."""
    found: dict[int, int] = {}
    for i in triggers:
        head, label = syntax.heads[i], syntax.deps[i]
        if label in ("dobj", "nsubjpass", "attr", "nsubj") and syntax.lemmas[head].casefold() in _CARRYING:
            found.setdefault(head, i)
        if label == "pobj" and syntax.lemmas[head].casefold() in ("in", "for", "during", "into", "on"):
            found.setdefault(syntax.heads[head], i)
    return {**found, **{i: i for i in triggers}}
