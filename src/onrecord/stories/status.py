"""Whether it happened, where an account denies it or says that it is not confirmed.

In: a telling and its sentences of the incident. Out: `Claim`s of the field "factuality": those that deny, and the first source in the lead
that affirms. Nobody's affirmation is kept where nobody denies and nobody doubts (`doubted`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.stories.claiming import claimed
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.stories.aside import Incident
    from onrecord.stories.claimants import Claimants
    from onrecord.stories.telling import Telling
    from onrecord.values.story import Claim

_DENIAL: Final = re.compile(
    r"\b(?:no truth (?:whatsoever )?(?:to|in)|(?:totally|completely|entirely) (?:false|untrue|baseless)|illogical and fabricated|fabricated|baseless|"
    r"den(?:ied|ies|ying) (?:the |any |all |these |those |such )?(?:reports?|accusations?|allegations?|claims?|involvement|responsibility|carrying|using|launching|"
    r"the attack|it)|dismiss(?:ed|es|ing) (?:the |these |such )?(?:reports?|claims?|allegations?|accusations?)|(?:had |has |have )?foiled (?:an? |the )?(?:attempt|attack|plot))"
    r"(?:\s\w+){0,3}",
    re.IGNORECASE,
)
_AFFIRMS: Final = re.compile(
    r"\b(?:launch(?:ed|ing)|carried out|carrying out|blew (?:himself|herself|themselves) up|detonated|attacked|struck|hit|fired|gassing|"
    r"(?:killed|died) in an? (?:\w+\s){0,3}attack)\b(?:\s\w+){0,4}",
    re.IGNORECASE,
)
_GENERAL: Final = re.compile(r"\b(?:long|repeatedly|always|consistently|in the past|never)\b", re.IGNORECASE)
_REACH: Final = 4


def statuses(telling: Telling, incident: Incident, claimants: Claimants) -> Iterator[Claim]:
    """Denials in the incident's sentences, and the first affirmation by a source in the lead."""
    told: set[tuple[str, str | None]] = set()
    for number, around in enumerate(telling.spans):
        if around.end <= telling.body or not incident.within[number]:
            continue
        start = max(around.start, telling.body)
        words = telling.text[start : around.end]
        if (found := _DENIAL.search(telling.text, start, around.end)) and not _GENERAL.search(words):
            span = Span(*found.span())
            voice = telling.voice(span)
            name = claimants.name(telling, voice)
            if voice.by is not None and ("denied", name) not in told and incident.holds(span):
                told.add(("denied", name))
                yield claimed(telling, claimants, voice, span, field="factuality", value="denied", stance="denies")
        elif number <= incident.first + _REACH and (found := _AFFIRMS.search(telling.text, start, around.end)):
            span = Span(*found.span())
            voice = telling.voice(span)
            name = claimants.name(telling, voice)
            if voice.by is not None and ("happened", None) not in told and incident.holds(span):
                told.add(("happened", None))
                yield claimed(telling, claimants, voice, span, field="factuality", value="happened")


def doubted(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without affirmations, where nobody denies or doubts the incident; and without denials that nobody affirms."""
    status = [one for one in claims if one.field == "factuality"]
    if any(one.stance != "asserts" for one in status) and any(one.stance == "asserts" for one in status):
        return list(claims)
    return [one for one in claims if one.field != "factuality" or one.stance == "blank"]
