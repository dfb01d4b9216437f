"""Quantities: who was counted and for what, with bounds; how long; how much. Own sentences, by rules alone."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from onrecord.reading.numbers import number_words, numeral, words
from onrecord.reading.quantities import quantities
from onrecord.reading.times import times
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.layers import Page, Reading, Syntax
from onrecord.values.record import Moment
from onrecord.values.span import Span

# sentence | words: measure low..high bound (unit, where it is not person) (of CLASS) ; …
SENTENCES = """
A bomb in the market killed at least 31 people. | at least 31 people: killed 31.. at_least
More than 20 soldiers were killed. | More than 20 soldiers: killed 21.. at_least
Fewer than 10 people died in the fire. | Fewer than 10 people: killed ..9 at_most
Up to 50 miners were feared dead. | Up to 50 miners: killed ..50 at_most
As many as 200 villagers are missing. | As many as 200 villagers: missing ..200 at_most
Some 300 families were evacuated. | Some 300 families: displaced 300..300 about family
Nearly 40 people were wounded. | Nearly 40 people: injured 40..40 about
An estimated 5,000 people fled the town. | An estimated 5,000 people: displaced 5000..5000 about
Between 10 and 15 people are missing. | Between 10 and 15 people: missing 10..15 between
The shelling left 12 dead and 30 wounded. | 12: killed 12..12 exact; 30: injured 30..30 exact
Police said 17 people were killed, two of them medics. | 17 people: killed 17..17 exact; two of them medics: killed 2..2 exact (of medics)
The raid killed 18 civilians, including 10 children. | 18 civilians: killed 18..18 exact; 10 children: killed 10..10 exact (of children)
Six civilians were among at least 22 people killed in the strikes. | Six civilians: killed 6..6 exact (of civilians); at least 22 people: killed 22.. at_least
Dozens of people were injured. | Dozens of people: injured 24..99 vague
Scores of protesters were arrested overnight. | Scores of protesters: detained 40..199 vague
Hundreds were displaced. | Hundreds: displaced 200..999 vague
Tens of thousands of people took part. | Tens of thousands of people: took_part 20000..99999 vague
Several dozen people were arrested. | Several dozen people: detained 36..99 vague
More than a dozen soldiers, including two officers, died. | More than a dozen soldiers: killed 13.. at_least; two officers: killed 2..2 exact (of officers)
A man was killed and two women were wounded. | A man: killed 1..1 exact; two women: injured 2..2 exact
Soldiers killed a Palestinian near the fence. | a Palestinian: killed 1..1 exact
A 23-year-old man was shot dead. | A 23-year-old man: killed 1..1 exact
An off-duty policeman was wounded. | An off-duty policeman: injured 1..1 exact
Two gunmen killed 12 people and wounded 30 others. | 12 people: killed 12..12 exact; 30 others: injured 30..30 exact
The attack killed four rangers and two policemen. | four rangers: killed 4..4 exact; two policemen: killed 2..2 exact
The death toll rose to 32. | 32: killed 32..32 exact
The death toll exceeded 80. | exceeded 80: killed 81.. at_least
The death toll could exceed 80. | could exceed 80: killed .. vague
The number of dead may yet rise to 40. | may yet rise to 40: killed .. vague
The toll could reach as many as 200. | as many as 200: killed ..200 at_most
The toll is expected to climb past 100. | expected to climb past 100: killed .. vague
The flood killed 12 people, and the toll may reach at least 30. | 12 people: killed 12..12 exact; may reach at least 30: killed .. vague
The blast killed a dozen people. Police put the number at 14. | a dozen people: killed 12..12 exact; 14: killed 14..14 exact
The blast killed 12 people. A doctor gave a figure of 20. | 12 people: killed 12..12 exact; 20: killed 20..20 exact
The blast killed 12 people. The mayor put the cost at 14 million. | 12 people: killed 12..12 exact
Officials put the number of injured at more than 300. | more than 300: injured 301.. at_least
The quake claimed 12 lives. | 12 lives: killed 12..12 exact
Rescuers found the bodies of two men. | two men: killed 2..2 exact
The clashes have cost the lives of at least 63 rebels. | at least 63 rebels: killed 63.. at_least
There were 31 deaths in the province. | 31 deaths: killed 31..31 exact
Hundreds of people were killed or wounded. | Hundreds of people: other 200..999 vague
Killing all 224 people on board, the crash shocked the nation. | all 224 people on board: killed 224..224 exact
Twelve Lashkar-e-Islam militants were killed. | Twelve Lashkar-e-Islam militants: killed 12..12 exact
Two hundred and thirty-four people were injured. | Two hundred and thirty-four people: injured 234..234 exact
Police arrested 45 protesters. | 45 protesters: detained 45..45 exact
Three workers were abducted. | Three workers: detained 3..3 exact
About 2,000 people marched through the capital. | About 2,000 people: took_part 2000..2000 about
The rally was attended by 300 students. | 300 students: took_part 300..300 exact
A crowd of 5,000 cheered. | 5,000: took_part 5000..5000 exact
1.2 million people were uprooted by the floods. | 1.2 million people: displaced 1200000..1200000 exact
The talks lasted about 35 minutes. | about 35 minutes: duration 35..35 about minute
The pair met for 20 minutes. | 20 minutes: duration 20..20 exact minute
They spoke for nearly an hour. | nearly an hour: duration 1..1 about hour
The siege lasted more than two years. | more than two years: duration 2.. at_least year
He was held for up to 48 hours. | up to 48 hours: duration ..48 at_most hour
After years of war, they talked. | years: duration 2.. vague year
They talked for the better part of an hour. | the better part of an hour: duration 1..1 about hour
The call lasted some three-quarters of an hour. | some three-quarters of an hour: duration 45..45 about minute
The talks took just shy of two hours. | just shy of two hours: duration 2..2 about hour
The talks ran past midnight. |
The call lasted an hour and 20 minutes. | an hour and 20 minutes: duration 80..80 exact minute
The fund spent $1.2 million on tents. | $1.2 million: money 1200000..1200000 exact dollar
The loan is worth at least 20 million euros. | at least 20 million euros: money 20000000.. at_least euro
No one was hurt. |
The Group of 20 met behind closed doors. |
The two spoke again in 2015, on the third day. |
He is 35 years old; his wife, 31, works in Room 12. |
Some 90 percent voted; 40 houses were burned in 3 districts. |
A website said the road was closed. |
The search for the missing aircraft goes on with 12 ships. |
On Aug. 7, 1998 the building was destroyed. |
"""


def found(text: str) -> str:
    """The quantities of a text in the notation above."""
    page = Page(reporting=(Span(0, len(text)),), published=Moment("2015-11-16", "given"))
    reading = Reading(Article(text), {Page: page})
    reading = reading.with_layer(times(reading, Settings()))
    said = []
    for q in quantities(reading, Settings()).items:
        ends = ("" if q.low is None else q.low, "" if q.high is None else q.high)
        unit = "" if q.unit == "person" else f" {q.unit}"
        of = f" (of {q.of})" if q.of else ""
        said.append(f"{text[q.start : q.end]}: {q.measure} {ends[0]}..{ends[1]} {q.bound}{unit}{of}")
    return "; ".join(said)


@pytest.mark.parametrize("row", SENTENCES.strip().splitlines())
def test_own_sentences_are_counted_as_their_reader_would(row: str) -> None:
    """Each quantity of a sentence is found with its words, measure, bounds, unit and class, and nothing else is."""
    text, _, expected = row.partition("|")
    assert found(text.strip()) == expected.strip()


def test_ids_follow_the_text() -> None:
    """Ids are q1, q2 … in text order, and found_by names the rule."""
    text = "The raid killed 12 people and lasted 20 minutes."
    reading = Reading(Article(text), {Page: Page(reporting=(Span(0, len(text)),))})
    reading = reading.with_layer(times(reading, Settings()))
    items = quantities(reading, Settings()).items
    assert [q.id for q in items] == ["q1", "q2"]
    assert items[0].found_by == "count: object of a verb"


def test_works_without_times_and_with_an_empty_parse() -> None:
    """A failed parse or times layer costs its own findings alone."""
    text = "The raid killed 12 people."
    reading = Reading(Article(text), {Page: Page(reporting=(Span(0, len(text)),)), Syntax: Syntax()})
    assert [q.low for q in quantities(reading, Settings()).items] == [12]


def test_numerals() -> None:
    """Numbers in words, digits, scales, fractions."""
    assert number_words("two hundred and thirty-four") == 234
    assert number_words("nineteen ninety-one") == 1991
    assert number_words("1.2 million") == 1_200_000
    assert number_words("2 1/2") == 2.5
    assert number_words("half a million") == 500_000
    assert number_words("three dozen") == 36
    assert number_words("1,2,3") is None
    assert numeral(words("five six", 0, 8), 0) == (5, 1)


HOSTILE = {
    "a line of ones": "1" * 100_000,
    "commas": "10," * 50_000,
    "people": "12 people " * 5_000,
    "no verbs": "dozens of men and " * 4_000,
    "killed": "killed 12 " * 5_000,
    "articles": "a " * 20_000,
    "between": "between 1 and 2 to 3 - 4 " * 2_000,
    "hundreds": "hundred " * 10_000,
    "money": "$ " * 20_000,
    "other digits": "١٢٣ people were killed " * 1_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_end_and_keep_their_offsets(name: str) -> None:
    """Any text is read in time that grows with its length; every span lies in it, in order."""
    text = HOSTILE[name]
    reading = Reading(Article(text), {Page: Page(reporting=(Span(0, len(text)),))})
    reading = reading.with_layer(times(reading, Settings()))
    began = time.process_time()
    items = quantities(reading, Settings()).items
    assert time.process_time() - began < 20
    assert all(0 <= q.start < q.end <= len(text) for q in items)
    assert all(a.end <= b.start for a, b in pairwise(items))
