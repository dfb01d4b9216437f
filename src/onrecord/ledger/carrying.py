"""A correction of one reading -> the same place in another reading of the same text, or why there is none. Pure functions.

A newer reading numbers its findings anew. A correction is taken over only where the newer record has the same finding on the same words, and in it
the same value as the one that was corrected; else it waits, and a person judges anew. Corrections are never taken over to another text.
"""

from __future__ import annotations

from typing import Any, Final

from onrecord.ledger.paths import FIXED, SECTIONS, NoSuchPlace, parsed, written

Json = Any
IDS: Final = frozenset({"by", "actor", "within", "anchor", "event", "id"})  # members that name another finding
_LEFT_OUT: Final = FIXED | IDS
_MOVED: Final = "made on another reading of this text, which the newer one does not share here: judge it anew"


class Waits(Exception):
    """Why a correction is not taken over."""


def carried(path: str, value: Json, old: dict[str, Json], new: dict[str, Json]) -> tuple[str, Json]:
    """The path and the value in the newer record. Raises Waits where it does not have the same thing."""
    try:
        head, *rest = parsed(path)
    except NoSuchPlace as error:
        raise Waits(str(error)) from error
    if head in SECTIONS:
        return _inserted(str(head), value, old, new)
    section, before = _named(old, str(head))
    after = _same(before, new[section])
    out: list[str | int] = [after["id"]]
    one, other = before, after
    for part in rest:
        at = _member(one, other, part)
        out.append(at)
        one, other = _of(one, part), _of(other, at)
    if _told(one) != _told(other):
        raise Waits(_MOVED)
    return written(tuple(out)), _renamed(value, old, new)


def _inserted(section: str, value: Json, old: dict[str, Json], new: dict[str, Json]) -> tuple[str, Json]:
    if any(_spans(one) == _spans(value) for one in new[section]):
        raise Waits("the newer reading has this itself: look whether it is the same")
    return section, _renamed(value, old, new)


def _named(record: dict[str, Json], id: str) -> tuple[str, dict[str, Json]]:
    for section in SECTIONS:
        for one in record[section]:
            if one["id"] == id:
                return section, one
    raise Waits("made on what was itself inserted by hand: judge it anew")


def _same(before: dict[str, Json], members: list[dict[str, Json]]) -> dict[str, Json]:
    alike = [one for one in members if _spans(one) == _spans(before)]
    if len(alike) > 1:
        alike = [one for one in alike if _told(one) == _told(before)]
    if len(alike) != 1:
        raise Waits(_MOVED)
    return alike[0]


def _member(one: Json, other: Json, part: str | int) -> str | int:
    """The name or place in `other` of what is at `part` in `one`; a list's next place stands for its end."""
    if isinstance(one, list) and isinstance(other, list) and isinstance(part, int):
        if part >= len(one):
            raise Waits("made on what was itself inserted by hand: judge it anew")
        alike = [n for n, each in enumerate(other) if _told(each) == _told(one[part])]
        if len(alike) == 1:
            return alike[0]
        raise Waits(_MOVED)
    return part


def _of(value: Json, part: str | int) -> Json:
    if isinstance(value, dict):
        return value.get(str(part))
    return value[part] if isinstance(value, list) and isinstance(part, int) and part < len(value) else None


def _spans(one: Json) -> Json:
    """The evidence of a finding, as plain data."""
    for name in ("trigger", "mentions", "content"):
        if name in one and "event" not in one:
            told = one[name]
            return [(m["start"], m["end"]) for m in told] if isinstance(told, list) else told
    return (one["start"], one["end"]) if "start" in one else [(v["start"], v["end"]) for v in one.get("values", ())]


def _told(value: Json) -> Json:
    """A value without what another reading numbers or weighs otherwise."""
    if isinstance(value, dict):
        return {name: _told(one) for name, one in value.items() if name not in _LEFT_OUT}
    return [_told(one) for one in value] if isinstance(value, list) else value


def _renamed(value: Json, old: dict[str, Json], new: dict[str, Json]) -> Json:
    """The value, with the newer record's ids for those that it names."""
    if isinstance(value, list):
        return [_renamed(one, old, new) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        name: _id(one, old, new) if name in IDS and isinstance(one, str) else _renamed(one, old, new)
        for name, one in value.items()
    }


def _id(id: str, old: dict[str, Json], new: dict[str, Json]) -> str:
    for section in SECTIONS:
        for one in old[section]:
            if one["id"] == id:
                return str(_same(one, new[section])["id"])
    return id  # "published", or what was inserted by hand
