"""What the network gets wrong about the parts of an attribution, put right by the parse: each repair is one kind of fault.

The network learned from PolNeAR, where these are rare; each repair was kept because it does no harm there (`polnear_dev`) and is right by the
codebook (docs/codebook/attribution.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.knowledge.cues import DISCLOSING, FRAMING, VERBS
from onrecord.reading.attribution.draft import Draft, joined, minus
from onrecord.reading.attribution.sources import passive
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.reading.attribution.view import View

OWNING: Final = frozenset({"PRP$", "DT"})


def told_to(view: View, draft: Draft) -> Draft | None:
    """`was not divulged to the journalists`: who hears is no source, and what nobody divulged nobody says."""
    syntax = view.syntax
    for verb in syntax.inside(*draft.cue[0]):
        if syntax.pos[verb] != "VERB" or not passive(view, verb) or not draft.source:
            continue
        heard = [
            w
            for prep in view.children(verb, "prep", "dative")
            if syntax.words[prep].lower() == "to"
            for w in view.below(prep)
        ]
        if any(s.holds(view.span(w)) for s in draft.source for w in heard):
            if syntax.lemmas[verb].lower() in DISCLOSING:
                return None
            return Draft((), draft.cue, draft.content, draft.score, draft.found_by)
    return draft


def whole_source(view: View, draft: Draft) -> Draft:
    """`The official, who wished to` → with all of the relative clause, or none of it."""
    if len(draft.source) != 1:
        return draft
    syntax, (source,) = view.syntax, draft.source
    words = syntax.inside(*source)
    inside = set(words)
    head = next((w for w in words if syntax.heads[w] not in inside or syntax.heads[w] == w), None)
    if head is None:
        return draft
    for clause in view.children(head, "relcl", "appos", "acl"):
        below = view.below(clause)
        if inside.intersection(below) and not inside.issuperset(below) and below[-1] > words[-1]:
            whole = view.trimmed(Span(source.start, syntax.ends[below[-1]]))
            if whole.end > source.end and not any(whole.overlaps(c) for c in (*draft.cue, *draft.content)):
                return Draft((whole,), draft.cue, draft.content, draft.score, draft.found_by)
    return draft


def unquoted_cue(view: View, draft: Draft) -> Draft:
    """`offered his “deep condolences` → `offered his`: a quotation that begins inside the cue is content."""
    cue = draft.cue[-1]
    inside = [q for q in view.quotations_in(cue) if cue.start < q.start < cue.end]
    if not inside:
        return draft
    start = inside[0].start
    rest = view.trimmed(Span(cue.start, start))
    if rest.end <= rest.start:
        return draft
    content = joined((*draft.content, Span(start, cue.end)), gap=1)
    return Draft(draft.source, (*draft.cue[:-1], rest), content, draft.score, draft.found_by)


def bare_cue(view: View, draft: Draft) -> Draft:
    """`also offered his` → `offered`, and `his` begins the content."""
    syntax, cue = view.syntax, draft.cue[-1]
    words = list(syntax.inside(*cue))
    if len(words) < 2 or syntax.tags[words[-1]] not in OWNING or syntax.heads[words[-1]] <= words[-1]:
        return draft
    cut = words[-1]
    rest = Span(cue.start, syntax.ends[words[-2]])
    own = view.span(cut)
    return Draft(
        draft.source, (*draft.cue[:-1], rest), joined((*draft.content, own), gap=1), draft.score, draft.found_by
    )


def without(view: View, drafts: Sequence[Draft], by_rule: Sequence[Draft]) -> list[Draft]:
    """Other people's statements cut out of a content, and added: `… , calling X "a mistake"` after `he added`; `amid suspicions that …`."""
    cut = [(hole, rule) for rule in by_rule if (hole := framed(view, rule) or _second(view, rule)) is not None]
    if not cut:
        return list(drafts)
    out, added = [], {}
    for draft in drafts:
        rest = draft.content
        for hole, rule in cut:
            if any(hole.overlaps(c) for c in draft.cue) or not any(
                s.holds(Span(hole.start, hole.start + 1)) for s in draft.content
            ):
                continue
            left = tuple(t for s in minus(rest, (hole,)) if (t := view.trimmed(s)).end > t.start)
            if left:
                rest, added[rule.cue] = left, rule
        out.append(draft if rest == draft.content else draft.with_content(rest, "cut"))
    fresh = {at for rule in added.values() for c in rule.cue for at in range(c.start, c.end)}
    out = [d for d in out if not any(at in fresh for c in d.cue for at in range(c.start, c.end))]
    return out + list(added.values())


def framed(view: View, rule: Draft) -> Span | None:
    """The stretch of a noun's statement that the reporter hangs on by `amid` or `despite`."""
    if rule.found_by != "rule:noun":
        return None
    syntax = view.syntax
    at = syntax.inside(*rule.cue[0])[0]
    up = syntax.heads[at]
    if up == at or syntax.lemmas[up].lower() not in FRAMING or syntax.deps[up] != "prep" or up > at:
        return None
    return Span(syntax.starts[up], max(s.end for s in (*rule.content, *rule.cue)))


def _second(view: View, rule: Draft) -> Span | None:
    """The participle clause after a cue, a statement of its own: from its cue to the end of its content."""
    if not rule.found_by.startswith("rule:verb-"):
        return None
    syntax = view.syntax
    verb = next((w for w in syntax.inside(*rule.cue[0]) if syntax.pos[w] == "VERB"), None)
    if verb is None or syntax.tags[verb] != "VBG" or syntax.deps[verb] not in ("advcl", "xcomp", "conj", "ccomp"):
        return None
    up = syntax.heads[verb]
    if up == verb or syntax.lemmas[up].lower() not in VERBS:
        return None
    return Span(rule.cue[0].start, max(s.end for s in rule.content))
