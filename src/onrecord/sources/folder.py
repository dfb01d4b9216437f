"""Folders and globs -> the files in them, in the order of their names."""

from __future__ import annotations

import glob
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onrecord.errors import SourceError
from onrecord.sources.detect import form_of_name

if TYPE_CHECKING:
    from collections.abc import Iterator

MAGIC: Final = frozenset("*?[")


def is_glob(name: str) -> bool:
    """Whether a name is a pattern and no file of that very name is there."""
    return any(c in name for c in MAGIC) and not is_there(name)


def named(name: str) -> None:
    """Raises SourceError for no name at all, as a variable of the shell that is not set gives it: as a path it would be the folder one is in."""
    if not name:
        raise SourceError("an input has no name: is a variable empty? The folder you are in is '.'")


def is_there(name: str) -> bool:
    """Whether a file or folder of that name is there. A name too long for any file is none."""
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


MOST: Final = 1_000_000  # files of one folder or glob: links that lead in a circle would give them without end


def matches(pattern: str) -> tuple[Path, ...]:
    """The files that a glob names (`**` goes into folders), sorted. Raises SourceError where there is none, or too many."""
    named = glob.iglob(pattern, recursive=True)  # noqa: PTH207  a pattern may be absolute
    found = _counted((p for name in named if _is_file(p := Path(name))), pattern)
    if not found:
        raise SourceError(
            f"no file matches {pattern!r}: check the pattern, and quote it so that the shell leaves it alone"
        )
    return found


def files(folder: Path) -> Iterator[Path]:
    """The article files under a folder, by their endings (.txt, .md, .html, .htm, .json, .jsonl, .ndjson, .rss, .atom, .xml, .warc, each
    also .gz or .zst), sorted by path.

    Hidden files and folders are passed over, pipes and devices too. Raises SourceError where there is none, or too many.
    """
    named = (
        p
        for p in folder.rglob("*")
        if form_of_name(p.name)
        and _is_file(p)
        and not any(part.startswith(".") for part in p.relative_to(folder).parts)
    )
    found = _counted(named, str(folder))
    if not found:
        raise SourceError(
            f"{folder} holds no .txt, .html, .json, .jsonl, .xml or .warc file: name the files, or give them one of these endings"
        )
    yield from found


def _counted(named: Iterator[Path], where: str) -> tuple[Path, ...]:
    found = tuple(sorted(islice(named, MOST + 1)))
    if len(found) > MOST:
        raise SourceError(f"{where} names more than {MOST:,} files: do links lead in a circle? Name smaller folders")
    return found


def _is_file(path: Path) -> bool:
    """Whether it is a file that can be looked at; a name that no file can have, and a folder that may not be entered, hold none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
