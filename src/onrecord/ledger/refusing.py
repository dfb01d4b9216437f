"""Why a correction cannot be made: the one gate that every correction passes, from a command, a page or a review file. Pure functions.

A correction is refused where its value could stand nowhere, where it leads nowhere, where the record would not hold together, or where its finding
would hold what the contract does not allow (`contract`). The reason names the member and says what would be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Final

from onrecord.ledger.applying import BREAKING, Built, anchored, applied, apply, build
from onrecord.ledger.bounds import figure
from onrecord.ledger.contract import Fault, faults, unfit
from onrecord.ledger.paths import SECTIONS, Json, Place
from onrecord.ledger.reviewed import shifted
from onrecord.ledger.steps import Step, with_id
from onrecord.ledger.timex import covered
from onrecord.values.comparing import number

CHECKED = ("edit", "insert", "reject")
MOST = 3  # faults that are told
_WIRED: Final = re.compile(r"record\.([a-z]{1,20})\[(\d{1,9})\]((?:\.[a-z_]{1,40}|\[\d{1,9}\]){0,8})", re.ASCII)


def refusal(as_read: str, steps: Sequence[Step], new: Step) -> str | None:
    """Why one more judgement cannot be made on a record (its JSON as read) with those in force; None where it can."""
    if new.verb not in CHECKED:
        return None
    if new.verb in ("edit", "insert") and (why := unfit(new.value)):
        return f"{new.path} cannot be that: {why}"
    after = build(as_read, [*steps, new])
    if why := after.left_out.get(new.id):
        return _in_paths(why, _told(as_read, steps, new))
    id = _finding(new)
    found = _faults(after, id)
    if not found:
        return None
    known = _faults(build(as_read, steps), id)
    brought = [str(one) for one in found if one not in known]
    return "; ".join(brought[:MOST]) or None


def prepared(at: Place, value: Json, told: dict[str, Json], before: Iterable[Step]) -> Json:
    """What is inserted at a place, as it is kept: a finding with an id that none ever had in this report, a figure with its bounds, an anchor with the
    value of its time or place, a time with the days that it covers, where they are not given."""
    if at.finding is None:
        value = with_id(at.section, value, told, before)
    if unfit(value):
        return value  # it is refused, with its reason
    if at.finding is None:
        if at.section == "times" and isinstance(value.get("value"), str) and not {"earliest", "latest"} & set(value):
            first, last = covered(value["value"])
            return value | {"earliest": first, "latest": last}
        return value
    if not isinstance(value, dict):
        return value
    if at.path[1:] in (("when",), ("where",)):
        value = dict(value)
        anchored(told, value)
    elif "value" in value and (at.is_value or at.path[1:2] == ("fields",)) and number(value["value"]) is not None:
        return value if {"low", "high"} & set(value) else value | figure(value, value["value"])
    return value


def _told(as_read: str, steps: Sequence[Step], new: Step) -> dict[str, Json]:
    """The record's JSON with the judgement in it, as far as it goes in."""
    told = applied(as_read, steps)
    with suppress(*BREAKING):
        apply(told, new)
    return told


def _in_paths(why: str, told: dict[str, Json]) -> str:
    """What the wire says, with the paths of corrections: `record.events[0].type` is `e1.type`."""

    def id_of(found: re.Match[str]) -> str:
        standing = [one for one in told.get(found[1], ()) if isinstance(one, dict)]
        at = int(found[2])
        return f"{standing[at]['id']}{found[3].replace('[', '.').replace(']', '')}" if at < len(standing) else found[0]

    return _WIRED.sub(id_of, why)


def _finding(new: Step) -> str:
    """The id of the finding that a judgement is about."""
    head = (new.path or "").partition(".")[0]
    return str(new.value["id"]) if head in SECTIONS and isinstance(new.value, dict) else head


def _faults(built: Built, id: str) -> list[Fault]:
    """The faults of a finding, with paths as the record as read has them."""
    return [one._replace(path=shifted(one.path, built.shifts)) for one in faults(built.record, id)]
