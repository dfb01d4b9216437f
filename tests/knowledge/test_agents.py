"""The tables of those who act: role nouns, offices, organisations, given names."""

from __future__ import annotations

import pytest

from onrecord.knowledge.agents import agent, agent_of, body_name, sectors_of, singular
from onrecord.knowledge.given_names import BOTH, gender_of_given_name
from onrecord.knowledge.offices import gender_of_title, is_honorific, is_short_title, plain_title
from onrecord.knowledge.organizations import longest_organization, organization_named


@pytest.mark.parametrize(
    ("phrase", "sectors"),
    [
        ("police", ("COP",)),
        ("riot police", ("COP",)),
        ("the soldiers", ("MIL",)),
        ("masked gunmen", ("REB",)),
        ("thousands of protesters", ("CVL", "OPP")),
        ("the protesters", ("CVL", "OPP")),
        ("local journalists", ("JRN",)),
        ("state television", ("JRN",)),
        ("the foreign minister", ("GOV",)),
        ("two lawmakers", ("LEG",)),
        ("a federal judge", ("JUD",)),
        ("the opposition", ("OPP",)),
        ("an oil company", ("BUS",)),
        ("the drug cartel", ("CRM",)),
        ("a university", ("EDU",)),
        ("an intelligence agency", ("SPY",)),
        ("the table", ()),
    ],
)
def test_a_role_noun_tells_its_sector(phrase: str, sectors: tuple[str, ...]) -> None:
    """Each kind of agent has the PLOVER sector of its calling; what is no agent has none."""
    assert sectors_of(phrase) == sectors


def test_the_longest_noun_wins() -> None:
    """ "news agency" is the press, though an "agency" by itself has no sector."""
    assert agent(("news", "agency")) != agent(("agency",))
    assert agent_of("the agency").sectors == ()  # type: ignore[union-attr]


def test_a_spokesman_of_a_body_is_a_spokesman() -> None:
    """What follows "for" tells whose spokesman he is, not what he is."""
    assert agent_of("a spokesman for the army").noun == "spokesman"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("plural", "one"),
    [("women", "woman"), ("agencies", "agency"), ("judges", "judge"), ("witnesses", "witness"), ("police", "police")],
)
def test_plurals_are_made_singular(plural: str, one: str) -> None:
    """Regular plurals and those in -men lose their ending; words that have none stay."""
    assert singular(plural) == one


def test_a_ministry_is_a_body_by_its_last_word() -> None:
    """A name that ends like a body's is one; a person's is not."""
    assert body_name("Harbour Workers Union")
    assert not body_name("Mara Lindqvist")


def test_forms_of_address_tell_a_gender_and_no_office() -> None:
    """ "Mrs." is a form of address, "Gen." an office."""
    assert is_honorific("Mrs.")
    assert not is_honorific("Gen.")
    assert is_short_title("Gen.")
    assert (gender_of_title("Mrs."), gender_of_title("spokesman"), gender_of_title("president")) == ("f", "m", None)


def test_short_titles_are_written_out() -> None:
    """A title in the record is readable: "Sen." is "Senator"."""
    assert plain_title("Lt. Gen.") == "Lieutenant General"
    assert plain_title("Foreign Minister") == "Foreign Minister"


def test_an_organisation_is_known_by_any_of_its_names() -> None:
    """Abbreviation, dotted abbreviation and full name are one organisation."""
    assert organization_named("UN") == organization_named("U.N.") == organization_named("the United Nations")
    assert organization_named("Isis").sectors == ("REB",)  # type: ignore[union-attr]


def test_a_word_in_small_letters_is_no_abbreviation() -> None:
    """ "who" is a pronoun, "WHO" an organisation."""
    assert organization_named("who") is None
    assert organization_named("WHO") is not None


def test_the_longest_name_is_taken_and_no_full_stop_with_it() -> None:
    """ "UN Security Council." names the council, not the UN and not the full stop."""
    text = "UN Security Council ."
    found = longest_organization(text, (0, 3, 12, 20), (2, 11, 19, 21), 0)
    assert found is not None
    assert (found[0], found[1].name) == (2, "UN Security Council")


def test_a_given_name_tells_a_gender_or_nothing() -> None:
    """No name stands in both halves of the list without giving None."""
    assert (gender_of_given_name("Angela"), gender_of_given_name("Boris"), gender_of_given_name("Xqz")) == (
        "f",
        "m",
        None,
    )
    assert all(gender_of_given_name(name) is None for name in BOTH)
