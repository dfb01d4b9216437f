"""What stands over one execution: the time it may take, and what was being read if the process dies.

Two timers run all the while, so that an execution costs no call of the system but one look at the processor's clock.
"""

from __future__ import annotations

import mmap
import signal
import time
from pathlib import Path

HANG = 5.0  # seconds of the processor's time
ASLEEP = 12 * HANG  # seconds of the wall's, should it wait for something
LOOK = 0.5
ROOM = 1 << 20  # bytes of an input that are kept


class Hang(BaseException):
    """An input took longer than HANG."""


class Watch:
    """`with watch.over(data): …` raises Hang inside what takes too long. `now`: a file that holds the input that is being read."""

    def __init__(self, now: Path | None = None) -> None:
        self.spent, self._at, self._began, self._on = 0.0, 0.0, 0.0, False
        self._now = None
        if now:
            now.write_bytes(bytes(8 + ROOM))
            with now.open("r+b") as file:
                self._now = mmap.mmap(file.fileno(), 8 + ROOM)
        self._before = {one: signal.signal(one, self._late) for one in (signal.SIGPROF, signal.SIGALRM)}
        signal.setitimer(signal.ITIMER_PROF, LOOK, LOOK)
        signal.setitimer(signal.ITIMER_REAL, ASLEEP / 4, ASLEEP / 4)

    def _late(self, signum: int, frame: object) -> None:
        if self._on and (time.process_time() - self._at > HANG or time.monotonic() - self._began > ASLEEP):
            self._on = False
            raise Hang(f"longer than {HANG} s")

    def over(self, data: bytes) -> Watch:
        if self._now is not None:
            part = data[:ROOM]
            self._now[8 : 8 + len(part)] = part
            self._now[:8] = (len(part) + 1).to_bytes(8, "little")
        return self

    def __enter__(self) -> None:
        self._began, self._at, self._on = time.monotonic(), time.process_time(), True

    def __exit__(self, *_: object) -> None:
        self._on = False
        self.spent = time.process_time() - self._at

    def end(self) -> None:
        """Nothing is being read any more."""
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        if self._now is not None:
            self._now[:8] = bytes(8)


def left_behind(now: Path) -> bytes | None:
    """The input that was being read when the last process died, or None."""
    if not now.exists():
        return None
    told = now.read_bytes()
    size = int.from_bytes(told[:8], "little")
    return told[8 : 7 + size] if size else None
