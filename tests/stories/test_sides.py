"""Which party says a value, and whether it is told outright."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import jsonschema
import pytest

from onrecord.stories.compare import compare
from onrecord.stories.hedges import hedge_of
from onrecord.stories.sides import side
from onrecord.values.findings import Actor, Event, Mention, Participant
from onrecord.values.record import Record
from onrecord.values.schema import shipped
from onrecord.values.span import Span
from onrecord.values.story import Claim, Incident, Report, Story
from onrecord.values.wire import dumps
from onrecord.views.present.discrepancy import discrepancies

Make = Callable[..., Record]
TEXT = (
    "Estonian gunners shelled the Latvian port of Nordvik on Sunday. The Latvian government said 12 people were killed. "
    "The Estonian army said four people were killed. A hospital official said nine people were hurt."
)


@pytest.fixture
def shelling(report: Make) -> Record:
    """One shelling, told by both governments' people and by a hospital."""
    counts = [
        ("12 people", "killed", 12, 12, "exact"),
        ("four people", "killed", 4, 4, "exact"),
        ("nine people", "injured", 9, 9, "exact"),
    ]
    sayings = [
        ("The Latvian government", "said", "12 people were killed"),
        ("The Estonian army", "said@2", "four people were killed"),
        ("A hospital official", "said@3", "nine people were hurt"),
    ]
    made = report("gazette", TEXT, counts, sayings, places=["Nordvik"])
    at = TEXT.index
    actors = (
        Actor("p1", "Latvia", "office", country="LVA", sectors=("GOV",), mentions=(Mention(at("The Latvian gov"), at(" said 12"), "name"),)),
        Actor("p2", "Estonian army", "organization", country="EST", sectors=("MIL",), mentions=(Mention(at("The Estonian army"), at(" said four"), "name"),)),
        Actor("p3", "official", "person", country="LVA", sectors=("HLH",), mentions=(Mention(at("A hospital"), at(" said nine"), "role"),)),
    )  # fmt: skip
    shelled = Span(at("shelled"), at(" the Latvian port"))
    event = Event("e1", shelled, "ASSAULT", actors=(Participant("p2", 0, 8),), recipients=(Participant("p1", 29, 36),))
    return replace(made, actors=actors, events=(event,))


def test_each_value_has_the_party_that_says_it(shelling: Record) -> None:
    """Two governments with two tolls: each on its own side; the hospital is on none."""
    story = compare([shelling])
    assert set(story.incident.parties) == {"Estonia", "Latvia"}
    said = {one.value: (one.party, story.sided([one.id])) for one in story.claims if one.field in ("killed", "injured")}
    assert said == {12: ("Latvia", "one"), 4: ("Estonia", "one"), 9: ("third party", "third")}
    assert story.sided([one.id for one in story.claims if one.field == "killed"]) == "both"


def test_a_compared_story_keeps_to_its_schema(shelling: Record, harbour: Record, union: Record) -> None:
    """What `compare` makes of reports is `onrecord-story/1`."""
    validator = jsonschema.Draft202012Validator(json.loads(shipped("story")))
    for story in (compare([shelling]), compare([harbour, union]), compare([])):
        validator.validate(json.loads(dumps(story)))


def test_what_is_disputed_is_no_agreed_core(report: Make) -> None:
    """Two papers have four dead from the police, a third has nine: nobody may read four as agreed. Without the third it is, from one claimant."""
    rows = (
        ("a", "A blaze at the harbour of Nordvik killed four people, the police said.", "the police", "four people", 4),
        (
            "b",
            "Four people died when fire swept docks in Nordvik, according to the police.",
            "the police",
            "Four people",
            4,
        ),
        (
            "c",
            "Nine people lost their lives as a warehouse burned in Nordvik, a union said.",
            "a union",
            "Nine people",
            9,
        ),
    )
    told = [
        report(
            key,
            text,
            [(words, "killed", n, n, "exact")],
            [(who, "said" if "said" in text else "according to", words)],
            places=["Nordvik"],
        )
        for key, text, who, words, n in rows
    ]
    assert [one.value for one in compare(told[:2]).agreed] == [4]
    assert discrepancies(compare(told[:2])).agreed[0][1].startswith("four people (all from")
    assert compare(told).agreed == ()


def test_without_two_sides_nothing_is_one_partys(harbour: Record, union: Record) -> None:
    """An accident has no parties: nobody speaks for a side."""
    story = compare([harbour, union])
    assert story.incident.parties == ()
    assert {story.sided([one.id]) for one in story.claims} == {None}


@pytest.mark.parametrize(
    ("actor", "found"),
    [
        (Actor("p", "Latvia", "state", country="LVA"), "Latvia"),
        (Actor("p", "rebels", "group", country="LVA", sectors=("REB",)), "Latvia, opposition"),
        (Actor("p", "residents", "group", country="LVA", sectors=("CVL",)), None),
        (Actor("p", "army", "organization", sectors=("MIL",)), None),
    ],
)
def test_a_side_is_a_country_and_its_opposition_another(actor: Actor, found: str | None) -> None:
    """Residents belong to no side, and an army without a country to none that is known."""
    assert side(actor) == found


def test_one_side_with_others_is_not_one_side_alone() -> None:
    """A value that a party and a monitor tell, one of which it is not told who he is, and a blank."""

    def claim(id: str, **more: object) -> Claim:
        return Claim(id, "killed", 4, "a", 0, 4, **more)  # type: ignore[arg-type]

    claims = (
        claim("c1", by=Span(0, 1), party="Latvia"), claim("c2", by=Span(0, 1)), claim("c3"), claim("c4", stance="blank", by=Span(0, 1), party="Estonia"),
    )  # fmt: skip
    story = Story("a", (Report("a", "a"),), Incident(parties=("Estonia", "Latvia")), claims)
    assert story.sided(["c1", "c4"]) == "one"
    assert story.sided(["c1", "c2"]) == "one and others"
    assert story.sided(["c2"]) is None
    assert story.sided(["c4"]) is None


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The blast was probably caused by a car bomb.", "vague"),
        ("The blast was reportedly caused by a car bomb.", "reported"),
        ("The blast was caused by a car bomb.", None),
        ("Probably nobody saw it coming, but a car bomb exploded.", None),
    ],
)
def test_a_hedge_stands_close_before_its_value(text: str, hedge: str | None) -> None:
    """As likely, as hearsay, outright; what another clause is unsure of is no hedge of this one."""
    start = text.index("car bomb")
    assert hedge_of(Claim("c1", "means", "car bomb", "a", start, start + 8), text) == hedge


def test_what_is_said_of_a_source_does_not_hide_its_side(report: Make) -> None:
    """An Estonian officer "who spoke on condition of anonymity" speaks for Estonia, however long the clause is."""
    text = "Estonian gunners shelled the Latvian port of Nordvik on Sunday. An Estonian officer who spoke on condition of anonymity said four people were killed."
    source = "An Estonian officer who spoke on condition of anonymity"
    told = [("four people", "killed", 4, 4, "exact")]
    made = report("gazette", text, told, [(source, "said", "four people were killed")], places=["Nordvik"])
    at = text.index
    port = (at("the Latvian"), at(" of Nordvik"))
    actors = (
        Actor("p1", "Estonia", "state", country="EST", sectors=("GOV",), mentions=(Mention(0, 8, "demonym"),)),
        Actor("p2", "Latvia", "state", country="LVA", sectors=("GOV",), mentions=(Mention(*port, "name"),)),
        Actor("p3", "officer", "unidentified", country="EST", sectors=("MIL",), mentions=(Mention(at(source), at(" who"), "role"),)),
    )  # fmt: skip
    shelled = Span(at("shelled"), at(" the Latvian"))
    event = Event("e1", shelled, "ASSAULT", actors=(Participant("p1", 0, 8),), recipients=(Participant("p2", *port),))
    story = compare([replace(made, actors=actors, events=(event,))])
    assert {one.party for one in story.claims if one.field == "killed"} == {"Estonia"}
