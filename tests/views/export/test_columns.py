"""The flat tables, as Parquet and as data frames."""

from __future__ import annotations

import io

import pytest
from export_news import QUIET, RECORD, TEXT

import onrecord
from onrecord.errors import SettingsError
from onrecord.views.export.face import export
from onrecord.views.export.tables import EVENTS, VALUES, event_rows, value_rows


def test_every_value_has_its_words_and_who_says_it() -> None:
    """One row a value: the columns are those of the table, the words are the text's at the row's offsets."""
    rows = list(value_rows([RECORD]))
    assert all(list(row) == list(VALUES) for row in rows)
    assert all(TEXT[row["start"] : row["end"]] == row["words"] for row in rows)
    killed = [
        (row["number"], row["number_high"], row["speaker"], row["bound"]) for row in rows if row["field"] == "killed"
    ]
    assert killed == [(12, None, "police", "at_least"), (19, 19, "The mayor", "exact")]
    denied = next(row for row in rows if row["status"] == "denied" and row["field"] == "status")
    assert (denied["speaker"], denied["polarity"]) == ("The army", "denies")


def test_every_event_has_one_row_whatever_its_status() -> None:
    """Denied, planned and background events are there, and say so."""
    rows = list(event_rows([RECORD, QUIET]))
    assert all(list(row) == list(EVENTS) for row in rows)
    assert [row["status"] for row in rows] == ["happened", "happened", "denied", "happened", "planned", "happened"]
    assert [row["background"] for row in rows].count(True) == 1
    assert (rows[0]["actors"], rows[0]["disputed"]) == (["Anna Ilves", "Karl Toom"], ["duration"])
    assert (rows[1]["killed"], rows[1]["killed_high"], rows[1]["date_stated"]) == (12, 19, True)


@pytest.mark.parametrize(("form", "rows"), [("parquet", value_rows), ("parquet-events", event_rows)])
def test_parquet_is_read_back_as_it_was(form, rows) -> None:
    """pyarrow reads the very rows; types are fixed, so that an empty file has them too."""
    pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    table = pq.read_table(io.BytesIO(export([RECORD], form)))
    assert table.to_pylist() == list(rows([RECORD]))
    assert pq.read_table(io.BytesIO(export([], form))).schema.equals(table.schema, check_metadata=True)
    assert table.schema.metadata[b"onrecord:schema"] == b"onrecord/1"


def test_data_frames_hold_the_same_rows() -> None:
    """`onrecord.to_pandas` and `to_polars` give the table that is asked for."""
    pytest.importorskip("pyarrow")
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    rows = list(value_rows([RECORD]))
    frame = onrecord.to_pandas([RECORD])
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame["speaker"]) == [row["speaker"] for row in rows]
    assert frame.groupby("field")["number_high"].max()["killed"] == 19
    other = onrecord.to_polars([RECORD], "events")
    assert isinstance(other, polars.DataFrame)
    assert other.height == len(RECORD.events)
    assert onrecord.to_arrow([RECORD]).num_rows == len(rows)


def test_halves_of_letters_do_not_stop_a_table() -> None:
    """A lone surrogate, which no UTF-8 can hold, becomes "?"."""
    pytest.importorskip("pyarrow")
    from onrecord.values.notation import read as noted

    broken = noted("onrecord/1\narticle\nASSAULT e1 'hit'\n", "\ud800 hit")
    assert onrecord.to_arrow([broken], "events")["sentence"].to_pylist() == ["? hit"]


def test_a_table_that_is_not_there_is_named_with_those_that_are() -> None:
    """The error lists the tables."""
    pytest.importorskip("pyarrow")
    with pytest.raises(SettingsError, match="values, events"):
        onrecord.to_arrow([RECORD], "rows")
