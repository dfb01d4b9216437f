"""Role phrases, groups and victims: "a White House official", "protesters", "129 people", "the Syrian opposition"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.knowledge.agents import Agent, agent, singular
from onrecord.knowledge.demonyms import country_of_demonym, is_demonym
from onrecord.knowledge.offices import gender_of_title
from onrecord.reading.coreference.sight import Sight, Title

if TYPE_CHECKING:
    from onrecord.reading.coreference.entities import Entity
    from onrecord.reading.coreference.sight import Definiteness, Scene

LEFT = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nummod",
        "poss",
        "quantmod",
        "nmod",
        "predet",
        "advmod",
        "npadvmod",
        "punct",
        "case",
        "neg",
        "cc",
        "conj",
    }
)
RIGHT = frozenset({"of", "for", "in", "from", "at", "on", "with", "inside", "aboard", "to"})
WHERE = frozenset({"in", "at", "on", "inside"})
HURT = frozenset({"dead", "wounded", "injured"})  # adjectives that may stand for persons
TAILS = frozenset({"familiar", "close", "loyal"})
LONGEST_TAIL = 9  # words
INDEFINITE = frozenset(
    "a an another one some several many few dozens hundreds thousands other no any each every more most various two three four five six seven eight nine ten".split()
)
DEFINITE = frozenset("the this that these those both all his her its their our my your".split())
DETERMINERS = INDEFINITE | DEFINITE
COUNTED = frozenset({"group", "crowd", "team", "couple", "band", "gang", "number"})
# Agent nouns that more often mean something else where they stand alone.
SHY = frozenset(
    """house side power chair security resistance press force body office state country nation board school college hospital church service industry business plant
    operator supplier maker chain carrier host head deputy fellow principal marine captain major general private minor anchor coach director official agent guide pilot guard
    author local national public figure source party movement campaign commission mission department authority department administration union family couple bank
    club team league federation forum association council society agency bureau treasury court media television radio daily weekly network faction alliance
    coalition community population minority household crowd mob gang security clinic executive specialist member representative chamber assembly institute academy
    individual person user customer visitor guest palace kingdom county bloc group organization organisation company firm justice dead wounded injured victim follower settlement""".split()
)
PLACES = frozenset(
    "house side power chair office state country nation school college hospital church plant county kingdom palace network chain chamber club industry business resistance force body board service security"
    " press daily weekly general major private minor court treasury bank mission department settlement administration radio television clinic campaign movement".split()
)


def role_sights(scene: Scene, entities: Iterable[Entity], taken: set[int]) -> list[Sight]:
    """A sight for every agent noun that is no name, no part of a title and no modifier. `taken`: words that are."""
    inside: dict[int, Entity] = {word: one for one in entities for word in range(one.first, one.last + 1)}
    found: list[Sight] = []
    for i, tag in enumerate(scene.syntax.tags):
        if tag not in ("NN", "NNS", "NNP", "NNPS", "JJ") or i in taken or i in inside:
            continue
        one = _sight(scene, i, inside)
        if one is not None and not (
            found and found[-1].noun == one.noun and found[-1].head < one.head <= found[-1].last
        ):
            found.append(one)
    return _of_one_country(scene, found)


def _of_one_country(scene: Scene, found: list[Sight]) -> list[Sight]:
    """ "the Syrian opposition and regime": the second has the country of the first, where it has nothing of its own before it."""
    by_head = {one.head: one for one in found}
    shared = []
    for one in found:
        fellow = (
            by_head.get(scene.syntax.heads[one.head])
            if scene.syntax.deps[one.head] == "conj" and one.first == one.head
            else None
        )
        shared.append(replace(one, country=fellow.country) if fellow is not None and one.country is None else one)
    return shared


def _sight(scene: Scene, head: int, inside: Mapping[int, Entity]) -> Sight | None:
    syntax = scene.syntax
    if (
        syntax.deps[head] in ("compound", "amod", "nmod", "npadvmod", "advmod", "quantmod")
        and syntax.heads[head] != head
    ):
        return None
    if head + 1 < len(syntax) and syntax.words[head + 1] == "-" and syntax.ends[head] == syntax.starts[head + 1]:
        return None
    if not _may_be_agent(scene, head):
        return None
    first = left_edge(scene, head)
    noun = _noun(scene, first, head)
    if noun is None or _nobody(scene, first, head):
        return None
    lemma, found = noun
    counted = _members(scene, head) if lemma in COUNTED else None
    if counted is not None:
        lemma, found = counted
    plural = counted is not None or syntax.tags[head] in ("NNS", "NNPS") or lemma in ("people", "police")
    definiteness = _definiteness(scene, first, head, plural=plural)
    demonyms = tuple(
        dict.fromkeys(
            c for w in range(first, head) if not _for_or_against(scene, w) and (c := _country(inside, w, scene))
        )
    )
    if not _plain_agent(scene, first, head, lemma, found, definiteness, demonyms):
        return None
    last = (
        right_edge(scene, head)
        if counted or found.sort == "person" or lemma in ("group", "coalition", "delegation", "team", "committee")
        else head
    )
    of, whose = _whose(scene, first, head, last, inside)
    country = whose.country if whose else (demonyms[0] if len(demonyms) == 1 else None)
    before = zip(scene.lower[first:head], syntax.words[first:head], strict=True)
    words = [w for w, written in before if w not in DETERMINERS and written.isalpha()]  # "İ" in lower case is two signs
    text = scene.text[syntax.starts[first] : syntax.ends[last]]
    title = Title(
        _title_words(scene, first, head, inside), of, syntax.starts[first], syntax.ends[last], country, found.sectors
    )
    return Sight(
        syntax.starts[first], syntax.ends[last], first, last, head, "role", text, "role" if found.role else "description", lemma,
        frozenset(words), plural, definiteness, gender_of_title(lemma.split()[-1]), country, found.sectors,
        (title,) if found.role and found.sort == "person" and not plural else (), body=found.sort == "body", countries=demonyms,
    )  # fmt: skip


def small_subtree(scene: Scene, word: int, most: int = 14) -> range | None:
    """From the first to the last of what hangs on a word, itself included; None where that is more than `most` words."""
    low = high = word
    stack, seen = [word], 1
    while stack:
        for child in scene.syntax.children[stack.pop()]:
            seen += 1
            if seen > most:
                return None
            low, high = min(low, child), max(high, child)
            stack.append(child)
    return range(low, high + 1)


def left_edge(scene: Scene, head: int) -> int:
    """The first word of the noun phrase before its head: determiner, numbers, modifiers, possessors."""
    syntax = scene.syntax
    first = head
    for child in reversed(syntax.children[head]):
        if child > head:
            continue
        if syntax.deps[child] not in LEFT:
            break
        low = small_subtree(scene, child)
        if low is None:
            break
        if low[-1] >= head or any(syntax.words[w] not in (",", "-") for w in range(low[-1] + 1, first)):
            break
        first = min(first, low[0])
    while first < head and (
        syntax.pos[first] in ("PUNCT", "CCONJ")
        or (syntax.deps[first] in ("advmod", "neg", "mark") and syntax.pos[first] in ("ADV", "PART", "SCONJ"))
        or syntax.pos[first] == "ADP"
    ):
        first += 1
    if first and scene.lower[first] in ("least", "most") and scene.lower[first - 1] == "at":
        first -= 1
    for w in range(head - 1, first - 1, -1):
        if syntax.words[w] in ("“", "”", '"', ":", ";", "—", "–", "--", "(", ")"):
            return w + 1
    return first


def right_edge(scene: Scene, head: int) -> int:
    """The last word of the phrase: a short "of", "for" or "in" phrase, or a participle, right behind the head."""
    syntax = scene.syntax
    last = head
    for child in syntax.children[head]:
        if child != last + 1:
            if child > last:
                break
            continue
        word = syntax.words[child].lower()
        tail = small_subtree(scene, child)
        if tail is None:
            break
        short = tail[0] == child and len(tail) <= LONGEST_TAIL
        attached = (
            (syntax.deps[child] == "prep" and word in RIGHT)
            or (syntax.deps[child] == "acl" and syntax.tags[child] in ("VBG", "VBN"))
            or word in TAILS
        )
        plain = all(syntax.words[w] not in ("“", "”", '"', ",", "—", ":", ";", "(", ")") for w in tail)
        aboard = syntax.words[child + 1 : child + 2] == ("board",)
        attached = attached and (aboard or not (word in WHERE and _of_a_verb(scene, head)))
        if not (short and attached and plain) or (last > head and word != "of"):
            break
        last = tail[-1]
    return last


def _of_a_verb(scene: Scene, head: int) -> bool:
    """Whether the noun is the object of a verb: then "in Lima" behind it tells where the act was, and not who they are."""
    above = scene.governor(head)
    return scene.part(head) == "dobj" or (
        scene.part(head) == "pobj" and scene.syntax.pos[scene.syntax.heads[above]] == "VERB"
    )


def _may_be_agent(scene: Scene, head: int) -> bool:
    """Whether `_noun` can give anything for this head, wherever its phrase begins: most words are told apart without looking for that."""
    if scene.syntax.tags[head] == "JJ":
        return scene.lower[head] in HURT
    return scene.lower[head + 1 : head + 2] == ("of",) or _with_modifiers(scene, head - 3, head) is not None


def _with_modifiers(scene: Scene, first: int, head: int) -> Agent | None:
    """The agent that a noun names with the words before it, at most three and none before `first`."""
    lemma = scene.lower[head]
    if scene.syntax.tags[head] in ("NNS", "NNPS"):
        lemma = singular(lemma)
    return agent((*scene.lower[max(first, head - 3, 0) : head], lemma))


def _noun(scene: Scene, first: int, head: int) -> tuple[str, Agent] | None:
    syntax = scene.syntax
    if syntax.tags[head] == "JJ" and not (
        scene.lower[head] in HURT and first < head and syntax.deps[head] in ("nsubj", "dobj", "pobj", "nsubjpass")
    ):
        return None
    if head + 2 < len(syntax) and scene.lower[head + 1] == "of":
        lemma = singular(scene.lower[head]) if syntax.tags[head] in ("NNS", "NNPS") else scene.lower[head]
        whole = f"{lemma} of {scene.lower[head + 2]}"
        longer = agent((whole,)) or agent((whole + "s",))
        if longer is not None and longer.noun.startswith(lemma + " of"):
            return longer.noun, longer
    found = _with_modifiers(scene, first, head)
    return (found.noun, found) if found is not None else None


def _definiteness(scene: Scene, first: int, head: int, *, plural: bool) -> Definiteness:
    word = scene.lower[first]
    if word in DEFINITE or any(scene.syntax.tags[w] in ("POS", "PRP$") for w in range(first, head)):
        others = scene.lower[first : min(head, first + 3)]
        return "indefinite" if "other" in others and plural else "definite"
    if word in INDEFINITE or scene.syntax.pos[first] == "NUM":
        return "indefinite"
    return "bare"


def _country(inside: Mapping[int, Entity], word: int, scene: Scene) -> str | None:
    one = inside.get(word)
    if one is not None:
        return one.country
    return country_of_demonym(scene.syntax.words[word])


def _members(scene: Scene, head: int) -> tuple[str, Agent] | None:
    """Of whom a group is ("a group of gunmen"): the plural agent noun behind "of"."""
    syntax = scene.syntax
    for of in syntax.children[head]:
        if of == head + 1 and syntax.words[of].lower() == "of":
            inner = next((c for c in syntax.children[of] if syntax.deps[c] == "pobj" and syntax.tags[c] == "NNS"), None)
            return None if inner is None else _noun(scene, of + 1, inner)
    return None


def _nobody(scene: Scene, first: int, head: int) -> bool:
    """ "no senator", "any citizen", "as a member": nobody in particular, or what somebody else is said to be."""
    syntax = scene.syntax
    word, one = scene.lower[first], syntax.tags[head] in ("NN", "NNP")
    if word == "no" or (one and word in ("any", "every", "each", "what", "whichever")):
        return True
    return (
        one
        and word in ("a", "an")
        and scene.part(head) == "pobj"
        and syntax.words[scene.governor(head)].lower() == "as"
    )


def _for_or_against(scene: Scene, word: int) -> bool:
    """ "pro-Russian", "anti-Assad": whose side, not whose country; "Iranian-backed" too."""
    words = scene.syntax.words
    before = word >= 2 and words[word - 1] == "-" and words[word - 2].lower() in ("pro", "anti")
    return before or (
        word + 2 < len(words) and words[word + 1] == "-" and scene.syntax.tags[word + 2] in ("VBN", "VBD", "JJ")
    )


def _plain_agent(
    scene: Scene, first: int, head: int, lemma: str, found: Agent, definiteness: Definiteness, demonyms: tuple[str, ...]
) -> bool:
    """Whether the noun surely names an agent here: nouns of many senses need a modifier that says so, or to do something."""
    syntax = scene.syntax
    if (
        syntax.tags[head] in ("NN", "NNP")
        and found.sort == "person"
        and definiteness == "bare"
        and not demonyms
        and lemma not in ("people", "police")
    ):
        if syntax.deps[head] in ("pobj", "conj", "dobj"):  # "talks with UN envoy …", and not "ran for president"
            return any(syntax.tags[w] in ("NNP", "NNPS") for w in range(first, head))
        return syntax.deps[head] in ("appos", "nsubj", "nsubjpass") and (
            syntax.tags[head] == "NN" or first < head or syntax.words[head] in ("President", "Congress")
        )
    if lemma not in SHY:
        return True
    part = scene.part(head)
    saying = part in ("nsubj", "agent") and syntax.pos[scene.governor(head)] == "VERB"
    if lemma in ("nation", "country", "state", "power") and syntax.tags[head] == "NNS" and 0 < head - first <= 2:
        by = part == "pobj" and syntax.words[scene.governor(head)].lower() == "by"
        return by or (
            part == "nsubj" and syntax.pos[scene.governor(head)] == "VERB" and scene.lower[first] in DETERMINERS
        )
    if lemma in ("nation", "country", "state", "power"):
        return False
    if lemma in PLACES and not (found.sort == "person" and definiteness != "bare" and lemma != "minor"):
        return saying and definiteness == "definite" and syntax.tags[head] == "NN" and lemma not in ("house", "side")
    return (
        saying
        or found.sort == "person"
        or bool(found.sectors)
        or part in ("dobj", "pobj", "dative", "poss", "nsubjpass", "appos")
    )


def _whose(
    scene: Scene, first: int, head: int, last: int, inside: Mapping[int, Entity]
) -> tuple[str | None, Entity | None]:
    """Whose role it is: an entity inside the phrase, before the head ("White House official") or after it ("president of Russia")."""
    for w in (*range(head - 1, first - 1, -1), *range(head + 1, last + 1)):
        one = inside.get(w)
        if (
            one is not None
            and not _for_or_against(scene, w)
            and one.kind in ("seat", "body", "country", "capital", "person", "place", "demonym")
            and not is_region(one)
        ):
            return one.name, one
    if last > head + 1 and scene.syntax.words[head + 1].lower() in ("of", "for", "at", "with"):
        return scene.text[scene.syntax.starts[head + 2] : scene.syntax.ends[last]], None
    return None, None


def is_region(one: Entity) -> bool:
    """Whether a demonym tells no country ("Western", "Kurdish")."""
    return one.kind == "demonym" and one.country is None


def _title_words(scene: Scene, first: int, head: int, inside: Mapping[int, Entity]) -> str:
    syntax = scene.syntax
    kept = []
    for w in range(head, first - 1, -1):
        word = syntax.words[w]
        if w in inside or syntax.tags[w] in ("POS", "PRP$", "DT", "CD") or is_demonym(word):
            break
        kept.append(w)
    if not kept:
        return syntax.words[head]
    if (
        syntax.words[kept[-1]] == "-" and len(kept) > 1
    ):  # "[seven]-term congressman": what hangs on a number is no part of the title
        rest = [
            w for w in kept if syntax.starts[w] > syntax.ends[kept[-1]] and scene.text[syntax.starts[w] - 1].isspace()
        ]
        kept = [w for w in kept if w >= min(rest)] if rest else kept[:1]
    return scene.text[syntax.starts[kept[-1]] : syntax.ends[kept[0]]]
