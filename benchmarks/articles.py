"""Articles for measuring: sentences of our own, put together from a seed into reports of some 450 words; the same for the same seed."""

from __future__ import annotations

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "ledger"))
import synthetic

WORDS = 450


def long_reports(number: int, seed: int = 8) -> list[dict[str, str]]:
    """So many reports of some `WORDS` words each, with names, places and numbers of their own."""
    chance = random.Random(seed)
    return [_report(chance, at) for at in range(number)]


def short_reports(number: int, seed: int = 8) -> list[dict[str, str]]:
    """So many reports of some 90 words, many of which tell of one happening: those of the ledger's tests, each under a key of its own."""
    return [row | {"key": f"k{at}"} for at, row in enumerate(synthetic.reports(number, seed))]


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
