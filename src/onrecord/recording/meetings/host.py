"""The meeting of which a sentence speaks that names none ("Obama and Putin were flanked by …", "differences remain").

In: the events' groups, a statement. Out: the index of the group, or None where no meeting of the report is meant for sure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.recording.cast import Cast
    from onrecord.recording.matter import Matter
    from onrecord.recording.meetings.statement import Statement
    from onrecord.recording.telling import Telling

_NAMES_PARTIES = ("agreed", "topics")


def host(matter: Matter, cast: Cast, groups: Sequence[Sequence[Telling]], statement: Statement) -> int | None:
    """The group to which a statement belongs: that of its trigger; else the last meeting of the same parties told before it."""
    if statement.of is not None:
        return next((k for k, g in enumerate(groups) if any(t.candidate.head == statement.of for t in g)), None)
    at = matter.syntax.starts[statement.at]
    if statement.name == "duration":
        return _last(matter, groups, statement.at)
    here = matter.syntax.sentence_of[statement.at]
    told = [any(t.trigger.start < at or matter.syntax.sentence_of[t.candidate.head] == here for t in g) for g in groups]
    open_ones = [k for k, g in enumerate(groups) if told[k] and _meets(matter, g)]
    speaking = _speaking(matter, cast, statement)
    fitting = [k for k in open_ones if _same_parties(cast, groups[k], speaking, statement.name)]
    if not fitting or (not speaking and len(fitting) > 1):
        return None
    return max(fitting, key=lambda k: (_nearness(matter, groups[k], at, here), k))


def _nearness(matter: Matter, group: Sequence[Telling], at: int, here: int) -> tuple[bool, int]:
    """In the same sentence first, else told last before."""
    same = any(matter.syntax.sentence_of[t.candidate.head] == here for t in group)
    return same, max((t.trigger.start for t in group if t.trigger.start < at), default=-1)


def _last(matter: Matter, groups: Sequence[Sequence[Telling]], at: int) -> int | None:
    """The meeting told last, in this sentence or the one before: the "it" of "it lasted an hour"."""
    here = matter.syntax.sentence_of[at]
    near = [
        (t.trigger, k)
        for k, g in enumerate(groups)
        for t in g
        if t.sense.kind == "CONSULT"
        and t.candidate.head < at
        and here - matter.syntax.sentence_of[t.candidate.head] <= 1
    ]
    return max(near)[1] if near else None


def _meets(matter: Matter, group: Sequence[Telling]) -> bool:
    """Whether a group is a meeting of two parties or more that took or takes place."""
    people = {p.actor for t in group for p in t.actors}
    if len(group) == 1 and matter.syntax.lemmas[group[0].candidate.head].casefold() in ("shake", "handshake"):
        return False
    return (
        group[0].sense.kind == "CONSULT"
        and len(people) > 1
        and any(t.factuality.value in ("happened", "planned") for t in group)
    )


def _speaking(matter: Matter, cast: Cast, statement: Statement) -> set[str]:
    """The parties of a statement and their countries; where it names none, who says it."""
    value = statement.value
    parties = set(statement.parties)
    account = matter.accounts.get(value.by) if value and value.by else None
    if not parties and account and account.source.actor:
        parties = {account.source.actor}
    return parties | {c for p in parties if (c := cast.country(p))}


def _same_parties(cast: Cast, group: Sequence[Telling], speaking: set[str], name: str) -> bool:
    """Whether the parties of a statement are those of a meeting: two of them, or two of their countries, for what was agreed; else one."""
    people = {p.actor for t in group for p in t.actors}
    lands = {c for p in people if (c := cast.country(p))}
    if name in _NAMES_PARTIES:
        return len(people & speaking) > 1 or len(lands & speaking) > 1
    return not speaking or bool((people if name == "present" else people | lands) & speaking)
