"""Articles for measuring: sentences of our own, put together from a seed into reports of some 450 words; the same for the same seed."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "ledger"))
import synthetic

WORDS = 450
SYLLABLES = "ka tel mir os va lun dre pi sor eb ny gal thu ri zan wo".split()


def long_reports(number: int, seed: int = 8) -> list[dict[str, str]]:
    """So many reports of some `WORDS` words each, with names, places and numbers of their own."""
    chance = random.Random(seed)
    return [_report(chance, at) for at in range(number)]


def short_reports(number: int, seed: int = 8) -> list[dict[str, str]]:
    """So many reports of some 90 words, many of which tell of one happening: those of the ledger's tests, each under a key of its own."""
    return [row | {"key": f"k{at}"} for at, row in enumerate(synthetic.reports(number, seed))]


def brief_reports(number: int, seed: int = 8) -> Iterator[dict[str, str]]:
    """So many reports of some 25 words, of which two or three no other has, as in the news; made as they are asked for, so that a hundred
    thousand take no memory."""
    chance = random.Random(seed)
    for at in range(number):
        a, b, c = ("".join(chance.choices(SYLLABLES, k=4)) for _ in range(3))
        told = {
            "one": f"{chance.choice(synthetic.FIRST)} {a.title()}",
            "other": f"{chance.choice(synthetic.FIRST)} {b.title()}",
        }
        told |= {"a": a, "b": b, "c": c, "town": chance.choice(synthetic.TOWNS), "land": chance.choice(synthetic.LANDS)}
        told |= {"day": chance.choice(("Monday", "Tuesday", "Friday")), "thing": chance.choice(synthetic.THINGS)}
        told |= {"minutes": str(chance.randint(15, 90)), "number": str(chance.randint(3, 4000))}
        lines = (chance.choice(synthetic.OPENINGS), chance.choice(synthetic.MIDDLES))
        day = f"2026-03-{chance.randint(1, 28):02}"
        yield {"key": f"c{at}", "published": day, "text": " ".join(lines).format(**told)}


def of_days(rows: Iterable[dict[str, str]], days: int) -> Iterator[dict[str, str]]:
    """The same reports, published on so many days, as an archive of that length has them."""
    for at, row in enumerate(rows):
        yield row | {"published": f"2026-03-{at % days + 1:02}"}


def _report(chance: random.Random, at: int) -> dict[str, str]:
    one, other = (f"{chance.choice(synthetic.FIRST)} {last}" for last in chance.sample(synthetic.LAST, 2))
    told = {"one": one, "other": other, "town": chance.choice(synthetic.TOWNS), "land": chance.choice(synthetic.LANDS)}
    told |= {"day": chance.choice(("Monday", "Tuesday", "Friday")), "thing": chance.choice(synthetic.THINGS)}
    paragraphs = [chance.choice(synthetic.OPENINGS).format(**told)]
    words = len(paragraphs[0].split())
    while words < WORDS:
        lines = []
        for line in (*chance.sample(synthetic.MIDDLES, 2), chance.choice(synthetic.FILLERS)):
            told |= {"minutes": str(chance.randint(15, 90)), "number": str(chance.randint(3, 4000))}
            told |= {"thing": chance.choice(synthetic.THINGS), "land": chance.choice(synthetic.LANDS)}
            told |= {"town": chance.choice(synthetic.TOWNS)}
            told |= dict(zip("abc", chance.sample(synthetic.ENDS, 3), strict=True))
            lines.append(line.format(**told))
        paragraphs.append(" ".join(lines))
        words += len(paragraphs[-1].split())
    day = f"2026-{chance.randint(1, 6):02}-{chance.randint(1, 28):02}"
    return {
        "key": f"b{at}",
        "outlet": chance.choice(synthetic.OUTLETS),
        "published": day,
        "text": "\n\n".join(paragraphs),
    }
