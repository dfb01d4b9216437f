"""One judgement as it is applied to a record, and the ids of what it inserts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Protocol

from onrecord.errors import LedgerError
from onrecord.ledger.paths import GONE, SECTIONS, Json

BY_HAND: Final = 1001  # ids of inserted findings begin here, so that no reading gives them
LETTER: Final = {
    "attributions": "a",
    "actors": "s",
    "places": "p",
    "times": "t",
    "quantities": "q",
    "events": "e",
    "disagreements": "d",
}
TOUCHED: Final = "_touched"  # stands in a value while a record is built, and is passed over by the wire


class Step(Protocol):
    """What is applied: the verb (accept, edit, reject, insert), where, and the value. `id` names it."""

    @property
    def id(self) -> str: ...
    @property
    def verb(self) -> str: ...
    @property
    def path(self) -> str | None: ...
    @property
    def value(self) -> Json: ...


def next_id(section: str, used: Iterable[str]) -> str:
    """The id of a finding to insert: after all that were ever inserted.

    >>> next_id("events", ["e1", "e1001"])
    'e1002'
    """
    letter = LETTER[section]
    numbers = [int(one[len(letter) :]) for one in used if one.startswith(letter) and one[len(letter) :].isdigit()]
    return f"{letter}{max([BY_HAND - 1, *numbers]) + 1}"


def with_id(section: str, value: Json, told: dict[str, Json], before: Iterable[Step]) -> Json:
    """A finding to insert, with an id that none ever had in this report. Raises LedgerError for what is no object."""
    if not isinstance(value, Mapping):
        raise LedgerError(f"what is inserted into {section} is an object, with its place in the text")
    used = [str(one["id"]) for name in SECTIONS for one in told[name] if one is not GONE]
    used += [
        str(one.value["id"])
        for one in before
        if one.verb == "insert" and isinstance(one.value, dict) and "id" in one.value
    ]
    return {**value, "id": next_id(section, used)}
