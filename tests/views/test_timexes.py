"""Times that people are shown: no code of TIMEX3, neither where the day is known nor where it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.values.notation import read
from onrecord.values.story import Incident, Report, Story
from onrecord.views.present.discrepancy import discrepancies
from onrecord.views.present.sheet import sheet
from onrecord.views.present.timexes import in_words, is_dated

MET = """
onrecord/1
article "k"
text
  | Ilves and Toom met {words}.

CONSULT e1 'met'
  when t1 {value} '{words}'
time t1 {kind} {value} '{words}'
"""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2015-11-17", "2015-11-17"), ("2015-11-17T10:35", "2015-11-17"), ("2015-11", "2015-11"), ("2015", "2015"), ("2015-W46", "2015-11-09 to 2015-11-15"),
        ("2015-W46-2", "2015-11-10"), ("2015-W46-WE", "2015-11-14 to 2015-11-15"), ("2015-Q3", "third quarter 2015"), ("2015-SU", "summer 2015"),
        ("199", "the 1990s"), ("19", "the 1900s"), ("2015-XX-XX", "2015"), ("2015-11-XX", "2015-11"), ("2015-WXX", "2015"), ("2015-WXX-2", "Tuesday 2015"),
        ("XXXX-WXX-2", "Tuesday"), ("XXXX-WXX-2TMO", "Tuesday"), ("XXXX-WXX-WE", "weekend"), ("XXXX-11-17", "17 November"), ("XXXX-11", "November"),
        ("XXXX-SU", "summer"), ("XXXX-WXX", ""), ("XXXX-XX-XX", ""), ("PAST_REF", ""), ("P2D", ""), ("PT35M", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_time_is_told_as_far_as_it_is_known(value: str, words: str) -> None:
    """Weeks by their days; the part that is known of one that is not; nothing for a length or a mere "recently"."""
    assert in_words(value) == words
    assert is_dated(value) == (words != "" and any(one.isdigit() for one in words) and value[0] != "X")


@pytest.mark.parametrize(
    ("kind", "value", "words", "told"),
    [
        ("DATE", "2015-W46", "last week", "last week (2015-11-09 to 2015-11-15)"), ("DATE", "2015-11-17", "on Tuesday", "on Tuesday (2015-11-17)"),
        ("DATE", "XXXX-WXX-2", "on Tuesday", "on Tuesday"), ("TIME", "2015-11-17TMO", "this morning", "this morning (2015-11-17)"),
        ("DATE", "2015-SU", "in the summer of 2015", "in the summer of 2015"), ("DATE", "PAST_REF", "recently", "recently"),
    ],
)  # fmt: skip
def test_a_record_tells_when_in_its_words_and_the_days_where_they_say_more(
    kind: str, value: str, words: str, told: str
) -> None:
    """The days stand behind the words of the text; nothing does where no day is known."""
    (row,) = sheet(read(MET.format(kind=kind, value=value, words=words))).happenings[0].rows
    assert [one.words for one in row.told] == [told]


def test_a_story_without_a_known_day_names_the_weekday() -> None:
    """No report says when it was published: it was on a Tuesday, and no more is known."""
    story = Story("k", (Report("k", "k"),), Incident("ASSAULT", "XXXX-WXX-2", "Riga"))
    assert discrepancies(story).subject == "Attack, Riga, Tuesday"
    week = replace(story, incident=Incident("ASSAULT", "2015-W46-WE"))
    assert discrepancies(week).subject == "Attack, 2015-11-14 to 2015-11-15"
    assert discrepancies(replace(story, incident=Incident("ASSAULT", "XXXX-XX-XX"))).subject == "Attack"
