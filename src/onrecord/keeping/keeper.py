"""Records that others have read -> a ledger: the one who writes, while many read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.keeping.ledger import Ledger
from onrecord.keeping.signature import signature
from onrecord.ledger.identity import article_of
from onrecord.ledger.writing import put
from onrecord.values.wire import loads


class Keeper:
    """Keeps what it is given, in one transaction a call. `tally`: how many were new, there already, …, as `Added.how` says it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.tally: Counter[str] = Counter()

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Keeps (article, record) pairs, each as a line of JSON: `ledger.identity.article_json` and the contract's. All of them or none; given
        again they change nothing. Raises LedgerError where the ledger cannot be written."""
        read = [(article_of(article), loads(record)) for article, record in pairs]
        known = [signature(article) for article, _ in read]  # before the ledger is locked
        with self.ledger.writing(repeatable=True) as connection:
            at = self.ledger.clock()
            added = [put(connection, *one, cues, at) for one, cues in zip(read, known, strict=True)]
        self.tally.update(one.how for one in added)
