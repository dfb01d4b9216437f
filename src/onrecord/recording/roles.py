"""Who did it, and to whom: the participants of a trigger.

In: a candidate, the parse, the cast. Out: actors and recipients as `Participant`s, each mention once. The parse goes first; the network
fills a side that the parse left empty. Two-sided acts (meetings, agreements, clashes) have everybody as actors
(codebook: roles).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.recording.candidates import SUPPORT_VERBS
from onrecord.recording.clauses import REQUESTS, agents, asked, below, every, objects, obliques, passive, subjects
from onrecord.recording.factuality import factuality
from onrecord.recording.meetings.sides import (
    including,
    joined_before,
    matter_of,
    on_the_line,
    speaking_at,
    states_of,
    travels,
)
from onrecord.values.span import Span

if TYPE_CHECKING:
    from onrecord.knowledge.triggers import Sense
    from onrecord.recording.cast import Cast
    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Candidate
    from onrecord.values.layers import Syntax
    from onrecord.values.record import Participant

Sides = tuple[tuple["Participant", ...], tuple["Participant", ...]]

TWO_SIDED: Final = frozenset({"CONSULT", "COOPERATE"})
_PATIENT_OF: Final = frozenset({"ASSAULT", "COERCE", "AID"})
"""Types whose noun has the recipient after "of" ("the arrest of X"); with the others it is the actor ("the resignation of X")."""
_DEEDS: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
"""Types that people, bodies and states do: a thing is none of their actors."""
_UNDERGOING: Final = frozenset({"face", "suffer"})
"""Verbs whose subject is the one that it is done to."""
_SUFFERED: Final = frozenset(
    "arrest detention murder killing kidnapping abduction assassination execution expulsion conviction release indictment rescue "
    "deportation extradition beheading poisoning ouster".split()
)  # fmt: skip
"""Nouns whose owner is the one that it is done to ("X's arrest")."""
_BODIES: Final = frozenset(
    "police army rebel government militant insurgent regime coalition navy jihadist guerrilla gang".split()
)
"""Words before a noun that name who did it ("the police shooting")."""
_GOING: Final = frozenset(
    "huddle meet gather travel fly arrive sit convene come go return head be assemble join visit".split()
)
"""Verbs that bring people to a talk."""
_TRIPS: Final = frozenset({"trip", "visit", "tour", "schedule", "agenda", "itinerary", "programme", "program"})
"""What includes meetings and has an owner: "his trip will include talks with Y"."""
_ANSWERS: Final = frozenset({"turn", "reject", "decline", "refuse", "accept", "welcome", "rebuff", "spurn", "dismiss"})
_FAR: Final = 6
_TOWARDS: Final = ("against", "on", "upon", "to", "at", "toward", "towards", "with", "into", "from")
_NOUN_TOWARDS: Final = ("against", "on", "upon", "to", "toward", "towards", "for", "with")


def roles(matter: Matter, cast: Cast, candidate: Candidate) -> Sides:
    """The actors and recipients of a candidate."""
    actors, recipients = _sides(matter, cast, candidate)
    if candidate.sense.kind != "CONSULT":
        return actors, recipients
    return tuple(p for p in actors if not _tells(matter, p)), recipients


def _tells(matter: Matter, one: Participant) -> bool:
    """Whether these words are of somebody without a name who is quoted, not of who met: "the official told reporters after the meeting"."""
    known = matter.actors.by_id.get(one.actor)
    if known is None or known.kind != "unidentified":
        return False
    return any(s.start <= one.start < s.end for said in matter.attributions.items for s in said.source.spans)


def _sides(matter: Matter, cast: Cast, candidate: Candidate) -> Sides:
    actors, recipients = _by_parse(matter, cast, candidate)
    if candidate.actors is None and candidate.recipients is None:
        return actors, recipients
    proposed = _proposed(matter, cast, candidate, candidate.actors, make=candidate.sense.kind not in _DEEDS)
    received = _proposed(matter, cast, candidate, candidate.recipients, make=True)
    if candidate.sense.kind == "CONSULT" and (actors or factuality(matter, candidate) == "demanded"):
        return actors, ()  # who asks for talks is not who is to hold them
    if candidate.sense.kind in TWO_SIDED:
        return _merged((*proposed, *received, *actors)), ()
    if candidate.sense.mode == "resign" or matter.syntax.lemmas[candidate.head] == "plead":
        proposed, received = (proposed, ()) if candidate.sense.mode == "resign" else ((), (*received, *proposed))
    return _merged(actors or proposed), tuple(p for p in _merged(recipients or received) if p not in actors)


def _proposed(
    matter: Matter, cast: Cast, candidate: Candidate, spans: tuple[Span, ...] | None, *, make: bool
) -> tuple[Participant, ...]:
    """The participants of the stretches that the network proposes for a side."""
    apart = (s for s in spans or () if not _beside(matter, candidate.head, s) and not _topic(matter, candidate, s))
    if candidate.sense.kind != "CONSULT":
        return tuple(dict.fromkeys(p for s in apart for p in cast.over(s, make=make)))
    found: list[Participant] = []
    for span in apart:
        head = matter.head(span)
        states = [] if head is None else states_of(matter.syntax, head)
        found += [p for s in states for p in cast.alone(s)] or cast.over(span, make=make)
    return _merged(tuple(found))


def _topic(matter: Matter, candidate: Candidate, span: Span) -> bool:
    """Whether a proposed party of a meeting is what it is about ("a meeting on X")."""
    syntax, at = matter.syntax, matter.head(span)
    if candidate.sense.kind != "CONSULT" or at is None or syntax.deps[at] != "pobj":
        return False
    prep = syntax.heads[at]
    return syntax.heads[prep] == candidate.head and syntax.lemmas[prep].casefold() in (
        "on",
        "about",
        "over",
        "regarding",
    )


def _beside(matter: Matter, i: int, span: Span) -> bool:
    """Whether a proposed party is only joined to a noun by "and", or hangs on what is ("support for rebels in X and an air strike"): it
    takes no part in it. An owner is shared ("the army's raids and arrests")."""
    syntax = matter.syntax
    if syntax.pos[i] not in ("NOUN", "PROPN") or syntax.deps[i] != "conj":
        return False
    at, first = matter.head(span), syntax.heads[i]
    if at is None or syntax.deps[at] in ("poss", "amod", "compound", "nmod"):
        return False
    for _ in range(_FAR):
        if at == first:
            return True
        if at == i or syntax.heads[at] == at:
            return False
        at = syntax.heads[at]
    return False


def _merged(participants: tuple[Participant, ...]) -> tuple[Participant, ...]:
    return tuple(dict.fromkeys(participants))


def _by_parse(matter: Matter, cast: Cast, candidate: Candidate) -> Sides:
    syntax, i, sense = matter.syntax, candidate.head, candidate.sense
    if syntax.pos[i] in ("VERB", "AUX"):
        acting, receiving = _verb(syntax, i, sense)
    else:
        towns = _towns(matter, i)
        acting, receiving = ([w for w in side if w not in towns] for side in _noun(syntax, i, sense))
    if (
        not receiving
        and sense.kind in _PATIENT_OF
        and sense.mode != "explosives"
        and acting
        and _all_counted(matter, acting)
    ):
        acting, receiving = [], acting  # "Three people arrested": a headline's participle, read as a past tense
    if sense.kind == "CONSULT" and (states := [s for a in acting for s in states_of(syntax, a)]):
        others = cast.everyone([*(a for a in acting if not states_of(syntax, a)), *receiving])
        return _merged((*others, *(p for s in states for p in cast.alone(s)))), ()
    actors = cast.everyone(acting) or cast.everyone(o for a in acting for o in below(syntax, a, "poss"))
    recipients = cast.everyone(receiving)
    if sense.kind in TWO_SIDED:
        more = [p for w in (*acting, *receiving) for o in including(syntax, w) for p in cast.alone(o)]
        return _merged((*actors, *recipients, *more, *_beside_a_state(syntax, cast, acting))), ()
    return actors, tuple(p for p in recipients if p not in actors)


def _beside_a_state(syntax: Syntax, cast: Cast, acting: list[int]) -> list[Participant]:
    """Persons whom the parser joined to the state of another one: D of "A of B and D of E"."""
    named = [x for w in acting for x in (w, *below(syntax, w, "appos")) if cast.persons(x)]
    return [p for x in named for o in obliques(syntax, x, ("of",)) for p in cast.persons(o)]


def _all_counted(matter: Matter, heads: list[int]) -> bool:
    """Whether these are all people counted as killed, injured or detained."""
    here = matter.quantities_near.get(matter.syntax.sentence_of[heads[0]], ())
    spans = [Span(q.start, q.end) for q in here if q.measure in ("killed", "injured", "detained")]
    return all(any(s.start <= matter.syntax.starts[h] < s.end for s in spans) for h in heads)


def _towns(matter: Matter, i: int) -> set[int]:
    """Words before a noun that name a town or region: "the Paris attacks" were in Paris, not by it; "US strikes" were by the US."""
    syntax = matter.syntax
    near = {c for c in below(syntax, i, "compound", "nmod", "amod", "poss") if syntax.pos[c] == "PROPN"}
    here = matter.places_near.get(syntax.sentence_of[i], ())
    fine = [m for p, m in here if p.precision not in ("country", None) and m.kind == "literal"]
    return {c for c in near if any(m.start <= syntax.starts[c] < m.end for m in fine)}


def _verb(syntax: Syntax, i: int, sense: Sense) -> tuple[list[int], list[int]]:
    acting, receiving = agents(syntax, i), objects(syntax, i)
    if sense.kind in TWO_SIDED:
        others = ("between", "among") if travels(syntax, i) else ("with", "between", "among")
        acting = [*acting, *joined_before(syntax, i), *obliques(syntax, i, others)]
        about = matter_of(syntax, i)
        met = [] if sense.mode == "visit" and syntax.lemmas[i] != "host" else [r for r in receiving if r not in about]
        beside = [w for o in about for w in obliques(syntax, o, ("with",))]
        return [*acting, *on_the_line(syntax, i), *beside], met
    if sense.kind == "AGREE":
        return [*acting, *obliques(syntax, i, ("with",))], (receiving or obliques(syntax, i, ("to",)))
    if syntax.lemmas[i].casefold() in _UNDERGOING or (sense.kind == "SANCTION" and syntax.lemmas[i] == "plead"):
        return [], acting
    if sense.mode == "resign":
        return acting, []
    if sense.kind == "MOBILIZE":
        return acting, obliques(syntax, i, ("against",))
    named = [o for o in receiving if syntax.lemmas[o].casefold() in sense.needs]
    aimed = [o for n in named for o in obliques(syntax, n, _NOUN_TOWARDS)]
    receiving = [*(o for o in receiving if o not in named or not aimed), *aimed]
    receiving = [*receiving, *_owners(syntax, receiving)]
    if not passive(syntax, i):
        receiving += obliques(syntax, i, _TOWARDS)
    return acting, receiving


def _owners(syntax: Syntax, heads: list[int]) -> list[int]:
    """Whose thing it is that is acted upon: "the army's positions", "efforts by all nations", "loss of Russian life"."""
    found: list[int] = []
    for head in heads:
        names = [
            c
            for c in below(syntax, head, "compound", "nmod")
            if syntax.pos[c] == "PROPN" and syntax.pos[head] == "NOUN"
        ]
        found += below(syntax, head, "poss") or obliques(syntax, head, ("by", "of", "for")) or names
    return found


def _noun(syntax: Syntax, i: int, sense: Sense) -> tuple[list[int], list[int]]:
    owners = every(syntax, [*below(syntax, i, "poss"), *_demonyms(syntax, i)])
    acting = [*owners, *obliques(syntax, i, ("by", "from"))]
    if sense.kind in TWO_SIDED or sense.kind == "AGREE":
        acting += obliques(syntax, i, ("with", "between", "among", "of"))
        acting += [*_told_in(syntax, i), *_invited(syntax, i)]
        if syntax.deps[i] == "dobj" and syntax.lemmas[syntax.heads[i]].casefold() in SUPPORT_VERBS:
            acting += obliques(syntax, syntax.heads[i], ("with",))
        if not owners and obliques(syntax, i, ("with",)):
            acting += _clause_subject(syntax, i)
        return [*acting, *_carriers(syntax, i, ("in", "on", "into", "for")), *speaking_at(syntax, i)], []
    of = obliques(syntax, i, ("of",))
    if syntax.lemmas[i].casefold() in _SUFFERED:
        of, acting = [*of, *every(syntax, below(syntax, i, "poss"))], [w for w in acting if syntax.deps[w] != "poss"]
    against = [c for c in below(syntax, i, "amod", "compound", "nmod") if anti(syntax, c)]
    towards = ("against",) if sense.mode in ("deport", "resign") else _NOUN_TOWARDS
    receiving = against + obliques(syntax, i, towards)
    if sense.kind in _PATIENT_OF or sense.mode in ("release", "expel", "convict", "investigate"):
        receiving = [*of, *receiving]
    else:
        acting += of
    if acting:
        return acting, receiving
    carriers = _carriers(syntax, i)
    if syntax.lemmas[syntax.heads[i]].casefold() in _UNDERGOING:
        return [], [*carriers, *receiving]
    return carriers, receiving


def _clause_subject(syntax: Syntax, i: int) -> list[int]:
    """The subject of the clause in which a noun stands: it is who met, where "a meeting with Y" names only the other side."""
    at = i
    for _ in range(_FAR):
        if syntax.heads[at] == at:
            return []
        at = syntax.heads[at]
        if syntax.pos[at] in ("VERB", "AUX") and (found := subjects(syntax, at)):
            return [p for s in found for p in (below(syntax, s, "poss") if syntax.lemmas[s] in _TRIPS else [s])]
    return []


def _invited(syntax: Syntax, i: int) -> list[int]:
    """Both sides of a meeting that is asked for: "Y turned down a request by X for a meeting", "X's invitation to Y for talks"."""
    prep = syntax.heads[i]
    request = asked(syntax, prep)
    if syntax.deps[i] != "pobj" or syntax.lemmas[prep] != "for" or syntax.lemmas[request].casefold() not in REQUESTS:
        return []
    found = [*below(syntax, request, "poss"), *obliques(syntax, request, ("by", "from", "to"))]
    verb = syntax.heads[request]
    answered = syntax.deps[request] == "dobj" and syntax.lemmas[verb].casefold() in _ANSWERS
    return [*found, *(subjects(syntax, verb) if answered else [])]


def _told_in(syntax: Syntax, i: int) -> list[int]:
    """Who is told something in a call or a meeting: "told Y in a call" has Y on the line."""
    prep = syntax.heads[i]
    verb = _over(syntax, prep)
    if syntax.deps[i] != "pobj" or syntax.lemmas[prep].casefold() not in ("in", "during"):
        return []
    return (
        objects(syntax, verb)
        if syntax.lemmas[verb].casefold() in ("tell", "inform", "assure", "warn", "thank", "brief")
        else []
    )


def _demonyms(syntax: Syntax, i: int) -> list[int]:
    """Names and demonyms before a noun: "Russian air strikes", "ISIL attack"."""
    before = below(syntax, i, "amod", "compound", "nmod")
    near = [c for c in before if syntax.words[c][:1].isupper() or syntax.lemmas[c].casefold() in _BODIES]
    return [c for c in near if not anti(syntax, c) and not hyphened(syntax, c)]


def hyphened(syntax: Syntax, i: int) -> bool:
    """Whether a hyphen ties a word to the next one ("UN-brokered")."""
    return i + 1 < len(syntax) and syntax.starts[i + 1] == syntax.ends[i] and syntax.words[i + 1][:1] in "-–‑"


def _over(syntax: Syntax, prep: int) -> int:
    """The verb above a preposition, past the object on which the parser may have hung it."""
    head = syntax.heads[prep]
    return syntax.heads[head] if syntax.deps[head] == "dobj" else head


def anti(syntax: Syntax, i: int) -> bool:
    """Whether a word before a noun is of the sort of "anti-ISIL", in one word or in three."""
    if syntax.words[i].casefold().startswith("anti-"):
        return True
    return (
        i > 1
        and syntax.words[i - 2].casefold() == "anti"
        and syntax.words[i - 1] in ("-", "–")
        and syntax.starts[i] == syntax.ends[i - 1]
    )


def _carriers(syntax: Syntax, i: int, prepositions: tuple[str, ...] = ()) -> list[int]:
    """The subject of the verb that carries a noun: "X held talks", "X launched an attack", "X went on a visit"."""
    head, label = syntax.heads[i], syntax.deps[i]
    if label == "conj":
        return _carriers(syntax, head, prepositions) if head != i else []
    if label == "dobj" and syntax.pos[head] == "VERB" and syntax.lemmas[head].casefold() in SUPPORT_VERBS:
        return agents(syntax, head)
    if label == "pobj" and syntax.pos[head] == "ADP":
        verb, lemma = _over(syntax, head), syntax.lemmas[head].casefold()
        if (
            lemma in prepositions
            and syntax.pos[verb] in ("VERB", "AUX")
            and (lemma != "for" or syntax.lemmas[verb] in _GOING)
        ):
            return subjects(syntax, verb)
    return []
