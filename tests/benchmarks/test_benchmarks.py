"""The benchmarks' own arithmetic: what is fitted, drawn, judged and reckoned."""

from __future__ import annotations

import itertools
import json
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from onrecord.settings import Settings
from onrecord.values.article import Article

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import articles
import bench
import calls
import growth
import memory
import replay
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


def test_the_plot_is_whole_and_nothing_runs_over_its_edge_or_over_another_label() -> None:
    """It is well-formed SVG, names each curve with its slope and exponent, and two curves that end alike have labels apart."""
    alike = growth.Curve("keeping", ((100, 0.2), (1_000, 2.1), (10_000, 40.5)))
    picture = ET.fromstring(growth.plot([*CURVES, alike]))
    _, _, width, height = map(float, picture.get("viewBox").split())
    circles = [one for one in picture.iter() if one.tag.endswith("circle")]
    assert len(circles) == 9
    assert all(0 <= float(one.get("cx")) <= width and 0 <= float(one.get("cy")) <= height for one in circles)
    labels = [one for one in picture.iter() if one.tag.endswith("text") and "ms an article" in "".join(one.itertext())]
    assert ["".join(one.itertext()) for one in labels][1] == "4.0 ms an article · n1.30"
    heights = sorted(float(one.get("y")) for one in labels)
    assert all(b - a >= 30 for a, b in itertools.pairwise(heights))
    assert heights[-1] < height


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


def test_the_page_is_written_between_its_marks_and_nowhere_else(tmp_path) -> None:
    """What was measured is a row, what was not is none; the rest of the page stays; a page without marks is refused."""
    measured = {
        "read": 0.1,
        "ratio": 0.5,
        "driver": 500.0,
        "ran": {"side": {"when": "2026-11-25 04:00 UTC", "load": 0.2, "machine": "2 cores"}},
    }
    text = f"# Costs\n\n{scale.MARKS[0]}\n\nold\n\n{scale.MARKS[1]}\n\nThe end.\n"
    once = scale.written(text, scale.page(measured, 0.04, 0.02))
    assert scale.written(once, scale.page(measured, 0.04, 0.02)) == once
    assert once.startswith("# Costs\n")
    assert once.endswith("\n\nThe end.\n")
    assert "old" not in once
    assert (
        "| reading, an article of 450 words | 100.00 ms of a core: 10.0 articles/s; 0.50 × the bare spaCy pipeline | `--only side`, 2026-11-25 04:00 UTC, load 0.2 |"
        in once
    )
    assert "Ray" not in once
    with pytest.raises(ValueError, match="marks"):
        scale.written("# Costs\n", "")


def test_a_part_measured_anew_leaves_the_others(tmp_path) -> None:
    """Each keeps its numbers, its day and its machine."""
    path = tmp_path / "measured.json"
    bench.remember(path, "side", {"read": 0.3}, {"when": "yesterday"})
    bench.remember(path, "sizes", {"ledger": 9_000.0}, {"when": "today"})
    bench.remember(path, "side", {"read": 0.2}, {"when": "today"})
    found = json.loads(path.read_text())
    assert (found["read"], found["ledger"]) == (0.2, 9_000.0)
    assert {name: one["when"] for name, one in found["ran"].items()} == {"side": "today", "sizes": "today"}


def test_a_worker_is_seen_as_it_grows_and_as_it_is_replaced() -> None:
    """The slope is that inside one process; the peak is that of all."""
    looks = [(n, n % 500 or 500, 200 + 0.01 * (n % 500 or 500), 210.0) for n in range(100, 1_001, 100)]
    found = memory.Held("one", looks)
    assert round(found.slope, 6) == 10.0
    assert found.most == 210.0
    assert "| one | 1,000 | 205 | 205 | 205 | 210 | +10.0 |" in memory.lines([found])


def test_brief_reports_have_words_of_their_own() -> None:
    """Memory that keeps words must grow with them."""
    some = [one["text"] for one in articles.brief_reports(50)]
    assert some == [one["text"] for one in articles.brief_reports(50)]
    words = [word for text in some for word in set(text.split())]
    assert sum(words.count(word) == 1 for word in set(words)) >= 100


def test_a_replay_answers_with_the_record_of_the_same_text(tmp_path) -> None:
    """Under the key and day of the article that asks."""
    rows = articles.short_reports(3)
    replay.remember(rows, tmp_path / "r.jsonl", Settings(learned=False))
    read = replay.replaying(tmp_path / "r.jsonl")
    found = read(Article(rows[1]["text"], key="other", published="2026-05-05"), Settings())
    assert (found.article.key, found.article.published.value) == ("other", "2026-05-05")
    assert found.article.text == rows[1]["text"]
