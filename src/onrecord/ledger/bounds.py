"""What the bounds of a figure are when a part of it is corrected: another value, another kind of bound, another end. Pure functions.

`exact` and `about` have low = high = the figure; `at_least` has no high, `at_most` no low; words have no bounds.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from onrecord.values.comparing import number

Json = Any


def figure(old: Mapping[str, Json], value: Json) -> dict[str, Json]:
    """Another figure keeps its kind of bound; words have none.

    >>> figure({"bound": "at_least"}, 13)
    {'value': 13, 'low': 13, 'high': None, 'bound': 'at_least'}
    """
    if number(value) is None:
        return {"value": value, "low": None, "high": None, "bound": None}
    bound = old.get("bound")
    bound = "exact" if bound in (None, "between", "vague") else bound
    return {
        "value": value,
        "low": None if bound == "at_most" else value,
        "high": None if bound == "at_least" else value,
        "bound": bound,
    }


def bounded(old: Mapping[str, Json], new: Mapping[str, Json], given: Collection[str]) -> dict[str, Json]:
    """A value of a field of which some members were given: the others of its bounds follow.

    >>> bounded({}, {"value": 13, "low": 12, "high": 12, "bound": "exact"}, {"value"})
    {'value': 13, 'low': 13, 'high': 13, 'bound': 'exact'}
    """
    if "value" in given and not {"low", "high"} & set(given):
        kept = figure({"bound": new.get("bound") if "bound" in given else old.get("bound")}, new["value"])
        return dict(new) | kept | ({"bound": new["bound"]} if "bound" in given else {})
    return dict(new) | ends(new, given)


def ends(new: Mapping[str, Json], given: Collection[str]) -> dict[str, Json]:
    """The ends of a figure of which one was given, or its kind of bound.

    >>> ends({"low": 12, "high": 12, "bound": "at_least"}, {"bound"}), ends({"low": 13, "high": 12, "bound": "exact"}, {"low"})
    ({'low': 12, 'high': None}, {'low': 13, 'high': 13})
    """
    low, high, bound = new.get("low"), new.get("high"), new.get("bound")
    one = low if low is not None else high
    if "low" in given and "high" in given:
        return {}
    if "low" in given or "high" in given:
        return dict.fromkeys(("low", "high"), low if "low" in given else high) if bound in ("exact", "about") else {}
    if (
        "bound" not in given
        or bound in ("between", "vague", None)
        or (bound in ("exact", "about") and low != high and None not in (low, high))
    ):
        return {}
    return {
        "low": None if bound == "at_most" else one,
        "high": None if bound == "at_least" else high if bound == "at_most" and high is not None else one,
    }
