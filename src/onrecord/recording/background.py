"""Whether an event is told as context to this report's news, not as the news.

In: a candidate, its times, the parse. Out: a judgement per telling. Codebook: earlier events that the report builds on; not merely what
stands in a subordinate clause. Signs: the past perfect, a "since" clause, a date more than three days before the report's, a noun far
from the main clause after the opening paragraphs. Where the network sees background, it is.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from onrecord.recording.clauses import below

if TYPE_CHECKING:
    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Candidate
    from onrecord.values.layers import Syntax
    from onrecord.values.record import Anchor

_LONG_AGO: Final = 3
_OPENING: Final = 3
"""Paragraphs that tell the news."""
_LINKS: Final = frozenset(
    {
        "after",
        "since",
        "following",
        "over",
        "of",
        "in",
        "by",
        "during",
        "from",
        "because",
        "despite",
        "amid",
        "to",
        "with",
    }
)
_DEEPEST: Final = 4


def background(matter: Matter, candidate: Candidate, when: tuple[Anchor, ...]) -> bool:
    """Whether a telling is background."""
    if candidate.background:
        return True
    syntax, i = matter.syntax, candidate.head
    if _long_ago(matter, when) or _perfect(syntax, i) or _since(syntax, i) or _relative(syntax, i):
        return True
    return syntax.pos[i] in ("NOUN", "PROPN") and candidate.sense.kind != "CONSULT" and _aside(matter, i)


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


def _since(syntax: Syntax, i: int) -> bool:
    at = i
    for _ in range(_DEEPEST):
        if any(syntax.lemmas[c].casefold() in ("since", "after") for c in below(syntax, at, "mark")):
            return True
        if syntax.heads[at] == at or syntax.deps[at] not in ("dobj", "conj", "pobj", "prep"):
            return False
        at = syntax.heads[at]
    return False


def _relative(syntax: Syntax, i: int) -> bool:
    """A relative clause in the past ("the man who attacked …") reminds; it does not tell."""
    return syntax.deps[i] == "relcl" and syntax.tags[i] in ("VBD", "VBN")


def _aside(matter: Matter, i: int) -> bool:
    """Whether a noun stands in a phrase that only links it to the news, below the opening."""
    syntax = matter.syntax
    head = syntax.heads[i]
    if syntax.deps[i] != "pobj":
        return False
    if syntax.lemmas[head].casefold() in ("after", "since", "following"):
        return True
    at = syntax.starts[i]
    opening = matter.page.reporting[:_OPENING]
    if not opening or at < opening[-1].end:
        return False
    return syntax.lemmas[head].casefold() in _LINKS
