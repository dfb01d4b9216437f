"""`onrecord chart`, from the words of the command to the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.samples.reader import SAMPLES, sample
from onrecord.views.cli.main import main


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled samples, read once, as record JSON lines."""
    from onrecord.api import read_many
    from onrecord.values.wire import dumps

    file = tmp_path_factory.mktemp("charts") / "samples.jsonl"
    file.write_text("".join(dumps(one) + "\n" for one in read_many(map(sample, SAMPLES))), encoding="utf-8")
    return file


@pytest.mark.parametrize("kind", ["timeline", "map", "origins", "course", "meetings", "disagreements"])
def test_every_kind_draws_the_samples(
    kind: str, lines: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file of records in, a picture out, and nothing to say."""
    out = tmp_path / "picture.svg"
    assert main(["chart", kind, str(lines), "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8").startswith("<svg ")
    told = capsys.readouterr()
    assert told.out == told.err == ""


def test_the_form_is_that_of_the_files_name(lines: Path, tmp_path: Path) -> None:
    """PNG, page and Vega-Lite; the same bytes twice."""
    for form, begins in ((".png", b"\x89PNG"), (".html", b"<!doctype html>"), (".json", b'{"$schema"')):
        out = tmp_path / f"p{form}"
        words = ["chart", "disagreements", str(lines), "--out", str(out), "--width", "360", "--field", "duration"]
        assert main(words) == 0
        first = out.read_bytes()
        assert first.startswith(begins)
        assert main(words) == 0
        assert out.read_bytes() == first
    assert json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))["usermeta"]["title"].startswith(
        "How long it lasted"
    )


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        (["pie", "x.txt", "--out", "a.svg"], "timeline, map, origins"),
        (["map", "x.txt", "--out", "a.gif"], ".svg"),
        (["map", "--out", "a.svg"], "--ledger"),
        (["map", "x.txt", "--ledger", "n.db", "--out", "a.svg"], "not both"),
        (["map", "x.txt", "--out", "a.svg", "--width", "10"], "320 to 1600"),
    ],
)
def test_misuse_is_told_in_a_line_with_its_remedy(
    words: list[str], remedy: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit status 2, no traceback."""
    monkeypatch.delenv("ONRECORD_LEDGER", raising=False)
    assert main(["chart", *words]) == 2
    told = capsys.readouterr().err
    assert remedy in told
    assert told.count("\n") == 1


def test_nothing_to_draw_is_a_card_and_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No fault: the picture itself says why, and so does the command."""
    empty = tmp_path / "none.jsonl"
    empty.write_text("", encoding="utf-8")
    report = tmp_path / "report.txt"
    report.write_text("The weather stayed mild.\n", encoding="utf-8")
    assert main(["chart", "map", str(report), "--out", str(tmp_path / "a.svg")]) == 0
    assert "Nothing here is on the map" in capsys.readouterr().err


def test_a_ledger_is_drawn_and_one_of_its_stories_can_be_chosen(
    lines: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All stories for a timeline; for a picture of one story, which one must be said where there are two."""
    from onrecord.api import open_ledger

    other = "A ferry sank off Tema on Monday. Nine people were killed, the coast guard said."
    with open_ledger(tmp_path / "news.db") as ledger:
        ledger.add([*map(sample, SAMPLES), {"text": other, "published": "2026-05-05", "outlet": "The Gull"}])
        ids = [one.id for one in ledger.stories()]
    assert len(ids) == 2
    base, out = ["--ledger", str(tmp_path / "news.db"), "--out", str(tmp_path / "a.svg")], tmp_path / "a.svg"
    assert main(["chart", "timeline", *base]) == 0
    assert main(["chart", "origins", *base]) == 2
    assert "--story" in capsys.readouterr().err
    assert main(["chart", "origins", *base, "--story", "s0000000"]) == 2
    assert "has no story s0000000: `onrecord stories`" in capsys.readouterr().err
    assert main(["chart", "origins", *base, "--story", ids[0][:9]]) == 0
    assert "Atlantic Wire" in out.read_text(encoding="utf-8")
