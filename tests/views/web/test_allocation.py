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
