"""What a record should say, in words alone: the language of our story tests. `docs/notation.md` teaches it.

    check(record, '''
        CONSULT 'met'
          who 'Ilves' 'Toom'
          when 2026-03-03
          duration PT20M by 'state radio'
          duration about PT35M by 'an official'
        says 'an official' anonymity_requested 'lasted about 35 minutes'
        differ duration PT20M 'state radio' / PT35M 'an official'
        no ASSAULT
    ''')

Words in quotes are found anywhere in what they are to match (an actor by any of its mentions or its name; an event by any of its triggers), so
no ids and no offsets are written. A statement's parts stand indented below it, or on its line after ` / `.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from onrecord.errors import NotationError
from onrecord.values import record as contract
from onrecord.values.notation_lines import Line
from onrecord.values.notation_words import Token, tokens, unescaped, value_of
from onrecord.values.record import (
    Actor,
    Anchor,
    Attribution,
    DisputedValue,
    Event,
    Participant,
    Place,
    Record,
    Time,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

EVENT_TYPES = frozenset(get_args(contract.EventType))
STATUSES = frozenset(get_args(contract.FactualityValue))
PARTIES = {"who": "actors", "whom": "recipients", "present": "present"}
FOLLOWS = frozenset({"by", "of", "hedged"})


def check(record: Record, expected: str) -> None:
    """Raises AssertionError, telling what is missing and what the record has instead, where it does not say what is expected."""
    if missing := misses(record, expected):
        raise AssertionError("\n".join(["the record does not say:", *missing, "", "it says:", *_summary(record)]))


def misses(record: Record, expected: str) -> tuple[str, ...]:
    """The expected statements that the record does not bear out, each with the reason. Raises NotationError for what is no expectation."""
    statements = _statements(expected)
    if not statements:
        raise NotationError("nothing is expected: write at least one statement")
    return tuple(why for line in statements if (why := _Matcher(record).miss(line)))


def _statements(expected: str) -> list[Line]:
    lines = [
        (number, raw)
        for number, raw in enumerate(expected.split("\n"), 1)
        if raw.strip(" \t\r") and not raw.strip().startswith(";")
    ]
    margin = min((len(raw) - len(raw.lstrip(" \t")) for _, raw in lines), default=0)
    found: list[Line] = []
    for number, raw in lines:
        first, *rest = _halves(tokens(raw, f"line {number}"))
        if raw[margin : margin + 1] in (" ", "\t"):
            if not found:
                raise NotationError(f"line {number}: an indented line belongs to a line before it, and there is none")
            rest = [first, *rest]
        else:
            found.append(Line(raw.strip(), first))
        found[-1].under += [Line(raw.strip(), half) for half in rest]
    return found


def _halves(cut: list[Token]) -> list[list[Token]]:
    halves: list[list[Token]] = [[]]
    for token in cut:
        if token.kind == "word" and token.text == "/":
            halves.append([])
        else:
            halves[-1].append(token)
    return halves


class _Matcher:
    """One statement against one record. Each method gives the reason of a miss, or ''."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.actors = {one.id: one for one in record.actors}
        self.accounts = {one.id: one for one in record.attributions}

    def miss(self, line: Line) -> str:
        negated = line.word("no") is not None
        first = line.take("a statement")
        if first.text in EVENT_TYPES:
            found = self._events(line, first.text)
        else:
            kinds: dict[str, Callable[[Line], list[str]]] = {
                "says": self._says, "differ": self._differ, "actor": self._actor, "place": self._place, "time": self._time, "quantity": self._quantity,
            }  # fmt: skip
            if first.text not in kinds:
                raise NotationError(
                    f"{line.where}: {first.text!r} can be no expectation: there are {', '.join(kinds)}, no, and the types of events"
                )
            found = kinds[first.text](line)
        if negated:
            return f"  {line.where}  (it does)" if "" in found else ""
        nearest = max(found, key=lambda why: (not why.startswith("no "), len(why)), default="nothing of this kind")
        return "" if "" in found else f"  {line.where}  ({nearest})"

    # -------------------------------------------------------------- what happened

    def _events(self, line: Line, kind: str) -> list[str]:
        words, flags = _words(line), line.names()
        return [self._event(one, line, words, flags) for one in self.record.events if one.type == kind]

    def _event(self, one: Event, line: Line, words: list[str], flags: Iterable[str]) -> str:
        triggers = " / ".join([self.record.words(one), *map(self.record.words, one.mentions)])
        if not all(word in triggers for word in words):
            return f"no {one.type} at {' '.join(map(repr, words))}"
        for flag in flags:
            told = {
                one.mode,
                one.cameo,
                *one.contexts,
                "background" if one.background else "news",
                one.factuality.value,
            }
            if flag not in told:
                return f"{triggers}: not {flag}, but {', '.join(sorted(filter(None, told)))}"
        for part in line.under:
            part.at = 0
            if why := self._part(one, part):
                return f"{triggers}: {why}"
        return ""

    def _part(self, one: Event, line: Line) -> str:
        denied = line.word("no") is not None
        word = line.plain("a part of the event")
        if word in STATUSES:
            by = self._by(line)
            holds = one.factuality.value == word and by(one.factuality.by)
            return "" if holds is not denied else f"it is {one.factuality.value}, by {self._source(one.factuality.by)}"
        if word in PARTIES:
            return self._parties(getattr(one, PARTIES[word]), line, word, denied=denied)
        values: Iterable[Anchor | Value] = getattr(one, word) if word in ("when", "where") else one.fields.get(word, ())
        bound = line.word(*get_args(contract.Bound))
        token = line.peek()
        wanted = None if token is None or token.kind == "evidence" or token.text in FOLLOWS else line.take("a value")
        quoted, of = _words(line), line.plain("of what") if line.word("of") else None
        by = self._by(line)
        line.done()
        holds = any(
            by(value.by)
            and (wanted is None or _alike(value_of(wanted), value.value))
            and all(q in self.record.words(value) for q in quoted)
            and (
                not isinstance(value, Value)
                or ((bound is None or value.bound == bound) and (of is None or of in (value.of or "")))
            )
            for value in values
        )
        told = "; ".join(f"{v.value} by {self._source(v.by)}" for v in values) or "nothing"
        return "" if holds is not denied else f"{word} is {told}"

    def _parties(self, parties: Iterable[Participant], line: Line, word: str, *, denied: bool) -> str:
        wanted, hedged, by = _words(line), line.word("hedged") is not None, self._by(line)
        line.done()
        told = [one for one in parties if by(one.by) and (one.hedged or not hedged)]
        for name in wanted:
            holds = any(name in self.record.words(one) or self._named(self.actors[one.actor], name) for one in told)
            if holds is denied:
                return f"{word} is {', '.join(dict.fromkeys(self.actors[one.actor].name for one in told)) or 'nobody'}"
        return ""

    # -------------------------------------------------------------- who says what, and the rest

    def _says(self, line: Line) -> list[str]:
        source, flags, content = _words(line, 1), line.names(), _words(line)
        line.done()
        found = []
        for one in self.record.attributions:
            told = {one.mode, one.polarity, one.source.form, one.source.stated_terms}
            said = self.record.words(one.content)
            if not self._from(one, source[0] if source else ""):
                found.append("no such source")
            elif not all(word in said for word in content):
                found.append(f"{self._source(one.id)} says {said!r}")
            else:
                found.append("" if set(flags) <= told else f"it is {', '.join(sorted(told))}")
        return found

    def _differ(self, line: Line) -> list[str]:
        field, kind = line.plain("a field"), line.word(*get_args(contract.DisagreementKind))
        first = line.tokens[line.at :]
        wanted = [
            [t for t in half if t.text != "by"] for half in (first, *(below.tokens for below in line.under)) if half
        ]
        found = []
        for one in self.record.disagreements:
            if one.field != field or kind not in (None, one.kind):
                found.append(f"{one.field} {one.kind} differs")
            else:
                missing = [half for half in wanted if not any(self._disputed(value, half) for value in one.values)]
                told = "; ".join(f"{v.value} by {self._source(v.by)}" for v in one.values)
                found.append(f"{one.field}: {told}" if missing else "")
        return found

    def _disputed(self, value: DisputedValue, wanted: list[Token]) -> bool:
        names = [unescaped(t.text, "") for t in wanted if t.kind == "evidence"]
        values = [value_of(t) for t in wanted if t.kind != "evidence" and t.text != "article"]
        article = any(t.kind == "word" and t.text == "article" for t in wanted)
        account = self.accounts.get(value.by or "")
        return (
            all(_alike(v, value.value) for v in values)
            and all(account is not None and self._from(account, name) for name in names)
            and (value.by is None or not article)
        )

    def _actor(self, line: Line) -> list[str]:
        words, flags = _words(line), line.names()
        line.done()
        hit = [one for one in self.record.actors if all(self._named(one, word) for word in words)]
        return [
            "" if set(flags) <= {one.kind, one.country, *one.sectors} else f"{one.name} is {one.kind} {one.country}"
            for one in hit
        ]

    def _place(self, line: Line) -> list[str]:
        words, flags = _words(line), [value_of(t) for t in line.tokens[line.at :]]
        hit = [one for one in self.record.places if any(word in self._mentioned(one) for word in words)]
        return [
            ""
            if set(flags) <= {one.name, one.country, one.geonames, one.precision}
            else f"{one.name} {one.country} {one.geonames}"
            for one in hit
        ]

    def _time(self, line: Line) -> list[str]:
        words, flags = _words(line), [str(value_of(t)) for t in line.tokens[line.at :]]
        hit: list[Time] = [one for one in self.record.times if any(word in self.record.words(one) for word in words)]
        return [
            ""
            if set(flags) <= {one.value, one.type, one.mod}
            else f"{self.record.words(one)} is {one.type} {one.value}"
            for one in hit
        ]

    def _quantity(self, line: Line) -> list[str]:
        words, flags = _words(line), [value_of(t) for t in line.tokens[line.at :]]
        hit = [one for one in self.record.quantities if any(word in self.record.words(one) for word in words)]
        return [
            ""
            if set(flags) <= {one.measure, one.bound, one.unit, one.of, one.low, one.high}
            else f"{one.measure} {one.bound} {one.low}..{one.high}"
            for one in hit
        ]

    # -------------------------------------------------------------- sources and names

    def _by(self, line: Line) -> Callable[[str | None], bool]:
        """What the rest of a line asks of a `by`: nothing, the article itself, or a source with these words."""
        if not line.word("by"):
            return lambda _: True
        if line.word("article"):
            return lambda by: by is None
        names = _words(line)
        return lambda by: by is not None and all(self._from(self.accounts[by], name) for name in names)

    def _from(self, one: Attribution, words: str) -> bool:
        actor = self.actors.get(one.source.actor or "")
        return words in self.record.words(one.source) or (actor is not None and self._named(actor, words))

    def _named(self, actor: Actor, words: str) -> bool:
        return words in actor.name or words in self._mentioned(actor)

    def _mentioned(self, one: Actor | Place) -> str:
        return " / ".join(self.record.article.text[m.start : m.end] for m in one.mentions)

    def _source(self, by: str | None) -> str:
        return "the article" if by is None else self.record.words(self.accounts[by].source) or "an unnamed source"


def _words(line: Line, most: int = 99) -> list[str]:
    """The quoted words that follow."""
    found: list[str] = []
    while (token := line.peek()) and token.kind == "evidence" and len(found) < most:
        found.append(unescaped(token.text, line.where))
        line.at += 1
    return found


def _alike(wanted: object, told: object) -> bool:
    return wanted == told or (
        isinstance(wanted, str) and isinstance(told, str) and wanted.casefold() == told.casefold()
    )


def _summary(record: Record) -> Iterable[str]:
    matcher = _Matcher(record)
    for one in record.events:
        yield f"  {one.type} {record.words(one)!r} {one.factuality.value} by {matcher._source(one.factuality.by)}"  # noqa: SLF001
    for account in record.attributions:
        yield f"  {record.words(account.source) or '(nobody)'} {record.words(account.cue)}: {record.words(account.content)!r}"
    for dispute in record.disagreements:
        yield f"  differ {dispute.field} {dispute.kind} {' / '.join(str(v.value) for v in dispute.values)}"
