"""Meetings: who met, for how long, in what form, and what came of it."""

from __future__ import annotations

from onrecord.recording.buildings import FOUND_BY, used
from onrecord.values.record import Anchor, Event, Place
from onrecord.values.span import Span

PARTIES = {"Anna Berg", "Omar Haddad"}
LEAD = "President Anna Berg of Norway and Omar Haddad of Jordan met in Vienna on Tuesday.\n\n"


def test_a_verb_of_meeting_has_both_sides_as_actors(read):
    """Two leaders who met are both actors of one CONSULT, and nobody is its recipient."""
    told = read(LEAD)
    meeting = told.one("CONSULT")
    assert told.names(meeting) == PARTIES
    assert meeting.recipients == ()


def test_ground_of_neither_party_is_a_third_party_meeting(read):
    """Norway and Jordan meeting in Austria is `third-party`, CAMEO 044."""
    meeting = read(LEAD).one("CONSULT")
    assert (meeting.mode, meeting.cameo) == ("third-party", "044")


def test_later_mentions_join_the_meeting(read):
    """ "The pair met", "the talks" and "the meeting" are the meeting of the lead."""
    told = read(
        LEAD
        + "The talks were cordial.\n\nReporters waited outside as the meeting ended.\n\nThe pair met behind closed doors."
    )
    assert [told.words(m) for m in told.one("CONSULT").mentions] == ["talks", "meeting", "met"]


def test_a_call_and_a_meeting_stay_apart(read):
    """A phone call of the same pair is another event."""
    told = read(LEAD + "Anna Berg and Omar Haddad held a phone call in January.")
    assert sorted(str(e.mode) for e in told.events("CONSULT")) == ["phone", "third-party"]


def test_two_lengths_by_two_accounts_disagree(read):
    """20 minutes by one account and about 35 by another is a conflict on the duration, with both claimants."""
    told = read(
        LEAD + "According to Jordanian news agencies, the pair met for 20 minutes.\n\n"
        "The two held a discussion that lasted about 35 minutes, a Norwegian official said."
    )
    (one,) = told.record.disagreements
    assert (one.field, one.kind) == ("duration", "conflict")
    assert {v.value for v in one.values} == {"PT20M", "PT35M"}
    assert {told.who(v.by) for v in one.values} == {"Jordanian news agencies", "a Norwegian official"}


def test_equal_lengths_do_not_disagree(read):
    """Two accounts of 20 minutes are no disagreement."""
    told = read(
        LEAD + "According to Jordanian news agencies, the pair met for 20 minutes.\n\n"
        "The two held a discussion that lasted 20 minutes, a Norwegian official said."
    )
    assert told.record.disagreements == ()


def test_those_who_flank_are_present_and_no_party(read):
    """Who flanked the parties is `present`, not among the actors."""
    told = read(LEAD + "Berg and Haddad were flanked by Foreign Minister Lena Dahl.")
    meeting = told.one("CONSULT")
    assert told.names(meeting, "present") == {"Lena Dahl"}
    assert told.names(meeting) == PARTIES


def test_the_sidelines_give_format_and_forum(read):
    """ "On the sidelines of a summit" is the form; the summit is the forum."""
    told = read(
        "President Anna Berg and President Omar Haddad held informal talks on the sidelines of a climate summit in Vienna."
    )
    meeting = next(e for e in told.events("CONSULT") if told.names(e) == PARTIES)
    assert {v for v, _ in told.values(meeting, "format")} == {"informal", "on the sidelines of a climate summit"}
    assert {v for v, _ in told.values(meeting, "forum")} == {"climate summit"}


def test_what_both_agreed_stands_under_who_says_so(read):
    """What "both leaders agreed on" is agreed by the account that tells it."""
    told = read(LEAD + "Both leaders agreed on the need for a new water treaty, a Norwegian official said.")
    meeting = told.one("CONSULT")
    assert told.values(meeting, "agreed") == [("the need for a new water treaty", "a Norwegian official")]
    assert told.values(meeting, "topics") == [("new water treaty", "a Norwegian official")]


def test_remaining_differences_are_disputed(read):
    """ "Differences on X remain" is disputed."""
    told = read(LEAD + "Differences on fishing rights remain, a Norwegian official said.")
    assert told.values(told.one("CONSULT"), "disputed") == [("Differences on fishing rights", "a Norwegian official")]


def test_a_meeting_that_is_ruled_out_is_denied(read):
    """ "Will not meet" is a denied meeting."""
    told = read("President Anna Berg will not meet with Omar Haddad during the summit.")
    meeting = next(e for e in told.events("CONSULT") if told.names(e) == PARTIES)
    assert meeting.factuality.value == "denied"


def test_a_meeting_to_come_is_planned(read):
    """ "Will meet" is a planned meeting."""
    assert (
        read("President Anna Berg will meet Omar Haddad in Vienna on Friday.").one("CONSULT").factuality.value
        == "planned"
    )


def test_withheld_content_is_told(read):
    """ "None of the content was disclosed" sets content_disclosed to False."""
    told = read(LEAD + "None of the content of the conversation was disclosed to reporters.")
    assert told.values(told.one("CONSULT"), "content_disclosed") == [(False, None)]


def test_a_request_that_is_turned_down_is_a_meeting_denied(read):
    """Who refuses and who asked are the parties of a meeting that will not be."""
    told = read("President Omar Haddad turned down a request by President Anna Berg for a private meeting.")
    meeting = told.one("CONSULT")
    assert meeting.factuality.value == "denied"
    assert told.names(meeting) == PARTIES


def test_a_trip_for_talks_is_one_meeting(read):
    """ "Flew to X for talks" tells one meeting, not a trip and a talk."""
    told = read("President Anna Berg flew to Vienna on Tuesday for talks with President Omar Haddad.")
    assert told.names(told.one("CONSULT")) == PARTIES


def test_a_named_building_is_where_they_met(read):
    """ "At the White House" is a place of the meeting, though no gazetteer of towns has it."""
    told = read("President Anna Berg met President Omar Haddad at the White House on Tuesday.")
    assert [a.value for a in told.one("CONSULT").where] == ["White House"]


def test_a_building_where_nothing_was_is_no_place_of_the_record():
    """Named buildings stay out of the record's places unless an event was there; places that the reading found stay."""
    town, hall = Place("pl1", "Bergen", country="NOR"), Place("building1", "Lars Hall", found_by=FOUND_BY)
    assert used((town, hall), ()) == (town,)
    there = Event("e1", Span(0, 1), "CONSULT", where=(Anchor("Lars Hall", "building1", 0, 1),))
    assert used((town, hall), (there,)) == (town, hall)


def test_a_trip_at_home_is_no_meeting(read):
    """A president who travels inside her own country to nobody consults with nobody."""
    assert read("Norwegian President Anna Berg travelled to Bergen on Tuesday.").events("CONSULT") == []


def test_a_date_of_another_time_is_not_the_meetings(read):
    """ "Since the summit in 2019" does not date the talk."""
    told = read("It was the first meeting between President Anna Berg and President Omar Haddad since 2019.")
    assert told.one("CONSULT").when == ()
