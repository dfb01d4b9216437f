"""How likely two reports tell of one happening: a logistic judgement over how alike their words, names, heads, leads and days are.

In: `Wording`s. Out: a sparse graph of probabilities. Each likeness is a cosine of TF-IDF vectors (`stories.vectors`) of a candidate pair
(`stories.pairs`). Coefficients and background are learned (`learned/stories.json`, made by `onrecord.training.stories`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.learned.stories import Judgement
from onrecord.stories.pairs import Pairs, pairs
from onrecord.stories.vectors import Floats, vectors
from onrecord.stories.wording import NAMED, Wording

SLIGHT = 0.01  # a lesser chance counts as none: on the development sets it changes no story, and most pairs have it

Graph = dict[int, dict[int, float]]


def likeness(wordings: Sequence[Wording], judgement: Judgement) -> Graph:
    """For each report, by index, the reports that may tell of the same happening, with the probability that they do."""
    found = candidates(wordings, judgement)
    chances = np.where(_strangers(found, wordings), 0.0, judgement.probability(features(found, wordings)))
    kept = chances >= SLIGHT
    graph: Graph = defaultdict(dict)
    for i, j, chance in zip(
        found.first[kept].tolist(), found.second[kept].tolist(), chances[kept].tolist(), strict=True
    ):
        graph[i][j] = graph[j][i] = chance
    return graph


def candidates(wordings: Sequence[Wording], judgement: Judgement) -> Pairs:
    """The pairs that are worth a judgement."""
    return pairs(vectors(wordings, judgement.background), _days(wordings))


def features(found: Pairs, wordings: Sequence[Wording]) -> Floats:
    """One row a pair: the four cosines, their roots, words x names, days apart (log), within a day, other language."""
    roots = np.sqrt(np.clip(found.cosines, 0, 1))
    days = _days(wordings)
    apart = np.abs(days[found.first] - days[found.second])
    dated = ~np.isnan(apart)
    apart = np.where(dated, apart, 0)
    languages = np.array([w.language or "" for w in wordings])
    other = (languages[found.first] != languages[found.second]).astype(float)
    both = (found.cosines[:, 0] * found.cosines[:, 1])[:, None]
    dates = np.stack([np.minimum(np.log1p(apart), 6) * dated, (apart <= 1) & dated, other], axis=1)
    return np.concatenate([found.cosines, roots, both, dates], axis=1)


def _strangers(found: Pairs, wordings: Sequence[Wording]) -> NDArray[np.bool_]:
    """Which pairs both name somebody or some place, and nobody and none in common: brief reports of one day share most of their words ("killed", "police
    said"), whatever they tell. In two languages a name may be written in two ways, so nothing follows there."""
    named = np.array([any(name.startswith(NAMED) for name in one.names) for one in wordings], dtype=np.bool_)
    languages = np.array([one.language or "" for one in wordings], dtype=np.str_)
    told = [
        named[found.first],
        named[found.second],
        languages[found.first] == languages[found.second],
        found.cosines[:, 1] == 0,
    ]
    strangers: NDArray[np.bool_] = np.logical_and.reduce(told)
    return strangers


def _days(wordings: Sequence[Wording]) -> Floats:
    return np.array([math.nan if w.day is None else w.day for w in wordings], dtype=np.float64)
