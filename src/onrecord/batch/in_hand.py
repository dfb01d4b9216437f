"""A shard in hand: its articles are handed out one at a time, to one worker or to several at once, and what was read is gathered in their order."""

from __future__ import annotations

import gzip
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from onrecord.batch.shards import Place, Shard
    from onrecord.sources.pieces import Piece

    Answer = tuple[
        dict[str, Any], bytes, bool
    ]  # what is told of an article, its record as a line, whether it could be read

ENDINGS: Final = {"text": ".txt", "html": ".html", "page": ".html", "line": ".json", "article": ".json"}


@dataclass(frozen=True, slots=True)
class Span:
    """The records of one day in a shard's bytes: a gzip member of their own."""

    day: str
    start: int
    length: int
    articles: int


@dataclass(frozen=True, slots=True)
class Done:
    """A shard read. `data`: the records as lines, by day, each day a gzip member; `aside`: (name, the article's bytes) of those set
    aside; `pairs`: (article, record) as JSON of each article in its order, where they go into a ledger."""

    place: Place
    digest: str
    data: bytes
    spans: tuple[Span, ...]
    articles: int
    events: int
    attributions: int
    troubled: int
    aside: tuple[tuple[str, bytes], ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()


class InHand:
    """Use it from any threads: `take` an article, `put` what was read of it; whoever puts the last is given the shard, done."""

    def __init__(self, shard: Shard, *, tables: bool) -> None:
        self.shard, self.tables = shard, tables
        self._answers: list[Answer | None] = [None] * len(shard.pieces)
        self._taken, self._left = 0, len(shard.pieces)
        self._lock = threading.Lock()

    def take(self) -> tuple[int, Piece] | None:
        """The next article and its number; None where all are handed out."""
        with self._lock:
            if self._taken == len(self._answers):
                return None
            self._taken += 1
            return self._taken - 1, self.shard.pieces[self._taken - 1]

    def put(self, number: int, answer: Answer) -> Done | None:
        """Keeps what was read of an article; the shard, if it was the last."""
        with self._lock:
            self._answers[number] = answer
            self._left -= 1
            if self._left:
                return None
        return self._done([one for one in self._answers if one is not None])

    def _done(self, answers: list[Answer]) -> Done:
        lines: dict[str, list[bytes]] = {}
        for head, line, _ in answers:
            lines.setdefault(head["day"], []).append(line)
        data, spans = members(lines) if self.tables else (b"", ())
        heads = [head for head, _, _ in answers]
        return Done(
            self.shard.place,
            self.shard.digest,
            data,
            spans,
            articles=len(heads),
            events=sum(head["events"] for head in heads),
            attributions=sum(head["attributions"] for head in heads),
            troubled=sum(head["problems"] > 0 for head in heads),
            aside=tuple(
                (f"{number:04}{ENDINGS[self.shard.pieces[number].kind]}", self.shard.pieces[number].data)
                for number, (_, _, kept) in enumerate(answers)
                if not kept
            ),
            pairs=tuple((head["article"], line.decode("utf-8")) for head, line, _ in answers if "article" in head),
        )


def members(lines: dict[str, list[bytes]]) -> tuple[bytes, tuple[Span, ...]]:
    """(the bytes, where each day lies): days in order, lines of a day in the order given; the same bytes for the same lines."""
    data, spans = b"", []
    for day in sorted(lines):
        member = gzip.compress(b"".join(lines[day]), 6, mtime=0)
        spans.append(Span(day, len(data), len(member), len(lines[day])))
        data += member
    return data, tuple(spans)
