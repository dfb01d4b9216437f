"""When and where a meeting was held whose own clause says neither: of the visit during which it took place, of what was said after it.

In: tellings, the parse. Out: the same tellings with the times and places of the clause around them. Only inside one sentence: what the
next sentence says of a trip need not hold of each meeting on it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.recording.when_where import GATHERING, places_on, times_on
from onrecord.values.record import Anchor
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Telling
    from onrecord.values.record import Participant

_SAYING: Final = frozenset(
    "say tell speak announce add declare warn note state insist emerge write brief address".split()
)
_AFTERWARDS: Final = frozenset({"after", "following"})
_AROUND: Final = frozenset({"after", "following", "before", "prior", "ahead"})
_DURING: Final = frozenset({"during", "on", "in", "at"})
_JOURNEYS: Final = frozenset("visit trip tour stop stopover swing summit conference".split())
_RISING: Final = frozenset({"xcomp", "acomp", "conj"})
_SPEAKERS_DAY: Final = frozenset({"today", "tonight", "this"})
_FAR: Final = 9
_NEAR: Final = 3
_GAP: Final = 6
"""Code points."""


def anchored(matter: Matter, told: Sequence[Telling]) -> tuple[Telling, ...]:
    """The tellings, those of meetings with the times and places that the clause around lends them."""
    triggers = frozenset(t.candidate.head for t in told)
    return tuple(_anchored(matter, t, triggers) if t.sense.kind == "CONSULT" else t for t in told)


def on_the_day(matter: Matter, group: Sequence[Telling]) -> tuple[Telling, ...]:
    """The tellings of one meeting without "today" in somebody's words, where the article itself gives the time: it is the day of speaking."""
    if group[0].sense.kind != "CONSULT" or not any(a.by is None for t in group for a in t.when):
        return tuple(group)
    return tuple(replace(t, when=tuple(a for a in t.when if a.by is None or not _speakers(matter, a))) for t in group)


def _speakers(matter: Matter, time: Anchor) -> bool:
    return matter.text[time.start : time.end].casefold().split()[0] in _SPEAKERS_DAY


def _anchored(matter: Matter, one: Telling, triggers: Collection[int]) -> Telling:
    one = _grounded_party(matter, one, triggers)
    head = one.candidate.head
    times, places = one.when, tuple(a for a in one.where if not _origin(matter, one, a))
    if not times:
        goals = {*_journey(matter, head), *_afterwards(matter, head, _AFTERWARDS)}
        times = _next_to(matter, one) or times_on(matter, head, goals, triggers)
    if not places and one.sense.mode != "phone":
        goals = {
            *_journey(matter, head),
            *_afterwards(matter, head, _AROUND),
            *_grounded(matter, head),
            *_onward(matter, head),
        }
        near = places_on(matter, head, goals, triggers)
        places = tuple(a for a in near if not any(a.start < p.end and p.start < a.end for p in one.actors))
        places = places or _beside_party(matter, one, triggers)
    return replace(one, when=times, where=tuple(a for a in places if not _origin(matter, one, a)))


def _origin(matter: Matter, one: Telling, place: Anchor) -> bool:
    """Whether a place is only where somebody is from, or the matter ("ministers from X", "the king of X", "a meeting on Y")."""
    at = matter.head(Span(place.start, place.end))
    while at is not None and matter.syntax.deps[at] in ("conj", "compound") and matter.syntax.heads[at] != at:
        at = matter.syntax.heads[at]
    if at is None or matter.syntax.deps[at] != "pobj":
        return False
    prep = matter.syntax.heads[at]
    holder = matter.syntax.starts[matter.syntax.heads[prep]]
    if matter.syntax.lemmas[prep].casefold() == "of":
        return any(p.start <= holder < p.end for p in one.actors)
    return matter.syntax.lemmas[prep].casefold() in ("from", "on", "over", "about")


def _grounded_party(matter: Matter, one: Telling, triggers: Collection[int]) -> Telling:
    """The telling without a party that is only the ground ("a visit to X", "talks in X"), which is its place then."""
    syntax = matter.syntax
    literal = {
        (m.start, m.end)
        for p in one.actors
        for _, m in matter.places_near.get(matter.sentence_at(p.start), ())
        if m.kind == "literal"
    }
    ground = [
        p for p in one.actors if (p.start, p.end) in literal and _stood_on(matter, p, visit=one.sense.mode == "visit")
    ]
    if not ground or len(ground) == len(one.actors):
        return one
    places = places_on(matter, one.candidate.head, {one.candidate.head, syntax.heads[one.candidate.head]}, triggers)
    places = tuple(a for a in places if any((a.start, a.end) == (p.start, p.end) for p in ground))
    kept = tuple(p for p in one.actors if p not in ground)
    return replace(one, actors=kept, where=tuple(dict.fromkeys((*one.where, *places))))


def _stood_on(matter: Matter, party: Participant, *, visit: bool) -> bool:
    syntax, at = matter.syntax, matter.head(Span(party.start, party.end))
    if at is None:
        return False
    while syntax.deps[at] == "conj" and syntax.heads[at] != at:
        at = syntax.heads[at]
    if syntax.deps[at] == "dobj":
        return visit and syntax.lemmas[syntax.heads[at]] in ("visit", "tour")
    return syntax.deps[at] == "pobj" and syntax.lemmas[syntax.heads[at]] in (
        ("in", "at", "to") if visit else ("in", "at")
    )


def _next_to(matter: Matter, one: Telling) -> tuple[Anchor, ...]:
    """The time that follows the trigger at once, on whatever the parser hung it: "after phone calls last week", "the meeting Sunday"."""
    after = matter.text[one.trigger.end : one.trigger.end + _GAP]
    skip = len(after) - len(after.lstrip())
    skip += next((len(p) for p in ("on ", "in ") if after.lstrip().startswith(p)), 0)
    here = matter.times_near.get(matter.syntax.sentence_of[one.candidate.head], ())
    found = (
        t for t in here if t.start == one.trigger.end + skip and t.type in ("DATE", "TIME") and "REF" not in t.value
    )
    return tuple(Anchor(t.value, t.id, t.start, t.end, matter.by(Span(t.start, t.end))) for t in found)


def _beside_party(matter: Matter, one: Telling, triggers: Collection[int]) -> tuple[Anchor, ...]:
    """The place that hangs on those who were met: "met with aid workers in Z"."""
    syntax, head = matter.syntax, one.candidate.head
    here = [
        p
        for p in one.actors
        if matter.sentence_at(p.start) == syntax.sentence_of[head] and p.start > syntax.starts[head]
    ]
    goals = {w for p in here for w in syntax.inside(p.start, p.end) if syntax.pos[w] in ("NOUN", "PROPN")}
    found = places_on(matter, head, goals - {head}, triggers)
    return tuple(a for a in found if (at := matter.head(Span(a.start, a.end))) is not None and _inside(matter, at))


def _inside(matter: Matter, at: int) -> bool:
    return matter.syntax.deps[at] == "pobj" and matter.syntax.lemmas[matter.syntax.heads[at]].casefold() in ("in", "at")


def _raised(matter: Matter, head: int) -> list[int]:
    """A verb, and the verbs and adjectives of which it is the complement ("is likely to meet")."""
    syntax, found = matter.syntax, [head]
    while syntax.deps[found[-1]] in _RISING and syntax.heads[found[-1]] not in found and len(found) < _FAR:
        found.append(syntax.heads[found[-1]])
    return found


def _journey(matter: Matter, head: int) -> set[int]:
    """The visit or summit during which a meeting is told to be held: "during a visit to X, Y met Z"; "visited X, meeting Y"."""
    syntax, found = matter.syntax, set[int]()
    for verb in _raised(matter, head):
        for prep in syntax.children[verb]:
            if syntax.deps[prep] == "prep" and syntax.lemmas[prep].casefold() in _DURING:
                found |= {o for o in syntax.children[prep] if syntax.lemmas[o].casefold() in _JOURNEYS}
    above = syntax.heads[head]
    if syntax.deps[head] == "advcl" and syntax.tags[head] == "VBG":
        found |= {o for o in syntax.children[above] if syntax.lemmas[o].casefold() in _JOURNEYS}
        found |= {above} if syntax.lemmas[above].casefold() in GATHERING else set()
    return found


def _afterwards(matter: Matter, head: int, prepositions: Collection[str]) -> tuple[int, ...]:
    """The verb of saying, or of travelling, beside which a meeting is told: "said on Sunday after talks with X"."""
    syntax, at = matter.syntax, head
    for _ in range(_NEAR):
        at, label = syntax.heads[at], syntax.deps[at]
        if label not in ("pcomp", "pobj", "prep", "advcl", "dobj", "mark"):
            return ()
        if syntax.pos[at] in ("VERB", "AUX"):
            break
    marks = {syntax.lemmas[c].casefold() for c in (*syntax.children[at], *syntax.children[head])}
    if syntax.lemmas[at].casefold() in _SAYING | GATHERING and marks & set(prepositions):
        return (at, *(syntax.heads[at],)) if syntax.deps[at] == "advcl" else (at,)
    return ()


def _grounded(matter: Matter, head: int) -> tuple[int, ...]:
    """The place on which a clause with "where" hangs: "flew to X, where he met Y"."""
    syntax, clause = matter.syntax, _raised(matter, head)
    verb = clause[-1]
    if syntax.deps[verb] != "relcl":
        return ()
    asked = any(syntax.words[c].casefold() == "where" for v in clause for c in syntax.children[v])
    return (syntax.heads[verb],) if asked else ()


def _onward(matter: Matter, head: int) -> tuple[int, ...]:
    """The trip to which a meeting is joined by "and": "arrived in X and met Y"."""
    syntax = matter.syntax
    above = syntax.heads[head]
    joined = syntax.deps[head] == "conj" and syntax.pos[head] == "VERB"
    return (above,) if joined and syntax.lemmas[above].casefold() in GATHERING else ()
