"""The gazetteer: opened without loading, asked by any spelling, never wrong in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.errors import KnowledgeError
from onrecord.knowledge.countries import countries
from onrecord.knowledge.gazetteer.build import Line, pack
from onrecord.knowledge.gazetteer.folding import fold
from onrecord.knowledge.gazetteer.hometowns import home_country, hometown
from onrecord.knowledge.gazetteer.reader import FILE, Entry, Gazetteer, gazetteer
from onrecord.knowledge.gazetteer.regions import regions
from onrecord.knowledge.gazetteer.states import state_named, states
from onrecord.knowledge.gazetteer.weights import weights

if TYPE_CHECKING:
    from pathlib import Path


def best(name: str) -> Entry:
    return gazetteer().candidates(name)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. John’s", "Saint Johns"),
        ("Mt. Vernon", "Mount Vernon"),
        ("Ft Worth", "Fort Worth"),
        ("São Paulo", "SAO PAULO"),
        ("the Hague", "Hague"),
        ("Port-au-Prince", "port au prince"),
        ("Łódź", "Lodz"),
    ],
)
def test_spellings_of_one_name_fold_to_the_same_key(one: str, other: str) -> None:
    """Accents, case, hyphens, apostrophes, "Saint", "Mount", "Fort" and a leading "the" do not count."""
    assert fold(one) == fold(other)


def test_a_name_gives_every_place_that_bears_it_the_most_populous_first() -> None:
    """Paris in France before Paris in Texas, both with ids and points."""
    found = gazetteer().candidates("Paris")
    assert found[0].country == "FRA"
    texas = next(e for e in found if e.admin1 == "Texas" and e.precision == "city")
    assert texas.geonames == 4717560
    assert abs(texas.lat - 33.66) < 0.1
    assert abs(texas.lon + 95.56) < 0.1


@pytest.mark.parametrize(
    ("name", "geonames", "precision"),
    [
        ("Turkey", 298795, "country"),
        ("Texas", 4736286, "admin1"),
        ("Mediterranean", 363196, "region"),
        ("Rapides Parish", 4338356, "admin2"),
        ("Europe", 6255148, "region"),
        ("Kiev", 703448, "city"),
        ("Dagestan", 567293, "admin1"),
    ],
)
def test_countries_states_seas_counties_and_old_names_are_there(name: str, geonames: int, precision: str) -> None:
    """Each with its true GeoNames id and how fine it is."""
    entry = best(name)
    assert (entry.geonames, entry.precision) == (geonames, precision)


def test_an_unknown_name_gives_nothing() -> None:
    """No guess at a name that nobody bears."""
    assert gazetteer().candidates("Xyzzyville") == ()
    assert gazetteer().candidates("") == ()
    assert not gazetteer().knows("Xyzzyville")


def test_every_country_and_state_can_be_found_by_its_own_name() -> None:
    """The tables and the file agree."""
    known = gazetteer()
    for country in countries().values():
        assert any(
            e.geonames == country.geonames and e.precision == "country" for e in known.candidates(country.name)
        ), country.name
    for state in states():
        assert any(e.geonames == state.geonames for e in known.candidates(state.name)), state.name


def test_the_packaged_file_is_the_one_that_the_package_states() -> None:
    """The digest in the file, the digest beside it and the content agree."""
    known = gazetteer()
    known.check()
    assert known.digest == known.stated


def test_a_missing_file_names_the_remedy(tmp_path: Path) -> None:
    """KnowledgeError says what to do."""
    with pytest.raises(KnowledgeError, match=r"onrecord\.knowledge\.gazetteer\.build"):
        Gazetteer(tmp_path / "none.gaz")


@pytest.mark.parametrize(
    "damage", [b"", b"something else entirely", FILE.read_bytes()[:4000]], ids=["empty", "other", "cut off"]
)
def test_a_damaged_file_names_the_remedy(tmp_path: Path, damage: bytes) -> None:
    """Empty, of another kind, or cut off: refused when it is opened."""
    path = tmp_path / "damaged.gaz"
    path.write_bytes(damage)
    with pytest.raises(KnowledgeError, match="install onrecord anew"):
        Gazetteer(path)


def test_a_changed_byte_is_found_by_the_check(tmp_path: Path) -> None:
    """`check` reads the whole file and compares the digest."""
    data = bytearray(pack([Line(1, "Livonia", "EST", "", 58.0, 25.0, 9, "country")]))
    data[-1] ^= 1
    path = tmp_path / "changed.gaz"
    path.write_bytes(data)
    with pytest.raises(KnowledgeError, match="digest"):
        Gazetteer(path).check()


def test_a_file_is_packed_the_same_each_time_and_read_back(tmp_path: Path) -> None:
    """Names, variants, points and divisions come back as they went in."""
    lines = [
        Line(11, "Saint Mary", "EST", "Harju", 59.25, -24.5, 1200, "city", {"St Mary's", "Maarja"}),
        Line(None, "Far Sea", None, "", -10.0, 170.0, 0, "region"),
    ]
    assert pack(lines) == pack(lines)
    path = tmp_path / "small.gaz"
    path.write_bytes(pack(lines))
    small = Gazetteer(path)
    small.check()
    (town,) = small.candidates("St. Marys")
    assert (town.name, town.geonames, town.country, town.admin1, town.lat, town.lon, town.own) == (
        "Saint Mary",
        11,
        "EST",
        "Harju",
        59.25,
        -24.5,
        False,
    )
    (sea,) = small.candidates("FAR SEA")
    assert (sea.geonames, sea.country, sea.precision, sea.own) == (None, None, "region", True)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Calif.", "California"),
        ("N.C.", "North Carolina"),
        ("W.Va.", "West Virginia"),
        ("Pa", "Pennsylvania"),
        ("TX", "Texas"),
        ("Ont.", "Ontario"),
        ("Texas", "Texas"),
    ],
)
def test_states_are_known_by_their_abbreviations(words: str, name: str) -> None:
    """Postal and AP style, with and without the last dot."""
    found = state_named(words)
    assert found is not None
    assert found.name == name


def test_a_word_is_no_abbreviation() -> None:
    """Abbreviations keep their spelling: "in" is not Indiana."""
    assert state_named("in") is None
    assert state_named("or") is None


def test_an_outlet_has_a_home() -> None:
    """A town's paper by a piece of its domain; a country by the domain's end."""
    assert hometown("www.timesdispatch.com") == ("Richmond", "USA", "Virginia")
    assert hometown("example.org") is None
    assert home_country("www.example.co.uk") == "GBR"
    assert home_country("example.com") is None


def test_every_home_is_in_the_gazetteer() -> None:
    """The table of outlets names towns that exist, in the division that it says."""
    from onrecord.knowledge.gazetteer.hometowns import TABLE

    lost = []
    for item in TABLE.replace("\n", ";").split(";"):
        piece, _, home = item.strip().partition("=")
        if piece:
            town, country, division = home.split(",")
            found = [
                e
                for e in gazetteer().candidates(town)
                if e.precision == "city" and e.country == country and division in {"", e.admin1}
            ]
            if not found:
                lost.append(item.strip())
    assert not lost


def test_regions_have_points_and_names() -> None:
    """The table of regions is well formed."""
    for name, _, lat, lon, kind, _, _ in regions():
        assert name
        assert -90 <= lat <= 90
        assert -180 <= lon <= 180
        assert kind in {"region", "point", "city", "country", "admin2"}
    assert len(regions()) > 300


def test_the_weights_are_whole() -> None:
    """Every table of numbers is there, with the cuts."""
    held = weights()
    assert held.first
    assert held.second
    assert held.choice_first
    assert held.choice_second
    assert held.calibration
    assert 0 < held.told < held.needed < 1


def test_missing_weights_name_the_remedy(tmp_path: Path) -> None:
    """KnowledgeError, not a stack of JSON errors."""
    with pytest.raises(KnowledgeError, match="install onrecord anew"):
        weights(tmp_path / "none.json")
