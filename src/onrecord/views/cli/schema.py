"""`onrecord schema`: the JSON Schemas of the record and of the story."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

HELP = "print the JSON Schema of a record or a story"
DESCRIPTION = """\
Prints a JSON Schema (draft 2020-12): of `onrecord/1`, the form of `read --format json` and jsonl, or with --of story of `onrecord-story/1`,
the form of `compare --format jsonl` and `story --format jsonl`.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """--of."""
    parser.add_argument("--of", choices=("record", "story"), default="record", help="of what (default: record)")


def run(args: argparse.Namespace) -> int:
    from onrecord.values.schema import shipped

    sys.stdout.write(shipped(args.of))
    return 0
