"""`onrecord compare`: reports of one happening in; where they differ, and who says which."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from onrecord.errors import SettingsError, SourceError
from onrecord.values.record import Record
from onrecord.views.cli import intake, recorded
from onrecord.views.cli.read import emit
from onrecord.views.cli.visible import escaped, visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from onrecord.stories.policies import View
    from onrecord.values.article import Article
    from onrecord.values.findings import Scalar
    from onrecord.values.story import Story

HELP = "compare reports of one happening: where they differ, and who says which"
DESCRIPTION = """\
Compares reports of one happening: how many of them know it themselves, what they agree on, where they differ, and who says which.

INPUT is as for `read`, or record JSON lines (`onrecord read --format jsonl`): the reports of one happening (`onrecord group` finds which are). --format json prints the reports with their
origins and the differences with every value, its evidence and its claimant; jsonl prints the whole story in one line (`onrecord schema --of
story`); markdown, html and csv are for passing on.
Nothing here says who is right. --policy shows one figure a field, by a rule that you choose: a view, never a rewrite.
"""
FORMATS = ("pretty", "markdown", "html", "csv", "json", "jsonl")
_ENDS: Final = "\r\n"  # of a line of CSV (RFC 4180): no character of a stranger's
POLICIES = ("per_claimant", "range", "conservative", "majority_of_origins", "latest")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", metavar="INPUT")
    intake.source_arguments(parser)
    parser.add_argument("--format", choices=FORMATS, default="pretty", help="what to print (default: pretty)")
    parser.add_argument("--policy", choices=POLICIES, help="one line a field under this policy, instead of the report")
    parser.add_argument("--no-color", action="store_true", help="no colour (also by NO_COLOR=1)")


def run(args: argparse.Namespace) -> int:
    from onrecord.api import compare

    if args.policy and args.format not in ("pretty", "json"):
        raise SettingsError(f"--policy prints lines, or --format json: {args.format} is of the whole report")
    found = list(_told(args))
    if not any((one.article.text if isinstance(one, Record) else one.text).strip() for one in found):
        raise SourceError("none of the inputs holds a report: there is nothing to compare")
    story = compare(found)
    if args.policy:
        emit(under(story, args.policy, as_json=args.format == "json"))
    elif args.format == "pretty":
        from onrecord.views.cli.discrepancy import show
        from onrecord.views.cli.pretty import console

        show(story, console(colour=not args.no_color))
    else:
        emit(written(story, args.format))
    return 0


def _told(args: argparse.Namespace) -> Iterator[Record | Article]:
    """The records of inputs that are records, the articles of all others."""
    for name in args.inputs:
        found = recorded.lines(args, name)
        yield from intake.articles(args, [name]) if found is None else found


def written(story: Story, form: str) -> str:
    """The report of a story in a form other than the terminal's."""
    if form == "json":
        from onrecord.views.present.answer import answer

        return escaped(json.dumps(answer(story), ensure_ascii=False)) + "\n"
    if form == "jsonl":
        from onrecord.values.wire import dumps

        return dumps(story) + "\n"
    if form == "csv":
        from onrecord.views.present.discrepancy_csv import table

        return _ENDS.join(map(visible, table(story).split(_ENDS)))
    if form == "html":
        from onrecord.views.html.discrepancy import page

        return page(story)
    from onrecord.views.present.discrepancy_markdown import markdown

    return visible(markdown(story))


def under(story: Story, policy: str, *, as_json: bool = False) -> str:
    """Each field of the story under a policy, a line each."""
    from onrecord.stories.policies import view
    from onrecord.views.present.discrepancy import question

    fields = dict.fromkeys((c.field, c.of) for c in story.claims if c.stance == "asserts")
    views = [(field, of, view(story, policy, field, of)) for field, of in fields]
    if as_json:
        return (
            json.dumps([{"field": f, "of": of, "policy": policy, "view": v} for f, of, v in views], ensure_ascii=False)
            + "\n"
        )
    lines = (f"{question(f, of)}: {_line(f, policy, v)}" for f, of, v in views if v)
    return "".join(f"{visible(line)}\n" for line in lines)


def _line(field: str, policy: str, view: View) -> str:
    """What a policy shows of a field, in words; of `range` "30 minutes to 2 hours", "at least 31"."""
    if policy != "range":
        return ", ".join(f"{name} {_said(field, name, value)}" for name, value in view.items())
    from onrecord.values.comparing import number

    low, high = (number(view.get(end)) for end in ("low", "high"))
    told = [_said(field, end, value) for end, value in view.items()]
    if low is None or high is None:
        return f"at {'most' if low is None else 'least'} {told[0]}"
    # "at least 31" and "at most 20" leave nothing between them
    return f"at least {told[0]}, and at most {told[1]}" if low > high else " to ".join(dict.fromkeys(told))


def _said(field: str, name: str, value: Scalar) -> str:
    from onrecord.values.comparing import number
    from onrecord.views.present.wording import amount

    if value is None:
        return "not known" if name == "published" else "none (as many tell another)"
    figure = number(value) if field == "duration" or not isinstance(value, str) else None
    if figure is None or name in ("published", "origins"):
        return str(value)
    return amount(figure, duration=field == "duration")
