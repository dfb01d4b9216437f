"""Corrections in words: what each is about, its evidence, and whether it stands. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from onrecord.ledger.judgements import Judgement
from onrecord.ledger.paths import Json
from onrecord.ledger.reviewed import Correction, State, at, label_of
from onrecord.values.record import Record, spans_of
from onrecord.values.wire import to_json


@dataclass(slots=True)
class Known:
    """The record that corrections are on: as it was read, and with them."""

    as_read: Record
    corrected: Record
    _told: dict[str, Any] = field(default_factory=dict)

    def told(self) -> dict[str, Any]:
        """The former as JSON."""
        if not self._told:
            self._told |= to_json(self.as_read)
        return self._told


def described(one: Judgement, moved: Judgement, report: str, left_out: Mapping[str, str], known: Known) -> Correction:
    """A correction for people. `moved` is it as the newest reading has its place; `left_out` says why some could not be applied to `report`."""
    state: State = "undone" if one.undone_by else "stands"
    because = ""
    if one.report != report and not one.undone_by:
        state = "waits"
        because = (
            f"made on an earlier version of this article ({one.report[:9]}), whose text was another: judge it anew"
        )
    elif not one.undone_by and one.id in left_out:
        state, because = "waits", left_out[one.id]
    path = moved.path or ""
    record = known.as_read if known.as_read.find(path.partition(".")[0]) else known.corrected
    words = _words(record, one, at(known.told(), path), path)
    return Correction(one, one.report, path, _label(record, one, path), words, one.was, one.value, state, because)


def _label(record: Record, one: Judgement, path: str) -> str:
    if one.verb == "insert" and isinstance(one.value, dict):
        named = (one.value.get(name) for name in ("type", "name", "measure", "value"))
        return f"{next(filter(None, named), 'one more')} in {path}"
    return label_of(record, path) if path else ""


def _words(record: Record, one: Judgement, standing: Json, path: str) -> str:
    """The evidence: of a value its own words, else those of its finding."""
    text = record.article.text
    for told in (one.value, standing, one.was):
        span = told.get("trigger", told) if isinstance(told, dict) else None
        if isinstance(span, dict) and isinstance(span.get("start"), int) and isinstance(span.get("end"), int):
            return text[span["start"] : span["end"]]
    return " … ".join(span.of(text) for span in spans_of(record.find(path.partition(".")[0])))
