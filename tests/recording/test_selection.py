"""Which triggers are read where the network and the lexicon differ, and what is no event whoever proposes it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.learned.findings import EventFinding, Findings, ScoredSpan
from onrecord.reading.stages import STAGES
from onrecord.recording.matter import matter
from onrecord.recording.record import record
from onrecord.recording.selection import chosen
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.layers import Reading
from onrecord.values.record import Reader
from onrecord.values.span import Span

RULES = Settings(learned=False)
REST = " The museum has three floors. The river is long. Shops close at six."


def proposal(text: str, words: str, kind: str, score: float = 0.9, actors: tuple[str, ...] = ()) -> EventFinding:
    start = text.index(words)
    spans = tuple(ScoredSpan(text.index(a), text.index(a) + len(a), 0.9) for a in actors)
    return EventFinding(Span(start, start + len(words)), kind, score, spans, (), "happened", 0.9, False, 0.1)


def reading(text: str, *proposals: EventFinding) -> Reading:
    """A reading by rules, with these findings put in the network's place."""
    found = Reading(Article(text, key="test", published="2026-03-04"))
    for stage in STAGES:
        found = found.with_layer(stage.run(found, RULES))
    return found.with_layer(replace(Findings(), events=proposals)) if proposals else found


def triggers(text: str, *proposals: EventFinding) -> list[str]:
    return [one.trigger.of(text) for one in chosen(matter(reading(text, *proposals)), RULES)]


def events(text: str, *proposals: EventFinding) -> list[tuple[str, str]]:
    made = record(reading(text, *proposals), RULES, Reader("test"))
    assert made.problems == ()
    return [(e.type, made.words(e.trigger)) for e in made.events]


def test_the_network_alone_must_be_sure():
    """Below one half a word that no lexicon knows is not read."""
    text = "The senate mothballed the plan on Monday." + REST
    assert triggers(text, proposal(text, "mothballed", "REJECT", 0.6)) == ["mothballed"]
    assert triggers(text, proposal(text, "mothballed", "REJECT", 0.4)) == []


@pytest.mark.parametrize("word", ["The", "quickly", "on", "ugly"])
def test_only_verbs_and_nouns_name_events(word):
    """Articles, adverbs, prepositions and adjectives that the network proposes are not read."""
    text = "The senate quickly mothballed an ugly plan on Monday." + REST
    assert triggers(text, proposal(text, word, "REJECT", 0.99)) == []


def test_of_meetings_the_network_alone_is_not_believed():
    """The lexicon knows the words of meeting."""
    text = "Moscow and Oslo shared goals on Monday." + REST
    assert "shared" not in triggers(text, proposal(text, "shared", "CONSULT", 0.99))


def test_a_noun_of_a_lone_sentence_must_name_an_act():
    """In a text that is no report a thing is no event, however sure the network is."""
    text = "The brass band will play on Sunday."
    assert triggers(text, proposal(text, "band", "MOBILIZE", 0.99)) == []


def test_the_verb_that_carries_a_noun_is_no_event_of_its_own():
    """ "Launched air strikes" is one event, though the network proposes two."""
    text = "Turkey launched air strikes on the town on Monday." + REST
    found = events(text, proposal(text, "launched", "ASSAULT"), proposal(text, "air strikes", "ASSAULT"))
    assert [kind for kind, _ in found].count("ASSAULT") == 1


def test_what_is_joined_to_an_event_takes_no_part_in_it():
    """In "support for rebels and an air strike" the rebels do not strike, whatever the network says."""
    text = "They disagree over support for rebels and an air strike in Libya." + REST
    made = record(reading(text, proposal(text, "air strike", "ASSAULT", actors=("rebels",))), RULES, Reader("test"))
    assert [e.actors for e in made.events if e.type == "ASSAULT"] == [()]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Leaders stressed the need for a new bridge.", "need", "REQUEST"),
        ("Experts see a rise in assaults.", "assaults", "ASSAULT"),
        ("The firm did not respond to a request for comment.", "request", "REQUEST"),
        ("Three people were killed when a bus crashed near Oslo.", "killed", "ASSAULT"),
        ("The storm left 6 people dead.", "left", "RETREAT"),
        ("The fire damaged a warehouse.", "fire", "ASSAULT"),
    ],
)
def test_what_is_no_event_by_the_codebook(text, word, kind):
    """Needs, kinds of events, requests for comment, accidents and tolls are no events, though the network proposes them."""
    assert (kind, word) not in events(text + REST, proposal(text + REST, word, kind, 0.99))


def test_an_auxiliary_makes_the_act_what_it_is():
    """Where the network sees a refusal at "not", the verb tells a refusal, and its "not" is no denial of it."""
    text = "Israel will not release the prisoners." + REST
    made = record(reading(text, proposal(text, "not", "REJECT", 0.99)), RULES, Reader("test"))
    assert [(e.type, e.factuality.value) for e in made.events] == [("REJECT", "planned")]


@pytest.mark.parametrize(
    ("text", "word", "kind", "read_as"),
    [
        ("The militia said it will release the two drivers on Monday.", "release", "RETREAT", "AGREE"),
        ("The militia said it will not release the two drivers.", "release", "RETREAT", "REJECT"),
        ("The two drivers will be released on Monday.", "released", "RETREAT", "RETREAT"),
        ("The militia released the two drivers on Monday.", "released", "RETREAT", "RETREAT"),
    ],
)
def test_a_good_deed_announced_is_a_promise_and_one_ruled_out_a_refusal(text, word, kind, read_as):
    """PLOVER: what somebody says he will do for another is AGREE, what he will not do REJECT; what is to happen to somebody keeps its type."""
    told = text + REST
    found = [
        one.sense.kind
        for one in chosen(matter(reading(told, proposal(told, word, kind))), RULES)
        if one.trigger.of(told).endswith(word)
    ]
    assert found == [read_as]
