"""A desk whose every word is hostile: for each payload a report with a record that has it wherever the contract takes a string, judgements of it, and
a report that the real reader reads with all of them in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

from attacks import PAYLOADS

from onrecord.errors import OnrecordError
from onrecord.keeping.keeper import Keeper
from onrecord.keeping.ledger import Ledger
from onrecord.ledger.identity import article_json
from onrecord.values.article import Article
from onrecord.values.findings import (
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
    Role,
    Source,
    Time,
    Value,
    Words,
)
from onrecord.values.problem import Problem
from onrecord.values.record import Reader, Record
from onrecord.values.span import Span
from onrecord.values.wire import dumps

PLACES = (
    "headline", "deck", "byline", "dateline", "body", "outlet", "agency", "url", "key", "language", "published", "reader", "knowledge", "weights", "actor", "role",
    "office of", "actor country", "sector", "source", "cue", "quotation", "found by", "place", "place country", "region", "time", "time value", "unit",
    "quantity of", "trigger", "mode", "context", "value", "value of", "venue", "disputed value", "problem", "remedy",
)  # fmt: skip


@dataclass
class Writing:
    """A text that grows; each piece tells where it stands."""

    text: str = ""
    spans: dict[str, Span] = field(default_factory=dict)

    def add(self, words: str, name: str = "") -> Span:
        start = len(self.text)
        self.text += words
        span = Span(start, len(self.text))
        if name:
            self.spans[name] = span
        return span


@dataclass
class Filled:
    """What a desk was filled with: the report of each payload, and how many (payload, place) pairs were taken, how many refused."""

    reports: list[str] = field(default_factory=list)
    taken: int = 0
    refused: int = 0


def lasting(at: Span, by: str, minutes: int, payload: str) -> Value:
    return Value(f"PT{minutes}M", *at, by=by, low=minutes, high=minutes, bound="exact", of=payload)


def written(payload: str, number: int) -> tuple[Article, Record]:
    """An article and its record, hostile from head to foot."""
    one = Writing()
    head = one.add(payload, "headline")
    one.add("\n\n")
    deck = one.add(f"{payload} again")
    one.add("\n\nBy ")
    byline = one.add(payload)
    one.add("\n\n")
    dateline = one.add(payload)
    one.add(" - ")
    who = one.add(payload)
    one.add(" and ")
    whom = one.add("Karl Rebane")
    one.add(" ")
    met = one.add(f"met {payload}")
    one.add(" in ")
    where = one.add(payload)
    one.add(" on ")
    when = one.add(f"Monday {payload}")
    one.add(" for ")
    first = one.add("20 minutes")
    one.add(", ")
    source = one.add(f"a spokesman for {payload}")
    one.add(" ")
    said = one.add(f"said {payload}")
    one.add(".\n\nThey talked for ")
    second = one.add(f"{30 + number % 20} minutes")
    one.add(", an official told ")
    via = one.add(payload)
    one.add(", which ")
    hurt = one.add(f"12 {payload}")
    one.add(f" left. {payload}\n\n")
    foot = one.add(payload)
    content, day = Span(who.start, first.end), f"2026-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
    hostile_day = f"{day}T10:00{payload}"
    address = payload if number % 2 else f"https://news.example/{number}?{payload}"
    article = Article(
        one.text, key=payload, published=hostile_day, outlet=payload, url=address, language=payload, headline=payload, deck=payload, byline=payload, agency=payload,
        problems=(Problem(payload, payload, payload, payload),),
    )  # fmt: skip
    record = Record(
        Reader(payload, payload, payload),
        ArticleHead(
            "sha256:" + hashlib.sha256(one.text.encode("utf-8", "surrogatepass")).hexdigest(), one.text, key=payload, outlet=Credit(payload, head),
            agency=Credit(payload, head), headline=Passage(payload, *head), deck=Passage(payload, *deck), byline=Passage(payload, *byline),
            dateline=Passage(payload, *dateline), url=address, language=payload, published=Moment(hostile_day, "metadata"), updated=Moment(payload, "text", head),
            furniture=(Furniture(*foot, "share"),),
        ),
        attributions=(
            Attribution("v1", Source((source,), "a1", "named_person", "anonymity_requested", source, ("a2",)), Words((said,)), Words((content,)), "indirect", found_by=payload),
            Attribution("v2", Source((via,), "a3", "other_outlet"), Words((said,)), Words((second,)), "direct", "denies", hedge=via, found_by=payload),
        ),
        actors=(
            Actor("a1", payload, "person", (Role(payload, payload, *who),), payload, (payload,), (Mention(*who, "name"),), payload),
            Actor("a2", "Karl Rebane", "person", country="EST", mentions=(Mention(*whom, "name"),)),
            Actor("a3", f"{payload} ", "organization", mentions=(Mention(*via, "name"),)),
        ),
        places=(Place("p1", payload, None, payload, payload, 56.9, 24.1, "city", 0.5, (PlaceMention(*where, "literal"),), payload),),
        times=(Time("t1", *when, "DATE", payload, payload, day, day, "published", 0.5, payload),),
        quantities=(Quantity("q1", *hurt, "injured", 12, 12, "exact", payload, payload, payload),),
        events=(
            Event(
                "e1", met, "CONSULT", payload, (payload,), "040", (Participant("a1", *who, "v1"), Participant("a2", *whom)), (Participant("a3", *via),),
                when=(Anchor(payload, "t1", *when, "v1"),), where=(Anchor(payload, "p1", *where),), factuality=Factuality("happened", "v1"),
                fields={
                    "duration": (lasting(first, "v1", 20, payload), lasting(second, "v2", 30 + number % 20, payload)), "venue": (Value(payload, *where, "v1"), Value(f"{payload}2", *via, "v2")),
                    "injured": (Value(12, *hurt, "v2", 12, 12, "exact", payload),), "topics": (Value(payload, *dateline),),
                },
                mentions=(Span(*said),), found_by=payload,
            ),
            Event("e2", said, "ACCUSE", payload, background=True, actors=(Participant("a3", *via),), found_by=payload),
        ),
        disagreements=(
            Disagreement("d1", "e1", "duration", "conflict", (DisputedValue("PT20M", "v1", *first), DisputedValue(payload, "v2", *second))),
            Disagreement("d2", "e1", "venue", "detail", (DisputedValue(payload, "v1", *where), DisputedValue(f"{payload}2", "v2", *via))),
        ),
        problems=(Problem(payload, payload, payload, payload),),
    )  # fmt: skip
    return article, record


def fill(ledger: Ledger) -> Filled:
    """Fills a ledger with the corpus, at every place."""
    filled = Filled()
    pairs = [written(payload, number) for number, payload in enumerate(PAYLOADS)]
    Keeper(ledger)([(article_json(article), dumps(record)) for article, record in pairs])
    filled.taken += len(pairs) * len(PLACES)
    ledger.settle()
    filled.reports = [report.id for story in ledger.stories() for report in story.reports]
    for report, payload in zip(sorted(filled.reports), PAYLOADS, strict=True):
        judged(ledger, filled, report, payload)
    return filled


def judged(ledger: Ledger, filled: Filled, report: str, payload: str) -> None:
    """What a person, or a review file, could say of a report: as author, as reason, as the value, as the path."""
    tries: tuple[tuple[int, Any], ...] = (
        (3, lambda: ledger.edit(report, "e1.fields.venue.0.value", payload, author=payload, why=payload)),
        (1, lambda: ledger.reject(report, payload, author="Ada", why="so")),
    )
    for places, act in tries:
        try:
            act()
            filled.taken += places
        except OnrecordError:
            filled.refused += places
