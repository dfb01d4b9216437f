"""The manifest -> tables by day: `TABLE/day=2026-03-02/part-0.parquet`. A day is written anew when what it is made of has changed.

A day's files are written under other names, brought to disk, and renamed one after the other; only then is the day said to be written. A
day that was cut off is written again, the same bytes over the same names.
"""

from __future__ import annotations

import gzip
import os
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Final

from onrecord.batch.child import UNDATED
from onrecord.batch.manifest import FOLDER, Manifest, rename
from onrecord.batch.tables import TABLES, rows
from onrecord.batch.writers import suffix, writer
from onrecord.errors import BatchError
from onrecord.values.wire import loads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NULL: Final = "__HIVE_DEFAULT_PARTITION__"  # what Spark, Arrow and DuckDB take for "no day is known"


def write_days(manifest: Manifest, form: str, told: Callable[[int], object]) -> int:
    """Writes the days that have changed, and gives their number. `told` hears how many articles went into each."""
    number = 0
    for day in manifest.gone():
        for table in TABLES:
            rmtree(folder(manifest.out, table, day), ignore_errors=True)
        manifest.forget(day)
    for day in manifest.days():
        digest = manifest.digest_of_day(day, form)
        if manifest.written(day) == digest and all(_part(manifest.out, t, day, form).exists() for t in TABLES):
            continue
        told(_write(manifest, day, form))
        manifest.write(day, digest)
        number += 1
    return number


def folder(out: Path, table: str, day: str) -> Path:
    """Where a table's rows of a day are."""
    return out / table / f"day={NULL if day == UNDATED else day}"


def _part(out: Path, table: str, day: str, form: str) -> Path:
    return folder(out, table, day) / f"part-0{suffix(form)}"


def _write(manifest: Manifest, day: str, form: str) -> int:
    making = manifest.out / FOLDER / "making"
    rmtree(making, ignore_errors=True)
    making.mkdir()
    writers = {table: writer(form, table, making / table) for table in TABLES}
    number = 0
    for line in _lines(manifest, day):
        for table, row in rows(loads(line), line, number):
            writers[table].add(row)
        number += 1
    for table, one in writers.items():
        one.close()
        _to_disk(making / table)
    for table in TABLES:
        place = _part(manifest.out, table, day, form)
        place.parent.mkdir(parents=True, exist_ok=True)
        rename(making / table, place)
        for other in place.parent.iterdir():
            if other != place:
                other.unlink()  # of another format
    return number


def _lines(manifest: Manifest, day: str) -> Iterator[str]:
    """The records of a day, in order; memory is bounded by a shard."""
    for digest, span in manifest.of_day(day):
        path = manifest.file(digest)
        try:
            with path.open("rb") as file:
                file.seek(span.start)
                whole = gzip.decompress(file.read(span.length))
        except (OSError, EOFError) as error:
            raise BatchError(
                f"{path} is damaged or gone ({error}): remove {manifest.out / FOLDER} and run the same command"
            ) from error
        yield from whole.decode("utf-8").removesuffix("\n").split("\n")


def _to_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
