"""The one entry: files, folders, globs, URLs and standard input -> Articles, in order, one at a time.

    for article in open_sources(["reports/", "page.html", "-"], outlet="Baltic Wire"):
        …

To add a way in: write its file, give its form a name in `detect`, add its line in `_articles`.
"""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from onrecord.errors import SourceError
from onrecord.sources import fetch as web
from onrecord.sources.detect import FORMS, LOOKED_AT, Form, form_of_content, form_of_name
from onrecord.sources.feed import from_feed
from onrecord.sources.folder import files, is_glob, is_there, matches, named
from onrecord.sources.html import from_html
from onrecord.sources.jsonl import from_document, from_lines
from onrecord.sources.oddities import noted
from onrecord.sources.packed import DAMAGE, opened
from onrecord.sources.plain import LARGEST, from_bytes
from onrecord.sources.warc import from_page, pages
from onrecord.values.article import Article
from onrecord.values.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STDIN: Final = "-"
LARGEST_DOCUMENT: Final = 4 * LARGEST  # of one JSON document, which must be held whole


def open_sources(
    inputs: Sequence[str],
    form: str = "auto",
    *,
    fetch: bool = False,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    headline: str | None = None,
    language: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article]:
    """The articles of all inputs, in order. `inputs`: paths, folders, globs, "-" (standard input), URLs (with `fetch`).

    `form` is `auto`, `text`, `html`, `jsonl`, `json`, `feed` or `warc`. `published` (ISO 8601) and the others are given to every article that does not
    bring its own; a day found in a page's metadata yields to them. The inputs are looked at before the first article comes, so a
    missing file raises at once. Raises SourceError, naming the remedy. Memory is bounded by one article (JSON lines: one line).
    """
    if form not in FORMS:
        raise SourceError(f"{form!r} is no form: choose from {', '.join(FORMS)}")
    if not inputs:
        raise SourceError('no input: name files, folders or "-" for standard input')
    checked = [_checked(name, fetch=fetch) for name in inputs]
    return _stream(
        checked, form, {"outlet": outlet, "url": url, "headline": headline, "language": language}, published, stdin
    )


def _stream(
    inputs: Sequence[str], form: str, given: dict[str, str | None], published: str | None, stdin: BinaryIO | None
) -> Iterator[Article]:
    for name in inputs:
        for article in _of_input(name, form, stdin):
            yield noted(given_to(article, given, published))


def _checked(name: str, *, fetch: bool) -> str:
    if name == STDIN:
        return name
    named(name)
    if web.is_url(name):
        if not fetch:
            raise SourceError(f"{name} is a URL: add --fetch to have it fetched, or save the page and read the file")
        web.check(name)
        return name
    if is_glob(name):
        matches(name)
        return name
    if not is_there(name):
        raise SourceError(
            f"{name[:200]} is not there: check the path (standard input is '-'; a text itself goes through standard input)"
        )
    return name


def _of_input(name: str, form: str, stdin: BinaryIO | None) -> Iterator[Article]:
    if name == STDIN:
        yield from _articles(stdin or sys.stdin.buffer, form, None, "stdin")
    elif web.is_url(name):
        yield web.fetch(name)
    elif is_glob(name):
        for path in matches(name):
            yield from _of_file(path, form, path.as_posix(), alone=False)
    elif Path(name).is_dir():
        for path in files(Path(name)):
            yield from _of_file(path, form, path.relative_to(name).as_posix(), alone=False)
    else:
        yield from _of_file(Path(name), form, Path(name).as_posix(), alone=True)


def _of_file(path: Path, form: str, key: str, *, alone: bool) -> Iterator[Article]:
    """The articles of one file. A file of many that cannot be opened costs itself alone."""
    try:
        with opened(path) as (stream, _):
            yield from _articles(stream, form if form != "auto" else form_of_name(path.name) or "auto", key, str(path))
    except DAMAGE as error:
        reason = getattr(error, "strerror", None) or error
        if alone:
            raise SourceError(
                f"{path} cannot be read ({reason}): check its permissions, and that it is a whole file"
            ) from error
        yield Article(
            "",
            key=key,
            problems=(
                Problem(
                    str(path),
                    "sources",
                    f"it cannot be read ({reason})",
                    "Check its permissions, and that it is a whole file.",
                ),
            ),
        )


def _articles(stream: BinaryIO, form: str, key: str | None, where: str) -> Iterator[Article]:
    start = b""
    if form == "auto":
        start = _start(stream)
        form = form_of_content(start)
    chosen = cast("Form", form)
    whole = rest_of(start, stream)
    if chosen == "jsonl":
        yield from from_lines(whole, where)
    elif chosen == "json":
        yield from documents(whole, where)
    elif chosen == "warc":
        for number, page in enumerate(pages(whole, where), 1):
            yield from_page(page, f"{where} page {number}")
    elif chosen == "feed":
        yield from from_feed(whole.read(LARGEST + 1), key=key, where=where)
    elif chosen == "html":
        yield from_html(whole.read(LARGEST + 1), key=key, where=where)
    else:
        yield from_bytes(whole.read(LARGEST + 1), key=key, where=where)


def _start(stream: BinaryIO) -> bytes:
    """The first bytes, as many as are needed to see the form. A pipe may give them in small pieces."""
    start = b""
    while len(start) < LOOKED_AT * 4 and (part := stream.read(LOOKED_AT * 4 - len(start))):
        start += part
    return start


def rest_of(start: bytes, stream: BinaryIO) -> BinaryIO:
    """The whole stream again, of what was read of its start and the rest."""
    return cast("BinaryIO", _Joined(start, stream)) if start else stream


def documents(stream: BinaryIO, where: str) -> Iterator[Article]:
    """The articles of a stream that is one JSON document, or JSON lines under that name."""
    data = stream.read(LARGEST_DOCUMENT + 1)
    if len(data) > LARGEST_DOCUMENT:
        problem = Problem(
            where,
            "sources",
            f"it is one JSON document of more than {LARGEST_DOCUMENT // 1024 // 1024} MB",
            "Give JSON lines: one article a line, read one at a time.",
        )
        yield Article("", problems=(problem,))
        return
    lines = data.split(b"\n", 2)
    if len(lines) > 1 and lines[0].strip().endswith(b"}") and lines[1].lstrip().startswith(b"{"):
        yield from from_lines(cast("BinaryIO", io.BytesIO(data)), where)  # JSON lines under the name .json
        return
    yield from from_document(data, where)


class _Joined(io.RawIOBase):
    """What was already read of a stream, and then the rest of it."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._start = io.BytesIO(start)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        size = -1 if size is None else size
        head = self._start.read(size)
        if 0 <= size == len(head):
            return head
        return head + self._rest.read(size - len(head) if size >= 0 else -1)

    def readline(self, size: int | None = -1, /) -> bytes:
        size = -1 if size is None else size
        head = self._start.readline(size)
        if head.endswith(b"\n") or 0 <= size == len(head):
            return head
        return head + self._rest.readline(size - len(head) if size >= 0 else -1)


def given_to(article: Article, given: dict[str, str | None], published: str | None) -> Article:
    """The article with what the caller gave for it, where it does not bring its own."""
    fields: dict[str, str | None] = {
        name: value for name, value in given.items() if value is not None and getattr(article, name) is None
    }
    if given.get("outlet") and article.published_basis == "metadata":
        fields["outlet"] = given["outlet"]
    if published and (article.published is None or article.published_basis == "metadata"):
        fields |= {"published": published, "published_basis": "given"}
    return replace(article, **fields) if fields else article  # type: ignore[arg-type]
