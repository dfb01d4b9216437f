"""Cost against size: reading, keeping, grouping and a batch's driver at sizes that grow tenfold; CPU seconds, the fitted exponent, the plot as SVG.

    python benchmarks/growth.py [--sizes 100,1000,10000] [--read 10,30,100] [--out out/bench/growth.svg]

Reading is measured with the whole reader at small sizes, since no article knows of another. Keeping and grouping are measured with a stand-in's
records (an article, no events); what they cost beyond that is the rows of events, a constant an article. The driver of a batch (cutting, keeping,
writing Parquet) is measured with true records of 20 articles of 450 words, again and again under other keys (`replay.py`).
"""

from __future__ import annotations

import argparse
import json
import math
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import replay
from articles import long_reports, of_days, short_reports

from onrecord.batch.job import Job
from onrecord.batch.run import Silent, run
from onrecord.keeping.ledger import Ledger
from onrecord.pipeline import read_article
from onrecord.settings import Settings, from_environment
from onrecord.values.article import Article
from onrecord.values.findings import Credit, Moment
from onrecord.values.record import ArticleHead, Reader, Record

SIZES = (100, 1_000, 10_000)
LARGE = 100_000
READ = (10, 30, 100)
TOLD_OF = 20  # articles whose records the driver is measured with
WRITING = 20  # articles a day, at least, that a batch is written with: a day costs some files


@dataclass(frozen=True)
class Curve:
    """`points`: (articles, CPU seconds); `exponent`: of the power law fitted to them, 1 for n, some 1.1 for n log n."""

    name: str
    points: tuple[tuple[int, float], ...]

    @property
    def exponent(self) -> float:
        logs = [(math.log(n), math.log(max(s, 1e-6))) for n, s in self.points]
        x, y = (sum(one[k] for one in logs) / len(logs) for k in (0, 1))
        spread = sum((a - x) ** 2 for a, _ in logs)
        return sum((a - x) * (b - y) for a, b in logs) / spread if spread else math.nan

    @property
    def slope(self) -> float:
        """CPU seconds an article at the largest size."""
        number, seconds = self.points[-1]
        return seconds / number


def growth(sizes: Sequence[int] = SIZES, read: Sequence[int] = READ) -> list[Curve]:
    """The four curves: reading, keeping, grouping, the driver of a batch."""
    settings = from_environment()
    articles = [Article(**row) for row in long_reports(max(read))]
    read_article(articles[0], settings)
    reading = [(n, _cpu(lambda n=n: [read_article(a, settings) for a in articles[:n]])) for n in read]  # type: ignore[misc]
    kept = [(n, *_kept(n)) for n in sizes]
    return [
        Curve("reading", tuple(reading)),
        Curve("keeping in a ledger", tuple((n, keep) for n, keep, _ in kept)),
        Curve("grouping into stories", tuple((n, group) for n, _, group in kept)),
        Curve("driver of a batch", tuple(_driven(sizes, settings))),
    ]


def _driven(sizes: Sequence[int], settings: Settings) -> Iterator[tuple[int, float]]:
    """(articles, CPU seconds of the process that cuts, keeps and writes Parquet) of each size."""
    some = long_reports(TOLD_OF)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        replay.remember(some, folder / "records.jsonl", settings)
        os.environ["REPLAY"] = str(folder / "records.jsonl")
        job = Job(settings, program=(str(replay.SCRIPT),))
        for number in sizes:
            source = folder / f"{number}.jsonl"
            with source.open("w", encoding="utf-8") as file:
                rows = (some[at % TOLD_OF] | {"key": f"d{at}"} for at in range(number))
                file.writelines(json.dumps(row) + "\n" for row in of_days(rows, min(28, max(1, number // WRITING))))
            yield number, _cpu(lambda: run([str(source)], folder / str(number), job, Silent()))  # noqa: B023  run at once


def _kept(number: int) -> tuple[float, float]:
    """CPU seconds of keeping so many articles in a fresh ledger, and of grouping them."""
    rows = short_reports(number)
    with tempfile.TemporaryDirectory() as folder:
        clock = "2026-07-01T00:00:00Z"
        settings = Settings(learned=False)
        with Ledger(Path(folder) / "l.db", clock=lambda: clock, settings=settings, read=_blank) as ledger:
            keeping = _cpu(lambda: [None for _ in ledger.adding(rows)])
            return keeping, _cpu(ledger.settle)


def _blank(article: Article, _: Settings) -> Record:
    digest = "sha256:" + sha256(article.text.encode("utf-8", "replace")).hexdigest()
    published = Moment(article.published, "given" if article.published else "unknown")
    outlet = Credit(article.outlet) if article.outlet else None
    return Record(
        Reader("bench"), ArticleHead(digest, article.text, key=article.key, outlet=outlet, published=published)
    )


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def numbers(curves: Sequence[Curve]) -> dict[str, Any]:
    """What `scale.py` reckons with: CPU seconds an article, exponents, the sizes, articles a CPU second of the driver."""
    reading, keep, group, driver = curves
    told = {"growth_read": reading.slope, "keep": keep.slope, "keep_exponent": keep.exponent}
    told |= {"group": group.slope, "exponent": group.exponent, "at": group.points[-1][0]}
    told |= {"driver": 1 / driver.slope, "driver_exponent": driver.exponent, "driver_at": driver.points[-1][0]}
    return told | {"curves": [{"name": c.name, "points": c.points, "exponent": c.exponent} for c in curves]}


def lines(curves: Sequence[Curve]) -> list[str]:
    """The table, in Markdown."""
    out = ["| what | CPU s at n articles | exponent | ms an article, at most articles |", "|---|---|---|---|"]
    for curve in curves:
        points = ", ".join(f"{s:.2f} at {n:,}" for n, s in curve.points)
        out.append(f"| {curve.name} | {points} | {curve.exponent:.2f} | {1000 * curve.slope:,.2f} |")
    return out


COLOURS = ("#0b6e4f", "#1f5fa8", "#b3541e", "#6b3fa0")
LETTERS = 'font-family="Inter, Helvetica, Arial, sans-serif" font-size="13"'
INK, GREY, FAINT = "#222", "#666", "#e3e3e0"


def plot(curves: Sequence[Curve], width: int = 760, height: int = 430) -> str:
    """The curves on logarithmic axes, as SVG without style sheets or script; one decade is as wide as it is high."""
    left, right, top, bottom = 72, 236, 58, 56
    points = [p for c in curves for p in c.points]
    low, high = math.floor(math.log10(min(n for n, _ in points))), math.ceil(math.log10(max(n for n, _ in points)))
    floor = math.floor(math.log10(max(1e-3, min(s for _, s in points))))
    roof = math.ceil(math.log10(max(1e-2, *(s for _, s in points))))

    def x(n: float) -> float:
        return left + (math.log10(n) - low) / max(1, high - low) * (width - left - right)

    def y(s: float) -> float:
        return height - bottom - (math.log10(max(s, 1e-3)) - floor) / max(1, roof - floor) * (height - top - bottom)

    said = "CPU seconds against the number of articles, both logarithmic: " + "; ".join(
        f"{c.name} n^{c.exponent:.2f}" for c in curves
    )
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" {LETTERS} fill="{INK}"><title>{said}</title>',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="{left}" y="24" font-size="15" font-weight="600">What a size costs</text>',
        f'<text x="{left}" y="43" fill="{GREY}">CPU seconds, one core, by the number of articles</text>',
    ]
    for power in range(low, high + 1):
        at = x(10**power)
        out.append(f'<path d="M{at:.1f} {top}V{height - bottom}" stroke="{FAINT}"/>')
        out.append(
            f'<text x="{at:.1f}" y="{height - bottom + 20}" text-anchor="middle" fill="{GREY}">{10**power:,}</text>'
        )
    for power in range(floor, roof + 1):
        at = y(10.0**power)
        out.append(f'<path d="M{left} {at:.1f}H{width - right}" stroke="{FAINT}"/>')
        out.append(
            f'<text x="{left - 10}" y="{at + 4.5:.1f}" text-anchor="end" fill="{GREY}">{10.0**power:,g} s</text>'
        )
    out.append(
        f'<text x="{(left + width - right) / 2:.0f}" y="{height - 14}" text-anchor="middle" fill="{GREY}">articles</text>'
    )
    labels = _apart([(y(c.points[-1][1]), c) for c in curves], 36, top + 8, height - bottom - 12)
    for colour, (at, curve) in zip(COLOURS, labels, strict=False):
        path = " ".join(f"{'L' if i else 'M'}{x(n):.1f} {y(s):.1f}" for i, (n, s) in enumerate(curve.points))
        out.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2.25" stroke-linejoin="round"/>')
        out += [
            f'<circle cx="{x(n):.1f}" cy="{y(s):.1f}" r="4" fill="{colour}" stroke="#fff" stroke-width="1.5"/>'
            for n, s in curve.points
        ]
        number, seconds = curve.points[-1]
        text = width - right + 18
        out.append(
            f'<path d="M{x(number) + 6:.1f} {y(seconds):.1f}L{text - 6} {at:.1f}" stroke="{colour}" stroke-width="1" stroke-dasharray="2 3" fill="none"/>'
        )
        out.append(f'<text x="{text}" y="{at:.1f}" fill="{colour}" font-weight="600">{curve.name}</text>')
        each = f"{1000 * curve.slope:,.1f} ms an article · n"
        out.append(
            f'<text x="{text}" y="{at + 16:.1f}" fill="{GREY}">{each}<tspan dy="-4" font-size="10">{curve.exponent:.2f}</tspan></text>'
        )
    return "\n".join([*out, "</svg>"]) + "\n"


def _apart(places: list[tuple[float, Curve]], step: float, top: float, bottom: float) -> list[tuple[float, Curve]]:
    """Where each label stands, in the order given: beside its curve, and no nearer to another than `step`."""
    where: dict[str, float] = {}
    last = top - step
    for at, curve in sorted(places, key=lambda one: one[0]):
        last = where[curve.name] = max(at, last + step)
    over = max(0.0, last - bottom)
    return [(where[curve.name] - over, curve) for _, curve in places]


def main() -> None:
    """Measures, prints the table, draws the plot."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sizes: Callable[[str], tuple[int, ...]] = lambda word: tuple(map(int, word.split(",")))  # noqa: E731
    parser.add_argument("--sizes", type=sizes, default=SIZES)
    parser.add_argument("--read", type=sizes, default=READ)
    parser.add_argument("--out", type=Path, default=Path("out/bench/growth.svg"))
    given = parser.parse_args()
    curves = growth(given.sizes, given.read)
    print("\n".join(lines(curves)))
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(plot(curves), encoding="utf-8")


if __name__ == "__main__":
    main()
