"""Quotation marks: which words stand between them, however they are set and however many are lost."""

from __future__ import annotations

import re

import pytest

from onrecord.reading.quotations import quotations
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.layers import Page, Quotation, Reading
from onrecord.values.span import Span


def found(text: str) -> list[Quotation]:
    paragraphs = tuple(Span(*m.span()) for m in re.finditer(r"[^\n]+", text))
    return list(quotations(Reading(Article(text)).with_layer(Page(reporting=paragraphs)), Settings()).items)


def words(text: str) -> list[str]:
    return [q.inner.of(text) for q in found(text)]


@pytest.mark.parametrize("pair", ["“”", '""', "«»", "„“", "‘’", "»«", "””"])
def test_marks_of_many_countries_enclose(pair: str) -> None:
    """Curly, straight, French, German, Swedish and single marks each make one quotation, its inner words without them."""
    text = f"The mayor of Riga spoke of {pair[0]}a long winter{pair[1]} on Monday."
    assert words(text) == ["a long winter"]
    (one,) = found(text)
    assert text[one.start] == pair[0]
    assert text[one.end - 1] == pair[1]


def test_typewriter_marks_enclose() -> None:
    """Two apostrophes, or two grave accents and two apostrophes, are a double mark; one within them is a single one."""
    assert words("``We wait,'' he said. ''They told us 'no.'''") == ["We wait,", "They told us 'no.'", "no."]


def test_apostrophes_are_no_quotations() -> None:
    """Contractions, possessives, plurals and clipped words open nothing and close nothing."""
    assert words("It's the workers' hall, the '90s were O'Brien's, and rock 'n' roll isn't the boss's.") == []
    assert words("It’s the workers’ hall; the ’90s were O’Brien’s.") == []


def test_single_marks_are_read_where_both_ends_are_clear() -> None:
    """A plural's apostrophe inside a single quotation does not end it."""
    assert words("He spoke of 'the miners' long strike' again.") == ["the miners' long strike"]


def test_a_quotation_in_a_quotation_is_deeper() -> None:
    """Depth counts from the outermost."""
    text = "“She told me ‘Stay “home” now’ and left,” he said."
    assert [(q.inner.of(text), q.depth) for q in found(text)] == [
        ("She told me ‘Stay “home” now’ and left,", 1),
        ("Stay “home” now", 2),
        ("home", 3),
    ]


def test_straight_marks_nest_where_their_shape_tells() -> None:
    """Before a word a mark opens, behind a word it closes, even inside another pair."""
    assert words('"I think "yes" is the answer," she said.') == ['I think "yes" is the answer,', "yes"]


def test_a_lost_closing_mark_costs_one_sentence_only() -> None:
    """The next opening mark ends what was left open."""
    text = '"We go, he said. "And then we return," she said.'
    assert [(q.inner.of(text), q.closed) for q in found(text)] == [
        ("We go, he said.", False),
        ("And then we return,", True),
    ]


def test_a_lost_opening_mark_begins_with_the_paragraph() -> None:
    """Words that only a closing mark ends are quoted from the paragraph's beginning."""
    assert words('We will go," said the minister.') == ["We will go,"]


def test_a_speech_over_paragraphs_goes_on() -> None:
    """Each paragraph reopens, only the last closes: three quotations, the later two continue the first."""
    text = "“First point.\n“Second point.\n“Third point,” he said."
    assert [(q.closed, q.continues) for q in found(text)] == [(False, False), (False, True), (True, True)]


def test_a_speech_that_does_not_reopen_goes_on_too() -> None:
    """A closing mark in the next paragraph ends what the one before left open."""
    text = '"First point.\nSecond point," he said.'
    assert [(q.inner.of(text), q.continues) for q in found(text)] == [("First point.", False), ("Second point,", True)]


def test_inches_open_nothing() -> None:
    """A straight mark behind a figure is a unit."""
    assert words('He is 6\'2" and calls himself "short" at times.') == ["short"]


def test_marks_may_stand_apart_from_their_words() -> None:
    """Tokenised texts set blanks on both sides of a mark."""
    assert words('" We go , " he said , " now . "') == ["We go ,", "now ."]


def test_furniture_has_no_quotations() -> None:
    """Only the reporting is looked at."""
    text = "“Share this”\nHe said “no” twice."
    reading = Reading(Article(text)).with_layer(Page(reporting=(Span(13, len(text)),)))
    assert [q.inner.of(text) for q in quotations(reading, Settings()).items] == ["no"]


@pytest.mark.parametrize(
    "mark", ['"', "“", "”", "'", "‘", "’", "''", "``", "«", "»", "„", '" ', "“ a", "'a' ", '"a‘b "c’ ', 'a" ']
)
def test_ten_thousand_marks_are_no_error(mark: str) -> None:
    """An odd or a huge number of marks gives some quotations, in order and inside the text."""
    text = mark * 10_001
    every = found(text)
    assert all(0 <= q.start <= q.inner.start < q.inner.end <= q.end <= len(text) for q in every)
    assert [q.start for q in every] == sorted(q.start for q in every)
