"""The Python face of onrecord.

>>> import onrecord
>>> record = onrecord.read("The ministers met for 20 minutes, an official said.", published="2026-03-02")
>>> [event.type for event in record.events]
['CONSULT']
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from onrecord.keeping.given import Given, article_of
from onrecord.pipeline import read_article
from onrecord.settings import Settings, from_environment
from onrecord.values.article import Article
from onrecord.values.record import Record

if TYPE_CHECKING:
    import pandas as pd  # type: ignore[import-untyped,import-not-found,unused-ignore]
    import polars as pl  # type: ignore[import-untyped,import-not-found,unused-ignore]
    import pyarrow as pa  # type: ignore[import-untyped,import-not-found,unused-ignore]

    from onrecord.batch.job import Job
    from onrecord.batch.run import Summary, Watcher
    from onrecord.keeping.ledger import Ledger
    from onrecord.values.story import Story


def read(
    text: str | Article,
    *,
    published: str | None = None,
    outlet: str | None = None,
    key: str | None = None,
    url: str | None = None,
    headline: str | None = None,
    language: str | None = None,
    settings: Settings | None = None,
) -> Record:
    """The record of one report: of its text, or of an `Article` (to which what else is given is added).

    `published` is ISO 8601; times are read against its day (a year or month alone is kept, and resolves nothing). Without it they stay as
    open as the text leaves them; with what is no date, too, and `record.problems` says so. Offsets in the record are
    code points into `text`. Never raises on a bad text: `record.problems` says what could not be read, and what in it can mislead the eye, as the
    command does. Raises SettingsError for settings that cannot be, and for what is no text.
    """
    more = {
        "key": key,
        "published": published,
        "outlet": outlet,
        "url": url,
        "headline": headline,
        "language": language,
    }
    given: dict[str, Any] = {name: value for name, value in more.items() if value is not None}
    article = replace(text, **given) if isinstance(text, Article) else article_of({"text": text, **given})
    return read_article(article_of(article), settings or from_environment())


def read_many(articles: Iterable[Given], *, settings: Settings | None = None) -> Iterator[Record]:
    """The records of many reports, in their order, one at a time (memory stays flat).

    Each is an `Article`, a text, or a mapping with `text` and any of an Article's fields. Raises SettingsError, naming the field, for a
    mapping without `text`.
    """
    chosen = settings or from_environment()
    for one in articles:
        yield read_article(article_of(one), chosen)


def compare(sources: Iterable[Given | Record], *, settings: Settings | None = None) -> Story:
    """Reports of one happening as a story: origins, what each account says, what they agree on, where they differ, who says which.

    Each source is a `Record`, or whatever `read_many` takes. No value is held to be right; `stories.policies` are views.

    >>> story = onrecord.compare(["The talks lasted 20 minutes, an aide said."])
    >>> story.tally()
    Tally(reports=1, outlets=1, texts=1, origins=1)
    """
    from onrecord.stories.compare import compare as compared  # noqa: PLC0415  who only reads articles groups none

    chosen = settings or from_environment()
    return compared(one if isinstance(one, Record) else read_article(article_of(one), chosen) for one in sources)


def open_ledger(
    target: str | Path, *, create: bool = True, settings: Settings | None = None, clock: Callable[[], str] | None = None
) -> Ledger:
    """The ledger in a file (SQLite) or at a URL ("postgresql+psycopg://…"); made where it is not there, if `create`.

    >>> with onrecord.open_ledger("news.db") as ledger:  # doctest: +SKIP
    ...     ledger.add([{"text": "…", "published": "2026-03-02"}])
    ...     ledger.stories()

    `clock` says what time it is (ISO 8601 in UTC), for what is added or judged: the clock of the machine, unless one is given. Raises
    LedgerError, naming the remedy, where it cannot be opened, or was made by a newer onrecord.
    """
    from onrecord.keeping.ledger import Ledger  # noqa: PLC0415  who only reads articles needs no database

    return Ledger(target, clock=clock or _now, settings=settings or from_environment(), create=create)


def restore_ledger(
    backup: str | Path,
    target: str | Path,
    *,
    clock: Callable[[], str] | None = None,
    told: Callable[[int, int], object] = lambda done, of: None,
) -> None:
    """Makes a ledger in a file or at a URL of a backup (`Ledger.backup`), or fills an empty one: whole, or nothing is left behind.

    `told` is called with how many rows are copied, and of how many. Raises LedgerError, naming the remedy, where the file is no backup or the ledger
    is not empty.
    """
    from onrecord.ledger.copying import restore_to  # noqa: PLC0415  who only reads articles needs no database

    restore_to(Path(backup), target, (clock or _now)(), told)


def _now() -> str:
    from onrecord.ledger.moments import written  # noqa: PLC0415

    return written(datetime.now(UTC))


def read_batch(
    inputs: Iterable[str | Path],
    out: str | Path | None = None,
    *,
    ledger: str | Path | None = None,
    engine: Literal["local", "ray"] = "local",
    workers: int = 1,
    again: bool = False,
    job: Job | None = None,
    watcher: Watcher | None = None,
    **how: Any,
) -> Summary:
    """Files of articles, however many, into tables by day of publication in the folder `out`, into a ledger, or both.

    Stopped or killed anywhere, the same call goes on where it was. What is done is remembered in `out`; without it in `LEDGER.batch` beside
    a ledger that is a file, and no tables are written. `job` says how each article is read (default: by the settings of the environment),
    `how` is as in `batch.run.run`: `form`, `format`, `size`. Workers are processes of their own; this process alone writes.

    >>> onrecord.read_batch(["archive/"], "tables/", workers=2)  # doctest: +SKIP

    Raises BatchError, SourceError, LedgerError and WeightsError, naming the remedy.
    """
    from onrecord.batch.into import batched  # noqa: PLC0415  who only reads articles starts no processes
    from onrecord.batch.job import Job as How  # noqa: PLC0415
    from onrecord.batch.run import Silent  # noqa: PLC0415

    chosen, told = job or How(from_environment()), watcher or Silent()
    names, more = [str(one) for one in inputs], {"engine": engine, "workers": workers, "again": again, **how}
    if ledger is None:
        return batched(names, out, chosen, told, **more)
    from onrecord.keeping.keeper import Keeper  # noqa: PLC0415

    with open_ledger(ledger, settings=chosen.settings) as kept:
        keeper = Keeper(kept)
        summary = batched(
            names, out, chosen, told, ledger=str(ledger), keep=keeper, empty=not kept.counts().reports, **more
        )
        kept.settle()
    return summary


def export(records: Iterable[Record], to: str, out: str | Path | None = None) -> bytes | Path:
    """Records in another tool's form (`onrecord export --help` lists them): the bytes, or the file or folder `out` that was written.

    >>> onrecord.export(onrecord.read_many(texts), to="geojson", out="news.geojson")  # doctest: +SKIP

    Raises SettingsError, naming the remedy, for no such form, a package that is missing, or a form of several files without a folder.
    """
    made: bytes | Path = _face().export(records, to, out)
    return made


def to_arrow(records: Iterable[Record], table: str = "values") -> pa.Table:
    """Records as an Arrow table: `values`, one row for each value that somebody asserts of an event, or `events`, one row an event.

    Each row has its words, sentence and offsets (code points into the article's text), and who says it. Raises SettingsError where
    pyarrow is not installed, or for no such table.
    """
    made: pa.Table = _face().to_arrow(records, table)
    return made


def to_pandas(records: Iterable[Record], table: str = "values") -> pd.DataFrame:
    """The same as a pandas data frame (needs pandas and pyarrow)."""
    made: pd.DataFrame = _face().to_pandas(records, table)
    return made


def to_polars(records: Iterable[Record], table: str = "values") -> pl.DataFrame:
    """The same as a polars data frame (needs polars and pyarrow)."""
    made: pl.DataFrame = _face().to_polars(records, table)
    return made


def _face() -> Any:
    """The exports, found when asked for: they stand in `views`, above this face, which must not need them to be imported."""
    return import_module("onrecord.views.export.face")
