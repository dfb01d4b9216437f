"""Where the claims of a story differ, pair by pair, and in what way.

In: `Claim`s with ids. Out: `Difference`s, one for each field, part and kind. The kinds, in the order in which
they are asked: update, denial, non_claim, conflict, bound, scope, detail, hedge (`docs/codebook/stories.md`).
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from onrecord.stories.kinds import kind_of
from onrecord.values.story import Claim, Difference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.values.findings import DisagreementKind

FIELDS: Final = (
    "duration",
    "killed",
    "injured",
    "missing",
    "detained",
    "displaced",
    "took_part",
    "factuality",
    "actor",
    "means",
    "where",
)
ORDER: Final[tuple[DisagreementKind, ...]] = (
    "conflict",
    "denial",
    "update",
    "bound",
    "detail",
    "scope",
    "hedge",
    "non_claim",
)


def differences(claims: Sequence[Claim]) -> tuple[Difference, ...]:
    """All differences, those first of which not all can be true."""
    found: dict[tuple[str, str | None, DisagreementKind], list[tuple[str, str]]] = {}
    for a, b in combinations(claims, 2):
        if a.field != b.field or a.account == b.account:
            continue
        kind = kind_of(a, b, claims)
        if kind is not None:
            of = a.of if a.of == b.of else (a.of or b.of)
            found.setdefault((a.field, of, kind), []).append((a.id, b.id))
    fields = [*FIELDS, *sorted({one.field for one in claims} - set(FIELDS))]
    ordered = sorted(
        found, key=lambda key: (ORDER.index(key[2]) > 1, fields.index(key[0]), key[1] or "", ORDER.index(key[2]))
    )
    return tuple(_difference(f"d{n}", *key, found[key]) for n, key in enumerate(ordered, 1))


def _difference(
    id: str, field: str, of: str | None, kind: DisagreementKind, pairs: list[tuple[str, str]]
) -> Difference:
    return Difference(id, field, of, kind, tuple(dict.fromkeys(c for pair in pairs for c in pair)), tuple(pairs))
