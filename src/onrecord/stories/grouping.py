"""Reports -> stories: average link (UPGMA) over the graph of likeness, with one cut for all news.

In: a sparse graph of probabilities. Out: groups of indices. Sokal and Michener 1958; pairs that are not in the graph count as 0. A heap of
candidate merges, each checked against the clusters' present age: n log n in the number of edges.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush

from onrecord.stories.likeness import Graph


def average_link(n: int, graph: Graph, cut: float) -> list[list[int]]:
    """Merges the two clusters of highest mean probability until none reaches `cut`. Ties fall to the lower index.

    >>> average_link(3, {0: {1: 0.9}, 1: {0: 0.9}}, 0.5)
    [[0, 1], [2]]
    """
    members = {i: [i] for i in range(n)}
    sums = {i: dict(graph.get(i, {})) for i in range(n)}  # between clusters: the sum over their pairs
    age = [0] * n
    heap = [(-p, i, j, 0, 0) for i, row in sums.items() for j, p in row.items() if i < j and p >= cut]
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
