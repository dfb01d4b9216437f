"""Rows -> the files of one day: Parquet (needs pyarrow, `onrecord[parquet]`), or JSON lines packed with gzip. The same bytes for the same rows."""

from __future__ import annotations

import gzip
import importlib
import json
from typing import TYPE_CHECKING, Any, Final, Protocol

from onrecord.batch.tables import TABLES, Column, Row
from onrecord.errors import BatchError
from onrecord.values.wire import AWKWARD

if TYPE_CHECKING:
    from pathlib import Path

FORMATS: Final = ("parquet", "jsonl")
GROUP: Final = 2_000  # rows of a row group, and of the longest that is held
GROUP_BYTES: Final = 16 * 1024 * 1024  # of record text held


class Writer(Protocol):
    """Takes the rows of one table; the file is whole after `close`."""

    def add(self, row: Row) -> None: ...
    def close(self) -> None: ...


def suffix(form: str) -> str:
    """The ending of a file of this format."""
    return ".parquet" if form == "parquet" else ".jsonl.gz"


def writer(form: str, table: str, path: Path) -> Writer:
    """What writes a table's rows to a new file. Raises BatchError where pyarrow is needed and not installed."""
    return ParquetWriter(table, path) if form == "parquet" else LinesWriter(table, path)


def chosen(form: str | None) -> str:
    """The format asked for; where none was, Parquet if it can be written. Raises BatchError, naming the remedy, where it cannot."""
    if form == "jsonl":
        return form
    try:
        importlib.import_module("pyarrow.parquet")
    except ImportError as error:
        if form is None:
            return "jsonl"
        raise BatchError("Parquet needs pyarrow: pip install 'onrecord[parquet]', or give --format jsonl") from error
    return "parquet"


class LinesWriter:
    """One row a line, keys in the order of the columns; of `records`, the records themselves."""

    def __init__(self, table: str, path: Path) -> None:
        self.table = table
        self._file = path.open("wb")
        self._packed = gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=self._file, mtime=0)

    def add(self, row: Row) -> None:
        line = row["record"] if self.table == "records" else json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        self._packed.write((AWKWARD.sub(_escaped, line) + "\n").encode("utf-8"))

    def close(self) -> None:
        self._packed.close()
        self._file.close()


class ParquetWriter:
    """Row groups of up to `GROUP` rows, zstd. Columns are typed by `tables`, not by what is in them: every file of a table is alike."""

    def __init__(self, table: str, path: Path) -> None:
        self._arrow: Any = importlib.import_module("pyarrow")
        parquet: Any = importlib.import_module("pyarrow.parquet")
        self._schema = schema(table)
        self._file = parquet.ParquetWriter(path, self._schema, compression="zstd", compression_level=6)
        self._rows: list[Row] = []
        self._weight = 0

    def add(self, row: Row) -> None:
        self._rows.append(row)
        self._weight += len(row.get("record", ""))
        if len(self._rows) >= GROUP or self._weight >= GROUP_BYTES:
            self._flush()

    def close(self) -> None:
        if self._rows:
            self._flush()
        self._file.close()

    def _flush(self) -> None:
        rows = [_legible(row) for row in self._rows]
        self._file.write_table(self._arrow.Table.from_pylist(rows, schema=self._schema))
        self._rows, self._weight = [], 0


def schema(table: str) -> Any:
    """The Arrow schema of a table."""
    arrow: Any = importlib.import_module("pyarrow")
    return arrow.schema([(column.name, _type(column, arrow)) for column in TABLES[table]])


def _type(column: Column, arrow: Any) -> Any:
    if column.of:
        return arrow.list_(arrow.struct([(one.name, _type(one, arrow)) for one in column.of]))
    if column.kind == "texts":
        return arrow.list_(arrow.string())
    return {"text": arrow.string, "int": arrow.int64, "float": arrow.float64, "bool": arrow.bool_}[column.kind]()


def _legible(value: Any) -> Any:
    """Half surrogates, which no UTF-8 holds, as U+FFFD."""
    if isinstance(value, str):
        return (
            value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8") if _halves(value) else value
        )
    if isinstance(value, dict):
        return {name: _legible(one) for name, one in value.items()}
    return [_legible(one) for one in value] if isinstance(value, list) else value


def _halves(text: str) -> bool:
    return any("\ud800" <= c <= "\udfff" for c in text)


def _escaped(found: Any) -> str:
    return f"\\u{ord(found.group()):04x}"
