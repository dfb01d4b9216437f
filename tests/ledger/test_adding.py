"""Articles go in, once each, and all of it or nothing."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from onrecord.ledger import schema
from onrecord.values.article import Article
from onrecord.values.problem import Problem
from samples import ALL, COPY, TALKS, A, B, article


def number(ledger, table) -> int:
    with ledger.reading() as connection:
        return connection.scalar(select(func.count()).select_from(table))


def test_adding_twice_changes_nothing(ledger) -> None:
    """The second time every article is there already, and the dump is the same to the byte."""
    assert [one.how for one in ledger.add(ALL)] == ["new"] * 4
    before = list(ledger.dump())
    assert [one.how for one in ledger.add(ALL)] == ["there"] * 4
    assert list(ledger.dump()) == before


def test_both_databases_hold_the_same(server, tmp_path, opens) -> None:
    """One dump, whether SQLite or PostgreSQL keeps it."""
    dumps = []
    for target in (str(tmp_path / "one.db"), server.database("same")):
        with opens(target) as ledger:
            ledger.add(ALL)
            dumps.append(list(ledger.dump()))
    assert dumps[0] == dumps[1]


def test_the_order_of_adding_does_not_matter(fresh, opens) -> None:
    """One by one in any order, or all at once: the same ledger; also where blocks are grouped on their own."""
    dumps = set()
    for seed in range(3):
        for whole in (1000, 0):
            ledger = opens(fresh(), whole=whole)
            order = list(ALL)
            random.Random(seed).shuffle(order)
            for one in order:
                ledger.add([one])
            dumps.add((whole, "\n".join(ledger.dump())))
        at_once = opens(fresh(), whole=0)
        at_once.add(ALL)
        dumps.add((0, "\n".join(at_once.dump())))
    assert len(dumps) == 2


def test_an_article_comes_back_exactly(ledger) -> None:
    """Lone surrogates, NUL, emoji and right-to-left marks: the record has the text as it was."""
    strange = Article(
        "Zoë 😀 met\x00 \ud83d Ο Τ. \u202eabc",
        key="k\x00\udc00",
        headline="h\x00",
        outlet="o\ud800",
        published="2026-03-02",
    )
    (added,) = ledger.add([strange])
    assert ledger.record(added.report).article.text == strange.text
    assert ledger.check() == []
    assert ledger.search("met")[0].report.id == added.report


def test_a_changed_article_under_its_url_is_a_new_version(ledger) -> None:
    """The newer text stands, the older one is kept and can still be read; the story has one report of the two."""
    first = replace(A, url="https://example.org/a", key=None)
    second = replace(first, text=TALKS.replace("20 minutes", "25 minutes"))
    old, new = (ledger.add([one])[0] for one in (first, second))
    assert (old.how, new.how) == ("new", "version")
    (story,) = ledger.stories()
    assert [(one.id, one.version) for one in story.reports] == [(new.report, 2)]
    assert "20 minutes" in ledger.record(old.report).article.text


def test_an_older_version_that_comes_later_does_not_take_the_place(ledger) -> None:
    """An archive's copy from before the correction is kept, and does not stand."""
    now = replace(A, url="https://example.org/a", updated="2026-03-04")
    before = replace(now, updated="2026-03-02", text=TALKS.replace("20", "30"))
    first, second = ledger.add([now, before])
    assert second.how == "older version"
    assert [one.id for story in ledger.stories() for one in story.reports] == [first.report]


def test_a_day_given_later_takes_effect(ledger) -> None:
    """The same file, first without its day: the version with a day stands, whichever is added last."""
    known = replace(A, url="https://example.org/a")
    without = replace(known, published=None)
    ledger.add([without])
    (dated,) = ledger.add([known])
    assert dated.how == "version"
    (again,) = ledger.add([replace(without, text=TALKS.replace("20", "30"))])
    assert again.how == "older version"
    assert [one.id for story in ledger.stories() for one in story.reports] == [dated.report]


def test_one_key_for_two_articles_makes_no_version(ledger) -> None:
    """Keys may be the names of files: where the words have little in common, both stand."""
    two = [article("report.txt", TALKS, "Baltic Wire"), article("report.txt", ALL[3].text, "Baltic Wire")]
    assert [one.how for one in ledger.add(two)] == ["new", "new"]
    assert ledger.counts().reports == 2


def test_problems_are_kept(ledger) -> None:
    """What could not be read is in the ledger, with its remedy; two bad lines are two reports."""
    bad = [Article("", problems=(Problem(f"f line {n}", "sources", "it is no JSON", "Give JSON."),)) for n in (1, 2)]
    assert [one.how for one in ledger.add(bad)] == ["new", "new"]
    assert sorted(problem.where for _, problem in ledger.problems()) == ["f line 1", "f line 2"]


def test_read_anew_the_newer_record_takes_the_place(ledger, clock) -> None:
    """With another reader's record of the same article the old one is kept, and views go by the new one."""
    (added,) = ledger.add([A])
    tell = ledger.read
    clock.day = "2026-04-01"
    ledger.read = lambda article, settings: replace(tell(article, settings), events=())
    assert [one.how for one in ledger.add([A], again=True)] == ["read anew"]
    assert ledger.events() == []
    assert len(ledger.events(as_of="2026-03-15")) == 1
    assert ledger.record(added.report, as_of="2026-03-15").events
    assert ledger.check() == []


def test_a_failure_in_the_middle_of_an_article_leaves_nothing_of_it(ledger, monkeypatch) -> None:
    """The article, its record and its rows come together or not at all; the next run goes on."""
    ledger.add([A])
    before = list(ledger.dump())

    def breaks(*_: object) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr("onrecord.ledger.writing.write_links", breaks)
    with pytest.raises(RuntimeError, match="the power went"):
        ledger.add([B])
    assert list(ledger.dump()) == before
    monkeypatch.undo()
    ledger.add([B, COPY])
    assert ledger.counts().reports == 3


def test_rows_can_be_asked_in_plain_sql(ledger) -> None:
    """Type, day, place, actor and the form of the claimant are columns; the record is native JSON."""
    ledger.add(ALL)
    events, values = schema.events.c, schema.event_values.c
    query = (
        select(events.type, events.earliest, values.value, values.form, schema.records.c.record)
        .join_from(schema.events, schema.event_values, values.event == events.id)
        .join(schema.records, schema.records.c.id == events.record)
        .where(values.form == "named_person")
    )
    with ledger.reading() as connection:
        ((kind, day, value, form, record),) = connection.execute(query)
    assert (kind, day, value, form) == ("CONSULT", "2026-03-02", "PT35M", "named_person")
    assert json.loads(record)["schema"] == "onrecord/1"
