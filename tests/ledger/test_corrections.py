"""Values that people correct: accepted, edited, rejected, inserted; taken back; on other versions and readings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import tell
from sqlalchemy import text

from onrecord.errors import LedgerError
from onrecord.ledger.rows import rows_of
from onrecord.values.wire import dumps
from samples import ALL, OTHERS, TALKS, A, B

WHO = {"author": "Ana", "why": "the readout says so"}


@pytest.fixture
def told(ledger):
    """A ledger with all samples, and the id of the report by B (35 minutes, said Toom)."""
    ledger.add(ALL)
    return ledger, _id(ledger, "b")


def _id(ledger, key: str) -> str:
    return next(one.id for story in ledger.stories() for one in story.reports if one.key == key)


def durations(ledger, **more) -> set[str]:
    story = ledger.story(_id(ledger, "a"), **more)
    return {one.value for one in ledger.claims(story, **more)}


def test_an_edited_value_shows_in_every_view_until_it_is_undone(told, clock) -> None:
    """Record, values, comparison and rows go by the correction; as of the day before, and after its undoing, they are as they were read."""
    ledger, report = told
    as_read = dumps(ledger.record(report))
    clock.day = "2026-03-10"
    made = ledger.edit(report[:9], "e1.duration", "PT40M", **WHO)
    assert (made.path, made.report, made.was["value"], made.value) == ("e1.fields.duration.0", report, "PT35M", "PT40M")
    assert ledger.record(report).events[0].fields["duration"][0].low == "PT40M"
    assert dumps(ledger.record(report, corrected=False)) == as_read
    assert durations(ledger) == {"PT20M", "PT40M"}
    assert {one.corrected for one in ledger.claims(ledger.story(report))} == {made.id, None}
    assert "PT40M" in str(ledger.compare(report))
    assert durations(ledger, as_of="2026-03-09") == {"PT20M", "PT35M"}
    assert dict(ledger.every_record(report))[report] == ledger.record(report)
    clock.day = "2026-03-11"
    ledger.undo(made.id, author="Ben", why="it was the translation")
    assert dumps(ledger.record(report)) == as_read
    assert durations(ledger) == {"PT20M", "PT35M"}
    assert durations(ledger, as_of="2026-03-10") == {"PT20M", "PT40M"}
    assert [(one.state, one.label) for one in ledger.corrections(report)] == [("undone", "duration of CONSULT “met”")]
    assert ledger.check() == []


def test_search_finds_by_what_is_corrected(told) -> None:
    """A search by type and by form of the claimant goes by the corrected record."""
    ledger, report = told

    def found(**filters) -> set[str]:
        return {hit.report.id for hit in ledger.search(**filters)}

    assert report in found(type="CONSULT")
    ledger.edit(report, "e1.type", "AGREE", **WHO)
    ledger.edit(report, "v1.source.form", "document", **WHO)
    assert found(type="AGREE") == found(claimant_form="document") == {report}
    assert report not in found(type="CONSULT") | found(claimant_form="named_person")


def test_paths_mean_the_same_value_whatever_is_rejected_before(told) -> None:
    """Rejecting the first actor does not shift the path of the second; the view tells the path of what it shows."""
    ledger, report = told
    first = ledger.reject(report, "e1.actors.0", **WHO)
    view = ledger.reviewed(report)
    assert [one.actor for one in view.record.events[0].actors] == ["a2"]
    assert view.path("e1.actors.0") == "e1.actors.1"
    assert "e1.actors.1" in {one.path for one in view.targets()}
    ledger.edit(report, view.path("e1.actors.0"), {"hedged": True}, **WHO)
    ledger.undo(first.id, **WHO)
    assert [one.hedged for one in ledger.record(report).events[0].actors] == [False, True]


def test_what_hung_on_a_rejected_finding_is_put_right(told) -> None:
    """A value of a rejected account is the report's own; a rejected actor, place or time takes its parts in events with it."""
    ledger, report = told
    for path in ("v1", "a1", "p1", "t1"):
        ledger.reject(report, path, **WHO)
    (event,) = ledger.record(report).events
    assert event.fields["duration"][0].by is None
    assert ([one.actor for one in event.actors], event.where, event.when) == (["a2"], (), ())
    ledger.reject(report, "e1", **WHO)
    assert ledger.record(report).events == ()
    assert ledger.check() == []


def test_what_is_missing_can_be_inserted(told) -> None:
    """An event, a value and a mention that the reading missed; ids of inserted findings are never used again."""
    ledger, report = told
    made = ledger.insert(report, "events", {"type": "AGREE", "trigger": {"start": 63, "end": 66}}, **WHO)
    assert made.value["id"] == "e1001"
    ledger.undo(made.id, **WHO)
    again = ledger.insert(report, "events", {"type": "AGREE", "trigger": {"start": 63, "end": 66}}, **WHO)
    ledger.insert(report, "e1002.fields.topics", {"value": "the railway", "start": 64, "end": 70}, **WHO)
    ledger.insert(report, "a1.mentions", {"start": 63, "end": 74, "form": "role"}, **WHO)
    assert again.value["id"] == "e1002"
    event = next(one for one in ledger.record(report).events if one.id == "e1002")
    assert (event.type, event.found_by, event.fields["topics"][0].value) == ("AGREE", "inserted by hand", "the railway")
    assert ledger.check() == []


def test_a_correction_finds_where_accounts_of_one_report_differ_now(ledger) -> None:
    """Two accounts of one report that came to differ by a correction are a disagreement; when it is undone they are none."""
    ledger.add([B])
    report = _id(ledger, "b")
    other = {"value": "PT50M", "low": "PT50M", "high": "PT50M", "bound": "exact", "start": 41, "end": 51}
    made = ledger.insert(report, "e1.fields.duration", other, **WHO)
    (found,) = ledger.record(report).disagreements
    assert (found.field, found.kind, {one.value for one in found.values}) == (
        "duration",
        "conflict",
        {"PT35M", "PT50M"},
    )
    ledger.edit(report, "e1.fields.duration.1", "PT35M", **WHO)
    assert ledger.record(report).disagreements == ()
    ledger.undo(made.id, **WHO)
    assert [(one.state, bool(one.because)) for one in ledger.corrections(report)] == [
        ("undone", False),
        ("waits", True),
    ]


def test_accepting_changes_nothing_and_is_kept(told) -> None:
    """An accepted value is listed as judged, and the record is as it was read."""
    ledger, report = told
    before = ledger.record(report)
    made = ledger.accept(report, "e1.fields.duration.0", dated="2025-12-01", **WHO)
    assert ledger.record(report) == before
    assert [(c.judgement.id, c.state) for c in ledger.reviewed(report).judged("e1")] == [(made.id, "stands")]
    assert ledger.judgements()[-1].dated == "2025-12-01"


def test_another_version_takes_no_correction_over_and_says_so(told) -> None:
    """The new text has its own values; the correction waits, names the version that it was made on, and the old version keeps it."""
    ledger, report = told
    ledger.edit(report, "e1.duration", "PT40M", **WHO)
    ledger.add([replace(B, text=OTHERS.replace("35 minutes", "45 minutes"), updated="2026-03-04")])
    newer = _id(ledger, "b")
    assert newer != report
    assert durations(ledger) == {"PT20M", "PT45M"}
    (waiting,) = ledger.corrections(newer)
    assert waiting.state == "waits"
    assert "earlier version" in waiting.because
    assert waiting.words == "35 minutes"
    assert ledger.record(report).events[0].fields["duration"][0].value == "PT40M"


def test_another_reading_takes_over_what_it_shares(fresh, opens) -> None:
    """Read anew, with ids of its own, the same value on the same words keeps its correction; a value that it reads otherwise does not."""
    target = fresh()
    ledger = opens(target)
    ledger.add([A])
    report = _id(ledger, "a")
    ledger.edit(report, "e1.duration", "PT40M", **WHO)
    ledger.edit(report, "e1.factuality.value", "planned", **WHO)
    newer = opens(target, read=_otherwise)
    newer.add([A], again=True)
    (event,) = newer.record(report).events
    assert (event.id, event.fields["duration"][0].value) == ("e9", "PT40M")
    assert event.factuality.value == "possible"
    assert [one.state for one in newer.corrections(report)] == ["stands", "waits"]
    assert newer.check() == []


def _otherwise(article, settings):
    """The same reading, but the event is e9 and only possible."""
    record = tell(article, settings)
    (event,) = record.events
    status = replace(event.factuality, value="possible")
    return replace(
        record, events=(replace(event, id="e9", factuality=status),), reader=replace(record.reader, version="2")
    )


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda one, r: one.edit(r, "e1.type", "MEET", **WHO), "it can be AGREE, CONSULT"),
        (lambda one, r: one.edit(r, "e7.type", "AGREE", **WHO), "no 'e7' in this record: it has"),
        (lambda one, r: one.edit(r, "e1.kind", "AGREE", **WHO), "has no 'kind': it has"),
        (lambda one, r: one.edit(r, "e1.mode", "demo", **WHO), "is no mode of CONSULT"),
        (lambda one, r: one.edit(r, "e1.duration", "40 minutes", **WHO), "ISO 8601"),
        (lambda one, r: one.edit(r, "e1.duration", {"start": 5, "end": 9999}, **WHO), "outside the text"),
        (lambda one, r: one.edit(r, "e1.duration", {"by": "v9"}, **WHO), "no attribution of this record"),
        (lambda one, r: one.edit(r, "e1.id", "e2", **WHO), "is not corrected"),
        (lambda one, r: one.edit(r, "article.outlet", "x", **WHO), "add it again"),
        (lambda one, r: one.edit(r, "..", "x", **WHO), "is no path"),
        (lambda one, r: one.reject(r, "e1.type", **WHO), "must have a value"),
        (lambda one, r: one.reject(r, "a1.mentions.0", **WHO), "has no evidence"),
        (lambda one, r: one.insert(r, "e1.type", "x", **WHO), "is no list"),
        (lambda one, r: one.insert(r, "events", {"type": "AGREE"}, **WHO), "has no 'trigger'"),
        (lambda one, r: one.accept(r, "e1", author="Ana", why=" "), "needs an author and a reason"),
        (lambda one, r: one.accept(r, "e1", dated="yesterday", **WHO), "ISO 8601"),
        (lambda one, r: one.accept("s" + r[1:], "e1", **WHO), "give that of a report"),
    ],
)
def test_what_cannot_be_is_refused_with_its_remedy_and_leaves_no_trace(tmp_path, opens, act, said) -> None:
    """A correction that leads nowhere or breaks the record is refused in words, and no judgement is kept."""
    ledger = opens(str(tmp_path / "one.db"))
    ledger.add([A])
    with pytest.raises(LedgerError, match=said):
        act(ledger, ledger.stories()[0].reports[0].id)
    assert ledger.judgements() == []
    assert ledger.check() == []


def test_words_become_numbers_where_numbers_stand(told) -> None:
    """What a person types into a form is a number, an object or words, as the place wants it."""
    ledger, report = told
    ledger.correct_words(report, "p1.geonames", "456172", **WHO)
    ledger.correct_words(report, "a1.country", "LVA", **WHO)
    ledger.correct_words(report, "e1.trigger", '{"start": 15, "end": 18}', **WHO)
    record = ledger.record(report)
    assert (record.places[0].geonames, record.actors[0].country) == (456172, "LVA")
    with pytest.raises(LedgerError, match="takes JSON"):
        ledger.correct_words(report, "e1.trigger", "met", **WHO)


def test_a_ledger_of_the_first_schema_is_brought_up_to_date(fresh, opens, tmp_path) -> None:
    """What an earlier onrecord kept can be corrected after the next opening, and its backups can be restored."""
    target = fresh()
    old = opens(target)
    old.add(ALL)
    with old.writing() as connection:
        for table in ("sessions", "users", "tries"):
            connection.execute(text(f"DROP TABLE {table}"))
        connection.execute(text("DROP INDEX judgements_report"))
        for table, column in (("records", "judgement"), ("judgements", "report"), ("judgements", "correction")):
            connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}"))
        connection.execute(text("DELETE FROM ledger_version WHERE version > 1"))
    old.close()
    newer = opens(target)
    ledger_id = _id(newer, "b")
    newer.edit(ledger_id, "e1.duration", "PT40M", **WHO)
    newer.users.add("Ana", "a long password")
    newer.backup(tmp_path / "backup.db")
    other = opens(fresh())
    other.restore(tmp_path / "backup.db")
    assert list(other.dump()) == list(newer.dump())
    assert durations(other) == {"PT20M", "PT40M"}
    assert [one.name for one in other.users.list()] == ["Ana"]
    assert other.check() == []


def test_a_check_finds_a_record_that_is_not_what_its_corrections_make(tmp_path, opens) -> None:
    """Somebody who writes into the database past onrecord is found out."""
    ledger = opens(str(tmp_path / "one.db"))
    ledger.add([A])
    report = _id(ledger, "a")
    ledger.edit(report, "e1.duration", "PT40M", **WHO)
    assert ledger.check() == []
    with ledger.writing() as connection:
        connection.execute(text("UPDATE judgements SET correction = replace(correction, 'PT40M', 'PT50M')"))
    assert any("corrections make" in fault.what for fault in ledger.check())


def test_rows_of_a_corrected_record_are_its_own(told) -> None:
    """Ids of events before a correction still lead to their report and finding."""
    ledger, report = told
    before = rows_of(ledger.record(report), report)["events"][0]["id"]
    ledger.edit(report, "e1.type", "AGREE", **WHO)
    assert ledger.locate(before) == (report, "e1")
    assert TALKS in {one.article.text for one in ledger.records(ledger.story(report))}


@pytest.mark.parametrize(
    ("verb", "path", "value"),
    [("edit", "e1.type", [1]), ("edit", "e1.actors", None), ("insert", "e1.actors", 5), ("insert", "attributions", {})],
)
def test_a_value_of_a_wrong_shape_is_refused_and_nothing_is_kept(told, verb, path, value) -> None:
    """What would not make a record is told in a line that names the remedy; the record and the judgements stay as they were."""
    ledger, report = told
    before = ledger.record(report), ledger.judgements()
    with pytest.raises(LedgerError):
        getattr(ledger, verb)(report, path, value, **WHO)
    assert (ledger.record(report), ledger.judgements()) == before
