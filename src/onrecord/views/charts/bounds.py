"""A number as an account gives it -> the marks that say no more than it: a dot, an arrow for an open end, a bar for a range.

| bound | drawn as |
|---|---|
| exact | a full dot |
| about | a ring: the figure is known, its width is not |
| at_least, at_most | a dot at the figure, and an arrow of one length for all towards where it is open |
| between | a bar from end to end |
| vague | a pale bar over what the word can mean ("dozens"), with an arrow where that is open |
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.values.findings import Bound

ARROW: Final = 26.0  # px

_KEY: Final = {
    "ring": "ring: about",
    "up": "arrow: at least",
    "down": "arrow: at most",
    "bar": "bar: a range",
    "pale": "pale: a word such as “dozens”",
}
_FAR: Final = 1.6  # times the largest figure: a word that can mean more is drawn with an open end


@dataclass(frozen=True, slots=True)
class Marks:
    """`dot` at a number (None: none), `full` or a ring; a bar `low`..`high` (`pale` for a vague word); arrows `up` and `down` from their ends."""

    dot: float | None = None
    full: bool = True
    low: float | None = None
    high: float | None = None
    pale: bool = False
    up: float | None = None
    down: float | None = None

    @property
    def ends(self) -> tuple[float, ...]:
        """The numbers that must be on the axis."""
        return tuple(one for one in (self.dot, self.low, self.high, self.up, self.down) if one is not None)

    @property
    def centre(self) -> float:
        """Where a label belongs."""
        known = self.ends
        return self.dot if self.dot is not None else (min(known) + max(known)) / 2


def key(every: Iterable[Marks | None]) -> str:
    """How to read the marks that are there; "" where all are dots."""
    there = set().union(*(_names(one) for one in every if one))
    said = [words for name, words in _KEY.items() if name in there - {"up", "down"}]
    if {"up", "down"} <= there:
        said.append("arrow: at least, or at most")
    else:
        said += [_KEY[name] for name in ("up", "down") if name in there]
    told = "; ".join(said)
    return f"{told[0].upper()}{told[1:]}." if told else ""


def tamed(every: Sequence[Marks]) -> list[Marks]:
    """The same, where a word that can mean far more than any figure told ("hundreds" beside 20) has an open end instead: so that it does not
    press all figures together."""
    told = [end for one in every if not one.pale for end in one.ends]
    far = max(told, default=float("inf")) * _FAR
    return [
        replace(one, high=None, up=one.low, low=None)
        if one.pale and one.low is not None and (one.high or 0) > far
        else one
        for one in every
    ]


def _names(one: Marks) -> set[str]:
    bar = one.low is not None and one.high is not None
    found = {
        "pale": one.pale,
        "bar": bar and not one.pale,
        "ring": one.dot is not None and not one.full,
        "up": one.up is not None and not one.pale,
        "down": one.down is not None and not one.pale,
    }
    return {name for name, there in found.items() if there}


def marks(low: float | None, high: float | None, bound: Bound | None) -> Marks | None:
    """The marks of a number; None where there is no number at all."""
    if low is None and high is None:
        return None
    if bound == "vague":
        if low is None or high is None:
            return Marks(pale=True, up=low, down=high)
        return Marks(low=low, high=high, pale=True)
    if bound == "at_least" or (high is None and bound != "at_most"):
        return Marks(dot=low, up=low)
    if bound == "at_most" or low is None:
        return Marks(dot=high, down=high)
    if low != high:
        return Marks(low=low, high=high)
    return Marks(dot=low, full=bound != "about")


def figure(value: float) -> str:
    """A number as people write it: 1,200; 2.5."""
    return f"{round(value, 2):,.10g}" if value % 1 else f"{value:,.0f}"


def in_words(low: float | None, high: float | None, bound: Bound | None, value: object = None) -> str:
    """A number with its bound: "20", "about 35", "at least 12", "20 to 30", "dozens"."""
    if bound == "vague":
        return str(value)
    if low is None and high is None:
        return str(value)
    if bound == "at_least" or (high is None and bound != "at_most"):
        return f"at least {figure(low or 0)}"
    if bound == "at_most" or low is None:
        return f"at most {figure(high or 0)}"
    if high is not None and low != high:
        return f"{figure(low)} to {figure(high)}"
    return f"about {figure(low)}" if bound == "about" else figure(low)
