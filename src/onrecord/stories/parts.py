"""Which counts are of the whole incident, and which of a part: a class of victims, a place in it, what one witness saw.

In: the counts of a group. Out: the same with `of` set on the parts. A count is a part where its report tells a larger one by the same
claimant or in its own voice, or where it counts a class that some report counts beside a larger whole.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.countwords import CLASSES, SINGULAR
from onrecord.knowledge.demonyms import is_demonym
from onrecord.knowledge.differing import SEEN
from onrecord.values.comparing import compare

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.stories.telling import Telling
    from onrecord.values.story import Claim

PART: Final = "a part"
REST: Final = "the rest"
SIGHT: Final = "bodies seen"
_AMONG: Final = re.compile(r"\b(?:includ\w+|among (?:them|whom|those|the)|of them|of whom|mostly)\W*$", re.IGNORECASE)
_RISEN: Final = re.compile(
    r"\b(?:rose|risen|rises|rising|climbed|updated?|revised|new toll|later|now|raised|increased|up from)\b",
    re.IGNORECASE,
)
_OWNED: Final = re.compile(
    r"\b(?:their|her|his|my|our)\s(?:\w+\s)?(?:two|three|four|five|six|seven|\d+)\b", re.IGNORECASE
)
_OURS: Final = re.compile(r"\bof\s(?:our|my)\b", re.IGNORECASE)
# Classes that are hardly ever all of the dead: beside a larger whole in any report they are a part of it.
SOME: Final = frozenset(
    "children women men girls boys babies infants students schoolchildren teenagers journalists tourists foreigners passengers pilots crew citizens elderly medics doctors nurses teachers".split()
)
_MORE: Final = frozenset({"others", "another", "other", "further", "additional"})
ANYBODY: Final = frozenset(
    "members leaders officials forces personnel staff employees martyrs citizens residents relatives".split()
)
_NEAR: Final = 24


def parts(claims: Sequence[Claim], tellings: Mapping[str, Telling]) -> list[Claim]:
    """The counts with `of` set on those of a part."""
    classes = {
        (c.field, noun)
        for c in claims
        if c.of is None and (noun := class_of(c)) and any(_larger(o, c) and class_of(o) != noun for o in claims)
    }
    return [
        one
        if one.bound is None or one.field == "duration"
        else replace(one, of=_part(one, claims, tellings[one.report], classes))
        for one in claims
    ]


def one_toll(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without the tolls of an account that its first one excludes: one voice that tells 2 dead here and 35 there tells of two
    incidents, unless it says that the number rose."""
    kept: list[Claim] = []
    for one in claims:
        first = next((o for o in kept if _alike(o, one)), None)
        if (
            first is None
            or one.bound == "vague"
            or _figure(one) <= _figure(first)
            or _RISEN.search(one.sentence)
            or compare(first, one) != "conflict"
        ):
            kept.append(one)
    return kept


def _alike(first: Claim, one: Claim) -> bool:
    """Whether two claims are whole tolls of one account and field."""
    return (
        first.account == one.account
        and first.field == one.field
        and first.of is one.of is None
        and first.bound not in (None, "vague", "at_most")
    )


def class_of(one: Claim) -> str | None:
    """The class of victims that a count's last word names, in the plural; None for people at large."""
    words = re.findall(r"[a-z]+", one.words.casefold())
    last = words[-1] if words else ""
    plural = "crew" if last.startswith("crew") else SINGULAR.get(last, last)
    return plural if plural in CLASSES and (plural not in ANYBODY or plural in SOME) else None


def _part(one: Claim, claims: Sequence[Claim], telling: Telling, classes: set[tuple[str, str]]) -> str | None:
    if one.bound == "vague":
        return one.of
    before = telling.text[max(0, one.start - _NEAR) : one.start]
    behind = telling.text[one.end : one.end + _NEAR]
    if "bod" in f"{before} {one.words} {behind}".casefold() and any(w in one.sentence.casefold() for w in SEEN):
        return SIGHT
    noun = class_of(one)
    earlier = [
        o for o in claims if o.report == one.report and o.field == one.field and o.start < one.start and o.of is None
    ]
    if one.field == "killed" and _MORE & set(one.words.casefold().split()) and earlier:
        return REST
    larger = [o for o in claims if _larger(o, one)]
    if one.of is not None:
        same = [
            o
            for o in claims
            if o.report == one.report and o.of == one.of and o.field == one.field and o.start < one.start
        ]
        return f"{one.of}, {PART}" if any(_figure(o) > _figure(one) for o in same) else one.of
    if (owned := _OWNED.search(f"{before}{one.words}")) or _OURS.search(f"{one.words}{behind}"):
        return f"{noun or 'people'} of {'theirs' if owned else 'ours'}"
    if (
        noun
        and ((one.field, noun) in classes or noun in SOME or is_demonym(noun.capitalize()))
        and any(_whole(o, one, noun) for o in claims)
    ):
        return noun
    if _summed(one, claims):
        return _place(one, telling) or noun or PART
    if _AMONG.search(before) and larger:
        return noun or PART
    if any(o.start < one.start and (o.by_name == one.by_name or one.by_name is None) for o in larger):
        return _place(one, telling) or noun or PART
    return None


def _summed(one: Claim, claims: Sequence[Claim]) -> bool:
    """Whether this and the other counts of its account add up to a whole that the report tells: 2 and 4 of 6."""
    own = [
        o for o in claims if o.account == one.account and o.field == one.field and o.of is None and o.bound == "exact"
    ]
    total = sum(_figure(o) for o in own)
    return (
        len(own) > 1
        and one in own
        and any(
            o.report == one.report and o.field == one.field and _figure(o) == total and o not in own for o in claims
        )
    )


def _figure(one: Claim) -> float:
    return float(one.low if one.low is not None else one.high or 0)


def _larger(other: Claim, one: Claim) -> bool:
    """Whether another count of the same report and field, told of the whole, is larger."""
    told = other.report == one.report and other.field == one.field and other.of is None
    return told and other.bound not in ("vague", "at_most") and one.bound != "vague" and _figure(other) > _figure(one)


def _whole(other: Claim, one: Claim, noun: str) -> bool:
    """Whether another count, of any report, is a larger whole than this class."""
    return (
        other.field == one.field
        and other.of is None
        and other.bound != "vague"
        and class_of(other) != noun
        and _figure(other) > _figure(one)
    )


def _place(one: Claim, telling: Telling) -> str | None:
    """The place that the sentence names behind the count."""
    around = telling.spans[telling.at(one.start)]
    named = [
        (m.start, m.end)
        for p in telling.record.places
        for m in p.mentions
        if one.end <= m.start < around.end and m.kind == "literal"
    ]
    return telling.text[slice(*min(named))] if named else None
