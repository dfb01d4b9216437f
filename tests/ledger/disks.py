"""Small disks that fill up or turn read-only: file systems in memory, where we may mount one."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MISSING = "only root can mount a small disk: this test is left out"


@contextmanager
def disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of so many bytes ("2m") at a folder. Skips the test where none can be mounted."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip(MISSING)
    folder.mkdir(exist_ok=True)
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "onrecord-test", folder], capture_output=True, check=False
    ).returncode:
        pytest.skip(MISSING)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=False)


def fill(folder: Path, leave: int = 0) -> Path:
    """A file that takes all the room that is left but so many bytes."""
    path = folder / "ballast"
    free = os.statvfs(folder)
    path.write_bytes(b"\0" * max(0, free.f_bavail * free.f_frsize - leave))
    return path


def read_only(folder: Path, yes: bool = True) -> None:
    """Turns a mounted disk read-only, or back."""
    subprocess.run(["mount", "-o", f"remount,{'ro' if yes else 'rw'}", folder], check=True, capture_output=True)
