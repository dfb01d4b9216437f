"""Records written in a form: to a file, to a folder, or as bytes; and the flat tables as data frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import SettingsError
from onrecord.values.record import Record
from onrecord.views.export.form import Form, needed
from onrecord.views.export.forms import form_named
from onrecord.views.export.identity import named
from onrecord.views.whole import write, write_all

if TYPE_CHECKING:
    import pandas as pd  # type: ignore[import-untyped,import-not-found,unused-ignore]
    import polars as pl  # type: ignore[import-untyped,import-not-found,unused-ignore]
    import pyarrow as pa  # type: ignore[import-untyped,import-not-found,unused-ignore]


def export(records: Iterable[Record], to: str, out: str | Path | None = None) -> bytes | Path:
    """The records in a form (a name of `forms.FORMS`): the bytes, or where `out` is given, the file or folder that was written.

    Forms of several files (brat, timeml) go into a folder. A file appears when it is whole, never in part. Raises SettingsError, naming the
    remedy, for no such form, a package that is missing, or a form of several files without a folder.
    """
    form = form_named(to)
    form.ready()
    if out is None:
        return b"".join(pieces(form, records))
    target = Path(out)
    if form.stream:
        write(target, form.stream(records))
    else:
        write_all(target, files(form, records))
    return target


def pieces(form: Form, records: Iterable[Record]) -> Iterator[bytes]:
    """The bytes of a form as one stream. Raises SettingsError for a form of several files, unless just one comes."""
    if form.stream:
        yield from form.stream(records)
        return
    made = []
    for one in files(form, records):
        made.append(one)
        if len(made) > 1:
            raise SettingsError(f"{form.name} is several files here: give a folder for them (--out FOLDER)")
    yield from (data for _, data in made)


def files(form: Form, records: Iterable[Record]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file of a form of several files."""
    yield from form.beside
    for one in named(records):
        if form.files:
            yield from form.files(one)


def to_arrow(records: Iterable[Record], table: str = "values") -> pa.Table:
    """A flat table, `values` or `events`, as Arrow."""
    from onrecord.views.export.columnar import arrow  # noqa: PLC0415

    return arrow(records, table)


def to_pandas(records: Iterable[Record], table: str = "values") -> pd.DataFrame:
    """A flat table as a pandas data frame."""
    needed("to_pandas", "pandas", "pyarrow")
    return to_arrow(records, table).to_pandas()


def to_polars(records: Iterable[Record], table: str = "values") -> pl.DataFrame:
    """A flat table as a polars data frame."""
    needed("to_polars", "polars", "pyarrow")
    import polars as pl  # noqa: PLC0415  only who has it asks for it

    made = pl.from_arrow(to_arrow(records, table))
    return made if isinstance(made, pl.DataFrame) else made.to_frame()
