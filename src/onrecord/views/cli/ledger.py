"""`onrecord ledger`: what a ledger holds; is it whole; a backup of it, and back again."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import LedgerError
from onrecord.views.cli import ledgers
from onrecord.views.cli.add import progress
from onrecord.views.cli.ledgers import many, short

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from onrecord.keeping.ledger import Ledger

HELP = "count, check, back up or restore a ledger"
DESCRIPTION = """\
count     what the ledger holds
problems  what could not be read, and the remedy
check     looks at every report and record: hashes, evidence, references, rows and search. Exit status 1 where a fault was found
backup    writes the whole ledger, SQLite or PostgreSQL, to one new SQLite file (which is itself a ledger)
restore   fills an empty ledger, SQLite or PostgreSQL, from a backup
"""
NEEDS_FILE = ("backup", "restore")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=(*DOES, "restore"))
    parser.add_argument("file", nargs="?", metavar="FILE", help="the backup to write or to read")
    ledgers.arguments(parser)
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


def run(args: argparse.Namespace) -> int:
    if args.what in NEEDS_FILE and not args.file:
        raise LedgerError(f"which file? onrecord ledger {args.what} FILE --ledger …")
    if args.file and args.what not in NEEDS_FILE:
        raise LedgerError(
            f"{args.what} takes no file: which ledger is told by --ledger (onrecord ledger {args.what} --ledger {args.file})"
        )
    if args.what == "restore":
        return restore(args)
    with ledgers.opened(args) as ledger:
        return DOES[args.what](ledger, args)


def count(ledger: Ledger, args: argparse.Namespace) -> int:
    told = asdict(ledger.counts())
    ledgers.said(
        args,
        {"ledger": ledger.name, "holds": told},
        [ledger.name, *(f"{number:>10,}  {name}" for name, number in told.items())],
    )
    return 0


def problems(ledger: Ledger, args: argparse.Namespace) -> int:
    every = ledger.problems()
    told = [{"report": report} | asdict(problem) for report, problem in every]
    lines = [f"{short(report)}  {problem}" for report, problem in every]
    ledgers.said(args, {"ledger": ledger.name, "problems": told}, lines or ["No problems: everything could be read."])
    return 0


def check(ledger: Ledger, args: argparse.Namespace) -> int:
    records = ledger.counts().records
    with progress(quiet=args.quiet) as bar:
        task = bar.add_task("checking", total=records, unit="records")
        faults = ledger.check(lambda: bar.advance(task))

    def lines() -> Iterator[str]:
        for one in faults:
            yield f"{one.table} {short(one.id)}: {one.what}"
        whole = "is whole" if not faults else f"has {many(len(faults), 'fault')}"
        yield f"{ledger.name} {whole}: {many(records, 'record')} looked at, with their hashes, evidence, references, rows and search"

    ledgers.said(args, {"ledger": ledger.name, "records": records, "faults": [asdict(one) for one in faults]}, lines())
    return 1 if faults else 0


def backup(ledger: Ledger, args: argparse.Namespace) -> int:
    with progress(quiet=args.quiet) as bar:
        ledger.backup(args.file, told=_rows(bar))
    size = Path(args.file).stat().st_size
    ledgers.said(
        args,
        {"ledger": ledger.name, "backup": args.file, "bytes": size},
        [f"{args.file} has all of {ledger.name} ({size / 1e6:,.1f} MB)"],
    )
    return 0


def restore(args: argparse.Namespace) -> int:
    from onrecord.api import restore_ledger

    with progress(quiet=args.quiet) as bar:
        restore_ledger(args.file, ledgers.named(args), told=_rows(bar))
    with ledgers.opened(args) as ledger:
        counts, name = ledger.counts(), ledger.name
    line = (
        f"{name} holds {many(counts.reports, 'report')} and {many(counts.stories, 'story', 'stories')} from {args.file}"
    )
    ledgers.said(args, {"ledger": name, "backup": args.file, "holds": asdict(counts)}, [line])
    return 0


def _rows(bar) -> Callable[[int, int], None]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    task = bar.add_task("copying", total=None, unit="rows")
    return lambda done, of: bar.update(task, completed=done, total=of)


DOES: dict[str, Callable[[Ledger, argparse.Namespace], int]] = {
    "count": count,
    "problems": problems,
    "check": check,
    "backup": backup,
}
