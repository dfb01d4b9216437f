"""What each member of a finding may hold: the rules of the record's contract (`onrecord/1`) that its types alone do not keep. Pure functions.

The one place of the rule: every correction, whichever way it comes (command, page, review file), is held against it before it is kept.

    faults(record, "t1")   ->   Fault(path="t1.value", value="2026-02-30", why="there is no such day")

Only what a correction brings in counts: what the reading itself wrote there is never held against a person.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, is_dataclass
from functools import singledispatch
from typing import Any, Final, NamedTuple

from onrecord.knowledge import agents
from onrecord.knowledge.countries import countries
from onrecord.knowledge.plover import CONTEXTS, MODES, is_mode
from onrecord.ledger import timex
from onrecord.values.comparing import number
from onrecord.values.findings import (
    Actor,
    Anchor,
    Attribution,
    Event,
    Participant,
    Place,
    Quantity,
    Role,
    Source,
    Time,
    Value,
)
from onrecord.values.record import Record
from onrecord.values.shapes import parts_of
from onrecord.values.span import Span

COUNTS: Final = ("killed", "injured", "missing", "detained", "displaced", "took_part")
WORDED: Final = ("format", "forum", "venue", "topics", "agreed", "disputed", "tone", "means", "aim")
FIELDS: Final = ("duration", *WORDED[:6], "content_disclosed", "tone", *COUNTS, "means", "aim")
LENGTHS: Final = ("second", "minute", "hour", "day", "week", "month", "year")
PEOPLE: Final = ("person", "family")
# PLOVER's sectors (and CAMEO's, where PLOVER has none) that the tables of nouns do not have.
SECTORS: Final = agents.CODES - {""} | frozenset(
    "AGR BUS DEV ELI ENV ETH HLH HRI HUM IGO INS INT LAB MED MNC NGM NGO RAD REF REL SEP SET SPY UAF".split()
)
CAMEO: Final = re.compile(r"(?:0[1-9]|1\d|20)\d{0,2}", re.ASCII)
GREATEST: Final = 10**15  # of a number: no count, length or sum of money in the news is larger
LONGEST: Final = 20_000  # code points of a string
DEEPEST: Final = 8  # of a value: no member of the contract lies deeper
_UNIT: Final = re.compile(r"[^\W\d_]{1,30}(?: [^\W\d_]{1,30}){0,3}")
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


class Fault(NamedTuple):
    """A member that holds what it may not: where it stands in the record, what it holds, and what would be right."""

    path: str
    value: Any
    why: str

    def __str__(self) -> str:
        return f"{self.path} is {_shown(self.value)}: {self.why}"


def unfit(value: Any, depth: int = 0) -> str | None:
    """Why a value, whatever its place, is none that a record can hold; None where it may be one."""
    if depth > DEEPEST:
        return "it is nested more deeply than anything in a record"
    if isinstance(value, str):
        if len(value) > LONGEST:
            return f"a string has {len(value):,} code points: {LONGEST:,} is the most"
        if found := _UNSEEN.search(value):
            return f"a string has the character U+{ord(found.group()):04X}, which nobody sees: leave it out"
    if isinstance(value, float) and not math.isfinite(value):
        return f"{value} is no number"
    if isinstance(value, int | float) and abs(value) > GREATEST:
        return f"a number is beyond {GREATEST:,}: no figure in a record is"
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return next((why for one in inside if (why := unfit(one, depth + 1))), None)


def faults(record: Record, id: str) -> Iterator[Fault]:
    """What the finding of this id holds that it may not, in the order of its members; nothing for an id that there is not."""
    finding = record.find(id)
    if finding is not None:
        for path, one in _inside(finding, id):
            for member, value, why in told(one, _At(record, path, finding)):
                yield Fault(f"{path}.{member}" if member else path, value, why)


@dataclass(frozen=True, slots=True)
class _At:
    record: Record
    path: str
    finding: object

    @property
    def field(self) -> str:
        """The field of an event that a value stands in."""
        parts = self.path.split(".")
        return parts[2] if len(parts) > 2 else ""


Told = Iterator[tuple[str, Any, str]]


def _inside(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Every object and span in a finding, with its path."""
    if isinstance(value, Span):
        yield path, value
    elif is_dataclass(value) and not isinstance(value, type):
        yield path, value
        for part in parts_of(type(value)):
            yield from _inside(getattr(value, part.name), f"{path}.{part.name}")
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _inside(one, f"{path}.{name}")
    elif isinstance(value, tuple):
        for n, one in enumerate(value):
            yield from _inside(one, f"{path}.{n}")


# ------------------------------------------------------------------ what every object keeps


def told(one: Any, at: _At) -> Told:
    """(member, value, why) of each member of an object that holds what it may not."""
    if isinstance(one, Span) or hasattr(one, "start"):
        yield from _place(Span(one.start, one.end), at.record)
    if not isinstance(one, Span):
        confidence = getattr(one, "confidence", 1.0)
        if not 0 <= confidence <= 1:
            yield "confidence", confidence, "a confidence is a probability, from 0 to 1"
        yield from _rules(one, at)


def _place(span: Span, record: Record) -> Told:
    text = record.article.text
    if not 0 <= span.start < span.end <= len(text):
        yield (
            "",
            {"start": span.start, "end": span.end},
            (f"a place in the text begins before it ends, both from 0 to {len(text):,} (the end is not in it)"),
        )
    elif not span.of(text).strip():
        yield "", {"start": span.start, "end": span.end}, "there is only white space in it: give the words"
    elif held := next((f for f in record.article.furniture if f.start <= span.start and span.end <= f.end), None):
        yield (
            "",
            {"start": span.start, "end": span.end},
            f"it lies in what is no reporting ({held.kind}): give words of the report",
        )


@singledispatch
def _rules(one: Any, at: _At) -> Told:
    return iter(())


# ------------------------------------------------------------------ who


@_rules.register
def _actor(one: Actor, at: _At) -> Told:
    yield from _named("name", one.name)
    yield from _country(one.country)
    yield from _each("sectors", one.sectors, SECTORS)


@_rules.register
def _role(one: Role, at: _At) -> Told:
    yield from _named("title", one.title)
    if one.of is not None:
        yield from _named("of", one.of)


@_rules.register
def _source(one: Source, at: _At) -> Told:
    if len(set(one.via)) < len(one.via):
        yield "via", list(one.via), "each actor is named once"


@_rules.register
def _attribution(one: Attribution, at: _At) -> Told:
    within = {each.id: each.within for each in at.record.attributions}
    outer, seen = one.within, {one.id}
    while outer is not None and outer not in seen:
        seen.add(outer)
        outer = within.get(outer)
    if outer == one.id:
        yield "within", one.within, "an attribution is not quoted in itself: name the one around it, or null"


@_rules.register
def _participant(one: Participant, at: _At) -> Told:
    yield from _known("actor", one.actor, [each.id for each in at.record.actors], "an actor")


# ------------------------------------------------------------------ where and when


@_rules.register
def _toponym(one: Place, at: _At) -> Told:
    yield from _named("name", one.name)
    yield from _country(one.country)
    if one.geonames is not None and not 0 < one.geonames < 2**31:
        yield "geonames", one.geonames, "it is the number of a place at geonames.org, or null"
    for name, value, most in (("lat", one.lat, 90), ("lon", one.lon, 180)):
        if value is not None and not -most <= value <= most:
            yield name, value, f"degrees are from -{most} to {most}"
    if (one.lat is None) != (one.lon is None) and -90 <= (one.lat or 0) <= 90 and -180 <= (one.lon or 0) <= 180:
        lone, missing = ("lat", "lon") if one.lon is None else ("lon", "lat")
        yield (
            lone,
            getattr(one, lone),
            f"a point has both: give lat and lon at once, {_together(lat=54.7, lon=25.3)} ({missing} is null)",
        )


@_rules.register
def _time(one: Time, at: _At) -> Told:
    if why := timex.fault(one.type, one.value):
        yield "value", one.value, f"{why}{_other_type(one)}"
    if one.mod is not None and one.mod not in timex.MODS:
        yield "mod", one.mod, f"it can be {', '.join(sorted(timex.MODS))}, or null"
    ends = [end for end in ("earliest", "latest") if getattr(one, end) is not None]
    odd = [end for end in ends if not timex.is_moment(getattr(one, end))]
    for end in odd:
        yield (
            end,
            getattr(one, end),
            "it is a day or a moment that there is, 2026-03-02 or 2026-03-02T10:35+02:00, or null",
        )
    if len(ends) == 2 and not odd and not timex.in_order(str(one.earliest), str(one.latest)):
        yield (
            "earliest",
            one.earliest,
            (
                f"it lies after latest, {one.latest}: give both at once, {_together(earliest=one.latest, latest=one.earliest)}"
            ),
        )
    if one.anchor == one.id:
        yield "anchor", one.anchor, "a time is not resolved against itself"
    elif one.anchor not in (None, "published", "updated"):
        yield from _known(
            "anchor", one.anchor, [each.id for each in at.record.times], "a time", "published, updated, or null"
        )


def _other_type(one: Time) -> str:
    fits = [kind for kind in timex.FORMS if kind != "SET" and timex.fault(kind, one.value) is None]
    return f"; for a {fits[0]} give both at once, {_together(type=fits[0], value=one.value)}" if fits else ""


@_rules.register
def _anchor(one: Anchor, at: _At) -> Told:
    when = ".when." in at.path
    known = at.record.times if when else at.record.places
    yield from _known("id", one.id, [each.id for each in known], "a time" if when else "a place")


# ------------------------------------------------------------------ how many


@_rules.register
def _quantity(one: Quantity, at: _At) -> Told:
    units = LENGTHS if one.measure == "duration" else () if one.measure in ("money", "other") else PEOPLE
    if units and one.unit not in units:
        yield "unit", one.unit, f"of {one.measure} it can be {', '.join(units)}"
    elif not units and one.unit and not _UNIT.fullmatch(one.unit):
        yield "unit", one.unit, "it is a word, such as euro"
    if one.of is not None:
        yield from _named("of", one.of)
    yield from _bounds(one.low, one.high, one.bound)


@_rules.register
def _value(one: Value, at: _At) -> Told:
    name = at.field
    if name == "duration" and (not isinstance(one.value, str) or number(one.value) is None):
        yield "value", one.value, "a duration is written as ISO 8601, such as PT40M or P2D"
    elif name == "content_disclosed" and not isinstance(one.value, bool):
        yield "value", one.value, "it is true or false"
    elif name in COUNTS and (isinstance(one.value, bool) or one.value is None):
        yield "value", one.value, "a count is a number, or the words for one (dozens)"
    elif name in WORDED and not isinstance(one.value, str):
        yield "value", one.value, "it is told in words"
    elif isinstance(one.value, str):
        yield from _named("value", one.value)
    elif isinstance(one.value, int | float) and one.value < 0:
        yield "value", one.value, "no count is below 0"
    if one.of is not None:
        yield from _named("of", one.of)
    yield from _bounds(one.low, one.high, one.bound, one.value)


def _bounds(low: Any, high: Any, bound: str | None, value: Any = None) -> Told:
    for name, end in (("low", low), ("high", high)):
        if end is not None and number(end) is None:
            yield name, end, "it is a number, a duration as ISO 8601 (PT40M), or null"
            return
        if end is not None and (number(end) or 0) < 0:
            yield name, end, "no figure is below 0"
    first, last = number(low), number(high)
    if first is not None and last is not None and first > last:
        yield "low", low, f"it lies above high, {high}: give both at once, {_together(low=high, high=low)}"
    elif bound in ("exact", "about") and first != last:
        yield (
            "bound",
            bound,
            f"then low and high are the one figure, and they are {low} and {high}: give them at once, or another bound",
        )
    elif bound == "exact" and first is not None and (told_ := number(value)) is not None and told_ != first:
        yield "value", value, f"low and high say {low}: give the value alone, and its bounds follow"
    elif bound == "at_least" and first is None or bound == "at_most" and last is None:
        yield "bound", bound, f"then {'low' if bound == 'at_least' else 'high'} has the figure, and it is null"
    elif bound == "between" and None in (first, last):
        yield "bound", bound, "then low and high have figures: give them at once"


# ------------------------------------------------------------------ what happened


@_rules.register
def _event(one: Event, at: _At) -> Told:
    if not is_mode(one.type, one.mode):
        modes = MODES[one.type]
        yield (
            "mode",
            one.mode,
            f"{one.mode!r} is no mode of {one.type}: "
            + (f"it can be {', '.join(modes)}, or null" if modes else "it has none, give null"),
        )
    yield from _each("contexts", one.contexts, CONTEXTS)
    if one.cameo is not None and not CAMEO.fullmatch(one.cameo):
        yield "cameo", one.cameo, "a CAMEO code has two to four digits and begins with 01 to 20"
    for name in one.fields:
        if name not in FIELDS:
            yield f"fields.{name}", name, f"no event has such a field: there are {', '.join(FIELDS)}"


# ------------------------------------------------------------------ small rules


def _named(member: str, words: str) -> Told:
    if not words.strip():
        yield member, words, "it is empty: give its words"


def _country(code: str | None) -> Told:
    if code is not None and code not in countries():
        yield "country", code, "it is the alpha-3 code of a country (ISO 3166-1), such as NOR, or null"


def _each(member: str, values: Sequence[str], known: Sequence[str] | frozenset[str]) -> Told:
    for n, one in enumerate(values):
        if one not in known:
            yield f"{member}.{n}", one, f"there are {', '.join(sorted(known))}"
        elif one in values[:n]:
            yield f"{member}.{n}", one, "it stands there already"


def _known(member: str, id: str, known: Sequence[str], what: str, more: str = "") -> Told:
    if id not in known:
        ids = f"{', '.join(known[:8])}{' …' if len(known) > 8 else ''}" if known else "none"
        yield (
            member,
            id,
            f"it is no {what.partition(' ')[2]} of this record: there are {ids}{f'; or {more}' if more else ''}",
        )


def _together(**members: Any) -> str:
    return json.dumps(members, ensure_ascii=False)


def _shown(value: Any) -> str:
    words = json.dumps(value, ensure_ascii=False)
    return words if len(words) <= 60 else words[:60] + "…"
