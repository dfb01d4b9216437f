"""doccano: JSONL (relation) for a project "Sequence labeling" with relations and overlapping spans; its export comes back.

As doccano writes and reads it: `{id, text, entities: [{id, label, start_offset, end_offset}], relations: [{id, from_id, to_id, type}]}`, with further members
as metadata, which it keeps. doccano gives entities ids of its own; so they are known again by label, stretch and links. Offsets are code points or,
in some versions, UTF-16 units: whichever puts the entities that went out where they were. doccano names no author (its export has a file for
each: `anna.jsonl`) and no date.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from onrecord.errors import SourceError
from onrecord.ledger.reviewed import Reviewed
from onrecord.values.span import Span
from onrecord.views.export.form import encoded
from onrecord.views.export.streams import line
from onrecord.views.review.form import Find, Returned, lines_of, safe
from onrecord.views.review.marks import Mark, labels, marks
from onrecord.views.review.offsets import in_points

Json = Any
SHARED: Final = ("all", "admin", "unknown", "data", "export")  # names of files that name nobody


def write(views: Iterable[Reviewed]) -> Iterator[tuple[str, bytes]]:
    """The documents, and the label types to import into the project."""
    yield "documents.jsonl", encoded("".join(f"{line(document(view))}\n" for view in views))
    spans = [{"text": one} for one in labels()]
    yield "span_types.json", encoded(json.dumps(spans, indent=1) + "\n")
    yield "relation_types.json", encoded(json.dumps([{"text": "of"}, {"text": "by"}], indent=1) + "\n")


def document(view: Reviewed) -> Json:
    """A record as one document."""
    article, every = view.record.article, marks(view)
    ids = {one.path: n for n, one in enumerate(every)}
    entities = [
        {"id": ids[one.path], "label": one.label, "start_offset": one.span.start, "end_offset": one.span.end}
        for one in every
    ]
    links = [
        (ids[one.path], ids[other], name)
        for one in every
        for name, other in (("of", one.of), ("by", one.by))
        if other in ids
    ]
    relations = [{"id": n, "from_id": a, "to_id": b, "type": name} for n, (a, b, name) in enumerate(links)]
    told = {
        "text": article.text,
        "entities": entities,
        "relations": relations,
        "report": view.report,
        "record": view.record_id,
    }
    return told | {"key": article.key, "outlet": article.outlet.name if article.outlet else None}


def read(path: Path, find: Find) -> Iterator[Returned]:
    """What doccano exported: one for each line. The name of the file is the author, unless it names nobody. Raises SourceError."""
    author = None if path.stem.casefold() in SHARED else path.stem
    for number, told in lines_of(path):
        where = f"{path.name}, line {number}"
        try:
            one = json.loads(told)
            text, report, record = str(one["text"]), str(one.get("report", "")), str(one.get("record", ""))
            found = tuple(_marks(one["entities"], one.get("relations") or [], text, find(report, record)))
        except (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError) as error:
            raise SourceError(f"{where} is no document of doccano: export as JSONL (relation) ({error!r})") from error
        yield Returned(report, record, text, found, author, None, "", where)


def _marks(entities: list[Json], relations: list[Json], text: str, before: Iterable[Mark]) -> Iterator[Mark]:
    spans = {str(one["id"]): Span(int(one["start_offset"]), int(one["end_offset"])) for one in entities}
    points = in_points(text, [(span, None) for span in spans.values()], [one.span for one in before])
    links = {(str(one["from_id"]), str(one["type"])): safe(one["to_id"]) for one in relations}
    for one in entities:
        id = str(one["id"])
        if spans[id] in points:
            yield Mark(safe(id), str(one["label"]), points[spans[id]], links.get((id, "of")), links.get((id, "by")))
