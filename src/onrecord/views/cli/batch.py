"""`onrecord batch`: files of articles, however many, into tables by day; stopped anywhere and begun anew, nothing is lost or there twice."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import argparse
import os
import shlex
import sys
from typing import TYPE_CHECKING

from onrecord.views.cli import intake
from onrecord.views.cli.ledgers import many

if TYPE_CHECKING:
    from onrecord.batch.estimate import Estimate
    from onrecord.batch.job import Job
    from onrecord.batch.run import Summary

HELP = "read archives of reports into tables by day"
DESCRIPTION = """\
Reads any number of reports and writes events, attributions, disagreements, articles, problems and the records themselves as tables,
by day of publication: OUT/events/day=2026-03-02/part-0.parquet. With --ledger the records are kept in a ledger, grouped into stories.

INPUT is a file, a folder or a glob: text, HTML, JSON, JSON lines, RSS or Atom feeds, WARC (CC-NEWS); each may be packed (.gz, .zst).
After Ctrl-C, a kill or a power cut, run the same command again: it goes on where it stopped, and the tables are in the end the same.
A report that cannot be read at all is set aside with a problem. docs/batch.md tells the columns.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", metavar="INPUT")
    parser.add_argument("--out", metavar="DIR", help="where the tables go")
    parser.add_argument(
        "--ledger",
        metavar="FILE|URL",
        help="keep the records in this ledger, too, or in it alone (then no tables are written)",
    )
    parser.add_argument("--engine", choices=("local", "ray"), default="local", help="processes here, or a Ray cluster")
    parser.add_argument(
        "--workers", type=intake.whole, default=cores(), metavar="N", help="processes that read (default: one a core)"
    )
    parser.add_argument(
        "--format", choices=("parquet", "jsonl"), help="of the tables (default: parquet where pyarrow is installed)"
    )
    parser.add_argument("--dry-run", action="store_true", help="say what it would take, from a timed sample")
    parser.add_argument("--again", action="store_true", help="read anew what another version or settings have read")
    parser.add_argument(
        "--limit", type=seconds, default=120.0, metavar="SECONDS", help="of one report, before it is set aside"
    )
    parser.add_argument("--shard", type=intake.whole, default=100, metavar="N", help="reports that are done at once")
    parser.add_argument("--quiet", action="store_true", help="no progress, no summary")
    intake.arguments(parser)


def seconds(word: str) -> float:
    """A time above 0, for argparse."""
    try:
        value = float(word)
    except ValueError:
        value = 0.0
    if not 0 < value < 1e6:
        raise argparse.ArgumentTypeError(f"{word!r} is no number of seconds above 0")
    return value


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(args: argparse.Namespace) -> int:
    job = job_of(args)
    if args.dry_run:
        from onrecord.batch.estimate import estimate

        found = estimate(args.inputs, job, form=args.form, workers=args.workers, size=args.shard)
        print("\n".join(planned(found)))
        return 0
    from onrecord.api import read_batch
    from onrecord.views.cli.batch_progress import watching

    with watching(quiet=args.quiet) as watcher:
        try:
            summary = read_batch(
                args.inputs,
                args.out,
                ledger=args.ledger,
                engine=args.engine,
                workers=args.workers,
                again=args.again,
                job=job,
                watcher=watcher,
                form=args.form,
                format=args.format,
                size=args.shard,
            )
        except KeyboardInterrupt:
            watcher.close()
            print("\n" + "\n".join(stopped(watcher.articles, sys.argv)), file=sys.stderr)
            raise
    if not args.quiet:
        print("\n".join(said(summary, watcher.articles, watcher.passed_over, args.out, args.ledger)))
    return 0


def job_of(args: argparse.Namespace) -> Job:
    """How each report is read."""
    from onrecord.batch.job import Job

    given = tuple((name, value) for name in ("published", "outlet") if (value := getattr(args, name)))
    return Job(intake.settings_of(args), given, args.limit)


def stopped(articles: int, words: list[str]) -> list[str]:
    """What is said after Ctrl-C."""
    command = shlex.join(["onrecord", *words[1:]])
    return [
        f"onrecord: stopped after {many(articles, 'report')}; nothing is lost but the shards in hand. To go on:",
        f"  {command}",
    ]


def said(summary: Summary, articles: int, passed: int, out: str | None, ledger: str | None = None) -> list[str]:
    """The end of a batch, in words."""
    held, found = (
        summary.held,
        f"{many(summary.held.events, 'event')}, {many(summary.held.attributions, 'attribution')}",
    )
    lines = [f"{many(articles, 'report')} read" + (f", {passed:,} read before" if passed else "")]
    if out:
        lines.append(
            f"{out} holds {many(held.articles, 'report')}{_of_days(held.days)}: {found} ({summary.form}{_written(summary)})"
        )
    if ledger:
        lines += kept(ledger)
    if held.troubled:
        share = held.troubled / max(1, held.articles)
        where = f"{out}/problems" if out else "`onrecord ledger problems`"
        lines.append(f"{many(held.troubled, 'report')} ({share:.1%}) with problems: see {where}")
    if held.aside:
        are = "is" if held.aside == 1 else "are"
        lines.append(
            f"{many(held.aside, 'report')} could not be read and {are} kept in {out or f'{ledger}.batch'}/set-aside"
        )
    return lines


def _of_days(days: int) -> str:
    return f" of {many(days, 'day')}" if days else ", none with a date (--published gives those a day that tell none)"


def _written(summary: Summary) -> str:
    """Which tables were written in this run; those of reports without a date are no day's."""
    if not summary.held.days:
        return ", in day=undated" if summary.held.articles else ""
    return f"; {many(summary.days, 'day')} written" if summary.days else "; nothing new to write"


def kept(ledger: str) -> list[str]:
    """What a ledger holds, in words."""
    from onrecord.api import open_ledger

    with open_ledger(ledger, create=False) as opened:
        counts = opened.counts()
        stories = many(counts.stories, "story", "stories")
        return [f"{opened.name} holds {many(counts.reports, 'report')}, {stories}, {many(counts.events, 'event')}"]


def planned(found: Estimate) -> list[str]:
    """An estimate, in words."""
    from onrecord.views.cli.batch_progress import lasting, sized

    if not found.sample:
        return ["there is no report in these inputs"]
    about = "" if found.counted else "about "
    lines = [
        f"{many(found.files, 'file')}, {sized(found.bytes)}: {about}{many(found.articles, 'report')}",
        f"one report takes {found.seconds:.2f} s here ({many(found.sample, 'report')} read, {found.troubled} with problems)",
        f"all: about {lasting(found.hours * 3600)} with {many(found.workers, 'worker')}, if each has a core of its own",
        f"records: about {sized(found.articles * found.record_bytes)} packed, and the tables about as much again",
    ]
    return [*lines, "nothing was written: leave --dry-run out to begin"]
