"""Widths, wraps, places of labels, and of points on the map."""

from __future__ import annotations

import re

import pytest

from onrecord.views.charts.measure import balanced, clipped, width_of, wrapped
from onrecord.views.charts.picture import Look, Picture, Table
from onrecord.views.charts.placing import apart, free
from onrecord.views.charts.projecting import fitted
from onrecord.views.charts.rendering import svg


def test_labels_that_would_touch_are_moved_as_little_as_can_be() -> None:
    """Two labels at one place stand above and below it; one that is alone stays."""
    assert apart([10, 11, 50], [12, 12, 12], 0, 100) == [6.0, 18.0, 50.0]
    assert apart([50, 50], [10, 20], 0, 100) == [42.5, 57.5]
    assert apart([], [], 0, 10) == []


def test_labels_stay_within_and_in_their_order_also_where_there_are_too_many() -> None:
    """Thirty labels in the room of ten are pressed together, none leaves the field or passes another."""
    places = apart([5.0] * 15 + [90.0] * 15, [10.0] * 30, 0, 100)
    assert places == sorted(places)
    assert places[0] >= 0
    assert places[-1] <= 100


def test_a_box_is_free_where_it_covers_nothing_and_stays_within() -> None:
    """Touching is allowed, covering is not."""
    within = (0.0, 0.0, 100.0, 100.0)
    assert free((10, 0, 20, 10), [(0, 0, 10, 10)], within)
    assert not free((9, 0, 20, 10), [(0, 0, 10, 10)], within)
    assert not free((95, 0, 105, 10), [], within)


def test_a_line_is_cut_at_a_word_and_says_so() -> None:
    """What does not fit is left out with an ellipsis, and the rest fits."""
    line = clipped("the regional governor's office for bridges", 90)
    assert line == "the regional …"
    assert width_of(line) <= 90
    assert clipped("short", 90) == "short"
    assert width_of(clipped("Donaudampfschifffahrtsgesellschaft", 60)) <= 60


def test_lines_fit_and_none_is_left_with_a_word_alone() -> None:
    """A wrapped title has lines of about one width; a no-break space keeps a number with its bound."""
    title = "How many were killed: told as at most 21 on 1 May, as about 35 on 5 May 2026"
    lines = balanced(title, 400, 19, bold=True)
    assert " ".join(lines) == title
    assert all(width_of(line, 19, bold=True) <= 400 for line in lines)
    assert min(map(len, lines)) > 20
    assert wrapped("the ministry: at\u00a0least\u00a021", 80) == ["the ministry:", "at least 21"]
    assert wrapped("the ministry: at least 21", 80)[-1] == "least 21"
    assert wrapped("", 100) == []


@pytest.mark.parametrize(
    "points",
    [
        [(-9.15, 38.73), (-0.2, 5.56), (10.0, 62.0)],
        [(179.0, -18.0), (-175.0, -21.0)],
        [(-77.0, -12.0), (139.7, 35.7), (-0.2, 5.6)],
        [(2.35, 48.85)],
    ],
    ids=["two continents", "over the date line", "the world", "one point"],
)
def test_a_place_is_where_the_map_has_it(points: list[tuple[float, float]]) -> None:
    """Our projection gives the px that d3 gives, so a label stands at its dot; and every point is on the map."""
    projection = fitted(points, 700)
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": projection.width,
        "height": projection.height,
        "autosize": "none",
        "projection": projection.spec,
        "data": {"values": [{"lon": lon, "lat": lat} for lon, lat in points]},
        "mark": {"type": "text", "text": "x"},
        "encoding": {
            "longitude": {"field": "lon", "type": "quantitative"},
            "latitude": {"field": "lat", "type": "quantitative"},
        },
    }
    drawn = svg(Picture("map", "t", "", "", "a", Table("", ()), 1, spec, Look()))
    theirs = [(float(x), float(y)) for x, y in re.findall(r"<text [^>]*translate\(([-\d.]+),([-\d.]+)\)", drawn)]
    ours = [projection.at(point) for point in points]
    assert len(theirs) == len(ours)
    for (x, y), (a, b) in zip(ours, theirs, strict=True):
        assert x == pytest.approx(a, abs=0.6)
        assert y == pytest.approx(b, abs=4)  # the text's baseline
        assert 0 <= x <= projection.width
        assert 0 <= y <= projection.height
