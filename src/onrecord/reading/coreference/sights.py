"""All mentions of a text before it is known of whom: names with their titles, states, peoples, role phrases, collectives, pronouns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from onrecord.knowledge.gazetteer.states import state_named
from onrecord.reading.coreference.collectives import Collective, collectives
from onrecord.reading.coreference.entities import Entity, entities
from onrecord.reading.coreference.people import People
from onrecord.reading.coreference.phrases import left_edge, role_sights
from onrecord.reading.coreference.pronouns import pronoun_sights
from onrecord.reading.coreference.sight import Gender, Sight, Title
from onrecord.reading.coreference.states import acts_as_state
from onrecord.reading.coreference.titles import Before, before_name

if TYPE_CHECKING:
    from onrecord.reading.coreference.sight import Scene
    from onrecord.values.layers import Name

GROUP_NAMES = frozenset("Republicans Democrats Conservatives Tories Houthis Sandinistas Zetas Social_Democrats".split())


@dataclass(frozen=True)
class Sights:
    """`plain`: names, states, roles, pronouns in order; `together`: the collectives; `appositions`: the start of a role phrase -> the
    start of the name beside it; `genders`, `countries`: by number of the person."""

    plain: tuple[Sight, ...]
    together: tuple[Collective, ...]
    people: People
    appositions: dict[int, int]
    genders: dict[int, Gender]
    countries: dict[int, str]


def sights(scene: Scene, names: Iterable[Name]) -> Sights:
    """Every sight of the text."""
    named = entities(scene, names)
    ending = {one.last: one for one in named}
    people = People(one.name for one in named if one.kind == "person")
    befores = {one.first: before_name(scene, one.first, ending) for one in named if one.kind == "person"}
    titled = {w for first, before in befores.items() for w in range(before.first, first)}
    owners = {one.first for one in named if one.first in titled or (one.kind == "person" and one.last + 1 in titled)}
    genders, countries = _tell(scene, named, people, befores)
    together = tuple(collectives(scene, named, titled))
    owners |= {w for one in together if one.sight.countries for w in range(one.sight.first, one.sight.last + 1)}
    gathered = {w for one in together for w in range(one.sight.first, one.sight.last + 1)}
    roles = role_sights(scene, named, titled | gathered)
    found = [_person(scene, one, befores[one.first]) for one in named if one.kind == "person"]
    found += [s for one in named if one.kind != "person" and (s := _other(scene, one, owners))]
    roles, appositions, attributes = _beside(scene, roles, found)
    found = [replace(s, titles=(*s.titles, *attributes[s.start])) if s.start in attributes else s for s in found]
    plain = sorted([*found, *roles, *pronoun_sights(scene)], key=lambda s: (s.first, -s.last))
    return Sights(tuple(plain), together, people, appositions, genders, countries)


def _tell(
    scene: Scene, named: tuple[Entity, ...], people: People, befores: dict[int, Before]
) -> tuple[dict[int, Gender], dict[int, str]]:
    """Gender and country of each person, as titles and forms of address tell them anywhere in the text."""
    syntax = scene.syntax
    genders: dict[int, Gender] = {}
    countries: dict[int, str] = {}
    starts = {one.first: one for one in named}
    for one in named:
        meant = people.meant(one.name) if one.kind == "person" else ()
        if len(meant) != 1:
            continue
        before = befores[one.first]
        if before.gender:
            genders.setdefault(meant[0], before.gender)
        after = starts.get(one.last + 2)
        if before.title and before.title.country:
            countries.setdefault(meant[0], before.title.country)
        elif after is not None and after.kind in ("country", "place") and syntax.words[one.last + 1].lower() == "of":
            state = state_named(after.name)
            if home := after.country or (state.country if state else None):
                countries.setdefault(meant[0], home)
    for one in named:
        held = befores.get(one.first)
        meant = people.meant(one.name) if held is not None else ()
        if held is not None and held.of is not None and held.of.kind == "person" and len(meant) == 1:
            owner = people.meant(held.of.name)
            if len(owner) == 1 and owner[0] in countries:
                countries.setdefault(meant[0], countries[owner[0]])
    return genders, countries


def _person(scene: Scene, one: Entity, before: Before) -> Sight:
    syntax = scene.syntax
    titles = (before.title,) if before.title else ()
    return Sight(
        syntax.starts[one.first], syntax.ends[one.last], one.first, one.last, _head(scene, one.first, one.last), "person", one.name, "name",
        gender=before.gender, titles=titles,
    )  # fmt: skip


def _other(scene: Scene, one: Entity, owners: set[int]) -> Sight | None:
    syntax = scene.syntax
    head = _head(scene, one.first, one.last)
    start, end = syntax.starts[one.first], syntax.ends[one.last]
    if one.kind in ("body", "seat"):
        if _adjectival(scene, one):
            return None
        plural = one.name in GROUP_NAMES or scene.text[start:end] in GROUP_NAMES
        return Sight(
            start,
            end,
            one.first,
            one.last,
            head,
            "body",
            one.name,
            "name",
            plural=plural,
            country=one.country,
            sectors=one.sectors,
            office=one.kind == "seat",
            body=True,
        )
    if one.kind == "demonym" and _people(scene, one, head):
        first = left_edge(scene, head)
        start = syntax.starts[first]
        return Sight(
            start,
            end,
            first,
            one.last,
            head,
            "people",
            syntax.words[one.last],
            "demonym",
            one.name.lower(),
            plural=True,
            country=one.country,
            definiteness="definite" if first < one.first else "bare",
        )
    if one.kind in ("country", "capital", "demonym") and one.country and acts_as_state(scene, one, head, owners):
        form: Literal["demonym", "name"] = "demonym" if one.kind == "demonym" else "name"
        return Sight(
            start,
            end,
            one.first,
            one.last,
            head,
            "state",
            one.name,
            form,
            country=one.country,
            sectors=("GOV",),
            body=True,
        )
    return None


def _adjectival(scene: Scene, one: Entity) -> bool:
    """ "IS" the verb, "US" inside a word and the like: a short name of a table in a text in capitals."""
    word = scene.syntax.words[one.first]
    return (
        one.first == one.last
        and word in ("IS", "WHO", "ICE", "CAR")
        and scene.syntax.pos[one.first] not in ("PROPN", "NOUN")
    )


def _people(scene: Scene, one: Entity, head: int) -> bool:
    syntax = scene.syntax
    if syntax.tags[head] in ("NNS", "NNPS"):
        return syntax.deps[head] not in ("compound", "amod", "nmod")
    return (
        one.country is None
        and syntax.deps[head] == "amod"
        and syntax.lemmas[syntax.heads[head]]
        in ("suspicion", "power", "fear", "concern", "leader", "official", "ally", "diplomat")
        and one.name == "Western"
    )


def _head(scene: Scene, first: int, last: int) -> int:
    """The word of a run on which the others hang."""
    syntax = scene.syntax
    for word in range(last, first - 1, -1):
        if not first <= syntax.heads[word] <= last or syntax.heads[word] == word:
            return word
    return last


def _beside(
    scene: Scene, roles: list[Sight], named: list[Sight]
) -> tuple[list[Sight], dict[int, int], dict[int, tuple[Title, ...]]]:
    """Appositions ("Ann Lee, a minister", "the minister, Ann Lee") and predicates ("Ann Lee is a minister"), which are no mentions."""
    syntax = scene.syntax
    persons = [s for s in named if s.sort == "person"]
    by_head = {w: s for s in persons for w in range(s.first, s.last + 1)}
    before = {s.last: s for s in persons}
    after = {s.first: s for s in persons}
    kept: list[Sight] = []
    beside: dict[int, int] = {}
    attributes: dict[int, tuple[Title, ...]] = {}
    for role in roles:
        if role.body or (role.plural and role.noun != "people"):
            kept.append(role)
            continue
        dep, above = syntax.deps[role.head], syntax.heads[role.head]
        partner = by_head.get(above) if dep == "appos" else None
        if partner is None:
            partner = next(
                (by_head[c] for c in syntax.children[role.head] if syntax.deps[c] == "appos" and c in by_head), None
            )
        if partner is None and role.definiteness != "bare" and role.first >= 2 and syntax.words[role.first - 1] == ",":
            partner = (
                before.get(role.first - 2)
                if syntax.words[role.last + 1 : role.last + 2] in ((",",), (".",), ("who",), (";",), ("for",), ("of",))
                else None
            )
        if (
            partner is None
            and role.definiteness == "definite"
            and syntax.words[role.last + 1 : role.last + 2] == (",",)
        ):
            partner = after.get(role.last + 2)
            if partner is not None and syntax.words[partner.last + 1 : partner.last + 2] not in (
                (",",),
                (".",),
                (";",),
                (")",),
            ):
                partner = None
        if partner is None and dep == "attr" and role.definiteness != "definite":
            subject = next(
                (by_head[c] for c in syntax.children[above] if syntax.deps[c] == "nsubj" and c in by_head), None
            )
            if subject is not None:
                attributes[subject.start] = (*attributes.get(subject.start, ()), *role.titles)
            continue
        kept.append(role)
        if partner is not None and scene.paragraph(partner.start) == scene.paragraph(role.start):
            beside[role.start] = partner.start
    return kept, beside, attributes
