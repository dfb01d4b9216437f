"""Folders and globs -> the files in them, in the order of their names."""

from __future__ import annotations

import glob
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onrecord.errors import SourceError
from onrecord.sources.detect import form_of_name

if TYPE_CHECKING:
    from collections.abc import Iterator

MAGIC: Final = frozenset("*?[")


def is_glob(name: str) -> bool:
    """Whether a name is a pattern and no file of that very name is there."""
    return any(c in name for c in MAGIC) and not Path(name).exists()


def matches(pattern: str) -> tuple[Path, ...]:
    """The files that a glob names (`**` goes into folders), sorted. Raises SourceError where there is none."""
    found = tuple(sorted(p for name in glob.glob(pattern, recursive=True) if (p := Path(name)).is_file()))  # noqa: PTH207  a pattern may be absolute
    if not found:
        raise SourceError(
            f"no file matches {pattern!r}: check the pattern, and quote it so that the shell leaves it alone"
        )
    return found


def files(folder: Path) -> Iterator[Path]:
    """The article files under a folder, by their endings (.txt, .md, .html, .htm, .json, .jsonl, .ndjson, .rss, .atom, .xml, .warc, each
    also .gz or .zst), sorted by path.

    Hidden files and folders are passed over. Raises SourceError where there is none.
    """
    found = sorted(
        p
        for p in folder.rglob("*")
        if form_of_name(p.name)
        and p.is_file()
        and not any(part.startswith(".") for part in p.relative_to(folder).parts)
    )
    if not found:
        raise SourceError(
            f"{folder} holds no .txt, .html, .json, .jsonl, .xml or .warc file: name the files, or give them one of these endings"
        )
    yield from found
