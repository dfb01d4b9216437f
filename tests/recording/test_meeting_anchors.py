"""Meetings: when and where they were held, told by the clause around them; and how long."""

from __future__ import annotations

import pytest


def meeting(told, word):
    """The meeting that is told by this word."""
    return next(e for e in told.events("CONSULT") if word in {told.words(m) for m in (e.trigger, *e.mentions)})


@pytest.mark.parametrize(
    ("text", "word", "where", "when"),
    [
        ("Talks between Norway and Jordan resumed in Vienna on Monday.", "Talks", "Vienna", "Monday"),
        (
            "A meeting between Anna Berg and Omar Haddad is scheduled for Thursday in Vienna.",
            "meeting",
            "Vienna",
            "Thursday",
        ),
        (
            "The foreign ministers of Norway and Jordan gathered in Vienna on Friday to discuss trade.",
            "discuss",
            "Vienna",
            "Friday",
        ),
        ("During a visit to Amman on Monday, Prime Minister Anna Berg met King Yusuf Karim.", "met", "Amman", "Monday"),
        (
            "Anna Berg said in Vienna on Thursday after talks with Omar Haddad that trade would grow.",
            "talks",
            "Vienna",
            "Thursday",
        ),
    ],
)
def test_the_clause_around_says_when_and_where(read, text, word, where, when):
    """The verb that says that a meeting takes place, the visit during which it is held and what is said after it give its day and place."""
    told = read(text)
    one = meeting(told, word)
    assert [told.words(a) for a in one.where] == [where]
    assert [told.words(a) for a in one.when] == [when]


def test_arriving_somewhere_and_meeting(read):
    """ "Arrived in X and met Y" met in X."""
    told = read("Prime Minister Anna Berg of Norway arrived in Amman on Sunday and met King Yusuf Karim of Jordan.")
    assert [told.words(a) for a in meeting(told, "met").where] == ["Amman"]


def test_the_matter_is_no_place(read):
    """A meeting on a country is not in that country."""
    told = read("A meeting on Yemen will be held in Vienna on Friday.")
    assert [told.words(a) for a in told.one("CONSULT").where] == ["Vienna"]


def test_today_in_somebodys_words_yields(read):
    """Where the article gives the day, "today" in a statement is the day of speaking."""
    told = read(
        'Anna Berg and Omar Haddad met in Vienna on Monday.\n\n"Anna Berg and Omar Haddad met today," the statement said.'
    )
    assert [told.words(a) for a in told.one("CONSULT").when] == ["Monday"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Norway and Jordan held two days of talks in Vienna.", "P2D"),
        ("Talks between Norway and Jordan ended on Friday after six hours.", "PT6H"),
        ("The prime ministers of Norway and Jordan spoke for 45 minutes on Monday.", "PT45M"),
    ],
)
def test_how_long(read, text, value):
    """A length stands before "of talks", after an end, or on speaking with each other."""
    told = read(text)
    assert [v for v, _ in told.values(told.one("CONSULT"), "duration")] == [value]


def test_speaking_to_others_is_no_meeting(read):
    """Two who speak to reporters for an hour do not meet."""
    assert read("Anna Berg and Omar Haddad spoke to reporters for an hour on Monday.").events("CONSULT") == []
