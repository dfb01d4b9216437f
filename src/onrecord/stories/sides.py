"""Who takes part in what a story tells, and to which side a claimant belongs: then it can be said what only one party says.

In: tellings, their sentences of the incident, origins. Out: the parties, and for a claim the party of its claimant. A party is the country of
those who act and are acted on, apart from it those who fight or oppose its government ("Livonia", "Livonia, opposition"). Residents, aid
workers, reporters and monitors are third parties, whatever their country; of whom it is not told, nothing is said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.countries import country_name
from onrecord.knowledge.organizations import organization_named
from onrecord.values.story import THIRD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.stories.aside import Incident
    from onrecord.stories.telling import Telling
    from onrecord.values.findings import Actor
    from onrecord.values.story import Claim

AGAINST: Final = frozenset({"REB", "OPP"})
STATE: Final = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
NEITHER: Final = frozenset({"CVL", "HLH", "NGO", "IGO", "NGM", "JRN", "MED", "EDU", "BUS"})
OFFICES: Final = frozenset(
    "office spokesman spokeswoman spokesperson aide aides adviser advisers cabinet staff".split()
)
_ASIDE: Final = re.compile(
    r",|\s(?:who|whom|whose|that|which|on|under)\s"
)  # what is said of a source behind its name: "an official who …", "on condition of"
MOST: Final = 2  # parties: those that most origins tell
OPPOSITION: Final = ", opposition"


def parties(
    tellings: Sequence[Telling], within: Mapping[str, Incident], origin: Mapping[str, str], kind: str | None
) -> tuple[str, ...]:
    """The two sides of the incident, those of most origins first; () where the reports do not tell two."""
    told: dict[str, set[str]] = defaultdict(set)
    for telling in tellings:
        actors = {one.id: one for one in telling.record.actors}
        for event in telling.record.events:
            if (
                event.background
                or (kind and event.type != kind)
                or not within[telling.key].within[telling.at(event.trigger.start)]
            ):
                continue
            for one in (*event.actors, *event.recipients):
                if found := side(actors[one.actor]):
                    told[found].add(origin[telling.key])
    ranked = sorted(told, key=lambda name: (-len(told[name]), name))
    return tuple(ranked[:MOST]) if len(ranked) > 1 else ()


def side(actor: Actor) -> str | None:
    """The side that an actor speaks or acts for; None for one who belongs to none that is known."""
    country = country_name(actor.country) if actor.country else None
    sectors = set(actor.sectors)
    if country is None:
        return None
    if sectors & AGAINST:
        return country + OPPOSITION
    return country if actor.kind in ("state", "office") or sectors & STATE else None


def sided(claims: Sequence[Claim], tellings: Mapping[str, Telling], known: Sequence[str]) -> list[Claim]:
    """The claims, each with the party of its claimant: one of the sides, or "third party" for who is known to belong to neither."""
    people = {
        one.name.split()[-1]: found
        for telling in tellings.values()
        for one in telling.record.actors
        if one.kind == "person" and (found := side(one)) and found in known
    }
    return [replace(one, party=_party(one, tellings[one.report], known, people)) if known else one for one in claims]


def _party(claim: Claim, telling: Telling, known: Sequence[str], people: Mapping[str, str]) -> str | None:
    """The party of the actor that the claimant's words name for the greater part; else of the body whose name he has; else of him whose
    office or spokesman it is."""
    by = claim.by
    if by is None:
        return None
    words = _ASIDE.split(by.of(telling.text), maxsplit=1)[0]
    end = by.start + len(words)
    named = [
        (shared, -number, actor)
        for number, actor in enumerate(telling.record.actors)
        for m in actor.mentions
        if 2 * (shared := min(end, m.end) - max(by.start, m.start)) > len(words)
    ]
    actor = max(named, key=lambda one: one[:2])[2] if named else None
    body = organization_named(claim.by_name or "")
    country = country_name(body.country) if body and body.country and set(body.sectors) & STATE else None
    found = (side(actor) if actor else None) or country or _spoken_for(words, people)
    if found:
        return found if found in known else THIRD
    sectors = {*(actor.sectors if actor else ()), *(body.sectors if body else ())}
    return THIRD if sectors & NEITHER else None


def _spoken_for(words: str, people: Mapping[str, str]) -> str | None:
    """Whose office, spokesman or aide it is: "Ofori's office", "a spokesman for Ofori"."""
    plain = words.replace("’", "'").replace("'s", "").split()
    if not OFFICES & {word.casefold() for word in plain}:
        return None
    return next((people[word] for word in plain if word in people), None)
