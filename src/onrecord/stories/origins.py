"""Which reports are one text: copies that were cut, extended, thinned, reworked or worked into another piece.

In: `Wording`s. Out: for each report the index of the report that stands for its origin. By shared runs of five words outside quotations
(containment in the shorter text, Broder 1997, and their plain number): two reporters who hear one official share his words, not each
other's. Jaccard would miss cut copies: half of a text has .5 at best.

A *patchwork* takes one part from here and another from there (a wire text at the end of an own piece; six local lines in a wire text). It
joins the text that is whole in itself, and never joins two texts to each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from onrecord.stories.wording import Wording

FEW = 25  # shared runs that two independent reports of one happening do not reach by chance (development set copies_sim)
SHARE = 0.1  # and the share of the shorter text's runs
SHORT = 0.5  # a short text is a copy at this share, whatever the number
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
    shares: Shares = defaultdict(dict)
    for (i, j), n in counts.items():
        share = n / min(len(wordings[i].runs), len(wordings[j].runs))
        if share >= SHORT or (n >= FEW and share >= SHARE):
            shares[i][j] = shares[j][i] = wordings[i].runs & wordings[j].runs
    return shares


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
