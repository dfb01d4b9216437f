"""Messages on a pipe: a JSON object and some bytes, each with its length before it. Nothing that is read can run code."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from typing import BinaryIO

LENGTHS: Final = struct.Struct(">IQ")


def packed(head: dict[str, Any], data: bytes = b"") -> bytes:
    """A message as bytes."""
    told = json.dumps(head).encode("ascii")
    return LENGTHS.pack(len(told), len(data)) + told + data


def size_of(lengths: bytes) -> tuple[int, int]:
    """(bytes of the object, bytes after it) that `LENGTHS.size` bytes announce."""
    head, data = LENGTHS.unpack(lengths)
    return head, data


def received(stream: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """The next message of a stream that waits; None where it has ended."""
    lengths = stream.read(LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        return None
    head, data = size_of(lengths)
    told, rest = stream.read(head), stream.read(data)
    return (json.loads(told), rest) if len(told) == head and len(rest) == data else None


def unpacked(message: bytes, start: int = 0) -> tuple[dict[str, Any], bytes, int]:
    """(object, bytes, where the next message begins) of a message that stands at `start`."""
    head, data = size_of(message[start : start + LENGTHS.size])
    middle = start + LENGTHS.size + head
    return json.loads(message[start + LENGTHS.size : middle]), message[middle : middle + data], middle + data
