"""JSON lines: one article a line -> Articles, one at a time. Also a file that is one JSON array or object.

Our own names are those of `Article`; the names that news-please, trafilatura, schema.org and feeds use are understood, too. A line that
is no article gives an Article without text and a Problem that names the line: one bad line never costs the others.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from onrecord.sources.page_metadata import moment
from onrecord.sources.plain import LARGEST, decode
from onrecord.values.article import Article
from onrecord.values.moment import REMEDY, is_iso
from onrecord.values.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

TEXT: Final = ("maintext", "text", "raw_text", "articleBody", "body", "content", "full_text")
OTHERS: Final[Mapping[str, tuple[str, ...]]] = {
    "key": ("key", "id", "uid", "filename", "guid", "fingerprint", "url"),
    "outlet": (
        "outlet",
        "sitename",
        "source-hostname",
        "hostname",
        "source_domain",
        "publisher",
        "site",
        "domain",
        "source",
    ),
    "headline": ("headline", "title", "title_page"),
    "deck": ("deck", "description", "excerpt", "summary", "subtitle", "standfirst"),
    "byline": ("byline", "author", "authors", "creator"),
    "url": ("url", "link", "source", "canonical_url"),
    "language": ("language", "lang", "inLanguage"),
    "agency": ("agency", "wire"),
}
GIVEN: Final = ("published", "published_at", "publication_date")
METADATA: Final = (
    "date_publish",
    "date",
    "datePublished",
    "pubDate",
    "publish_date",
    "pub_date",
    "publishedAt",
    "created",
)
_PAST: Final = re.compile(r"[ \t\r\n]*")
UPDATED: Final = ("updated", "date_modify", "dateModified", "modified", "updated_at")


def from_lines(stream: BinaryIO, where: str) -> Iterator[Article]:
    """The articles of a stream of JSON lines, in order; memory is bounded by the longest line. Empty lines are passed over."""
    number, any_line = 0, False
    while line := stream.readline(LARGEST + 1):
        number += 1
        place = f"{where} line {number}"
        if len(line) > LARGEST:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LARGEST)
            any_line = True
            yield _bad(place, f"the line is longer than {LARGEST // 1024 // 1024} MB", "Put one article on a line.")
        elif line.strip():
            any_line = True
            yield from_line(line, place)
    if not any_line:
        yield _bad(
            where,
            "there is no article in it",
            'Give one JSON object a line, such as {"key": "a1", "text": "…", "published": "2026-03-02"}.',
        )


def from_line(line: bytes | str, where: str) -> Article:
    """The article of one line."""
    text, problems = decode(line, where) if isinstance(line, bytes) else (line, ())
    try:
        row = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        return _bad(
            where,
            f"it is no JSON ({_why(error)})",
            "Give one JSON object a line; in Python: json.dumps(article, ensure_ascii=False).",
            problems,
        )
    return from_row(row, where, problems)


def from_document(data: bytes, where: str) -> Iterator[Article]:
    """The articles of a whole JSON document: an array of objects, taken one at a time, or one object (perhaps with them under "articles" or
    "items") of at most LARGEST bytes."""
    text, problems = decode(data, where)
    opening = _PAST.match(text)
    if opening and text.startswith("[", opening.end()):
        yield from _of_array(text, opening.end() + 1, where, problems)
        return
    if len(data) > LARGEST:
        size = f"it is one JSON object of more than {LARGEST // 1024 // 1024} MB"
        yield _bad(where, size, "Give JSON lines, one article a line, or one JSON array of articles.", problems)
        return
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield _bad(where, f"it is no JSON ({_why(error)})", "Give JSON lines, or one JSON array of articles.", problems)
        return
    rows: Iterable[Any] = [document]
    if isinstance(document, dict) and not _text(document):
        rows = next(
            (v for k in ("articles", "items", "results", "data") if isinstance(v := document.get(k), list)), [document]
        )
    empty = True
    for number, row in enumerate(rows, 1):
        empty = False
        yield from_row(row, f"{where} article {number}", problems)
    if empty:
        yield _bad(where, "there is no article in it", "Give a JSON array of objects with a text each.")


def _of_array(text: str, at: int, where: str, problems: tuple[Problem, ...]) -> Iterator[Article]:
    """The articles of an array whose first element begins at `at`, or after white space there. What stands before a broken place is given."""
    decoder, number = json.JSONDecoder(), 0
    at = _past(text, at)
    while not text.startswith("]", at) or number:
        number += 1
        place = f"{where} article {number}"
        try:
            row, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield _bad(
                place, f"it is no JSON ({_why(error)})", "Give JSON lines, or one JSON array of articles.", problems
            )
            return
        yield from_row(row, place, problems)
        at = _past(text, at)
        if text.startswith("]", at):
            break
        if not text.startswith(",", at):
            message = f"after article {number} a comma or the end of the array was expected"
            yield _bad(where, message, "Give JSON lines, or one whole JSON array of articles.", problems)
            return
        at = _past(text, at + 1)
    if not number:
        yield _bad(where, "there is no article in it", "Give a JSON array of objects with a text each.", problems)


def _past(text: str, at: int) -> int:
    """Where the white space that begins at `at` ends."""
    found = _PAST.match(text, at)
    return found.end() if found else at


def from_row(row: object, where: str, problems: tuple[Problem, ...] = ()) -> Article:
    """The article of one JSON object. Fields that are of the wrong kind are left out, with a Problem."""
    if not isinstance(row, dict):
        return _bad(
            where,
            f"it is a JSON {type(row).__name__}, no object",
            'Give an object with a text: {"text": "…"}.',
            problems,
        )
    told: list[Problem] = list(problems)
    given = _moment(row, GIVEN, where, told)
    published = given or _moment(row, METADATA, where, told)
    fields = {name: _value(row, name, names) for name, names in OTHERS.items()}
    text = _text(row)
    if text is None and str(row.get("schema", "")).startswith("onrecord/"):
        why = "it is a record, which is read already, and no article"
        told.append(
            Problem(where, "sources", why, "Keep it with `onrecord add`, or give the article that it was made of.")
        )
    elif text is None:
        told.append(
            Problem(
                where,
                "sources",
                f"it has no text (its fields: {', '.join(str(name)[:40] for name in list(row)[:12]) or 'none'})",
                'Put the words of the report under "text".',
            )
        )
    elif not text.strip():
        told.append(Problem(where, "sources", "its text is empty", 'Put the words of the report under "text".'))
    return Article(
        text or "",
        published=published,
        published_basis="given" if given or not published else "metadata",
        updated=_moment(row, UPDATED, where, told),
        problems=tuple(told),
        **fields,
    )


def _text(row: Mapping[str, Any]) -> str | None:
    if "key" in row and isinstance(row.get("text"), str):
        return str(row["text"])
    return next(
        (v for name in TEXT if isinstance(v := row.get(name), str) and v),
        row["text"] if isinstance(row.get("text"), str) else None,
    )


def _value(row: Mapping[str, Any], field: str, names: tuple[str, ...]) -> str | None:
    for name in names:
        value = row.get(name)
        if isinstance(value, dict):
            value = value.get("name") or value.get("title")
        if isinstance(value, list):
            value = ", ".join(v for v in value if isinstance(v, str))
        if isinstance(value, int) and not isinstance(value, bool) and field == "key":
            value = str(value)
        if not isinstance(value, str) or not value.strip():
            continue
        address = value.startswith(("http://", "https://"))
        if name == "source" and address != (field == "url"):
            continue  # trafilatura's "source" is the URL; others' is the outlet
        return value
    return None


def _moment(row: Mapping[str, Any], names: tuple[str, ...], where: str, told: list[Problem]) -> str | None:
    for name in names:
        value = row.get(name)
        if value is None or value == "":
            continue
        if isinstance(value, str) and (found := _iso(value)):
            return found
        told.append(
            Problem(
                where,
                "sources",
                f"{name!r} is {str(value)[:60]!r}, no date",
                REMEDY,
            )
        )
    return None


def _iso(value: str) -> str | None:
    """ISO 8601, years and months alone included ("2016", "2016-05"), as it stands; other ways of writing a time are turned into it."""
    plain = value.strip()
    return plain if is_iso(plain) and not set(plain) & set(" Z.,") else moment(plain)


def _bad(where: str, message: str, remedy: str, problems: tuple[Problem, ...] = ()) -> Article:
    return Article("", problems=(*problems, Problem(where, "sources", message, remedy)))


def _why(error: Exception) -> str:
    return str(error)[:120] if isinstance(error, ValueError) else "it is nested too deeply"
