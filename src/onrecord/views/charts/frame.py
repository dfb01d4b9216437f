"""What stands around every plot: a bar, the title, the sub-title, the note. Everything has its place in px, so nothing moves a label."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from onrecord.views.charts.measure import balanced, wrapped
from onrecord.views.charts.picture import Look, Picture, Table
from onrecord.views.charts.theme import SANS, SERIF, Inks, config, inks

if TYPE_CHECKING:
    from collections.abc import Sequence

SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v5.json"
MARGIN: Final = 16
_TITLE, _SUB, _NOTE = 19, 12.5, 11
_AIR: Final = 1.28  # line height

Layer = dict[str, Any]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Plot:
    """Layers of marks in a field of `height` px; the gutters around it (px) are for labels and axes. The width is what is left."""

    layers: tuple[Layer, ...] = ()
    height: int = 0
    left: int = 0
    right: int = 0
    top: int = 0
    bottom: int = 0
    projection: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a picture (see `Picture`)."""

    title: str
    subtitle: str = ""
    note: str = ""
    alt: str = ""


def field_width(look: Look, left: float = 0, right: float = 0) -> int:
    """How wide the field of a plot is between its gutters."""
    return max(40, int(look.width - 2 * MARGIN - left - right))


def framed(kind: str, look: Look, words: Words, plot: Plot, table: Table, shown: int) -> Picture:
    """The picture: the plot with its words around it."""
    colours = inks(dark=look.dark)
    width = field_width(look, plot.left, plot.right)
    head, above = _heading(words, look, colours, plot) if look.headed else ([], 0.0)
    foot, below = _footing(words, look, colours, plot) if look.headed else ([], 0.0)
    padding = {
        "left": MARGIN + plot.left, "right": MARGIN + plot.right,
        "top": round(MARGIN / 2 + above + plot.top), "bottom": round(MARGIN / 2 + below + plot.bottom),
    }  # fmt: skip
    spec: dict[str, Any] = {
        "$schema": SCHEMA, "title": None, "description": words.alt or words.title, "autosize": "none", "padding": padding,
        "usermeta": {"title": words.title, "subtitle": words.subtitle, "note": words.note},
        "width": width, "height": plot.height, "config": config(colours), "layer": [*head, *plot.layers, *foot],
    }  # fmt: skip
    if plot.projection:
        spec["projection"] = plot.projection
    height = plot.height + padding["top"] + padding["bottom"]
    return Picture(
        kind, words.title, words.subtitle, words.note, words.alt or words.title, table, shown, spec, look, height
    )


def card(kind: str, look: Look, words: Words, table: Table) -> Picture:
    """A picture of nothing: a card with the title and, under it, the reason and the remedy."""
    colours = inks(dark=look.dark)
    lines = wrapped(words.note, field_width(look) - 24, 13, most=6)
    height = 24 + round(13 * 1.4 * len(lines))
    back = {
        "mark": {"type": "rect", "color": colours.faint, "x": 0, "y": 0, "x2": "width", "y2": "height"},
        "data": {"values": [{}]},
    }
    text = texts(
        [{"px": 12, "py": 12 + 13 * 0.7 + n * 13 * 1.4, "text": line} for n, line in enumerate(lines)], size=13
    )
    headed = Words(words.title, words.subtitle, "", words.alt or f"{words.title}. {words.note}")
    made = framed(kind, look, headed, Plot((back, text), height), table, 0)
    return Picture(kind, words.title, words.subtitle, words.note, made.alt, table, 0, made.spec, look, made.height)


def _heading(words: Words, look: Look, colours: Inks, plot: Plot) -> tuple[list[Layer], float]:
    room = field_width(look)
    size = _TITLE if look.width >= 480 else 17
    titles = balanced(words.title, room, size, bold=True, serif=True)
    subs = balanced(words.subtitle, room, _SUB, most=5)
    rise = 14.0
    tall = rise + len(titles) * size * _AIR + (4 + len(subs) * _SUB * _AIR if subs else 0) + 12
    x, y = -plot.left, -plot.top - tall
    bar = {
        "data": {"values": [{}]},
        "mark": {"type": "rect", "color": colours.accent, "x": x, "x2": x + 36, "y": y, "y2": y + 4},
    }
    layers: list[Layer] = [bar]
    y += rise
    layers.append(
        texts(
            [{"px": x, "py": y + (n + 0.5) * size * _AIR, "text": t} for n, t in enumerate(titles)], size=size, font=SERIF, weight="bold"
        )
    )  # fmt: skip
    y += len(titles) * size * _AIR + 4
    if subs:
        rows = [{"px": x, "py": y + (n + 0.5) * _SUB * _AIR, "text": t} for n, t in enumerate(subs)]
        layers.append(texts(rows, size=_SUB, colour=colours.quiet))
    return layers, tall


def _footing(words: Words, look: Look, colours: Inks, plot: Plot) -> tuple[list[Layer], float]:
    lines = wrapped(words.note, field_width(look), _NOTE, most=6)
    if not lines:
        return [], 0.0
    y = plot.height + plot.bottom + 12
    rows = [{"px": -plot.left, "py": y + (n + 0.5) * _NOTE * 1.35, "text": t} for n, t in enumerate(lines)]
    return [texts(rows, size=_NOTE, colour=colours.quiet)], 12 + len(lines) * _NOTE * 1.35


# ------------------------------------------------------------------ marks that stand at a place in px


def place(name: str) -> dict[str, Any]:
    """The encoding of a place in px: the field is the place itself."""
    return {"field": name, "type": "quantitative", "scale": None, "axis": None}


def texts(
    rows: Sequence[Row],
    *,
    size: float = 12,
    colour: str | None = None,
    font: str = SANS,
    weight: str = "normal",
    align: str = "left",
    **mark: Any,
) -> Layer:
    """Lines of text at `px`, `py`; `colour` of a row, where it has one, is that of its line."""
    drawn = {
        "type": "text",
        "fontSize": size,
        "font": font,
        "fontWeight": weight,
        "align": align,
        "baseline": "middle",
        **mark,
    }
    if colour:
        drawn["color"] = colour
    encoding: dict[str, Any] = {"x": place("px"), "y": place("py"), "text": {"field": "text", "type": "nominal"}}
    if any("colour" in row for row in rows):
        encoding["color"] = {"field": "colour", "type": "nominal", "scale": None}
    return {"data": {"values": list(rows)}, "mark": drawn, "encoding": encoding}


def haloed(rows: Sequence[Row], behind: str, **how: Any) -> tuple[Layer, Layer]:
    """The same on what lies behind them: each letter has a rim in the colour of the ground."""
    rim = texts([{**row, "colour": behind} for row in rows], **how)
    rim["mark"] |= {"stroke": behind, "strokeWidth": 4, "strokeJoin": "round"}
    return rim, texts(rows, **how)


def lines(rows: Sequence[Row], *, colour: str | None = None, width: float = 1, **mark: Any) -> Layer:
    """Straight lines from `px`, `py` to `px2`, `py2`."""
    drawn = {"type": "rule", "strokeWidth": width, **mark}
    if colour:
        drawn["color"] = colour
    encoding: dict[str, Any] = {"x": place("px"), "y": place("py"), "x2": {"field": "px2"}, "y2": {"field": "py2"}}
    if any("colour" in row for row in rows):
        encoding["color"] = {"field": "colour", "type": "nominal", "scale": None}
    return {"data": {"values": list(rows)}, "mark": drawn, "encoding": encoding}


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale of numbers or moments with a known range, so that the place of a value is known before it is drawn."""

    low: float
    high: float
    length: float
    temporal: bool = False
    downward: bool = field(default=False)

    def at(self, value: float) -> float:
        """The place of a value in px."""
        share = (value - self.low) / ((self.high - self.low) or 1)
        return round((1 - share if self.downward else share) * self.length, 2)
