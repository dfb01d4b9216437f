"""Events, sentence by sentence, against hand-labelled PLOVER events.

A record's event stands in a sentence if one of its triggers begins there. It is at a gold event if their triggers overlap, share a content word or
lie within two words of each other; they are paired one to one, those of the right type first. `event`: paired with the right (or an accepted) type;
`trigger`: paired at all. Unpaired events that are planned, demanded, possible or hypothetical are left out, as gold sets differ on them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.evaluation.tally import Table, Tally, percent
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.evaluation.gold import Document
    from onrecord.values.record import Event, Record

UNREAL = frozenset({"planned", "demanded", "possible", "hypothetical"})
OLD_NAMES = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
LONGEST = 8  # words of a trigger
NEAR = 2  # words apart
WORD = re.compile(r"\w+(?:['’-]\w+)*")
EMPTY = frozenset(
    [
        "a",
        "about",
        "after",
        "against",
        "an",
        "and",
        "are",
        "as",
        "at",
        "away",
        "back",
        "be",
        "been",
        "being",
        "by",
        "did",
        "do",
        "does",
        "down",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "in",
        "into",
        "is",
        "it",
        "its",
        "my",
        "no",
        "not",
        "of",
        "off",
        "on",
        "or",
        "our",
        "out",
        "over",
        "she",
        "that",
        "the",
        "their",
        "they",
        "this",
        "to",
        "under",
        "up",
        "was",
        "we",
        "were",
        "which",
        "who",
        "will",
        "with",
        "would",
        "you",
    ]
)


@dataclass(frozen=True, slots=True)
class Coded:
    """An event of one sentence: its triggers there, its type and what else would do."""

    triggers: tuple[Span, ...]
    types: tuple[str, ...]
    real: bool = True


def score(pairs: Iterable[tuple[Document, Record]]) -> Table:
    """P, R and F1 of events and of their triggers; false alarms in sentences without events."""
    event, trigger = Tally(), Tally()
    free = false = 0
    for document, record in pairs:
        for gold, found in _sentences(document, record):
            paired = match(document.text, gold, found)
            at_gold, at_found = {i for i, _, _ in paired}, {j for _, j, _ in paired}
            right = {i for i, _, hit in paired if hit}
            counted = sum(j in at_found or f.real for j, f in enumerate(found))
            event.add(sum("NONE" not in g.types or i in right for i, g in enumerate(gold)), counted, len(right))
            trigger.add(sum("NONE" not in g.types or i in at_gold for i, g in enumerate(gold)), counted, len(paired))
            if not gold:
                free, false = free + 1, false + counted
    return {
        "events": event.row(),
        "triggers": trigger.row(),
        "false events": {"per 100": percent(false, free), "sentences": free},
    }


def match(text: str, gold: Sequence[Coded], found: Sequence[Coded]) -> list[tuple[int, int, bool]]:
    """Pairs by their indices, and whether the type is right; right types first, then the closest, then the first in the text."""
    ranked = [
        (f.types[0] in g.types, near, -i, -j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if (near := max(closeness(text, g.triggers[0], t) for t in f.triggers))
    ]
    free_gold, free_found, pairs = set(range(len(gold))), set(range(len(found))), []
    for right, _, i, j in sorted(ranked, reverse=True):
        if -i in free_gold and -j in free_found:
            free_gold.remove(-i)
            free_found.remove(-j)
            pairs.append((-i, -j, right))
    return pairs


def closeness(text: str, gold: Span, found: Span) -> float:
    """2 and more: they overlap, by how much; 1.5: they share a content word; 1: next to each other; 0: apart, or no trigger at all."""
    told, wanted = ([word.lower() for word in WORD.findall(span.of(text))] for span in (found, gold))
    if len(told) > LONGEST:
        return 0.0
    first, second = sorted((gold, found))
    if gold.overlaps(found):
        common = min(gold.end, found.end) - max(gold.start, found.start)
        return 2 + common / (max(gold.end, found.end) - first.start)
    if set(told) & set(wanted) - EMPTY:
        return 1.5
    return float(len(WORD.findall(text[first.end : second.start])) < NEAR)


def _sentences(document: Document, record: Record) -> Iterable[tuple[list[Coded], list[Coded]]]:
    for sentence in document.gold["sentences"]:
        if not sentence.get("title_repeat"):
            gold = [
                Coded((Span(*one["trigger"]),), (one["type"], *(t.upper() for t in one.get("accept", ()))))
                for one in sentence["events"]
            ]
            yield (
                gold,
                [coded for event in record.events if (coded := _inside(event, sentence["start"], sentence["end"]))],
            )


def _inside(event: Event, start: int, end: int) -> Coded | None:
    here = tuple(t for t in dict.fromkeys((event.trigger, *event.mentions)) if start <= t.start < end)
    return Coded(here, (OLD_NAMES.get(event.type, event.type),), event.factuality.value not in UNREAL) if here else None
