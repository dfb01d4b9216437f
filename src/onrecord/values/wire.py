"""Value <-> JSON, the only serialiser: exactly the contract `onrecord/1`.

    dumps(record)            one line of JSON: the same bytes for the same record
    to_json(value)           plain dicts and lists, of a record or of any part of it
    record_from_json(obj)    a Record; fields that it does not know are passed over, as the contract only grows

Spans are `{"start", "end"}` in code points; a list is `[]` when empty, never null. Encoders and decoders are made once for each type, from
its shape (`values.shapes`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import MISSING
from functools import cache
from operator import attrgetter
from typing import Any

from onrecord.errors import WireError
from onrecord.values.record import SCHEMA, Record
from onrecord.values.shapes import Part, Shape, parts_of
from onrecord.values.span import Span

Encode = Callable[[Any], Any]
Decode = Callable[[Any, str], Any]

# Written as escapes: what some readers take for the end of a line, and halves of surrogate pairs, which no UTF-8 can hold,
# what a terminal would obey, and what an eye would be misled by.
TURNING = "\u202a-\u202e\u2066-\u2069"
"""What overrides or isolates the direction of writing, as a part of a class of characters."""
AWKWARD = re.compile(f"[\x7f-\x9f\u2028\u2029{TURNING}\ud800-\udfff]")
_KEPT = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def dumps(value: object) -> str:
    """One line of compact JSON, keys in the contract's order; safe to write as UTF-8, to split at line ends and to look at."""
    return _dumps(value, AWKWARD)


def kept(value: object) -> str:
    """The line that a ledger keeps, and hashes ids of: `dumps` as it was when the first ledgers were written, its directions of writing raw."""
    return _dumps(value, _KEPT)


def _dumps(value: object, awkward: re.Pattern[str]) -> str:
    try:
        line = json.dumps(to_json(value), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except ValueError as error:
        raise WireError(f"a value has no JSON form: {error}") from error
    return awkward.sub(escape, line)


def escape(found: re.Match[str]) -> str:
    """The character that was found, as JSON escapes it (RFC 8259, section 7); one of the basic plane."""
    return f"\\u{ord(found.group()):04x}"


def to_json(value: Any) -> Any:
    """The plain data of a value of the contract: a record, a part of one, or a tuple of such."""
    if isinstance(value, Span):
        return _span(value)
    if isinstance(value, tuple | list):
        return [to_json(one) for one in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    encode: Encode = _encoder(value.__class__)
    return encode(value)


def record_from_json(obj: object) -> Record:
    """The record that plain data tells. Raises WireError naming the place for what is no record, BrokenRecord for a record that breaks
    the contract (a span outside the text, an unknown id)."""
    if not isinstance(obj, dict):
        raise WireError(f"a record is a JSON object: this is {_named(obj)}")
    if obj.get("schema") != SCHEMA:
        raise WireError(f"schema is {obj.get('schema')!r}: this version reads {SCHEMA!r}")
    made = _decoder(Record)(obj, "record")
    if not isinstance(made, Record):  # for the type checker: the decoder of a type makes that type
        raise WireError("no record")
    return made


def loads(line: str) -> Record:
    """The record of one line of JSON. Raises WireError where it is none."""
    try:
        obj = json.loads(line)
    except ValueError as error:  # also a number of thousands of digits
        raise WireError(f"not JSON: {error}") from error
    except RecursionError as error:
        raise WireError("not JSON: it is nested too deeply") from error
    return record_from_json(obj)


# ------------------------------------------------------------------ writing


def _span(value: Span) -> dict[str, int]:
    return {"start": value[0], "end": value[1]}


@cache
def _encoder(kind: type) -> Encode:
    names = tuple(part.name for part in parts_of(kind))
    encoders = tuple(_encode(part.shape) for part in parts_of(kind))
    get = attrgetter(*names)

    def encode(value: Any) -> dict[str, Any]:
        return {n: v if e is None else e(v) for n, e, v in zip(names, encoders, get(value), strict=True)}

    return encode if len(names) > 1 else lambda value: {names[0]: (encoders[0] or _same)(getattr(value, names[0]))}


def _same(value: Any) -> Any:
    return value


def _encode(shape: Shape) -> Encode | None:
    """What writes a shape; None where it is its own JSON."""
    if shape.kind in ("scalar", "choice"):
        return None
    if shape.kind == "span":
        return _span
    if shape.type is not None:
        return _encoder(shape.type)
    inner = _encode(shape.inner) if shape.inner else None
    if shape.kind == "maybe":
        return None if inner is None else lambda value: None if value is None else inner(value)
    if shape.kind == "table":
        return lambda value: {name: (inner or _same)(one) for name, one in value.items()}
    return list if inner is None else lambda value: [inner(one) for one in value]


# ------------------------------------------------------------------ reading


@cache
def _decoder(kind: type) -> Decode:
    parts = tuple((part, _decode(part.shape)) for part in parts_of(kind))

    def decode(obj: Any, where: str) -> Any:
        if not isinstance(obj, dict):
            raise WireError(f"{where} is {_named(obj)}: an object was expected")
        return kind(**{part.name: _part(obj, part, read, where) for part, read in parts})

    return decode


def _part(obj: dict[str, Any], part: Part, read: Decode, where: str) -> Any:
    if part.name in obj:
        return read(obj[part.name], f"{where}.{part.name}")
    if part.default is MISSING:
        raise WireError(f"{where} has no {part.name!r}")
    return part.default


def _decode(shape: Shape) -> Decode:
    inner = _decode(shape.inner) if shape.inner else None
    if shape.type is not None:
        return _decoder(shape.type)
    if shape.kind == "span":
        return _read_span
    if inner is None:
        return _choice(shape) if shape.kind == "choice" else _scalar(shape)
    if shape.kind == "maybe":
        return lambda obj, where: None if obj is None else inner(obj, where)
    return _table(inner) if shape.kind == "table" else _list(inner)


def _read_span(obj: Any, where: str) -> Span:
    start, end = (obj.get("start"), obj.get("end")) if isinstance(obj, dict) else (None, None)
    if type(start) is not int or type(end) is not int:
        raise WireError(f"{where} is no span: {{'start': int, 'end': int}} was expected")
    return Span(start, end)


def _choice(shape: Shape) -> Decode:
    def read(obj: Any, where: str) -> Any:
        if obj not in shape.accepts:
            raise WireError(f"{where} is {obj!r}: it can be {', '.join(map(str, shape.accepts))}")
        return obj

    return read


def _scalar(shape: Shape) -> Decode:
    accepts = shape.accepts

    def read(obj: Any, where: str) -> Any:
        if type(obj) in accepts:
            return obj
        if type(obj) is int and float in accepts:
            return float(obj)
        raise WireError(f"{where} is {_named(obj)}: {' or '.join(t.__name__ for t in accepts)} was expected")

    return read


def _list(inner: Decode) -> Decode:
    def read(obj: Any, where: str) -> tuple[Any, ...]:
        if not isinstance(obj, list):
            raise WireError(f"{where} is {_named(obj)}: a list was expected ([] where nothing was found)")
        return tuple(inner(one, f"{where}[{i}]") for i, one in enumerate(obj))

    return read


def _table(inner: Decode) -> Decode:
    def read(obj: Any, where: str) -> dict[str, Any]:
        if not isinstance(obj, dict):
            raise WireError(f"{where} is {_named(obj)}: an object was expected")
        return {str(name): inner(one, f"{where}.{name}") for name, one in obj.items()}

    return read


def _named(obj: object) -> str:
    names = {"NoneType": "null", "dict": "an object", "list": "a list", "str": "a string", "bool": "true or false"}
    return names.get(type(obj).__name__, "a number")
