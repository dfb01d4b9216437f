"""Which triggers are read: the network's and the lexicon's, weighed against each other.

In: `Findings`, `Syntax`. Out: candidates in the order of the text. Where both see an event of one type in one word, it is one (right in 76 of
100 cases on 101 reports that the training held out); the network alone (42 of 100) must be sure and name a verb or a noun; the lexicon
alone, where the network saw nothing, is right for nouns (7 of 8) and wrong for most verbs (7 of 29): a verb then needs a time or a
place, a meeting two sides. Without weights the lexicon is alone and all its triggers are read.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.confidence import calibrated
from onrecord.knowledge.triggers import Sense, senses
from onrecord.learned.findings import Findings
from onrecord.recording.candidates import candidates
from onrecord.recording.clauses import below, obliques
from onrecord.recording.proposals import proposals
from onrecord.values.span import Span

if TYPE_CHECKING:
    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Candidate
    from onrecord.settings import Settings
    from onrecord.values.layers import Syntax

SURE: Final = 0.5
"""The score from which the network's word alone is enough for an event."""
_NAMING: Final = frozenset({"VERB", "NOUN"})
"""Parts of speech that name events."""
MODAL: Final = "event head at an auxiliary"
_MODALITIES: Final = frozenset({"AGREE", "REJECT", "THREATEN", "REQUEST"})
_WILL: Final = frozenset({"will", "would", "'ll", "’ll", "wo"})
"""Auxiliaries that promise; "wo" is that of "won't"."""
_GOOD: Final = frozenset({"AID", "COOPERATE", "RETREAT", "CONCEDE", "SUPPORT"})
"""Types whose announcement is a promise; a promise of harm is a threat or a plan."""
_CERTAIN: Final = 0.9
_FEW: Final = 2
"""Sentences of a text that is no report: the network, which reads reports, sees events in most of its words."""
_MADE_OF_VERBS: Final = ("tion", "sion", "ment", "ance", "ence", "ing", "al", "ure", "ism", "ery")
_ASKING: Final = frozenset({"should", "must", "ought"})
"""Auxiliaries that ask."""


def chosen(found: Matter, settings: Settings) -> tuple[Candidate, ...]:
    """The triggers that are read, those surely below `settings.min_confidence` left out. Of a word that both know the lexicon says the type: it is
    right in 96 of 100 cases on the development sets, the network in 84."""
    ruled, proposed = candidates(found), proposals(found)
    kinds = {r.head: r.sense for r in ruled}
    proposed = tuple(_promised(found.syntax, p) for p in _modal(found.syntax, proposed))
    settled = [
        replace(p, sense=kinds[p.head]) if p.head in kinds and p.found_by != MODAL else p
        for p in proposed
        if p.head in kinds or _sure(found, p)
    ]
    taken = {w for p in proposed for w in found.syntax.inside(*p.trigger)}
    read = found.findings != Findings()
    added = [replace(r, alone=read) for r in ruled if not taken.intersection(found.syntax.inside(*r.trigger))]
    every = sorted((*settled, *added), key=lambda c: (c.trigger, c.sense.kind))
    return tuple(c for c in every if confidence(c.found_by, c.score, settings) >= settings.min_confidence)


def confidence(found_by: str, score: float, settings: Settings) -> float:
    """The probability that an event with this score is right; everything inside weighs the score alone."""
    return calibrated("event", found_by, score) if settings.calibrated else round(score, 3)


def _modal(syntax: Syntax, proposed: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """With proposals at auxiliaries moved to their verbs: "will" of "will provide" makes the act a promise, "not" of "will not release" a
    refusal (codebook: modality), whatever the verb alone would be."""
    moved: dict[int, Candidate] = {}
    for one in proposed:
        above = syntax.heads[one.head]
        modal = syntax.deps[one.head] in ("aux", "auxpass", "neg") and syntax.pos[above] == "VERB"
        if modal and one.sense.kind in _MODALITIES and one.score >= _CERTAIN and above not in moved:
            first = min(one.head, above, *(c for c in syntax.children[above] if syntax.deps[c] == "neg"))
            span = Span(syntax.starts[first], syntax.ends[above])
            moved[above] = replace(one, trigger=span, head=above, found_by=MODAL)
    return (*(p for p in proposed if p.head not in moved), *moved.values())


def _promised(syntax: Syntax, one: Candidate) -> Candidate:
    """A good deed that its own subject says it will do is a promise, and one that it will not do a refusal (PLOVER codes what is announced
    as AGREE and REJECT); resignations, and what is to happen to somebody, keep their type."""
    i = one.head
    will = any(syntax.words[c].casefold() in _WILL for c in below(syntax, i, "aux"))
    if (
        not will
        or one.sense.kind not in _GOOD
        or one.sense.mode == "resign"
        or below(syntax, i, "nsubjpass", "auxpass")
    ):
        return one
    if one.factuality == "hypothetical" or below(syntax, i, "mark"):
        return one
    refused = bool(below(syntax, i, "neg"))
    return replace(one, sense=Sense("REJECT" if refused else "AGREE"), found_by=MODAL)


def _sure(found: Matter, one: Candidate) -> bool:
    """Whether the network alone is to be believed: never of meetings, whose words the lexicon knows."""
    if one.score < SURE or one.sense.kind == "CONSULT":
        return False
    syntax, i = found.syntax, one.head
    if one.sense.kind == "REQUEST" and syntax.lemmas[i] == "call" and below(syntax, i, "dobj", "oprd"):
        return bool(obliques(syntax, i, ("for", "on", "upon")))  # "called it a mistake" says what it is
    if syntax.pos[i] == "NOUN" and len(syntax.sentences) <= _FEW:
        return _act(syntax, i)
    if syntax.pos[i] == "ADJ" and below(syntax, i, "xcomp"):
        return one.sense.kind in _MODALITIES  # "is willing to release"
    return syntax.pos[i] in _NAMING or (syntax.words[i].casefold() in _ASKING and one.sense.kind == "REQUEST")


def _act(syntax: Syntax, i: int) -> bool:
    """Whether a noun can name an act: one that the lexicon knows, as a noun or as a verb, or made from a verb ("-ion", "-ment", …)."""
    lemma = syntax.lemmas[i].casefold()
    return bool(senses(lemma, "NOUN") or senses(lemma, "VERB")) or lemma.endswith(_MADE_OF_VERBS)
