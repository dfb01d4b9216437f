"""What the vocabulary cannot see: quotation states, lines, capitals."""

import numpy as np

from onrecord.learned.features import CLOSING, INSIDE, OPENING, OUTSIDE, features, quotation_spans, quotation_states


def test_a_quote_left_open_runs_to_the_end_of_its_paragraph():
    assert quotation_spans('"One.\n"Two," she said.') == [(0, 5), (6, 12)]


def test_straight_marks_alternate():
    assert quotation_spans('"a" b "c"') == [(0, 3), (6, 9)]


def test_states_tell_marks_from_what_they_hold():
    assert quotation_states("x “ab”")[:6].tolist() == [OUTSIDE, OUTSIDE, OPENING, INSIDE, INSIDE, CLOSING]


def test_given_quotations_replace_the_rule():
    assert not quotation_states('"a"', [(5, 5)])[:3].any()


def test_features_hold_quotation_line_and_case():
    text = "He\nUSA 1"
    starts, ends = np.array([0, 3, 7]), np.array([2, 6, 8])
    assert features(text, starts, ends).tolist() == [4 + 1, 4 + 2, 3]
