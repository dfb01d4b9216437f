"""A report that we wrote, with letters outside the basic plane and a quotation over two lines, and its record made by hand."""

from __future__ import annotations

import hashlib

from onrecord.values.record import (
    Actor,
    Anchor,
    ArticleHead,
    Attribution,
    Credit,
    Event,
    Factuality,
    Mention,
    Moment,
    Participant,
    Place,
    PlaceMention,
    Quantity,
    Reader,
    Record,
    Source,
    Time,
    Value,
    Words,
)
from onrecord.values.span import Span

TEXT = (
    "🌷 RIGA — Anna Ilves met Karl Toom in Riga on Monday for 20 minutes, an aide said. “We talked of\nthe railway 🚂 and of "
    "grain,” Toom said. Guards fired shots at a crowd later, and 3 people were killed, a doctor said."
)


def span(words: str, number: int = 0) -> Span:
    """Where these words stand, the number-th time."""
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def record(key: str = "riga") -> Record:
    """The record: two events, three attributions, actors, a place, a time, quantities."""
    head = ArticleHead(
        "sha256:" + hashlib.sha256(TEXT.encode()).hexdigest(),
        TEXT,
        key=key,
        outlet=Credit("Baltic Wire"),
        published=Moment("2026-03-02", "given"),
    )
    accounts = (
        Attribution(
            "a1", Source((span("an aide"),), "s3", "role_described"), Words((span("said"),)),
            Words((Span(span("Anna").start, span("20 minutes").end),)), "indirect",
        ),
        Attribution(
            "a2", Source((span("Toom", 1),), "s2", "named_person"), Words((span("said", 1),)),
            Words((Span(span("“We").start, span("grain,”").end),)), "direct",
        ),
        Attribution(
            "a3", Source((span("a doctor"),), None, "role_described"), Words((span("said", 2),)), Words((span("3 people were killed"),)), "indirect"
        ),
    )  # fmt: skip
    actors = (
        Actor("s1", "Anna Ilves", "person", mentions=(Mention(*span("Anna Ilves"), "name"),)),
        Actor(
            "s2",
            "Karl Toom",
            "person",
            mentions=(Mention(*span("Karl Toom"), "name"), Mention(*span("Toom", 1), "name")),
        ),
        Actor("s3", "an aide", "unidentified", mentions=(Mention(*span("an aide"), "role"),)),
        Actor("s4", "Guards", "group", mentions=(Mention(*span("Guards"), "description"),)),
        Actor("s5", "a crowd", "group", mentions=(Mention(*span("a crowd"), "description"),)),
    )
    meeting = Event(
        "e1", span("met"), "CONSULT", cameo="040",
        actors=(Participant("s1", *span("Anna Ilves"), by="a1"), Participant("s2", *span("Karl Toom"), by="a1")),
        when=(Anchor("2026-03-02", "t1", *span("Monday"), by="a1"),), where=(Anchor("Riga", "p1", *span("Riga"), by="a1"),),
        factuality=Factuality("happened", "a1"),
        fields={
            "duration": (Value("PT20M", *span("20 minutes"), by="a1", low="PT20M", high="PT20M", bound="exact"),),
            "topics": (Value("the railway 🚂 and grain", *Span(span("of\nthe").start + 3, span("grain,”").end - 2), by="a2"),),
        },
        mentions=(span("talked"),),
    )  # fmt: skip
    shooting = Event(
        "e2", span("fired"), "ASSAULT", mode="firearms", cameo="193", actors=(Participant("s4", *span("Guards")),),
        recipients=(Participant("s5", *span("a crowd")),), factuality=Factuality("happened"), background=False,
        fields={"killed": (Value(3, *span("3 people"), by="a3", low=3, high=3, bound="exact", of="people"),)},
    )  # fmt: skip
    return Record(
        Reader("test"), head, accounts, actors,
        (Place("p1", "Riga", 456172, "LVA", mentions=(PlaceMention(*span("Riga"), "literal"),)),),
        (Time("t1", *span("Monday"), "DATE", "2026-03-02", earliest="2026-03-02", latest="2026-03-02"),),
        (Quantity("q1", *span("20 minutes"), "duration", 20, 20, "exact", "minute"), Quantity("q2", *span("3 people"), "killed", 3, 3, "exact", "person")),
        (meeting, shooting),
    )  # fmt: skip
