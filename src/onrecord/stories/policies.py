"""Policies: ways to look at the claims of a field when one line is wanted. Views, never a rewrite: the claims stay as they are.

    per_claimant          each claimant's last value
    range                 the least and the greatest figure that anybody tells; who tells a bound alone tells no figure beyond it
    conservative          the least figure that an origin tells
    majority_of_origins   the value that most origins tell, None where two are told as often
    latest                the value of the newest report

>>> list(POLICIES)
['per_claimant', 'range', 'conservative', 'majority_of_origins', 'latest']
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from onrecord.errors import SettingsError
from onrecord.values.comparing import interval, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.values.findings import Scalar
    from onrecord.values.story import Claim, Story

View = dict[str, "Scalar"]


def view(story: Story, policy: str, field: str, of: str | None = None) -> View:
    """The field under a policy: name -> value ({} where nobody tells it). Raises SettingsError, naming the known ones, for no policy."""
    if policy not in POLICIES:
        raise SettingsError(f"no policy {policy!r}: there are {', '.join(POLICIES)}")
    claims = [c for c in story.claims if c.field == field and c.of == of and c.stance == "asserts"]
    ordered = sorted(claims, key=lambda c: (story.report(c.report).published or "", c.report, c.start))
    return POLICIES[policy](story, ordered) if ordered else {}


def _per_claimant(story: Story, claims: list[Claim]) -> View:
    return {
        one.by_name or f"the report itself ({story.report(one.report).outlet or one.report})": one.value
        for one in claims
    }


def _range(_: Story, claims: list[Claim]) -> View:
    told = [ends for one in claims if (ends := _ends(one)) != (None, None)]
    low = min((low for low, _ in told if low is not None), default=None)
    high = max((high for _, high in told if high is not None), default=None)
    return {name: end for name, end in (("low", low), ("high", high)) if end is not None}


def _ends(one: Claim) -> tuple[float | None, float | None]:
    """The least and the greatest figure of a claim, as it is told: an upper bound has no least, "about 30" is 30."""
    low, high, value = number(one.low), number(one.high), number(one.value)
    return (value, value) if low is None and high is None else (low, high)


def _conservative(_: Story, claims: list[Claim]) -> View:
    figures = [(span[0], one) for one in claims if (span := interval(one)) and math.isfinite(span[0])]
    return {"value": min(figures, key=lambda f: f[0])[1].value} if figures else {}


def _majority(story: Story, claims: list[Claim]) -> View:
    origin = {one.key: one.origin for one in story.reports}
    told: dict[Scalar, set[str]] = {}
    for one in claims:
        told.setdefault(one.value, set()).add(origin[one.report])
    most = max(map(len, told.values()))
    first = [value for value, by in told.items() if len(by) == most]
    return {"value": first[0] if len(first) == 1 else None, "origins": most}


def _latest(story: Story, claims: list[Claim]) -> View:
    return {"value": claims[-1].value, "published": story.report(claims[-1].report).published}


POLICIES: Final[dict[str, Callable[[Story, list[Claim]], View]]] = {
    "per_claimant": _per_claimant,
    "range": _range,
    "conservative": _conservative,
    "majority_of_origins": _majority,
    "latest": _latest,
}
