"""Who met, where the clause that tells it names only one side or nobody.

In: tellings, groups of tellings, the actors. Out: the same with their parties. "After meeting X, he said": "he" is not X (a pronoun does not
take up the object of its own verb) but who was spoken of before; "X's visit … the two leaders" has both; a call of nobody is one of the
two who met in the sentence before; who invites a visitor is the other side of the visit.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.recording.clauses import SUBJECT, TALKS, agents, below, objects
from onrecord.values.record import Factuality, Participant
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.recording.cast import Cast
    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Telling
    from onrecord.values.layers import Syntax

_HE: Final = frozenset({"he", "she", "him", "her"})
_TWO: Final = 2
_LINES: Final = 4
"""Sentences."""
_HOLDING: Final = frozenset(
    {"hold", "have", "begin", "start", "open", "resume", "continue", "end", "conclude", "finish"}
)
"""Verbs that talks are the object of, for those who have them."""
_REFUSING: Final = frozenset({"refusal", "refuse", "decline"})
_PAIRS: Final = frozenset({"two", "both", "pair", "duo", "sides"})
"""Words of a mention that speaks of two parties together."""


def others_than(matter: Matter, told: Sequence[Telling]) -> tuple[Telling, ...]:
    """The tellings, where a pronoun that was read as the one met stands for whom the sentence before is about."""
    return tuple(_not_oneself(matter, t) if t.sense.kind == "CONSULT" else t for t in told)


def paired(matter: Matter, told: Sequence[Telling]) -> tuple[Telling, ...]:
    """The tellings, with who met where only "both sides" did, or nobody is named as on the line: the two who are told to have met in the
    same sentence ("the second time that X and Y met, after two phone calls"), else in the sentences before."""
    done: list[Telling] = []
    for one in told:
        done.append(replace(one, actors=found) if (found := _last_pair(matter, one, told, done)) else one)
    return tuple(done)


def _last_pair(
    matter: Matter, one: Telling, told: Sequence[Telling], done: Sequence[Telling]
) -> tuple[Participant, ...]:
    sentences, here = matter.syntax.sentence_of, matter.syntax.sentence_of[one.candidate.head]
    sides = all(_collective(matter, p) for p in one.actors)
    if one.sense.kind != "CONSULT" or len(one.parties) > 1 or not (one.sense.mode == "phone" or (one.actors and sides)):
        return ()
    beside = [t for t in told if sentences[t.candidate.head] == here]
    before = [t for t in reversed(done) if 0 < here - sentences[t.candidate.head] <= _LINES] if sides else []
    for t in (*beside, *before):
        people = {p.actor for p in t.actors}
        if (
            t is one
            or t.sense.kind != "CONSULT"
            or len(people) != _TWO
            or any(_collective(matter, p) for p in t.actors)
        ):
            continue
        if sides or one.parties <= people:
            return t.actors
    return ()


def _collective(matter: Matter, one: Participant) -> bool:
    """Whether a party is nothing but "both sides", and no actor of the reading."""
    words = Span(one.start, one.end).of(matter.text).casefold().split()
    return one.actor not in matter.actors.by_id and words[-1:] in (["sides"], ["side"], ["parties"], ["two"], ["pair"])


def refused(matter: Matter, told: Sequence[Telling]) -> tuple[Telling, ...]:
    """The tellings, where a meeting that somebody refuses is none ("the refusal to meet", "declined to meet")."""
    return tuple(
        replace(t, factuality=Factuality("denied", t.factuality.by), stated=True) if _refused(matter.syntax, t) else t
        for t in told
    )


def _refused(syntax: Syntax, one: Telling) -> bool:
    i = one.candidate.head
    above = syntax.lemmas[syntax.heads[i]].casefold()
    return one.sense.kind == "CONSULT" and syntax.deps[i] in ("acl", "xcomp") and above in _REFUSING


def _not_oneself(matter: Matter, one: Telling) -> Telling:
    syntax, i = matter.syntax, one.candidate.head
    met = set(objects(syntax, i)) | {o for p in below(syntax, i, "prep") for o in below(syntax, p, "pobj")}
    named = {p.actor for p in one.actors if any(p.start <= syntax.starts[w] < p.end for w in met)}
    wrong = [p for p in one.actors if p.actor in named and Span(p.start, p.end).of(matter.text).casefold() in _HE]
    if not wrong or len(one.parties) > 1:
        return one
    before = _spoken_of(matter, syntax.sentence_of[i] - 1, named)
    right = tuple(replace(p, actor=before) for p in wrong) if before else ()
    return replace(one, actors=(*right, *(p for p in one.actors if p not in wrong)))


def _spoken_of(matter: Matter, sentence: int, but: set[str]) -> str | None:
    """The person who is the subject of a sentence, of the last clause first."""
    syntax = matter.syntax
    if sentence < 0:
        return None
    for w in reversed(syntax.inside(*syntax.sentences[sentence])):
        if syntax.deps[w] not in SUBJECT:
            continue
        for span, ids in _mentions(matter, sentence):
            known = matter.actors.by_id.get(ids[0])
            if len(ids) == 1 and matter.head(span) == w and known and known.kind == "person" and ids[0] not in but:
                return ids[0]
    return None


def _mentions(matter: Matter, sentence: int) -> Iterator[tuple[Span, tuple[str, ...]]]:
    here = matter.syntax.sentences[sentence]
    for span, ids in matter.actors.by_span.items():
        if here.start <= span.start and span.end <= here.end:
            yield span, ids


def of_the_two(matter: Matter, told: Sequence[Telling]) -> tuple[Telling, ...]:
    """The tellings, where nobody is told to have met but two are spoken of together just before, in the same sentence: The two "held a
    constructive discussion"."""
    return tuple(_of_the_two(matter, one) for one in told)


def _of_the_two(matter: Matter, one: Telling) -> Telling:
    syntax, head = matter.syntax, one.candidate.head
    verb = syntax.lemmas[syntax.heads[head]].casefold() if syntax.deps[head] == "dobj" else ""
    if (
        one.sense.kind != "CONSULT"
        or one.parties
        or verb not in _HOLDING
        or syntax.lemmas[head].casefold() not in TALKS
    ):
        return one
    pair = _pair(matter, syntax.sentence_of[head], frozenset())
    return replace(one, actors=pair) if pair and pair[0].end <= one.trigger.start else one


def together(matter: Matter, group: Sequence[Telling]) -> tuple[Telling, ...]:
    """A meeting of which one side or none is told, with both where its sentence or the next speaks of two together, one of them the side
    that is told ("both leaders")."""
    parties = frozenset(a for t in group for a in t.parties)
    if len(parties) > 1 or group[0].sense.kind != "CONSULT":
        return tuple(group)
    for k, one in enumerate(group):
        here = matter.syntax.sentence_of[one.candidate.head]
        for sentence in (here, here + 1):
            if pair := _pair(matter, sentence, parties):
                return (*group[:k], replace(one, actors=(*one.actors, *pair)), *group[k + 1 :])
    return tuple(group)


def _pair(matter: Matter, sentence: int, parties: frozenset[str]) -> tuple[Participant, ...]:
    if sentence >= len(matter.syntax.sentences):
        return ()
    for span, ids in sorted(_mentions(matter, sentence)):
        words = set(span.of(matter.text).casefold().split())
        if len(ids) == _TWO and words & _PAIRS and parties <= set(ids):
            return tuple(Participant(a, span.start, span.end, matter.by(span)) for a in ids)
    return ()


def invited(matter: Matter, cast: Cast, groups: Sequence[Sequence[Telling]]) -> list[tuple[Telling, ...]]:
    """The groups, where a visit of one guest has the host who is told to have invited that guest."""
    hosts = list(_invitations(matter, cast))
    return [_hosted(group, hosts) for group in groups]


def _hosted(group: Sequence[Telling], hosts: Sequence[tuple[str, tuple[Participant, ...]]]) -> tuple[Telling, ...]:
    parties = {a for t in group for a in t.parties}
    first = group[0]
    if first.sense.kind != "CONSULT" or len(parties) != 1 or not any(t.sense.mode == "visit" for t in group):
        return tuple(group)
    found = next((h for guest, h in hosts if guest in parties), ())
    return (replace(first, actors=(*first.actors, *found)), *group[1:])


def _invitations(matter: Matter, cast: Cast) -> Iterator[tuple[str, tuple[Participant, ...]]]:
    syntax = matter.syntax
    for i, lemma in enumerate(matter.lemmas):
        if lemma == "invite" and syntax.pos[i] == "VERB":
            hosts = cast.everyone(agents(syntax, i))
            for guest in cast.everyone(objects(syntax, i)):
                if others := tuple(h for h in hosts if h.actor != guest.actor):
                    yield guest.actor, others
