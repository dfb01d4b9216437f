"""How every article of a batch is read: one frozen value, sent to each process that reads."""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.values.record import Reader

CHILD: Final = ("-m", "onrecord.batch.child")


@dataclass(frozen=True, slots=True)
class Job:
    """`given`: `published`, `outlet` and the like, for articles that do not bring their own; `seconds`: of an article, before it is set
    aside; `program`: what the interpreter is given to be a process that reads; `ledger`: which one the records go into, too; `tables`: whether
    tables are written."""

    settings: Settings = field(default_factory=Settings)
    given: tuple[tuple[str, str], ...] = ()
    seconds: float = 120.0
    program: tuple[str, ...] = CHILD
    ledger: str | None = None
    tables: bool = True

    @property
    def command(self) -> tuple[str, ...]:
        return (sys.executable, *self.program)

    def to_json(self) -> dict[str, Any]:
        """As plain data, for another process."""
        settings = asdict(self.settings)
        settings["weights"] = str(self.settings.weights) if self.settings.weights else None
        given = [list(one) for one in self.given]
        return {"settings": settings, "given": given, "seconds": self.seconds, "articles": self.ledger is not None}

    def identity(self, reader: Reader) -> str:
        """A digest of all, the articles aside, that decides what a record says and where it goes: version, knowledge, weights, settings, what is
        given, the ledger."""
        told = {
            "reader": asdict(reader),
            "longest": self.settings.longest,
            "min_confidence": self.settings.min_confidence,
            "given": sorted(self.given),
        }
        told |= {"ledger": self.ledger} if self.ledger else {}
        told |= {} if self.tables else {"tables": False}
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode("ascii")).hexdigest()


def job_from_json(told: dict[str, Any]) -> Job:
    """The job of its plain data. Which ledger is nothing that a process that reads need know: only whether articles are to be told."""
    settings = dict(told["settings"])
    settings["weights"] = Path(settings["weights"]) if settings["weights"] else None
    given = tuple((name, value) for name, value in told["given"])
    return Job(Settings(**settings), given, told["seconds"], ledger="" if told["articles"] else None)
