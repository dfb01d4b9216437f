"""What follows from corrections in a record: references to what was rejected, and figures of accounts that differ now. Pure functions.

The JSON of a record is put right in place, before it is made a record again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any, Final

from onrecord.ledger.paths import GONE, SECTIONS, Json
from onrecord.ledger.steps import TOUCHED, next_id
from onrecord.values.comparing import compare
from onrecord.values.record import Value as Figure

COMPARED: Final = ("duration", "killed", "injured", "missing", "detained", "displaced", "took_part")


# ------------------------------------------------------------------ what hung on what is gone


def clean(told: dict[str, Json]) -> None:
    """References to findings that were rejected: a value goes to the account in which the rejected one was quoted, or to the report itself."""
    into = _accounts(told)
    known = {one["id"] for section in SECTIONS for one in told[section] if one is not GONE}
    for one in _standing(told["attributions"]):
        one["within"] = into.get(one["within"], one["within"])
        source = one["source"]
        source["actor"] = source["actor"] if source["actor"] in known else None
        source["via"] = [via for via in source["via"] if via in known]
    for event in _standing(told["events"]):
        event["factuality"]["by"] = into.get(event["factuality"]["by"], event["factuality"]["by"])
        for name in ("actors", "recipients", "present", "when", "where"):
            members = event[name]
            for at, one in enumerate(members):
                if one is not GONE:
                    one["by"] = into.get(one.get("by"), one.get("by"))
                    if _rejected(told, one.get("actor", one.get("id"))):
                        members[at] = GONE
        for values in event["fields"].values():
            for one in _standing(values):
                if isinstance(one, dict):
                    one["by"] = into.get(one.get("by"), one.get("by"))
    _count_again(told)
    for one in _standing(told["times"]):
        if _rejected(told, one["anchor"]):
            one["anchor"] = None
    for at, one in enumerate(told["disagreements"]):
        if one is not GONE:
            if one["event"] not in known:
                told["disagreements"][at] = GONE
            for value in one["values"]:
                value["by"] = into.get(value["by"], value["by"])


def _count_again(told: dict[str, Json]) -> None:
    """A count that an event holds and the quantity of the same words are one figure: what is judged of the one holds for the other."""
    held = {
        (name, one["start"], one["end"]): one
        for event in _standing(told["events"])
        for name, values in event["fields"].items()
        if name in COMPARED[1:]  # a duration is no count: its quantity is in seconds
        for one in _standing(values)
        if isinstance(one, dict)
    }
    for quantity in _standing(told["quantities"]):
        one = held.get((quantity["measure"], quantity["start"], quantity["end"]))
        if one is not None and one.get(TOUCHED) and one.get("bound") is not None:
            quantity |= {"low": one["low"], "high": one["high"], "bound": one["bound"]}


def _standing(members: list[Json]) -> list[Json]:
    return [one for one in members if one is not GONE]


def _rejected(told: dict[str, Json], id: Json) -> bool:
    return id in told.get("_gone", {})


def _accounts(told: dict[str, Json]) -> dict[str | None, str | None]:
    """Rejected attribution -> the standing one in which it was quoted, or None."""
    gone: dict[str, str | None] = {id: one.get("within") for id, one in told.get("_gone", {}).items() if "cue" in one}
    into: dict[str | None, str | None] = {}
    for id in gone:
        at: str | None = id
        seen: set[str] = set()
        while at in gone and at not in seen:
            seen.add(at)
            at = gone[at]
        into[id] = None if at in seen else at
    return into


def prune(value: Json, shifts: dict[str, tuple[int, ...]], path: str = "") -> None:
    """Takes out what is gone, and notes which places are left."""
    if isinstance(value, dict):
        value.pop("_gone", None)
        for name, one in list(value.items()):
            prune(one, shifts, f"{path}.{name}" if path else name)
            if path.endswith(".fields") and one == []:
                del value[name]
    elif isinstance(value, list):
        left = tuple(n for n, one in enumerate(value) if one is not GONE)
        for n in left:
            one = value[n]
            named = path in SECTIONS and isinstance(one, dict)
            prune(one, shifts, str(one["id"]) if named else f"{path}.{n}")
        if len(left) < len(value):
            shifts[path] = left
            value[:] = [value[n] for n in left]


# ------------------------------------------------------------------ figures that differ now


def disagree(told: dict[str, Json], event_id: str, name: str) -> None:
    """The disagreements about a field of which figures were corrected: those between other figures stay; for these they are found anew, between
    different claimants, as `values.comparing` tells them."""
    event = next((one for one in told["events"] if one["id"] == event_id), None)
    values = event["fields"].get(name, []) if event and name in COMPARED else []
    about = [one for one in told["disagreements"] if (one["event"], one["field"]) == (event_id, name)]
    same = [_disputed(one) for one in values if not one.get(TOUCHED)]
    stay = [one for one in about if all(value in same for value in one["values"])]
    kept = [one for one in told["disagreements"] if one not in about or one in stay]
    ids = [str(one["id"]) for one in about if one not in stay]
    for kind, pair in _differing(
        values, {one["id"]: one["source"]["actor"] or one["id"] for one in told["attributions"]}
    ):
        id = ids.pop(0) if ids else next_id("disagreements", [one["id"] for one in kept])
        kept.append(
            {"id": id, "event": event_id, "field": name, "kind": kind, "values": [_disputed(one) for one in pair]}
        )
    told["disagreements"] = kept


def _differing(values: list[Json], holder: Mapping[str, str]) -> Iterator[tuple[str, tuple[Json, Json]]]:
    seen: set[frozenset[tuple[Any, Any]]] = set()
    for first, second in combinations(values, 2):
        holders = [holder.get(one["by"]) for one in (first, second)]
        key = frozenset({(first["value"], holders[0]), (second["value"], holders[1])})
        if not (first.get(TOUCHED) or second.get(TOUCHED)) or key in seen:
            continue
        if holders[0] == holders[1] or first.get("of") != second.get("of") or _same(first, second):
            continue
        kind = compare(_as_figure(first), _as_figure(second))
        if kind and not (kind == "detail" and None in holders):
            seen.add(key)
            yield kind, (first, second)


def _same(first: Mapping[str, Json], second: Mapping[str, Json]) -> bool:
    return all(first.get(name) == second.get(name) for name in ("value", "bound"))


def _as_figure(one: Mapping[str, Json]) -> Figure:
    return Figure(one.get("value"), 0, 1, low=one.get("low"), high=one.get("high"), bound=one.get("bound"))


def _disputed(one: Mapping[str, Json]) -> dict[str, Json]:
    return {name: one.get(name) for name in ("value", "by", "start", "end")}
