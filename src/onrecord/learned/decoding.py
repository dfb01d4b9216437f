"""From label scores to spans: the best BIO sequence (Viterbi), for many stretches at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

NEVER: Final = np.float32(-1e4)
ASLEEP: Final = 0.03
"""Pieces whose chance of being inside a span is below this are outside, whatever their neighbours are."""
FILLED: Final = 1 << 18
"""Pieces, with those by which shorter stretches are filled up, that are searched at once in any case; the stretches of few reports come near it."""


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
    outside = np.full(scores.shape[2], NEVER)
    outside[0] = 0
    for some in _together(ends - starts):
        at = starts[some, None] + np.arange(int((ends - starts)[some].max()))[None]
        within = at < ends[some, None]
        at, of = np.minimum(at, awake.shape[1] - 1), np.broadcast_to(rows[some, None], at.shape)
        best = viterbi(np.where(within[..., None], scores[of, at], outside))
        out[of[within], at[within]] = best[within]
    return out


def _together(sizes: Ints) -> list[Ints]:
    """Which stretches are searched at once: all, or where many are filled up to a long one those of like size, so that memory grows with the text
    and not with its square."""
    if not len(sizes):
        return []
    if len(sizes) * int(sizes.max()) <= FILLED:
        return [np.arange(len(sizes))]
    doublings = np.frexp(sizes)[1]
    return [np.flatnonzero(doublings == one) for one in np.unique(doublings)]


def spans(labels: Ints, probabilities: Floats) -> list[Tagged]:
    """The spans of [rows, pieces] BIO labels, in order; `probabilities` [rows, pieces, labels] gives the scores."""
    length = labels.shape[1] + 1
    line = np.pad(labels, ((0, 0), (0, 1))).ravel()  # an outside after each row: no span goes on into the next
    starts = np.flatnonzero(line % 2)
    if not len(starts):
        return []
    stops = np.flatnonzero((line == 0) | (line % 2))
    ends = stops[np.searchsorted(stops, starts, side="right")]
    kinds = (line[starts] - 1) // 2
    sizes = ends - starts
    at = np.repeat(starts, sizes) + _counted(sizes)
    rows, places, of = *np.divmod(at, length), np.repeat(1 + 2 * kinds, sizes)
    inside = probabilities[rows, places, of] + probabilities[rows, places, of + 1]
    scores = np.add.reduceat(inside, np.cumsum(sizes) - sizes) / sizes
    row, begin = np.divmod(starts, length)
    return list(map(Tagged._make, zip(*(a.tolist() for a in (row, begin, begin + sizes, kinds, scores)), strict=True)))


def tagged(heads: Sequence[Floats], eager: Sequence[float]) -> list[list[Tagged]]:
    """The spans of each head over one long row, its logits [pieces, labels]; a head's `eager` is taken from the log probability of being outside, so
    more is found.

    Where a span is, is settled first, whatever its kind (the kinds' probabilities are added up); then its kind, over all its pieces.
    A span's score is the chance of being inside any. Only stretches that may hold a span are searched, those of all heads at once.
    """
    if not len(heads[0]):
        return [[] for _ in heads]
    told = [np.exp(log_softmax(logits)) for logits in heads]
    merged = np.stack([np.stack([t[:, 0], t[:, 1::2].sum(axis=-1), t[:, 2::2].sum(axis=-1)], axis=-1) for t in told])
    scores, leaning = np.log(np.maximum(merged, 1e-30)), np.array(eager, dtype=np.float32)
    scores[..., 0] -= leaning[:, None]
    awake = merged[..., 0] < 1 - ASLEEP * np.exp(-leaning)[:, None]
    out: list[list[Tagged]] = [[] for _ in heads]
    for each in spans(searched(scores, awake), merged):
        kinds = told[each.row][each.start : each.end, 1:].sum(axis=0)
        out[each.row].append(each._replace(kind=int((kinds[::2] + kinds[1::2]).argmax())))
    return out


def _counted(sizes: Ints) -> Ints:
    """0 … size - 1 for each size, in one row."""
    return np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
