"""spaCy's DocBin: one Doc an article, tokenized by spaCy's blank English, with the findings as span groups and the whole record beside it.

Span groups: `events` (label: type), `actors`, `places`, `times`, `quantities`, `sources`, `cues`, `contents`, `values` (label: field); a span's
id is the finding's, `ents` holds the actors' names. Spans are widened to whole tokens; the exact offsets, and all that has no room here, are
in `doc.user_data["onrecord"]`, the record as a line of native JSON. Read it with `DocBin().from_bytes(…).get_docs(nlp.vocab)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from onrecord.values.record import Record
from onrecord.values.span import Span
from onrecord.values.wire import dumps
from onrecord.views.export.form import encoded
from onrecord.views.export.identity import Named, named

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_LABELS: Final = {"person": "PERSON", "organization": "ORG", "state": "GPE", "group": "NORP", "office": "ORG"}


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """One DocBin of all records (held in memory until it is whole)."""
    import spacy  # noqa: PLC0415  slow to load
    from spacy.tokens import DocBin  # noqa: PLC0415

    blank = spacy.blank("en")
    bin = DocBin(attrs=["ORTH", "ENT_IOB", "ENT_TYPE", "ENT_ID", "ENT_KB_ID"], store_user_data=True)
    for one in named(records):
        bin.add(doc_of(one, blank))
    yield bin.to_bytes()


def doc_of(one: Named, blank: Language) -> Doc:
    """The record as a Doc."""
    from spacy.util import filter_spans  # noqa: PLC0415

    record = one.record
    doc = blank.make_doc(encoded(record.article.text).decode())
    for group, found in _groups(record).items():
        spans = [doc.char_span(*span, label=label, span_id=id, alignment_mode="expand") for span, label, id in found]
        doc.spans[group] = [span for span in spans if span is not None]
    names = [
        doc.char_span(m.start, m.end, label=_LABELS.get(actor.kind, "ORG"), span_id=actor.id, alignment_mode="expand")
        for actor in record.actors
        for m in actor.mentions
        if m.form == "name"
    ]
    doc.ents = filter_spans([span for span in names if span is not None])
    doc.user_data = {"name": one.urn(), "onrecord": dumps(record)}
    return doc


def _groups(record: Record) -> dict[str, list[tuple[Span, str, str]]]:
    """Span, label and id of what goes in each group."""
    return {
        "events": [(one.trigger, one.type, one.id) for one in record.events],
        "actors": [(Span(m.start, m.end), one.kind, one.id) for one in record.actors for m in one.mentions],
        "places": [(Span(m.start, m.end), m.kind, one.id) for one in record.places for m in one.mentions],
        "times": [(Span(one.start, one.end), one.type, one.id) for one in record.times],
        "quantities": [(Span(one.start, one.end), one.measure, one.id) for one in record.quantities],
        "sources": [(span, one.source.form, one.id) for one in record.attributions for span in one.source.spans],
        "cues": [(span, "cue", one.id) for one in record.attributions for span in one.cue.spans],
        "contents": [(span, one.mode, one.id) for one in record.attributions for span in one.content.spans],
        "values": [
            (Span(v.start, v.end), name, one.id)
            for one in record.events
            for name, several in one.fields.items()
            for v in several
        ],
    }
