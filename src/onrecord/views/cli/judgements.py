"""`onrecord judgements`: every merge, split and undoing of a ledger, with who, why and when."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from onrecord.views.cli import ledgers
from onrecord.views.cli.ledgers import judged, short

if TYPE_CHECKING:
    import argparse

HELP = "list the judgements of a ledger"
DESCRIPTION = (
    "Lists every merge, split and undoing, the oldest first: who judged, what, when and why, and what is undone."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    ledgers.arguments(parser, as_of=True)


def run(args: argparse.Namespace) -> int:
    with ledgers.opened(args) as ledger:
        every = ledger.judgements(as_of=args.as_of)
    lines = [
        f"{short(one.id)}  {judged(one)}" + (f"  (undone by {short(one.undone_by)})" if one.undone_by else "")
        for one in every
    ]
    none = "No judgements: stories, actors and places are as they were read."
    ledgers.said(args, {"judgements": [asdict(one) for one in every]}, lines or [none])
    return 0
