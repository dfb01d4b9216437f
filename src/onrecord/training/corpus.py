"""All labelled sets as one list of texts, each with the labels that any set gives for it; what no set says stays masked.

The sets and their licence situation: `MODEL_CARD.md`. Texts are merged by equality, so an article that stands in two sets is read once.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]
Json = dict[str, Any]
DEV_SHARE = 120  # of 1000 stories, for events
HELD_OUT = 100  # of 1000 documents, for times, toponyms and the codebook's sentences


@dataclass
class Text:
    """One text and its labels. A region is where a set says all there is; outside it nothing is known."""

    key: str
    text: str
    sets: set[str] = field(default_factory=set)
    attributions: list[Json] | None = None
    sentences: list[Json] = field(default_factory=list)  # {"start", "end", "events"}
    tags: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)  # head -> spans
    regions: dict[str, list[Span]] = field(default_factory=dict)  # head -> regions
    parse: Json | None = None  # {"starts", "ends", "tags", "deps", "heads": a word each; "sents": first words}
    weak: Json | None = None  # {"types": [...] | None, "negative": bool, "actors", "recipients": spans | None}


def part(key: str) -> int:
    """A number in 0 … 999 that depends on the key alone."""
    return int(hashlib.md5(key.encode()).hexdigest(), 16) % 1000


def rows(path: Path) -> Iterator[Json]:
    """The JSON lines of a file, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


@dataclass(frozen=True)
class Corpus:
    """Training texts, and the documents (rows of the gold files) on which development figures are measured."""

    texts: list[Text]
    attribution_dev: list[Json]
    event_dev: list[Json]
    time_dev: list[Json]
    place_dev: list[Json]
    code_dev: list[Json]  # sentences of PLV


def load(gold: Path, silver: Path | None = None, seed: int = 1) -> Corpus:
    """Reads every set in `gold`, and our own event labels over them; `silver` is what `parses.label` wrote."""
    texts: dict[str, Text] = {}

    def at(row: Json, name: str) -> Text:
        item = texts.setdefault(row["text"], Text(f"{name}/{row['key']}", row["text"]))
        item.sets.add(name)
        return item

    attribution_dev = list(rows(gold / "polnear_dev.jsonl.gz"))
    forbidden = {row["text"] for row in attribution_dev}
    for row in rows(gold / "polnear_train.jsonl.gz"):
        at(row, "polnear_train").attributions = row["gold"]["attributions"]
    event_dev = _events(gold, at)
    code_dev = [row for row in rows(gold / "plv_train.jsonl.gz") if part(row["key"]) < HELD_OUT]
    _own(gold, at, {row["text"] for row in (*event_dev, *code_dev)})
    time_dev, place_dev = _times(gold, at), _places(gold, at)
    _weak(gold, at, random.Random(seed))
    for row in code_dev:
        texts.pop(row["text"], None)
    if silver and silver.exists():
        by_key = {f"{name}/{item.key.partition('/')[2]}": item for item in texts.values() for name in item.sets}
        for line in rows(silver):
            item = by_key.get(line["key"])
            if item:
                item.parse = line
                item.tags["names"] = [tuple(n) for n in line["names"]]
                item.regions["names"] = [(0, len(item.text))]
    kept = [item for text, item in texts.items() if text not in forbidden]
    return Corpus(kept, attribution_dev, event_dev, time_dev, place_dev, code_dev)


def _stories(gold: Path) -> dict[str, str]:
    """Which story of its source set each key belongs to."""
    out = {}
    for name in ("news_cluster", "ecbplus", "basil_dev", "wikiref220", "fakes_dev"):
        for row in rows(gold / f"{name}.jsonl.gz"):
            told = row.get("gold")
            told = told if isinstance(told, dict) else {}
            for field_name in ("story", "weak_story", "topic"):
                value = row.get(field_name) or told.get(field_name)
                if value is not None:
                    out[row["key"]] = f"{name}/{value}"
                    break
    return out


def _events(gold: Path, at: Any) -> list[Json]:
    stories = _stories(gold)
    every = [(s, row) for s in "abcdef" for row in rows(gold / f"real_events_{s}.jsonl")]
    story_of: dict[str, str] = {}
    for _, row in every:
        story = stories.get(row["key"]) or stories.get(str(row.get("source", "")).split("/", 1)[-1])
        if not story and "ecb" in str(row.get("source", "")):
            story = "ecb" + str(row["source"]).split("/")[1].split("_")[0]
        story_of.setdefault(row["text"], story or row["key"])
    dev: list[Json] = []
    done: dict[str, set[Span]] = {}
    for name, row in every:
        if part(story_of[row["text"]]) < DEV_SHARE:
            dev.append(row | {"set": name})
            continue
        item = at(row, f"real_events_{name}")
        for sentence in row["gold"]["sentences"]:
            span = (sentence["start"], sentence["end"])
            if any(s < span[1] and span[0] < e for s, e in done.setdefault(row["text"], set())):
                continue
            done[row["text"]].add(span)
            item.sentences.append(sentence)
    return dev


LABELS = Path(__file__).parent / "labels"


def own_labels(name: str = "events") -> list[Json]:
    """Our labels: set, key, hash of the text, sentence, events with spans; never the text itself. `second_reading` is a blind one of given sets."""
    path = LABELS / f"{name}.jsonl"
    return list(rows(path)) if path.exists() else []


def labelled(gold: Path, lines: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Each line of labels with the row of its set; those whose text is not the one that was labelled are left out."""
    for name in sorted({line["set"] for line in lines}):
        source = gold / f"{name}.jsonl" if name.startswith("real_events") else gold / f"{name}.jsonl.gz"
        texts = {row["key"]: row for row in rows(source)} if source.exists() else {}
        for line in (one for one in lines if one["set"] == name):
            row = texts.get(line["key"])
            if row and hashlib.sha256(row["text"].encode()).hexdigest() == line["sha256"]:
                yield line, row


def _own(gold: Path, at: Any, held_out: set[str]) -> None:
    """Further sentences of ours; and of sentences that were read twice, what both readers say."""
    for line, row in labelled(gold, own_labels()):
        if row["text"] not in held_out:
            item = at(row, line["set"])
            item.sentences = [s for s in item.sentences if s["end"] <= line["start"] or line["end"] <= s["start"]]
            item.sentences.append({"start": line["start"], "end": line["end"], "events": line["events"]})
    for number, line in enumerate(own_labels("own_sentences")):  # the only texts that we may keep, since we wrote them
        item = at({"key": str(number), "text": line["text"]}, "own_sentences")
        item.sentences = [{"start": 0, "end": len(line["text"]), "events": line["events"]}]
    for line, row in labelled(gold, own_labels("second_reading")):
        if row["text"] not in held_out:
            for sentence in at(row, line["set"]).sentences:
                if sentence["start"] == line["start"]:
                    sentence |= {"events": agreed(sentence["events"], line["events"])}


def agreed(first: list[Json], second: list[Json]) -> list[Json]:
    """Two readings as one: where they differ nothing is learned (`accept` holds "none"; a flag is None), an event of either type is right."""
    left, out = list(second), []
    for event in first:
        overlapping = (
            o for o in left if o["trigger"][0] < event["trigger"][1] and event["trigger"][0] < o["trigger"][1]
        )
        other = next(overlapping, None) or next((o for o in left if o["type"] == event["type"]), None)
        if other is None:
            out.append({**event, "accept": ["none"]})
            continue
        left.remove(other)
        flags = {f: event[f] if event[f] == other[f] else None for f in ("factuality", "background")}
        out.append({**event, **flags})
    return out + [{**event, "accept": ["none"]} for event in left]


def _times(gold: Path, at: Any) -> list[Json]:
    dev = []
    for name in ("timebank", "aquaint", "meantime_dev"):
        for row in rows(gold / f"{name}.jsonl.gz"):
            if part(row["key"]) < HELD_OUT:
                dev.append(row)
                continue
            item = at(row, name)
            item.tags["timex"] = [(t["start"], t["end"], t["type"]) for t in row["gold"]["times"]]
            item.regions["timex"] = [tuple(r) for r in row["gold"].get("scored") or [[0, len(row["text"])]]]
    return dev


def _places(gold: Path, at: Any) -> list[Json]:
    dev = []
    for name in ("lgl_dev", "gwn", "geovirus_dev"):
        for row in rows(gold / f"{name}.jsonl.gz"):
            if part(row["key"]) < HELD_OUT:
                dev.append(row)
                continue
            item = at(row, name)
            places = row["gold"]["places"]
            item.tags["toponym"] = [
                (p["start"], p["end"], "demonym" if p["kind"] == "demonym" else "literal") for p in places
            ]
            item.regions["toponym"] = [(0, len(row["text"]))]
    return dev


def _weak(gold: Path, at: Any, random_: random.Random) -> None:
    for name in ("plv_train", "cameo_ner_train", "cameo_class_train", "gsr_dev"):
        for row in rows(gold / f"{name}.jsonl.gz"):
            item = at(row, name)
            item.weak = _merge(item.weak, row["gold"])
    satp = list(rows(gold / "satp.jsonl.gz"))
    for row in random_.sample(satp, 400):
        event = row["gold"]["events"][0] if row["gold"].get("events") else None
        if event and event["root"]:
            at(row, "satp").weak = _merge(None, row["gold"])


PENTA = {
    1: ("AGREE", "CONSULT", "SUPPORT"),
    2: ("COOPERATE", "AID", "CONCEDE", "RETREAT"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}


def _merge(known: Json | None, gold: Json) -> Json:
    """What a sentence's sets say together: the narrowest types, and parties where any set has them."""
    out = known or {"types": None, "negative": False, "actors": None, "recipients": None}
    if not gold.get("events"):
        return out | {"negative": bool(gold.get("negative")) and out["types"] is None}
    event = gold["events"][0]
    types: tuple[str, ...] | None = None
    if event["root"]:
        types = ("CONCEDE", "RETREAT") if event["root"] == "YIELD" else (event["root"],)
    elif event.get("penta"):
        types = PENTA[event["penta"]]
    if types and (out["types"] is None or len(types) < len(out["types"])):
        out["types"] = types
    if event.get("actors") is not None:
        out |= {"actors": event["actors"], "recipients": event.get("recipients") or []}
    return out | {"negative": False}
