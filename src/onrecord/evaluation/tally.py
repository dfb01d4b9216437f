"""Counts, and what precision, recall and F1 they give."""

from __future__ import annotations

from dataclasses import dataclass

Row = dict[str, float]
Table = dict[str, Row]


@dataclass
class Tally:
    """How many there are in gold, how many were found, and how many of them are right, one to one."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def add(self, gold: int, found: int, right: int) -> None:
        self.gold += gold
        self.found += found
        self.right += right

    def row(self) -> Row:
        """P, R and F1 in per cent, and the counts."""
        precision, recall = percent(self.right, self.found), percent(self.right, self.gold)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {"P": precision, "R": recall, "F1": f1, "gold": self.gold, "found": self.found}


def percent(part: float, whole: float) -> float:
    """100 * part / whole, and 0 of nothing."""
    return 100 * part / whole if whole else 0.0
