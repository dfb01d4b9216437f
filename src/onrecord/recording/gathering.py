"""Tellings, counts and statements are gathered into events.

In: all tellings of a report. Out: each event with its tellings, in the order of the text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.recording.accounts import claimant
from onrecord.recording.casualties import FITTING, casualties
from onrecord.recording.events import event
from onrecord.recording.meetings.anchored import anchored, on_the_day
from onrecord.recording.meetings.attendance import attendance
from onrecord.recording.meetings.duration import durations
from onrecord.recording.meetings.host import host
from onrecord.recording.meetings.itinerary import appointments
from onrecord.recording.meetings.mode import meeting_mode
from onrecord.recording.meetings.outcome import agreement, outcomes
from onrecord.recording.meetings.parties import invited, of_the_two, others_than, paired, refused, together
from onrecord.recording.meetings.reception import received
from onrecord.recording.meetings.setting import settings_of
from onrecord.recording.meetings.statement import worded
from onrecord.recording.same_event import Lengths, called, same_event

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.recording.cast import Cast
    from onrecord.recording.casualties import Count
    from onrecord.recording.matter import Matter
    from onrecord.recording.meetings.statement import Statement
    from onrecord.recording.telling import Telling
    from onrecord.values.record import Event, Participant, Value


@dataclass(frozen=True)
class Gathered:
    """Each event with its tellings; `loose`: the places of counts that are no tolls to be set against others."""

    told: tuple[tuple[Event, tuple[Telling, ...]], ...] = ()
    loose: frozenset[tuple[int, int]] = frozenset()


_REACH = 3
"""Sentences after an event in which a count without an event of its own still belongs to it."""


def gather(matter: Matter, cast: Cast, told: Sequence[Telling]) -> Gathered:
    """The events of a report."""
    told = anchored(matter, _meeting(matter, received(matter, cast, told)))
    statements = _statements(matter, cast, told)
    grouped = same_event(matter, told, _lengths(matter, statements))
    named = called(matter, told)
    met = [together(matter, [_one_name(told[k], named) for k in g]) for g in grouped]
    groups = invited(matter, cast, [on_the_day(matter, g) for g in met])
    home = {k: g for g, group in enumerate(grouped) for k in group}
    fields: list[dict[str, list[Value]]] = [{} for _ in groups]
    present: list[list[Participant]] = [[] for _ in groups]
    for one in statements:
        k = host(matter, cast, groups, one)
        if k is None:
            continue
        if one.person:
            present[k].append(one.person)
        elif one.value:
            fields[k].setdefault(one.name, []).append(one.value)
    counts = casualties(matter, told)
    for count in counts:
        k = _counted(matter, groups, home, count)
        if k is not None:
            fields[k].setdefault(count.name, []).append(count.value)
    for k, group in enumerate(groups):
        _agreements(matter, group, fields[k])
    made: list[tuple[Event, tuple[Telling, ...]]] = []
    for k, each in enumerate(groups):
        if _bare(each, fields[k], present[k]):
            continue
        group = tuple(each)
        if group[0].sense.kind == "CONSULT":
            mode = meeting_mode(matter, cast, group, fields[k].keys())
            group = tuple(t if t.mode == mode else replace(t, mode=mode) for t in group)  # of all the mode of the whole
        made.append((event(matter, len(made) + 1, group, fields[k], present[k]), group))
    return Gathered(
        tuple(made), frozenset((c.value.start, c.value.end) for c in counts if not c.firm or _denied(told, c))
    )


def _bare(group: Sequence[Telling], fields: Mapping[str, Sequence[Value]], present: Sequence[Participant]) -> bool:
    """Whether a meeting is told with nothing to hold on to: nobody, no time, no place, no status, no value."""
    if group[0].sense.kind != "CONSULT" or fields or present:
        return False
    return not any(t.parties or t.when or t.where or t.fields or t.factuality.value != "happened" for t in group)


def _meeting(matter: Matter, told: Sequence[Telling]) -> tuple[Telling, ...]:
    """The tellings, those of meetings with who met and whether."""
    listed = {t.candidate.head: t for t in appointments(matter)}
    lines = {matter.syntax.sentence_of[head] for head in listed}
    free = [t for t in told if t.sense.kind != "CONSULT" or matter.syntax.sentence_of[t.candidate.head] not in lines]
    every = sorted((*free, *listed.values()), key=lambda t: t.trigger)
    return refused(matter, of_the_two(matter, paired(matter, others_than(matter, every))))


def _one_name(told: Telling, named: Mapping[str, str]) -> Telling:
    """A telling of a meeting, its described parties as the actors of their fullest description."""
    if told.sense.kind != "CONSULT" or not any(p.actor in named for p in told.actors):
        return told
    return replace(told, actors=tuple(replace(p, actor=named.get(p.actor, p.actor)) for p in told.actors))


def _denied(told: Sequence[Telling], count: Count) -> bool:
    """Whether a count stands in a clause that denies its event."""
    return count.of is not None and told[count.of].factuality.value == "denied"


def _statements(matter: Matter, cast: Cast, told: Sequence[Telling]) -> tuple[Statement, ...]:
    triggers = sorted({t.candidate.head for t in told if t.sense.kind == "CONSULT"})
    if not triggers:
        return ()
    return (
        *durations(matter, triggers),
        *settings_of(matter, triggers),
        *outcomes(matter, cast, triggers),
        *attendance(matter, cast, triggers),
    )


def _lengths(matter: Matter, statements: Sequence[Statement]) -> Lengths:
    """How long each told meeting lasted, by whose account."""
    found: Lengths = {}
    for one in statements:
        if one.name == "duration" and one.of is not None and one.value:
            found[one.of] = (*found.get(one.of, ()), (claimant(matter, one.value.by), one.value.value))
    return found


def _agreements(matter: Matter, group: Sequence[Telling], fields: dict[str, list[Value]]) -> None:
    """What an AGREE event agrees on."""
    for one in group:
        i = one.candidate.head
        if one.sense.kind == "AGREE" and matter.syntax.lemmas[i].casefold() in ("agree", "reach"):
            spans = agreement(matter, i, matter.syntax.lemmas[i].casefold())
            fields.setdefault("agreed", []).extend(worded(matter, s) for s in spans)


def _counted(matter: Matter, groups: Sequence[Sequence[Telling]], home: Mapping[int, int], count: Count) -> int | None:
    """The event of a count: that of its telling, else the last fitting one told shortly before."""
    if count.of is not None:
        return home[count.of]
    here = matter.syntax.sentence_of[count.at]
    near = [
        (matter.syntax.sentence_of[t.candidate.head], t.trigger, k)
        for k, g in enumerate(groups)
        for t in g
        if t.sense.kind in FITTING[count.name] and 0 <= here - matter.syntax.sentence_of[t.candidate.head] <= _REACH
    ]
    return max(near)[2] if near else None
