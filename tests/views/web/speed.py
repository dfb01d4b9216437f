"""How long the desk takes for the page of a story of 200 reports: first, when it is compared, and afterwards.

python tests/views/web/speed.py                    reports read by a reader that knows one sentence (seconds)
python tests/views/web/speed.py --ledger crowd.db  reports read in earnest and kept there (some minutes the first time)
"""

# ruff: noqa: E402, T201  a command, which finds its neighbours first
from __future__ import annotations

import argparse
import importlib.util
import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import crowded
from fastapi.testclient import TestClient

from onrecord.keeping.ledger import Ledger
from onrecord.pipeline import read_article
from onrecord.settings import Settings
from onrecord.views.web.application import application
from onrecord.views.web.options import Options

LIMIT = 0.3  # seconds
TIMES = 9


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds for one page, the first time and afterwards (median): by the clock, and of the processor."""

    reports: int
    claims: int
    size: int
    first: float
    first_processor: float
    afterwards: float
    processor: float

    def __str__(self) -> str:
        return (
            f"story page of {self.reports} reports ({self.claims} pieces of evidence, {self.size // 1024} kB): first {self.first * 1000:.0f} ms "
            f"(processor {self.first_processor * 1000:.0f} ms), afterwards {self.afterwards * 1000:.0f} ms (processor {self.processor * 1000:.0f} ms)"
        )


def one_sentence() -> Callable[..., Any]:
    """A reader of one sentence, from the tests of the ledger."""
    found = importlib.util.spec_from_file_location("ledger_conftest", HERE.parent.parent / "ledger" / "conftest.py")
    assert found is not None
    assert found.loader is not None
    made = importlib.util.module_from_spec(found)
    sys.modules["ledger_conftest"] = made
    found.loader.exec_module(made)
    read: Callable[..., Any] = made.tell
    return read


def crowd(path: Path, *, in_earnest: bool = False, number: int = 200) -> Ledger:
    """A ledger of so many reports of one happening, judged to be one story where the grouping makes several of them."""
    ticks = itertools.count()
    read = read_article if in_earnest else one_sentence()
    ledger = Ledger(path, clock=lambda: f"2026-03-05T10:00:00.{next(ticks):06}Z", settings=Settings(), read=read)
    if not ledger.stories():
        ledger.add(crowded.reports(number))
    first, *others = sorted(ledger.stories(), key=lambda one: -len(one.reports))
    for other in others:
        ledger.merge("story", first.id, other.id, author="speed", why="all of them tell of the talks in Riga")
    return ledger


def measure(ledger: Ledger) -> Measured:
    """Asks for the page of the ledger's largest story, as a browser does."""
    story = max(ledger.stories(), key=lambda one: len(one.reports))
    client = TestClient(application(ledger, Options()), base_url="http://127.0.0.1:8600")
    client.get("/codebook")  # templates and routes are loaded
    walls, processors = [], []
    for _ in range(TIMES + 1):
        wall, processor = time.perf_counter(), time.process_time()
        answer = client.get(f"/stories/{story.id}")
        walls.append(time.perf_counter() - wall)
        processors.append(time.process_time() - processor)
        assert answer.status_code == 200
    told = client.get(f"/stories/{story.id}.json").json()
    claims = sum(len(p["evidence"]) for q in (*told["disputed"], *told["looser"]) for p in q["positions"])
    return Measured(
        len(story.reports),
        claims,
        len(answer.content),
        walls[0],
        processors[0],
        statistics.median(walls[1:]),
        statistics.median(processors[1:]),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ledger", type=Path, help="a file to keep the reports in, read in earnest")
    args = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        crowd(args.ledger or Path(folder) / "crowd.db", in_earnest=bool(args.ledger)) as ledger,
    ):
        told = measure(ledger)
    print(told)
    return 0 if told.processor < LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
