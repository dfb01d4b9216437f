"""What holds for every article: reading never fails, every span is true, the same input gives the same bytes."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.values.record import Record, findings, spans_of
from onrecord.values.wire import dumps

REPORT = (
    "TALLINN, March 3 (Baltic Wire) — President Anna Ilves and Prime Minister Karl Toom of Livonia met for 20 minutes on Tuesday, "
    'state radio reported.\n\n"We agreed on a ceasefire," Ilves told reporters. An official who asked not to be named said the talks '
    "lasted about 35 minutes.\n\nAt least 12 people were killed in an attack on Narva on Monday, police said."
)
ODD = st.sampled_from(
    [
        "🙂",
        "👩‍👩‍👧",
        "e\u0301",
        "שלום",
        "مرحبا بالعالم",
        "\u202e",
        "\u200b",
        "\x00",
        "\ud800",
        "\r\n",
        "\n\n",
        "\u2028",
        "“",
        '"',
        "’s",
        "ﬁ",
        "İstanbul",
        "straße",
        "\t",
        " ",
    ]
)
PIECES = st.sampled_from([s for s in REPORT.replace("\n\n", " ").split(". ") if s])
TEXTS = st.lists(st.one_of(ODD, PIECES, st.text(max_size=20)), max_size=14).map(" ".join)


def check_spans(record: Record) -> None:
    """Every finding has words in the text, none of them in furniture."""
    text = record.article.text
    for one in findings(record):
        for span in spans_of(one):
            assert text[span.start : span.end]
    for event in record.events:
        for furniture in record.article.furniture:
            assert not (furniture.start < event.trigger.end and event.trigger.start < furniture.end)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(TEXTS)
def test_any_text_gives_a_record_whose_spans_are_true(text: str) -> None:
    """Emoji, combining marks, right-to-left script, lone surrogates, NULs: a record comes out and `text[start:end]` is the evidence."""
    record = onrecord.read(text, published="2026-03-03")
    assert record.article.text == text
    check_spans(record)
    assert not [p for p in record.problems if "report this" in p.remedy], record.problems
    dumps(record)


@pytest.mark.parametrize(
    "text",
    ["", " \n\n ", '"' * 10_000, "“" * 3_000, "(" * 5_000, "a" * 20_000, "1,0" * 5_000, "\n" * 5_000],
    ids=lambda t: repr(t[:3]),
)
def test_hostile_texts_are_read(text: str) -> None:
    """Nothing, ten thousand quotation marks, one endless word: a record, within seconds, without a fault."""
    record = onrecord.read(text)
    check_spans(record)
    assert not [p for p in record.problems if "report this" in p.remedy], record.problems


def test_spans_hold_behind_emoji_and_marks() -> None:
    """Offsets count code points, whatever stands before: the same findings, moved (by rules: the network reads what stands before)."""
    before, rules = "👩‍👩‍👧 e\u0301 שלום.\n\n", onrecord.Settings(learned=False)
    plain = onrecord.read(REPORT, published="2026-03-03", settings=rules)
    moved = onrecord.read(before + REPORT, published="2026-03-03", settings=rules)
    by = len(before)
    assert [e.trigger.start + by for e in plain.events] == [e.trigger.start for e in moved.events]
    assert [plain.words(a) for a in plain.attributions] == [moved.words(a) for a in moved.attributions]


def test_reading_twice_gives_the_same_bytes_also_in_another_process() -> None:
    """No clock, no chance, no order of sets: the same record, byte for byte."""
    here = dumps(onrecord.read(REPORT, published="2026-03-03"))
    assert here == dumps(onrecord.read(REPORT, published="2026-03-03"))
    script = (
        "import sys, hashlib, onrecord\nfrom onrecord.values.wire import dumps\n"
        "print(hashlib.sha256(dumps(onrecord.read(sys.stdin.read(), published='2026-03-03')).encode()).hexdigest())"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        input=REPORT,
        capture_output=True,
        text=True,
        check=True,
        env={**__import__("os").environ, "PYTHONHASHSEED": "7"},
    )
    assert ran.stdout.strip() == hashlib.sha256(here.encode()).hexdigest()


def test_without_weights_everything_still_runs_and_says_so() -> None:
    """By rules alone: a record with findings, and `reader.weights` is None."""
    record = onrecord.read(REPORT, published="2026-03-03", settings=onrecord.Settings(learned=False))
    assert record.reader.weights is None
    assert record.attributions
    assert record.events


def test_the_furniture_holds_no_finding() -> None:
    """A repeated title and a timestamp are marked, and nothing is found in them."""
    text = (
        "Ilves meets Toom in Riga\n\nIlves meets Toom in Riga\n\nUpdated: 3 March 2026, 10:15\n\n"
        "President Anna Ilves met Prime Minister Karl Toom in Riga on Tuesday, a spokesman for her office said."
    )
    record = onrecord.read(text)
    assert {f.kind for f in record.article.furniture} >= {"title_repeat", "timestamp"}
    check_spans(record)
    assert record.article.updated.value == "2026-03-03T10:15"
