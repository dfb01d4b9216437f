"""A file that came back from a tool -> judgements, each with the author and the date that the file gives.

What a person left as it was is no judgement (unless it is to be: `accept`), and what somebody has changed so in the ledger meanwhile is none
either: so taking a file in twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.errors import LedgerError
from onrecord.ledger.reviewed import Reviewed
from onrecord.values.moment import is_iso
from onrecord.views.export.form import encoded
from onrecord.views.review.changes import Change, at_once
from onrecord.views.review.desks import Desk
from onrecord.views.review.differing import difference
from onrecord.views.review.form import Returned, ReviewForm
from onrecord.views.review.marks import Mark, marks

Json = Any


@dataclass(slots=True)
class Taken:
    """What became of a file: how many reports it held, the ids of the judgements made, and what was left out, with the reason."""

    reports: int = 0
    judgements: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def take_in(
    desk: Desk, form: ReviewForm, path: Path, *, author: str | None = None, why: str | None = None, accept: bool = False
) -> Taken:
    """Makes judgements of what was changed in a file. `author` is who judges where the file names nobody; `accept`: what stayed as it was is
    accepted, where the file names or is somebody's. Raises SourceError for a file that is none of the form, LedgerError for a judgement
    without an author."""
    taken = Taken()
    reason = why or f"reviewed in {form.title.partition(',')[0]}"

    def find(report: str, record: str) -> Sequence[Mark]:
        try:
            return marks(desk.as_sent(report, record))
        except LedgerError:
            return ()

    for one in form.read(path, find):
        taken.reports += 1
        if one.ignored:
            taken.left_out.append(f"{one.where}: {one.ignored}")
            continue
        try:
            view = desk.as_sent(one.report, one.record)
        except LedgerError as error:
            taken.left_out.append(f"{one.where}: {error}")
            continue
        if encoded(one.text) != encoded(view.record.article.text):
            taken.left_out.append(
                f"{one.where}: its text is not the one that went out, so its offsets mean nothing here"
            )
            continue
        _judge(desk, view, one, taken, (one.author or author or "", reason), accept=accept)
    return taken


def _judge(desk: Desk, view: Reviewed, one: Returned, taken: Taken, who: tuple[str, str], *, accept: bool) -> None:
    found = difference(view, one.marks)
    now = desk.now(view.report)
    still = found.changes if now.record == view.record else difference(now, one.marks).changes
    taken.left_out += [f"{one.where}: {each.said}: {each.because}" for each in found.left_out]
    dated = one.dated if one.dated and is_iso(one.dated) else None
    given: dict[str, str] = {}
    changes = at_once([change for change in found.changes if change in still])
    if accept:
        changes += _accepted(desk, view, found.same)
    if changes and not who[0].strip():
        raise LedgerError(f"{one.where} does not say who judged: give --author NAME")
    if not changes:
        return
    with desk.together(view.report, author=who[0], why=who[1], dated=dated) as all_of_them:
        for change in changes:
            try:
                path = str(_given(change.path, given))
                made = all_of_them.judge(change.verb, path, _given(change.value, given))
            except LedgerError as error:
                taken.left_out.append(f"{one.where}: {change.said}: {error}")
                continue
            if change.gives and isinstance(made.value, dict):
                given[change.gives] = str(made.value["id"])
            taken.judgements.append(made.id)
            taken.told.append(f"{change.verb} {path}: {change.said}")


def _accepted(desk: Desk, view: Reviewed, same: Sequence[Mark]) -> Iterator[Change]:
    known = {
        one.path
        for one in desk.now(view.report).corrections
        if one.judgement.verb == "accept" and one.state == "stands"
    }
    text = view.record.article.text
    for one in same:
        if one.path not in known:
            yield Change("accept", one.path, None, f"{one.label} “{one.span.of(text)}”")


def _given(told: Json, given: dict[str, str]) -> Json:
    """What is named by a key (`@new1`), by the id that it got. Raises LedgerError where it got none."""
    if isinstance(told, dict):
        return {
            name: _given(one, given) if name in ("by", "actor", "id", "factuality") else one
            for name, one in told.items()
        }
    if not isinstance(told, str) or not told.startswith("@"):
        return told
    head, dot, rest = told.partition(".")
    if head not in given:
        raise LedgerError("what it belongs to was not taken in")
    return f"{given[head]}{dot}{rest}"
