"""Quotations that no cue's content holds: led in by a colon, signed with a name, or brought by "And from X:".

A transcript's speaker lines ("WALLACE: Will she be there?") and a headline's ("Poll: Most voters …") are read here too: the colon is the cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.cues import DOCUMENTS, SPEECH
from onrecord.reading.attribution.draft import Draft
from onrecord.reading.attribution.sources import source_of
from onrecord.reading.attribution.verbs import cue_span
from onrecord.values.span import Span

if TYPE_CHECKING:
    from onrecord.reading.attribution.view import View
    from onrecord.values.layers import Quotation

_SIGNED: Final = re.compile(r"\s{0,3}(?:[—–―‒]|--?)\s{0,2}(?=[A-ZÀ-Þ])")
_NAME: Final = re.compile(
    r"(?:[A-ZÀ-Þ][\w.’'-]{0,24}|de|van|von|al|bin|of|the|for)(?:,?\s(?:[A-ZÀ-Þ][\w.’'-]{0,24}|de|van|von|al|bin|of|the|for)){0,11}"
)
_FROM: Final = re.compile(r"(?:And\s|But\s|Then\s|Also\s)?(?:[Tt]his\s)?([Ff]rom)\s([^\n:“”\"]{2,120}):\s?$")
_TURN: Final = re.compile(
    r"[\"“]?((?:[A-Z][A-Z.’'-]{1,20})(?:\s[A-Z][A-Z.’'-]{0,20}){0,3}(?:\s\([^)\n]{1,40}\))?)(?=:\s)"
)
_TITLED: Final = re.compile(r"[A-Z][\w.’'&-]{0,24}(?:\s(?:of\s)?[A-Z][\w.’'&-]{0,24}){0,4}(?=:\s)")
LONG_ENOUGH: Final = 4
"""Words of a quotation that can stand for itself; shorter ones are names of things and scare quotes."""


def orphans(view: View, held: Sequence[Draft]) -> list[Draft]:
    """Drafts for the quotations that `held` leaves over, then for every speaker line and headline with a colon; `distinct` sorts them out."""
    owned = {q.start for d in held for s in d.content for q in view.quotations_in(s)}
    cues = {w for d in held for c in d.cue for w in view.syntax.inside(*c)}
    found: list[Draft] = []
    for quotation in view.outer:
        if quotation.start in owned or len(quotation.inner.of(view.text).split()) < LONG_ENOUGH:
            continue
        draft = (
            _led_in(view, quotation, cues)
            or _from(view, quotation)
            or _signed(view, quotation)
            or _named(view, quotation)
        )
        if draft is not None:
            found.append(draft)
            owned.add(quotation.start)
    found += _turns(view)
    found += _headlines(view)
    return found


def _led_in(view: View, quotation: Quotation, cues: set[int]) -> Draft | None:
    """`… wrote on Monday: “…”`, in one paragraph or over its end: the last verb of speech before the colon."""
    text, at = view.text, quotation.start
    while at > 0 and text[at - 1].isspace():
        at -= 1
    if at == 0 or text[at - 1] not in ":," or (text[at - 1] == "," and "\n" in text[at : quotation.start]):
        return None
    sentence = view.sentence(at - 1)
    if sentence is None or view.quoted(at - 1) is not None:
        return None
    for word in reversed(view.syntax.inside(max(sentence.start, at - 200), at)):
        if (
            view.syntax.lemmas[word] in SPEECH
            and view.syntax.pos[word] == "VERB"
            and view.quoted(view.syntax.starts[word]) is None
        ):
            if word in cues:
                return None
            source, _ = source_of(view, word)
            return (
                Draft(source, cue_span(view, word), (Span(quotation.start, quotation.end),), 0.7, "rule:led-in")
                if source
                else None
            )
    return None


def _named(view: View, quotation: Quotation) -> Draft | None:
    """`Ilves: “…”`: a name right before the colon, at the paragraph's beginning."""
    paragraph = view.paragraph(quotation.start)
    if paragraph is None:
        return None
    lead = view.text[paragraph.start : quotation.start]
    if len(lead) > 80 or not lead.rstrip().endswith(":"):
        return None
    name = _NAME.match(lead)
    if name is None or lead[name.end() :].strip() != ":":
        return None
    at = paragraph.start + lead.rindex(":")
    return Draft(
        (Span(paragraph.start, paragraph.start + name.end()),),
        (Span(at, at + 1),),
        (Span(quotation.start, quotation.end),),
        0.7,
        "rule:name-colon",
    )


def _from(view: View, quotation: Quotation) -> Draft | None:
    """`And from the mayor: “…”`, in one paragraph or over its end."""
    at = quotation.start
    while at > 0 and view.text[at - 1].isspace():
        at -= 1
    paragraph = view.paragraph(at - 1) if at else None
    if paragraph is None or at - paragraph.start > 160:
        return None
    found = _FROM.search(view.text[paragraph.start : at])
    if found is None or view.text[paragraph.start : paragraph.start + found.start()].strip():
        return None
    source = Span(paragraph.start + found.start(2), paragraph.start + found.end(2))
    cue = Span(paragraph.start + found.start(1), paragraph.start + found.end(1))
    return Draft((source,), (cue,), (Span(quotation.start, quotation.end),), 0.75, "rule:from-x")


def _signed(view: View, quotation: Quotation) -> Draft | None:
    """`“…” — Anna Ilves, mayor`: a dash and a name behind the quotation, to the end of the paragraph, or on the next one alone."""
    paragraph = view.paragraph(quotation.start)
    if paragraph is None:
        return None
    limit = min(len(view.text), quotation.end + 160)
    dash = _SIGNED.match(view.text, quotation.end, limit)
    if dash is None:
        return None
    name = _NAME.match(view.text, dash.end(), limit)
    if name is None or name.end() - name.start() < 3:
        return None
    end = view.paragraph(name.start())
    rest = view.text[name.end() : end.end if end else name.end()].strip()
    if end is None or (rest and rest[0] not in ",." and len(rest) > 1) or len(rest) > 100:
        return None
    mark = Span(dash.start(), dash.end()).trimmed(view.text)
    source = Span(name.start(), name.end() if rest in ("", ".") else end.end)
    return Draft((view.trimmed(source),), (mark,), (Span(quotation.start, quotation.end),), 0.7, "rule:signed")


def _turns(view: View) -> Iterator[Draft]:
    """Speaker lines in capitals: all up to the next one are the speaker's."""
    paragraphs = view.page.reporting
    matches = [_TURN.match(view.text, p.start, p.end) for p in paragraphs]
    if sum(m is not None for m in matches) < 2:
        return
    final = max(i for i, m in enumerate(matches) if m is not None)
    for i, (paragraph, match) in enumerate(zip(paragraphs, matches, strict=True)):
        if match is None:
            continue
        end = paragraph
        for j in range(i + 1, final):  # what follows the last speaker line may be the report again
            if matches[j] is not None:
                break
            end = paragraphs[j]
        content = view.trimmed(Span(match.end() + 1, end.end))
        if content.end > content.start:
            yield Draft((Span(*match.span(1)),), (Span(match.end(), match.end() + 1),), (content,), 0.7, "rule:turn")


def _headlines(view: View) -> Iterator[Draft]:
    """`Poll: most voters …`, where the headline begins so: a name or a document's noun, a colon, and a clause."""
    head = view.page.headline
    if head is None or not any(p.start <= head.start < p.end for p in view.page.reporting):
        return
    match = _TITLED.match(view.text, head.start, head.end)
    if match is None:
        return
    content = view.trimmed(Span(match.end() + 1, head.end))
    named = (
        any(view.syntax.pos[w] == "PROPN" for w in view.syntax.inside(*match.span()))
        or match.group().lower() in DOCUMENTS
    )
    if named and len(content.of(view.text).split()) >= LONG_ENOUGH:
        yield Draft((Span(*match.span()),), (Span(match.end(), match.end() + 1),), (content,), 0.6, "rule:headline")
