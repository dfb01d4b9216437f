"""Meetings: who met where the clause that tells it says it another way than "X met Y"."""

from __future__ import annotations

import pytest

PARTIES = {"Anna Berg", "Omar Haddad"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Norwegian and Jordanian negotiators met in Vienna on Tuesday.", {"Norway", "Jordan"}),
        ("Delegations from Norway and Jordan met in Vienna on Tuesday.", {"Norway", "Jordan"}),
        ("The foreign ministers of Norway and Jordan met in Vienna on Tuesday.", {"Norway", "Jordan"}),
    ],
)
def test_one_plural_of_two_states_is_two_parties(read, text, parties):
    """Negotiators, delegations and ministers of two states are a party for each state."""
    told = read(text)
    assert told.names(told.one("CONSULT")) == parties


def test_a_plural_of_one_state_is_one_party(read):
    """ "South Korean officials" are not two."""
    told = read("South Korean officials met Omar Haddad of Jordan in Vienna on Tuesday.")
    assert len(told.names(told.one("CONSULT"))) == 2


def test_who_is_on_the_line_takes_part(read):
    """ "Spoke by telephone with Y" is a call with Y."""
    told = read("President Anna Berg of Norway spoke by telephone with Prime Minister Omar Haddad of Jordan on Monday.")
    meeting = told.one("CONSULT")
    assert (meeting.mode, told.names(meeting)) == ("phone", PARTIES)


def test_what_is_discussed_is_no_party(read):
    """Who discusses a country with somebody does not meet that country."""
    told = read(
        "President Anna Berg of Norway discussed Yemen with Prime Minister Omar Haddad of Jordan in Oslo on Monday."
    )
    assert told.names(told.one("CONSULT")) == PARTIES


def test_who_takes_up_both(read):
    """ "A and B, who met in X" are both."""
    told = read("Anna Berg and Omar Haddad, who met in Vienna on Tuesday, praised the plan.")
    assert told.names(told.one("CONSULT")) == PARTIES


@pytest.mark.parametrize("verb", ["received", "hosted", "welcomed"])
def test_a_host_meets_the_guest(read, verb):
    """Receiving, hosting and welcoming a person in a place is meeting that person."""
    told = read(f"President Anna Berg of Norway {verb} Prime Minister Omar Haddad in Oslo on Tuesday.")
    meeting = told.one("CONSULT")
    assert told.names(meeting) == PARTIES
    assert [told.words(a) for a in meeting.where] == ["Oslo"]


def test_welcoming_a_decision_is_no_meeting(read):
    """Only persons are received: a decision that is welcomed meets nobody."""
    assert read("President Anna Berg of Norway welcomed the ruling in Oslo on Tuesday.").events("CONSULT") == []


def test_an_invitation_to_discuss_is_a_meeting_to_come(read):
    """Who invites somebody to a place to discuss something plans to meet there."""
    told = read("President Anna Berg invited Prime Minister Omar Haddad to Oslo on Friday to discuss fishing rights.")
    meeting = told.one("CONSULT")
    assert meeting.factuality.value == "planned"
    assert told.names(meeting) == PARTIES


def test_sitting_down_with_somebody_is_meeting(read):
    """ "Sat down with Y" and "had lunch with Y" are meetings with Y."""
    for said in ("sat down with", "had lunch with"):
        told = read(f"President Anna Berg of Norway {said} Prime Minister Omar Haddad of Jordan in Oslo on Tuesday.")
        assert told.names(told.one("CONSULT")) == PARTIES


def test_he_is_not_the_one_he_met(read):
    """In "after meeting Y, he said" the pronoun stands for who was spoken of before, never for Y."""
    told = read(
        "Prime Minister Omar Haddad of Jordan travelled to Oslo on Monday.\n\n"
        "After meeting President Peter Lund, he said that trade would grow."
    )
    meeting = next(e for e in told.events("CONSULT") if told.words(e.trigger) == "meeting")
    assert told.names(meeting) == {"Omar Haddad", "Peter Lund"}


def test_who_brings_others_together_is_told_once(read):
    """Talks mediated by a third state are one meeting, and the mediator is present, no party."""
    told = read("Norway and Jordan held talks in Vienna mediated by Austria.")
    assert told.names(told.one("CONSULT")) == {"Norway", "Jordan"}


def test_company_on_a_trip_is_present(read):
    """Those with whom somebody travels are company, no party."""
    told = read("President Anna Berg of Norway travelled to Jordan with three ministers on Monday.")
    trip = told.one("CONSULT")
    assert told.names(trip) == {"Anna Berg"}
    assert told.names(trip, "present") == {"three ministers"}


def test_the_ground_is_no_party(read):
    """A country that is visited is the place of the visit, not who meets there."""
    trip = read("President Anna Berg of Norway made a three-day visit to Jordan this week.").one("CONSULT")
    assert [a.value for a in trip.where] == ["Jordan"]
    assert len(trip.actors) == 1


def test_an_indefinite_meeting_of_one_is_another(read):
    """ "An emergency meeting" that one of the two attends later is not their call."""
    told = read(
        "Anna Berg and Omar Haddad held a phone call on Monday.\n\nAnna Berg attended an emergency meeting in Oslo on Tuesday."
    )
    assert len(told.events("CONSULT")) == 2


def test_a_list_of_appointments(read):
    """Each line "Day: Meets X in Y" is a meeting of whom the line above names, on that day, in that place."""
    told = read(
        "President Anna Berg of Norway begins a tour of four capitals.\n\nAnna Berg's week\n\n"
        "Monday: Met King Yusuf Karim in Amman\n\nTuesday: Meets Prime Minister Peter Lund in Copenhagen\n"
    )
    listed = [e for e in told.events("CONSULT") if e.found_by == "list of appointments"]
    assert [told.names(e) for e in listed] == [{"Anna Berg", "Yusuf Karim"}, {"Anna Berg", "Peter Lund"}]
    assert [e.factuality.value for e in listed] == ["happened", "planned"]
    assert [[told.words(a) for a in e.where] for e in listed] == [["Amman"], ["Copenhagen"]]
    assert [[told.words(a) for a in e.when] for e in listed] == [["Monday"], ["Tuesday"]]
