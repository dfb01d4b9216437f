"""How likely two reports tell of one happening: a logistic judgement over how alike their words, names, heads, leads and days are.

In: `Wording`s. Out: a sparse graph of probabilities. Each likeness is a cosine of TF-IDF vectors; the document frequencies are those of
the reports at hand, steadied by a background of `BACKGROUND` articles' worth of ordinary news, so that three reports are judged like
three thousand. Coefficients and background are learned (`learned/stories.json`, made by `onrecord.training.stories`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.learned.stories import Judgement
from onrecord.stories.wording import Wording

BACKGROUND = 100  # articles that the background's shares are worth beside those at hand
VIEWS = ("words", "names", "head", "lead")
COMMON = 0.25  # a word in more than this share of many reports finds no candidates: it only costs
FAR = 90  # days between two reports after which only what is very like tells of one happening: this year's talks are not last year's
VETO = 0.15  # what remains of the probability then: below the cut (both chosen on news_cluster and basil_dev)
SLIGHT = 0.03  # pairs less alike than this in words and in names are not judged

Floats = NDArray[np.float64]
Graph = dict[int, dict[int, float]]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidate pairs i < j, and for each the cosine of every view, in the order of VIEWS."""

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    cosines: Floats


def likeness(wordings: Sequence[Wording], judgement: Judgement) -> Graph:
    """For each report, by index, the reports that may tell of the same happening, with the probability that they do."""
    pairs = candidates(wordings, judgement)
    days = _days(wordings)
    far = np.abs(days[pairs.first] - days[pairs.second]) > FAR
    chances = judgement.probability(features(pairs, wordings)) * np.where(far, VETO, 1.0)
    graph: Graph = defaultdict(dict)
    for i, j, chance in zip(pairs.first.tolist(), pairs.second.tolist(), chances.tolist(), strict=True):
        graph[i][j] = graph[j][i] = chance
    return graph


def features(pairs: Pairs, wordings: Sequence[Wording]) -> Floats:
    """One row a pair: the four cosines, their roots, words x names, days apart (log), within a day, other language."""
    roots = np.sqrt(np.clip(pairs.cosines, 0, 1))
    days = _days(wordings)
    apart = np.abs(days[pairs.first] - days[pairs.second])
    dated = ~np.isnan(apart)
    apart = np.where(dated, apart, 0)
    languages = np.array([w.language or "" for w in wordings])
    other = (languages[pairs.first] != languages[pairs.second]).astype(float)
    both = (pairs.cosines[:, 0] * pairs.cosines[:, 1])[:, None]
    dates = np.stack([np.minimum(np.log1p(apart), 6) * dated, (apart <= 1) & dated, other], axis=1)
    return np.concatenate([pairs.cosines, roots, both, dates], axis=1)


def _days(wordings: Sequence[Wording]) -> Floats:
    return np.array([math.nan if w.day is None else w.day for w in wordings], dtype=np.float64)


def candidates(wordings: Sequence[Wording], judgement: Judgement) -> Pairs:
    """The pairs that are worth a judgement: those that share enough words or names."""
    n = len(wordings)
    views = [_cosines([getattr(w, view) for w in wordings], judgement.background) for view in VIEWS]
    rows: list[NDArray[np.int64]] = []
    values: list[Floats] = []
    for i in range(n):
        each = np.stack([view(i) for view in views])  # [views, n]
        found = np.flatnonzero((each[0] > SLIGHT) | (each[1] > SLIGHT))
        found = found[found > i]
        rows.append(np.stack([np.full(len(found), i), found], axis=1))
        values.append(each[:, found].T)
    if not rows:
        return Pairs(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros((0, len(VIEWS))))
    index = np.concatenate(rows)
    return Pairs(index[:, 0], index[:, 1], np.concatenate(values))


class _cosines:  # noqa: N801  a function with its table: `view(i)` gives the cosine of report i with every report
    def __init__(self, counts: Sequence[Mapping[str, int]], background: Mapping[str, float]) -> None:
        self.n = len(counts)
        seen: dict[str, int] = defaultdict(int)
        for one in counts:
            for word in one:
                seen[word] += 1
        whole = math.log(self.n + BACKGROUND + 1)
        rarity = {w: whole - math.log(k + background.get(w, 0.0) * BACKGROUND + 1) for w, k in seen.items()}
        self.vectors: list[dict[str, float]] = []
        posted: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
        for i, one in enumerate(counts):
            vector = {w: (1 + math.log(k)) * rarity[w] for w, k in one.items()}
            length = math.sqrt(sum(x * x for x in vector.values())) or 1.0
            self.vectors.append({w: x / length for w, x in vector.items()})
            for w, x in self.vectors[-1].items():
                posted[w][0].append(i)
                posted[w][1].append(x)
        most = max(50, COMMON * self.n)
        self.posted = {w: (np.array(i), np.array(x)) for w, (i, x) in posted.items() if 1 < len(i) <= most}

    def __call__(self, i: int) -> Floats:
        posted = [(self.posted[w], x) for w, x in self.vectors[i].items() if w in self.posted]
        if not posted:
            return np.zeros(self.n)
        places = np.concatenate([one[0] for one, _ in posted])
        weights = np.concatenate([one[1] * x for one, x in posted])
        return np.bincount(places, weights=weights, minlength=self.n).astype(np.float64)
