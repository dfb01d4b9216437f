"""Where accounts differ on one field: each claimant's value, numbers on a line, all else under its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.views.charts import accounts
from onrecord.views.charts.accounts import Saying, Unit, colour_of
from onrecord.views.charts.bounds import key
from onrecord.views.charts.frame import Axis, Layer, Plot, Row, Words, card, field_width, framed, lines, texts
from onrecord.views.charts.material import headline, many, source_line
from onrecord.views.charts.measure import balanced, clipped, width_of, wrapped
from onrecord.views.charts.picture import Look, Picture, Table
from onrecord.views.charts.strokes import Strokes, points
from onrecord.views.charts.theme import inks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.views.charts.material import Material

KIND: Final = "disagreements"
SAYS: Final = "each claimant's value of one field, on one line"
MOST: Final = 40  # claimants drawn
_NARROW: Final = 560
_ROW, _TALL, _MORE, _STACKED = 27, 36, 24, 44


def draw(material: Material, look: Look, field: str | None = None) -> Picture:
    """The picture of one field of a story. Raises SettingsError for a field that it does not have."""
    story = material.first()
    found = accounts.chosen(story, field)
    if found is None:
        table = Table("What the accounts say", _COLUMNS)
        why = "None of these reports gives a value that could be set beside another's. Give reports of one happening."
        return card(KIND, look, Words("There is nothing to compare", headline(story), why), table)
    every = accounts.sayings(story, *found)
    unit = accounts.unit_of([c for one in every for c in one.claims])
    table = _table(every, accounts.asked(*found), unit)
    shown = every[:MOST]
    title, alt = _title(every, accounts.asked(*found), unit), _alt(every, accounts.asked(*found), unit)
    left_out = f" In the table alone: {many(len(every) - len(shown), 'value')}." if len(every) > len(shown) else ""
    note = f"{source_line(story)}{left_out} Nothing here says who is right."
    if any(one.marks for one in every):
        words = Words(
            title, f"{headline(story, 80)}. {_in(unit)}{key(one.marks for one in shown)} {_key(shown)}", note, alt
        )
        return framed(KIND, look, words, _numbers(shown, unit, look), table, len(shown))
    words = Words(title, f"{headline(story, 80)}. Each answer with those who give it. {_key(shown)}", note, alt)
    return framed(KIND, look, words, _answers(shown, look), table, len(shown))


_COLUMNS: Final = ("Who says it", "What", "Kind of voice", "Carried by", "First told", "In these words")


def _table(every: Sequence[Saying], question: str, unit: Unit) -> Table:
    rows = (
        (one.who, _with(one.said, unit), accounts.VOICES[one.voice], one.outlets, (one.reports[0].published or "")[:16].replace("T", " "), one.claims[0].words)
        for one in every
    )  # fmt: skip
    return Table(question, _COLUMNS, tuple(rows))


def _with(said: str, unit: Unit) -> str:
    return f"{said} {unit.name}" if unit.name and said[-1:].isdigit() else said


def _in(unit: Unit) -> str:
    return f"In {unit.name}. " if unit.name else ""


def _key(every: Sequence[Saying]) -> str:
    """How names are coloured, where more than one kind of voice is there."""
    names = {
        "named": "blue: named",
        "unnamed": "orange: unnamed",
        "other": "green: another outlet or a paper",
        "own": "grey: the report itself",
    }
    there = [words for voice, words in names.items() if any(one.voice == voice for one in every)]
    return f"Names in {'; '.join(there)}." if len(there) > 1 else ""


def _title(every: Sequence[Saying], question: str, unit: Unit) -> str:
    """One line that says what is seen."""
    told = [one for one in every if one.stance == "asserts"]
    values = list(dict.fromkeys(one.said for one in told))
    if not values:
        return f"{question}: nobody says"
    whole = f" {unit.name}" if unit.name else ""
    if len(values) == 1:
        return f"{question}: {'all say' if len(told) > 1 else 'told only as'} {values[0]}{whole}"
    ends = [end for one in told if one.marks for end in one.marks.ends]
    if ends and min(ends) != max(ends):
        counted = [o for o in told if o.marks and not o.marks.pale] or [o for o in told if o.marks]
        first, last = (
            min(counted, key=lambda o: o.low),
            max(counted, key=lambda o: max(o.marks.ends if o.marks else (0,))),
        )
        return f"{question}: from {first.said} to {last.said}{whole}, depending on who tells it"
    return f"{question}: {len(values)} answers"


def _alt(every: Sequence[Saying], question: str, unit: Unit) -> str:
    told = "; ".join(f"{one.who}: {_with(one.said, unit)}" for one in every[:8])
    more = f"; and {len(every) - 8} more" if len(every) > 8 else ""
    return f"{question}. {told}{more}."


# ------------------------------------------------------------------ numbers on a line


def _numbers(every: Sequence[Saying], unit: Unit, look: Look) -> Plot:
    colours, stacked = inks(dark=look.dark), look.width < _NARROW
    widest = max(width_of(one.who) for one in every)
    left = 0 if stacked else round(min(widest + 18, look.width * 0.42))
    carried = max(width_of(one.carried, 11) for one in every)
    right = 0 if stacked else round(min(carried + 12, look.width * 0.2))
    width = field_width(look, left, right)
    ends = [end for one in every if one.marks for end in one.marks.ends]
    axis = _axis(
        ends,
        width,
        open_up=any(o.marks and o.marks.up is not None for o in every),
        labels=max(width_of(o.said, 12, bold=True) for o in every),
    )
    tops, height = _tops(every, left, stacked=stacked)
    strokes = Strokes(axis, colours)
    names: list[Row] = []
    values: list[Row] = []
    blanks: list[Row] = []
    by: list[Row] = []
    bands: list[Row] = []
    for n, one in enumerate(every):
        top, row = tops[n]
        new = n == 0 or every[n - 1].who != one.who
        y = top + row - 14 if stacked else top + row / 2
        colour = colour_of(one.voice, colours)
        bands.append({"px": 0, "px2": width, "py": y, "py2": y})
        if stacked and new:
            who = f"{one.who} · {one.carried}" if len(one.reports) > 1 else one.who
            names.append({"px": 0, "py": y - 20, "text": clipped(who, width, 11.5), "colour": colour})
        if not stacked:
            who_lines = balanced(one.who, left - 14, 12, most=2) if new else []
            names += [
                {"px": -12, "py": y + (i - (len(who_lines) - 1) / 2) * 14, "text": t, "colour": colour}
                for i, t in enumerate(who_lines)
            ]
            if one.voice != "own" or len(one.reports) > 1:
                by.append({"px": width + 10, "py": y, "text": clipped(one.carried, right - 10, 11)})
        if one.marks is None:
            blanks.append(
                {"px": 2, "py": y, "text": one.said if one.stance == "blank" else f"{one.stance}: {one.said}"}
            )
            continue
        first, last = strokes.add(one.marks, y, colour, who=one.who, said=one.said)
        wide = width_of(one.said, 12, bold=True)
        fits = last + 6 + wide <= width
        values.append({"px": last + 4 if fits else first - 4 - wide, "py": y, "text": one.said})
    back = lines(bands, colour=colours.rule if stacked else colours.faint, width=0.6 if stacked else 1.5)
    layers: list[Layer] = [back, _ruler(axis, colours.faint if stacked else colours.rule, width)]
    layers += strokes.layers()
    layers += [
        texts(names, align="left" if stacked else "right", size=11.5 if stacked else 12),
        texts(values, weight="bold"),
    ]
    if blanks:
        layers.append(texts(blanks, colour=colours.quiet, fontStyle="italic"))
    if by:
        layers.append(texts(by, size=11, colour=colours.quiet))
    return Plot(tuple(layers), height, left, right, top=4, bottom=24)


def _tops(every: Sequence[Saying], left: float, *, stacked: bool) -> tuple[list[tuple[float, float]], int]:
    """Where each row begins and how high it is; the height of all. The first value of a claimant has room for his name."""
    tops: list[tuple[float, float]] = []
    y = 0.0
    for n, one in enumerate(every):
        if n and every[n - 1].who == one.who:
            row = _MORE
        elif stacked:
            row = _STACKED
        else:
            row = _TALL if width_of(one.who) > left - 14 else _ROW
        tops.append((y, row))
        y += row
    return tops, round(y)


def _axis(ends: Sequence[float], width: float, *, open_up: bool, labels: float) -> Axis:
    """An axis with all numbers and the room that labels need; from 0 where the least number is not far from it."""
    low, high = min(ends), max(ends)
    if 0 <= low <= 0.6 * high or low == high:
        low = min(0.0, low)
    if low == high:
        high = low + 1
    spare = min(labels + 16 + (28 if open_up else 0), width * 0.4)
    return Axis(low - (high - low) * (0.02 if low == 0 else 0.06), low + (high - low) * width / (width - spare), width)


def _ruler(axis: Axis, colour: str, width: float) -> Layer:
    return {
        "data": {"values": [{"value": axis.low}]},
        "mark": {"type": "point", "opacity": 0, "size": 0},
        "encoding": {
            "x": {
                "field": "value", "type": "quantitative", "scale": {"domain": [axis.low, axis.high], "nice": False, "zero": False},
                "axis": {"grid": True, "gridColor": colour, "tickCount": max(3, round(width / 80)), "labelExpr": "datum.value < 0 ? '' : datum.label", "labelOverlap": True},
            }
        },
    }  # fmt: skip


# ------------------------------------------------------------------ answers in words


def _answers(every: Sequence[Saying], look: Look) -> Plot:
    """Each answer as a heading, and under it those who give it."""
    colours = inks(dark=look.dark)
    width = field_width(look)
    groups: dict[tuple[str, str], list[Saying]] = {}
    for one in every:
        groups.setdefault((one.stance, one.said), []).append(one)
    order = {"asserts": 0, "denies": 1, "blank": 2}
    ranked = sorted(
        groups.items(), key=lambda pair: (order.get(pair[0][0], 3), -sum(len(o.reports) for o in pair[1]), pair[0][1])
    )
    heads: list[Row] = []
    names: list[Row] = []
    by: list[Row] = []
    dots: list[Row] = []
    rules: list[Row] = []
    y = 0.0
    for (stance, said), those in ranked:
        shown = {"denies": f"denied: {said}", "blank": f"{said}"}.get(stance, said)
        rules.append({"px": 0, "px2": width, "py": y, "py2": y})
        for line in wrapped(shown, width, 14, most=2, bold=True):
            heads.append(
                {"px": 0, "py": y + 17, "text": line, "colour": colours.ink if stance == "asserts" else colours.quiet}
            )
            y += 19
        y += 8
        for one in those:
            colour = colour_of(one.voice, colours)
            dots.append(
                {
                    "px": 6,
                    "py": y + 11,
                    "colour": colour,
                    "inside": colour if stance == "asserts" else colours.paper,
                    "size": 60,
                    "who": one.who,
                    "said": said,
                }
            )
            carried = clipped(one.carried if one.voice != "own" or len(one.reports) > 1 else "", width * 0.4, 11)
            who = clipped(one.who, width - 30 - width_of(carried, 11))
            names.append({"px": 20, "py": y + 11, "text": who, "colour": colour})
            by.append({"px": 28 + width_of(who), "py": y + 11.5, "text": carried})
            y += 20
        y += 8
    layers = (
        lines(rules, colour=colours.rule),
        texts(heads, size=14, weight="bold"),
        points(dots, strokeWidth=1.6),
        texts(names),
        texts(by, size=11, colour=colours.quiet),
    )
    return Plot(layers, round(y), top=2)
