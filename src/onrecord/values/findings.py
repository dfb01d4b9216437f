"""The kinds of finding that a record holds, as frozen types: the public contract `onrecord/1`, field by field.

Spans are half-open, in code points, into `article.text`. `by` is the id of the attribution under which a value is asserted, None where the
article itself asserts it. `found_by` names the rule or head that found a finding, for `onrecord explain`; `confidence` is a probability.
`values.record` puts them together and keeps their invariants.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.values.span import Span

Basis = Literal["given", "metadata", "text", "url", "unknown"]
FurnitureKind = Literal[
    "title_repeat", "byline", "timestamp", "navigation", "share", "caption", "related", "legal", "other"
]
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

    @property
    def named(self) -> bool:
        """Whether `name` is one that it goes by: of a person a proper name ("Nikos al-Amari"), no description ("a senior official")."""
        return self.kind != "person" or any(map(str.isupper, "".join(self.name.split()[-1:])))


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
