"""What a caller of the Python face gives is looked at as what comes from a file is: the same Problems, for a text, a mapping and an Article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord import api
from onrecord.errors import SettingsError
from onrecord.keeping.given import article_of
from onrecord.sources.oddities import LONGEST_FIELD, noted
from onrecord.sources.plain import from_bytes
from onrecord.values.article import Article

ODD = {
    "turned": "The \u202eminister met an envoy in Rīga.",
    "half": "The minister met an envoy \ud800 in Riga.",
    "nul": "The minister met an envoy\x00 in Riga.",
    "alike": "The minister met an envoy in Раris.",
    "empty": " \n",
}


@pytest.mark.parametrize("name", ODD)
def test_the_problems_of_a_text_are_those_of_a_file(name) -> None:
    """As a text, as a mapping and as an Article: what the command tells of the same bytes."""
    text = ODD[name]
    told = [(one.stage, one.message) for one in article_of(text).problems]
    assert told
    for given in ({"text": text}, Article(text), article_of(text), noted(article_of(Article(text)))):
        assert [(one.stage, one.message) for one in article_of(given).problems] == told
    if name not in ("half", "nul"):  # no file of UTF-8 holds the one, and bytes with the other are held to be no text
        read = noted(from_bytes(text.encode()))
        assert [(one.stage, one.message) for one in read.problems] == told


def test_read_tells_them_in_the_record(monkeypatch) -> None:
    """`read` of a text or an Article; what else is given stands in the article, and a field that none can have is left out."""
    seen = []
    monkeypatch.setattr(api, "read_article", lambda article, settings: seen.append(article))
    api.read(ODD["turned"], headline="x" * (LONGEST_FIELD + 1))
    api.read(Article(ODD["nul"], key="k"), outlet="Baltic Wire")
    list(api.read_many([ODD["alike"], Article(ODD["half"])]))
    assert ["direction of writing" in str(one.problems) for one in seen] == [True, False, False, False]
    assert (seen[0].headline, "was left out" in str(seen[0].problems)) == (None, True)
    assert (seen[1].key, seen[1].outlet, "NUL" in str(seen[1].problems)) == ("k", "Baltic Wire", True)
    assert ["two scripts" in str(one.problems) for one in seen[2:]] == [True, False]
    plain = Article("The minister met an envoy in Riga.")
    api.read(plain)
    assert seen[-1] == plain


@pytest.mark.parametrize("given", [b"bytes", 5, None, {"text": b"x"}, {"txt": "x"}, {"text": "x", "outlet": 5}])
def test_what_is_no_report_is_refused_in_words(given) -> None:
    """Bytes, numbers, mappings without a text: a line that names what is right."""
    with pytest.raises(SettingsError, match=r"text|a str"):
        article_of(given)
    if not isinstance(given, dict):
        with pytest.raises(SettingsError, match="text"):
            api.read(given)


def test_problems_that_were_told_are_not_told_again() -> None:
    """An article that came by way of a file is as it was."""
    once = noted(replace(Article(ODD["turned"]), key="k"))
    assert article_of(once) == once
