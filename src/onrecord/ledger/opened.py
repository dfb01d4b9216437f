"""An open database of a ledger: its clock and its transactions. What a ledger can do stands on it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection

from onrecord.ledger.engine import connect, shown, transaction, url_of
from onrecord.ledger.migrations import bring_up_to_date


class Opened:
    """An open ledger. Raises LedgerError, naming the remedy, wherever the database cannot do what it should."""

    def __init__(self, target: str | Path, *, clock: Callable[[], str], create: bool = True) -> None:
        self.clock = clock
        url = url_of(target)
        self.name = shown(url)
        self._engine = connect(url, create=create)
        bring_up_to_date(self._engine, clock())

    def close(self) -> None:
        """Lets the database go."""
        self._engine.dispose()

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one moment."""
        return transaction(self._engine)

    def writing(self, *, repeatable: bool = False) -> AbstractContextManager[Connection]:
        """A transaction that writes alone, all or nothing. `repeatable`: what it does can be done again, as after a power cut it may have to."""
        return transaction(self._engine, write=True, repeatable=repeatable)
