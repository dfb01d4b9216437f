"""Lemma and part of speech of words that are tagged and parsed, by the model's own tables, looked up once for each kind of word.

spaCy matches its 179 rules and lemmatises word by word, text after text: a tenth of the whole pipeline's time. But what they say of a word follows
from the word, its tag and its dependency alone, save for a few that look at the next word too ("gon na", "there is"): those are asked together.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language

Told = tuple[str, str, str]
"""Word, Penn tag, dependency."""

COMPONENTS: Final = ("attribute_ruler", "lemmatizer")
JOINING: Final = frozenset({"ai", "gon", "got", "let", "c'm", "y", "y'"})
"""Words, in lower case, whose next word the model's rules look at; with them those whose dependency is `expl`."""
KEPT: Final = 50_000
"""Groups that are remembered: some 15 MB."""


def lemmas(model: Language, words: Sequence[Told]) -> list[tuple[str, str]]:
    """(lemma, universal part of speech) of each word of one doc, white space included: what the model's two components would say."""
    known = _asked(model)
    out: list[tuple[str, str]] = []
    first = 0
    for i, (word, _, dependency) in enumerate(words, start=1):
        if (dependency == "expl" or word.lower() in JOINING) and i < len(words):
            continue  # the next word goes with this one
        out += known(tuple(words[first:i]))
        first = i
    return out


@lru_cache(maxsize=1)
def _asked(model: Language):  # type: ignore[no-untyped-def]  # noqa: ANN202  a function with a memory of its own
    from spacy.tokens import Doc  # noqa: PLC0415  a second to load: only when an article is read

    pipes = [model.get_pipe(name) for name in COMPONENTS]

    @lru_cache(maxsize=KEPT)
    def asked(group: tuple[Told, ...]) -> tuple[tuple[str, str], ...]:
        words, tags, dependencies = (list(column) for column in zip(*group, strict=True))
        doc = Doc(model.vocab, words=words, tags=tags, deps=dependencies, heads=list(range(len(group))))
        for pipe in pipes:
            pipe(doc)
        return tuple((token.lemma_, token.pos_) for token in doc)

    return asked
