"""Whose words a cue's are, by the parse: its subject, or the subject that it shares with the verb it hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.knowledge.cues import SPEECH
from onrecord.reading.attribution.view import PASSIVE_SUBJECTS, SUBJECTS

if TYPE_CHECKING:
    from onrecord.reading.attribution.view import View
    from onrecord.values.span import Span

NON_FINITE: Final = frozenset({"VB", "VBG", "VBN"})
ADDRESSING: Final = frozenset({"tell", "inform", "assure", "remind", "ask"})
EXPLETIVES: Final = frozenset({"it", "there"})


def source_of(view: View, verb: int) -> tuple[tuple[Span, ...], int | None]:
    """The source's spans, and its head word; ((), None) where the parse shows none."""
    head = subject(view, verb)
    if head is None:
        return (), None
    dropped = {verb, *(c for c in view.children(head, "relcl", "acl", "appos", "conj") if verb in view.below(c))}
    beside = [
        s for s in view.children(view.syntax.heads[head], *SUBJECTS) if s != head and view.syntax.deps[head] in SUBJECTS
    ]
    for other in beside:  # "The news agency Interfax": the parser sees two subjects side by side
        words = view.below(other, dropped)
        if words[-1] == view.below(head)[0] - 1:
            return view.spans([*words, *view.below(head, dropped)])[:1], head
    return view.spans(view.below(head, dropped))[:1], head


def subject(view: View, verb: int, depth: int = 0) -> int | None:
    """The word at the head of the subject, straight or by inheritance."""
    syntax = view.syntax
    if passive(view, verb):
        agent = view.child(verb, "agent")
        return view.child(agent, "pobj") if agent is not None else None
    own = view.children(verb, *SUBJECTS)
    if own:
        return own[-1] if own[-1] < verb else own[0]
    inverted = view.child(verb, "dobj")
    if inverted is not None and inverted > verb and _inverted(view, verb, inverted):
        return inverted
    head, dep = syntax.heads[verb], syntax.deps[verb]
    if depth > 4 or head == verb:
        return None
    if dep in ("acl", "relcl"):
        return head if syntax.pos[head] in ("NOUN", "PROPN", "PRON") else None
    if dep == "pcomp":
        up = syntax.heads[head]
        return subject(view, up, depth + 1) if syntax.pos[up] in ("VERB", "AUX") else None
    if dep == "conj" or (dep in ("xcomp", "advcl", "ccomp") and syntax.tags[verb] in NON_FINITE):
        if syntax.pos[head] not in ("VERB", "AUX"):
            return None
        below = view.child(head, *PASSIVE_SUBJECTS)
        if below is not None:
            return below
        if dep == "xcomp" and (to := view.child(head, "dobj")) is not None:
            return to  # "asked them to say"
        return subject(view, head, depth + 1)
    return None


def passive(view: View, verb: int) -> bool:
    """Whether a verb stands in the passive, with its helper or as a participle behind its noun."""
    if view.child(verb, "nsubjpass", "csubjpass", "auxpass") is not None:
        return True
    return view.syntax.tags[verb] == "VBN" and view.syntax.deps[verb] == "acl"


def _inverted(view: View, verb: int, noun: int) -> bool:
    """`…," said the mayor`: a quotation or comma stands before the verb, the noun right behind it."""
    syntax = view.syntax
    before = syntax.words[verb - 1] if verb else ""
    if view.below(noun)[0] != verb + 1 or syntax.lemmas[noun] in EXPLETIVES:
        return False
    if syntax.tags[verb] not in ("VBD", "VBZ", "VBP", "VBN") or syntax.lemmas[verb] in ADDRESSING:
        return False
    return before in ("”", '"', "''", "’", "»") or (before == "," and syntax.lemmas[verb] in SPEECH)
