"""What comes out: SVG that the strictest policy lets pass, PNG, a page."""

from __future__ import annotations

import builtins
from xml.etree import ElementTree as ET

import pytest

from onrecord.errors import SettingsError
from onrecord.values.story import Report, Story
from onrecord.views.charts.document import document
from onrecord.views.charts.kinds import draw
from onrecord.views.charts.material import Material
from onrecord.views.charts.picture import Look
from onrecord.views.charts.rendering import clean, png, svg

EVIL = "<script>alert(1)</script> & \u202eevil\x00\x1b[31m \ud800 \"quoted\" 'x'"
SVG = "{http://www.w3.org/2000/svg}"


def picture(headline: str = "A flood in the valley", **look: object):
    reports = (Report("a", "a", headline, "2026-05-01", headline), Report("b", "a", "The Post", "2026-05-02", "Same"))
    return draw("origins", Material((Story("a", reports),)), look=Look(**look))  # type: ignore[arg-type]


def test_an_svg_is_one_image_with_a_title_and_a_description() -> None:
    """A screen reader hears the title and the text, and none of the marks."""
    root = ET.fromstring(svg(picture()))
    assert root.get("role") == "img"
    named = root.get("aria-labelledby").split()
    assert [root[0].get("id"), root[1].get("id")] == named
    assert root[0].text == "2 reports, but one independent text"
    assert "stands also in The Post" in root[1].text
    assert not [one for one in root.iter() if one is not root and (one.get("role") or one.get("aria-label"))]


def test_an_svg_has_nothing_that_a_strict_policy_would_stop() -> None:
    """No style, script, event, link or foreign content, whatever the texts are."""
    drawn = svg(picture(EVIL))
    root = ET.fromstring(drawn)
    tags = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "path", "text", "tspan", "line", "rect", "clipPath", "defs", "circle"}
    for one in root.iter():
        assert not [
            name for name in one.attrib if name in ("style", "href") or name.startswith("on") or "xlink" in name
        ]
    assert "url(http" not in drawn
    assert "\u202e" not in drawn
    assert "\x00" not in drawn


def test_ids_are_counted_anew_and_can_be_told_apart() -> None:
    """Two pictures in one page share no id."""
    one, two = svg(picture(), "one"), svg(picture(), "two")
    assert "two-" not in one
    assert one.replace("one-", "two-") == two


def test_a_png_is_drawn_at_the_scale_asked_for() -> None:
    """Twice the px unless said otherwise."""
    made = png(picture(width=400), scale=1.5)
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(made[16:20]) == 600


def test_a_page_has_the_picture_in_light_and_dark_and_its_table() -> None:
    """Text of reports is escaped, and nothing in the page runs or is fetched."""
    page = document(picture(EVIL), picture(EVIL, dark=True))
    assert page.count("<svg ") == 2
    assert 'id="light-title"' in page
    assert 'id="dark-title"' in page
    assert "<script" not in page
    assert "https://" not in page
    assert '<th scope="col">Outlet</th>' in page
    assert '<td dir="auto">The Post</td>' in page


def test_without_words_around_it_a_picture_is_lower_and_says_the_same_to_a_reader() -> None:
    """A page may set title and note itself; the SVG keeps its own text."""
    bare, whole = picture(headed=False), picture()
    assert bare.height < whole.height - 40
    assert bare.title == whole.title
    assert "independent text</text>" not in svg(bare)
    assert "<title" in svg(bare)


def test_what_no_svg_can_hold_is_left_out() -> None:
    """Control characters, halves of pairs and marks that turn the reading direction; real letters stay."""
    assert clean({"a": ["\x01b\u202e", 1, None], "c": "حسن 😀"}) == {"a": ["b", 1, None], "c": "حسن 😀"}


def test_without_the_package_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only who draws needs it."""
    real = builtins.__import__

    def without(name: str, *rest: object):
        if name == "vl_convert":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(SettingsError, match=r"pip install 'onrecord\[web\]'"):
        svg(picture())
