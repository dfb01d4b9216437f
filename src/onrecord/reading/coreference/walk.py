"""The walk through the text: each sight in its order is given to the cast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.reading.coreference.clustering import Cast
from onrecord.reading.coreference.collectives import Collective
from onrecord.reading.coreference.delayed import identify
from onrecord.reading.coreference.homes import tell_countries
from onrecord.reading.coreference.sight import Sight

if TYPE_CHECKING:
    from onrecord.reading.coreference.figures import Figure
    from onrecord.reading.coreference.sight import Scene
    from onrecord.reading.coreference.sights import Sights


MOST_TOGETHER = 12


def walk(scene: Scene, found: Sights) -> list[Figure]:
    """The figures of a text, by first mention; figures without mentions are left out."""
    cast = Cast(scene, found.people, found.genders)
    for number, code in found.countries.items():
        person = found.people.persons[number]
        figure = cast.persons[number] = cast.new("person", person.full, "name")
        figure.country, figure.named, figure.gender = code, True, found.genders.get(number) or person.gender
    order: list[Sight | Collective] = sorted(
        [*found.plain, *found.together], key=lambda one: (_sight(one).first, -_sight(one).last)
    )
    held: dict[int, Figure] = {}
    side: list[tuple[Sight, Figure]] = []
    names = {s.start: s for s in found.plain if s.sort == "person"}
    for one in order:
        if isinstance(one, Collective):
            cast.collective(one)
            continue
        taken = _take(cast, one, found, held, names)
        if taken is None:
            continue
        held[one.start] = taken
        if one.sort in ("person", "role", "body", "state", "people"):
            side = _beside(scene, cast, side, one, taken)
    _joined(cast, side)
    identify(scene, cast)
    tell_countries(cast.figures)
    return [f for f in cast.figures if f.mentions and f.sort != "joint"]


def _sight(one: Sight | Collective) -> Sight:
    return one.sight if isinstance(one, Collective) else one


def _take(cast: Cast, one: Sight, found: Sights, held: dict[int, Figure], names: dict[int, Sight]) -> Figure | None:
    match one.sort:
        case "person":
            return cast.named_person(one) if found.people.meant(one.name) else None
        case "body":
            return cast.named_body(one)
        case "state":
            return cast.state(one.country, one) if one.country else None
        case "pronoun":
            return cast.pronoun(one)
        case _:
            return _role(cast, one, found, held, names)


def _role(cast: Cast, one: Sight, found: Sights, held: dict[int, Figure], names: dict[int, Sight]) -> Figure:
    partner = found.appositions.get(one.start)
    if partner is None:
        return cast.role(one)
    figure = held.get(partner)
    if figure is None:
        meant = found.people.meant(names[partner].name)
        number = meant[0] if meant else -1
        figure = cast.persons.get(number)
        if figure is None and meant:
            person = found.people.persons[number]
            figure = cast.persons[number] = cast.new("person", person.full, "name")
            figure.named, figure.gender = True, found.genders.get(number) or person.gender
    if figure is None:
        return cast.role(one)
    cast.mention(figure, one)
    return figure


def _beside(
    scene: Scene, cast: Cast, side: list[tuple[Sight, Figure]], one: Sight, figure: Figure
) -> list[tuple[Sight, Figure]]:
    """Gathers those who stand side by side; whoever does not belong closes the row."""
    if side and len(side) < MOST_TOGETHER and _coordinated(scene, side[0][0], one):
        return [*side, (one, figure)]
    if side and one.first <= side[-1][0].last:
        return side
    if one.sort == "role" and scene.syntax.deps[one.head] == "appos" and side:
        return side
    _joined(cast, side)
    return [(one, figure)]


def _joined(cast: Cast, side: list[tuple[Sight, Figure]]) -> None:
    if len(side) > 1:
        cast.coordinated(side)


def _coordinated(scene: Scene, one: Sight, other: Sight) -> bool:
    syntax = scene.syntax
    if syntax.sentence_of[one.head] != syntax.sentence_of[other.head]:
        return False
    if scene.first_conjunct(other.head) == scene.first_conjunct(one.head) and one.head != other.head:
        return one.last < other.first
    between = syntax.words[one.last + 1 : other.first]
    return (
        one.sort == other.sort == "person"
        and 1 <= len(between) <= 2
        and between[0] in (",", "and", "&")
        and scene.paragraph(one.start) == 0
    )
