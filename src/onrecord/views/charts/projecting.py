"""Degrees -> px, as d3 does it, so that a label's place is known before the map is drawn: Equal Earth for the world, for a part of it the
equal-area view from above its middle. Areas are true in both.

Equal Earth: Šavrič, Patterson and Jenny (2018), doi:10.1080/13658816.2018.1504949. Lambert's azimuthal projection: Snyder (1987), Map
Projections: A Working Manual, USGS Professional Paper 1395, equations 24-2 to 24-4.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, pi, radians, sin, sqrt
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]
"""Longitude, latitude in degrees."""

_A: Final = (1.340264, -0.081106, 0.000893, 0.003796)
_TOP, _BOTTOM = 82.0, -56.0  # of the world map: the ice beyond is left out
_SEAM: Final = (
    11.0  # the world's middle: so the cut runs through the Bering Strait, and no land but Antarctica's is in two
)
_LEAST: Final = radians(22)  # a part of the world is at least this wide
_WORLD: Final = (110.0, 75.0)  # degrees of longitude and latitude beyond which the whole world is shown
_AIR: Final = 1.35  # times the stretch of the points


@dataclass(frozen=True, slots=True)
class Projection:
    """A map of `width` x `height` px, seen from above `centre`; `part` of the world, or the whole."""

    part: bool
    centre: Point
    scale: float
    x: float
    y: float
    width: float
    height: float

    def at(self, point: Point) -> Point:
        """The place of a point in px; it may lie outside the map."""
        x, y = (
            _above(point, self.centre)
            if self.part
            else _equal_earth(_turned(point[0], self.centre[0]), radians(point[1]))
        )
        return round(self.x + self.scale * x, 2), round(self.y - self.scale * y, 2)

    @property
    def spec(self) -> dict[str, Any]:
        """The same for Vega-Lite."""
        return {
            "type": "azimuthalEqualArea" if self.part else "equalEarth", "rotate": [-self.centre[0], -self.centre[1] if self.part else 0, 0],
            "center": [0, 0], "scale": self.scale, "translate": [self.x, self.y], "clipExtent": [[0, 0], [self.width, self.height]],
        }  # fmt: skip


def fitted(points: Sequence[Point], width: float) -> Projection:
    """A map of this width on which all points are: of the part of the world where they lie, or of the world."""
    middle, span = _across(points)
    lats = [lat for _, lat in points] or [0.0]
    if not points or span > _WORLD[0] or max(lats) - min(lats) > _WORLD[1]:
        return _world(width, min([_BOTTOM, *(lat - 9 for lat in lats)]), max([_TOP, *(lat + 4 for lat in lats)]))
    centre = round(middle, 2), round((max(lats) + min(lats)) / 2, 2)
    spots = [_above(point, centre) for point in points]
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    low, high = min(y for _, y in spots), max(y for _, y in spots)
    wide, tall = max((right - left) * _AIR, _LEAST), max((high - low) * _AIR, _LEAST * 0.6)
    height = round(width * min(max(tall / wide, 0.52), 0.82))
    scale = min(width / wide, height / tall)
    x, y = width / 2 - scale * (left + right) / 2, height / 2 + scale * (low + high) / 2
    return Projection(
        part=True, centre=centre, scale=round(scale, 3), x=round(x, 2), y=round(y, 2), width=width, height=height
    )


def _world(width: float, south: float, north: float) -> Projection:
    scale = width / (2 * _equal_earth(pi, 0)[0])
    top, bottom = _equal_earth(0, radians(min(north, 90)))[1], _equal_earth(0, radians(max(south, -90)))[1]
    return Projection(
        part=False, centre=(_SEAM, 0.0), scale=round(scale, 3), x=width / 2, y=round(scale * top, 2), width=width, height=round(scale * (top - bottom))
    )  # fmt: skip


def _across(points: Sequence[Point]) -> tuple[float, float]:
    """The middle and the width of the shortest stretch of longitudes that holds all points, also over the date line."""
    lons = sorted({(lon + 360) % 360 for lon, _ in points})
    if not lons:
        return 0.0, 360.0
    gap, begin = max((b - a, b) for a, b in zip(lons, [*lons[1:], lons[0] + 360], strict=True))
    span = 360 - gap
    return (begin + span / 2 + 540) % 360 - 180, span


def _turned(lon: float, centre: float) -> float:
    """Radians from the middle, -π to π."""
    return radians((lon - centre + 540) % 360 - 180)


def _above(point: Point, centre: Point) -> Point:
    lon, lat, middle = _turned(point[0], centre[0]), radians(point[1]), radians(centre[1])
    away = sin(middle) * sin(lat) + cos(middle) * cos(lat) * cos(lon)
    k = sqrt(2 / max(1 + away, 1e-9))
    return k * cos(lat) * sin(lon), k * (cos(middle) * sin(lat) - sin(middle) * cos(lat) * cos(lon))


def _equal_earth(lon: float, lat: float) -> Point:
    m = sqrt(3) / 2
    leaning = asin(m * sin(lat))
    two = leaning * leaning
    six = two * two * two
    x = lon * cos(leaning) / (m * (_A[0] + 3 * _A[1] * two + six * (7 * _A[2] + 9 * _A[3] * two)))
    return x, leaning * (_A[0] + _A[1] * two + six * (_A[2] + _A[3] * two))
