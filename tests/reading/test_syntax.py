"""Words, parse and names: taken from spaCy in columns, with lemmas that are looked up once for each kind of word."""

from __future__ import annotations

import pytest

from onrecord.reading.lemmas import COMPONENTS, JOINING, lemmas
from onrecord.reading.syntax import model, parse
from onrecord.reading.tokens import MARKS
from onrecord.samples.reader import samples
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.layers import Page, Reading
from onrecord.values.span import Span

ODD = (
    "\"Y'all ain't gonna win,\" said Mr. Smith.  They got ta  go, and let's talk. C'm on, there's no deal; there   was one.",
    " there",
    "gon na",
    "there is gon got na y all",
    "\t\tThe ministers met.  \n ",
    "😀 “There are doubts” — she said.",
)


def told(text: str):
    """The columns that the stage gives for one paragraph."""
    return parse(Reading(Article(text)).with_layer(Page(reporting=(Span(0, len(text)),))), Settings()).syntax


@pytest.mark.parametrize("text", [*ODD, samples()[0].text.replace("\n", " ")])
def test_columns_are_what_the_whole_pipeline_says_of_each_word(text) -> None:
    """Word for word: place, lemma, tag, part of speech, dependency, head and sentence, with rules that look at two words among them."""
    found, at = told(text), len(text) - len(text.lstrip())
    doc = model()(text.strip().translate(MARKS))
    words = [w for w in doc if not w.is_space]
    number = {w.i: n for n, w in enumerate(words)}
    assert found.starts == tuple(at + w.idx for w in words)
    assert tuple(word.translate(MARKS) for word in found.words) == tuple(w.text for w in words)
    assert found.lemmas == tuple(w.lemma_ for w in words)
    assert found.tags == tuple(w.tag_ for w in words)
    assert found.pos == tuple(w.pos_ for w in words)
    assert found.deps == tuple(w.dep_ for w in words)
    assert found.heads == tuple(number.get(w.head.i, number[w.i]) for w in words)
    spans = [[w for w in sentence if not w.is_space] for sentence in doc.sents]
    assert found.sentences == tuple(Span(at + s[0].idx, at + s[-1].idx + len(s[-1])) for s in spans if s)


def test_no_rule_of_the_model_looks_at_a_word_we_do_not_join() -> None:
    """Each rule over several words begins with a word of `JOINING`, or with the dependency `expl`: else a newer model would be read wrongly."""
    begins = {"^y'?$": {"y", "y'"}}
    for rule in model().get_pipe(COMPONENTS[0]).patterns:
        for pattern in rule["patterns"]:
            if len(pattern) > 1:
                first = pattern[0].get("LOWER")
                known = begins[first["REGEX"]] if isinstance(first, dict) else {first}
                assert pattern[0].get("DEP") == "expl" or known <= JOINING, pattern
                assert len(pattern) == 2


def test_a_word_is_looked_up_once() -> None:
    """The same word with the same tag and dependency again costs no look at the tables."""
    pipe, asked = model().get_pipe("lemmatizer"), []
    whole = type(pipe).__call__
    try:
        type(pipe).__call__ = lambda self, doc: asked.append(doc.text) or whole(self, doc)
        assert lemmas(model(), [("vetoes", "NNS", "dobj")] * 3) == [("veto", "NOUN")] * 3
    finally:
        type(pipe).__call__ = whole
    assert len(asked) <= 1
