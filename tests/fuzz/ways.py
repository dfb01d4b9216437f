"""The ways in, each as a function of bytes: what a stranger could hand us, read, and what must hold of it looked at.

    WAYS["feed"](data)       returns; anything that it raises is a find

Each reads its input and nothing more (no article is read for what it says): so it is cheap enough to run a million times. `WHOLE` reads the article, too.
"""

from __future__ import annotations

import gzip
import io
import os
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from onrecord.errors import LedgerError, OnrecordError, SettingsError, SourceError
from onrecord.sources.detect import form_of_content
from onrecord.sources.feed import from_feed
from onrecord.sources.html import from_html
from onrecord.sources.jsonl import from_document, from_lines
from onrecord.sources.packed import DAMAGE, opened
from onrecord.sources.pieces import article_of, fields_of, piece_of, pieces
from onrecord.sources.plain import from_bytes
from onrecord.sources.warc import from_page, pages
from onrecord.sources.ways import documents, open_sources
from onrecord.values import notation
from onrecord.values.article import Article
from onrecord.values.moment import is_iso
from onrecord.values.wire import dumps, loads

Way = Callable[[bytes], None]
STRINGS = ("key", "published", "updated", "outlet", "url", "language", "headline", "deck", "byline", "agency")
MOST = 200  # articles of one input that are looked at


def sound(articles: Iterable[Article], *, some: bool = True) -> None:
    """Articles that hold what is promised of them: strings or None, problems with a remedy; and at least one."""
    number = 0
    for number, one in zip(range(1, MOST), articles, strict=False):  # noqa: B007
        assert isinstance(one.text, str)
        for name in STRINGS:
            value = getattr(one, name)
            assert value is None or isinstance(value, str), name
        assert one.published_basis in ("given", "metadata")
        assert one.text.strip() or one.problems, "nothing was read, and nothing says why"
        for problem in one.problems:
            assert problem.message
            assert problem.remedy
    assert number or not some, "no article, and no problem"


def text(data: bytes) -> None:
    """Bytes of a text file."""
    article = from_bytes(data)
    sound([article])
    if (
        article.text
        and not article.problems
        and b"\x00" not in data
        and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    ):
        assert data.startswith(article.text.encode()), "UTF-8 was altered"


def html(data: bytes) -> None:
    """A page."""
    sound([from_html(data)])


def json(data: bytes) -> None:
    """One JSON document."""
    sound(from_document(data, "fuzz"))
    sound(documents(io.BytesIO(data), "fuzz"))


def jsonl(data: bytes) -> None:
    """Lines of JSON."""
    sound(from_lines(io.BytesIO(data), "fuzz"))


def feed(data: bytes) -> None:
    """An RSS or Atom feed."""
    sound(from_feed(data))


def warc(data: bytes) -> None:
    """A WARC file; the corpus is unpacked, so that mutations reach it, and is read packed now and then."""
    source = gzip.compress(data, 1) if data[:1] == b"\x1f" or len(data) % 7 == 0 else data
    with suppress(OSError):
        sound((from_page(page, "fuzz") for page in pages(io.BytesIO(source), "fuzz")), some=False)


def warc_raw(data: bytes) -> None:
    """A WARC file as it is."""
    with suppress(OSError):
        for page in pages(io.BytesIO(data), "fuzz"):
            assert isinstance(page.data, bytes)


def packed(data: bytes) -> None:
    """A packed file: the first byte says which kind, the rest is the file."""
    path = _scratch(".gz" if data[:1] < b"\x80" else ".zst", data[1:])
    try:
        with opened(path) as (stream, _):
            while stream.read(1 << 16):
                pass
    except (*DAMAGE, SourceError):
        pass


def file(data: bytes) -> None:
    """A file of any form, cut into pieces as a batch does; a piece is an article."""
    path = _scratch("", data)
    for piece, _ in zip(pieces(path, "auto", "fuzz"), range(MOST), strict=False):
        one, done = piece
        assert done >= 0
        sound([article_of(piece_of(fields_of(one), one.data))])


def stdin(data: bytes) -> None:
    """Standard input: the form is seen from the content."""
    form_of_content(data)
    with suppress(SourceError, OSError):
        sound(open_sources(["-"], stdin=io.BytesIO(data)), some=False)


def notations(data: bytes) -> None:
    """A record in the notation; what is read is written and read again."""
    try:
        record = notation.read(data.decode("utf-8", "surrogatepass" if data[-1:] == b"\xed" else "replace"))
    except OnrecordError:
        return
    assert notation.read(notation.write(record)) == record


def wire(data: bytes) -> None:
    """A record in JSON; what is read is written and read again."""
    try:
        record = loads(data.decode("utf-8", "replace"))
    except OnrecordError:
        return
    assert dumps(loads(dumps(record))) == dumps(record)


def review(data: bytes) -> None:
    """What comes back from an annotation tool: the first byte says which."""
    from onrecord.views.review.forms import FORMS

    form = FORMS[data[0] % len(FORMS)] if data else FORMS[0]
    if form.name == "brat":
        path = _scratch(".ann", data[1:])
        path.with_suffix(".txt").write_bytes(b"Ilves and Toom met for 20 minutes, state radio reported.")
    else:
        path = _scratch(".json", data[1:])
    with suppress(SourceError):
        for one in form.read(path, lambda report, record: ()):
            assert isinstance(one.text, str)
            for mark in one.marks:
                assert isinstance(mark.path, str)


def url(data: bytes) -> None:
    """The name of a ledger, of a page to fetch, of an input."""
    from onrecord.ledger.engine import shown, url_of
    from onrecord.sources import fetch

    told = data.decode("utf-8", "replace")
    with suppress(LedgerError):
        shown(url_of(told))
    with suppress(SourceError):
        fetch.check(told)
    if not fetch.is_url(told) and not set(told) & set("*?[") and told != "-":
        with suppress(SourceError):
            open_sources([told])


def moment(data: bytes) -> None:
    """A date, in all the ways that we read one."""
    from onrecord.ledger.moments import moment as in_ledger
    from onrecord.sources.page_metadata import moment as of_page

    told = data.decode("utf-8", "replace")
    if found := of_page(told):
        assert is_iso(found), found
    if is_iso(told):
        assert of_page(told) is None or is_iso(of_page(told) or "")
    with suppress(LedgerError):
        in_ledger(told)


def reading(data: bytes) -> None:
    """A text, read for what it says, by rules: no fault of ours, and evidence in the text."""
    import onrecord
    from onrecord.values.record import findings, spans_of

    article = from_bytes(data)
    record = onrecord.read(article.text[:20_000], published="2026-03-03", settings=onrecord.Settings(learned=False))
    for problem in record.problems:
        assert "report this" not in problem.remedy, problem
    for one in findings(record):
        for span in spans_of(one):
            assert record.article.text[span.start : span.end]
    assert dumps(loads(dumps(record))) == dumps(record)


_FOLDER: list[Path] = []


def _scratch(suffix: str, data: bytes) -> Path:
    """A file in memory, the same each time."""
    if not _FOLDER:
        base = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        _FOLDER.append(Path(tempfile.mkdtemp(prefix=f"onrecord-fuzz-{os.getpid()}-", dir=base)))
    path = _FOLDER[0] / f"input{suffix}"
    path.write_bytes(data)
    return path


def sweep() -> None:
    """Takes the scratch files away."""
    import shutil

    while _FOLDER:
        shutil.rmtree(_FOLDER.pop(), ignore_errors=True)


WAYS: dict[str, Way] = {
    "text": text, "html": html, "json": json, "jsonl": jsonl, "feed": feed, "warc": warc, "warc_raw": warc_raw, "packed": packed, "file": file,
    "stdin": stdin, "notation": notations, "wire": wire, "review": review, "url": url, "moment": moment, "reading": reading,
}  # fmt: skip
ERRORS = (OnrecordError, SettingsError)
