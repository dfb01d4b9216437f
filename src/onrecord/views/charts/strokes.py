"""The marks of a number, drawn along a line in px, lying or standing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.views.charts.bounds import ARROW
from onrecord.views.charts.frame import Layer, Row, lines, place

if TYPE_CHECKING:
    from onrecord.views.charts.bounds import Marks
    from onrecord.views.charts.frame import Axis
    from onrecord.views.charts.theme import Inks

DOT = 86.0  # px²


@dataclass
class Strokes:
    """Collects the marks of many numbers; `layers` draws them. `standing`: the numbers go upwards, and `across` is the x of a number."""

    axis: Axis
    colours: Inks
    standing: bool = False
    arrow: float = ARROW
    bars: list[Row] = field(default_factory=list)
    shafts: list[Row] = field(default_factory=list)
    heads: list[Row] = field(default_factory=list)
    dots: list[Row] = field(default_factory=list)

    def add(
        self, marks: Marks, across: float, colour: str, *, size: float = DOT, **told: object
    ) -> tuple[float, float]:
        """Draws a number at `across`; from where to where it reaches along the axis, in px. `told` goes into the data of its dot or bar."""
        reach = [self.axis.at(one) for one in marks.ends]
        if marks.low is not None and marks.high is not None:
            self._bar(self.axis.at(marks.low), self.axis.at(marks.high), across, colour, pale=marks.pale, told=told)
        for end, sense in ((marks.up, 1), (marks.down, -1)):
            if end is not None:
                start = self.axis.at(end)
                way = -sense if self.axis.downward else sense
                reach.append(self._arrow(start, way, across, colour, pale=marks.pale))
        if marks.dot is not None:
            row = self._point(self.axis.at(marks.dot), across)
            inside = colour if marks.full else self.colours.paper
            self.dots.append({**told, **row, "value": marks.dot, "colour": colour, "inside": inside, "size": size})
        return min(reach) - 6, max(reach) + 6

    def _point(self, along: float, across: float) -> Row:
        return {"px": across, "py": along} if self.standing else {"px": along, "py": across}

    def _line(self, one: float, two: float, across: float, colour: str) -> Row:
        ends = (
            {"px": across, "py": one, "px2": across, "py2": two}
            if self.standing
            else {"px": one, "py": across, "px2": two, "py2": across}
        )
        return {**ends, "colour": colour}

    def _bar(self, one: float, two: float, across: float, colour: str, *, pale: bool, told: dict[str, object]) -> None:
        self.bars.append({**told, **self._line(one, two, across, colour), "opacity": 0.35 if pale else 1.0})

    def _arrow(self, start: float, way: int, across: float, colour: str, *, pale: bool) -> float:
        tip = start + way * self.arrow
        self.shafts.append({**self._line(start, tip - 4 * way, across, colour), "opacity": 0.5 if pale else 1.0})
        angle = (0 if way < 0 else 180) if self.standing else (90 if way > 0 else -90)
        self.heads.append({**self._point(tip - 3 * way, across), "colour": colour, "angle": angle})
        return tip

    def layers(self) -> list[Layer]:
        """The layers, those below first."""
        shown = {"field": "opacity", "type": "quantitative", "scale": None}
        made: list[Layer] = []
        if self.bars:
            bars = lines(self.bars, width=7, strokeCap="round")
            bars["encoding"]["opacity"] = shown
            made.append(bars)
        if self.shafts:
            shafts = lines(self.shafts, width=2)
            shafts["encoding"]["opacity"] = shown
            made.append(shafts)
        if self.heads:
            made.append(points(self.heads, size=52, shape="triangle-up"))
        if self.dots:
            made.append(points(self.dots, strokeWidth=2))
        return made


def points(rows: list[Row], **mark: object) -> Layer:
    """Points at `px`, `py`; `colour`, `inside` (the fill; else the colour), `size` and `angle` of a row are its own."""
    inside = "inside" if rows and "inside" in rows[0] else "colour"
    encoding: dict[str, object] = {
        "x": place("px"), "y": place("py"),
        "stroke": {"field": "colour", "type": "nominal", "scale": None}, "fill": {"field": inside, "type": "nominal", "scale": None},
    }  # fmt: skip
    if rows and "size" in rows[0]:
        encoding["size"] = {"field": "size", "type": "quantitative", "scale": None}
    if rows and "angle" in rows[0]:
        encoding["angle"] = {"field": "angle", "type": "quantitative", "scale": None}
    return {"data": {"values": rows}, "mark": {"type": "point", "strokeWidth": 1.5, **mark}, "encoding": encoding}
