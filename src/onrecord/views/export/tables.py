"""The two flat tables: `values`, one row for each value that somebody asserts of an event, and `events`, one row an event.

`values` loses nothing that an event holds: each row has its words, its sentence, who says it (`by`, `speaker`, `form`, `terms`). A number
stands in `number` (and its bounds in `number_low`, `number_high`), anything in `value` as text. Rows are plain dicts; `columnar` makes them
an Arrow table or a Parquet file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, Literal

from onrecord.errors import SettingsError
from onrecord.values.record import Event, Participant, Record, Scalar
from onrecord.views.export.happenings import actors_of, day_of, place_of, toll
from onrecord.views.export.identity import named
from onrecord.views.export.telling import Told

Kind = Literal["text", "texts", "whole", "number", "truth"]
Row = dict[str, Any]

_HEAD: Final[dict[str, Kind]] = {
    "record": "text", "article": "text", "key": "text", "outlet": "text", "url": "text", "published": "text",
    "event": "text", "type": "text", "mode": "text", "cameo": "text", "contexts": "texts", "status": "text", "background": "truth", "confidence": "number",
}  # fmt: skip
VALUES: Final[dict[str, Kind]] = {
    **_HEAD, "field": "text", "of": "text", "value": "text", "value_low": "text", "value_high": "text",
    "number": "number", "number_low": "number", "number_high": "number", "bound": "text", "finding": "text", "hedged": "truth",
    "by": "text", "speaker": "text", "form": "text", "terms": "text", "polarity": "text",
    "start": "whole", "end": "whole", "words": "text", "sentence": "text",
}  # fmt: skip
EVENTS: Final[dict[str, Kind]] = {
    **_HEAD, "by": "text", "speaker": "text", "date": "text", "date_end": "text", "date_stated": "truth",
    "actors": "texts", "recipients": "texts", "present": "texts", "actor_countries": "texts", "recipient_countries": "texts",
    "place": "text", "country": "text", "lat": "number", "lon": "number", "precision": "text", "geonames": "whole",
    "killed": "whole", "killed_low": "whole", "killed_high": "whole", "injured": "whole", "injured_low": "whole", "injured_high": "whole",
    "disputed": "texts", "start": "whole", "end": "whole", "words": "text", "sentence": "text",
}  # fmt: skip


def value_rows(records: Iterable[Record]) -> Iterator[Row]:
    """The rows of `values`, in the order of the records; of each event its status, its roles, its times and places, its fields."""
    for told, event in told_events(records):
        head = _head(told, event)
        for one in _asserted(told, event):
            yield head | one


def event_rows(records: Iterable[Record]) -> Iterator[Row]:
    """The rows of `events`: all events, whatever their status."""
    for told, event in told_events(records):
        yield event_row(told, event)


def event_row(told: Told, event: Event) -> Row:
    """One row of `events`."""
    return _head(told, event) | _event(told, event)


TABLES: Final[dict[str, tuple[dict[str, Kind], Callable[[Iterable[Record]], Iterator[Row]]]]] = {
    "values": (VALUES, value_rows),
    "events": (EVENTS, event_rows),
}


def table_named(name: str) -> tuple[dict[str, Kind], Callable[[Iterable[Record]], Iterator[Row]]]:
    """The columns and the rows of a table. Raises SettingsError, listing the tables, for another name."""
    if name not in TABLES:
        raise SettingsError(f"no table {name!r}: there are {', '.join(TABLES)}")
    return TABLES[name]


def told_events(records: Iterable[Record]) -> Iterator[tuple[Told, Event]]:
    """Every event of the records, with what is told of its record."""
    for one in named(records):
        told = Told(one)
        for event in told.record.events:
            yield told, event


def _head(told: Told, event: Event) -> Row:
    article = told.record.article
    return {
        "record": told.named.name, "article": article.id, "key": article.key, "outlet": article.outlet.name if article.outlet else None,
        "url": article.url, "published": article.published.value, "event": told.named.of(event.id), "type": event.type, "mode": event.mode,
        "cameo": event.cameo, "contexts": list(event.contexts), "status": event.factuality.value, "background": event.background,
        "confidence": float(event.confidence),
    }  # fmt: skip


def _asserted(told: Told, event: Event) -> Iterator[Row]:
    trigger = event.trigger
    yield _row(told, "status", event.factuality.value, event.factuality.by, trigger.start, trigger.end)
    for name in ("actors", "recipients", "present"):
        participants: tuple[Participant, ...] = getattr(event, name)
        for one in participants:
            row = _row(told, name, told.actors[one.actor].name, one.by, one.start, one.end)
            yield row | {"finding": one.actor, "hedged": one.hedged}
    for name in ("when", "where"):
        for anchor in getattr(event, name):
            yield _row(told, name, anchor.value, anchor.by, anchor.start, anchor.end) | {"finding": anchor.id}
    for name, values in event.fields.items():
        for value in values:
            row = _row(told, name, value.value, value.by, value.start, value.end)
            yield row | {
                "of": value.of, "bound": value.bound, "value_low": _text(value.low), "value_high": _text(value.high),
                "number_low": _number(value.low), "number_high": _number(value.high),
            }  # fmt: skip


def _row(told: Told, name: str, value: Scalar, by: str | None, start: int, end: int) -> Row:
    source = told.attributions[by].source if by else None
    return dict.fromkeys((one for one in VALUES if one not in _HEAD), None) | {
        "field": name, "value": _text(value), "number": _number(value), "by": by, "speaker": told.speaker(by),
        "form": source and source.form, "terms": source and source.stated_terms, "polarity": told.attributions[by].polarity if by else None,
        "start": start, "end": end, "words": told.text[start:end], "sentence": told.sentence(start, end),
    }  # fmt: skip


def _event(told: Told, event: Event) -> Row:
    day, place, by = day_of(told, event), place_of(told, event), event.factuality.by
    sides = {name: _names(told, getattr(event, name)) for name in ("actors", "recipients", "present")}
    tolls: Row = {}
    for name in ("killed", "injured"):
        counted = toll(event, name)
        tolls |= {
            name: counted and counted.best,
            f"{name}_low": counted and counted.low,
            f"{name}_high": counted and counted.high,
        }
    return {
        "by": by, "speaker": told.speaker(by), "date": day and day.first, "date_end": day and day.last, "date_stated": day and day.stated,
        **sides, "actor_countries": _countries(told, event.actors), "recipient_countries": _countries(told, event.recipients),
        "place": place and place.name, "country": place and place.country, "lat": place and place.lat, "lon": place and place.lon,
        "precision": place and place.precision, "geonames": place and place.geonames, **tolls,
        "disputed": sorted({one.field for one in told.record.disagreements if one.event == event.id}),
        "start": event.trigger.start, "end": event.trigger.end, "words": told.text[slice(*event.trigger)],
        "sentence": told.sentence(*event.trigger),
    }  # fmt: skip


def _names(told: Told, participants: Iterable[Participant]) -> list[str]:
    return list(dict.fromkeys(one.name for one in actors_of(told, participants)))


def _countries(told: Told, participants: Iterable[Participant]) -> list[str]:
    return list(dict.fromkeys(one.country for one in actors_of(told, participants) if one.country))


def _text(value: Scalar) -> str | None:
    return None if value is None else str(value)


def _number(value: Scalar) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
