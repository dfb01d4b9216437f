"""`onrecord merge`: judges that two stories, actors or places of a ledger are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.views.cli import ledgers

if TYPE_CHECKING:
    import argparse

HELP = "judge that two stories, actors or places are one"
DESCRIPTION = """\
Keeps the judgement that A and B are one: who judged, why, and when. Nothing is rewritten: views go by the judgements that stand, and
`onrecord undo` takes one back. What they are called is what A is called.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=("story", "actor", "place"))
    parser.add_argument("first", metavar="A")
    parser.add_argument("second", metavar="B")
    ledgers.author_arguments(parser)
    ledgers.arguments(parser)


def run(args: argparse.Namespace) -> int:
    with ledgers.opened(args) as ledger:
        made = ledger.merge(args.kind, args.first, args.second, author=ledgers.author(args), why=args.why)
    ledgers.done(args, made)
    return 0
