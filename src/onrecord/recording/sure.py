"""What is sure enough: a record without the attributions and events below a confidence.

In: a record, and the least confidence that is asked. Out: the same record, or one with less in it, and never a value under another name:
what somebody says whose account is left out goes with it, and does not become the article's own word. Places and times below it were
left out when they were read.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.values.record import Attribution, Event, Record

_SAID = ("actors", "recipients", "present", "when", "where")


def sure(record: Record, least: float) -> Record:
    """The record without what is less sure, and without disagreements of which a side is gone."""
    gone = {a.id for a in record.attributions if a.confidence < least}
    if not gone and all(e.confidence >= least for e in record.events):
        return record
    events = tuple(_told(e, gone) for e in record.events if e.confidence >= least and e.factuality.by not in gone)
    known = {e.id for e in events}
    differing = (d for d in record.disagreements if d.event in known and not any(v.by in gone for v in d.values))
    accounts = tuple(_freed(a, gone) for a in record.attributions if a.id not in gone)
    return replace(record, attributions=accounts, events=events, disagreements=tuple(differing))


def _told(event: Event, gone: set[str]) -> Event:
    """The event without the values of accounts that are gone."""
    fields = {name: kept for name, values in event.fields.items() if (kept := _kept(values, gone))}
    said: dict[str, Any] = {name: _kept(getattr(event, name), gone) for name in _SAID}
    return replace(event, fields=fields, **said)


def _kept(values: Iterable[Any], gone: set[str]) -> tuple[Any, ...]:
    return tuple(v for v in values if v.by not in gone)


def _freed(one: Attribution, gone: set[str]) -> Attribution:
    """An attribution quoted in one that is gone stands alone."""
    return replace(one, within=None) if one.within in gone else one
