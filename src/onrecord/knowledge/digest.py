"""One digest of all reference data: what a record's `reader.knowledge` names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def knowledge_digest() -> str:
    """The first 16 hex digits of a SHA-256 over the files of this room, by name. The gazetteer's places count by their stated digest."""
    total = hashlib.sha256()
    for name, content in sorted(_files(files("onrecord.knowledge"), "")):
        total.update(name.encode() + b"\0" + content)
    return total.hexdigest()[:16]


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            yield from _files(entry, name)
        elif not name.endswith((".pyc", ".gaz")):
            yield name, entry.read_bytes()
