"""Whether a word of meeting or travelling tells a meeting: it takes a counterpart, or ground that is not one's own.

In: a telling, the parse, the cast. Out: a judgement. Codebook: meetings: speeches, trips at home without a counterpart and talks with
oneself are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.recording.clauses import below, obliques

if TYPE_CHECKING:
    from onrecord.recording.cast import Cast
    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Telling


def no_meeting(matter: Matter, cast: Cast, told: Telling) -> bool:
    """Whether there is nobody to meet."""
    return _speech(matter, told) or _alone(matter, told) or _at_home(matter, cast, told)


def _speech(matter: Matter, told: Telling) -> bool:
    """A meeting that somebody addresses is the place of a speech."""
    syntax, i = matter.syntax, told.candidate.head
    return syntax.deps[i] == "dobj" and syntax.lemmas[syntax.heads[i]].casefold() == "address"


def _alone(matter: Matter, told: Telling) -> bool:
    """ "Find themselves", "negotiate with themselves"."""
    syntax, i = matter.syntax, told.candidate.head
    other = (*below(syntax, i, "dobj"), *obliques(syntax, i, ("with",)))
    return any(syntax.words[o].casefold().endswith(("self", "selves")) for o in other)


def _at_home(matter: Matter, cast: Cast, told: Telling) -> bool:
    """A trip of one country's people inside that country, to nobody."""
    if told.sense.mode != "visit" or not told.where:
        return False
    lands = {matter.lands[a.id].country for a in told.where}
    homes = {cast.country(a) for a in told.parties}
    return len(homes) == 1 and None not in homes and lands == homes and len(told.parties) == 1
