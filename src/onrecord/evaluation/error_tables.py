"""Where times and places go wrong: by granularity of a time, by type and kind of a place, and by the confidence of a place.

    python -m onrecord.evaluation.error_tables GOLD.jsonl.gz [--records KEPT.jsonl] [--limit N]

Prints what the codebook's pages on times and places state as measured. GOLD as docs/evaluation.md says; with `--records`, kept records
are looked at, else the texts are read. Times: each gold expression by its value, how many were found (sharing a code point), with the
same span, with the same value. Places: of the mentions found, how many have a gold mention's span; of those whose gold has a point,
how many are the right place (`places.same_place`); then the same at cuts of the confidence.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.errors import OnrecordError
from onrecord.evaluation import gold as files
from onrecord.evaluation import places, times
from onrecord.evaluation.tally import percent
from onrecord.settings import from_environment
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.evaluation.gold import Document
    from onrecord.values.record import Record

    Pairs = Sequence[tuple[Document, Record]]
    Rows = list[tuple[str | float, ...]]

CUTS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95)
GRANULARITIES = (
    ("clock time", r".*T\d.*"), ("part of a day", r".*T[A-Z].*"), ("day", r"[\dX]{4}-[\dX]{2}-[\dX]{2}"), ("week", r"[\dX]{4}-W.*"),
    ("month", r"[\dX]{4}-[\dX]{2}"), ("season, quarter", r"[\dX]{4}-([QH][\dX]|SP|SU|FA|WI)"), ("year", r"(FY)?[\dX]{4}"),
    ("decade, century", r"[\dX]{2,3}"), ("reference", r"(PAST|PRESENT|FUTURE)_REF"),
)  # fmt: skip
ORDER = tuple("country admin1 admin2 city region point unresolved literal metonymic embedded demonym".split())


def granularity(type: str | None, value: str) -> str:
    """The name of a TIMEX3 value's granularity: "set" and "duration" by the type and the value, "other" where none fits.

    >>> granularity("DATE", "2015-11"), granularity("TIME", "2015-11-15TNI"), granularity("SET", "P1D")
    ('month', 'part of a day', 'set')
    """
    if type == "SET":
        return "set"
    if value.startswith("P") and not value.endswith("_REF"):
        return "duration"
    return next((name for name, pattern in GRANULARITIES if re.fullmatch(pattern, value)), "other")


def of_times(pairs: Pairs) -> Rows:
    """Rows of (granularity, gold, % found, % with the same span, % with the same value), the last three of all gold."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for document, record in pairs:
        wanted = _regions(document)
        kinds = {
            Span(g["start"], g["end"]).trimmed(document.text): granularity(g["type"], g["value"] or "")
            for g in document.gold["times"]
        }
        gold = [
            times.Timed(span, g["value"])
            for g in document.gold["times"]
            if (span := Span(g["start"], g["end"]).trimmed(document.text)) and wanted(span)
        ]
        found = [
            times.Timed(span, t.value)
            for t in record.times
            if (span := Span(t.start, t.end).trimmed(document.text)) and wanted(span)
        ]
        for one in gold:
            counts[kinds[one.span]][0] += 1
        for g, f in times.match(gold, found):
            for i, hit in enumerate((True, g.span == f.span, g.value == f.value), 1):
                counts[kinds[g.span]][i] += hit
    names = [*(name for name, _ in GRANULARITIES), "duration", "set", "other"]
    return [
        (name, n, *(percent(hits, n) for hits in counts[name][1:])) for name in names if (n := counts[name][0])
    ]  # fmt: skip


def _regions(document: Document) -> Any:
    """Whether a span lies in what the gold covers."""
    regions = document.gold.get("scored")
    return lambda span: regions is None or any(start <= span.start and span.end <= end for start, end in regions)


class Mention:
    """A mention found: its place's type, kind and confidence, whether gold has its span, and whether the place is right (None: no gold point)."""

    __slots__ = ("confidence", "in_gold", "kind", "right", "type")

    def __init__(self, type: str, kind: str, confidence: float, *, in_gold: bool, right: bool | None) -> None:
        self.type, self.kind, self.confidence, self.in_gold, self.right = type, kind, confidence, in_gold, right


def mentions(pairs: Pairs) -> Iterator[Mention]:
    """Every mention of every place found."""
    for document, record in pairs:
        gold = {_bare(document.text, g["start"], g["end"]): g for g in reversed(document.gold["places"])}
        for place in record.places:
            here = places.Toponym(_id(place.geonames), place.lat, place.lon, place.country, place.precision)
            for one in place.mentions:
                told = gold.get(_bare(document.text, one.start, one.end))
                right = None
                if told and told.get("lat") is not None:
                    right = places.same_place(_toponym(told), here)
                yield Mention(
                    place.precision or "unresolved", one.kind, place.confidence, in_gold=told is not None, right=right
                )


def of_places(found: Iterable[Mention], by: str) -> Rows:
    """Rows of (type or kind, mentions found, % with a gold span, those with a gold point, % of these at the right place)."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for one in found:
        groups[getattr(one, by)].append(one)
    return [
        (name, len(some), percent(sum(m.in_gold for m in some), len(some)), len(known), percent(sum(known), len(known)))
        for name in ORDER
        if (some := groups[name])
        for known in [[m.right for m in some if m.right is not None]]
    ]


def at_cuts(found: Iterable[Mention]) -> Rows:
    """Rows of (cut, mentions with a gold point kept, % of all that are kept, % of the kept at the right place)."""
    known = [m for m in found if m.right is not None and m.type != "unresolved"]
    return [
        (f">= {cut:.2f}", len(kept), percent(len(kept), len(known)), percent(sum(bool(m.right) for m in kept), len(kept)))
        for cut in CUTS
        for kept in [[m for m in known if m.confidence >= cut]]
    ]  # fmt: skip


def _toponym(told: dict[str, Any]) -> places.Toponym:
    return places.Toponym(_id(told.get("geonames")), told["lat"], told["lon"], told.get("country"), told.get("level"))


def _id(told: Any) -> str | None:
    return str(told) if told else None


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Without "the " before and "'s" behind."""
    start, end = Span(start, end).trimmed(text)
    words = text[start:end]
    return start + 4 * (words[:4].lower() == "the "), end - 2 * words.endswith(("'s", "’s"))


def table(title: str, heads: Sequence[str], rows: Rows) -> str:
    """A title and rows under their heads, as plain text."""
    lines = [f"\n{title}", f"{'':<18}" + "".join(f"{head:>16}" for head in heads)]
    for first, *rest in rows:
        lines.append(
            f"{first:<18}" + "".join(f"{cell:>16.1f}" if isinstance(cell, float) else f"{cell:>16}" for cell in rest)
        )
    return "\n".join(lines)


def tables(pairs: Pairs) -> str:
    """Everything that can be told of documents and their records."""
    told = []
    timed = [(d, r) for d, r in pairs if d.gold.get("times")]
    if timed:
        heads = ("gold", "found %", "span %", "value %")
        told.append(table("times, by granularity of the gold value", heads, of_times(timed)))
    placed = [(d, r) for d, r in pairs if d.gold.get("places") is not None]
    if placed:
        found, heads = list(mentions(placed)), ("found", "in gold %", "with a point", "right %")
        told.append(table("places, by type", heads, of_places(found, "type")))
        told.append(table("places, by kind of mention", heads, of_places(found, "kind")))
        told.append(table("resolved places, by confidence", ("kept", "kept %", "right %"), at_cuts(found)))
    return "\n".join(told)


def main(words: Sequence[str] | None = None) -> int:
    """Exit status: 0, or 2 for a file that cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m onrecord.evaluation.error_tables", description=__doc__)
    parser.add_argument("gold", type=Path, help="a gold file with times or places")
    parser.add_argument("--records", type=Path, help="look at kept records (JSON lines) instead of reading")
    parser.add_argument("--limit", type=int, help="only the first N documents")
    args = parser.parse_args(words)
    try:
        documents = files.read(args.gold, args.limit)
        made = files.kept(args.records) if args.records else files.read_texts(documents, from_environment())
        by_key = {record.article.key: record for record in made}
    except OnrecordError as error:
        sys.stderr.write(f"error_tables: {error}\n")
        return 2
    pairs = [(d, by_key[d.key]) for d in documents if d.key in by_key]
    sys.stdout.write(f"{args.gold.name}: {len(pairs)} documents\n{tables(pairs)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
