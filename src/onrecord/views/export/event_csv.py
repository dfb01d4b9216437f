"""Events as CSV for people: one row an event, what one asks first in the first columns. The others are those of the table `events`.

`when` has the text's own words, `what` is the event in a word, `who_says` the account in whose eyes it is so, `values` each figure or field with who says it. Names of one cell
are joined by "; ". Every event has a row, whatever its status, with or without a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from onrecord.views.export.cells import Cell, csv_table
from onrecord.views.export.tables import EVENTS, event_row, told_events
from onrecord.views.present.voices import Voices
from onrecord.views.present.wording import FIELDS, THE_REPORT, event_called

if TYPE_CHECKING:
    from onrecord.values.record import Event, Record
    from onrecord.views.export.telling import Told

FIRST: Final = (
    "date", "when", "what", "actors", "recipients", "place", "country", "status", "who_says", "values", "sentence", "confidence", "outlet", "published", "key",
)  # fmt: skip
COLUMNS: Final = (*FIRST, *(name for name in EVENTS if name not in FIRST))


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """Header and rows."""
    return csv_table(COLUMNS, _rows(records))


def _rows(records: Iterable[Record]) -> Iterator[dict[str, Cell]]:
    voices: Voices | None = None
    for told, event in told_events(records):
        if voices is None or voices.record is not told.record:
            voices = Voices(told.record)
        row = {
            "when": list(dict.fromkeys(told.words(one.start, one.end) for one in event.when)),
            "what": event_called(event),
            "who_says": _who(voices, event.factuality.by),
            "values": _values(told, event, voices),
        }
        yield {name: _cell(value) for name, value in (event_row(told, event) | row).items()}


def _values(told: Told, event: Event, voices: Voices) -> list[str]:
    return [
        f"{FIELDS.get(name, name.replace('_', ' '))}: {told.words(value.start, value.end)} — {_who(voices, value.by)}"
        for name, values in event.fields.items()
        for value in values
    ]


def _who(voices: Voices, by: str | None) -> str:
    voice = voices.of(by)
    return voice.label if voice else THE_REPORT


def _cell(value: Any) -> Cell:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return ("yes" if value else "no") if isinstance(value, bool) else value
