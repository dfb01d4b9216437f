"""Who says what: attributions against gold, as PolNeAR's are scored here.

Two attributions match, one to one and best first, if their contents share at least half of their words (Dice). `content` counts that;
`source` asks also that the sources do, or that one holds the other, or that both are empty; `triple` that the cues share a word, too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.evaluation.tally import Table, Tally
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.evaluation.gold import Document
    from onrecord.values.record import Record

LEVELS = ("content", "source", "triple")
ENOUGH = 0.5
WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")
Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Said:
    """The words, by their number in the text, of one attribution."""

    content: Words
    source: Words
    cue: Words


def score(pairs: Iterable[tuple[Document, Record]]) -> Table:
    """P, R and F1 of contents, of contents with their sources, and of whole triples."""
    tallies = {level: Tally() for level in LEVELS}
    for document, record in pairs:
        words = _Words(document.text)
        gold = _known(
            words.said(*(_spans(one[role]) for role in ("content", "source", "cue")))
            for one in document.gold["attributions"]
        )
        found = _known(words.said(one.content.spans, one.source.spans, one.cue.spans) for one in record.attributions)
        matched = [levels(g, f) for g, f in match(gold, found)]
        for level, tally in tallies.items():
            tally.add(len(gold), len(found), sum(level in reached for reached in matched))
    return {f"{level} of attributions": tally.row() for level, tally in tallies.items()}


def match(gold: Sequence[Said], found: Sequence[Said]) -> list[tuple[Said, Said]]:
    """Pairs whose contents are alike enough, each side once, the most alike first."""
    ranked = sorted((-dice(g.content, f.content), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    free_gold, free_found, pairs = set(range(len(gold))), set(range(len(found))), []
    for alike, i, j in ranked:
        if -alike >= ENOUGH and i in free_gold and j in free_found:
            free_gold.remove(i)
            free_found.remove(j)
            pairs.append((gold[i], found[j]))
    return pairs


def levels(gold: Said, found: Said) -> tuple[str, ...]:
    """How far a match of contents holds."""
    a, b = gold.source, found.source
    one_in_other = bool(a) and bool(b) and (a <= b or b <= a)
    if not (one_in_other or dice(a, b) >= ENOUGH or not (a or b)):
        return LEVELS[:1]
    return LEVELS if gold.cue & found.cue or not (gold.cue or found.cue) else LEVELS[:2]


def dice(a: Words, b: Words) -> float:
    """Twice the shared words over the words of both; 0 of nothing."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


class _Words:
    def __init__(self, text: str) -> None:
        spans = [found.span() for found in WORD.finditer(text)]
        self.starts, self.ends = [s for s, _ in spans], [e for _, e in spans]

    def said(self, content: Iterable[Span], source: Iterable[Span], cue: Iterable[Span]) -> Said:
        return Said(self.under(content), self.under(source), self.under(cue))

    def under(self, spans: Iterable[Span]) -> Words:
        return frozenset(
            i for start, end in spans for i in range(bisect_right(self.ends, start), bisect_left(self.starts, end))
        )


def _known(every: Iterable[Said]) -> list[Said]:
    return [one for one in every if one.content]


def _spans(told: Iterable[Any]) -> list[Span]:
    return [Span(one["start"], one["end"]) if isinstance(one, dict) else Span(*one) for one in told]
