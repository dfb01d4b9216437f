"""Tellings become events: the values of all tellings of one happening, added up, each with its evidence and its `by`.

In: groups of tellings, statements about meetings, counts. Out: `Event`s in the order of their first telling, with ids e1, e2, …
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from onrecord.knowledge.plover import cameo
from onrecord.recording.meetings.mode import mediated
from onrecord.values.record import Event, Factuality

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Telling
    from onrecord.values.record import Participant, Value

Item = TypeVar("Item")
_RANK: Final = ("happened", "planned", "possible", "demanded", "hypothetical", "denied")
_MOST_CONTEXTS: Final = 3


def main_telling(matter: Matter, tellings: Sequence[Telling]) -> Telling:
    """The telling that names an event: in the body rather than in headline or deck, with the most said of it, the first such."""
    return max(
        tellings,
        key=lambda t: (
            t.trigger.start >= matter.title,
            len(t.parties) > 0,
            min(len(t.parties), 2),
            bool(t.when or t.where),
            -t.trigger.start,
        ),
    )


def event(
    matter: Matter,
    number: int,
    tellings: Sequence[Telling],
    fields: Mapping[str, Sequence[Value]],
    present: Sequence[Participant],
) -> Event:
    """One event of its tellings and of what is told of it elsewhere."""
    main = main_telling(matter, tellings)
    mode = main.mode or next((t.mode for t in tellings if t.mode), None)
    narrow = (
        "045"
        if any(mediated(matter, t.candidate.head) for t in tellings)
        else next((t.sense.code for t in (main, *tellings) if t.sense.code and t.sense.mode == main.sense.mode), "")
    )
    every: dict[str, tuple[Value, ...]] = {}
    for one in (*(t.fields for t in tellings), fields):
        for name, values in one.items():
            every[name] = once((*every.get(name, ()), *values))
    actors = once(p for t in tellings for p in t.actors)
    acting = {p.actor for p in actors}
    return Event(
        id=f"e{number}",
        trigger=main.trigger,
        type=main.sense.kind,
        mode=mode,
        contexts=once(c for t in (main, *tellings) for c in t.contexts)[:_MOST_CONTEXTS],
        cameo=narrow if narrow and (mode == main.sense.mode or narrow == "045") else cameo(main.sense.kind, mode),
        actors=actors,
        recipients=once(p for t in tellings for p in t.recipients if p.actor not in acting),
        present=once(p for p in (*(p for t in tellings for p in t.present), *present) if p.actor not in acting),
        when=once(a for t in tellings for a in t.when),
        where=once(a for t in tellings for a in t.where),
        factuality=_factuality(tellings),
        background=_background(matter, tellings),
        fields={name: values for name, values in sorted(every.items()) if values},
        mentions=once(t.trigger for t in tellings if t is not main and t.trigger != main.trigger),
        confidence=round(max(t.candidate.score for t in tellings), 3),
        found_by=main.candidate.found_by,
    )


def _background(matter: Matter, tellings: Sequence[Telling]) -> bool:
    """As the first telling in the body has it: news is told first."""
    body = [t for t in tellings if t.trigger.start >= matter.title] or tellings
    return min(body, key=lambda t: t.trigger).background


def _factuality(tellings: Sequence[Telling]) -> Factuality:
    """The affirming account goes before the others, and the article before the accounts that it tells of."""
    said = [t for t in tellings if t.stated]
    if all(t.factuality.value == "possible" and t.factuality.by is not None for t in said):
        said = list(tellings)  # what somebody suspects of it does not undo what the report takes for granted
    return min((t.factuality for t in said), key=lambda f: (_RANK.index(f.value), f.by is not None, f.by or ""))


def once(items: Iterable[Item]) -> tuple[Item, ...]:
    """Each item once, in order."""
    return tuple(dict.fromkeys(items))
