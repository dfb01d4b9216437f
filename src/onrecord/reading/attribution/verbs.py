"""Attributions by cue verbs: the verb's subject is the source, its clause, infinitive, object or quotation the content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.agents import agent_of
from onrecord.knowledge.cues import LEMMAS, PASSIVE, SEEMING, SPEECH, THOUGHT, UTTERANCES, VERBS
from onrecord.reading.attribution.draft import Draft, joined
from onrecord.reading.attribution.sources import EXPLETIVES, passive, source_of
from onrecord.values.span import Span

if TYPE_CHECKING:
    from onrecord.reading.attribution.view import View

HELPERS: Final = frozenset({"aux", "auxpass", "neg", "prt"})
AROUND: Final = frozenset(
    {"nsubj", "nsubjpass", "aux", "auxpass", "neg", "prt", "dative", "npadvmod", "advmod", "agent"}
)


def by_verbs(view: View) -> Iterator[Draft]:
    """One draft for each cue verb whose frame is there."""
    syntax = view.syntax
    for verb, pos in enumerate(syntax.pos):
        if pos not in ("VERB", "AUX") or syntax.deps[verb] in ("aux", "auxpass", "amod", "compound"):
            continue
        lemma = LEMMAS.get(syntax.lemmas[verb], syntax.lemmas[verb]).lower()
        if lemma in SEEMING:
            draft = _seeming(view, verb, lemma)
        elif passive(view, verb):
            draft = _passive(view, verb, lemma)
        elif lemma in VERBS:
            draft = _active(view, verb, lemma, VERBS[lemma])
        else:
            draft = None
        if draft is not None:
            yield draft


def cue_span(view: View, verb: int, last: int | None = None) -> tuple[Span, ...]:
    """The verb with its helpers before it ("has not said"), its particle, and the preposition `last`."""
    words = [verb]
    for child in sorted(view.children(verb, *HELPERS), reverse=True):
        if child < verb and child == words[0] - 1:
            words.insert(0, child)
    for child in (*view.children(verb, "prt"), *((last,) if last is not None else ())):
        if child == words[-1] + 1:
            words.append(child)
    return (view.syntax.span(words[0], words[-1]),)


def _active(view: View, verb: int, lemma: str, frames: frozenset[str]) -> Draft | None:
    rule, content, last = next((one for one in _contents(view, verb, frames) if one[1]), ("", (), None))
    if not content:
        return None
    source, head = source_of(view, verb)
    if head is not None and view.syntax.lemmas[head] in EXPLETIVES and lemma not in SPEECH:
        return None
    if not source:
        source, content = _swallowed(view, verb, content)
    sure = 0.8 if source else 0.6
    return Draft(source, cue_span(view, verb, last), content, sure, f"rule:verb-{rule}")


def _swallowed(view: View, verb: int, content: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Where commas are lost ("panic among residents activists said"), the noun right before the cue is its source and no part of the content."""
    syntax = view.syntax
    noun = verb - 1
    if (
        noun < 0
        or syntax.tags[verb] not in ("VBD", "VBZ", "VBP")
        or syntax.tags[noun] not in ("NNS", "NN", "NNP")
        or agent_of(syntax.words[noun]) is None
    ):
        return (), content
    word = view.span(noun)
    if content[-1].end != word.end or content[-1].start >= word.start:
        return (), content
    return (word,), (*content[:-1], view.trimmed(Span(content[-1].start, word.start)))


def _contents(view: View, verb: int, frames: frozenset[str]) -> Iterator[tuple[str, tuple[Span, ...], int | None]]:
    """Contents by the frames that the verb has, the surest first: each with the preposition that brings it, if one does."""
    syntax = view.syntax
    clauses = [c for c in view.children(verb, "ccomp", "parataxis") if c != verb]
    if (
        "a" in frames and clauses and view.children(verb, "dobj")
    ):  # `calling it "a need made urgent by …"`, read as a clause
        yield "called", _below(view, verb, view.children(verb, "dobj") + clauses), None
    if clauses and frames & {"c", "q"}:
        yield "clause", _below(view, verb, clauses), None
    if "q" in frames:
        yield "quotation", beside(view, verb), None
        if syntax.deps[verb] in ("parataxis", "ccomp", "advcl") and not view.children(verb, "dobj"):
            yield "parenthesis", _host(view, verb), None
    if "a" in frames and (called := _called(view, verb)):
        yield "called", called, None
    if "i" in frames and (goals := [*view.children(verb, "xcomp"), *clauses]):
        infinitives = [c for c in goals if syntax.tags[c] == "VB" or view.child(c, "aux") is not None]
        if infinitives:
            yield "infinitive", _below(view, verb, infinitives + view.children(verb, "dobj")), None
    whom = view.children(verb, "dobj") if "o" in frames else []
    for prep in () if whom else view.children(verb, "prep"):
        if syntax.words[prep].lower() in frames and prep > verb:
            yield "object", view.spans(w for w in view.below(prep) if w != prep), prep
    if "n" in frames and (
        feelings := [o for o in view.children(verb, "dobj") if syntax.lemmas[o].lower() in UTTERANCES]
    ):
        yield "utterance", _below(view, verb, feelings), None
    if "o" in frames and (objects := view.children(verb, "dobj")):
        more = [
            c
            for c in view.children(verb, "prep")
            if syntax.words[c].lower() in ("for", "as", "of", "on", "over") and c > objects[0]
        ]
        yield "object", _below(view, verb, objects + more), None


def _below(view: View, verb: int, heads: list[int]) -> tuple[Span, ...]:
    """What hangs on the heads, without the verb and its subject."""
    words = {w for h in heads for w in view.below(h, {verb})}
    words -= {w for s in view.children(verb, "nsubj") for w in view.below(s)}
    return view.spans(words)


def _called(view: View, verb: int) -> tuple[Span, ...]:
    """Object and predicate: `it` … `a mistake`; a small clause where the parser sees one."""
    predicates = view.children(verb, "oprd", "xcomp") + [
        c for c in view.children(verb, "prep") if view.syntax.words[c].lower() == "as"
    ]
    clauses = [c for c in view.children(verb, "ccomp") if view.child(c, "nsubj") is not None]
    objects = view.children(verb, "dobj", "dative")
    if clauses:
        return _below(view, verb, objects + clauses)
    return _below(view, verb, objects + predicates) if objects and (predicates or len(objects) > 1) else ()


def beside(view: View, verb: int) -> tuple[Span, ...]:
    """The quotation that ends right before the cue's clause, or begins right behind it, behind a comma or colon."""
    words = _clause(view, verb)
    first, last = view.syntax.starts[words[0]], view.syntax.ends[words[-1]]
    found = []
    before = view.quoted(max(0, _back(view.text, first) - 1))
    if before and before.end <= first and view.quoted(first) is not before:
        found.append(Span(before.start, before.end))
    at = _forth(view.text, last)
    after = view.quoted(at)
    if after and after.start == at and (at > last + 1 or not found) and _announced(view.text, last, at):
        found.append(Span(after.start, after.end))
    return tuple(found)


def _clause(view: View, verb: int) -> list[int]:
    """The cue's own words: verb, subject, helpers, addressee, up to the quotation on either side."""
    syntax = view.syntax
    words = {verb}
    for child in syntax.children[verb]:
        if syntax.deps[child] in AROUND or (syntax.deps[child] in ("prep", "dobj") and child > verb):
            words |= set(view.below(child))
    mine = view.quoted(syntax.starts[verb])
    words = {
        w for w in words if view.quoted(syntax.starts[w]) is mine and syntax.sentence_of[w] == syntax.sentence_of[verb]
    }
    low = high = verb
    while low - 1 in words:
        low -= 1
    while high + 1 in words:
        high += 1
    return list(range(low, high + 1))


def _back(text: str, at: int) -> int:
    while at > 0 and text[at - 1] in " ,\u00a0—–-":
        at -= 1
    return at


def _forth(text: str, at: int) -> int:
    while at < len(text) and text[at] in " ,:\u00a0—–-":
        at += 1
    return at


def _announced(text: str, last: int, at: int) -> bool:
    return (at > last and any(c in ",:—–" for c in text[last:at])) or text[last:at].isspace()


def _host(view: View, verb: int) -> tuple[Span, ...]:
    """The clause in which the cue stands as a parenthesis, without it."""
    syntax = view.syntax
    head = syntax.heads[verb]
    if syntax.deps[verb] != "parataxis" and not _set_off(view, verb):
        return ()
    return view.spans(view.below(head, {verb}))


def _set_off(view: View, verb: int) -> bool:
    """Whether a comma, dash or sentence edge stands on both sides of the cue's clause."""
    words = view.below(verb)
    low, high = view.syntax.starts[words[0]], view.syntax.ends[words[-1]]
    before, after = view.text[max(0, low - 3) : low].rstrip()[-1:], view.text[high : high + 2].strip()[:1]
    return before in (",", "—", "–", "”", '"') and after in (",", "—", "–", ".", "")


def _seeming(view: View, verb: int, lemma: str) -> Draft | None:
    """`He appeared to nod`: an impression; the content is the subject and what it seems to do."""
    goals = view.children(verb, "xcomp", "oprd", "ccomp") or (view.children(verb, "prep") if lemma == "seem" else [])
    if not goals:
        return None
    subjects = [s for s in view.children(verb, "nsubj") if view.syntax.lemmas[s] not in EXPLETIVES]
    content = view.spans({w for h in (*subjects, *goals) for w in view.below(h)})
    return Draft((), cue_span(view, verb), content, 0.55, "rule:seeming") if content else None


def _passive(view: View, verb: int, lemma: str) -> Draft | None:
    """`was criticized by X for …`, `is expected to …`, `it is said that …`."""
    syntax = view.syntax
    goals = view.children(verb, "xcomp", "ccomp") if lemma in PASSIVE else []
    if not goals and (lemma not in VERBS or lemma in THOUGHT or VERBS[lemma].isdisjoint({"o", "a", "q"})):
        return None
    source, _ = source_of(view, verb)
    subjects = [s for s in view.children(verb, "nsubjpass") if syntax.lemmas[s] not in EXPLETIVES]
    if goals:
        content = view.spans({w for h in (*subjects, *goals) for w in view.below(h, {verb})})
    elif source:
        more = [c for c in view.children(verb, "prep", "oprd", "xcomp") if c > verb]
        host = [syntax.heads[verb]] if syntax.deps[verb] == "acl" else []
        content = view.spans(
            {w for h in (*subjects, *more) for w in view.below(h, {verb})}
            | {w for h in host for w in view.below(h, {verb})}
        )
    else:
        return None
    return Draft(source, cue_span(view, verb), joined(content), 0.5, "rule:verb-passive") if content else None
