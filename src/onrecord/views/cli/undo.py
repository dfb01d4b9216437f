"""`onrecord undo`: takes a judgement back; both stay in the ledger."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from onrecord.views.cli import ledgers
from onrecord.views.cli.ledgers import judged, short

if TYPE_CHECKING:
    import argparse

HELP = "take a judgement back"
DESCRIPTION = "Takes a merge or split back. Both stay in the ledger, with who, why and when; views go by what stands."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID")
    ledgers.author_arguments(parser)
    ledgers.arguments(parser)


def run(args: argparse.Namespace) -> int:
    with ledgers.opened(args) as ledger:
        made = ledger.undo(args.id, author=ledgers.author(args), why=args.why)
    ledgers.said(args, asdict(made), [f"{short(made.id)}  {judged(made)}"])
    return 0
