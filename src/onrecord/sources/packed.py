"""A file, perhaps packed (.gz, .zst), opened as the bytes that it holds; and how far into the file itself the reading has come."""

from __future__ import annotations

import gzip
import importlib
import io
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast

from onrecord.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CHUNK: Final = 1 << 16
PACKED: Final = (".gz", ".zst")
DAMAGE: Final = (OSError, EOFError, zlib.error)  # what reading a damaged packed file raises
# News packs to a tenth, seldom to a fiftieth. What unpacks to more than RATIO times itself, and much in all, was made to fill a machine.
RATIO: Final = 200
UNSUSPECTED: Final = 256 * 1024 * 1024
WINDOW: Final = 2**27  # bytes that zstd may hold at once


def plain_name(name: str) -> str:
    """The name without the ending that tells how it is packed.

    >>> plain_name("reports.jsonl.zst"), plain_name("page.html")
    ('reports.jsonl', 'page.html')
    """
    return next((name.removesuffix(end) for end in PACKED if name.lower().endswith(end)), name)


class _Unpacked(io.RawIOBase):
    """What a packed file holds, given piece by piece: what stands before a damaged place is not lost with it."""

    def __init__(self, some: Callable[[int], bytes], raw: BinaryIO) -> None:
        super().__init__()
        self._some, self._raw, self._given = some, raw, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        data = self._some(len(buffer))
        buffer[: len(data)] = data
        self._given += len(data)
        if self._given > UNSUSPECTED and self._given > RATIO * max(1, self._raw.tell()):
            raise OSError(
                f"it unpacks to more than {RATIO} times its size, as no reports do: was it made to fill a machine? "
                "If you trust it, unpack it yourself and read that"
            )
        return len(data)


@contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """(the bytes that the file holds, unpacked as they are read; the file itself, whose `tell` says how far it has been read).

    Raises OSError where it cannot be opened, SourceError, naming the remedy, where it needs a library that is not installed.
    Reading a damaged file, or one that unpacks without end, raises one of `DAMAGE`.
    """
    with path.open("rb") as raw:
        if path.suffix == ".gz":
            with gzip.GzipFile(fileobj=raw) as inside:
                yield cast("BinaryIO", io.BufferedReader(_Unpacked(inside.read1, raw), CHUNK)), raw
        elif path.suffix == ".zst":
            yield cast("BinaryIO", io.BufferedReader(_Unpacked(_zst(raw, path), raw), CHUNK)), raw
        else:
            yield raw, raw


def _zst(raw: BinaryIO, path: Path) -> Callable[[int], bytes]:
    try:
        zstandard = importlib.import_module("zstandard")
    except ImportError as error:
        raise SourceError(
            f"{path} is packed with zstd: pip install 'onrecord[zst]', or unpack it first (zstd -d FILE)"
        ) from error
    inside = zstandard.ZstdDecompressor(max_window_size=WINDOW).stream_reader(
        raw, read_across_frames=True, closefd=False
    )

    def some(size: int) -> bytes:
        try:
            return bytes(inside.read(size))
        except zstandard.ZstdError as error:
            raise OSError(f"damaged: {error}") from error

    return some
