"""What a stranger found: agreements on nothing, ministers of two states, meals, efforts, suspicions."""

from __future__ import annotations

from onrecord.knowledge.triggers import Sense
from onrecord.reading.stages import STAGES
from onrecord.recording.events import _factuality
from onrecord.recording.matter import Matter, matter
from onrecord.recording.meetings.parties import of_the_two
from onrecord.recording.roles import _tells
from onrecord.recording.telling import Candidate, Telling
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.layers import Actors, Attributions, Reading
from onrecord.values.record import Actor, Factuality, Participant
from onrecord.values.span import Span


def test_agreeing_on_nothing_is_no_agreement(read):
    """A negated object ("on nothing", "no deal", "none") leaves no AGREE event."""
    for text in (
        '"We agreed on nothing," the minister said.',
        "Norway and Ghana agreed no deal on fishing in Oslo on Tuesday.",
        "Norway and Ghana agreed on none of the demands in Oslo on Tuesday.",
    ):
        assert read(text).events("AGREE") == []


def test_agreeing_on_something_is_an_agreement(read):
    """Without a negation the agreement stays, with its content."""
    told = read("Norway and Ghana agreed on a fishing quota in Oslo on Tuesday.")
    assert [v for v, _ in told.values(told.one("AGREE"), "agreed")] == ["a fishing quota"]


def test_according_to_somebody_is_not_what_is_agreed(read):
    """Who says it stands after "according to": it is nothing that was agreed to."""
    told = read("Norway and Ghana agreed to send experts to Oslo in June, according to a joint statement.")
    agreed = [v for v, _ in told.values(told.one("AGREE"), "agreed")]
    assert agreed == ["to send experts to Oslo in June"]


def test_a_counterpart_with_a_name_is_one_person(read):
    """ "His Uruguayan counterpart Elena Varela" is Elena Varela, and no third who met."""
    told = read(
        "Brief encounter for Swedish, Uruguayan ministers\nBy Agnes Falk\nStockholm Tribune\n12 May 2026\n\nSwedish Foreign Minister Oskar Lindqvist and "
        "his Uruguayan counterpart Elena Varela met in Vienna on Monday, the first such meeting in three years."
    )
    assert told.names(told.one("CONSULT")) == {"Oskar Lindqvist", "Elena Varela"}


def test_ministers_of_two_states_are_two_parties(read):
    """ "The foreign ministers of A and B" are A and B, and their meeting is not multilateral."""
    told = read("The foreign ministers of Norway and Ghana met for 20 minutes in Geneva on Monday.")
    meeting = told.one("CONSULT")
    assert told.names(meeting) == {"Norway", "Ghana"}
    assert meeting.mode != "multilateral"


def test_unknown_states_are_two_parties_too(read):
    """States that no list knows are parties all the same."""
    told = read("The foreign ministers of Ruritania and Freedonia met for 20 minutes in Geneva on Monday.")
    assert told.names(told.one("CONSULT")) == {"Ruritania", "Freedonia"}
    assert told.one("CONSULT").mode != "multilateral"


def test_a_meal_is_a_form_and_no_topic(read):
    """ "Met over coffee" says in what form they met."""
    told = read("President Anna Berg and President Omar Haddad met over coffee in Vienna on Tuesday.")
    meeting = told.one("CONSULT")
    assert "topics" not in meeting.fields
    assert [v for v, _ in told.values(meeting, "format")] == ["over coffee"]


def test_a_headline_with_one_of_the_parties_is_the_meeting_of_the_lead(read):
    """A headline's meeting whose people are among those of the lead is no second one."""
    told = read(
        "Berg meets for talks over coffee\n\nPresident Anna Berg and President Omar Haddad met in Vienna on Tuesday.\n\n"
        "Berg later left for home."
    )
    assert len(told.events("CONSULT")) == 1


def test_what_an_effort_is_for_is_no_assault(read):
    """ "Efforts to attack the rebels" tells of no blow."""
    told = read("President Anna Berg welcomed efforts by all nations to attack the rebels in Mali on Monday.")
    assert told.events("ASSAULT") == []


def test_a_suspicion_does_not_undo_what_the_report_tells():
    """A noun that the report takes for granted happened, though somebody's suspicion of it is joined to it."""
    candidate = Candidate(Span(0, 6), 0, Sense("ASSAULT"), 0.9, "test")
    taken = Telling(candidate, stated=False)
    suspected = Telling(candidate, factuality=Factuality("possible", "a1"))
    assert _factuality([taken, suspected]) == Factuality("happened", None)


def test_a_toll_that_may_yet_be_is_not_stated(read):
    """ "Could exceed 80" keeps its words with who says it: no figure of 80, and nothing that differs from the 60 that are known."""
    made = read(
        "A bomb exploded in Narva on Monday, killing at least 60 people. Officials said the toll could exceed 80."
    )
    told = [v for e in made.events("ASSAULT") for v in e.fields.get("killed", ())]
    assert [(v.value, v.low, v.high, v.bound) for v in told] == [
        (60, 60, None, "at_least"),
        ("could exceed 80", None, None, "vague"),
    ]
    assert made.who(told[1].by) == "Officials"
    assert made.record.disagreements == ()


def test_a_ship_that_sinks_is_no_assault_and_its_toll_is_kept(read):
    """Accidents are no events (codebook); the number of dead stands among the quantities all the same."""
    made = read("A ferry sank off Narva on Sunday, killing 14 people.")
    assert made.events("ASSAULT") == []
    assert [(q.measure, q.low) for q in made.record.quantities] == [("killed", 14)]
    attacked = read("Rebels attacked a ferry off Narva on Sunday, killing 14 people.")
    assert [v.value for e in attacked.events("ASSAULT") for v in e.fields.get("killed", ())] == [14]


def test_how_long_they_talked_is_how_long_they_met(read):
    """ "They talked for the better part of an hour" is told of the meeting before it; how long one of them spoke is not."""
    lead = "Foreign Minister Peter Fallon met President Martin Gruber in Riga on Tuesday."
    told = read(f"{lead} They talked for the better part of an hour.")
    assert told.values(told.one("CONSULT"), "duration") == [("PT1H", None)]
    speech = read(f"{lead} He spoke for two hours afterwards.")
    assert "duration" not in speech.one("CONSULT").fields


def test_the_lead_tells_the_attack_that_its_headline_announces(read):
    """Other words for the dead and for the attackers make no second attack of one that headline and lead tell; a further one in the body stays."""
    told = read(
        "Six killed as raiders attack bus in northern Chad\n\n"
        "Raiders killed at least six people near Abeche in Chad on Tuesday, the army said.\n\n"
        "The road is long and empty. It is used by traders.\n\n"
        "On 12 January raiders killed two drivers in Faya."
    ).record
    attacks = [e for e in told.events if e.type == "ASSAULT"]
    assert [sorted({v.value for v in e.fields["killed"]}) for e in attacks] == [[6], [2]]


def test_a_headline_about_others_is_no_telling_of_the_lead(read):
    """Two who have names are two, in the same town."""
    told = read(
        "Israel attacks Hamas in Gaza City\n\nHamas attacked Fatah with rockets in Gaza City on Tuesday, the army said."
    ).record
    assert len([e for e in told.events if e.type == "ASSAULT"]) == 2


def test_who_is_quoted_about_a_meeting_did_not_meet(read):
    """An official without a name who tells of a meeting is none of those who met, also where a network proposes it; a minister with one may be."""
    record = read("The official told reporters after the meeting that both sides were pleased, Anna Berg said.").record
    actors = (Actor("u1", "the official", "unidentified"), Actor("p1", "Anna Berg", "person"))
    here = Matter(record.article.text, actors=Actors(actors), attributions=Attributions(record.attributions))
    sources = [s for one in record.attributions for s in one.source.spans]
    assert sources
    for span in sources:
        assert _tells(here, Participant("u1", span.start, span.end))
        assert not _tells(here, Participant("p1", span.start, span.end))
    assert not _tells(here, Participant("u1", sources[-1].end, sources[-1].end + 1))


def test_the_two_who_hold_a_discussion_are_those_spoken_of():
    """Where the parse has nobody hold it, The two "held a constructive discussion" is told of the pair; the talks that they call for are not."""
    found = Reading(
        Article(
            "Anna Berg and Omar Haddad met in Vienna.\n\n"
            'The two "held a constructive discussion", an aide said. Both leaders called for peace talks in Mali.'
        )
    )
    for stage in STAGES:
        found = found.with_layer(stage.run(found, Settings(learned=False)))
    here = matter(found)
    heads = [here.syntax.words.index(word) for word in ("discussion", "talks")]
    spans = [Span(here.syntax.starts[i], here.syntax.ends[i]) for i in heads]
    told = [Telling(Candidate(s, i, Sense("CONSULT"), 0.9, "test")) for s, i in zip(spans, heads, strict=True)]
    names = {a.id: a.name for a in here.actors.items}
    assert [{names[p.actor] for p in one.actors} for one in of_the_two(here, told)] == [
        {"Anna Berg", "Omar Haddad"},
        set(),
    ]
