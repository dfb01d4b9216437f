"""The agreed core of a story: values on which two origins or more agree, and which nobody contradicts.

In: claims, reports and differences. Out: `Agreement`s. Copies count once; a value with bounds agrees with its figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.values.story import Agreement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.values.story import Claim, Difference, Report


def agreed(
    claims: Sequence[Claim], reports: Sequence[Report], differences: Sequence[Difference]
) -> tuple[Agreement, ...]:
    """The values that two origins or more tell and that are in no conflict and not denied, in the order of the claims."""
    disputed = {id for one in differences if one.serious for pair in one.pairs for id in pair}
    origin = {one.key: one.origin for one in reports}
    groups: dict[tuple[str, str | None, object], list[Claim]] = {}
    for one in claims:
        if one.stance == "asserts":
            groups.setdefault((one.field, one.of, one.value), []).append(one)
    return tuple(
        Agreement(field, of, every[0].value, tuple(c.id for c in every))
        for (field, of, _), every in groups.items()
        if len({origin[c.report] for c in every}) > 1 and disputed.isdisjoint(c.id for c in every)
    )
