"""Words and filters -> the reports that have them, the best first, with the words marked in a stretch of the text.

A query is words (all must be there), "phrases", a beginning*, and -words that must not be there. Words are stemmed (English) and without
case in both databases. All filters must hold for one and the same event.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select, text

from onrecord.errors import LedgerError
from onrecord.ledger import schema

TERM: Final = re.compile(r'(-?)(?:"([^"]{1,400})"|([^\s"]{1,200}))')
WORD: Final = re.compile(r"[^\W_]+")
OPEN, CLOSE = "\x02", "\x03"  # no stored text has them
SHOWN = 32  # words of a snippet

articles, events, records = schema.articles.c, schema.events.c, schema.records.c


@dataclass(frozen=True, slots=True)
class Filters:
    """What an event must be. `actors` and `places` are base ids, None where not asked; days are ISO 8601, inclusive: of the event where the
    report dates it, else of publication."""

    type: str | None = None
    actors: Collection[str] | None = None
    places: Collection[str] | None = None
    since: str | None = None
    until: str | None = None
    claimant_form: str | None = None

    @property
    def any(self) -> bool:
        """Whether one is asked."""
        return self != Filters()

    @property
    def of_events(self) -> bool:
        """Whether one is asked that only an event can meet."""
        return any(one is not None for one in (self.type, self.actors, self.places, self.claimant_form))


@dataclass(frozen=True, slots=True)
class Terms:
    """A query, taken apart: (words, is a beginning) each."""

    wanted: tuple[tuple[str, bool], ...]
    unwanted: tuple[tuple[str, bool], ...]


def terms(query: str) -> Terms:
    """The terms of a query; none for an empty one. Raises LedgerError for one that has only -words, or marks and no word at all."""
    wanted: list[tuple[str, bool]] = []
    unwanted: list[tuple[str, bool]] = []
    for minus, phrase, word in TERM.findall(query):
        start = not phrase and word.endswith("*")
        words = " ".join(WORD.findall(phrase or word))
        if words:
            (unwanted if minus else wanted).append((words, start))
    if query.strip() and not (wanted or unwanted):
        raise LedgerError(
            f"nothing in {query[:60]!r} can be searched: give words, or a filter such as --type CONSULT alone"
        )
    if unwanted and not wanted:
        raise LedgerError("a search needs a word that must be there, beside those that must not")
    return Terms(tuple(wanted), tuple(unwanted))


def find(
    connection: Connection,
    query: str,
    filters: Filters,
    standing: ColumnElement[bool],
    current: ColumnElement[bool],
    limit: int,
) -> list[tuple[str, str]]:
    """(report, snippet) of the best `limit` hits; `standing` and `current` say which articles and records count. In a snippet the words
    found stand between OPEN and CLOSE."""
    asked = terms(query)
    chosen = select(articles.id).where(standing)
    if filters.of_events:
        chosen = chosen.where(exists(matching(filters, current).where(events.report == articles.id)))
    else:
        chosen = chosen.where(*_published(filters, current))
    if not asked.wanted:
        beginning = func.substr(text("search.text"), 1, 240)
        query_ = chosen.add_columns(beginning).join_from(
            schema.articles, text("search"), text("search.report = articles.id")
        )
        rows = connection.execute(query_.order_by(articles.day.desc().nulls_last(), articles.id).limit(limit))
        return [(id, str(words)) for id, words in rows]
    sqlite = connection.dialect.name == "sqlite"
    rank, hit, snippet, bound = _fts5(asked) if sqlite else _tsquery(asked)
    ranked = (
        chosen.add_columns(text(snippet))
        .join_from(schema.articles, text("search"), text("search.report = articles.id"))
        .where(text(hit))
    )
    rows = connection.execute(ranked.order_by(text(rank), articles.id).limit(limit), bound)
    return [(id, str(words)) for id, words in rows]


def matching(filters: Filters, current: ColumnElement[bool]) -> Select[Any]:
    """The events that meet the filters."""
    query = (
        select(schema.events)
        .join(schema.records, records.id == events.record)
        .join(schema.articles.alias("home"), text("home.id = events.report"))
        .where(current)
    )
    if filters.type:
        query = query.where(events.type == filters.type)
    if filters.actors is not None:
        query = query.where(_has(schema.event_actors, schema.event_actors.c.actor.in_(filters.actors)))
    if filters.places is not None:
        query = query.where(_has(schema.event_places, schema.event_places.c.place.in_(filters.places)))
    if filters.claimant_form:
        tables = (schema.event_values, schema.event_actors, schema.event_places)
        forms = [_has(one, one.c.form == filters.claimant_form) for one in tables]
        query = query.where(or_(events.factuality_form == filters.claimant_form, *forms))
    first, last = (func.coalesce(day, text("home.day")) for day in (events.earliest, events.latest))
    if filters.since:
        query = query.where(last >= filters.since)
    if filters.until:
        query = query.where(first <= filters.until)
    return query


def _has(table: Any, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(select(table.c.event).where(and_(table.c.event == events.id, condition)))


def _published(filters: Filters, current: ColumnElement[bool]) -> list[ColumnElement[bool]]:
    """Without a filter on events, a report counts by its day or by one of its events'."""
    if not filters.since and not filters.until:
        return []
    by_day = [articles.day >= filters.since] if filters.since else []
    by_day += [articles.day <= filters.until] if filters.until else []
    return [or_(and_(*by_day), exists(matching(filters, current).where(events.report == articles.id)))]


def _fts5(asked: Terms) -> tuple[str, str, str, dict[str, Any]]:
    def told(words: str, start: bool) -> str:  # noqa: FBT001
        return f'"{words}"' + "*" * start

    match = " AND ".join(told(*one) for one in asked.wanted)
    for one in asked.unwanted:
        match = f"({match}) NOT {told(*one)}"
    snippet = f"snippet(search, 2, '{OPEN}', '{CLOSE}', '…', {SHOWN})"
    return "bm25(search, 0.0, 4.0, 1.0)", "search MATCH :asked", snippet, {"asked": match}


def _tsquery(asked: Terms) -> tuple[str, str, str, dict[str, Any]]:
    parts, bound = [], {}
    for number, (words, start, negated) in enumerate(
        [(*o, False) for o in asked.wanted] + [(*o, True) for o in asked.unwanted]
    ):
        name = f"t{number}"
        bound[name] = f"{words.split()[-1]}:*" if start else words
        call = f"to_tsquery('onrecord', :{name})" if start else f"phraseto_tsquery('onrecord', :{name})"
        parts.append(f"!!({call})" if negated else f"({call})")
    match = "(" + " && ".join(parts) + ")"
    told = f"MaxWords={SHOWN}, MinWords={SHOWN // 2}, StartSel={OPEN}, StopSel={CLOSE}"
    snippet = f"ts_headline('onrecord', search.text, {match}, '{told}')"
    return f"ts_rank_cd(search.words, {match}) DESC", f"search.words @@ {match}", snippet, bound


def marked(snippet: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The plain snippet, and the places in it of the words found.

    >>> marked("They \\x02met\\x03 here")
    ('They met here', ((5, 8),))
    """
    marks: list[tuple[int, int]] = []
    plain, start = "", 0
    for part in re.split(f"([{OPEN}{CLOSE}])", snippet):
        if part == OPEN:
            start = len(plain)
        elif part == CLOSE:
            marks.append((start, len(plain)))
        else:
            plain += part
    return plain, tuple(marks)
