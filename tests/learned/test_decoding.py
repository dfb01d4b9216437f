"""BIO scores to spans."""

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
    assert [(t.start, t.end) for t in tagged(row)] == [(100, 102), (499, 500)]


def test_an_eager_search_finds_more():
    row = np.array([[1.0, 0.5, 0.0]], dtype=np.float32)
    assert tagged(row) == []
    assert len(tagged(row, eager=1.0)) == 1


def test_an_empty_text_has_no_spans():
    assert tagged(np.zeros((0, 3), dtype=np.float32)) == []


def test_a_search_of_stretches_says_what_a_search_of_everything_says():
    """Over many rows; where nothing is awake, nothing is found."""
    told = log_softmax(np.random.default_rng(1).normal(size=(40, 60, 5)).astype(np.float32))
    told[..., 0] += np.where(np.arange(60) % 9 < 4, np.float32(50), np.float32(0))  # surely outside
    awake = np.broadcast_to(np.arange(60) % 9 >= 4, (40, 60))
    assert searched(told, awake).tolist() == viterbi(told).tolist()
    assert not searched(told, np.zeros((40, 60), dtype=np.bool_)).any()
