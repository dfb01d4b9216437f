"""What looking into a ledger gives: plain, frozen values for views."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.ledger.judgements import Judgement


@dataclass(frozen=True, slots=True)
class Report:
    """One report in the ledger. `origin`: the report that stands for its text; `version`: its number among the versions of one article."""

    id: str
    key: str | None
    url: str | None
    outlet: str | None
    headline: str
    published: str | None
    text_id: str
    version: int
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A value of an event, and who asserts it: `form` of the claimant ("report": the article itself), `source` its words in the report,
    `claimant` its name where known. `words` are the evidence. `path` is what a correction of it names, `corrected` the newest judgement in force
    on it or on what it belongs to, `was` the value as it was read, where that was another."""

    field: str
    value: str
    words: str
    bound: str | None
    of: str | None
    form: str
    source: str | None
    claimant: str | None
    report: str
    event: str
    type: str
    path: str = ""
    corrected: str | None = None
    was: str | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """An event in the ledger, in a line."""

    id: str
    report: str
    local: str
    type: str
    mode: str | None
    trigger: str
    factuality: str
    background: bool
    earliest: str | None
    latest: str | None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one happening, the oldest first, and the judgements that shaped it."""

    id: str
    reports: tuple[Report, ...]
    judgements: tuple[Judgement, ...] = ()

    @property
    def outlets(self) -> int:
        """How many outlets carry it; a report whose outlet is not known counts as one."""
        return len({one.outlet or one.id for one in self.reports})

    @property
    def texts(self) -> int:
        """How many distinct texts there are."""
        return len({one.text_id for one in self.reports})

    @property
    def origins(self) -> int:
        """How many independent texts there are."""
        return len({one.origin or one.id for one in self.reports})

    @property
    def days(self) -> tuple[str | None, str | None]:
        """The first and last day of publication known."""
        known = sorted(one.published[:10] for one in self.reports if one.published)
        return (known[0], known[-1]) if known else (None, None)

    @property
    def headline(self) -> str:
        """The oldest report's."""
        return self.reports[0].headline


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that a search found: `snippet` is a stretch of its text, `marks` the places of the words in it."""

    report: Report
    story: str | None
    snippet: str
    marks: tuple[tuple[int, int], ...]
    events: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check found wrong. `table` and `id` say where."""

    table: str
    id: str
    what: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a ledger holds."""

    reports: int
    versions: int
    records: int
    events: int
    attributions: int
    actors: int
    places: int
    stories: int
    judgements: int
    problems: int
