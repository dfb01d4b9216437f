"""A corrected record under a story's claims: where a claim stands in its record, and what to call a value whose evidence says another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from onrecord.ledger.reviewed import Reviewed
from onrecord.values.record import Event, Record
from onrecord.values.story import Claim, Story
from onrecord.views.present.wording import amount, unit_of

BOUNDS: Final = {"about": "about ", "at_least": "at least ", "at_most": "at most "}


def paths_of(record: Record, claim: Claim) -> Iterator[str]:
    """Where the value of a claim stands in the record: in an event, as a quantity, or both."""
    for event in record.events:
        if claim.event in (None, event.id):
            yield from _in_event(event, claim)
    for one in record.quantities:
        if (one.start, one.end) == (claim.start, claim.end):
            yield one.id


def _in_event(event: Event, claim: Claim) -> Iterator[str]:
    at = (claim.start, claim.end)
    for number, value in enumerate(event.fields.get(claim.field, ())):
        if (value.start, value.end) == at:
            yield f"{event.id}.fields.{claim.field}.{number}"
    if claim.field in ("where", "when"):
        for number, anchor in enumerate(event.where if claim.field == "where" else event.when):
            if (anchor.start, anchor.end) == at:
                yield f"{event.id}.{claim.field}.{number}"
    if claim.field == "factuality" and claim.event:
        yield f"{event.id}.factuality.value"


def touches(judged: str, path: str) -> bool:
    """Whether one path leads to the other, or to what it is part of."""
    return judged == path or judged.startswith(f"{path}.") or path.startswith(f"{judged}.")


def spoken(story: Story, records: Mapping[str, Record], reviewed: Mapping[str, Reviewed]) -> Story:
    """The story, with the words of changed values as they now are: their evidence still says what it said."""
    return replace(story, claims=tuple(_spoken(one, records, reviewed) for one in story.claims)) if reviewed else story


def _spoken(claim: Claim, records: Mapping[str, Record], reviewed: Mapping[str, Reviewed]) -> Claim:
    known = reviewed.get(claim.report)
    if known is None:
        return claim
    changed = [one.path for one in known.corrections if one.state == "stands" and one.judgement.verb == "edit"]
    paths = [known.path(path) for path in paths_of(records[claim.report], claim)]
    if any(touches(judged, path) for judged in changed for path in paths):
        return replace(claim, words=in_words(claim))
    return claim


def in_words(claim: Claim) -> str:
    """A value without its report's words: "45 minutes", "at least 12", "10 to 20"."""
    low, high = claim.low, claim.high
    if low is None and high is None:
        return str(claim.value)
    duration = claim.field == "duration"
    if low is None or high is None or low == high:
        return f"{BOUNDS.get(claim.bound or '', '')}{amount(low if low is not None else high or 0, duration=duration)}"
    size, unit = unit_of(low) if duration else (1, "")
    return (
        f"{amount(low / size, duration=False)} to {amount(high / size, duration=False)} {unit and f'{unit}s'}".rstrip()
    )
