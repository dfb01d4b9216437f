"""Scores and whether they were right -> how far the scores are off, curves that mend them, and precision at coverage.

The curves are isotonic regressions (pool adjacent violators; Zadrozny and Elkan, KDD 2002) on a few bins of equal size, read as lines
between the bins' means, so that each is a handful of numbers. The expected calibration error is that of Naeini, Cooper and Hauskrecht
(AAAI 2015) with ten bins of equal width: the mean of |share right - mean confidence| over the bins, weighted by their size.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from onrecord.evaluation.calibration_samples import Sample
from onrecord.knowledge.confidence import curve_of, on

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.knowledge.confidence import Curve

BINS: Final = 10
"""Bins of the calibration error and of the reliability curve."""
KNOTS, FEWEST = 8, 30
"""Knots of a curve at most, and samples that each stands for at least."""
SUREST: Final = 0.005
"""No probability is nearer to 0 or 1."""
FOLDS: Final = 5
COVERAGES: Final = (1.0, 0.9, 0.8, 0.7, 0.5, 0.3)
FAMILIES: Final[Mapping[str, tuple[str, ...]]] = {
    "attribution": ("head:", "rule:"),
    "event": ("event head", "trigger lexicon"),
    "place": (),
    "time": (),
}
"""Beginnings of `found_by` that have a curve of their own, where there are samples enough."""


def reliability(samples: Sequence[Sample]) -> list[tuple[float, float, int]]:
    """Of each bin of the score that holds any: mean score, share that is right, samples."""
    held: dict[int, list[Sample]] = defaultdict(list)
    for one in samples:
        held[min(int(one.score * BINS), BINS - 1)].append(one)
    return [
        (_mean([s.score for s in some]), _mean([s.right for s in some]), len(some)) for _, some in sorted(held.items())
    ]


def error(samples: Sequence[Sample]) -> float:
    """The expected calibration error; 0 of nothing.

    >>> error([Sample(0.75, True, "", "a"), Sample(0.75, False, "", "b")])
    0.25
    """
    return sum(n * abs(score - right) for score, right, n in reliability(samples)) / max(1, len(samples))


def at_coverage(samples: Sequence[Sample]) -> list[tuple[float, float, float]]:
    """For each share of the findings that is kept, the surest first: the share, the score from which one is kept, % right of what then is.

    All of one score are kept or none, so the share is the least that is not smaller than asked.
    """
    ranked = sorted(samples, key=lambda s: -s.score)
    rows = []
    for asked in COVERAGES if ranked else ():
        cut = ranked[max(1, round(asked * len(ranked))) - 1].score
        kept = [s for s in ranked if s.score >= cut]
        rows.append((len(kept) / len(ranked), cut, 100 * _mean([s.right for s in kept])))
    return rows


def fitted(field: str, samples: Sequence[Sample]) -> dict[str, Curve]:
    """The curves of a field: one for each family with samples enough, and one for all."""
    curves = {"": curve(samples)}
    for family in FAMILIES.get(field, ()):
        some = [s for s in samples if s.found_by.startswith(family)]
        if len(some) >= FEWEST:
            curves[family] = curve(some)
    return curves


def curve(samples: Sequence[Sample]) -> Curve:
    """Knots (score, probability), both rising, to three decimals."""
    blocks = _bins(sorted(samples, key=lambda s: s.score))
    pooled: list[tuple[float, float, int]] = []
    for block in blocks:
        pooled.append((sum(s.score for s in block), sum(s.right for s in block), len(block)))
        while len(pooled) > 1 and pooled[-2][1] / pooled[-2][2] >= pooled[-1][1] / pooled[-1][2]:
            last = pooled.pop()
            pooled[-1] = tuple(a + b for a, b in zip(pooled[-1], last, strict=True))  # type: ignore[assignment]
    return tuple((round(score / n, 3), round(min(max(right / n, SUREST), 1 - SUREST), 3)) for score, right, n in pooled)


def applied(field: str, curves: Mapping[str, Curve], samples: Sequence[Sample]) -> list[Sample]:
    """The samples with the scores that the curves give them."""
    return [
        replace(s, score=on(known, s.score) if (known := curve_of({field: curves}, field, s.found_by)) else s.score)
        for s in samples
    ]


def crossed(field: str, samples: Sequence[Sample]) -> list[Sample]:
    """The samples with scores from curves that were fitted without their article: what fresh articles would show."""
    out = []
    for fold in range(FOLDS):
        inside = [s for s in samples if _fold(s.article) == fold]
        rest = [s for s in samples if _fold(s.article) != fold]
        out += applied(field, fitted(field, rest), inside) if rest else inside
    return out


def _bins(ranked: Sequence[Sample]) -> list[list[Sample]]:
    """Runs of the ranked samples, about equal; all of one score in one run."""
    size = max(FEWEST, -(-len(ranked) // KNOTS))
    out: list[list[Sample]] = []
    for one in ranked:
        if not out or (len(out[-1]) >= size and out[-1][-1].score != one.score):
            out.append([])
        out[-1].append(one)
    if len(out) > 1 and len(out[-1]) < FEWEST:
        out[-2:] = [out[-2] + out[-1]]
    return out


def _fold(article: str) -> int:
    return sha256(article.encode()).digest()[0] % FOLDS


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
