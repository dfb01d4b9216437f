"""Who asserts an event: the innermost attribution whose content holds its trigger, with the codebook's exceptions.

In: `Attributions`, a candidate, its actors and status. Out: an attribution's id, or None for the article's own voice.

- A speech act that its own actor performs in quoted words is the article's to tell; "Turkey says it warned" is Turkey's.
- What is asked for in a request stands under whoever tells of the request, not under who makes it.
- A noun that takes its event for granted ("the Paris attacks", "Friday's raid") inside somebody's words claims nothing: the article tells it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.knowledge.triggers import senses

if TYPE_CHECKING:
    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Candidate
    from onrecord.values.record import Attribution, FactualityValue, Participant

SPEECH: Final = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "AGREE", "CONCEDE"})
"""Acts that are done by saying them."""
_GIVEN: Final = frozenset({"the", "this", "that", "these", "those"})


def asserted(matter: Matter, one: Candidate, actors: tuple[Participant, ...], value: FactualityValue) -> str | None:
    """Under which account an event stands."""
    account = matter.account(one.trigger)
    if account is None or (value == "happened" and presupposed(matter, one)):
        return None
    own = account.source.actor is not None and account.source.actor in {p.actor for p in actors}
    if own and account.mode != "indirect" and one.sense.kind in SPEECH:
        return account.within
    return account.within if value == "demanded" and _requests(matter, account) else account.id


def presupposed(matter: Matter, one: Candidate) -> bool:
    """Whether a noun takes its event for granted."""
    syntax, i = matter.syntax, one.head
    if syntax.pos[i] not in ("NOUN", "PROPN"):
        return False
    near = syntax.children[i]
    return any(syntax.words[c].casefold() in _GIVEN or syntax.deps[c] == "poss" for c in near)


def _requests(matter: Matter, account: Attribution) -> bool:
    words = (w for s in account.cue.spans for w in matter.syntax.inside(*s))
    return any(
        sense.kind == "REQUEST" for w in words for sense in senses(matter.syntax.lemmas[w], matter.syntax.pos[w])
    )
