"""What each picture shows, and what it does with little, much and odd material."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path

import pytest

from onrecord.errors import SettingsError
from onrecord.values.record import Span
from onrecord.values.story import Story
from onrecord.views.charts.accounts import VOICES
from onrecord.views.charts.kinds import KINDS, choices, draw
from onrecord.views.charts.material import Material
from onrecord.views.charts.picture import Look
from onrecord.views.charts.rendering import svg
from onrecord.views.charts.worldmap import world

_SPEC = importlib.util.spec_from_file_location("charts_making", Path(__file__).with_name("making.py"))
assert _SPEC
assert _SPEC.loader
making = sys.modules["charts_making"] = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(making)
claim, happening, record, report, story = making.claim, making.happening, making.record, making.report, making.story

NAMES = [kind.name for kind in KINDS]
LISBON = ("Lisbon", 38.7, -9.1, "city")
ACCRA = ("Accra", 5.6, -0.2, "city")
GHANA = ("Ghana", 8.1, -1.2, "country")
NOWHERE = ("Tinyville", None, None, "city")


def texts(picture) -> str:
    """All words of a picture, in the order in which they are drawn."""
    return " | ".join(re.findall(r"<(?:text|tspan)[^>]*>([^<]+)<", svg(picture)))


def height(picture, words: str) -> float:
    """How far from the top a text begins."""
    found = re.search(rf"<text [^>]*translate\([-\d.]+,(-?[\d.]+)\)[^>]*>{re.escape(words)}<", svg(picture))
    assert found, words
    return float(found.group(1))


def much(n: int) -> Material:
    """A story of n reports with as many claims, events, people and places, odd ones among them."""
    who = [making.ARABIC, making.HEBREW, making.LONG, None, "police", "the ministry"]
    bounds = [
        {"low": 5, "high": None, "bound": "at_least"},
        {"low": None, "high": 40, "bound": "at_most"},
        {"low": 3, "high": 9, "bound": "between"},
        {},
    ]
    claims = tuple(claim(i, 5 + i, who[i % 6], **bounds[i % 4]) for i in range(n))
    told = tuple(
        report(
            i, origin=f"r{i - i % 4}", published=None if i % 9 == 4 else "", outlet=making.LONG if i % 5 == 2 else ""
        )
        for i in range(n)
    )
    places = [
        LISBON,
        ACCRA,
        GHANA,
        NOWHERE,
        *((f"Town {i}", (i * 37) % 140 - 60.0, (i * 71) % 360 - 180.0, "city") for i in range(n)),
    ]
    types = ["CONSULT", "ASSAULT", "AGREE", "ACCUSE"]
    people = [making.ARABIC, making.LONG, *(f"Delegate {i}" for i in range(40))]
    records = tuple(
        happening(i, types[i % 4], (people[i % 42], people[(i * 5 + 1) % 42]), f"2026-{1 + i % 6:02d}-{1 + i % 28:02d}" if i % 7 else None, (places[i % len(places)],), ["happened", "planned", "denied"][i % 3])
        for i in range(n)
    )  # fmt: skip
    return Material((story(claims, told),), records)


@pytest.mark.parametrize("kind", NAMES)
def test_of_nothing_it_draws_a_card_that_says_why(kind: str) -> None:
    """No story, no records: nothing is shown, and title, note and SVG say so."""
    picture = draw(kind, Material())
    assert picture.shown == 0
    assert picture.note
    assert picture.title in texts(picture).replace(" | ", " ")


@pytest.mark.parametrize("kind", NAMES)
def test_of_one_report_it_draws_without_a_fault(kind: str) -> None:
    """One report with one claim and one event is enough for a picture."""
    one = Material(
        (story((claim(0, 12),)),), (happening(0, "CONSULT", ("Ana Sá", "Kofi Mensah"), "2026-05-01", (LISBON,)),)
    )
    picture = draw(kind, one)
    assert picture.shown == 1
    assert len(picture.table.rows) == 1
    svg(picture)


@pytest.mark.parametrize("width", [320, 720, 1600])
@pytest.mark.parametrize("kind", NAMES)
def test_of_hundreds_it_draws_what_has_room_and_tells_the_rest(kind: str, width: int) -> None:
    """Long names, names from right to left, open bounds, missing days and places: all drawn within the width, all in the table."""
    picture = draw(kind, much(240), look=Look(width=width, dark=True))
    drawn = svg(picture)
    assert f'width="{width}"' in drawn[:200]
    assert 0 < picture.shown <= len(picture.table.rows)
    assert picture.height < 6000
    assert picture.spec == json.loads(json.dumps(picture.spec))
    places = [float(x) for x in re.findall(r"<text [^>]*translate\((-?[\d.]+),", drawn)]
    assert max(places) <= width


@pytest.mark.parametrize("kind", NAMES)
def test_the_same_material_gives_the_same_bytes(kind: str) -> None:
    """Whatever was drawn before in the process, and in whatever order the records come."""
    material = much(30)
    first = svg(draw(kind, material))
    svg(draw("map", material))
    assert svg(draw(kind, material)) == first
    assert draw(kind, Material(material.stories, material.records)).spec == draw(kind, material).spec


def test_disagreements_show_each_claimant_with_his_bound() -> None:
    """The open number is an arrow of one length, not a bar to anywhere; who gives no number is told with his words."""
    told = (
        claim(0, 12, "the ministry"),
        claim(1, 30, "rescue workers", low=30, high=None, bound="at_least", form="plural_unnamed"),
        claim(2, "not stated", "the mayor", stance="blank"),
    )
    picture = draw("disagreements", Material((story(told),)))
    assert picture.title == "How many were killed: from 12 to at least 30, depending on who tells it"
    words = texts(picture)
    assert "at least 30" in words
    assert "rescue workers (unnamed)" in words
    assert "not stated" in words
    assert "right" in picture.note
    assert picture.table.rows[1][:2] == ("rescue workers (unnamed)", "at least 30")


def test_an_aide_to_somebody_has_the_colour_of_the_unnamed() -> None:
    """Nobody but the one whom he is close to is named; who asked not to be named is told so."""
    told = (
        claim(0, 12, "the ministry"),
        claim(1, 30, "aide to Ozols", form="role_described"),
        claim(2, 14, "official close to Ozols", form="role_described", terms="anonymity_requested"),
    )
    picture = draw("disagreements", Material((story(told),)))
    voices = {row[0]: row[2] for row in picture.table.rows}
    assert voices["an aide to Ozols (unnamed)"] == VOICES["unnamed"]
    assert voices["an official close to Ozols (unnamed, asked not to be named)"] == VOICES["unnamed"]
    assert voices["the ministry"] == VOICES["named"]


def test_disagreements_in_words_stand_under_their_answers() -> None:
    """What is no number is grouped by what is said, the most told first."""
    told = (
        claim(0, "bomb", "police", field="means"),
        claim(1, "gas leak", "the owner", field="means"),
        claim(2, "bomb", None, field="means"),
    )
    picture = draw("disagreements", Material((story(told),)))
    tops = [height(picture, words) for words in ("bomb", "police", "gas leak", "the owner")]
    assert tops == sorted(tops)


def test_a_course_follows_each_claimant_and_leaves_out_what_has_no_date() -> None:
    """A claimant's numbers are one line with his name and last number; an undated report is told in the note, and in the table."""
    told = tuple(claim(i, 10 + 5 * i, "the ministry") for i in range(3))
    reports = (report(0), report(1), report(2, published=None))
    picture = draw("course", Material((story(told, reports),)))
    assert picture.shown == 2
    assert "the ministry: 15" in texts(picture).replace("\u00a0", " ")
    assert "without a date: 1 report." in picture.note
    assert len(picture.table.rows) == 3
    assert picture.title == "How many were killed: told as 10 on 1 May, as 15 on 2 May 2026"


def test_one_name_is_one_claimant_however_the_reports_write_it() -> None:
    """A ministry that one report names and another only describes is one line, and is not called unnamed."""
    told = (
        claim(0, 9, "interior ministry", form="role_described"),
        claim(1, 14, "Interior Ministry"),
        claim(2, 20, "residents", form="plural_unnamed"),
    )
    material = Material((story(told),))
    assert [row[1] for row in draw("course", material).table.rows] == [
        "Interior Ministry",
        "Interior Ministry",
        "residents (unnamed)",
    ]
    assert texts(draw("disagreements", material)).count("Ministry") == 1
    assert "residents (unnamed)" in texts(draw("course", material))


def test_a_duration_is_drawn_in_a_unit_that_people_use() -> None:
    """Seconds of the contract become minutes, hours or days."""
    told = (
        claim(0, "PT20M", field="duration", low=1200, high=1200, bound="exact"),
        claim(1, "PT35M", "an aide", field="duration", low=2100, high=2100, bound="about"),
    )
    picture = draw("disagreements", Material((story(told),)))
    assert picture.title == "How long it lasted: from 20 to about 35 minutes, depending on who tells it"


def test_an_unknown_kind_or_field_is_told_with_those_there_are() -> None:
    """The message is the manual."""
    material = Material((story((claim(0, 12), claim(1, 3, field="injured"))),))
    assert choices("course", material) == ("killed", "injured")
    assert choices("map", material) == ()
    with pytest.raises(SettingsError, match="timeline, map, origins"):
        draw("pie", material)
    with pytest.raises(SettingsError, match="killed, injured"):
        draw("course", material, field="missing")
    with pytest.raises(SettingsError, match="320 to 1600"):
        Look(width=20)


def test_origins_draw_copies_under_the_text_that_they_share() -> None:
    """Two copies and a text of its own: three reports, two independent texts; the credited agency is named."""
    reports = (report(0), report(1, origin="r0", credit="Baltic Wire"), report(2))
    picture = draw("origins", Material((Story("r0", reports),)))
    assert picture.title == "3 reports, but 2 independent texts"
    assert "credits Baltic Wire" in texts(picture)
    assert [row[3] for row in picture.table.rows] == ["", "Outlet 0", ""]


def test_what_came_through_others_is_in_the_table_of_origins() -> None:
    """A chain of carriers is told with the claimant."""
    told = (claim(0, 12, "the ministry", via=("Baltic Wire",), by=Span(0, 3)),)
    assert "the ministry via Baltic Wire" in draw("origins", Material((story(told),))).table.rows[0][5]


def test_a_map_tells_what_is_on_no_map() -> None:
    """A place without coordinates is named in the note; where none has any, a card says so."""
    some = Material((), (happening(0, where=(LISBON,)), happening(1, where=(NOWHERE,)), happening(2)))
    picture = draw("map", some)
    assert picture.shown == 1
    assert "On no map: Tinyville" in picture.note
    assert "Without a place: 1 telling of events" in picture.note
    none = draw("map", Material((), (happening(1, where=(NOWHERE,)),)))
    assert none.shown == 0
    assert "Tinyville" in none.note


def test_on_a_map_areas_are_as_the_reports_and_a_country_is_a_ring() -> None:
    """Four reports have four times the area of one; a country's middle is no point."""
    told = (
        *(happening(n, where=(LISBON,)) for n in range(4)),
        happening(4, where=(ACCRA,)),
        happening(5, where=(GHANA,)),
    )
    picture = draw("map", Material((), told))
    dots = {}
    for layer in picture.spec["layer"]:
        values = layer["data"]["values"]
        if isinstance(values, list):
            dots |= {row["place"]: row for row in values if "place" in row}
    assert dots["Lisbon"]["size"] == pytest.approx(4 * dots["Accra"]["size"], rel=0.01)
    assert dots["Ghana"]["wide"]
    assert "Ring" in picture.subtitle


def test_the_ground_of_the_map_is_whole() -> None:
    """177 countries, and nothing but their outlines."""
    countries = world()["objects"]["countries"]["geometries"]
    assert len(countries) == 177
    assert all(set(one) == {"type", "arcs"} for one in countries)


def test_a_timeline_tells_few_events_one_by_one_and_in_order() -> None:
    """What two reports tell of one day is one event; what is planned says so; what has no date is counted."""
    told = (
        happening(0, "CONSULT", ("Ana Sá", "Kofi Mensah"), "2026-05-02", (LISBON,)),
        happening(1, "CONSULT", ("Ana Sá",), "2026-05-02"),
        happening(2, "PROTEST", ("fishermen",), "2026-04-30"),
        happening(3, "CONSULT", ("Kofi Mensah",), "2026-06-01", status="planned"),
        happening(4, "PROTEST", ("nurses",)),
    )
    picture = draw("timeline", Material((), told))
    assert [row[1] for row in picture.table.rows] == ["30 April 2026", "2 May 2026", "1 June 2026"]
    words = texts(picture)
    assert "Ana Sá and Kofi Mensah, Lisbon · 2 reports" in words
    assert "Meeting, planned" in words
    assert "without a date in the text: 1 telling of events" in picture.note


def test_no_picture_says_that_something_did_not_happen() -> None:
    """What an account denies is told as denied, not as false."""
    picture = draw("timeline", Material((), (happening(0, "ASSAULT", ("rebels",), "2026-05-02", status="denied"),)))
    assert "denied" in picture.table.rows[0]
    assert "did not" not in texts(picture)


def test_meetings_count_a_meeting_once_however_many_report_it() -> None:
    """Two reports of one story on one day are one meeting; a second day is a second one; a single name is no pair."""
    stories = (Story("s", tuple(report(n) for n in range(4))),)
    told = (
        happening(0, who=("Ana Sá", "Kofi Mensah"), day="2026-05-02"),
        happening(1, who=("Kofi Mensah", "ana sá"), day="2026-05-02"),
        happening(2, who=("Ana Sá", "Kofi Mensah"), day="2026-06-02"),
        happening(3, who=("Ana Sá",)),
    )
    picture = draw("meetings", Material(stories, told))
    assert picture.table.rows == (
        ("Ana Sá", "Kofi Mensah", "2", "happened", "2 June 2026, 2 May 2026", "Outlet 0, Outlet 1, Outlet 2"),
    )
    assert "1 telling of talks" in picture.note


def test_records_of_no_story_are_drawn_beside_the_stories() -> None:
    """A record whose key no story has stands under a heading of its own."""
    told = (happening(0, day="2026-05-02", who=("Ana",)), happening(9, day="2026-05-03", who=("Kofi",)))
    words = texts(draw("timeline", Material((Story("s", (report(0),)),), told)))
    assert "Bridges fail in the valley" in words
    assert "Reports without a story" in words
