"""Where it was, as each account of a report has it: the site, quarter or side that it names inside the place of the story.

In: a telling and its sentences of the incident. Out: at most one `Claim` an account: the first phrase that says more than the town.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.differing import QUARTERS, SIDES, SITES
from onrecord.stories.claiming import claimed
from onrecord.stories.means import OWN
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.aside import Incident
    from onrecord.stories.claimants import Claimants
    from onrecord.stories.telling import Telling
    from onrecord.values.findings import DisagreementKind
    from onrecord.values.story import Claim

_PREPOSITION: Final = r"(?:in front of|next to|close to|in|at|near|outside|inside|into|on)"
_NAME: Final = r"(?:al-|el-|[A-Z])[\w’'-]{1,40}(?:\s(?:al-|el-|[A-Z])[\w’'-]{1,40}){0,3}"
_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_PREPOSITION}\s(?:(?:the|a|an|its)\s)?(?:[\w’'-]{{1,40}}\s){{0,4}}?(?i:{'|'.join(sorted(SITES))})\b(?:\s(?:of|in|and)\s(?:the\s)?{_NAME}(?:\s(?:{'|'.join(sorted(SITES))})\b)?)?",
        rf"\b(?:{'|'.join(sorted(SIDES))})\s(?:of|entrance to|boundary of|edge of|outskirts of)\s(?:the\s)?(?:[\w-]{{1,40}}\s){{0,3}}?{_NAME}",
        rf"\b(?:the\s)?(?:\w+\s)?(?:{'|'.join(sorted(SIDES))})\s(?:entrance|boundary|edge|outskirts|gate)\b(?:\s(?:of|to)\s{_NAME})?",
        rf"\b(?:neighbou?rhood|district|quarter|village)\s(?:of|called)\s{_NAME}",
        r"\b(?:al-|el-|[A-Z])[\w’'-]{1,40}(?:\s(?:al-|el-|[A-Z])[\w’'-]{1,40}){0,3}\s(?:[Nn]eighbou?rhood|[Dd]istrict|[Qq]uarter)\b",
        r"\b(?:in|on)\sthe\s(?:town|city|village)\s(?:centre|center)\b|\b(?:centre|center|heart)\sof\sthe\s(?:town|city|capital|\w+\scapital)\b",
        r"\b(?:in|into)\sa\sresidential\s(?:area|neighbou?rhood|district)\b",
    )
)
_WORD: Final = re.compile(r"[\w’'-]+")
_EMPTY: Final = frozenset(
    "in at near outside inside into on front next close to of the a an its and busy crowded state-run main called syrian military army government rebel".split()
)
OUTSIDE: Final = frozenset({"outside", "near", "parking", "front"})
SPOTS: Final = frozenset(
    {"market", "marketplace", "centre", "center", "heart", "residential", "square", "street", "suburb"}
)
_REACH: Final = 8
_VOWELS: Final = re.compile(r"[aeiouy’'-]|(.)(?=\1)")


def wheres(telling: Telling, incident: Incident, claimants: Claimants) -> Iterator[Claim]:
    """The places, one claim an account."""
    told: set[str | None] = set()
    for number in range(incident.first, min(len(telling.spans), incident.first + _REACH)):
        around = telling.spans[number]
        spans = sorted(
            Span(*found.span())
            for pattern in _PATTERNS
            for found in [pattern.search(telling.text, max(around.start, telling.body), around.end)]
            if found
        )
        for span in spans[:1]:
            if not incident.holds(span):
                continue
            voice = telling.voice(span)
            if voice.by is None and number > incident.first + OWN:
                continue
            name = claimants.name(telling, voice)
            if name not in told:
                told.add(name)
                yield claimed(
                    telling, claimants, voice, span, field="where", value=" ".join(span.of(telling.text).split())
                )


def compare_wheres(a: Claim, b: Claim) -> DisagreementKind | None:
    """How two places differ. Only what answers the same question is compared: two sides, two sites of one kind, two quarters, two spots of a
    town. A conflict for two sides or two named sites, else a detail; None where they name the same or cannot be compared."""
    mine, other = _parts(str(a.value)), _parts(str(b.value))
    if mine.sides and other.sides:
        if mine.names and other.names and not mine.names & other.names:
            return "detail"
        return "conflict" if mine.sides != other.sides else None
    sites = mine.sites & other.sites
    if sites:
        if mine.names and other.names and not mine.names & other.names:
            return "conflict"
        return "detail" if mine.sites != other.sites or mine.inside != other.inside else None
    if mine.spot and other.spot:
        return "detail" if mine.bones != other.bones else None
    if mine.village and other.village:
        return "detail" if mine.names & other.names and mine.names != other.names else None
    if mine.quarter and other.quarter:
        return "detail" if not mine.names & other.names else None
    return None


class _parts:  # noqa: N801  a reading of a phrase: its sides, sites, and the bones of its names
    def __init__(self, words: str) -> None:
        plain = [w.group() for w in _WORD.finditer(words)]
        folded = [w.casefold() for w in plain if w.casefold() not in _EMPTY]
        self.sides = {w for w in folded if w in SIDES}
        self.sites = {w.removesuffix("place") for w in folded if w in SITES}
        self.names = {
            _VOWELS.sub("", w.casefold().removeprefix("al-").removeprefix("el-"))
            for w in plain
            if w.casefold() not in SITES | QUARTERS and (w[:1].isupper() or w[:3] in ("al-", "el-"))
        } - {""}
        self.inside = not OUTSIDE & set(words.casefold().split())
        self.quarter = any(w in QUARTERS for w in folded)
        self.village = "village" in folded
        self.spot = bool(SPOTS & set(folded))
        self.bones = {_VOWELS.sub("", w.removeprefix("al-").removeprefix("el-")) for w in folded}
