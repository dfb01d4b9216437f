"""What a form of export is: its name, its ending, and the function that writes records in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from onrecord.errors import SettingsError
from onrecord.values.record import Record

if TYPE_CHECKING:
    from onrecord.views.export.identity import Named

Stream = Callable[[Iterable[Record]], Iterator[bytes]]
Files = Callable[["Named"], Iterator[tuple[str, bytes]]]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of export. It has either `stream` (one file for all records, in pieces) or `files` (name and bytes of each file of one record;
    `beside` are files that stand once beside them). `needs`: packages that are no part of a plain installation, by the name of import.
    `dated`: it has no row for an event that nothing dates."""

    name: str
    title: str
    ending: str
    stream: Stream | None = None
    files: Files | None = None
    beside: tuple[tuple[str, bytes], ...] = ()
    needs: tuple[str, ...] = ()
    dated: bool = False

    def ready(self) -> None:
        """Raises SettingsError, naming the remedy, where a package that the form needs is not installed."""
        needed(self.name, *self.needs)


def needed(what: str, *packages: str) -> None:
    """Raises SettingsError, naming the remedy, where one of the packages is not installed."""
    missing = [name for name in packages if find_spec(name) is None]
    if missing:
        raise SettingsError(f"{what} needs {', '.join(missing)}: pip install {' '.join(missing)}")


def encoded(text: str) -> bytes:
    """UTF-8 without a byte order mark; halves of surrogate pairs, which UTF-8 cannot hold, become "?" (one code point for one)."""
    return text.encode("utf-8", "replace")
