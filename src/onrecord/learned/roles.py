"""How far each piece is from an anchor, in buckets that grow with distance; shared by training and reading."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

BUCKETS = 32
_EDGES = np.array([1, 2, 3, 4, 5, 7, 9, 12, 16, 22, 30, 42, 60, 90, 140], dtype=np.int64)


def distances(length: int, start: int, end: int) -> npt.NDArray[np.int64]:
    """Bucket numbers for `length` pieces about the anchor `[start, end)`: 0 inside it, 1 … 15 before it, 16 … 31 after it.

    >>> distances(6, 2, 3).tolist()
    [2, 1, 0, 17, 18, 19]
    """
    at = np.arange(length)
    before, after = np.maximum(start - at, 0), np.maximum(at - end + 1, 0)
    left = np.searchsorted(_EDGES, before, side="right")
    right = np.searchsorted(_EDGES, after, side="right")
    return np.where(before > 0, left, np.where(after > 0, 16 + np.minimum(right, 15), 0)).astype(np.int64)
