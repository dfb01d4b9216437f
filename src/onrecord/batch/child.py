"""A process that reads: `python -m onrecord.batch.child`. Loads network and gazetteer once, then answers each article with its record.

    in   {"settings": …, "given": …}                       once
    out  {"ready": true}  or  {"fault": "…"}               once
    in   {"kind": …, "where": …, …} + the article's bytes  for each article
    out  {"day": …, "problems": 0, …} + the record         for each article, or {"raised": "…"}; for a ledger the article, too

It ends when its input ends, so it does not outlive who started it; an article that takes far too long ends it, too.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from onrecord.batch.frames import packed, received
from onrecord.batch.job import Job, job_from_json
from onrecord.errors import OnrecordError
from onrecord.ledger.identity import article_json
from onrecord.reading.lightly import start_lightly
from onrecord.sources.pieces import article_of, piece_of
from onrecord.sources.ways import given_to
from onrecord.values.wire import dumps

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.settings import Settings
    from onrecord.values.article import Article
    from onrecord.values.record import Record

    Read = Callable[[Article, Settings], Record]

UNDATED: Final = "undated"
MERCY: Final = 2.0  # times the limit after which the process ends itself, should nobody have ended it


def main() -> int:
    """Reads until the input ends."""
    start_lightly()
    from onrecord.pipeline import read_article  # noqa: PLC0415  what a test reads with instead need not load the pipeline

    return serve(read_article)


def serve(read: Read) -> int:
    """Answers articles with records that `read` makes, until the input ends. 0, or 1 where the reader could not be loaded."""
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not come between two messages
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started this decides when it ends
    if (first := received(source)) is None:
        return 0
    job = job_from_json(first[0])
    try:
        _warm(read, job)
    except OnrecordError as error:
        _answer(sink, {"fault": str(error)})
        return 1
    _answer(sink, {"ready": True})
    given = dict(job.given)
    while (message := received(source)) is not None:
        signal.setitimer(signal.ITIMER_REAL, job.seconds * MERCY)
        try:
            head, data = one(message[0], message[1], job, given, read)
        except Exception as error:  # noqa: BLE001  told to who asked, who sets the article aside
            head, data = {"raised": f"{type(error).__name__}: {error}"[:500]}, b""
        signal.setitimer(signal.ITIMER_REAL, 0)
        _answer(sink, head, data)
    return 0


def one(
    fields: dict[str, Any], data: bytes, job: Job, given: dict[str, str], read: Read
) -> tuple[dict[str, Any], bytes]:
    """(what is told of it, the record as a line of JSON) of one article."""
    article = given_to(article_of(piece_of(fields, data)), {**given, "published": None}, given.get("published"))
    return told(read(article, job.settings), None if job.ledger is None else article)


def told(record: Record, article: Article | None = None) -> tuple[dict[str, Any], bytes]:
    """The day and the counts of a record, and its line; the article, where one is given."""
    counts = {"problems": len(record.problems), "events": len(record.events), "attributions": len(record.attributions)}
    bearer = {"article": article_json(article)} if article is not None else {}
    return {"day": day_of(record), **counts, **bearer}, dumps(record).encode("utf-8") + b"\n"


def day_of(record: Record) -> str:
    """The day of publication as the report itself writes it, in its own zone; `undated` where it is not known to the day."""
    value = record.article.published.value or ""
    try:
        return date.fromisoformat(value[:10]).isoformat()
    except ValueError:
        return UNDATED


def _warm(read: Read, job: Job) -> None:
    """Has everything loaded before the first article's time begins to run."""
    from onrecord.values.article import Article  # noqa: PLC0415  see main

    read(Article("Two ministers met in Riga on Monday, an official said.", published="2026-03-02"), job.settings)


def _answer(sink: BinaryIO, head: dict[str, Any], data: bytes = b"") -> None:
    sink.write(packed(head, data))
    sink.flush()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:
        sys.exit(0)  # nobody waits for the answer any more
