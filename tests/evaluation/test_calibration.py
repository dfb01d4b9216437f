"""Confidence: the error, the curves, what is kept at which precision, and which articles are looked at."""

from __future__ import annotations

import gzip
import json
import re
from hashlib import sha256
from pathlib import Path

import pytest

from onrecord.api import read
from onrecord.evaluation import calibration
from onrecord.evaluation import calibration_fit as fit
from onrecord.evaluation.calibration_picture import drawn
from onrecord.evaluation.calibration_samples import FIELDS, Sample
from onrecord.evaluation.gold import Document
from onrecord.knowledge import confidence
from onrecord.settings import Settings
from onrecord.training import corpus

RULES = Settings(learned=False)
TEXT = "Ilves met Toom in Riga on Tuesday, state radio said. Toom told reporters that he had agreed to nothing."


def overconfident(n: int = 600) -> list[Sample]:
    """Scores from 0 to 1, right half as often as they say, one article each three."""
    return [
        Sample(i / n, (i * 7919) % 1000 < 500 * i / n, "head:x" if i % 2 else "rule:y", str(i // 3)) for i in range(n)
    ]


def test_the_error_is_the_distance_of_scores_from_shares() -> None:
    """0.9 that is right in 9 of 10 is no error; 0.9 that is right in half is 0.4."""
    honest = [Sample(0.9, i > 0, "", "a") for i in range(10)]
    assert fit.error(honest) == pytest.approx(0)
    assert fit.error([Sample(0.9, i % 2 == 0, "", "a") for i in range(10)]) == pytest.approx(0.4)
    assert fit.error([]) == 0


def test_curves_rise_and_mend_scores_of_articles_that_they_did_not_see() -> None:
    """Isotonic, a handful of knots, and the error of fresh articles is small."""
    samples = overconfident()
    curves = fit.fitted("attribution", samples)
    assert set(curves) == {"", "head:", "rule:"}
    for curve in curves.values():
        assert 2 <= len(curve) <= fit.KNOTS
        assert list(curve) == sorted(curve)
        assert [y for _, y in curve] == sorted(y for _, y in curve)
    assert fit.error(samples) > 0.2
    assert fit.error(fit.crossed("attribution", samples)) < 0.07


def test_between_two_knots_a_curve_is_a_line_and_beyond_the_last_it_is_flat() -> None:
    """So every score has a probability."""
    curve = ((0.2, 0.1), (0.6, 0.5))
    assert [round(confidence.on(curve, x), 3) for x in (0.0, 0.2, 0.4, 0.6, 1.0)] == [0.1, 0.1, 0.3, 0.5, 0.5]
    assert confidence.on(((0.6, 0.4),), 0.9) == 0.4


def test_the_narrowest_family_has_the_word() -> None:
    """ "head:cue+role" has the curve of "head:", what no family fits that of all, a field without curves none."""
    held = {"event": {"": ((0.5, 0.1),), "event head": ((0.5, 0.2),)}}
    assert confidence.curve_of(held, "event", "event head at an auxiliary") == ((0.5, 0.2),)
    assert confidence.curve_of(held, "event", "list of appointments") == ((0.5, 0.1),)
    assert confidence.curve_of(held, "time", "timex: year") == ()


def test_the_packaged_curves_are_probabilities_that_rise() -> None:
    """Whatever was fitted last."""
    for field, by in confidence.curves().items():
        assert field in FIELDS
        for curve in by.values():
            assert all(0 < y < 1 for _, y in curve)
            assert [y for _, y in curve] == sorted(y for _, y in curve)


def test_precision_at_coverage_keeps_the_surest() -> None:
    """Half of them, the surer half, are all right; of one score all are kept or none."""
    samples = [Sample(0.9, True, "", "a")] * 5 + [Sample(0.4, False, "", "a")] * 5
    rows = fit.at_coverage(samples)
    assert rows[0] == (1.0, 0.4, 50.0)
    assert (0.5, 0.9, 100.0) in rows


def test_calibration_changes_confidences_and_nothing_else() -> None:
    """Raw or calibrated, a record says the same."""
    raw, told = (
        read(TEXT, published="2026-03-12", settings=Settings(learned=False, calibrated=c)) for c in (False, True)
    )
    bare = [re.sub(r" ~[\d.]+", "", repr(r)) for r in (raw, told)]
    without = [re.sub(r"confidence=[\d.]+", "", one) for one in bare]
    assert without[0] == without[1]


@pytest.mark.parametrize("least", [0.3, 0.55, 0.7, 0.9, 0.99])
def test_a_least_confidence_leaves_out_whatever_is_below_it_and_the_record_stays_whole(least: float) -> None:
    """Of attributions, events, places and times; a time's anchor that was left out is none."""
    record = read(
        TEXT + " It was two days after a storm.",
        published="2026-03-12",
        settings=Settings(learned=False, min_confidence=least),
    )
    assert not record.problems
    kept = (*record.attributions, *record.events, *record.places, *record.times)
    assert all(one.confidence >= least for one in kept)
    known = {t.id for t in record.times} | {"published", "updated", None}
    assert all(t.anchor in known for t in record.times)


def test_findings_are_right_by_gold() -> None:
    """An attribution with its source and cue, an event of the type, a time with the value: each is a sample of its field."""
    record = read(
        "On Tuesday Prime Minister Peter Fallon met President Martin Gruber in Riga, state radio said.",
        published="2026-03-12",
        key="k",
        settings=RULES,
    )
    text = record.article.text
    span = [text.index("Tuesday"), text.index("Tuesday") + 7]
    trigger = [text.index("met"), text.index("met") + 3]
    gold = {
        "times": [{"start": span[0], "end": span[1], "type": "DATE", "value": "2026-03-10"}],
        "attributions": [{"source": [[text.index("state"), text.index(" said")]], "cue": [[text.index("said"), text.index("said") + 4]], "content": [[0, text.index(", state")]]}],
        "sentences": [{"start": 0, "end": len(text), "events": [{"trigger": trigger, "type": "CONSULT"}]}],
    }  # fmt: skip
    document = Document("k", text, "2026-03-12", None, gold)
    for field in ("time", "attribution", "event"):
        assert [s.right for s in FIELDS[field](document, record)] == [True], field
    wrong = Document(
        "k",
        text,
        None,
        None,
        {
            **gold,
            "times": [{**gold["times"][0], "value": "2026-03-03"}],
            "sentences": [{"start": 0, "end": len(text), "events": []}],
        },
    )
    assert [s.right for s in FIELDS["time"](wrong, record)] == [False]
    assert [s.right for s in FIELDS["event"](wrong, record)] == [False]


def test_the_articles_of_events_are_those_that_training_holds_out(tmp_path: Path) -> None:
    """By the same rule as training's corpus, story by story."""
    for name in calibration.STORIES:
        (tmp_path / f"{name}.jsonl.gz").write_bytes(b"")
    rows = [
        {"key": f"k{i}", "text": f"Text {i}.", "published": None, "outlet": None, "gold": {"sentences": []}}
        for i in range(300)
    ]
    for letter in "abcdef":
        lines = rows if letter == "a" else []
        (tmp_path / f"real_events_{letter}.jsonl").write_text(
            "".join(json.dumps(r) + "\n" for r in lines), encoding="utf-8"
        )
    trained = corpus._events(tmp_path, lambda row, name: corpus.Text(row["key"], row["text"]))
    held = calibration.documents(tmp_path, "event", 1000)
    assert {d.key for d in held} == {row["key"] for row in trained}
    assert held


def test_sentences_of_ours_are_measured_only_on_the_text_that_was_labelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text that has changed since, or that has been given already, is left out."""
    texts = {"same": "Guards shot two men.", "changed": "Police held a woman.", "given": "The mayor resigned."}
    monkeypatch.setattr(calibration, "LABELS", tmp_path / "labels.jsonl")
    lines = [
        {"set": "gwn", "key": key, "sha256": sha256(text.encode()).hexdigest(), "start": 0, "end": 4, "events": []}
        for key, text in texts.items()
    ]
    calibration.LABELS.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    rows = [{"key": key, "text": text, "gold": {}} for key, text in {**texts, "changed": "Police freed her."}.items()]
    (tmp_path / "gwn.jsonl.gz").write_bytes(gzip.compress("".join(json.dumps(r) + "\n" for r in rows).encode()))
    (document,) = calibration._ours(tmp_path, {texts["given"]})
    assert document.key == "same"
    assert [s["end"] for s in document.gold["sentences"]] == [4]


def test_a_picture_shows_both_curves() -> None:
    """Well-formed, light, without script."""
    samples = overconfident()
    picture = drawn(
        "event", fit.reliability(samples), fit.reliability(fit.crossed("event", samples)), fit.at_coverage(samples)
    )
    assert picture.startswith("<svg")
    assert "script" not in picture
    assert picture.count("<circle") > 12


def test_curves_pictures_and_page_are_written_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A field whose scores will do has no curve; the page keeps what people wrote around the tables."""
    monkeypatch.setattr(calibration, "FILE", tmp_path / "confidence.json")
    monkeypatch.setattr(calibration, "PICTURES", tmp_path)
    monkeypatch.setattr(calibration, "PAGE", tmp_path / "page.md")
    (tmp_path / "page.md").write_text(
        f"# Head\n\n{calibration.BEGIN}\nold\n{calibration.END}\n\nFoot\n", encoding="utf-8"
    )
    calibration.write(
        {"event": ("**event**", {"": ((0.5, 0.4),)}, "<svg/>"), "time": ("**time**", {}, "<svg/>")}, "a note"
    )
    assert json.loads((tmp_path / "confidence.json").read_text()) == {
        "note": "a note",
        "curves": {"event": {"": [[0.5, 0.4]]}},
    }
    assert confidence.curves(tmp_path / "confidence.json") == {"event": {"": ((0.5, 0.4),)}}
    page = (tmp_path / "page.md").read_text()
    assert page.startswith("# Head")
    assert page.endswith("Foot\n")
    assert "old" not in page
    assert "calibration-time.svg" in page
    assert (tmp_path / "calibration-event.svg").exists()
