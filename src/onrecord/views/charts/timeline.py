"""Events and meetings over time, by story: a chronicle where there are few, strips of dots where there are many."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from onrecord.views.charts.frame import Axis, Layer, Plot, Row, Words, card, field_width, framed, haloed, lines, texts
from onrecord.views.charts.happenings import FRIENDLY, TALKS, WORDS_AGAINST, Together, happenings, together
from onrecord.views.charts.material import LONE, headline, many, source_of
from onrecord.views.charts.measure import clipped, width_of
from onrecord.views.charts.picture import Look, Picture, Table
from onrecord.views.charts.strokes import points
from onrecord.views.charts.theme import inks
from onrecord.views.charts.times import days, ruler, time_axis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.views.charts.material import Material
    from onrecord.views.charts.theme import Inks

KIND: Final = "timeline"
SAYS: Final = "events and meetings over time, by story"
CHRONICLE: Final = 40  # events that have a line of their own
STRIPS: Final = 30
_COLUMNS: Final = ("Story", "When", "What", "Who and where", "Status", "Told by")
_NARROW: Final = 560
_ROW, _HEAD, _TALLEST = 24, 34, 64

Group = tuple[str, list[Together]]


def draw(material: Material, look: Look, field: str | None = None) -> Picture:
    """The timeline of all stories of the material."""
    groups: list[Group] = []
    undated = 0
    for story, records in material.by_story():
        every = happenings(records)
        undated += sum(one.first is None for one in every)
        if found := together(every):
            groups.append((headline(story) if story.id != LONE or story.reports else "", found))
    groups.sort(key=lambda one: (one[1][0].best.first or 0, one[0]))
    table = Table(
        "Dated events, by story", _COLUMNS, tuple(row for head, those in groups for row in _rows(head, those))
    )
    if not groups:
        why = (
            "No event of these reports has a date that could be read. Give --published, so that “on Tuesday” has a day."
            if undated
            else "These reports tell no event."
        )
        return card(KIND, look, Words("Nothing here has a date", "", why), table)
    total = sum(len(those) for _, those in groups)
    left_out = f" Not drawn, without a date in the text: {many(undated, 'telling')} of events." if undated else ""
    colours = inks(dark=look.dark)
    key = _key([one for _, those in groups for one in those])
    if total <= CHRONICLE:
        plot, shown, note = _chronicle(groups, look, colours), total, f"{source_of(material)}{left_out}"
        subtitle = f"What the reports date, in the order of its days. {key}"
    else:
        kept = groups if len(groups) > 1 else _by_name(groups[0][1])
        kept = sorted(sorted(kept, key=lambda g: -len(g[1]))[:STRIPS], key=lambda g: g[1][0].best.first or 0)
        plot, shown = _strips(kept, look, colours), sum(len(those) for _, those in kept)
        more = f" {total - shown:,} more stand in the table." if total > shown else ""
        note, subtitle = (
            f"{source_of(material)}{more}{left_out}",
            f"A dot for each event, by {'story' if len(groups) > 1 else 'kind'}. {key}",
        )
    return framed(KIND, look, Words(_title(groups, total), subtitle, note, _alt(groups, total)), plot, table, shown)


def _rows(head: str, those: Sequence[Together]) -> list[tuple[str, ...]]:
    return [
        (head, one.best.dated, one.best.name, one.best.told, one.best.said or "happened", ", ".join(one.outlets))
        for one in those
    ]


def _key(every: Sequence[Together]) -> str:
    """What the colours and rings say that are there."""
    said = {0: "blue: talks", 2: "green: agreement and help", 4: "ochre: words against", 1: "orange: acts against"}
    there = [words for n, words in said.items() if any(_series(one.best.type) == n for one in every)]
    if any(one.best.status != "happened" for one in every):
        there.append("ring: planned, possible, demanded or denied")
    told = "; ".join(there)
    return f"{told[:1].upper()}{told[1:]}."


def _title(groups: Sequence[Group], total: int) -> str:
    low, high = _ends(groups)
    kinds = Counter(one.best.name for _, those in groups for one in those)
    meetings = sum(one.best.type in TALKS for _, those in groups for one in those)
    told = f"{total:,} {'event' if total == 1 else 'events'}"
    if len(groups) > 1:
        told += f" in {len(groups):,} stories"
    if total == 1:
        return f"{next(iter(kinds))}, {days(low, high)}"
    with_talks = (
        f", {meetings:,} of them talks" if meetings and meetings < total else ", all of them talks" if meetings else ""
    )
    return f"{told}, {days(low, high)}{with_talks}"


def _ends(groups: Sequence[Group]) -> tuple[float, float]:
    firsts = [one.best.first or 0 for _, those in groups for one in those]
    lasts = [(one.best.last or 1) - 1 for _, those in groups for one in those]
    return min(firsts), max(*firsts, *lasts)


def _alt(groups: Sequence[Group], total: int) -> str:
    first = [
        f"{one.best.dated}: {' '.join(filter(None, (one.best.said, one.best.name.lower() if one.best.said else one.best.name)))}, {one.best.told or one.best.words}"
        for _, those in groups
        for one in those
    ][:6]
    return f"{_title(groups, total)}. {'; '.join(first)}{'; and more' if total > 6 else ''}."


def colour_of(kind: str, colours: Inks) -> str:
    """The colour of a type of event: talks, friendly acts, words against, acts against."""
    return colours.series[_series(kind)]


def _series(kind: str) -> int:
    if kind in TALKS:
        return 0
    return 2 if kind in FRIENDLY else 4 if kind in WORDS_AGAINST else 1


# ------------------------------------------------------------------ few: a line for each


def _chronicle(groups: Sequence[Group], look: Look, colours: Inks) -> Plot:
    narrow = look.width < _NARROW
    left = 0 if narrow else round(max(width_of(one.best.dated, 11.5) for _, those in groups for one in those) + 16)
    width = field_width(look, left)
    low, high = _ends(groups)
    axis = time_axis((low, high), width if narrow else width * 0.46, hours=False)
    titled = len(groups) > 1
    row = 40 if narrow else _ROW
    y = 0.0
    heads: list[Row] = []
    dates: list[Row] = []
    names: list[Row] = []
    rest: list[Row] = []
    bars: list[Row] = []
    dots: list[Row] = []
    rules: list[Row] = []
    for head, those in groups:
        if titled:
            heads.append(
                {
                    "px": -left,
                    "py": y + 20,
                    "text": clipped(head or "Reports without a story", width + left, 13.5, bold=True),
                }
            )
            rules.append({"px": -left, "px2": width, "py": y + 6, "py2": y + 6})
            y += _HEAD
        for one in those:
            py = y + (row - 11 if narrow else row / 2)
            _mark(one, axis, py, colours, bars, dots)
            _told(
                one,
                axis,
                py=y + 9 if narrow else py,
                narrow=narrow,
                width=width,
                colours=colours,
                names=names,
                rest=rest,
            )
            if not narrow:
                dates.append({"px": -8, "py": py, "text": one.best.dated})
            y += row
        y += 4
    layers: list[Layer] = [_days(axis, colours, narrow=narrow)]
    layers += [lines(rules, colour=colours.rule)] if rules else []
    layers += [texts(heads, size=13.5, weight="bold")] if heads else []
    layers += [lines(bars, width=6, strokeCap="round", opacity=0.55)] if bars else []
    layers += [points(dots, strokeWidth=2)] if dots else []
    layers += [*haloed(names, colours.paper, weight="bold"), *haloed(rest, colours.paper)]
    layers += [texts(dates, size=11.5, colour=colours.quiet, align="right")] if dates else []
    return Plot(tuple(layers), round(y), left, top=2, bottom=26)


def _mark(one: Together, axis: Axis, py: float, colours: Inks, bars: list[Row], dots: list[Row]) -> None:
    """A dot on a day, a bar over days; a ring for what did not happen, or not yet."""
    best = one.best
    first, last = axis.at(best.first or 0), axis.at(max(best.first or 0, (best.last or 0) - 1))
    colour = colour_of(best.type, colours)
    told = {"what": best.name, "who": best.told, "when": best.dated, "status": best.status, "reports": one.reports}
    if last - first > 9:
        bars.append({"px": first, "px2": last, "py": py, "py2": py, "colour": colour, **told})
        return
    inside = colour if best.status == "happened" else colours.paper
    dots.append(
        {
            "px": (first + last) / 2,
            "py": py,
            "colour": colour,
            "inside": inside,
            "size": 44 if best.background else 92,
            **told,
        }
    )


def _told(
    one: Together,
    axis: Axis,
    *,
    py: float,
    narrow: bool,
    width: float,
    colours: Inks,
    names: list[Row],
    rest: list[Row],
) -> None:
    """The name of the event in its colour, and who, where and by how many: behind the mark, or before it where there is more room."""
    name = f"{one.best.name}, {one.best.said}" if one.best.said else one.best.name
    carried = f" · {one.reports} reports" if one.reports > 1 and not narrow else ""
    told = one.best.told or f"“{one.best.words}”"
    wide = width_of(name, 12, bold=True) + 7
    if narrow:
        at, told, room = 0.0, f"{one.best.dated}: {told}", width
    else:
        begin, end = axis.at(one.best.first or 0) - 12, axis.at(max(one.best.first or 0, (one.best.last or 0) - 1)) + 12
        whole = wide + width_of(told + carried)
        before = whole > width - end and begin > width - end
        at, room = (max(0.0, begin - whole), begin) if before else (end, width - end)
    names.append({"px": at, "py": py, "text": name, "colour": colour_of(one.best.type, colours)})
    rest.append(
        {
            "px": at + wide,
            "py": py,
            "text": clipped(told, room - wide - width_of(carried)) + carried,
            "colour": colours.ink,
        }
    )


def _days(axis: Axis, colours: Inks, *, narrow: bool) -> Layer:
    """The axis: its scale is as long as the axis, which may be shorter than the field."""
    layer = ruler(axis, colours.faint if narrow else colours.rule)
    layer["encoding"]["x"]["scale"]["range"] = [0, axis.length]
    return layer


# ------------------------------------------------------------------ many: a strip for each


def _by_name(those: Sequence[Together]) -> list[Group]:
    """The events of one story by what they are called."""
    groups: dict[str, list[Together]] = {}
    for one in those:
        groups.setdefault(one.best.name, []).append(one)
    return list(groups.items())


def _strips(groups: Sequence[Group], look: Look, colours: Inks) -> Plot:
    width = field_width(look)
    axis = time_axis(_ends(groups), width, hours=False)
    heads: list[Row] = []
    counts: list[Row] = []
    dots: list[Row] = []
    bars: list[Row] = []
    rules: list[Row] = []
    y = 0.0
    for head, those in groups:
        count = f"{len(those):,} {'event' if len(those) == 1 else 'events'}"
        name = clipped(head or "Reports without a story", width - width_of(count, 11) - 14, 12.5, bold=True)
        heads.append({"px": 0, "py": y + 14, "text": name})
        counts.append({"px": width, "py": y + 14, "text": count})
        lanes = _lanes(those, axis)
        step = min(9.0, _TALLEST / max(1, *lanes))
        base = y + 28 + step * max(lanes) + 4
        for one, lane in zip(those, lanes, strict=True):
            _mark(one, axis, base - 5 - lane * step, colours, bars, dots)
        rules.append({"px": 0, "px2": width, "py": base + 3, "py2": base + 3})
        y = base + 10
    small = [{**one, "size": 40} for one in dots]
    layers: list[Layer] = [ruler(axis, colours.faint), lines(rules, colour=colours.rule)]
    layers += [lines([{**one} for one in bars], width=4, strokeCap="round", opacity=0.45)] if bars else []
    layers += [points(small, strokeWidth=1.3)] if small else []
    layers += [
        *haloed(heads, colours.paper, size=12.5, weight="bold"),
        texts(counts, size=11, colour=colours.quiet, align="right"),
    ]
    return Plot(tuple(layers), round(y), top=2, bottom=26)


def _lanes(those: Sequence[Together], axis: Axis) -> list[int]:
    """For each event the lowest lane in which it touches no other."""
    ends: list[float] = []
    found = []
    for one in those:
        first, last = axis.at(one.best.first or 0), axis.at(max(one.best.first or 0, (one.best.last or 0) - 1))
        if last - first <= 9:
            first = last = (first + last) / 2
        lane = next((n for n, end in enumerate(ends) if end < first), len(ends))
        if lane == len(ends):
            ends.append(0.0)
        ends[lane] = last + 9
        found.append(lane)
    return found
