"""What the tests of batches share: reports of three days, a stand-in's job, a watcher that remembers."""

from __future__ import annotations

import json
from pathlib import Path

import synthetic

from onrecord.batch.job import Job
from onrecord.batch.run import Silent
from onrecord.settings import Settings

HERE = Path(__file__).parent


class Watching(Silent):
    """Remembers what it was told."""

    def __init__(self):
        self.articles, self.passed_over, self.wrote_articles, self.size = [], 0, 0, 0

    def planned(self, size):
        self.size = size

    def article(self, told):
        self.articles.append(told)

    def passed(self, size, shards, articles):
        self.passed_over += articles

    def wrote(self, articles):
        self.wrote_articles += articles


def lines(number: int, seed: int = 7) -> list[str]:
    """Lines of JSON of so many synthetic reports, of three days and one that is not known."""
    rows = synthetic.reports(number, seed)
    for at, row in enumerate(rows):
        row["key"] = f"k{at}"
        if row.pop("published", None):
            row |= {"published": f"2026-03-0{at % 3 + 1}"}
    return [json.dumps(row, ensure_ascii=False) for row in rows]


def stub(**more) -> Job:
    """How a stand-in reads."""
    return Job(Settings(learned=False), program=(str(HERE / "stub.py"),), **more)
