"""Stories, what was known when, and judgements that can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.errors import LedgerError
from onrecord.stories.group import group
from samples import ALL, COPY, OTHER, TALKS, A, B

WHO = {"author": "Ana", "why": "the same talks"}


def parts(ledger, **more) -> set[frozenset[str]]:
    return {frozenset(one.key for one in story.reports) for story in ledger.stories(**more)}


def test_stories_are_those_of_group_with_copies_counted_once(ledger) -> None:
    """Three reports of the meeting from two origins, and the storm by itself: as `onrecord group` has it."""
    ledger.add(ALL)
    assert parts(ledger) == {frozenset(r.key for r in story.reports) for story in group(ALL)}
    first = ledger.stories()[0]
    assert (len(first.reports), first.outlets, first.texts, first.origins) == (3, 3, 3, 2)


@pytest.mark.parametrize("whole", [1000, 0])
def test_what_was_known_then(fresh, opens, clock, whole) -> None:
    """As of a day the ledger shows the reports, versions and judgements that it held at that day's end."""
    ledger = opens(fresh(), whole=whole)
    ledger.add([A])
    clock.day = "2026-03-05"
    ledger.add([B, OTHER, replace(A, text=TALKS.replace("20 minutes", "25 minutes"))])
    assert ledger.stories(as_of="2026-02-28") == []
    ((report,),) = (story.reports for story in ledger.stories(as_of="2026-03-04"))
    assert "20 minutes" in ledger.record(report.id).article.text
    assert [e.trigger for e in ledger.events(as_of="2026-03-04")] == ["met"]
    assert parts(ledger, as_of="2026-03-06") == parts(ledger) == {frozenset("ab"), frozenset("d")}
    assert parts(ledger, until="2026-03-01") == set()


def test_a_merge_joins_and_its_undoing_parts_again(ledger, clock) -> None:
    """Nothing is rewritten: the view follows the judgement, before it and after its undoing it is as it was."""
    ledger.add(ALL)
    before = parts(ledger)
    talks, storm = ledger.stories()
    clock.day = "2026-03-10"
    made = ledger.merge("story", talks.id, storm.id, **WHO)
    assert parts(ledger) == {frozenset("abcd")}
    assert ledger.story(storm.id).id == ledger.story(_copy(ledger)).id == talks.id
    clock.day = "2026-03-11"
    undone = ledger.undo(made.id[:9], author="Ben", why="another day")
    assert parts(ledger) == parts(ledger, as_of="2026-03-09") == before
    assert parts(ledger, as_of="2026-03-10") == {frozenset("abcd")}
    assert [(one.id, one.author, one.undone_by) for one in ledger.judgements()] == [
        (made.id, "Ana", undone.id),
        (undone.id, "Ben", None),
    ]


def _copy(ledger) -> str:
    return next(one.id for one in _reports(ledger) if one.key == "c")


def test_a_split_parts_a_story_and_holds_for_what_comes_later(ledger) -> None:
    """The report told apart stays apart when the rest grows, and when it is itself corrected."""
    ledger.add([A, B])
    (story,) = ledger.stories()
    apart = next(one.id for one in story.reports if one.key == "b")
    ledger.split("story", story.id, [apart[:10]], author="Ana", why="another meeting")
    assert parts(ledger) == {frozenset("a"), frozenset("b")}
    ledger.add([COPY, replace(B, text=B.text + " A correction: they met at noon.")])
    assert parts(ledger) == {frozenset("ac"), frozenset("b")}
    assert ledger.story(apart).reports[0].version == 2


def test_merged_actors_are_found_by_either_name(ledger) -> None:
    """An actor's merge and split change who is found, and no record."""
    other = replace(OTHER, text="Ilvesa and Kask met in Narva on Friday for 5 minutes, the ministry said.")
    ledger.add([A, other])
    reports = {one.key: one.id for one in _reports(ledger)}
    assert _found(ledger, "Ilvesa") == {"d"}
    ids = _actors(ledger)
    made = ledger.merge("actor", ids["Ilves"], ids["Ilvesa"], **WHO)
    assert _found(ledger, ids["Ilvesa"]) == {"a", "d"}
    assert {e.actors[0] for e in ledger.events()} == {"Ilves"}
    ledger.undo(made.id, **WHO)
    assert _found(ledger, ids["Ilvesa"]) == {"d"}
    ledger.split("actor", ids["Ilves"], [reports["a"]], author="Ana", why="a namesake")
    assert ledger.check() == []


def _reports(ledger):
    return [one for story in ledger.stories() for one in story.reports]


def _found(ledger, actor) -> set[str]:
    return {hit.report.key for hit in ledger.search(actor=actor)}


def _actors(ledger) -> dict[str, str]:
    from sqlalchemy import select

    from onrecord.ledger.schema import actors

    with ledger.reading() as connection:
        return dict(connection.execute(select(actors.c.name, actors.c.id)).all())


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (lambda one, s: one.merge("story", s, s, **WHO), "one story already"),
        (lambda one, s: one.merge("story", s, "s123456", **WHO), "has no story s123456"),
        (lambda one, s: one.merge("actor", s, s, **WHO), "is the id of a story, not of a actor"),
        (lambda one, s: one.merge("story", s, s, author=" ", why="x"), "one story already"),
        (lambda one, s: one.split("story", s, [], **WHO), "name the reports"),
        (lambda one, s: one.split("story", s, ["r" + s[1:]], **WHO), "leave at least one"),
        (lambda one, s: one.undo("j123456", **WHO), "no judgement"),
        (lambda one, s: one.story("nonsense"), "is no id"),
        (lambda one, s: one.stories(as_of="yesterday"), "write it as ISO 8601"),
    ],
)
def test_misuse_is_told_with_its_remedy(tmp_path, opens, act, told) -> None:
    """Judgements on what is not there, or is so already, are refused in words."""
    ledger = opens(str(tmp_path / "one.db"))
    ledger.add([A])
    with pytest.raises(LedgerError, match=told):
        act(ledger, ledger.stories()[0].id)


def test_accounts_of_a_story_can_be_compared(ledger) -> None:
    """`compare` takes the story's records: both durations are there, each with its report."""
    ledger.add(ALL)
    compared = ledger.compare(ledger.stories()[0].id)
    assert {one.key for one in compared.reports} == {one.id for one in ledger.stories()[0].reports}


def test_the_letter_alone_is_no_id(ledger) -> None:
    """In a ledger of one report, `r` and nothing at all do not stand for it: what names nothing is judged on nothing."""
    ledger.add([A])
    for id in ("r", ""):
        with pytest.raises(LedgerError, match="is no id of a ledger"):
            ledger.record(id)
