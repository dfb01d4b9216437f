"""The training mixture: each set is read over and over, in shares of pieces, and windows of like length go together."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from torch import Tensor

from onrecord.training.examples import MASKED, Document, Window, windows

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARES: Final = {
    "main": {
        "attribution": 0.56, "given": 0.10, "events": 0.18, "plv_train": 0.055, "cameo_ner_train": 0.015, "cameo_class_train": 0.01,
        "satp": 0.01, "times": 0.04, "places": 0.03,
    },
    "events": {
        "attribution": 0.30, "given": 0.16, "events": 0.40, "plv_train": 0.07, "cameo_ner_train": 0.01, "cameo_class_train": 0.02,
        "satp": 0.005, "times": 0.02, "places": 0.015,
    },
    "given": {
        "attribution": 0.36, "given": 0.42, "events": 0.09, "plv_train": 0.06, "cameo_ner_train": 0.01, "cameo_class_train": 0.01,
        "satp": 0.005, "times": 0.025, "places": 0.02,
    },
}  # fmt: skip
"""Shares of pieces for each stage of training: the second gives the events, the scarcest labels, more passes; the last, short, ends on the given
readings of them, whose rules the development figures judge by."""
POOL = 512  # windows that are sorted by length together


class Stream:
    """The windows of one set without end; each pass cuts and shuffles anew."""

    def __init__(self, documents: list[Document], seed: int) -> None:
        self.documents, self.random = documents, random.Random(seed)
        self.waiting: list[Window] = []
        self.passes = 0
        self.mean = max(1.0, float(np.mean([min(len(d.pieces), 200) for d in documents])))

    def __next__(self) -> Window:
        if not self.waiting:
            self.waiting = [w for d in self.documents for w in windows(d, self.random)]
            self.random.shuffle(self.waiting)
            self.passes += 1
        return self.waiting.pop()


def batches(documents: list[Document], pieces: int, seed: int, stage: str = "main") -> Iterator[list[Window]]:
    """Batches of at most `pieces` padded pieces, without end."""
    random_ = random.Random(seed)
    streams = {
        name: Stream([d for d in documents if d.group == name], seed)
        for name in SHARES[stage]
        if any(d.group == name for d in documents)
    }
    names = list(streams)
    weights = [SHARES[stage][name] / streams[name].mean for name in names]
    while True:
        pool = [next(streams[name]) for name in random_.choices(names, weights, k=POOL)]
        pool.sort(key=lambda w: len(w.ids) + random_.random() * 12)
        cut: list[list[Window]] = [[]]
        for window in pool:
            if cut[-1] and (len(cut[-1]) + 1) * max(len(w.ids) for w in (window, *cut[-1])) > pieces:
                cut.append([])
            cut[-1].append(window)
        random_.shuffle(cut)
        yield from cut


def padded(rows: list[np.ndarray], fill: int) -> Tensor:
    """Arrays of several lengths as one [rows, longest] tensor."""
    out = np.full((len(rows), max(len(r) for r in rows)), fill, dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.from_numpy(out)


def labels(batch: list[Window], head: str) -> Tensor | None:
    """[batch, pieces] of one head, MASKED where unknown; None where no window says anything."""
    if not any(head in w.labels for w in batch):
        return None
    return padded([w.labels.get(head, np.full(len(w.ids), MASKED)) for w in batch], MASKED)
