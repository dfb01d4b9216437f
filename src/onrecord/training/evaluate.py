"""Measures a checkpoint or packed weights on the development sets, with the project's own scorers."""

from __future__ import annotations

import importlib
import sys
import time
from typing import TYPE_CHECKING, Any

from onrecord.learned.pieces import cut

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from onrecord.learned.findings import Findings
    from onrecord.learned.network import Network as Reader
    from onrecord.training.corpus import Corpus

Json = dict[str, Any]


def record(row: Json, found: Findings) -> Json:
    """What the scorers read of an `onrecord/1` record, straight from the findings; `by` is not filled here."""

    def spans(items: Sequence[tuple[int, int]]) -> Json:
        return {"spans": [{"start": s, "end": e} for s, e in items]}

    attributions = [
        {"id": f"a{i}", "source": spans(a.source), "cue": spans(a.cue), "content": spans(a.content)}
        for i, a in enumerate(found.attributions)
    ]
    events = [
        {
            "id": f"e{i}", "trigger": {"start": e.trigger.start, "end": e.trigger.end}, "type": e.type,
            "actors": [{"start": s.start, "end": s.end} for s in e.actors],
            "recipients": [{"start": s.start, "end": s.end} for s in e.recipients],
            "factuality": {"value": e.factuality, "by": None}, "background": e.background,
        }
        for i, e in enumerate(found.events)
    ]  # fmt: skip
    return {"article": {"key": row["key"], "text": row["text"]}, "attributions": attributions, "events": events}


class Scorers:
    """The scorer modules of `folder`, imported by path."""

    def __init__(self, folder: Path) -> None:
        if str(folder) not in sys.path:
            sys.path.insert(0, str(folder))
        self.records = importlib.import_module("records")
        self.modules = {name: importlib.import_module(name) for name in ("attribution", "sentence_events", "events")}

    def score(self, measure: str, rows: Sequence[Json], found: Sequence[Findings]) -> Json:
        """One measure's table."""
        pairs = []
        for row, each in zip(rows, found, strict=True):
            document = self.records.Document(
                row["key"], row["text"], row.get("published"), row.get("outlet"), row["gold"]
            )
            pairs.append(self.records.Pair(document, record(row, each)))
        return dict(self.modules[measure].score(pairs))


def spans_f1(rows: Sequence[Json], found: Sequence[Findings], head: str) -> dict[str, float]:
    """Exact-span precision, recall and F1 of `timexes` or `toponyms`, only inside scored regions."""
    right = gold_total = told_total = 0
    for row, each in zip(rows, found, strict=True):
        regions = row["gold"].get("scored") or [[0, len(row["text"])]]
        gold = {(g["start"], g["end"]) for g in row["gold"]["times" if head == "timexes" else "places"]}
        told = {(f.start, f.end) for f in getattr(each, head)}
        told = {s for s in told if any(a <= s[0] and s[1] <= b for a, b in regions)}
        right += len(gold & told)
        gold_total += len(gold)
        told_total += len(told)
    p, r = right / max(1, told_total), right / max(1, gold_total)
    return {"P": 100 * p, "R": 100 * r, "F1": 200 * p * r / max(1e-9, p + r), "gold": gold_total, "found": told_total}


def figures(tables: Json) -> str:
    """The figures that the targets name, on a few lines."""
    out = [" ".join(f"{k} {v:.0f}" for k, v in tables.get("speed", {}).items())]
    if table := tables.get("attribution"):
        out.append(
            "attribution "
            + " ".join(f"{k.replace(' all', '')} {table[k]['F1']:.1f}" for k in table if k.endswith(" all"))
        )
        out.append("  triple " + " ".join(f"{k} {table[f'triple {k}']['F1']:.1f}" for k in ("direct", "mixed", "indirect"))
                   + f"  P {table['triple all']['P']:.1f} R {table['triple all']['R']:.1f}"
                   + "  exact " + " ".join(f"{k} {table[f'exact {k}']['F1']:.1f}" for k in ("cue", "source", "content")))  # fmt: skip
    if table := tables.get("sentence_events"):
        out.append("events " + " ".join(f"{k} {table[k]['F1']:.1f}" for k in ("event", "trigger", "strict", "actors", "recipients"))
                   + f" P {table['event']['P']:.1f} R {table['event']['R']:.1f} type {table['type']['%']:.1f}"
                   + f" fact {table['factuality']['%']:.1f}/{table['factuality']['marked %']:.1f}"
                   + f" back {table['background']['%']:.1f}/{table['background']['marked %']:.1f} false/100 {table['event-free']['per 100']:.1f}")  # fmt: skip
    out += [
        f"{head} " + " ".join(f"{k} {v:.1f}" for k, v in tables[head].items())
        for head in ("timexes", "toponyms")
        if head in tables
    ]
    return "\n".join(out)


def measure(reader: Reader, corpus: Corpus, scorers: Scorers, limit: int | None = None) -> Json:
    """Every measure's table, and `speed` in word pieces and code points a second."""
    tables: Json = {}
    rows = corpus.attribution_dev[:limit]
    began = time.perf_counter()
    found = [reader.read(row["text"]) for row in rows]
    seconds = time.perf_counter() - began
    pieces = sum(len(cut(reader.tokenizer, row["text"])) for row in rows)
    points = sum(len(row["text"]) for row in rows)
    tables["speed"] = {"pieces/s": pieces / seconds, "code points/s": points / seconds, "pieces": pieces}
    tables["attribution"] = scorers.score("attribution", rows, found)
    rows = corpus.event_dev[:limit]
    tables["sentence_events"] = scorers.score("sentence_events", rows, [reader.read(row["text"]) for row in rows])
    for head, rows in (("timexes", corpus.time_dev[:limit]), ("toponyms", corpus.place_dev[:limit])):
        tables[head] = spans_f1(rows, [reader.read(row["text"]) for row in rows], head)
    return tables
