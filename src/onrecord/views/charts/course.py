"""A number's course: what each claimant said of it, at the time at which a report told it, with its bound."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onrecord.views.charts import accounts
from onrecord.views.charts.accounts import OWN, Speaker, Unit, speakers
from onrecord.views.charts.bounds import Marks, key, tamed
from onrecord.views.charts.frame import Axis, Layer, Plot, Row, Words, card, field_width, framed, lines, texts
from onrecord.views.charts.material import called, headline, many, source_line
from onrecord.views.charts.measure import width_of, wrapped
from onrecord.views.charts.picture import Look, Picture, Table
from onrecord.views.charts.placing import apart
from onrecord.views.charts.strokes import Strokes
from onrecord.views.charts.theme import inks
from onrecord.views.charts.times import clock, day, moment, ruler, time_axis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.values.story import Claim, Story
    from onrecord.views.charts.material import Material
    from onrecord.views.charts.theme import Inks

KIND: Final = "course"
SAYS: Final = "a number over time, for each claimant"
_COLUMNS: Final = ("Told", "Who says it", "What", "Outlet", "In these words")
_LINES: Final = 6  # claimants with a colour and a label of their own
_JOINED: Final = "\u00a0"  # a number stays on the line of its bound
_NARROW: Final = 560
_HEIGHT, _LOW = 300, 250


@dataclass(frozen=True, slots=True)
class Told:
    """A number as it was told once. `t`: milliseconds; `who`: the claimant, equal over time; `times`: how many reports tell it so;
    `hour`: whether more than the day is known."""

    t: float
    who: str
    said: str
    marks: Marks
    times: int
    hour: bool = True


def draw(material: Material, look: Look, field: str | None = None) -> Picture:
    """The course of one field. Raises SettingsError for a field that is no number of the story."""
    story = material.first()
    found = accounts.chosen(story, field, numbers=True)
    every, undated, unit, table = _told(story, found)
    if found is None or not every:
        why = (
            f"None of the {undated} reports with a number says when it was published: give --published, or dates in the input."
            if undated
            else "No report of this story gives a number of killed, injured, missing, detained, displaced or taking part, or a duration."
        )
        return card(KIND, look, Words("There is no number to follow", headline(story), why), table)
    question = accounts.asked(*found)
    note = source_line(story) + (f" Not drawn, without a date: {many(undated, 'report')}." if undated else "")
    whole = f" In {unit.name}." if unit.name else ""
    subtitle = (
        f"{headline(story, 80)}. Each number when a report told it (UTC).{whole} {key(one.marks for one in every)}"
    )
    return framed(
        KIND,
        look,
        Words(_title(every, question, unit), subtitle, note, _alt(every, question)),
        _plot(every, look),
        table,
        len(every),
    )


def _told(story: Story, found: tuple[str, str | None] | None) -> tuple[list[Told], int, Unit, Table]:
    """The numbers in the order in which they were told, how many reports have no date, the unit, and the table."""
    reports = {one.key: replace(one, outlet=called(one)) for one in story.reports}
    claims = [one for one in story.claims if found == (one.field, one.of) and one.report in reports]
    unit, names = accounts.unit_of(claims), speakers(claims, reports)
    groups: dict[tuple[float, str, str], list[Claim]] = {}
    rows, undated = [], set()
    for one in sorted(claims, key=lambda c: (reports[c.report].published or "9", c.report, c.start)):
        report, at = reports[one.report], moment(reports[one.report].published)
        marks = accounts.number(one, unit)
        if marks is None or not marks.ends:
            continue
        rows.append(
            (
                clock(report.published),
                names[one.id].who,
                accounts.said(one, unit),
                called(report),
                one.words,
            )
        )
        if at is None:
            undated.add(one.report)
        else:
            groups.setdefault((at, _who(names[one.id]), accounts.said(one, unit)), []).append(one)
    made = [
        Told(
            at,
            who,
            said,
            accounts.number(every[0], unit) or Marks(),
            len({c.report for c in every}),
            any(len(reports[c.report].published or "") > 10 for c in every),
        )
        for (at, who, said), every in sorted(groups.items(), key=lambda pair: pair[0])
    ]
    caption = (accounts.asked(*found) if found else "Numbers over time") + (f", in {unit.name}" if unit.name else "")
    calm = tamed([one.marks for one in made])
    made = [replace(one, marks=marks) for one, marks in zip(made, calm, strict=True)]
    return made, len(undated), unit, Table(caption, _COLUMNS, tuple(rows))


def _who(speaker: Speaker) -> str:
    """The claimant as one over time; reports that say it themselves are one voice."""
    if speaker.voice == "own":
        return OWN
    return f"{speaker.name} (unnamed)" if speaker.voice == "unnamed" else speaker.name


def _title(every: Sequence[Told], question: str, unit: Unit) -> str:
    whole = f" {unit.name}" if unit.name else ""
    first, last = every[0], every[-1]
    values = {one.said for one in every}
    if len(values) == 1:
        return f"{question}: told as {first.said}{whole} throughout"
    if day(first.t) == day(last.t):
        low, high = min(every, key=lambda o: min(o.marks.ends)), max(every, key=lambda o: max(o.marks.ends))
        return f"{question}: told as {low.said} to {high.said}{whole} on {day(first.t)}"
    same = day(first.t).split()[2] == day(last.t).split()[2]
    began = " ".join(day(first.t).split()[: 2 if same else 3])
    if first.said == last.said:
        return f"{question}: {first.said}{whole} on {began} and again on {day(last.t)}, other figures between"
    return f"{question}: told as {first.said} on {began}, as {last.said}{whole} on {day(last.t)}"


def _alt(every: Sequence[Told], question: str) -> str:
    told = "; ".join(f"{day(one.t)}, {one.who}: {one.said}" for one in every[:8])
    return f"{question}, over time. {told}{f'; and {len(every) - 8} more' if len(every) > 8 else ''}."


# ------------------------------------------------------------------ the plot


def _plot(every: Sequence[Told], look: Look) -> Plot:
    colours, narrow = inks(dark=look.dark), look.width < _NARROW
    lead = _leading(every)
    right = (
        round(min(look.width * 0.34, max((width_of(_named(w, every), 11.5) for w in lead), default=0) + 26))
        if lead
        else 12
    )
    right = min(right, 118) if narrow else right
    ends = [end for one in every for end in one.marks.ends]
    left = round(width_of(f"{max(ends):,.0f}", 11) + 14)
    width, height = field_width(look, left, right), _LOW if narrow else _HEIGHT
    x = time_axis((one.t for one in every), width, hours=any(one.hour for one in every))
    y = _upright(every, height)
    colour = {
        who: colours.quiet if who == OWN else colours.series[n % len(colours.series)] for n, who in enumerate(lead)
    }
    strokes = Strokes(y, colours, standing=True, arrow=22)
    for one in every:
        strokes.add(
            one.marks,
            x.at(one.t),
            colour.get(one.who, colours.quiet),
            size=min(240, 60 + 26 * (one.times - 1)),
            t=one.t,
            who=one.who,
            said=one.said,
            reports=one.times,
        )
    layers = [
        _grid(y, colours),
        ruler(x, colours.rule, grid=False),
        *_steps(every, lead, colour, x, y),
        *strokes.layers(),
    ]
    layers += _labels(every, lead, colour, x, y, width, height, right)
    return Plot(tuple(layers), height, left, right, top=6, bottom=26)


def _leading(every: Sequence[Told]) -> list[str]:
    """The claimants with a colour of their own: those who say most, in the order of their last number."""
    counts: dict[str, int] = {}
    for one in every:
        counts[one.who] = counts.get(one.who, 0) + one.times
    most = sorted((who for who in counts if who != OWN), key=lambda who: (-counts[who], who))[:_LINES]
    return [*most, *([OWN] if OWN in counts else [])]


def _named(who: str, every: Sequence[Told]) -> str:
    last = [one for one in every if one.who == who][-1].said
    return f"{who}: {last.replace(' ', _JOINED)}"


def _upright(every: Sequence[Told], height: float) -> Axis:
    ends = [end for one in every for end in one.marks.ends]
    low, high = min(ends), max(ends)
    low = min(0.0, low) if low <= 0.6 * high or low == high else low - (high - low) * 0.15
    high = high if high > low else low + 1
    up = max((one.marks.ends[-1] for one in every if one.marks.up is not None), default=low)
    spare = (high - low) * 0.06 + max(0.0, up + (high - low) * 24 / height - high)
    return Axis(low, high + spare, height, downward=True)


def _grid(y: Axis, colours: Inks) -> Layer:
    axis = {
        "grid": True,
        "gridColor": colours.rule,
        "tickCount": 5,
        "orient": "left",
        "format": ",~r" if y.high < 10 else ",.0f",
    }
    return {
        "data": {"values": [{"value": y.low}]},
        "mark": {"type": "point", "opacity": 0, "size": 0},
        "encoding": {"y": {"field": "value", "type": "quantitative", "scale": {"domain": [y.low, y.high], "nice": False, "zero": False}, "axis": axis}},
    }  # fmt: skip


def _steps(every: Sequence[Told], lead: Sequence[str], colour: dict[str, str], x: Axis, y: Axis) -> list[Layer]:
    """For each claimant a line that keeps a number until the next one: nothing is told of the time between."""
    rows: list[Row] = []
    for who in lead:
        if who == OWN:
            continue
        for one, two in pairwise([one for one in every if one.who == who]):
            if one.marks.dot is None or two.marks.dot is None:  # between a range and a figure there is no line to draw
                continue
            a, b = y.at(one.marks.dot), y.at(two.marks.dot)
            rows.append({"px": x.at(one.t), "py": a, "px2": x.at(two.t), "py2": a, "colour": colour[who]})
            if a != b:
                rows.append({"px": x.at(two.t), "py": a, "px2": x.at(two.t), "py2": b, "colour": colour[who]})
    return [lines(rows, width=1.4, opacity=0.7)] if rows else []


def _labels(
    every: Sequence[Told],
    lead: Sequence[str],
    colour: dict[str, str],
    x: Axis,
    y: Axis,
    width: float,
    height: float,
    right: float,
) -> list[Layer]:
    """Each claimant's name and last number at the right, a fine line leading to its last mark."""
    if not lead:
        return []
    named = [wrapped(_named(who, every), right - 20, 11.5, most=3) for who in lead]
    last = [[one for one in every if one.who == who][-1] for who in lead]
    places = apart([y.at(one.marks.centre) for one in last], [len(text) * 13.5 + 4 for text in named], 0, height)
    rows: list[Row] = []
    leads: list[Row] = []
    for who, text, one, to in zip(lead, named, last, places, strict=True):
        ink = colour[who]
        rows += [
            {"px": width + 18, "py": to + (n - (len(text) - 1) / 2) * 13.5, "text": t, "colour": ink}
            for n, t in enumerate(text)
        ]
        start = x.at(one.t) + 8
        leads.append(
            {
                "px": start,
                "py": y.at(one.marks.centre),
                "px2": max(width, start),
                "py2": y.at(one.marks.centre),
                "colour": ink,
            }
        )
        leads.append(
            {"px": max(width, start), "py": y.at(one.marks.centre), "px2": width + 14, "py2": to, "colour": ink}
        )
    return [lines(leads, width=0.7, opacity=0.6), texts(rows, size=11.5)]
