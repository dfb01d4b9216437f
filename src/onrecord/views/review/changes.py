"""What a person changed in a tool, as changes of a record: where they lead and what they put there. Pure functions.

A change can name what another one inserts: `@KEY` in a path or a value stands for the id that the finding got.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from onrecord.values.comparing import number
from onrecord.values.span import Span
from onrecord.views.review.marks import ROLES, Mark

Json = Any
LISTS: Final = {role: name for name, role in ROLES.items()}
# Where a note of a mark stands in the record, by the group of the mark: {id} is the finding's, {path} the mark's own.
NOTES: Final[dict[tuple[str, str], str]] = {
    ("event", "factuality"): "{id}.factuality.value",
    ("event", "background"): "{id}.background",
    ("event", "mode"): "{id}.mode",
    ("value", "value"): "{path}",
    ("value", "bound"): "{path}.bound",
    ("value", "of"): "{path}.of",
    ("actor", "name"): "{id}.name",
    ("place", "name"): "{id}.name",
    ("place", "geonames"): "{id}.geonames",
    ("time", "value"): "{id}.value",
    ("quantity", "low"): "{id}.low",
    ("quantity", "high"): "{id}.high",
    ("quantity", "bound"): "{id}.bound",
}
# Where a label's detail stands in the record.
LABELS: Final = {
    "event": "{id}.type", "source": "{id}.source.form", "cue": "{id}.polarity", "content": "{id}.mode", "actor": "{id}.kind",
    "place": "{path}.kind", "time": "{id}.type", "quantity": "{id}.measure",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One judgement to be made. `said` tells a person what it does; `gives`: the key under which others name what it inserts.
    `whole`: the finding whose members hold together, so that edits of it are one (a time's type and value)."""

    verb: Literal["edit", "reject", "insert", "accept"]
    path: str
    value: Json = None
    said: str = ""
    gives: str = ""
    whole: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a person marked and no judgement can be made of, and why."""

    said: str
    because: str


def owner(path: str) -> str:
    """The id of the finding that a path begins with."""
    return path.partition(".")[0]


def account(path: str | None) -> str | None:
    """The attribution that a mark of it stands for."""
    return owner(path) if path else None


def changed(before: Mark, after: Mark, text: str) -> Iterator[Change]:
    """The changes that make one mark another of the same group and owner."""
    id, path = owner(before.path), before.path
    whole = id if before.group in ("time", "quantity") else ""
    said = f"{before.label} “{before.span.of(text)}”"
    if before.span != after.span:
        where = {"start": after.span.start, "end": after.span.end}
        yield Change("edit", path, where, f"{said} is “{after.span.of(text)}”", whole=whole)
    if before.label != after.label:
        yield Change(
            "edit", LABELS[before.group].format(id=id, path=path), after.detail, f"{said} is {after.label}", whole=whole
        )
    for name, old in before.notes.items():
        at = NOTES.get((before.group, name))
        if at and name in after.notes and _plain(after.notes[name]) != _plain(old):
            yield Change(
                "edit",
                at.format(id=id, path=path),
                typed(after.notes[name], old),
                f"{name} of {said} is {after.notes[name]}",
                whole=whole,
            )
    if before.by != after.by and before.group in ("value", "role"):
        yield Change("edit", path, {"by": account(after.by)}, f"{said} is said by {account(after.by) or 'the report'}")
    elif before.by != after.by and before.group == "event":
        yield Change(
            "edit", f"{id}.factuality.by", account(after.by), f"{said} is told by {account(after.by) or 'the report'}"
        )


def at_once(changes: Sequence[Change]) -> list[Change]:
    """The changes, those of the members of one finding that hold together as one: a time's type and value, both ends of a quantity."""
    made: dict[str, Change] = {}
    out: list[str | Change] = []
    for one in changes:
        if not one.whole:
            out.append(one)
            continue
        told = one.value if one.path == one.whole else {one.path.removeprefix(f"{one.whole}."): one.value}
        if one.whole not in made:
            out.append(one.whole)
            made[one.whole] = Change("edit", one.whole, told, one.said)
        else:
            first = made[one.whole]
            made[one.whole] = Change("edit", one.whole, first.value | told, f"{first.said}; {one.said}")
    return [made[one] if isinstance(one, str) else one for one in out]


def _plain(note: Json) -> str:
    return "" if note is None else str(note)


def typed(note: Json, old: Json) -> Json:
    """A note as a person typed it, as what stood there before was: numbers as numbers, yes and no, nothing.

    >>> typed("13", 12), typed("true", False), typed("", "x")
    (13, True, None)
    """
    if not isinstance(note, str):
        return note
    if isinstance(old, bool):
        return note.strip().casefold() in ("true", "yes", "1")
    if not note.strip():
        return None
    if isinstance(old, int | float) or (old is None and note.strip().isascii() and note.strip().isdigit()):
        try:
            return int(note)
        except ValueError:
            return note
    return note


def moved(before: Mark) -> bool:
    """Whether a change of this mark's label moves it to another list of the record."""
    return before.group in ("value", "role")


def inserted(one: Mark, event: str, text: str, carried: Mapping[str, Json] | None = None) -> Change:
    """A value that a person marked for an event (its id, or @KEY)."""
    words = one.span.of(text)
    value = one.notes.get("value")
    value = typed(value, None) if value not in (None, "") else typed(words, None)
    told = {"value": value, **figure(one.detail, value), **(carried or {})}
    told |= {"start": one.span.start, "end": one.span.end, "by": account(one.by)}
    return Change("insert", f"{event}.fields.{one.detail}", told, f"{one.label} “{words}”")


def figure(field: str, value: Json) -> dict[str, Json]:
    """The bounds of a figure that a person gives: exact."""
    return (
        {}
        if number(value) is None or field in ("topics", "agreed")
        else {"low": value, "high": value, "bound": "exact"}
    )


def place(span: Span) -> dict[str, int]:
    """A span as it stands in a record's JSON."""
    return {"start": span.start, "end": span.end}
