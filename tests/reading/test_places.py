"""Places: names become toponyms with kinds and ids; people, bodies and pronouns do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.knowledge.gazetteer.reader import gazetteer
from onrecord.learned.findings import Findings, ToponymFinding
from onrecord.reading import syntax
from onrecord.reading.places import places
from onrecord.reading.toponyms.judgement import Judged, choose
from onrecord.reading.toponyms.proposals import opinion
from onrecord.reading.toponyms.sights import Sight
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.layers import Names, Page, Places, Reading, Syntax
from onrecord.values.span import Span

if TYPE_CHECKING:
    from onrecord.values.record import Place

PLAIN = Settings(learned=False)


def read(text: str, outlet: str | None = None, findings: Findings | None = None) -> tuple[str, Places]:
    """The places of a text, one paragraph a line."""
    reporting, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            reporting.append(Span(at, at + len(line)))
        at += len(line) + 1
    reading = Reading(Article(text, outlet=outlet)).with_layer(Page(reporting=tuple(reporting)))
    parsed = syntax.parse(reading, PLAIN)
    reading = reading.with_layer(parsed.syntax).with_layer(parsed.names)
    if findings:
        reading = reading.with_layer(findings)
    return text, places(reading, PLAIN)


def kinds(text: str) -> dict[str, str]:
    """The kind of the first mention of each toponym, by its words."""
    text, found = read(text)
    held: dict[str, str] = {}
    for start, end, kind in sorted((m.start, m.end, m.kind) for p in found.items for m in p.mentions):
        held.setdefault(text[start:end], kind)
    return held


def place(name: str, text: str, outlet: str | None = None) -> Place:
    """The place that a name in a text was resolved to."""
    text, found = read(text, outlet)
    return next(p for p in found.items if name in {text[m.start : m.end] for m in p.mentions})


def words(text: str) -> set[str]:
    return set(kinds(text))


def test_a_literal_place_has_an_id_a_point_and_all_its_mentions() -> None:
    """One place, two mentions, in the order of the text."""
    text, found = read("Flooding hit Antalya in Turkey on Monday.\nSchools in Antalya stayed shut.")
    antalya = next(p for p in found.items if p.name == "Antalya")
    assert (antalya.geonames, antalya.country, antalya.precision) == (323777, "TUR", "city")
    assert [text[m.start : m.end] for m in antalya.mentions] == ["Antalya", "Antalya"]
    assert {m.kind for m in antalya.mentions} == {"literal"}
    assert [p.id for p in found.items] == [f"pl{i + 1}" for i in range(len(found.items))]


def test_a_capital_that_acts_is_its_government() -> None:
    """ "Moscow launched", "Washington said": metonymic, and still the city."""
    found = kinds("The talks failed after Moscow launched air strikes in Syria. Washington said it would wait.")
    assert found["Moscow"] == "metonymic"
    assert found["Washington"] == "metonymic"
    assert found["Syria"] == "literal"
    assert place("Moscow", "The talks failed after Moscow launched air strikes in Syria.").geonames == 524901


def test_what_a_state_does_or_has_speaks_of_the_state() -> None:
    """ "Russia's backing" is metonymic, "Turkey's coast" is ground."""
    found = kinds("Russia's backing for the rebels angered allies. The boat sank off Turkey's coast on Friday.")
    assert found["Russia"] == "metonymic"
    assert found["Turkey"] == "literal"


def test_those_who_are_for_a_capital_are_for_its_government() -> None:
    """ "pro-Moscow rebels"."""
    assert kinds("Troops fought pro-Moscow rebels in eastern Ukraine.")["Moscow"] == "metonymic"


def test_demonyms_are_demonyms_of_a_country() -> None:
    """ "Chinese" is China, not Macao; hyphenated forms count."""
    found = kinds("Chinese and Syrian officials met. The Syrian-led plan was dropped.")
    assert found["Chinese"] == "demonym"
    assert found["Syrian"] == "demonym"
    assert place("Chinese", "Chinese officials met the envoys on Monday.").geonames == 1814991


def test_an_abbreviation_before_a_title_is_used_like_a_demonym() -> None:
    """ "US President"; "in the US" is ground."""
    assert kinds("US President Joan Marsh flew to Cairo on Monday.")["US"] == "demonym"
    assert kinds("He has lived in the US for ten years.")["US"] == "literal"


def test_the_united_states_are_never_a_building() -> None:
    """ "USA" resolves to the country."""
    found = place("USA", "She won a medal for the USA in Rome.")
    assert (found.geonames, found.precision) == (6252001, "country")


def test_people_are_no_places() -> None:
    """Paris Hilton, Jordan Smith, Mr. Lincoln."""
    found = words("Paris Hilton met Jordan Smith on Monday. Mr. Lincoln said that Ms. Chelsea Houston had left.")
    assert not found & {"Paris", "Jordan", "Lincoln", "Chelsea", "Houston"}


def test_a_pronoun_and_acronyms_are_no_places() -> None:
    """ "us", NATO and the WHO."""
    assert not words("They told us that NATO and the WHO had agreed.") & {"us", "NATO", "WHO"}


def test_those_who_govern_in_a_house_are_no_place() -> None:
    """ "The White House said" names no place."""
    assert "White House" not in words("The White House said on Monday that it would wait.")


def test_a_name_inside_another_name_is_embedded() -> None:
    """A newspaper's city is part of a name."""
    found = kinds("She told the Boston Globe that she had moved to Chicago.")
    assert found["Chicago"] == "literal"
    assert found.get("Boston", "embedded") == "embedded"


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("A fire broke out in Paris, Texas, on Sunday.", "Paris", "Texas"),
        ("Police in Springfield, Mass., arrested two men.", "Springfield", "Massachusetts"),
        ("The plant in Columbus, Ga., will close.", "Columbus", "Georgia"),
        ("The company is based in London, Ontario.", "London", "Ontario"),
    ],
)
def test_the_state_after_a_comma_tells_which_place_is_meant(text: str, name: str, state: str) -> None:
    """Containment beats population."""
    assert place(name, text).admin1 == state


def test_without_a_hint_the_great_city_is_meant() -> None:
    """Paris alone is in France."""
    assert place("Paris", "A fire broke out in Paris on Sunday.").country == "FRA"


def test_a_towns_paper_means_the_town_near_home() -> None:
    """Richmond in a Kentucky paper and in a Virginia paper."""
    text = "A man was arrested in Richmond on Monday, police said."
    assert place("Richmond", text, "richmondregister.com").admin1 == "Kentucky"
    assert place("Richmond", text, "timesdispatch.com").admin1 == "Virginia"


def test_one_unresolvable_name_never_empties_the_rest() -> None:
    """A village that no gazetteer knows stays with nulls; the country is found."""
    text, found = read("The army entered the village of Qurbanzhir in Syria on Monday.")
    syria = next(p for p in found.items if p.name == "Syria")
    assert syria.geonames == 163843
    unknown = [p for p in found.items if "Qurbanzhir" in {text[m.start : m.end] for m in p.mentions}]
    assert all(p.geonames is None and p.lat is None and p.confidence == 0.0 for p in unknown)


def test_spans_leave_out_articles_and_possessives() -> None:
    """`text[start:end]` is the name alone."""
    text, found = read("The Netherlands' coast and Turkey's border are long. He left the Philippines.")
    for p in found.items:
        for m in p.mentions:
            assert not text[m.start : m.end].lower().startswith("the ")
            assert not text[m.start : m.end].endswith(("'s", "'"))


def test_a_listed_name_of_several_words_is_one_place() -> None:
    """ "Guinea-Bissau" is neither Guinea nor Bissau, and the long name of a state holds no shorter one."""
    found = words("Flooding hit Guinea-Bissau on Monday. Aid came from the Democratic Republic of the Congo.")
    assert {"Guinea-Bissau", "Democratic Republic of the Congo"} <= found
    assert not found & {"Guinea", "Bissau", "Congo"}


def test_a_whole_name_comes_before_its_likelier_parts() -> None:
    """As long as it is likely enough by itself."""

    def judged(name: str, start: int, probability: float) -> Judged:
        found = Sight(start, start + len(name), name, 0, 0, "name", gazetteer().candidates(name))
        return Judged(found, probability)

    parts = [judged("Guinea", 0, 0.94), judged("Bissau", 7, 0.54)]
    assert [j.sight.text for j in choose([judged("Guinea-Bissau", 0, 0.86), *parts], 0.45)] == ["Guinea-Bissau"]
    assert [j.sight.text for j in choose([judged("Guinea-Bissau", 0, 0.3), *parts], 0.45)] == ["Guinea", "Bissau"]


def test_a_place_that_is_unknown_in_its_state_is_not_looked_for_elsewhere() -> None:
    """ "Bradford, Ontario" is no Bradford in England: its state is all that is told, and the confidence says so."""
    found = place("Bradford", "The driver was to appear in court in Bradford, Ontario, on Monday.")
    assert (found.country, found.admin1, found.precision, found.geonames) == ("CAN", "Ontario", "admin1", None)
    assert found.confidence < 0.7


def test_georgia_after_a_comma_is_whichever_has_the_town() -> None:
    """Tbilisi lies in the country, Savannah in the state."""
    assert place("Tbilisi", "Thousands marched in Tbilisi, Georgia, on Sunday.").country == "GEO"
    assert place("Savannah", "Thousands marched in Savannah, Georgia, on Sunday.").admin1 == "Georgia"


def test_a_list_is_no_containment() -> None:
    """ "Washington, New York and Boston": the capital, and not a village in New York."""
    found = place("Washington", "The senator made stops in Washington, New York and Boston this week.")
    assert found.geonames == 4140963


def test_a_list_of_states_is_a_list() -> None:
    """ "Colorado, Georgia, Ohio": three states, none in another."""
    text = "Cases were reported in Colorado, Georgia, Ohio and Utah, officials said."
    assert {(p.name, p.admin1) for p in read(text)[1].items} == {
        (n, n) for n in ("Colorado", "Georgia", "Ohio", "Utah")
    }


def test_a_disease_is_no_place() -> None:
    """ "Marburg virus" is not in Marburg; the town is."""
    assert "Marburg" not in words("Two nurses in Uganda died of the Marburg virus on Monday.")
    assert "Marburg" in words("Two nurses in Marburg were hurt on Monday.")


def test_the_word_beside_a_name_says_what_it_is() -> None:
    """ "Washington state" is no capital."""
    assert place("Washington", "A cow from a Washington state farm died.").precision == "admin1"
    assert place("Granada", "The city of Granada in Spain was flooded.").precision == "city"


@pytest.mark.parametrize("name", ["Kabul River", "Hordaland", "Kansai", "Gulf of Aqaba"])
def test_rivers_seas_and_provinces_of_old_are_known(name: str) -> None:
    """They have a point and stay a region."""
    found = place(name, f"A ferry sank after a storm hit the {name} on Monday.")
    assert found.precision == "region"
    assert found.lat is not None


def test_confidence_is_a_probability_and_can_be_asked_for() -> None:
    """`min_confidence` leaves out what is doubtful."""
    text = "A fire broke out in Paris, Texas. The mayor of Springfield sent help to Syria."
    _, found = read(text)
    assert all(0.0 <= p.confidence <= 1.0 for p in found.items)
    reading = Reading(Article(text)).with_layer(Page(reporting=(Span(0, len(text)),)))
    parsed = syntax.parse(reading, PLAIN)
    sure = places(reading.with_layer(parsed.syntax).with_layer(parsed.names), Settings(min_confidence=0.95))
    assert all(p.confidence >= 0.95 for p in sure.items)


def test_the_network_shifts_a_judgement_and_adds_no_name_of_its_own() -> None:
    """A name that it sees too becomes likelier; a word that it alone takes for a place stays a word."""
    text = "The rally was held where Qurbanzhir meets the river near Paris."
    start, paris = text.index("Qurbanzhir"), text.index("Paris")
    proposed = tuple(ToponymFinding(at, at + size, "literal", 0.99) for at, size in ((start, 10), (paris, 5)))
    _, found = read(text, findings=Findings(toponyms=proposed))
    assert [text[m.start : m.end] for p in found.items for m in p.mentions] == ["Paris"]
    extra = opinion(text, proposed)
    assert extra(Sight(paris, paris + 5, "Paris", 0, 0, "listed")) > 0 > extra(Sight(0, 3, "The", 0, 0, "listed"))


def lands(text: str, name: str) -> tuple[str | None, str | None]:
    """Country and state of the place that is mentioned by a name."""
    _, found = read(text)
    return next((p.country, p.admin1) for p in found.items if any(text[m.start : m.end] == name for m in p.mentions))


def test_company_alone_makes_no_small_town_of_a_far_larger_place_abroad() -> None:
    """Geneva beside Chicago, or beside the name of a state, is the Swiss one; "Geneva, Illinois" and a list of Illinois towns are not."""
    met = "The foreign ministers of France and Iran met in Geneva on Monday, an official said."
    assert lands(f"{met} A man was held in Chicago.", "Geneva")[0] == "CHE"
    assert lands(f"{met} She flew on to Paris, Texas.", "Geneva")[0] == "CHE"
    assert lands("A man was held in Chicago. He had lived in Geneva, Illinois.", "Geneva") == ("USA", "Illinois")
    towns = "Storms hit Chicago, Aurora, Batavia, St. Charles and Geneva in Illinois on Monday, a state official said."
    assert lands(towns, "Geneva") == ("USA", "Illinois")


def test_a_state_told_beats_the_countries_of_the_document() -> None:
    """ "Paris, Texas" lies in Texas, whatever else the text names; "In Vienna, U.S. officials" tells no Vienna in the United States."""
    met = "The foreign ministers of France and Iran met in Geneva on Monday, an official said."
    assert lands(f"{met} She flew on to Paris, Texas.", "Paris") == ("USA", "Texas")
    assert lands(f"{met} She flew to Paris, Texas on Tuesday.", "Paris") == ("USA", "Texas")
    assert lands("In Vienna, U.S. officials met the foreign ministers of Austria and Iran.", "Vienna")[0] == "AUT"
    assert lands("In Vienna, U.S. Secretary John Roe met the ministers of Austria and Iran.", "Vienna")[0] == "AUT"


@pytest.mark.parametrize(
    "text",
    ["", "A" * 5_000, "Paris " * 3_000, "“" * 2_000, "Paris, " * 500, "É É É É " * 500],
    ids=lambda t: repr(t[:6]),
)
def test_hostile_texts_are_read_in_time(text: str) -> None:
    """No text takes longer than its length allows: built by hand, since the parser is not what is tested."""
    found = [(i, w) for i, w in _words(text)]
    columns = Syntax(
        starts=tuple(i for i, _ in found),
        ends=tuple(i + len(w) for i, w in found),
        words=tuple(w for _, w in found),
        lemmas=tuple(w.lower() for _, w in found),
        tags=("NNP",) * len(found),
        pos=("PROPN",) * len(found),
        deps=("ROOT",) * len(found),
        heads=tuple(range(len(found))),
        sentences=(Span(0, len(text)),) if found else (),
        sentence_of=(0,) * len(found),
    )
    reading = (
        Reading(Article(text)).with_layer(Page(reporting=(Span(0, len(text)),))).with_layer(columns).with_layer(Names())
    )
    for one in places(reading, PLAIN).items:
        assert one.mentions


def _words(text: str) -> list[tuple[int, str]]:
    out, at = [], 0
    for part in text.split(" "):
        if part:
            out.append((at, part))
        at += len(part) + 1
    return out
