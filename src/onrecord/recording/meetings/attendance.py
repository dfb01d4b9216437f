"""Who else was in the room: aides, translators, hosts who are no party to the talk.

In: the parse, the cast. Out: statements named "present". Said by "flanked by", "accompanied by", "joined by", "in the presence of",
"along with", "also attended".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.recording.clauses import agents, below, objects, obliques, passive, phrase, subjects
from onrecord.recording.meetings.sides import travels
from onrecord.recording.meetings.statement import Statement, carriers
from onrecord.recording.roles import hyphened

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from onrecord.recording.cast import Cast
    from onrecord.recording.matter import Matter
    from onrecord.values.record import Participant

_BESIDE: Final = frozenset({"flank", "accompany", "join"})
MEDIATING: Final = frozenset({"mediate", "sponsor", "broker", "facilitate", "moderate"})
"""Verbs of those who bring others together and are no party."""
_HEDGES: Final = frozenset({"apparently", "reportedly", "possibly", "probably", "presumably", "perhaps"})


def attendance(matter: Matter, cast: Cast, triggers: Collection[int]) -> tuple[Statement, ...]:
    """All who are told to have been there besides the parties."""
    syntax, found = matter.syntax, list[Statement]()
    standing = carriers(syntax, triggers)
    for i, lemma in enumerate(matter.lemmas):
        if lemma in _BESIDE and syntax.pos[i] == "VERB":
            found += _beside(matter, cast, i)
        elif lemma == "attendance" and syntax.deps[i] == "pobj":
            verb = syntax.heads[syntax.heads[i]]
            found += [
                Statement("present", i, person=p)
                for p in cast.everyone(subjects(syntax, verb))
                if syntax.lemmas[verb] == "be"
            ]
        elif lemma == "presence" and syntax.deps[i] == "pobj":
            found += _told(
                matter, cast, i, standing.get(syntax.heads[syntax.heads[i]]), obliques(syntax, i, ("of",)), frozenset()
            )
    for i in triggers:
        if travels(syntax, i):
            found += _told(matter, cast, i, i, obliques(syntax, i, ("with",)), frozenset())
        for word in below(syntax, i, "amod", "acl"):
            if syntax.lemmas[word].casefold() in MEDIATING:
                near = (*below(syntax, word, "npadvmod", "compound"), *below(syntax, i, "compound", "nmod", "npadvmod"))
                heads = [c for c in near if c + 2 == word or hyphened(syntax, c)] or agents(syntax, word)
                found += _told(matter, cast, i, i, heads, frozenset())
    for at, trigger in standing.items():
        for along in below(syntax, at, "advmod", "prep"):
            if syntax.words[along].casefold() in ("along", "together", "alongside"):
                heads = [*obliques(syntax, along, ("with",)), *below(syntax, along, "pobj")]
                found += _told(matter, cast, at, trigger, heads, frozenset())
    return tuple(found)


def _beside(matter: Matter, cast: Cast, i: int) -> Iterator[Statement]:
    syntax = matter.syntax
    if passive(syntax, i) or syntax.tags[i] == "VBN":
        there, with_whom = agents(syntax, i) if passive(syntax, i) else obliques(syntax, i, ("by",)), objects(syntax, i)
    elif syntax.lemmas[i] in ("accompany", "join"):
        there, with_whom = agents(syntax, i), objects(syntax, i)
    else:
        return
    parties = frozenset(p.actor for p in cast.everyone(with_whom))
    if parties:
        yield from _told(matter, cast, i, None, there, parties)


def _told(
    matter: Matter, cast: Cast, at: int, of: int | None, heads: Collection[int], parties: frozenset[str]
) -> Iterator[Statement]:
    for head in heads:
        for one in cast.at(head, make=True):
            yield Statement("present", at, of, person=one, parties=parties)
            yield from (
                Statement("present", at, of, person=p, parties=parties) for p in _apposed(matter, cast, head, one)
            )


def _apposed(matter: Matter, cast: Cast, head: int, one: Participant) -> Iterator[Participant]:
    """What else the same person is called beside the name, hedged where the text hedges ("apparently a translator")."""
    syntax = matter.syntax
    for other in below(syntax, head, "appos"):
        known = cast.known(other)
        if not known or any(actor == one.actor for _, actor in known):
            hedged = any(syntax.words[c].casefold() in _HEDGES for c in syntax.children[other])
            span = phrase(syntax, other)
            if hedged:
                words = [
                    w
                    for w in syntax.inside(*span)
                    if syntax.words[w].casefold() not in _HEDGES and syntax.deps[w] != "det"
                ]
                span = syntax.span(words[0], words[-1])
            yield replace(one, start=span.start, end=span.end, hedged=hedged)
