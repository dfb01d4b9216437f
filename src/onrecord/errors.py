"""The exceptions of onrecord. Reading an article raises none: what went wrong there is a `Problem` in the record.

OnrecordError
├── BrokenRecord        a record that breaks an invariant (evidence, `by`, ids)
├── NotationError       a text that is not in the notation; names the line
├── WireError           JSON that is no record; names the place
├── SourceError         a file, URL or stream that cannot be read; names the remedy
├── SettingsError       a setting that cannot be; lists what can
├── KnowledgeError      reference data missing or damaged
├── WeightsError        trained weights missing or damaged (without weights onrecord reads by rules)
├── LedgerError         the store: missing, locked, of another version
│   ├── LedgerBusy      others have it in hand just now: the same call may succeed in a moment
│   ├── NotInLedger     what is asked for is not there: an unknown id, or what no longer stands
│   ├── LoginRefused    (ledger.users) wrong name or password, or too many tries
│   └── NoSuchPlace     (ledger.paths) a path that leads nowhere in a record
└── BatchError          a batch that cannot go on: its folder is in use or another batch's, its readers do not start
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Anything that onrecord raises on purpose. The message names the remedy."""


class BrokenRecord(OnrecordError):
    """A record breaks an invariant: a value without evidence, an unknown id, a span outside the text."""


class NotationError(OnrecordError):
    """A text is not in the notation."""


class WireError(OnrecordError):
    """JSON is no value of onrecord."""


class SourceError(OnrecordError):
    """A file, URL or stream cannot be read."""


class SettingsError(OnrecordError):
    """A setting cannot be."""


class KnowledgeError(OnrecordError):
    """Reference data is missing or damaged."""


class WeightsError(OnrecordError):
    """Trained weights are missing or damaged."""


class LedgerError(OnrecordError):
    """The store cannot be opened, read or written."""


class LedgerBusy(LedgerError):
    """Others have the store in hand just now; nothing is wrong with it, and the same call may succeed in a moment."""


class NotInLedger(LedgerError):
    """What is asked for is not in the store: no such id, or it does not stand there (or did not, at that moment)."""


class BatchError(OnrecordError):
    """A batch cannot begin or go on."""
