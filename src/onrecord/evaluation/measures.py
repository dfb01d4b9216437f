"""The main figures on gold: each part of it by its own small scorer. They agree with the scorers that the gates run; a test keeps it so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from onrecord.errors import WireError
from onrecord.evaluation import attribution, places, sentences, times

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import ModuleType

    from onrecord.evaluation.gold import Document
    from onrecord.evaluation.tally import Table
    from onrecord.values.record import Record

SCORERS: Final[dict[str, ModuleType]] = {
    "attributions": attribution,
    "times": times,
    "places": places,
    "sentences": sentences,
}


def score(documents: Sequence[Document], records: Iterable[Record]) -> Table:
    """The figures of every part that the gold has. Records are matched by `article.key`.

    Raises WireError where gold has no part that is known, a record is missing, or its text is not the gold's.
    """
    pairs = list(_paired(documents, records))
    table: Table = {}
    for part, scorer in SCORERS.items():
        if chosen := [(document, record) for document, record in pairs if part in document.gold]:
            table |= scorer.score(chosen)
    if not table:
        raise WireError(f"no gold that is known: it holds none of {', '.join(SCORERS)}")
    return {"articles": {"n": len(pairs), "problems": sum(len(record.problems) for _, record in pairs)}, **table}


def _paired(documents: Sequence[Document], records: Iterable[Record]) -> Iterable[tuple[Document, Record]]:
    by_key = {record.article.key: record for record in records}
    for document in documents:
        record = by_key.get(document.key)
        if record is None:
            raise WireError(f"no record for {document.key!r}: each gold article needs one, with its key")
        if record.article.text != document.text:
            raise WireError(f"the record of {document.key!r} is of another text: offsets would not be true")
        yield document, record


def as_text(table: Table) -> str:
    """One figure a line."""
    width = max(map(len, table))
    lines = []
    for name, row in table.items():
        cells = (
            f"{key} {value:,.1f}" if isinstance(value, float) else f"{key} {value:,}" for key, value in row.items()
        )
        lines.append(f"{name:<{width}}  " + "  ".join(f"{cell:<10}" for cell in cells).rstrip())
    return "\n".join(lines) + "\n"


def as_json(table: Table) -> str:
    """The same, for programs, to two decimals."""
    rounded = {name: {k: round(v, 2) for k, v in row.items()} for name, row in table.items()}
    return json.dumps(rounded, indent=1) + "\n"
