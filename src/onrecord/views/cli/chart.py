"""`onrecord chart`: a picture of reports, or of what a ledger holds."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import SettingsError
from onrecord.views.cli import intake
from onrecord.views.cli.ledgers import as_of_moment
from onrecord.views.whole import write

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.values.record import Record
    from onrecord.values.story import Story
    from onrecord.views.charts.material import Material
    from onrecord.views.charts.picture import Picture

HELP = "draw a picture: timeline, map, origins, course of a number, meetings, disagreements"
DESCRIPTION = """\
Draws a picture of reports (IN, as for `read`, or record JSON lines) or of a ledger's stories, to a file: .svg, .png, .json (Vega-Lite, with
the data) or .html (one page, with the picture as a table too). Needs the extra `web`: pip install 'onrecord[web]'.

kinds:
  timeline       events and meetings over time, by story
  map            where reports place events
  origins        which reports are one text, and when each appeared      (one story)
  course         a number over time, for each claimant, with its bounds  (one story)
  meetings       who met whom, and how often
  disagreements  each claimant's value of one field                      (one story)

A picture of one story takes IN as reports of one happening, as `compare` does; of a ledger it wants --story, unless there is only one.
"""
FORMS = (".svg", ".png", ".json", ".html")
MOST = 200  # stories of a ledger that are drawn at once


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND", help="which picture (see above)")
    parser.add_argument("inputs", nargs="*", metavar="IN")
    parser.add_argument("--out", required=True, metavar="FILE", help="where to: .svg, .png, .json or .html")
    parser.add_argument(
        "--ledger", metavar="FILE|URL", help="draw what a ledger holds (without IN; default: ONRECORD_LEDGER)"
    )
    parser.add_argument(
        "--story", action="append", default=[], metavar="ID", help="only this story of the ledger (may be given again)"
    )
    parser.add_argument("--as-of", type=as_of_moment, metavar="DATE", help="what the ledger held then")
    parser.add_argument(
        "--field", metavar="NAME", help="which field, for course and disagreements (default: the most disputed)"
    )
    parser.add_argument("--dark", action="store_true", help="for a dark page")
    parser.add_argument("--width", type=intake.whole, default=720, metavar="PX", help="320 to 1600 (default: 720)")
    intake.arguments(parser)


def run(args: argparse.Namespace) -> int:
    from onrecord.views.charts.kinds import draw, kind_named
    from onrecord.views.charts.picture import Look

    kind, out = kind_named(args.kind), Path(args.out)
    form = out.suffix.lower()
    if form not in FORMS:
        raise SettingsError(f"--out {args.out}: which form? Name the file …{', …'.join(FORMS)}")
    look = Look(dark=args.dark, width=args.width)
    material = _material(args, one_story=kind.one_story)
    picture = draw(kind.name, material, look=look, field=args.field)
    other = (
        draw(kind.name, material, look=replace(look, dark=True), field=args.field)
        if form == ".html" and not args.dark
        else None
    )
    _write(picture, other, out, form)
    if not picture.shown:
        from onrecord.views.cli.visible import visible

        print(f"onrecord: {visible(picture.title)}: {visible(picture.note)}", file=sys.stderr)
    return 0


def _write(picture: Picture, dark: Picture | None, out: Path, form: str) -> None:
    from onrecord.views.charts.document import document
    from onrecord.views.charts.rendering import clean, png, svg

    if form == ".json":
        data = (json.dumps(clean(picture.spec), ensure_ascii=False) + "\n").encode()
    elif form == ".png":
        data = png(picture)
    elif form == ".svg":
        data = f"{svg(picture)}\n".encode()
    else:
        data = document(picture, dark).encode()
    write(out, [data])


def _material(args: argparse.Namespace, *, one_story: bool) -> Material:
    """What is to be drawn: the reports given, else the ledger's stories."""
    from onrecord.views.charts.material import Material

    if args.inputs:
        if args.ledger or args.story or args.as_of:
            raise SettingsError("give reports (IN) or --ledger, with --story and --as-of, not both")
        from onrecord.views.cli.export import records

        found = _keyed(records(args))
        return Material((_compared(found),) if found and one_story else _grouped(found), found)
    from onrecord.views.charts.material import of_ledger
    from onrecord.views.cli import ledgers

    args.ledger = args.ledger or os.environ.get("ONRECORD_LEDGER")
    if not args.ledger:
        raise SettingsError("of what? Give reports (IN), or --ledger FILE")
    with ledgers.opened(args) as ledger:
        stories = args.story or [one.id for one in ledger.stories(as_of=args.as_of)]
        if one_story and len(stories) > 1:
            raise SettingsError(
                f"{args.kind} is of one story, and here are {len(stories):,}: give --story ID (`onrecord stories` lists them)"
            )
        if len(stories) > MOST:
            print(
                f"onrecord: of {len(stories):,} stories the {MOST} with most origins are drawn: --story ID chooses",
                file=sys.stderr,
            )
        return of_ledger(ledger, stories[:MOST], as_of=args.as_of)


def _keyed(records: Iterable[Record]) -> tuple[Record, ...]:
    """The records, each with a key of its own."""
    made: list[Record] = []
    taken: set[str] = set()
    for n, one in enumerate(records, 1):
        key = one.article.key or f"#{n}"
        if key in taken:
            key = f"{key} ({n})"
        taken.add(key)
        made.append(one if key == one.article.key else replace(one, article=replace(one.article, key=key)))
    return tuple(made)


def _compared(records: Iterable[Record]) -> Story:
    from onrecord.stories.compare import compare

    return compare(records)


def _grouped(records: tuple[Record, ...]) -> tuple[Story, ...]:
    """The stories that the reports tell, each compared."""
    from onrecord.stories.group import group
    from onrecord.values.article import Article

    known = {one.article.key: one for one in records}
    articles = [
        Article(a.text, key=a.key, published=a.published.value, outlet=a.outlet.name if a.outlet else None)
        for a in (one.article for one in records)
    ]
    return tuple(_compared(known[report.key] for report in story.reports) for story in group(articles))
