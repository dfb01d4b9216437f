"""`onrecord group`: many reports in; which tell of one happening, and which are one text."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import json
from typing import TYPE_CHECKING

from onrecord.errors import SourceError
from onrecord.views.cli import intake, recorded
from onrecord.views.cli.visible import visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from onrecord.values.article import Article
    from onrecord.values.story import Story

HELP = "group reports into stories and count their origins"
DESCRIPTION = """\
Groups reports that tell of one happening, and says which of them are one text, however many outlets printed it.

INPUT is as for `read`, or record JSON lines (`onrecord read --format jsonl`). --format jsonl prints one story a line: {"story", "articles": [{"key", "origin"}]}; an origin is the key of the
report that stands for a text. Only the wording, names, headlines and days are looked at: it takes milliseconds an article.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", metavar="INPUT")
    intake.source_arguments(parser)
    parser.add_argument(
        "--format", choices=("pretty", "jsonl"), default="pretty", help="what to print (default: pretty)"
    )


def run(args: argparse.Namespace) -> int:
    from onrecord.stories.group import group
    from onrecord.views.cli.read import emit

    articles = list(recorded.articles(args, args.inputs))
    if not any(one.text.strip() for one in articles):
        raise SourceError("none of the inputs holds a report: there is nothing to group")
    stories = group(articles)
    if args.format == "jsonl":
        for story in stories:
            rows = [{"key": one.key, "origin": one.origin} for one in story.reports]
            emit(json.dumps({"story": story.id, "articles": rows}, ensure_ascii=False) + "\n")
        return 0
    known = {one.key or f"#{i}": one for i, one in enumerate(articles, 1)}
    for story in sorted(stories, key=lambda one: (-one.origins, -len(one.reports), one.id)):
        print(visible(told(story, known)))
    return 0


def told(story: Story, known: Mapping[str, Article]) -> str:
    """A story for people: its counts, then its reports, copies under their origin."""
    outlets = {known[one.key].outlet or one.key for one in story.reports}
    lines = [
        f"{count(len(story.reports), 'report')} > {count(len(outlets), 'outlet')} > {count(story.origins, 'origin')}"
    ]
    for one in sorted(story.reports, key=lambda r: (r.origin, r.key != r.origin, r.key)):
        article = known[one.key]
        title = article.headline or " ".join(article.text.split())[:70]
        mark = "  " if one.key == one.origin else "  └ copy: "
        lines.append(f"{mark}{title}  ({', '.join(x for x in (article.outlet, article.published, one.key) if x)})")
    return "\n".join(lines) + "\n"


def count(n: int, word: str) -> str:
    """`1 report`, `2 reports`."""
    return f"{n} {word}{'s' * (n != 1)}"
