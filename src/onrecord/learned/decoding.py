"""From label scores to spans: the best BIO sequence (Viterbi), for many stretches at once."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

NEVER: Final = np.float32(-1e4)
ASLEEP: Final = 0.03
"""Pieces whose chance of being inside a span is below this are outside, whatever their neighbours are."""


class Tagged(NamedTuple):
    """Pieces `[start, end)` of row `row`, of kind `kind`; `score` is the mean probability of that kind over the pieces."""

    row: int
    start: int
    end: int
    kind: int
    score: float


def log_softmax(logits: Floats) -> Floats:
    """Over the last axis."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)), dtype=np.float32)


def steps(labels: int) -> Floats:
    """[from, to] 0 where `to` may follow `from`, NEVER where it would go on with a span that is not open."""
    out = np.zeros((labels, labels), dtype=np.float32)
    inner = np.arange(2, labels, 2)
    out[:, inner] = NEVER
    out[inner, inner] = 0
    out[inner - 1, inner] = 0
    return out


def viterbi(scores: Floats) -> Ints:
    """The best allowed sequence of each row: [rows, pieces, labels] log probabilities -> [rows, pieces] labels."""
    rows, length, labels = scores.shape
    allowed = steps(labels)
    best = scores[:, 0] + np.where((np.arange(labels) % 2 == 0) & (np.arange(labels) > 0), NEVER, np.float32(0))
    back = np.zeros((rows, length, labels), dtype=np.int64)
    for t in range(1, length):
        paths = best[:, :, None] + allowed[None]
        back[:, t] = paths.argmax(axis=1)
        best = paths.max(axis=1) + scores[:, t]
    out = np.zeros((rows, length), dtype=np.int64)
    if length:
        out[:, -1] = best.argmax(axis=1)
    every = np.arange(rows)
    for t in range(length - 1, 0, -1):
        out[:, t - 1] = back[every, t, out[:, t]]
    return out


def searched(scores: Floats, awake: npt.NDArray[np.bool_]) -> Ints:
    """As `viterbi`, where every piece that is not `awake` [rows, pieces] is outside: only the stretches between are searched, all at once,
    since a search costs by its steps and hardly by its width."""
    out = np.zeros(awake.shape, dtype=np.int64)
    edges = np.diff(np.pad(awake, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    if not len(rows):
        return out
    at = starts[:, None] + np.arange(int((ends - starts).max()))[None]
    within = at < ends[:, None]
    at, of = np.minimum(at, awake.shape[1] - 1), np.broadcast_to(rows[:, None], at.shape)
    outside = np.full(scores.shape[2], NEVER)
    outside[0] = 0
    best = viterbi(np.where(within[..., None], scores[of, at], outside))
    out[of[within], at[within]] = best[within]
    return out


def spans(labels: Ints, probabilities: Floats) -> list[Tagged]:
    """The spans of [rows, pieces] BIO labels, in order; `probabilities` [rows, pieces, labels] gives the scores."""
    padded = np.pad(labels, ((0, 0), (0, 1)))
    begins = (labels % 2) == 1
    out = []
    for row, start in np.argwhere(begins).tolist():
        kind = (int(labels[row, start]) - 1) // 2
        line = padded[row, start + 1 :]
        end = start + 1 + int(np.argmax(line != 2 + 2 * kind))
        inside = probabilities[row, start:end, 1 + 2 * kind : 3 + 2 * kind].sum(axis=-1)
        out.append(Tagged(row, start, end, kind, float(inside.mean())))
    return out


def tagged(logits: Floats, eager: float = 0.0) -> list[Tagged]:
    """The spans of one long row [pieces, labels]; `eager` is taken from the log probability of being outside, so more is found.

    Where a span is, is settled first, whatever its kind (the kinds' probabilities are added up); then its kind, over all its pieces.
    A span's score is the chance of being inside any. Only stretches that may hold a span are searched, all at once.
    """
    if not len(logits):
        return []
    told = np.exp(log_softmax(logits))
    merged = np.stack([told[:, 0], told[:, 1::2].sum(axis=-1), told[:, 2::2].sum(axis=-1)], axis=-1)
    scores = np.log(np.maximum(merged, 1e-30))
    scores[:, 0] -= np.float32(eager)
    awake = merged[None, :, 0] < 1 - ASLEEP * np.exp(-eager)
    kinds = told[:, 1::2] + told[:, 2::2]
    found = spans(searched(scores[None], awake), merged[None])
    return [each._replace(kind=int(kinds[each.start : each.end].sum(axis=0).argmax())) for each in found]
