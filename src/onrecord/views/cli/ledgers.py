"""What the verbs of a ledger share: which ledger, as of when, in which form; and short ids, days and judgements in words."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import json
import os
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from onrecord.errors import LedgerError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Mapping

    from rich.console import Console

    from onrecord.keeping.ledger import Ledger
    from onrecord.ledger.found import Report, Story
    from onrecord.ledger.judgements import Judgement

SHORT = 9  # of an id, as shown: its letter and eight digits
FORMATS = ("text", "json")


def arguments(parser: argparse.ArgumentParser, *, as_of: bool = False, formats: tuple[str, ...] = FORMATS) -> None:
    """--ledger, --format, --no-color; for verbs that look back, --as-of."""
    parser.add_argument(
        "--ledger",
        metavar="FILE|URL",
        default=os.environ.get("ONRECORD_LEDGER"),
        help="a file (SQLite) or postgresql+psycopg://USER@HOST/NAME (default: ONRECORD_LEDGER)",
    )
    parser.add_argument("--format", choices=formats, default="text", help="what to print (default: text)")
    parser.add_argument("--no-color", action="store_true", help="no colour (also by NO_COLOR=1)")
    if as_of:
        parser.add_argument(
            "--as-of",
            type=as_of_moment,
            metavar="DATE",
            help="what this ledger held at that moment, by when things were added and judged, not by when they happened: ISO 8601 (a day"
            " counts to its end; UTC, unless a zone is given)",
        )


def as_of_moment(word: str) -> str:
    """A day or moment in ISO 8601, for argparse; as it was typed."""
    import argparse

    from onrecord.ledger.moments import moment

    try:
        moment(word)
    except LedgerError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return word


def a_day(word: str) -> str:
    """A day in ISO 8601, for argparse."""
    import argparse

    from onrecord.ledger.moments import day

    try:
        return day(word) or word
    except LedgerError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def author_arguments(parser: argparse.ArgumentParser) -> None:
    """--why and --author of a judgement."""
    parser.add_argument("--why", required=True, metavar="REASON", help="why: it is kept with the judgement")
    parser.add_argument(
        "--author",
        metavar="NAME",
        default=os.environ.get("ONRECORD_AUTHOR"),
        help="who judges (default: ONRECORD_AUTHOR)",
    )


def opened(args: argparse.Namespace, *, create: bool = False) -> Ledger:
    """The ledger that the options name. Raises LedgerError where they name none."""
    from onrecord.api import open_ledger

    return open_ledger(named(args), create=create)


def named(args: argparse.Namespace) -> str:
    """The file or URL of the ledger that the options name. Raises LedgerError where they name none."""
    if not args.ledger:
        raise LedgerError("which ledger? Give --ledger FILE (it may be a new one), or set ONRECORD_LEDGER")
    return str(args.ledger)


def author(args: argparse.Namespace) -> str:
    """Who judges. Raises LedgerError where nobody is named."""
    if not args.author:
        raise LedgerError("who judges? Give --author NAME, or set ONRECORD_AUTHOR")
    return str(args.author)


def console(args: argparse.Namespace) -> Console:
    """Where to print."""
    from onrecord.views.cli.pretty import console as made

    return made(colour=not args.no_color)


def emit_json(told: Any) -> None:
    """Prints plain data as indented JSON, whatever letters are in it."""
    from onrecord.views.cli.read import emit
    from onrecord.views.cli.visible import escaped

    emit(escaped(json.dumps(told, ensure_ascii=False, indent=2)) + "\n")


def story_json(story: Story) -> dict[str, Any]:
    """A story as plain data, with its counts."""
    counts = {"reports": len(story.reports), "outlets": story.outlets, "texts": story.texts, "origins": story.origins}
    first, last = story.days
    head = {"id": story.id, "headline": story.headline, "first": first, "last": last, "counts": counts}
    return head | {
        "reports": [asdict(one) for one in story.reports],
        "judgements": [asdict(one) for one in story.judgements],
    }


def short(id: str) -> str:
    """An id as people see it."""
    return id[:SHORT]


def many(number: int, word: str, plural: str = "") -> str:
    """`1 story`, `2 stories`, `1,204 reports`."""
    return f"{number:,} {word if number == 1 else plural or word + 's'}"


def counted(story: Story) -> str:
    """`4 reports > 3 outlets > 3 texts > 2 origins`."""
    counts = (
        (len(story.reports), "report"),
        (story.outlets, "outlet"),
        (story.texts, "text"),
        (story.origins, "origin"),
    )
    return " > ".join(many(number, word) for number, word in counts)


def between(first: str | None, last: str | None) -> str:
    """`2026-03-02`, `2026-03-02 to 04`, `2026-03-30 to 04-02`; "no date" where none is known."""
    if not first or not last:
        return "no date"
    if first == last:
        return first
    same = next(n for n in (8, 5, 0) if first[:n] == last[:n])
    return f"{first} to {last[same:]}"


def line_of(one: Report) -> str:
    """Outlet and day of a report."""
    return " · ".join(filter(None, (one.outlet or "outlet not known", (one.published or "no date")[:10])))


def judged(one: Judgement) -> str:
    """A judgement in a line of words."""
    subjects = [short(id) for id in one.subjects]
    if one.verb == "undo":
        what = f"undid {subjects[0]}"
    elif one.kind == "value":
        what = corrected(one)
    elif one.verb == "merge":
        what = f"merged {one.kind} {subjects[1]} into {subjects[0]}"
    else:
        what = f"split {', '.join(short(id) for id in one.reports)} off {one.kind} {subjects[0]}"
    return f"{one.author} {what}, {(one.dated or one.made_at)[:10]}: {one.why}"


def corrected(one: Judgement) -> str:
    """What a correction did: `corrected e1.fields.duration.0 of r69268e21: PT35M → PT40M`."""
    where = f"{one.path} of {short(one.report)}"
    if one.verb in ("accept", "reject"):
        return f"{one.verb}ed {where}: {brief(one.was)}"
    if one.verb == "insert":
        return f"inserted into {where}: {brief(one.value)}"
    return f"corrected {where}: {brief(one.was)} → {brief(one.value)}"


def brief(told: Any) -> str:
    """A value of a record in a few words."""
    if isinstance(told, dict):
        known = next(
            (told[name] for name in ("value", "name", "type", "measure", "actor") if told.get(name) is not None), None
        )
        if not isinstance(known, str | int | float) and "start" in told and "end" in told:
            known = f"at {told['start']}–{told['end']}"
        told = known if isinstance(known, str | int | float) else told
    return told if isinstance(told, str) else json.dumps(told, ensure_ascii=False)


def done(args: argparse.Namespace, made: Judgement) -> None:
    """Says what was judged, and how it is taken back."""
    back = f"to take it back: onrecord undo {short(made.id)} --why …"
    said(args, asdict(made), [f"{short(made.id)}  {judged(made)}", back])


def said(args: argparse.Namespace, told: Mapping[str, Any], lines: Iterable[str]) -> None:
    """Prints the JSON, or the lines for people."""
    from rich.text import Text

    if args.format == "json":
        emit_json(told)
        return
    from onrecord.views.cli.visible import visible

    terminal = console(args)
    for line in lines:
        terminal.print(Text(visible(line)), soft_wrap=True)
