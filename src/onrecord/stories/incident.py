"""What a story is of, in three words: the type of its incident, the day and the place that most origins tell.

In: the tellings of a group and their sentences of the incident. Out: `Incident`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.stories.aside import lead, places_in
from onrecord.values.story import Incident

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.stories.aside import Incident as Sentences
    from onrecord.stories.telling import Telling


FIRST = 100  # what an origin weighs beside a copy of it
MOST = 2  # places of a lead that may be the story's


def incident(tellings: Sequence[Telling], within: Mapping[str, Sentences], origin: Mapping[str, str]) -> Incident:
    """The incident that the leads tell of, each origin counted once."""
    types: Counter[str] = Counter()
    days: Counter[str] = Counter()
    places: Counter[str] = Counter()
    seen: set[tuple[str, str]] = set()
    for telling in tellings:
        for kind, counted in ((_types(telling), types), (_days(telling), days), (_places(telling), places)):
            for one in kind:
                counted[one] += FIRST if (origin[telling.key], one) not in seen else 1
                seen.add((origin[telling.key], one))
    aside = sum(not within[t.key].within[t.at(e.trigger.start)] for t in tellings for e in t.record.events)
    return Incident(_most(types), _most(days), _most(places), aside)  # type: ignore[arg-type]


def _most(counted: Counter[str]) -> str | None:
    return counted.most_common(1)[0][0] if counted else None


def _types(telling: Telling) -> list[str]:
    """The type of the event that a report tells of most."""
    events = [e for e in telling.record.events if not e.background]
    best = max(
        events,
        key=lambda e: (
            len(e.mentions) + len(e.fields) + 3 * (telling.at(e.trigger.start) in lead(telling)),
            -e.trigger.start,
        ),
        default=None,
    )
    return [best.type] if best else []


def _days(telling: Telling) -> list[str]:
    first = telling.spans[telling.at(telling.body)] if telling.spans else None
    return [
        t.value.partition("T")[0]
        for t in telling.record.times
        if first
        and max(first.start, telling.body) <= t.start < first.end
        and t.type in ("DATE", "TIME")
        and len(t.value) >= 10
    ][:1]


def _places(telling: Telling) -> list[str]:
    named = [p for n in lead(telling) for p in places_in(telling, telling.spans[n]) if p.geonames is not None]
    return sorted({p.name for p in named}, key=lambda name: -max(len(p.mentions) for p in named if p.name == name))[
        :MOST
    ]
