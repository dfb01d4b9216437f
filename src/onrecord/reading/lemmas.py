"""Lemma and part of speech of words that are tagged and parsed, by the model's own tables, looked up once for each kind of word.

spaCy matches its 179 rules and lemmatises word by word, text after text: a tenth of the whole pipeline's time. But what they say of a word follows
from the word, its tag and its dependency alone, save for a few that look at the next word too ("gon na", "there is"): those are asked together.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language
    from spacy.pipeline import Lemmatizer

Told = tuple[str, str, str]
"""Word, Penn tag, dependency."""
Group = tuple[Told, ...]
"""Words whose parts of speech hang together: one, but for those of `JOINING`."""
BETWEEN: Final = (";", ":", "punct")

COMPONENTS: Final = ("attribute_ruler", "lemmatizer")
JOINING: Final = frozenset({"ai", "gon", "got", "let", "c'm", "y", "y'"})
"""Words, in lower case, whose next word the model's rules look at; with them those whose dependency is `expl`."""
KEPT: Final = 50_000
"""Groups that are remembered: some 15 MB."""


def lemmas(model: Language, words: Sequence[Told]) -> list[tuple[str, str]]:
    """(lemma, universal part of speech) of each word of one doc, white space included: what the model's two components would say."""
    groups: list[Group] = []
    first = 0
    for i, (word, _, dependency) in enumerate(words, start=1):
        if (dependency == "expl" or word.lower() in JOINING) and i < len(words):
            continue  # the next word goes with this one
        groups.append(tuple(words[first:i]))
        first = i
    known = _known(model)
    missing = list(dict.fromkeys(group for group in groups if group not in known))
    if len(known) + len(missing) > KEPT:
        known.clear()
        missing = list(dict.fromkeys(groups))
    known.update(zip(missing, _asked(model, missing), strict=True))
    return [one for group in groups for one in known[group]]


@lru_cache(maxsize=2)  # the model with its networks, and without
def _known(model: Language) -> dict[Group, tuple[tuple[str, str], ...]]:
    """What the model has said, to be added to; and its list of lemmas made a set, which it else goes through from the start for every word."""
    lemmatizer = cast("Lemmatizer", model.get_pipe("lemmatizer"))
    table = lemmatizer.lookups.get_table("lemma_index")
    for part, forms in list(table.items()):
        table[part] = frozenset(forms)
    return {}


def _asked(model: Language, groups: Sequence[Group]) -> list[tuple[tuple[str, str], ...]]:
    """What the model says of all groups, asked in one doc: a mark between two keeps them from being read as one."""
    from spacy.tokens import Doc  # noqa: PLC0415  a second to load: only when an article is read

    every = [told for group in groups for told in (*group, BETWEEN)]
    if not every:
        return []
    words, tags, dependencies = (list(column) for column in zip(*every, strict=True))
    doc = Doc(model.vocab, words=words, tags=tags, deps=dependencies, heads=list(range(len(every))))
    for name in COMPONENTS:
        model.get_pipe(name)(doc)
    said = [(token.lemma_, token.pos_) for token in doc]
    out, at = [], 0
    for group in groups:
        out.append(tuple(said[at : at + len(group)]))
        at += len(group) + 1
    return out
