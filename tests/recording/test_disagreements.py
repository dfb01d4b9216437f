"""How two figures differ."""

from __future__ import annotations

import pytest

from onrecord.recording.disagreements import compare, interval
from onrecord.values.record import Value


def figure(low: float | None, high: float | None, bound: str, value: object = None) -> Value:
    return Value(low if value is None else value, 0, 1, low=low, high=high, bound=bound)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (figure(18, 18, "exact"), figure(26, 26, "exact"), "conflict"),
        (figure(31, None, "at_least"), figure(44, 44, "exact"), "bound"),
        (figure(75, None, "at_least"), figure(10, 10, "exact"), "conflict"),
        (figure(31, None, "at_least"), figure(40, None, "at_least"), "bound"),
        (figure(31, None, "at_least"), figure(30, 30, "exact"), "bound"),
        (figure(20, 20, "exact"), figure(20, 20, "exact"), None),
        (figure(100, 100, "about"), figure(105, 105, "exact"), None),
        (figure(20, 20, "exact"), figure(20, None, "at_least"), None),
    ],
)
def test_figures_compare_by_their_intervals(first, second, kind):
    """Exclusive intervals conflict, overlapping ones are a matter of the bound, equal figures agree."""
    assert compare(first, second) == kind
    assert compare(second, first) == kind


def test_durations_compare_in_seconds():
    """An hour and 60 minutes are the same length."""
    hour, minutes = (Value(v, 0, 1, bound="exact") for v in ("PT1H", "PT60M"))
    assert interval(hour) == interval(minutes) == (3600, 3600)


def test_words_tell_no_figure():
    """A value in words has no interval."""
    assert interval(Value("dozens of people", 0, 1, bound="vague")) is None
