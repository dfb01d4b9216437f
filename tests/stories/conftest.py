"""Records made by hand for the tests of `stories`: a text, the counts in it, who says what, the places. No weights, no parser."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

import pytest

from onrecord.values.findings import (
    Actor,
    ArticleHead,
    Attribution,
    Credit,
    Event,
    Factuality,
    Mention,
    Moment,
    Participant,
    Passage,
    Place,
    PlaceMention,
    Quantity,
    Source,
    Time,
    Value,
    Words,
)
from onrecord.values.record import Reader, Record
from onrecord.values.span import Span

Count = tuple[str, str, int | None, int | None, str]  # words, measure, low, high, bound
Saying = tuple[str, str, str]  # source, cue, content


def made(
    key: str,
    text: str,
    counts: Sequence[Count] = (),
    sayings: Sequence[Saying] = (),
    *,
    places: Sequence[str] = (),
    days: Sequence[tuple[str, str]] = (),
    lasted: Sequence[tuple[str, str, str]] = (),
    who: Sequence[str] = (),
    when: str | None = None,
    published: str = "2031-05-04",
    headline: str | None = None,
    form: str = "role_described",
) -> Record:
    """A record. Words are found at their first place in the text; "words@2" at the second. `lasted`: durations of a meeting as words,
    ISO 8601 and the source's words."""
    attributions = tuple(
        Attribution(
            f"a{n}", Source((_at(text, source),), form=form), Words((_at(text, cue),)), Words((_at(text, content),)), "indirect"  # type: ignore[arg-type]
        )
        for n, (source, cue, content) in enumerate(sayings, 1)
    )  # fmt: skip
    by = {source: f"a{n}" for n, (source, _, _) in enumerate(sayings, 1)}
    actors = tuple(
        Actor(f"p{n}", name, "person", mentions=(Mention(*_at(text, name), "name"),)) for n, name in enumerate(who, 1)
    )
    meeting = Event(
        "e1", _at(text, "met"), "CONSULT", actors=tuple(Participant(a.id, *_at(text, a.name)) for a in actors), factuality=Factuality(),
        when=(), fields={"duration": tuple(Value(iso, *_at(text, words), by.get(source), bound="exact") for words, iso, source in lasted)},
    ) if lasted or when else None  # fmt: skip
    times = [Time(f"t{n}", *_at(text, words), "DATE", value) for n, (words, value) in enumerate(days, 1)]
    return Record(
        Reader("test"),
        ArticleHead(
            f"sha256:{hashlib.sha256(text.encode()).hexdigest()}", text, key, Credit(key.title()), language="en",
            headline=Passage(headline, *_at(text, headline)) if headline else None, published=Moment(published, "given"),
        ),
        attributions, actors,
        tuple(Place(f"l{n}", name, n, precision="city", mentions=(PlaceMention(*_at(text, name), "literal"),)) for n, name in enumerate(places, 1)),
        tuple(times),
        tuple(Quantity(f"q{n}", *_at(text, words), measure, low, high, bound, "person") for n, (words, measure, low, high, bound) in enumerate(counts, 1)),  # type: ignore[arg-type]
        (meeting,) if meeting else (),
    )  # fmt: skip


@pytest.fixture(scope="session")
def report() -> Callable[..., Record]:
    """Makes a record by hand."""
    return made


@pytest.fixture(scope="session")
def harbour() -> Record:
    """Nine dead at a harbour, by the report itself and by the police."""
    return made(
        "gazette",
        "A blast at the harbour of Nordvik killed nine people on Sunday. Police said nine people were killed when a tank exploded.",
        [("nine people", "killed", 9, 9, "exact"), ("nine people@2", "killed", 9, 9, "exact")],
        [("Police", "said", "nine people were killed when a tank exploded")],
        places=["Nordvik"],
    )


@pytest.fixture(scope="session")
def union() -> Record:
    """At least 14 dead there, by the union."""
    return made(
        "herald",
        "An explosion ripped through the harbour of Nordvik on Sunday. The dockers' union said at least 14 people had died.",
        [("at least 14 people", "killed", 14, None, "at_least")],
        [("The dockers' union", "said", "at least 14 people had died")],
        places=["Nordvik"],
    )


def _at(text: str, words: str) -> Span:
    plain, _, times = words.partition("@")
    start = -1
    for _ in range(int(times or 1)):
        start = text.index(plain, start + 1)
    return Span(start, start + len(plain))
