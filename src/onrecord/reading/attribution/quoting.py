"""What the quotation marks say of an attribution: whole quotations are content, and a speaker goes on until another speaks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from onrecord.reading.attribution.draft import Draft, joined, minus
from onrecord.values.span import Span

if TYPE_CHECKING:
    from onrecord.reading.attribution.view import View
    from onrecord.values.layers import Quotation

WORDS_OF_A_QUOTATION: Final = 3
FAR: Final = 1_000
WORDS_OF_A_PARAGRAPH: Final = 8
DOUBLE: Final = '“"«„`'
SENTENCE_ENDS: Final = ".!?”\"'…»"


def snapped(view: View, draft: Draft) -> Draft:
    """Content that cuts through a quotation is widened to all of it, marks included; the cue's own quotation stays as it is."""
    own = {view.quoted(s.start) for s in (*draft.cue, *draft.source)} - {None}
    taken = (*draft.cue, *draft.source)
    spans: list[Span] = []
    for span in draft.content:
        start, end = span
        first, last = view.quoted(start), view.quoted(end - 1)
        if first and first not in own and not _between(taken, first.start, start):
            start = first.start
        if last and last not in own and (last.closed or end == last.inner.end):
            end = max(end, last.end)
        spans.append(Span(start, end))
    content = joined(minus(joined(tuple(spans)), taken))
    content = tuple(t for s in content if (t := _edges(view, s)).end > t.start)
    return draft if content == draft.content or not content else draft.with_content(content)


def _between(taken: Sequence[Span], low: int, high: int) -> bool:
    return any(low <= s.start < high for s in taken)


def _edges(view: View, span: Span) -> Span:
    """Without commas and blanks at the edges; closing marks of quotations stay."""
    return view.trimmed(span)


def untangled(view: View, drafts: list[Draft]) -> list[Draft]:
    """A quotation that two drafts claim is the nearer cue's, in whose sentence it stands; the other keeps what else it has."""
    claims: dict[int, list[int]] = {}
    whole: dict[int, Quotation] = {}
    for i, draft in enumerate(drafts):
        for span in draft.content:
            for quotation in view.quotations_in(span):
                if quotation.end <= span.end + 1:
                    claims.setdefault(quotation.start, []).append(i)
                    whole[quotation.start] = quotation
    losses: dict[int, list[Span]] = {}
    for start, claimants in claims.items():
        if len(claimants) < 2 or any(not drafts[i].cue for i in claimants):
            continue
        quotation = whole[start]
        near = min(claimants, key=lambda i: (_distance(view, quotation, drafts[i].cue[0]), i))
        for i in claimants:
            if i != near:
                losses.setdefault(i, []).append(Span(quotation.start, quotation.end))
    out = []
    for i, draft in enumerate(drafts):
        rest = (
            tuple(t for s in minus(draft.content, tuple(losses[i])) if (t := _edges(view, s)).end > t.start)
            if i in losses
            else draft.content
        )
        rest = tuple(s for s in rest if any(c.isalnum() for c in s.of(view.text)))
        out.append(draft.with_content(rest, "untangled") if rest and rest != draft.content else draft)
    return out


def _distance(view: View, quotation: Quotation, cue: Span) -> int:
    """Code points between a quotation and a cue, far more where a sentence ends between them."""
    low, high = (quotation.end, cue.start) if cue.start >= quotation.end else (cue.end, quotation.start)
    between = view.text[low : min(high, low + FAR)]
    return max(0, high - low) + (FAR if any(c in between for c in ".!?\n") else 0)


def continued(view: View, drafts: list[Draft]) -> list[Draft]:
    """Quotations that no cue has are more of the content before them: a sentence in the same paragraph, one that reopens in the next, or a
    whole paragraph of nothing else (the speaker before goes on)."""
    held = sorted(s for d in drafts for s in d.content)
    starts = [s.start for s in held]
    additions: dict[int, list[Span]] = {}
    speaker: int | None = None  # the draft whose quotation was the last one
    before: Quotation | None = None
    owner = _owners(view, drafts)
    for quotation in view.outer:
        mine = owner.get(quotation.start)
        if mine is not None:
            speaker = mine
        elif speaker is not None and before is not None and not _claimed(starts, held, quotation):
            if _goes_on(view, before, quotation):
                additions.setdefault(speaker, []).append(Span(quotation.start, quotation.end))
            elif view.paragraph(before.start) != view.paragraph(quotation.start):
                speaker = None
        before = quotation
    return [
        d.with_content(joined((*d.content, *additions[i])), "continued") if i in additions else d
        for i, d in enumerate(drafts)
    ]


def _owners(view: View, drafts: Sequence[Draft]) -> dict[int, int]:
    """The draft that has each quotation whole in its content, by the quotation's start."""
    owner: dict[int, int] = {}
    for i, draft in enumerate(drafts):
        for span in draft.content:
            for quotation in view.quotations_in(span):
                if quotation.end <= span.end + 1:
                    owner.setdefault(quotation.start, i)
    return owner


def _claimed(starts: list[int], held: list[Span], quotation: Quotation) -> bool:
    i = bisect_right(starts, quotation.end)
    return any(s.start < quotation.end and quotation.start < s.end for s in held[max(0, i - 4) : i])


def _goes_on(view: View, before: Quotation, quotation: Quotation) -> bool:
    """A whole quoted sentence behind another in one paragraph, or one that reopens."""
    if (quotation.continues and not before.closed) or _carries_over(view, before, quotation):
        return True
    text, paragraph = view.text, view.paragraph(quotation.start)
    if paragraph is None or paragraph != view.paragraph(before.start):
        return False
    inner = quotation.inner.of(text)
    if len(inner.split()) < WORDS_OF_A_QUOTATION or not inner[:1].isupper():
        return False
    if quotation.start > paragraph.start and not text[quotation.start - 1].isspace():
        return False
    return text[max(paragraph.start, quotation.start - 4) : quotation.start].rstrip()[-1:] in SENTENCE_ENDS


def _carries_over(view: View, before: Quotation, quotation: Quotation) -> bool:
    """A paragraph that is one quotation and nothing else, right below the paragraph in which its speaker was quoted."""
    paragraph = view.paragraph(quotation.start)
    if (
        paragraph is None
        or quotation.start != paragraph.start
        or quotation.end < paragraph.end - 1
        or view.text[quotation.start] not in DOUBLE
    ):
        return False
    if len(quotation.inner.of(view.text).split()) < WORDS_OF_A_PARAGRAPH:
        return False
    return view.paragraph_before(paragraph) == view.paragraph(before.start)
