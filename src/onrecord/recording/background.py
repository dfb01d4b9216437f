"""Whether an event is told as context to this report's news, not as the news.

In: a candidate, its times, its status, who says it, the parse. Out: a judgement per telling. Codebook: earlier events that the report
builds on; not merely what stands in a subordinate clause. Each sign in the clause ("had met", "previously", a date long before the report's,
"the man who attacked …", a place far down) shifts the odds by its weight; the network's answer is one sign more.

The weights are a logistic regression over 1,257 labelled events of 558 news reports (`real_events_a` to `_f`), rounded; on 101 further
reports they judge 83 % of 243 events right beside the network, which alone has 79 %.
"""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, Final

from onrecord.recording.clauses import below

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Candidate
    from onrecord.values.layers import Syntax
    from onrecord.values.record import Anchor, Factuality

_WEIGHTS: Final = {
    "long ago": 1.2,
    "past perfect": 1.3,
    "present perfect": 0.7,
    "after or since": 0.6,
    "relative clause": 1.1,
    "participle": 0.9,
    "noun": 0.3,
    "linking noun": 1.0,
    "earlier": 1.5,
    "a year": 1.2,
    "to come": -0.9,
    "somebody's words": -0.6,
    "main clause": -0.6,
    "meeting": -0.5,
    "convicted, arrested": 0.5,
    "request": -0.4,
}
"""What each sign adds to the log odds."""
_ALONE: Final = -1.7
"""The log odds without a sign, by the rules alone."""
_BESIDE: Final = -0.7
"""The same where the network's log odds are added."""
_DEEP: Final = (0.3, 1.2)
"""Weights of how far down an event is told: of the logarithm of its sentence's number, of its share of the report."""
_LONG_AGO: Final = 3
"""Days before the report's."""
_EARLIER: Final = frozenset("previously earlier ago already recently originally once formerly before last past".split())
_AFTER: Final = frozenset({"since", "after"})
_HAVE: Final = frozenset({"have", "has", "'ve", "’ve", "'s", "’s"})
_DEEPEST: Final = 4
_SURE: Final = 0.999
_YEARS: Final = range(1900, 2100)


def background(matter: Matter, candidate: Candidate, when: tuple[Anchor, ...], status: Factuality) -> bool:
    """Whether a telling is background, under its status and the account that asserts it."""
    if len(matter.syntax.sentences) == 1 and _leads(matter.syntax, candidate.head):
        return False  # context to what? The text tells nothing else
    odds = sum(_WEIGHTS[sign] for sign in _signs(matter, candidate, when, status)) + _depth(matter, candidate.head)
    if candidate.background is None:
        return odds + _ALONE > 0
    sure = min(max(candidate.background, 1 - _SURE), _SURE)
    return odds + _BESIDE + math.log(sure / (1 - sure)) > 0


def _leads(syntax: Syntax, i: int) -> bool:
    """Whether a word is what its sentence says: its root, or joined to it."""
    while syntax.deps[i] == "conj":
        i = syntax.heads[i]
    return syntax.heads[i] == i


def _signs(matter: Matter, candidate: Candidate, when: tuple[Anchor, ...], status: Factuality) -> Iterator[str]:
    syntax, i = matter.syntax, candidate.head
    noun = syntax.pos[i] in ("NOUN", "PROPN")
    helpers = {syntax.words[c].casefold() for c in below(syntax, i, "aux")}
    past = syntax.tags[i] in ("VBD", "VBN")
    here = matter.sentence(i)
    every = {
        "long ago": _long_ago(matter, when),
        "past perfect": _perfect(syntax, i),
        "present perfect": bool(helpers & _HAVE) and syntax.tags[i] == "VBN",
        "after or since": _after(syntax, i),
        "relative clause": syntax.deps[i] == "relcl" and past,
        "participle": syntax.deps[i] == "acl",
        "noun": noun,
        "linking noun": noun and syntax.deps[i] == "pobj",
        "earlier": _earlier(syntax, i),
        "a year": any(map(_year, syntax.words[here.start : here.stop])),
        "to come": status.value in ("planned", "demanded", "hypothetical"),
        "somebody's words": status.by is not None,
        "main clause": syntax.heads[i] == i,
        "meeting": candidate.sense.kind == "CONSULT",
        "convicted, arrested": candidate.sense.kind in ("SANCTION", "COERCE"),
        "request": candidate.sense.kind == "REQUEST",
    }
    return (name for name, seen in every.items() if seen)


def _depth(matter: Matter, i: int) -> float:
    """What the place of a sentence adds, counted from the first of the body."""
    syntax = matter.syntax
    down = max(0, syntax.sentence_of[i] - max(0, matter.sentence_at(matter.title)))
    by_number, by_share = _DEEP
    return by_number * math.log1p(down) + by_share * down / max(1, len(syntax.sentences))


def _year(word: str) -> bool:
    return len(word) == 4 and word.isascii() and word.isdigit() and int(word) in _YEARS


def _earlier(syntax: Syntax, i: int) -> bool:
    """Whether a word of an earlier time hangs on the trigger, or on what hangs on it ("two years ago", "last month")."""
    near = (w for c in syntax.children[i] for w in (c, *syntax.children[c]))
    return any(syntax.words[w].casefold() in _EARLIER for w in near)


def _long_ago(matter: Matter, when: tuple[Anchor, ...]) -> bool:
    reference = _day(matter.page.reference)
    times = matter.times_known
    latest = [_day(times[one.id].latest) for one in when if one.id in times]
    return (
        reference is not None
        and bool(latest)
        and all(one is not None and (reference - one).days > _LONG_AGO for one in latest)
    )


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _perfect(syntax: Syntax, i: int) -> bool:
    """The past perfect: "had met"."""
    return any(syntax.words[c].casefold() in ("had", "'d") and syntax.tags[c] == "VBD" for c in below(syntax, i, "aux"))


def _after(syntax: Syntax, i: int) -> bool:
    """Whether a clause begins with "since" or "after"."""
    at = i
    for _ in range(_DEEPEST):
        if any(syntax.lemmas[c].casefold() in _AFTER for c in below(syntax, at, "mark")):
            return True
        if syntax.heads[at] == at or syntax.deps[at] not in ("dobj", "conj", "pobj", "prep"):
            return False
        at = syntax.heads[at]
    return False
