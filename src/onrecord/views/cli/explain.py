"""`onrecord explain`: why is this in the record? Evidence in context, who says it, what found it."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Final

from onrecord.errors import LedgerError, SourceError
from onrecord.views.cli import intake, recorded
from onrecord.views.cli.visible import visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from onrecord.values.record import Finding, Record

HELP = "show why a finding is in the record"
DESCRIPTION = """\
Shows, for the id of any finding (a1, e2, d1 …), its evidence in the sentence that holds it, who says it, and the rule or head that found it.

FILE is an article, as for `onrecord read`, or records as `--format jsonl` prints them. Without ID, the ids that there are. Of many records an
export's own id (onrecord-…-e2, urn:onrecord:…:e2) finds the one; else --key; else it is the first, and standard error says so.
With --ledger, FILE is an id of the ledger: of an event, attribution or disagreement (e…, v…, d…), or of a report or record (r…, c…), in
which ID names the finding.
"""
_EXPORTED: Final = re.compile(r"(?:onrecord-|urn:onrecord:)([0-9a-f]{24}(?:-\d{1,9})?)[-:]([a-z]{1,9}\d{1,9})")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE|LEDGER-ID")
    parser.add_argument("id", metavar="ID", nargs="?")
    intake.arguments(parser)
    parser.add_argument("--key", help="of several articles, the one with this key")
    parser.add_argument("--ledger", metavar="FILE|URL", help="explain what this ledger holds")
    parser.add_argument("--as-of", metavar="DATE", help="what the ledger held then")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="what to print (default: text)")
    parser.add_argument("--no-color", action="store_true", help="no colour (also by NO_COLOR=1)")


def run(args: argparse.Namespace) -> int:
    from onrecord.values.record import findings
    from onrecord.views.cli.pretty import console
    from onrecord.views.cli.reasons import index, reasons
    from onrecord.views.cli.visible import visible_record

    record, id = _kept_in_ledger(args) if args.ledger else _in_file(args)
    record = visible_record(record)
    found = next((one for one in findings(record) if one.id == id), None)
    if id is not None and found is None:
        raise SourceError(f"no finding {id!r} in this record: `onrecord explain {args.file}` lists them")
    if args.format == "json":
        _emit_json(record, found)
        return 0
    console(colour=not args.no_color).print(index(record) if found is None else reasons(record, found))
    return 0


def _kept_in_ledger(args: argparse.Namespace) -> tuple[Record, str | None]:
    from onrecord.api import open_ledger

    with open_ledger(args.ledger, create=False) as ledger:
        report, local = ledger.locate(args.file)
        if local and args.id:
            raise LedgerError(
                f"{args.file} names one finding already: leave {args.id} out, or give the id of its report"
            )
        return ledger.record(report, as_of=args.as_of), local or args.id


def _emit_json(record: Record, found: Finding | None) -> None:
    """The finding with its evidence in words, or the ids and words of all."""
    from onrecord.values.record import findings
    from onrecord.values.wire import to_json
    from onrecord.views.cli.ledgers import emit_json

    article = {"id": record.article.id, "key": record.article.key, "outlet": to_json(record.article.outlet)}
    if found is None:
        every = [
            {"id": one.id, "kind": type(one).__name__.lower(), "words": record.words(one)} for one in findings(record)
        ]
        emit_json({"article": article, "findings": every})
    else:
        kind = type(found).__name__.lower()
        emit_json({"article": article, "kind": kind, "words": record.words(found), "finding": to_json(found)})


def _in_file(args: argparse.Namespace) -> tuple[Record, str | None]:
    """The record that is meant, and the id in it: an export's id names both."""
    from onrecord.views.export.identity import named

    every = recorded.records(args, [args.file])
    if exported := _EXPORTED.fullmatch(args.id or ""):
        name, id = exported.groups()
        if found := next((one.record for one in named(every) if one.name == name), None):
            return found, id
        raise SourceError(f"{args.file} holds no record {name}: give what was exported, read by the same options")
    return _record(args, every), args.id


def _record(args: argparse.Namespace, every: Iterable[Record]) -> Record:
    """The first record with the key that is asked for; without a key the first of all: where more follow, standard error says so."""
    asked = (one for one in every if args.key in (None, one.article.key))
    chosen = next(asked, None)
    if chosen is None:
        raise SourceError(f"{args.file} holds no article" + (f" with the key {args.key!r}" if args.key else ""))
    if args.key is None and (other := next(asked, None)):  # for one more with a key, all that follow would be read
        named = f", {chosen.article.key}" if chosen.article.key else ""
        key = other.article.key
        how = f"--key chooses another, such as {key}" if key else "an export's id chooses another"
        print(
            f"onrecord: {visible(f'{args.file} holds several reports: this is the first{named}; {how}')}",
            file=sys.stderr,
        )
    return chosen
