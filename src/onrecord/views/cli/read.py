"""`onrecord read`: reports in, records out."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from onrecord.views.cli import intake, recorded

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from onrecord.values.record import Record

HELP = "read reports and print their records"
DESCRIPTION = """\
Reads reports and prints what happened, who met whom, when, where, and who says so.

INPUT is a file, a folder, a glob, a URL (with --fetch) or - for standard input. Records that --format jsonl wrote are shown as they were read.
--format pretty is for a terminal, notation is our plain text, jsonl one record a line as soon as it is read,
json the same indented, html one self-contained page for all.
An empty input gives an empty record with a problem, and exit status 0.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", metavar="INPUT")
    intake.arguments(parser)
    parser.add_argument("--format", choices=tuple(WRITERS), default="pretty", help="what to print (default: pretty)")
    parser.add_argument("--limit", type=intake.whole, metavar="N", help="read only the first N articles")
    parser.add_argument("--no-color", action="store_true", help="no colour (also by NO_COLOR=1)")


def run(args: argparse.Namespace) -> int:
    # the pretty page shows a record's problems itself
    told = recorded.records(args, args.inputs, args.limit, tell=args.format != "pretty")
    WRITERS[args.format](told, args)
    return 0


def write_jsonl(records: Iterator[Record], _: argparse.Namespace) -> None:
    from onrecord.values.wire import dumps

    for record in records:
        emit(dumps(record) + "\n")


def write_json(records: Iterator[Record], _: argparse.Namespace) -> None:
    from onrecord.values.wire import dumps

    for record in records:
        shown = json.dumps(json.loads(dumps(record)), ensure_ascii=False, indent=2)
        emit(shown.encode("utf-8", "replace").decode() + "\n")


def write_notation(records: Iterator[Record], _: argparse.Namespace) -> None:
    from onrecord.values.notation import write

    for number, record in enumerate(records):
        emit("\n" * (number > 0) + write(record))


def write_html(records: Iterator[Record], _: argparse.Namespace) -> None:
    from onrecord.views.html.page import page

    emit(page(list(records)))


def write_pretty(records: Iterator[Record], args: argparse.Namespace) -> None:
    from onrecord.views.cli.pretty import console, show

    terminal = console(colour=not args.no_color)
    for number, record in enumerate(records):
        if number:
            terminal.print()
        show(record, terminal)


def emit(text: str) -> None:
    """Writes UTF-8, whatever the terminal's encoding is, and sends it off: readers of a pipe get each record at once."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
    else:
        buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.flush()


WRITERS: dict[str, Callable[[Iterator[Record], argparse.Namespace], None]] = {
    "pretty": write_pretty,
    "notation": write_notation,
    "json": write_json,
    "jsonl": write_jsonl,
    "html": write_html,
}
