"""What a desk may ask next, from where accounts differ and what they leave open. Questions, never answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.values.story import Story
    from onrecord.views.present.discrepancy import Dispute

MOST = 6


def questions(story: Story, serious: Sequence[Dispute]) -> tuple[str, ...]:
    """Questions in the order of their weight, at most MOST."""
    asked = []
    for one in serious:
        sides = [
            f"{who}: on what do you base “{stand.value}”?"
            for stand in one.stands[:2]
            for who in stand.who[:1]
            if "in its own voice" not in who
        ]
        asked += [f"{side[0].upper()}{side[1:]}" for side in sides]
        asked += [
            f"{stand.outlets[0]}: who says “{stand.value}”? The report gives no source."
            for stand in one.stands
            if all("in its own voice" in w for w in stand.who)
        ][:1]
        asked += [
            f"Who with a name can say what only an unnamed source says, “{stand.value}”?"
            for stand in one.stands
            if stand.unnamed
        ][:1]
    tally = story.tally()
    if tally.origins < tally.outlets:
        asked.append(
            f"Which of the {tally.outlets} outlets had a reporter of their own? {tally.origins} texts are independent."
        )
    return tuple(dict.fromkeys(asked))[:MOST]
