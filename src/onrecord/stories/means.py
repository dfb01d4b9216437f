"""By what means it was done, as each account of a report has it.

In: a telling and its sentences of the incident. Out: one `Claim` an account, with the kinds of means that it names ("car bomb and suicide
bomber"), at the finest of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.differing import AGAINST, FINER, MEANS
from onrecord.stories.claiming import claimed
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.aside import Incident
    from onrecord.stories.claimants import Claimants
    from onrecord.stories.telling import Telling, Voice
    from onrecord.values.findings import DisagreementKind
    from onrecord.values.story import Claim

_WORDS: Final = re.compile(
    rf"\b(?:{'|'.join(re.escape(w) for w in sorted(MEANS, key=len, reverse=True))})\b", re.IGNORECASE
)
_ORDER: Final = tuple(dict.fromkeys(MEANS.values()))  # the kinds, those that say most first
OWN: Final = 2  # sentences behind the first in which the report's own voice tells the means
_REACH: Final = 8  # sentences of the body in which the means of the incident is told
_HOW: Final = re.compile(r"\b(?:caused by|detonat\w+|blew|blow\w+|drove|planted|packed|exploded|went off|dropped)\b")
_WORD: Final = re.compile(r"\S+")
FLYING: Final = frozenset({"air strike", "plane", "helicopter"})
_BLOW: Final = re.compile(
    r"\b(?:hit|struck|bomb\w*|strikes?|airstrikes?|raids?|fired|attack\w*|dropp\w+|pound\w+|target\w+|shell\w*|crash\w+ into)\b"
)
_BEFORE, _BEHIND = 4, 8
_FEW: Final = 2
_AND: Final = " and "


def means(telling: Telling, incident: Incident, claimants: Claimants) -> Iterator[Claim]:
    """The means, one claim an account."""
    found: dict[str | None, list[tuple[int, Span, str, Voice]]] = {}
    for number in range(incident.first, min(len(telling.spans), incident.first + _REACH)):
        around = telling.spans[number]
        for one in _WORDS.finditer(telling.text, max(around.start, telling.body), around.end):
            span = Span(*one.span())
            if not incident.holds(span):
                continue
            kind, voice = MEANS[one.group().casefold()], telling.voice(span)
            if kind in FLYING and not _BLOW.search(telling.text, around.start, around.end):
                continue
            if voice.by is None and number > incident.first + OWN:
                continue
            found.setdefault(claimants.name(telling, voice), []).append((_ORDER.index(kind), span, kind, voice))
    for every in found.values():
        kinds = _plain({kind for _, _, kind, _ in every})
        _, span, _, voice = min(
            (e for e in every if e[2] in kinds), key=lambda e: (e[0], not _told_how(telling, e[1]), e[1])
        )
        span = _phrase(telling, span)
        yield claimed(telling, claimants, voice, span, field="means", value=_AND.join(kinds))


def _told_how(telling: Telling, span: Span) -> bool:
    """Whether the sentence tells how it was done: "caused by a bomber who drove …"."""
    around = telling.spans[telling.at(span.start)]
    return bool(_HOW.search(telling.text, around.start, around.end))


def _phrase(telling: Telling, span: Span) -> Span:
    """The words around a means in its sentence, some before and more behind: the evidence that a reader needs."""
    around = telling.spans[telling.at(span.start)]
    before = [w.start() for w in _WORD.finditer(telling.text, max(around.start, telling.body), span.start)]
    behind = [w.end() for w in _WORD.finditer(telling.text, span.end, around.end)]
    return Span(before[-_BEFORE:][0] if before else span.start, behind[:_BEHIND][-1] if behind else span.end)


def _plain(kinds: set[str]) -> list[str]:
    """The kinds in order, a coarse one only where nothing says which."""
    flown = kinds & {"plane", "helicopter", "drone", "barrel bomb"}
    loose = {"bomb"} | ({"planted device"} if "barrel bomb" in kinds else set()) | ({"air strike"} if flown else set())
    if kinds & {"suicide car bomb", "ambulance bomb"}:
        loose.add("suicide bomber")
    return [kind for kind in _ORDER if kind in kinds and (kind not in loose or len(kinds) == 1)]


def compare_means(a: Claim, b: Claim) -> DisagreementKind | None:
    """How the means of two accounts differ: a conflict where one names what the other's leaves no room for, a detail where one is finer.
    Accounts of many means tell of many blows, and are not set against each other."""
    mine, other = (set(str(c.value).split(_AND)) for c in (a, b))
    if mine == other or max(len(mine), len(other)) > _FEW or (len(mine) == len(other) == _FEW and not mine & other):
        return None
    same = a.by_name is not None and a.by_name == b.by_name
    if same:
        changed = any(frozenset((x, y)) in AGAINST for x in mine - other for y in other - mine)
        return "update" if a.report != b.report and changed else None
    for x in mine - other:
        for y in other - mine | (other if len(mine) == 1 else set()):
            if frozenset((x, y)) in AGAINST:
                return "conflict"
    if mine < other or other < mine:
        left, rest = (mine, other - mine) if mine < other else (other, mine - other)
        return "conflict" if any(frozenset((x, y)) in AGAINST for x in left for y in rest) else None
    pair = [(x, y) for x in mine for y in other if (x, y) in FINER or (y, x) in FINER]
    return "detail" if pair and len(mine) == len(other) == 1 else None
