"""The numbers by which toponyms are judged and resolved, in `weights.json`; which run set them stands there under "note".

Loaded once; a missing or damaged file raises KnowledgeError and names the remedy.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import KnowledgeError

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = Path(__file__).parent / "weights.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """`first`, `second`: signs of a sight; `choice_first`, `choice_second`: features of a candidate; `calibration`: of a choice;
    `needed`: the probability from which a sight is a toponym; `told`: the confidence below which a place is left unknown."""

    first: Mapping[str, float]
    second: Mapping[str, float]
    choice_first: Mapping[str, float]
    choice_second: Mapping[str, float]
    calibration: Mapping[str, float]
    needed: float
    told: float


@cache
def weights(path: Path = FILE) -> Weights:
    """The packaged numbers."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        first, second, calibration = held["first"], held["second"], held["calibration"]
        cuts = float(held["needed"]), float(held["told"])
        return Weights(first, second, held["choice_first"], held["choice_second"], calibration, *cuts)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnowledgeError(
            f"the weights of toponyms in {path} cannot be read ({error}): install onrecord anew"
        ) from error
