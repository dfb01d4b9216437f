"""Merges and splits of stories, actors and places, corrections of values: judgements with an author, a reason and a date, that can be undone.

Nothing that was read is rewritten. A view is the base (the grouping of reports; one name, one actor) and, in their order, the judgements that
are not undone. A judgement on stories names reports, so that it holds whatever comes in later: "the happening that r1 tells is that of r2".
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from sqlalchemy import Connection, select

from onrecord.errors import LedgerError
from onrecord.ledger import schema
from onrecord.ledger.identity import content_id, plain
from onrecord.ledger.links import in_hundreds

Verb = Literal["merge", "split", "undo", "accept", "edit", "reject", "insert"]
KINDS = ("story", "actor", "place")
VALUE = "value"  # the kind of corrections
table = schema.judgements.c


@dataclass(frozen=True, slots=True)
class Judgement:
    """`subjects`: what is judged (of a merge two ids, of a split one, of an undo the judgement); `reports`: of a split those that are told
    apart; of stories the reports that stand for the subjects.

    Of a correction (kind "value"): `path` is what it is about in the record `record` (the id of the record as read) of the one report, `was` what
    stood there, `value` what is put there, `dated` when it was judged, where that was not when the ledger took it in (`made_at`)."""

    id: str
    verb: Verb
    kind: str
    subjects: tuple[str, ...]
    reports: tuple[str, ...]
    author: str
    why: str
    made_at: str
    undone_by: str | None = None
    path: str | None = None
    was: Any = None
    value: Any = None
    dated: str | None = None
    record: str | None = None

    @property
    def report(self) -> str:
        """The report that a correction is about."""
        return self.reports[0]


@dataclass(frozen=True, slots=True)
class About:
    """What a correction is about: see `Judgement`."""

    path: str
    record: str
    was: Any = None
    value: Any = None
    dated: str | None = None


def write(
    connection: Connection,
    verb: Verb,
    kind: str,
    subjects: Sequence[str],
    reports: Sequence[str],
    author: str,
    why: str,
    at: str,
    about: About | None = None,
) -> Judgement:
    """Stores a judgement and gives it. Raises LedgerError where nobody or nothing is given as author or reason."""
    if not author.strip() or not why.strip():
        raise LedgerError("a judgement needs an author and a reason: give --author NAME and --why 'REASON'")
    told = [verb, kind, list(subjects), list(reports), plain(author), plain(why), at]
    more = asdict(about) if about else {}
    id = content_id("j", *told, *([more] if more else []))
    made = Judgement(id, verb, kind, tuple(subjects), tuple(reports), plain(author), plain(why), at, **more)
    if connection.scalar(select(table.id).where(table.id == made.id)):
        return made
    row: dict[str, str | None] = {
        "id": made.id,
        "verb": verb,
        "kind": kind,
        "author": author,
        "why": why,
        "made_at": at,
    }
    row |= {"subjects": json.dumps(list(subjects)), "reports": json.dumps(list(reports))}
    row |= {
        "author": made.author,
        "why": made.why,
        "report": reports[0] if about or (verb == "undo" and reports) else None,
    }
    row |= {"correction": json.dumps(more, ensure_ascii=True, sort_keys=True) if about else None}
    connection.execute(schema.judgements.insert().values(**row))
    return made


def every(connection: Connection, as_of: str | None = None) -> list[Judgement]:
    """All judgements made by then, the oldest first, each with what undid it by then."""
    return _read(connection, select(schema.judgements), as_of)


def identities(connection: Connection, as_of: str | None = None) -> list[Judgement]:
    """The same without corrections: what says which stories, actors and places are one."""
    return _read(connection, select(schema.judgements).where(table.report.is_(None)), as_of)


def corrections(connection: Connection, reports: Collection[str], as_of: str | None = None) -> list[Judgement]:
    """The corrections of these reports made by then, the oldest first, each with what undid it by then."""
    found: list[Judgement] = []
    for some in in_hundreds(sorted(reports)):
        found += _read(connection, select(schema.judgements).where(table.report.in_(some)), as_of)
    return sorted((one for one in found if one.kind == VALUE), key=lambda one: (one.made_at, one.id))


def _read(connection: Connection, query: Any, as_of: str | None) -> list[Judgement]:
    query = query.order_by(table.made_at, table.id)
    if as_of is not None:
        query = query.where(table.made_at <= as_of)
    rows = list(connection.execute(query).mappings())
    undone = {json.loads(row["subjects"])[0]: row["id"] for row in rows if row["verb"] == "undo"}
    return [
        Judgement(
            row["id"], row["verb"], row["kind"], tuple(json.loads(row["subjects"])), tuple(json.loads(row["reports"])),
            row["author"], row["why"], row["made_at"], undone.get(row["id"]), **json.loads(row["correction"] or "{}"),
        )
        for row in rows
    ]  # fmt: skip


def in_force(judgements: Iterable[Judgement], kind: str) -> list[Judgement]:
    """Those of a kind that are not undone."""
    return [one for one in judgements if one.kind == kind and one.undone_by is None]


def stories(
    base: Mapping[str, str], judgements: Iterable[Judgement], heirs: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Report -> story, from the base and the judgements in force. A merged story has the id of the first that the judgement names; a part
    that was split off that of its own first report. What was judged of a report holds for its `heirs` (the version that stands); a
    judgement on a report that does not stand waits."""
    view, after = dict(base), heirs or {}
    for one in judgements:
        known = [report for judged in one.reports if (report := after.get(judged, judged)) in view]
        if one.verb == "merge" and len(known) == 2:
            into, other = (view[report] for report in known)
            view = {report: into if story == other else story for report, story in view.items()}
        elif one.verb == "split" and known:
            view |= dict.fromkeys(known, "s" + known[0][1:])
            _rename(view, set(known))
    return view


def _rename(view: dict[str, str], apart: set[str]) -> None:
    """What the split left behind must not bear the name of the part that left."""
    name = view[next(iter(apart))]
    if left := sorted(report for report, story in view.items() if story == name and report not in apart):
        view |= dict.fromkeys(left, "s" + left[0][1:])


class Identity:
    """Which actors (or places) are one: `of` gives for a base id in a report the id that it goes by.

    Merges join ids; a split gives an id of its own to the actor as seen in some reports.
    """

    def __init__(self, judgements: Iterable[Judgement], heirs: Mapping[str, str] | None = None) -> None:
        self.into: dict[str, str] = {}
        self.apart: dict[tuple[str, str], str] = {}
        for one in judgements:
            if one.verb == "merge":
                first, second = self.root(one.subjects[0]), self.root(one.subjects[1])
                if first != second:
                    self.into[second] = first
            else:
                own = content_id(one.subjects[0][0], one.id)
                for base in self.class_of(one.subjects[0]):
                    self.apart |= {(base, (heirs or {}).get(report, report)): own for report in one.reports}

    def root(self, id: str) -> str:
        while id in self.into:
            id = self.into[id]
        return id

    def of(self, base: str, report: str) -> str:
        """The id that `base` goes by in this report."""
        return self.root(self.apart.get((base, report), base))

    def class_of(self, id: str) -> set[str]:
        """Every id that goes by the same, itself included."""
        root = self.root(id)
        return {root, id} | {one for one in self.into if self.root(one) == root}

    def bases(self, id: str) -> set[str]:
        """The base ids that can be seen as `id` in some report."""
        known = self.class_of(id)
        return known | {base for (base, _), own in self.apart.items() if own in known}
