"""Documents for tools: native lines, GeoJSON, JSON-LD, TimeML, brat, DocBin, FollowTheMoney, each read back by somebody else's reader."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from export_news import QUIET, RECORD, TEXT

from onrecord.samples.reader import samples
from onrecord.values.notation import read as noted
from onrecord.values.record import Record
from onrecord.values.wire import dumps, loads
from onrecord.views.export import brat, timeml
from onrecord.views.export.face import export, files
from onrecord.views.export.forms import FORMS, form_named
from onrecord.views.export.identity import name_of, named, number

HOSTILE = noted("onrecord/1\narticle\nASSAULT e1 'hit'\n", "\x00<b>\ud800\u2028hit]]>&amp;\x0b\r\n\t“🙂”")


def document(form: str, *records: Record):
    return json.loads(export(records or [RECORD], form))


# ------------------------------------------------------------------ all forms


@pytest.mark.parametrize("form", [form.name for form in FORMS])
def test_a_form_is_the_same_bytes_each_time_and_has_no_mark_of_byte_order(form) -> None:
    """Nothing of the clock or of chance is in an export; hostile text does not stop it; UTF-8 has no byte order mark."""
    for package in form_named(form).needs:
        pytest.importorskip(package)
    for record in (RECORD, QUIET, HOSTILE):
        made = [list(files(form_named(form), [record])) or export([record], form) for _ in range(2)]
        assert made[0] == made[1]
    first = list(files(form_named(form), [RECORD]))
    data = first[0][1] if first else export([RECORD], form)
    assert not data.startswith(b"\xef\xbb\xbf")


def test_names_are_stable_and_do_not_repeat() -> None:
    """One text in two outlets has two names, the same record the same name, a record that comes twice a second name."""
    other = replace(RECORD, article=replace(RECORD.article, outlet=None))
    assert name_of(RECORD) == "bc51ef36993183955ff9a19b", "a changed name breaks everybody's joins"
    assert name_of(other) != name_of(RECORD)
    assert [one.name for one in named([RECORD, other, RECORD])] == [
        name_of(RECORD),
        name_of(other),
        f"{name_of(RECORD)}-2",
    ]
    assert 0 < number("x") < 2**63
    features = document("geojson", RECORD, RECORD)["features"]
    assert len({one["id"] for one in features}) == len(features)


def test_native_lines_come_back_byte_for_byte() -> None:
    """Written, read and written again, a record is the same bytes."""
    first = export([RECORD, QUIET, HOSTILE], "jsonl")
    again = [loads(line) for line in first.decode().splitlines()]
    assert export(again, "jsonl") == first
    assert first.decode() == "".join(dumps(one) + "\n" for one in (RECORD, QUIET, HOSTILE))


# ------------------------------------------------------------------ JSON


def test_geojson_is_read_by_an_independent_reader() -> None:
    """`geojson` finds a valid FeatureCollection; positions are longitude, latitude; what is on no map has a null geometry."""
    reader = pytest.importorskip("geojson")
    found = reader.loads(export([RECORD], "geojson"))
    assert found.is_valid, found.errors()
    by_id = {one["id"].rsplit("-", 1)[1]: one for one in found["features"]}
    assert by_id["e1"]["geometry"] == {"type": "Point", "coordinates": [24.105, 56.946]}
    assert by_id["e4"]["geometry"] is None
    assert by_id["e6"]["properties"]["places"] == [
        {"name": "Tartu", "words": "Tartu", "by": "the report itself", "confidence": 0.0}
    ]
    assert by_id["e3"]["properties"]["status"] == "denied"
    assert by_id["e3"]["properties"]["by"] == "The army (a5, named_institution)"
    assert by_id["e2"]["properties"]["killed"] == {"best": 12, "low": 12, "high": 19}
    assert by_id["e2"]["properties"]["sentence"].startswith("Rebels shelled Narva")


def triples(form: str):
    rdflib = pytest.importorskip("rdflib")
    data = document(form)
    if isinstance(data["@context"], str):  # rdflib would fetch it: what of it the test needs, in its own words
        data["@context"] = {
            "@vocab": "http://www.w3.org/ns/oa#", "id": "@id", "type": "@type",
            "items": {"@id": "https://www.w3.org/ns/activitystreams#items", "@container": "@list"},
            "target": {"@id": "hasTarget"}, "selector": {"@id": "hasSelector"}, "source": {"@id": "hasSource", "@type": "@id"},
        }  # fmt: skip
    return rdflib, rdflib.Graph().parse(data=json.dumps(data), format="json-ld")


def test_schema_org_is_read_by_a_json_ld_processor() -> None:
    """Quotation for direct speech, Claim for the rest, each on its article with its speaker; a denial is its sentence; no rating anywhere."""
    rdflib, graph = triples("schema-org")
    vocabulary = rdflib.Namespace("http://schema.org/")
    of = {
        kind: set(graph.subjects(rdflib.RDF.type, vocabulary[kind])) for kind in ("Quotation", "Claim", "NewsArticle")
    }
    assert {kind: len(found) for kind, found in of.items()} == {"Quotation": 1, "Claim": 5, "NewsArticle": 1}
    [quotation] = of["Quotation"]
    assert str(graph.value(quotation, vocabulary.text)) == "“We want peace,” … “and soon.”"
    assert str(graph.value(graph.value(quotation, vocabulary.spokenByCharacter), vocabulary.name)) == "Anna Ilves"
    assert graph.value(quotation, vocabulary.isPartOf) in of["NewsArticle"]
    texts = {str(graph.value(claim, vocabulary.text)) for claim in of["Claim"]}
    assert "The army denied that soldiers fired on the crowd." in texts
    assert "soldiers fired on the crowd" not in texts, "whoever denies it does not claim it"
    assert not any("again" in text for text in texts), "whoever declines claims nothing"
    assert not re.search("Rating|Review", export([RECORD], "schema-org").decode())


def test_schema_org_expands_with_pyld_too() -> None:
    """A second processor expands the document, and without the network."""
    pyld = pytest.importorskip("pyld.jsonld")
    expanded = pyld.expand(document("schema-org"))
    assert sum("http://schema.org/Claim" in node["@type"] for node in expanded) == 5


def test_web_annotations_select_what_they_say() -> None:
    """Of every target the position selects, in code points, the quote; prefix and suffix stand around it; ids are IRIs and do not repeat."""
    page = document("web-annotation")
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert page["id"].startswith("urn:")
    ids = [one["id"] for one in page["items"]]
    assert len(ids) == len(set(ids))
    targets = [
        t for one in page["items"] for t in (one["target"] if isinstance(one["target"], list) else [one["target"]])
    ]
    for target in targets:
        quote, position = target["selector"]
        start, end = position["start"], position["end"]
        assert TEXT[start:end] == quote["exact"]
        assert TEXT[:start].endswith(quote["prefix"])
        assert TEXT[end:].startswith(quote["suffix"])
    assert len(targets) > len(ids), "an interrupted quotation has two targets"
    killed = next(one for one in page["items"] if one["id"].endswith(":e2:killed:2"))
    assert killed["body"][1]["value"] == "killed 19; by The mayor (a4, role_described)"
    assert {"type": "SpecificResource", "purpose": "linking", "source": ids[0].rsplit(":", 1)[0] + ":a4"} in killed[
        "body"
    ]


def test_web_annotations_are_read_by_a_json_ld_processor() -> None:
    """As triples, every annotation has a target whose source is the text that was read."""
    rdflib, graph = triples("web-annotation")
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    found = set(graph.subjects(rdflib.RDF.type, oa.Annotation))
    assert len(found) == len(document("web-annotation")["items"])
    assert all(graph.value(one, oa.hasTarget) for one in found)


def test_followthemoney_takes_every_entity() -> None:
    """followthemoney's own model validates each entity; every value survives its cleaning; references point at entities before them."""
    model = pytest.importorskip("followthemoney").model
    seen: set[str] = set()
    for row in export([RECORD], "followthemoney").decode().splitlines():
        plain = json.loads(row)
        entity = model.get_proxy(plain)
        entity.schema.validate(plain)
        for name, values in plain["properties"].items():
            kind = entity.schema.get(name)
            assert kind is not None, f"{plain['schema']} has no {name}"
            for value in values:
                if kind.type.name == "entity":
                    assert value in seen
                else:
                    assert kind.type.clean(value) is not None, (name, value)
        seen.add(plain["id"])
    assert len(seen) == 1 + len(RECORD.actors) + len(RECORD.events)


def test_followthemoney_says_who_says_it() -> None:
    """An event's description has a line for each value: its claimant and its sentence."""
    entities = [json.loads(row) for row in export([RECORD], "followthemoney").decode().splitlines()]
    shelling = next(one for one in entities if one["id"].endswith("-e2"))
    assert (
        "killed: 19; by The mayor (a4, role_described): “The mayor said 19 people”"
        in shelling["properties"]["description"]
    )
    denied = next(one for one in entities if one["id"].endswith("-e3"))
    assert denied["properties"]["summary"] == ["ASSAULT (firearms): denied; by The army (a5, named_institution)"]


# ------------------------------------------------------------------ text with marks


def test_timeml_holds_the_text_and_the_links() -> None:
    """The text in TEXT is the article's, character by character; ids are TimeML's; links join instances and times that are there."""
    [(_, data)] = timeml.files(next(named([RECORD])))
    tree = ET.fromstring(data)
    assert "".join(tree.find("TEXT").itertext()) == TEXT
    times = {one.get("tid"): one for one in tree.iter("TIMEX3")}
    events = {one.get("eid"): one for one in tree.iter("EVENT")}
    instances = {one.get("eiid"): events[one.get("eventID")] for one in tree.iter("MAKEINSTANCE")}
    assert all(re.fullmatch(r"t\d+", tid) for tid in times)
    assert times["t0"].get("functionInDocument") == "CREATION_TIME"
    assert {one.get("type") for one in times.values()} <= {"DATE", "TIME", "DURATION", "SET"}
    assert all(one.get("class") in ("OCCURRENCE", "REPORTING") for one in events.values())
    links = list(tree.iter("TLINK"))
    assert [(instances[one.get("eventInstanceID")].text, times[one.get("relatedToTime")].text) for one in links] == [
        ("met", "Tuesday"),
        ("shelled", "2 March"),
    ]
    told = [
        (
            instances[one.get("eventInstanceID")].text,
            instances[one.get("subordinatedEventInstance")].text,
            one.get("relType"),
        )
        for one in tree.iter("SLINK")
    ]
    assert ("reported", "met", "EVIDENTIAL") in told
    assert ("denied", "fired", "NEG_EVIDENTIAL") in told
    assert {one.get("eiid"): one.get("modality") for one in tree.iter("MAKEINSTANCE") if one.get("modality")} == {
        "ei12": "planned"
    }


def test_timeml_is_well_formed_whatever_the_text() -> None:
    """Characters that XML cannot hold are replaced one for one, so offsets stay true."""
    [(_, data)] = timeml.files(next(named([HOSTILE])))
    text = "".join(ET.fromstring(data).find("TEXT").itertext())
    assert text == "\ufffd<b>\ufffd\u2028hit]]>&amp;\ufffd\r\n\t“🙂”"


T = re.compile(r"(T\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
E = re.compile(r"(E\d+)\t(\w+):(T\d+)((?: \w+:[TE]\d+)*)")
R = re.compile(r"(R\d+)\t(\w+) Arg1:([TE]\d+) Arg2:([TE]\d+)")
A = re.compile(r"(A\d+)\t(\w+) ([TE]\d+)(?: (\w+))?")
N = re.compile(r"(#\d+)\tAnnotatorNotes ([TE]\d+)\t(.*)")


def standoff(record: Record) -> tuple[str, dict[str, re.Match[str]]]:
    """A reader of brat's page "brat standoff format": every line is of one kind, every id is there once."""
    (_, text), (_, lines) = brat.files(next(named([record])))
    found: dict[str, re.Match[str]] = {}
    for row in lines.decode().splitlines():
        match = next((m for pattern in (T, E, R, A, N) if (m := pattern.fullmatch(row))), None)
        assert match, row
        assert match[1] not in found
        found[match[1]] = match
    return text.decode(), found


@pytest.mark.parametrize("record", [RECORD, HOSTILE], ids=["news", "hostile"])
def test_brat_lines_are_as_its_page_defines_them(record) -> None:
    """Every stretch's words are the text's at its offsets, fragments joined by a space; every argument, relation and note points at a line."""
    text, found = standoff(record)
    for id, match in found.items():
        if id[0] == "T":
            fragments = [tuple(map(int, part.split())) for part in match[3].split(";")]
            assert " ".join(text[start:end] for start, end in fragments) == match[4]
        if id[0] == "E":
            assert found[match[3]][2] == match[2], "a trigger has its event's type"
            roles = [argument.split(":") for argument in match[4].split()]
            assert len({role for role, _ in roles}) == len(roles)
            assert all(target in found for _, target in roles)
        if id[0] in "RA#":
            assert all(target in found for target in re.findall(r"\b[TE]\d+\b", match[0].split("\t")[1]))


def test_brat_says_who_says_each_value() -> None:
    """A value is related to the attribution that asserts it; status, background and denial are attributes."""
    _, found = standoff(RECORD)
    said = {
        found[m[3]][4]: found[found[m[4]][3]][4] for id, m in found.items() if id[0] == "R" and m[3].startswith("T")
    }
    assert said == {"20 minutes": "reported", "half an hour": "said", "12 people": "said", "19 people": "said"}
    attributes = {(m[2], m[4]) for id, m in found.items() if id[0] == "A"}
    assert attributes == {
        ("Polarity", "denies"),
        ("Polarity", "declines"),
        ("Factuality", "denied"),
        ("Factuality", "planned"),
        ("Background", None),
    }
    configured = dict(brat.BESIDE)["annotation.conf"].decode()
    assert all(
        f"\n{match[2]}" in configured for id, match in found.items() if id[0] in "TERA" and match[2] != "Attribution"
    )


def test_docbin_is_read_by_spacy() -> None:
    """The text, the span groups and the whole record come back from the bytes."""
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import DocBin

    data = export([RECORD, QUIET], "docbin")
    docs = list(DocBin().from_bytes(data).get_docs(spacy.blank("en").vocab))
    assert [doc.text for doc in docs] == [TEXT, QUIET.article.text]
    assert {(span.text, span.label_, span.id_) for span in docs[0].spans["events"]} >= {
        ("met", "CONSULT", "e1"),
        ("marched", "PROTEST", "e4"),
    }
    assert {span.text: span.label_ for span in docs[0].spans["values"]}["half an hour"] == "duration"
    assert [(ent.text, ent.label_, ent.id_) for ent in docs[0].ents][:2] == [
        ("Anna Ilves", "PERSON", "p1"),
        ("Karl Toom", "PERSON", "p2"),
    ]
    assert loads(docs[0].user_data["onrecord"]) == RECORD


def test_our_samples_can_be_told_apart() -> None:
    """The agency's text and its copy in another outlet have different names."""
    heads = [replace(QUIET, article=replace(QUIET.article, key=one.key)) for one in samples()]
    assert len({name_of(one) for one in heads}) == len(heads)
