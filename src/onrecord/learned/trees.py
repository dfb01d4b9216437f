"""The best tree over scores of arcs, with one root (Chu & Liu 1965; Edmonds 1967)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from onrecord.learned.decoding import log_softmax

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


def tree(scores: Floats) -> Ints:
    """`scores[i, j]`: how well j heads i, on the diagonal how well i is the root -> each word's head, the root's its own.

    >>> tree(np.log(np.array([[0.1, 0.9], [0.3, 0.7]], dtype=np.float32))).tolist()
    [1, 1]
    """
    heads: Ints = scores.argmax(1)
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    if len(roots) == 1 and not cyclic(heads):
        return heads
    scores = log_softmax(scores)  # no tree gains or loses by it, but roots can be compared
    diagonal = scores.diagonal()
    best: Ints = heads
    best_sum = -np.inf
    likeliest = np.argsort(-diagonal)[:3]  # the root is among them, or the parse is lost anyway
    for root in likeliest.tolist():
        rooted = scores.copy()
        np.fill_diagonal(rooted, -np.inf)
        rooted[root] = -np.inf
        found = _spanning(rooted, root)
        total = float(diagonal[root] + sum(scores[i, h] for i, h in enumerate(found) if i != root))
        if total > best_sum:
            best, best_sum = np.array(found), total
    return best


def cyclic(heads: Ints) -> bool:
    """Whether following the heads from some word never ends at a root."""
    known = [0] * len(heads)  # 1: on the way, 2: ends
    for word in range(len(heads)):
        way = []
        at = word
        while not known[at]:
            known[at] = 1
            way.append(at)
            if heads[at] == at:
                break
            at = int(heads[at])
        if known[at] == 1 and heads[at] != at:
            return True
        for w in way:
            known[w] = 2
    return False


def _spanning(scores: Floats, root: int) -> list[int]:
    """Maximum spanning arborescence from `root`; contracts one cycle at a time."""
    size = len(scores)
    heads = scores.argmax(1)
    heads[root] = root
    cycle = _cycle(heads, root)
    if not cycle:
        return [int(h) for h in heads]
    inside = np.zeros(size, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    small = len(outside)  # the cycle as one word comes last
    gain = scores[cycle] - scores[cycle, heads[cycle]][:, None]  # entering the cycle at a word breaks its own arc
    reduced = np.full((small + 1, small + 1), -np.inf, dtype=scores.dtype)
    reduced[:small, :small] = scores[outside][:, outside]
    reduced[:small, small] = scores[outside][:, cycle].max(1)
    reduced[small, :small] = gain[:, outside].max(0)
    found = _spanning(reduced, int(np.flatnonzero(outside == root)[0]))
    out = heads.copy()
    for k, word in enumerate(outside.tolist()):
        if word != root:
            head = found[k]
            out[word] = outside[head] if head < small else cycle[int(scores[word, cycle].argmax())]
    into = int(outside[found[small]])
    out[cycle[int(gain[:, into].argmax())]] = into
    return [int(h) for h in out]


def _cycle(heads: Ints, root: int) -> list[int]:
    known = [0] * len(heads)
    known[root] = 2
    for word in range(len(heads)):
        way: list[int] = []
        at = word
        while not known[at]:
            known[at] = 1
            way.append(at)
            at = int(heads[at])
        if known[at] == 1:
            return way[way.index(at) :]
        for w in way:
            known[w] = 2
    return []
