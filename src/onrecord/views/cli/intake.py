"""What several verbs share: the options that say what comes in, and the records made of it."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.values.moment import REMEDY, is_iso

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.settings import Settings
    from onrecord.values.article import Article
    from onrecord.values.record import Record

DIGITS = 12  # of a number on the command line: more of anything is nowhere
FORMS = ("auto", "text", "html", "jsonl", "json", "feed", "warc")


def source_arguments(parser: argparse.ArgumentParser) -> None:
    """The options that say what the articles are."""
    parser.add_argument(
        "--from", dest="form", choices=FORMS, default="auto", help="what the input is (default: auto, by name and look)"
    )
    parser.add_argument(
        "--published",
        type=iso,
        metavar="DATE",
        help="when it was published, ISO 8601: times in the text are read against it",
    )
    parser.add_argument("--outlet", metavar="NAME", help="who published it")
    parser.add_argument(
        "--fetch", action="store_true", help="fetch inputs that are URLs (nothing else uses the network)"
    )


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options that say what the articles are, and how they are read."""
    source_arguments(parser)
    parser.add_argument(
        "--min-confidence",
        type=probability,
        default=0.0,
        metavar="P",
        help="leave out findings less sure than this, 0 to 1",
    )


def iso(word: str) -> str:
    """A date or moment in ISO 8601, for argparse."""
    if not is_iso(word):
        raise argparse.ArgumentTypeError(f"{word!r} is no date. {REMEDY}")
    return word


def whole(word: str) -> int:
    """A whole number from 1, for argparse."""
    if not word.isdecimal() or len(word) > DIGITS or int(word) < 1:
        raise argparse.ArgumentTypeError(
            f"{word[: 2 * DIGITS]!r} is no whole number from 1, of at most {DIGITS} digits"
        )
    return int(word)


def probability(word: str) -> float:
    """A number from 0 to 1, for argparse."""
    try:
        value = float(word)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{word!r} is no number from 0 to 1")
    return value


def is_there(name: str) -> bool:
    """Whether a path leads somewhere: no word, however long or odd, is a fault."""
    from onrecord.sources.folder import is_there as there

    return there(name)


def settings_of(args: argparse.Namespace) -> Settings:
    """The settings of the environment, with what the options say."""
    from onrecord.settings import from_environment

    return replace(from_environment(), min_confidence=args.min_confidence)


def records(
    args: argparse.Namespace, inputs: list[str], limit: int | None = None, *, tell: bool = True
) -> Iterator[Record]:
    """The records of the inputs, each as soon as it is read. `tell`: problems that come with one are told on standard error."""
    from onrecord.api import read_many

    for record in read_many(islice(opened(args, inputs), limit), settings=settings_of(args)):
        if tell:
            tell_problems(record)
        yield record


def articles(args: argparse.Namespace, inputs: list[str]) -> Iterator[Article]:
    """The articles of the inputs, unread. Problems that come with one are told on standard error."""
    for article in opened(args, inputs):
        tell_problems(article)
        yield article


def opened(args: argparse.Namespace, inputs: list[str]) -> Iterator[Article]:
    """The articles of the inputs, unread; what is wrong with one is told by nobody but the article itself."""
    from onrecord.sources.ways import open_sources

    return open_sources(inputs, args.form, fetch=args.fetch, published=args.published, outlet=args.outlet)


def tell_problems(bearer: Record | Article) -> None:
    """Each problem on a line of standard error."""
    from onrecord.views.cli.visible import visible

    for problem in bearer.problems:
        print(f"onrecord: {visible(str(problem))}", file=sys.stderr)
