"""WARC files (ISO 28500), such as the CC-NEWS files of Common Crawl -> the pages in them, one at a time, with address and moment of the crawl.

Only answers with status 200 that are HTML or plain text are taken. Needs fastwarc (`onrecord[warc]`).
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from onrecord.errors import SourceError
from onrecord.sources.html import from_html
from onrecord.sources.plain import LARGEST, from_bytes
from onrecord.values.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.values.article import Article

HTML: Final = ("text/html", "application/xhtml+xml")
PAGES: Final = (*HTML, "text/plain")
PIECE: Final = 1 << 20
ENDLESS: Final = 1 << 30  # bytes of one page


@dataclass(frozen=True, slots=True)
class Page:
    """One answer of a web server. `crawled`: ISO 8601 in UTC, None where the file does not say; `kind`: its content type, lower case."""

    data: bytes
    url: str | None
    crawled: str | None
    kind: str
    charset: str | None = None


def pages(stream: BinaryIO, where: str) -> Iterator[Page]:
    """The pages of a WARC stream (unpacked, gzip or zstd), in order; memory is bounded by one page.

    Raises SourceError, naming the remedy, where fastwarc is not installed, and OSError at a damaged place: what came before stands.
    """
    warc = _library(where)
    for record in _records(warc, stream):
        headers = record.http_headers
        kind = (record.http_content_type or "").lower()
        if headers is None or headers.status_code != 200 or kind not in PAGES:
            continue
        moment, data = record.record_date, record.reader.read(LARGEST + 1)
        _pass_over(record.reader)
        yield Page(
            data,
            record.headers.get("WARC-Target-URI"),
            moment.isoformat(timespec="seconds") if moment else None,
            kind,
            record.http_charset,
        )


def _pass_over(reader: Any) -> None:
    """Reads the rest of a page away: what is left of a packed page, the library would take for the next record. Raises OSError for a page without end."""
    passed = 0
    while part := reader.read(PIECE):
        passed += len(part)
        if passed > ENDLESS:
            raise OSError("a page in it unpacks without end")


class _Forward:
    """A stream that can only be read on, and says where it is: all that the library may ask of it."""

    def __init__(self, stream: BinaryIO) -> None:
        # piece by piece, so that what stands before a damaged place is not lost with it
        self._some: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        data = self._some(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at


def _records(warc: Any, stream: BinaryIO) -> Iterator[Any]:
    """The answers in an archive. Raises OSError at a damaged place, also where the library itself gives up."""
    try:
        yield from warc.ArchiveIterator(
            _Forward(stream),
            record_types=warc.WarcRecordType.response,
            parse_http=True,
            auto_decode="all",
            fsspec_args=False,
        )
    except BaseException as error:
        # a panic of the library's Rust is no Exception; nor may it pass for one of ours
        if type(error).__name__ != "PanicException" and not isinstance(error, ValueError):
            raise
        raise OSError(f"damaged: {error}") from error


def from_page(page: Page, where: str) -> Article:
    """The article of a page. Its day of publication is the page's own; where the page tells none, it is the day of the crawl, and a
    Problem says so. Never raises."""
    if page.kind in HTML:
        article = from_html(_told(page), key=page.url, url=page.url, where=where)
    else:
        article = replace(from_bytes(page.data, key=page.url, where=where), url=page.url)
    if article.published or not page.crawled:
        return article
    problem = Problem(
        where,
        "sources",
        "the page tells no day of publication; the day of the crawl was taken",
        "Give --published if all pages are of one day.",
    )
    day = page.crawled[:10]
    return replace(article, published=day, published_basis="metadata", problems=(*article.problems, problem))


def _told(page: Page) -> bytes | str:
    """The page as text where the server named an encoding other than UTF-8, which the bytes alone do not show."""
    if not page.charset or page.charset.lower().replace("-", "") == "utf8" or b"charset" in page.data[:2048].lower():
        return page.data
    try:
        return page.data[:LARGEST].decode(page.charset)
    except (LookupError, ValueError):
        return page.data


def _library(where: str) -> Any:
    try:
        return importlib.import_module("fastwarc.warc")
    except ImportError as error:
        raise SourceError(f"{where} is a WARC file: pip install 'onrecord[warc]' to read it") from error
