"""Whether an event happened, was denied, is planned, demanded, possible or hypothetical, in the eyes of who tells it.

In: a candidate and the parse. Out: one of the six values. The ideas are FactBank's (Saurí and Pustejovsky 2009): polarity and modality of
the trigger itself, then of every word above it that casts a light on what it governs ("urged X to withdraw": demanded). Where the network
speaks, a plain sign in the clause ("will not meet") still goes before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.knowledge.cues import LEMMAS
from onrecord.knowledge.triggers import senses
from onrecord.recording.candidates import SUPPORT_VERBS
from onrecord.recording.clauses import REQUESTS, asked, below

if TYPE_CHECKING:
    from collections.abc import Collection

    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Candidate
    from onrecord.values.layers import Syntax
    from onrecord.values.record import Anchor, FactualityValue

_DEMAND: Final = frozenset(
    "urge demand call ask request press insist appeal want require need seek order instruct tell advise recommend pressure push plead "
    "beg beseech implore favor advocate propose".split()
)  # fmt: skip
_DEMAND_THINGS: Final = frozenset(
    "demand seek request want require need propose favor advocate recommend urge suggest".split()
)
_PLAN: Final = frozenset(
    "plan intend schedule expect prepare aim set due agree promise pledge vow decide invite arrange offer go commit volunteer ready".split()
)  # fmt: skip
_MAYBE: Final = frozenset(
    "consider hope wish appear seem suspect willing believe think fear likely unlikely possible may might could try attempt discuss contemplate mull".split()
)
_DENY: Final = frozenset("deny refuse reject decline fail cancel avoid rule prevent thwart foil turn".split())
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
_FOILING: Final = frozenset({"prevent", "thwart", "foil", "fail"})
_SPOKEN: Final = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
_TOLD: Final = frozenset({"say", "allege", "report", "rumor", "rumour", "claim"})
"""In the passive they tell hearsay ("is said to have fled")."""
_THROUGH: Final = frozenset({"for", "on", "to", "of"})
"""Prepositions through which a status reaches ("the need for talks"); what stands after the others is told beside it."""
_FUTURE: Final = frozenset({"will", "shall", "'ll", "wo", "’ll"})
_PERHAPS: Final = frozenset({"may", "might", "could"})
_OUGHT: Final = frozenset({"should", "must", "ought"})
_HEDGES: Final = frozenset(
    {
        "allegedly",
        "reportedly",
        "apparently",
        "possibly",
        "perhaps",
        "maybe",
        "likely",
        "alleged",
        "possible",
        "potential",
        "suspected",
        "apparent",
    }
)
_PLANNED: Final = frozenset(
    {
        "planned",
        "scheduled",
        "upcoming",
        "future",
        "forthcoming",
        "expected",
        "next",
        "proposed",
        "coming",
    }
)
_CONDITIONS: Final = frozenset({"if", "unless", "whether", "should"})
_NEEDS: Final = frozenset({"need", "call", "demand", "request", "plea", "appeal", "proposal", "pressure"})
_GOING: Final = frozenset({"be", "go", "embark", "leave", "head", "travel", "fly", "set"})
"""Verbs whose status is that of the trip or the talk on which one is or goes."""
_NEVER: Final = frozenset({"no", "never", "without", "not"})
_CLOSED: Final = frozenset({"advcl", "relcl", "parataxis", "appos", "nsubj", "acl", "poss"})
_DEEPEST: Final = 8
_SUSPICION: Final = frozenset("suspicion suspect fear belief believe speculation speculate rumor rumour".split())
_DAY: Final = len("2026-03-02")


def factuality(matter: Matter, candidate: Candidate, when: tuple[Anchor, ...] = ()) -> FactualityValue:
    """The value for a candidate: the clause's own signs, else what the words above it make of it, else the network's answer."""
    return ruled(matter, candidate, when) or candidate.factuality or "happened"


def ruled(matter: Matter, candidate: Candidate, when: tuple[Anchor, ...] = ()) -> FactualityValue | None:
    """What the clause and the words above it say of a candidate's status; None where they say nothing."""
    syntax, i = matter.syntax, candidate.head
    if _doubted(matter, candidate):
        return "possible"
    own = _own(syntax, i, syntax.inside(*candidate.trigger) if candidate.sense.kind == "REJECT" else ())
    return own or _above(syntax, i) or ("planned" if _ahead(matter, candidate, when) else None)


def _doubted(matter: Matter, candidate: Candidate) -> bool:
    """Whether its account is hedged: by nobody named, or as a suspicion, a fear, a belief."""
    account = matter.account(candidate.trigger)
    if account is None or account.hedge is None:
        return False
    cue = {matter.syntax.lemmas[w].casefold() for s in account.cue.spans for w in matter.syntax.inside(*s)}
    return not account.source.spans or bool(cue & _SUSPICION)


def _ahead(matter: Matter, candidate: Candidate, when: tuple[Anchor, ...]) -> bool:
    """Whether all its dates lie after the report's; a period that is not over counts for a verb ("is travelling"). What is told in the
    past tense has been, whatever date stands near it."""
    today, times = (matter.page.reference or "")[:10], matter.times_known
    if matter.syntax.tags[candidate.head] in ("VBD", "VBN"):
        return False
    verb = matter.syntax.pos[candidate.head] == "VERB"
    told = [times[a.id] for a in when if a.id in times]
    days = [((t.latest if verb else t.earliest) or "")[:10] for t in told]
    return len(today) == _DAY and bool(days) and all(len(day) == _DAY and day > today for day in days)


def _own(syntax: Syntax, i: int, inside: Collection[int] = ()) -> FactualityValue | None:
    """What the trigger's own modifiers and auxiliaries say; a "not" among the words of a refusal is what makes it ("not let")."""
    words = {syntax.words[c].casefold() for c in syntax.children[i]}
    if syntax.pos[i] not in ("VERB", "AUX"):
        near = words | {w.split("-")[0] for w in words}
        if near & _NEVER:
            return "denied"
        return "planned" if words & _PLANNED else "possible" if words & _HEDGES else None
    if any(c not in inside for c in below(syntax, i, "neg")):
        return "denied"
    if syntax.heads[i] == i and _infinitive(syntax, i):
        return "planned"  # a headline: "Ministers to meet in …"
    helpers = {syntax.words[c].casefold() for c in below(syntax, i, "aux")}
    if any(syntax.words[c].casefold() in _CONDITIONS for c in below(syntax, i, "mark")):
        return "hypothetical"
    if helpers & _FUTURE:
        return "planned"
    if helpers & _PERHAPS or words & _HEDGES:
        return "possible"
    if helpers & _OUGHT:
        return "demanded"
    if "would" in helpers and "have" in helpers:
        return "hypothetical"
    return (
        "planned" if "would" in helpers and syntax.deps[i] == "ccomp" else None
    )  # "said that it would": the future of the past


def _above(syntax: Syntax, i: int) -> FactualityValue | None:
    """What the words that govern the trigger make of it, the nearest first."""
    at = i
    for _ in range(_DEEPEST):
        head, label = syntax.heads[at], syntax.deps[at]
        if label == "advcl" and syntax.tags[at] == "VBG" and syntax.lemmas[head] == "be":
            return _own(syntax, head)  # "he would be in Geneva negotiating"
        adjunct = label == "prep" and syntax.lemmas[at].casefold() not in _THROUGH
        if (
            head == at
            or adjunct
            or _given(syntax, at, head, label)
            or (label in _CLOSED and not _infinitive(syntax, at) and not _would(syntax, at))
        ):
            return None
        if found := _light(syntax, at, head, label):
            return found
        at = head
    return None


def _given(syntax: Syntax, at: int, head: int, label: str) -> bool:
    """Whether a definite noun hangs on what does not ask for it: "inspect the site of the attack", "sentenced for the murders"."""
    if label != "pobj" or syntax.pos[at] != "NOUN" or _demands(syntax, asked(syntax, head)):
        return False
    return any(syntax.words[c].casefold() in _DEFINITE or syntax.deps[c] == "poss" for c in syntax.children[at])


def _light(syntax: Syntax, at: int, head: int, label: str) -> FactualityValue | None:
    lemma = LEMMAS.get(syntax.lemmas[head].casefold(), syntax.lemmas[head].casefold())
    if label == "conj":
        if any(syntax.lemmas[c] == "but" for c in below(syntax, head, "cc")):
            return None
        return (
            _own(syntax, head)
            if syntax.pos[head] in ("VERB", "AUX") and not below(syntax, at, "nsubj", "nsubjpass", "aux")
            else None
        )
    if label == "pcomp" and lemma == "without":
        return "denied"
    if label == "prep" and syntax.pos[head] in ("VERB", "AUX") and lemma in _GOING:
        return _own(syntax, head)
    if syntax.pos[head] == "ADP" or syntax.pos[head] == "SCONJ":
        if lemma not in ("for", "on") or not _demands(syntax, above := asked(syntax, head)):
            return None
        return "denied" if _declined(syntax, above) else "demanded"
    if syntax.pos[head] in ("NOUN", "PROPN"):
        if _declined(syntax, head):
            return "denied"
        if lemma in _NEEDS:
            return "demanded"
        return (
            "planned" if lemma in ("plan", "intention", "intent", "promise", "pledge", "offer", "invitation") else None
        )
    clause = _infinitive(syntax, at) or label in ("ccomp", "xcomp", "dobj", "pcomp", "nsubjpass")
    if not clause:
        return None
    if label in ("dobj", "nsubjpass") and lemma in SUPPORT_VERBS:
        return _own(syntax, head)
    if lemma in _DEMAND and label in ("dobj", "nsubjpass"):
        return "demanded" if lemma in _DEMAND_THINGS and syntax.pos[at] == "NOUN" else None
    if lemma in _DEMAND and (
        label != "ccomp" or _infinitive(syntax, at) or lemma in ("demand", "insist", "recommend", "urge")
    ):
        return "demanded"
    if lemma in _DENY and (label != "dobj" or _undone(syntax, at, lemma)):
        return "denied"
    if lemma in _PLAN and (label != "ccomp" or _infinitive(syntax, at)) and label != "dobj":
        return "planned"
    hearsay = lemma in _TOLD and label == "xcomp" and bool(below(syntax, head, "auxpass"))
    if hearsay or (lemma in _MAYBE and label != "dobj"):
        return "possible"
    if lemma == "threaten":
        return "hypothetical"
    return None


def _declined(syntax: Syntax, noun: int) -> bool:
    """Whether what was asked for is refused: "turned down an invitation to meet"."""
    verb = syntax.lemmas[syntax.heads[noun]].casefold()
    return syntax.lemmas[noun].casefold() in REQUESTS and syntax.deps[noun] == "dobj" and verb in _DENY


def _undone(syntax: Syntax, at: int, lemma: str) -> bool:
    """Whether a noun after a verb of refusing has not been: "cancelled the visit", "rejected talks"; a criticism that is rejected and an
    attack that is foiled have been made."""
    if syntax.pos[at] != "NOUN" or lemma in _FOILING:
        return False
    return not any(one.kind in _SPOKEN for one in senses(syntax.lemmas[at], syntax.pos[at]))


def _demands(syntax: Syntax, i: int) -> bool:
    return syntax.lemmas[i].casefold() in _NEEDS or syntax.lemmas[i].casefold() in ("call", "press", "appeal", "push")


def _would(syntax: Syntax, i: int) -> bool:
    """A relative clause with "would" shares the status of what it tells of ("a transition, which would be preceded by talks")."""
    return syntax.deps[i] == "relcl" and any(syntax.words[c].casefold() == "would" for c in below(syntax, i, "aux"))


def _infinitive(syntax: Syntax, i: int) -> bool:
    return any(syntax.lemmas[c] == "to" and syntax.tags[c] == "TO" for c in below(syntax, i, "aux"))
