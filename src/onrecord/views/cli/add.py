"""`onrecord add`: reports into a ledger, safely: stopped anywhere and begun anew, nothing is lost and nothing is there twice."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import sys
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.views.cli import intake, ledgers, recorded
from onrecord.views.cli.ledgers import many

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from onrecord.keeping.ledger import Ledger
    from onrecord.values.article import Article
    from onrecord.values.record import Record

HELP = "read reports and keep their records in a ledger"
DESCRIPTION = """\
Reads reports and keeps them with their records; groups those that tell of one happening.

INPUT is as for `read`; records that `read --format jsonl` wrote are kept as they were read. Each report is safe as soon as it is counted: after Ctrl-C, a kill or a power cut, run the same command again, and
it goes on where it stopped. Adding a report twice changes nothing. A changed report under the same URL (or key) is a new version of it.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", metavar="INPUT")
    intake.arguments(parser)
    ledgers.arguments(parser)
    parser.add_argument(
        "--again", action="store_true", help="read anew what is there already, with this onrecord's knowledge"
    )
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


def run(args: argparse.Namespace) -> int:
    from onrecord.api import open_ledger

    if not args.ledger:
        ledgers.opened(args)
    with open_ledger(args.ledger, settings=intake.settings_of(args)) as ledger:
        tally: Counter[str] = Counter()
        try:
            _add(ledger, args, tally)
        except KeyboardInterrupt:
            kept = sum(tally[how] for how in ("new", "version", "older version", "read anew"))
            print(
                f"\nonrecord: stopped. {many(kept, 'report')} kept, nothing lost: the same command goes on from here",
                file=sys.stderr,
            )
            raise
        counts = ledger.counts()
        told = {how.replace(" ", "_"): tally[how] for how in ("new", "version", "older version", "read anew", "there")}
        told |= {"events": tally["events"], "problems": tally["problems"]}
        holds = {"reports": counts.reports, "stories": counts.stories, "events": counts.events}
        ledgers.said(args, {"ledger": ledger.name, "added": told, "holds": holds}, _summary(ledger.name, tally, holds))
    return 0


def _add(ledger: Ledger, args: argparse.Namespace, tally: Counter[str]) -> None:
    with progress(quiet=args.quiet) as bar:
        task = bar.add_task("reading", total=expected(args.inputs), unit="reports")
        for added in ledger.adding(_given(args), again=args.again):
            tally[added.how] += 1
            tally["events"] += added.events
            tally["problems"] += added.problems
            bar.advance(task)
        bar.update(task, total=bar.tasks[task].completed)
        grouping = bar.add_task("grouping", total=None, unit="reports", visible=False)
        ledger.settle(lambda done, of: bar.update(grouping, completed=done, total=of, visible=True))
        bar.update(grouping, completed=bar.tasks[grouping].total or 0)


def _given(args: argparse.Namespace) -> Iterator[Article | Record]:
    """What the inputs hold: records as they were read, all else as articles."""
    found = [recorded.lines(args, name) for name in args.inputs]
    if not any(found):
        yield from intake.opened(args, args.inputs)
        return
    for name, records in zip(args.inputs, found, strict=True):
        yield from intake.opened(args, [name]) if records is None else records


@contextmanager
def progress(*, quiet: bool = False):  # type: ignore[no-untyped-def]  # noqa: ANN201  rich is loaded when it is needed
    """A bar with the rate and the time left, on standard error; nothing where that is no terminal."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(TextColumn):
        def render(self, task):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            rate = task.finished_speed or task.speed
            return Text(f"{rate:,.1f}/s" if rate else "", style="dim")

    terminal = Console(stderr=True)
    bar = Progress(
        SpinnerColumn(finished_text="[green]✓"),
        TextColumn("{task.description}"),
        BarColumn(bar_width=32),
        MofNCompleteColumn(),
        TextColumn("[dim]{task.fields[unit]}"),
        Rate(""),
        TimeElapsedColumn(),
        TextColumn("[dim]left"),
        TimeRemainingColumn(),
        console=terminal,
        disable=quiet or not terminal.is_terminal,
    )
    with bar:
        yield bar


def expected(inputs: list[str]) -> int | None:
    """How many articles there are, where it can be known without reading them: files of folders, lines of JSON lines."""
    from onrecord.sources.folder import files, is_glob, matches

    number = 0
    for name in inputs:
        path = Path(name)
        if is_glob(name):
            every = list(matches(name))
        elif path.is_dir():
            every = list(files(path))
        elif path.is_file():
            every = [path]
        else:
            return None
        for one in every:
            if one.suffix == ".gz":
                return None
            number += _lines(one) if one.suffix in (".jsonl", ".ndjson") else 1
    return number


def _lines(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return sum(1 for line in file if line.strip())
    except OSError:  # whoever reads it says so, in one article
        return 1


def _summary(name: str, tally: Counter[str], holds: dict[str, int]) -> Iterator[str]:
    taken = [
        (tally["new"], "new"),
        (tally["version"] + tally["older version"], "new versions of reports that were there"),
        (tally["read anew"], "read anew"),
        (tally["there"], "there already"),
    ]
    yield "  ".join(f"{number:,} {words}" for number, words in taken if number) or "nothing to add"
    if tally["problems"]:
        yield f"{many(tally['problems'], 'problem')} kept with the reports that have them: `onrecord ledger problems` lists them"
    yield f"{name} holds {many(holds['reports'], 'report')}, {many(holds['stories'], 'story', 'stories')}, {many(holds['events'], 'event')}"
