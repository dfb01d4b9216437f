"""When a country's name, capital or demonym speaks of the state that acts, and when only of the land or the people.

"Moscow launched air strikes" and "Russia's backing" speak of the state; "in Syria", "Turkey's Antalya", "Russia's worst air disaster" of the land.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.agents import agent
from onrecord.reading.coreference.verbs import ACTS, ADDRESSING, CUES, PLACES_OF, PLACING, TOWARDS

if TYPE_CHECKING:
    from onrecord.reading.coreference.entities import Entity
    from onrecord.reading.coreference.sight import Scene

PARTICIPLES = frozenset("led backed sponsored mediated brokered supported funded drafted trained allied".split())
BETWEEN = frozenset({"with", "against", "between", "by", "among", "toward", "towards", "versus"})


def acts_as_state(scene: Scene, one: Entity, head: int, titles_taken: frozenset[int] | set[int]) -> bool:
    """Whether the entity (a country, capital or demonym; `head` its main word) speaks of the state. `titles_taken`: the words that stand
    in a person's title, where country and demonym do."""
    if one.first in titles_taken:
        return one.kind in ("country", "demonym")
    if hyphened := _hyphened(scene, one):
        return hyphened == "yes"
    if one.kind == "demonym":
        return _qualifies(scene, head)
    part, governor = scene.part(head), scene.governor(head)
    if part in ("nsubj", "agent"):
        return _acting(scene, governor) or one.kind == "country"
    if part == "nsubjpass":
        return one.kind == "country"
    if part in ("dobj", "dative"):
        lemma = scene.syntax.lemmas[governor].lower()
        return lemma in ADDRESSING or (
            one.kind == "country" and lemma not in PLACING and scene.syntax.pos[governor] == "VERB"
        )
    if part == "poss":
        return _act_noun(scene, governor)
    if part in ("compound", "nmod", "amod"):
        return one.kind == "country" and _qualifies(scene, head)
    return part == "pobj" and _object_of(scene, one, governor)


def _hyphened(scene: Scene, one: Entity) -> str | None:
    """ "pro-Moscow", "anti-Russian": yes; "UN-backed": yes; "Syrian-led": yes before those who act, else no."""
    syntax = scene.syntax
    first, last = one.first, one.last
    if first >= 2 and syntax.words[first - 1] == "-" and syntax.words[first - 2].lower() in ("pro", "anti"):
        return "yes"
    if last + 2 < len(syntax) and syntax.words[last + 1] == "-" and syntax.ends[last] == syntax.starts[last + 1]:
        if syntax.words[last + 2].lower() not in PARTICIPLES:
            return "no"
        if one.kind == "demonym":
            noun = syntax.heads[last + 2]
            return "yes" if agent((syntax.lemmas[noun].lower(),)) is not None else "no"
        return "yes"
    return None


def _acting(scene: Scene, verb: int) -> bool:
    lemma = scene.syntax.lemmas[verb].lower()
    return scene.syntax.pos[verb] in ("VERB", "AUX") and lemma not in (
        "be",
        "lie",
        "remain",
        "see",
        "become",
        "host",
        "sit",
        "have",
    )


def _act_noun(scene: Scene, noun: int) -> bool:
    syntax = scene.syntax
    if syntax.pos[noun] == "PROPN":
        return False
    lemma = syntax.lemmas[noun].lower()
    return (
        lemma in ACTS
        or syntax.words[noun].lower() in ACTS
        or (
            lemma.endswith(("tion", "ment", "ing"))
            and lemma not in ("region", "nation", "population", "building", "parliament")
        )
    )


def _qualifies(scene: Scene, head: int) -> bool:
    """A demonym or a name used as one, before an act or a single office: "Russian air strikes", "Syrian President"."""
    syntax = scene.syntax
    if scene.part(head) not in ("amod", "compound", "nmod", "poss"):
        return False
    noun = scene.governor(head)
    if noun <= head or noun - head > 6:
        return False
    lemma = syntax.lemmas[noun].lower()
    found = agent((lemma,))
    if found is not None:
        return (
            found.sort == "person"
            and found.role
            and bool({"GOV", "MIL"} & set(found.sectors))
            and lemma not in ("troop", "soldier", "official", "citizen", "veteran", "diplomat")
        )
    return lemma in ACTS and syntax.pos[noun] == "NOUN"


def _object_of(scene: Scene, one: Entity, preposition: int) -> bool:
    syntax = scene.syntax
    word = syntax.lemmas[preposition].lower()
    if word in PLACES_OF:
        return False
    if word in BETWEEN:
        return True
    above = syntax.heads[preposition]
    lemma = syntax.lemmas[above].lower()
    if word == "of":
        return (
            one.kind == "country"
            and (syntax.pos[above] == "PROPN" or lemma in TOWARDS or agent((lemma,)) is not None)
            and lemma not in ("people", "resident", "citizen", "country")
        )
    if word in ("to", "on", "for", "from", "upon"):
        if syntax.pos[above] == "VERB":
            return word in ("to", "for") and (lemma in ADDRESSING or lemma in CUES) and lemma not in PLACING
        return lemma in TOWARDS
    return False
