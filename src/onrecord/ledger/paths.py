"""Where a value stands in a record: `e1.fields.duration.0` -> its place in the record's JSON. Pure functions.

A path is parts joined by dots: the id of a finding, then names of members and, in lists, places counted from 0. Paths count in the record as
it was read: what is rejected keeps its place (`GONE`), what is inserted comes after all else. So a path means the same value for ever.
`e1.duration` is short for `e1.fields.duration`, and names its one value where there is just one.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass
from functools import cache
from typing import Any, Final

from onrecord.errors import LedgerError
from onrecord.knowledge.plover import CONTEXTS, MODES
from onrecord.values.findings import Event, Value
from onrecord.values.record import Record
from onrecord.values.shapes import Shape, parts_of, shape_of
from onrecord.values.span import Span
from onrecord.values.wire import to_json

Json = Any
SECTIONS: Final = ("attributions", "actors", "places", "times", "quantities", "events", "disagreements")
FIXED: Final = frozenset({"id", "confidence", "found_by"})
LONGEST: Final = 200  # characters of a path
VALUE: Final = shape_of(Value)
SCALAR_INT: Final = Shape("scalar", (int,))


class Gone:
    """What stands in a list in the place of a member that was rejected."""


GONE: Final = Gone()


class NoSuchPlace(LedgerError):
    """A path that leads nowhere in this record."""


@dataclass(slots=True)
class Place:
    """`holder[key]` is what stands there; `path` is the whole path; `shape` what may stand there; `finding` the finding it belongs to
    (None: the path names a section, to insert into)."""

    holder: Json
    key: str | int
    path: tuple[str | int, ...]
    shape: Shape
    finding: dict[str, Json] | None
    section: str

    @property
    def value(self) -> Json:
        return self.holder.get(self.key) if isinstance(self.holder, dict) else self.holder[self.key]

    @property
    def name(self) -> str:
        return written(self.path)

    @property
    def is_value(self) -> bool:
        """Whether it is a value of an event's field, as an object."""
        return self.shape == VALUE


def written(path: tuple[str | int, ...]) -> str:
    """A path as it is shown and kept."""
    return ".".join(map(str, path))


def parsed(path: str) -> tuple[str | int, ...]:
    """The parts of a path. Raises LedgerError for what is none.

    >>> parsed("e1.actors.0")
    ('e1', 'actors', 0)
    """
    parts = path.strip().split(".")
    if not all(parts) or len(path) > LONGEST:
        raise NoSuchPlace(
            f"{path[:LONGEST]!r} is no path: it is the id of a finding and what is meant in it, such as e1.type"
        )
    return (parts[0], *(int(part) if part.isascii() and part.isdigit() else part for part in parts[1:]))


def place(record: dict[str, Json], path: str) -> Place:
    """Where a path leads in the JSON of a record. Raises NoSuchPlace, telling what there is instead."""
    head, *rest = parsed(path)
    if head in SECTIONS and not rest:
        return Place(record, str(head), (head,), member(shape_of(Record), str(head)), None, str(head))
    section, at = _finding(record, str(head))
    found = Place(record[section], at, (head,), _inner(member(shape_of(Record), section)), record[section][at], section)
    for part in rest:
        found = _into(found, part)
    return _only(found, rest)


def _finding(record: dict[str, Json], id: str) -> tuple[str, int]:
    for section in SECTIONS:
        for at, one in enumerate(record[section]):
            if one is not GONE and one["id"] == id:
                return section, at
    if id == "article":
        raise NoSuchPlace(
            "an article's own particulars are not corrected: add it again with the right --published, --outlet …"
        )
    known = [str(one["id"]) for name in SECTIONS for one in record[name] if one is not GONE]
    some = f"{', '.join(known[:8])}{' …' if len(known) > 8 else ''}" if known else "none"
    raise NoSuchPlace(f"there is no {id!r} in this record: it has {some}")


def _into(at: Place, part: str | int) -> Place:
    value, where = at.value, at.name
    if value is GONE:
        raise NoSuchPlace(f"{where} was rejected: undo that first")
    if isinstance(value, list):
        if not isinstance(part, int) or part >= len(value):
            raise NoSuchPlace(f"{where} has {len(value)} members, counted from 0: there is no {part!r}")
        return Place(value, part, (*at.path, part), _inner(at.shape), at.finding, at.section)
    if not isinstance(value, dict):
        raise NoSuchPlace(f"{where} is {value!r}: there is nothing in it")
    name = str(part)
    if name not in value and at.shape.type is Event and name in value["fields"]:
        at, value = _into(at, "fields"), value["fields"]
    if name not in value and at.shape.kind != "table":
        raise NoSuchPlace(f"{where} has no {name!r}: it has {', '.join(n for n in value if n not in FIXED)}")
    return Place(value, name, (*at.path, name), member(at.shape, name), at.finding, at.section)


def _only(found: Place, rest: list[str | int]) -> Place:
    """The one value of a field that is named without a number."""
    if len(rest) == 1 and found.path[1:2] == ("fields",) and len(found.path) == 3:
        standing = [n for n, one in enumerate(found.holder.get(found.key, ())) if one is not GONE]
        if len(standing) == 1:
            return _into(found, standing[0])
        if len(standing) > 1:
            several = ", ".join(f"{found.name}.{n}" for n in standing)
            raise NoSuchPlace(f"{found.name} has several values: say which, {several}")
    return found


def member(shape: Shape, name: str) -> Shape:
    """The shape of a member. Raises KeyError where an object of the contract has none of that name."""
    if shape.kind == "maybe" and shape.inner:
        shape = shape.inner
    if shape.kind == "table" and shape.inner:
        return shape.inner
    if shape.kind == "span":
        return {"start": SCALAR_INT, "end": SCALAR_INT}[name]
    if shape.type is None:
        return Shape("scalar", (str,))
    return _members(shape.type)[name]


def object_of(shape: Shape) -> type:
    """The type of an object, or of what may be one or null."""
    found = shape.inner.type if shape.kind == "maybe" and shape.inner else shape.type
    return found or Span


@cache
def _members(kind: type) -> dict[str, Shape]:
    return {part.name: part.shape for part in parts_of(kind)}


def _inner(shape: Shape) -> Shape:
    return shape.inner or shape


def choices(found: Place) -> tuple[str, ...]:
    """The only values that may stand at a place; () where any may."""
    shape = found.shape.inner if found.shape.kind == "maybe" and found.shape.inner else found.shape
    if shape.kind == "choice":
        return tuple(str(one) for one in shape.accepts)
    if found.section == "events" and found.path[1:] == ("mode",) and found.finding:
        return MODES.get(found.finding["type"], ())
    if found.section == "events" and found.path[1:2] == ("contexts",) and len(found.path) == 3:
        return CONTEXTS
    return ()


def of_words(found: Place, words: str) -> Json:
    """A value as a person types it, as what stands there: a number where numbers stand, an object where objects do. Raises LedgerError."""
    import json  # noqa: PLC0415  a command alone comes here

    shape = found.shape.inner if found.shape.kind == "maybe" and found.shape.inner else found.shape
    if (
        shape.kind in ("choice", "scalar")
        and shape.accepts
        and all(isinstance(one, str) or one is str for one in shape.accepts)
    ):
        return words
    try:
        return json.loads(words)
    except (ValueError, RecursionError) as error:
        if shape.kind in ("span", "list", "table") or (
            shape.kind == "object" and not found.is_value and words[:1] in "{["
        ):
            raise LedgerError(f'{found.name} takes JSON, such as {{"start": 10, "end": 20}}: {error}') from error
        return words


def filled(shape: Shape, value: Json) -> Json:
    """An object with all its members: those that are not given as the contract has them where nothing was found."""
    if shape.kind == "maybe" and shape.inner:
        return None if value is None else filled(shape.inner, value)
    if shape.kind == "list" and shape.inner and isinstance(value, list):
        return [filled(shape.inner, one) for one in value]
    if shape.type is None or not isinstance(value, dict):
        return value
    made = dict(value)
    for part in parts_of(shape.type):
        if part.name in made:
            made[part.name] = filled(part.shape, made[part.name])
        elif part.default is not MISSING:
            made[part.name] = {} if part.shape.kind == "table" else to_json(part.default)
    return made
