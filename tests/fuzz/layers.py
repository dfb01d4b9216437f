"""A text, read by the rules that need no model: its parse is a made one, the same for the same words, and none that a parser would give.

    through(article)     the layers of page, quotations, times, places, quantities, actors and attributions; raises what a stage raises

Words are split at what is no letter; tags, labels and heads come from the words' checksums. So the rules meet trees of every shape, at a
fiftieth of what spaCy's look costs; each tree is one, within its sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zlib import crc32

from onrecord.learned.findings import Findings, TimexFinding, ToponymFinding
from onrecord.reading.stages import STAGES
from onrecord.reading.syntax import Parsed
from onrecord.reading.tokens import plain, readable
from onrecord.settings import Settings
from onrecord.values.layers import Name, Names, Page, Reading, Syntax
from onrecord.values.span import Span

if TYPE_CHECKING:
    from onrecord.values.article import Article

TAGS = ("NNP", "NN", "NNS", "VBD", "VB", "VBZ", "VBG", "VBN", "IN", "DT", "JJ", "CD", "PRP", "PRP$", "RB", "TO", "CC", ".", ",", "``", "''", "MD", "POS", "NNPS", "WDT")  # fmt: skip
POS = ("PROPN", "NOUN", "NOUN", "VERB", "VERB", "VERB", "VERB", "VERB", "ADP", "DET", "ADJ", "NUM", "PRON", "PRON", "ADV", "PART", "CCONJ", "PUNCT", "PUNCT", "PUNCT", "PUNCT", "AUX", "PART", "PROPN", "PRON")  # fmt: skip
DEPS = ("nsubj", "dobj", "pobj", "prep", "det", "amod", "compound", "appos", "conj", "cc", "ccomp", "xcomp", "advcl", "relcl", "acl", "mark", "aux", "auxpass", "nsubjpass", "agent", "poss", "case", "nummod", "punct", "attr", "advmod", "prt", "dep", "parataxis", "npadvmod")  # fmt: skip
LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "OTHER")
WORD = re.compile(r"[^\W_]+(?:['’][a-z]{1,2})?|[^\w\s]|_")
WITHOUT = Settings(learned=False)


def through(article: Article, settings: Settings = WITHOUT) -> Reading:
    """The reading with every layer but the network's."""
    reading = Reading(article)
    for stage in STAGES:
        if stage.gives is Findings:
            layer: object = _findings(reading)
        elif stage.gives is Parsed:
            layer = parsed(reading)
        else:
            layer = stage.run(reading, settings)
        assert isinstance(layer, stage.gives)
        reading = reading.with_layer(layer)
    return reading


def _findings(reading: Reading) -> Findings:
    """Mostly none; now and then the network would see a time or a place wherever a word begins."""
    text = reading.text
    if crc32(text.encode("utf-8", "surrogatepass")) % 4:
        return Findings()
    words = [found.span() for one in reading[Page].reporting for found in WORD.finditer(text, *one)][:200]
    times = tuple(TimexFinding(s, e, "DATE", 0.9) for s, e in words if (s + e) % 5 == 0)
    places = tuple(ToponymFinding(s, e, "literal", 0.9) for s, e in words if text[s].isupper())
    return Findings(timexes=times, toponyms=places)


def parsed(reading: Reading) -> Parsed:
    """The made parse of the reporting."""
    text = plain(reading)
    columns: dict[str, list] = {
        n: [] for n in ("starts", "ends", "words", "lemmas", "tags", "pos", "deps", "heads", "sentence_of")
    }
    sentences: list[Span] = []
    names: list[Name] = []
    for paragraph in (part for one in reading[Page].reporting for part in readable(text, one)):
        found = [one.span() for one in WORD.finditer(text, *paragraph)]
        first = 0
        for i, (start, end) in enumerate(found):
            if text[start:end] in (".", "?", "!") or i == len(found) - 1:
                _sentence(columns, sentences, names, text, found[first : i + 1])
                first = i + 1
    return Parsed(Syntax(**{n: tuple(c) for n, c in columns.items()}, sentences=tuple(sentences)), Names(tuple(names)))


def _sentence(
    columns: dict[str, list], sentences: list[Span], names: list[Name], text: str, found: list[tuple[int, int]]
) -> None:
    at = len(columns["starts"])
    sentences.append(Span(found[0][0], found[-1][1]))
    sums = [crc32(text[s:e].encode("utf-8", "surrogatepass")) for s, e in found]
    root = sum(sums) % len(found)
    for i, ((start, end), told) in enumerate(zip(found, sums, strict=True)):
        word = text[start:end]
        kind = told % len(TAGS) if word[:1].isalpha() else 17
        columns["starts"].append(start)
        columns["ends"].append(end)
        columns["words"].append(word)
        columns["lemmas"].append(word.lower())
        columns["tags"].append("NNP" if word[:1].isupper() else "CD" if word.isdecimal() else TAGS[kind])
        columns["pos"].append("PROPN" if word[:1].isupper() else POS[kind])
        columns["deps"].append("ROOT" if i == root else DEPS[(told >> 8) % len(DEPS)])
        # each word hangs on one that is nearer to the root: so it is a tree
        away = 1 + (told >> 16) % 6
        columns["heads"].append(at + (root if i == root else max(root, i - away) if i > root else min(root, i + away)))
        columns["sentence_of"].append(len(sentences) - 1)
        if word[:1].isupper():
            names.append(Name(start, end, LABELS[(told >> 4) % len(LABELS)]))  # type: ignore[arg-type]
