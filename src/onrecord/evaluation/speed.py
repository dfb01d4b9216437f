"""How much computing reading takes beside the bare spaCy pipeline (tagger, parser, names), on the same texts in the same run.

    python -m onrecord.evaluation.speed [GOLD.jsonl.gz] [--articles 16] [--rounds 3]

CPU seconds of this process on one thread, in rounds that take turns, so that a busy machine slows all alike; the ratio is the median of the
rounds'. Without GOLD the project's own sample reports are read over and over.
"""

# ruff: noqa: T201  a command: it prints
from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.evaluation import gold as files
from onrecord.learned.network import Network
from onrecord.pipeline import read_article
from onrecord.reading.syntax import model
from onrecord.samples.reader import samples
from onrecord.settings import from_environment
from onrecord.values.article import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def main(words: Sequence[str] | None = None) -> int:
    """Prints words a second of each, and the ratios to the bare pipeline."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=16)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args(words)
    articles = _articles(given.gold, given.articles)
    settings, spacy = from_environment(), model()
    if not Network.available(settings.weights):
        print("no weights: there is nothing to compare", file=sys.stderr)
        return 1
    network = Network.load(settings.weights)
    ways: dict[str, Callable[[Article], object]] = {
        "bare spaCy pipeline": lambda a: spacy(a.text),
        "the network alone": lambda a: network.read(a.text),
        "reading and recording": lambda a: read_article(a, settings),
    }
    for way in ways.values():
        way(articles[0])  # loads
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(given.rounds):
        for name, way in ways.items():
            began = time.process_time()
            for article in articles:
                way(article)
            seconds[name].append(time.process_time() - began)
    total = sum(len(a.text.split()) for a in articles)
    print(f"{len(articles)} articles, {total} words, {given.rounds} rounds")
    bare = seconds["bare spaCy pipeline"]
    for name, each in seconds.items():
        ratio = statistics.median(a / b for a, b in zip(each, bare, strict=True))
        print(f"{name:24} {total / statistics.median(each):8.0f} words/s   {ratio:5.2f} x")
    return 0


def _articles(gold: Path | None, count: int) -> list[Article]:
    if gold is None:
        own = samples()
        return [own[i % len(own)] for i in range(count)]
    return [Article(d.text, key=d.key, published=d.published, outlet=d.outlet) for d in files.read(gold, count)]


if __name__ == "__main__":
    sys.exit(main())
