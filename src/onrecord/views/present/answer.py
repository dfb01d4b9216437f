"""A story as plain data for `compare --format json`: reports with their origins, then the differences, each with its values in full."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.values.story import Agreement, Claim, Difference, Story


def answer(story: Story) -> dict[str, Any]:
    """The reports, the parties, the agreed values and the differences. `pairs` are indices of `values`; `by` is a span of the value's own report, null for its own voice."""
    return {
        "articles": [
            {"key": one.key, "origin": one.origin if one.version == 1 else f"{one.origin}/{one.version}"}
            for one in story.reports
        ],
        "parties": list(story.incident.parties),
        "agreed": [_agreed(story, one) for one in story.agreed],
        "disagreements": [_difference(story, one) for one in story.differences],
    }


def _difference(story: Story, one: Difference) -> dict[str, Any]:
    place = {id: n for n, id in enumerate(one.claims)}
    return {
        "id": one.id,
        "field": one.field,
        "of": one.of,
        "kind": one.kind,
        "sided": story.sided(one.claims),
        "pairs": [[place[a], place[b]] for a, b in one.pairs],
        "values": [_value(story.claim(id)) for id in one.claims],
    }


def _agreed(story: Story, one: Agreement) -> dict[str, Any]:
    counts = asdict(story.tally(one.claims))
    head = {"field": one.field, "of": one.of, "value": one.value, "counts": counts, "sided": story.sided(one.claims)}
    return head | {"values": [_value(story.claim(id)) for id in one.claims]}


def _value(one: Claim) -> dict[str, Any]:
    return {
        "value": one.value, "of": one.of, "low": one.low, "high": one.high, "bound": one.bound, "article": one.report, "start": one.start, "end": one.end,
        "by": {"start": one.by.start, "end": one.by.end} if one.by else None, "by_name": one.by_name, "party": one.party, "hedge": one.hedge,
    }  # fmt: skip
