"""Actors: the persons, offices, organisations, states and groups that the report speaks of, with every mention.

In: `Page`, `Syntax`, `Names`; `Quotations` where they are there. Out: `Actors`. The work is done in `reading.coreference`; here its
figures become the record's actors. Ids: p1 … persons, o1 … organisations and offices, s1 … states, g1 … groups.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.knowledge.countries import capital_country, country_name, country_named
from onrecord.knowledge.demonyms import country_of_demonym
from onrecord.reading.coreference.sight import Scene, Title
from onrecord.reading.coreference.sights import sights
from onrecord.reading.coreference.walk import walk
from onrecord.values.layers import Actors, Names, Page, Quotations, Reading, Syntax
from onrecord.values.record import Actor, ActorKind, Role

if TYPE_CHECKING:
    from onrecord.reading.coreference.figures import Figure
    from onrecord.settings import Settings

KINDS: dict[str, tuple[ActorKind, str]] = {
    "person": ("person", "p"), "unnamed": ("unidentified", "p"), "body": ("organization", "o"), "office": ("office", "o"),
    "state": ("state", "s"), "group": ("group", "g"),
}  # fmt: skip
# Offices of a whole state: one who holds it and whose country is known is "president of" that country.
NATIONAL = frozenset({"president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "vice president", "foreign minister", "defense minister",
                      "defence minister", "interior minister", "finance minister", "first lady", "secretary of state"})  # fmt: skip


def actors(reading: Reading, _: Settings) -> Actors:
    """Every actor of the report, coreference resolved, in the order of their first mentions."""
    syntax = reading[Syntax]
    if not len(syntax):
        return Actors()
    quotations = reading[Quotations] if Quotations in reading else Quotations()
    scene = Scene(reading.text, syntax, reading[Page].reporting, quotations)
    figures = walk(scene, sights(scene, reading[Names].items))
    counts: Counter[str] = Counter()
    made = []
    for figure in sorted(figures, key=lambda f: min((m.start, m.end) for m in f.mentions)):
        kind, letter = KINDS[figure.sort]
        counts[letter] += 1
        made.append(_actor(f"{letter}{counts[letter]}", kind, figure))
    return Actors(tuple(made))


def _actor(id: str, kind: ActorKind, figure: Figure) -> Actor:
    mentions = tuple(sorted(figure.mentions, key=lambda m: (m.start, m.end)))
    roles = (
        tuple(_role(one, figure) for one in sorted(figure.titles.values(), key=lambda t: t.start))
        if figure.human
        else ()
    )
    return Actor(
        id, figure.name, kind, roles, figure.country, tuple(figure.sectors), mentions, f"coreference:{figure.rule}"
    )


def _role(title: Title, figure: Figure) -> Role:
    of = title.of
    if title.country and (of is None or _demonym_or_country(of, title.country)):
        of = country_name(title.country)
    if of is None and figure.country and title.title.lower() in NATIONAL:
        of = country_name(figure.country)
    return Role(title.title, of, title.start, title.end)


def _demonym_or_country(of: str, code: str) -> bool:
    return code in (country_of_demonym(of), country_named(of), capital_country(of))
