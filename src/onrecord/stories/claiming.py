"""How a claim is made: a value at a place of a report, with who says it, its words and its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.values.story import Claim

if TYPE_CHECKING:
    from onrecord.stories.claimants import Claimants
    from onrecord.stories.telling import Telling, Voice
    from onrecord.values.span import Span


def claimed(telling: Telling, claimants: Claimants, voice: Voice, span: Span, **what: Any) -> Claim:
    """A claim without an id. `what`: its field, value and whatever else it has of its own."""
    around = telling.spans[telling.at(span.start)]
    fields: dict[str, Any] = {
        "id": "", "value": None, "report": telling.key, "start": span.start, "end": span.end, "by": voice.by, "by_name": claimants.name(telling, voice),
        "form": voice.source.form, "terms": voice.source.stated_terms, "via": tuple(telling.actors[v].name for v in voice.source.via if v in telling.actors),
        "words": " ".join(span.of(telling.text).split()), "sentence": " ".join(around.of(telling.text).split()), "hedged": voice.hedged,
    }  # fmt: skip
    return Claim(**{**fields, **what})
