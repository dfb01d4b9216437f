"""A record in a terminal, by rich: the happenings, where accounts differ, who says what. Text of articles is never read as markup."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console, Group
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from onrecord.views.cli.visible import visible_record
from onrecord.views.present.sheet import sheet
from onrecord.views.present.wording import THE_REPORT, TOLLS, clipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from onrecord.values.record import Record
    from onrecord.values.span import Span
    from onrecord.views.present.sheet import Difference, Happening, Row, Sheet, Side, Told
    from onrecord.views.present.voices import Voice

FULL = 6  # happenings told in full; the rest in a line each
SAYS, WHAT, QUIET, LOUD, WARM = "cyan", "bold", "dim", "bold red", "yellow"
WIDEST = 120
ASKED = frozenset(
    {"lasted", *TOLLS, "took part", "agreed", "disputed"}
)  # where the report's own voice is named beside others


class _Terminal(Console):
    """A console whose reader may leave early (`| head`): the command ends as one that is done, not as rich would have it."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console(*, colour: bool = True) -> Console:
    """Where to print: the terminal's own width, at most WIDEST, and 100 where there is none (COLUMNS says otherwise)."""
    plain = not colour or bool(os.environ.get("NO_COLOR"))
    made = _Terminal(
        no_color=plain,
        highlight=False,
        emoji=False,
        markup=False,
        soft_wrap=False,
        color_system=None if plain else "auto",
    )
    width = made.width if sys.stdout.isatty() or os.environ.get("COLUMNS") else 100
    made.width = min(width, WIDEST)
    return made


def show(record: Record, terminal: Console) -> None:
    """Prints the whole sheet of a record."""
    record = visible_record(record)
    page = sheet(record)
    with terminal.capture() as captured:
        for part in _parts(page, record.article.text, terminal.width):
            terminal.print(part)
    # without the spaces that fill lines up: who copies from a terminal or compares files wants none
    terminal.out("\n".join(line.rstrip(" ") for line in captured.get().split("\n")), end="", highlight=False)


def _parts(page: Sheet, text: str, width: int) -> list[RenderableType]:
    parts: list[RenderableType] = [_head(page, text)]
    serious = [one for one in page.differences if one.serious]
    if serious:
        parts += ["", _differences(serious, text)]
    full = [one for number, one in enumerate(page.happenings[:FULL]) if number == 0 or len(one.rows) > 1]
    for one in full:
        parts += ["", _happening(one, text, width)]
    if rest := [one for one in page.happenings if one not in full]:
        parts += ["", _heading("ALSO"), _shorter(rest)]
    if looser := [one for one in page.differences if not one.serious]:
        parts += ["", _heading("TOLD DIFFERENTLY, AND BOTH CAN BE TRUE"), *(_looser(one) for one in looser)]
    if page.voices:
        parts += ["", _heading("WHO SAYS WHAT"), _voices(page.voices, text, width)]
    if page.background:
        parts += ["", _heading("BACKGROUND"), _shorter(page.background)]
    if not page.happenings and not page.background:
        parts += ["", Text("No event was found in this text.", style=QUIET)]
    if page.problems:
        parts += ["", _heading("PROBLEMS"), *(Text(f"  {problem}", style=WARM) for problem in page.problems)]
    return parts


def _heading(words: str) -> Text:
    return Text(words, style=WHAT)


def _head(page: Sheet, text: str) -> RenderableType:
    shown = Text(
        " ".join((page.title or clipped(text, 90) or "(an empty text)").split()),
        style="bold underline" if page.title else "bold",
    )
    if page.deck:
        shown.append("\n" + " ".join(page.deck.split()), style="italic not underline")
    shown.append(
        "\n" + " · ".join(filter(None, (page.credit, page.dates, page.reader))), style="dim not bold not underline"
    )
    return shown


# ------------------------------------------------------------------ what happened


def _happening(one: Happening, text: str, width: int) -> RenderableType:
    title = Text.assemble((one.name.upper(), "bold green"), "  ", (one.title, WHAT))
    if one.status:
        title.append(f"  {one.status}", style=WARM)
    if one.voice:
        title.append(f"  — {one.voice.short}", style=SAYS)
    title.append(f"  {one.id}", style=QUIET)
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=11, justify="right", style=QUIET)
    grid.add_column(ratio=1)
    for row in one.rows:
        grid.add_row(row.name, _told(row, one.voice))
    grid.add_row("", Text(f"“{clipped(one.sentence.of(text), width * 2 - 40)}”", style="dim italic"))
    return Group(title, grid)


def _told(row: Row, usual: Voice | None) -> Text:
    """The values of a row, those of one voice on a line, with who says it; the event's own voice (`usual`) goes without saying."""
    groups: dict[tuple[Voice, ...], list[Told]] = {}
    for told in row.told:
        groups.setdefault(told.voices if row.name in ASKED or not told.also else (), []).append(told)
    contested = len(groups) > 1
    lines = Text()
    for number, (voices, every) in enumerate(groups.items()):
        lines.append(
            "\n" * (number > 0)
            + ("; " if any("," in told.words or len(told.words) > 32 for told in every) else ", ").join(
                map(_value, every)
            )
        )
        names = [voice.short for voice in voices] + [THE_REPORT] * every[0].also
        if voices and (contested or every[0].also or voices != (usual,)):
            lines.append("  — " + "; ".join(names), style=SAYS)
        elif contested and not voices and row.name in ASKED:
            lines.append(f"  — {THE_REPORT}", style=QUIET)
    return lines


def _value(told: Told) -> str:
    return f"{told.words} (perhaps)" if told.hedged else told.words


def _shorter(happenings: Iterable[Happening]) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="green", width=14, justify="right")
    grid.add_column(ratio=1)
    for one in happenings:
        grid.add_row(one.name, _short(one))
    return grid


def _short(one: Happening) -> Text:
    details = [row for row in one.rows if row.name not in ("who", "to whom")]
    told = "; ".join([one.title, *(f"{row.name} {', '.join(map(_value, row.told))}" for row in details)])
    shown = Text(told)
    if one.status:
        shown.append(f"  {one.status}", style=WARM)
    if one.voice:
        shown.append(f"  — {one.voice.short}", style=SAYS)
    return shown.append(f"  {one.id}", style=QUIET)


# ------------------------------------------------------------------ where accounts differ


def _differences(serious: list[Difference], text: str) -> Panel:
    blocks: list[RenderableType] = []
    for number, one in enumerate(serious):
        if number:
            blocks.append("")
        blocks.append(Text.assemble((one.question, WHAT), f"  ({one.kind})", (f"  {one.id}", QUIET)))
        blocks.append(Text(one.event, style=QUIET))
        blocks += [Padding(_side(side, text), (0, 0, 0, 2)) for side in one.sides]
    return Panel(
        Group(*blocks),
        title=Text("WHERE ACCOUNTS DIFFER", style=LOUD),
        title_align="left",
        border_style="red",
        box=box.ROUNDED,
        padding=(0, 1),
    )


def _side(side: Side, text: str) -> Text:
    shown = Text.assemble(
        ("▸ ", LOUD), (side.words, LOUD), "  — ", (side.voice.label if side.voice else THE_REPORT, SAYS)
    )
    return Text("\n").join([shown, _quoted(text, side.sentence, side.at)])


def _quoted(text: str, around: Span, at: Span) -> Text:
    """The sentence with the words in it marked; long ones are clipped around the words."""
    before, words, after = (
        " ".join(part.split(" "))
        for part in (text[around.start : at.start], text[at.start : at.end], text[at.end : around.end])
    )
    before = before if len(before) <= 160 else "… " + before[-150:].partition(" ")[2]
    after = after if len(after) <= 160 else clipped(after, 150)
    shown = Text(style="italic").append("“" + before.replace("\n", " "), style=QUIET)
    return shown.append(words.replace("\n", " "), style="bold not dim").append(
        after.replace("\n", " ") + "”", style=QUIET
    )


def _looser(one: Difference) -> Text:
    sides = "; ".join(f"{side.words} ({side.voice.name if side.voice else THE_REPORT})" for side in one.sides)
    return Text.assemble("  ", (one.question, WARM), f": {sides}", (f"  {one.kind}  {one.id}", QUIET))


# ------------------------------------------------------------------ who says what


def _voices(voices: tuple[Voice, ...], text: str, width: int) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(width=2, justify="right")
    grid.add_column(style=SAYS, ratio=2)
    grid.add_column(style=QUIET, ratio=3)
    for voice in voices:
        note = ", ".join(filter(None, (voice.note, "denies" if voice.denies else "")))
        name = Text(voice.name, style=SAYS).append(f"\n{note}" if note else "", style=QUIET)
        first = voice.said[0].of(text) if voice.said else ""
        grid.add_row(str(len(voice.ids)), name, Text(clipped(first, width)))
    return grid
