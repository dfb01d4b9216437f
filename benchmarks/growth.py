"""Cost against size: reading, keeping and grouping at sizes that grow tenfold; CPU seconds, the fitted exponent, and the plot as SVG.

Reading is measured with the whole reader at small sizes, since no article knows of another. Keeping and grouping are measured with a stand-in's
records (an article, no events), at sizes up to `--large`: what they cost beyond that is the rows of events, a constant an article.
"""

from __future__ import annotations

import math
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from articles import long_reports, short_reports

from onrecord.keeping.ledger import Ledger
from onrecord.pipeline import read_article
from onrecord.settings import Settings, from_environment
from onrecord.values.article import Article
from onrecord.values.findings import Credit, Moment
from onrecord.values.record import ArticleHead, Reader, Record

SIZES = (100, 1_000, 10_000)
LARGE = 100_000
READ = (10, 30, 100)


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
    """The three curves."""
    settings = from_environment()
    articles = [Article(**row) for row in long_reports(max(read))]
    read_article(articles[0], settings)
    reading = [(n, _cpu(lambda n=n: [read_article(a, settings) for a in articles[:n]])) for n in read]  # type: ignore[misc]
    kept = [(n, *_kept(n)) for n in sizes]
    return [
        Curve("reading", tuple(reading)),
        Curve("keeping in a ledger", tuple((n, keep) for n, keep, _ in kept)),
        Curve("grouping into stories", tuple((n, group) for n, _, group in kept)),
    ]


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


def lines(curves: Sequence[Curve]) -> list[str]:
    """The table, in Markdown."""
    out = ["| what | CPU s at n articles | exponent | ms an article, at most articles |", "|---|---|---|---|"]
    for curve in curves:
        points = ", ".join(f"{s:.2f} at {n:,}" for n, s in curve.points)
        out.append(f"| {curve.name} | {points} | {curve.exponent:.2f} | {1000 * curve.slope:.1f} |")
    return out


def plot(curves: Sequence[Curve], width: int = 640, height: int = 400) -> str:
    """The curves on logarithmic axes, as SVG without style sheets or script."""
    left, right, top, bottom = 64, 200, 36, 48
    points = [p for c in curves for p in c.points]
    low, high = (f(math.log10(n) for n, _ in points) for f in (min, max))
    floor, roof = (f(math.log10(max(s, 1e-3)) for _, s in points) for f in (min, max))
    low, high, floor, roof = math.floor(low), math.ceil(high), math.floor(floor), math.ceil(roof)

    def x(n: float) -> float:
        return left + (math.log10(n) - low) / max(1, high - low) * (width - left - right)

    def y(s: float) -> float:
        return height - bottom - (math.log10(max(s, 1e-3)) - floor) / max(1, roof - floor) * (height - top - bottom)

    said = "CPU seconds against the number of articles, both logarithmic"
    letters = 'font-family="sans-serif" font-size="12" fill="#333"'
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" {letters}><title>{said}</title>',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for power in range(low, high + 1):
        at = x(10**power)
        out.append(f'<path d="M{at:.1f} {top}V{height - bottom}" stroke="#e4e4e4"/>')
        out.append(f'<text x="{at:.1f}" y="{height - bottom + 18}" text-anchor="middle">{10**power:,}</text>')
    for power in range(floor, roof + 1):
        at = y(10.0**power)
        out.append(f'<path d="M{left} {at:.1f}H{width - right}" stroke="#e4e4e4"/>')
        out.append(f'<text x="{left - 8}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g} s</text>')
    for curve, colour in zip(curves, ("#0b6e4f", "#1f5fa8", "#b3541e"), strict=False):
        path = " ".join(f"{'L' if i else 'M'}{x(n):.1f} {y(s):.1f}" for i, (n, s) in enumerate(curve.points))
        out.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [f'<circle cx="{x(n):.1f}" cy="{y(s):.1f}" r="3.5" fill="{colour}"/>' for n, s in curve.points]
        number, seconds = curve.points[-1]
        label = f"{curve.name}: n^{curve.exponent:.2f}"
        out.append(f'<text x="{x(number) + 8:.1f}" y="{y(seconds) + 4:.1f}" fill="{colour}">{label}</text>')
    out.append(f'<text x="{(left + width - right) / 2:.0f}" y="{height - 8}" text-anchor="middle">articles</text>')
    out.append(f'<text x="{left}" y="20">CPU seconds</text></svg>')
    return "\n".join(out) + "\n"
