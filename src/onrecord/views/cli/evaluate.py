"""`onrecord evaluate`: the main figures on gold of your own."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.views.cli import intake

if TYPE_CHECKING:
    import argparse

HELP = "score the reading against gold"
DESCRIPTION = """\
Reads the texts of GOLD and prints precision, recall and F1 of what was found.

GOLD is JSON lines (plain or .gz): {"key", "text", "published", "outlet", "gold": {...}}, where gold holds any of
"attributions", "times", "places", "sentences"; see docs/evaluation.md. Figures are per cent.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("gold", type=Path, metavar="GOLD")
    parser.add_argument("--limit", type=intake.whole, metavar="N", help="only the first N articles")
    parser.add_argument("--records", type=Path, metavar="FILE", help="score these records (JSON lines), read nothing")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(min_confidence=0.0)


def run(args: argparse.Namespace) -> int:
    from onrecord.evaluation import gold, measures

    documents = gold.read(args.gold, args.limit)
    records = gold.kept(args.records) if args.records else gold.read_texts(documents, intake.settings_of(args))
    table = measures.score(documents, records)
    sys.stdout.write(measures.as_json(table) if args.json else measures.as_text(table))
    return 0
