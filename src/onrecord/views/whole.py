"""A file that appears when it is whole: written under another name beside it, then renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def write(path: Path, pieces: Iterable[bytes]) -> None:
    """Writes a file; folders on the way to it are made, and of a writing that fails nothing is left. A link is followed, and what is no file (a
    terminal, a pipe, /dev/stdout) is written to as it is: a rename would put a file in its place. Raises SettingsError for a folder."""
    if path.is_dir():
        raise SettingsError(f"{path} is a folder: give the name of a file")
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            stream.writelines(pieces)
        return
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            file.writelines(pieces)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_all(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Writes files of these names into a folder, which is made; gives how many. Raises SettingsError where the folder is a file."""
    if folder.exists() and not folder.is_dir():
        raise SettingsError(f"{folder} must be a folder, and is a file")
    folder.mkdir(parents=True, exist_ok=True)
    number = 0
    for name, data in files:
        write(folder / name, [data])
        number += 1
    return number
