"""`onrecord serve`: what it refuses before it serves, and that it serves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from onrecord.views.cli import serve
from onrecord.views.cli.main import main


def test_beyond_this_machine_it_does_not_serve_a_ledger_without_users(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Changes would need a login that nobody has: it says how to add a user."""
    assert main(["serve", "--ledger", str(tmp_path / "new.db"), "--host", "0.0.0.0"]) == 2
    assert "onrecord user add" in capsys.readouterr().err


def test_without_the_extra_it_names_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plain installation has no server: one line says which packages bring it."""
    monkeypatch.setattr(serve, "NEEDED", ("fastapi", "no_such_package"))
    assert main(["serve", "--ledger", str(tmp_path / "new.db")]) == 2
    told = capsys.readouterr().err
    assert "no_such_package" in told
    assert "onrecord[web]" in told


def test_it_says_where_it_is_and_stops_when_interrupted(tmp_path: Path) -> None:
    """The address is printed; the desk answers there; Ctrl-C ends it, and leaves a whole ledger."""
    words = [sys.executable, "-m", "onrecord", "serve", "--ledger", str(tmp_path / "new.db"), "--port", "0"]
    running = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"}
    )
    try:
        assert running.stdout is not None
        line = running.stdout.readline()
        address = line.partition(" is at ")[2].partition(" ")[0]
        assert address.startswith("http://127.0.0.1:"), line + (
            running.stderr.read() if running.stderr and running.poll() is not None else ""
        )
        with urllib.request.urlopen(f"{address}desk.json", timeout=60) as answer:
            assert b'"stories":[]' in answer.read()
    finally:
        running.send_signal(signal.SIGINT)
        assert running.wait(60) in (0, 130)
