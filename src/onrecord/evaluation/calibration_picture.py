"""A field's reliability curve and its precision at coverage, side by side, as SVG: light, without script, fit for a page and for print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

SIDE, LEFT, TOP, GAP = 240, 52, 34, 84
RAW, NOW, INK, LINE = "#b23a2e", "#1d6f42", "#222", "#ccc"
FLOOR: Final = 50
"""The per cent at which the axis of precision begins; 0 where a point lies below it."""


def drawn(
    field: str,
    raw: Sequence[tuple[float, float, int]],
    now: Sequence[tuple[float, float, int]],
    coverage: Sequence[tuple[float, float, float]],
) -> str:
    """`raw`, `now`: (score, share right, findings) of each bin before and after; `coverage`: (share kept, score from which, % right)."""
    width, height = LEFT + 2 * SIDE + GAP + 16, TOP + SIDE + 58
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="11" fill="{INK}">',
        f'<title>Confidence of {field}: how often it is right, and precision at coverage</title><rect width="100%" height="100%" fill="#fff"/>',
        *_frame(LEFT, "confidence", "share that is right", 0, 1, f"{field}: reliability"),
        f'<path d="M{LEFT} {TOP + SIDE}L{LEFT + SIDE} {TOP}" stroke="{LINE}" stroke-dasharray="4 3"/>',
    ]
    for bins, colour, filled in ((raw, RAW, False), (now, NOW, True)):
        points = [(LEFT + SIDE * x, TOP + SIDE * (1 - y), n) for x, y, n in bins]
        parts += _curve([(x, y) for x, y, _ in points], colour)
        most = max((n for *_, n in bins), default=1)
        paint = f'fill="{colour}" fill-opacity=".75"' if filled else 'fill="#fff"'
        parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{2.5 + 4 * (n / most) ** 0.5:.1f}" {paint} stroke="{colour}"><title>{n} findings</title></circle>'
            for x, y, n in points
        ]
    low = FLOOR if all(p >= FLOOR for _, _, p in coverage) else 0
    start = LEFT + SIDE + GAP
    parts += _frame(start, "share of the findings kept", "right, %", low, 100, f"{field}: precision at coverage")
    at = [(start + SIDE * x, TOP + SIDE * (100 - p) / (100 - low)) for x, _, p in coverage]
    parts += _curve(at, NOW)
    parts += [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{NOW}"><title>{p:.1f} % from a confidence of {cut:.2f}</title></circle>'
        for (x, y), (_, cut, p) in zip(at, coverage, strict=True)
    ]
    foot = TOP + SIDE + 50
    parts += [
        f'<circle cx="{LEFT + 6}" cy="{foot - 4}" r="4" fill="#fff" stroke="{RAW}"/><text x="{LEFT + 15}" y="{foot}">raw score</text>',
        f'<circle cx="{LEFT + 86}" cy="{foot - 4}" r="4" fill="{NOW}"/><text x="{LEFT + 95}" y="{foot}">as the record has it (articles the fit had not seen)</text>',
    ]
    return "\n".join([*parts, "</svg>", ""])


def _frame(left: int, across: str, up: str, low: float, high: float, title: str) -> list[str]:
    """The axes of one of the two pictures; across it goes from 0 to 1, up from `low` to `high`."""
    out = [
        f'<text x="{left}" y="{TOP - 14}" font-size="13" font-weight="bold">{title}</text>',
        f'<rect x="{left}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" stroke="{LINE}"/>',
        f'<text x="{left + SIDE / 2}" y="{TOP + SIDE + 32}" text-anchor="middle">{across}</text>',
        f'<text transform="translate({left - 36} {TOP + SIDE / 2}) rotate(-90)" text-anchor="middle">{up}</text>',
    ]
    for i in range(6):
        x, y, height = left + SIDE * i / 5, TOP + SIDE * (1 - i / 5), low + (high - low) * i / 5
        out.append(f'<text x="{x}" y="{TOP + SIDE + 15}" text-anchor="middle">{i / 5:.1f}</text>')
        out.append(
            f'<text x="{left - 6}" y="{y + 4}" text-anchor="end">{height:.1f}</text>'
            if high <= 1
            else f'<text x="{left - 6}" y="{y + 4}" text-anchor="end">{height:.0f}</text>'
        )
    return out


def _curve(points: Sequence[tuple[float, float]], colour: str) -> list[str]:
    if len(points) < 2:
        return []
    return [
        f'<path d="M{"L".join(f"{x:.1f} {y:.1f}" for x, y in points)}" fill="none" stroke="{colour}" stroke-width="1.5"/>'
    ]
