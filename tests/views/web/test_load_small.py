"""Five readers and a writer at once, for seconds: `benchmarks/load.py` in small. `make load` does it with fifty, for ten minutes."""

from __future__ import annotations

import asyncio
import itertools
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3] / "benchmarks"))

import crowded
from desk_server import served
from reporter import Reporter
from speed import one_sentence
from visits import visits

from onrecord.keeping.ledger import Ledger
from onrecord.settings import Settings


def test_five_readers_and_a_writer_get_right_answers(empty: str) -> None:
    """While reports are added, corrected and merged by somebody signed in, each page, twin, picture and export that five readers ask for is whole
    and right, on both databases; and afterwards the ledger is whole and has every report that was added."""
    ticks = itertools.count()
    clock = lambda: f"2026-03-05T10:00:00.{next(ticks):06}Z"  # noqa: E731
    with Ledger(empty, clock=clock, settings=Settings(learned=False), read=one_sentence()) as ledger:
        ledger.add(crowded.reports(24))
        ledger.users.add("Berit", "a password for the test")
        before = ledger.counts().reports
        with served(ledger, login=True) as address:
            writer = Reporter(address, None, user="Berit", password="a password for the test")
            writing = threading.Thread(target=writer.write_once)
            writing.start()
            asked = asyncio.run(visits(address, 5, 120, 0.3, over=lambda: not writing.is_alive()))
            writing.join()
        assert [one for one in (*asked, *writer.asked) if one.fault] == []
        assert len(asked) > 20
        assert len({one.kind for one in asked}) > 5
        assert {"write: add by form", "write: correct", "write: merge", "write: take back"} <= {
            one.kind for one in writer.asked
        }
        assert ledger.counts().reports == before + writer.added
        assert ledger.check() == []
