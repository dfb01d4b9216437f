"""`onrecord explain`: why is this in the record? Evidence in context, who says it, what found it."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import SourceError
from onrecord.views.cli import intake

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.values.record import Record

HELP = "show why a finding is in the record"
DESCRIPTION = """\
Shows, for the id of any finding (a1, e2, d1 …), its evidence in the sentence that holds it, who says it, and the rule or head that found it.

FILE is an article, as for `onrecord read`, or records as `--format jsonl` prints them. Without ID, the ids that there are.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("id", metavar="ID", nargs="?")
    intake.arguments(parser)
    parser.add_argument("--key", help="of several articles, the one with this key")
    parser.add_argument("--no-color", action="store_true", help="no colour (also by NO_COLOR=1)")


def run(args: argparse.Namespace) -> int:
    from onrecord.values.record import findings
    from onrecord.views.cli.pretty import console
    from onrecord.views.cli.reasons import index, reasons
    from onrecord.views.cli.visible import visible_record

    record = visible_record(_record(args))
    terminal = console(colour=not args.no_color)
    if args.id is None:
        terminal.print(index(record))
        return 0
    found = next((one for one in findings(record) if one.id == args.id), None)
    if found is None:
        raise SourceError(f"no finding {args.id!r} in this record: `onrecord explain {args.file}` lists them")
    terminal.print(reasons(record, found))
    return 0


def _record(args: argparse.Namespace) -> Record:
    every = _kept(args.file) or intake.records(args, [args.file])
    chosen = next((one for one in every if args.key in (None, one.article.key)), None)
    if chosen is None:
        raise SourceError(f"{args.file} holds no article" + (f" with the key {args.key!r}" if args.key else ""))
    return chosen


def _kept(name: str) -> Iterator[Record] | None:
    """The records of a file of them, or None where it holds something else."""
    from pathlib import Path

    from onrecord.values.wire import loads

    path = Path(name)
    if name == "-" or not path.is_file() or not _holds_records(path):
        return None
    lines = path.read_text(encoding="utf-8").split("\n")
    return (loads(line) for line in lines if line.strip())


def _holds_records(path: Path) -> bool:
    with path.open("rb") as file:
        return b'"schema":"onrecord/' in file.read(64).replace(b" ", b"")
