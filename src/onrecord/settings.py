"""One frozen `Settings`, read once at the edge and passed along. No globals."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import SettingsError

VERSION = "0.1.0"
MOST_THREADS = 1_024  # more cores than any one network can use
MOST_POINTS = 1_000_000_000  # more than any file that is read holds


@dataclass(frozen=True, slots=True)
class Settings:
    """`weights`: a folder of trained weights, None for the packaged ones; `learned`: False reads by rules alone; `threads`: of the
    network; `longest`: code points of an article that are read (the rest is kept, with a problem); `min_confidence`: findings below it
    are left out; `calibrated`: False leaves every confidence the raw score, for fitting the curves of `knowledge.confidence`."""

    weights: Path | None = None
    learned: bool = True
    threads: int = 1
    longest: int = 200_000
    min_confidence: float = 0.0
    calibrated: bool = True


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from `ONRECORD_WEIGHTS`, `ONRECORD_LEARNED` (0 or 1), `ONRECORD_THREADS`, `ONRECORD_LONGEST`. Raises SettingsError, naming the variable."""
    given = os.environ if environment is None else environment
    learned, threads = given.get("ONRECORD_LEARNED", "1"), given.get("ONRECORD_THREADS", "1")
    if learned not in ("0", "1"):
        message = f"ONRECORD_LEARNED is {learned!r}: set it to 0 (rules alone) or 1"
        raise SettingsError(message)
    if not _is_number(threads, MOST_THREADS):
        message = f"ONRECORD_THREADS is {threads[:40]!r}: set it to a whole number from 1 to {MOST_THREADS:,}"
        raise SettingsError(message)
    longest = given.get("ONRECORD_LONGEST", "200000")
    if not _is_number(longest, MOST_POINTS):
        message = f"ONRECORD_LONGEST is {longest[:40]!r}: set it to a number of code points, from 1 to {MOST_POINTS:,}"
        raise SettingsError(message)
    weights = given.get("ONRECORD_WEIGHTS")
    if weights and not _is_folder(weights):
        message = f"ONRECORD_WEIGHTS is {weights[:200]!r}, and there is no such folder: name the folder of the weights, or leave it unset"
        raise SettingsError(message)
    return Settings(
        weights=Path(weights) if weights else None, learned=learned == "1", threads=int(threads), longest=int(longest)
    )


def _is_number(word: str, most: int) -> bool:
    """Whether a word is a whole number from 1 to `most`."""
    return word.isdecimal() and len(word) <= len(str(most)) and 1 <= int(word) <= most


def _is_folder(name: str) -> bool:
    """Whether there is a folder of that name. A name that no folder can have is none."""
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):
        return False
