"""The counts of a report for the story's incident: killed, injured, missing …, each with its claimant.

In: a telling and which of its sentences tell the incident. Out: `Claim`s without ids. Besides the quantities of the record, a toll told by
its noun is found ("the death toll rose to 32"), and one that is another's again ("gave the same toll").
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.differing import PICTURES
from onrecord.stories.claiming import claimed
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.stories.aside import Incident
    from onrecord.stories.claimants import Claimants
    from onrecord.stories.telling import Telling
    from onrecord.values.record import Quantity
    from onrecord.values.story import Claim

COUNTED: Final = frozenset({"killed", "injured", "missing", "detained", "displaced", "took_part"})
FEW: Final = frozenset({"several", "few", "many", "numerous", "multiple", "countless"})  # these say nothing of a toll
_VAGUE: Final = {"dozens": 20}  # words whose interval a newsroom takes more widely than the reader of numbers
_ABOVE: Final = ("more than", "over", "above", "in excess")  # "more than 30" is told as 30, and its least figure is 31
_TOLL: Final = re.compile(
    r"\b(?:death toll|toll|number of (?:dead|deaths|those killed|people killed))\b[^.;]{0,90}?\b(?:to|at|was|is|reached|of|stood at|stands at)\s"
    r"(at least |more than |over |about |around )?(\d[\d,]{0,6})\b(?!\s(?:percent|per cent|years|days|hours|January|February|March|April|May|June|July|"
    r"August|September|October|November|December))"
)
_SHOWN: Final = 120  # code points before a count in which a picture may be told
_AGAIN: Final = re.compile(r"\b(?:the )?same (?:toll|death toll|figure|figures|number|numbers)\b")


def counts(telling: Telling, incident: Incident, claimants: Claimants) -> list[Claim]:
    """All counts of the incident, in the order of the text."""
    found = sorted(
        (*_quantities(telling, incident, claimants), *_tolls(telling, incident, claimants)), key=lambda c: c.start
    )
    return sorted((*found, *_again(telling, incident, claimants, found)), key=lambda c: c.start)


def told_by_most(tellings: Sequence[Telling]) -> bool:
    """Whether most reports tell a toll in the first sentence of their own text: then it is of the incident, whatever its type."""
    with_toll = 0
    for telling in tellings:
        first = telling.spans[telling.at(telling.body)] if telling.spans else None
        with_toll += any(
            first and first.start <= q.start < first.end and q.measure in ("killed", "injured")
            for q in telling.record.quantities
        )
    return 2 * with_toll > len(tellings)


def _quantities(telling: Telling, incident: Incident, claimants: Claimants) -> Iterator[Claim]:
    for one in telling.record.quantities:
        span = Span(one.start, one.end)
        if one.measure not in COUNTED or span.start < telling.body or (one.low is None and one.high is None):
            continue
        figure = one.low if one.low is not None else one.high
        voice = telling.voice(span)
        if not incident.holds(span, figure, sourced=voice.by is not None) or _pictured(telling, span):
            continue
        words = " ".join(telling.text[one.start : one.end].casefold().split())
        if one.bound == "vague" and FEW & set(words.split()):
            continue
        if figure == 1 and words.split()[0] in ("a", "an") and one.of is None:
            continue  # "a body": somebody, no toll
        field = "families" if "families" in words.split() else one.measure
        low = _VAGUE.get(words.split()[0], one.low) if one.bound == "vague" else one.low
        yield claimed(
            telling, claimants, voice, span, field=field, value=_value(one, words), low=low, high=one.high, bound=one.bound, of=one.of
        )  # fmt: skip


def _value(one: Quantity, words: str) -> str | int | float | None:
    """What the words say: the word of a vague count, the figure of "more than 30"."""
    if one.bound == "vague":
        return next((w for w in words.replace('"', "").split() if w.isalpha()), words)
    if one.low is None:
        return one.high
    return one.low - 1 if one.bound == "at_least" and words.startswith(_ABOVE) else one.low


def _tolls(telling: Telling, incident: Incident, claimants: Claimants) -> Iterator[Claim]:
    """Tolls that their noun tells and no quantity covers."""
    known = [(q.start, q.end) for q in telling.record.quantities if q.measure in COUNTED]
    for found in _TOLL.finditer(telling.text, telling.body):
        span = Span(*found.span(2))
        figure = int(found.group(2).replace(",", ""))
        if any(a < span.end and span.start < b for a, b in known):
            continue
        voice = telling.voice(span)
        if incident.holds(span, figure, sourced=voice.by is not None):
            least = (found.group(1) or "").startswith(("at least", "more", "over"))
            more = (found.group(1) or "").startswith(("more", "over"))
            yield claimed(
                telling, claimants, voice, span, field="killed", value=figure, low=figure + more, high=None if least else figure,
                bound="at_least" if least else "exact",
            )  # fmt: skip


def _again(telling: Telling, incident: Incident, claimants: Claimants, found: list[Claim]) -> Iterator[Claim]:
    """ "The same toll": the last count before it, by another claimant."""
    for again in _AGAIN.finditer(telling.text, telling.body):
        span = Span(*again.span())
        before = [c for c in found if c.end <= span.start and c.field == "killed" and c.of is None]
        if before and incident.holds(span):
            same = before[-1]
            made = claimed(telling, claimants, telling.voice(span), span, field=same.field)
            if made.by_name != same.by_name:
                yield replace(made, value=same.value, low=same.low, high=same.high, bound=same.bound)


def _pictured(telling: Telling, span: Span) -> bool:
    """Whether the count is of bodies that a picture shows: "a video showed a room filled with 90 bodies"."""
    around = telling.spans[telling.at(span.start)]
    before = telling.text[max(around.start, span.start - _SHOWN) : span.start].casefold()
    shown = before.rfind("show")
    return shown >= 0 and bool(PICTURES & set(re.findall(r"[a-z]+", before[:shown])))
