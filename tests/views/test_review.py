"""Records for annotation tools, and back: unchanged they come back unchanged; each change is just that judgement."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from review_news import TEXT, record, span

from onrecord.errors import LedgerError, SettingsError, SourceError
from onrecord.values.span import Span
from onrecord.views.review.desks import RecordsDesk, view_of
from onrecord.views.review.forms import FORMS, form_named
from onrecord.views.review.incoming import Taken, take_in
from onrecord.views.review.marks import labels, marks
from onrecord.views.review.offsets import Units

ALL = [form.name for form in FORMS]
NAMES = {"prodigy": "tasks.jsonl", "doccano": "documents.jsonl", "labelstudio": "tasks.json", "brat": ""}


@pytest.fixture
def desk() -> RecordsDesk:
    return RecordsDesk.of([record()])


@pytest.fixture
def sent(tmp_path) -> Callable[[str], Path]:
    """Writes the record for a tool; gives what the tool would give back: for Label Studio an annotation made of the prediction."""

    def written(name: str) -> Path:
        for file, data in form_named(name).write([view_of(record())]):
            (tmp_path / file).write_bytes(data)
        path = tmp_path / NAMES[name]
        if name == "labelstudio":
            tasks = json.loads(path.read_text())
            for task in tasks:
                told = {
                    "id": 7,
                    "completed_by": {"id": 1, "email": "ana@example.org"},
                    "updated_at": "2026-03-05T10:05:00.000000Z",
                }
                task["annotations"] = [told | {"result": task["predictions"][0]["result"]}]
            path.write_text(json.dumps(tasks))
        return path

    return written


def taken(desk: RecordsDesk, name: str, path: Path, **more) -> Taken:
    return take_in(desk, form_named(name), path, **({"author": "Ben"} | more))


def event(desk: RecordsDesk, id: str):
    return next(desk.corrected()).find(id)


def ann(path: Path) -> Path:
    return next(path.glob("*.ann"))


# ------------------------------------------------------------------ unchanged


@pytest.mark.parametrize("name", ALL)
def test_what_nobody_changed_comes_back_as_it_was(desk, sent, name) -> None:
    """Every mark comes back with its label, stretch, links and values, and no judgement is made."""
    path = sent(name)
    every = marks(view_of(record()))
    (back,) = form_named(name).read(path, lambda report, sent_record: every)
    signs = [
        {(m.label, m.span, _sign(these, m.of), _sign(these, m.by)) for m in these} for these in (every, back.marks)
    ]
    assert signs[0] == signs[1]
    assert len(back.marks) == len(every)
    if name != "doccano":  # it has no room for values
        assert {m.path: m.notes for m in back.marks} == {m.path: m.notes for m in every}
    assert back.text == TEXT
    assert taken(desk, name, path) == Taken(reports=1)


def _sign(every, path):
    return next(((m.label, m.span) for m in every if m.path == path), None)


@pytest.mark.parametrize("name", ALL)
def test_files_are_written_the_same_each_time(name) -> None:
    """Two writings of one record are the same bytes."""
    first, second = (list(form_named(name).write([view_of(record())])) for _ in range(2))
    assert first == second


def test_every_mark_has_a_label_that_the_tools_know() -> None:
    """No mark bears a label that is not in the tool's menu."""
    assert {m.label for m in marks(view_of(record()))} <= set(labels())


# ------------------------------------------------------------------ changed: Label Studio


def _results(path: Path) -> tuple[list, list]:
    tasks = json.loads(path.read_text())
    return tasks, tasks[0]["annotations"][0]["result"]


def _region(results: list, id: str, kind: str = "labels"):
    return next(one for one in results if one.get("id") == id and one["type"] == kind)


def test_a_label_changed_in_label_studio_is_an_edit_by_who_changed_it_then(desk, sent) -> None:
    """The judgement has the author and the date that the annotation gives."""
    path = sent("labelstudio")
    tasks, results = _results(path)
    _region(results, "e1.trigger")["value"]["labels"] = ["AGREE"]
    _region(results, "a2.source.spans.0")["value"]["labels"] = ["source.document"]
    path.write_text(json.dumps(tasks))
    told = taken(desk, "labelstudio", path)
    assert told.told == [
        "edit e1.type: CONSULT “met” is AGREE",
        "edit a2.source.form: source.named_person “Toom” is source.document",
    ]
    assert [(s.author, s.dated) for s in next(iter(desk.steps.values()))] == [
        ("ana@example.org", "2026-03-05T10:05:00.000000Z")
    ] * 2
    assert event(desk, "e1").type == "AGREE"


def test_spans_in_utf16_units_are_known_by_their_words(desk, sent) -> None:
    """A version of Label Studio that counts as JavaScript does gives other offsets, and the same stretches."""
    path = sent("labelstudio")
    tasks, results = _results(path)
    starts = Units(TEXT).starts
    for one in results:
        if "value" in one:
            value = one["value"]
            value["start"], value["end"] = starts[value["start"]], starts[value["end"]]
    path.write_text(json.dumps(tasks))
    assert taken(desk, "labelstudio", path) == Taken(reports=1)
    three = _region(results, "e2.fields.killed.0")["value"]
    three["end"], three["text"] = three["start"] + 1, "3"
    path.write_text(json.dumps(tasks))
    assert len(taken(desk, "labelstudio", path).judgements) == 1
    value = event(desk, "e2").fields["killed"][0]
    assert Span(value.start, value.end).of(TEXT) == "3"


def test_values_and_statuses_are_changed_beside_the_region(desk, sent) -> None:
    """A typed value is a number where a number stood; a choice is the event's status."""
    path = sent("labelstudio")
    tasks, results = _results(path)
    _region(results, "e2.fields.killed.0", "textarea")["value"]["text"] = ["4"]
    status = next(one for one in results if one.get("id") == "e2.trigger" and one.get("from_name") == "factuality")
    status["value"]["choices"] = ["possible"]
    path.write_text(json.dumps(tasks))
    taken(desk, "labelstudio", path)
    assert event(desk, "e2").fields["killed"][0].low == 4
    assert event(desk, "e2").factuality.value == "possible"


def test_a_relation_says_who_says_it_and_what_belongs_to_what(desk, sent) -> None:
    """A new value linked to an event and an account is inserted there; a value linked to another account is said by that one."""
    path = sent("labelstudio")
    tasks, results = _results(path)
    where = span("grain")
    region = {"id": "Xy.1", "from_name": "label", "to_name": "text", "type": "labels"}
    region["value"] = {"start": where.start, "end": where.end, "text": "grain", "labels": ["value.topics"]}
    results.append(region)
    for label, other in (("of", "e1.trigger"), ("by", "a2.cue.spans.0")):
        results.append({"type": "relation", "from_id": "Xy.1", "to_id": other, "direction": "right", "labels": [label]})
    link = next(one for one in results if one.get("from_id") == "e2.fields.killed.0" and one["labels"] == ["by"])
    link["to_id"] = "a1.cue.spans.0"
    path.write_text(json.dumps(tasks))
    taken(desk, "labelstudio", path)
    assert [(v.value, v.by) for v in event(desk, "e1").fields["topics"]] == [
        ("the railway 🚂 and grain", "a2"),
        ("grain", "a2"),
    ]
    assert event(desk, "e2").fields["killed"][0].by == "a1"


def test_a_skipped_annotation_is_no_judgement(desk, sent) -> None:
    """What an annotator skipped is told, and left out."""
    path = sent("labelstudio")
    tasks, results = _results(path)
    results.clear()
    tasks[0]["annotations"][0]["was_cancelled"] = True
    path.write_text(json.dumps(tasks))
    told = taken(desk, "labelstudio", path)
    assert (told.judgements, told.left_out) == ([], ["tasks.json, task 1: skipped by who looked at it"])


# ------------------------------------------------------------------ changed: Prodigy, doccano, brat


def test_a_span_deleted_in_prodigy_is_a_rejection(desk, sent) -> None:
    """Author and date are the session's; an answer of reject or ignore is no judgement."""
    path = sent("prodigy")
    task = json.loads(path.read_text())
    task["spans"] = [one for one in task["spans"] if one["path"] != "e1.actors.0"]
    task |= {"answer": "accept", "_timestamp": 1772705100, "_annotator_id": "news-ana"}
    ignored = {**task, "spans": [], "answer": "ignore"}
    path.write_text(f"{json.dumps(task)}\n{json.dumps(ignored)}\n")
    told = taken(desk, "prodigy", path, author=None)
    assert (told.told, told.left_out) == (
        ["reject e1.actors.0: role.actor “Anna Ilves”"],
        ["tasks.jsonl, line 2: answered with ignore"],
    )
    (step,) = next(iter(desk.steps.values()))
    assert (step.author, step.dated) == ("news-ana", "2026-03-05T10:05:00Z")
    assert [one.actor for one in event(desk, "e1").actors] == ["s2"]


def test_prodigys_tokens_fit_its_spans() -> None:
    """Every span begins and ends with a token, tokens say what stands in the text, and spaCy sees the same."""
    import spacy

    (_, data), _ = form_named("prodigy").write([view_of(record())])
    task = json.loads(data)
    tokens = task["tokens"]
    assert all(TEXT[t["start"] : t["end"]] == t["text"] for t in tokens)
    assert all(a["end"] <= b["start"] for a, b in pairwise(tokens))
    for one in task["spans"]:
        assert (tokens[one["token_start"]]["start"], tokens[one["token_end"]]["end"]) == (one["start"], one["end"])
    doc = spacy.tokens.Doc(spacy.blank("en").vocab, words=[t["text"] for t in tokens], spaces=[t["ws"] for t in tokens])
    assert [t.text for t in doc] == [t["text"] for t in tokens]


def test_doccano_may_name_its_entities_anew(desk, sent) -> None:
    """With ids of its own and in another order, nothing has changed; a new label on a stretch is an edit, a shifted one too."""
    path = sent("doccano")
    document = json.loads(path.read_text())
    ids = {one["id"]: 900 - one["id"] for one in document["entities"]}
    for one in document["entities"]:
        one["id"] = ids[one["id"]]
    for one in document["relations"]:
        one["from_id"], one["to_id"] = ids[one["from_id"]], ids[one["to_id"]]
    document["entities"].sort(key=lambda one: (one["start_offset"], one["id"]))
    anna = path.with_name("ana.jsonl")
    anna.write_text(json.dumps(document) + "\n")
    assert taken(desk, "doccano", anna) == Taken(reports=1)
    for one in document["entities"]:
        if one["label"] == "ASSAULT":
            one["label"] = "COERCE"
        if one["label"] == "value.killed":
            one["end_offset"] = one["start_offset"] + 1
    anna.write_text(json.dumps(document) + "\n")
    assert sorted(taken(desk, "doccano", anna, author=None).told) == [
        "edit e2.fields.killed.0: value.killed “3 people” is “3”",
        "edit e2.type: ASSAULT “fired” is COERCE",
    ]
    assert {step.author for step in next(iter(desk.steps.values()))} == {"ana"}


def test_what_is_added_in_brat_is_inserted(desk, sent) -> None:
    """A new event with a new account and a value of it, all linked to one another, are inserted in an order that holds."""
    folder = sent("brat")
    crowd, shots, later = span("a crowd"), span("shots"), span("later")
    lines = [
        f"T101\tPROTEST {crowd.start} {crowd.end}\ta crowd",
        f"T102\tcue-affirms {later.start} {later.end}\tlater",
        f"T103\tcontent-indirect {shots.start} {shots.end}\tshots",
        f"T104\tvalue-means {shots.start} {shots.end}\tshots",
        f"T105\trole-actor {crowd.start} {crowd.end}\ta crowd",
        "R101\tof Arg1:T103 Arg2:T102",
        "R102\tof Arg1:T104 Arg2:T101",
        "R103\tby Arg1:T104 Arg2:T102",
        "R104\tof Arg1:T105 Arg2:T101",
        "A101\tFactuality T101 possible",
    ]
    with ann(folder).open("a") as file:
        file.write("\n".join(lines) + "\n")
    told = taken(desk, "brat", folder)
    assert told.left_out == []
    made = event(desk, "e1001")
    assert (made.type, made.factuality.value, [one.actor for one in made.actors]) == ("PROTEST", "possible", ["s5"])
    assert [(v.value, v.by) for v in made.fields["means"]] == [("shots", "a1001")]
    assert event(desk, "a1001").content.spans == (shots,)
    assert taken(desk, "brat", folder).judgements == []


def test_a_finding_goes_as_a_whole_where_nothing_of_it_is_left(desk, sent) -> None:
    """Deleting an event's trigger rejects the event once, not each of its parts; deleting one of two mentions rejects that one."""
    folder = sent("brat")
    gone = ("ASSAULT ", f"actor-person {span('Toom', 1).start} ")
    rows = [row for row in ann(folder).read_text().split("\n") if not any(f"\t{one}" in row for one in gone)]
    ann(folder).write_text("\n".join(rows))
    assert sorted(taken(desk, "brat", folder).told) == [
        "reject e2: ASSAULT “fired”",
        "reject s2.mentions.1: actor.person “Toom”",
    ]


def test_a_role_that_becomes_another_moves(desk, sent) -> None:
    """An actor marked as recipient is taken out of the one list and put into the other."""
    folder = sent("brat")
    ann(folder).write_text(
        ann(folder)
        .read_text()
        .replace(f"role-actor {span('Karl Toom').start} ", f"role-recipient {span('Karl Toom').start} ")
    )
    taken(desk, "brat", folder)
    made = event(desk, "e1")
    assert ([one.actor for one in made.actors], [(one.actor, one.by) for one in made.recipients]) == (
        ["s1"],
        [("s2", "a1")],
    )


def test_values_can_be_changed_in_brats_notes(desk, sent) -> None:
    """The JSON of a note is the mark's values."""
    folder = sent("brat")
    ann(folder).write_text(ann(folder).read_text().replace('"value":"PT20M"', '"value":"PT35M"'))
    assert taken(desk, "brat", folder).told == [
        "edit e1.fields.duration.0: value of value.duration “20 minutes” is PT35M"
    ]
    assert event(desk, "e1").fields["duration"][0].high == "PT35M"


# ------------------------------------------------------------------ what cannot be taken in


def test_a_file_without_an_author_needs_one(desk, sent) -> None:
    """brat names nobody: without --author nothing is judged."""
    folder = sent("brat")
    ann(folder).write_text(ann(folder).read_text().replace("\tCONSULT ", "\tAGREE "))
    with pytest.raises(LedgerError, match="give --author"):
        taken(desk, "brat", folder, author=None)


def test_another_text_or_report_is_left_out_and_told(desk, sent) -> None:
    """A text that the tool altered, and a report that is not here, hold no judgement."""
    path = sent("prodigy")
    task = json.loads(path.read_text())
    other = {**task, "report": "0" * 24}
    path.write_text(f"{json.dumps({**task, 'text': TEXT + '!'})}\n{json.dumps(other)}\n")
    told = taken(desk, "prodigy", path)
    assert [words.partition(": ")[2].split(",")[0] for words in told.left_out] == [
        "its text is not the one that went out",
        "0" * 24 + " is none of the records: give those that went out (--records)",
    ]
    assert told.judgements == []


def test_what_belongs_to_no_event_is_told(desk, sent) -> None:
    """A value that is linked to none of two events is left out, with what to do."""
    path = sent("prodigy")
    task = json.loads(path.read_text())
    where = span("shots")
    task["spans"].append({"start": where.start, "end": where.end, "label": "value.means"})
    path.write_text(json.dumps(task))
    (why,) = taken(desk, "prodigy", path).left_out
    assert "link it to the event's trigger" in why


@pytest.mark.parametrize(
    ("name", "data"),
    [("labelstudio", "{}"), ("labelstudio", "["), ("prodigy", "[]"), ("doccano", '{"text": "x", "label": []}')],
)
def test_what_is_none_of_the_tools_files_is_refused_in_words(desk, tmp_path, name, data) -> None:
    """A file of something else names what to export instead."""
    (tmp_path / "file.json").write_text(data)
    with pytest.raises(SourceError, match=r"Export|db-out|export as"):
        taken(desk, name, tmp_path / "file.json")
    with pytest.raises(SourceError, match=r"no \.ann file"):
        taken(desk, "brat", tmp_path)


def test_an_unknown_tool_lists_those_that_there_are() -> None:
    """A name that is none of ours is answered with ours."""
    with pytest.raises(SettingsError, match="labelstudio, prodigy, doccano, brat"):
        form_named("excel")


def test_what_stayed_as_it_was_can_count_as_accepted(desk, sent) -> None:
    """With `accept`, each unchanged mark of an annotation is accepted once."""
    path = sent("labelstudio")
    told = taken(desk, "labelstudio", path, accept=True)
    assert len(told.judgements) == len(marks(view_of(record())))
    assert all(step.verb == "accept" for step in next(iter(desk.steps.values())))


def test_label_studios_own_sdk_takes_interface_and_prediction() -> None:
    """The interface is valid by its schema, every region and relation by the interface, and the converter reads an annotation back."""
    sdk = pytest.importorskip(
        "label_studio_sdk.label_interface", reason="pip install label-studio-sdk (half a gigabyte) to check"
    )
    (_, tasks), (_, xml) = form_named("labelstudio").write([view_of(record())])
    interface = sdk.LabelInterface(xml.decode())
    interface.validate()
    (task,) = json.loads(tasks)
    (prediction,) = task["predictions"]
    assert interface.validate_prediction(prediction, return_errors=True) == []
    regions = [one for one in prediction["result"] if one["type"] != "relation"]
    assert all(interface.validate_region(one) for one in regions)
    assert all(interface.validate_relation(one, regions) for one in prediction["result"] if one["type"] == "relation")


@pytest.mark.parametrize(
    ("index", "says"),
    [
        ('{"riga": {"report": "riga"}}', "does not say of which report and record riga.ann is: put back"),
        ('{"riga": {"record": "c1"}}', "does not say of which report"),
        ('{"riga": "riga"}', "does not say of which report"),
        ('{"riga": {"report": 5, "record": []}}', "does not say of which report"),
        ("[]", "is no index of files"),
        ("{", "is damaged"),
    ],
)
def test_a_brat_index_that_lacks_something_is_told(desk, sent, index, says) -> None:
    """A damaged `review.json` costs a line that names the remedy, and no judgement."""
    folder = ann(sent("brat")).parent
    name = ann(folder).stem
    (folder / "review.json").write_text(index.replace("riga", name))
    with pytest.raises(SourceError, match=says.replace("riga", name)):
        taken(desk, "brat", folder)
    assert desk.steps == {} or not any(desk.steps.values())


def test_what_holds_together_is_taken_in_at_once(desk, sent) -> None:
    """A time that becomes a length, with its value: one judgement; the same value alone is left out, with the reason."""
    path = sent("labelstudio")
    tasks, results = _results(path)
    one = next(one for one in results if one.get("type") == "labels" and one["value"]["labels"] == ["time.DATE"])
    one["value"]["labels"] = ["time.DURATION"]
    note = next(r for r in results if r.get("id") == one["id"] and r.get("from_name") == "value")
    note["value"]["text"] = ["PT5M"]
    path.write_text(json.dumps(tasks))
    found = taken(desk, "labelstudio", path, author="Ana")
    assert (len(found.judgements), found.left_out) == (1, [])
    note["value"]["text"] = ["2026-02-30"]
    one["value"]["labels"] = ["time.DATE"]
    path.write_text(json.dumps(tasks))
    again = taken(RecordsDesk.of([record()]), "labelstudio", path, author="Ana")
    assert again.judgements == []
    assert any("no such day" in why for why in again.left_out)


@pytest.mark.parametrize("link", [5, {}, [], True])
def test_a_link_that_is_no_path_is_told(desk, sent, link) -> None:
    """A span of Prodigy that is linked to a number or an object costs a line."""
    path = sent("prodigy")
    task = json.loads(path.read_text())
    task["spans"][1]["of"] = link
    path.write_text(json.dumps(task))
    with pytest.raises(SourceError, match="is the path of another"):
        taken(desk, "prodigy", path)
