"""One article with its record, in one transaction: all of it is in the ledger or nothing. Adding it again changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, delete, func, select, text, update

from onrecord.ledger import schema
from onrecord.ledger.corrections import renew
from onrecord.ledger.identity import ALIKE, alike, article_json, article_of, content_id, escaped, plain, report_id
from onrecord.ledger.links import Signature, write_links
from onrecord.ledger.rows import record_id
from onrecord.ledger.standing import supersede_records, write_record
from onrecord.values.article import Article
from onrecord.values.record import Record

SEARCHED = 150_000  # code points of a text that the full-text search looks at: PostgreSQL takes no more in one piece

How = Literal["new", "version", "older version", "read anew", "there"]
articles, records, groups = schema.articles.c, schema.records.c, schema.groups.c


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one article: its report's id, how it was taken, and what came with it."""

    report: str
    how: How
    events: int = 0
    problems: int = 0


def put(connection: Connection, article: Article, record: Record, signature: Signature, at: str) -> Added:
    """Writes an article and its record, as added at the moment `at`. The transaction is the caller's."""
    report = report_id(article)
    made = record_id(record, report)
    told = Added(report, "new", len(record.events), len(record.problems))
    if connection.scalar(select(articles.id).where(articles.id == report)):
        if connection.scalar(select(records.id).where(records.id == made)):
            return Added(report, "there")
        supersede_records(connection, report, at)
        write_record(connection, record, report, at)
        renew(connection, report, at)
        return Added(report, "read anew", told.events, told.problems)
    line, version, current = _line(connection, article, report)
    older = current is not None and _stamp(article) < _stamp(current)
    if current is not None and not older:
        _take_the_place(connection, line, at)
    _write_article(connection, article, record, (report, line, version), (at, at if older else None))
    write_record(connection, record, report, at)
    write_links(connection, report, signature)
    how: How = "older version" if older else "version" if current is not None else "new"
    return Added(report, how, told.events, told.problems)


# ------------------------------------------------------------------ versions


def _line(connection: Connection, article: Article, report: str) -> tuple[str, int, Article | None]:
    """The line of versions that an article belongs to, its number there, and the one that stands now (None: the first).

    One URL is one article. One key is one article where the outlet is the same and the words are alike: keys may be the names of files.
    """
    if not article.text.strip():
        return report, 1, None
    if article.url:
        line = content_id("u", article.url)
        return line, *_standing(connection, line)
    if article.key is None:
        return report, 1, None
    query = select(articles.line, articles.article).where(
        articles.key == plain(article.key), articles.url.is_(None), articles.superseded_at.is_(None)
    )
    rivals = [(line, article_of(told)) for line, told in connection.execute(query.order_by(articles.id))]
    near = [(alike(article.text, one.text), line) for line, one in rivals if one.outlet == article.outlet]
    if not near or max(near)[0] < ALIKE:
        return report, 1, None
    line = max(near)[1]
    return line, *_standing(connection, line)


def _standing(connection: Connection, line: str) -> tuple[int, Article | None]:
    known = connection.scalar(select(func.max(articles.version)).where(articles.line == line)) or 0
    told = connection.scalar(select(articles.article).where(articles.line == line, articles.superseded_at.is_(None)))
    return known + 1, article_of(told) if told else None


def _stamp(article: Article) -> str:
    """When this version is from, for comparison to the day; nothing known counts as earlier than all that is known, so that a day given later takes effect."""
    return (article.updated or article.published or "")[:10]


def _take_the_place(connection: Connection, line: str, at: str) -> None:
    """Closes the version that stood, and has its block grouped anew."""
    old = connection.scalar(select(articles.id).where(articles.line == line, articles.superseded_at.is_(None)))
    connection.execute(update(schema.articles).where(articles.id == old).values(superseded_at=at))
    block = connection.scalar(select(groups.block).where(groups.report == old))
    if block is not None:
        connection.execute(delete(schema.groups).where(groups.block == block if block else groups.report == old))


# ------------------------------------------------------------------ rows


def _write_article(
    connection: Connection,
    article: Article,
    record: Record,
    place: tuple[str, str, int],
    moments: tuple[str, str | None],
) -> None:
    report, line, version = place
    head = record.article
    published = head.published.value or article.published
    told: dict[str, str | None] = {
        "key": article.key,
        "url": article.url,
        "outlet": head.outlet.name if head.outlet else article.outlet,
        "agency": head.agency.name if head.agency else article.agency,
        "headline": head.headline.text if head.headline else article.headline,
        "language": head.language or article.language,
        "published": published,
        "updated": head.updated.value or article.updated,
        "day": published[:10] if published and len(published) >= 10 else None,
    }
    row: dict[str, Any] = {name: value and plain(value) for name, value in told.items()}
    row |= {
        "id": report,
        "line": line,
        "version": version,
        "text_id": escaped(head.id),
        "article": article_json(article),
    }
    connection.execute(schema.articles.insert().values(**row, added_at=moments[0], superseded_at=moments[1]))
    words = {"report": report, "headline": searched(row["headline"] or ""), "text": searched(article.text)}
    connection.execute(text("INSERT INTO search (report, headline, text) VALUES (:report, :headline, :text)"), words)


def searched(words: str) -> str:
    """Words as the search has them: what no database takes parts words, as a space."""
    return plain(words[:SEARCHED]).replace("\ufffd", " ")
