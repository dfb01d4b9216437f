"""Time expressions against TIMEX3 gold, as TempEval-3 scores them.

`strict`: equal spans (trimmed of white space); `relaxed`: spans that share a code point, one to one, equal ones first, then the largest
overlap; `value`: relaxed with the same value; `strict value`: equal span and value. Where gold has `scored` regions, only what lies in one counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.evaluation.tally import Table, Tally
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.evaluation.gold import Document
    from onrecord.values.record import Record

MEASURES = ("strict", "relaxed", "value", "strict value")


@dataclass(frozen=True, slots=True)
class Timed:
    span: Span
    value: str | None


def score(pairs: Iterable[tuple[Document, Record]]) -> Table:
    """P, R and F1 of spans and values."""
    tallies = {name: Tally() for name in MEASURES}
    for document, record in pairs:
        regions = document.gold.get("scored")
        gold = _inside(
            regions,
            document.text,
            (Timed(Span(one["start"], one["end"]), one["value"]) for one in document.gold["times"]),
        )
        found = _inside(regions, document.text, (Timed(Span(one.start, one.end), one.value) for one in record.times))
        matched = match(gold, found)
        same_span, same_value = [g.span == f.span for g, f in matched], [g.value == f.value for g, f in matched]
        both = [a and b for a, b in zip(same_span, same_value, strict=True)]
        right = (sum(same_span), len(matched), sum(same_value), sum(both))
        for name, hits in zip(MEASURES, right, strict=True):
            tallies[name].add(len(gold), len(found), hits)
    return {f"{name} of times": tally.row() for name, tally in tallies.items()}


def match(gold: list[Timed], found: list[Timed]) -> list[tuple[Timed, Timed]]:
    """Relaxed matches: equal spans first, then for each found one the free gold one that it covers most."""
    free, pairs, rest = list(gold), list[tuple[Timed, Timed]](), list[Timed]()
    for f in found:
        same = next((g for g in free if g.span == f.span), None)
        if same is None:
            rest.append(f)
        else:
            free.remove(same)
            pairs.append((same, f))
    for f in rest:
        best = max(free, key=lambda g: _common(g.span, f.span), default=None)
        if best is not None and _common(best.span, f.span):
            free.remove(best)
            pairs.append((best, f))
    return pairs


def _common(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _inside(regions: Any, text: str, every: Iterable[Timed]) -> list[Timed]:
    trimmed = [Timed(one.span.trimmed(text), one.value) for one in every]
    if regions is None:
        return trimmed
    return [one for one in trimmed if any(start <= one.span.start and one.span.end <= end for start, end in regions)]
