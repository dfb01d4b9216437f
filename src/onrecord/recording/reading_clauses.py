"""Candidates become tellings: roles, status, time and place of each clause; those that tell nothing are left out.

A noun that names an event counts only where its sentence gives it a participant, a time or a place, or where it is what a clause is about
(codebook: nominal triggers). What the network found is kept.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.recording.background import background
from onrecord.recording.candidates import SUPPORT_VERBS
from onrecord.recording.clauses import SUBJECT, below, objects, obliques
from onrecord.recording.contexts import contexts
from onrecord.recording.factuality import ruled
from onrecord.recording.no_event import no_event
from onrecord.recording.particulars import particulars
from onrecord.recording.roles import roles
from onrecord.recording.telling import Telling
from onrecord.recording.when_where import when, where
from onrecord.recording.who_says import asserted, presupposed
from onrecord.values.record import Factuality

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.recording.cast import Cast
    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Candidate
    from onrecord.values.layers import Syntax
    from onrecord.values.record import Anchor, FactualityValue, Participant


def tellings(matter: Matter, cast: Cast, triggers: Sequence[Candidate]) -> tuple[Telling, ...]:
    """One telling per candidate that tells of an event."""
    kinds = {one.head: one.sense.kind for one in triggers}
    free = [one for one in triggers if not _carried(matter, one, kinds)]
    heads = frozenset(one.head for one in free)
    every = (_telling(matter, cast, one, heads) for one in free)
    return tuple(told for told in every if _tells(matter, cast, told))


def _telling(matter: Matter, cast: Cast, one: Candidate, heads: frozenset[int]) -> Telling:
    actors, recipients = roles(matter, cast, one)
    times: tuple[Anchor, ...] = when(matter, one.head, heads)
    plain = ruled(matter, one, times)
    value = plain or one.factuality or "happened"
    status = Factuality(value, asserted(matter, one, actors, value))
    told = Telling(
        candidate=one,
        mode=one.sense.mode,
        actors=actors,
        recipients=recipients,
        when=times,
        where=_grounds(where(matter, one.head, heads), (*actors, *recipients)),
        factuality=status,
        stated=_stated(matter, one, plain),
        background=background(matter, one, times, status),
        contexts=contexts(matter, one),
        fields=particulars(matter, cast, one),
    )
    return _freed(told) if presupposed(matter, one) and value == "happened" else told


def _stated(matter: Matter, one: Candidate, plain: FactualityValue | None) -> bool:
    """Whether the clause itself says if it happened: a verb, or a noun with a sign of its own ("the planned visit"). That the network takes
    "the meeting" for one to come is no statement: what the noun takes up has its own status."""
    return matter.syntax.pos[one.head] in ("VERB", "AUX") or plain not in (None, "happened")


def _grounds(places: tuple[Anchor, ...], parties: tuple[Participant, ...]) -> tuple[Anchor, ...]:
    """Places without those whose words stand for a party ("talks between Washington and Tehran")."""
    return tuple(a for a in places if not any(a.start < p.end and p.start < a.end for p in parties))


def _freed(told: Telling) -> Telling:
    """A telling whose values the article asserts."""
    free = [tuple(replace(p, by=None) for p in side) for side in (told.actors, told.recipients)]
    anchors = [tuple(replace(a, by=None) for a in side) for side in (told.when, told.where)]
    return replace(told, actors=free[0], recipients=free[1], when=anchors[0], where=anchors[1])


def _tells(matter: Matter, cast: Cast, told: Telling) -> bool:
    """Whether a clause tells an event: by the network, any word of its; by the lexicon, a verb with a party, a noun with anything to
    hold on to."""
    syntax, i = matter.syntax, told.candidate.head
    if no_event(matter, cast, told):
        return False
    if told.candidate.factuality is not None:
        return True
    if told.candidate.alone and not _vouched(syntax, told):
        return False
    if syntax.pos[i] in ("VERB", "AUX"):
        if syntax.lemmas[i] in _CHATTING and not _of_standing(matter, told):
            return False
        return bool(told.parties) and (told.sense.kind != "CONSULT" or _meets(syntax, told))
    if syntax.deps[i] in ("compound", "nmod", "amod"):
        return False
    if told.factuality.value in ("demanded", "planned", "denied"):
        return True
    if told.sense.kind in _HAPPENING and (syntax.deps[i] in SUBJECT or below(syntax, i, "relcl")):
        return True
    return bool(told.parties or told.when or told.where) or (told.sense.kind == "CONSULT" and _definite(matter, i))


def _vouched(syntax: Syntax, told: Telling) -> bool:
    """Whether a verb that only the lexicon knows has more to it than a party: a time or a place, or the two sides of a meeting."""
    if syntax.pos[told.candidate.head] not in ("VERB", "AUX") or told.when or told.where:
        return True
    return told.sense.kind == "CONSULT" and len(told.parties) > 1


_HAPPENING = ("ASSAULT", "PROTEST")
"""Types whose noun alone tells that something happened, where a clause is about it."""
_CHATTING = ("talk", "speak", "discuss", "confer", "arrive", "travel", "fly")
_OBJECTS = ("dobj", "nsubjpass")
_STANDING = ("person", "state", "organization", "office")


def _of_standing(matter: Matter, told: Telling) -> bool:
    """Whether all who talk or travel are persons with a name, states or bodies: what the crowd does is no consultation."""
    known = [matter.actors.by_id.get(p.actor) for p in told.actors]
    return all(one is not None and one.kind in _STANDING for one in known) and (
        told.sense.mode != "visit" or any(one and one.roles for one in known)
    )


def _carried(matter: Matter, one: Candidate, triggers: Mapping[int, str]) -> bool:
    """Whether a trigger is told by another one beside it (codebook: the verb that only carries a noun is no event of its own).

    A verb whose object names the event ("launched an attack"); a noun that is the object of a verb that tells the same ("offered
    condolences"), or that stands before a noun that does ("bombing and shooting assault").
    """
    syntax, i = matter.syntax, one.head
    if carrying(syntax, i):
        return any(triggers.get(o) == one.sense.kind for o in below(syntax, i, "dobj", "nsubjpass"))
    if syntax.deps[i] == "conj" and syntax.deps[syntax.heads[i]] in ("compound", "nmod"):
        i = syntax.heads[i]
    if syntax.deps[i] not in ("dobj", "nsubjpass", "compound", "nmod") or syntax.pos[i] not in ("NOUN", "PROPN"):
        return False
    above = syntax.heads[i]
    return triggers.get(above) == one.sense.kind and not (carrying(syntax, above) and syntax.deps[i] in _OBJECTS)


def carrying(syntax: Syntax, i: int) -> bool:
    """Whether a word is a verb that adds nothing to its object but a subject."""
    return syntax.pos[i] == "VERB" and syntax.lemmas[i].casefold() in SUPPORT_VERBS


def _meets(syntax: Syntax, told: Telling) -> bool:
    """Whether a verb of meeting has two sides ("met Y", "the pair met") or is a visit to somewhere."""
    if told.sense.mode == "visit":
        return bool(told.where)
    other = {
        syntax.starts[o]
        for o in (*objects(syntax, told.candidate.head), *obliques(syntax, told.candidate.head, ("with",)))
    }
    return (
        len(told.parties) > 1
        or told.sense.mode == "phone"
        or any(p.start <= o < p.end for p in told.actors for o in other)
    )


def _definite(matter: Matter, i: int) -> bool:
    return any(
        matter.syntax.words[c].casefold() in ("the", "this", "these", "their") for c in matter.syntax.children[i]
    )
