"""What a record should say, in words alone: it holds, or the miss is told with what the record says instead."""

from __future__ import annotations

import pytest

from onrecord.errors import NotationError
from onrecord.values.expectation import check, misses
from onrecord.values.notation import read

RECORD = read(
    """
onrecord/1
article
text
  | Ilves and Toom met in Riga on Tuesday for 20 minutes, state radio reported. An aide who asked not to be named said it was about half an hour.

CONSULT e1 'met' mode third-party
  status happened by a1
  who p1 'Ilves' by a1
  who p2 'Toom' by a1
  when t1 2026-03-03 'Tuesday'
  where l1 'Riga'
  duration exact PT20M '20 minutes' by a1
  duration about PT30M 'about half an hour' by a2
differ d1 e1 duration conflict
  PT20M '20 minutes' by a1
  PT30M 'about half an hour' by a2
says a1 indirect 'Ilves and Toom met in Riga on Tuesday for 20 minutes'
  source 'state radio' other_outlet actor o1
  cue 'reported'
says a2 indirect 'it was about half an hour'
  source 'An aide' role_described terms anonymity_requested
  cue 'said'
actor p1 "Anna Ilves" person in EST GOV
  mentions name 'Ilves'
actor p2 "Karl Toom" person
  mentions name 'Toom'
actor o1 "Latvian state radio" organization
  mentions description 'state radio'
place l1 "Riga" city in LVA geonames 456172
  mentions literal 'Riga'
time t1 DATE 2026-03-03 'Tuesday'
quantity q1 duration exact 20 "minute" '20 minutes'
"""
)


@pytest.mark.parametrize(
    "expected",
    [
        "CONSULT 'met'",
        "CONSULT 'met' third-party happened",
        "CONSULT / who 'Ilves' 'Karl Toom' / no whom 'Ilves'",
        "CONSULT\n  who 'Anna Ilves' by 'Latvian state radio'\n  when 2026-03-03 'Tuesday'\n  where Riga by article",
        "CONSULT / duration PT20M by 'state radio' / duration about PT30M by 'An aide' / no duration PT35M / no killed",
        "CONSULT / happened by 'state radio' / no planned",
        "says 'state radio' other_outlet 'for 20 minutes'",
        "says 'An aide' anonymity_requested indirect",
        "differ duration conflict PT20M 'state radio' / PT30M by 'An aide'",
        "differ duration",
        "actor 'Ilves' person EST GOV\nplace 'Riga' 456172 LVA city\ntime 'Tuesday' 2026-03-03\nquantity '20 minutes' duration 20",
        "no ASSAULT\nno says 'police'\nno differ killed\nno CONSULT 'spoke'",
        "; a comment\n    CONSULT 'met' ; met\n      who 'Ilves'\n    no PROTEST",
    ],
)
def test_what_the_record_says_is_borne_out(expected: str) -> None:
    """Words are looked for in evidence, names and mentions; parts stand below a statement or behind ` / `."""
    check(RECORD, expected)


@pytest.mark.parametrize(
    ("expected", "why"),
    [
        ("ASSAULT", "nothing of this kind"),
        ("CONSULT 'spoke'", "no CONSULT at 'spoke'"),
        ("CONSULT 'met' phone", "not phone, but"),
        ("CONSULT / who 'Kuusk'", "who is Anna Ilves, Karl Toom"),
        ("CONSULT / who 'Ilves' by article", "who is nobody"),
        ("CONSULT / when 2026-03-04", "when is 2026-03-03 by the article"),
        ("CONSULT / duration PT20M by 'An aide'", "duration is PT20M by state radio; PT30M by An aide"),
        ("CONSULT / no duration PT20M", "duration is"),
        ("CONSULT / planned", "it is happened, by state radio"),
        ("CONSULT / duration exact PT30M", "duration is"),
        ("no CONSULT", "it does"),
        ("says 'police'", "no such source"),
        ("says 'An aide' 'for 20 minutes'", "An aide says 'it was about half an hour'"),
        ("says 'An aide' direct", "it is affirms"),
        ("differ killed", "duration conflict differs"),
        ("differ duration PT25M 'state radio'", "duration: PT20M by state radio"),
        ("actor 'Ilves' state", "Anna Ilves is person EST"),
        ("place 'Riga' 1", "Riga LVA 456172"),
        ("time 'Tuesday' 2026-03-10", "Tuesday is DATE 2026-03-03"),
    ],
)
def test_a_miss_is_told_with_what_the_record_says_instead(expected: str, why: str) -> None:
    """AssertionError, so that pytest shows it: the statement, the reason, and the record in short."""
    assert why in misses(RECORD, expected)[0]
    with pytest.raises(AssertionError, match="it says:\n  CONSULT 'met' happened by state radio"):
        check(RECORD, expected)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("", "nothing is expected"),
        ("MEETING", "can be no expectation"),
        ("CONSULT / who", ""),
        ("CONSULT / duration by 'x' 'y' z", "no place here"),
    ],
)
def test_what_is_no_expectation_is_refused(wrong: str, says: str) -> None:
    """NotationError says what can be expected; a part without words asks for nothing."""
    if says:
        with pytest.raises(NotationError, match=says):
            check(RECORD, wrong)
    else:
        check(RECORD, wrong)
