"""In what way two claims of one field differ.

In: two claims of two accounts. Out: a kind, or None where they agree or cannot be set against each other. Rules in the order of
`docs/codebook/stories.md`: the same claimant with another number is an update; a blank beside a value is a non-claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.stories.means import compare_means
from onrecord.stories.parts import REST, SIGHT
from onrecord.stories.wheres import compare_wheres
from onrecord.values.comparing import compare, interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.values.findings import DisagreementKind
    from onrecord.values.story import Claim

COUNTS: Final = frozenset(
    {"killed", "injured", "missing", "detained", "displaced", "took_part", "families", "duration"}
)
WORDS: Final = {"means": compare_means, "where": compare_wheres}
_WELL_BELOW: Final = 2


def kind_of(a: Claim, b: Claim, claims: Sequence[Claim]) -> DisagreementKind | None:
    """The kind of the difference between two claims of one field."""
    if "blank" in (a.stance, b.stance):
        return "non_claim" if a.stance != b.stance and a.of is b.of is None else None
    if "denies" in (a.stance, b.stance):
        return "denial" if a.stance != b.stance else None
    if a.field in COUNTS:
        return _counts(a, b, claims)
    return WORDS[a.field](a, b) if a.field in WORDS else None


def _counts(a: Claim, b: Claim, claims: Sequence[Claim]) -> DisagreementKind | None:
    if REST in (a.of, b.of):
        return None
    if a.of != b.of:
        return "scope" if _scope(a, b, claims) else None
    words = [c.bound == "vague" for c in (a, b)]
    if all(words):
        return "detail" if a.value != b.value else None
    if any(words):
        return _word(*((a, b) if words[0] else (b, a)))
    kind = compare(a, b)
    if kind is None and a.bound == b.bound == "at_least" and a.value != b.value:
        kind = "bound"  # "more than 20" and "at least 21"
    if kind and a.by_name is not None and a.by_name == b.by_name and a.report != b.report:
        return "update"
    return kind


def _word(word: Claim, figure: Claim) -> DisagreementKind | None:
    """A word for many against a figure: finer, unless the figure is well below the word."""
    told, exact = interval(word), interval(figure)
    if told is None or exact is None:
        return None
    return "conflict" if exact[1] * _WELL_BELOW <= told[0] else "detail"


def _scope(a: Claim, b: Claim, claims: Sequence[Claim]) -> bool:
    """A part against the whole, where the part's account tells no whole of its own."""
    part, whole = (a, b) if a.of else (b, a)
    if whole.of is not None or part.of is None or (not part.of[:1].isupper() and part.of != SIGHT):
        return False
    if part.bound == "vague" or whole.bound == "vague" or part.value == whole.value:
        return False
    return not any(c.account == part.account and c.field == part.field and c.of is None for c in claims)
