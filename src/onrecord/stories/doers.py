"""Who did it, as an account has it, where some account says that it is not known, not claimed or not commented on.

In: a telling and its sentences of the incident. Out: at most one `Claim` an account: whom it blames or accuses, who claims it, whose
planes or forces it names. Without a blank beside them such claims are left out: reports name the doer in too many ways to be compared.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.countries import country_name
from onrecord.knowledge.demonyms import country_of_demonym
from onrecord.stories.claiming import claimed
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.stories.aside import Incident
    from onrecord.stories.claimants import Claimants
    from onrecord.stories.telling import Telling
    from onrecord.values.story import Claim

# Words of bounded length that begin where a word does: else an endless word would be tried from each of its letters.
_NAME: Final = r"(?<!\w)(?:al-|[A-Z])[\w’'-]{1,40}(?:\s(?:al-|of|and|or|[A-Z])[\w’'-]{0,40}){0,5}"
_BLAMED: Final = re.compile(rf"\b(?:blam(?:ed|es|ing)|accus(?:ed|es|ing))\s(?:the\s)?(?:[a-z-]+\s){{0,3}}({_NAME})")
_CLAIMED: Final = re.compile(rf"({_NAME})[^.;]{{0,40}}?\b(?:claimed|claiming|has claimed|took)\sresponsibility")
_FORCES: Final = re.compile(
    r"\b((?:[A-Z]\w{1,40})(?:\s(?:or|and)\s[A-Z]\w{1,40})?)\s(?:(?:government|army|military|regime|air force)\s)?"
    r"(?:air\s?strikes?|air raids?|jets?|planes?|warplanes?|drones?|aircraft|missiles?|strikes?|raids?|forces|troops|helicopters?)\b"
)
_REACH: Final = 8


def doers(telling: Telling, incident: Incident, claimants: Claimants) -> Iterator[Claim]:
    """Who did it, one claim an account."""
    told: set[str | None] = set()
    for number in range(incident.first, min(len(telling.spans), incident.first + _REACH)):
        around = telling.spans[number]
        for pattern in (_BLAMED, _CLAIMED, _FORCES):
            found = pattern.search(telling.text, max(around.start, telling.body), around.end)
            if found is None or (pattern is _FORCES and not any(country_of_demonym(w) for w in found.group(1).split())):
                continue
            span = Span(*found.span())
            voice = telling.voice(span)
            name = claimants.name(telling, voice)
            if name not in told and incident.holds(span):
                told.add(name)
                yield claimed(telling, claimants, voice, span, field="actor", value=_named(found.group(1)))
                break


def _named(words: str) -> str:
    """The doer's name, a demonym as its country: "Syrian or Russian" gives "Syria or Russia"."""
    return " ".join(country_name(code) or w if (code := country_of_demonym(w)) else w for w in words.split())


def beside_blanks(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those of doers only where another account leaves the doer open."""
    blank = any(one.field == "actor" and one.stance == "blank" for one in claims)
    return [one for one in claims if one.field != "actor" or blank]
