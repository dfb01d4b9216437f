"""What a correction may not put into a record: each member of the contract, by the one gate that every correction passes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import pytest
from conftest import tell

from onrecord.errors import LedgerError
from onrecord.ledger import timex
from onrecord.ledger.applying import build
from onrecord.ledger.contract import faults
from onrecord.ledger.paths import place
from onrecord.ledger.refusing import prepared, refusal
from onrecord.settings import Settings
from onrecord.values.record import Furniture, Quantity, Record, findings
from onrecord.values.wire import dumps, record_from_json, to_json
from samples import ALL, B

WHERE = {"start": 0, "end": 5}
PERSONS = {**WHERE, "measure": "killed", "unit": "person", "bound": "exact"}
WHO = {"author": "Ana", "why": "checked"}


@dataclass(frozen=True, slots=True)
class Step:
    """A judgement, as it is applied."""

    verb: str
    path: str
    value: Any = None
    id: str = "j1"


def told() -> str:
    """The record of a meeting of 35 minutes (e1, v1, a1 to a3, p1, t1), with two quantities and a caption at the end of the text."""
    record = tell(B, Settings())
    article = record.article
    end = len(article.text)
    made = to_json(record)
    made["article"]["furniture"] = to_json((Furniture(end - 20, end, "caption"),))
    made["quantities"] = to_json(
        (
            Quantity("q1", 0, 5, "killed", 12, 12, "exact", "person"),
            Quantity("q2", 6, 9, "killed", 10, 20, "between", "person"),
        )
    )
    return dumps(_record(made))


def _record(made: dict[str, Any]) -> Record:
    return record_from_json(made)


AS_READ = told()
LENGTH = len(B.text)


def step(verb: str, path: str, value: Any = None) -> Step:
    """A judgement as it would be kept."""
    read = json.loads(AS_READ)
    return Step(verb, path, prepared(place(read, path), value, read, []) if verb == "insert" else value)


def refused(verb: str, path: str, value: Any = None) -> str | None:
    return refusal(AS_READ, [], step(verb, path, value))


@pytest.mark.parametrize(
    ("verb", "path", "value", "says"),
    [
        # days and times
        ("edit", "t1.value", "2026-02-30", 't1.value is "2026-02-30": there is no such day'),
        ("edit", "t1.value", "2026-13", "no such month"),
        ("edit", "t1.value", "2026-W54", "no such week"),
        ("edit", "t1.value", "soon", "a DATE is written as 2026-03-02"),
        ("edit", "t1.value", "PT5M", 'for a DURATION give both at once, {"type": "DURATION", "value": "PT5M"}'),
        ("edit", "t1.type", "DURATION", "a DURATION is written as PT40M"),
        ("edit", "t1", {"type": "TIME", "value": "2026-03-02T25:00"}, "no such time of day"),
        ("edit", "t1", {"type": "DURATION", "value": "PT-5M"}, "a DURATION is written as"),
        ("edit", "t1.earliest", "2026-02-31", "a day or a moment that there is"),
        ("edit", "t1.earliest", "2027-01-01", "it lies after latest, 2026-03-02: give both at once"),
        ("edit", "t1.anchor", "t1", "not resolved against itself"),
        ("edit", "t1.anchor", "e1", "no time of this record: there are t1; or published, updated, or null"),
        ("edit", "t1.mod", "SOON", "it can be AFTER, APPROX"),
        # what an event is
        ("edit", "e1.type", "WAR", "e1.type is 'WAR': it can be AGREE, CONSULT"),
        ("edit", "e1.mode", "demo", "is no mode of CONSULT: it can be visit"),
        ("edit", "e1", {"type": "AGREE", "mode": "visit"}, "is no mode of AGREE: it has none"),
        ("edit", "e1.contexts", ["war"], 'e1.contexts.0 is "war": there are'),
        ("edit", "e1.contexts", ["military", "military"], "e1.contexts.1 .* stands there already"),
        ("edit", "e1.cameo", "999", "a CAMEO code has"),
        ("edit", "e1.background", "maybe", "bool was expected"),
        ("edit", "e1", {"trigger": {"start": 9, "end": 3}}, "a span 9..3"),
        ("insert", "e1.fields.murders", {"value": 3, **WHERE}, "no event has a field 'murders': there are duration"),
        # figures
        ("edit", "e1.duration", "PT-5M", "ISO 8601"),
        ("edit", "e1.duration", {"value": 35}, "a duration is written as ISO 8601"),
        ("edit", "e1.duration", {"low": "PT60M", "high": "PT50M", "bound": "between"}, "it lies above high, PT50M"),
        ("edit", "e1.fields.duration.0.of", " ", "it is empty"),
        ("insert", "e1.fields.killed", {"value": -3, **WHERE}, "no count is below 0"),
        ("insert", "e1.fields.killed", {"value": True, **WHERE}, "a count is a number"),
        ("insert", "e1.fields.killed", {"valeu": 3, **WHERE}, "has no 'valeu': it has value, low"),
        ("insert", "e1.fields.topics", {"value": " ", **WHERE}, "it is empty"),
        ("insert", "e1.fields.topics", {"value": 3, **WHERE}, "told in words"),
        ("insert", "e1.fields.content_disclosed", {"value": "no", **WHERE}, "true or false"),
        ("edit", "q2.low", 30, 'it lies above high, 20: give both at once, {"low": 20, "high": 30}'),
        ("edit", "q2.bound", "exact", "then low and high are the one figure, and they are 10 and 20"),
        ("edit", "q1.low", -1, "no figure is below 0"),
        ("edit", "q1.low", 10**400, "no figure in a record is"),
        ("edit", "q1.low", float("nan"), "nan is no number"),
        ("edit", "q1.unit", "furlong", "of killed it can be person, family"),
        ("edit", "q1.measure", "duration", "of duration it can be second, minute"),
        ("insert", "quantities", {**PERSONS, "low": 2, "high": None, "bound": "between"}, "then low and high have figures"),
        ("insert", "quantities", {**PERSONS, "low": None, "high": 2, "bound": "at_least"}, "then low has the figure, and it is null"),
        # who and where
        ("edit", "a1.name", " ", "a1.name .* is empty"),
        ("edit", "a1.name", "a\x1b[31mb", r"the character U\+001B"),
        ("edit", "a1.name", "x" * 20_001, "20,000 is the most"),
        ("edit", "a1.country", "XXX", "alpha-3 code of a country"),
        ("edit", "a1.sectors", ["FOO"], "a1.sectors.0 .* there are AGR"),
        ("edit", "a1.kind", "alien", "a1.kind is 'alien': it can be person"),
        ("insert", "a1.roles", {"title": "", "of": None, **WHERE}, "it is empty"),
        ("insert", "a1.roles", {"title": "minister", "of": None, "start": 0, "end": LENGTH + 1}, "a place in the text begins before it ends"),
        ("edit", "p1.lat", 91.0, "degrees are from -90 to 90"),
        ("edit", "p1.lat", 45.0, "a point has both: give lat and lon at once"),
        ("edit", "p1.geonames", -1, "geonames.org"),
        ("edit", "p1.name", "", "it is empty"),
        # who says it
        ("edit", "v1.within", "v1", "not quoted in itself"),
        ("edit", "v1.within", "a1", "no attribution of this record"),
        ("edit", "v1.source.actor", "p1", "none of this record"),
        ("edit", "v1.source.via", ["a1", "a1"], "each actor is named once"),
        ("edit", "v1.source", {"form": "document", "nonsense": 1}, "v1.source has no 'nonsense'"),
        ("edit", "v1.hedge", {"start": 9, "end": 3}, "begins before it ends"),
        # ids of another section
        ("insert", "e1.when", {"id": "p1", **WHERE}, 'e1.when.1.id is "p1": it is no time of this record: there are t1'),
        ("insert", "e1.where", {"id": "t1", **WHERE}, "no place of this record: there are p1"),
        ("insert", "e1.actors", {"actor": "p1", **WHERE}, "no actor of this record"),
        ("insert", "e1.actors", {"actor": "a1", "by": "e1", **WHERE}, "no attribution of this record"),
        # the evidence
        ("edit", "e1.trigger", {"start": LENGTH - 9, "end": LENGTH - 2}, r"lies in what is no reporting \(caption\)"),
        ("edit", "e1.trigger", {"start": 5, "end": 6}, "only white space"),
        ("edit", "e1.trigger", {"start": 3, "end": LENGTH + 9}, "outside the text"),
        # what is not a person's to judge
        ("edit", "t1.confidence", 0.5, "is not corrected"),
        ("edit", "t1", {"confidence": 7}, "is not corrected"),
        ("edit", "t1", {"id": "t9"}, "is not corrected"),
        ("insert", "attributions", {"source": {}, "cue": {"spans": []}, "content": {"spans": [WHERE]}, "mode": "direct", "confidence": 5}, "from 0 to 1"),
        ("edit", "e1.contexts", [[[[[[[[[[]]]]]]]]]], "more deeply"),
        ("reject", "p1.lat", None, None),
        ("reject", "q1.low", None, "then low and high are the one figure"),
    ],
)  # fmt: skip
def test_what_the_contract_does_not_allow_is_refused_and_says_what_would_be_right(verb, path, value, says) -> None:
    """The reason names the member, what it would hold, and what it can hold."""
    why = refused(verb, path, value)
    assert (why is None) if says is None else (why and re.search(says, why)), why


@pytest.mark.parametrize(
    ("verb", "path", "value", "at", "is_now"),
    [
        ("edit", "t1.value", "2026-02", "times.0", {"earliest": "2026-02-01", "latest": "2026-02-28"}),
        ("edit", "t1", {"type": "DURATION", "value": "PT5M"}, "times.0", {"earliest": None, "type": "DURATION"}),
        ("edit", "q1.low", 13, "quantities.0", {"low": 13, "high": 13}),
        ("edit", "q1.bound", "at_least", "quantities.0", {"low": 12, "high": None}),
        ("edit", "q2", {"low": 30, "high": 40}, "quantities.1", {"low": 30, "high": 40, "bound": "between"}),
        ("edit", "e1.duration", {"value": "PT40M"}, "events.0.fields.duration.0", {"low": "PT40M", "high": "PT40M"}),
        ("edit", "e1.fields.duration.0.bound", "at_most", "events.0.fields.duration.0", {"low": None, "bound": "at_most"}),
        ("edit", "e1", {"type": "ASSAULT", "mode": "aerial"}, "events.0", {"mode": "aerial", "cameo": "195"}),
        ("edit", "e1.type", "ASSAULT", "events.0", {"mode": None}),
        ("insert", "e1.when", {"id": "t1", **WHERE}, "events.0.when.1", {"value": "2026-03-02"}),
        ("insert", "times", {"type": "DATE", "value": "2026-W10", **WHERE}, "times.1", {"earliest": "2026-03-02", "latest": "2026-03-08"}),
        ("edit", "p1", {"lat": 56.9, "lon": 24.1}, "places.0", {"lat": 56.9}),
        ("insert", "e1.fields.killed", {"value": 3, **WHERE}, "events.0.fields.killed.0", {"low": 3, "high": 3, "bound": "exact"}),
        ("insert", "e1.fields.killed", {"value": 3, **WHERE}, "quantities.0", {"low": 3, "high": 3, "bound": "exact"}),
    ],
)  # fmt: skip
def test_what_hangs_together_follows_what_is_corrected(verb, path, value, at, is_now) -> None:
    """Days follow a time's value, the ends of a figure its bound, a mode its type, an anchor its time."""
    assert refused(verb, path, value) is None
    made = to_json(build(AS_READ, [step(verb, path, value)]).record)
    for part in at.split("."):
        made = made[int(part)] if isinstance(made, list) else made[part]
    assert {name: made[name] for name in is_now} == is_now


def test_what_the_reading_wrote_is_never_held_against_a_person() -> None:
    """A fault that stood there before is not the correction's: another member of the same finding can be corrected."""
    made = to_json(_record(json.loads(AS_READ)))
    made["actors"][0]["country"] = "XXX"
    as_read = dumps(_record(made))
    assert [one.path for one in faults(_record(made), "a1")] == ["a1.country"]
    assert refusal(as_read, [], Step("edit", "a1.name", "Anna")) is None
    assert "alpha-3" in (refusal(as_read, [], Step("edit", "a1.country", "YYY")) or "")


def test_a_fault_is_told_by_the_path_that_the_record_as_read_has() -> None:
    """With the first party rejected, the second is still e1.actors.1 in what is said of it."""
    steps = [Step("reject", "e1.actors.0", id="j0")]
    why = refusal(AS_READ, steps, Step("edit", "e1.actors.1", {"start": LENGTH - 9, "end": LENGTH - 2}))
    assert why is not None
    assert why.startswith("e1.actors.1 is ")


def test_what_our_reader_finds_keeps_the_contract() -> None:
    """The records of the samples have no fault."""
    records = [tell(one, Settings()) for one in ALL]
    assert [
        str(fault)
        for one in records
        for found in findings(one)
        for fault in faults(one, found.id)
        if "fields" not in fault.path
    ] == []


def test_a_ledger_keeps_no_correction_that_the_contract_refuses(tmp_path, opens) -> None:
    """The gate stands before the ledger: nothing is kept, and the check of the ledger is clean."""
    ledger = opens(str(tmp_path / "one.db"))
    ledger.add([B])
    report = ledger.reports()[0]
    with pytest.raises(LedgerError, match=r"not corrected: t1\.value .* no such day"):
        ledger.edit(report, "t1.value", "2026-02-30", **WHO)
    with pytest.raises(LedgerError, match="it is no place of this record"):
        ledger.insert(report, "e1.where", {"id": "t1", **WHERE}, **WHO)
    assert ledger.judgements() == []
    assert ledger.check() == []


@pytest.mark.parametrize(
    ("kind", "value", "right"),
    [
        ("DATE", "2024-02-29", True), ("DATE", "2026-02-29", False), ("DATE", "XXXX-02-29", True), ("DATE", "2026-W53", True), ("DATE", "2025-W53", False),
        ("DATE", "199", True), ("DATE", "2026-SU", True), ("DATE", "2026-Q5", False), ("DATE", "PAST_REF", True), ("DATE", "2026-03-02T10:00", False),
        ("TIME", "2026-03-02T24:00", True), ("TIME", "2026-03-02T24:01", False), ("TIME", "XXXX-XX-XXTNI", True), ("TIME", "2026-03-02", False),
        ("DURATION", "P2Y6M", True), ("DURATION", "PXDE", True), ("DURATION", "P", False), ("DURATION", "PT", False), ("SET", "XXXX-WXX-1", True), ("SET", "P1W", True),
    ],
)  # fmt: skip
def test_values_of_times_are_those_of_timex3(kind, value, right) -> None:
    """What the calendar lacks, and what is written otherwise, is no value."""
    assert (timex.fault(kind, value) is None) is right
