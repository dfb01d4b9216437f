"""Dates and moments as articles state them: ISO 8601 to the precision known."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

_ISO: Final = re.compile(
    r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?", re.ASCII
)
REMEDY: Final = "Write it as ISO 8601: 2026-03-02 or 2026-03-02T10:59+02:00."


def is_iso(value: str) -> bool:
    """Whether it is a year, a month, a day or a moment, and one that there is.

    >>> [is_iso(v) for v in ("2026", "2026-03", "2026-03-02", "2026-03-02T10:59+02:00", "2026-02-30", "2026-03-02T25:00", "3 March")]
    [True, True, True, True, False, False, False]
    """
    if not _ISO.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value + "0000-01-01"[len(value) :])  # a year or a month begins on its first day
    except ValueError:
        return False
    return True
