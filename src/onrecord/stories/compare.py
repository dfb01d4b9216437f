"""Records of one happening -> the story: what each account says of the incident, what the accounts agree on, where they differ.

In: `Record`s. Out: one `Story`. Pure: the same story for the same records in any order. No account is held to be right.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from onrecord.stories.agreement import agreed
from onrecord.stories.aside import incidents
from onrecord.stories.blanks import blanks, stated
from onrecord.stories.claimants import Claimants
from onrecord.stories.copies import reports, versions
from onrecord.stories.counts import counts, told_by_most
from onrecord.stories.difference import differences
from onrecord.stories.doers import beside_blanks, doers
from onrecord.stories.hedges import hedged
from onrecord.stories.incident import incident
from onrecord.stories.means import means
from onrecord.stories.parts import one_toll, parts
from onrecord.stories.sides import parties, sided
from onrecord.stories.status import doubted, statuses
from onrecord.stories.talks import main_day, talks
from onrecord.stories.telling import Telling
from onrecord.stories.wheres import wheres
from onrecord.values.story import Claim, Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.values.record import Record


MOST = 60  # counts of one report that are set against others: who tells more tells of a war, not of an incident


def compare(records: Iterable[Record]) -> Story:
    """The story that these reports tell. A report without a key is called by its place, "#1" first."""
    keyed = sorted((one.article.key or f"#{i}", i, one) for i, one in enumerate(records, 1))
    tellings = [Telling(key, one) for key, _, one in keyed]
    told = reports(tellings)
    origin = {one.key: one.origin for one in told}
    within = incidents(tellings, origin)
    claimants = Claimants(tellings)
    about = incident(tellings, within, origin)
    with_toll = told_by_most(tellings)
    violent = with_toll or about.type in ("ASSAULT", "COERCE")
    found = list(talks(tellings, within, origin, claimants)) if about.type == "CONSULT" else []
    for telling in tellings:
        for finder in (means, wheres, doers, statuses, blanks) if violent else (blanks,):
            found += finder(telling, within[telling.key], claimants)
        if about.type != "CONSULT" or with_toll:
            found += counts(telling, within[telling.key], claimants)[:MOST]
    if about.type == "CONSULT" and (day := main_day(tellings, origin)) is not None:
        about = replace(about, when=date.fromordinal(day).isoformat())
    if about.type == "CONSULT":  # who would not comment on talks keeps back what was said there, not who did it
        found = [replace(c, field="content_disclosed") if c.field == "actor" else c for c in found]
    known = {t.key: t for t in tellings}
    about = replace(about, parties=parties(tellings, within, origin, about.type))
    found = parts(stated(beside_blanks(doubted(found))), known)
    found = [hedged(one, known[one.report].text) for one in sided(found, known, about.parties)]
    claims = tuple(replace(one, id=f"c{n}") for n, one in enumerate(_once(one_toll(found)), 1))
    found_differences = differences(claims)
    return Story(
        id=told[0].key if told else "",
        reports=versions(told, claims, found_differences),
        incident=about,
        claims=claims,
        differences=found_differences,
        agreed=agreed(claims, told, found_differences),
    )


def _once(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, each value of an account once: where it is told first."""
    kept: dict[tuple[object, ...], Claim] = {}
    for one in claims:
        kept.setdefault((one.account, one.field, one.of, one.value, one.low, one.high, one.stance), one)
    return list(kept.values())
