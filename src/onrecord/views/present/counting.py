"""Counts as people read them: "3 reports > 3 outlets > 2 texts > 2 origins"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.values.story import Tally


def counted(tally: Tally) -> str:
    """All four levels, never one bare number."""
    levels = ((tally.reports, "report"), (tally.outlets, "outlet"), (tally.texts, "text"), (tally.origins, "origin"))
    return " > ".join(f"{n} {word}{'s' * (n != 1)}" for n, word in levels)
