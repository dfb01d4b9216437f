"""Sets are merged by text, and stories stay on one side."""

import gzip
import json

import pytest

pytest.importorskip("torch")

from onrecord.training.corpus import _merge, agreed, load, own_labels, part


def write(folder, name, rows):
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    if name.endswith(".gz"):
        with gzip.open(folder / name, "wt", encoding="utf-8") as out:
            out.write(lines)
    else:
        (folder / name).write_text(lines, encoding="utf-8")


@pytest.fixture
def gold(tmp_path):
    empty = ["polnear_dev", "timebank", "aquaint", "meantime_dev", "lgl_dev", "gwn", "geovirus_dev", "plv_train", "cameo_ner_train",
             "cameo_class_train", "gsr_dev", "news_cluster", "ecbplus", "basil_dev", "wikiref220", "fakes_dev"]  # fmt: skip
    for name in empty:
        write(tmp_path, f"{name}.jsonl.gz", [])
    write(
        tmp_path, "satp.jsonl.gz", [{"key": str(i), "text": f"digest {i}", "gold": {"events": []}} for i in range(400)]
    )
    write(tmp_path, "polnear_train.jsonl.gz", [{"key": "a", "text": "One text.", "gold": {"attributions": []}}])
    sentence = {"start": 0, "end": 9, "events": []}
    for name in "abcdef":
        write(
            tmp_path,
            f"real_events_{name}.jsonl",
            [{"key": f"k{name}", "text": "One text.", "gold": {"sentences": [sentence]}}],
        )
    return tmp_path


def test_a_text_in_several_sets_is_one_text_and_its_sentences_are_taken_once(gold):
    corpus = load(gold)
    if corpus.event_dev:
        assert len(corpus.event_dev) == 6
    else:
        (text,) = (t for t in corpus.texts if t.attributions is not None)
        assert len(text.sentences) == 1
        assert "real_events_f" in text.sets


def test_the_narrowest_types_and_any_parties_are_kept():
    first = _merge(None, {"events": [{"root": None, "penta": 4, "actors": None, "recipients": None}]})
    both = _merge(first, {"events": [{"root": None, "penta": None, "actors": [[0, 3]], "recipients": []}]})
    assert both["types"] == ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
    assert both["actors"] == [[0, 3]]
    assert _merge(None, {"events": [{"root": "YIELD"}]})["types"] == ("CONCEDE", "RETREAT")
    assert _merge(None, {"events": [], "negative": True})["negative"]


def test_a_key_falls_on_the_same_side_each_time():
    assert part("story 7") == part("story 7")
    assert 0 <= part("x") < 1000


def event(start: int, type_: str = "ASSAULT", factuality: str = "happened") -> dict[str, object]:
    return {"trigger": [start, start + 5], "type": type_, "factuality": factuality, "background": False}


def test_what_two_readers_agree_on_is_learned_and_what_they_dispute_is_not() -> None:
    """The first reading stays; a flag on which they differ is unknown; an event that only one of them has may be left out."""
    both = agreed([event(10), event(40, "COERCE")], [event(10, factuality="possible"), event(90, "REJECT")])
    assert [e["trigger"][0] for e in both] == [10, 40, 90]
    assert both[0]["factuality"] is None
    assert both[0]["background"] is False
    assert [e.get("accept") for e in both] == [None, ["none"], ["none"]]


def test_our_labels_hold_no_text() -> None:
    """Keys, offsets and hashes only."""
    for name in ("events", "second_reading"):
        for line in own_labels(name):
            assert set(line) == {"set", "key", "sha256", "start", "end", "events"}
            assert all(line["start"] <= e["trigger"][0] < e["trigger"][1] <= line["end"] for e in line["events"])
