"""`onrecord export`: records in the forms of other tools."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

from onrecord.errors import BrokenRecord, SettingsError, SourceError, WireError
from onrecord.views.cli import intake

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
  parquet          one row a value                 web-annotation   W3C Web Annotation
  parquet-events   one row an event                schema-org       Quotation and Claim, JSON-LD
  polecat          POLECAT, 40 columns             followthemoney   entities, JSON lines
  gdelt-events     GDELT 2.0 Events, 61 columns    docbin           spaCy DocBin
  gdelt-mentions   GDELT 2.0 Mentions, 16 columns  timeml           one file an article: --out FOLDER
  ucdp             in the shape of UCDP GED        brat             two files an article: --out FOLDER
  acled            in the shape of ACLED

What each form keeps and loses: docs/exports.md.
"""
_RECORD = re.compile(rb'\s*\{\s*"schema"\s*:\s*"onrecord/')


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", metavar="IN")
    parser.add_argument("--to", required=True, metavar="FORM", help="the form to write (see above)")
    parser.add_argument("--out", metavar="FILE", help="the file, or for timeml and brat the folder (default: print it)")
    parser.add_argument("--ledger", metavar="FILE|URL", help="export what this ledger holds, as corrected")
    parser.add_argument("--as-of", metavar="DATE", help="with --ledger: what it held then")
    intake.arguments(parser)


def run(args: argparse.Namespace) -> int:
    from onrecord.views.export.face import export, pieces
    from onrecord.views.export.forms import BINARY, form_named

    form = form_named(args.to)
    form.ready()
    if args.out:
        export(records(args), args.to, args.out)
        return 0
    if form.name in BINARY and sys.stdout.isatty():
        raise SettingsError(f"{form.name} is no text for a terminal: give --out FILE")
    for piece in pieces(form, records(args)):
        emit(piece)
    return 0


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
    if args.ledger:
        yield from kept(args)
        return
    for name in args.inputs:
        if name == "-" and _is_record(_peeked()):
            yield from lines_of("standard input", sys.stdin.buffer)
        elif name != "-" and Path(name).is_file() and _first_is_record(Path(name)):
            with Path(name).open("rb") as file:
                yield from lines_of(name, file)
        else:
            yield from intake.records(args, [name])


def kept(args: argparse.Namespace) -> Iterator[Record]:
    """The records of a ledger with the corrections in force: of stories, of reports, or of all."""
    from onrecord.api import open_ledger

    with open_ledger(args.ledger, create=False) as ledger:
        for name in args.inputs:
            if name.startswith("r"):
                yield ledger.record(name, as_of=args.as_of)
            else:
                yield from (one for _, one in ledger.every_record(None if name == "all" else name, as_of=args.as_of))


def lines_of(name: str, file: IO[bytes] | Iterable[bytes]) -> Iterator[Record]:
    """The records of JSON lines; empty lines are passed over. Raises SourceError naming the line for one that is no record."""
    from onrecord.values.wire import loads

    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            yield loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except (WireError, BrokenRecord, UnicodeDecodeError) as error:
            raise SourceError(
                f"{name}, line {number}: {error}. Write it anew with `onrecord read --format jsonl`"
            ) from error


def _peeked() -> bytes:
    """The beginning of standard input, which stays to be read."""
    peek = getattr(getattr(sys.stdin, "buffer", None), "peek", None)
    return bytes(peek(256)) if peek else b""


def _is_record(beginning: bytes) -> bool:
    return _RECORD.match(beginning.removeprefix(b"\xef\xbb\xbf")) is not None


def _first_is_record(path: Path) -> bool:
    """Whether the first line of a file is a record, in whatever order its members stand."""
    with path.open("rb") as file:
        line = file.readline().removeprefix(b"\xef\xbb\xbf")
    if not line.lstrip().startswith(b"{"):
        return False
    try:
        found = json.loads(line)
    except ValueError:
        return _is_record(line)
    return isinstance(found, dict) and str(found.get("schema", "")).startswith("onrecord/")
