"""The benchmarks' own arithmetic: what is fitted, drawn, judged and reckoned."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree as ET

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import articles
import calls
import growth
import scale

CURVES = [
    growth.Curve("reading", ((100, 30.0), (1_000, 300.0), (10_000, 3_000.0))),
    growth.Curve("grouping", ((100, 0.1), (1_000, 2.0), (10_000, 40.0))),
]


def test_the_exponent_is_that_of_the_power_law() -> None:
    """Ten times the articles in ten times the time is 1; in twenty times the time 1.3."""
    assert round(CURVES[0].exponent, 6) == 1
    assert round(CURVES[1].exponent, 2) == 1.30
    assert CURVES[0].slope == 0.3


def test_the_plot_is_whole_and_every_point_lies_inside() -> None:
    """It is well-formed SVG, names each curve with its exponent, and runs over no edge."""
    picture = ET.fromstring(growth.plot(CURVES))
    circles = [one for one in picture.iter() if one.tag.endswith("circle")]
    assert len(circles) == 6
    assert all(0 <= float(one.get("cx")) <= 640 and 0 <= float(one.get("cy")) <= 400 for one in circles)
    assert "grouping: n^1.30" in "".join(picture.itertext())


def test_more_calls_than_are_kept_fail_and_other_weights_are_not_judged() -> None:
    """Five per cent are room; counts under the weights of another day say nothing."""
    kept = {"rules": {"ours": 100, "all": 200}, "network": {"ours": 100, "all": 200, "weights": "a"}}
    assert not calls.judged({"rules": {"ours": 104, "all": 200}}, kept)
    assert "rules" in calls.judged({"rules": {"ours": 106, "all": 200}}, kept)[0]
    assert not calls.judged({"network": {"ours": 900, "all": 900, "weights": "b"}}, kept)


def test_articles_are_long_varied_and_the_same_for_the_same_seed() -> None:
    """Some 450 words each, no two alike."""
    some = articles.long_reports(5)
    assert some == articles.long_reports(5)
    assert all(440 <= len(one["text"].split()) <= 520 for one in some)
    assert len({one["text"] for one in some}) == 5


def test_scale_is_reckoned_from_what_was_measured() -> None:
    """A third of a second an article is 926 core-hours for ten million."""
    measured = dict.fromkeys(("keep", "group", "packed", "parquet", "ledger"), 0.0)
    measured |= {"read": 1 / 3, "at": 1_000, "exponent": 1.1, "driver": 600.0}
    row = next(line for line in scale.table(measured, 0.04, 0.02) if line.startswith("| 10,000,000"))
    assert row.split(" | ")[1] == "926"
