"""Attributions by cue nouns, adverbs and phrases: "suspicions that", "reportedly", "according to"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.cues import HEARSAY, NOUNS, OBJECT_NOUNS
from onrecord.reading.attribution.draft import Draft
from onrecord.values.span import Span

if TYPE_CHECKING:
    from onrecord.reading.attribution.view import View

HOLDERS: Final = frozenset({"among", "from", "by"})
CLAUSES: Final = frozenset({"VERB", "AUX"})


def by_nouns(view: View) -> Iterator[Draft]:
    """`Western suspicions that …`, `the minister's denial of …`."""
    syntax = view.syntax
    for noun, pos in enumerate(syntax.pos):
        if pos != "NOUN" or (lemma := syntax.lemmas[noun].lower()) not in NOUNS:
            continue
        source = _holder(view, noun)
        content = _clause(view, noun) or (_object(view, noun, lemma) if source else ())
        if content:
            yield Draft(source, (view.span(noun),), content, 0.6 if source else 0.45, "rule:noun")


def _clause(view: View, noun: int) -> tuple[Span, ...]:
    """The that-clause of a noun."""
    syntax = view.syntax
    for child in view.children(noun, "acl", "ccomp"):
        mark = view.child(child, "mark")
        if (
            child > noun
            and mark is not None
            and syntax.words[mark].lower() == "that"
            and view.child(child, "nsubj", "nsubjpass", "expl") is not None
        ):
            return view.spans(view.below(child))
    return ()


def _object(view: View, noun: int, lemma: str) -> tuple[Span, ...]:
    wanted = OBJECT_NOUNS.get(lemma, ())
    for prep in view.children(noun, "prep"):
        if prep > noun and view.syntax.words[prep].lower() in wanted:
            return view.spans(w for w in view.below(prep) if w != prep)
    return ()


def _holder(view: View, noun: int) -> tuple[Span, ...]:
    """Whose it is: `Western`, `the minister's`, `among voters`, `by officials`."""
    syntax = view.syntax
    for child in view.children(noun, "poss"):
        words = [w for w in view.below(child) if syntax.deps[w] != "case" or syntax.heads[w] != child]
        return view.spans(words)[:1]
    for prep in view.children(noun, "prep"):
        if prep > noun and syntax.words[prep].lower() in HOLDERS and (held := view.child(prep, "pobj")) is not None:
            return view.spans(view.below(held, set(view.children(held, "acl", "relcl"))))[:1]
    for child in view.children(noun, "amod", "compound"):
        if (
            syntax.words[child][:1].isupper()
            and child == noun - 1
            and syntax.sentences[syntax.sentence_of[child]].start != syntax.starts[child]
        ):
            return (view.span(child),)
    return ()


def by_phrases(view: View) -> Iterator[Draft]:
    """`According to X, …`: X is the source of the clause."""
    syntax = view.syntax
    for word, written in enumerate(syntax.words[:-1]):
        if written.lower() != "according" or syntax.words[word + 1].lower() != "to":
            continue
        to = word + 1
        held = view.child(to, "pobj", "pcomp")
        held = held if held is not None else view.child(word, "pobj")
        if held is None:
            continue
        source = view.spans(view.below(held))[:1]
        content = _stated(view, word, source)
        if source and content:
            yield Draft(source, (syntax.span(word, to),), content, 0.85, "rule:according-to")


def _stated(view: View, word: int, source: tuple[Span, ...]) -> tuple[Span, ...]:
    """The clause that a phrase stands in, without it."""
    syntax = view.syntax
    head = syntax.heads[word]
    for _ in range(12):
        if syntax.pos[head] in CLAUSES and syntax.deps[head] in ("ROOT", "conj", "ccomp", "parataxis", "advcl"):
            break
        if syntax.heads[head] == head:
            break
        head = syntax.heads[head]
    content = view.spans(view.below(head, {word}))
    return tuple(s for s in content if not any(s.overlaps(o) for o in source))


def by_hearsay(view: View) -> Iterator[Draft]:
    """`The two reportedly met`: the clause, laid to nobody in particular."""
    syntax = view.syntax
    for word, label in enumerate(syntax.deps):
        if label not in ("advmod", "npadvmod", "amod") or syntax.words[word].lower() not in HEARSAY:
            continue
        head = syntax.heads[word]
        if syntax.pos[head] not in CLAUSES:
            continue
        content = view.spans(view.below(head, {word}))
        if content:
            yield Draft((), (view.span(word),), content, 0.5, "rule:hearsay")
