"""Prodigy: JSON lines for `prodigy spans.manual`; what `prodigy db-out` prints comes back.

As Prodigy's docs define them ("Annotation interfaces: spans", "Annotation task formats"): `{text, tokens: [{text, start, end, id, ws}], spans: [{start, end,
token_start, token_end, label}], meta}`; offsets are characters of the text as Python counts them, `token_end` is inclusive. Members that Prodigy does
not know go along: a span's path and links, the report and the record. Tokens are cut wherever a span begins or ends, so that every span is of
whole tokens. `answer`, `_timestamp` and `_annotator_id` (or `_session_id`) come back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from onrecord.errors import SourceError
from onrecord.ledger.reviewed import Reviewed
from onrecord.values.span import Span
from onrecord.views.export.form import encoded
from onrecord.views.export.streams import line
from onrecord.views.review.form import Find, Returned, lines_of, safe
from onrecord.views.review.marks import Mark, labels, marks

Json = Any
_TOKEN: Final = re.compile(r"\w+|[^\w\s]")


def write(views: Iterable[Reviewed]) -> Iterator[tuple[str, bytes]]:
    """The tasks, and the labels for `--label labels.txt`."""
    yield "tasks.jsonl", encoded("".join(f"{line(task(view))}\n" for view in views))
    yield "labels.txt", encoded("".join(f"{one}\n" for one in labels()))


def task(view: Reviewed) -> Json:
    """A record as one task."""
    article, every = view.record.article, marks(view)
    tokens = tokens_of(article.text, [one.span for one in every])
    first = {one["start"]: one["id"] for one in tokens}
    last = {one["end"]: one["id"] for one in tokens}
    spans = [_span(one, first, last) for one in every]
    meta = {
        "key": article.key,
        "outlet": article.outlet.name if article.outlet else None,
        "published": article.published.value,
    }
    told = {"text": article.text, "tokens": tokens, "spans": spans, "report": view.report, "record": view.record_id}
    return told | {"meta": {name: value for name, value in meta.items() if value}}


def _span(one: Mark, first: dict[int, int], last: dict[int, int]) -> Json:
    told: Json = {"start": one.span.start, "end": one.span.end, "label": one.label, "path": one.path}
    told |= {"token_start": first[one.span.start], "token_end": last[one.span.end]}
    links = {name: other for name, other in (("of", one.of), ("by", one.by)) if other}
    return told | links | ({"notes": one.notes} if one.notes else {})


def tokens_of(text: str, spans: Iterable[Span]) -> list[Json]:
    """Words and signs, cut where spans begin and end."""
    cuts = {place for span in spans for place in span}
    starts = sorted({place for found in _TOKEN.finditer(text) for place in found.span()} | cuts)
    pieces = [Span(a, b) for a, b in pairwise(starts) if not text[a:b].isspace() or a in cuts or b in cuts]
    return [
        {"text": one.of(text), "start": one.start, "end": one.end, "id": n, "ws": text[one.end : one.end + 1].isspace()}
        for n, one in enumerate(pieces)
    ]


def read(path: Path, find: Find) -> Iterator[Returned]:
    """What `prodigy db-out` printed: one for each line. Raises SourceError for what is none."""
    for number, told in lines_of(path):
        where = f"{path.name}, line {number}"
        try:
            one = json.loads(told)
            text, report, record = str(one["text"]), str(one.get("report", "")), str(one.get("record", ""))
            found = tuple(_marks(one.get("spans") or [], find(report, record)))
        except (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError) as error:
            raise SourceError(f"{where} is no task of Prodigy: give what `prodigy db-out` prints ({error})") from error
        answer = one.get("answer", "accept")
        ignored = "" if answer == "accept" else f"answered with {answer}"
        yield Returned(report, record, text, found, _who(one), _when(one), ignored, where)


def _marks(spans: list[Json], before: Iterable[Mark]) -> Iterator[Mark]:
    known = {one.path: one for one in before}
    for n, one in enumerate(spans):
        path = str(one.get("path", ""))
        old = known.get(path)
        notes = one.get("notes", old.notes if old else {})
        yield Mark(
            path if old else safe(n),
            str(one["label"]),
            Span(int(one["start"]), int(one["end"])),
            _link(one, "of"),
            _link(one, "by"),
            dict(notes),
        )


def _link(one: Json, name: str) -> str | None:
    """The path of the mark that a span is linked to. Raises TypeError for what is none."""
    told = one.get(name)
    if told is not None and not isinstance(told, str):
        raise TypeError(f"{name!r} of a span is the path of another, or null")
    return told


def _who(one: Json) -> str | None:
    told = one.get("_annotator_id") or one.get("_session_id")
    return str(told) if told else None


def _when(one: Json) -> str | None:
    at = one.get("_timestamp")
    if isinstance(at, bool) or not isinstance(at, int | float) or not 0 < at < 1e11:
        return None
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
