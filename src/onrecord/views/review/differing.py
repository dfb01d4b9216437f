"""The marks that went out and the marks that came back -> what was changed. Pure functions.

Marks are paired by their paths where the tool keeps them, else by label and stretch; a mark that is gone and one that is new on the same stretch, or
of the same label on a stretch that overlaps, are one mark that was changed. What is left of the one was rejected, of the other inserted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from onrecord.ledger.reviewed import Reviewed
from onrecord.values.comparing import number
from onrecord.views.review.changes import LISTS, Change, LeftOut, account, changed, inserted, moved, owner, place, typed
from onrecord.views.review.marks import Mark, marks

Json = Any


@dataclass(frozen=True, slots=True)
class Difference:
    """What was changed, in an order in which it can be judged; what could not be understood; and the marks that stayed as they were."""

    changes: tuple[Change, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    same: tuple[Mark, ...] = ()


def difference(view: Reviewed, after: Sequence[Mark]) -> Difference:
    """What a person changed of a record with its corrections (`view`), who left these marks."""
    return _Difference(view, marks(view), list(after)).told()


@dataclass
class _Difference:
    view: Reviewed
    before: list[Mark]
    after: list[Mark]
    left_out: list[LeftOut] = field(default_factory=list)

    def told(self) -> Difference:
        pairs, gone, new = paired(self.before, self.after)
        text = self.view.record.article.text
        at = {two.path: one.path for one, two in pairs} | _new_names(new)
        changes: list[Change] = []
        same: list[Mark] = []
        moves: list[tuple[Mark, Mark]] = []
        for one, found in pairs:
            two = _linked(found, at)
            if moved(one) and (one.label != two.label or one.of != two.of):
                moves.append((one, two))
                continue
            made = list(changed(one, two, text))
            changes += made
            if not made:
                same.append(one)
        changes += self.rejected(gone, [one for one, _ in moves])
        changes += self.inserted([_linked(one, at) for one in new], moves)
        return Difference(tuple(_in_order(changes)), tuple(self.left_out), tuple(same))

    # -------------------------------------------------------------- gone

    def rejected(self, gone: Sequence[Mark], moves: Sequence[Mark]) -> Iterator[Change]:
        """Each mark that is gone; a finding goes as a whole where nothing of it is left."""
        text = self.view.record.article.text
        whole = {owner(one.path) for one in gone if self.is_whole(one, gone)}
        told: set[str] = set()
        for one in (*gone, *moves):
            id = owner(one.path)
            path = id if id in whole else one.path
            if path not in told and not (one.of and owner(one.of) in whole and owner(one.of) != id):
                told.add(path)
                yield Change("reject", path, None, f"{one.label} “{one.span.of(text)}”")

    def is_whole(self, one: Mark, gone: Sequence[Mark]) -> bool:
        """Whether the finding cannot stand without what is gone: its trigger, its content, its last mention, itself."""
        id = owner(one.path)
        if one.group in ("event", "time", "quantity"):
            return True
        if one.group in ("content", "actor", "place"):
            group = [m for m in self.before if owner(m.path) == id and m.group == one.group]
            return all(m in gone for m in group)
        return False

    # -------------------------------------------------------------- new

    def inserted(self, new: Sequence[Mark], moves: Sequence[tuple[Mark, Mark]]) -> Iterator[Change]:
        """Each mark that is new: findings, and what belongs to one."""
        for one in new:
            if one.group == "event":
                told: dict[str, Json] = {"type": one.label, "trigger": place(one.span)}
                told |= {name: one.notes[name] for name in ("background", "mode") if one.notes.get(name)}
                if status := one.notes.get("factuality"):
                    told["factuality"] = {"value": status, "by": account(one.by)}
                yield self.made("events", told, one, f"@{one.path}")
        yield from self.attributions(new)
        for one in new:
            yield from self.member(one)
        for before, two in moves:
            kept = self.json_of(before) if before.group == two.group == "value" else {}
            yield from self.member(
                two, {name: kept[name] for name in ("value", "low", "high", "bound", "of") if name in kept}
            )

    def made(self, path: str, told: Json, one: Mark, gives: str = "") -> Change:
        return Change("insert", path, told, f"{one.label} “{one.span.of(self.view.record.article.text)}”", gives)

    def member(self, one: Mark, carried: Json = None) -> Iterator[Change]:
        if one.group in ("value", "role", "again"):
            event = self.event_of(one)
            if event is None:
                self.leave_out(one, "it belongs to no event: link it to the event's trigger")
            elif one.group == "value":
                yield from self.value(one, event, carried or {})
            elif one.group == "again":
                yield self.made(f"{event}.mentions", place(one.span), one)
            else:
                yield from self.role(one, event)
        elif one.group in ("actor", "place", "time", "quantity"):
            yield from self.finding(one)

    def event_of(self, one: Mark) -> str | None:
        if one.of and (one.of.startswith("@") or self.view.record.find(owner(one.of)) is not None):
            return owner(one.of)
        known = [event.id for event in self.view.record.events]
        return known[0] if one.of is None and len(known) == 1 else None

    def value(self, one: Mark, event: str, carried: dict[str, Json]) -> Iterator[Change]:
        if one.detail == "duration" and number(carried.get("value", one.notes.get("value"))) is None:
            self.leave_out(one, "a duration needs its value as ISO 8601, such as PT40M: give it in its note")
            return
        yield inserted(one, event, self.view.record.article.text, carried)

    def role(self, one: Mark, event: str) -> Iterator[Change]:
        """A part in an event: of the actor, time or place that is mentioned there, or of a new one."""
        name = LISTS.get(one.detail, "")
        section = {"when": "times", "where": "places"}.get(name, "actors")
        id = self.mentioned(section, one)
        if id is None and section == "times":
            self.leave_out(one, "no time is marked there: mark one (time.DATE), with its value")
            return
        if id is None:
            id = f"@{section}{one.span.start}"
            yield self.made(section, _named(section, one, self.view.record.article.text), one, id)
        told = place(one.span) | {"by": account(one.by)}
        told |= (
            {"actor": id} if section == "actors" else {"id": id, "value": one.span.of(self.view.record.article.text)}
        )
        yield self.made(f"{event}.{name}", told, one)

    def mentioned(self, section: str, one: Mark) -> str | None:
        for finding in getattr(self.view.record, section):
            spans = getattr(finding, "mentions", (finding,))
            if any(m.start < one.span.end and one.span.start < m.end for m in spans):
                return str(finding.id)
        return None

    def finding(self, one: Mark) -> Iterator[Change]:
        """A mention of somebody or something known by that name, or a new finding."""
        words = one.span.of(self.view.record.article.text)
        section = {"actor": "actors", "place": "places", "time": "times", "quantity": "quantities"}[one.group]
        if section in ("actors", "places"):
            name = str(one.notes.get("name") or words)
            known = next(
                (f.id for f in getattr(self.view.record, section) if f.name.casefold() == name.casefold()), None
            )
            if known:
                form = {"form": "name"} if section == "actors" else {"kind": one.detail}
                yield self.made(f"{known}.mentions", place(one.span) | form, one)
                return
        told = _named(section, one, words)
        if section == "times" and not told["value"]:
            self.leave_out(one, "a time needs a value, such as 2026-03-02: give it in its note")
            return
        yield self.made(section, told, one)

    def attributions(self, new: Sequence[Mark]) -> Iterator[Change]:
        """New cues, sources and contents, those that are linked as one attribution; or more words of one that there is."""
        parts = [one for one in new if one.group in ("source", "cue", "content")]
        for head in [one for one in parts if one.of is None]:
            every = [head, *(one for one in parts if one.of == f"@{head.path}")]
            spans = {
                name: [place(m.span) for m in sorted(every, key=lambda m: m.span) if m.group == name]
                for name in ("source", "cue", "content")
            }
            if not spans["content"]:
                self.leave_out(head, "an attribution needs its content: mark it, and link it to the cue")
                continue
            said = {m.group: m.detail for m in every}
            told = {
                "source": {"spans": spans["source"], "form": said.get("source", "unattributed")},
                "cue": {"spans": spans["cue"]},
                "content": {"spans": spans["content"]},
                "mode": said["content"],
                "polarity": said.get("cue", "affirms"),
            }
            yield self.made("attributions", told, head, f"@{head.path}")
        known = {owner(m.path) for m in self.before if m.group in ("source", "cue", "content")}
        for one in parts:
            if one.of and owner(one.of) in known:
                yield self.made(f"{owner(one.of)}.{one.group}.spans", place(one.span), one)

    def leave_out(self, one: Mark, because: str) -> None:
        self.left_out.append(LeftOut(f"{one.label} “{one.span.of(self.view.record.article.text)}”", because))

    def json_of(self, one: Mark) -> dict[str, Json]:
        found = next((target.value for target in self.view.targets() if target.path == one.path), None)
        return found if isinstance(found, dict) else {}


def _new_names(new: Sequence[Mark]) -> dict[str, str]:
    """What stands for a finding that is to be inserted, by the tool's names of its marks."""
    heads = {one.path for one in new if one.group in ("event", "source", "cue", "content") and one.of is None}
    parts = {one.path: one.of for one in new if one.group in ("source", "cue", "content") and one.of in heads}
    return {path: f"@{path}" for path in heads} | {path: f"@{head}" for path, head in parts.items()}


def _linked(one: Mark, at: dict[str, str]) -> Mark:
    return replace(one, of=at.get(one.of or "", one.of), by=at.get(one.by or "", one.by))


def paired(before: Sequence[Mark], after: Sequence[Mark]) -> tuple[list[tuple[Mark, Mark]], list[Mark], list[Mark]]:
    """(pairs of one mark before and after, those that are gone, those that are new)."""
    left, pairs = list(before), []
    new: list[Mark] = []
    known = {one.path: one for one in before}
    for two in after:
        one = known.pop(two.path, None)
        if one is not None and one.group == two.group:
            pairs.append((one, two))
            left.remove(one)
        else:
            new.append(two)
    signs = _signs(before), _signs(after)

    def linked(one: Mark, two: Mark) -> bool:
        return _exact(one, two) and signs[0][one.path] == signs[1][two.path]

    for same in (linked, _exact, _relabelled, _shifted):
        for two in list(new):
            one = next((one for one in left if same(one, two)), None)
            if one is not None:
                pairs.append((one, two))
                left.remove(one)
                new.remove(two)
    return pairs, left, new


def _signs(every: Sequence[Mark]) -> dict[str, Any]:
    """What each mark is linked to, by label and stretch: names of marks differ from tool to tool."""
    known = {one.path: (one.label, one.span) for one in every}
    return {one.path: (known.get(one.of or ""), known.get(one.by or "")) for one in every}


def _exact(one: Mark, two: Mark) -> bool:
    return one.label == two.label and one.span == two.span


def _relabelled(one: Mark, two: Mark) -> bool:
    return one.group == two.group and one.span == two.span


def _shifted(one: Mark, two: Mark) -> bool:
    return one.label == two.label and one.span.overlaps(two.span)


def _named(section: str, one: Mark, text_or_words: str) -> dict[str, Json]:
    """A finding that a person marked, as it stands in a record's JSON."""
    words = one.span.of(text_or_words) if len(text_or_words) > one.span.end - one.span.start else text_or_words
    name = str(one.notes.get("name") or words)
    if section == "actors":
        kind = one.detail if one.group == "actor" else "unidentified"
        return {"name": name, "kind": kind, "mentions": [place(one.span) | {"form": "name"}]}
    if section == "places":
        kind = one.detail if one.group == "place" else "literal"
        return {"name": name, "geonames": one.notes.get("geonames"), "mentions": [place(one.span) | {"kind": kind}]}
    if section == "times":
        return place(one.span) | {"type": one.detail, "value": one.notes.get("value")}
    low, high = (typed(one.notes.get(name), 0) for name in ("low", "high"))
    if low is None and high is None and isinstance(figure := typed(words, 0), int):
        low = high = figure
    if (low is None) != (high is None) and not one.notes.get("bound"):
        low = high = low if high is None else high  # one end alone is the figure
    unit = {"duration": "minute", "money": ""}.get(one.detail, "person")
    told = {"measure": one.detail, "low": low, "high": high, "unit": unit}
    return place(one.span) | told | {"bound": one.notes.get("bound") or ("exact" if low is not None else "vague")}


def _in_order(changes: Sequence[Change]) -> list[Change]:
    """Each once: findings are inserted before what names them; rejections come last, so that what is moved finds its event."""
    order = {"insert": 0, "edit": 2, "reject": 3, "accept": 4}
    once = [one for n, one in enumerate(changes) if one not in changes[:n]]
    return sorted(once, key=lambda one: 1 if one.verb == "insert" and "." in one.path else order[one.verb])
