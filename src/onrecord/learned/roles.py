"""Where an anchor's roles are looked for, and how far each piece is from it, in buckets that grow with distance; shared by training and reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

BUCKETS: Final = 32
REACH: Final = 7
"""Pieces that the role head's convolution sees."""
GAP: Final = REACH // 2
"""Pieces of nothing between two anchors' stretches, so that neither sees the other."""
BEFORE: Final = np.array([72, 80], dtype=np.int64)
AFTER: Final = np.array([112, 56], dtype=np.int64)
"""Pieces on either side of a cue and of a trigger that are asked about. Of the roles found without a bound in texts of nine development sets, 1 in
1,000 of a cue's goes beyond either side, and of a trigger's none but in SATP, whose sentences are long: 2 in 100."""
_EDGES = np.array([1, 2, 3, 4, 5, 7, 9, 12, 16, 22, 30, 42, 60, 90, 140], dtype=np.int64)


@dataclass(frozen=True)
class Near:
    """The stretches about all anchors of a text in one row, a gap after each: of every piece of the row its `places` among the vectors, whose stretch
    it is (`owners`), its bucket (`distances`; BUCKETS in a gap) and where it stands in the stretch (`within`); `firsts`: the place of each
    stretch's first piece."""

    places: Ints
    owners: Ints
    distances: Ints
    within: Ints
    firsts: Ints


def near(kinds: Ints, starts: Ints, ends: Ints, lows: Ints, highs: Ints) -> Near:
    """The stretches about anchors `[start, end)` of CUE or TRIGGER, each inside its window `[low, high)`; all [anchors], places among the vectors.

    >>> found = near(*np.array([[0, 1], [1, 1], [2, 3], [0, 0], [4, 4]]))
    >>> found.places.tolist(), found.owners.tolist()
    ([0, 1, 2, 3, 0, 0, 0, 0, 1, 2, 3, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1])
    >>> found.distances.tolist()
    [1, 0, 17, 18, 32, 32, 32, 1, 0, 0, 17, 32, 32, 32]
    """
    firsts = np.maximum(lows, starts - BEFORE[kinds])
    sizes = np.minimum(highs, ends + AFTER[kinds]) - firsts
    wide = sizes + GAP
    owners = np.repeat(np.arange(len(wide)), wide)
    within = np.arange(len(owners)) - np.repeat(np.cumsum(wide) - wide, wide)
    inside = within < sizes[owners]
    places = np.where(inside, firsts[owners] + within, 0)
    far = np.where(inside, buckets(places, starts[owners], ends[owners]), BUCKETS)
    return Near(places, owners, far, within, firsts)


def distances(length: int, start: int, end: int) -> Ints:
    """Bucket numbers for `length` pieces about the anchor `[start, end)`: 0 inside it, 1 … 15 before it, 17 … 31 after it.

    >>> distances(6, 2, 3).tolist()
    [2, 1, 0, 17, 18, 19]
    """
    return buckets(np.arange(length), np.int64(start), np.int64(end))


def buckets(at: Ints, starts: Ints | np.int64, ends: Ints | np.int64) -> Ints:
    """The bucket of each place, as seen from its anchor."""
    before, after = np.maximum(starts - at, 0), np.maximum(at - ends + 1, 0)
    left = np.searchsorted(_EDGES, before, side="right")
    right = np.searchsorted(_EDGES, after, side="right")
    return np.where(before > 0, left, np.where(after > 0, 16 + np.minimum(right, 15), 0)).astype(np.int64)
