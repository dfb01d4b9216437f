"""Words of the reporting."""

from __future__ import annotations

import pytest

from onrecord.reading import page, tokens
from onrecord.reading.tokens import small, words_of
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


def test_a_text_without_reporting_has_no_words() -> None:
    """Nothing to split is no error."""
    reading = Reading(Article(""))
    assert len(words_of(reading.with_layer(page.page(reading, Settings())))) == 0


def test_a_model_that_has_seen_too_many_words_is_loaded_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its memory of words is let go, and what it says stays as it was."""
    reading = Reading(Article(TEXT))
    reading = reading.with_layer(page.page(reading, Settings()))
    before, first = words_of(reading), small()
    assert small() is first
    monkeypatch.setattr(tokens, "NEW_WORDS", len(first.vocab) - 1)
    after = words_of(reading)
    assert small() is not first
    assert after.starts.tolist() == before.starts.tolist()
