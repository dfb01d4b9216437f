"""How attributions stand in one another: through whom the words came to the reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.outlets import is_outlet

if TYPE_CHECKING:
    from onrecord.reading.attribution.draft import Draft
    from onrecord.reading.attribution.speakers import Speaker, Speakers
    from onrecord.reading.attribution.view import View
    from onrecord.values.record import SourceForm

RELAYS: Final = frozenset({"other_outlet", "document", "social_post"})


def via(
    view: View,
    speakers: Speakers,
    drafts: Sequence[Draft],
    of: Sequence[Speaker],
    forms: Sequence[SourceForm],
    outer: Sequence[int | None],
    i: int,
) -> tuple[str, ...]:
    """The actors that carried an attribution to the reader: the outlet that was told, then those whose report it stands in."""
    found: list[str] = []
    told = addressee(view, speakers, drafts[i])
    if told is not None:
        found.append(told)
    j, seen = outer[i], {i}
    while j is not None and j not in seen:
        seen.add(j)
        actor = of[j].actor
        if forms[j] in RELAYS and actor is not None:
            found.append(actor)
        j = outer[j]
    return tuple(dict.fromkeys(found))


def addressee(view: View, speakers: Speakers, draft: Draft) -> str | None:
    """The outlet to which the source spoke ("told TASS", "in an interview with CNN"), as an actor; None where it is none."""
    syntax = view.syntax
    for word in (w for span in draft.cue for w in syntax.inside(*span)):
        heard = view.children(word, "dobj", "dative", "pobj")
        for prep in view.children(word, "prep", "dative"):
            if syntax.words[prep].lower() in ("to", "in", "on", "with"):
                heard += view.children(prep, "pobj")
                heard += [
                    p
                    for n in view.children(prep, "pobj")
                    for w in view.children(n, "prep")
                    for p in view.children(w, "pobj")
                ]
        for one in heard:
            span = view.spans(view.below(one, set(view.children(one, "relcl", "acl", "appos", "prep"))))
            if (
                span
                and not any(s.overlaps(span[0]) for s in draft.source)
                and any(map(is_outlet, {span[0].of(view.text), view.span(one).of(view.text)}))
            ):
                return speakers.of(span[:1]).actor
    return None
