"""How many articles a second are grouped into stories, and how the time grows with their number.

    python -m onrecord.evaluation.grouping_speed [GOLD.jsonl.gz …] [--articles 500 1000 2000 4000]

CPU seconds of this process. "grouping" is what groups: origins, likeness of pairs, average link. "with wordings" adds taking each text apart
into words, names and runs, so it is all that `onrecord group` does but reading its input. Without GOLD, reports are made from a seed: stories of
two to six reports in words of their own, each on its day, over a common stock of words that is as uneven as news.
"""

# ruff: noqa: T201  a command: it prints
from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import time
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onrecord.learned.stories import load
from onrecord.stories.group import grouped
from onrecord.stories.wording import wording
from onrecord.values.article import Article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SYLLABLES: Final = "ba ter lin o rus ka mel din sor ve ta gri nol pes ur hav el mon dra sti".split()
STOCK: Final = 6000  # words of the stock
LENGTH: Final = (150, 500)  # words of a report
A_DAY: Final = 20  # reports
KNOWN: Final = frozenset(f.name for f in fields(Article)) - {"problems"}


def main(words: Sequence[str] | None = None) -> int:
    """Prints, for each number of articles, the articles a second of the grouping and of all of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--articles", nargs="+", type=int, default=[500, 1000, 2000, 4000])
    given = parser.parse_args(words)
    articles = list(_gold(given.gold)) if given.gold else list(made(max(given.articles)))
    grouped([wording(one, one.key or "") for one in articles[:50]], load())  # loads
    for number in [n for n in given.articles if n <= len(articles)] or [len(articles)]:
        some = articles[:: len(articles) // number][:number] if given.gold else articles[:number]
        begun = time.process_time()
        wordings = [wording(one, one.key or "") for one in some]
        apart = time.process_time()
        stories = grouped(wordings, load())
        done = time.process_time()
        print(
            f"{number:6} articles in {len(stories):5} stories: grouping {done - apart:6.2f} s, {number / (done - apart):6.0f} articles/s; "
            f"with wordings {done - begun:6.2f} s, {number / (done - begun):6.0f} articles/s"
        )
    return 0


def made(number: int, seed: int = 7) -> Iterator[Article]:
    """So many reports, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  no secret hangs on it
    stock = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(STOCK)]
    weights = [1 / (rank + 5) for rank in range(STOCK)]
    done = 0
    while done < number:
        day = (date(2026, 1, 1) + timedelta(days=done // A_DAY)).isoformat()
        own = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(25)]
        names = [f"{chance.choice(stock).title()} {chance.choice(stock).title()}" for _ in range(5)]
        for outlet in chance.sample(range(40), min(number - done, chance.randint(2, 6))):
            length = chance.randint(*LENGTH)
            told = [
                *chance.choices(stock, weights, k=length),
                *chance.choices(own, k=length // 10),
                *chance.choices(names, k=length // 25),
            ]
            chance.shuffle(told)
            text = " ".join(w if place % 18 else f"said.\nThe {w}" for place, w in enumerate(told, 1)) + "."
            yield Article(
                text,
                key=f"{done:06}",
                published=day,
                outlet=f"outlet {outlet}",
                headline=" ".join(own[:3] + names[:1]),
                language="en",
            )
            done += 1


def _gold(files: Sequence[Path]) -> Iterator[Article]:
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                article = Article(**{name: value for name, value in row.items() if name in KNOWN})
                yield replace(article, key=f"{file.stem}/{article.key}")


if __name__ == "__main__":
    sys.exit(main())
