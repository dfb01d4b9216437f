"""What a person types for a value -> what stands in the record: "25 minutes", "about 30", "at least 12", "10 to 20"; other words as they are.

>>> figure("at least 12")
Figure(low=12, high=None, bound='at_least', seconds=None)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from onrecord.ledger import paths
from onrecord.values.record import Quantity, Record
from onrecord.values.wire import to_json

NUMBER: Final = r"\d{1,12}(?:\.\d{1,6})?"
FIGURE: Final = re.compile(
    rf"(?P<bound>about|around|some|roughly|at least|over|more than|at most|up to|fewer than|between)?\s*(?P<low>{NUMBER})"
    rf"(?:\s*(?:to|and|-|–)\s*(?P<high>{NUMBER}))?\s*(?P<unit>[a-z]{{0,12}})"
)
BOUNDS: Final = {
    "about": "about", "around": "about", "some": "about", "roughly": "about", "at least": "at_least", "over": "at_least", "more than": "at_least",
    "at most": "at_most", "up to": "at_most", "fewer than": "at_most", "between": "between",
}  # fmt: skip
SECONDS: Final = {"second": 1, "minute": 60, "min": 60, "hour": 3600, "day": 86400}
ISO: Final = {1: "S", 60: "M", 3600: "H"}
Number = int | float


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its bounds, None where open; `seconds`: what its unit is worth, where it names one of time."""

    low: Number | None
    high: Number | None
    bound: str
    seconds: int | None


def figure(words: str) -> Figure | None:
    """The figure that the words tell, None where they tell none."""
    found = FIGURE.fullmatch(" ".join(words.casefold().replace(",", "").split()))
    if not found:
        return None
    seconds = SECONDS.get(found["unit"].rstrip("s"))
    low, high = _number(found["low"]), _number(found["high"])
    if high is not None:
        return Figure(low, high, "between", seconds)
    bound = BOUNDS.get(found["bound"] or "", "exact")
    return Figure(None if bound == "at_most" else low, None if bound == "at_least" else low, bound, seconds)


def _number(words: str | None) -> Number | None:
    if words is None:
        return None
    return float(words) if "." in words else int(words)


def value_for(record: Record, path: str, words: str) -> Any:
    """What to put at the path of the record for the words. Raises LedgerError where the path leads nowhere or takes nothing like it."""
    told = to_json(record)
    found = paths.place(told, path)
    one = record.find(path)
    known = figure(words)
    if isinstance(one, Quantity) and known:
        return _of_quantity(one, known)
    if found.is_value and known and (known.seconds or not _is_duration(found.path)):
        return _of_value(known, duration=_is_duration(found.path))
    return paths.of_words(found, words)


def _is_duration(path: tuple[str | int, ...]) -> bool:
    return "duration" in path


def _of_quantity(one: Quantity, known: Figure) -> dict[str, Any]:
    """In the quantity's own unit."""
    share = (known.seconds or 0) / SECONDS.get(one.unit, 0) if known.seconds and one.unit in SECONDS else 1
    low, high = (None if end is None else _whole(end * share) for end in (known.low, known.high))
    return {"low": low, "high": high, "bound": known.bound}


def _of_value(known: Figure, *, duration: bool) -> dict[str, Any]:
    told = known.low if known.low is not None else known.high or 0
    if not duration:
        return {"value": told, "low": known.low, "high": known.high, "bound": known.bound}
    size = known.seconds or 60
    unit, count = (size, told) if size in ISO else (3600, told * 24)
    low, high = (None if end is None else _whole(end * size) for end in (known.low, known.high))
    return {"value": f"PT{count:g}{ISO[unit]}", "low": low, "high": high, "bound": known.bound}


def _whole(number: float) -> Number:
    return int(number) if float(number).is_integer() else round(number, 6)
