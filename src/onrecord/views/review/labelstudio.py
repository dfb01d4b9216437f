"""Label Studio: `tasks.json` to import (JSON tasks with predictions) and `labels.xml`, the labelling interface; its JSON export comes back.

As Label Studio's docs define them ("Import data: Basic Label Studio JSON format", "Import pre-annotations", "Export annotations: Raw JSON format"): a
region is `{id, from_name, to_name, type: "labels", value: {start, end, text, labels}}`, a relation `{type: "relation", from_id, to_id, direction,
labels}`; per-region choices and text areas bear the region's id. Region ids are our paths, which Label Studio keeps when a person takes a prediction
over. Offsets are code points; versions of Label Studio that count UTF-16 units are known by the words that they give beside the offsets.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from onrecord.errors import SourceError
from onrecord.knowledge.plover import MODES
from onrecord.ledger.reviewed import Reviewed
from onrecord.settings import VERSION
from onrecord.values.span import Span
from onrecord.values.wire import AWKWARD
from onrecord.views.export.form import encoded
from onrecord.views.review.form import Find, Returned, safe
from onrecord.views.review.marks import FACTUALITY, Mark, labels, marks
from onrecord.views.review.offsets import in_points

Json = Any
# Notes that are chosen from a list, and those that are typed. Each is a control of the interface, named as the note.
CHOSEN: Final[dict[str, tuple[str, ...]]] = {
    "factuality": FACTUALITY,
    "background": ("true", "false"),
    "mode": tuple(dict.fromkeys(mode for modes in MODES.values() for mode in modes)),
    "bound": ("exact", "about", "at_least", "at_most", "between", "vague"),
}
TYPED: Final = ("value", "of", "name", "geonames", "low", "high")
COLOURS: Final = (
    "#1b6ca8",
    "#b2541a",
    "#3a7d44",
    "#7a4f9a",
    "#a03c5a",
    "#5b6770",
    "#8a6d1d",
    "#2f7f86",
    "#6b5b3e",
    "#4b5fa5",
)


def interface() -> str:
    """The labelling interface (XML)."""
    groups = {
        name: n
        for n, name in enumerate(dict.fromkeys(one.partition(".")[0] if "." in one else "event" for one in labels()))
    }
    lines = [
        "<View>",
        '  <Relations><Relation value="of"/><Relation value="by"/></Relations>',
        '  <Labels name="label" toName="text">',
    ]
    for one in labels():
        group = one.partition(".")[0] if "." in one else "event"
        lines.append(
            f"    <Label value={quoteattr(one)} background={quoteattr(COLOURS[groups[group] % len(COLOURS)])}/>"
        )
    lines += ["  </Labels>", '  <Text name="text" value="$text" granularity="word"/>']
    for name, values in CHOSEN.items():
        chosen = "".join(f"<Choice value={quoteattr(value)}/>" for value in values)
        lines.append(
            f'  <Choices name="{name}" toName="text" perRegion="true" choice="single" showInline="true">{chosen}</Choices>'
        )
    lines += [
        f'  <TextArea name="{name}" toName="text" perRegion="true" rows="1" maxSubmissions="1" editable="true" placeholder="{name}"/>'
        for name in TYPED
    ]
    return "\n".join([*lines, "</View>", ""])


def write(views: Iterable[Reviewed]) -> Iterator[tuple[str, bytes]]:
    """The tasks, and the interface that they need."""
    tasks = [task(view) for view in views]
    told = json.dumps(tasks, ensure_ascii=False, indent=1)
    yield "tasks.json", encoded(AWKWARD.sub(lambda found: f"\\u{ord(found.group()):04x}", told) + "\n")
    yield "labels.xml", encoded(interface())


def task(view: Reviewed) -> Json:
    """A record as one task; what was read is its prediction."""
    article = view.record.article
    data = {
        "text": article.text,
        "report": view.report,
        "record": view.record_id,
        "key": article.key,
        "outlet": article.outlet.name if article.outlet else None,
        "published": article.published.value,
    }
    results = [one for mark in marks(view) for one in regions(mark, article.text)]
    return {"data": data, "predictions": [{"model_version": f"onrecord {VERSION}", "result": results}]}


def regions(mark: Mark, text: str) -> Iterator[Json]:
    """A mark as results: its region, its notes, its links."""
    where = {"start": mark.span.start, "end": mark.span.end}
    same = {"id": mark.path, "to_name": "text"}
    yield same | {
        "from_name": "label",
        "type": "labels",
        "value": where | {"text": mark.span.of(text), "labels": [mark.label]},
    }
    for name, note in mark.notes.items():
        if note is None:
            continue
        told = str(note).lower() if isinstance(note, bool) else str(note)
        if name in CHOSEN:
            yield same | {"from_name": name, "type": "choices", "value": where | {"choices": [told]}}
        elif name in TYPED:
            yield same | {"from_name": name, "type": "textarea", "value": where | {"text": [told]}}
    for name, other in (("of", mark.of), ("by", mark.by)):
        if other:
            yield {"type": "relation", "from_id": mark.path, "to_id": other, "direction": "right", "labels": [name]}


def read(path: Path, find: Find) -> Iterator[Returned]:
    """What Label Studio's JSON export holds: one for each annotation that somebody made. Raises SourceError for what is no export."""
    try:
        tasks = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{path} is no JSON: in Label Studio, Export > JSON (not JSON-MIN) ({error})") from error
    if not isinstance(tasks, list) or any(
        not isinstance(one, dict) or not isinstance(one.get("data"), dict) for one in tasks
    ):
        raise SourceError(f"{path} is no list of tasks: in Label Studio, Export > JSON (not JSON-MIN)")
    for number, one in enumerate(tasks, 1):
        where = f"{path.name}, task {number}"
        try:
            returned = list(_returned(one, find, where))
        except (ValueError, TypeError, LookupError, AttributeError, OverflowError) as error:
            raise SourceError(f"{where} is none of Label Studio's: Export > JSON anew ({error!r})") from error
        yield from returned


def _returned(task: Json, find: Find, where: str) -> Iterator[Returned]:
    """What each person made of a task, the oldest first."""
    data = task["data"]
    text, report, record = str(data.get("text", "")), str(data.get("report", "")), str(data.get("record", ""))
    made = [each for each in task.get("annotations", task.get("completions", [])) if isinstance(each, dict)]
    for each in sorted(made, key=lambda each: str(each.get("updated_at") or each.get("created_at") or "")):
        found = tuple(_marks(each.get("result") or [], text, find(report, record)))
        skipped = "skipped by who looked at it" if each.get("was_cancelled") else ""
        yield Returned(report, record, text, found, _who(each.get("completed_by")), _when(each), skipped, where)


def _marks(results: list[Json], text: str, before: Iterable[Mark]) -> Iterator[Mark]:
    known = {one.path: one for one in before}
    told = [
        one
        for one in results
        if isinstance(one, dict) and one.get("type") == "labels" and (one.get("value") or {}).get("labels")
    ]
    spans = {str(one.get("id")): Span(int(one["value"]["start"]), int(one["value"]["end"])) for one in told}
    words = [(spans[str(one.get("id"))], one["value"].get("text")) for one in told]
    points = in_points(text, words, [one.span for one in known.values()])
    links = {
        (str(one.get("from_id")), name): str(one.get("to_id"))
        for one in results
        if one.get("type") == "relation"
        for name in one.get("labels") or []
    }
    notes = _notes(results)
    for one in told:
        id = str(one.get("id"))
        if spans[id] not in points:
            continue
        old = known.get(id)
        given = {name: note for (owner, name), note in notes.items() if owner == id}
        yield Mark(
            _name(id, known), str(one["value"]["labels"][0]), points[spans[id]],
            _name(links.get((id, "of")), known), _name(links.get((id, "by")), known), _as_before(given, old),
        )  # fmt: skip


def _name(id: str | None, known: dict[str, Mark]) -> Any:
    return id if id is None or id in known else safe(id)


def _notes(results: list[Json]) -> dict[tuple[str, str], str]:
    found = {}
    for one in results:
        value = one.get("value") or {}
        if one.get("type") == "choices" and value.get("choices"):
            found[str(one.get("id")), str(one.get("from_name"))] = str(value["choices"][0])
        elif one.get("type") == "textarea" and value.get("text"):
            text = value["text"]
            found[str(one.get("id")), str(one.get("from_name"))] = str(text[0] if isinstance(text, list) else text)
    return found


def _as_before(given: dict[str, str], old: Mark | None) -> dict[str, Json]:
    """Notes that say the same as before are the same, whatever their type; one that the file does not have was not changed."""
    was: dict[str, Json] = dict(old.notes) if old else {}
    told = {name: str(one).lower() if isinstance(one, bool) else str(one) for name, one in was.items()}
    return was | {name: one for name, one in given.items() if told.get(name) != one}


def _who(told: Json) -> str | None:
    if isinstance(told, dict):
        name = " ".join(str(told[part]) for part in ("first_name", "last_name") if told.get(part))
        return str(told.get("email") or name or told.get("username") or f"Label Studio user {told.get('id')}")
    return None if told is None else f"Label Studio user {told}"


def _when(told: Json) -> str | None:
    found = told.get("updated_at") or told.get("created_at")
    return str(found) if isinstance(found, str) else None
