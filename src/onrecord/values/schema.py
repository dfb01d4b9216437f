"""The JSON Schemas (draft 2020-12) of `onrecord/1` and `onrecord-story/1`, made from the same shapes as the JSON. Shipped as
`record.schema.json` and `story.schema.json` beside this file.

`python -c "from onrecord.values.schema import text; print(text(), end='')"` writes the first anew, `text("story")` the other; a test keeps
the shipped ones in step.
"""

from __future__ import annotations

import inspect
import json
from importlib.resources import files
from typing import Any

from onrecord.values.record import SCHEMA, Record
from onrecord.values.shapes import Shape, parts_of
from onrecord.values.story import STORY_SCHEMA, Story

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SPAN = {
    "type": "object",
    "description": "A half-open stretch of article.text, in Unicode code points: text[start:end] is the evidence.",
    "properties": {"start": {"type": "integer", "minimum": 0}, "end": {"type": "integer", "minimum": 0}},
    "required": ["start", "end"],
}
NAMES = {str: "string", int: "integer", float: "number", bool: "boolean"}


KINDS: dict[str, tuple[type, str]] = {"record": (Record, SCHEMA), "story": (Story, STORY_SCHEMA)}


def schema(of: str = "record") -> dict[str, Any]:
    """The schema of a "record" or a "story" as plain data. Further properties are welcome everywhere: the contract only grows."""
    kind, name = KINDS[of]
    defs: dict[str, Any] = {"Span": SPAN}
    _define(kind, defs)
    whole = defs.pop(kind.__name__)
    whole["properties"]["schema"] = {"const": name}
    head = {"$schema": DIALECT, "$id": f"https://onrecord.invalid/schema/{name.replace('/', '-')}.json", "title": name}
    return {**head, **whole, "$defs": dict(sorted(defs.items()))}


def text(of: str = "record") -> str:
    """The schema as it is shipped: indented JSON that ends in a line end."""
    return json.dumps(schema(of), indent=1, ensure_ascii=False) + "\n"


def shipped(of: str = "record") -> str:
    """The text of the shipped file."""
    return files("onrecord.values").joinpath(f"{of}.schema.json").read_text(encoding="utf-8")


def _define(kind: type, defs: dict[str, Any]) -> dict[str, str]:
    if kind.__name__ not in defs:
        defs[kind.__name__] = {}  # in its place before its parts ask for it
        defs[kind.__name__] |= {
            "type": "object",
            **_description(kind),
            "properties": {part.name: _schema(part.shape, part.name, defs) for part in parts_of(kind)},
            "required": [part.name for part in parts_of(kind) if part.needed],
        }
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _description(kind: type) -> dict[str, str]:
    said = " ".join(inspect.cleandoc(kind.__doc__ or "").split())
    return {"description": said} if said and not said.startswith(f"{kind.__name__}(") else {}


def _schema(shape: Shape, name: str, defs: dict[str, Any]) -> dict[str, Any]:
    if shape.kind == "span":
        return {"$ref": "#/$defs/Span"}
    if shape.type is not None:
        return dict(_define(shape.type, defs))
    if shape.kind == "choice":
        return {"enum": list(shape.accepts)}
    if shape.kind == "scalar":
        return _scalar(shape, name)
    inner = _schema(shape.inner, name, defs) if shape.inner else {}
    if shape.kind == "list":
        return {"type": "array", "items": inner}
    if shape.kind == "table":
        return {"type": "object", "additionalProperties": inner}
    return {"anyOf": [inner, {"type": "null"}]}


def _scalar(shape: Shape, name: str) -> dict[str, Any]:
    kinds = [NAMES[t] for t in shape.accepts]
    if name in ("start", "end"):
        return {"type": "integer", "minimum": 0}
    if name == "confidence":
        return {"type": "number", "minimum": 0, "maximum": 1}
    return {"type": kinds[0] if len(kinds) == 1 else kinds}
