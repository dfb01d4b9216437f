"""The network reads common names in the people's stead: which words change, the way back, and that nothing hangs on a name. Own sentences."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from onrecord.learned.findings import AttributionFinding, EventFinding, Findings, ScoredSpan
from onrecord.learned.network import Network
from onrecord.learned.parsing import Parse, Words
from onrecord.reading import encoder, namesakes, page
from onrecord.reading.tokens import MARKS
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.layers import Reading
from onrecord.values.span import Span

TEXT = (
    "Prime Minister Peter Fallon met President Martin Gruber in Riga on Tuesday, officials said.\n\n"
    "Fallon told reporters that the talks had lasted 20 minutes. “We agreed on nothing,” Gruber’s aide Helen Ilves said. Helen P. Ilves left."
)
SWAP = {"Peter": "Martin", "Martin": "Peter", "Fallon": "Gruber", "Gruber": "Fallon"}


def swapped(text: str) -> str:
    return re.sub(r"\w+", lambda m: SWAP.get(m[0], m[0]), text)


def reading(text: str) -> Reading:
    out = Reading(Article(text))
    return out.with_layer(page.page(out, Settings()))


def test_a_given_name_and_a_surname_stand_for_others_everywhere() -> None:
    """Both words of a person's name, of the same gender, each under one new name; no two under the same."""
    named = namesakes.namesakes(TEXT)
    assert set(named) == {"Peter", "Fallon", "Martin", "Gruber", "Helen", "Ilves"}
    assert len(set(named.values())) == len(named)
    assert not set(named.values()) & {"Riga", "Tuesday", "Minister"}
    told = namesakes.Retold(TEXT, named).text
    assert told.startswith(
        f"Prime Minister {named['Peter']} {named['Fallon']} met President {named['Martin']} {named['Gruber']} in Riga"
    )
    assert (
        f"{named['Gruber']}’s aide {named['Helen']} {named['Ilves']} said. {named['Helen']} P. {named['Ilves']} left."
        in told
    )


def test_two_persons_who_change_places_are_one_text_to_the_network() -> None:
    """New names are given out in the order of the text, whatever the old ones are."""
    one, other = TEXT, swapped(TEXT)
    assert one != other
    assert (
        namesakes.Retold(one, namesakes.namesakes(one)).text == namesakes.Retold(other, namesakes.namesakes(other)).text
    )


@pytest.mark.parametrize(
    "text",
    [
        "Grace Period ends. The grace was short, and a period of calm followed.",
        "They met in St Peter Square on Sunday.",
        "Paul Russia, Martin Monday and George Israeli are no names.",
        "George Washington crossed it.",
        "Martin Luther King spoke; Jean Paul Getty listened.",
        "Jean-Paul Toom and Peter Toom-Ilves left.",
        "MARTIN GRUBER met PETER FALLON.",
        "The mayor met a fisherman.",
        "",
    ],
)
def test_words_that_may_name_something_else_stay(text: str) -> None:
    """Places, peoples, days, plain words, longer and hyphenated names, and capitals are left alone."""
    named = namesakes.namesakes(text)
    assert not {
        "Grace",
        "Period",
        "Square",
        "Russia",
        "Monday",
        "Israeli",
        "Washington",
        "Luther",
        "King",
        "Getty",
        "Toom",
        "GRUBER",
    } & set(named)


def test_a_common_name_that_the_text_holds_is_not_given_to_another() -> None:
    """Nobody becomes the namesake of somebody who is in the text."""
    named = namesakes.namesakes("Peter Fallon met Smith. Martin Gruber met Johnson and Williams.")
    assert not {"Smith", "Johnson", "Williams"} & set(named.values())


def test_every_place_has_its_way_back() -> None:
    """There and back again is where one began, for every stretch that cuts no name; one that does takes the whole name."""
    named = namesakes.namesakes(TEXT)
    told = namesakes.Retold(TEXT, named)
    inside = {at for s in told.edits for at in range(s.start + 1, s.end)}
    places = [at for at in range(len(TEXT) + 1) if at not in inside]
    for start, end in pairwise(places):
        there = told.there(start, end)
        assert told.back(*there) == (start, end)
        assert there.of(told.text) == named.get(TEXT[start:end], TEXT[start:end])
    name = told.there(*told.edits[0])
    assert told.back(name.start + 1, name.end - 1) == told.edits[0]


def test_findings_come_back_to_the_words_that_stand_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every span of every kind of finding is moved, scores and labels are not; the words go along."""
    seen: list[tuple[str, Words]] = []

    class Proposing:
        parses = True

        def read(self, text: str, words: Words) -> Findings:
            seen.append((text, words))

            def at(words: str) -> Span:
                return Span(text.index(words), text.index(words) + len(words))

            who, cue = at("officials"), at("said")
            met = EventFinding(
                at("met"), "CONSULT", 0.9, (ScoredSpan(*at("Prime Minister"), 0.7),), (), "happened", 0.9, False, 0.1
            )
            return Findings(
                (AttributionFinding((cue,), (who,), (Span(0, who.start - 2),), 0.8),),
                (met,),
                parse=Parse((who.start,), (who.end,), ("NNS",), ("nsubj",), (0,), (0,)),
            )

    monkeypatch.setattr(encoder, "network", lambda *_: Proposing())
    found = encoder.propose(reading(TEXT), Settings())
    ((other, words),) = seen
    assert other != TEXT
    shown = [other[s:e] for s, e in zip(words.starts, words.ends, strict=True)]
    assert shown[:2] == ["Prime", "Minister"]
    assert "".join(shown) == "".join(other.translate(MARKS).split())
    (said,) = found.attributions
    assert [s.of(TEXT) for s in (*said.source, *said.cue)] == ["officials", "said"]
    assert said.content[0].of(TEXT).endswith("Martin Gruber in Riga on Tuesday")
    assert said.score == 0.8
    (event,) = found.events
    assert event.trigger.of(TEXT) == "met"
    assert event.actors == (ScoredSpan(0, 14, 0.7),)
    assert found.parse is not None
    assert TEXT[found.parse.starts[0] : found.parse.ends[0]] == "officials"


@pytest.mark.skipif(not Network.available(), reason="no weights are packaged")
def test_what_the_network_proposes_hangs_on_no_name() -> None:
    """With the shipped weights: two persons change places, and every proposal stands where it stood."""
    one, other = (encoder.propose(reading(text), Settings()) for text in (TEXT, swapped(TEXT)))
    move = namesakes.Retold(TEXT, SWAP)
    assert [e.type for e in one.events] == [e.type for e in other.events]
    assert [move.there(*e.trigger) for e in one.events] == [e.trigger for e in other.events]
    assert [[move.there(*s) for s in (*a.cue, *a.source, *a.content)] for a in one.attributions] == [
        [*a.cue, *a.source, *a.content] for a in other.attributions
    ]
