"""Meetings told as a list of appointments: "Monday: Meets X in Y", one to a line, under a line that names whose they are.

In: the text, times, actors, places, the parse. Out: tellings. The parser reads such fragments badly, so the line is read as it stands: the
day before the colon, the first word a verb or noun of meeting, the persons and the last place after it; who goes round is the person named
last in the line above the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.knowledge.triggers import Sense
from onrecord.recording.telling import Candidate, Telling
from onrecord.values.record import Anchor, Factuality, Participant
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.recording.matter import Matter
    from onrecord.values.record import Time

_MEETING: Final = frozenset({"meet", "meets", "meeting", "talks", "met", "receives", "received", "hosts", "hosted"})
_PAST: Final = frozenset({"met", "received", "hosted"})
_OPENING: Final = 6
"""Words at the beginning of an entry among which it says what it is ("Goes to X to meet Y")."""
_LONGEST: Final = 200
"""Code points of an entry."""
_KNOWN: Final = 0.6


def appointments(matter: Matter) -> tuple[Telling, ...]:
    """The tellings of all lists of appointments, of two entries or more."""
    entries = list(_entries(matter))
    found: list[Telling] = []
    for time, line in entries:
        near = [e for e in entries if abs(e[1].start - line.start) <= _LONGEST and e[1] != line]
        owner = _owner(matter, min(e[0].start for e in entries)) if near else None
        if near and (told := _appointment(matter, time, line, owner)):
            found.append(told)
    return tuple(found)


def _entries(matter: Matter) -> Iterator[tuple[Time, Span]]:
    """Days at the beginning of a line with a colon after them, and what follows on that line."""
    text = matter.text
    for time in matter.times.items:
        if time.type != "DATE" or text[time.end : time.end + 1] != ":":
            continue
        if time.start and text[time.start - 1] not in "\n•-*":
            continue
        end = text.find("\n", time.end, time.end + _LONGEST)
        stop = end if end >= 0 else min(len(text), time.end + _LONGEST)
        yield time, Span(time.end + 1, stop)


def _owner(matter: Matter, start: int) -> tuple[str, Span] | None:
    """The person named last in the line above a list, else none."""
    above = matter.text[:start].rstrip()
    line = Span(above.rfind("\n") + 1, len(above))
    named = [(s, ids[0]) for s, ids in matter.actors.by_span.items() if line.start <= s.start and s.end <= line.end]
    people = [(s, a) for s, a in named if (known := matter.actors.by_id.get(a)) and known.kind == "person"]
    if people:
        return max(people)[1], max(people)[0]
    surnames = {
        a.name.split()[-1]: a.id for a in reversed(matter.actors.items) if a.kind == "person" and a.name.split()
    }
    for w in matter.syntax.inside(*line):  # a heading in which no stage saw the name
        if matter.syntax.words[w] in surnames:
            return surnames[matter.syntax.words[w]], Span(matter.syntax.starts[w], matter.syntax.ends[w])
    return None


def _appointment(matter: Matter, time: Time, line: Span, owner: tuple[str, Span] | None) -> Telling | None:
    syntax = matter.syntax
    words = syntax.inside(*line)
    first = next((w for w in words[:_OPENING] if syntax.words[w].casefold() in _MEETING), None)
    people = _people(matter, line)
    if first is None or not people:
        return None
    parties = [Participant(a, s.start, s.end, matter.by(s)) for s, a in people]
    if owner and owner[0] not in {p.actor for p in parties}:
        parties.insert(0, Participant(owner[0], owner[1].start, owner[1].end, matter.by(owner[1])))
    held = syntax.words[first].casefold() in _PAST
    return Telling(
        candidate=Candidate(
            Span(syntax.starts[first], syntax.ends[first]), first, Sense("CONSULT"), _KNOWN, "list of appointments"
        ),
        actors=tuple(parties),
        when=(Anchor(time.value, time.id, time.start, time.end, matter.by(line)),),
        where=_place(matter, line),
        factuality=Factuality("happened" if held else "planned"),
    )


def _people(matter: Matter, line: Span) -> list[tuple[Span, str]]:
    inside = [(s, ids[0]) for s, ids in matter.actors.by_span.items() if line.start <= s.start and s.end <= line.end]
    return sorted((s, a) for s, a in inside if (known := matter.actors.by_id.get(a)) and known.kind == "person")


def _place(matter: Matter, line: Span) -> tuple[Anchor, ...]:
    """The place after "in" or "to" on the line."""
    syntax = matter.syntax
    for place in matter.places.items:
        for one in place.mentions:
            words = syntax.inside(one.start, one.end)
            before = syntax.words[words[0] - 1].casefold() if words and words[0] else ""
            if one.kind == "literal" and line.start <= one.start < line.end and before in ("in", "to"):
                return (Anchor(place.name, place.id, one.start, one.end, matter.by(line)),)
    return ()
