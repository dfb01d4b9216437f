"""Colours and letters of every picture: those of the pages, in light and dark; told apart also by the colour-blind.

The series are the palette of Okabe and Ito (2008), darkened (or on a dark page lightened) until text in them has a contrast of 4.5 to the
paper, as WCAG 2.2 asks (1.4.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

SERIF: Final = "Georgia, 'Source Serif 4', 'Liberation Serif', 'DejaVu Serif', serif"
SANS: Final = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a picture. `faint` is for bands and grids, `rule` for lines; `land` for the map."""

    paper: str
    ink: str
    quiet: str
    rule: str
    faint: str
    land: str
    accent: str
    series: tuple[str, ...]


LIGHT: Final = Inks(
    paper="#fffdf8", ink="#1d1d1b", quiet="#6d6a63", rule="#d2ccbd", faint="#f3eee1", land="#e4decf", accent="#b3261e",
    series=("#0b5a9e", "#b0440b", "#00704f", "#97407a", "#7d5d00", "#3a6f7d"),
)  # fmt: skip
DARK: Final = Inks(
    paper="#171614", ink="#ece8df", quiet="#a39e92", rule="#45423c", faint="#23211e", land="#35332d", accent="#ff8a80",
    series=("#8ec1f5", "#ffa36e", "#63d0a9", "#eca3d0", "#e6c266", "#8fcbd8"),
)  # fmt: skip


def inks(*, dark: bool) -> Inks:
    """The colours for a light or a dark page."""
    return DARK if dark else LIGHT


def config(colours: Inks) -> dict[str, Any]:
    """The `config` of every spec: quiet axes, no frame, no marks for screen readers (the picture has one text of its own)."""
    return {
        "aria": False,
        "background": colours.paper,
        "font": SANS,
        "view": {"stroke": None},
        "text": {"font": SANS, "fontSize": 12, "color": colours.ink, "baseline": "middle", "align": "left"},
        "rule": {"color": colours.rule},
        "point": {"filled": True, "opacity": 1},
        "axis": {
            "labelFont": SANS, "labelFontSize": 11, "labelColor": colours.quiet, "labelPadding": 5, "title": None, "domain": False,
            "tickColor": colours.rule, "gridColor": colours.rule, "gridWidth": 0.6, "ticks": False, "labelFlush": False,
        },
        "legend": {"disable": True},
    }  # fmt: skip
