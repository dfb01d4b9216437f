"""Fits the judgement whether two reports tell of one happening, and writes `learned/stories.json`.

    python -m onrecord.training.stories --shared ../shared

Newton's method on a logistic regression over the candidate pairs of the development sets, each set weighted by the root of its pairs;
the background is polnear_train's document frequencies of common stems. Deterministic; half a minute. Prints BCubed F1 per set and, fitted
on the stories of one half, on those of the other half.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from onrecord.learned.stories import FILE, Judgement
from onrecord.stories.grouping import average_link
from onrecord.stories.likeness import candidates, features, likeness
from onrecord.stories.pairs import Pairs
from onrecord.stories.wording import Wording, wording
from onrecord.values.article import Article

SETS = ("news_cluster", "basil_dev", "ecbplus", "meantime_translations")
CUT = 0.2  # best smallest distance to each set's own best, on the halves
COMMON = 12  # background words in fewer articles of polnear_train than this are left to the reports at hand
PENALTY = 1e-5
KNOWN = {f.name for f in fields(Article)} - {"problems"}

Floats = NDArray[np.float64]


def read(path: Path) -> list[tuple[Article, str | None]]:
    """The articles of a gold file, by key, each with its story."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = sorted((json.loads(line) for line in lines), key=lambda row: row["key"])
    return [(Article(**{k: v for k, v in row.items() if k in KNOWN}), row.get("story")) for row in rows]


def background(path: Path) -> dict[str, float]:
    """Shares of articles, to four digits, of the stems that at least COMMON articles have."""
    seen: Counter[str] = Counter()
    articles = read(path)
    for article, _ in articles:
        one = wording(article, article.key or "")
        seen.update({*one.words, *one.names})
    return {w: round(k / len(articles), 4) for w, k in sorted(seen.items()) if k >= COMMON}


def fit(parts: Sequence[tuple[Pairs, Sequence[Wording], Sequence[str | None]]]) -> tuple[Floats, float]:
    """Coefficients and bias over all candidate pairs of the parts."""
    rows, right, weight = [], [], []
    for pairs, wordings, stories in parts:
        named = np.array([s or f"\0{i}" for i, s in enumerate(stories)])
        same = (named[pairs.first] == named[pairs.second]).astype(float)
        rows.append(features(pairs, wordings))
        right.append(same)
        weight.append(np.full(len(same), 1 / math.sqrt(len(same) or 1)))
    x, y, w = np.concatenate(rows), np.concatenate(right), np.concatenate(weight)
    mean, deviation = x.mean(0), x.std(0) + 1e-6
    z = np.c_[(x - mean) / deviation, np.ones(len(x))]
    w /= w.sum()
    b = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ b))
        step = (z * (w * p * (1 - p))[:, None]).T @ z + PENALTY * np.eye(len(b))
        b -= np.linalg.solve(step, z.T @ (w * (p - y)) + PENALTY * b)
    coefficients = b[:-1] / deviation
    return coefficients, float(b[-1] - (mean * coefficients).sum())


def bcubed(wordings: Sequence[Wording], stories: Sequence[str | None], judgement: Judgement) -> float:
    """F1, as in `score/stories.py` (Bagga and Baldwin 1998)."""
    answered = {
        i: g
        for g, group in enumerate(average_link(len(wordings), likeness(wordings, judgement), judgement.cut))
        for i in group
    }
    scored = [i for i, s in enumerate(stories) if s is not None]
    gold, said = defaultdict(set), defaultdict(set)
    for i in scored:
        gold[stories[i]].add(i)
        said[answered[i]].add(i)
    p = sum(len(gold[stories[i]] & said[answered[i]]) / len(said[answered[i]]) for i in scored) / len(scored)
    r = sum(len(gold[stories[i]] & said[answered[i]]) / len(gold[stories[i]]) for i in scored) / len(scored)
    return 2 * p * r / (p + r)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    gold = parser.parse_args().shared / "gold"
    known = background(gold / "polnear_train.jsonl.gz")
    empty = Judgement(np.zeros(12), 0.0, CUT, known)
    sets = {}
    for name in SETS:
        rows = read(gold / f"{name}.jsonl.gz")
        sets[name] = ([wording(a, a.key or "") for a, _ in rows], [s for _, s in rows])

    def fitted(side: int | None) -> Judgement:
        parts = []
        for wordings, stories in sets.values():
            kept = [i for i, s in enumerate(stories) if side is None or crc32(str(s).encode()) % 2 == side]
            mine = [wordings[i] for i in kept]
            parts.append((candidates(mine, empty), mine, [stories[i] for i in kept]))
        return Judgement(*fit(parts), CUT, known)

    halves, whole = [fitted(0), fitted(1)], fitted(None)
    for name, (wordings, stories) in sets.items():
        told = []
        for side, judgement in enumerate(halves):
            kept = [i for i, s in enumerate(stories) if crc32(str(s).encode()) % 2 != side]
            told.append(bcubed([wordings[i] for i in kept], [stories[i] for i in kept], judgement))
        print(f"{name:24} BCubed F1 {bcubed(wordings, stories, whole):.3f}, the other half {told[0]:.3f} {told[1]:.3f}")
    target = Path(__file__).parent.parent / "learned" / FILE
    made = {
        "cut": CUT,
        "bias": round(whole.bias, 4),
        "coefficients": [round(float(c), 4) for c in whole.coefficients],
        "background": known,
    }
    target.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
