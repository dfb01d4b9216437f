"""One digest of all reference data: what a record's `reader.knowledge` names."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files


@cache
def knowledge_digest() -> str:
    """The first 16 hex digits of a SHA-256 over the files of this room, by name. The large gazetteer counts by its stated digest."""
    total = hashlib.sha256()
    folder = files("onrecord.knowledge")
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_file() and not entry.name.endswith(".pyc"):
            total.update(entry.name.encode() + b"\0" + entry.read_bytes())
    return total.hexdigest()[:16]
