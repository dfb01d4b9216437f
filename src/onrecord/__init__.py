"""onrecord reads news reports and keeps the record: what happened, and who says so.

>>> import onrecord
>>> record = onrecord.read("…")  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.settings import VERSION as __version__

if TYPE_CHECKING:
    from onrecord.api import compare, export, open_ledger, read, read_batch, read_many, to_arrow, to_pandas, to_polars
    from onrecord.keeping.ledger import Ledger
    from onrecord.settings import Settings
    from onrecord.values.article import Article
    from onrecord.values.record import Record

__all__ = [
    "Article", "Ledger", "Record", "Settings", "__version__", "compare", "export", "open_ledger", "read", "read_batch", "read_many", "to_arrow", "to_pandas",
    "to_polars",
]  # fmt: skip

_HOMES = {
    "read": "onrecord.api",
    "read_batch": "onrecord.api",
    "read_many": "onrecord.api",
    "compare": "onrecord.api",
    "open_ledger": "onrecord.api",
    "export": "onrecord.api",
    "to_arrow": "onrecord.api",
    "to_pandas": "onrecord.api",
    "to_polars": "onrecord.api",
    "Ledger": "onrecord.keeping.ledger",
    "Settings": "onrecord.settings",
    "Article": "onrecord.values.article",
    "Record": "onrecord.values.record",
}


def __getattr__(name: str) -> Any:
    """Public names, loaded when first asked for: `onrecord --help` must not wait for a language model."""
    if name not in _HOMES:
        raise AttributeError(f"onrecord has no {name!r}: it has {', '.join(__all__)}")
    from importlib import import_module  # noqa: PLC0415

    return getattr(import_module(_HOMES[name]), name)
