"""Tags, dependencies and sentences of given words, from the vectors that the network has read anyway.

Each word is judged by its first and last piece, in the windows that see them best, and by the words about it; its head is the likeliest word of its
own sentence such that the sentence is one tree (Chu & Liu 1965; Edmonds 1967), by the product of two vectors (Dozat & Manning, ICLR 2017) and by
how far the two stand apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.learned.labels import DEPENDENCIES, TAGS
from onrecord.learned.trees import tree

if TYPE_CHECKING:
    from onrecord.learned.network import Graphs, Scan

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

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


class WordScores(NamedTuple):
    """What the word heads say: `tags` [words, 50], `opens` [words, 2] (whether a sentence begins there), `below` and `above` [words, 128], the word as one
    that is headed and as one that heads, `prior` [words] how likely it heads at all, `headed` and `heading` [words, 46], whose sum over an arc scores its
    dependency, `far` [2 n + 1] what a distance of -n … n words to the head adds."""

    tags: Floats
    opens: Floats
    below: Floats
    above: Floats
    prior: Floats
    headed: Floats
    heading: Floats
    far: Floats


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
    """Every word gets a tag, a head and a sentence, also one that no piece begins with (it is judged by the piece before it)."""
    if not len(words):
        return Parse()
    if not len(scan.pieces):
        alone = tuple(range(len(words)))
        return Parse(*_places(words), ("XX",) * len(words), ("dep",) * len(words), alone, alone)
    told = graphs.words(vectors(scan, words))
    sentences = _sentences(told.opens[:, 1] > told.opens[:, 0], words.lines)
    heads = _heads(told, sentences)
    dependencies = (told.headed + told.heading[heads])[:, 1:].argmax(1) + 1
    dependencies[heads == np.arange(len(words))] = 0  # the root is who heads himself, nobody else
    return Parse(
        *_places(words),
        tuple(TAGS[i] for i in told.tags.argmax(1).tolist()),
        tuple(DEPENDENCIES[i] for i in dependencies.tolist()),
        tuple(heads.tolist()),
        tuple(sentences.tolist()),
    )


def vectors(scan: Scan, words: Words) -> Floats:
    """[words, 4 x 384]: the first piece after two layers, after four, and at the end; the last piece after two."""
    last_piece = max(0, len(scan.pieces) - 1)
    first = np.minimum(np.searchsorted(scan.pieces.ends, words.starts, side="right"), last_piece)
    last = np.maximum(first, np.searchsorted(scan.pieces.starts, words.ends, side="left") - 1)
    first, last = scan.rows[first], scan.rows[last]
    seen = ((scan.low, first), (scan.middle, first), (scan.hidden, first), (scan.low, last))
    return np.concatenate([layer[rows] for layer, rows in seen], axis=1)


def _places(words: Words) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(words.starts.tolist()), tuple(words.ends.tolist())


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


def _heads(told: WordScores, sentences: Ints) -> Ints:
    """The best tree of each sentence."""
    out = np.arange(len(sentences))
    edges = np.searchsorted(sentences, np.arange(int(sentences[-1]) + 2), side="left")
    reach = len(told.far) // 2
    scale = np.float32(told.below.shape[1] ** -0.5)
    at = np.arange(int(np.diff(edges).max()))
    far = told.far[np.clip(at[None, :] - at[:, None], -reach, reach) + reach]
    for lo, hi in pairwise(edges.tolist()):
        length = hi - lo
        scores = told.below[lo:hi] @ told.above[lo:hi].T * scale + told.prior[None, lo:hi] + far[:length, :length]
        out[lo:hi] = lo + tree(scores)
    return out
