"""Where accounts inside one report differ about one event.

In: events. Out: `Disagreement`s, each between two values of one field that different claimants assert. Strict, as a false alarm costs as
much as a miss: only numbers and durations are compared, of the same class of victims, and only where their intervals differ; an event
that one account affirms and another denies is a denial.

  conflict  both cannot be true: 20 minutes and about 35; exact 18 and 26; exact 10 and "at least 75"
  bound     both can: "at least 31" and 44
  detail    a figure and a word for many: 23 and "dozens"
Equal figures agree whatever their bounds, unless these exclude each other ("more than 30" and 30: bound). "About" spans ten per cent.
"""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING, Final

from onrecord.recording.accounts import claimant
from onrecord.values.comparing import compare as differ
from onrecord.values.comparing import interval
from onrecord.values.record import Disagreement, DisputedValue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.recording.gathering import Gathered
    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Telling
    from onrecord.values.record import DisagreementKind, Value

COMPARED: Final = ("duration", "killed", "injured", "missing", "detained", "displaced", "took_part")
_ANYBODY: Final = frozenset(
    "people person man death fatality victim casualty life dead body hour minute day week half quarter toll dozen hundred number".split()
)  # fmt: skip
_TIMES: Final = 5


def disagreements(matter: Matter, gathered: Gathered) -> tuple[Disagreement, ...]:
    """All disagreements of a report, with ids d1, d2, …"""
    found: list[tuple[str, str, DisagreementKind, tuple[DisputedValue, DisputedValue]]] = []
    for event, tellings in gathered.told:
        for name in COMPARED:
            values = [v for v in event.fields.get(name, ()) if (v.start, v.end) not in gathered.loose]
            for first, second, kind in _differing(matter, values):
                found.append((event.id, name, kind, (_disputed(first), _disputed(second))))
        found += [(event.id, "factuality", "denial", pair) for pair in _denied(matter, tellings)]
    return tuple(Disagreement(f"d{n}", *one) for n, one in enumerate(found, 1))


def _disputed(one: Value) -> DisputedValue:
    return DisputedValue(one.value, one.by, one.start, one.end)


def _differing(matter: Matter, values: Sequence[Value]) -> Iterator[tuple[Value, Value, DisagreementKind]]:
    """Pairs of values that differ, one pair for each two figures of two claimants."""
    seen = set()
    for first, second in combinations(values, 2):
        holders = claimant(matter, first.by), claimant(matter, second.by)
        if holders[0] == holders[1] or first.of != second.of or _far_apart(first, second):
            continue
        if _one_breath(matter, first, second) or _class(matter, first) != _class(matter, second):
            continue
        key = frozenset({(first.value, holders[0]), (second.value, holders[1])})
        if key not in seen and (kind := compare(first, second)):
            seen.add(key)
            yield first, second, kind


def _class(matter: Matter, one: Value) -> str:
    """The class of victims that a count's own noun names ("2 women"); "" for people at large and for bare figures."""
    syntax = matter.syntax
    nouns = [syntax.lemmas[w].casefold() for w in syntax.inside(one.start, one.end) if syntax.pos[w] == "NOUN"]
    return next((n for n in reversed(nouns) if n not in _ANYBODY), "")


def _one_breath(matter: Matter, first: Value, second: Value) -> bool:
    """Whether one sentence gives both and only one of them to a source: then they are parts of one account ("eight died, seven of …")."""
    if first.by is not None and second.by is not None:
        return False
    return matter.syntax.sentence(first.start) == matter.syntax.sentence(second.start)


def compare(first: Value, second: Value) -> DisagreementKind | None:
    """How two figures differ (`values.comparing`); None where they agree, and for a figure and a word of which one is the report's own.

    >>> from onrecord.values.record import Value
    >>> compare(Value(31, 0, 2, bound="at_least", low=31), Value(44, 5, 7, bound="exact", low=44, high=44))
    'bound'
    """
    kind = differ(first, second)
    return None if kind == "detail" and None in (first.by, second.by) else kind


def _far_apart(first: Value, second: Value) -> bool:
    """Whether two figures of one report are so far apart that they must be of different things (a week's toll and a day's)."""
    a, b = interval(first), interval(second)
    if a is None or b is None:
        return False
    low, high = sorted(x[0] if math.isfinite(x[0]) else x[1] for x in (a, b))
    return low > 0 and high / low > _TIMES


def _denied(matter: Matter, tellings: Sequence[Telling]) -> Iterator[tuple[DisputedValue, DisputedValue]]:
    """One telling that affirms and one that denies, by different claimants."""
    sides: dict[str, Telling] = {}
    for one in (t for t in tellings if t.stated):
        sides.setdefault(one.factuality.value, one)
    if "happened" in sides and "denied" in sides:
        pair = [sides["happened"], sides["denied"]]
        if claimant(matter, pair[0].factuality.by) != claimant(matter, pair[1].factuality.by):
            first, second = (DisputedValue(t.factuality.value, t.factuality.by, *t.trigger) for t in pair)
            yield first, second
