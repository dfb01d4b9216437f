"""Tables as text: columns that are counted, cells that no spreadsheet runs.

A cell of *text* that begins with = + - @ (full-width ones, and behind white space or what cannot be seen, too), a tab, a carriage return or a
line feed, which a spreadsheet could take for a formula (OWASP, "CSV Injection"), gets an apostrophe before it; numbers stay numbers. Control characters become spaces, so that a row stays a row; what overrides or
isolates the direction of writing, and halves of surrogate pairs, are written `\\u202e`: seen, and not lost. CSV is as in RFC 4180 (CRLF,
quotes); TSV has no quoting, so there a tab or a line end within a cell becomes a space.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Final

from onrecord.errors import BrokenRecord
from onrecord.values.wire import TURNING, escape
from onrecord.views.export.form import encoded

FORMULA: Final = tuple("=+-@＝＋－＠")
_UNSEEN: Final = "\ufeff\u200b\u00a0 \t\r\n\x00"
_LINE: Final = ("\t", "\r", "\n")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_TURNING: Final = re.compile(f"[{TURNING}\ud800-\udfff]")
_BREAK: Final = re.compile("[\t\r\n\u2028\u2029]")

Cell = str | int | float | None


def csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> Iterator[bytes]:
    """Header and rows as CSV. Raises BrokenRecord where a row has not exactly the columns."""
    yield _csv(columns)
    for row in rows:
        yield _csv([_safe(cell) for cell in _ordered(columns, row)])


def tsv_table(
    columns: Sequence[str], rows: Iterable[Mapping[str, Cell]], *, header: bool, missing: str = ""
) -> Iterator[bytes]:
    """Rows as tab-separated lines, with or without a header; `missing` stands for no value. Raises BrokenRecord as `csv_table` does."""
    if header:
        yield encoded("\t".join(columns) + "\n")
    for row in rows:
        cells = (_BREAK.sub(" ", _safe(cell)) for cell in _ordered(columns, row))
        yield encoded("\t".join(cell or missing for cell in cells) + "\n")


def _ordered(columns: Sequence[str], row: Mapping[str, Cell]) -> list[Cell]:
    if len(row) != len(columns) or any(name not in row for name in columns):
        wrong = sorted(set(columns) ^ set(row))
        raise BrokenRecord(f"a row has {len(row)} cells where the form has {len(columns)} columns: {', '.join(wrong)}")
    return [row[name] for name in columns]


def _safe(cell: Cell) -> str:
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    text = f"'{cell}" if cell.startswith(_LINE) or cell.lstrip(_UNSEEN).startswith(FORMULA) else cell
    return _TURNING.sub(escape, _CONTROL.sub(" ", text))


def _csv(cells: Sequence[str]) -> bytes:
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return encoded(out.getvalue())
