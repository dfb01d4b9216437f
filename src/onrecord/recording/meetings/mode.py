"""Where and how they met: PLOVER's mode of a meeting.

In: what all tellings of the meeting say. Out: `phone`, `visit` (a trip, or at one party's seat), `third-party` (ground of neither, or on
the sidelines of somebody else's meeting), `multilateral` (three sides or more), None where the text does not say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.recording.clauses import below
from onrecord.recording.meetings.attendance import MEDIATING
from onrecord.recording.meetings.sides import from_afar
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from onrecord.recording.cast import Cast
    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Telling

_SIDES: Final = 3


def _body(matter: Matter, actors: Collection[str]) -> bool:
    """Whether a body of states takes part: an organisation of no country."""
    known = (matter.actors.by_id.get(a) for a in actors)
    return len(actors) == 1 and any(a is not None and a.kind == "organization" and a.country is None for a in known)


def _many(matter: Matter, tellings: Sequence[Telling]) -> bool:
    """Whether one side is several states' people ("Arab foreign ministers")."""
    heads = (matter.head(Span(p.start, p.end)) for t in tellings for p in t.actors)
    return any(
        matter.syntax.tags[h] == "NNS" and matter.syntax.lemmas[h] in ("minister", "nation", "country", "ambassador")
        for h in heads
        if h is not None
    )


def mediated(matter: Matter, i: int) -> bool:
    """Whether the noun says that others brought the parties together ("UN-brokered talks")."""
    return any(matter.syntax.lemmas[c].casefold() in MEDIATING for c in below(matter.syntax, i, "amod", "acl"))


def meeting_mode(matter: Matter, cast: Cast, tellings: Sequence[Telling], fields: Collection[str]) -> str | None:
    """The mode of a meeting told by these tellings, with these fields."""
    modes = {t.sense.mode for t in tellings}
    if any(from_afar(matter.syntax, t.candidate.head) for t in tellings):
        return "phone"
    for mode in ("phone", "third-party"):
        if mode in modes:
            return mode
    if any(mediated(matter, t.candidate.head) for t in tellings):
        return "third-party"
    actors = {p.actor for t in tellings for p in t.actors}
    sides = {country for a in actors if (country := cast.country(a))}
    grounds = {matter.lands[a.id].country for t in tellings for a in t.where}
    if "visit" in modes:
        return "visit"
    if len(sides) >= _SIDES or len(actors) > _SIDES or _body(matter, actors) or _many(matter, tellings):
        return "multilateral"
    if "forum" in fields and len(actors) > 1:
        return "visit" if grounds & sides else "third-party"
    if "multilateral" in modes and len(actors) != 2:
        return "multilateral"
    if grounds - {None} and len(sides) > 1:
        return "visit" if grounds & sides else "third-party"
    if grounds & sides and len(actors) > 1:
        return "visit"
    return None
