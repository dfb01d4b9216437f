"""Which way in: text, HTML, JSON lines, one JSON document, a feed or a WARC file. By the name's ending first, then by how the content begins."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Final, Literal

from onrecord.sources.packed import plain_name

Form = Literal["text", "html", "jsonl", "json", "feed", "warc"]
FORMS: Final = ("auto", "text", "html", "jsonl", "json", "feed", "warc")
SUFFIXES: Final[dict[str, Form]] = {
    ".txt": "text", ".text": "text", ".md": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html", ".jsonl": "jsonl", ".ndjson": "jsonl", ".jsonlines": "jsonl",
    ".json": "json", ".rss": "feed", ".atom": "feed", ".xml": "feed", ".rdf": "feed", ".warc": "warc",
}  # fmt: skip
TAGS: Final = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<div", b"<meta", b"<?xml", b"<!--")
FEEDS: Final = (b"<rss", b"<feed", b"<rdf:rdf")
LOOKED_AT: Final = 4_096


def form_of_name(name: str) -> Form | None:
    """The form that a file's ending tells, `.gz` and `.zst` aside; None where it tells none.

    >>> form_of_name("reports.jsonl.gz"), form_of_name("page.HTM"), form_of_name("report")
    ('jsonl', 'html', None)
    """
    return SUFFIXES.get(PurePath(plain_name(name.lower())).suffix)


def form_of_content(start: bytes) -> Form:
    """The form that the first bytes show; text where they show no other."""
    head = start[: LOOKED_AT * 4].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"WARC/1."):
        return "warc"
    if head.startswith(b"<"):
        low = head[:LOOKED_AT].lower()
        if any(tag in low for tag in FEEDS) and b"<html" not in low:
            return "feed"
        return "html" if low.startswith(TAGS) or b"<html" in low else "text"
    if head.startswith(b"{"):
        line = head.partition(b"\n")[0]
        if _whole(line):
            return "jsonl"
        if b"\n" not in head and len(head) >= LOOKED_AT and b'":' in head[:LOOKED_AT]:
            return "jsonl"  # a first line longer than what was looked at
        return "json" if b'"' in head[:200] and b":" in head[:LOOKED_AT] else "text"
    if head.startswith(b"[") and head[1:].lstrip()[:1] in (b"{", b"]"):
        return "json"
    return "text"


def _whole(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line.decode("utf-8", errors="replace")), dict)
    except (ValueError, RecursionError):
        return False
