"""A ledger as ordered lines of JSON, without times of adding: two ledgers are the same where their dumps are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from sqlalchemy import Connection, select

from onrecord.ledger import schema

WHEN = ("added_at", "superseded_at")


def dump(connection: Connection) -> Iterator[str]:
    """One line a row: the table and its values by name, tables and rows in order. `superseded_at` says only whether."""
    for table in schema.KEPT:
        lines = []
        for row in connection.execute(select(table)).mappings():
            told = {name: value for name, value in row.items() if name not in WHEN}
            if "superseded_at" in row:
                told["superseded"] = row["superseded_at"] is not None
            lines.append(json.dumps([table.name, told], ensure_ascii=True, sort_keys=True))
        yield from sorted(lines)


def digest(connection: Connection) -> str:
    """The SHA-256 of the dump."""
    made = hashlib.sha256()
    for line in dump(connection):
        made.update(line.encode("ascii") + b"\n")
    return "sha256:" + made.hexdigest()
