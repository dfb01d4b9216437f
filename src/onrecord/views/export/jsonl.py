"""Native JSON lines: the record itself, one a line, as `onrecord read --format jsonl` writes it; reading and writing again gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.values.record import Record
from onrecord.values.wire import dumps
from onrecord.views.export.form import encoded


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """One line of JSON a record."""
    for record in records:
        yield encoded(dumps(record) + "\n")
