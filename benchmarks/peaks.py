"""How much memory a process held at most."""

from __future__ import annotations

import re
import resource
from pathlib import Path


def peak() -> float:
    """MB of resident memory of this process at most. Where Linux tells it, from its own account: `getrusage` counts in what the process that
    started this one held."""
    status = Path("/proc/self/status")
    told = (
        re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii", errors="replace"))
        if status.exists()
        else None
    )
    return int(told[1]) / 1024 if told else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
