"""Ledgers to test on, SQLite and PostgreSQL, and a reader that needs no language model: one sentence, one meeting."""

from __future__ import annotations

import hashlib
import itertools
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import postgres

from onrecord.keeping.ledger import Ledger
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.record import (
    Actor,
    Anchor,
    ArticleHead,
    Attribution,
    Credit,
    Event,
    Mention,
    Moment,
    Participant,
    Passage,
    Place,
    PlaceMention,
    Reader,
    Record,
    Source,
    Time,
    Value,
    Words,
)
from onrecord.values.span import Span

MEETING = re.compile(
    r"(\w+) and (\w+) (met) in (\w+) on (\w+) for ((\d+) minutes), (an official|Toom|the ministry) (said)"
)
FORMS = {"an official": "role_described", "Toom": "named_person", "the ministry": "named_institution"}


def tell(article: Article, settings: Settings) -> Record:
    """The record of one meeting, where the text tells of it in the one way that this reader knows."""
    text = article.text
    head = ArticleHead(
        "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text,
        key=article.key,
        url=article.url,
        outlet=Credit(article.outlet) if article.outlet else None,
        headline=Passage(article.headline, 0, 1) if article.headline and text else None,
        published=Moment(article.published, "given") if article.published else Moment(),
    )
    found = MEETING.search(text)
    if not found:
        return Record(Reader("test"), head, problems=article.problems)
    one, other, met, place, day, lasted, source, said = (Span(*found.span(i)) for i in (1, 2, 3, 4, 5, 6, 8, 9))
    speaker = Actor("a3", found[8], "unidentified", mentions=(Mention(*source, "description"),))
    return Record(
        Reader("test"),
        head,
        attributions=(
            Attribution(
                "v1",
                Source((source,), "a3", FORMS[found[8]]),
                Words((said,)),
                Words((Span(*found.span(0)),)),
                "indirect",
            ),
        ),
        actors=(
            Actor("a1", found[1], "person", country="EST", mentions=(Mention(*one, "name"),)),
            Actor("a2", found[2], "person", country="EST", mentions=(Mention(*other, "name"),)),
            speaker,
        ),
        places=(Place("p1", found[4], mentions=(PlaceMention(*place, "literal"),)),),
        times=(
            Time("t1", *day, "DATE", article.published or "XXXX", earliest=article.published, latest=article.published),
        ),
        events=(
            Event(
                "e1",
                met,
                "CONSULT",
                actors=(Participant("a1", *one), Participant("a2", *other)),
                when=(Anchor(found[5], "t1", *day),),
                where=(Anchor(found[4], "p1", *place),),
                fields={
                    "duration": (
                        Value(f"PT{found[7]}M", *lasted, by="v1", low=int(found[7]), high=int(found[7]), bound="exact"),
                    )
                },
            ),
        ),
        problems=article.problems,
    )


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Cluster]:
    """A private PostgreSQL, or a reason why not."""
    if postgres.binaries() is None:
        pytest.skip(postgres.MISSING)
    if not postgres.driver():
        pytest.skip(
            "psycopg is not installed here (pip install 'onrecord[postgres]'): the tests of PostgreSQL are left out"
        )
    with postgres.cluster() as running:
        yield running


_numbers = itertools.count()


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """What gives the file or URL of a new, empty database."""
    if request.param == "sqlite":
        return lambda: str(tmp_path / f"ledger{next(_numbers)}.db")
    server = request.getfixturevalue("server")
    return lambda: server.database(f"ledger{next(_numbers)}")


class Days:
    """A clock that stands still until it is told another day."""

    def __init__(self) -> None:
        self.day, self.ticks = "2026-03-01", itertools.count()

    def __call__(self) -> str:
        return f"{self.day}T10:00:00.{next(self.ticks):06}Z"


@pytest.fixture
def clock() -> Days:
    return Days()


@pytest.fixture
def opens(clock: Days) -> Iterator[Callable[..., Ledger]]:
    """Opens a ledger with our reader and our clock; all are closed in the end."""
    every: list[Ledger] = []

    def opened(target: str, **more: object) -> Ledger:
        every.append(Ledger(target, clock=clock, settings=Settings(learned=False), **({"read": tell} | more)))
        return every[-1]

    yield opened
    for one in every:
        one.close()


@pytest.fixture
def ledger(fresh: Callable[[], str], opens: Callable[..., Ledger]) -> Ledger:
    """An empty ledger."""
    return opens(fresh())
