"""Tags, dependencies and sentences of given words, from the vectors that the network has read anyway.

Each word is judged at its first piece, in the window that sees it best; its head is the likeliest word of its own sentence such that the
sentence is one tree (Chu & Liu 1965; Edmonds 1967).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from onrecord.learned.decoding import log_softmax
from onrecord.learned.labels import DEPENDENCIES, TAGS
from onrecord.learned.trees import tree

if TYPE_CHECKING:
    from onrecord.learned.network import Graphs, Scan

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

NOWHERE: Final = -1e4
LONGEST: Final = 400
"""Words of a sentence; a longer one is cut there."""


@dataclass(frozen=True)
class Words:
    """The words to be judged: code points, half open, in order, and the number of each one's line (no sentence goes beyond a line)."""

    starts: Ints
    ends: Ints
    lines: Ints

    def __len__(self) -> int:
        return len(self.starts)


@dataclass(frozen=True)
class Parse:
    """One entry a word: code points, Penn tag, dependency, number of its head (a root's is its own), number of its sentence."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    dependencies: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    sentences: tuple[int, ...] = ()


def parse(graphs: Graphs, scan: Scan, words: Words) -> Parse:
    """Every word gets a tag, a head and a sentence, also one that no piece begins with (it hangs on the word before it)."""
    if not len(words):
        return Parse()
    first = np.minimum(np.searchsorted(scan.pieces.ends, words.starts, side="right"), max(0, len(scan.pieces) - 1))
    if not len(scan.pieces):
        alone = tuple(range(len(words)))
        return Parse(*_places(words), ("XX",) * len(words), ("dep",) * len(words), alone, alone)
    views = [_seen(graphs, scan, first, number) for number in range(len(scan.ranges))]
    labels = np.zeros((len(words), len(TAGS) + len(DEPENDENCIES) + 2), dtype=np.float32)
    for view in views:
        labels[view.own] = view.labels[view.own - view.low]
    tags, dependencies, opens = np.split(labels, (len(TAGS), len(TAGS) + len(DEPENDENCIES)), axis=1)
    sentences = _sentences(opens[:, 1] > opens[:, 0], words.lines)
    heads = _heads(views, sentences)
    names = dependencies[:, 1:].argmax(1) + 1  # the root is who heads himself, nobody else
    names[heads == np.arange(len(words))] = 0
    return Parse(
        *_places(words),
        tuple(TAGS[i] for i in tags.argmax(1)),
        tuple(DEPENDENCIES[i] for i in names),
        tuple(heads.tolist()),
        tuple(sentences.tolist()),
    )


def _places(words: Words) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(words.starts.tolist()), tuple(words.ends.tolist())


@dataclass(frozen=True)
class _View:
    """What one window says of the words from `low` to `high`; `own` are those that it sees best."""

    low: int
    high: int
    own: Ints
    labels: Floats
    arcs: Floats


def _seen(graphs: Graphs, scan: Scan, first: Ints, number: int) -> _View:
    start, end = scan.ranges[number]
    low, high = (int(i) for i in np.searchsorted(first, (start, end), side="left"))
    own = low + np.flatnonzero(scan.owner[first[low:high]] == number)
    if not len(own):
        empty = np.zeros((0, 0), dtype=np.float32)
        return _View(low, high, own, empty, empty)
    labels, arcs = graphs.words(scan.hidden[number][first[low:high] - start + 1])
    return _View(low, high, own, labels, arcs)


def _sentences(opens: npt.NDArray[np.bool_], lines: Ints) -> Ints:
    begins = opens.copy()
    begins[0] = True
    begins[1:] |= lines[1:] != lines[:-1]
    since = 0
    for i in range(len(begins)):  # a sentence without end would cost its square
        since = 0 if begins[i] else since + 1
        if since == LONGEST:
            begins[i], since = True, 0
    return np.cumsum(begins) - 1


def _heads(views: list[_View], sentences: Ints) -> Ints:
    """The best tree of each sentence; scores of words in different windows are made comparable as log probabilities."""
    total = len(sentences)
    starts = np.searchsorted(sentences, np.arange(int(sentences[-1]) + 2), side="left")
    out = np.arange(total)
    scores: dict[int, Floats] = {}
    for view in views:
        for s in np.unique(sentences[view.own]):
            lo, hi = int(starts[s]), int(starts[s + 1])
            table = scores.setdefault(int(s), np.full((hi - lo, hi - lo), NOWHERE, dtype=np.float32))
            a, b = max(lo, view.low), min(hi, view.high)
            mine = view.own[(view.own >= lo) & (view.own < hi)]
            part = view.arcs[mine - view.low][:, a - view.low : b - view.low]
            table[mine - lo, a - lo : b - lo] = log_softmax(part)
    for s, table in scores.items():
        lo = int(starts[s])
        out[lo : lo + len(table)] = lo + tree(table)
    return out
