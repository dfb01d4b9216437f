"""One scorer of the shared folder, run on what this very installation reads: figures out.

The scorers are programs of their own (standard library only) and start the reader themselves, as anybody's command.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from onrecord.evaluation.sets import GoldSet

LONGEST = 1800  # seconds for one set; far beyond what any needs


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one set gave: figures by name, or why there are none (`fault`), or that its verb is not there yet (`unwired`)."""

    gold: GoldSet
    limit: int | None
    figures: Mapping[str, float] = field(default_factory=dict)
    seconds: float = 0.0
    speed: float | None = None
    fault: str = ""
    unwired: bool = False


def run(gold: GoldSet, shared: Path, limit: int | None) -> Outcome:
    """Runs the set's scorer over its first `limit` articles (None: all). What fails is told in the outcome."""
    if not wired(gold.verb[0]):
        return Outcome(gold, limit, unwired=True)
    began = time.perf_counter()
    try:
        done = subprocess.run(  # noqa: S603  our own interpreter and the scorers of the folder that the caller named
            command(gold, shared, limit), capture_output=True, text=True, encoding="utf-8", check=False, timeout=LONGEST
        )
    except subprocess.TimeoutExpired:
        return Outcome(gold, limit, seconds=LONGEST, fault=f"no answer within {LONGEST} s")
    seconds = time.perf_counter() - began
    try:
        told = json.loads(done.stdout)
    except json.JSONDecodeError:
        told = None
    if done.returncode or not isinstance(told, dict):
        return Outcome(
            gold, limit, seconds=seconds, fault=_last(done.stderr) or f"the scorer ended with status {done.returncode}"
        )
    figures = {one.name: one.times * value for one in gold.figures if (value := _at(told, one.path)) is not None}
    return Outcome(gold, limit, figures, seconds, speed=_at(told, ("speed", "words/s")))


def command(gold: GoldSet, shared: Path, limit: int | None) -> list[str]:
    """The scorer's command line, with ours behind its `--`."""
    limited = ["--limit", str(limit)] if gold.scorer == "score" and limit is not None else []
    what = str(shared / gold.gold) if gold.gold else gold.name
    return [
        sys.executable,
        str(shared / "score" / gold.scorer),
        what,
        *limited,
        "--json",
        "--",
        sys.executable,
        "-m",
        "onrecord",
        *gold.verb,
    ]


@cache
def wired(verb: str) -> bool:
    """Whether this installation has the verb."""
    asked = [sys.executable, "-m", "onrecord", verb, "--help"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0  # noqa: S603


def _at(told: Any, path: tuple[str, ...]) -> float | None:
    for name in path:
        told = told.get(name) if isinstance(told, dict) else None
    return float(told) if isinstance(told, int | float) else None


def _last(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""
