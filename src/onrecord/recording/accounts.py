"""Whose account a value is: two attributions to one source are one account.

In: an attribution's id. Out: a key that is equal for one claimant: the article itself (None), an actor, else the source's own words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.recording.matter import Matter

_EMPTY = frozenset("the a an of to in for and said".split())


def claimant(matter: Matter, by: str | None) -> str | None:
    """The claimant behind an attribution; None for the article itself."""
    account = matter.accounts.get(by) if by else None
    if account is None:
        return None
    if account.source.actor:
        return account.source.actor
    told = " ".join(s.of(matter.text) for s in account.source.spans).casefold().split()
    return "words: " + " ".join(w for w in told if w not in _EMPTY) if told else f"unnamed: {account.id}"
