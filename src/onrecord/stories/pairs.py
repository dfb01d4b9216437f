"""Which pairs of reports are worth a judgement, and how alike they are. No report is held against every other: two are a pair where their most
telling words and names meet, and no more than `FAR` days lie between them.

In: `Vectors` and days. Out: `Pairs`. The time grows with the number of reports and with how many of them one season's keys hold, not with the
square of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from onrecord.stories.vectors import VIEWS, Floats, Ints, Vectors, ranges

KEYS = 32  # words, and as many names, that find a report: with `SHARED`, all pairs of a chance of .2, and .999 of those of .05, on the development sets
SHARED = 0.02  # of a cosine, that two reports must share in their keys
FINDING = VIEWS[:2]
FAR = 90  # days after which two reports tell of two happenings: this year's talks are not last year's (news_cluster, basil_dev)
STRIDE = 4_000_000  # meetings of two reports, or cells of a table of two reports, held at once


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidate pairs i < j, and for each the cosine of every view, in the order of VIEWS."""

    first: Ints
    second: Ints
    cosines: Floats


def pairs(known: Vectors, days: Floats) -> Pairs:
    """The candidate pairs, by first and second. `days`: of publication, NaN where not known: such a report meets those of all days."""
    order = np.lexsort((np.arange(known.reports), days))  # NaN is last
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    found = [*_candidates(known, rank, days[order])]
    none = np.zeros(0, np.int64)
    one = order[np.concatenate([none, *(a for a, _ in found)])]
    other = order[np.concatenate([none, *(b for _, b in found)])]
    first, second = np.minimum(one, other), np.maximum(one, other)
    sort = np.lexsort((second, first))
    first, second = first[sort], second[sort]
    return Pairs(first, second, _cosines(known, first, second))


def _candidates(known: Vectors, rank: Ints, days: Floats) -> Iterator[tuple[Ints, Ints]]:
    """Pairs of ranks by day, the earlier first: those that share enough in their keys. `days` are by rank."""
    key, report, weight = _keys(known, rank)
    starts, sizes = _followers(key, report, days)
    owner = np.argsort(report, kind="stable")
    ends = np.cumsum(sizes[:, owner].sum(axis=0))
    begun = 0
    while begun < len(owner):
        base = int(report[owner[begun]])
        done = int(np.searchsorted(ends, (ends[begun - 1] if begun else 0) + STRIDE, side="right"))
        last = base + STRIDE // (len(days) - base)
        done = min(max(done, begun + 1), int(np.searchsorted(report[owner], last, side="right")))
        done = int(
            np.searchsorted(report[owner], report[owner[done - 1]], side="right")
        )  # a report's keys stay together
        mine = owner[begun:done]
        begun = done
        met = np.concatenate([ranges(starts[part, mine], sizes[part, mine]) for part in (0, 1)])
        who = np.concatenate([np.repeat(mine, sizes[part, mine]) for part in (0, 1)])
        if not len(met):
            continue
        width = int(report[met].max()) - base + 1
        shared = np.bincount((report[who] - base) * width + report[met] - base, weights=weight[who] * weight[met])
        cells = np.flatnonzero(shared >= SHARED)
        yield cells // width + base, cells % width + base


def _keys(known: Vectors, rank: Ints) -> tuple[Ints, Ints, Floats]:
    """What finds the reports: columns, ranks and weights, by column and rank."""
    telling = (known.holders[known.columns] > 1) & (known.weights > 0)
    kept = []
    for view in range(len(FINDING)):
        starts, ends = known.bounds[:, view], known.bounds[:, view + 1]
        place = ranges(starts, ends - starts)
        report = np.repeat(rank, ends - starts)
        place, report = place[telling[place]], report[telling[place]]
        order = np.lexsort((known.columns[place], -known.weights[place], report))
        place, report = place[order], report[order]
        many = np.bincount(report, minlength=known.reports)
        nth = np.arange(len(report)) - (np.cumsum(many) - many)[report]
        kept.append((place[nth < KEYS], report[nth < KEYS]))
    place, report = np.concatenate([p for p, _ in kept]), np.concatenate([r for _, r in kept])
    order = np.lexsort((report, known.columns[place]))
    return known.columns[place[order]], report[order], known.weights[place[order]]


def _followers(key: Ints, report: Ints, days: Floats) -> tuple[Ints, Ints]:
    """For each key of a report, where those of the later reports that it meets stand and how many they are: [2, keys], first those within
    `FAR` days, then those without a day."""
    n = len(days)
    dated = int(n - np.isnan(days).sum())
    near = np.searchsorted(days[:dated], days[:dated] + FAR, side="right")
    near = np.concatenate([near, np.full(n - dated, n)])[report]  # ranks below this are met
    stamp = key * n + report
    behind = np.arange(len(key)) + 1
    within = np.searchsorted(stamp, key * n + near)
    undated = np.searchsorted(stamp, key * n + dated)
    end = np.searchsorted(stamp, key * n + n)
    others = np.where(report < dated, end - undated, 0)
    return np.stack([behind, undated]), np.stack([within - behind, others])


def _cosines(known: Vectors, first: Ints, second: Ints) -> Floats:
    """[pairs, views]. `first` is in order."""
    found = np.zeros((len(first), len(VIEWS)))
    row = np.zeros(len(known.holders), np.float32)
    parts = known.bounds - known.bounds[:, :1]
    bounds = [slice(begin, end) for begin, end in known.bounds[:, [0, -1]].tolist()]
    columns, weights = [known.columns[one] for one in bounds], [known.weights[one].astype(np.float32) for one in bounds]
    begins = np.flatnonzero(np.diff(first, prepend=-1)).tolist()
    for begin, end in pairwise([*begins, len(first)]):
        own = int(first[begin])
        row[columns[own]] = weights[own]
        others = second[begin:end].tolist()
        shared = row[np.concatenate([columns[j] for j in others])] * np.concatenate([weights[j] for j in others])
        sums = np.concatenate([[0.0], np.cumsum(shared, dtype=np.float64)])
        at = parts[others]
        at[1:] += np.cumsum(at[:-1, -1])[:, None]
        found[begin:end] = np.diff(sums[at], axis=1)
        row[columns[own]] = 0.0
    return found
