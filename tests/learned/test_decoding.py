"""BIO scores to spans."""

import tracemalloc

import numpy as np

from onrecord.learned.decoding import log_softmax, searched, spans, steps, tagged, viterbi


def scores(*rows: list[float]) -> np.ndarray:
    return log_softmax(np.array(rows, dtype=np.float32))


def test_nothing_goes_on_that_has_not_begun():
    labels = viterbi(scores([0, 1, 9], [0, 0, 9], [9, 0, 0])[None])
    assert labels.tolist() == [[1, 2, 0]]


def test_a_span_goes_on_only_with_its_own_kind():
    assert steps(5)[1, 4] < -1
    assert steps(5)[1, 2] == 0


def test_spans_carry_their_mean_probability():
    told = scores([0, 8, 0], [0, 0, 8], [8, 0, 0])[None]
    (one,) = spans(viterbi(told), np.exp(told))
    assert (one.start, one.end, one.kind) == (0, 2, 0)
    assert one.score > 0.99


def test_long_rows_are_searched_only_where_something_may_be():
    row = np.zeros((500, 3), dtype=np.float32)
    row[:, 0] = 9
    row[100] = [0, 9, 0]
    row[101] = [0, 0, 9]
    row[499] = [0, 9, 0]
    assert [(t.start, t.end) for t in tagged([row], [0.0])[0]] == [(100, 102), (499, 500)]


def test_an_eager_search_finds_more():
    row = np.array([[1.0, 0.5, 0.0]], dtype=np.float32)
    assert tagged([row], [0.0]) == [[]]
    assert len(tagged([row], [1.0])[0]) == 1


def test_an_empty_text_has_no_spans():
    assert tagged([np.zeros((0, 3), dtype=np.float32)] * 2, [0.0, 0.0]) == [[], []]


def test_a_search_of_stretches_says_what_a_search_of_everything_says():
    """Over many rows; where nothing is awake, nothing is found."""
    told = log_softmax(np.random.default_rng(1).normal(size=(40, 60, 5)).astype(np.float32))
    told[..., 0] += np.where(np.arange(60) % 9 < 4, np.float32(50), np.float32(0))  # surely outside
    awake = np.broadcast_to(np.arange(60) % 9 >= 4, (40, 60))
    assert searched(told, awake).tolist() == viterbi(told).tolist()
    assert not searched(told, np.zeros((40, 60), dtype=np.bool_)).any()


def test_a_long_stretch_beside_many_short_ones_takes_memory_for_itself_alone():
    """Filled up to the longest, a text's stretches would take memory that grows with its square: of the longest text ten gigabytes and more."""
    awake = np.concatenate([np.ones(4000, dtype=np.bool_), np.arange(12000) % 7 % 3 > 0])[None]
    told = log_softmax(np.random.default_rng(3).normal(size=(1, 16000, 3)).astype(np.float32))
    tracemalloc.start()
    found = searched(told, awake)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000
    assert found.tolist() == viterbi(np.where(awake[..., None], told, scores([0, -1e4, -1e4]))).tolist()


def test_heads_searched_together_say_what_each_says_alone():
    """Heads with more kinds and fewer, eager and not: their spans do not run into each other's."""
    chance = np.random.default_rng(2)
    heads = [chance.normal(size=(80, labels)).astype(np.float32) * 2 for labels in (3, 9, 5)]
    together = tagged(heads, [0.0, 1.0, 0.5])
    assert all(together)
    for row, (head, eager) in enumerate(zip(heads, [0.0, 1.0, 0.5], strict=True)):
        alone = tagged([head], [eager])[0]
        assert [t._replace(row=0, score=0) for t in together[row]] == [t._replace(score=0) for t in alone]
        assert np.allclose([t.score for t in together[row]], [t.score for t in alone])


def test_a_span_at_the_end_of_a_row_ends_there():
    """The next row begins with a span of the same kind; the two are two, each with its own score."""
    labels = np.array([[0, 1, 2], [1, 2, 0]])
    sure = np.zeros((2, 3, 3), dtype=np.float32)
    sure[0, 1:, 1], sure[1, :2, 2] = 0.5, 0.75
    assert [tuple(t) for t in spans(labels, sure)] == [(0, 1, 3, 0, 0.5), (1, 0, 2, 0, 0.75)]
    assert spans(np.zeros((2, 3), dtype=np.int64), sure) == []
