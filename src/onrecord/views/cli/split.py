"""`onrecord split`: judges that some reports of a story tell of another happening, or that the actor or place in them is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.views.cli import ledgers

if TYPE_CHECKING:
    import argparse

HELP = "judge that some reports tell of another story, actor or place"
DESCRIPTION = """\
Keeps the judgement that the REPORTs named do not belong to story ID, or that the actor or place ID in them is another of the same name.
Nothing is rewritten; `onrecord undo` takes it back.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=("story", "actor", "place"))
    parser.add_argument("id", metavar="ID")
    parser.add_argument("reports", nargs="+", metavar="REPORT")
    ledgers.author_arguments(parser)
    ledgers.arguments(parser)


def run(args: argparse.Namespace) -> int:
    with ledgers.opened(args) as ledger:
        made = ledger.split(args.kind, args.id, args.reports, author=ledgers.author(args), why=args.why)
    ledgers.done(args, made)
    return 0
