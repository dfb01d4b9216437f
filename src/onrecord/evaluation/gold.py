"""Gold files and kept records.

A gold file is JSON lines, plain or gzipped: `{"key", "text", "published", "outlet", "gold": {...}}`; spans in it are `[start, end]` or
`{"start", "end"}` in code points of the text. docs/evaluation.md says what `gold` may hold.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.errors import SourceError, WireError
from onrecord.values.article import Article
from onrecord.values.wire import loads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from onrecord.settings import Settings
    from onrecord.values.record import Record


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its gold; `gold` is as the file has it."""

    key: str
    text: str
    published: str | None
    outlet: str | None
    gold: dict[str, Any]


def read(path: Path, limit: int | None = None) -> list[Document]:
    """The documents of a gold file, the first `limit` of them if given. Raises SourceError for no file, WireError for a line that is no gold."""
    documents: list[Document] = []
    for number, line in enumerate(_lines(path), 1):
        if limit is not None and len(documents) >= limit:
            break
        try:
            row = json.loads(line)
            documents.append(
                Document(row["key"], row["text"], row.get("published"), row.get("outlet"), dict(row["gold"]))
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise WireError(
                f"{path}, line {number}: no gold ({type(error).__name__}: {error}): an object with key, text and gold was expected"
            ) from error
    return documents


def kept(path: Path) -> Iterator[Record]:
    """The records of a file, as `--format jsonl` prints them."""
    return map(loads, _lines(path))


def read_texts(documents: Iterable[Document], settings: Settings) -> Iterator[Record]:
    """The records that this very onrecord makes of the texts; it sees no gold."""
    from onrecord.api import read_many  # noqa: PLC0415  kept records are scored without a language model

    yield from read_many(
        (Article(d.text, key=d.key, published=d.published, outlet=d.outlet) for d in documents), settings=settings
    )


def _lines(path: Path) -> Iterator[str]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            yield from (line for line in lines if line.strip())
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise SourceError(f"{path} cannot be read: {error}") from error
