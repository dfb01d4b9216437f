"""`onrecord export`: records in the forms of other tools."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import SettingsError
from onrecord.views.cli import intake, recorded
from onrecord.views.cli.ledgers import as_of_moment, many, opened

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from onrecord.values.record import Record

HELP = "write records in the forms of other tools"
DESCRIPTION = """\
Writes records for the tools that you already use. IN is record JSON lines, as `onrecord read --format jsonl` writes them,
or anything that `onrecord read` reads (then it is read first); - is standard input. With --ledger, IN is a story (s…), a report (r…) or `all`,
and corrections are in force.

forms:
  jsonl            the record itself               geojson          one Feature an event
  csv              one row an event, to read       web-annotation   W3C Web Annotation
  parquet          one row a value                 schema-org       Quotation and Claim, JSON-LD
  parquet-events   one row an event                followthemoney   entities, JSON lines
  polecat          POLECAT, 40 columns             docbin           spaCy DocBin
  gdelt-events     GDELT 2.0 Events, 61 columns    timeml           one file an article: --out FOLDER
  gdelt-mentions   GDELT 2.0 Mentions, 16 columns  brat             two files an article: --out FOLDER
  ucdp             in the shape of UCDP GED        acled            in the shape of ACLED

What each form keeps and loses: docs/exports.md.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", metavar="IN")
    parser.add_argument("--to", required=True, metavar="FORM", help="the form to write (see above)")
    parser.add_argument("--out", metavar="FILE", help="the file, or for timeml and brat the folder (default: print it)")
    parser.add_argument("--ledger", metavar="FILE|URL", help="export what this ledger holds, as corrected")
    parser.add_argument("--as-of", type=as_of_moment, metavar="DATE", help="with --ledger: what it held then")
    intake.arguments(parser)


def run(args: argparse.Namespace) -> int:
    from onrecord.views.export.face import export, pieces
    from onrecord.views.export.forms import BINARY, form_named

    form = form_named(args.to)
    form.ready()
    _agree(args)
    if form.name in BINARY and not args.out and sys.stdout.isatty():
        raise SettingsError(f"{form.name} is no text for a terminal: give --out FILE")
    left = Undated()
    found = left.counted(records(args)) if form.dated else records(args)
    if args.out:
        export(found, args.to, args.out)
    else:
        for piece in pieces(form, found):
            emit(piece)
    if left.events:
        print(f"onrecord: {left.told(form.name, args)}", file=sys.stderr)
    return 0


def _agree(args: argparse.Namespace) -> None:
    """Raises SettingsError for options that would change nothing, as those of reports do for a ledger's records."""
    if args.as_of and not args.ledger:
        raise SettingsError("--as-of looks back at a ledger: give --ledger FILE, too")
    idle = [name for name in ("published", "outlet", "min_confidence", "fetch") if getattr(args, name)]
    if args.ledger and idle:
        options = ", ".join(f"--{name.replace('_', '-')}" for name in idle)
        raise SettingsError(f"{options}: for reports that are read; a ledger's records are read already: leave it out")


@dataclass
class Undated:
    """Events that a form has no row for, because nothing dates them, and the reports that tell them."""

    events: int = 0
    reports: int = 0
    of: int = 0

    def counted(self, found: Iterable[Record]) -> Iterator[Record]:
        """The records, counted as they pass."""
        from onrecord.views.export.happenings import undated

        for one in found:
            number = undated(one)
            self.events, self.reports, self.of = self.events + number, self.reports + (number > 0), self.of + 1
            yield one

    def told(self, form: str, args: argparse.Namespace) -> str:
        """What is said of them, with the remedy."""
        remedy = "give the day of publication with --published DATE (records: when they are read, `onrecord read --published DATE`)"
        if args.ledger:
            remedy = "add the reports again with the day of publication, `onrecord add REPORTS --published DATE`"
        events, of = many(self.events, "event"), f"{self.reports:,} of {many(self.of, 'report')}"
        return f"{events} in {of} have no day, and {form} has no row for them: {remedy}"


def emit(piece: bytes) -> None:
    """Writes bytes as they are, and sends them off."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(piece.decode("utf-8", "replace"))
    else:
        buffer.write(piece)
    sys.stdout.flush()


def records(args: argparse.Namespace) -> Iterator[Record]:
    """The records of the inputs, in their order: those that are records as they are, all else read first."""
    if args.ledger is not None:
        yield from kept(args)
        return
    yield from recorded.records(args, args.inputs)


def kept(args: argparse.Namespace) -> Iterator[Record]:
    """The records of a ledger with the corrections in force: of stories, of reports, or of all."""
    with opened(args) as ledger:
        for name in args.inputs:
            if name.startswith("r"):
                yield ledger.record(name, as_of=args.as_of)
            else:
                yield from (one for _, one in ledger.every_record(None if name == "all" else name, as_of=args.as_of))
