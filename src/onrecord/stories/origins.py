"""Which reports are one text: copies that were cut, extended, thinned, reworked or worked into another piece.

In: `Wording`s. Out: for each report the index of the report that stands for its origin. By shared runs of five words outside quotations
(containment in the shorter text, Broder 1997, and their plain number): two reporters who hear one official share his words, not each
other's. Jaccard would miss cut copies: half of a text has .5 at best.

A *patchwork* takes one part from here and another from there (a wire text at the end of an own piece; six local lines in a wire text). It
joins the text that is whole in itself, and never joins two texts to each other. What an outlet prints under many of its reports is its
furniture; two reports of one outlet are one text only where they share half of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from onrecord.stories.wording import Wording

FEW = (
    25  # shared runs that two independent reports of one happening do not reach by chance (development set copies_sim)
)
SHARE = 0.1  # and the share of the shorter text's runs
SHORT = 0.5  # a text is a copy at this share, whatever the number
TINY = 60  # runs of a text so short that an outlet's furniture may be half of it
HOUSE = 3  # reports of one outlet with the same run: it is the outlet's furniture
STOCK = 40  # a run in more reports than this is stock phrase, or one text in all of them: only neighbours are counted
STRIDE = 4_000_000  # meetings of two reports in a run that are held at once
APART = 0.1  # two parts of a text with less in common than this are two parts
WHOLE = 0.5  # a text of which less than this was taken is no part of the taker: the taker has a part of it

Ints = NDArray[np.int64]
Shares = dict[int, dict[int, frozenset[int]]]


def origins(wordings: Sequence[Wording]) -> list[int]:
    """For each report the index of its origin: the longest text among those that share their wording, itself where none does."""
    shares = _shares(wordings)
    patchworks = {i for i, taken in shares.items() if _patchwork(taken, wordings, len(wordings[i].runs))}
    groups = _Groups(len(wordings))
    for i, taken in shares.items():
        for j in taken:
            if i < j and not {i, j} & patchworks:
                groups.join(i, j)
    for i in sorted(patchworks):
        whole = {j: runs for j, runs in shares[i].items() if j not in patchworks}
        if whole:
            groups.join(max(whole, key=lambda j: (len(whole[j]), -j)), i)
    return groups.longest(wordings)


def _shares(wordings: Sequence[Wording]) -> Shares:
    """For each report the reports that are copies of it in whole or in part, and the runs that they share."""
    held = _held(wordings)
    house = _house(wordings, held)
    stock = np.bincount(held.reports[held.often > STOCK], minlength=len(wordings))
    shares: Shares = defaultdict(dict)
    for i, j, n in _meetings(held, len(wordings)):
        a, b = wordings[i], wordings[j]
        size = min(len(a.runs), len(b.runs))
        if n + min(stock[i], stock[j]) < min(max(FEW, SHARE * size), SHORT * size):
            continue
        both = a.runs & b.runs
        if n < SHORT * size or size < TINY:
            both -= house.get(a.outlet, frozenset()) | house.get(b.outlet, frozenset())
            few = len(both) < max(FEW, SHARE * size) and len(both) < SHORT * size
            if few or (n < SHORT * size and a.outlet and a.outlet == b.outlet):
                continue
        shares[i][j] = shares[j][i] = both
    return shares


@dataclass(frozen=True, slots=True)
class _Held:
    """Every run of every report, by run and report: `often` is how many reports have this run."""

    runs: Ints
    reports: Ints
    often: Ints


def _held(wordings: Sequence[Wording]) -> _Held:
    sizes = [len(one.runs) for one in wordings]
    runs = np.fromiter((run for one in wordings for run in one.runs), np.int64, sum(sizes))
    reports = np.repeat(np.arange(len(wordings)), sizes)
    order = np.argsort(runs, kind="stable")
    runs, reports = runs[order], reports[order]
    begins = np.flatnonzero(np.diff(runs, prepend=-1))
    often = np.diff(begins, append=len(runs))
    return _Held(runs, reports, np.repeat(often, often))


def _meetings(held: _Held, n: int) -> Iterator[tuple[int, int, int]]:
    """Pairs i < j of reports with the number of runs in which they meet, in order. Of a run that many have, each meets the next alone."""
    codes, counts, waiting, size = np.zeros(0, np.int64), np.zeros(0, np.int64), list[Ints](), 0
    for found in _codes(held, n):
        waiting.append(found)
        size += len(found)
        if size > STRIDE:
            codes, counts = _counted(codes, counts, waiting)
            waiting, size = [], 0
    codes, counts = _counted(codes, counts, waiting)
    yield from zip((codes // n).tolist(), (codes % n).tolist(), counts.tolist(), strict=True)


def _codes(held: _Held, n: int) -> Iterator[Ints]:
    """i * n + j for each meeting of two reports in a run."""
    for size in range(2, STOCK + 1):
        places = np.flatnonzero(held.often == size)[::size]
        first, second = np.triu_indices(size, 1)
        step = max(1, STRIDE // len(first))
        for begin in range(0, len(places), step):
            some = places[begin : begin + step, None]
            yield (held.reports[some + first] * n + held.reports[some + second]).ravel()
    many = np.flatnonzero((held.often > STOCK)[:-1] & (held.runs[:-1] == held.runs[1:]))
    yield held.reports[many] * n + held.reports[many + 1]


def _counted(codes: Ints, counts: Ints, waiting: Sequence[Ints]) -> tuple[Ints, Ints]:
    found = np.concatenate([np.zeros(0, np.int64), *waiting])
    every, place = np.unique(np.concatenate([codes, found]), return_inverse=True)
    sums = np.bincount(place, weights=np.concatenate([counts, np.ones(len(found), np.int64)]), minlength=len(every))
    return every, sums.astype(np.int64)


def _house(wordings: Sequence[Wording], held: _Held) -> dict[str | None, frozenset[int]]:
    """For each outlet the runs that it prints under many of its reports: newsletters, notes on corrections, calls to follow."""
    names: dict[str | None, int] = {}
    outlet = np.array([names.setdefault(one.outlet or None, len(names)) for one in wordings], np.int64)
    many = held.often >= HOUSE
    runs, printer = held.runs[many], outlet[held.reports[many]]
    order = np.lexsort((runs, printer))
    runs, printer = runs[order], printer[order]
    begins = np.flatnonzero((np.diff(runs, prepend=-1) != 0) | (np.diff(printer, prepend=-1) != 0))
    printed = begins[np.diff(begins, append=len(runs)) >= HOUSE]
    return {
        name: frozenset(runs[printed[printer[printed] == number]].tolist())
        for name, number in names.items()
        if name is not None
    }


def _patchwork(taken: dict[int, frozenset[int]], wordings: Sequence[Wording], size: int) -> bool:
    """Whether a text of `size` runs has one part from one text and another part from another, of which it is not the source."""
    small = {
        j: part for j, part in taken.items() if len(part) < (1 - APART / 2) * size
    }  # no larger one can be a part beside another
    parts = {(part, len(part) >= WHOLE * len(wordings[j].runs)) for j, part in small.items()}
    for (one, whole), (other, also) in combinations(parts, 2):
        if not (whole and also) and len(one & other) < APART * min(len(one), len(other)):
            return True
    return False


class _Groups:
    """Reports joined two by two."""

    def __init__(self, n: int) -> None:
        self.parent = list(range(n))

    def root(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        a, b = self.root(i), self.root(j)
        self.parent[max(a, b)] = min(a, b)

    def longest(self, wordings: Sequence[Wording]) -> list[int]:
        """For each report the longest of its group, the first of equals."""
        best: dict[int, int] = {}
        for i, one in enumerate(wordings):
            root = self.root(i)
            if root not in best or len(one.runs) > len(wordings[best[root]].runs):
                best[root] = i
        return [best[self.root(i)] for i in range(len(wordings))]
