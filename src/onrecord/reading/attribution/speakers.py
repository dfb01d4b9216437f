"""Who a source's words speak of: their head word, what a relative pronoun stands for, the actor, and the source's form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.agents import agent_of
from onrecord.knowledge.cues import DOCUMENTS, IMPERSONAL, MEDIA, NOBODY, POSTS, REPORTERS
from onrecord.knowledge.outlets import is_outlet
from onrecord.values.layers import Actors, Names
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.reading.attribution.draft import Draft
    from onrecord.reading.attribution.view import View
    from onrecord.values.layers import Reading
    from onrecord.values.record import Actor, SourceForm

RELATIVES: Final = frozenset({"who", "which", "that", "whom"})
OWN: Final = frozenset({"i", "we", "me", "us", "my", "our"})
BEFORE_A_HEAD: Final = frozenset({"compound", "amod", "det", "poss", "nmod", "nummod", "case", "quantmod", "predet"})
ANY_OF_THEM: Final = frozenset(
    {
        "some",
        "many",
        "most",
        "others",
        "other",
        "several",
        "few",
        "all",
        "both",
        "those",
        "they",
        "them",
        "these",
        "more",
        "half",
        "each",
        "people",
    }
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """`head`: the source's main word, the antecedent for "who"; `name`: the words of the phrase up to its head; `actor`: or None."""

    head: int | None
    name: str = ""
    actor: str | None = None


class Speakers:
    """Finds the speaker behind a source's spans. Looks at `Actors` and `Names` where they are there."""

    def __init__(self, view: View, reading: Reading) -> None:
        self.view = view
        self.actors = reading[Actors] if Actors in reading else Actors()
        names = reading[Names].items if Names in reading else ()
        self.labels = {w: n.label for n in names for w in view.syntax.inside(n.start, n.end)}

    def of(self, source: Sequence[Span]) -> Speaker:
        """The speaker of a source; one without head where the source is empty."""
        if not source:
            return Speaker(None)
        head = self._head(source[0])
        if head is None:
            return Speaker(None, source[0].of(self.view.text), self._at(source[0], None))
        phrase = (
            Span(min(self._first(head), source[0].start), self.view.syntax.ends[head])
            if source[0].holds(self.view.span(head))
            else self._phrase(head)
        )
        return Speaker(head, phrase.of(self.view.text), self._at(source[0], head))

    def _head(self, span: Span) -> int | None:
        syntax = self.view.syntax
        words = syntax.inside(*span)
        tops = [w for w in words if syntax.heads[w] not in words or syntax.heads[w] == w]
        nouns = [w for w in tops if syntax.pos[w] in ("NOUN", "PROPN", "PRON", "NUM")]
        head = next(iter(nouns or [w for w in words if syntax.pos[w] in ("NOUN", "PROPN", "PRON")] or tops), None)
        if head is not None and syntax.words[head].lower() in RELATIVES and syntax.tags[head] in ("WP", "WDT", "IN"):
            return self._antecedent(head)
        return head

    def _antecedent(self, relative: int) -> int:
        """The noun that "who" stands for: the one whose relative clause it is in."""
        syntax, at = self.view.syntax, relative
        for _ in range(12):
            up = syntax.heads[at]
            if syntax.deps[at] in ("relcl", "acl") and syntax.pos[up] in ("NOUN", "PROPN", "PRON"):
                return up
            if up == at:
                break
            at = up
        return relative

    def _first(self, head: int) -> int:
        """Where the noun phrase of a head begins, its modifiers before it included."""
        syntax = self.view.syntax
        first = head
        for child in syntax.children[head]:
            if child < first and syntax.deps[child] in BEFORE_A_HEAD:
                first = min(first, *self.view.below(child))
        return syntax.starts[first]

    def _phrase(self, head: int) -> Span:
        return Span(self._first(head), self.view.syntax.ends[head])

    def _at(self, span: Span, head: int | None) -> str | None:
        """The actor of the mention on the head word, the longest of these; else what the layer says of the whole span."""
        if head is not None:
            for stretch in (self._phrase(head), self.view.span(head)):
                if exact := self.actors.by_span.get(stretch):
                    return exact[0]
            word = self.view.span(head)
            holding = [(s.end - s.start, ids) for s, ids in self._on(word)]
            if holding:
                return max(holding)[1][0]
            if self.view.syntax.pos[head] == "PRON":
                return None
        found = self.actors.at(*span)
        return found[0] if found else None

    def _on(self, word: Span) -> list[tuple[Span, tuple[str, ...]]]:
        """The mentions that end on a word, or hold it without running past the sentence."""
        if self._by_end is None:
            self._by_end = {}
            for span, ids in self.actors.by_span.items():
                self._by_end.setdefault(span.end, []).append((span, ids))
        return self._by_end.get(word.end, [])

    _by_end: dict[int, list[tuple[Span, tuple[str, ...]]]] | None = None

    # -------------------------------------------------------------- form

    def form(self, draft: Draft, speaker: Speaker) -> SourceForm:
        """What sort of source it is, by its own words; for a pronoun by those of whom it speaks. The rules are told in the codebook."""
        if not draft.source:
            return (
                "own_observation"
                if draft.found_by.startswith("rule:seeming")
                else "impersonal"
                if "passive" in draft.found_by
                else "unattributed"
            )
        if speaker.head is None:
            return self._form_of_name(speaker.name)
        syntax = self.view.syntax
        word, lemma = syntax.words[speaker.head].lower(), syntax.lemmas[speaker.head].lower()
        if word in OWN:
            return self._own(speaker)
        if lemma in REPORTERS and any(
            syntax.words[c].lower() in ("this", "afp", "reuters", "ap") for c in syntax.children[speaker.head]
        ):
            return "own_observation"
        if syntax.pos[speaker.head] == "PRON" and lemma not in NOBODY:
            return self._form_of_pronoun(word, speaker)
        return self._form_of_noun(speaker.head, lemma, speaker)

    def _own(self, speaker: Speaker) -> SourceForm:
        actor = self.actors.by_id.get(speaker.actor or "")
        return _form_of_actor(actor) if actor else "own_observation"

    def _form_of_pronoun(self, word: str, speaker: Speaker) -> SourceForm:
        actor = self.actors.by_id.get(speaker.actor or "")
        if actor is not None:
            return _form_of_actor(actor)
        if word in ("he", "she", "him", "her", "his", "hers", "himself", "herself"):
            return "named_person"
        return "plural_unnamed" if word in ANY_OF_THEM or word in ("their", "theirs") else "impersonal"

    def _form_of_name(self, name: str) -> SourceForm:
        if is_outlet(name):
            return "other_outlet"
        return "named_person" if name[:1].isupper() else "role_described"

    def _form_of_noun(self, head: int, lemma: str, speaker: Speaker) -> SourceForm:
        syntax = self.view.syntax
        plural = syntax.tags[head] in ("NNS", "NNPS")
        if self._is_outlet(head, lemma, speaker.name):
            return "other_outlet"
        if lemma in POSTS or syntax.words[head].lower() in POSTS:
            return "social_post"
        label = self.labels.get(head)
        if syntax.pos[head] == "PROPN" or label in ("PERSON", "ORG", "GPE"):
            return self._form_of_proper(head, label, speaker, plural=plural)
        if lemma in IMPERSONAL:
            return "impersonal"
        person = agent_of(speaker.name)
        if lemma in DOCUMENTS and not (person and person.sort == "person"):
            return "document"
        if any(self.labels.get(c) == "PERSON" for c in self.view.children(head, "appos")):
            return "named_person"
        if (
            plural
            or lemma in ANY_OF_THEM
            or syntax.words[head].lower() in ANY_OF_THEM
            or syntax.pos[head] in ("ADJ", "NUM")
        ):
            return "plural_unnamed"
        if (
            person is not None
            and person.sort == "body"
            and any(
                self.labels.get(c) in ("GPE", "ORG", "NORP") or syntax.pos[c] == "PROPN" for c in syntax.children[head]
            )
        ):
            return "named_institution"
        return "role_described"

    def _form_of_proper(self, head: int, label: str | None, speaker: Speaker, *, plural: bool) -> SourceForm:
        actor = self.actors.by_id.get(speaker.actor or "")
        if label == "PERSON" or (actor is not None and actor.kind == "person"):
            return "named_person"
        if plural or label == "NORP":
            return "plural_unnamed"
        if label in ("ORG", "GPE", "LOC", "FAC") or (
            actor is not None and actor.kind in ("organization", "office", "state")
        ):
            person = agent_of(speaker.name)
            return "role_described" if person and person.sort == "person" and not actor else "named_institution"
        if any(self.labels.get(c) == "PERSON" for c in self.view.syntax.children[head]):
            return "named_person"
        return "named_person" if label is None else "named_institution"

    def _is_outlet(self, head: int, lemma: str, name: str) -> bool:
        plain = name.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")
        if any(map(is_outlet, {name, plain})):
            return True
        children = self.view.syntax.children[head]
        before = {self.view.syntax.lemmas[c].lower() for c in children}
        return lemma in MEDIA and not before & {
            "space",
            "intelligence",
            "aid",
            "rating",
            "ratings",
            "enforcement",
            "security",
            "refugee",
            "spy",
            "travel",
            "un",
            "government",
            "nuclear",
            "white",
            "position",
        }


def _form_of_actor(actor: Actor) -> SourceForm:
    """For pronouns: what kind of actor is meant."""
    named = any(m.form == "name" for m in actor.mentions)
    if actor.kind == "person":
        return "named_person" if named else "role_described"
    if actor.kind == "unidentified":
        return "role_described"
    if actor.kind == "group":
        return "plural_unnamed"
    return "other_outlet" if "JRN" in actor.sectors else "named_institution"
