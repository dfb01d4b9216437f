"""`onrecord schema`: the JSON Schema of the record."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

HELP = "print the JSON Schema of a record"
DESCRIPTION = "Prints the JSON Schema (draft 2020-12) of `onrecord/1`, the form of --format json and jsonl."


def arguments(_: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(_: argparse.Namespace) -> int:
    from onrecord.values.schema import shipped

    sys.stdout.write(shipped())
    return 0
