"""Corrections -> labels to train on, in the form of `training/labels`: key, hash of the text, offsets, never the text itself.

`events.jsonl` has a line for each sentence in which somebody judged an event, or what belongs to one: the events of the sentence as they are with
the corrections. An event there that nobody judged bears `"accept": ["none"]`: nothing is learned from it. `judgements.jsonl` has a line for each
judgement in force, of whatever kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.ledger.reviewed import Correction, Reviewed
from onrecord.values.record import Event, Participant, Record, spans_of
from onrecord.values.span import Span
from onrecord.views.export.form import encoded
from onrecord.views.export.streams import line
from onrecord.views.present.sentences import sentence

Json = Any
SET = "corrections"


def files(views: Iterable[Reviewed]) -> Iterator[tuple[str, bytes]]:
    """The two files."""
    events: list[str] = []
    every: list[str] = []
    for view in views:
        events += [line(one) for one in event_lines(view)]
        every += [line(one) for one in judgement_lines(view)]
    yield "events.jsonl", encoded("".join(f"{one}\n" for one in events))
    yield "judgements.jsonl", encoded("".join(f"{one}\n" for one in every))


def event_lines(view: Reviewed) -> Iterator[Json]:
    """A line for each sentence with a judged event, in the order of the text."""
    text = view.record.article.text
    judged = {owner(one) for one in _standing(view) if is_of_event(view, one)}
    spans = {
        sentence(text, one.trigger)
        for record in (view.record, view.as_read)
        for one in record.events
        if one.id in judged
    }
    for span in sorted(spans):
        inside = [one for one in view.record.events if span.holds(one.trigger)]
        told = [_event(view.record, one) | ({} if one.id in judged else {"accept": ["none"]}) for one in inside]
        yield _head(view) | {"start": span.start, "end": span.end, "events": told}


def judgement_lines(view: Reviewed) -> Iterator[Json]:
    """A line for each judgement in force."""
    for one in _standing(view):
        made = one.judgement
        spans = _spans(view, one)
        told = {
            "path": one.path,
            "verb": made.verb,
            "was": one.was,
            "value": one.value,
            "spans": [list(span) for span in spans],
        }
        yield _head(view) | told | {"author": made.author, "dated": made.dated or made.made_at, "judgement": made.id}


def owner(one: Correction) -> str:
    """The id of the finding that a correction is about."""
    inserted = one.judgement.verb == "insert" and "." not in one.path and isinstance(one.value, dict)
    return str(one.value["id"]) if inserted else one.path.partition(".")[0]


def is_of_event(view: Reviewed, one: Correction) -> bool:
    """Whether a correction is about an event, or what belongs to one."""
    return any(isinstance(record.find(owner(one)), Event) for record in (view.record, view.as_read))


def _standing(view: Reviewed) -> list[Correction]:
    return [one for one in view.corrections if one.state == "stands" and one.report == view.report]


def _head(view: Reviewed) -> Json:
    article = view.record.article
    return {"set": SET, "key": article.key or view.report, "sha256": article.id.removeprefix("sha256:")}


def _event(record: Record, one: Event) -> Json:
    account = next((a for a in record.attributions if a.id == one.factuality.by), None)
    by = account.source.spans[0] if account and account.source.spans else None
    told = {
        "trigger": list(one.trigger),
        "type": one.type,
        "mode": one.mode,
        "actors": _places(one.actors),
        "recipients": _places(one.recipients),
    }
    return told | {"factuality": one.factuality.value, "background": one.background, "by": list(by) if by else None}


def _places(parties: Iterable[Participant]) -> list[list[int]]:
    return [[one.start, one.end] for one in parties]


def _spans(view: Reviewed, one: Correction) -> list[Span]:
    """The evidence: of the value itself where it has its own, else of its finding."""
    for told in (one.value, one.was):
        if isinstance(told, dict) and isinstance(told.get("start"), int) and isinstance(told.get("end"), int):
            return [Span(told["start"], told["end"])]
    found = view.record.find(owner(one)) or view.as_read.find(owner(one))
    return list(spans_of(found))
