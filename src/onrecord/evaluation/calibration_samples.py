"""Which findings of records are right, by gold: samples on which a confidence can be measured.

attribution   source, cue and content all match one of gold's, as `evaluation.attribution` matches triples
event         gold has an event of this type there, as `evaluation.sentences` pairs them; unpaired unreal ones do not count
time          gold has this very value in an overlapping expression, as `evaluation.times` pairs them
place         the right place, as `evaluation.places` has it, of mentions that gold has, too, with a point
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.evaluation import attribution, error_tables, sentences, times
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from onrecord.evaluation.gold import Document
    from onrecord.values.record import Event, Record


@dataclass(frozen=True, slots=True)
class Sample:
    """A finding: its score, whether it is right, what found it, and the article (to keep articles together in folds)."""

    score: float
    right: bool
    found_by: str
    article: str


def attributions(document: Document, record: Record) -> Iterator[Sample]:
    """Each attribution of the record."""
    found = [_said(document.text, a.content.spans, a.source.spans, a.cue.spans) for a in record.attributions]
    gold = [
        _said(document.text, *([_span(s) for s in one[role]] for role in ("content", "source", "cue")))
        for one in document.gold["attributions"]
    ]
    right = {
        id(f)
        for g, f in attribution.match([g for g in gold if g.content], [f for f in found if f.content])
        if attribution.LEVELS[-1] in attribution.levels(g, f)
    }
    for one, said in zip(record.attributions, found, strict=True):
        yield Sample(one.confidence, id(said) in right, one.found_by, document.key)


def events(document: Document, record: Record) -> Iterator[Sample]:
    """Each event of the record in each labelled sentence in which it is told."""
    for sentence in document.gold["sentences"]:
        if sentence.get("title_repeat"):
            continue
        held = [(e, c) for e in record.events if (c := _coded(e, sentence["start"], sentence["end"]))]
        gold = [
            sentences.Coded((Span(*g["trigger"]),), (g["type"], *(t.upper() for t in g.get("accept", ()))))
            for g in sentence["events"]
        ]
        paired = {j: right for _, j, right in sentences.match(document.text, gold, [c for _, c in held])}
        for j, (event, coded) in enumerate(held):
            if j in paired or coded.real:
                yield Sample(event.confidence, paired.get(j, False), event.found_by, document.key)


def timed(document: Document, record: Record) -> Iterator[Sample]:
    """Each time of the record, in the regions that gold scores."""
    regions = document.gold.get("scored")

    def scored(span: Span) -> bool:
        return regions is None or any(start <= span.start and span.end <= end for start, end in regions)

    text = document.text
    found = [(t, s) for t in record.times if scored(s := Span(t.start, t.end).trimmed(text))]
    gold = [
        times.Timed(s, g["value"])
        for g in document.gold["times"]
        if scored(s := Span(g["start"], g["end"]).trimmed(text))
    ]
    value = {f.span: g.value for g, f in times.match(gold, [times.Timed(s, t.value) for t, s in found])}
    for time, span in found:
        yield Sample(time.confidence, value.get(span) == time.value, time.found_by, document.key)


def placed(document: Document, record: Record) -> Iterator[Sample]:
    """Each mention of a resolved place of which gold has a point."""
    for one in error_tables.mentions([(document, record)]):
        if one.right is not None and one.type != "unresolved":
            yield Sample(one.confidence, one.right, "", document.key)


FIELDS: Final[dict[str, Callable[[Document, Record], Iterator[Sample]]]] = {
    "attribution": attributions,
    "event": events,
    "place": placed,
    "time": timed,
}
"""Each field by its name, as `knowledge.confidence` knows it."""


def _span(told: dict[str, int] | list[int]) -> Span:
    return Span(told["start"], told["end"]) if isinstance(told, dict) else Span(*told)


def _said(text: str, *roles: Iterable[Span]) -> attribution.Said:
    words = [m.span() for m in attribution.WORD.finditer(text)]
    starts, ends = [s for s, _ in words], [e for _, e in words]
    numbers = [
        frozenset(i for s, e in spans for i in range(bisect_right(ends, s), bisect_left(starts, e))) for spans in roles
    ]
    return attribution.Said(*numbers)


def _coded(event: Event, start: int, end: int) -> sentences.Coded | None:
    here = tuple(t for t in dict.fromkeys((event.trigger, *event.mentions)) if start <= t.start < end)
    kind = sentences.OLD_NAMES.get(event.type, event.type)
    return sentences.Coded(here, (kind,), event.factuality.value not in sentences.UNREAL) if here else None
