"""How an attribution is said: direct or not, affirmed, denied or declined, and which words hedge it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.knowledge.cues import CLAIMS, DECLINING, DENYING, HEDGES, HEDGING_CUES, LEMMAS, SILENT, THOUGHT, UTTERING
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.reading.attribution.draft import Draft
    from onrecord.reading.attribution.view import View
    from onrecord.values.record import Mode, Polarity

DIRECT, INDIRECT = 0.9, 0.05
"""Shares of quoted letters, as in PolNeAR's types: at least, and less than."""
OPEN_WORDS: Final = frozenset({"whether", "if", "how", "what", "who", "when", "where", "why", "which"})


def mode(view: View, content: Sequence[Span]) -> Mode:
    """By the share of the content's letters and figures that stand between quotation marks."""
    letters = quoted = 0
    for span in content:
        letters += sum(map(str.isalnum, span.of(view.text)))
        first = view.quoted(span.start)
        for one in (*((first,) if first and first.start < span.start else ()), *view.quotations_in(span)):
            inside = view.text[max(span.start, one.inner.start) : min(span.end, one.inner.end)]
            quoted += sum(map(str.isalnum, inside))
    share = quoted / letters if letters else 0.0
    return "direct" if share >= DIRECT else "indirect" if share < INDIRECT else "mixed"


def lemma(view: View, word: int) -> str:
    found = view.syntax.lemmas[word].lower()
    return LEMMAS.get(found, found)


def polarity(view: View, draft: Draft) -> Polarity:
    """`denies`: the source says that it is not so. `declines`: the source made no statement ("would not say whether")."""
    words = [w for span in draft.cue for w in view.syntax.inside(*span)]
    lemmas = {lemma(view, w) for w in words}
    verbs = [w for w in words if view.syntax.pos[w] == "VERB"] or words[-1:]
    negated = any(view.children(w, "neg") for w in verbs)
    opening = [lemma(view, w) for w in view.syntax.inside(*draft.content[0])[:6]]
    if lemmas & DENYING:
        about_claims = lemmas & {"deny", "denial", "refute", "disavow", "rebut"} or set(opening) & CLAIMS
        return "affirms" if negated or not about_claims else "denies"
    if lemmas & DECLINING:
        return "declines" if (lemmas | set(opening)) & UTTERING and not negated else "affirms"
    if not negated:
        return "affirms"
    if lemmas & THOUGHT:
        return "denies"
    return (
        "declines"
        if lemmas & SILENT and (not lemmas & {"say", "tell"} or set(opening[:2]) & OPEN_WORDS or len(opening) < 4)
        else "affirms"
    )


def hedge(view: View, draft: Draft) -> Span | None:
    """The words that take back some of the weight: the cue's own, an adverb of the cue, or one of the content's main verb."""
    syntax = view.syntax
    words = [w for span in draft.cue for w in syntax.inside(*span)]
    for word in words:
        if lemma(view, word) in HEDGING_CUES or syntax.words[word].lower() in HEDGES:
            return view.span(word)
    for word in words:
        for child in view.children(word, "advmod"):
            if syntax.words[child].lower() in HEDGES:
                return view.span(child)
    held = {w for span in draft.content for w in syntax.inside(*span)}
    for word in sorted(w for w in held if syntax.words[w].lower() in HEDGES):
        if not view.quoted(syntax.starts[word]):
            governor = syntax.heads[word]
            if (
                governor in held
                and syntax.pos[governor] in ("VERB", "AUX")
                and syntax.heads[governor] not in held - {governor}
            ):
                return view.span(word)
    return None
