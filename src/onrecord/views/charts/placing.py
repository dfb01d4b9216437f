"""Where labels can stand without covering one another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in px."""


def apart(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Centres of labels of these sizes, near the wanted ones and in their order, that do not touch, within low..high; where they cannot all
    fit they touch evenly. The sum of squares of the ways they are moved is the least (isotonic regression, by pooling those that touch).

    >>> apart([10, 11, 50], [12, 12, 12], 0, 100)
    [6.0, 18.0, 50.0]
    """
    if not wanted:
        return []
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    shrink = min(1.0, (high - low) / (sum(sizes) or 1))
    held = [sizes[i] * shrink for i in order]
    offsets = [0.0]
    for one, two in pairwise(held):
        offsets.append(offsets[-1] + (one + two) / 2)
    pools: list[tuple[float, int]] = []
    for i, offset in zip(order, offsets, strict=True):
        mean, count = wanted[i] - offset, 1
        while pools and pools[-1][0] > mean:
            other, others = pools.pop()
            mean, count = (other * others + mean * count) / (others + count), others + count
        pools.append((mean, count))
    least, most = low + held[0] / 2, high - offsets[-1] - held[-1] / 2
    shifts = [min(max(mean, least), max(most, least)) for mean, count in pools for _ in range(count)]
    found = [0.0] * len(wanted)
    for i, offset, shift in zip(order, offsets, shifts, strict=True):
        found[i] = round(offset + shift, 2)
    return found


def free(box: Box, taken: Sequence[Box], within: Box) -> bool:
    """Whether a box covers nothing that is taken and stays within."""
    left, top, right, bottom = box
    if left < within[0] or top < within[1] or right > within[2] or bottom > within[3]:
        return False
    return not any(left < e and w < right and top < s and n < bottom for w, n, e, s in taken)
