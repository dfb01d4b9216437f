"""`onrecord stories`: the stories of a ledger, those with most independent origins first."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.views.cli import intake, ledgers
from onrecord.views.cli.ledgers import between, many

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from rich.table import Table

    from onrecord.keeping.ledger import Ledger
    from onrecord.ledger.found import Story

HELP = "list the stories of a ledger"
DESCRIPTION = """\
Lists the stories of a ledger: how many reports, outlets, distinct texts and independent origins each has. Those with most origins first.

--as-of DATE looks back at the ledger itself: the reports that had been added by then, grouped as they were (what was added later is left out,
whenever it was published). --until DATE goes by the reports: those published by that day. Both may be given.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    ledgers.arguments(parser, as_of=True)
    parser.add_argument("--until", type=ledgers.a_day, metavar="DATE", help="only reports published by this day")
    parser.add_argument(
        "--least", type=intake.whole, default=1, metavar="N", help="only stories with so many reports (default: 1)"
    )
    parser.add_argument("--limit", type=intake.whole, default=40, metavar="N", help="show the first N (default: 40)")


def run(args: argparse.Namespace) -> int:
    with ledgers.opened(args) as ledger:
        every = [one for one in ledger.stories(as_of=args.as_of, until=args.until) if len(one.reports) >= args.least]
        chosen = every[: args.limit]
        if args.format == "json":
            ledgers.emit_json({"stories": [ledgers.story_json(one) for one in chosen], "of": len(every)})
            return 0
        from rich.text import Text

        terminal = ledgers.console(args)
        if not every:
            terminal.print(Text(_none(args, ledger)))
            return 0
        terminal.print(_table(chosen))
        if len(every) > len(chosen):
            terminal.print(
                f"… and {many(len(every) - len(chosen), 'more story', 'more stories')}: --limit {len(every)} shows all"
            )
    return 0


def _none(args: argparse.Namespace, ledger: Ledger) -> str:
    """Why there is nothing to list, and what to do."""
    reports = ledger.counts().reports
    if not reports:
        return f"No stories: {ledger.name} holds no report yet. Add some with `onrecord add REPORTS --ledger {ledger.name}`."
    asked = [
        f"had been added by {args.as_of} (--as-of looks back at the ledger; --until goes by publication)"
        if args.as_of
        else "",
        f"was published by {args.until}" if args.until else "",
    ]
    if not any(asked):
        return f"No story has {many(args.least, 'report')}: {ledger.name} holds {many(reports, 'report')}."
    told = " and ".join(filter(None, asked))
    more = f" in a story of {args.least} or more" if args.least > 1 else ""
    return f"No stories: none of the {many(reports, 'report')} that {ledger.name} holds now {told}{more}."


def _table(stories: Sequence[Story]) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from onrecord.ledger.identity import shortened
    from onrecord.views.cli.visible import visible

    ids = shortened(one.id for one in stories)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim", show_edge=False, padding=(0, 1, 0, 0))
    table.add_column("story", style="cyan", no_wrap=True, min_width=9)
    for name in ("reports", "outlets", "texts"):
        table.add_column(name, justify="right", style="dim", no_wrap=True, min_width=len(name))
    table.add_column("origins", justify="right", style="bold", no_wrap=True, min_width=len("origins"))
    table.add_column("published", no_wrap=True, style="dim", min_width=10)
    table.add_column("the oldest report's headline", ratio=1, no_wrap=True, overflow="ellipsis")
    for one in stories:
        mark = " *" if any(j.undone_by is None for j in one.judgements) else ""
        numbers = (len(one.reports), one.outlets, one.texts, one.origins)
        table.add_row(ids[one.id], *map(str, numbers), between(*one.days), Text(visible(one.headline) + mark))
    if any(j.undone_by is None for one in stories for j in one.judgements):
        table.caption, table.caption_justify = "* shaped by a judgement: `onrecord judgements` lists them", "left"
    return table
