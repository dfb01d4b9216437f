"""A report's record with its corrections, as views take it: the record, what was corrected, and what can be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from onrecord.errors import LedgerError
from onrecord.ledger.judgements import Judgement
from onrecord.ledger.paths import SECTIONS, Json, choices, parsed, place, written
from onrecord.values.record import Attribution, Event, Record, spans_of
from onrecord.values.span import Span
from onrecord.values.wire import to_json

State = Literal["stands", "undone", "waits"]
SHOWN: Final = 60  # code points of words in a label

# What people judge of each kind of finding: members, and the lists whose members are judged one by one.
MEMBERS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "attributions": (("source.form", "source.stated_terms", "source.actor", "mode", "polarity"), ("source.spans", "cue.spans", "content.spans")),
    "actors": (("name", "kind", "country"), ("roles", "mentions")),
    "places": (("name", "geonames", "country", "lat", "lon"), ("mentions",)),
    "times": (("type", "value", "earliest", "latest"), ()),
    "quantities": (("measure", "low", "high", "bound", "unit", "of"), ()),
    "events": (
        ("type", "mode", "factuality.value", "factuality.by", "background", "trigger"),
        ("actors", "recipients", "present", "when", "where"),
    ),
    "disagreements": ((), ()),
}  # fmt: skip

SAID: Final = {"actors": "actor", "recipients": "recipient", "mentions": "mention", "roles": "role"}


@dataclass(frozen=True, slots=True)
class Correction:
    """A judgement on a value, for people. `label` says of what, `words` are its evidence. `state`: it stands, is undone, or waits, and then
    `because` says why."""

    judgement: Judgement
    report: str
    path: str
    label: str
    words: str
    was: Json
    value: Json
    state: State
    because: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What can be judged: where it stands, what stands there, its evidence, and the only values that may (() where any may)."""

    path: str
    label: str
    value: Json
    words: str
    spans: tuple[Span, ...] = ()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reviewed:
    """`record` is the corrected record, `as_read` the one before any correction, `record_id` the ledger's id of the former. `shifts` is how
    places in lists of the one are places in the other (`applying.Built`)."""

    report: str
    record: Record
    as_read: Record
    record_id: str
    corrections: tuple[Correction, ...] = ()
    shifts: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def path(self, shown: str) -> str:
        """The path, as corrections have it, of what stands at `shown` in the corrected record."""
        return shifted(shown, self.shifts)

    def judged(self, path: str) -> tuple[Correction, ...]:
        """The corrections in force at this path or below it."""
        inside = f"{path}."
        return tuple(one for one in self.corrections if one.state == "stands" and f"{one.path}.".startswith(inside))

    def targets(self) -> list[Target]:
        """Every value that can be judged, in the order of the record."""
        return list(targets(self))


@dataclass(frozen=True, slots=True)
class Trace:
    """Which values of a record are corrected: the record's JSON as read, and path and id of each correction in force, the oldest first."""

    shifts: dict[str, tuple[int, ...]]
    as_read: dict[str, Json]
    corrections: tuple[tuple[str, str], ...]

    def newest(self, path: str) -> str | None:
        """The newest correction at a path, above or below it."""
        inside = f"{path}."
        about = [id for at, id in self.corrections if f"{at}.".startswith(inside) or inside.startswith(f"{at}.")]
        return about[-1] if about else None


def shifted(shown: str, shifts: Mapping[str, tuple[int, ...]]) -> str:
    """The path of what stands at `shown` in a record from which members are gone."""
    out: list[str | int] = []
    for part in parsed(shown):
        left = shifts.get(written(tuple(out))) if isinstance(part, int) else None
        out.append(left[part] if left is not None and isinstance(part, int) and part < len(left) else part)
    return written(tuple(out))


def targets(one: Reviewed) -> Iterator[Target]:
    """As `Reviewed.targets`, one at a time."""
    told = to_json(one.record)
    for section in SECTIONS:
        members, lists = MEMBERS[section]
        for finding in told[section]:
            id = finding["id"]
            yield _target(one, told, id)
            for name in members:
                yield _target(one, told, f"{id}.{name}")
            for name in lists:
                listed = place(told, f"{id}.{name}").value
                yield from (_target(one, told, f"{id}.{name}.{n}") for n in range(len(listed)))
            for name, values in finding.get("fields", {}).items():
                yield from (_target(one, told, f"{id}.fields.{name}.{n}") for n in range(len(values)))


def _target(one: Reviewed, told: dict[str, Json], shown: str) -> Target:
    found = place(told, shown)
    spans = _spans(found.value) or (
        _finding_spans(one.record, shown) if "." in shown or not _spans(found.value) else ()
    )
    text = one.record.article.text
    words = " … ".join(text[s.start : s.end] for s in spans)
    return Target(one.path(shown), label_of(one.record, shown), found.value, words, spans, choices(found))


def _spans(value: Json) -> tuple[Span, ...]:
    if isinstance(value, dict) and isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
        return (Span(value["start"], value["end"]),)
    return ()


def _finding_spans(record: Record, shown: str) -> tuple[Span, ...]:
    return spans_of(record.find(str(parsed(shown)[0])))


def label_of(record: Record, shown: str) -> str:
    """What stands at a path, in words: `duration of CONSULT “met”`."""
    head, *rest = parsed(shown)
    finding = record.find(str(head))
    if finding is None:
        return written(tuple(parsed(shown)))
    words = record.words(finding)
    words = words if len(words) <= SHOWN else words[:SHOWN].rstrip() + " …"
    kind = finding.type if isinstance(finding, Event) else type(finding).__name__.lower()
    named = getattr(finding, "name", None) if not isinstance(finding, Attribution) else None
    about = f"{kind} “{named or words}”"
    skipped = ("fields", "spans", "value") if len(rest) > 1 else ()
    parts = [SAID.get(part, part.replace("_", " ")) for part in rest if isinstance(part, str) and part not in skipped]
    return f"{' '.join(parts)} of {about}" if parts else about


def at(record: dict[str, Json], path: str) -> Json:
    """What stands at a path in the JSON of a record; None where nothing does."""
    try:
        return place(record, path).value
    except LedgerError:
        return None
