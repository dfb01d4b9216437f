"""The reports of one happening: which of them are one text, what each account says, where the accounts agree and differ.

A *report* is one article. Reports of one *origin* are copies of one text. An *account* is all that one claimant says in one report. A
*value* of a story is one value of one field as one account gives it, with its evidence; a *difference* is a set of such values that do not
say the same. Nothing here says who is right.

`stories.group` makes stories of reports alone (`values` is empty); `stories.compare` fills the rest in. Spans are half-open, in code
points, into the text of the value's own report. The JSON form is made by `values.wire`, as for a record.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.values.findings import Bound, DisagreementKind, EventType, Scalar, SourceForm, StatedTerms
from onrecord.values.span import Span

STORY_SCHEMA = "onrecord-story/1"

Stance = Literal["asserts", "denies", "blank"]
Hedge = Literal["vague", "reported"]
Sided = Literal["both", "one", "one and others", "third"]
THIRD = "third party"


@dataclass(frozen=True, slots=True)
class Report:
    """One article in a story. `origin` is the key of the article that stands for the text it has in common with others (its own where
    it shares none): reports of one origin are copies, cut, extended or reworked, of one text. `text` is "sha256:" of the UTF-8 text;
    `credit` the agency that it declares as its origin. `version` tells copies apart of which one has a changed fact: two versions of one
    running story are not independent, but neither are they one text."""

    key: str
    origin: str
    outlet: str | None = None
    published: str | None = None
    headline: str | None = None
    text: str | None = None
    credit: str | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of one field, as one account gives it.

    `of` narrows the field (a class of victims, a place), None is the whole. `stance`: "blank" where the account says that it does not say
    or know (`value` is "not stated", "not known", "no comment", "not claimed", "not confirmed"); "denies" where it denies the event.
    `hedge`: "vague" where it is told as likely or possible, "reported" where as hearsay, None where outright (`hedged` is whether it is not).
    `party` is the side of the incident that the claimant belongs to, "third party" for one known to be on neither (a monitor, a hospital), None
    where the report does not tell, and for its own voice.
    `report` is a key. `by` is the span of the source's words in that report, None for the report's own voice; `by_name` is the claimant's
    name, equal across reports; `form` and `terms` are how the report names it. `via` names those who carried it. `event` is the id of the
    event in the report's record, where there is one. `words` are those of the span, `sentence` is the sentence around it.
    """

    id: str
    field: str
    value: Scalar
    report: str
    start: int
    end: int
    of: str | None = None
    low: int | float | None = None
    high: int | float | None = None
    bound: Bound | None = None
    stance: Stance = "asserts"
    hedged: bool = False
    by: Span | None = None
    by_name: str | None = None
    form: SourceForm = "unattributed"
    terms: StatedTerms = "none_stated"
    via: tuple[str, ...] = ()
    party: str | None = None
    hedge: Hedge | None = None
    event: str | None = None
    words: str = ""
    sentence: str = ""

    @property
    def account(self) -> tuple[str, str | None]:
        """Whose it is: the report's key and the claimant's name (None: the report itself)."""
        return self.report, self.by_name


@dataclass(frozen=True, slots=True)
class Difference:
    """Claims of one field that do not say the same. `claims` and `pairs` hold ids of claims; a pair is two claims of two accounts that differ
    in this way. Only "conflict" and "denial" say that both cannot be true."""

    id: str
    field: str
    of: str | None
    kind: DisagreementKind
    claims: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]

    @property
    def serious(self) -> bool:
        """Whether not all of the claims can be true."""
        return self.kind in ("conflict", "denial")


@dataclass(frozen=True, slots=True)
class Agreement:
    """Claims that say the same, of two origins or more: a piece of the agreed core. `value` as its first claim has it."""

    field: str
    of: str | None
    value: Scalar
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """What the story is of: its type, and when and where it was by most reports. `aside` counts the events that the reports tell beside it.
    `parties` are its two sides, () where the reports do not tell two."""

    type: EventType | None = None
    when: str | None = None
    where: str | None = None
    aside: int = 0
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many carry a value, at four levels, never one bare number."""

    reports: int
    outlets: int
    texts: int
    origins: int


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one happening, by key. `id` is the least key among them."""

    id: str
    reports: tuple[Report, ...]
    incident: Incident = Incident()
    claims: tuple[Claim, ...] = ()
    differences: tuple[Difference, ...] = ()
    agreed: tuple[Agreement, ...] = ()
    schema: str = STORY_SCHEMA

    @property
    def origins(self) -> int:
        """How many independent texts there are."""
        return len({one.origin for one in self.reports})

    def claim(self, id: str) -> Claim:
        """The claim of this id. Raises KeyError for an unknown one."""
        for one in self.claims:
            if one.id == id:
                return one
        raise KeyError(id)

    def report(self, key: str) -> Report:
        """The report of this key. Raises KeyError for an unknown one."""
        for one in self.reports:
            if one.key == key:
                return one
        raise KeyError(key)

    def sided(self, claims: Iterable[str]) -> Sided | None:
        """Who says what these claims (by id) say: both sides, one side alone ("one"), one side and others, third parties alone. None where
        the story has no two sides, or it cannot be said."""
        wanted = set(claims)
        told = [one.party for one in self.claims if one.id in wanted and one.stance != "blank"]
        sides = set(told) - {None, THIRD}
        if not self.incident.parties or not told:
            return None
        if len(sides) > 1:
            return "both"
        if sides:
            return "one" if sides == set(told) else "one and others"
        return "third" if set(told) == {THIRD} else None

    def tally(self, claims: Iterable[str] | None = None) -> Tally:
        """How many reports, outlets, distinct texts and origins carry these claims (by id); those of the whole story for None."""
        keys = {one.key for one in self.reports}
        if claims is not None:
            wanted = set(claims)
            keys = {one.report for one in self.claims if one.id in wanted}
        held = [one for one in self.reports if one.key in keys]
        return Tally(
            len(held),
            len({one.outlet or one.key for one in held}),
            len({one.text or one.key for one in held}),
            len({one.origin for one in held}),
        )
