"""The command `onrecord batch`: what it says, and when."""

from __future__ import annotations

import gzip
import json

import pytest
from batch_folder import lines, stub

from onrecord.views.cli import batch as verb
from onrecord.views.cli.batch_progress import Watching, lasting, sized
from onrecord.views.cli.main import main


@pytest.fixture
def _stub(monkeypatch):
    """Reads with a stand-in."""
    monkeypatch.setattr(verb, "job_of", lambda args: stub())


@pytest.mark.usefixtures("_stub")
def test_a_batch_says_what_it_did_and_what_its_folder_holds(source, tmp_path, capsys) -> None:
    """And the second time that all was read before."""
    command = ["batch", str(source), "--out", str(tmp_path / "out"), "--format", "jsonl", "--workers", "1"]
    assert main(command) == 0
    out, _ = capsys.readouterr()
    assert out.startswith("31 reports read\n")
    assert f"{tmp_path / 'out'} holds 31 reports of 3 days" in out
    assert main(command) == 0
    assert capsys.readouterr().out.startswith("0 reports read, 31 read before\n")


@pytest.mark.usefixtures("_stub")
def test_a_dry_run_estimates_and_writes_nothing(source, tmp_path, capsys) -> None:
    """Articles counted, some read and timed."""
    assert main(["batch", str(source), "--out", str(tmp_path / "out"), "--dry-run", "--workers", "2"]) == 0
    out, _ = capsys.readouterr()
    assert "2 files" in out
    assert ": 31 reports" in out
    assert "with 2 workers" in out
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("_stub")
def test_what_is_missing_is_misuse(tmp_path, capsys) -> None:
    """Exit status 2 and the remedy, no traceback."""
    assert main(["batch", str(tmp_path / "none"), "--out", str(tmp_path / "out")]) == 2
    assert "check the path" in capsys.readouterr().err


def test_ctrl_c_says_how_to_go_on(source, tmp_path, capsys, monkeypatch) -> None:
    """The very command, and status 130."""

    def interrupted(*args, **more):
        raise KeyboardInterrupt

    monkeypatch.setattr(verb, "job_of", lambda args: stub())
    monkeypatch.setattr("onrecord.batch.into.run", interrupted)
    command = ["batch", str(source), "--out", str(tmp_path / "my out")]
    monkeypatch.setattr("sys.argv", ["onrecord", *command])
    assert main(command) == 130
    said = capsys.readouterr().err
    assert "nothing is lost" in said
    assert f"onrecord batch {source} --out '{tmp_path / 'my out'}'" in said


@pytest.mark.parametrize(
    "words", [["--workers", "0"], ["--workers", "two"], ["--limit", "-1"], ["--limit", "nan"], ["--shard", "0"]]
)
def test_numbers_that_cannot_be_are_refused(words, capsys) -> None:
    """By name."""
    with pytest.raises(SystemExit) as ended:
        main(["batch", "x", "--out", "y", *words])
    assert ended.value.code == 2
    assert words[0] in capsys.readouterr().err


def test_progress_tells_rate_problems_and_time_left() -> None:
    """What was read before counts as done, not as speed."""
    watching = Watching(False)
    watching.planned(1000)
    watching.passed(500, 1, 40)
    assert "left" not in watching.words()
    for number in range(4):
        watching.article({"problems": int(number == 0)})
    watching.passed(250, 0, 0)
    said = watching.words()
    assert said.startswith("4 reports · ")
    assert "25.0% with problems" in said
    assert said.endswith(" left")
    assert watching.passed_over == 40


def test_times_and_sizes_in_words() -> None:
    """Short, and never more exact than is known."""
    assert [lasting(x) for x in (0, 40, 300, 12_000, 400_000)] == ["1 s", "40 s", "5 min", "3 h 20 min", "5 days"]
    assert [sized(x) for x in (9, 1234, 56_000_000, 7.8e9, 3e12)] == ["9 bytes", "1.2 kB", "56 MB", "7.8 GB", "3.0 TB"]


def test_the_true_reader_reads(tmp_path) -> None:
    """One process with the pipeline itself, by rules: the record is the one that `read` gives."""
    import onrecord
    from onrecord.batch.job import Job
    from onrecord.batch.lots import lots
    from onrecord.batch.shards import cut
    from onrecord.batch.worker import Worker
    from onrecord.settings import Settings
    from onrecord.values.wire import dumps

    path = tmp_path / "r.jsonl"
    path.write_text(lines(1)[0] + "\n", encoding="utf-8")
    settings = Settings(learned=False)
    worker = Worker(Job(settings))
    (lot,) = lots([str(path)], "auto", 10)
    (done,) = map(worker, cut(lot, 10))
    worker.close()
    row = json.loads(lines(1)[0])
    assert gzip.decompress(done.data).decode("utf-8") == dumps(onrecord.read(**row, settings=settings)) + "\n"
