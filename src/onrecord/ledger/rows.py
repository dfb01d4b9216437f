"""A record -> the rows that people filter on. Pure: no database here.

In: a `Record`, its report's id. Out: for each table a list of rows. The record itself is kept whole beside them; the rows are a view of it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any, Final

from onrecord.ledger.identity import actor_id, content_id, escaped, place_id, plain
from onrecord.values.record import Anchor, Event, Record, Scalar, Value
from onrecord.values.wire import kept

REPORT: Final = "report"  # the form of a claimant where the article itself asserts a value
LONGEST: Final = 400  # code points of words that a row repeats; the record has them all

Rows = dict[str, list[dict[str, Any]]]


def record_id(record: Record, report: str, judgement: str | None = None) -> str:
    """The id of a record: its content, the report that it is the record of, and of a corrected one the judgement that made it so."""
    return content_id("c", report, kept(record), *([judgement] if judgement else []))


def rows_of(record: Record, report: str, judgement: str | None = None) -> Rows:
    """The rows of every table but `articles`, `records` and the search, in no particular order of tables."""
    return _Rows(record, report, record_id(record, report, judgement)).all()


class _Rows:
    def __init__(self, record: Record, report: str, id: str) -> None:
        self.record, self.head = record, {"record": id, "report": report}
        self.actors = {one.id: actor_id(one) for one in record.actors}
        self.places = {one.id: place_id(one) for one in record.places}
        self.accounts = {one.id: one for one in record.attributions}
        self.times = {one.id: one for one in record.times}
        self.rows: Rows = defaultdict(list)

    def all(self) -> Rows:
        self._actors()
        self._places()
        self._attributions()
        for event in self.record.events:
            self._event(event)
        for one in self.record.disagreements:
            row = {"event": self._id("e", one.event), "field": one.field, "kind": one.kind}
            self.rows["disagreements"].append(self.head | {"id": self._id("d", one.id), "local": one.id} | row)
        for number, problem in enumerate(self.record.problems):
            told = {
                "place": problem.where,
                "stage": problem.stage,
                "message": problem.message,
                "remedy": problem.remedy,
            }
            self.rows["problems"].append(
                self.head | {"number": number} | {name: plain(words) for name, words in told.items()}
            )
        return {table: [_storable(row) for row in rows] for table, rows in self.rows.items()}

    def _id(self, letter: str, local: str) -> str:
        return content_id(letter, self.head["record"], local)

    def _words(self, thing: object) -> str:
        return plain(self.record.words(thing))[:LONGEST]

    # -------------------------------------------------------------- who and where

    def _actors(self) -> None:
        known: dict[str, dict[str, Any]] = {}
        for one in self.record.actors:
            id = self.actors[one.id]
            known.setdefault(id, {"id": id, "name": plain(one.name), "kind": one.kind, "country": one.country})
            roles = [{"title": plain(role.title), "of": role.of and plain(role.of)} for role in one.roles]
            told = {
                "roles": json.dumps(roles, ensure_ascii=False),
                "sectors": " ".join(one.sectors),
                "mentions": len(one.mentions),
            }
            self.rows["actor_sights"].append(self.head | {"local": one.id, "actor": id} | told)
        self.rows["actors"] = [known[id] for id in sorted(known)]

    def _places(self) -> None:
        known: dict[str, dict[str, Any]] = {}
        for one in self.record.places:
            id = self.places[one.id]
            told = {name: getattr(one, name) for name in ("geonames", "country", "admin1", "lat", "lon")}
            known.setdefault(id, {"id": id, "name": plain(one.name)} | told)
            self.rows["place_sights"].append(self.head | {"local": one.id, "place": id, "mentions": len(one.mentions)})
        self.rows["places"] = [known[id] for id in sorted(known)]

    def _attributions(self) -> None:
        for one in self.record.attributions:
            start, end = one.content.spans[0].start, one.content.spans[-1].end
            self.rows["attributions"].append(
                self.head
                | {
                    "id": self._id("v", one.id),
                    "local": one.id,
                    "form": one.source.form,
                    "stated_terms": one.source.stated_terms,
                }
                | {"polarity": one.polarity, "mode": one.mode, "actor": self.actors.get(one.source.actor or "")}
                | {"source": self._words(one.source), "content": self._words(one), "start": start, "end": end}
            )

    # -------------------------------------------------------------- what happened

    def _event(self, one: Event) -> None:
        id = self._id("e", one.id)
        earliest, latest = self._days(one.when)
        self.rows["events"].append(
            self.head
            | {"id": id, "local": one.id, "type": one.type, "mode": one.mode, "cameo": one.cameo}
            | {
                "factuality": one.factuality.value,
                "factuality_form": self._form(one.factuality.by),
                "background": int(one.background),
            }
            | {"earliest": earliest, "latest": latest, "trigger": self._words(one), "confidence": float(one.confidence)}
            | {"start": one.trigger.start, "end": one.trigger.end}
        )
        for role in ("actors", "recipients", "present"):
            for party in getattr(one, role):
                told = {
                    "actor": self.actors[party.actor],
                    "form": self._form(party.by),
                    "start": party.start,
                    "end": party.end,
                }
                self._once("event_actors", {"event": id, "role": role} | told)
        for anchor in one.where:
            if place := self.places.get(anchor.id):
                told = {"place": place, "form": self._form(anchor.by), "start": anchor.start, "end": anchor.end}
                self._once("event_places", {"event": id} | told)
        for field, values in one.fields.items():
            for number, value in enumerate(values):
                self.rows["event_values"].append({"event": id, "field": field, "number": number} | self._value(value))

    def _once(self, table: str, row: dict[str, Any]) -> None:
        if row not in self.rows[table]:
            self.rows[table].append(row)

    def _value(self, one: Value) -> dict[str, Any]:
        account = self.accounts.get(one.by or "")
        claimant = self.actors.get(account.source.actor or "") if account else None
        told = {
            "value": None if one.value is None else plain(str(one.value)),
            "bound": one.bound,
            "of": one.of and plain(one.of),
        }
        bounds = {"low": _number(one.low), "high": _number(one.high), "words": self._words(one)}
        source = self._words(account.source) if account else None
        who = {"form": self._form(one.by), "source": source or None, "claimant": claimant}
        return told | bounds | who | {"start": one.start, "end": one.end}

    def _form(self, by: str | None) -> str:
        return REPORT if by is None else self.accounts[by].source.form

    def _days(self, when: tuple[Anchor, ...]) -> tuple[str | None, str | None]:
        """The first and last day on which the event can have been, by any account."""
        times = [time for anchor in when if (time := self.times.get(anchor.id))]
        first = min((t.earliest[:10] for t in times if t.earliest), default=None)
        last = max((t.latest[:10] for t in times if t.latest), default=None)
        return first or last, last or first


def _storable(row: dict[str, Any]) -> dict[str, Any]:
    """The row as any database takes it. Words are `plain` already; a code, a day or the name of a field, which no reading gives such characters
    and an imported record may, has them as escapes: what is told apart stays apart."""
    return {name: escaped(told) if isinstance(told, str) else told for name, told in row.items()}


def _number(told: Scalar) -> float | None:
    try:
        return float(told) if isinstance(told, int | float) and not isinstance(told, bool) else None
    except OverflowError:
        return None
