"""How each type of the contract looks as data: its fields in the contract's order, each with its shape. One source for `wire` and `schema`.

A shape is read once off the type hints of the frozen dataclasses, so that JSON, JSON Schema and the types cannot part ways.
"""

from __future__ import annotations

import types
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from onrecord.values.record import ArticleHead, Attribution, Event, Record, Value
from onrecord.values.span import Span

Kind = Literal["scalar", "choice", "maybe", "list", "table", "span", "object"]

# Where the contract's order is not that of the dataclass (whose defaults must come last).
ORDER: dict[type, tuple[str, ...]] = {
    Record: (
        "schema", "reader", "article", "attributions", "actors", "places", "times", "quantities", "events", "disagreements", "problems",
    ),
    ArticleHead: (
        "id", "key", "outlet", "agency", "headline", "deck", "byline", "dateline", "url", "language", "published", "updated", "text", "furniture",
    ),
    Value: ("value", "low", "high", "bound", "start", "end", "by", "of"),
}  # fmt: skip

# Fields that we add to the contract of `onrecord/1`: a record without them is still one.
ADDED = frozenset({"found_by", "of"})
ADDED_HERE: frozenset[tuple[type, str]] = frozenset({(Attribution, "confidence"), (Event, "confidence")})


@dataclass(frozen=True, slots=True)
class Shape:
    """`scalar`: any of `accepts`; `choice`: one of `accepts`; `maybe`: null or `inner`; `list` of `inner`; `table`: names to `inner`; `span`;
    `object`: a dataclass, whose parts are `parts_of(type)`."""

    kind: Kind
    accepts: tuple[Any, ...] = ()
    inner: Shape | None = None
    type: type | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A field of an object. `needed`: the contract demands it; `default`: what a missing one means (MISSING: it may not be missing)."""

    name: str
    shape: Shape
    needed: bool
    default: Any


def shape_of(hint: Any) -> Shape:
    """The shape of a type hint. Raises TypeError for one that the contract does not use."""
    if hint is Span:
        return Shape("span")
    if is_dataclass(hint) and isinstance(hint, type):
        return Shape("object", type=hint)
    origin, args = get_origin(hint), get_args(hint)
    if origin is Literal:
        return Shape("choice", args)
    if origin is tuple:
        return Shape("list", inner=shape_of(args[0]))
    if origin is dict:
        return Shape("table", inner=shape_of(args[1]))
    if origin in (types.UnionType, Union):
        return _union(args)
    if hint in (str, int, float, bool):
        return Shape("scalar", (hint,))
    raise TypeError(f"the contract has no shape for {hint!r}")


def _union(args: tuple[Any, ...]) -> Shape:
    some = [a for a in args if a is not type(None)]
    shape = shape_of(some[0]) if len(some) == 1 else Shape("scalar", tuple(some))
    return Shape("maybe", inner=shape) if len(some) < len(args) else shape


@cache
def parts_of(kind: type) -> tuple[Part, ...]:
    """The fields of a dataclass, in the contract's order."""
    hints, known = get_type_hints(kind), {f.name: f for f in fields(kind)}
    parts = []
    for name in ORDER.get(kind, tuple(known)):
        field = known[name]
        default = field.default_factory() if field.default_factory is not MISSING else field.default
        needed = name not in ADDED and (kind, name) not in ADDED_HERE
        parts.append(Part(name, shape_of(hints[name]), needed, default))
    return tuple(parts)
