"""Files that are none: what the ways in ask of a path, answered from memory."""

from __future__ import annotations

import io
from pathlib import PurePath
from typing import BinaryIO


class Held:
    """A file, and what stands beside it: `Held("a.ann", data, {"a.txt": other})`."""

    def __init__(self, name: str, data: bytes | None = None, beside: dict[str, bytes] | None = None) -> None:
        self._path, self._data, self._beside = PurePath(name), data, beside or {}
        self.name, self.suffix, self.stem = self._path.name, self._path.suffix, self._path.stem

    @property
    def parent(self) -> Held:
        return Held("", None, self._beside | {self.name: self._data or b""})

    def __truediv__(self, name: str) -> Held:
        return Held(name, self._beside.get(name), self._beside)

    def with_suffix(self, suffix: str) -> Held:
        return self / self._path.with_suffix(suffix).name

    def is_dir(self) -> bool:
        return False

    def is_file(self) -> bool:
        return self._data is not None

    def open(self, mode: str = "rb") -> BinaryIO:
        return io.BytesIO(self.read_bytes())

    def read_bytes(self) -> bytes:
        if self._data is None:
            raise FileNotFoundError(self.name)
        return self._data

    def read_text(self, encoding: str = "utf-8") -> str:
        return io.TextIOWrapper(io.BytesIO(self.read_bytes()), encoding=encoding).read()

    def __str__(self) -> str:
        return self.name
