"""Who is a news agency, an outlet, a collective of them; and what is none."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from onrecord.knowledge.outlets import agency_of, at_site, is_collective, is_outlet, outlet_of, outlets


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("AP", "AP"), ("The Associated Press", "AP"), ("Agence France-Presse", "AFP"), ("RIA Novosti", "RIA Novosti"), ("Itar-Tass", "TASS"), ("dpa", "DPA"), ("the state-run Anadolu Agency", "Anadolu Agency"),
        ("the official Xinhua news agency", "Xinhua"), ("PA news agency", "PA"), ("ap", None), ("Al Jazeera", None), ("the ministry", None),
    ],
)  # fmt: skip
def test_agencies_are_known_by_all_their_names(name: str, agency: str | None) -> None:
    """Variants, articles and what is said of them aside."""
    assert agency_of(name) == agency


@pytest.mark.parametrize(
    "name",
    [
        "Russian news agencies",
        "state television",
        "local media",
        "media reports",
        "Syrian state TV",
        "a Kurdish news channel",
        "Turkish newspapers",
        "the semi-official Fars news agency",
        "BBC",
        "bbc.co.uk",
        "World Bulletin",
    ],
)
def test_outlets_and_collectives_are_outlets(name: str) -> None:
    """Sources of these names are of the form `other_outlet`."""
    assert is_outlet(name)


@pytest.mark.parametrize(
    "name",
    [
        "the state",
        "a daily",
        "reporters",
        "local reporters",
        "the times",
        "Time",
        "PA",
        "the EPA",
        "Moscow",
        "an official",
        "the president",
        "",
        "The Kremlin",
        "agency officials",
    ],
)
def test_others_are_none(name: str) -> None:
    """Persons, offices, places, and names that are also words."""
    assert not is_outlet(name)


def test_a_credit_allows_names_that_are_also_words() -> None:
    """ "(PA)" at the end of a report is the Press Association."""
    found = outlet_of("PA", credit=True)
    assert found is not None
    assert found.agency


def test_collectives_name_no_one() -> None:
    """The phrase as a whole, not its words."""
    assert is_collective("several Western news outlets")
    assert not is_collective("the media minister")


def test_sites_are_known_with_their_subdomains() -> None:
    """A host or a URL."""
    assert [
        one.name if one else None
        for one in map(
            at_site,
            ("https://www.reuters.com/a", "edition.cnn.com", "m.bbc.co.uk", "example.org", "notreuters.com", "x"),
        )
    ] == ["Reuters", "CNN", "BBC", None, None, None]


def test_every_row_is_sound() -> None:
    """Names are unique, homes are real zones, sites are hosts."""
    rows = outlets()
    assert len({one.name for one in rows}) == len(rows)
    for one in rows:
        assert one.home is None or ZoneInfo(one.home)
        assert all("." in site and "/" not in site and site == site.lower() for site in one.sites), one
