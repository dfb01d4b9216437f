"""The page of a large story does not make people wait."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from speed import LIMIT, crowd, measure


def test_the_page_of_a_story_of_two_hundred_reports_takes_less_than_300_ms(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Once the story is compared (the server does so ahead for the newest), its page takes the server's processor under 300 ms."""
    with crowd(tmp_path / "crowd.db") as ledger:
        told = measure(ledger)
    record_property("figures", str(told))
    assert told.reports == 200
    assert told.claims >= 150
    assert told.processor < LIMIT
