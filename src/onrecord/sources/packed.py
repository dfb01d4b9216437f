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


def plain_name(name: str) -> str:
    """The name without the ending that tells how it is packed.

    >>> plain_name("reports.jsonl.zst"), plain_name("page.html")
    ('reports.jsonl', 'page.html')
    """
    return next((name.removesuffix(end) for end in PACKED if name.lower().endswith(end)), name)


class _Unpacked(io.RawIOBase):
    """What a packed file holds, given piece by piece: what stands before a damaged place is not lost with it."""

    def __init__(self, some: Callable[[int], bytes]) -> None:
        super().__init__()
        self._some = some

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        data = self._some(len(buffer))
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """(the bytes that the file holds, unpacked as they are read; the file itself, whose `tell` says how far it has been read).

    Raises OSError where it cannot be opened, SourceError, naming the remedy, where it needs a library that is not installed.
    Reading a damaged file raises one of `DAMAGE`.
    """
    with path.open("rb") as raw:
        if path.suffix == ".gz":
            with gzip.GzipFile(fileobj=raw) as inside:
                yield cast("BinaryIO", io.BufferedReader(_Unpacked(inside.read1), CHUNK)), raw
        elif path.suffix == ".zst":
            yield cast("BinaryIO", io.BufferedReader(_Unpacked(_zst(raw, path)), CHUNK)), raw
        else:
            yield raw, raw


def _zst(raw: BinaryIO, path: Path) -> Callable[[int], bytes]:
    try:
        zstandard = importlib.import_module("zstandard")
    except ImportError as error:
        raise SourceError(
            f"{path} is packed with zstd: pip install 'onrecord[zst]', or unpack it first (zstd -d FILE)"
        ) from error
    inside = zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(
        raw, read_across_frames=True, closefd=False
    )

    def some(size: int) -> bytes:
        try:
            return bytes(inside.read(size))
        except zstandard.ZstdError as error:
            raise OSError(f"damaged: {error}") from error

    return some
