"""A folder of reports of three days, and a batch of it that reads with a stand-in."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import batch_kills
from batch_folder import Watching, lines, stub

from onrecord.batch.run import run


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "b.jsonl").write_text("\n".join(lines(30)) + "\n", encoding="utf-8")
    (folder / "a.txt").write_text("The ministers met in Riga.")
    return folder


@pytest.fixture
def batch(tmp_path: Path):
    """`batch(inputs, out="out", job=…)` runs a batch with the stand-in: (what was told, the summary, the tree of what is there)."""

    def ran(*inputs, out="out", job=None, **more):
        watcher = Watching()
        more = {"size": 10, "format": "jsonl"} | more
        summary = run([str(one) for one in inputs], tmp_path / out, job or stub(), watcher, **more)
        return watcher, summary, batch_kills.tree(tmp_path / out)

    return ran
