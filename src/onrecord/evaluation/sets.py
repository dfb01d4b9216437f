"""The table of development sets: which scorer reads each, how much of it the gate reads, which figures are pinned.

Limits keep the whole gate within minutes on two cores; `--full` reads everything. A floor counts only for the limit under which it was set.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scorer = Literal["score", "score-record", "score-stories", "score-disagreements"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a scorer's answer: `path` into its JSON. `at_most`: lower is better (rates of false alarms)."""

    name: str
    path: tuple[str, ...]
    at_most: bool = False
    times: float = 1.0


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A development set. `gold`: its file under the shared folder (for `score`, the name is enough); `verb`: the verb that answers it;
    `limit`: articles that the gate reads, None for all."""

    name: str
    figures: tuple[Figure, ...]
    scorer: Scorer = "score"
    limit: int | None = None
    gold: str | None = None
    verb: tuple[str, ...] = ("read", "-", "--from", "jsonl", "--format", "jsonl")


def _f1(*rows: str) -> tuple[Figure, ...]:
    return tuple(Figure(f"{row} F1", (row, "F1")) for row in rows)


def _prf(row: str) -> tuple[Figure, ...]:
    return (Figure(f"{row} F1", (row, "F1")), Figure(f"{row} P", (row, "P")), Figure(f"{row} R", (row, "R")))


def _sections(*names: str) -> tuple[Figure, ...]:
    return tuple(Figure(f"{name} F1", ("sections", name, "F1")) for name in names)


ATTRIBUTION = _f1("content all", "source all", "triple all", "strict all", "triple direct", "triple indirect")
TIMES = (*_f1("strict", "relaxed", "value", "strict value"), Figure("value accuracy", ("value accuracy", "%")))
PLACES = (*_f1("recognition", "end to end @161"), Figure("acc@161 of matched", ("resolved, matched", "acc161")))
CODED = (Figure("root", ("root", "any")), Figure("macro F1", ("macro F1", "first")), Figure("penta", ("penta", "any")))
PARTIES = _f1("actors, best", "recipients, best")
SENTENCES = (
    *_f1("event", "trigger", "strict", "actors", "recipients"),
    Figure("factuality", ("factuality", "%")),
    Figure("background", ("background", "%")),
    Figure("by", ("by", "%")),
    Figure("false events per 100", ("event-free", "per 100"), at_most=True),
)
MEETINGS = _sections("meetings", "meeting participants", "meeting when", "meeting where")
FLAGSHIP = (
    Figure("overall P", ("sections", "overall", "P")),
    Figure("overall R", ("sections", "overall", "R")),
    *_sections(
        "overall", "metadata", "attributions", "actor mentions", "places", "times", "quantities", "events", "event actors", "fields", "disagreements",
    ),
)  # fmt: skip
GROUP = ("group", "-", "--from", "jsonl", "--format", "jsonl")
COMPARE = ("compare", "-", "--from", "jsonl", "--format", "json")
STORIES = (Figure("BCubed F1", ("BCubed", "F1"), times=100), Figure("pair F1", ("pairwise", "F1"), times=100))
DIFFER = (
    Figure("pairs loose F1", ("rows", "pairs loose", "F1")),
    Figure("pairs strict F1", ("rows", "pairs strict", "F1")),
    Figure("false alarms", ("false_alarms", "pairs"), at_most=True),
)

SETS: tuple[GoldSet, ...] = (
    GoldSet("antalya_seed", FLAGSHIP, "score-record", gold="gold/antalya_seed.record.json"),
    GoldSet("meetings_dev", MEETINGS, "score-record", gold="gold/meetings_dev.jsonl"),
    GoldSet("polnear_dev", ATTRIBUTION, limit=40),
    GoldSet("timebank", TIMES, limit=90),
    GoldSet("aquaint", TIMES, limit=40),
    GoldSet("meantime_dev", TIMES, limit=60),
    GoldSet("lgl_dev", PLACES, limit=100),
    GoldSet("gwn", PLACES, limit=60),
    GoldSet("geovirus_dev", PLACES, limit=60),
    GoldSet("plv_train", (*CODED, *PARTIES), limit=300),
    GoldSet("cameo_ner_train", PARTIES, limit=250),
    GoldSet("cameo_class_train", (Figure("penta", ("penta", "any")), Figure("false alarms %", ("false positives", "texts %"), at_most=True)), limit=300),
    GoldSet("gsr_dev", CODED[:1]),
    GoldSet("satp", (CODED[0], *PARTIES), limit=200),
    GoldSet("real_events_a", SENTENCES, limit=30),
    GoldSet("real_events_b", SENTENCES, limit=30),
    GoldSet("real_events_c", SENTENCES, limit=30),
    GoldSet("real_events_d", SENTENCES, limit=30),
    GoldSet("real_events_e", SENTENCES, limit=30),
    GoldSet("real_events_f", SENTENCES, limit=60),
    GoldSet("pages_dev", (Figure("body F1", ("body", "F1"), times=100),), "score-stories", verb=("read", "--from", "html", "--format", "jsonl")),
    GoldSet("news_cluster", STORIES, "score-stories", verb=GROUP),
    GoldSet("basil_dev", STORIES, "score-stories", verb=GROUP),
    GoldSet("ecbplus", STORIES, "score-stories", verb=GROUP),
    GoldSet("copies_sim", (Figure("copy pairs F1", ("copy pairs", "F1"), times=100),), "score-stories", verb=GROUP),
    GoldSet("disagreements_dev", DIFFER, "score-disagreements", gold="gold/disagreements_dev.jsonl", verb=COMPARE),
)  # fmt: skip
