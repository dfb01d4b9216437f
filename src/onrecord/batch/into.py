"""Where a batch goes: tables, a ledger or both; and where it remembers what is done."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.batch.manifest import FOLDER, opened
from onrecord.batch.run import run
from onrecord.errors import BatchError
from onrecord.pipeline import reader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.batch.job import Job
    from onrecord.batch.run import Keep, Summary, Watcher


def batched(
    inputs: Sequence[str],
    out: str | Path | None,
    job: Job,
    watcher: Watcher,
    *,
    ledger: str | None = None,
    keep: Keep | None = None,
    empty: bool = False,
    again: bool = False,
    **how: Any,
) -> Summary:
    """As `run`, into `out`, the ledger of that name, or both. `keep` is what puts records into it; `empty`: whether nothing is in it yet.

    Raises BatchError where neither is named, where a ledger that is no file is named alone, and where what was kept before is gone.
    """
    if ledger is None:
        if out is None:
            raise BatchError("where to? Give --out DIR for tables, --ledger FILE|URL for a ledger, or both")
        return run(inputs, Path(out), job, watcher, again=again, **how)
    memory = _memory(out, ledger)
    home = ledger if "://" in ledger else str(Path(ledger).absolute())
    into = replace(job, ledger=home, tables=out is not None)
    if empty and memory.exists():
        with opened(memory) as manifest:
            held = manifest.held().articles
            if held and not again and manifest.is_of(into.identity(reader(job.settings))):
                raise BatchError(
                    f"{memory} holds what was read into {_shown(ledger)}, but nothing is there any more: give --again to read all anew, "
                    f"or remove {memory / FOLDER}"
                )
            if again or not held:
                manifest.begin("", again=True)  # of no reader: all is read anew
    return run(inputs, memory, into, watcher, again=again, keep=keep, **how)


def _memory(out: str | Path | None, ledger: str) -> Path:
    if out is not None:
        return Path(out)
    if "://" in ledger:
        raise BatchError(
            "a batch into a database needs a folder in which it remembers what is done: give --out DIR (the tables are written there, too)"
        )
    return Path(os.fspath(ledger) + ".batch")


def _shown(ledger: str) -> str:
    return "the ledger" if "://" in ledger else ledger  # a URL may hold a password
