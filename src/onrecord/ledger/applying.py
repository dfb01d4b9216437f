"""A record as it was read and the judgements on its values -> the corrected record. Pure: no database here.

Judgements are applied in their order to the JSON of the record. One that finds nothing where it points, or that would break the record (a span
outside the text, an unknown id), is left out, and its reason kept. What follows from a correction is put right with it: the mode of another
type, the bounds of another number, the copies that anchors and disagreements have of a value, and references to what was rejected.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from onrecord.errors import LedgerError, OnrecordError
from onrecord.knowledge.plover import cameo, is_mode
from onrecord.ledger.bounds import bounded, ends, figure
from onrecord.ledger.consequences import clean, disagree, prune
from onrecord.ledger.contract import FIELDS
from onrecord.ledger.paths import FIXED, GONE, Json, NoSuchPlace, Place, filled, member, object_of, place, written
from onrecord.ledger.steps import TOUCHED, Step
from onrecord.ledger.timex import covered
from onrecord.values.comparing import number
from onrecord.values.record import Record
from onrecord.values.shapes import Shape, parts_of
from onrecord.values.wire import record_from_json

INSERTED: Final = "inserted by hand"


@dataclass(frozen=True, slots=True)
class Built:
    """The corrected record. `shifts`: for a list from which something is gone, by its path, the places that its members have in the record as
    read; `left_out`: why a judgement could not be applied, by its id."""

    record: Record
    shifts: dict[str, tuple[int, ...]] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)


BREAKING: Final = (OnrecordError, TypeError, KeyError, AttributeError, ValueError, IndexError, ArithmeticError)
"""What a value of a wrong shape may raise while the record is put together."""


def build(as_read: str, steps: Iterable[Step]) -> Built:
    """The corrected record of a record's JSON and the judgements in force, in their order."""
    every = [one for one in steps if one.verb != "accept"]
    try:
        return _built(as_read, every)
    except BREAKING:  # one of them breaks the record: each by itself shows which
        sound: list[Step] = []
        left: dict[str, str] = {}
        for one in every:
            try:
                _built(as_read, [*sound, one])
                sound.append(one)
            except OnrecordError as error:
                left[one.id] = (
                    str(error) if isinstance(error, LedgerError) else f"the record would not hold together: {error}"
                )
            except BREAKING:
                left[one.id] = (
                    f"a value of another shape belongs at {one.path}: see `onrecord correct REPORT {one.path}`"
                )
        made = _built(as_read, sound)
        return Built(made.record, made.shifts, made.left_out | left)


def applied(as_read: str, steps: Iterable[Step]) -> dict[str, Json]:
    """The JSON of the record with the judgements in it, where what was rejected still has its place: what paths are looked up in."""
    told: dict[str, Json] = json.loads(as_read)
    for one in steps:
        with suppress(LedgerError):  # it waits
            if one.verb != "accept":
                apply(told, one)
    return told


def plain(value: Json) -> Json:
    """What stands at a place, without marks of the building."""
    if value is GONE:
        return None
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items() if name != TOUCHED}
    return [plain(one) for one in value if one is not GONE] if isinstance(value, list) else value


def _built(as_read: str, steps: list[Step]) -> Built:
    told: dict[str, Json] = json.loads(as_read)
    left: dict[str, str] = {}
    touched: set[tuple[str, str]] = set()
    for one in steps:
        try:
            touched |= apply(told, one)
        except NoSuchPlace as error:
            left[one.id] = str(error)
    clean(told)
    shifts: dict[str, tuple[int, ...]] = {}
    prune(told, shifts)
    for event, name in sorted(touched):
        disagree(told, event, name)
    return Built(record_from_json(told), shifts, left)


def apply(told: dict[str, Json], one: Step) -> set[tuple[str, str]]:
    """Applies one judgement in place; gives the (event, field) whose figures it touched. Raises LedgerError where it cannot be."""
    at = place(told, one.path or "")
    if (len(at.path) == 2 and at.path[1] in FIXED) or (
        at.section == "disagreements" and one.verb in ("edit", "insert")
    ):
        raise LedgerError(f"{at.name} is not corrected: correct what it is about")
    if one.verb == "insert":
        return _insert(at, one.value)
    if at.finding is None:
        raise LedgerError(f"{at.name} names all of them: name one, or insert another")
    if at.value is GONE:
        raise NoSuchPlace(f"{at.name} was rejected: undo that first")
    if isinstance(at.holder, dict) and at.key not in at.holder:
        raise NoSuchPlace(f"{at.name} is not there: insert a value")
    touched = _touched(at)
    if one.verb == "reject":
        _reject(told, at)
    elif one.verb == "edit":
        _edit(told, at, one.value)
    return touched


def _touched(at: Place) -> set[tuple[str, str]]:
    return (
        {(str(at.path[0]), str(at.path[2]))}
        if at.section == "events" and at.path[1:2] == ("fields",) and len(at.path) > 2
        else set()
    )


# ------------------------------------------------------------------ edit


def _edit(told: dict[str, Json], at: Place, value: Json) -> None:
    if (
        len(at.path) > 3 and at.path[1] == "fields" and at.path[-1] in ("value", "bound")
    ):  # its bounds follow, as for the whole value
        value = value if at.path[-1] == "value" else {"bound": value}
        at = place(told, written(at.path[:-1]))
    given: tuple[str, ...] = (str(at.path[-1]),)
    if at.is_value and not isinstance(value, dict):
        if at.path[2] == "duration" and number(value) is None:
            raise LedgerError(f"{value!r} is no duration: write it as ISO 8601, such as PT40M or P2D")
        at.holder[at.key] = at.value | figure(at.value, value) | {TOUCHED: True}
    elif at.is_value:
        old = dict(at.value)
        _members(at, value)
        at.holder[at.key] = bounded(old, at.value, frozenset(value)) | {TOUCHED: True}
    elif isinstance(at.value, dict) and at.shape.kind != "table":
        _members(at, value)
        given = tuple(value)
    else:
        at.holder[at.key] = value
    _follow(told, at, frozenset(given))


def _members(at: Place, value: Json) -> None:
    if not isinstance(value, Mapping):
        raise LedgerError(
            f"{at.name} has members: give them as JSON, such as {json.dumps(dict(list(at.value.items())[:2]), ensure_ascii=False)}"
        )
    for name in value:
        if name not in at.value:
            raise LedgerError(f"{at.name} has no {name!r}: it has {', '.join(n for n in at.value if n not in FIXED)}")
        if name in FIXED and len(at.path) == 1 and value[name] != at.value[name]:
            raise LedgerError(f"{at.name}.{name} is not corrected: correct what it is about")
    _known_members(at.shape, value, at.name)
    at.value.update(value)


def _known_members(shape: Shape, value: Json, path: str) -> None:
    """Raises LedgerError for a member, however deep, that the contract does not have."""
    if isinstance(value, list):
        for n, one in enumerate(value):
            _known_members(shape.inner or shape, one, f"{path}.{n}")
    if not isinstance(value, Mapping):
        return
    for name, one in value.items():
        try:
            inner = member(shape, str(name))
        except KeyError as error:
            known = ", ".join(part.name for part in parts_of(object_of(shape)) if part.name not in FIXED)
            raise LedgerError(f"{path} has no {name!r}: it has {known}") from error
        _known_members(inner, one, f"{path}.{name}")


def _follow(told: dict[str, Json], at: Place, given: frozenset[str]) -> None:
    one = at.finding or {}
    if at.section == "events":
        if at.path[1:2] in (("type",), ()) or at.path[1:2] == ("mode",):
            _mode(one, given)
        if len(at.path) > 2 and at.path[1] in ("when", "where"):
            anchored(told, one[str(at.path[1])][int(at.path[2])])
    elif at.section == "times" and len(at.path) < 3:
        if "value" in given and not given & {"earliest", "latest"}:
            one["earliest"], one["latest"] = covered(one["value"])
        _anchors(told, one["id"], one["value"])
    elif at.section == "places":
        _anchors(told, one["id"], one["name"])
    elif at.section == "quantities" and len(at.path) < 3:
        one |= ends(one, given)


def _mode(event: dict[str, Json], given: frozenset[str]) -> None:
    """Another type has other modes: one that it lacks goes, unless it is what was given; and the CAMEO code follows both."""
    try:
        if not is_mode(event["type"], event["mode"]) and "mode" not in given:
            event["mode"] = None
        if "cameo" not in given:
            event["cameo"] = cameo(event["type"], event["mode"])
    except (KeyError, TypeError):
        return  # no such type: the record's own check says so, and what there is


def anchored(told: dict[str, Json], anchor: Json) -> None:
    """An anchor has the value of its time, or the name of its place."""
    for section, name in (("times", "value"), ("places", "name")):
        for one in told[section]:
            if one is not GONE and one["id"] == anchor.get("id"):
                anchor["value"] = one[name]


def _anchors(told: dict[str, Json], id: str, value: Json) -> None:
    for event in told["events"]:
        for anchor in () if event is GONE else (*event["when"], *event["where"]):
            if anchor is not GONE and anchor["id"] == id:
                anchor["value"] = value


# ------------------------------------------------------------------ reject, insert


def _reject(told: dict[str, Json], at: Place) -> None:
    if isinstance(at.holder, list):
        if len(at.path) == 1:
            told.setdefault("_gone", {})[at.path[0]] = at.value
        at.holder[at.key] = GONE  # type: ignore[index]
    elif at.shape.kind == "maybe":
        at.holder[at.key] = None
    elif at.shape.kind == "list":
        at.holder[at.key] = [GONE] * len(at.value)
    else:
        raise LedgerError(f"{at.name} must have a value: give the right one, or reject {written(at.path[:-1])}")


def _insert(at: Place, value: Json) -> set[tuple[str, str]]:
    field_ = at.shape.kind == "list" and at.path[1:2] == ("fields",) and len(at.path) == 3
    if at.is_value and isinstance(at.key, int):  # `e1.killed`, where there is one already: another beside it
        at = Place(at.finding["fields"], str(at.path[2]), at.path[:3], at.shape, at.finding, at.section)  # type: ignore[index]
        field_ = True
    if not field_ and not isinstance(at.holder.get(at.key) if isinstance(at.holder, dict) else None, list):
        raise LedgerError(f"{at.name} is no list: insert into one, such as events, e1.actors or e1.fields.killed")
    members = at.holder.setdefault(at.key, [])
    if not at.holder[at.key] and field_ and at.path[2] not in FIELDS:
        raise LedgerError(f"no event has a field {at.path[2]!r}: there are {', '.join(FIELDS)}")
    inner = at.shape.inner or at.shape
    _known_members(inner, value, at.name)
    value = filled(inner, value)
    if at.finding is not None:
        members.append(value | {TOUCHED: True} if field_ and isinstance(value, dict) else value)
        return _touched(at)
    if not isinstance(value, Mapping) or "id" not in value:
        raise LedgerError(f"what is inserted into {at.name} is an object with an id")
    members.append({**value, "found_by": INSERTED})
    return set()
