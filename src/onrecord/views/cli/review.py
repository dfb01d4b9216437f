"""`onrecord review`: records for annotation tools, what people changed there back as judgements, corrections as training data."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import SettingsError, SourceError
from onrecord.views.cli import ledgers
from onrecord.views.cli.ledgers import many
from onrecord.views.whole import write, write_all

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from onrecord.ledger.reviewed import Reviewed
    from onrecord.values.record import Record
    from onrecord.views.review.desks import Desk
    from onrecord.views.review.incoming import Taken

HELP = "send records to annotation tools, and take corrections in"
DESCRIPTION = """\
export    writes records for a tool: labelstudio, prodigy, doccano or brat
import    takes in what people changed there: each change is a judgement, with the author and date that the tool's file gives
training  writes the corrections that stand as labels to train on: keys, hashes and offsets, never texts

  onrecord review export --to labelstudio --ledger news.db --out for-ana/
  onrecord review import --from labelstudio for-ana/project-1.json --ledger news.db
  onrecord review export --to brat --records records.jsonl --out brat/
  onrecord review import --from brat brat/ --records records.jsonl --author Ana --out corrected.jsonl
  onrecord review training --ledger news.db --out labels/

Taking a file in twice changes nothing. What each tool keeps and cannot: docs/correcting.md.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="what", required=True, metavar="export|import|training")
    out = verbs.add_parser("export", help="write records for a tool")
    out.add_argument("--to", required=True, metavar="TOOL", help="labelstudio, prodigy, doccano or brat")
    out.add_argument("--out", required=True, metavar="FOLDER", help="where to write")
    out.add_argument("--story", metavar="ID", help="of the ledger, only this story")
    back = verbs.add_parser("import", help="take in what people changed")
    back.add_argument("inputs", nargs="+", metavar="FILE", help="what the tool exported; for brat its folder")
    back.add_argument("--from", dest="tool", required=True, metavar="TOOL", help="the tool that it is from")
    back.add_argument("--out", metavar="FILE", help="with --records: where to write the corrected records")
    back.add_argument("--accept", action="store_true", help="what stayed as it was counts as accepted")
    back.add_argument("--why", metavar="REASON", help="the reason that is kept (default: reviewed in the tool)")
    back.add_argument(
        "--author",
        metavar="NAME",
        default=os.environ.get("ONRECORD_AUTHOR"),
        help="who judged, where the tool's file names nobody (default: ONRECORD_AUTHOR)",
    )
    learn = verbs.add_parser("training", help="write corrections as labels to train on")
    learn.add_argument("--out", required=True, metavar="FOLDER", help="where to write")
    for one in (out, back):
        one.add_argument(
            "--records", metavar="IN", action="append", help="instead of a ledger: records, or articles to read"
        )
    for one in (out, back, learn):
        ledgers.arguments(one)
        one.set_defaults(
            form="auto", fetch=False, published=None, outlet=None, min_confidence=0.0
        )  # as articles are read


def run(args: argparse.Namespace) -> int:
    return DOES[args.what](args)


def export(args: argparse.Namespace) -> int:
    from onrecord.views.review.forms import form_named

    form, out = form_named(args.to), Path(args.out)
    number = write_all(out, form.write(_counted(_views(args), counts := [0])))
    told = {"tool": form.name, "folder": str(out), "files": number, "reports": counts[0]}
    ledgers.said(
        args,
        told,
        [f"{many(counts[0], 'report')} for {form.title.partition(',')[0]} in {out}: import {out / form.main} there"],
    )
    return 0


def take_in(args: argparse.Namespace) -> int:
    from onrecord.values.wire import dumps
    from onrecord.views.review.desks import LedgerDesk, RecordsDesk
    from onrecord.views.review.forms import form_named
    from onrecord.views.review.incoming import Taken
    from onrecord.views.review.incoming import take_in as taken_in

    form, taken = form_named(args.tool), Taken()
    who = {"author": args.author, "why": args.why, "accept": args.accept}

    def all_into(desk: Desk) -> None:
        for name in args.inputs:
            _add(taken, taken_in(desk, form, _there(name), **who))

    if args.records:
        loose, out = RecordsDesk.of(_records(args, args.records)), Path(_needed(args.out, "--out FILE"))
        all_into(loose)
        write(out, (f"{dumps(one)}\n".encode() for one in loose.corrected()))
    else:
        with ledgers.opened(args) as ledger:
            all_into(LedgerDesk(ledger))
    lines = [*taken.told, *(f"left out: {one}" for one in taken.left_out)]
    last = f"{many(len(taken.judgements), 'judgement')} from {many(taken.reports, 'report')}"
    told = {"reports": taken.reports, "judgements": taken.judgements, "changes": taken.told, "left_out": taken.left_out}
    ledgers.said(args, told, [*lines, last])
    return 0


def training(args: argparse.Namespace) -> int:
    from onrecord.views.review.training import files

    out = Path(args.out)
    write_all(out, files(_views(args)))
    lines = {name: (out / name).read_bytes().count(b"\n") for name in ("events.jsonl", "judgements.jsonl")}
    told = f"{many(lines['events.jsonl'], 'sentence')} with judged events, {many(lines['judgements.jsonl'], 'judgement')} in {out}"
    ledgers.said(args, {"folder": str(out), "lines": lines}, [told])
    return 0


DOES = {"export": export, "import": take_in, "training": training}


def _views(args: argparse.Namespace) -> Iterator[Reviewed]:
    """The records that are asked for, with their corrections."""
    from onrecord.views.review.desks import view_of

    if getattr(args, "records", None):
        yield from (view_of(one) for one in _records(args, args.records))
        return
    with ledgers.opened(args) as ledger:
        for report in ledger.reports(getattr(args, "story", None)):
            yield ledger.reviewed(report)


def _records(args: argparse.Namespace, inputs: list[str]) -> Iterator[Record]:
    from argparse import Namespace

    from onrecord.views.cli.export import records

    yield from records(Namespace(**(vars(args) | {"inputs": inputs, "ledger": None})))


def _needed(told: str | None, option: str) -> str:
    if not told:
        raise SettingsError(f"{option} is missing: `onrecord review --help` shows how")
    return told


def _there(name: str) -> Path:
    path = Path(name)
    if not path.exists():
        raise SourceError(f"there is no {name}: give the file or folder that came back from the tool")
    return path


def _counted(views: Iterable[Reviewed], counts: list[int]) -> Iterator[Reviewed]:
    for one in views:
        counts[0] += 1
        yield one


def _add(all_of_it: Taken, one: Taken) -> None:
    all_of_it.reports += one.reports
    all_of_it.judgements += one.judgements
    all_of_it.told += one.told
    all_of_it.left_out += one.left_out
