"""The stage of attributions: drafts from rules and network, repaired, in the order of the text, with all that the record asks of them.

In: `Page`, `Syntax`, `Quotations`; `Actors`, `Names` and `Findings` where they are there. Out: `Attributions`.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from onrecord.knowledge.confidence import calibrated
from onrecord.learned.findings import Findings
from onrecord.reading.attribution import chains, terms, tone
from onrecord.reading.attribution.drafting import drafted, holders
from onrecord.reading.attribution.speakers import Speakers
from onrecord.reading.attribution.view import View
from onrecord.values.layers import Attributions
from onrecord.values.record import Attribution, Source, Words

if TYPE_CHECKING:
    from onrecord.reading.attribution.draft import Draft
    from onrecord.settings import Settings
    from onrecord.values.layers import Reading


def attributions(reading: Reading, settings: Settings) -> Attributions:
    """Every attribution of the reporting, ids `a1`, `a2`, … in the order of the text. Raises nothing."""
    view = View.of(reading)
    proposals = reading[Findings].attributions if Findings in reading else ()
    drafts = [d for d in drafted(view, proposals) if not terms.is_terms(view, d) and _says(view, d)]
    return Attributions(_finished(view, reading, drafts, settings))


def _says(view: View, draft: Draft) -> bool:
    """Whether the content holds more than a mark or a letter ("a" of "was called a witness")."""
    held = (letter for span in draft.content for letter in span.of(view.text) if letter.isalnum())
    return len(tuple(islice(held, 2))) > 1


def _finished(view: View, reading: Reading, drafts: list[Draft], settings: Settings) -> tuple[Attribution, ...]:
    """The drafts as the record has them. None is left out for its confidence yet: what is said by it would become the article's own word."""
    speakers = Speakers(view, reading)
    of = [speakers.of(d.source) for d in drafts]
    forms = [speakers.form(d, s) for d, s in zip(drafts, of, strict=True)]
    outer = holders(drafts)
    stated = terms.assigned(view, drafts, of)
    out = []
    for i, draft in enumerate(drafts):
        on = stated[i]
        source = Source(
            spans=draft.source,
            actor=of[i].actor,
            form=forms[i],
            stated_terms=on.value if on else "none_stated",
            terms_span=on.span if on else None,
            via=chains.via(view, speakers, drafts, of, forms, outer, i),
        )
        out.append(
            Attribution(
                id=f"a{i + 1}",
                source=source,
                cue=Words(draft.cue),
                content=Words(draft.content),
                mode=tone.mode(view, draft.content),
                polarity=tone.polarity(view, draft),
                hedge=tone.hedge(view, draft),
                within=None if (around := outer[i]) is None else f"a{around + 1}",
                confidence=calibrated("attribution", draft.found_by, draft.score)
                if settings.calibrated
                else round(draft.score, 3),
                found_by=draft.found_by,
            )
        )
    return tuple(out)
