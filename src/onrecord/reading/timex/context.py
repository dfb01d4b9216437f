"""What a rule may know: the date of reference, the last dated mention, and which way the words near by look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.knowledge.timewords import AUXILIARIES, FUTURE, IRREGULAR_PAST, NOT_PAST
from onrecord.reading.timex.calendar import first_day
from onrecord.reading.timex.tokens import Tokens

REACH = 14  # words on either side that can tell the tense


def _is_past(word: str) -> bool:
    """Whether a word reads as a past tense."""
    return word in IRREGULAR_PAST or (len(word) > 4 and word.endswith("ed") and word not in NOT_PAST)


@dataclass
class Context:
    """State while a text is read, in order. `day`, `clock`: of the reference; `last`: the value of the last dated mention, `last_at` its
    index among the expressions; `same_sentence`: values of dated mentions in this sentence; `comparison`: the last period of account."""

    day: date | None
    clock: str | None
    tokens: Tokens
    last: str | None = None
    last_at: int | None = None
    sentence: str | None = None
    quarter: str | None = None

    def before(self) -> date | None:
        """The day of the last dated mention; else the reference."""
        return first_day(self.last) or self.day

    def direction(self, first: int, last: int, *, weak: bool = False) -> int:
        """1 where the words near tokens first..last look ahead, -1 where they look back, 0 where nothing tells.

        The nearest telling word before the expression in its sentence wins, else the nearest behind it. `weak`: an infinitive before it
        looks ahead too ("agreed to meet in January"), which is not sure enough for weekdays.
        """
        behind = self._look(range(first - 1, max(first - 1 - REACH, -1), -1), FUTURE, weak=weak)
        return behind or self._look(range(last, min(last + REACH, len(self.tokens))), AUXILIARIES, weak=False)

    def _look(self, steps: range, ahead: frozenset[str], *, weak: bool) -> int:
        for i in steps:
            if self.tokens.kinds[i] in ("STOP", "BREAK"):
                return 0
            word = self.tokens.lower(i)
            if word in ahead:
                return -1 if self._was_to_be(i) else 1
            if (
                word == "to"
                and steps.step < 0
                and (self.tokens.lower(i - 1) in ("is", "are", "set") or (weak and self._infinitive(i)))
            ):
                return 1
            if _is_past(word) and self.tokens.lower(i - 1) not in ("be", "to", "is", "are"):
                return -1
        return 0

    def _was_to_be(self, i: int) -> bool:
        """Whether "scheduled", "due", "planned" at token i tells of plans that are past: "had been scheduled", "as previously planned"."""
        if self.tokens.lower(i) in AUXILIARIES:
            return False
        return any(self.tokens.lower(j) in ("had", "previously", "originally") for j in range(max(i - 3, 0), i))

    def _infinitive(self, i: int) -> bool:
        """Whether "to" at token i may begin an infinitive: a plain lower-case word of no kind follows."""
        at = i + 1
        if at >= len(self.tokens) or self.tokens.kinds[at] != "OTHER":
            return False
        return self.tokens.words.text[self.tokens.starts[at]].islower()
