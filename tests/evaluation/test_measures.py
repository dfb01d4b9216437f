"""The main figures: right on gold small enough to count by hand, and the same as the shared scorers' on real gold."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from onrecord.errors import SourceError, WireError
from onrecord.evaluation import gold as gold_files
from onrecord.evaluation import measures
from onrecord.evaluation.gold import Document
from onrecord.values.notation import read as noted
from onrecord.values.record import (
    ArticleHead,
    Attribution,
    Event,
    Factuality,
    Place,
    PlaceMention,
    Reader,
    Record,
    Source,
    Time,
    Words,
)
from onrecord.values.span import Span
from onrecord.values.wire import dumps
from onrecord.views.cli.main import main

SHARED = Path(__file__).parents[3] / "shared"
TEXT = "On Tuesday Ilves met Toom in Riga, state radio said. Police fired at the crowd. Nothing else was new."
RECORD = noted(
    """
onrecord/1
article "k"
CONSULT e1 'met'
ASSAULT e2 'crowd'
PROTEST e3 'Nothing'
AID e4 'new'
  status planned
says a1 indirect 'Ilves met Toom in Riga'
  source 'radio' other_outlet
  cue 'said'
says a2 indirect 'Police fired'
  source 'Riga' other_outlet
place l1 "Riga" city in LVA at 56.95 24.1 geonames 456172
  mentions literal 'Riga'
place l2 "Ilves" at 1.0 1.0
  mentions literal 'Ilves'
time t1 DATE 2026-03-03 'Tuesday'
""",
    TEXT,
)


def at(words: str) -> dict[str, int]:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


def pair(words: str) -> list[int]:
    return list(at(words).values())


GOLD = {
    "attributions": [
        {"source": [pair("state radio")], "cue": [pair("said")], "content": [pair("Ilves met Toom in Riga")]},
        {"source": [], "cue": [pair("fired")], "content": [pair("Police fired at")]},
    ],
    "times": [
        {**at("On Tuesday"), "type": "DATE", "value": "2026-03-03"},
        {**at("new"), "type": "DATE", "value": "PRESENT_REF"},
    ],
    "places": [
        {**at("Riga"), "name": "Riga", "geonames": 456172, "lat": 56.9, "lon": 24.1, "country": "LVA", "level": "city"}
    ],
    "sentences": [
        {
            **at("On Tuesday Ilves met Toom in Riga, state radio said."),
            "events": [{"trigger": pair("met"), "type": "CONSULT"}],
        },
        {**at("Police fired at the crowd."), "events": [{"trigger": pair("fired"), "type": "COERCE"}]},
        {**at("Nothing else was new."), "events": []},
    ],
}


def test_the_figures_are_those_that_one_counts_by_hand() -> None:
    """One of two contents with its source and cue; one span relaxed with its value; one of two places; one of three events, one false alarm."""
    table = measures.score([Document("k", TEXT, None, None, GOLD)], [RECORD])
    assert (
        table["content of attributions"]["F1"],
        table["source of attributions"]["F1"],
        table["triple of attributions"]["F1"],
    ) == (100, 50, 50)
    assert (table["strict of times"]["P"], table["relaxed of times"]["P"], table["relaxed of times"]["R"]) == (
        0,
        100,
        50,
    )
    assert (table["value of times"]["R"], table["strict value of times"]["R"]) == (50, 0)
    assert (
        table["recognition of places"]["P"],
        table["recognition of places"]["R"],
        table["acc@161 of places found"]["%"],
    ) == (50, 100, 100)
    assert table["events"]["P"] == pytest.approx(100 / 3)
    assert table["false events"] == {"per 100": 100, "sentences": 1}
    assert "content of attributions" in measures.as_text(table)
    assert json.loads(measures.as_json(table))["events"]["P"] == 33.33


def test_gold_and_records_must_belong_together() -> None:
    """A missing record, another text, gold of no known kind: each is said."""
    document = Document("k", TEXT, None, None, GOLD)
    with pytest.raises(WireError, match="no record for 'k'"):
        measures.score([document], [])
    with pytest.raises(WireError, match="another text"):
        measures.score([Document("k", TEXT + "!", None, None, GOLD)], [RECORD])
    with pytest.raises(WireError, match="none of attributions, times"):
        measures.score([Document("k", TEXT, None, None, {"mood": []})], [RECORD])


def test_a_gold_file_is_read_line_by_line_and_its_faults_named(tmp_path) -> None:
    """Plain or gzipped; a wrong line is named; no file is a SourceError."""
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"key": "k", "text": TEXT, "gold": GOLD}) + "\n\n", encoding="utf-8")
    assert [d.key for d in gold_files.read(path)] == ["k"]
    assert gold_files.read(path, 0) == []
    path.write_text('{"key": "k"}\n', encoding="utf-8")
    with pytest.raises(WireError, match="line 1: no gold"):
        gold_files.read(path)
    with pytest.raises(SourceError, match="cannot be read"):
        gold_files.read(tmp_path / "none.jsonl.gz")


def test_evaluate_prints_the_figures_of_kept_records(tmp_path, capsys) -> None:
    """`onrecord evaluate GOLD --records FILE`, as text and as JSON."""
    (tmp_path / "gold.jsonl").write_text(json.dumps({"key": "k", "text": TEXT, "gold": GOLD}), encoding="utf-8")
    (tmp_path / "kept.jsonl").write_text(dumps(RECORD), encoding="utf-8")
    words = ["evaluate", str(tmp_path / "gold.jsonl"), "--records", str(tmp_path / "kept.jsonl")]
    assert main(words) == 0
    assert "recognition of places" in capsys.readouterr().out
    assert main([*words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["articles"]["n"] == 1


# ------------------------------------------------------------------ the same as the shared scorers


def blurred(document: Document) -> Record:
    """A record with faults of every kind, made from the gold itself: each third finding is missing, others moved, retyped or unresolved."""
    text, gold = document.text, document.gold
    shift = lambda i, s, e: Span(s + (i % 5 == 1 and s + 1 < e), min(len(text), e + 3 * (i % 4 == 2)))  # noqa: E731
    kept = lambda items: [(i, one) for i, one in enumerate(items) if i % 3 != 2]  # noqa: E731
    attributions = [
        Attribution(
            f"a{i}",
            Source(tuple(shift(i, *s) for s in one["source"][: i % 4])),
            Words(tuple(Span(*s) for s in one["cue"] if i % 7)),
            Words(tuple(shift(i, *s) for s in one["content"])),
            "indirect",
        )
        for i, one in kept(gold.get("attributions", []))
        if one["content"]
    ]
    times = [
        Time(f"t{i}", *shift(i, one["start"], one["end"]), "DATE", one["value"] if i % 4 else "X")
        for i, one in kept(gold.get("times", []))
    ]
    places = [
        Place(
            f"l{i}",
            "",
            one["geonames"] if i % 4 and one["geonames"] else None,
            one["country"],
            None,
            one["lat"],
            (one["lon"] or 0) + i % 5 if one["lat"] else None,
            None,
            1.0,
            (PlaceMention(*shift(i, one["start"], one["end"]), "literal"),),
        )
        for i, one in kept(gold.get("places", []))
    ]
    told = [
        (one, sentence)
        for sentence in gold.get("sentences", [])
        for one in [*sentence["events"], {"trigger": [sentence["start"], sentence["start"] + 3], "type": "ASSAULT"}]
    ]
    events = [
        Event(
            f"e{i}",
            Span(*one["trigger"]),
            one["type"] if i % 6 else "AID",
            factuality=Factuality("planned" if i % 5 == 4 else "happened"),
            mentions=(Span(sentence["start"], sentence["end"]),) if i % 8 == 7 else (),
        )
        for i, (one, sentence) in enumerate(told)
        if i % 3 != 1
    ]
    return Record(
        Reader("0"),
        ArticleHead("sha256:0", text, document.key),
        tuple(attributions),
        (),
        tuple(places),
        tuple(times),
        (),
        tuple(events),
    )


SETS = {
    "polnear_dev": {
        "content all": "content of attributions",
        "source all": "source of attributions",
        "triple all": "triple of attributions",
    },
    "timebank": {
        "strict": "strict of times",
        "relaxed": "relaxed of times",
        "value": "value of times",
        "strict value": "strict value of times",
    },
    "meantime_dev": {"strict": "strict of times", "relaxed": "relaxed of times", "value": "value of times"},
    "gwn": {"recognition": "recognition of places", "end to end @161": "end to end of places"},
    "real_events_b": {"event": "events", "trigger": "triggers"},
}


@pytest.mark.skipif(not (SHARED / "score").is_dir(), reason="the shared folder is not here")
@pytest.mark.parametrize("name", SETS)
def test_our_figures_are_those_of_the_shared_scorers(name, tmp_path) -> None:
    """On 25 documents, with records full of faults, P, R and F1 agree to the last digit that is printed."""
    path = next(p for p in (SHARED / "gold" / f"{name}{ending}" for ending in (".jsonl.gz", ".jsonl")) if p.is_file())
    documents = list(islice(gold_files.read(path, 25), 25))
    records = [blurred(document) for document in documents]
    (tmp_path / "kept.jsonl").write_text("".join(dumps(record) + "\n" for record in records), encoding="utf-8")
    asked = [
        sys.executable,
        str(SHARED / "score" / "score"),
        name,
        "--gold",
        str(tmp_path / "gold.jsonl"),
        "--records",
        str(tmp_path / "kept.jsonl"),
        "--json",
    ]
    rows = (
        {"key": d.key, "text": d.text, "published": d.published, "outlet": d.outlet, "gold": d.gold} for d in documents
    )
    (tmp_path / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    theirs = json.loads(subprocess.run(asked, capture_output=True, check=True, text=True).stdout)
    ours = measures.score(documents, records)
    assert any(ours[row]["F1"] not in (0, 100) for row in SETS[name].values())
    for their_row, our_row in SETS[name].items():
        assert {k: round(v, 2) for k, v in ours[our_row].items()} == theirs[their_row], our_row
    if name == "gwn":
        assert round(ours["acc@161 of places found"]["%"], 2) == theirs["resolved, matched"]["acc161"]
    if name == "real_events_b":
        assert round(ours["false events"]["per 100"], 2) == theirs["event-free"]["per 100"]
