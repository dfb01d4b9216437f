"""Which reports of one happening are copies of one text, and which of those are versions of it.

In: the tellings of a group. Out: for each the index of its origin. `stories.origins` finds what shares wording; here a copy must have the
greater part of the shorter text, or two fifths of it, since what takes over one paragraph of a wire still knows the rest by itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.outlets import agency_of
from onrecord.stories.origins import origins
from onrecord.stories.wording import Wording, wording
from onrecord.values.article import Article
from onrecord.values.story import Report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.stories.telling import Telling
    from onrecord.values.story import Claim, Difference

SHARE: Final = 0.4  # of the shorter text's runs of words (disagreements_dev: copies have .42 and more, parts taken over .38 and less)
CREDITED: Final = 0.25  # the same, where both declare one agency as their origin


def reports(tellings: Sequence[Telling]) -> tuple[Report, ...]:
    """The reports with their origins, in the order of the tellings."""
    wordings = [wording(_article(t), t.key) for t in tellings]
    origin = origins(wordings)
    found = [origin[i] if _copy(wordings, tellings, i, origin[i]) else i for i in range(len(tellings))]
    first = {
        home: min((i for i, h in enumerate(found) if h == home), key=lambda i: _rank(tellings[i]))
        for home in set(found)
    }
    made = []
    for i, telling in enumerate(tellings):
        head = telling.record.article
        home = first[found[i]]
        made.append(
            Report(
                telling.key, tellings[home].key, head.outlet.name if head.outlet else None, head.published.value,
                " ".join(head.headline.text.split()) if head.headline else None, head.id, head.agency.name if head.agency else None,
            )
        )  # fmt: skip
    return tuple(made)


def _rank(telling: Telling) -> tuple[bool, str, int, str]:
    """Which of the copies stands for the text: an agency's own, else the earliest, else the longest."""
    head = telling.record.article
    agency = head.outlet is not None and agency_of(head.outlet.name, credit=True) is not None
    return not agency, (head.published.value or "9")[:16], -len(head.text), telling.key


def _copy(wordings: Sequence[Wording], tellings: Sequence[Telling], i: int, home: int) -> bool:
    if i == home:
        return True
    shorter = min(len(wordings[i].runs), len(wordings[home].runs))
    share = len(wordings[i].runs & wordings[home].runs) / shorter if shorter else 0.0
    credits = [c.name for t in (tellings[i], tellings[home]) if (c := t.record.article.agency)]
    return share >= (CREDITED if len(credits) == 2 and credits[0] == credits[1] else SHARE)


def versions(told: Sequence[Report], claims: Sequence[Claim], differences: Sequence[Difference]) -> tuple[Report, ...]:
    """The reports with their versions: a copy in which a claimant says something else than in the others of its text is another one."""
    where = {c.id: c.report for c in claims}
    changed = {frozenset((where[a], where[b])) for d in differences if d.kind == "update" for a, b in d.pairs}
    placed: dict[str, list[list[str]]] = {}
    number: dict[str, int] = {}
    for one in told:
        kept = placed.setdefault(one.origin, [])
        home = next(
            (i for i, keys in enumerate(kept) if not any(frozenset((one.key, k)) in changed for k in keys)), len(kept)
        )
        if home == len(kept):
            kept.append([])
        kept[home].append(one.key)
        number[one.key] = home + 1
    return tuple(replace(one, version=number[one.key]) for one in told)


def _article(telling: Telling) -> Article:
    head = telling.record.article
    return Article(
        head.text, key=telling.key, published=head.published.value, outlet=head.outlet.name if head.outlet else None,
        headline=head.headline.text if head.headline else None, language=head.language,
    )  # fmt: skip
