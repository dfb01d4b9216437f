"""Events of all types: roles, status, who says so, counts, and what is one event."""

from __future__ import annotations

import pytest


def test_the_passive_has_its_agent_as_actor(read):
    """In "X was arrested by Y" Y acts and X receives."""
    told = read("A journalist was arrested by police in Lima on Monday.")
    event = told.one("COERCE")
    assert (event.mode, event.cameo) == ("arrest", "173")
    assert told.names(event, "recipients") == {"A journalist"} or "journalist" in next(
        iter(told.names(event, "recipients"))
    )
    assert any("police" in name.casefold() for name in told.names(event))


def test_a_town_before_a_noun_is_where_it_happened(read):
    """ "The Paris attacks" were in Paris, not by it."""
    told = read("France mourned the dead of the Paris attacks, which killed 129 people.")
    event = told.one("ASSAULT")
    assert [a.value for a in event.where] == ["Paris"]
    assert event.actors == ()


def test_the_dead_of_an_attack_belong_to_it(read):
    """ "An attack which killed 12" is one event with 12 killed."""
    told = read("A rocket attack, which killed 12 soldiers, shook the town on Monday.")
    event = told.one("ASSAULT")
    assert [(v.value, v.bound) for v in event.fields["killed"]] == [(12, "exact")]
    assert event.mode == "heavy-weapons"


def test_a_definite_noun_takes_up_the_attack_of_the_lead(read):
    """ "The attack" further down is the attack of the lead."""
    told = read("Gunmen attacked a police station in Lahore on Monday.\n\nThe attack lasted two hours.")
    assert [told.words(m) for m in told.one("ASSAULT").mentions] == ["attack"]


def test_attacks_in_two_towns_are_two(read):
    """Another place is another event."""
    told = read(
        "Gunmen attacked a police station in Lahore on Monday.\n\nMilitants attacked a school in Karachi on Monday."
    )
    assert len(told.events("ASSAULT")) == 2


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Turkey urged the rebels to release the hostages.", "RETREAT", "demanded"),
        ("The army may attack the town.", "ASSAULT", "possible"),
        ("Israel will deploy troops to the border.", "MOBILIZE", "planned"),
        ("The police did not arrest the minister.", "COERCE", "denied"),
        ("If the army attacks the town, thousands will flee.", "ASSAULT", "hypothetical"),
        ("The army attacked the town.", "ASSAULT", "happened"),
    ],
)
def test_the_clause_tells_the_status(read, text, kind, value):
    """Negation, modals, conditions and what governs a clause set the status of its event."""
    assert read(text).events(kind)[0].factuality.value == value


def test_an_event_in_reported_speech_is_asserted_by_the_speaker(read):
    """The event inside "X said that …" stands under X."""
    told = read("The army attacked the town of Idlib on Monday, the defence minister said.")
    assert told.who(told.one("ASSAULT").factuality.by) == "the defence minister"


def test_what_is_taken_for_granted_is_the_articles(read):
    """ "Friday's attack" in somebody's words claims nothing: the article tells it; of what the words tell, the speaker is the account."""
    granted = read("The minister said that residents had fled before Friday's attack on the town of Idlib.")
    assert granted.one("ASSAULT").factuality.by is None
    claimed = read("The attack on the town of Idlib was a mistake, the minister said.")
    assert claimed.who(claimed.one("ASSAULT").factuality.by) == "the minister"


def test_a_clause_beside_what_is_said_is_the_articles(read):
    """A relative clause set off by commas is the reporter's aside, whoever is quoted around it."""
    told = read("Police said the driver, who was arrested in Oslo on Monday, had slept for two hours.")
    assert told.one("COERCE").factuality.by is None


def test_only_words_that_assert_make_an_account(read):
    """What somebody calls for, or what is expected by nobody named, stands under the article."""
    asked = read("The bishop called for the release of the hostages.")
    assert asked.one("RETREAT").factuality.by is None
    expected = read("The general is expected to visit Rome on Friday.")
    assert all(e.factuality.by is None for e in expected.record.events)


def test_a_speech_act_done_by_saying_it_is_the_articles(read):
    """ "We urge …", she said: the urging is done by these words."""
    told = read('"We urge the government to release the hostages," she said.')
    assert told.one("REQUEST").factuality.by is None


def test_accusing_is_the_articles_and_the_deed_is_the_accusers(read):
    """ "X accused Y of bombing Z" gives an ACCUSE by the article."""
    told = read("Ukraine accused Russia of bombing a hospital in Kharkiv.")
    accusing = told.one("ACCUSE")
    assert told.names(accusing) == {"Ukraine"}
    assert told.names(accusing, "recipients") == {"Russia"}
    assert accusing.factuality.by is None


def test_two_tolls_by_two_claimants_conflict(read):
    """Exact tolls that differ, of two claimants, conflict."""
    told = read(
        "An attack on a market in Basra killed shoppers on Monday.\n\n"
        "The attack killed 18 people, police said.\n\nThe attack killed 26 people, a hospital director said."
    )
    kinds = [(d.field, d.kind, {v.value for v in d.values}) for d in told.record.disagreements]
    assert kinds == [("killed", "conflict", {18, 26})]


def test_sports_and_crowds_talk_without_consulting(read):
    """Students who talk with a teacher hold no consultation."""
    assert read("The students talked with their teachers about the exam.").events("CONSULT") == []


@pytest.mark.parametrize(
    "text",
    [
        "The army had attacked the town in 2011.",
        "The man who attacked the embassy in 2019 was a student.",
        "The rebels previously attacked the town in March 2020.",
    ],
)
def test_earlier_events_are_background(read, text):
    """The past perfect, a reminding relative clause, an earlier time: told as context, not as news."""
    assert read("The minister opened a school on Monday.\n\nIt has six rooms.\n\n" + text).one("ASSAULT").background


def test_the_news_is_no_background(read):
    """What the lead tells as having happened now is the news."""
    assert not read("The army attacked the town of Idlib on Tuesday, killing 12 people.").one("ASSAULT").background


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("The minister said that Norway would expel two diplomats.", "SANCTION", "planned"),
        ("Norway demanded access to the site of the attack in Kharkiv.", "ASSAULT", "happened"),
        ("The minister rejected the criticism of the bishops.", "ACCUSE", "happened"),
        ("The general is said to have killed two prisoners.", "ASSAULT", "possible"),
        ("The army attacked the town a week before the vote on March 20.", "ASSAULT", "happened"),
    ],
)
def test_status_reaches_no_further_than_it_should(read, text, kind, value):
    """The future of the past, hearsay, what is given, and what is only rejected in words."""
    assert read(text).events(kind)[0].factuality.value == value


def test_who_pleads_guilty_receives(read):
    """A plea of guilt is done to the one who pleads."""
    told = read("The former mayor pleaded guilty to fraud in Boston on Monday.")
    event = told.one("SANCTION")
    assert event.actors == ()
    assert len(event.recipients) == 1


def test_counts_side_by_side_are_each_of_their_class(read):
    """ "Three policemen and two civilians" are two classes of victims."""
    told = read("The attack killed three policemen and two civilians on Monday.")
    assert {(v.value, v.of) for v in told.one("ASSAULT").fields["killed"]} == {(3, "policemen"), (2, "civilians")}


def test_the_attack_takes_up_a_lead_that_names_other_victims(read):
    """A post was attacked; the attack killed its men: one event."""
    told = read("Gunmen attacked a police post near Quetta on Monday.\n\nThe attack killed three policemen.")
    assert told.one("ASSAULT").fields["killed"][0].value == 3
