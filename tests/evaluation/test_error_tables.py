"""The tables of errors: an own gold file and kept records in, counts out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from onrecord.evaluation.error_tables import at_cuts, granularity, main, mentions, of_places, of_times
from onrecord.evaluation.gold import Document
from onrecord.values.record import ArticleHead, Place, PlaceMention, Reader, Record, Time

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Flooding hit Antalya on Sunday, and Springfield two days later."


def record() -> Record:
    """Antalya right and sure, Springfield wrong and doubtful; the Sunday right, two days later wrong."""
    return Record(
        Reader("0"),
        ArticleHead(id="sha256:0", key="a", text=TEXT),
        places=(
            Place("pl1", "Antalya", 323777, "TUR", "Antalya", 36.9, 30.7, "city", 0.97, (PlaceMention(13, 20, "literal"),)),
            Place("pl2", "Springfield", 4409896, "USA", "Missouri", 37.2, -93.3, "city", 0.4, (PlaceMention(36, 47, "literal"),)),
        ),
        times=(
            Time("t1", 24, 30, "DATE", "2015-11-15", confidence=0.9),
            Time("t2", 48, 62, "DATE", "2015-11-18", confidence=0.6),
        ),
    )  # fmt: skip


def gold() -> dict[str, object]:
    return {
        "places": [
            {"start": 13, "end": 20, "geonames": "323777", "lat": 36.9, "lon": 30.7, "country": "TUR", "level": None},
            {"start": 36, "end": 47, "geonames": "4250542", "lat": 39.8, "lon": -89.6, "country": "USA", "level": None},
        ],
        "times": [
            {"start": 24, "end": 30, "type": "DATE", "value": "2015-11-15"},
            {"start": 48, "end": 62, "type": "DATE", "value": "2015-11-17"},
        ],
    }


def pairs() -> list[tuple[Document, Record]]:
    return [(Document("a", TEXT, "2015-11-16", None, gold()), record())]


@pytest.mark.parametrize(
    ("type", "value", "name"),
    [
        ("TIME", "2015-11-15T10:35", "clock time"), ("TIME", "2015-11-15TNI", "part of a day"), ("DATE", "2015-W46", "week"),
        ("DATE", "2015-SU", "season, quarter"), ("DATE", "PAST_REF", "reference"), ("DURATION", "PT35M", "duration"),
        ("SET", "XXXX-WXX-1", "set"), ("DATE", "198", "decade, century"), ("DATE", "?", "other"),
    ],
)  # fmt: skip
def test_a_value_has_one_granularity(type: str, value: str, name: str) -> None:
    """By its form; sets by their type."""
    assert granularity(type, value) == name


def test_times_are_counted_by_granularity() -> None:
    """Two days, both found with their spans, one with the right value."""
    assert of_times(pairs()) == [("day", 2, 100.0, 100.0, 50.0)]


def test_places_are_counted_by_type_and_by_confidence() -> None:
    """Of two cities one is right; above a confidence of .7 only the right one is left."""
    found = list(mentions(pairs()))
    assert of_places(found, "type") == [("city", 2, 100.0, 2, 50.0)]
    kept = {cut: row for cut, *row in at_cuts(found)}
    assert kept[">= 0.00"] == [2, 100.0, 50.0]
    assert kept[">= 0.70"] == [1, 50.0, 100.0]


def test_the_command_prints_tables_and_names_a_missing_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 0 with tables, 2 with a message."""
    file = tmp_path / "gold.jsonl"
    file.write_text(
        json.dumps({"key": "a", "text": TEXT, "published": "2015-11-16", "outlet": None, "gold": gold()}) + "\n"
    )
    empty = tmp_path / "kept.jsonl"
    empty.write_text("")
    assert main([str(file), "--records", str(empty)]) == 0
    assert "0 documents" in capsys.readouterr().out
    assert main([str(tmp_path / "none.jsonl")]) == 2
    assert "cannot be read" in capsys.readouterr().err
