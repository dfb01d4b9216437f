"""Inputs that are records already, as `onrecord read --format jsonl` writes them: known by their first line, and read back."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

from onrecord.errors import BrokenRecord, SourceError, WireError
from onrecord.views.cli import intake

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from onrecord.values.article import Article
    from onrecord.values.record import Record

_RECORD = re.compile(rb'\s*\{\s*"schema"\s*:\s*"onrecord/')


def lines(name: str) -> Iterator[Record] | None:
    """The records of an input, a path or - for standard input; None where it is no file of records."""
    if name == "-":
        return lines_of("standard input", sys.stdin.buffer) if is_record(_peeked()) else None
    path = Path(name)
    if not (intake.is_there(name) and path.is_file() and _first_is_record(path)):
        return None
    return _of_file(path)


def articles(args: argparse.Namespace, inputs: list[str]) -> Iterator[Article]:
    """The articles of the inputs, those of records as they were read. Problems are told on standard error."""
    for name in inputs:
        found = lines(name)
        if found is None:
            yield from intake.articles(args, [name])
        else:
            yield from (article_of(one) for one in found)


def article_of(record: Record) -> Article:
    """The article that a record was made of, as far as the record tells."""
    from onrecord.values.article import Article

    head = record.article
    return Article(
        head.text,
        key=head.key,
        published=head.published.value,
        updated=head.updated.value,
        outlet=head.outlet.name if head.outlet else None,
        agency=head.agency.name if head.agency else None,
        url=head.url,
        language=head.language,
        headline=head.headline.text if head.headline else None,
    )


def lines_of(name: str, file: IO[bytes] | Iterable[bytes]) -> Iterator[Record]:
    """The records of JSON lines; empty lines are passed over. Raises SourceError naming the line for one that is no record."""
    from onrecord.values.wire import loads

    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            yield loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except (WireError, BrokenRecord, UnicodeDecodeError) as error:
            raise SourceError(
                f"{name}, line {number}: {error}. Write it anew with `onrecord read --format jsonl`"
            ) from error


def is_record(beginning: bytes) -> bool:
    """Whether a file that begins so is one of records."""
    return _RECORD.match(beginning.removeprefix(b"\xef\xbb\xbf")) is not None


def _of_file(path: Path) -> Iterator[Record]:
    with path.open("rb") as file:
        yield from lines_of(str(path), file)


def _peeked() -> bytes:
    """The beginning of standard input, which stays to be read."""
    peek = getattr(getattr(sys.stdin, "buffer", None), "peek", None)
    return bytes(peek(256)) if peek else b""


def _first_is_record(path: Path) -> bool:
    """Whether the first line of a file is a record, in whatever order its members stand."""
    try:
        with path.open("rb") as file:
            line = file.readline().removeprefix(b"\xef\xbb\xbf")
    except OSError:  # whoever reads it as an article says so
        return False
    if not line.lstrip().startswith(b"{"):
        return False
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return is_record(line)
    return isinstance(found, dict) and str(found.get("schema", "")).startswith("onrecord/")
