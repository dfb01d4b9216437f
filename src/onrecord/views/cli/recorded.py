"""Inputs that are records already, as `onrecord read --format jsonl` writes them: known by their first line, and read back."""

# ruff: noqa: PLC0415  what a verb needs is loaded when it runs: `--help` must be quick
from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from itertools import chain, islice
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


OF_READING = ("published", "outlet", "min_confidence")  # options that say how an article is read


def lines(args: argparse.Namespace, name: str, *, tell: bool = True) -> Iterator[Record] | None:
    """The records of an input, a path or - for standard input; None where it is no file of records. Options that change nothing of what is read
    already are told on standard error; with `tell`, so is one without a text."""
    if name == "-":
        return (
            _as_read(args, name, lines_of("standard input", sys.stdin.buffer), tell=tell)
            if is_record(_peeked())
            else None
        )
    path = Path(name)
    if not (intake.is_there(name) and path.is_file() and _first_is_record(path)):
        return None
    return _as_read(args, name, _of_file(path), tell=tell)


def records(
    args: argparse.Namespace, inputs: list[str], limit: int | None = None, *, tell: bool = True
) -> Iterator[Record]:
    """The records of the inputs, in their order: those that are records as they are, all else read first. `tell`: their problems are told on
    standard error."""
    found = [lines(args, name, tell=tell) for name in inputs]
    if not any(found):
        return intake.records(args, inputs, limit, tell=tell)
    every = (
        intake.records(args, [name], tell=tell) if one is None else one for name, one in zip(inputs, found, strict=True)
    )
    return islice(chain.from_iterable(every), limit)


def articles(args: argparse.Namespace, inputs: list[str]) -> Iterator[Article]:
    """The articles of the inputs, those of records as they were read. Problems are told on standard error."""
    from onrecord.keeping.given import article_in

    for name in inputs:
        found = lines(args, name)
        if found is None:
            yield from intake.articles(args, [name])
        else:
            yield from (article_in(one) for one in found)


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


def _as_read(args: argparse.Namespace, name: str, found: Iterator[Record], *, tell: bool) -> Iterator[Record]:
    """The records, with a problem for one without a text, as an article without one has."""
    idle = [f"--{option.replace('_', '-')}" for option in OF_READING if getattr(args, option, None)]
    if idle:
        why = f"for reports that are read; the records of {name} are read already, and stay as they are"
        print(f"onrecord: {', '.join(idle)}: {why}", file=sys.stderr)
    for number, one in enumerate(found, 1):
        if one.article.text.strip():
            yield one
            continue
        blank = _blank(one, f"{name} record {number}")
        if tell:
            intake.tell_problems(blank)
        yield blank


def _blank(record: Record, where: str) -> Record:
    """A record without a text, with a problem that says so, as an article without one has."""
    from onrecord.sources.plain import from_text

    return record if record.problems else replace(record, problems=from_text("", where=where).problems)


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
