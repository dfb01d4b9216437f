"""How long a meeting lasted and how many took part, as each account has it, of the one meeting that the group tells of.

In: the tellings of a group. Out: `Claim`s. The meeting is that of the same people on the same day: last year's talks of the same two are
another meeting, whatever else is alike.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Final

from onrecord.stories.aside import day_of
from onrecord.stories.claiming import claimed
from onrecord.stories.telling import OWN
from onrecord.values.comparing import number
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.stories.aside import Incident
    from onrecord.stories.claimants import Claimants
    from onrecord.stories.telling import Telling, Voice
    from onrecord.values.record import Event, Value
    from onrecord.values.story import Claim

FIELDS: Final = ("duration", "took_part")
NEAR: Final = 3  # days apart within which two reports can mean one meeting
SECONDS: Final = {"minute": 60, "hour": 3600}
MEETING: Final = frozenset(
    "met meet meeting talk spoke speak spok conversation discussion last huddl summit session confer negotiation".split()
)
Day = int | None


def talks(
    tellings: Sequence[Telling], within: Mapping[str, Incident], origin: Mapping[str, str], claimants: Claimants
) -> Iterator[Claim]:
    """The figures of the meeting that most origins tell of."""
    people = Counter(name for t in tellings for name in {n for e in meetings(t) for n in _people(t, e)})
    known = {name for name, times in people.items() if times == max(people.values())}
    day = main_day(tellings, origin)
    for telling in tellings:
        own = [e for e in meetings(telling) if not (names := _people(telling, e)) or names & known]
        if not own or all(_apart(day_of_event(telling, e), day) for e in own):
            continue
        seen: list[Span] = []
        for event in own:
            if not _apart(day_of_event(telling, event), day):
                for field in FIELDS:
                    for value in event.fields.get(field, ()):
                        if not within[telling.key].holds(Span(value.start, value.end)):
                            continue
                        seen.append(Span(value.start, value.end))
                        yield _claim(telling, claimants, field, value, event.id)
        yield from _told(telling, within[telling.key], claimants, seen)


def _claim(telling: Telling, claimants: Claimants, field: str, value: Value, event: str) -> Claim:
    span, told = Span(value.start, value.end), number(value.value)
    low, high = number(value.low), number(value.high)
    closed = low is None and high is None
    return claimed(
        telling, claimants, _voice(telling, value.by, span), span, field=field, value=value.value, bound=value.bound, of=value.of, event=event,
        low=told if closed else low, high=told if closed else high,
    )  # fmt: skip


def _told(telling: Telling, incident: Incident, claimants: Claimants, seen: list[Span]) -> Iterator[Claim]:
    """Durations that no event of the record holds, in sentences of the incident that tell of meeting."""
    for one in telling.record.quantities:
        span = Span(one.start, one.end)
        if (
            one.measure != "duration"
            or one.unit not in SECONDS
            or one.low is None
            or any(span.overlaps(s) for s in seen)
        ):
            continue
        if span.start >= telling.body and telling.stems[telling.at(span.start)] & MEETING and incident.holds(span):
            low, high = one.low * SECONDS[one.unit], (one.high or one.low) * SECONDS[one.unit]
            yield claimed(
                telling, claimants, telling.voice(span), span, field="duration", value=_iso(one.low, one.unit), low=low, high=high, bound=one.bound
            )  # fmt: skip


def _iso(count: float, unit: str) -> str:
    return f"PT{count:g}{unit[0].upper()}"


def meetings(telling: Telling) -> list[Event]:
    """The meetings that a report tells as its news."""
    return [
        e
        for e in telling.record.events
        if e.type == "CONSULT" and not e.background and e.factuality.value == "happened"
    ]


def main_day(tellings: Sequence[Telling], origin: Mapping[str, str]) -> Day:
    """The day of the meeting by most origins, the later one where two are told as often; None where no report tells a day. The day of a report
    whose text does not date the meeting counts only where no text dates it within the days that can mean one meeting."""
    days: dict[int, set[str]] = {}
    dated: dict[int, set[str]] = {}
    for telling in tellings:
        for event in meetings(telling):
            found = day_of_event(telling, event)
            if found is not None and any(field in event.fields for field in FIELDS):
                days.setdefault(found, set()).add(origin[telling.key])
                if _own_day(event) is not None:
                    dated.setdefault(found, set()).add(origin[telling.key])
    main = max(days, key=lambda d: (len(days[d]), d), default=None)
    near = {day: told for day, told in dated.items() if not _apart(day, main)}
    return max(near, key=lambda d: (len(near[d]), d), default=main)


def day_of_event(telling: Telling, event: Event) -> Day:
    """The day of an event as an ordinal: its own, else that of its report."""
    if (own := _own_day(event)) is not None:
        return own
    day = day_of(telling)
    return day.toordinal() if day else None


def _own_day(event: Event) -> Day:
    """The day that the text gives an event, as an ordinal."""
    for one in event.when:
        try:
            return date.fromisoformat(one.value[:10]).toordinal()
        except ValueError:
            continue
    return None


def _apart(a: Day, b: Day) -> bool:
    return a is not None and b is not None and abs(a - b) > NEAR


def _people(telling: Telling, event: Event) -> set[str]:
    """The last words of the names of those who met."""
    names = {a.id: a.name for a in telling.record.actors if a.kind in ("person", "state", "organization")}
    return {names[p.actor].split()[-1].casefold() for p in (*event.actors, *event.recipients) if p.actor in names}


def _voice(telling: Telling, by: str | None, span: Span) -> Voice:
    """Whose the record says it is; where it says nobody's, whose the sentence says it is."""
    one = next((a for a in telling.record.attributions if a.id == by), None)
    found = telling.spoken(one) if one else None
    return found or telling.voice(span) or OWN
