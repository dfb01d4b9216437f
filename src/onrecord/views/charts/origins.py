"""Which reports are one text: for each origin the report that stands for it and its copies, in the order in which they appeared.

A line says that two reports have their text in common, no more: not who took it from whom.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.views.charts.frame import Layer, Plot, Row, Words, card, field_width, framed, haloed, lines, texts
from onrecord.views.charts.material import called, headline, many, source_line
from onrecord.views.charts.measure import clipped, width_of
from onrecord.views.charts.picture import Look, Picture, Table
from onrecord.views.charts.strokes import points
from onrecord.views.charts.theme import inks
from onrecord.views.charts.times import clock, moment, ruler, time_axis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.values.story import Report, Story
    from onrecord.views.charts.material import Material
    from onrecord.views.charts.theme import Inks

KIND: Final = "origins"
SAYS: Final = "which reports are one text, and when each appeared"
MOST: Final = 60  # reports drawn
_COLUMNS: Final = ("Outlet", "Published", "Headline", "Has the text of", "Credits", "Claims that came through others")
_NARROW: Final = 560
_ROW, _STACKED, _GAP = 22, 36, 12


@dataclass(frozen=True, slots=True)
class Family:
    """The reports of one text: the one that stands for it first, then its copies by time."""

    head: Report
    copies: tuple[Report, ...]


def draw(material: Material, look: Look, field: str | None = None) -> Picture:
    """The picture of one story's origins."""
    story = material.first()
    table = _table(story)
    if not story.reports:
        return card(
            KIND,
            look,
            Words("There are no reports", "", "Give reports of one happening, or a story of a ledger."),
            table,
        )
    every = families(story)
    shown, left_out = _shown(every)
    drawn = sum(1 + len(one.copies) for one in shown)
    note = (
        source_line(story)
        + (f" In the table alone: {many(left_out, 'report')}." if left_out else "")
        + " Texts in common are found by their wording."
    )
    subtitle = f"{headline(story, 80)}. Full: the longest version of a text. Ring: another report with that text; the line says what they share, not who copied."
    words = Words(_title(story), subtitle, note, _alt(story, every))
    return framed(KIND, look, words, _plot(story, shown, look), table, drawn)


def families(story: Story) -> list[Family]:
    """The origins of a story, those with most copies first."""
    held: dict[str, list[Report]] = {}
    for one in story.reports:
        held.setdefault(one.origin, []).append(one)
    made = []
    for origin, reports in held.items():
        ordered = sorted(reports, key=lambda one: (one.published or "9", one.key))
        head = next((one for one in ordered if one.key == origin), ordered[0])
        made.append(Family(head, tuple(one for one in ordered if one is not head)))
    return sorted(made, key=lambda one: (-len(one.copies), one.head.published or "9", one.head.key))


def _shown(every: Sequence[Family]) -> tuple[list[Family], int]:
    """As many families as there is room for; of a very large one its first copies."""
    shown: list[Family] = []
    room, total = MOST, sum(1 + len(one.copies) for one in every)
    for one in every:
        if room < 1:
            break
        shown.append(Family(one.head, one.copies[: room - 1]))
        room -= 1 + len(shown[-1].copies)
    return shown, total - (MOST - room)


def _title(story: Story) -> str:
    reports, origins = len(story.reports), story.origins
    if reports == 1:
        return "One report tells this story"
    if origins == reports:
        return f"{reports} reports, and each is a text of its own"
    return f"{reports} reports, but {'one independent text' if origins == 1 else f'{origins} independent texts'}"


def _alt(story: Story, every: Sequence[Family]) -> str:
    told = [
        f"{_outlet(one.head)}'s text stands also in {', '.join(_outlet(c) for c in one.copies[:5])}{' and others' if len(one.copies) > 5 else ''}"
        for one in every
        if one.copies
    ]
    alone = sum(not one.copies for one in every)
    return f"{_title(story)}. {'; '.join(told[:5]) or 'No two reports share a text'}. {alone} stand{'s' if alone == 1 else ''} alone."


def _table(story: Story) -> Table:
    through: dict[str, list[str]] = {}
    for claim in story.claims:
        if claim.via:
            through.setdefault(claim.report, []).append(f"{claim.by_name or 'nobody named'} via {', '.join(claim.via)}")
    names = {one.key: _outlet(one) for one in story.reports}
    rows = (
        (
            _outlet(one), clock(one.published), one.headline or "", "" if one.key == one.origin else names.get(one.origin, one.origin), one.credit or "",
            "; ".join(dict.fromkeys(through.get(one.key, []))),
        )
        for family in families(story) for one in (family.head, *family.copies)
    )  # fmt: skip
    return Table("Reports and the texts that they share", _COLUMNS, tuple(rows))


def _outlet(one: Report) -> str:
    return called(one)


def _plot(story: Story, shown: Sequence[Family], look: Look) -> Plot:
    colours, stacked = inks(dark=look.dark), look.width < _NARROW
    drawn = [one for family in shown for one in (family.head, *family.copies)]
    dated = [at for one in drawn if (at := moment(one.published)) is not None]
    waiting = 54 if len(dated) < len(drawn) else 0  # the strip of those without a date
    left = 4 if stacked else round(min(max(width_of(_outlet(one), bold=True) for one in drawn) + 30, look.width * 0.34))
    told = max((width_of(_told(one, short=stacked), 11) for one in drawn), default=0)
    right = round(min(told + 16, look.width * 0.24))
    width = field_width(look, left, right)
    axis = time_axis(dated, width - waiting, hours=any(len(one.published or "") > 10 for one in drawn))
    row = _STACKED if stacked else _ROW
    y = 0.0
    names: list[Row] = []
    notes: list[Row] = []
    dots: list[Row] = []
    ties: list[Row] = []
    bands: list[Row] = []
    for n, family in enumerate(shown):
        first = y
        colour = colours.series[n % len(colours.series)] if family.copies else colours.quiet
        spots = []
        for one in (family.head, *family.copies):
            head = one is family.head
            at = moment(one.published)
            px = waiting + axis.at(at) if at is not None else 22.0
            py = y + row / 2 + (8 if stacked else 0)
            spots.append((px, py))
            dots.append(
                {
                    "px": px,
                    "py": py,
                    "colour": colour,
                    "inside": colour if head else colours.paper,
                    "size": 90 if head else 64,
                    "outlet": _outlet(one),
                    "published": one.published,
                }
            )
            _name(one, head=head, stacked=stacked, width=width, left=left, y=y, py=py, colour=colour, into=names)
            _beside(_told(one, short=stacked), px, py, width + right, into=notes)
            y += row
        trunk, top = spots[0]
        tied = [
            (px, py) for px, py in spots[1:] if px >= waiting or trunk < waiting
        ]  # one without a date is at no place in time
        ties += [{"px": trunk, "py": top, "px2": trunk, "py2": py, "colour": colour} for _, py in tied[-1:]]
        ties += [{"px": trunk, "py": py, "px2": px, "py2": py, "colour": colour} for px, py in tied]
        if family.copies:
            bands.append(
                {"px": -left, "px2": width + right, "py": (first + y) / 2, "py2": (first + y) / 2, "tall": y - first}
            )
        y += _GAP if family.copies or (n + 1 < len(shown) and shown[n + 1].copies) else 0
    height = round(y)
    layers: list[Layer] = [_band(one, colours.faint) for one in bands]
    if dated:
        layers.append(_shifted(ruler(axis, colours.rule), axis.low, axis.high, width, waiting))
    if waiting:
        layers.append(
            texts([{"px": 22, "py": height + 12, "text": "no date"}], size=11, colour=colours.quiet, align="center")
        )
    layers += [lines(ties, width=1.5, opacity=0.8)] if ties else []
    layers += [points(dots, strokeWidth=2), *(_on_bands(names, bands, colours) if stacked else [texts(names)])]
    layers += [texts(notes, size=11, colour=colours.quiet)] if notes else []
    return Plot(tuple(layers), height, left, right, top=2, bottom=24)


def _name(
    one: Report,
    *,
    head: bool,
    stacked: bool,
    width: float,
    left: float,
    y: float,
    py: float,
    colour: str,
    into: list[Row],
) -> None:
    """The outlet's name: that of a copy is set in."""
    x = 0.0 if stacked else -left + 4
    x += 0 if head else 16
    room = width - 20 if stacked else left - 14 - (0 if head else 16)
    into.append(
        {
            "px": x,
            "py": y + 10 if stacked else py,
            "text": clipped(
                f"{_outlet(one)}, credits {one.credit}" if stacked and one.credit else _outlet(one), room, 12.4
            ),
            "colour": colour,
        }
    )


def _beside(told: str, px: float, py: float, end: float, into: list[Row]) -> None:
    """The hour, the agency that it credits, its version: where there is room beside the dot."""
    if told:
        wide = width_of(told, 11)
        into.append({"px": px + 10 if px + 10 + wide <= end else px - 10 - wide, "py": py, "text": told})


def _told(one: Report, *, short: bool) -> str:
    if short:
        return (one.published or "")[11:16]
    parts = (
        (one.published or "")[11:16],
        f"credits {one.credit}" if one.credit else "",
        f"version {one.version}" if one.version > 1 else "",
    )
    return clipped(", ".join(filter(None, parts)), 150, 11)


def _on_bands(names: Sequence[Row], bands: Sequence[Row], colours: Inks) -> list[Layer]:
    """The names with a rim in the colour of what they stand on."""
    inside = [one for one in names if any(abs(one["py"] - b["py"]) < b["tall"] / 2 for b in bands)]
    outside = [one for one in names if one not in inside]
    return [
        layer
        for rows, ground in ((inside, colours.faint), (outside, colours.paper))
        if rows
        for layer in haloed(rows, ground)
    ]


def _band(row: Row, colour: str) -> Layer:
    return lines([row], colour=colour, width=row["tall"])


def _shifted(layer: Layer, low: float, high: float, width: float, waiting: float) -> Layer:
    """The axis, to the right of the strip of those without a date."""
    if waiting:
        layer["encoding"]["x"]["scale"]["domain"] = [low - (high - low) * waiting / (width - waiting), high]
        layer["encoding"]["x"]["axis"]["labelExpr"] = (
            f"datum.value < {low} ? '' : ({layer['encoding']['x']['axis']['labelExpr']})"
        )
    return layer
