"""Words, trees and sentences from what the network says of them."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from onrecord.learned.labels import DEPENDENCIES, TAGS
from onrecord.learned.network import Scan
from onrecord.learned.parsing import Words, WordScores, parse
from onrecord.learned.pieces import Pieces
from onrecord.learned.trees import cyclic, tree


def best(scores: np.ndarray) -> float:
    """The best tree's score, by trying all."""
    n = len(scores)
    trees = (h for h in itertools.product(range(n), repeat=n) if sum(h[i] == i for i in range(n)) == 1)
    return max(sum(scores[i, h[i]] for i in range(n)) for h in trees if not cyclic(np.array(h)))


@pytest.mark.parametrize("seed", range(40))
def test_the_tree_is_one_tree_and_the_best(seed: int) -> None:
    """One root, no cycle, and no better tree among all that there are."""
    scores = np.random.default_rng(seed).normal(size=(4, 4)).astype(np.float32)
    scores[np.diag_indices(4)] -= [0, 0, 0, 9]  # three likely roots, as many as are tried
    heads = tree(scores)
    assert sum(heads == np.arange(4)) == 1
    assert not cyclic(heads)
    assert sum(scores[i, h] for i, h in enumerate(heads)) == pytest.approx(best(scores), abs=1e-4)


class Told:
    """Graphs that tag every word NN, open a sentence where asked, and hang each word on its left neighbour."""

    parses = True

    def __init__(self, opening: set[int]) -> None:
        self.opening = opening

    def words(self, seen: np.ndarray) -> WordScores:
        """`seen` holds the numbers of the words, four times."""
        assert (seen == seen[:, :1]).all()
        number = seen[:, 0].astype(int)
        count = len(number)
        tags, headed = np.zeros((count, len(TAGS)), np.float32), np.zeros((count, len(DEPENDENCIES)), np.float32)
        tags[:, TAGS.index("NN")] = headed[:, DEPENDENCIES.index("nsubj")] = 1
        opens = np.array([[0, 1 if n in self.opening else -1] for n in number], dtype=np.float32)
        nothing = np.zeros((count, 1), dtype=np.float32)
        far = np.array([0, 5, 0, 0, 0], dtype=np.float32)  # the word before
        return WordScores(tags, opens, nothing, nothing, nothing[:, 0], headed, np.zeros_like(headed), far)


def scanned(words: int, windows: list[tuple[int, int]], owner: list[int]) -> Scan:
    """One piece a word, five code points each; a vector holds its word's number in the window that owns it, and nonsense elsewhere."""
    at = np.arange(words)
    pieces = Pieces(at, at * 5, at * 5 + 4, at, np.ones(words, dtype=bool))
    hidden = []
    for number, (start, end) in enumerate(windows):
        vectors = np.full((end - start + 2, 1), -9, dtype=np.float32)
        vectors[1:-1, 0] = np.where(np.array(owner[start:end]) == number, at[start:end], -9)
        hidden.append(vectors)
    offsets = np.cumsum([0, *(len(vectors) for vectors in hidden)])
    seen = np.concatenate(hidden) if hidden else np.zeros((0, 1), dtype=np.float32)
    rows = np.array([offsets[own] + 1 + piece - windows[own][0] for piece, own in enumerate(owner)], dtype=np.int64)
    logits = np.zeros((words, 1), dtype=np.float32)
    return Scan(pieces, tuple(windows), tuple(offsets.tolist()), rows, seen, seen, seen, logits, np.array(owner))


def given(count: int, lines: list[int]) -> Words:
    at = np.arange(count)
    return Words(at * 5, at * 5 + 4, np.array(lines))


def test_no_word_hangs_on_another_sentence() -> None:
    """A sentence begins where the network says and where a line does; its first word is its root."""
    told = parse(Told({3}), scanned(6, [(0, 6)], [0] * 6), given(6, [0, 0, 0, 0, 0, 1]))
    assert told.sentences == (0, 0, 0, 1, 1, 2)
    assert told.heads == (0, 0, 1, 3, 3, 5)
    assert told.dependencies == ("ROOT", "nsubj", "nsubj", "ROOT", "nsubj", "ROOT")


def test_a_sentence_over_two_windows_is_one_tree() -> None:
    """Each word is judged in the window that sees it best, and the sentence is still one tree."""
    told = parse(Told(set()), scanned(6, [(0, 4), (2, 6)], [0, 0, 0, 1, 1, 1]), given(6, [0] * 6))
    assert told.heads == (0, 0, 1, 2, 3, 4)
    assert told.sentences == (0,) * 6


def test_words_without_pieces_are_still_words() -> None:
    """Nothing to look at gives no error, and each word stands alone."""
    told = parse(Told(set()), scanned(0, [], []), given(2, [0, 0]))
    assert told.heads == (0, 1)


def test_an_endless_sentence_is_cut() -> None:
    """A thousand words without a full stop do not cost their square."""
    told = parse(Told(set()), scanned(1000, [(0, 1000)], [0] * 1000), given(1000, [0] * 1000))
    assert max(told.sentences) == 2


def test_a_dependency_fits_the_word_and_its_head() -> None:
    """The same word is another thing under another head: what both say is added up."""

    class Fitting(Told):
        def words(self, seen: np.ndarray) -> WordScores:
            told = super().words(seen)
            told.heading[0, DEPENDENCIES.index("dobj")] = 2  # whoever hangs on the first word
            return told

    told = parse(Fitting(set()), scanned(3, [(0, 3)], [0] * 3), given(3, [0] * 3))
    assert told.dependencies == ("ROOT", "dobj", "nsubj")
