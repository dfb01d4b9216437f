"""Which reports are one text: copies that were cut, extended, thinned, reworked or worked into another piece.

In: `Wording`s. Out: for each report the index of the report that stands for its origin. By shared runs of five words outside quotations
(containment in the shorter text, Broder 1997, and their plain number): two reporters who hear one official share his words, not each
other's. Jaccard would miss cut copies: half of a text has .5 at best.

A *patchwork* takes one part from here and another from there (a wire text at the end of an own piece; six local lines in a wire text). It
joins the text that is whole in itself, and never joins two texts to each other. What an outlet prints under many of its reports is its
furniture; two reports of one outlet are one text only where they share half of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from onrecord.stories.wording import Wording

FEW = (
    25  # shared runs that two independent reports of one happening do not reach by chance (development set copies_sim)
)
SHARE = 0.1  # and the share of the shorter text's runs
SHORT = 0.5  # a text is a copy at this share, whatever the number
TINY = 60  # runs of a text so short that an outlet's furniture may be half of it
HOUSE = 3  # reports of one outlet with the same run: it is the outlet's furniture
STOCK = 40  # a run in more reports than this is stock phrase
APART = 0.1  # two parts of a text with less in common than this are two parts
WHOLE = 0.5  # a text of which less than this was taken is no part of the taker: the taker has a part of it

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
    holders: dict[int, list[int]] = defaultdict(list)
    for i, one in enumerate(wordings):
        for run in one.runs:
            holders[run].append(i)
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for found in holders.values():
        if 1 < len(found) <= STOCK:
            for pair in combinations(found, 2):
                counts[pair] += 1
    house = _house(wordings, holders)
    shares: Shares = defaultdict(dict)
    for (i, j), n in counts.items():
        a, b = wordings[i], wordings[j]
        size = min(len(a.runs), len(b.runs))
        both = a.runs & b.runs
        if n < SHORT * size or size < TINY:
            both -= house.get(a.outlet, frozenset()) | house.get(b.outlet, frozenset())
            few = len(both) < max(FEW, SHARE * size) and len(both) < SHORT * size
            if few or (n < SHORT * size and a.outlet and a.outlet == b.outlet):
                continue
        shares[i][j] = shares[j][i] = both
    return shares


def _house(wordings: Sequence[Wording], holders: Mapping[int, Sequence[int]]) -> dict[str | None, frozenset[int]]:
    """For each outlet the runs that it prints under many of its reports: newsletters, notes on corrections, calls to follow."""
    printed: dict[str, set[int]] = defaultdict(set)
    for run, found in holders.items():
        if len(found) >= HOUSE:
            outlets = Counter(outlet for i in found if (outlet := wordings[i].outlet))
            for outlet, times in outlets.items():
                if times >= HOUSE:
                    printed[outlet].add(run)
    return {outlet: frozenset(runs) for outlet, runs in printed.items()}


def _patchwork(taken: dict[int, frozenset[int]], wordings: Sequence[Wording], size: int) -> bool:
    """Whether a text of `size` runs has one part from one text and another part from another, of which it is not the source."""
    for j, k in combinations(sorted(taken), 2):
        parts = (taken[j], taken[k])
        apart = len(parts[0] & parts[1]) < APART * min(map(len, parts))
        source = all(len(part) >= WHOLE * len(wordings[one].runs) for one, part in zip((j, k), parts, strict=True))
        if apart and not source and max(map(len, parts)) < (1 - APART / 2) * size:
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
