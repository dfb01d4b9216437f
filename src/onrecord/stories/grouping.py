"""Reports -> stories: average link (UPGMA) over the graph of likeness, with one cut for all news.

In: a sparse graph of probabilities. Out: groups of indices. Sokal and Michener 1958; pairs that are not in the graph count as 0. A heap of
candidate merges, each checked against the clusters' present age: n log n in the number of edges.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from onrecord.stories.likeness import Graph


def average_link(n: int, graph: Graph, cut: float, joined: Sequence[int] | None = None) -> list[list[int]]:
    """Merges the two clusters of highest mean probability until none reaches `cut`. Ties fall to the lower index.

    `joined`: for each index the index that it stands with from the start (itself, where it stands alone).

    >>> average_link(3, {0: {1: 0.9}, 1: {0: 0.9}}, 0.5)
    [[0, 1], [2]]
    """
    members, sums = _begin(n, graph, joined or range(n))
    age = [0] * n
    heap = [
        (-mean, i, j, 0, 0)
        for i, row in sums.items()
        for j, total in row.items()
        if i < j and (mean := total / (len(members[i]) * len(members[j]))) >= cut
    ]
    heapify(heap)
    while heap:
        _, i, j, age_i, age_j = heappop(heap)
        if i not in members or j not in members or age[i] != age_i or age[j] != age_j:
            continue
        members[i] += members.pop(j)
        age[i] += 1
        for k, total in sums.pop(j).items():
            del sums[k][j]
            if k != i:
                sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + total
        for k, total in sums[i].items():
            mean = total / (len(members[i]) * len(members[k]))
            if mean >= cut:
                a, b = min(i, k), max(i, k)
                heappush(heap, (-mean, a, b, age[a], age[b]))
    return [sorted(group) for _, group in sorted(members.items())]


def _begin(n: int, graph: Graph, joined: Sequence[int]) -> tuple[dict[int, list[int]], dict[int, dict[int, float]]]:
    """The first clusters, each under its least index, and for each pair of them the sum of the probabilities between their members."""
    groups: dict[int, list[int]] = {}
    for i in range(n):
        groups.setdefault(joined[i], []).append(i)
    home = {i: group[0] for group in groups.values() for i in group}
    sums: dict[int, dict[int, float]] = {group[0]: {} for group in groups.values()}
    for i, row in graph.items():
        for j, chance in row.items():
            if home[i] != home[j]:
                between = sums[home[i]]
                between[home[j]] = between.get(home[j], 0.0) + chance
    return {group[0]: group for group in groups.values()}, sums
