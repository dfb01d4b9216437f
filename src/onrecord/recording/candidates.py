"""Triggers by the lexicon over the parse: the verbs and nouns of `knowledge.triggers`, where their clause has room for an event.

In: `Syntax`. Out: candidates in the order of the text. A noun counts only where its sentence gives it a participant, a time or a place,
or where it is what a clause is about (codebook: events, nominal triggers); that is judged later, when the roles are known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.knowledge.triggers import Sense, senses
from onrecord.recording.clauses import SUBJECT, below, governed, joined
from onrecord.recording.telling import Candidate
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.recording.matter import Matter
    from onrecord.values.layers import Syntax

SUPPORT_VERBS: Final = frozenset(
    "hold have conduct launch carry make stage mount begin start open resume continue attend take pay give issue impose commit wage "
    "undertake perform do convene lead join suffer face conclude end finish share chair arrange".split()
)  # fmt: skip
"""Verbs that add nothing to a noun that names an event but its subject ("held talks", "launched an attack")."""

_NAMING: Final = frozenset({"VERB", "NOUN", "PROPN"})
"""Parts of speech that the lexicon has."""
_AUXILIARY: Final = frozenset({"aux", "auxpass"})
_NAMED: Final = ("compound", "nmod")


def candidates(matter: Matter) -> tuple[Candidate, ...]:
    """All candidates that the lexicon finds."""
    syntax = matter.syntax
    found = []
    for i, pos in enumerate(syntax.pos):
        if (
            pos not in _NAMING
            or syntax.deps[i] in _AUXILIARY
            or (syntax.deps[i] in _NAMED and not _heads_pair(syntax, i))
        ):
            continue
        if sense := sense_at(syntax, i):
            found.append(Candidate(trigger_span(syntax, i, sense), i, sense, 0.6, "trigger lexicon"))
    return tuple(found)


def _heads_pair(syntax: Syntax, i: int) -> bool:
    """Whether a modifier is an event of its own: "bombing and shooting assault" tells one, "talks" of "peace talks" none."""
    return False if i >= len(syntax) else bool(below(syntax, i, *SUBJECT))


def sense_at(syntax: Syntax, i: int) -> Sense | None:
    """The first sense of a word whose needs are met; None for a word that names no event here."""
    return _met(syntax, i, senses(syntax.lemmas[i], syntax.pos[i]))


def mode_of(syntax: Syntax, i: int, kind: str) -> Sense | None:
    """The first sense of this type for a word whose needs are met."""
    return _met(syntax, i, (one for one in senses(syntax.lemmas[i], syntax.pos[i]) if one.kind == kind))


def _met(syntax: Syntax, i: int, options: Iterable[Sense]) -> Sense | None:
    """The first of these senses of word `i` whose needs are met; what is near the word is looked for only where one has any."""
    near: set[str] | None = None
    for one in options:
        if not one.needs:
            return one
        near = _near(syntax, i) if near is None else near
        if near.intersection(one.needs):
            return one
    return None


def _near(syntax: Syntax, i: int) -> set[str]:
    near = governed(syntax, i)
    if any(_infinitive(syntax, c) for c in below(syntax, i, "xcomp", "ccomp", "acl")):
        near.add("+to")
    if syntax.deps[i] == "pobj":
        near.add("@" + syntax.lemmas[syntax.heads[i]].casefold())
    if syntax.pos[i] != "VERB":  # "a hyphenated-word attack": its parts count
        for child in below(syntax, i, "compound", "amod", "nmod", "poss"):
            near |= {syntax.lemmas[one].casefold() for one in joined(syntax, child)}
            near |= {syntax.lemmas[one].casefold() for one in below(syntax, child, "compound", "amod", "npadvmod")}
        if syntax.deps[i] in ("pobj", "dobj"):
            near |= {syntax.lemmas[one].casefold() for one in below(syntax, i, "prep")}
    return near


def _infinitive(syntax: Syntax, i: int) -> bool:
    return any(syntax.tags[c] == "TO" for c in below(syntax, i, "aux"))


def trigger_span(syntax: Syntax, i: int, sense: Sense) -> Span:
    """The words of a trigger: a verb with its particle, or with the object that makes its sense ("shook hands"); else the word."""
    if syntax.pos[i] == "VERB":
        for child in syntax.children[i]:
            particle = syntax.deps[child] == "prt"
            needed = syntax.deps[child] == "dobj" and syntax.lemmas[child].casefold() in sense.needs
            if (particle or needed) and i < child <= i + 3:
                return syntax.span(i, child)
    return Span(syntax.starts[i], syntax.ends[i])
