"""Words of the reporting, and lemmas by the model's own tables."""

from __future__ import annotations

import pytest

from onrecord.reading import page
from onrecord.reading.syntax import model
from onrecord.reading.tokens import lemma_and_pos, words_of
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.layers import Reading

TEXT = "The minister's aides didn't say when talks would resume.\n\nU.S. troops left the town on Nov. 3, and three were better off."


def test_words_stand_where_they_stand_in_the_text() -> None:
    """Offsets are code points of the whole text, and a paragraph's words bear its number."""
    reading = Reading(Article(TEXT))
    found = words_of(reading.with_layer(page.page(reading, Settings())))
    words = [TEXT[s:e] for s, e in zip(found.starts, found.ends, strict=True)]
    assert words[:5] == ["The", "minister", "'s", "aides", "did"]
    assert found.lines[words.index("U.S.")] == 1
    assert "".join(words) == "".join(TEXT.split())


def test_lemmas_and_parts_of_speech_are_those_of_the_whole_pipeline() -> None:
    """A word's tag and dependency are enough to give what spaCy's own pipeline gives."""
    for paragraph in TEXT.split("\n\n"):
        for word in model()(paragraph):
            assert lemma_and_pos(word.text, word.tag_, word.dep_) == (word.lemma_, word.pos_)


@pytest.mark.parametrize(("text", "dependency", "pos"), [("had", "aux", "AUX"), ("had", "relcl", "VERB")])
def test_a_helping_verb_is_told_by_its_dependency(text: str, dependency: str, pos: str) -> None:
    """`had left` and `had a house`."""
    assert lemma_and_pos(text, "VBD", dependency) == ("have", pos)
