"""Keeps a server of many threads small and quick: what the C library holds back for each of them, how many there are, and what is loaded for good.

glibc gives threads heaps of their own, up to eight a core, and each keeps the most that one answer ever needed (mallopt(3), M_ARENA_MAX); pages of
our work hold Python's lock in turn, so that more heaps and threads make nothing faster.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from functools import cache
from typing import Final

THREADS: Final = 16  # that answer at once; the others wait in line
ARENA_MAX, MMAP_THRESHOLD, TRIM_THRESHOLD = -8, -3, -1  # names of mallopt(3)
ARENAS: Final = 2
LARGE: Final = 256 * 1024  # bytes: what is larger goes back to the system when it is let go
SPARE: Final = 4 * 1024 * 1024  # bytes of free memory that are kept at the end of a heap


def spare() -> bool:
    """Sets the C library so, for this process; whether it could be: elsewhere than with glibc nothing is done. To be called before threads begin."""
    if not sys.platform.startswith("linux"):
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return False
    wanted = ((ARENA_MAX, ARENAS), (MMAP_THRESHOLD, LARGE), (TRIM_THRESHOLD, SPARE))
    return all(mallopt(name, value) == 1 for name, value in wanted)


@cache
def settled(what: str) -> int:
    """Takes what is loaded by now as there to stay, once for each `what`; how many things are so.

    Python looks for cycles that nobody needs any more among all that has grown old, and again only when that grew by a quarter: with network, parser and
    knowledge among it, that is seldom, and every thread waits for it (0.2 s). Without them it is often and short, and garbage does not pile up.
    """
    gc.collect()
    gc.freeze()
    return gc.get_freeze_count()
