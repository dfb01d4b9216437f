"""What a raw score is worth: the share of findings with such a score that are right, as measured on development sets.

The curves stand in `confidence.json`, fitted by `python -m onrecord.evaluation.calibration --write`; which run fitted them stands there
under "note". A field whose scores are probabilities as they are has none. Fields: `attribution`, `event`, `place`, `time`; in a field, curves
by what found a finding (the beginning of its `found_by`; "" for whatever no other fits). See docs/codebook/confidence.md.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import KnowledgeError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Curve = Sequence[tuple[float, float]]
    Curves = Mapping[str, Mapping[str, Curve]]

FILE = Path(__file__).parent / "confidence.json"


def calibrated(field: str, found_by: str, raw: float) -> float:
    """The probability, to three decimals, that a finding with this raw score is right; the score itself where nothing was fitted.

    >>> 0 <= calibrated("attribution", "head:cue+role", 0.9) <= 1
    True
    """
    return round(on(curve, raw) if (curve := curve_of(curves(), field, found_by)) else raw, 3)


def curve_of(held: Curves, field: str, found_by: str) -> Curve:
    """The curve of the longest name with which `found_by` begins; empty where there is none."""
    fit = [name for name in held.get(field, {}) if found_by.startswith(name)]
    return held[field][max(fit, key=len)] if fit else ()


def on(curve: Curve, raw: float) -> float:
    """The height of a curve: between two knots on the line between them, beyond the last as at the last."""
    at = bisect_right([x for x, _ in curve], raw)
    if at in (0, len(curve)):
        return curve[min(at, len(curve) - 1)][1]
    (x, y), (x2, y2) = curve[at - 1], curve[at]
    return y + (y2 - y) * (raw - x) / (x2 - x)


@cache
def curves(path: Path = FILE) -> Curves:
    """The packaged curves: field, then what found it, then knots (raw, probability) in order. Raises KnowledgeError for a damaged file."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))["curves"]
        return {
            field: {name: tuple((float(x), float(y)) for x, y in knots) for name, knots in by.items()}
            for field, by in held.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise KnowledgeError(
            f"the curves of confidence in {path} cannot be read ({error}): install onrecord anew"
        ) from error
