"""Countries, capitals, seats of government and demonyms are known by the words that news uses."""

from __future__ import annotations

import pytest

from onrecord.knowledge.countries import (
    capital_country,
    countries,
    country_name,
    country_named,
    government_seat,
    is_capital,
)
from onrecord.knowledge.demonyms import OF_COUNTRIES, OF_REGIONS, country_of_demonym, is_demonym, region_of_demonym
from onrecord.knowledge.gazetteer.reader import gazetteer


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Turkey", "TUR"), ("Türkiye", "TUR"), ("U.S.", "USA"), ("US", "USA"), ("UK", "GBR"), ("Britain", "GBR"), ("Scotland", "GBR"),
        ("Burma", "MMR"), ("Ivory Coast", "CIV"), ("Côte d’Ivoire", "CIV"), ("the Netherlands", "NLD"), ("Holy See", "VAT"), ("DR Congo", "COD"),
        ("Korea", "KOR"), ("North Korea", "PRK"), ("Kosovo", "XKX"), ("Gaza", "PSE"), ("Russia", "RUS"),
    ],
)  # fmt: skip
def test_a_country_is_known_by_its_names_and_variants(name: str, code: str) -> None:
    """Names, old names, abbreviations and parts of states give the alpha-3 code."""
    assert country_named(name) == code


def test_a_pronoun_is_no_country() -> None:
    """Two and three letters count in capitals only: "us" is not the United States."""
    assert country_named("us") is None
    assert country_named("Us") is None


def test_every_country_has_an_id_a_point_and_its_own_name() -> None:
    """The table is whole: alpha-3 codes, GeoNames ids that do not repeat, points on the globe."""
    every = countries()
    assert len(every) > 230
    assert len({one.geonames for one in every.values()}) == len(every)
    for code, one in every.items():
        assert len(code) == 3
        assert -90 <= one.lat <= 90
        assert -180 <= one.lon <= 180
        assert country_name(code) == one.name
    assert country_name("XXX") is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Moscow", "RUS"),
        ("Washington", "USA"),
        ("Kiev", "UKR"),
        ("The Hague", "NLD"),
        ("Boston", None),
        ("Kingston", None),
    ],
)
def test_a_capital_stands_for_its_government_unless_its_name_is_mostly_another_place(
    name: str, code: str | None
) -> None:
    """Kingston is a capital, but the name by itself is more often a town."""
    assert capital_country(name) == code


def test_a_rare_capital_is_still_a_capital() -> None:
    """`is_capital` asks of a given country."""
    assert is_capital("Kingston", "JAM")
    assert not is_capital("Kingston", "GBR")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("White House", "USA"),
        ("the Kremlin", "RUS"),
        ("Élysée", "FRA"),
        ("Elysee", "FRA"),
        ("Whitehall", "GBR"),
        ("Rose Garden", None),
    ],
)
def test_a_seat_of_government_has_a_country(name: str, code: str | None) -> None:
    """Buildings and streets that stand for a government."""
    assert government_seat(name) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Chinese", "CHN"),
        ("Afghans", "AFG"),
        ("Dutchmen", "NLD"),
        ("Swiss", "CHE"),
        ("Sri Lankan", "LKA"),
        ("Poles", "POL"),
        ("polish", None),
        ("Germans", "DEU"),
        ("Kurdish", None),
    ],
)
def test_a_demonym_has_a_country(word: str, code: str | None) -> None:
    """ "Chinese" is China, not Macao; "polish" without a capital is a verb."""
    assert country_of_demonym(word) == code


def test_peoples_without_a_state_and_citizens_of_a_city_have_a_land() -> None:
    """Kurds, Scots, Texans and Londoners belong to something that the gazetteer knows."""
    assert region_of_demonym("Kurds") == "Kurdistan"
    assert region_of_demonym("Londoners") == "London"
    assert is_demonym("Scottish")
    assert not is_demonym("Table")


def test_the_gazetteer_knows_what_every_demonym_is_of() -> None:
    """No demonym leads nowhere."""
    known = gazetteer()
    assert set(OF_COUNTRIES) <= set(countries())
    assert not [name for name in OF_REGIONS.values() if not known.knows(name)]
