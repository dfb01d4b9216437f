"""Actors, from short reports of our own: who is spoken of, and by which words."""

from __future__ import annotations

from functools import cache

import pytest

from onrecord.reading.actors import actors
from onrecord.reading.quotations import quotations
from onrecord.reading.syntax import parse
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.layers import Actors, Page, Reading, Syntax
from onrecord.values.record import Actor
from onrecord.values.span import Span


@cache
def read(text: str) -> Reading:
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Span(at, at + len(line)).trimmed(text))
        at += len(line) + 1
    reading = Reading(Article(text)).with_layer(Page(reporting=tuple(paragraphs)))
    reading = reading.with_layer(quotations(reading, Settings()))
    parsed = parse(reading, Settings())
    reading = reading.with_layer(parsed.syntax).with_layer(parsed.names)
    return reading.with_layer(actors(reading, Settings()))


def named(reading: Reading, name: str) -> Actor:
    found = [one for one in reading[Actors].items if one.name == name]
    assert len(found) == 1, [one.name for one in reading[Actors].items]
    return found[0]


def words(reading: Reading, actor: Actor) -> list[str]:
    return [reading.text[m.start : m.end] for m in actor.mentions]


TALKS = """Marsh, Petrov hold talks

French President Helen Marsh and Russian President Igor Petrov met in Vienna on Monday.

The two presidents discussed grain exports, a French official said. Both leaders praised the talks.

"The pair agreed on a timetable," the official told reporters. Marsh said she would visit Moscow in May.
"""


def test_a_surname_in_the_headline_is_the_person_named_below() -> None:
    """The short form that comes first belongs to the full name that comes later."""
    reading = read(TALKS)
    assert words(reading, named(reading, "Helen Marsh"))[0] == "Marsh"


def test_a_title_is_a_role_and_no_part_of_the_name() -> None:
    """ "French President Helen Marsh": the name is bare, the role says of which country."""
    reading = read(TALKS)
    marsh = named(reading, "Helen Marsh")
    assert [(role.title, role.of) for role in marsh.roles] == [("President", "France")]
    assert (marsh.kind, marsh.country, marsh.sectors) == ("person", "FRA", ("GOV",))


def test_a_demonym_before_an_office_speaks_of_the_state() -> None:
    """ "Russian President" mentions Russia by its demonym."""
    reading = read(TALKS)
    russia = named(reading, "Russia")
    assert russia.kind == "state"
    assert russia.mentions[0].form == "demonym"


def test_who_sits_beside_the_two_is_not_spoken_of_as_they_are() -> None:
    """A named and an unnamed person side by side do not take the place of a pair that has two names."""
    text = (
        "Helen Marsh and Igor Petrov met in Vienna on Monday. They spoke in the lobby, with Clara Osei, an adviser, "
        "and another man at the table. Osei and an interpreter took notes. Both leaders agreed on a truce."
    )
    reading = read(text)
    for name in ("Helen Marsh", "Igor Petrov"):
        assert "Both leaders" in words(reading, named(reading, name))
    assert "Both leaders" not in words(reading, named(reading, "Clara Osei"))


def test_a_collective_stands_with_each_of_the_two() -> None:
    """ "The two presidents", "Both leaders" and "The pair" are mentions of both."""
    reading = read(TALKS)
    for name in ("Helen Marsh", "Igor Petrov"):
        assert {"The two presidents", "Both leaders", "The pair"} <= set(words(reading, named(reading, name)))


def test_the_official_is_the_official_named_before() -> None:
    """A definite role phrase goes on with the unnamed one who was introduced."""
    reading = read(TALKS)
    official = named(reading, "a French official")
    assert words(reading, official) == ["a French official", "the official"]
    assert official.kind == "unidentified"


def test_a_pronoun_is_joined_to_its_speaker() -> None:
    """ "Marsh said she would visit": she is Marsh."""
    reading = read(TALKS)
    assert "she" in words(reading, named(reading, "Helen Marsh"))


def test_ids_tell_the_kind_and_do_not_collide() -> None:
    """p persons, o bodies, s states, g groups; every id once."""
    reading = read(TALKS)
    ids = [one.id for one in reading[Actors].items]
    assert len(set(ids)) == len(ids)
    assert all(
        one.id[0] == {"person": "p", "unidentified": "p", "state": "s", "group": "g"}.get(one.kind, "o")
        for one in reading[Actors].items
    )


NIGHT = """Police clashed with protesters in Lima on Friday, killing 12 people, state television reported.

Masked gunmen fled the city. Dr. Rosa Vidal, a surgeon at the hospital, said she treated 30 civilians.

The protesters later left the square.
"""


def test_groups_victims_and_the_press_are_actors() -> None:
    """Bare groups, counted victims and media are mentions with their sectors."""
    reading = read(NIGHT)
    sectors = {one.name: one.sectors for one in reading[Actors].items}
    assert sectors["Police"] == ("COP",)
    assert sectors["12 people"] == ("CVL",)
    assert sectors["state television"] == ("JRN",)
    assert sectors["Masked gunmen"] == ("REB",)


def test_a_definite_group_is_the_group_named_before() -> None:
    """ "The protesters" are the protesters of the first sentence."""
    reading = read(NIGHT)
    assert words(reading, named(reading, "protesters")) == ["protesters", "The protesters"]


def test_a_word_that_is_longer_in_lower_case_tells_one_group_from_another() -> None:
    """Of "İ" lower case makes two signs, and one of them is no letter."""
    one = read("The villagers protested on Monday. The İslami villagers were arrested on Tuesday.")
    assert words(one, named(one, "The villagers")) == ["The villagers"]


def test_an_apposition_is_a_role_of_the_person() -> None:
    """ "Rosa Vidal, a surgeon": one actor, and the form of address is no part of the name."""
    reading = read(NIGHT)
    vidal = named(reading, "Rosa Vidal")
    assert words(reading, vidal)[0] == "Rosa Vidal"
    assert any(role.title == "surgeon" for role in vidal.roles)
    assert "she" in words(reading, vidal)


def test_a_place_and_a_day_are_no_actors() -> None:
    """Lima is where, Friday is when."""
    assert {"Lima", "Friday"}.isdisjoint(one.name for one in read(NIGHT)[Actors].items)


STATES = """Moscow launched air strikes in Syria on Sunday. The White House condemned Russia's intervention.

Turkey's coast was calm. The UN and pro-Iranian rebels in Yemen said nothing.
"""


def test_a_capital_that_acts_is_its_state() -> None:
    """ "Moscow launched" and "Russia's intervention" speak of one state."""
    reading = read(STATES)
    assert words(reading, named(reading, "Russia")) == ["Moscow", "Russia"]


def test_a_country_that_is_only_a_place_is_no_actor() -> None:
    """ "in Syria", "Turkey's coast": the land, not the state."""
    assert {"Syria", "Turkey"}.isdisjoint(one.name for one in read(STATES)[Actors].items)


def test_a_seat_of_government_is_an_office() -> None:
    """The White House is an office of the United States."""
    office = named(read(STATES), "White House")
    assert (office.kind, office.country) == ("office", "USA")


def test_whose_side_rebels_are_on_is_not_their_country() -> None:
    """ "pro-Iranian rebels in Yemen" are of Yemen."""
    rebels = next(one for one in read(STATES)[Actors].items if "rebels" in one.name)
    assert rebels.country != "IRN"


def test_every_mention_lies_in_the_text() -> None:
    """Offsets are true also with emoji and combining marks before them."""
    reading = read("\U0001f30d Café\u0301 owner Lena Brandt said she was glad.")
    assert "Lena Brandt" in [w for one in reading[Actors].items for w in words(reading, one)]


@pytest.mark.parametrize("text", ["", "\n\n", "“" * 300, "of of of the the", "he she they it " * 50, "12 : 30 ,,, ''"])
def test_odd_texts_give_actors_without_an_error(text: str) -> None:
    """Reading never fails: nothing to say is an empty layer."""
    assert isinstance(read(text)[Actors], Actors)


def test_no_words_no_actors() -> None:
    """An empty parse gives an empty layer."""
    reading = Reading(Article("x")).with_layer(Page()).with_layer(Syntax())
    assert actors(reading, Settings()) == Actors()
