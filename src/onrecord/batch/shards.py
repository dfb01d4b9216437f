"""A lot -> shards: some articles unread, with the digest of all that decides how they are read. The unit that is done or not done."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.batch.frames import packed, unpacked
from onrecord.sources.pieces import Piece, fields_of, piece_of, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.batch.lots import Lot

BYTES: Final = 8 * 1024 * 1024  # of a shard's articles: with two shards a worker in flight, memory stays small
Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Shard:
    """`place`: (input, lot, number in the lot), by which shards are in order; `digest`: SHA-256 of its articles as they came; `read`: bytes
    of its lot's files that are read when it is done."""

    place: Place
    pieces: tuple[Piece, ...]
    digest: str
    read: int = 0


def cut(lot: Lot, size: int) -> Iterator[Shard]:
    """The shards of a lot, streamed: up to `size` articles and some `BYTES` each. A lot without an article has none."""
    waiting: list[Piece] = []
    number = weight = before = done = 0
    for path, key in lot.files:
        for piece, done in pieces(path, lot.form, key):
            waiting.append(piece)
            weight += len(piece.data)
            if len(waiting) >= size or weight >= BYTES:
                yield _shard(lot, number, waiting, before + done)
                number, weight, waiting = number + 1, 0, []
        before += path.stat().st_size if path.exists() else done
    if waiting:
        yield _shard(lot, number, waiting, before)


def to_bytes(shard: Shard) -> bytes:
    """A shard as bytes, to be sent to another machine."""
    head = packed({"place": shard.place, "digest": shard.digest, "read": shard.read, "pieces": len(shard.pieces)})
    return head + b"".join(packed(fields_of(piece), piece.data) for piece in shard.pieces)


def from_bytes(told: bytes) -> Shard:
    """The shard that was sent."""
    head, _, at = unpacked(told)
    found = []
    for _ in range(head["pieces"]):
        fields, data, at = unpacked(told, at)
        found.append(piece_of(fields, data))
    name, lot, number = head["place"]
    return Shard((name, lot, number), tuple(found), head["digest"], head["read"])


def _shard(lot: Lot, number: int, waiting: list[Piece], read: int) -> Shard:
    digest = hashlib.sha256()
    for piece in waiting:
        digest.update(packed(fields_of(piece), piece.data))
    return Shard((lot.input, lot.number, number), tuple(waiting), digest.hexdigest(), read)
