"""A file -> its articles unread, as bytes: what one process can cut cheaply, so that others do the dear work.

pieces(path, "auto", key) -> Piece, Piece, …        one for each article, streamed
article_of(piece)         -> Article                what `open_sources` would have given
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Literal, cast

from onrecord.sources.detect import LOOKED_AT, form_of_content, form_of_name
from onrecord.sources.feed import from_feed
from onrecord.sources.html import from_html
from onrecord.sources.jsonl import from_line
from onrecord.sources.oddities import noted
from onrecord.sources.packed import DAMAGE, opened
from onrecord.sources.plain import LARGEST, from_bytes
from onrecord.sources.warc import Page, from_page, pages
from onrecord.sources.ways import documents, rest_of
from onrecord.values.article import Article
from onrecord.values.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Kind = Literal["text", "html", "page", "line", "article"]
WHOLE: Final = "Check its permissions, and that it is a whole file."


@dataclass(frozen=True, slots=True)
class Piece:
    """One article unread. `kind`: a text, an HTML page, a page of a WARC file, a line of JSON, or an Article's fields as JSON (of feeds and
    JSON documents, which are cut by reading them). `url`, `crawled`, `type` and `charset` are a WARC page's own."""

    kind: Kind
    data: bytes
    where: str
    key: str | None = None
    url: str | None = None
    crawled: str | None = None
    type: str = ""
    charset: str | None = None


def pieces(path: Path, form: str, key: str) -> Iterator[tuple[Piece, int]]:
    """(each article of a file, bytes of the file read so far), in order. `key` is that of its one article, and names the file in problems; memory is bounded by one article (a feed or one JSON document:
    by the file). A file that cannot be read, or only in part, ends with a piece that says so. Raises SourceError where a library that
    it needs is not installed."""
    done = 0
    try:
        with opened(path) as (stream, raw):
            for piece in _cut(stream, form if form != "auto" else form_of_name(path.name) or "auto", key, key):
                done = raw.tell()
                yield piece, done
    except DAMAGE as error:
        reason = getattr(error, "strerror", None) or error
        yield _bad(key, key, f"it cannot be read ({reason})", WHOLE), done


def article_of(piece: Piece) -> Article:
    """The article of a piece. Never raises."""
    return noted(_article(piece))


def _article(piece: Piece) -> Article:
    if piece.kind == "line":
        return from_line(piece.data, piece.where)
    if piece.kind == "html":
        return from_html(piece.data, key=piece.key, where=piece.where)
    if piece.kind == "page":
        return from_page(Page(piece.data, piece.url, piece.crawled, piece.type, piece.charset), piece.where)
    if piece.kind == "text":
        return from_bytes(piece.data, key=piece.key, where=piece.where)
    fields: dict[str, Any] = json.loads(piece.data)
    return Article(**fields | {"problems": tuple(Problem(**one) for one in fields["problems"])})


def _cut(stream: BinaryIO, form: str, key: str, where: str) -> Iterator[Piece]:
    if form == "auto":
        start = stream.read(LOOKED_AT * 4)
        form, stream = form_of_content(start), rest_of(start, stream)
    if form == "jsonl":
        yield from _lines(stream, key, where)
    elif form == "warc":
        for number, page in enumerate(pages(stream, where), 1):
            place = f"{where} page {number}"
            yield Piece("page", page.data, place, page.url, page.url, page.crawled, page.kind, page.charset)
    elif form == "feed":
        yield from _articles(from_feed(stream.read(LARGEST + 1), key=key, where=where))
    elif form == "json":
        yield from _articles(documents(stream, where))
    else:
        yield Piece("html" if form == "html" else "text", stream.read(LARGEST + 1), where, key)


def _lines(stream: BinaryIO, key: str, where: str) -> Iterator[Piece]:
    number, any_line = 0, False
    while line := stream.readline(LARGEST + 1):
        number, any_line = number + 1, any_line or bool(line.strip())
        if len(line) > LARGEST:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LARGEST)
            long = f"the line is longer than {LARGEST // 1024 // 1024} MB"
            yield _bad(f"{where} line {number}", f"{key}#{number}", long, "Put one article on a line.")
        elif line.strip():
            yield Piece("line", line.rstrip(b"\r\n"), f"{where} line {number}", f"{key}#{number}")
    if not any_line:
        yield _bad(where, key, "there is no article in it", "Give one JSON object a line.")


def _articles(made: Iterable[Article]) -> Iterator[Piece]:
    for article in made:
        where = article.problems[0].where if article.problems else article.key or ""
        yield Piece("article", json.dumps(asdict(article)).encode("ascii"), where, article.key)


def _bad(where: str, key: str | None, message: str, remedy: str) -> Piece:
    (piece,) = _articles([Article("", key=key, problems=(Problem(where, "sources", message, remedy),))])
    return piece


def fields_of(piece: Piece) -> dict[str, Any]:
    """What a piece is but for its bytes, as plain data: the other half of `piece_of`."""
    return {name: getattr(piece, name) for name in FIELDS if getattr(piece, name)}


def piece_of(fields: dict[str, Any], data: bytes) -> Piece:
    """The piece of its fields and its bytes."""
    return Piece(data=data, **{"where": ""} | {name: fields[name] for name in FIELDS if name in fields})


FIELDS: Final = cast("tuple[str, ...]", tuple(name for name in Piece.__dataclass_fields__ if name != "data"))
