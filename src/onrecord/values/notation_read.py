"""Notation -> record: `read`. What the notation is: `notation`.

Two steps: lines become statements (a line and the lines that are indented under it), and, once the text is known, each statement becomes a
finding of its kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from onrecord.errors import NotationError
from onrecord.values import record as contract
from onrecord.values.notation_lines import Line, statements
from onrecord.values.notation_words import find, value_of
from onrecord.values.notation_write import article_id, implied
from onrecord.values.problem import Problem
from onrecord.values.record import (
    SCHEMA,
    Actor,
    Anchor,
    ArticleHead,
    Attribution,
    Credit,
    Disagreement,
    DisputedValue,
    Event,
    Factuality,
    Furniture,
    Mention,
    Moment,
    Participant,
    Passage,
    Place,
    PlaceMention,
    Quantity,
    Reader,
    Record,
    Role,
    Source,
    Time,
    Value,
    Words,
)

if TYPE_CHECKING:
    from onrecord.values.span import Span

EVENT_TYPES = frozenset(get_args(contract.EventType))
BOUNDS = frozenset(get_args(contract.Bound))


def read(notation: str, text: str | None = None) -> Record:
    """The record that a notation tells; `text` is the article's where the notation leaves it out.

    Raises NotationError, naming the line, for what is not in the notation, and BrokenRecord for a record that breaks the contract.
    """
    lines, told = statements(notation)
    if text is None and told is None:
        raise NotationError("no text: write it under `text`, a `|` before each line, or give it beside")
    return _Reader(told if text is None else text).record(lines)


class _Reader:
    def __init__(self, text: str | None) -> None:
        self.text = text or ""
        self.head: dict[str, Any] = {"id": article_id(self.text), "text": self.text}
        self.reader = Reader("notation")
        self.found: dict[str, list[Any]] = {}

    def record(self, lines: list[Line]) -> Record:
        kinds = {
            "reader": self._read_reader, "article": self._article, "says": self._attribution, "actor": self._actor, "place": self._place,
            "time": self._time, "quantity": self._quantity, "differ": self._disagreement, "problem": self._problem,
        }  # fmt: skip
        for line in lines:
            word = line.plain("a statement")
            if word == SCHEMA:
                pass
            elif word in EVENT_TYPES:
                self._event(line, word)
            elif word in kinds:
                kinds[word](line)
            else:
                raise NotationError(
                    f"{line.where}: {word!r} is no statement: there are {', '.join(kinds)}, and the types of events"
                )
            line.done()
            for below in line.under:
                below.done()
        found: dict[str, Any] = {kind: tuple(every) for kind, every in self.found.items()}
        return Record(self.reader, ArticleHead(**self.head), **found)

    def _keep(self, kind: str, finding: object) -> None:
        self.found.setdefault(kind, []).append(finding)

    # -------------------------------------------------------------- the article

    def _read_reader(self, line: Line) -> None:
        told = {"version": line.plain("a version")}
        while word := line.word("knowledge", "weights"):
            told[word] = line.plain(f"the digest of the {word}")
        self.reader = Reader(**told)

    def _article(self, line: Line) -> None:
        if line.peek():
            self.head["key"] = line.plain("a key")
        for below in line.under:
            word = below.plain("a particular of the article")
            if word in ("id", "url", "language"):
                self.head[word] = below.plain(word)
            elif word in ("outlet", "agency"):
                self.head[word] = Credit(below.plain("a name"), self._maybe(below))
            elif word in ("headline", "deck", "byline", "dateline"):
                self.head[word] = self._passage(below)
            elif word in ("published", "updated"):
                self.head[word] = Moment(
                    below.open("a date"), below.choice(contract.Basis, "basis"), self._maybe(below)
                )
            elif word == "furniture":
                kind = below.choice(contract.FurnitureKind, "kind of furniture")
                self.head["furniture"] = (*self.head.get("furniture", ()), Furniture(kind=kind, **self._at(below)))
            else:
                raise NotationError(f"{below.where}: an article has no {word!r}")

    def _passage(self, line: Line) -> Passage:
        token = line.peek()
        said = line.plain("words") if token and token.kind == "string" else None
        start, end = self._span(line)
        return Passage(self.text[start:end] if said is None else said, start, end)

    # -------------------------------------------------------------- who says what

    def _attribution(self, line: Line) -> None:
        told: dict[str, Any] = {
            "id": line.plain("an id"),
            "mode": line.choice(contract.Mode, "mode"),
            "source": Source(),
            "cue": Words(()),
        }
        told["polarity"] = line.word("denies", "declines", "affirms") or "affirms"
        if line.word("within"):
            told["within"] = line.plain("an id")
        told |= {"content": Words(self._spans(line)), **self._tail(line)}
        for below in line.under:
            word = below.plain("source, cue or hedge")
            if word == "source":
                told["source"] = self._source(below)
            elif word == "cue":
                told["cue"] = Words(self._spans(below))
            elif word == "hedge":
                told["hedge"] = self._span(below)
            else:
                raise NotationError(f"{below.where}: an attribution has no {word!r}: source, cue, hedge")
        self._keep("attributions", Attribution(**told))

    def _source(self, line: Line) -> Source:
        told: dict[str, Any] = {
            "spans": self._spans(line),
            "form": line.choice(contract.SourceForm, "form of a source"),
        }
        if line.word("actor"):
            told["actor"] = line.plain("an id")
        if line.word("terms"):
            told |= {"stated_terms": line.choice(contract.StatedTerms, "terms"), "terms_span": self._maybe(line)}
        if line.word("via"):
            told["via"] = line.names()
        return Source(**told)

    # -------------------------------------------------------------- who, where, when, how many

    def _actor(self, line: Line) -> None:
        told: dict[str, Any] = {
            "id": line.plain("an id"),
            "name": line.plain("a name"),
            "kind": line.choice(contract.ActorKind, "kind of actor"),
        }
        if line.word("in"):
            told["country"] = line.plain("a country")
        told |= {"sectors": line.names(), **self._tail(line)}
        for below in line.under:
            word = below.plain("mentions or role")
            if word == "mentions":
                told["mentions"] = tuple(
                    Mention(s, e, form) for form, (s, e) in self._mentions(below, contract.MentionForm)
                )
            elif word == "role":
                title = below.plain("a title")
                of = below.plain("whose") if below.word("of") else None
                told["roles"] = (*told.get("roles", ()), Role(title, of, **self._at(below)))
            else:
                raise NotationError(f"{below.where}: an actor has no {word!r}: mentions, role")
        self._keep("actors", Actor(**told))

    def _place(self, line: Line) -> None:
        told: dict[str, Any] = {"id": line.plain("an id"), "name": line.plain("a name")}
        told["precision"] = line.word(*get_args(contract.Precision))
        while word := line.word("in", "within", "at", "geonames"):
            if word == "at":
                told |= {"lat": value_of(line.take("a latitude")), "lon": value_of(line.take("a longitude"))}
            elif word == "geonames":
                told["geonames"] = value_of(line.take("an id of GeoNames"))
            else:
                told["country" if word == "in" else "admin1"] = line.plain("a name")
        told |= self._tail(line)
        for below in line.under:
            if below.plain("mentions") != "mentions":
                raise NotationError(f"{below.where}: a place has `mentions` and nothing else")
            told["mentions"] = tuple(
                PlaceMention(s, e, kind) for kind, (s, e) in self._mentions(below, contract.PlaceKind)
            )
        self._keep("places", Place(**told))

    def _mentions(self, line: Line, forms: Any) -> list[tuple[Any, Span]]:
        found, form = [], line.choice(forms, "form of mention")
        while line.peek():
            form = line.word(*get_args(forms)) or form
            found.append((form, self._span(line)))
        return found

    def _time(self, line: Line) -> None:
        told: dict[str, Any] = {
            "id": line.plain("an id"),
            "type": line.choice(contract.TimexType, "type of time"),
            "value": line.plain("a value"),
        }
        told |= self._at(line)
        names = {"mod": "mod", "from": "earliest", "to": "latest", "against": "anchor"}
        while word := line.word(*names):
            told[names[word]] = line.plain(word)
        self._keep("times", Time(**told, **self._tail(line)))

    def _quantity(self, line: Line) -> None:
        told: dict[str, Any] = {
            "id": line.plain("an id"),
            "measure": line.choice(contract.Measure, "measure"),
            "bound": line.choice(contract.Bound, "bound"),
        }
        if line.word("low"):
            told["low"] = value_of(line.take("a number"))
            told["high"] = value_of(line.take("a number")) if line.word("high") else None
        else:
            told["low"] = told["high"] = value_of(line.take("a number"))
        told |= {"unit": line.plain("a unit"), **self._at(line)}
        if line.word("of"):
            told["of"] = line.plain("of what")
        self._keep("quantities", Quantity(**told, **self._tail(line)))

    # -------------------------------------------------------------- what happened

    def _event(self, line: Line, kind: str) -> None:
        told: dict[str, Any] = {"type": kind, "id": line.plain("an id"), "trigger": self._span(line)}
        told["background"] = line.word("background") is not None
        while word := line.word("mode", "contexts", "cameo"):
            told[word] = line.names() if word == "contexts" else line.plain(word)
        told |= self._tail(line)
        sides: dict[str, list[Any]] = {"actors": [], "recipients": [], "present": [], "when": [], "where": []}
        fields: dict[str, tuple[Value, ...]] = {}
        names = {"who": "actors", "whom": "recipients", "present": "present"}
        for below in line.under:
            first = below.take("a part of the event")
            word = first.text if first.kind == "word" else ""
            if word in names:
                sides[names[word]].append(self._party(below))
            elif word in ("when", "where"):
                sides[word].append(self._anchor(below))
            elif word == "status":
                told["factuality"] = Factuality(below.choice(contract.FactualityValue, "status"), self._by(below))
            elif word == "also":
                told["mentions"] = self._spans(below)
            elif word:
                name = below.plain("a name") if word == "field" else word
                fields[name] = (*fields.get(name, ()), *([self._value(below)] if below.peek() else []))
            else:
                raise NotationError(
                    f"{below.where}: a part of an event begins with its name: who, whom, when, where, duration …"
                )
        told |= {side: tuple(every) for side, every in sides.items()}
        self._keep("events", Event(**told, fields=fields))

    def _party(self, line: Line) -> Participant:
        actor, at = line.plain("an actor's id"), self._at(line)
        hedged = line.word("hedged") is not None
        return Participant(actor, **at, hedged=hedged, by=self._by(line))

    def _anchor(self, line: Line) -> Anchor:
        id = line.plain("an id")
        value, at = self._said(line)
        return Anchor(str(value), id, **at, by=self._by(line))

    def _value(self, line: Line) -> Value:
        if (token := line.peek()) and token.kind == "evidence":
            value, at = self._said(line)
            return Value(value, **at, by=self._by(line))
        bound: Any = line.word(*BOUNDS)
        value = value_of(line.take("a value"))
        low, high = implied(value, bound)
        if line.word("low"):
            low = value_of(line.take("a number"))
        if line.word("high"):
            high = value_of(line.take("a number"))
        at = self._at(line)
        of = line.plain("of what") if line.word("of") else None
        return Value(value, **at, by=self._by(line), low=low, high=high, bound=bound, of=of)  # type: ignore[arg-type]

    def _disagreement(self, line: Line) -> None:
        id, event, name = (line.plain(what) for what in ("an id", "an event's id", "a field"))
        kind = line.choice(contract.DisagreementKind, "kind of disagreement")
        self._keep("disagreements", Disagreement(id, event, name, kind, tuple(map(self._disputed, line.under))))

    def _disputed(self, line: Line) -> DisputedValue:
        value, at = self._said(line)
        return DisputedValue(value, by=self._by(line), **at)

    def _problem(self, line: Line) -> None:
        stage, *told = (line.plain(what) for what in ("a stage", "where", "a message", "a remedy"))
        self._keep("problems", Problem(told[0], stage, told[1], told[2]))

    # -------------------------------------------------------------- evidence

    def _said(self, line: Line) -> tuple[Any, dict[str, Any]]:
        """A value and its evidence; without a value, the words of the evidence are it."""
        token = line.peek()
        stated = None if token and token.kind == "evidence" else line.take("a value")
        at = self._at(line)
        return (self.text[at["start"] : at["end"]] if stated is None else value_of(stated)), at

    def _span(self, line: Line) -> Span:
        token = line.take("evidence")
        if token.kind != "evidence":
            raise NotationError(f"{line.where}: evidence ('words of the text') was expected, not {token.text!r}")
        return find(token, self.text, line.where)

    def _at(self, line: Line) -> dict[str, Any]:
        start, end = self._span(line)
        return {"start": start, "end": end}

    def _maybe(self, line: Line) -> Span | None:
        token = line.peek()
        return self._span(line) if token and token.kind == "evidence" else None

    def _spans(self, line: Line) -> tuple[Span, ...]:
        found = []
        while (token := line.peek()) and token.kind == "evidence":
            found.append(self._span(line))
        return tuple(found)

    def _by(self, line: Line) -> str | None:
        return line.plain("an attribution's id") if line.word("by") else None

    def _tail(self, line: Line) -> dict[str, Any]:
        told: dict[str, Any] = {}
        while (token := line.peek()) and token.kind in ("confidence", "rule"):
            line.at += 1
            if token.kind == "rule":
                told["found_by"] = token.text
            else:
                told["confidence"] = _probability(token.text, line.where)
        return told


def _probability(word: str, where: str) -> float:
    try:
        return float(word)
    except ValueError as error:
        raise NotationError(f"{where}: ~{word} is no confidence: a number from 0 to 1 was expected") from error
