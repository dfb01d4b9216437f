"""The server keeps its memory small where the C library can be told so."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mallopt is glibc's")
def test_the_c_library_takes_what_it_is_told() -> None:
    """On Linux with glibc each setting is accepted; with another C library nothing is done, and nothing fails."""
    words = "from onrecord.views.web.allocation import spare; print(spare())"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert done.stdout.strip() in ("True", "False")
    if b"glibc" in subprocess.run(["getconf", "GNU_LIBC_VERSION"], capture_output=True, check=False).stdout:
        assert done.stdout.strip() == "True"


def test_what_is_loaded_for_good_is_not_looked_at_again() -> None:
    """Of Python's collections of garbage; each thing once, so that what a request needs for a moment is never held."""
    words = """
import gc
from onrecord.views.web.allocation import settled
first = settled("pages")
later = [[] for _ in range(1000)]
print(first > 1000, settled("pages") == first, gc.get_freeze_count() == first, settled("reader") >= first + 1000)
"""
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True"] * 4
