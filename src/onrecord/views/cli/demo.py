"""`onrecord demo`: reads a bundled report and shows its record and where its accounts differ."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

HELP = "read a bundled sample report"
DESCRIPTION = "Reads one of the sample reports that come with onrecord (we made them up) and shows its record."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "name", nargs="?", metavar="NAME", help="which sample (default: the main one; a wrong name lists them)"
    )
    parser.add_argument("--text", action="store_true", help="print the report itself first")
    parser.add_argument("--no-color", action="store_true", help="no colour (also by NO_COLOR=1)")


def run(args: argparse.Namespace) -> int:
    from onrecord.api import read_many
    from onrecord.samples.reader import MAIN, sample
    from onrecord.views.cli.pretty import console, show

    article = sample(args.name or MAIN)
    terminal = console(colour=not args.no_color)
    if args.text:
        terminal.print(article.text, markup=False, highlight=False, style="dim")
        terminal.print()
    for record in read_many([article]):
        show(record, terminal)
    terminal.print()
    terminal.print(
        "Next: onrecord read YOUR-FILE; or this report as a page: onrecord read … --format html",
        style="dim",
        highlight=False,
    )
    return 0
