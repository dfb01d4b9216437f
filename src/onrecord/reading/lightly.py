"""A process of ours starts lightly: what spaCy would load and nobody uses is left alone."""

from __future__ import annotations

import sys
from types import ModuleType


def start_lightly() -> None:
    """Has spaCy, where it is not loaded yet, leave two things alone that half its start-up goes into: torch, which it loads wherever it finds
    it (two seconds, 200 MB; the packaged model needs none), and its own command line, with all that fetches models.

    In this process torch then counts as not installed, unless it is loaded already. So it is for processes that are ours alone, the command
    and a batch's workers, and never for a library's call.
    """
    if "spacy" in sys.modules:
        return
    sys.modules.setdefault("torch", None)  # type: ignore[arg-type]  # as the import system has it: None is "there is none"
    sys.modules.setdefault("spacy.cli.info", _Info("spacy.cli.info"))


class _Info(ModuleType):
    """Stands where `spacy` looks for the function `info`, which describes an installation."""

    @staticmethod
    def info(*_: object, **__: object) -> None:
        """Says nothing."""
