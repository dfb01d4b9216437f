"""JSON documents that hold many things, written piece by piece, so that memory stays flat."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.values.wire import AWKWARD
from onrecord.views.export.form import encoded


def line(value: object) -> str:
    """Compact JSON on one line; what UTF-8 cannot hold or a reader could take for a line's end is written as an escape."""
    made = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return AWKWARD.sub(lambda found: f"\\u{ord(found.group()):04x}", made)


def document(head: Mapping[str, Any], name: str, items: Iterable[object]) -> Iterator[bytes]:
    """An object with the head's members and, under `name`, the items, each on a line of its own."""
    yield encoded(f"{line(head)[:-1]},{line(name)}:[")
    between = "\n"
    for item in items:
        yield encoded(between + line(item))
        between = ",\n"
    yield b"\n]}\n"


def some(**members: Any) -> dict[str, Any]:
    """The members that have a value: None, "" and empty lists and objects are left out, 0 and False stay."""
    return {name: value for name, value in members.items() if value not in (None, "", [], {}, ())}
