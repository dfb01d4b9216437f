"""How many were killed, injured, detained or took part, per class of victims and per claimant.

In: `Quantities`, the tellings. Out: for each counted quantity the index of the telling it belongs to (None where no clause ties it to
one), the field and the value with its bounds. A count belongs to the trigger above it in the parse, else to the nearest trigger of a
fitting type in its sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.recording.clauses import below
from onrecord.values.record import Value
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Telling
    from onrecord.values.record import Quantity

FITTING: Final[dict[str, frozenset[str]]] = {
    "killed": frozenset({"ASSAULT"}),
    "injured": frozenset({"ASSAULT", "PROTEST"}),
    "missing": frozenset({"ASSAULT"}),
    "detained": frozenset({"COERCE", "PROTEST"}),
    "displaced": frozenset({"ASSAULT", "SANCTION"}),
    "took_part": frozenset({"PROTEST"}),
}
"""The types of event that each count may belong to."""
_FAR: Final = 8
_TOLLS: Final = frozenset(
    "toll die dead kill death wound injure injured wounded hurt fatality casualty detain arrest displace flee gather rally march protest miss".split()
)


_ANYBODY: Final = frozenset({"people", "person", "dead", "other", "victim", "casualty", "body", "death", "man"})
"""Words of a count that name no class."""


@dataclass(frozen=True, slots=True)
class Count:
    """One count: of the telling with index `of`, or of none in its own sentence."""

    name: str
    value: Value
    at: int
    of: int | None
    firm: bool = True


def casualties(matter: Matter, tellings: Sequence[Telling]) -> tuple[Count, ...]:
    """All counts of people that an event may have."""
    found = []
    fitting = {
        measure: {t.candidate.head: k for k, t in enumerate(tellings) if t.sense.kind in kinds}
        for measure, kinds in FITTING.items()
    }
    for one in matter.quantities.items:
        if one.measure not in FITTING:
            continue
        at = matter.head(Span(one.start, one.end))
        if at is not None and (value := count(matter, one)) is not None:
            owner = _owner(matter, fitting[one.measure], at)
            found.append(Count(one.measure, value, at, owner, firm=_firm(matter, one, at)))
    return tuple(found)


def count(matter: Matter, one: Quantity) -> Value | None:
    """The value of a count: the stated figure, the lower bound of an open one, the words of a vague one or of one that may yet be."""
    span = Span(one.start, one.end)
    told = (
        " ".join(span.of(matter.text).split()) if one.bound == "vague" else (one.high if one.low is None else one.low)
    )
    return Value(
        told, *span, matter.by(span), low=one.low, high=one.high, bound=one.bound, of=one.of or _class(matter, one)
    )


def _class(matter: Matter, one: Quantity) -> str | None:
    """The class of victims that a count is of, where the text lists several ("three policemen and two civilians"); None for all of them."""
    syntax = matter.syntax
    at = matter.head(Span(one.start, one.end))
    if at is None or syntax.pos[at] != "NOUN" or syntax.lemmas[at].casefold() in _ANYBODY:
        return None
    beside = {*below(syntax, at, "conj"), *([syntax.heads[at]] if syntax.deps[at] == "conj" else [])}
    others = (
        q for q in matter.quantities_near.get(syntax.sentence_of[at], ()) if q.measure == one.measure and q != one
    )
    listed = any(matter.head(Span(q.start, q.end)) in beside for q in others)
    return syntax.words[at].casefold() if listed else None


def _firm(matter: Matter, one: Quantity, at: int) -> bool:
    """Whether a count is a toll of its event, to be set against others: no part of a larger count, no bodies seen in one place."""
    before = matter.text[max(0, one.start - 24) : one.start].casefold()
    if any(word in before for word in ("includ", "among", "of them", "of whom", "another", "other ", "further")):
        return False
    lemmas = {matter.syntax.lemmas[w].casefold() for w in matter.sentence(at)}
    return bool(lemmas & _TOLLS)


def _owner(matter: Matter, fitting: Mapping[int, int], at: int) -> int | None:
    """The telling of the trigger above a count, else of the nearest one in its sentence. `fitting`: tellings by head word."""
    syntax = matter.syntax
    above = at
    for _ in range(_FAR):
        if above in fitting:
            return fitting[above]
        if syntax.heads[above] == above:
            break
        above = syntax.heads[above]
    near = [(abs(head - at), head) for head in matter.sentence(at) if head in fitting]
    return fitting[min(near)[1]] if near else None
