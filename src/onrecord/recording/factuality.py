"""Whether an event happened, was denied, is planned, demanded, possible or hypothetical, in the eyes of who tells it.

In: a candidate and the parse. Out: one of the six values. The ideas are FactBank's (Saurí and Pustejovsky 2009): polarity and modality of
the trigger itself, then of every word above it that casts a light on what it governs ("urged X to withdraw": demanded). Where the network
speaks, a plain sign in the clause ("will not meet") still goes before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.recording.candidates import SUPPORT_VERBS
from onrecord.recording.clauses import below

if TYPE_CHECKING:
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
    "plan intend schedule expect prepare aim set due agree promise pledge vow decide invite arrange offer go commit volunteer".split()
)  # fmt: skip
_MAYBE: Final = frozenset(
    "consider hope wish appear seem suspect believe think fear likely unlikely possible may might could try attempt discuss contemplate mull".split()
)
_DENY: Final = frozenset("deny refuse reject decline fail cancel avoid rule prevent thwart foil turn".split())
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
        "anticipated",
        "coming",
    }
)
_CONDITIONS: Final = frozenset({"if", "unless", "whether", "should"})
_NEEDS: Final = frozenset({"need", "call", "demand", "request", "plea", "appeal", "proposal", "pressure"})
_NEVER: Final = frozenset({"no", "never", "without", "not"})
_CLOSED: Final = frozenset({"advcl", "relcl", "parataxis", "appos", "nsubj", "acl", "poss"})
_DEEPEST: Final = 8
_SUSPICION: Final = frozenset("suspicion suspect fear belief believe speculation speculate rumor rumour".split())
_DAY: Final = len("2026-03-02")


def factuality(matter: Matter, candidate: Candidate, when: tuple[Anchor, ...] = ()) -> FactualityValue:
    """The value for a candidate: the clause's own signs, else what the words above it make of it, else the network's answer."""
    syntax, i = matter.syntax, candidate.head
    if _doubted(matter, candidate):
        return "possible"
    own = _own(syntax, i)
    ruled = own or _above(syntax, i) or ("planned" if _ahead(matter, candidate, when) else None)
    return ruled or candidate.factuality or "happened"


def _doubted(matter: Matter, candidate: Candidate) -> bool:
    """Whether its account is hedged: by nobody named, or as a suspicion, a fear, a belief."""
    account = matter.account(candidate.trigger)
    if account is None or account.hedge is None:
        return False
    cue = {matter.syntax.lemmas[w].casefold() for s in account.cue.spans for w in matter.syntax.inside(*s)}
    return not account.source.spans or bool(cue & _SUSPICION)


def _ahead(matter: Matter, candidate: Candidate, when: tuple[Anchor, ...]) -> bool:
    """Whether all its dates lie after the report's; a period that is not over counts for a verb that is not past ("is travelling")."""
    today, times = (matter.page.reference or "")[:10], matter.times_known
    past = matter.syntax.tags[candidate.head] in ("VBD", "VBN")
    verb = matter.syntax.pos[candidate.head] == "VERB" and not past
    told = [times[a.id] for a in when if a.id in times]
    days = [((t.latest if verb else t.earliest) or "")[:10] for t in told]
    return len(today) == _DAY and bool(days) and all(len(day) == _DAY and day > today for day in days)


def _own(syntax: Syntax, i: int) -> FactualityValue | None:
    """What the trigger's own modifiers and auxiliaries say."""
    words = {syntax.words[c].casefold() for c in syntax.children[i]}
    if syntax.pos[i] not in ("VERB", "AUX"):
        near = words | {w.split("-")[0] for w in words}
        if near & _NEVER:
            return "denied"
        return "planned" if words & _PLANNED else "possible" if words & _HEDGES else None
    if below(syntax, i, "neg"):
        return "denied"
    if syntax.heads[i] == i and _infinitive(syntax, i) and not below(syntax, i, "nsubj", "nsubjpass"):
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
    return "hypothetical" if "would" in helpers and "have" in helpers else None


def _above(syntax: Syntax, i: int) -> FactualityValue | None:
    """What the words that govern the trigger make of it, the nearest first."""
    at = i
    for _ in range(_DEEPEST):
        head, label = syntax.heads[at], syntax.deps[at]
        adjunct = (
            label == "prep"
            and syntax.lemmas[at].casefold() not in ("for", "on", "to", "of")
            and syntax.pos[head] in ("VERB", "AUX")
        )
        if head == at or adjunct or (label in _CLOSED and not _infinitive(syntax, at) and not _would(syntax, at)):
            return None
        if found := _light(syntax, at, head, label):
            return found
        at = head
    return None


def _light(syntax: Syntax, at: int, head: int, label: str) -> FactualityValue | None:
    lemma = syntax.lemmas[head].casefold()
    if label == "conj":
        return (
            _own(syntax, head)
            if syntax.pos[head] in ("VERB", "AUX") and not below(syntax, at, "nsubj", "nsubjpass", "aux")
            else None
        )
    if syntax.pos[head] == "ADP" or syntax.pos[head] == "SCONJ":
        return "demanded" if lemma in ("for", "on") and _demands(syntax, syntax.heads[head]) else None
    if syntax.pos[head] in ("NOUN", "PROPN"):
        if lemma in _NEEDS:
            return "demanded"
        return (
            "planned"
            if lemma in ("plan", "intention", "promise", "pledge", "decision", "offer", "invitation")
            else None
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
    if lemma in _DENY and (label != "dobj" or syntax.pos[at] == "NOUN"):
        return "denied"
    if lemma in _PLAN and (label != "ccomp" or _infinitive(syntax, at)) and label != "dobj":
        return "planned"
    if lemma in _MAYBE and label != "dobj":
        return "possible"
    if lemma == "threaten":
        return "hypothetical"
    return None


def _demands(syntax: Syntax, i: int) -> bool:
    return syntax.lemmas[i].casefold() in _NEEDS or syntax.lemmas[i].casefold() in ("call", "press", "appeal", "push")


def _would(syntax: Syntax, i: int) -> bool:
    """A relative clause with "would" shares the status of what it tells of ("a transition, which would be preceded by talks")."""
    return syntax.deps[i] == "relcl" and any(syntax.words[c].casefold() == "would" for c in below(syntax, i, "aux"))


def _infinitive(syntax: Syntax, i: int) -> bool:
    return any(syntax.lemmas[c] == "to" and syntax.tags[c] == "TO" for c in below(syntax, i, "aux"))
