"""Whether an account tells a value outright: "vague" where it is told as likely or possible, "reported" where it is told as hearsay.

In: a claim and its report's text. Out: the claim with its hedge. Only words close before the value count, in its own clause, or those that the
reader of attributions found in the saying.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from onrecord.values.story import Claim, Hedge

_VAGUE: Final = re.compile(
    r"\b(?:probably|possibly|perhaps|apparently|presumably|seemingly|likely|believed to|thought to|suspected|may have|might have|could have|"
    r"appear(?:s|ed)? to|seem(?:s|ed)? to|feared|presumed)\b",
    re.IGNORECASE,
)
_REPORTED: Final = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|supposedly|rumou?red|unconfirmed)\b", re.IGNORECASE
)
_CLAUSE: Final = re.compile(r"[;:,.\n]|\b(?:but|while|although)\b")
_NEAR: Final = 60  # code points before a value
_BEHIND: Final = 15


def hedge_of(claim: Claim, text: str) -> Hedge | None:
    """The hedge of a claim: "reported" before "vague", None where it is told outright."""
    before = text[max(0, claim.start - _NEAR) : claim.start]
    stops = [found.end() for found in _CLAUSE.finditer(before)]
    near = before[stops[-1] :] if stops else before
    words = (
        near
        + text[claim.start : claim.end]
        + text[claim.end : claim.end + _BEHIND].split(",", maxsplit=1)[0].split(".", maxsplit=1)[0]
    )
    if _REPORTED.search(words):
        return "reported"
    return "vague" if _VAGUE.search(words) or claim.hedged else None


def hedged(claim: Claim, text: str) -> Claim:
    """The claim with its hedge."""
    found = hedge_of(claim, text) if claim.stance == "asserts" else None
    return replace(claim, hedge=found, hedged=True) if found else claim
