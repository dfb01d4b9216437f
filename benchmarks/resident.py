"""The resident memory of a process while it runs: looked at again and again, and how fast it grew over the last two thirds."""

from __future__ import annotations

import re
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

STEP = 5.0  # seconds from look to look
SHOWN = 30.0  # seconds from figure to figure in the report
FLAT = 2.0  # MB a minute: over the last two thirds, a server that grows no faster is called flat


def resident(process: int) -> float:
    """The resident memory of a process, in MB (10^6 bytes), on Linux; 0 where it is gone."""
    try:
        told = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    found = re.search(r"VmRSS:\s+(\d+) kB", told)
    return int(found.group(1)) * 1024 / 1e6 if found else 0.0


def processor(process: int) -> float:
    """Seconds of the processor that a process has used, on Linux; 0 where it is gone."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / 100


@dataclass
class Watch:
    """Looks at the memory of a process every `STEP` seconds until it is stopped. `seen`: (seconds after the beginning, MB)."""

    process: int
    seen: list[tuple[float, float]] = field(default_factory=list)
    _over: threading.Event = field(default_factory=threading.Event)

    def start(self) -> Watch:
        threading.Thread(target=self._look, daemon=True).start()
        return self

    def stop(self) -> None:
        self._over.set()

    def _look(self) -> None:
        begun = time.monotonic()
        while True:
            at, size = time.monotonic() - begun, resident(self.process)
            if size:
                self.seen.append((at, size))
            if self._over.wait(STEP):
                return

    def every(self, seconds: float = SHOWN) -> list[tuple[float, float]]:
        """One look for each so many seconds, and the last."""
        chosen, due = [], 0.0
        for at, size in self.seen:
            if at >= due:
                chosen.append((at, size))
                due += seconds
        return chosen if not self.seen or chosen[-1] == self.seen[-1] else [*chosen, self.seen[-1]]

    def slope(self) -> float:
        """MB a minute over the last two thirds of the time, by least squares; 0 for fewer than three looks."""
        if not self.seen:
            return 0.0
        late = [(at / 60, size) for at, size in self.seen if at >= self.seen[-1][0] / 3]
        if len(late) < 3:
            return 0.0
        middle, mean = (sum(one[k] for one in late) / len(late) for k in (0, 1))
        spread = sum((at - middle) ** 2 for at, _ in late)
        return sum((at - middle) * (size - mean) for at, size in late) / spread
