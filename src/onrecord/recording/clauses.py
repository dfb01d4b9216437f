"""Who stands where in a clause: subjects, objects and obliques of a word of the parse, as indices of head words.

Labels are those of spaCy's English models (ClearNLP): `nsubjpass` is the subject of a passive, `agent` its by-phrase, `relcl` a relative
clause, `acl` a participle after a noun. Subjects that are left out are looked for where English grammar says: in the clause to which a
verb is joined, in the clause on which a participle or an infinitive hangs, in the noun before a relative clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from onrecord.values.layers import Syntax

SUBJECT: Final = ("nsubj", "nsubjpass", "csubj")
TALKS: Final = frozenset({"call", "conversation", "meeting", "talk", "discussion", "phonecall"})
RELATIVE: Final = frozenset({"who", "whom", "which", "that"})
LEFT: Final = frozenset(
    {
        "compound",
        "amod",
        "nummod",
        "poss",
        "nmod",
        "quantmod",
        "advmod",
        "det",
        "predet",
        "punct",
        "case",
        "npadvmod",
        "cc",
        "conj",
    }
)
REQUESTS: Final = frozenset({"request", "invitation", "proposal", "offer", "plea", "call", "demand", "appeal"})
"""Nouns for asking."""
INTENTS: Final = frozenset(
    "invitation offer plan decision request intention intent desire wish promise pledge bid attempt effort agreement proposal willingness "
    "readiness refusal chance opportunity".split()
)  # fmt: skip
"""Nouns for what somebody means to do: not they do it."""
_ASIDE: Final = frozenset({"amid", "amidst", "despite"})
_DEEPEST: Final = 6


def below(syntax: Syntax, i: int, *labels: str) -> list[int]:
    """The dependents of word `i` that carry one of these labels."""
    held, deps = syntax.children[i], syntax.deps
    return [c for c in held if deps[c] in labels] if held else []


def joined(syntax: Syntax, i: int) -> list[int]:
    """Word `i` and what is joined to it ("A, B and C")."""
    found, at = [i], 0
    while at < len(found):
        misread = syntax.deps[found[at]] in (
            "nmod",
            "compound",
        )  # "A and House Speaker B", read as one name: its parts are none
        more = [] if misread else below(syntax, found[at], "conj")
        more += [
            c
            for c in below(syntax, found[at], "nmod", "compound")
            if below(syntax, c, "cc") and syntax.pos[c] == "PROPN"
        ]
        for name in called(syntax, found[at]):
            more += below(syntax, name, "conj")
        found += [c for c in more if c not in found]
        at += 1
    return found


def called(syntax: Syntax, i: int) -> list[int]:
    """What a word is called beside itself: its appositions, and the name after a title where the parser took that for a preposition."""
    misread = [o for p in below(syntax, i, "prep") if syntax.tags[p] == "NNP" for o in below(syntax, p, "pobj")]
    return [*below(syntax, i, "appos"), *misread]


def every(syntax: Syntax, heads: Iterable[int]) -> list[int]:
    """All words joined to these, each once, in order; a relative pronoun becomes the noun that it stands for."""
    found: list[int] = []
    for head in heads:
        for one in joined(syntax, head):
            word = _antecedent(syntax, one)
            if word not in found:
                found.append(word)
    return found


def _antecedent(syntax: Syntax, i: int) -> int:
    verb = syntax.heads[i]
    if (
        syntax.words[i].casefold() in RELATIVE
        and syntax.deps[verb] == "relcl"
        and syntax.tags[i] in ("WP", "WDT", "IN")
    ):
        return syntax.heads[verb]
    return i


def passive(syntax: Syntax, i: int) -> bool:
    """Whether a verb is passive, a participle after its noun ("the man killed in …") included."""
    if below(syntax, i, "nsubjpass", "auxpass"):
        return True
    if syntax.tags[i] != "VBN":
        return False
    joined_on = syntax.deps[i] == "conj" and not below(syntax, i, *SUBJECT, "aux", "dobj")
    return syntax.deps[i] == "acl" or (joined_on and bool(below(syntax, syntax.heads[i], "nsubjpass", "auxpass")))


def subjects(syntax: Syntax, i: int, depth: int = 0) -> list[int]:
    """The subject of a verb, its own or the one that it shares, joined words included."""
    if depth > _DEEPEST:
        return []
    if own := below(syntax, i, *SUBJECT):
        return every(syntax, own)
    head, label = syntax.heads[i], syntax.deps[i]
    if head == i:
        return []
    if label == "acl" and syntax.lemmas[head].casefold() in INTENTS:
        return every(syntax, below(syntax, head, "poss")) or _undertaking(syntax, head, depth)
    if label in ("acl", "relcl") and syntax.pos[head] in ("NOUN", "PROPN", "PRON"):
        return [head]
    if label == "xcomp" and (objects := below(syntax, head, "dobj")):
        return every(syntax, objects)
    if label == "pcomp":
        head = syntax.heads[head]
    if label == "xcomp" and syntax.pos[head] == "ADJ":
        return subjects(syntax, syntax.heads[head], depth + 1)
    if label in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "aux", "dep") and syntax.pos[head] in ("VERB", "AUX"):
        return subjects(syntax, head, depth + 1)
    return []


def _undertaking(syntax: Syntax, noun: int, depth: int) -> list[int]:
    """Who is to do what an intent is about: the subject of the verb that has the intent for its object ("X declined an offer to meet")."""
    verb = syntax.heads[noun]
    if syntax.deps[noun] != "dobj" or syntax.pos[verb] not in ("VERB", "AUX"):
        return []
    return subjects(syntax, verb, depth + 1)


def objects(syntax: Syntax, i: int) -> list[int]:
    """The object of a verb (the subject of a passive), joined words included."""
    if passive(syntax, i):
        own = below(syntax, i, "nsubjpass")
        if not own and syntax.deps[i] == "conj":
            first = syntax.heads[i]
            return objects(syntax, first) if passive(syntax, first) and syntax.deps[first] != "conj" else []
        if not own and syntax.deps[i] == "acl":
            own = [syntax.heads[i]]
        return every(syntax, own)
    own = below(syntax, i, "dobj", "dative")
    if not own:
        own = [o for v in below(syntax, i, "conj") if not below(syntax, v, *SUBJECT) for o in below(syntax, v, "dobj")]
    return every(syntax, [o for o in own if syntax.pos[o] != "ADP"])


def agents(syntax: Syntax, i: int) -> list[int]:
    """Who acts: the by-phrase of a passive, else the subject."""
    if passive(syntax, i):
        return every(syntax, [o for a in below(syntax, i, "agent") for o in below(syntax, a, "pobj")])
    return subjects(syntax, i)


def obliques(syntax: Syntax, i: int, prepositions: Collection[str]) -> list[int]:
    """What stands after one of these prepositions that hang on word `i`, joined words included."""
    found: list[int] = []
    for one in below(syntax, i, "prep", "agent", "dative"):
        for prep in (one, *below(syntax, one, "prep", "conj")):
            if syntax.lemmas[prep].casefold() in prepositions:
                found += below(syntax, prep, "pobj")
    return every(syntax, found)


def asked(syntax: Syntax, prep: int) -> int:
    """The word that asks for what stands after a "for": that on which it hangs, or the request that is the object of that verb, where the
    parser hung it there ("turned down a request by X for a meeting")."""
    above = syntax.heads[prep]
    if syntax.pos[above] not in ("VERB", "AUX"):
        return above
    requests = (o for o in below(syntax, above, "dobj") if syntax.lemmas[o].casefold() in REQUESTS)
    return next(requests, above)


def governed(syntax: Syntax, i: int) -> set[str]:
    """The lemmas that a word governs nearby: its dependents, and theirs below prepositions and objects; the subject is left out."""
    near: list[int] = []
    for child in syntax.children[i]:
        if syntax.deps[child] in SUBJECT and not passive(syntax, i):
            continue
        near.append(child)
        if syntax.deps[child] in (
            "prep",
            "dobj",
            "nsubjpass",
            "prt",
            "oprd",
            "acomp",
            "pobj",
            "attr",
            "agent",
            "compound",
        ):
            deep = [c for g in joined(syntax, child) for c in (g, *syntax.children[g])]
            deep += [c for g in syntax.children[child] for c in syntax.children[g] if syntax.deps[g] == "pobj"]
            near += [c for c in deep if syntax.pos[c] != "ADP"]
    return {syntax.lemmas[c].casefold() for c in near}


def phrase(syntax: Syntax, i: int) -> Span:
    """The noun phrase of a head word: from its first modifier to the head, without a leading article."""
    first = i
    while first and syntax.sentence_of[first - 1] == syntax.sentence_of[i] and _left(syntax, first - 1, i):
        first -= 1
    while first < i and (
        syntax.words[first].casefold() in ("the", "a", "an") or syntax.deps[first] in ("punct", "case")
    ):
        first += 1
    while first < i and syntax.words[first].casefold() in ("least", "most", "than"):
        first += 1
    return syntax.span(first, i)


def _left(syntax: Syntax, word: int, head: int) -> bool:
    """Whether a word before a head is one of its modifiers, at any depth."""
    for _ in range(_DEEPEST):
        if word == head:
            return True
        if syntax.deps[word] not in LEFT:
            return False
        word = syntax.heads[word]
    return word == head


def whole(syntax: Syntax, i: int) -> Span:
    """The phrase of a head word with all that hangs on it to the right, up to a relative clause set off by a comma or a finite clause."""
    last = i
    for child in syntax.children[i]:
        if child < i:
            continue
        if syntax.deps[child] == "punct" and syntax.words[child] in (",", ";", ":", "—", "–"):
            break
        if syntax.deps[child] in ("punct", "appos"):
            continue
        if syntax.lemmas[child].casefold() in _ASIDE:
            break
        inside = syntax.subtree(child)
        cut = next(
            (
                w
                for w in inside
                if w > i and syntax.lemmas[w].casefold() in _ASIDE and syntax.pos[w] in ("ADP", "SCONJ")
            ),
            None,
        )
        last = max(last, inside[-1] if cut is None else cut - 1)
        if cut is not None:
            break
    return Span(phrase(syntax, i).start, syntax.ends[last])
