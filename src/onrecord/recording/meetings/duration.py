"""How long a meeting lasted, by each account.

In: `Quantities` (durations), `Times`, the parse. Out: statements with an ISO 8601 value, its bound and its `by`. Three ways to say it:
on the verb ("met for 20 minutes"), by a verb of lasting whose subject is the meeting ("a discussion that lasted about 35 minutes"), before
the noun ("an hour-long meeting", "a 40-minute call").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.recording.clauses import obliques, subjects
from onrecord.recording.meetings.statement import Statement, carriers
from onrecord.values.record import Value
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from onrecord.recording.matter import Matter
    from onrecord.values.record import Bound, Quantity

_LASTING: Final = frozenset({"last", "run", "go", "continue", "stretch", "extend", "drag"})
_ENDING: Final = frozenset({"end", "conclude", "finish", "break", "collapse", "adjourn", "wrap"})
"""Verbs of an end, after which a length is how long it was: "the talks ended after six hours"."""
_TALKING: Final = frozenset({"talk", "speak", "confer", "chat", "converse", "huddle"})
"""Verbs whose length is that of the meeting told before, where two or more do it: "they talked for an hour"."""
_SEVERAL: Final = frozenset({"they", "two", "both", "pair", "duo", "delegation"})
_UP: Final = frozenset(
    "prep pobj npadvmod dobj nummod compound amod nmod advmod quantmod acomp attr acl relcl pcomp conj".split()
)
_UNITS: Final = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "week": "P{}W",
    "month": "P{}M",
    "year": "P{}Y",
}
_SHORT: Final = ("second", "minute", "hour", "day", "week")
_SPANNING: Final = frozenset({"for", "of", "over", "to"})
"""Prepositions of a length; "in three weeks" and "a day after" are distances."""
_FAR: Final = 6
_MODS: Final[dict[str | None, Bound]] = {
    "APPROX": "about",
    "LESS_THAN": "at_most",
    "MORE_THAN": "at_least",
    "EQUAL_OR_MORE": "at_least",
    "EQUAL_OR_LESS": "at_most",
}


def durations(matter: Matter, triggers: Collection[int]) -> tuple[Statement, ...]:
    """All durations that are told of a meeting."""
    standing = carriers(matter.syntax, triggers)
    found = []
    for span, value in _told(matter):
        at = matter.head(span)
        if at is not None and (tie := _tie(matter, at, standing)):
            found.append(Statement("duration", at, tie[0], value))
    return tuple(found)


def _told(matter: Matter) -> Iterator[tuple[Span, Value]]:
    """Durations in ISO 8601: the quantities, and the times that no quantity covers."""
    spent: list[Span] = []
    for one in matter.quantities.items:
        if one.measure == "duration" and one.unit.rstrip("s") in _SHORT and (value := _value(matter, one)):
            spent.append(Span(one.start, one.end))
            yield spent[-1], value
    for time in matter.times.items:
        span = Span(time.start, time.end)
        if time.type == "DURATION" and "X" not in time.value and not any(span.overlaps(s) for s in spent):
            yield span, Value(time.value, *span, matter.by(span), bound=_MODS.get(time.mod, "exact"))


def _value(matter: Matter, one: Quantity) -> Value | None:
    span = Span(one.start, one.end)
    low, high = _iso(one.low, one.unit), _iso(one.high, one.unit)
    time = next(
        (
            t
            for t in matter.times_near.get(matter.sentence_at(span.start), ())
            if t.type == "DURATION" and span.overlaps(Span(t.start, t.end)) and "X" not in t.value
        ),
        None,
    )
    told = time.value if time else (low or high)
    return Value(told, *span, matter.by(span), low=low, high=high, bound=one.bound) if told else None


def _iso(number: float | None, unit: str) -> str | None:
    """ISO 8601: `_iso(20, "minute")` is "PT20M"."""
    form = _UNITS.get(unit.rstrip("s"))
    if number is None or form is None:
        return None
    return form.format(int(number) if float(number).is_integer() else number)


def _tie(matter: Matter, at: int, standing: dict[int, int]) -> tuple[int | None] | None:
    """(the trigger on which a duration hangs,); (None,) for one said of "it"; None for one that is of no meeting."""
    syntax = matter.syntax
    if spent := [standing[o] for o in obliques(syntax, at, ("of",)) if o in standing]:
        return (spent[0],)
    for _ in range(_FAR):
        if at in standing:
            return (standing[at],)
        if syntax.lemmas[at].casefold() == "after" and syntax.lemmas[syntax.heads[at]].casefold() in _ENDING:
            return _subject(matter, syntax.heads[at], standing)
        if syntax.lemmas[at].casefold() in _LASTING and syntax.pos[at] == "VERB":
            return _subject(matter, at, standing)
        if syntax.lemmas[at].casefold() in _TALKING and syntax.pos[at] == "VERB":
            return (None,) if _by_several(matter, at) else None
        if (
            syntax.deps[at] not in _UP
            or syntax.heads[at] == at
            or (syntax.pos[at] in ("ADP", "SCONJ") and syntax.lemmas[at] not in _SPANNING)
        ):
            return None
        at = syntax.heads[at]
    return None


def _by_several(matter: Matter, verb: int) -> bool:
    """Whether more than one are the subject of a verb: "they", "the two", "the ministers"."""
    heads = subjects(matter.syntax, verb)
    return len(heads) > 1 or any(
        matter.syntax.tags[i] == "NNS" or matter.syntax.lemmas[i].casefold() in _SEVERAL for i in heads
    )


def _subject(matter: Matter, verb: int, standing: dict[int, int]) -> tuple[int | None] | None:
    heads = subjects(matter.syntax, verb)
    if tied := [standing[i] for i in heads if i in standing]:
        return (tied[0],)
    said_of_it = any(matter.syntax.words[i].casefold() in ("it", "they", "which", "that") for i in heads)
    return (None,) if said_of_it and matter.syntax.lemmas[verb].casefold() == "last" else None
