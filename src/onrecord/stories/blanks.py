"""What a report says that nobody says: refusals, and stated blanks ("gave no figure", "declined to comment", "not clear who").

In: a telling and its sentences of the incident. Out: `Claim`s with the stance "blank". Silence is none: the words must say it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.outlets import outlet_of
from onrecord.stories.claiming import claimed
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.stories.aside import Incident
    from onrecord.stories.claimants import Claimants
    from onrecord.stories.telling import Telling, Voice
    from onrecord.values.story import Claim

_NOT: Final = r"(?:(?:did|does|do|has|have|had|could|would|will|was|is|were)(?:\s?n[o']?t|nt)|cannot|unable to|declined to|refused to|without)"
_SAY: Final = r"(?:give|giving|given|provide|providing|provided|offer|offering|specify|specifying|specified|release|releasing|state|disclose|mention|say|saying|elaborate on)"
_COUNT: Final = r"(?:toll|death toll|casualt\w+|number|figures?|how many|dead|killed|deaths|fatalities)"
_CLEAR: Final = r"(?:immediately |yet |still |entirely )?(?:clear|known|certain|been determined|been established|been revealed|revealed|confirmed)"
_UNCLEAR: Final = rf"(?:(?:was|is|were|are|has|have|remained|remains|'s)?\s?(?:not|n't)\s{_CLEAR}|\bunclear|\bunknown|\b(?:did|does|do)(?: not|n't|nt) (?:yet )?know)"

# (field, value, pattern), the first that fits a place wins.
PATTERNS: Final[tuple[tuple[str, str, re.Pattern[str]], ...]] = tuple(
    (field, value, re.compile(pattern, re.IGNORECASE))
    for field, value, pattern in (
        ("injured", "not stated", rf"\b(?:number|toll|figure)\b.{{0,30}}\b(?:injured|wounded|hurt)\b.{{0,20}}{_UNCLEAR}"),
        ("injured", "not stated", rf"\b{_NOT}\s(?:\w+\s){{0,2}}{_SAY}\b.{{0,25}}\b(?:injured|wounded)\b"),
        ("killed", "not stated", rf"\b{_NOT}\s(?:\w+\s){{0,2}}{_SAY}\b.{{0,25}}\b{_COUNT}\b(?:\s(?:of|for)\s(?:the\s)?(?:those\s)?\w+)?"),
        ("killed", "not stated", rf"\b(?:gave|giving|provided|offered|released)\sno\b.{{0,20}}\b{_COUNT}\b"),
        ("killed", "not stated", r"\b(?:an\s)?(?:unspecified|unknown|undisclosed)\snumber\s(?:of\s)?(?:\w+\s){0,3}(?:killed|dead|deaths|died|casualties)\b"),
        ("killed", "not stated", rf"\b(?:number|toll|figure)\b.{{0,30}}\b(?:dead|killed|deaths|casualties)\b.{{0,20}}{_UNCLEAR}"),
        ("killed", "not stated", r"\bno\s(?:immediate\s)?(?:word|reports?|information|details)\s(?:on|of|about)\s(?:any\s)?(?:casualties|victims|deaths)\b"),
        ("means", "not known", rf"\b{_UNCLEAR}\b.{{0,20}}\bwhat\b.{{0,20}}\bcaus\w+(?:\s(?:the|an?)\s\w+)?"),
        ("means", "not known", rf"\b(?:cause|origin|nature|source)\sof\s(?:the\s)?(?:\w+\s)?(?:explosions?|blasts?|fire|attack|crash|bombing)\b.{{0,20}}{_UNCLEAR}"),
        ("means", "not known", rf"\b{_UNCLEAR}\b.{{0,12}}\b(?:cause|origin|nature)\b"),
        ("means", "not stated", rf"\b{_NOT}\s(?:\w+\s)?{_SAY}\s(?:the\s)?(?:nature|cause|kind|type)\b.{{0,24}}\b(?:attack|explosion|blast|weapon|bomb)\b"),
        ("actor", "not known", rf"\b{_UNCLEAR}\b.{{0,16}}\b(?:who|which|whose)\b.{{0,60}}\b(?:behind|carried|responsib\w+|fired|launched|did|planted|attack\w*|strike\w*)\b"),
        ("actor", "not known", rf"\b{_UNCLEAR}\s(?:whether|if)\b.{{0,60}}\b(?:jets|warplanes|aircraft|forces|planes|troops|rebels|militants)\b.{{0,30}}\b(?:carried|conducted|launched|behind|responsible|fired)\b"),
        ("actor", "not claimed", r"\bno\s(?:group|one|organi[sz]ation|party|side|faction|militant group)\b.{0,20}\b(?:claim\w*|announc\w+|tak\w+|took|taken|admitted)\b.{0,12}\bresponsibility\b"),
        ("actor", "not claimed", r"\b(?:no|nobody)\s(?:\w+\s){0,2}claim(?:s|ed)?\sof\sresponsibility\b"),
        ("content_disclosed", "not stated", rf"\b(?:{_NOT}|would\snot|neither\s(?:\w+\s){{1,3}}would)\s(?:\w+ly\s)?(?:say|disclose|specify|reveal|give|comment\son|discuss|elaborate\son)\b.{{0,20}}\b(?:what\s(?:had\sbeen|was|they)\s(?:\w+\s)?(?:discussed|said)|content|details|agenda)\b"),
        ("duration", "not stated", rf"\b(?:{_NOT}|would\snot)\ssay\show\slong\b"),
        ("actor", "no comment", r"\b(?:declined|refused)\sto\scomment\b|\b(?:had|has|have)\sno\s(?:immediate\s)?comment\b|\bwould\snot\scomment\b"),
        ("factuality", "not confirmed", r"\b(?:could|can|had|has|have|was|were)\s?(?:not|n't|nt)?\s(?:be\s)?(?:been\s)?(?:able\sto\s)?(?:independently\s)?no\s(?:independent\s)?(?:confirmation|verification)\b"),
        ("factuality", "not confirmed", r"\b(?:could|can)(?:\snot|n't|nt|not)\s(?:be\s)?(?:immediately\s|independently\s)*(?:confirm|verify|confirmed|verified)\b|\bunable\sto\s(?:\w+ly\s)?(?:confirm|verify)\b|\bno\sindependent\s(?:confirmation|verification)\b"),
    )
)  # fmt: skip


def blanks(telling: Telling, incident: Incident, claimants: Claimants) -> Iterator[Claim]:
    """The stated blanks of the incident, one for each field and sentence."""
    for number, around in enumerate(telling.spans):
        if around.end <= telling.body or not incident.within[number]:
            continue
        seen: set[str] = set()
        for field, value, pattern in PATTERNS:
            found = pattern.search(telling.text, max(around.start, telling.body), around.end)
            if found and field not in seen:
                seen.add(field)
                span = Span(*found.span())
                voice = _voice(telling, span)
                if field == "factuality" and (voice.by is None or outlet_of(voice.by.of(telling.text))):
                    continue  # an outlet's own caution about a picture or a report is no account of the incident
                yield claimed(telling, claimants, voice, span, field=field, value=value, stance="blank")


def _voice(telling: Telling, span: Span) -> Voice:
    """Who leaves it blank: the source named last before the words in their sentence, else who says the words."""
    around = telling.spans[telling.at(span.start)]
    before = [
        one
        for one in telling.sayings
        if one.source.spans
        and around.start <= one.source.spans[0].start < span.start
        and span.start - one.source.spans[0].end < _SUBJECT
    ]
    if before:
        last = max(before, key=lambda one: one.source.spans[0])
        if found := telling.spoken(last):
            return found
    return telling.voice(span, near=False)


_SUBJECT: Final = 90  # code points between a source and what it does not say


def stated(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without the blanks of an account that does tell a value of the field."""
    told = {(one.account, one.field) for one in claims if one.stance == "asserts"}
    return [one for one in claims if one.stance != "blank" or (one.account, one.field) not in told or one.by is None]
