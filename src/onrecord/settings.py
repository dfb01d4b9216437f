"""One frozen `Settings`, read once at the edge and passed along. No globals."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import SettingsError

VERSION = "0.1.0"


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
    if not threads.isdecimal() or int(threads) < 1:
        message = f"ONRECORD_THREADS is {threads!r}: set it to a whole number from 1"
        raise SettingsError(message)
    longest = given.get("ONRECORD_LONGEST", "200000")
    if not longest.isdecimal() or int(longest) < 1:
        message = f"ONRECORD_LONGEST is {longest!r}: set it to a number of code points, from 1"
        raise SettingsError(message)
    weights = given.get("ONRECORD_WEIGHTS")
    if weights and not Path(weights).is_dir():
        message = f"ONRECORD_WEIGHTS is {weights!r}, and there is no such folder: name the folder of the weights, or leave it unset"
        raise SettingsError(message)
    return Settings(
        weights=Path(weights) if weights else None, learned=learned == "1", threads=int(threads), longest=int(longest)
    )
