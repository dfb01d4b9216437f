"""What could not be read. Reading never fails on a bad article: it says so here, with the remedy."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """`where`: a file, key, line or span, for people; `stage`: the stage that met it; `remedy`: what the reader of this can do."""

    where: str
    stage: str
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message} ({self.stage}). {self.remedy}"
