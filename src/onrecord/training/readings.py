"""Measures that need labels of our own (labels/): whom pronoun sources speak of, and how far two readers agree on events.

    python -m onrecord.training pronouns
    python -m onrecord.training agreement

`pronouns`: 171 sources of `polnear_dev` that are a pronoun, each with the mention that it speaks of; right where the actor of that mention is
the only one found (both, for "X and Y"). `agreement`: our blind second reading of 845 sentences of the real events against the first one, by
the same scorer that judges the reader; the first reading stands for gold.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from onrecord.pipeline import read_layers
from onrecord.settings import from_environment
from onrecord.training.corpus import labelled, own_labels
from onrecord.training.evaluate import Scorers
from onrecord.values.article import Article
from onrecord.values.layers import Actors
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Json = dict[str, Any]


def pronouns(gold: Path) -> str:
    """The share of right ones, in all and by pronoun, as lines."""
    lines = [{"set": "polnear_dev", **line} for line in own_labels("pronoun_sources")]
    asked: defaultdict[str, list[Json]] = defaultdict(list)
    rows: dict[str, Json] = {}
    for line, row in labelled(gold, lines):
        asked[row["key"]].append(line)
        rows[row["key"]] = row
    right, total = Counter[str](), Counter[str]()
    for key, wanted in asked.items():
        row = rows[key]
        article = Article(row["text"], key=key, published=row["published"], outlet=row["outlet"])
        reading = read_layers(article, from_environment())
        for line in wanted:
            word = row["text"][line["start"] : line["end"]].lower()
            total[word] += 1
            right[word] += speaks_of(reading[Actors], line, row["text"])
    good, every = right.total(), total.total()
    out = [f"{good} of {every} pronoun sources: {100 * good / max(1, every):.1f} %"]
    return "\n".join(out + [f"  {word:6} {right[word]:3} of {n:3}" for word, n in total.most_common()])


def speaks_of(actors: Actors, line: Json, text: str) -> bool:
    """Whether the pronoun at `line` is one of the actor whose mention is the antecedent (and of nobody else)."""
    start, end = line["antecedent"]
    found = set(actors.by_span.get(Span(line["start"], line["end"]), ()))
    there = set(actors.at(start, end))
    meant = {
        actor.id for actor in actors.items for m in actor.mentions
        if m.start < end and start < m.end and m.form != "pronoun" and (m.end - m.start <= 2 * (end - start) or m.start == start)
    }  # fmt: skip
    if " and " in text[start:end]:
        return len(found) > 1 and found <= meant
    return bool(found) and (found <= there or (len(found) == 1 and bool(found & meant)))


def agreement(gold: Path, score: Path) -> str:
    """The scorer's table, as lines."""
    scorers = Scorers(score)
    sentences: defaultdict[tuple[str, str], dict[int, list[Json]]] = defaultdict(dict)
    rows: dict[tuple[str, str], Json] = {}
    for line, row in labelled(gold, own_labels("second_reading")):
        sentences[line["set"], line["key"]][line["start"]] = line["events"]
        rows[line["set"], line["key"]] = row
    pairs = []
    for at, told in sentences.items():
        row = rows[at]
        first = [s for s in row["gold"]["sentences"] if s["start"] in told]
        document = scorers.records.Document(
            row["key"], row["text"], row.get("published"), row.get("outlet"), {"sentences": first}
        )
        pairs.append(scorers.records.Pair(document, as_record(row, [e for s in first for e in told[s["start"]]])))
    table = scorers.modules["sentence_events"].score(pairs)
    return "\n".join(
        f"{name:16}" + "".join(f"  {k} {v:.1f}" if isinstance(v, float) else f"  {k} {v}" for k, v in figures.items())
        for name, figures in table.items()
    )


def as_record(row: Json, events: Sequence[Json]) -> Json:
    """What the scorer reads of a record, from labelled events; each `by` becomes an attribution with that source."""
    attributions, out = [], []
    for number, event in enumerate(events):
        by = f"a{number}" if event["by"] else None
        if by:
            source = {"spans": [{"start": event["by"][0], "end": event["by"][1]}]}
            attributions.append({"id": by, "source": source, "cue": {"spans": []}, "content": {"spans": []}})
        parties = {
            side: [{"start": s, "end": e, "by": by} for s, e in event[side]] for side in ("actors", "recipients")
        }
        trigger = {"start": event["trigger"][0], "end": event["trigger"][1]}
        flags = {"factuality": {"value": event["factuality"], "by": by}, "background": event["background"]}
        out.append({"id": f"e{number}", "type": event["type"], "trigger": trigger, **parties, **flags})
    return {"article": {"key": row["key"], "text": row["text"]}, "attributions": attributions, "events": out}
