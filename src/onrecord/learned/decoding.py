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
    """The spans of one long row [pieces, labels]; `eager` is taken from the score of being outside, so more is found.

    Only stretches that may hold a span are searched, all at once.
    """
    if not len(logits):
        return []
    told = log_softmax(logits)
    probabilities = np.exp(told)
    scores = told.copy()
    scores[:, 0] -= np.float32(eager)
    awake = np.concatenate(([False], probabilities[:, 0] < 1 - ASLEEP * np.exp(-eager), [False]))
    edges = np.flatnonzero(awake[1:] != awake[:-1])
    starts, ends = edges[::2], edges[1::2]
    out: list[Tagged] = []
    if not len(starts):
        return out
    longest = int((ends - starts).max())
    at = starts[:, None] + np.arange(longest)[None]
    within = at < ends[:, None]
    block = scores[np.minimum(at, len(scores) - 1)]
    block[~within] = NEVER
    block[~within, 0] = 0
    labels = viterbi(block)
    for each in spans(labels, probabilities[np.minimum(at, len(scores) - 1)]):
        shift = int(starts[each.row])
        out.append(Tagged(0, each.start + shift, each.end + shift, each.kind, each.score))
    return out
