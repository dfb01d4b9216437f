"""Drafts of one article: the network's proposals, where there are any, repaired and added to by the rules; else the rules' own.

Where the network has spoken, a rule's draft is added only if no proposal has its cue or most of its content, and only from rules that are right
more often than not on `polnear_dev` (see docs/codebook/attribution.md).
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.cues import SPEECH
from onrecord.knowledge.outlets import is_outlet
from onrecord.reading.attribution import mending, quoting
from onrecord.reading.attribution.draft import Draft, joined, minus
from onrecord.reading.attribution.nouns import by_hearsay, by_nouns, by_phrases
from onrecord.reading.attribution.orphans import orphans
from onrecord.reading.attribution.tallies import by_tallies
from onrecord.reading.attribution.tone import mode
from onrecord.reading.attribution.verbs import by_verbs
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.learned.findings import AttributionFinding
    from onrecord.reading.attribution.view import View

ADDED: Final = (
    "rule:according-to",
    "rule:led-in",
    "rule:from-x",
    "rule:signed",
    "rule:name-colon",
    "rule:turn",
    "rule:hearsay",
    "rule:tally",
)
"""Rules whose drafts are added to the network's proposals."""
EDGES: Final = (
    "rule:verb-clause",
    "rule:verb-quotation",
    "rule:verb-parenthesis",
    "rule:according-to",
    "rule:verb-infinitive",
    "rule:verb-object",
)
"""Rules that know better than the network where the content begins and ends."""
ALIKE: Final = 0.6
"""Likeness of both contents from which a rule's edges are taken."""
SAME: Final = 0.5
"""Share of a rule's content that a proposal covers, from which they are taken for the same."""


def drafted(view: View, proposals: Sequence[AttributionFinding]) -> list[Draft]:
    """In the order of the text."""
    by_rule = _tidied(view, [*by_verbs(view), *by_phrases(view), *by_nouns(view), *by_hearsay(view), *by_tallies(view)])
    found = by_rule
    if proposals:
        base = [Draft(p.source, p.cue, p.content, p.score, "head:cue+role") for p in proposals]
        base = [quoting.snapped(view, d) for b in base if (d := _repaired(view, b)) is not None]
        base = mending.without(view, base, by_rule)
        found = distinct(view, _mended(base, by_rule) + _missing(view, base, by_rule))
    found += [d for d in orphans(view, found) if not proposals or d.found_by.startswith(ADDED)]
    found = distinct(view, found)
    if proposals:
        found = quoting.untangled(view, found)
    found = quoting.continued(view, sorted(found, key=lambda d: d.cue))
    return sorted(found, key=lambda d: (min((*d.cue, *d.content, *d.source)), d.cue))


def _repaired(view: View, draft: Draft) -> Draft | None:
    heard = mending.told_to(view, draft)
    return heard and mending.whole_source(view, mending.bare_cue(view, mending.unquoted_cue(view, heard)))


def _tidied(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The rules' drafts, quotations whole, without those in quoted words, the reporter's framing cut out of indirect content."""
    found = [quoting.snapped(view, d) for d in drafts if view.quoted(d.cue[0].start) is None]
    return distinct(view, _unframed(view, found))


def _unframed(view: View, drafts: list[Draft]) -> list[Draft]:
    """`said X welcomed the efforts amid suspicions that …`: what a noun's source suspects is no part of what X's speaker said."""
    holes = [hole for draft in drafts if (hole := mending.framed(view, draft)) is not None]
    if not holes:
        return drafts
    out = []
    for draft in drafts:
        framed = [
            h
            for h in holes
            if not any(h.overlaps(c) for c in draft.cue)
            and any(s.holds(Span(h.start, h.start + 1)) for s in draft.content)
        ]
        rest = (
            tuple(t for s in minus(draft.content, tuple(framed)) if (t := view.trimmed(s)).end > t.start)
            if framed
            else draft.content
        )
        out.append(draft.with_content(rest) if rest and rest != draft.content else draft)
    return out


# ------------------------------------------------------------------ network and rules together


def _mended(base: Sequence[Draft], by_rule: Sequence[Draft]) -> list[Draft]:
    """Proposals whose cue a rule has, too: a missing source is the rule's, and so are the content's edges where both mean much the same."""
    cues = {at: d for d in by_rule for c in d.cue for at in range(c.start, c.end)}
    out = []
    for draft in base:
        rule = next((cues[at] for c in draft.cue for at in range(c.start, c.end) if at in cues), None)
        if rule is None:
            out.append(draft)
            continue
        source, content, name = draft.source, draft.content, draft.found_by
        if not source and rule.source and not any(s.overlaps(c) for s in rule.source for c in content):
            source, name = rule.source, name + "+source"
        if rule.found_by == "rule:verb-utterance" and content[0].start == rule.content[0].start:
            content, name = rule.content, name + "+edges"  # "his condolences for …" ends where the object does
        elif rule.found_by.startswith(EDGES) and content != rule.content and _likeness(draft, rule) >= ALIKE:
            content, name = rule.content, name + "+edges"
        out.append(Draft(source, draft.cue, content, draft.score, name))
    return out


def _likeness(one: Draft, other: Draft) -> float:
    """Twice the shared code points of the contents over those of both."""
    return 2 * _covered(joined(one.content), other) / (one.size + other.size)


def _missing(view: View, base: Sequence[Draft], by_rule: Sequence[Draft]) -> list[Draft]:
    """The rules' drafts that no proposal has."""
    cues = {at for d in base for c in d.cue for at in range(c.start, c.end)}
    said = joined(tuple(s for d in base for s in d.content))
    out = []
    for draft in by_rule:
        wanted = draft.found_by.startswith(ADDED) or (
            draft.source and mode(view, draft.content) == "direct" and draft.found_by.startswith(EDGES)
        )
        if not wanted or any(at in cues for c in draft.cue for at in range(c.start, c.end)):
            continue
        if _covered(said, draft) < SAME * draft.size:
            out.append(draft)
    return out


def _covered(said: Sequence[Span], draft: Draft) -> int:
    """Code points of the draft's content that lie in `said` (in order, without overlap)."""
    starts = [s.start for s in said]
    total = 0
    for span in draft.content:
        i = max(0, bisect_right(starts, span.start) - 1)
        while i < len(said) and said[i].start < span.end:
            total += max(0, min(span.end, said[i].end) - max(span.start, said[i].start))
            i += 1
    return total


# ------------------------------------------------------------------ one draft a cue


def distinct(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """One draft a cue, the surest; of those that stand in another's content only what an outlet or document relays ("Reuters reported that he said …")."""
    kept: list[Draft] = []
    taken: set[int] = set()
    for draft in sorted(drafts, key=lambda d: (-d.score, -d.size, d.cue)):
        words = {at for c in draft.cue for at in range(c.start, c.end)}
        if words & taken:
            continue
        taken |= words
        kept.append(draft)
    outer = holders(kept)
    return [d for i, d in enumerate(kept) if outer[i] is None or _relayed(view, kept[outer[i] or 0], d)]


def holders(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the smallest other one whose content holds its cue, or None. A sweep over the text."""
    events = sorted(
        [(s.start, 0, i, s.end) for i, d in enumerate(drafts) for s in d.content]
        + [(d.cue[0].start, 1, i, d.cue[0].end) for i, d in enumerate(drafts) if d.cue]
    )
    out: list[int | None] = [None] * len(drafts)
    active: list[tuple[int, int]] = []  # end, draft
    for at, is_cue, i, end in events:
        active = [a for a in active if a[0] > at]
        if not is_cue:
            active.append((end, i))
            continue
        holding = [(drafts[j].size, j) for e, j in active if j != i and e >= end]
        out[i] = min(holding)[1] if holding else None
    return out


def _relayed(view: View, outer: Draft, inner: Draft) -> bool:
    """Whether the inner one is a statement that an outlet passes on."""
    if not inner.source or not outer.source or inner.size >= outer.size:
        return False
    syntax = view.syntax
    if not SPEECH.intersection(syntax.lemmas[w].lower() for w in syntax.inside(*inner.cue[0])):
        return False
    named = (syntax.words[w] for w in syntax.inside(*outer.source[0])[:6] if syntax.pos[w] == "PROPN")
    return is_outlet(outer.source[0].of(view.text)) or any(is_outlet(w) for w in named)
