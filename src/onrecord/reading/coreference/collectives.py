"""Phrases that speak of several who are known: "the pair", "both leaders", "the two heads of state", "US, Russian presidents"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onrecord.knowledge.agents import agent, singular
from onrecord.reading.coreference.phrases import left_edge
from onrecord.reading.coreference.sight import Sight

if TYPE_CHECKING:
    from onrecord.reading.coreference.entities import Entity
    from onrecord.reading.coreference.sight import Scene

LONGEST_NOUN = 3  # words
Of = Literal["persons", "states", "sides"]

WORDS = frozenset({"pair", "duo", "twosome", "two", "both"})
PAIRS = frozenset({"pair", "duo", "twosome"})
STATES = frozenset(
    "country nation power state government capital neighbor neighbour superpower republic archrival archenemy".split()
)
SIDES = frozenset({"side"})
FOES = frozenset("foe rival adversary enemy".split())
LEADERS = frozenset(
    "leader president man woman statesman counterpart premier chancellor minister head candidate nominee contender diplomat politician".split()
)
PAIRED = STATES | SIDES | FOES | LEADERS
DETERMINERS = frozenset({"the", "these", "those"})


@dataclass(frozen=True, slots=True)
class Collective:
    """`of`: persons, states, or whichever of them the text is about ("the two sides")."""

    sight: Sight
    of: Of


def collectives(scene: Scene, entities: Iterable[Entity], taken: set[int]) -> list[Collective]:
    """Every collective of two; `taken`: words that belong to names and titles."""
    syntax = scene.syntax
    ending = {one.last: one for one in entities}
    inside = {w for one in ending.values() for w in range(one.first, one.last + 1)}
    found = []
    for i, (word, tag) in enumerate(zip(scene.lower, syntax.tags, strict=True)):
        if (tag not in ("NNS", "NNPS") and word not in WORDS) or i in taken or i in inside:
            continue
        one = _pair(scene, i, word) or _distributed(scene, i, ending)
        if one is not None:
            found.append(one)
    return found


def _pair(scene: Scene, i: int, word: str) -> Collective | None:
    syntax = scene.syntax
    before = (
        scene.lower[i - 1] if i and scene.paragraph(syntax.starts[i]) == scene.paragraph(syntax.starts[i - 1]) else ""
    )
    if word in PAIRS:
        return _made(scene, i - 1, i, i, "persons") if before in DETERMINERS and not _of_follows(scene, i) else None
    if (
        word == "two"
        and before in DETERMINERS
        and syntax.pos[i + 1 : i + 2] != ("NOUN",)
        and not _modifies_noun(scene, i)
    ):
        return None if _of_follows(scene, i) else _made(scene, i - 1, i, i, "persons")
    if (
        word == "both"
        and syntax.deps[i] in ("nsubj", "nsubjpass", "pobj", "dobj")
        and syntax.tags[i] in ("DT", "NN", "PDT")
        and not _of_follows(scene, i)
    ):
        return _made(scene, i, i, i, "persons")
    if syntax.tags[i] != "NNS":
        return None
    lemma = singular(word)
    if lemma not in PAIRED:
        return None
    first = left_edge(scene, i)
    words = scene.lower[first:i]
    two = "both" in words[:1] or ("two" in words[:2] and words[0] in (*DETERMINERS, "two"))
    if words[:1] == ("two",):
        return None
    if not two and not (lemma in FOES and words[:1] == ("the",) and "former" in words):
        return None
    last = i
    if syntax.words[i + 1 : i + 3] == ("of", "state") or syntax.words[i + 1 : i + 3] == ("of", "government"):
        last = i + 2
    elif _of_follows(scene, i):
        return None
    return _made(scene, first, i, last, "states" if lemma in STATES else "sides" if lemma in SIDES else "persons")


def _made(scene: Scene, first: int, head: int, last: int, of: Of) -> Collective:
    syntax = scene.syntax
    start, end = syntax.starts[first], syntax.ends[last]
    noun = singular(syntax.words[head].lower())
    form: Literal["role", "description"] = (
        "role" if noun in LEADERS | {"head"} and noun not in ("man", "woman") else "description"
    )
    return Collective(
        Sight(
            start,
            end,
            first,
            last,
            head,
            "collective",
            scene.text[start:end],
            form,
            noun,
            plural=True,
            definiteness="definite",
        ),
        of,
    )


def _distributed(scene: Scene, i: int, ending: Mapping[int, Entity]) -> Collective | None:
    """ "US, Russian presidents", "the Chinese and Japanese foreign ministers": one role noun, several states."""
    syntax = scene.syntax
    if syntax.tags[i] not in ("NNS", "NNPS") or ending.keys().isdisjoint(range(i - LONGEST_NOUN, i)):
        return None
    found = agent((*scene.lower[max(0, i - LONGEST_NOUN + 1) : i], singular(scene.lower[i])))
    if found is None or found.sort != "person" or not (found.noun == "leader" or "GOV" in found.sectors):
        return None
    start = i - len(found.noun.split()) + 1
    states: list[Entity] = []
    at = start - 1
    while at >= 0 and i - at < 12:
        if at in ending and ending[at].country and ending[at].kind in ("country", "demonym", "capital"):
            states.append(ending[at])
            at = ending[at].first - 1
        elif syntax.words[at].lower() in (",", "and", "&") and states:
            at -= 1
        else:
            break
    codes = tuple(dict.fromkeys(one.country for one in reversed(states) if one.country))
    if len(codes) < 2:
        return None
    first = states[-1].first
    if first and syntax.words[first - 1].lower() == "the":
        first -= 1
    begin, end = syntax.starts[first], syntax.ends[i]
    sight = Sight(
        begin,
        end,
        first,
        i,
        i,
        "collective",
        scene.text[begin:end],
        "role",
        found.noun,
        plural=True,
        definiteness="definite",
        sectors=found.sectors,
        countries=codes,
    )
    return Collective(sight, "persons")


def _of_follows(scene: Scene, i: int) -> bool:
    return i + 1 < len(scene.syntax) and scene.lower[i + 1] in (
        "of",
        "-",
        "percent",
        "million",
        "billion",
        "per",
        "thousand",
        "hundred",
    )


def _modifies_noun(scene: Scene, i: int) -> bool:
    """Whether a number counts what follows. Before a verb, also one that a quotation begins with (The two "held talks"), it stands for itself,
    whatever the parser hung it on."""
    syntax = scene.syntax
    after = next((tag for tag in syntax.tags[i + 1 : i + 3] if tag not in ("``", "''")), "")
    if after in ("VBD", "VBP", "MD"):
        return False
    if syntax.deps[i] in ("nummod", "compound", "amod", "quantmod") and syntax.heads[i] > i:
        return True
    following = syntax.tags[i + 1] if i + 1 < len(syntax) else ""
    return following in ("NN", "NNS", "NNP", "NNPS", "JJ", "CD", "HYPH") or syntax.words[i + 1 : i + 2] == ("-",)
