"""What the tables of events have in common: which events they hold, and each one's date, place, sides and toll.

These tables have no column for "denied", "planned" or "hypothetical", so they hold what *happened*, in the eyes of at least one account.
What is told as background stands in them only where the text dates it: else the day of the report would pass for its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.values.record import Actor, Event, Participant, Place, Record, Value
from onrecord.views.export.identity import named
from onrecord.views.export.telling import Told


@dataclass(frozen=True, slots=True)
class Day:
    """First and last day (ISO 8601). `stated`: the text dates the event; else they are the day of publication."""

    first: str
    last: str
    stated: bool


@dataclass(frozen=True, slots=True)
class Toll:
    """A count over all accounts: `best` is the report's own figure, or where it has none the lowest claimed; `low` and `high` span all."""

    best: int
    low: int
    high: int


def happenings(records: Iterable[Record]) -> Iterator[tuple[Told, Event, Day]]:
    """The events of the tables with their days, in order; events without any day are left out (give --published)."""
    for one in named(records):
        told = Told(one)
        for event in told.record.events:
            day = day_of(told, event)
            if event.factuality.value == "happened" and day and (day.stated or not event.background):
                yield told, event, day


def undated(record: Record) -> int:
    """How many events of a record the tables leave out because nothing dates them."""
    if all(event.factuality.value != "happened" for event in record.events):
        return 0
    (told,) = (Told(one) for one in named([record]))
    left = (
        day_of(told, event) for event in record.events if event.factuality.value == "happened" and not event.background
    )
    return sum(day is None for day in left)


def day_of(told: Told, event: Event) -> Day | None:
    """The days of an event: the report's own dating before that of others; the day of publication where the text says none."""
    for anchor in sorted(event.when, key=lambda one: one.by is not None):
        time = told.times.get(anchor.id)
        if time and time.type in ("DATE", "TIME"):
            first, last = _day(time.earliest) or _day(time.value), _day(time.latest) or _day(time.value)
            if first or last:
                return Day(first or last or "", last or first or "", stated=True)
    published = _day(told.record.article.published.value)
    return Day(published, published, stated=False) if published else None


def _day(value: str | None) -> str | None:
    """The day of an ISO date or datetime; None where it tells no day."""
    day = (value or "")[:10]
    digits = day.replace("-", "")
    if len(day) != 10 or len(digits) != 8 or not (digits.isascii() and digits.isdigit()):
        return None
    return day if "01" <= day[5:7] <= "12" and "01" <= day[8:10] <= "31" else None


def place_of(told: Told, event: Event) -> Place | None:
    """Where it was: the report's own placing first, of those one that is on the map, then the finest."""
    order = {"point": 0, "city": 1, "admin2": 2, "admin1": 3, "country": 4, "region": 5}
    found = [(one, told.places[one.id]) for one in event.where if one.id in told.places]
    ranked = sorted(
        found, key=lambda both: (both[0].by is not None, both[1].lat is None, order.get(both[1].precision or "", 6))
    )
    return ranked[0][1] if ranked else None


def sides(told: Told, event: Event) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Who did it and to whom, each actor once. Of a two-sided act without recipients the first party is put on one side, all others on the
    other, as tables of dyads have it."""
    actors, recipients = _once(event.actors), _once(event.recipients)
    if not recipients and len(actors) > 1 and event.type in ("CONSULT", "AGREE", "COOPERATE"):
        return actors[:1], actors[1:]
    return actors, recipients


def actors_of(told: Told, participants: Iterable[Participant]) -> list[Actor]:
    """The actors of participants."""
    return [told.actors[one.actor] for one in participants]


def _once(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    return tuple({one.actor: one for one in reversed(tuple(participants))}.values())[::-1]


def attacked(event: Event) -> bool:
    """Whether an act is told and not a toll alone: dead or hurt of whom nobody says that somebody did it may be those of a disaster."""
    return bool(event.type != "ASSAULT" or event.mode or event.actors or event.fields.get("means"))


def toll(event: Event, name: str = "killed") -> Toll | None:
    """A count of an event over all accounts. Figures for one class of victims alone count only where no account gives a total: then the
    classes are added up."""
    values = [
        one for one in event.fields.get(name, ()) if _whole(one.low if one.low is not None else one.value) is not None
    ]
    totals = [one for one in values if one.of is None]
    if totals:
        return _span(totals)
    classes = {one.of for one in values}
    spans = [_span([one for one in values if one.of == what]) for what in sorted(classes, key=str)]
    return Toll(sum(s.best for s in spans), sum(s.low for s in spans), sum(s.high for s in spans)) if spans else None


def _span(values: list[Value]) -> Toll:
    lows = {one: _whole(one.low if one.low is not None else one.value) or 0 for one in values}
    highs = [_whole(one.high) or _whole(one.value) or lows[one] for one in values]
    own = [low for one, low in lows.items() if one.by is None]
    low, high = min(lows.values()), max(*highs, *lows.values())
    return Toll(min(own) if own else low, low, high)


def _whole(value: object) -> int | None:
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def claims(told: Told, event: Event, name: str = "killed") -> list[str]:
    """Every figure with who says it: "14 killed: police (a3, named_institution)"."""
    return [f"{told.words(one.start, one.end)}: {told.saying(one.by)}" for one in event.fields.get(name, ())]
