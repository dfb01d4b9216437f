"""The flat tables as Arrow and as Parquet (package `pyarrow`), batch by batch. Column types are fixed: an empty export has them too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from onrecord.settings import VERSION
from onrecord.values.record import SCHEMA, Record
from onrecord.views.export.form import encoded, needed
from onrecord.views.export.tables import table_named

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped,import-not-found,unused-ignore]

ROWS: Final = 10_000  # a batch: one row group of a Parquet file


def arrow(records: Iterable[Record], table: str = "values") -> pa.Table:
    """A flat table as Arrow. Raises SettingsError for no such table, or where pyarrow is not installed."""
    schema, batches = _batches(records, table)
    import pyarrow as pa  # noqa: PLC0415  only who wants columns has it

    return pa.Table.from_batches(batches, schema)


def write_values(records: Iterable[Record]) -> Iterator[bytes]:
    """The table `values` as Parquet."""
    return _parquet(records, "values")


def write_events(records: Iterable[Record]) -> Iterator[bytes]:
    """The table `events` as Parquet."""
    return _parquet(records, "events")


def _parquet(records: Iterable[Record], table: str) -> Iterator[bytes]:
    import pyarrow.parquet as pq  # type: ignore[import-untyped,import-not-found,unused-ignore]  # noqa: PLC0415

    schema, batches = _batches(records, table)
    out = BytesIO()
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch)
    yield out.getvalue()


def _batches(records: Iterable[Record], table: str) -> tuple[pa.Schema, Iterator[pa.RecordBatch]]:
    needed("a table of columns", "pyarrow")
    import pyarrow as pa  # noqa: PLC0415

    columns, rows_of = table_named(table)
    types = {
        "text": pa.string(), "texts": pa.list_(pa.string()), "whole": pa.int64(), "number": pa.float64(), "truth": pa.bool_(),
    }  # fmt: skip
    told = {"onrecord:version": VERSION, "onrecord:schema": SCHEMA, "onrecord:table": table}
    schema = pa.schema([(name, types[kind]) for name, kind in columns.items()], metadata=told)
    rows = rows_of(records)

    def batches() -> Iterator[pa.RecordBatch]:
        while some := list(islice(rows, ROWS)):
            yield pa.RecordBatch.from_pylist([_clean(row) for row in some], schema=schema)

    return schema, batches()


def _clean(row: dict[str, Any]) -> dict[str, Any]:
    """Arrow's text is UTF-8: halves of surrogate pairs become "?", in lists too."""
    return {name: _fit(cell) for name, cell in row.items()}


def _fit(cell: Any) -> Any:
    if isinstance(cell, list | tuple):
        return [_fit(one) for one in cell]
    return encoded(cell).decode() if isinstance(cell, str) and not cell.isascii() else cell
