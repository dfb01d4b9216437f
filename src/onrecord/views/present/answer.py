"""A story as plain data for `compare --format json`: reports with their origins, then the differences, each with its values in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.values.story import Claim, Difference, Story


def answer(story: Story) -> dict[str, Any]:
    """The reports and the differences. `pairs` are indices of `values`; `by` is a span of the value's own report, null for its own voice."""
    return {
        "articles": [
            {"key": one.key, "origin": one.origin if one.version == 1 else f"{one.origin}/{one.version}"}
            for one in story.reports
        ],
        "disagreements": [_difference(story, one) for one in story.differences],
    }


def _difference(story: Story, one: Difference) -> dict[str, Any]:
    place = {id: n for n, id in enumerate(one.claims)}
    return {
        "id": one.id,
        "field": one.field,
        "of": one.of,
        "kind": one.kind,
        "pairs": [[place[a], place[b]] for a, b in one.pairs],
        "values": [_value(story.claim(id)) for id in one.claims],
    }


def _value(one: Claim) -> dict[str, Any]:
    return {
        "value": one.value, "of": one.of, "low": one.low, "high": one.high, "bound": one.bound, "article": one.report, "start": one.start, "end": one.end,
        "by": {"start": one.by.start, "end": one.by.end} if one.by else None, "by_name": one.by_name,
    }  # fmt: skip
