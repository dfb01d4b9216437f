"""What looks like an event and is none by the codebook, whoever proposed it: kinds rather than events, accidents, requests for comment.

In: a telling, the parse. Out: a judgement. Codebook: events, "no event".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.recording.clauses import SUBJECT, below, passive
from onrecord.recording.meetings.counterpart import no_meeting
from onrecord.recording.meetings.outcome import nothing_agreed

if TYPE_CHECKING:
    from onrecord.recording.cast import Cast
    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Telling

_ACCIDENTS: Final = frozenset(
    "accident crash derail collide collision collapse capsize sink overturn earthquake quake tremor flood flooding storm hurricane typhoon "
    "cyclone tornado landslide mudslide avalanche tsunami blizzard wildfire lightning drown stampede heatwave volcano eruption outbreak "
    "epidemic virus disease".split()
)  # fmt: skip
"""Words for what nobody does to anybody."""
_MISHAPS: Final = frozenset({"fire", "blaze", "crash", "accident", "collision", "derailment", "flood", "earthquake"})
_BEFALLING: Final = frozenset({"sink", "capsize", "collapse", "crash", "derail", "overturn", "burn", "drown"})
"""Verbs that without an object tell what befalls their subject ("a ferry sank")."""
_GUNFIRE: Final = frozenset({"open", "under", "exchange", "return", "trade"})
"""Words that make a fire one of guns ("opened fire", "came under fire")."""
_VIOLENCE: Final = frozenset(
    "attack assault bomb bombing bomber shoot shooting shooter gunman gunfire strike airstrike raid war fight fighting battle clash shell "
    "shelling missile rocket rebel militant soldier troop army terrorist terrorism murder stab kidnap riot protest protester extremist drone "
    "suspect police deliberately hostage execute massacre".split()
)  # fmt: skip
_HARMED: Final = frozenset({"kill", "injure", "wound", "hurt"})
_COMMENT: Final = frozenset({"comment", "interview", "information", "clarification", "response", "reply", "remark"})
_ASKING: Final = frozenset({"request", "message", "call", "ask", "email", "query", "reach"})
_STATES: Final = frozenset(
    "need necessity imperative effort want desire hope suspicion doubt fear concern worry belief".split()
)
"""Nouns for what somebody needs, hopes or fears: no act, whatever it is of."""
_STRIVING: Final = frozenset(
    "effort need commitment resolve objective goal aim duty readiness determination willingness desire".split()
)
"""Nouns for what somebody strives after: the infinitive on them tells no blow ("efforts to confront the rebels")."""
_HINTS: Final = frozenset({"det", "poss", "nummod", "relcl"})


def no_event(matter: Matter, cast: Cast, told: Telling) -> bool:
    """Whether a telling is none of an event after all."""
    if told.sense.kind == "CONSULT":
        return _kind(matter, told) or no_meeting(matter, cast, told)
    if told.sense.kind == "AGREE" and nothing_agreed(matter.syntax, told.candidate.head):
        return True
    if _striving(matter, told):
        return True
    return _kind(matter, told) or _accident(matter, told) or _comment(matter, told) or _toll(matter, told)


def _kind(matter: Matter, told: Telling) -> bool:
    """Whether a noun names a kind of event rather than one ("a rise in assaults", "a protest movement"): a modifier of another noun, a
    state of mind ("the need for talks"), or a bare noun without party, time or place that no clause is about."""
    syntax, i = matter.syntax, told.candidate.head
    if syntax.pos[i] == "NOUN" and syntax.lemmas[i].casefold() in _STATES:
        return True
    if syntax.pos[i] not in ("NOUN", "PROPN") or told.parties or told.when or told.where:
        return False
    if syntax.deps[i] in ("compound", "nmod"):
        return True
    if syntax.deps[i] in SUBJECT or told.factuality.value != "happened":
        return False
    hints = _HINTS if syntax.tags[i] == "NNS" else _HINTS | {"amod"}
    return not any(syntax.deps[c] in hints for c in syntax.children[i])


def _striving(matter: Matter, told: Telling) -> bool:
    """Whether a verb of violence is only what an effort is for ("efforts by all to confront the rebels")."""
    syntax, i = matter.syntax, told.candidate.head
    if (
        told.sense.kind != "ASSAULT"
        or syntax.pos[i] != "VERB"
        or syntax.lemmas[syntax.heads[i]].casefold() not in _STRIVING
    ):
        return False
    return any(syntax.tags[c] == "TO" for c in below(syntax, i, "aux"))


def _accident(matter: Matter, told: Telling) -> bool:
    """Whether it names an accident ("the fire", "a ferry sank"), or tells of people killed or hurt by nobody in a sentence that speaks of an accident or a
    disaster and of no violence."""
    syntax, i = matter.syntax, told.candidate.head
    if told.sense.kind == "ASSAULT" and syntax.lemmas[i].casefold() in _BEFALLING and syntax.pos[i] == "VERB":
        return not passive(syntax, i) and not below(syntax, i, "dobj")
    if told.sense.kind == "ASSAULT" and syntax.pos[i] == "NOUN" and syntax.lemmas[i].casefold() in _MISHAPS:
        return syntax.lemmas[syntax.heads[i]].casefold() not in _GUNFIRE
    if told.sense.kind != "ASSAULT" or syntax.lemmas[i].casefold() not in _HARMED:
        return False
    with_it = syntax.tags[i] == "VBG" and syntax.deps[i] == "advcl"  # "a ferry sank, killing 14"
    if told.actors or not (with_it or passive(syntax, i)):
        return False
    lemmas = {syntax.lemmas[w].casefold() for w in matter.sentence(i)}
    return bool(lemmas & _ACCIDENTS) and not lemmas & _VIOLENCE


def _toll(matter: Matter, told: Telling) -> bool:
    """Whether somebody left or lost people dead: that tells a toll, no withdrawal ("left 6 dead", "lost four men")."""
    syntax, i = matter.syntax, told.candidate.head
    if told.sense.kind != "RETREAT" or syntax.lemmas[i].casefold() not in ("leave", "lose"):
        return False
    here = matter.quantities_near.get(syntax.sentence_of[i], ())
    words = {syntax.starts[w] for w in syntax.subtree(i)}
    return any(q.measure in ("killed", "injured", "missing") and words & set(range(q.start, q.end)) for q in here)


def _comment(matter: Matter, told: Telling) -> bool:
    """Whether it is a reporter's question ("a request for comment")."""
    syntax, i = matter.syntax, told.candidate.head
    if told.sense.kind != "REQUEST" or syntax.lemmas[i].casefold() not in _ASKING:
        return False
    after = [o for p in below(syntax, i, "prep") if syntax.lemmas[p] in ("for", "seeking") for o in syntax.children[p]]
    return any(syntax.lemmas[o].casefold() in _COMMENT for o in after)
