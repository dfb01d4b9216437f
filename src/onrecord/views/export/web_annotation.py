"""W3C Web Annotation (Recommendation, 23 February 2017): one AnnotationPage; every finding an Annotation on its stretch of the text.

A target has a TextQuoteSelector (with up to 32 code points before and after) and a TextPositionSelector. The model counts positions in code
points, "not in terms of code units", so our offsets go along as they are. A finding of several stretches has several targets. The source of
a target is the text that was read (a URN); the article's URL, if known, is its `scope`, as offsets into a text are no offsets into a page.
Bodies: a tag (kind of finding), a description in words with who says so, a link to the event or attribution that it belongs to, and the
finding itself as JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, Final

from onrecord.settings import VERSION
from onrecord.values.record import Attribution, Disagreement, Event, Finding, Record, Value, findings, spans_of
from onrecord.values.span import Span
from onrecord.values.wire import to_json
from onrecord.views.export.form import encoded
from onrecord.views.export.identity import Named, named
from onrecord.views.export.streams import document, line, some
from onrecord.views.export.telling import Told

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
AROUND: Final = 32
_SOFTWARE: Final = {"id": "urn:onrecord:software", "type": "Software", "name": f"onrecord {VERSION}"}


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """One AnnotationPage. Its id, which needs all that it holds, stands at its end."""
    names = sha256()

    def items() -> Iterator[dict[str, Any]]:
        for one in named(records):
            names.update(one.name.encode())
            yield from annotated(Told(one))

    pieces = document({"@context": CONTEXT, "type": "AnnotationPage"}, "items", items())
    for piece in pieces:
        yield piece if piece != b"\n]}\n" else encoded(f'\n],"id":"urn:onrecord:page:{names.hexdigest()[:24]}"}}\n')


def annotated(told: Told) -> Iterator[dict[str, Any]]:
    """The annotations of one record: of every finding, then of every value of every event."""
    for one in findings(told.record):
        yield _annotation(told, one.id, _kind(one), spans_of(one), one, said=_by(told, one), links=_links(one))
    for event in told.record.events:
        for name, values in event.fields.items():
            for i, value in enumerate(values, 1):
                yield _annotation(
                    told, f"{event.id}:{name}:{i}", f"{event.type}.{name}", spans_of(value), value,
                    said=_value(told, name, value), links=[event.id, *([value.by] if value.by else [])],
                )  # fmt: skip


def _annotation(
    told: Told, id: str, kind: str, spans: Iterable[Span], finding: Finding | Value, *, said: str, links: list[str]
) -> dict[str, Any]:
    targets = [_target(told, span) for span in spans]
    return {
        "id": told.named.urn(id),
        "type": "Annotation",
        "motivation": "describing",
        "generator": _SOFTWARE,
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": kind},
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": said},
            *({"type": "SpecificResource", "purpose": "linking", "source": told.named.urn(one)} for one in links),
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "application/json",
                "value": line(to_json(finding)),
            },
        ],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(told: Told, span: Span) -> dict[str, Any]:
    text = told.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.end],
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    return some(
        type="SpecificResource",
        source=_source(told.named),
        scope=told.record.article.url,
        selector=[quote, {"type": "TextPositionSelector", "start": span.start, "end": span.end}],
    )


def _source(one: Named) -> dict[str, Any]:
    return some(id=one.urn("text"), type="Text", format="text/plain", language=one.record.article.language)


def _kind(one: Finding) -> str:
    if isinstance(one, Event):
        return f"{one.type}.{one.mode}" if one.mode else one.type
    return type(one).__name__.lower()


def _by(told: Told, one: Finding) -> str:
    if isinstance(one, Event):
        background = ", background" if one.background else ""
        return f"{one.factuality.value}{background}; by {told.saying(one.factuality.by)}"
    if isinstance(one, Attribution):
        return f"{told.saying(one.id)} {one.polarity}"
    if isinstance(one, Disagreement):
        return "; ".join(f"{value.value}: {told.saying(value.by)}" for value in one.values)
    return str(getattr(one, "name", "") or getattr(one, "value", "") or getattr(one, "measure", ""))


def _value(told: Told, name: str, value: Value) -> str:
    return f"{name} {value.value}; by {told.saying(value.by)}"


def _links(one: Finding) -> list[str]:
    """The attributions, or the event, that a finding hangs on."""
    if isinstance(one, Event):
        return [one.factuality.by] if one.factuality.by else []
    if isinstance(one, Disagreement):
        return [one.event, *dict.fromkeys(value.by for value in one.values if value.by)]
    if isinstance(one, Attribution):
        return [link for link in (one.source.actor, one.within) if link]
    return []
