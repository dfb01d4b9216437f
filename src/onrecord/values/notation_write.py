"""Record -> notation: `write`. What the notation is: `notation`."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from onrecord.values.notation_words import dated, escaped, evidence, name, scalar, string
from onrecord.values.record import Factuality, Moment, Place, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from onrecord.values.record import (
        Actor,
        Attribution,
        Credit,
        Disagreement,
        DisputedValue,
        Event,
        Mention,
        Participant,
        Passage,
        PlaceMention,
        Quantity,
        Record,
        Time,
        Value,
    )
    from onrecord.values.span import Span


def write(record: Record, *, text: bool = True) -> str:
    """The record in our notation; `text=False` leaves the article's text out, to be given beside when it is read again."""
    return "\n".join(_Writer(record).lines(text=text)) + "\n"


def article_id(text: str) -> str:
    """The id that a text has: "sha256:" of its UTF-8."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def implied(value: object, bound: str | None) -> tuple[object, object]:
    """The low and high that go without saying: both the value where it is exact or about, one of them where it is a bound."""
    exact = bound in ("exact", "about")
    return (value if exact or bound == "at_least" else None, value if exact or bound == "at_most" else None)


def same(a: object, b: object) -> bool:
    """Equal, and of one type: True is not 1 here."""
    return a == b and type(a) is type(b)


class _Writer:
    def __init__(self, record: Record) -> None:
        self.record, self.text = record, record.article.text

    def lines(self, *, text: bool) -> Iterator[str]:
        yield self.record.schema
        yield self._reader()
        yield ""
        yield from self._article()
        if text:
            yield "text"
            yield from (f"  | {_line(one)}".rstrip(" ") for one in self.text.split("\n"))
        groups: tuple[tuple[Callable[[Any], Iterator[str]], tuple[Any, ...]], ...] = (
            (self._event, self.record.events), (self._disagreement, self.record.disagreements), (self._attribution, self.record.attributions),
            (self._actor, self.record.actors), (self._place, self.record.places), (self._time, self.record.times),
            (self._quantity, self.record.quantities),
        )  # fmt: skip
        for show, found in groups:
            for number, one in enumerate(found):
                yield from [""] * (number == 0 or show == self._event)
                yield from show(one)
        yield from [""] * bool(self.record.problems)
        for problem in self.record.problems:
            yield f"problem {name(problem.stage)} {string(problem.where)} {string(problem.message)} {string(problem.remedy)}"

    def _reader(self) -> str:
        reader = self.record.reader
        return _joined(
            "reader",
            dated(reader.version),
            reader.knowledge is not None and f"knowledge {string(reader.knowledge)}",
            reader.weights is not None and f"weights {string(reader.weights)}",
        )

    # -------------------------------------------------------------- the article

    def _article(self) -> Iterator[str]:
        head = self.record.article
        yield "article" if head.key is None else f"article {string(head.key)}"
        if head.id != article_id(head.text):
            yield f"  id {string(head.id)}"
        for kind in ("outlet", "agency"):
            credit: Credit | None = getattr(head, kind)
            if credit:
                yield "  " + _joined(kind, string(credit.name), self._maybe(credit.span))
        for kind in ("headline", "deck", "byline", "dateline"):
            passage: Passage | None = getattr(head, kind)
            if passage:
                shown = self._at(passage.start, passage.end)
                said = (
                    None
                    if passage.text == self.text[passage.start : passage.end] and not shown.startswith("@")
                    else string(passage.text)
                )
                yield "  " + _joined(kind, said, shown)
        for kind, plain in (("url", head.url), ("language", head.language)):
            if plain is not None:
                yield f"  {kind} {string(plain)}"
        for kind in ("published", "updated"):
            moment: Moment = getattr(head, kind)
            if moment != Moment():
                yield "  " + _joined(kind, dated(moment.value), moment.basis, self._maybe(moment.span))
        for one in head.furniture:
            yield f"  furniture {one.kind} {self._at(one.start, one.end)}"

    # -------------------------------------------------------------- who says what

    def _attribution(self, one: Attribution) -> Iterator[str]:
        within = one.within is not None and f"within {name(one.within)}"
        yield _joined(
            "says",
            name(one.id),
            one.mode,
            _unless(one.polarity, "affirms"),
            within,
            self._spans(one.content.spans),
            _tail(one),
        )
        if one.source != Source():
            yield f"  source {self._source(one.source)}"
        if one.cue.spans:
            yield f"  cue {self._spans(one.cue.spans)}"
        if one.hedge:
            yield f"  hedge {self._span(one.hedge)}"

    def _source(self, one: Source) -> str:
        terms = None
        if one.stated_terms != "none_stated" or one.terms_span:
            terms = _joined("terms", one.stated_terms, self._maybe(one.terms_span))
        via = "via " + " ".join(map(name, one.via)) if one.via else None
        return _joined(
            self._spans(one.spans), one.form, one.actor is not None and f"actor {name(one.actor)}", terms, via
        )

    # -------------------------------------------------------------- who, where, when, how many

    def _actor(self, one: Actor) -> Iterator[str]:
        country = one.country is not None and f"in {name(one.country)}"
        yield _joined(
            "actor", name(one.id), string(one.name), one.kind, country, " ".join(map(name, one.sectors)), _tail(one)
        )
        if one.mentions:
            yield f"  mentions {self._mentions((m.form, m) for m in one.mentions)}"
        for role in one.roles:
            of = role.of is not None and f"of {string(role.of)}"
            yield "  " + _joined("role", string(role.title), of, self._at(role.start, role.end))

    def _place(self, one: Place) -> Iterator[str]:
        country = one.country is not None and f"in {name(one.country)}"
        within = one.admin1 is not None and f"within {string(one.admin1)}"
        at = f"at {scalar(one.lat)} {scalar(one.lon)}" if (one.lat, one.lon) != (None, None) else None
        geonames = one.geonames is not None and f"geonames {one.geonames}"
        yield _joined("place", name(one.id), string(one.name), one.precision, country, within, at, geonames, _tail(one))
        if one.mentions:
            yield f"  mentions {self._mentions((m.kind, m) for m in one.mentions)}"

    def _mentions(self, mentions: Iterable[tuple[str, Mention | PlaceMention]]) -> str:
        parts, last = [], ""
        for form, one in mentions:
            parts += [form] * (form != last)
            parts.append(self._at(one.start, one.end))
            last = form
        return " ".join(parts)

    def _time(self, one: Time) -> Iterator[str]:
        options = (("mod", one.mod), ("from", one.earliest), ("to", one.latest))
        told = (f"{word} {dated(value)}" for word, value in options if value is not None)
        against = one.anchor is not None and f"against {name(one.anchor)}"
        yield _joined(
            "time", name(one.id), one.type, dated(one.value), self._at(one.start, one.end), *told, against, _tail(one)
        )

    def _quantity(self, one: Quantity) -> Iterator[str]:
        size = (
            scalar(one.low)
            if one.low is not None and same(one.low, one.high)
            else f"low {scalar(one.low)} high {scalar(one.high)}"
        )
        of = one.of is not None and f"of {string(one.of)}"
        yield _joined(
            "quantity",
            name(one.id),
            one.measure,
            one.bound,
            size,
            string(one.unit),
            self._at(one.start, one.end),
            of,
            _tail(one),
        )

    # -------------------------------------------------------------- what happened

    def _event(self, one: Event) -> Iterator[str]:
        mode = one.mode is not None and f"mode {name(one.mode)}"
        contexts = "contexts " + " ".join(map(name, one.contexts)) if one.contexts else None
        cameo = one.cameo is not None and f"cameo {dated(one.cameo)}"
        yield _joined(
            one.type,
            name(one.id),
            self._span(one.trigger),
            one.background and "background",
            mode,
            contexts,
            cameo,
            _tail(one),
        )
        if one.factuality != Factuality():
            yield "  " + _joined("status", one.factuality.value, _by(one.factuality.by))
        if one.mentions:
            yield f"  also {self._spans(one.mentions)}"
        for word, side in (("who", one.actors), ("whom", one.recipients), ("present", one.present)):
            for party in side:
                yield f"  {word} {self._party(party)}"
        for word, anchors in (("when", one.when), ("where", one.where)):
            for a in anchors:
                yield "  " + _joined(
                    word, name(a.id), self._said(a.value, a.start, a.end), self._at(a.start, a.end), _by(a.by)
                )
        for field, values in one.fields.items():
            word = name(field) if name(field) == field else f"field {string(field)}"
            yield from (f"  {word} {self._value(value)}" for value in values)
            if not values:
                yield f"  {word}"

    def _party(self, one: Participant) -> str:
        return _joined(name(one.actor), self._at(one.start, one.end), one.hedged and "hedged", _by(one.by))

    def _value(self, one: Value) -> str:
        if (one.bound, one.low, one.high, one.of) == (None, None, None, None):
            return _joined(self._said(one.value, one.start, one.end), self._at(one.start, one.end), _by(one.by))
        low, high = implied(one.value, one.bound)
        stated_low = None if same(one.low, low) else f"low {scalar(one.low)}"
        stated_high = None if same(one.high, high) else f"high {scalar(one.high)}"
        of = one.of is not None and f"of {string(one.of)}"
        return _joined(
            one.bound, scalar(one.value), stated_low, stated_high, self._at(one.start, one.end), of, _by(one.by)
        )

    def _disagreement(self, one: Disagreement) -> Iterator[str]:
        yield _joined("differ", name(one.id), name(one.event), name(one.field), one.kind)
        yield from (f"  {self._disputed(value)}" for value in one.values)

    def _disputed(self, one: DisputedValue) -> str:
        return _joined(self._said(one.value, one.start, one.end), self._at(one.start, one.end), _by(one.by))

    # -------------------------------------------------------------- evidence

    def _said(self, value: object, start: int, end: int) -> str | None:
        """The value, or nothing where it is the very words of its evidence."""
        return None if value == self.text[start:end] and not self._at(start, end).startswith("@") else scalar(value)

    def _at(self, start: int, end: int) -> str:
        return evidence(self.text, start, end)

    def _span(self, span: Span) -> str:
        return self._at(span[0], span[1])

    def _maybe(self, span: Span | None) -> str | None:
        return None if span is None else self._span(span)

    def _spans(self, spans: Iterable[Span]) -> str:
        return " ".join(map(self._span, spans))


def _tail(one: object) -> str | None:
    confidence, usual = getattr(one, "confidence", None), 0.0 if isinstance(one, Place) else 1.0
    found_by = getattr(one, "found_by", "")
    return _joined(
        None if confidence is None or same(confidence, usual) else f"~{confidence!r}",
        f"[{escaped(found_by, ']')}]" if found_by else None,
    )


def _by(by: str | None) -> str | None:
    return None if by is None else f"by {name(by)}"


def _unless(value: str, usual: str) -> str | None:
    return None if value == usual else value


def _joined(*parts: str | bool | None) -> str:
    return " ".join(part for part in parts if part and isinstance(part, str))


def _line(text: str) -> str:
    shown = escaped(text)
    return shown[:-1] + "\\u0020" if shown.endswith(" ") else shown
