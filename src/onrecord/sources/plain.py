"""Plain text: bytes or a string -> an Article. UTF-8 first; what it cannot be read as is said in a Problem, with the remedy.

The text that comes out is the text that is read: no line end, space or accent is changed. Only a byte order mark is left out, since it
is part of the encoding.
"""

from __future__ import annotations

import codecs
from dataclasses import replace
from typing import Final

from onrecord.values.article import Article
from onrecord.values.problem import Problem

LARGEST: Final = 16 * 1024 * 1024  # bytes of one article: a hundred times the longest report
BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
MAGIC: Final = (
    (b"%PDF", "a PDF", "Take the text out first (pdftotext FILE - | onrecord read -)."),
    (b"PK\x03\x04", "a zip archive or office document", "Save it as plain text or HTML, or unpack it first."),
    (b"\xd0\xcf\x11\xe0", "an old office document", "Save it as plain text or HTML."),
    (b"{\\rtf", "a rich text document", "Save it as plain text or HTML."),
    (b"\x1f\x8b", "compressed with gzip", "Unpack it first (gzip -dc FILE | onrecord read -), or name it .jsonl.gz, .txt.gz or .html.gz."),
    (b"\x89PNG", "an image", "Give the text instead."), (b"\xff\xd8\xff", "an image", "Give the text instead."), (b"GIF8", "an image", "Give the text instead."),
    (b"\x7fELF", "a program", "Give the text instead."),
)  # fmt: skip
SAMPLE: Final = 65_536
CONTROLS: Final = bytes((*range(1, 9), *range(14, 32), 127))
HIGH: Final = bytes(range(0xC0, 256))
LETTERS: Final = bytes(b for b in range(256) if b >= 0xC0 or chr(b).isalpha())
TURKISH: Final = ("ve", "bir", "bu", "için", "ile", "olarak", "dedi")


def from_text(text: str, *, key: str | None = None, where: str = "text") -> Article:
    """An Article of a string as it is. An empty one (or white space alone) gives a Problem."""
    return Article(text, key=key, problems=() if text.strip() else (_empty(where),))


def from_bytes(data: bytes, *, key: str | None = None, where: str = "input") -> Article:
    """An Article of the bytes of a text file; `where` names it in problems. Never raises.

    >>> from_bytes("Köln".encode("latin-1")).text
    'Köln'
    """
    data, cut = bounded(data, where)
    text, problems = decode(data, where)
    if not text.strip() and not problems:
        problems = (_empty(where),)
    return replace(Article(text, key=key), problems=(*cut, *problems))


def bounded(data: bytes, where: str) -> tuple[bytes, tuple[Problem, ...]]:
    """The data, or its first `LARGEST` bytes up to a line's end, with a Problem."""
    if len(data) <= LARGEST:
        return data, ()
    end = data.rfind(b"\n", LARGEST // 2, LARGEST)
    problem = Problem(
        where,
        "sources",
        f"it is larger than {LARGEST // 1024 // 1024} MB, more than one article can be; the first part was taken",
        "Split it into its articles: one file each, or JSON lines, one article a line.",
    )
    return data[: end if end > 0 else LARGEST], (problem,)


def decode(data: bytes, where: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of the bytes, and what had to be guessed. Binary data gives an empty text."""
    for bom, name in BOMS:
        if data.startswith(bom):
            return _checked(data[len(bom) :], name, where)
    if binary := _binary(data, where):
        return "", (binary,)
    if wide := _wide(data):
        return _checked(data, wide, where)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4 and error.reason == "unexpected end of data":
            return data[: error.start].decode("utf-8"), ()  # cut in the middle of the last letter
    name = _codepage(data)
    text = data.decode(name, errors="replace") if name != "cp1252" else _western(data)
    problem = Problem(
        where,
        "sources",
        f"it is not UTF-8; it was read as {name}",
        f"If letters look wrong, convert it first, naming its true encoding: iconv -f {name} -t UTF-8 FILE.",
    )
    return text, (problem,)


def _checked(data: bytes, name: str, where: str) -> tuple[str, tuple[Problem, ...]]:
    text = data.decode(name, errors="replace")
    if "\ufffd" not in text:
        return text, ()
    return text, (
        Problem(
            where,
            "sources",
            f"some bytes are no {name}; they stand as \ufffd",
            "Save the file as UTF-8 again from where it came from.",
        ),
    )


def _binary(data: bytes, where: str) -> Problem | None:
    for magic, what, remedy in MAGIC:
        if data.startswith(magic):
            return Problem(where, "sources", f"it is {what}, no text", remedy)
    sample = data[:SAMPLE]
    odd = _number(sample, CONTROLS)
    nuls = sample.count(0)
    if odd * 50 > len(sample) or (nuls * 100 > len(sample) and not _wide(data)):
        return Problem(
            where,
            "sources",
            "it is binary, no text",
            "Give a text, HTML or JSON lines file; take the text out of other forms first.",
        )
    return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte of a mostly Latin text is zero."""
    sample = data[:SAMPLE]
    half = len(sample) // 2
    if half < 8:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.1 * half else None


def _codepage(data: bytes) -> str:
    """cp1251 where most letters are beyond ASCII, cp1254 where the words are Turkish, else cp1252."""
    sample = data[:SAMPLE]
    if _number(sample, HIGH) > 0.4 * max(1, _number(sample, LETTERS)):
        return "cp1251"
    turkish = sample.decode("cp1254", errors="replace")
    words = turkish.lower().split()
    if any(c in turkish for c in "ğşıİ") and sum(words.count(w) for w in TURKISH) > len(words) // 50:
        return "cp1254"
    return "cp1252"


def _number(data: bytes, of: bytes) -> int:
    """How many of the bytes are among those; one look at all, without a loop of Python's."""
    return len(data) - len(data.translate(None, of))


def _western(data: bytes) -> str:
    """Windows-1252; the five bytes that it leaves open stand as in Latin-1."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _empty(where: str) -> Problem:
    return Problem(
        where,
        "sources",
        "there is no text in it",
        "Give the words of a report; for a web page, save it as HTML and read the file.",
    )
