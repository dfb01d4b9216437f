"""Meetings told by other verbs than those of meeting: "received X in Y", "invited X to Y to discuss Z", "sat down with X", "dined with X",
"the two spoke for an hour".

In: the parse, the cast, the tellings so far. Out: the tellings with these meetings. Only persons (or bodies) who receive persons at a place
or time that is told: one welcomes a decision, too, and receives money.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.knowledge.triggers import Sense
from onrecord.recording.background import background
from onrecord.recording.clauses import agents, below, objects, obliques, passive, subjects
from onrecord.recording.factuality import factuality
from onrecord.recording.meetings.attendance import MEDIATING
from onrecord.recording.meetings.sides import states_of
from onrecord.recording.telling import Candidate, Telling
from onrecord.recording.when_where import places_on, times_on
from onrecord.recording.who_says import asserted
from onrecord.values.record import Factuality
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from onrecord.recording.cast import Cast
    from onrecord.recording.matter import Matter
    from onrecord.values.layers import Syntax
    from onrecord.values.record import Participant

_RECEIVING: Final = frozenset({"receive", "welcome", "greet", "host"})
_INVITING: Final = frozenset({"invite", "summon"})
_TALKING: Final = frozenset({"discuss", "meet", "talk", "negotiate", "confer", "speak"})
_SITTING: Final = frozenset({"dine", "lunch", "breakfast"})
_MEALS: Final = frozenset({"lunch", "dinner", "breakfast", "supper", "tea", "coffee"})
_BRINGING: Final = MEDIATING | {"host"}
_HOSTS: Final = ("person", "office", "state")
_KNOWN: Final = 0.6
_MEETING: Final = Sense("CONSULT", code="043")
"""Hosting; a meeting rather than the guest's trip, so that "the talks" can take it up."""


def received(matter: Matter, cast: Cast, told: Sequence[Telling]) -> tuple[Telling, ...]:
    """All tellings, with the meetings of hosts and guests; a telling of the same verb that is none of a meeting gives way."""
    heads = {t.candidate.head for t in told}
    meetings = {t.candidate.head for t in told if t.sense.kind == "CONSULT"}
    new = {t.candidate.head: t for t in _receptions(matter, cast, heads, meetings)}
    kept = [t for t in told if t.candidate.head not in new and not _bringing(matter.syntax, t, meetings)]
    return tuple(sorted((*kept, *new.values()), key=lambda t: t.trigger))


def _bringing(syntax: Syntax, one: Telling, meetings: Collection[int]) -> bool:
    """Whether a verb only says who brought together those who met in the meeting told beside it ("talks mediated by X")."""
    i = one.candidate.head
    if one.sense.kind != "CONSULT" or syntax.lemmas[i].casefold() not in _BRINGING or syntax.pos[i] != "VERB":
        return False
    told = [*objects(syntax, i), syntax.heads[i]] if syntax.deps[i] in ("acl", "relcl", "amod") else objects(syntax, i)
    return any(o in meetings for o in told if o != i)


def _receptions(matter: Matter, cast: Cast, heads: Collection[int], meetings: Collection[int]) -> Iterator[Telling]:
    syntax = matter.syntax
    for i, pos in enumerate(syntax.pos):
        if pos != "VERB" or i in meetings:
            continue
        lemma, above = matter.lemmas[i], syntax.heads[i]
        meals = [o for o in below(syntax, i, "dobj") if matter.lemmas[o] in _MEALS]
        if lemma in _RECEIVING:
            hosts, guests = cast.everyone(agents(syntax, i)), cast.everyone(_guests(syntax, i))
            if _people(matter, hosts, _HOSTS) and _people(matter, guests, ("person",)):
                goals = (i, *agents(syntax, i), *_guests(syntax, i))
                told = _telling(matter, i, goals, (*hosts, *guests), heads)
                if told.where or told.when:
                    yield told
        elif (
            lemma in _TALKING and syntax.deps[i] in ("xcomp", "advcl") and syntax.lemmas[above].casefold() in _INVITING
        ):
            hosts, guests = cast.everyone(agents(syntax, above)), cast.everyone(objects(syntax, above))
            if hosts and guests:
                yield _telling(matter, i, (i, above), (*hosts, *guests), heads, ahead=True)
        elif (
            lemma in _SITTING
            or meals
            or (lemma == "sit" and any(syntax.lemmas[c] == "down" for c in syntax.children[i]))
        ):
            ours = cast.everyone(subjects(syntax, i))
            theirs = cast.everyone(w for v in (i, *meals) for w in obliques(syntax, v, ("with",)))
            if _people(matter, ours, _HOSTS) and _people(matter, theirs, ("person",)):
                yield _telling(matter, i, (i,), (*ours, *theirs), heads)
        elif lemma in ("speak", "talk") and _at_length(matter, i):
            acting = subjects(syntax, i)
            both = cast.everyone(acting) if len(acting) > 1 else [p for a in acting for p in _holders(matter, cast, a)]
            if len({p.actor for p in both}) > 1:
                yield _telling(matter, i, (i,), tuple(both), heads)


def _guests(syntax: Syntax, i: int) -> list[int]:
    """Who is received; the subject that a passive shares with the verb before ("visited X and was received by Y")."""
    found = objects(syntax, i)
    return found or (subjects(syntax, i) if passive(syntax, i) else [])


def _holders(matter: Matter, cast: Cast, i: int) -> tuple[Participant, ...]:
    """Who is spoken of in a plural: "the two leaders", "the prime ministers of A and B"."""
    if states := states_of(matter.syntax, i):
        return tuple(p for s in states for p in cast.alone(s))
    return cast.at(i)


def _at_length(matter: Matter, i: int) -> bool:
    """Whether people speak for some time with each other, not to others ("spoke for about an hour")."""
    syntax = matter.syntax
    if below(syntax, i, "dobj") or obliques(syntax, i, ("to", "at", "before", "of", "against", "with")):
        return False
    lengths = [Span(t.start, t.end) for t in matter.times_near.get(syntax.sentence_of[i], ()) if t.type == "DURATION"]
    heads = obliques(syntax, i, ("for",))
    return any(s.start <= syntax.starts[h] < s.end for h in heads for s in lengths)


def _people(matter: Matter, parties: Sequence[Participant], kinds: Collection[str]) -> bool:
    known = [matter.actors.by_id.get(p.actor) for p in parties]
    return bool(known) and all(one is not None and one.kind in kinds for one in known)


def _telling(
    matter: Matter,
    i: int,
    goals: tuple[int, ...],
    parties: tuple[Participant, ...],
    heads: Collection[int],
    *,
    ahead: bool = False,
) -> Telling:
    """The telling of a meeting at a verb, with the times and places that hang on one of the goals; `ahead`: it is still to come."""
    syntax = matter.syntax
    others = frozenset(heads) - {*goals}
    one = Candidate(Span(syntax.starts[i], syntax.ends[i]), i, _MEETING, _KNOWN, "trigger lexicon")
    parties = tuple(dict.fromkeys(parties))
    times, places = times_on(matter, i, goals, others), places_on(matter, i, goals, others)
    value = "planned" if ahead else factuality(matter, one, times)
    status = Factuality(value, asserted(matter, one, parties, value))
    return Telling(
        candidate=one,
        actors=parties,
        when=times,
        where=tuple(a for a in places if not any(a.start < p.end and p.start < a.end for p in parties)),
        factuality=status,
        background=background(matter, one, times, status),
    )
