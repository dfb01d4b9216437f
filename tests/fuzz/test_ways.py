"""Every way in takes whatever a stranger writes: the corpus, mutations of it, and what hypothesis makes up. `python tests/fuzz/run.py` runs for minutes."""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
import gathering
import held
import mutations
import run
import watching
import ways

from onrecord.errors import SourceError
from onrecord.views.review.forms import form_named

CHEAP = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
SLOW = {"html": 6, "text": 20, "reading": 2}
NEEDS = {
    "warc": "fastwarc.warc",
    "warc_raw": "fastwarc.warc",
    "packed": "zstandard",
    "file": "fastwarc.warc",
    "stdin": "fastwarc.warc",
}

LETTERS = st.one_of(
    st.sampled_from(["\x00", "\u202e", "\ud800", "🙂", "\u0301", "&", "<", ">", '"', "'", "\\", "\n", "ש", "Р"]),
    st.characters(),
)
WORDS = st.text(LETTERS, max_size=30)
ATOMS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    WORDS,
    st.sampled_from(["2026-03-02", "Mon, 16 Nov 2015 10:59:00 +0200", "https://a.example/1"]),
)
NAMES = st.one_of(
    st.sampled_from(
        [
            "text",
            "key",
            "published",
            "date",
            "url",
            "source",
            "authors",
            "publisher",
            "headline",
            "maintext",
            "articles",
        ]
    ),
    WORDS,
)
JSON = st.recursive(
    ATOMS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=5), max_leaves=12
)
TAGS = st.sampled_from(
    "rss channel item title link description guid pubDate entry content p div article meta script html body table tr td b".split()
)


@st.composite
def markup(draw, depth: int = 3):
    """Elements inside elements, some of them broken."""
    tag = draw(TAGS)
    inner = draw(st.lists(markup(depth - 1), max_size=3)) if depth and draw(st.booleans()) else [draw(WORDS)]
    attribute = draw(
        st.sampled_from(
            [
                "",
                ' property="article:published_time" content="2026-03-02"',
                " type=application/ld+json",
                ' href="x',
                " xmlns=y",
            ]
        )
    )
    return f"<{tag}{attribute}>{''.join(inner)}{draw(st.sampled_from([f'</{tag}>', '', '<!--', ']]>']))}"


def encoded(words: str) -> bytes:
    return words.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("way", ways.WAYS)
def test_the_corpus_and_mutations_of_it_are_taken(way: str) -> None:
    """No exception, and what comes out keeps its promises; the same inputs each time."""
    if way in NEEDS:
        pytest.importorskip(NEEDS[way])
    seeds, chance = run.corpus(way), random.Random(way)
    for data in (*seeds[:20], b""):
        ways.WAYS[way](data)
    for _ in range(SLOW.get(way, 150)):
        ways.WAYS[way](mutations.mutated(chance.choice(seeds), seeds, chance))


LONG = (
    b"[" * 50_000, b'{"a":' * 50_000, b"9" * 10_000, b'{"schema":' + b"9" * 5_000 + b"}", b"<a>" * 20_000, b"<item>" * 5_000, b"&a;" * 5_000, b'"' * 20_000, b"'" * 20_000, b"\\" * 20_000,
    b" " * 50_000, b"\n" * 20_000, b"\x00" * 20_000, "é".encode() * 20_000, b"\xff" * 20_000, b"WARC/1.0\r\n" * 2_000, b"\x1f\x8b" + b"\x00" * 5_000, b"text\n" + b"| a\n" * 5_000,
)  # fmt: skip


@pytest.mark.parametrize("way", [way for way in ways.WAYS if way not in ("reading", "html", "text")])
def test_long_and_deep_inputs_are_taken(way: str) -> None:
    """One thing over and over: nesting, digits, marks, white space."""
    if way in NEEDS:
        pytest.importorskip(NEEDS[way])
    for data in LONG:
        ways.WAYS[way](data)


@CHEAP
@given(JSON)
def test_any_json_is_an_article_or_a_problem(value: object) -> None:
    """As a line and as a document."""
    told = json.dumps(value)
    ways.jsonl(encoded(told))
    ways.json(encoded(told))
    ways.wire(encoded(told))


@CHEAP
@given(markup())
def test_any_markup_is_articles_or_problems(words: str) -> None:
    """As a feed."""
    ways.feed(encoded(words))


@settings(CHEAP, max_examples=10)
@given(markup())
def test_any_markup_is_a_page(words: str) -> None:
    """As HTML."""
    ways.html(encoded(words))


@CHEAP
@given(st.one_of(st.binary(max_size=200), WORDS.map(encoded)))
def test_any_bytes_are_a_text_a_date_a_name_or_none(data: bytes) -> None:
    """Texts, dates, URLs, notations, packed files."""
    for way in (ways.plain, ways.moment, ways.url, ways.notations):
        way(data)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("prodigy", b'{"text": "a", "spans": [{"start": 1e999, "end": 5, "label": "x"}]}'),
        ("doccano", b'{"text": "a", "entities": [{"id": 1, "label": "x", "start_offset": 1e999, "end_offset": 5}]}'),
        (
            "labelstudio",
            b'[{"data": {}, "annotations": [{"result": [{"type": "labels", "value": {"labels": ["x"]}}]}]}]',
        ),
        ("labelstudio", b'[{"data": {}, "annotations": [{"result": [{"type": "choices", "value": [1]}]}]}]'),
        ("labelstudio", b'[{"data": {}, "annotations": 7}]'),
    ],
)
def test_a_review_file_of_odd_values_is_an_error_in_words(name: str, told: bytes) -> None:
    """Found by fuzzing: numbers without end, values that are no objects. Each is a SourceError that names the place."""
    path = held.Held("input.json", told)
    with pytest.raises(SourceError, match=r"input\.json, (line|task) 1"):
        list(form_named(name).read(path, lambda report, record: ()))


def test_runs_are_gathered_and_go_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three runs of one state count together, no seed is used twice, and the tally shows the sum and what is still open."""
    for more in (30, 40):
        args = argparse.Namespace(state=tmp_path, executions=more, seconds=0, seed=1)
        assert run.gather(args, ["moment"]) == 0
    told = gathering.load(tmp_path, "moment")
    assert (told.executions, told.piece) == (40, 2)
    find = tmp_path / "moment-find"
    find.write_bytes(b"2026")
    told.finds["Odd moment.py:1"] = str(find)
    gathering.save(tmp_path, told)
    table = gathering.tally(tmp_path, ["moment", "url"], run._fails)
    assert re.search(r"\| moment +\| +40 \| +1 \| +0 \|", table)
    assert re.search(r"\| url +\| +0 \| +0 \| +0 \|", table)


def test_what_was_read_when_a_process_died_is_tried_again(tmp_path: Path) -> None:
    """The input stands in a file until it is done: a crash of native code leaves it there."""
    now = tmp_path / "moment.now"
    watch = watching.Watch(now)
    watch.over(b"2026-03-02")
    assert watching.left_behind(now) == b"2026-03-02"
    watch.end()
    assert watching.left_behind(now) is None


def test_a_hang_is_ended_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes longer than it may is a find of its own kind."""
    monkeypatch.setattr(watching, "HANG", 0.05)
    monkeypatch.setattr(watching, "LOOK", 0.02)
    monkeypatch.setitem(ways.WAYS, "moment", lambda data: re.match("(a+)+b", "a" * 30) if data == b"" else None)
    one = run.Run(tmp_path, "moment", "1", gathering.Gathered("moment"), watching.Watch())
    monkeypatch.setattr(run, "mutated", lambda *args: b"")
    one.one()
    one.watch.end()
    assert [kind.split()[0] for kind in one.told.finds] == ["Hang"]


def test_a_run_is_the_same_run_again() -> None:
    """One seed, one sequence of inputs: a find can be found again."""
    seeds = run.corpus("feed")
    one, two = (
        [mutations.mutated(seeds[0], seeds, chance) for _ in range(50)]
        for chance in (random.Random(3), random.Random(3))
    )
    assert one == two
    assert len(set(one)) > 40
