"""Who met whom: the half of a matrix, its names on the diagonal, as in a table of distances."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from math import sqrt
from typing import TYPE_CHECKING, Final

from onrecord.views.charts.frame import Plot, Row, Words, card, field_width, framed, lines, texts
from onrecord.views.charts.happenings import TALKS, Happening, happenings
from onrecord.views.charts.material import many, source_of
from onrecord.views.charts.measure import clipped, width_of
from onrecord.views.charts.picture import Look, Picture, Table
from onrecord.views.charts.strokes import points
from onrecord.views.charts.theme import inks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.views.charts.material import Material

KIND: Final = "meetings"
SAYS: Final = "who met whom, and how often"
_COLUMNS: Final = ("One", "The other", "Meetings", "Status", "When", "Told by")
_CROWD: Final = 8  # at a conference of more, not everybody met everybody: only the first so many are taken
_ORDERED: Final = 100  # names that are set near those they met; no picture has room for more
_CELL, _SMALLEST = 34.0, 19.0

Pair = tuple[str, str]


@dataclass
class Met:
    """What is told of two who met: the days (of the story, "" for none), the reports, the statuses, the outlets."""

    days: set[tuple[str, str]] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    statuses: Counter[str] = field(default_factory=Counter)
    outlets: dict[str, None] = field(default_factory=dict)

    @property
    def meetings(self) -> int:
        """How many: of a story, those without a day are taken for those with one."""
        dated = {story for story, day in self.days if day}
        return sum(bool(day) or story not in dated for story, day in self.days)

    @property
    def status(self) -> str:
        """ "happened" where any report says so, else what most say."""
        return "happened" if self.statuses["happened"] else self.statuses.most_common(1)[0][0]


def draw(material: Material, look: Look, field: str | None = None) -> Picture:
    """The matrix of all stories of the material."""
    met, alone = _met(material)
    table = Table(
        "Who met whom",
        _COLUMNS,
        tuple(_row(pair, told) for pair, told in sorted(met.items(), key=lambda one: (-one[1].meetings, one[0]))),
    )
    if not met:
        why = (
            "Talks are told, but not between whom: of none are two sides named."
            if alone
            else "These reports tell of no meeting, visit or call."
        )
        return card(KIND, look, Words("Nobody is told to have met", "", why), table)
    names = _order(met)
    kept = names[: _most(look)]
    shown = {pair: told for pair, told in met.items() if set(pair) <= set(kept)}
    left_out = f" In the table alone: {len(names) - len(kept)} who met fewer." if len(names) > len(kept) else ""
    one_sided = f" With one side named alone: {many(alone, 'telling')} of talks." if alone else ""
    rings = (
        " Ring: planned, possible, demanded or denied."
        if any(told.status != "happened" for told in shown.values())
        else ""
    )
    numbers = " A number: how many meetings." if any(told.meetings > 1 for told in shown.values()) else ""
    subtitle = f"Go from a dot up and right to the two names, as in a table of distances. Area: how many reports tell it.{numbers}{rings}"
    words = Words(_title(met), subtitle, f"{source_of(material)}{left_out}{one_sided}", _alt(met))
    return framed(KIND, look, words, _plot(kept, shown, look), table, len(shown))


def _met(material: Material) -> tuple[dict[Pair, Met], int]:
    """Pairs of names with what is told of them, and how many tellings name one side alone."""
    spelled: dict[str, str] = {}
    met: dict[Pair, Met] = {}
    alone = 0
    for story, records in material.by_story():
        for one in happenings(records):
            if one.type not in TALKS:
                continue
            people = list(dict.fromkeys(spelled.setdefault(name.casefold(), name) for name in one.people))[:_CROWD]
            alone += len(people) < 2
            for pair in combinations(sorted(people), 2):
                _add(met.setdefault(pair, Met()), one, story.id)
    return met, alone


def _add(told: Met, one: Happening, story: str) -> None:
    told.days.add((story, one.dated))
    told.reports.add(one.report)
    told.statuses[one.status] += 1
    told.outlets[one.outlet] = None


def _row(pair: Pair, told: Met) -> tuple[str, ...]:
    when = ", ".join(sorted(day for _, day in told.days if day))
    return (*pair, str(told.meetings), told.status, when, ", ".join(told.outlets))


def _order(met: dict[Pair, Met]) -> list[str]:
    """The names: who met most first, then always whoever met most of those who stand there, so that pairs are near the diagonal."""
    ties: dict[str, dict[str, int]] = {}
    for (one, other), told in met.items():
        weight = told.meetings * 1000 + len(told.reports)
        ties.setdefault(one, {})[other] = weight
        ties.setdefault(other, {})[one] = weight
    whole = {name: sum(of.values()) for name, of in ties.items()}
    left, near = set(whole), dict.fromkeys(whole, 0)
    found: list[str] = []
    while left and len(found) < _ORDERED:
        name = min(left, key=lambda n: (-near[n], -whole[n], n))
        left.remove(name)
        found.append(name)
        for other, weight in ties[name].items():
            near[other] += weight
    return [*found, *sorted(left, key=lambda n: (-whole[n], n))]


def _title(met: dict[Pair, Met]) -> str:
    names = {name for pair in met for name in pair}
    if len(met) == 1:
        (one, other), told = next(iter(met.items()))
        times = "" if told.meetings == 1 else f" {told.meetings} times"
        return f"{one} and {other} {'met' if told.status == 'happened' else f'({told.status})'}{times}"
    (one, other), told = max(met.items(), key=lambda pair: (pair[1].meetings, len(pair[1].reports), pair[0][0]))
    if told.meetings > 1:
        return f"{len(names)} who talked to one another: {one} and {other} most often, {told.meetings} times"
    return f"{len(names)} who talked to one another, in {len(met)} pairs"


def _alt(met: dict[Pair, Met]) -> str:
    ranked = sorted(met.items(), key=lambda one: (-one[1].meetings, -len(one[1].reports), one[0]))
    told = "; ".join(
        f"{a} and {b}{'' if m.status == 'happened' else f' ({m.status})'}, {m.meetings}" for (a, b), m in ranked[:6]
    )
    return f"{_title(met)}. Meetings of each pair: {told}{'; and more' if len(ranked) > 6 else ''}."


def _most(look: Look) -> int:
    """How many names there is room for."""
    return max(4, int((field_width(look) - (110 if look.width < 560 else 190)) / _SMALLEST))


def _plot(names: Sequence[str], shown: dict[Pair, Met], look: Look) -> Plot:
    colours, width = inks(dark=look.dark), field_width(look)
    n = len(names)
    room = min(max(map(width_of, names), default=0) + 10, width * 0.4)
    cell = min(_CELL, max(_SMALLEST, (width - room) / n))
    place = {name: i for i, name in enumerate(names)}
    most = max(len(told.reports) for told in shown.values())
    squares: list[Row] = []
    dots: list[Row] = []
    numbers: list[Row] = []
    labels: list[Row] = []
    for i, name in enumerate(names):
        labels.append({"px": i * cell + 5, "py": (i + 0.5) * cell, "text": clipped(name, width - i * cell - 6)})
        squares += [
            {"px": j * cell + 1, "px2": (j + 1) * cell - 1, "py": (i + 0.5) * cell, "py2": (i + 0.5) * cell}
            for j in range(i)
        ]
    for pair, told in shown.items():
        j, i = sorted(place[name] for name in pair)
        radius = max(3.5, (cell / 2 - 2.5) * sqrt(len(told.reports) / most)) if most > 1 else cell * 0.32
        x, y = (j + 0.5) * cell, (i + 0.5) * cell
        radius = max(radius, 7.5) if told.meetings > 1 else radius
        happened = told.status == "happened"
        inside = colours.series[0] if happened else colours.faint
        dots.append(
            {
                "px": x,
                "py": y,
                "colour": colours.series[0],
                "inside": inside,
                "size": round(3.14159 * radius * radius, 1),
                "one": pair[0],
                "other": pair[1],
                "meetings": told.meetings,
                "reports": len(told.reports),
            }
        )
        if told.meetings > 1:
            numbers.append(
                {
                    "px": x,
                    "py": y + 0.5,
                    "text": str(told.meetings),
                    "colour": colours.paper if happened else colours.ink,
                }
            )
    layers = [lines(squares, colour=colours.faint, width=cell - 2)] if squares else []
    layers += [points(dots, strokeWidth=1.8), texts(labels)]
    layers += [texts(numbers, size=11, weight="bold", align="center")] if numbers else []
    return Plot(tuple(layers), round(n * cell), top=2)
