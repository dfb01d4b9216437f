"""The two sides of a meeting that one phrase holds, and those that stand apart from its verb.

In: the parse. Out: head words. "The foreign ministers of A and B", "delegations from A and B", "Israeli and Palestinian negotiators" are two
parties each, not one; "spoke by telephone with Y" has Y on the line; "A and B, who met" are both of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.recording.clauses import RELATIVE, SUBJECT, below, every, joined, obliques, subjects

if TYPE_CHECKING:
    from onrecord.values.layers import Syntax

_ENVOYS: Final = frozenset(
    "minister president leader premier chancellor king envoy ambassador chief secretary negotiator official diplomat delegation government "
    "representative delegate counterpart mediator adviser general commander lawmaker".split()
)
"""People and bodies that meet for a state or a party: their plural with two states is one side each."""
LINES: Final = frozenset(
    "phone telephone video videoconference video-link videolink teleconference skype hotline telephone-line".split()
)
"""What people are on who meet from afar."""
_PRESENT_AT: Final = frozenset({"speak", "appear", "arrive", "testify"})
"""Verbs of those who are at a meeting."""
_GOING: Final = frozenset({"travel", "fly", "arrive", "go"})
_WHAT_ABOUT: Final = frozenset({"discuss", "negotiate"})
"""Verbs of meeting whose object is the matter, nobody who meets."""


def states_of(syntax: Syntax, i: int) -> list[int]:
    """The words for the parties that the plural noun `i` holds: A and B; none where it is one party."""
    if syntax.tags[i] not in ("NNS", "NNPS") or syntax.lemmas[i].casefold() not in _ENVOYS:
        return []
    states = [s for s in obliques(syntax, i, ("of", "from")) if syntax.pos[s] == "PROPN"]
    before = [d for c in below(syntax, i, "amod", "nmod", "compound") for d in _chain(syntax, c)]
    demonyms = [d for d in before if syntax.words[d][:1].isupper() and syntax.pos[d] in ("ADJ", "PROPN")]
    return next((side for side in (states, demonyms) if len(side) > 1 and _linked(syntax, side)), [])


def _linked(syntax: Syntax, words: list[int]) -> bool:
    """Whether words are joined by "and" or a comma, rather than one name ("South Korean")."""
    return any(syntax.deps[w] == "conj" or below(syntax, w, "cc") for w in words)


def including(syntax: Syntax, i: int) -> list[int]:
    """The names after "including" of a plural noun: "ministers including from A, B and C". All names of that stretch, as lists without commas
    are beyond the parser."""
    if syntax.tags[i] not in ("NNS", "NNPS"):
        return []
    near = [c for c in syntax.children[i] if syntax.lemmas[c].casefold() in ("include", "including") and c > i]
    inside = [w for c in near for w in syntax.subtree(c)]
    return [
        w
        for w in inside
        if syntax.pos[w] == "PROPN" and (w + 1 >= len(syntax) or syntax.pos[w + 1] != "PROPN" or _listed(syntax, w))
    ]


def _listed(syntax: Syntax, w: int) -> bool:
    return syntax.deps[w] in ("conj", "pobj")


def _chain(syntax: Syntax, i: int) -> list[int]:
    """Word `i` and the words joined to it, whatever they are to their noun."""
    found = [i]
    for one in found:
        found += [c for c in below(syntax, one, "conj") if c not in found]
    return found


def speaking_at(syntax: Syntax, i: int) -> list[int]:
    """Who speaks at a meeting or comes to it: "speaking before an emergency session"."""
    prep = syntax.heads[i]
    verb = syntax.heads[prep]
    if syntax.deps[i] != "pobj" or syntax.lemmas[prep].casefold() not in ("at", "before", "to"):
        return []
    return subjects(syntax, verb) if syntax.lemmas[verb].casefold() in _PRESENT_AT else []


def travels(syntax: Syntax, i: int) -> bool:
    """Whether a verb says where people go: those with whom they go are company ("visited X with her daughters")."""
    lemma = syntax.lemmas[i].casefold()
    return syntax.pos[i] == "VERB" and (lemma in _GOING or (lemma == "visit" and bool(below(syntax, i, "dobj"))))


def on_the_line(syntax: Syntax, i: int) -> list[int]:
    """Who is on the line: Y of "spoke by telephone with Y", where the parser hung Y on the telephone."""
    lines = [o for p in below(syntax, i, "prep") for o in below(syntax, p, "pobj") if by_wire(syntax, o)]
    return [w for o in lines for w in obliques(syntax, o, ("with", "to"))]


def by_wire(syntax: Syntax, i: int) -> bool:
    """Whether a word says that people met from afar."""
    return syntax.lemmas[i].casefold() in LINES


def from_afar(syntax: Syntax, i: int) -> bool:
    """Whether a verb or noun of meeting has a telephone or a camera between the parties ("discussed it by phone")."""
    return any(by_wire(syntax, o) for p in below(syntax, i, "prep") for o in below(syntax, p, "pobj"))


def matter_of(syntax: Syntax, i: int) -> list[int]:
    """The objects that are what a meeting was about: those of "discuss"."""
    return every(syntax, below(syntax, i, "dobj")) if syntax.lemmas[i].casefold() in _WHAT_ABOUT else []


def joined_before(syntax: Syntax, i: int) -> list[int]:
    """All whom "who" or "which" takes up before a verb: A and B of "A and B, who met"."""
    if syntax.deps[i] != "relcl" or not any(syntax.words[c].casefold() in RELATIVE for c in below(syntax, i, *SUBJECT)):
        return []
    first = syntax.heads[i]
    while syntax.deps[first] == "conj" and syntax.heads[first] != first:
        first = syntax.heads[first]
    return [w for w in joined(syntax, first) if w < i]
