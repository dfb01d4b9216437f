"""A story in a terminal, by rich: what the reports differ on, in one breath first. Text of articles is never read as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from onrecord.views.cli.pretty import LOUD, QUIET, SAYS, WARM, WHAT
from onrecord.views.cli.visible import visible
from onrecord.views.present.counting import counted
from onrecord.views.present.discrepancy import discrepancies
from onrecord.views.present.wording import clipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console, RenderableType

    from onrecord.values.story import Story
    from onrecord.views.present.discrepancy import Discrepancies, Dispute, Stand


def show(story: Story, terminal: Console) -> None:
    """Prints the whole report of a story."""
    page = discrepancies(story)
    with terminal.capture() as captured:
        for part in _parts(page, terminal.width):
            terminal.print(part)
    terminal.out("\n".join(line.rstrip(" ") for line in captured.get().split("\n")), end="", highlight=False)


def _parts(page: Discrepancies, width: int) -> list[RenderableType]:
    head: list[RenderableType] = [
        Text(visible(page.title), style="bold underline"),
        Text(visible(f"{page.subject} · {page.dates}"), style=QUIET),
        Text(counted(page.tally), style=QUIET),
        "",
    ]
    return [*head, *accounts(page, width), "", Text("REPORTS", style=WHAT), _reports(page)]


def accounts(page: Discrepancies, width: int) -> list[RenderableType]:
    """The report without its title and its list of reports."""
    parts: list[RenderableType] = [Text(visible(page.breath), style="bold")]
    if page.disputes:
        parts += ["", _panel(page.disputes, width)]
    if page.looser:
        parts += ["", Text("TOLD DIFFERENTLY, AND ALL CAN BE TRUE", style=WHAT), *(_looser(one) for one in page.looser)]
    parts += _rows("AGREED BY TWO ORIGINS OR MORE", ((a, v, counted(t)) for a, v, t in page.agreed))
    parts += _rows("WHO DOES NOT SAY, OR DOES NOT KNOW", page.blanks)
    parts += _rows("WHAT ONLY ONE PARTY SAYS", page.party)
    parts += _rows("FROM ONE ORIGIN ALONE, AND NOT DISPUTED", page.single)
    parts += _rows("FROM UNNAMED SOURCES ALONE", page.unnamed)
    parts += _lines("WHAT NOBODY TELLS", page.nobody)
    parts += _lines("TO ASK NEXT", page.ask)
    return parts


def _panel(disputes: Sequence[Dispute], width: int) -> Panel:
    blocks: list[RenderableType] = []
    for number, one in enumerate(disputes):
        if number:
            blocks.append("")
        asked = f"{one.question} ({one.of})" if one.of else one.question
        blocks.append(
            Text.assemble((visible(asked), WHAT), (f"  {'; '.join(one.notes)}", QUIET), (f"  {one.id}", QUIET))
        )
        blocks += [Padding(_stand(stand, width), (0, 0, 0, 2)) for stand in one.stands]
        if one.course:
            blocks.append(Padding(Text(visible("over time  " + "  →  ".join(one.course)), style=QUIET), (0, 0, 0, 2)))
    title = Text("WHERE ACCOUNTS DIFFER", style=LOUD)
    return Panel(Group(*blocks), title=title, title_align="left", border_style="red", box=box.ROUNDED, padding=(0, 1))


def _stand(one: Stand, width: int) -> Group:
    shown = Text.assemble(("▸ ", LOUD), (visible(one.value), LOUD), "  — ", (visible("; ".join(one.who)), SAYS))
    notes = [
        counted(one.tally),
        ", ".join(one.outlets),
        *([f"first {one.seen.replace('T', ' ')[:16]}"] if one.seen else []),
    ]
    below = [Text(visible(" · ".join([*notes, *one.copies])), style=QUIET), _quoted(one, width)]
    return Group(shown, *(Padding(line, (0, 0, 0, 2)) for line in below))


def _quoted(one: Stand, width: int) -> Text:
    """The sentence with the value in it marked, clipped around it."""
    before, words, after = visible(one.sentence).partition(visible(one.words))
    room = max(60, width - 20)
    before = before if len(before) <= room else "… " + before[-room:].partition(" ")[2]
    gap = after[: len(after) - len(after.lstrip())]
    shown = Text("“" + before, style="dim italic")
    return shown.append(words, style="bold italic not dim").append(gap + clipped(after, room)).append("”")


def _looser(one: Dispute) -> Text:
    sides = "; ".join(f"{s.value} ({', '.join(s.who[:2])}{', …' if len(s.who) > 2 else ''})" for s in one.stands)
    asked = f"{one.question} ({one.of})" if one.of else one.question
    return Text.assemble(
        "  ", (visible(asked), WARM), visible(f": {sides}"), (f"  {'; '.join(one.notes)}  {one.id}", QUIET)
    )


def _rows(heading: str, rows: Iterable[tuple[str, str, str]]) -> list[RenderableType]:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=QUIET)
    grid.add_column(ratio=2)
    grid.add_column(ratio=3, style=SAYS)
    for asked, value, who in rows:
        grid.add_row("  " + visible(asked), visible(value), visible(who))
    return ["", Text(heading, style=WHAT), grid] if grid.row_count else []


def _lines(heading: str, lines: Sequence[str]) -> list[RenderableType]:
    return ["", Text(heading, style=WHAT), *(Text(f"  {visible(line)}") for line in lines)] if lines else []


def _reports(page: Discrepancies) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column()
    grid.add_column(style=QUIET)
    grid.add_column(ratio=1)
    grid.add_column(style=QUIET)
    for one, _ in sorted(page.sources, key=lambda s: (s[0].origin, s[0].key != s[0].origin, s[0].key)):
        mark = "  " if one.key == one.origin else "  └ "
        grid.add_row(
            visible(mark + (one.outlet or one.key)), visible((one.published or "").replace("T", " ")[:16]),
            Text(visible(clipped(one.headline or one.key, 70))), visible((one.text or "")[:15]),
        )  # fmt: skip
    return grid
