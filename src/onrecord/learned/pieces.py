"""A text as word pieces with their places, and the overlapping windows in which the network reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from onrecord.learned.features import features

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenizers import Tokenizer

Ints = npt.NDArray[np.int64]

CLS, SEP = 101, 102
LONGEST: Final = 254
"""Pieces of one window, without the two special ones."""
CONTEXT: Final = 32
"""Pieces that a window repeats from the one before."""
_END = re.compile(r"[.!?…][\"”’')\]]*\s+|\n")


@dataclass(frozen=True)
class Pieces:
    """Word pieces: vocabulary ids, code-point places, features, and whether a sentence or line may begin at each."""

    ids: Ints
    starts: Ints
    ends: Ints
    features: Ints
    opens: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ids)

    def covered(self, start: int, end: int) -> tuple[int, int]:
        """The pieces, half open, that lie in `text[start:end]`, even partly."""
        lo = int(np.searchsorted(self.ends, start, side="right"))
        return lo, max(lo, int(np.searchsorted(self.starts, end, side="left")))


def cut(tokenizer: Tokenizer, text: str, quotes: Sequence[tuple[int, int]] = ()) -> Pieces:
    """The pieces of a text, in order; pieces that cover no code point are left out."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    keep = offsets[:, 1] > offsets[:, 0]
    ids, starts, ends = np.array(encoding.ids, dtype=np.int64)[keep], offsets[keep, 0], offsets[keep, 1]
    opens = np.zeros(len(ids), dtype=np.bool_)
    if len(ids):
        opens[0] = True
        at = np.searchsorted(starts, [m.end() for m in _END.finditer(text)], side="left")
        opens[at[at < len(ids)]] = True
    return Pieces(ids, starts, ends, features(text, starts, ends, quotes), opens)


def windows(opens: npt.NDArray[np.bool_], longest: int = LONGEST, context: int = CONTEXT) -> list[tuple[int, int]]:
    """Half-open piece ranges that cover everything: each ends where a sentence does if it can, and repeats up to `context` pieces.

    >>> windows(np.ones(10, dtype=bool), longest=6, context=2)
    [(0, 6), (4, 10)]
    """
    total, out, start = len(opens), [], 0
    while total:
        if start + longest >= total:
            out.append((start, total))
            break
        fresh = out[-1][1] if out else 0
        low = max(fresh + 1, start + longest // 2)
        ends = np.flatnonzero(opens[low : start + longest + 1])
        end = low + int(ends[-1]) if len(ends) else start + longest
        out.append((start, end))
        back = np.flatnonzero(opens[max(end - context, start + 1) : end])
        start = max(end - context, start + 1) + int(back[0]) if len(back) else max(end - context, start + 1)
    return out
