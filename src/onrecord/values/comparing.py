"""How two figures differ: the arithmetic of bounds, for accounts inside one report and across reports.

In: values with `value`, `low`, `high`, `bound`. Out: the kind of difference, or None. Equal figures agree whatever their bounds, unless
these exclude each other ("more than 30" and 30: bound). "About" spans ten per cent.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from onrecord.values.findings import Bound, DisagreementKind, Scalar

ABOUT: Final = 0.1
_ISO: Final = re.compile(
    r"P(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?"
)
_SECONDS: Final = (604800, 86400, 3600, 60, 1)
Interval = tuple[float, float]


class Figure(Protocol):
    """What has a figure: a value of a record, a claim of a story."""

    @property
    def value(self) -> Scalar: ...
    @property
    def low(self) -> int | float | str | None: ...
    @property
    def high(self) -> int | float | str | None: ...
    @property
    def bound(self) -> Bound | None: ...


def compare(first: Figure, second: Figure) -> DisagreementKind | None:
    """How two figures differ; None where they agree, or where both or none of them is a word for many.

    >>> from onrecord.values.record import Value
    >>> compare(Value(31, 0, 2, bound="at_least", low=31), Value(44, 5, 7, bound="exact", low=44, high=44))
    'bound'
    """
    a, b = interval(first), interval(second)
    if a is None or b is None or a == b:
        return None
    vague = [v.bound == "vague" for v in (first, second)]
    meet = max(a[0], b[0]) <= min(a[1], b[1])
    if any(vague):
        return "detail" if meet and not all(vague) else None
    if "about" in (first.bound, second.bound) and meet:
        return None
    if first.value == second.value and meet:
        return None
    return "bound" if meet or _open(first, second) else "conflict"


def _open(first: Figure, second: Figure) -> bool:
    """Two lower bounds never exclude each other, and an excluded equal figure ("more than 30" and 30) is a matter of the bound."""
    bounds = {first.bound, second.bound}
    return bounds == {"at_least"} or (bounds == {"at_least", "exact"} and _near(first, second))


def _near(first: Figure, second: Figure) -> bool:
    a, b = interval(first), interval(second)
    return a is not None and b is not None and abs(a[0] - b[0]) <= 1


def interval(one: Figure) -> Interval | None:
    """What figures a value allows, durations in seconds; None where it tells no figure."""
    low, high, value = number(one.low), number(one.high), number(one.value)
    if low is None and high is None:
        low = high = value
    if low is None and high is None:
        return None
    if one.bound == "about" and low is not None and low == high:
        return low * (1 - ABOUT), low * (1 + ABOUT)
    return (-math.inf if low is None else low), (math.inf if high is None else high)


def number(value: object) -> float | None:
    """A count as it is, an ISO 8601 duration in seconds; None for anything else.

    >>> number("PT35M"), number(12), number("dozens")
    (2100.0, 12.0, None)
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return float(value)
    parts = _ISO.fullmatch(str(value))
    if parts is None or not any(parts.groups()):
        return None
    return sum(float(n or 0) * s for n, s in zip(parts.groups(), _SECONDS, strict=True))
