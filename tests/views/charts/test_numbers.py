"""Numbers with their bounds, days and hours, as marks and in words."""

from __future__ import annotations

import pytest

from onrecord.views.charts.bounds import Marks, in_words, key, marks, tamed
from onrecord.views.charts.times import DAY, days, moment, stretch, time_axis


@pytest.mark.parametrize(
    ("low", "high", "bound", "drawn", "said"),
    [
        (20, 20, "exact", Marks(dot=20), "20"),
        (35, 35, "about", Marks(dot=35, full=False), "about 35"),
        (1200, None, "at_least", Marks(dot=1200, up=1200), "at least 1,200"),
        (None, 9, "at_most", Marks(dot=9, down=9), "at most 9"),
        (2.5, 4, "between", Marks(low=2.5, high=4), "2.5 to 4"),
        (20, 99, "vague", Marks(low=20, high=99, pale=True), "dozens"),
        (100, None, "vague", Marks(pale=True, up=100), "dozens"),
    ],
)
def test_a_mark_says_no_more_than_the_account(low, high, bound, drawn, said) -> None:
    """An open bound has an arrow and no end; "about" is a ring; a word is a pale bar over what it can mean."""
    assert marks(low, high, bound) == drawn
    assert in_words(low, high, bound, "dozens") == said


def test_what_has_no_number_has_no_mark() -> None:
    """Without bounds there is nothing to draw."""
    assert marks(None, None, None) is None


def test_a_vague_word_does_not_press_all_figures_together() -> None:
    """ "Hundreds" beside 20 is drawn with an open end; alone, or not far from the figures, it keeps its end."""
    vague = Marks(low=100, high=999, pale=True)
    assert tamed([Marks(dot=20), vague])[1] == Marks(pale=True, up=100)
    assert tamed([vague]) == [vague]
    assert tamed([Marks(dot=800), vague])[1] == vague


def test_the_key_names_only_the_marks_that_are_there() -> None:
    """Dots need no key; both arrows are told in one."""
    assert key([Marks(dot=1)]) == ""
    assert key([Marks(dot=1, full=False), None]) == "Ring: about."
    assert key([Marks(dot=1, up=1), Marks(dot=1, down=1)]) == "Arrow: at least, or at most."


def test_days_in_words_are_as_short_as_they_can_be() -> None:
    """A stretch within a month names it once; a whole month or year is named as such."""
    at = {day: moment(day) or 0 for day in ("2026-03-03", "2026-03-05", "2026-04-02")}
    assert days(at["2026-03-03"], at["2026-03-03"]) == "3 March 2026"
    assert days(at["2026-03-03"], at["2026-03-05"]) == "3 to 5 March 2026"
    assert days(at["2026-03-05"], at["2026-04-02"]) == "5 March to 2 April 2026"
    low, high = stretch("2026-01-01", "2026-01-31") or (0, 0)
    assert days(low, high - 1) == "January 2026"
    low, high = stretch("2025-01-01", "2025-12-31") or (0, 0)
    assert days(low, high - 1) == "2025"


def test_a_moment_is_taken_in_utc_and_a_month_is_none() -> None:
    """An offset is reckoned in; a day stands at its noon; what is no day has no place."""
    assert moment("1970-01-01T00:00+01:00") == -3_600_000
    assert moment("1970-01-01") == DAY / 2
    assert [moment(v) for v in (None, "", "2026-03", "Tuesday", "2026-13-01")] == [None] * 5
    assert stretch("2026-03", None) is None


def test_an_axis_of_days_alone_names_no_hours() -> None:
    """Reports dated by the day are not drawn as if they had appeared at noon."""
    one = moment("2026-03-04") or 0
    assert time_axis([one], 500, hours=False).high - time_axis([one], 500, hours=False).low >= 2 * DAY
    assert time_axis([one], 500).high - time_axis([one], 500).low < DAY
