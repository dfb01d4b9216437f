"""The trained network over one text: read once in overlapping windows, many kinds of findings.

>>> Network.load().read("The strike killed 12, police said.").attributions  # doctest: +SKIP
(AttributionFinding(cue=(Span(29, 33),), source=(Span(22, 28),), content=(Span(0, 20),), score=0.97),)
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from onrecord.learned.labels import TOKEN_HEADS, width
from onrecord.learned.packaged import opened, present
from onrecord.learned.parsing import Words, WordScores, parse
from onrecord.learned.pieces import CLS, SEP, Pieces, cut, windows
from onrecord.learned.proposals import Thresholds, propose

if TYPE_CHECKING:
    from pathlib import Path

    from tokenizers import Tokenizer

    from onrecord.learned.findings import Findings
    from onrecord.learned.roles import Near

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


class Graphs(Protocol):
    """What computes: ONNX at run time, torch while the network is made. `parses`: whether there are word heads."""

    @property
    def parses(self) -> bool: ...

    def encode(self, ids: Ints, features: Ints) -> tuple[Floats, Floats, Floats, Floats]:
        """[pieces] -> vectors [pieces, 384], token logits [pieces, 71], the vectors after two and after four layers [pieces, 384]."""
        ...

    def roles(self, hidden: Floats, anchors: Floats, firsts: Floats, kinds: Ints, asked: Near) -> tuple[Floats, Floats]:
        """All vectors, those of the anchors and of their windows' first pieces [anchors, 384], and the stretches about the anchors -> [asked, 10] role
        logits, [anchors, 8] status logits."""
        ...

    def words(self, vectors: Floats) -> WordScores:
        """Vectors of words [words, 1536], as `parsing.vectors` gives them -> what the word heads say."""
        ...


@dataclass(frozen=True)
class Scan:
    """One text as the encoder saw it, window after window, special pieces included: vectors at the end, after two layers (`low`) and after four
    (`middle`), all [rows, 384]. Window `n` holds the pieces `ranges[n]` and begins at row `offsets[n]`; `rows`, `owner`, `logits` [pieces]: where the
    vectors of each piece stand in the window that sees it best, which window that is, and what its token heads say."""

    pieces: Pieces
    ranges: tuple[tuple[int, int], ...]
    offsets: tuple[int, ...]
    rows: Ints
    hidden: Floats
    low: Floats
    middle: Floats
    logits: Floats
    owner: Ints


def scan(graphs: Graphs, pieces: Pieces) -> Scan:
    """Reads the windows one by one; each piece is judged in the window where it is furthest from an edge."""
    total = len(pieces)
    ranges = windows(pieces.opens)
    labels = sum(width(kinds) for kinds in TOKEN_HEADS.values())
    logits, owner = np.zeros((total, labels), dtype=np.float32), np.zeros(total, dtype=np.int64)
    room, rows = np.full(total, -1, dtype=np.int64), np.zeros(total, dtype=np.int64)
    offsets = [0]
    for start, end in ranges:
        offsets.append(offsets[-1] + len((CLS, SEP)) + end - start)
    # written where they stay: all windows of a long text are a gigabyte, which is not held twice
    seen: list[Floats] = []
    for number, (start, end) in enumerate(ranges):
        ids = np.concatenate(([CLS], pieces.ids[start:end], [SEP]))
        features = np.concatenate(([3], pieces.features[start:end], [3]))
        vectors, told, early, later = graphs.encode(ids, features)
        seen = seen or [np.empty((offsets[-1], vectors.shape[1]), dtype=np.float32) for _ in range(3)]
        first = offsets[number]
        for layer, here in zip(seen, (vectors, early, later), strict=True):
            layer[first : offsets[number + 1]] = here
        at = np.arange(start, end)
        left = at - start if start else np.full(end - start, total)
        right = end - 1 - at if end < total else np.full(end - start, total)
        inward = np.minimum(left, right)
        better = inward > room[start:end]
        chosen = at[better]
        room[chosen], owner[chosen], rows[chosen] = inward[better], number, first + 1 + chosen - start
        logits[chosen] = told[1:-1][better]
    hidden, low, middle = seen or (np.zeros((0, 0), dtype=np.float32),) * 3
    return Scan(pieces, tuple(ranges), tuple(offsets), rows, hidden, low, middle, logits, owner)


class Network:
    """Encoder, token heads and role head, ready to read. Make one with `load`."""

    def __init__(self, graphs: Graphs, tokenizer: Tokenizer, thresholds: Thresholds | None = None) -> None:
        self.graphs, self.tokenizer = graphs, tokenizer
        self.thresholds = thresholds or Thresholds()

    @staticmethod
    def available(path: Path | None = None) -> bool:
        """Whether there are weights at `path` (default: the packaged ones)."""
        return present(path)

    @classmethod
    def load(cls, path: Path | None = None, threads: int = 1) -> Network:
        """The network from a folder of weights (default: the packaged ones), on so many threads. Raises WeightsError, naming the remedy."""
        return cls(*opened(path, threads))

    @property
    def parses(self) -> bool:
        """Whether the weights have word heads."""
        return self.graphs.parses

    def scan(self, text: str) -> Scan:
        """The text as the encoder sees it."""
        return scan(self.graphs, cut(self.tokenizer, text))

    def read(self, text: str, words: Words | None = None) -> Findings:
        """All findings; with `words`, their parse too."""
        seen = self.scan(text)
        found = propose(self.graphs, seen, text, (), self.thresholds)
        return found if words is None else replace(found, parse=parse(self.graphs, seen, words))
