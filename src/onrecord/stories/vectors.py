"""Counted words -> TF-IDF vectors, in rows of one sparse matrix whose columns are the words of all views.

In: `Wording`s. Out: `Vectors`. The document frequencies are those of the reports at hand, steadied by a background of `BACKGROUND` articles'
worth of ordinary news, so that three reports are judged like three thousand.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray

from onrecord.stories.wording import Wording

BACKGROUND = 100  # articles that the background's shares are worth beside those at hand
COMMON = 0.25  # a word in more than this share of many reports tells nothing of any
MANY = 50
VIEWS = ("words", "names", "head", "lead")

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Vectors:
    """Unit vectors, one a report and view. Those of report i in view v are `weights[bounds[i, v]:bounds[i, v + 1]]` at the columns
    `columns[…]`; `holders` says of each column in how many reports it stands."""

    columns: Ints
    weights: Floats
    bounds: Ints
    holders: Ints

    @property
    def reports(self) -> int:
        return len(self.bounds)


def vectors(wordings: Sequence[Wording], background: Mapping[str, float]) -> Vectors:
    """The vectors of these reports: (1 + log count) x log(N / holders), each view of unit length; then the
    weights of words that nearly all share are left out."""
    n = len(wordings)
    columns, weights, sizes = list[Ints](), list[Floats](), np.zeros((n, len(VIEWS)), np.int64)
    holders: list[Ints] = []
    first = 0
    for v, view in enumerate(VIEWS):
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        counted: list[Mapping[str, int]] = [getattr(one, view) for one in wordings]
        sizes[:, v] = [len(one) for one in counted]
        total = int(sizes[:, v].sum())
        column = np.fromiter((numbers[w] for one in counted for w in one), np.int64, total)
        times = np.fromiter((k for one in counted for k in one.values()), np.float64, total)
        held = np.bincount(column, minlength=len(numbers))
        common = np.fromiter((background.get(w, 0.0) for w in numbers), np.float64, len(numbers))
        rarity = math.log(n + BACKGROUND + 1) - np.log(held + common * BACKGROUND + 1)
        weight = (1 + np.log(times)) * rarity[column]
        weight /= np.repeat(_lengths(weight, sizes[:, v]), sizes[:, v])
        weights.append(np.where(held[column] > max(MANY, COMMON * n), 0.0, weight))
        columns.append(column + first)
        holders.append(held)
        first += len(numbers)
    return _by_report(columns, weights, sizes, np.concatenate(holders))


def _lengths(weights: Floats, sizes: Ints) -> Floats:
    sums = np.concatenate([[0.0], np.cumsum(weights * weights)])
    ends = np.cumsum(sizes)
    lengths = np.sqrt(sums[ends] - sums[ends - sizes])
    return np.where(lengths > 0, lengths, 1.0)


def _by_report(columns: Sequence[Ints], weights: Sequence[Floats], sizes: Ints, holders: Ints) -> Vectors:
    """The views of each report side by side."""
    bounds = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    starts = bounds[:-1].reshape(sizes.shape)
    column, weight = np.empty(bounds[-1], np.int64), np.empty(bounds[-1])
    for v in range(sizes.shape[1]):
        at = ranges(starts[:, v], sizes[:, v])
        column[at], weight[at] = columns[v], weights[v]
    ends = (starts + sizes)[:, -1:]
    return Vectors(column, weight, np.concatenate([starts, ends], axis=1), holders)


def ranges(starts: Ints, sizes: Ints) -> Ints:
    """The whole numbers of several ranges, one behind the other.

    >>> ranges(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    ends = np.cumsum(sizes)
    first = np.repeat(starts - (ends - sizes), sizes)
    return np.asarray(np.arange(len(first)) + first, np.int64)
