"""Metamorphic checks: articles are changed in known ways, read before and after, and the records compared modulo the change.

    python -m onrecord.evaluation.metamorphic --shared ../shared [--limit 40] [--only names] [--show 10] [--at-least 95]

Prints a line per change (`metamorphic_changes` says what each is): articles it applies to, % of their values (slots of `metamorphic_values`,
on either side) that are as they have to be, and % of articles of which every value is. `--show` adds the kinds of value that went wrong
most often and the worst articles. Exit status 1 where a change keeps fewer of its values than `--at-least`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from onrecord.errors import OnrecordError, SourceError
from onrecord.evaluation import metamorphic_changes as changes
from onrecord.evaluation.metamorphic_changes import Before, Change
from onrecord.evaluation.metamorphic_values import Slot, places, slots
from onrecord.evaluation.tally import percent
from onrecord.pipeline import read_layers, reader
from onrecord.recording.record import record as make_record
from onrecord.settings import Settings, from_environment
from onrecord.values.article import Article
from onrecord.values.layers import Syntax

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SETS: Final = (
    "news_cluster",
    "basil_dev",
    "fakes_dev",
    "fivew_dev",
    "polnear_dev",
    "timebank",
    "aquaint",
    "meantime_dev",
)
SHORTEST, LONGEST = 500, 4000  # code points of an article: what a reader reads in seconds
PARAGRAPH: Final = (200, 600)


@dataclass
class Outcome:
    """What one change gave: per article its faults, and how many values were right of how many."""

    name: str
    articles: int = 0
    whole: int = 0
    right: int = 0
    values: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    worst: list[tuple[int, str, list[str]]] = field(default_factory=list)

    def add(self, key: str, right: int, faults: Sequence[tuple[Slot, Any, Any]]) -> None:
        self.articles += 1
        self.whole += not faults
        self.right += right
        self.values += right + len(faults)
        self.kinds.update(_kind(slot) for slot, _, _ in faults)
        self.worst.append(
            (len(faults), key, [f"{_told(slot)}: wanted {_told(a)}, found {_told(b)}" for slot, a, b in faults])
        )


def compared(change: Change, after: Before) -> tuple[int, list[tuple[Slot, Any, Any]]]:
    """How many values are as expected, and (slot, wanted, found) of those that are not; None stands for a slot that one side lacks."""
    wanted = {slot: value for slot, value in change.expected.items() if change.counted(slot)}
    found = {slot: value for slot, value in slots(after.record).items() if change.counted(slot)}
    faults = [
        (slot, wanted.get(slot), found.get(slot))
        for slot in dict.fromkeys((*wanted, *found))
        if slot not in wanted or slot not in found or not change.same(slot, wanted[slot], found[slot])
    ]
    return len(wanted.keys() | found.keys()) - len(faults), faults


def makers(other: str) -> dict[str, Callable[[Before], Change | None]]:
    """Each change by its name; `other` is a paragraph of another story."""
    return {
        "names": changes.renamed,
        **{f"quotes {form}": changes.quoted(form) for form in changes.QUOTES},
        "date": changes.postdated,
        "addition": changes.added(other),
        "parties": changes.exchanged,
        "background": changes.reordered,
    }


def read(article: Article, settings: Settings) -> Before:
    """The article read."""
    layers = read_layers(article, settings)
    return Before(article, make_record(layers, settings, reader(settings)), layers[Syntax].sentences)


def run(articles: Sequence[Article], settings: Settings, only: Sequence[str] = ()) -> list[Outcome]:
    """Each change on each article to which it applies. The paragraph that is added is the next article's."""
    outcomes = {name: Outcome(name) for name in makers("") if not only or name in only}
    for article, following in zip(articles, (*articles[1:], *articles[:1]), strict=True):
        before = read(article, settings)
        for name, maker in makers(paragraph(following.text)).items():
            change = maker(before) if name in outcomes else None
            if change is not None:
                outcomes[name].add(article.key or "", *compared(change, read(change.article, settings)))
    return list(outcomes.values())


def sample(gold: Path, limit: int) -> list[Article]:
    """So many articles of the sets of `SETS`, in turn, of each those whose key's digest comes first."""
    every = []
    for name in SETS:
        rows = [row for row in _rows(gold / f"{name}.jsonl.gz") if SHORTEST <= len(row["text"]) <= LONGEST]
        rows.sort(key=lambda row: sha256(f"{name}/{row['key']}".encode()).digest())
        every += [(i, name, row) for i, row in enumerate(rows[:limit])]
    return [
        Article(row["text"], key=f"{name}/{row['key']}", published=row.get("published"), outlet=row.get("outlet"))
        for _, name, row in sorted(every, key=lambda one: one[:2])[:limit]
    ]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)
    except (OSError, EOFError, ValueError) as error:
        raise SourceError(f"{path} cannot be read: {error}: name the folder that holds gold/ with --shared") from error


def paragraph(text: str) -> str:
    """The first line of the text's middle that is a paragraph; "" where there is none."""
    fit = [line.strip() for line in text.splitlines() if PARAGRAPH[0] <= len(line.strip()) <= PARAGRAPH[1]]
    return next((line for line in fit[1:] if re.match(r"[A-Z]", line) and line.endswith(".")), "")


def table(outcomes: Sequence[Outcome]) -> str:
    """A line per change, and one for all."""
    total = Outcome(
        "all", *(sum(getattr(o, name) for o in outcomes) for name in ("articles", "whole", "right", "values"))
    )
    rows = [f"{'change':<16}{'articles':>9}{'values':>9}{'as expected %':>15}{'whole articles %':>18}"]
    rows += [
        f"{o.name:<16}{o.articles:>9}{o.values:>9}{percent(o.right, o.values):>15.1f}{percent(o.whole, o.articles):>18.1f}"
        for o in (*outcomes, total)
    ]
    return "\n".join(rows) + "\n"


def offenders(outcome: Outcome, show: int) -> Iterator[str]:
    """The kinds of value that went wrong most often, and the articles with most faults."""
    yield f"\n{outcome.name}: " + ", ".join(f"{kind} {n}" for kind, n in outcome.kinds.most_common(show))
    for count, key, faults in sorted(outcome.worst, key=lambda one: (-one[0], one[1]))[:show]:
        if count:
            yield f"  {key}: {count}"
            yield from (f"    {fault}" for fault in faults[:show])


def _kind(slot: Slot) -> str:
    return " ".join(str(part) for part in slot if isinstance(part, str))


def _told(value: Any) -> str:
    spans = list(places(value))
    return f"{value!r}" if not spans else re.sub(r"Span\(start=(\d+), end=(\d+)\)", r"\1..\2", f"{value!r}")


def main(words: Sequence[str] | None = None) -> int:
    """Exit status: 0; 1 where a change keeps too little; 2 for a file that cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m onrecord.evaluation.metamorphic",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with gold/")
    parser.add_argument("--limit", type=int, default=40, help="articles")
    parser.add_argument(
        "--only", action="append", default=[], choices=[*makers("")], help="this change alone (may be repeated)"
    )
    parser.add_argument("--show", type=int, default=0, metavar="N", help="tell the N worst articles and kinds of value")
    parser.add_argument("--at-least", type=float, default=0.0, metavar="PERCENT", help="of the values of each change")
    args = parser.parse_args(words)
    try:
        outcomes = run(sample(args.shared / "gold", args.limit), from_environment(), args.only)
    except OnrecordError as error:
        sys.stderr.write(f"metamorphic: {error}\n")
        return 2
    sys.stdout.write(table(outcomes))
    for outcome in outcomes if args.show else ():
        sys.stdout.write("\n".join(offenders(outcome, args.show)) + "\n")
    return int(any(o.values and percent(o.right, o.values) < args.at_least for o in outcomes))


if __name__ == "__main__":
    sys.exit(main())
