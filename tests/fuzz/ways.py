"""The ways in, each as a function of bytes: what a stranger could hand us, read, and what must hold of it looked at.

    WAYS["feed"](data)       returns; anything that it raises is a find

One call is one execution. So that a million of them can be had, a way reads its own form and stands in for what has a way of its own; what is left to
another way is said here and nowhere hidden:

| way | an execution is | left to another way |
|---|---|---|
| `moment` | one string taken as a date by `page_metadata.moment`, `is_iso` and the ledger | |
| `bytes` | one file decoded to an article (`plain.from_bytes`), and its oddities noted (`oddities.noted`) | the words' reading: `text` |
| `url` | one string as a ledger's name, a page to fetch (checked, not fetched) and an input's name | |
| `jsonl`, `json` | a file of JSON lines, a JSON document, as its articles (`json`: as a stream, in every other as a document at once) | |
| `wire` | one record in JSON: read, written, read and written again | |
| `notation` | one record in the notation: read, written, read again | |
| `review` | one file from Label Studio, Prodigy, doccano or brat, as its marks, and how they differ from what went out; files are held in memory | the judgements in a ledger |
| `metadata` | one page parsed (`lxml`), what it says of itself, whether it is too large | its body: `html` |
| `feed` | one RSS or Atom feed, as its articles | |
| `warc_raw` | one WARC file as it is, cut into pages | the pages: `html` |
| `warc` | one WARC file, in every seventh packed anew, as articles | HTML in it is taken as text: `html` |
| `packed` | one .gz or .zst, unpacked; held in memory | what it holds |
| `file` | one file of no known form, cut into pieces as a batch does, each an article | HTML: `html` |
| `stdin` | one standard input, its form seen from its content, as articles | HTML: `html` |
| `text` | one text, decoded and read by every rule of `reading/` (furniture, quotations, times, places, figures, actors, who says what) and made a record of, over a made parse (`layers.py`) instead of spaCy's | spaCy and the network: `reading` |
| `html` | one page as bytes (in every fourth) or as text, with all of trafilatura and htmldate; justext, which trafilatura asks last, knows English stop words alone here | |
| `reading` | one text read whole, with spaCy; in every eighth also by the network; the record written and read again | |
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any, cast

import held

from onrecord.errors import LedgerError, OnrecordError, SettingsError, SourceError
from onrecord.sources import pieces as _pieces
from onrecord.sources import warc as _warc
from onrecord.sources import ways as _ways
from onrecord.sources.detect import form_of_content
from onrecord.sources.feed import from_feed
from onrecord.sources.html import from_html, too_large
from onrecord.sources.jsonl import from_document, from_lines
from onrecord.sources.oddities import noted
from onrecord.sources.packed import DAMAGE, opened
from onrecord.sources.page_metadata import metadata
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


def plain(data: bytes) -> None:
    """Bytes of a text file."""
    article = from_bytes(data)
    sound([noted(article)])
    if (
        article.text
        and not article.problems
        and b"\x00" not in data
        and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    ):
        assert data.startswith(article.text.encode()), "UTF-8 was altered"


def text(data: bytes) -> None:
    """A text, read by every rule over a made parse; no stage may raise, and evidence is in the text."""
    import layers

    from onrecord.recording.record import record
    from onrecord.values.record import Reader

    article = noted(from_bytes(data))
    reading = layers.through(Article(article.text, published="2026-03-03" if len(data) % 2 else None))
    _whole(record(reading, layers.WITHOUT, Reader("0", "0", None)))


def _whole(made: Any) -> None:
    """A record without a fault of ours, its evidence in the text."""
    from onrecord.values.record import findings, spans_of

    for problem in made.problems:
        assert "report this" not in problem.remedy, problem
    for one in findings(made):
        for span in spans_of(one):
            assert made.article.text[span.start : span.end]


def html(data: bytes) -> None:
    """A page."""
    _english()
    sound([from_html(data if len(data) % 4 == 0 else data.decode("utf-8", "replace"))])


def head(data: bytes) -> None:
    """What a page says of itself."""
    import trafilatura

    tree = trafilatura.load_html(data.decode("utf-8", "replace"))
    if tree is not None and not too_large(tree):
        told = metadata(tree)
        for name in ("published", "updated", "headline", "deck", "byline", "outlet", "url", "language"):
            value = getattr(told, name)
            assert value is None or (isinstance(value, str) and value), name
        assert told.published is None or is_iso(told.published), told.published


def _english() -> None:
    """justext makes the stop words of all languages small at every page: ten milliseconds. English ones are enough to try it."""
    from justext import get_stoplist
    from trafilatura import external

    if external.JT_STOPLIST is None or len(external.JT_STOPLIST) > 2_000:
        external.JT_STOPLIST = get_stoplist("English")


@contextmanager
def _no_html() -> Iterator[None]:
    """Pages are taken as texts: `html` is a way of its own."""

    def taken(data: bytes | str, *, key: str | None = None, url: str | None = None, where: str = "page") -> Article:
        return from_bytes(
            data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"), key=key or url, where=where
        )

    rooms = (_pieces, _warc, _ways)
    try:
        for room in rooms:
            room.from_html = taken
        yield
    finally:
        for room in rooms:
            room.from_html = from_html


def json(data: bytes) -> None:
    """One JSON document."""
    if len(data) % 2:
        sound(from_document(data, "fuzz"))
    else:
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
    with suppress(OSError), _no_html():
        sound((from_page(page, "fuzz") for page in pages(io.BytesIO(source), "fuzz")), some=False)


def warc_raw(data: bytes) -> None:
    """A WARC file as it is."""
    with suppress(OSError):
        for page in pages(io.BytesIO(data), "fuzz"):
            assert isinstance(page.data, bytes)


def packed(data: bytes) -> None:
    """A packed file."""
    kind = ".zst" if data[:1] == b"\x28" else ".gz"
    try:
        with opened(cast("Any", held.Held(f"input{kind}", data))) as (stream, _):
            while stream.read(1 << 16):
                pass
    except (*DAMAGE, SourceError):
        pass


def file(data: bytes) -> None:
    """A file of any form, cut into pieces as a batch does; a piece is an article."""
    with _no_html():
        for piece, _ in zip(pieces(cast("Any", held.Held("input", data)), "auto", "fuzz"), range(MOST), strict=False):
            one, done = piece
            assert done >= 0
            sound([article_of(piece_of(fields_of(one), one.data))])


def stdin(data: bytes) -> None:
    """Standard input: the form is seen from the content."""
    form_of_content(data)
    with suppress(SourceError, OSError), _no_html():
        sound(open_sources(["-"], stdin=io.BytesIO(data)), some=False)


def notations(data: bytes) -> None:
    """A record in the notation; what is read is written and read again."""
    text = data.decode("utf-8", "replace")
    if data[-1:] == b"\xed":  # some with half surrogate pairs, where the bytes allow it
        with suppress(UnicodeDecodeError):
            text = data[:-1].decode("utf-8", "surrogatepass")
    try:
        record = notation.read(text)
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


REPORT = "Ilves and Toom met for 20 minutes, state radio reported."
MEETING = Path(__file__).with_name("corpus") / "notation" / "meeting.txt"


@cache
def _sent() -> tuple[Any, list[Any]]:
    """A record as it went out to a tool, and its marks."""
    from onrecord.views.review.desks import view_of
    from onrecord.views.review.marks import marks

    view = view_of(notation.read(MEETING.read_text(encoding="utf-8")))
    assert view.record.article.text.strip() == REPORT
    return view, list(marks(view))


def review(data: bytes) -> None:
    """What comes back from an annotation tool: the content says which; one input in eight is given to all four. Where the text is the one that went out, what
    was changed in it is looked for."""
    from onrecord.views.review.differing import difference
    from onrecord.views.review.forms import FORMS

    view, marks = _sent()
    start = data.lstrip()[:1]
    likely = ("brat",) if start not in (b"{", b"[") else ("labelstudio",) if start == b"[" else ("prodigy", "doccano")
    text = view.record.article.text
    for form in FORMS:
        if form.name not in likely and len(data) % 8:
            continue
        name = "input.ann" if form.name == "brat" else "input.json"
        path = held.Held(name, data, {name: data, "input.txt": text.encode()})
        with suppress(SourceError):
            for one in form.read(cast("Any", path), lambda report, record: marks):
                assert isinstance(one.text, str)
                for mark in one.marks:
                    assert isinstance(mark.path, str)
                if one.text == text:
                    difference(view, one.marks)


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
    """A text, read whole."""
    import onrecord

    article = from_bytes(data)
    settings = onrecord.Settings(learned=len(data) % 8 == 0)
    record = onrecord.read(article.text[:20_000], published="2026-03-03", settings=settings)
    _whole(record)
    assert dumps(loads(dumps(record))) == dumps(record)


WAYS: dict[str, Way] = {
    "moment": moment, "bytes": plain, "json": json, "url": url, "warc_raw": warc_raw, "jsonl": jsonl, "packed": packed, "wire": wire, "warc": warc, "review": review, "metadata": head,
    "feed": feed, "stdin": stdin, "file": file, "notation": notations, "text": text, "html": html, "reading": reading,
}  # fmt: skip
"""The quickest first."""
ERRORS = (OnrecordError, SettingsError)
