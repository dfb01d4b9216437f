"""What an article is known by among others: its most telling words and names, and a sample of its runs of words.

In: an `Article`. Out: a `Signature` for `ledger.links`. Weights are those of the cosine in `stories.likeness`, with the document frequencies of
ordinary news alone: they look at no other article, so a link once made stays true.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from zlib import crc32

from onrecord.learned.stories import load
from onrecord.ledger.links import Signature
from onrecord.stories.wording import wording
from onrecord.values.article import Article

MOST = 24  # words, and as many names: 48 join .01 to .05 more of the pairs that tell of one story, at twice the space
SAMPLED = 8  # one run in so many: a copy shares 25 runs, some three of the sample
LONGEST = 64  # runs of a sample
ARTICLES = 100  # that the frequencies of ordinary news are worth


def signature(article: Article) -> Signature:
    """The signature of one article: the same in every process."""
    known = wording(article, "")
    cues = {**_telling(known.words, "w"), **_telling(known.names, "n")}
    return Signature(cues, tuple(sorted(run for run in known.runs if run % SAMPLED == 0)[:LONGEST]))


def _telling(counts: Mapping[str, int], view: str) -> dict[int, int]:
    common = load().background
    whole = math.log(ARTICLES + 1)
    vector = {
        word: (1 + math.log(count)) * (whole - math.log(_share(word, common) * ARTICLES + 1))
        for word, count in counts.items()
    }
    length = math.sqrt(sum(x * x for x in vector.values())) or 1.0
    first = sorted(vector.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    weights: dict[int, int] = {}
    for word, weight in first:
        if (whole_number := round(1000 * weight / length)) > 0:
            weights.setdefault(crc32(f"{view}:{word}".encode("utf-8", "surrogatepass")), whole_number)
    return weights


def _share(word: str, common: Mapping[str, float]) -> float:
    """The share of news articles that have a word; of a name ("N:monday", "B:karl toom") that of its rarest word."""
    return min(common.get(part, 0.0) for part in word.rpartition(":")[2].split() or [word])
