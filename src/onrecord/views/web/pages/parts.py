"""Parts that several pages show: a story in brief, a report in a line, a judgement."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.ledger.found import Report, Story
from onrecord.ledger.judgements import Judgement
from onrecord.values.story import Tally
from onrecord.views.present.discrepancy import Dispute
from onrecord.views.present.timexes import in_words
from onrecord.views.present.wording import event_name
from onrecord.views.web import words
from onrecord.views.web.pages.strip import Strip, strip
from onrecord.views.web.shelf import Told


@dataclass(frozen=True, slots=True)
class Line:
    """A report in a line. `origin`: the report whose text it has (its own id where it has its own)."""

    id: str
    outlet: str | None
    published: str | None
    headline: str
    origin: str
    version: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement, in words, and whether it stands."""

    id: str
    verb: str
    author: str
    why: str
    made_at: str
    undone_by: str | None
    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A story in brief: `breath` tells the first difference in a sentence; `open`: how many questions have answers that cannot all be true;
    `looser`: how many are told differently, and all can be true."""

    id: str
    title: str
    subject: str
    first: str | None
    last: str | None
    tally: Tally
    breath: str
    open: int
    looser: int
    agreed: int
    outlets: tuple[str, ...]
    question: str
    strip: Strip | None


def line(report: Report) -> Line:
    return Line(report.id, report.outlet, report.published, report.headline, report.origin or report.id, report.version)


def judged(one: Judgement) -> Judged:
    return Judged(one.id, one.verb, one.author, one.why, one.made_at, one.undone_by, words.judged(one), one.kind)


def tally(found: Story) -> Tally:
    return Tally(len(found.reports), found.outlets, found.texts, found.origins)


def brief(told: Told) -> Brief:
    first, last = told.found.days
    outlets = tuple(dict.fromkeys(one.outlet for one in told.found.reports if one.outlet))
    page = told.page
    drawn = next(((one, line) for one in (*page.disputes, *page.looser) if (line := strip_of(told, one))), None)
    return Brief(
        told.found.id, page.title, subject(told), first, last, page.tally, page.breath, len(page.disputes), len(page.looser), len(page.agreed), outlets,
        drawn[0].question if drawn else "", drawn[1] if drawn else None,
    )  # fmt: skip


def subject(told: Told) -> str:
    """What the story is of: "Meeting, Lisbon, 3 March 2026"."""
    about = told.story.incident
    name = event_name(about.type, None) if about.type else "Incident"
    return ", ".join(filter(None, (name, about.where, words.day(in_words(about.when)) if about.when else "")))


def strip_of(told: Told, one: Dispute) -> Strip | None:
    """The values of a question on one line, where they are numbers."""
    claims = {c.id: c for c in told.story.claims}
    rows = [(stand.value, stand.tally.origins, [claims[id] for id in stand.claims]) for stand in one.stands]
    return strip(rows, duration=one.field == "duration")
