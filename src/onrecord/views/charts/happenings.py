"""What the reports of a story tell that happened, as pictures take it: events that several reports tell as one, with their days, people, places.

Two events of two reports are taken for one here where their type, their days and their status are the same: enough for a picture; the ledger
and `stories.compare` know better.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.values.story import Report
from onrecord.views.charts.material import called
from onrecord.views.charts.times import days, stretch
from onrecord.views.present.wording import STATUSES, event_name, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.values.record import Event, Place, Record

TALKS: Final = frozenset({"CONSULT"})
FRIENDLY: Final = frozenset({"AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
WORDS_AGAINST: Final = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_MOST_PEOPLE: Final = 3


@dataclass(frozen=True, slots=True)
class Happening:
    """One event as one report tells it. `first` and `last` are milliseconds, None where the text does not date it."""

    report: str
    outlet: str
    type: str
    name: str
    status: str
    background: bool
    first: float | None
    last: float | None
    people: tuple[str, ...]
    places: tuple[Place, ...]
    words: str

    @property
    def told(self) -> str:
        """Who and where, in a few words: "Ingrid Solheim and Kwabena Ofori, Lisbon"."""
        where = self.places[0].name if self.places else ""
        return ", ".join(filter(None, (listed(list(self.people), _MOST_PEOPLE), where)))

    @property
    def said(self) -> str:
        """The status in a word, as the report has it; "" for what it says happened."""
        return "denied" if self.status == "denied" else STATUSES.get(self.status, self.status)

    @property
    def dated(self) -> str:
        """The days in words."""
        return "" if self.first is None or self.last is None else days(self.first, max(self.first, self.last - 1))


@dataclass(frozen=True, slots=True)
class Together:
    """What several reports tell alike: `best` tells most of it."""

    best: Happening
    every: tuple[Happening, ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.outlet for one in self.every))

    @property
    def reports(self) -> int:
        return len({one.report for one in self.every})


def happenings(records: Iterable[Record]) -> list[Happening]:
    """Every event of the records, in their order."""
    return [_happening(record, event, n) for n, record in enumerate(records) for event in record.events]


def together(every: Sequence[Happening]) -> list[Together]:
    """Dated events, those alike in one, by their days."""
    groups: dict[tuple[object, ...], list[Happening]] = {}
    for one in every:
        if one.first is not None:
            groups.setdefault((one.type, one.first, one.last, one.status), []).append(one)
    made = [Together(max(those, key=_telling), tuple(those)) for those in groups.values()]
    return sorted(made, key=lambda one: (one.best.first or 0, one.best.last or 0, one.best.name, one.best.told))


def _telling(one: Happening) -> tuple[bool, int, int, str]:
    """How much a report tells of an event: people with two names say more than a country."""
    return not one.background, sum(" " in name for name in one.people), len(one.places), one.told


def _happening(record: Record, event: Event, n: int) -> Happening:
    actors = {one.id: one for one in record.actors}
    known = {one.id: one for one in record.places}
    names = [actors[p.actor].name for p in (*event.actors, *event.recipients)]
    alone = event.type == "ASSAULT" and not (event.mode or event.actors or event.fields.get("means"))
    span = _days(record, event)
    article = record.article
    return Happening(
        report=article.key or f"{article.id} {n}",
        outlet=called(Report(article.key or f"report {n + 1}", "", article.outlet.name if article.outlet else None)),
        type=event.type,
        name=event_name(event.type, event.mode, toll_alone=alone),
        status=event.factuality.value,
        background=event.background,
        first=span[0] if span else None,
        last=span[1] if span else None,
        people=tuple(dict.fromkeys(names)),
        places=tuple(dict.fromkeys(known[one.id] for one in event.where if one.id in known)),
        words=record.words(event.trigger),
    )


def _days(record: Record, event: Event) -> tuple[float, float] | None:
    """From when to when: the report's own dating before that of others."""
    times = {one.id: one for one in record.times}
    for anchor in sorted(event.when, key=lambda one: one.by is not None):
        time = times.get(anchor.id)
        if time and time.type in ("DATE", "TIME") and (span := stretch(_day(time.earliest), _day(time.latest))):
            return span
    return None


def _day(value: str | None) -> str | None:
    return value[:10] if value else None
