"""What a network's proposals add: log-odds for a sight that it sees too, against one that it does not, and sights of its own.

Works with any layer that has `toponyms` of `start`, `end`, `score`; without proposals nothing changes.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from onrecord.reading.toponyms.sights import Piece, Sight

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.learned.findings import ToponymFinding

# The network was trained on the development sets, so these cannot be fitted there: more trust in what it sees than in what it does not.
TRUST, SEEN, UNSEEN, AT_MOST = 0.6, 0.5, -0.4, 3.0
ALONE = 3.5  # what a name that the network alone sees gets besides: the signs, fitted without a network, think little of such


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without a leading "the" and a closing possessive."""
    words = text[start:end]
    return start + 4 * (words[:4].lower() == "the "), end - 2 * words.endswith(("'s", "’s"))


def added(text: str, found: Sequence[Sight], parts: Sequence[Piece], proposed: Sequence[ToponymFinding]) -> list[Sight]:
    """The network's toponyms that are no sights yet."""
    known = {(s.start, s.end) for s in found}
    starts, ends = {p.start: i for i, p in enumerate(parts)}, {p.end: i for i, p in enumerate(parts)}
    fresh = []
    for one in proposed:
        start, end = bare(text, one.start, one.end)
        if (start, end) not in known and start in starts and end in ends and "\n" not in text[start:end]:
            fresh.append(Sight(start, end, text[start:end], starts[start], ends[end], "proposed"))
    return fresh


def opinion(text: str, proposed: Sequence[ToponymFinding], fresh: Sequence[Sight] = ()) -> Callable[[Sight], float]:
    """The log-odds that the network adds to a sight (`fresh`: those that it alone sees); none at all where it proposed nothing."""
    if not proposed:
        return lambda _: 0.0
    alone = {(s.start, s.end) for s in fresh}
    scores = {bare(text, one.start, one.end): min(max(one.score, 0.02), 0.98) for one in proposed}

    def extra(sight: Sight) -> float:
        score = scores.get((sight.start, sight.end))
        if score is None:
            return UNSEEN
        return max(-AT_MOST, min(AT_MOST, TRUST * log(score / (1 - score)) + SEEN)) + ALONE * (
            (sight.start, sight.end) in alone
        )

    return extra
