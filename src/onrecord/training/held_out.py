"""Events that training held out, read by the whole pipeline: figures, errors per type, and the confusion table as a picture.

python -m onrecord.training events [--picture docs/pictures/confusion.svg]     the given sets, whole stories held out
python -m onrecord.training events --set ours                                  2,159 sentences that we labelled and never trained on
python -m onrecord.training events --set codebook                              a tenth of PLV's sentences: root and penta class
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from rich.progress import track

from onrecord.api import read_many
from onrecord.learned.labels import EVENT_TYPES
from onrecord.settings import from_environment
from onrecord.training.corpus import labelled, load, own_labels
from onrecord.training.evaluate import Scorers
from onrecord.values.article import Article
from onrecord.values.wire import dumps

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

Json = dict[str, Any]
NOTHING: Final = "nothing"
ROWS = ("event", "trigger", "strict", "actors", "recipients", "factuality", "background", "by", "event-free")


SETS: Final = ("given", "ours", "codebook")


def events(gold: Path, score: Path, picture: Path | None = None, name: str = "given") -> str:
    """The scorer's figures as lines, each type's after them; draws the confusion table where a path is given. `name`: one of SETS."""
    scorers = Scorers(score)
    pairs = [_read(scorers, row) for row in track(_rows(gold, name), description="reading")]
    module = scorers.modules["events" if name == "codebook" else "sentence_events"]
    table = module.score(pairs)
    if picture is not None:
        picture.write_text(drawn(confusion(module, pairs)), encoding="utf-8")
    if name == "codebook":
        return "\n".join(f"{row:12}{_figures(table[row])}" for row in ("root", "penta", "macro F1"))
    out = [
        f"{len(pairs)} articles, {table['sentences']['scored']} sentences, {table['sentences']['event-free']} of them without an event"
    ]
    told = (*ROWS, *(n for n in table if n.startswith("types/")))
    return "\n".join(out + [f"{row.removeprefix('types/'):12}{_figures(table[row])}" for row in told])


def _rows(gold: Path, name: str) -> Sequence[Json]:
    """What is read: rows with their text and what gold says of it."""
    if name != "ours":
        corpus = load(gold)
        return corpus.event_dev if name == "given" else corpus.code_dev
    by_text: dict[str, Json] = {}
    for line, row in labelled(gold, own_labels("held_out")):
        kept = by_text.setdefault(row["text"], {**row, "gold": {"sentences": []}})
        kept["gold"]["sentences"].append({k: line[k] for k in ("start", "end", "events")})
    return list(by_text.values())


def _read(scorers: Scorers, row: Json) -> Any:
    article = Article(row["text"], key=row["key"], published=row.get("published"), outlet=row.get("outlet"))
    (record,) = read_many([article], settings=from_environment())
    document = scorers.records.Document(row["key"], row["text"], row.get("published"), row.get("outlet"), row["gold"])
    return scorers.records.Pair(document, json.loads(dumps(record)))


def _figures(told: Mapping[str, Any]) -> str:
    return "".join(f"  {k} {v:.1f}" if isinstance(v, float) else f"  {k} {v}" for k, v in told.items())


def confusion(module: Any, pairs: Sequence[Any]) -> Counter[tuple[str, str]]:
    """(type in gold, type found) -> events, by the scorer's own pairing; NOTHING where one side has none."""
    out = Counter[tuple[str, str]]()
    for pair in pairs:
        for wanted, found in module.read(pair):
            matched = module.match(pair.document.text, wanted, found)
            out.update((g.types[0] if not right else f.types[0], f.types[0]) for g, f, right in matched)
            left, right_ = {id(g) for g, _, _ in matched}, {id(f) for _, f, _ in matched}
            out.update((g.types[0], NOTHING) for g in wanted if id(g) not in left and "NONE" not in g.types)
            out.update((NOTHING, f.types[0]) for f in found if id(f) not in right_)
    return out


SIZE, LEFT, TOP = 34, 112, 96


def drawn(table: Mapping[tuple[str, str], int]) -> str:
    """The table as SVG: a row a type in gold, a column a type found, shades by the share of the row."""
    names = (*EVENT_TYPES, NOTHING)
    side = len(names) * SIZE
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + side + 12} {TOP + side + 34}" font-family="sans-serif" font-size="11">',
        '<title>Types of events: labelled (rows) and found (columns)</title><rect width="100%" height="100%" fill="#fff"/>',
        f'<text x="{LEFT + side / 2}" y="{TOP + side + 24}" text-anchor="middle">columns: found · rows: labelled · shade: share of the row</text>',
    ]  # fmt: skip
    for i, name in enumerate(names):
        middle = i * SIZE + SIZE / 2
        out.append(f'<text x="{LEFT - 8}" y="{TOP + middle + 4}" text-anchor="end">{name}</text>')
        out.append(f'<text transform="translate({LEFT + middle + 4} {TOP - 8}) rotate(-55)">{name}</text>')
        total = sum(table.get((name, other), 0) for other in names)
        for j, other in enumerate(names):
            n = table.get((name, other), 0)
            share = n / total if total else 0.0
            hue = "29,111,66" if name == other else "178,58,46"
            x, y = LEFT + j * SIZE, TOP + i * SIZE
            out.append(
                f'<rect x="{x}" y="{y}" width="{SIZE - 1}" height="{SIZE - 1}" fill="rgba({hue},{0.04 + 0.9 * share:.2f})"/>'
            )
            if n:
                ink = "#fff" if share > 0.55 else "#222"
                out.append(
                    f'<text x="{x + SIZE / 2}" y="{y + SIZE / 2 + 4}" text-anchor="middle" fill="{ink}">{n}</text>'
                )
    return "\n".join([*out, "</svg>", ""])
