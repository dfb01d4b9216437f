"""Value <-> JSON: exactly the contract, the same bytes, and errors that name the place."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from onrecord.errors import BrokenRecord, WireError
from onrecord.values import notation, schema
from onrecord.values.record import Record
from onrecord.values.span import Span
from onrecord.values.wire import dumps, kept, loads, record_from_json, to_json

FLAGSHIP = Path(__file__).parents[3] / "shared" / "gold" / "antalya_seed.record.json"
RECORD = notation.read(
    """
onrecord/1
reader 0.1.0 weights "sha256:77"
article "k1"
  outlet "Baltic Wire"
  published 2026-03-03 given
text
  | Ilves met Toom in Riga on Tuesday for 20 minutes, an aide said.

CONSULT e1 'met' mode third-party contexts diplomatic ~0.9 [head]
  status happened by a1
  who p1 'Ilves' by a1
  who p2 'Toom' hedged by a1
  when t1 2026-03-03 'Tuesday'
  where l1 'Riga' by a1
  duration exact PT20M '20 minutes' by a1
says a1 indirect 'Ilves met Toom in Riga on Tuesday for 20 minutes' ~0.8 [said-behind]
  source 'an aide' role_described terms not_authorised
  cue 'said'
actor p1 "Anna Ilves" person in EST GOV
  mentions name 'Ilves'
actor p2 "Karl Toom" person
  mentions name 'Toom'
place l1 "Riga" city in LVA at 56.9 24.1 geonames 456172 ~0.97
  mentions literal 'Riga'
time t1 DATE 2026-03-03 'Tuesday' from 2026-03-03 to 2026-03-03 against published
quantity q1 duration exact 20 "minute" '20 minutes'
"""
)


def test_the_json_is_the_contract_field_by_field() -> None:
    """Keys stand in the contract's order, spans are objects, lists are never null, what is not known is null."""
    told = to_json(RECORD)
    assert list(told) == [
        "schema", "reader", "article", "attributions", "actors", "places", "times", "quantities", "events", "disagreements", "problems",
    ]  # fmt: skip
    assert list(told["article"]) == [
        "id", "key", "outlet", "agency", "headline", "deck", "byline", "dateline", "url", "language", "published", "updated", "text", "furniture",
    ]  # fmt: skip
    assert told["article"]["outlet"] == {"name": "Baltic Wire", "span": None}
    assert told["article"]["published"] == {"value": "2026-03-03", "basis": "given", "span": None}
    assert told["attributions"][0]["source"] == {
        "spans": [{"start": 50, "end": 57}], "actor": None, "form": "role_described", "stated_terms": "not_authorised", "terms_span": None, "via": [],
    }  # fmt: skip
    event = told["events"][0]
    assert event["factuality"] == {"value": "happened", "by": "a1"}
    assert event["actors"][1] == {"actor": "p2", "start": 10, "end": 14, "by": "a1", "hedged": True}
    assert list(event["fields"]["duration"][0]) == ["value", "low", "high", "bound", "start", "end", "by", "of"]
    assert told["disagreements"] == []


def test_a_record_comes_back_from_its_json() -> None:
    """`loads(dumps(record))` is the record, and writing it again gives the same bytes."""
    assert loads(dumps(RECORD)) == RECORD
    assert dumps(loads(dumps(RECORD))) == dumps(RECORD)


def test_one_record_is_one_line_whatever_its_text_holds() -> None:
    """Line separators and lone surrogates are escaped: the line can be split off and written as UTF-8."""
    record = notation.read("onrecord/1\narticle", text="a\u2028b\x85c\ud800d\n\U0001f642 é")
    line = dumps(record)
    assert line.splitlines() == [line]
    assert json.loads(line.encode())["article"]["text"] == record.article.text
    assert "\U0001f642 é" in line


def test_what_turns_the_direction_of_writing_is_written_as_an_escape() -> None:
    """No bidi override or isolate stands raw in a line of JSON, and the value is the same; the line that a ledger hashes stays as it was."""
    turning = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    record = notation.read("onrecord/1\narticle", text=f"a{turning}b")
    assert not set(turning) & set(dumps(record))
    assert loads(dumps(record)) == record
    assert turning in kept(record)


def test_fields_that_we_do_not_know_are_passed_over() -> None:
    """The contract only grows: a later version's fields do no harm, and ours may be missing."""
    told = to_json(RECORD)
    told["news"] = 1
    told["events"][0]["optional"] = True
    del told["events"][0]["found_by"], told["events"][0]["confidence"], told["events"][0]["fields"]["duration"][0]["of"]
    read = record_from_json(told)
    assert read.events[0].found_by == ""
    assert read.events[0].fields == RECORD.events[0].fields


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda r: r.update(schema="onrecord/9"), "this version reads 'onrecord/1'"),
        (lambda r: r["events"][0].update(type="KISS"), r"record.events\[0\].type is 'KISS': it can be AGREE"),
        (lambda r: r["events"][0].pop("trigger"), r"record.events\[0\] has no 'trigger'"),
        (lambda r: r["events"][0].update(trigger=[0, 1]), r"record.events\[0\].trigger is no span"),
        (lambda r: r.update(events=None), "record.events is null: a list was expected"),
        (lambda r: r["actors"][0].update(name=3), r"record.actors\[0\].name is a number: str was expected"),
        (lambda r: r["article"].update(key=True), "record.article.key is true or false"),
        (lambda r: r["events"][0].update(fields=[]), "a list: an object was expected"),
        (lambda r: r.update(reader="x"), "record.reader is a string: an object was expected"),
    ],
)
def test_what_is_no_record_is_refused_with_its_place(change: object, says: str) -> None:
    """WireError names the place and what can stand there."""
    told = to_json(RECORD)
    change(told)  # type: ignore[operator]
    with pytest.raises(WireError, match=says):
        record_from_json(told)


def test_json_that_breaks_the_contract_makes_no_record() -> None:
    """A span outside the text is BrokenRecord, a line that is no JSON is WireError, a list is no record."""
    told = to_json(RECORD)
    told["events"][0]["trigger"]["end"] = 999
    with pytest.raises(BrokenRecord, match="outside the text"):
        record_from_json(told)
    with pytest.raises(WireError, match="not JSON"):
        loads("{")
    with pytest.raises(WireError, match="a list"):
        record_from_json([])


def test_parts_of_a_record_have_their_json_too() -> None:
    """`to_json` of a span, a tuple, a plain value."""
    assert to_json(Span(1, 2)) == {"start": 1, "end": 2}
    assert to_json(RECORD.events[0].when) == [{"value": "2026-03-03", "id": "t1", "start": 26, "end": 33, "by": None}]
    assert to_json(None) is None


def test_the_shipped_schema_is_the_one_of_the_types() -> None:
    """`record.schema.json` is in step with the dataclasses: write it anew with `onrecord.values.schema.text()`."""
    assert schema.shipped() == schema.text()
    jsonschema.Draft202012Validator.check_schema(schema.schema())


def test_records_keep_to_the_schema_and_others_do_not() -> None:
    """A record validates; one without a part that the contract demands, or with an unknown code, does not."""
    validator = jsonschema.Draft202012Validator(schema.schema())
    told = to_json(RECORD)
    validator.validate(told)
    for broken in (
        {**told, "schema": "other"},
        {k: v for k, v in told.items() if k != "events"},
        {**told, "places": [{}]},
    ):
        assert not validator.is_valid(broken)


@pytest.mark.skipif(not FLAGSHIP.is_file(), reason="the shared folder is not here")
def test_a_record_made_by_hand_elsewhere_is_read() -> None:
    """The flagship's gold loads, fits the schema, and comes back the same through JSON and through the notation."""
    told = json.loads(FLAGSHIP.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema.schema()).validate(told)
    record = record_from_json(told)
    assert isinstance(record, Record)
    assert loads(dumps(record)) == record
    assert notation.read(notation.write(record)) == record
