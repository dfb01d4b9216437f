"""What goes out: the public contract `onrecord/1`, as frozen types.

Every finding carries spans (half-open, in code points, into `article.text`); every value of an event carries `by`: the id of the
attribution under which it is asserted, or None where the article itself asserts it. A `Record` that breaks either cannot be
constructed: it raises `BrokenRecord`. The JSON form is made by `values.wire`; its JSON Schema is shipped as `values/record.schema.json`.

`found_by` on a finding names the rule or head that found it, for `onrecord explain`; `confidence` is a probability, 0 to 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Literal

from onrecord.errors import BrokenRecord
from onrecord.values.problem import Problem
from onrecord.values.span import Span

SCHEMA = "onrecord/1"

Basis = Literal["given", "metadata", "text", "url", "unknown"]
FurnitureKind = Literal["title_repeat", "byline", "timestamp", "navigation", "share", "caption", "related", "legal", "other"]
SourceForm = Literal[
    "own_observation", "named_person", "named_institution", "role_described", "plural_unnamed",
    "other_outlet", "document", "social_post", "impersonal", "unattributed",
]  # fmt: skip
StatedTerms = Literal["none_stated", "anonymity_requested", "on_background", "not_authorised"]
Mode = Literal["direct", "mixed", "indirect"]
Polarity = Literal["affirms", "denies", "declines"]
ActorKind = Literal["person", "office", "organization", "state", "group", "unidentified"]
MentionForm = Literal["name", "role", "pronoun", "description", "demonym"]
PlaceKind = Literal["literal", "demonym", "embedded", "metonymic"]
Precision = Literal["point", "city", "admin2", "admin1", "country", "region"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Measure = Literal["killed", "injured", "missing", "detained", "displaced", "took_part", "duration", "money", "other"]
Bound = Literal["exact", "about", "at_least", "at_most", "between", "vague"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
FactualityValue = Literal["happened", "denied", "planned", "demanded", "possible", "hypothetical"]
DisagreementKind = Literal["conflict", "bound", "detail", "update", "scope", "denial", "non_claim", "hedge"]
Scalar = str | int | float | bool | None


# ------------------------------------------------------------------ the article


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the text with their place (headline, deck, byline, dateline)."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet or agency; `span` where the text itself names it."""

    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """`value`: ISO 8601 to the precision stated, or None; `basis`: where it was taken from; `span`: its place in the text."""

    value: str | None = None
    basis: Basis = "unknown"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the page that is no reporting. Marked, never cut."""

    start: int
    end: int
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """The `article` of a record: the unaltered text and the page's own particulars. `id` is "sha256:" of the UTF-8 text."""

    id: str
    text: str
    key: str | None = None
    outlet: Credit | None = None
    agency: Credit | None = None
    headline: Passage | None = None
    deck: Passage | None = None
    byline: Passage | None = None
    dateline: Passage | None = None
    url: str | None = None
    language: str | None = None
    published: Moment = field(default_factory=Moment)
    updated: Moment = field(default_factory=Moment)
    furniture: tuple[Furniture, ...] = ()


# ------------------------------------------------------------------ who says what


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it. `spans` may be empty (no source named); `via` are the actors that carried it."""

    spans: tuple[Span, ...] = ()
    actor: str | None = None
    form: SourceForm = "unattributed"
    stated_terms: StatedTerms = "none_stated"
    terms_span: Span | None = None
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """One or more stretches of the text (a cue, or a content that is interrupted)."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content, as in PARC3 and PolNeAR. `within`: the attribution in which this one is quoted."""

    id: str
    source: Source
    cue: Words
    content: Words
    mode: Mode
    polarity: Polarity = "affirms"
    hedge: Span | None = None
    within: str | None = None
    confidence: float = 1.0
    found_by: str = ""


# ------------------------------------------------------------------ who, where, when, how many


@dataclass(frozen=True, slots=True)
class Role:
    """An office held: `title` of `of`, as said at start..end."""

    title: str
    of: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    start: int
    end: int
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, office, organization, state or group, with every mention. `country` is ISO 3166-1 alpha-3; `sectors` are PLOVER's."""

    id: str
    name: str
    kind: ActorKind
    roles: tuple[Role, ...] = ()
    country: str | None = None
    sectors: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    start: int
    end: int
    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym, resolved to GeoNames or (with nulls) unresolved. Degrees WGS 84; `country` alpha-3."""

    id: str
    name: str
    geonames: int | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None
    confidence: float = 0.0
    mentions: tuple[PlaceMention, ...] = ()
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """A TIMEX3 expression. `earliest` and `latest` are ISO dates or datetimes; `anchor` is a time's id, "published", "updated" or None."""

    id: str
    start: int
    end: int
    type: TimexType
    value: str
    mod: str | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: str | None = None
    confidence: float = 1.0
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count, duration or sum. `low` and `high` in `unit`s, None where open; `exact` and `about` have low = high = the stated figure."""

    id: str
    start: int
    end: int
    measure: Measure
    low: int | float | None
    high: int | float | None
    bound: Bound
    unit: str
    of: str | None = None
    found_by: str = ""


# ------------------------------------------------------------------ what happened


@dataclass(frozen=True, slots=True)
class Participant:
    """One mention that carries a role in an event."""

    actor: str
    start: int
    end: int
    by: str | None = None
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """When or where: `id` is that of a time or place of the record."""

    value: str
    id: str
    start: int
    end: int
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field, as one account gives it. A duration's value is ISO 8601, a count's a number; `of` narrows a count."""

    value: Scalar
    start: int
    end: int
    by: str | None = None
    low: int | float | str | None = None
    high: int | float | str | None = None
    bound: Bound | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Factuality:
    """The status of the event in the eyes of `by`."""

    value: FactualityValue = "happened"
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A PLOVER event; every value with its evidence and its `by`. `mentions` are its other triggers."""

    id: str
    trigger: Span
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    present: tuple[Participant, ...] = ()
    when: tuple[Anchor, ...] = ()
    where: tuple[Anchor, ...] = ()
    factuality: Factuality = field(default_factory=Factuality)
    background: bool = False
    fields: dict[str, tuple[Value, ...]] = field(default_factory=dict)
    mentions: tuple[Span, ...] = ()
    confidence: float = 1.0
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class DisputedValue:
    value: Scalar
    by: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field of one event for which accounts differ: at least two values, each asserted by a different account."""

    id: str
    event: str
    field: str
    kind: DisagreementKind
    values: tuple[DisputedValue, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """What made a record: package version, digests of the knowledge and of the weights used (None: read by rules alone)."""

    version: str
    knowledge: str | None = None
    weights: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """All that one article yields. Raises BrokenRecord where a span leaves the text, an id is unknown or repeated, or evidence is missing."""

    reader: Reader
    article: ArticleHead
    attributions: tuple[Attribution, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    problems: tuple[Problem, ...] = ()
    schema: str = SCHEMA

    def __post_init__(self) -> None:
        _Check(self).all()

    def words(self, thing: object) -> str:
        """The words of a finding: of its `start`..`end`, its `spans`, its `trigger`, or the span itself."""
        return " … ".join(self.article.text[s.start : s.end] for s in spans_of(thing))

    def find(self, id: str) -> object | None:
        """The finding of this id, or None."""
        return next((one for one in findings(self) if one.id == id), None)

    def _repr_html_(self) -> str:
        from onrecord.values.notation import write  # noqa: PLC0415  notation reads records: a notebook alone asks the other way

        return f"<pre>{escape(write(self))}</pre>"


Finding = Attribution | Actor | Place | Time | Quantity | Event | Disagreement


def findings(record: Record) -> Iterator[Finding]:
    """Every finding that has an id, in the order of the contract."""
    yield from record.attributions
    yield from record.actors
    yield from record.places
    yield from record.times
    yield from record.quantities
    yield from record.events
    yield from record.disagreements


def spans_of(thing: object) -> tuple[Span, ...]:
    """The evidence of a value: its span or spans, in the order of the text as given; () where it has none."""
    if isinstance(thing, Span):
        return (thing,)
    if isinstance(thing, Attribution):
        return thing.content.spans
    if isinstance(thing, Event):
        return (thing.trigger,)
    if isinstance(thing, Source | Words):
        return thing.spans
    if isinstance(thing, Actor | Place):
        return tuple(Span(m.start, m.end) for m in thing.mentions)
    if isinstance(thing, Disagreement):
        return tuple(Span(v.start, v.end) for v in thing.values)
    start, end = getattr(thing, "start", None), getattr(thing, "end", None)
    return (Span(start, end),) if isinstance(start, int) and isinstance(end, int) else ()


class _Check:
    """The invariants of a record. Each method raises BrokenRecord with the place and the reason."""

    def __init__(self, record: Record) -> None:
        self.record, self.length = record, len(record.article.text)
        self.ids = [one.id for one in findings(record)]
        self.known = frozenset(self.ids)
        self.accounts = frozenset(one.id for one in record.attributions)
        self.actors = frozenset(one.id for one in record.actors)

    def all(self) -> None:
        if len(self.known) != len(self.ids):
            self.fail(f"ids repeat: {sorted({i for i in self.ids if self.ids.count(i) > 1})}")
        for one in self.record.article.furniture:
            self.inside(one, "furniture")
        for one in findings(self.record):
            self.inside(one, one.id, needed=True)
        for attribution in self.record.attributions:
            self.attribution(attribution)
        for event in self.record.events:
            self.event(event)
        for one in self.record.disagreements:
            self.disagreement(one)

    def fail(self, why: str) -> None:
        message = f"record of {self.record.article.key or self.record.article.id}: {why}"
        raise BrokenRecord(message)

    def inside(self, thing: object, where: str, *, needed: bool = False) -> None:
        spans = spans_of(thing)
        if needed and not spans:
            self.fail(f"{where} has no evidence: give it at least one span")
        for start, end in spans:
            if not 0 <= start < end <= self.length:
                self.fail(f"{where} has a span {start}..{end} outside the text of {self.length} code points, or an empty one")

    def says(self, by: str | None, where: str) -> None:
        if by is not None and by not in self.accounts:
            self.fail(f"{where} is asserted by {by!r}, which is no attribution of this record")

    def attribution(self, one: Attribution) -> None:
        self.inside(one.source, f"source of {one.id}")
        self.inside(one.cue, f"cue of {one.id}")
        self.says(one.within, f"{one.id} (within)")
        for actor in (one.source.actor, *one.source.via):
            if actor is not None and actor not in self.actors:
                self.fail(f"{one.id} names the actor {actor!r}, which is none of this record")

    def event(self, event: Event) -> None:
        self.says(event.factuality.by, f"factuality of {event.id}")
        for span in event.mentions:
            self.inside(span, f"mention of {event.id}")
        for name in ("actors", "recipients", "present"):
            for one in getattr(event, name):
                self.inside(one, f"{name} of {event.id}", needed=True)
                self.says(one.by, f"{name} of {event.id}")
                if one.actor not in self.actors:
                    self.fail(f"{name} of {event.id}: {one.actor!r} is no actor of this record")
        for name in ("when", "where"):
            for anchor in getattr(event, name):
                self.inside(anchor, f"{name} of {event.id}", needed=True)
                self.says(anchor.by, f"{name} of {event.id}")
                if anchor.id not in self.known:
                    self.fail(f"{name} of {event.id}: {anchor.id!r} is no time or place of this record")
        for name, values in event.fields.items():
            for value in values:
                self.inside(value, f"{name} of {event.id}", needed=True)
                self.says(value.by, f"{name} of {event.id}")

    def disagreement(self, one: Disagreement) -> None:
        if one.event not in self.known:
            self.fail(f"{one.id} is about {one.event!r}, which is no event of this record")
        if len(one.values) < 2:  # noqa: PLR2004  one account alone disagrees with nobody
            self.fail(f"{one.id} has fewer than two values")
        for value in one.values:
            self.says(value.by, f"a value of {one.id}")
