"""The tables of a ledger, once for SQLite and PostgreSQL.

Ids are a letter and 32 hexadecimal digits of a SHA-256 over content: r report, c record, e event, v attribution, d disagreement, a actor,
l place, j judgement. Days are ISO 8601 dates, moments ISO 8601 in UTC, so that both sort as text. Nothing is deleted but what can be computed anew (`groups`);
`superseded_at` closes what a newer version took the place of, so that `as_of` a moment is `added_at <= moment < superseded_at`.
"""

from __future__ import annotations

from sqlalchemy import (
    REAL,
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

metadata = MetaData()
NUMBER: TypeEngine[float] = Double().with_variant(REAL(), "sqlite")
WHOLE: TypeEngine[int] = BigInteger().with_variant(Integer(), "sqlite")


def _table(
    name: str, *parts: Column[object] | Index | PrimaryKeyConstraint | UniqueConstraint, rowid: bool = True
) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=rowid)


def _text(name: str, *, needed: bool = False, **more: object) -> Column[object]:
    return Column(name, Text, nullable=not needed, **more)  # type: ignore[arg-type]


def _id(name: str = "id") -> Column[object]:
    return Column(name, Text, primary_key=True)


def _of(name: str, target: str, *, needed: bool = True) -> Column[object]:
    return Column(name, Text, ForeignKey(target), nullable=not needed)


version = _table(
    "ledger_version",
    Column("version", Integer, primary_key=True, autoincrement=False),
    _text("name", needed=True),
    _text("applied_at", needed=True),
)

articles = _table(
    "articles",
    _id(),
    _text("line", needed=True),  # what versions of one article share
    Column("version", Integer, nullable=False),
    _text("text_id", needed=True),
    *(
        _text(name)
        for name in ("key", "url", "outlet", "agency", "headline", "language", "published", "updated", "day")
    ),
    _text("article", needed=True),  # the Article itself, as JSON: exactly what came in
    _text("added_at", needed=True),
    _text("superseded_at"),
    UniqueConstraint("line", "version", name="articles_line_version"),
    Index("articles_key", "key"),
    Index("articles_day", "day"),
    Index("articles_text", "text_id"),
)

records = _table(
    "records",
    _id(),
    _of("report", "articles.id"),
    _text("reader", needed=True),
    _text("record", needed=True),  # the native JSON, one line
    _text("added_at", needed=True),
    _text("superseded_at"),
    _text("judgement"),  # of a corrected record, the judgement that made it so; null: as it was read
    Index("records_report", "report"),
)

actors = _table(
    "actors",
    _id(),
    _text("name", needed=True),
    _text("kind", needed=True),
    _text("country"),
    Index("actors_name", "name"),
)
places = _table(
    "places",
    _id(),
    _text("name", needed=True),
    Column("geonames", WHOLE),
    _text("country"),
    _text("admin1"),
    Column("lat", NUMBER),
    Column("lon", NUMBER),
    Index("places_name", "name"),
)

actor_sights = _table(
    "actor_sights",
    _of("record", "records.id"),
    _of("report", "articles.id"),
    _text("local", needed=True),
    _of("actor", "actors.id"),
    _text("sectors", needed=True),
    _text("roles", needed=True),
    Column("mentions", Integer, nullable=False),
    PrimaryKeyConstraint("record", "local"),
    Index("actor_sights_actor", "actor"),
)
place_sights = _table(
    "place_sights",
    _of("record", "records.id"),
    _of("report", "articles.id"),
    _text("local", needed=True),
    _of("place", "places.id"),
    Column("mentions", Integer, nullable=False),
    PrimaryKeyConstraint("record", "local"),
    Index("place_sights_place", "place"),
)

attributions = _table(
    "attributions",
    _id(),
    _of("record", "records.id"),
    _of("report", "articles.id"),
    _text("local", needed=True),
    _text("form", needed=True),
    _text("stated_terms", needed=True),
    _text("polarity", needed=True),
    _text("mode", needed=True),
    _of("actor", "actors.id", needed=False),
    _text("source", needed=True),
    _text("content", needed=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("attributions_record", "record"),
    Index("attributions_actor", "actor"),
)

events = _table(
    "events",
    _id(),
    _of("record", "records.id"),
    _of("report", "articles.id"),
    _text("local", needed=True),
    _text("type", needed=True),
    _text("mode"),
    _text("cameo"),
    _text("factuality", needed=True),
    _text("factuality_form", needed=True),
    Column("background", Integer, nullable=False),
    _text("earliest"),
    _text("latest"),
    _text("trigger", needed=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("confidence", NUMBER, nullable=False),
    Index("events_record", "record"),
    Index("events_type", "type", "earliest"),
)
event_actors = _table(
    "event_actors",
    _of("event", "events.id"),
    _text("role", needed=True),
    _of("actor", "actors.id"),
    _text("form", needed=True),  # of the claimant
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    PrimaryKeyConstraint("event", "role", "actor", "form", "start", "end"),
    Index("event_actors_actor", "actor"),
)
event_places = _table(
    "event_places",
    _of("event", "events.id"),
    _of("place", "places.id"),
    _text("form", needed=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    PrimaryKeyConstraint("event", "place", "form", "start", "end"),
    Index("event_places_place", "place"),
)
event_values = _table(
    "event_values",
    _of("event", "events.id"),
    _text("field", needed=True),
    Column("number", Integer, nullable=False),
    _text("value"),
    Column("low", NUMBER),
    Column("high", NUMBER),
    _text("bound"),
    _text("of"),
    _text("words", needed=True),  # the evidence
    _text("form", needed=True),
    _text("source"),  # the claimant in the report's own words
    _of("claimant", "actors.id", needed=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    PrimaryKeyConstraint("event", "field", "number"),
    Index("event_values_form", "form"),
)
disagreements = _table(
    "disagreements",
    _id(),
    _of("record", "records.id"),
    _of("report", "articles.id"),
    _text("local", needed=True),
    _of("event", "events.id"),
    _text("field", needed=True),
    _text("kind", needed=True),
    Index("disagreements_record", "record"),
)
problems = _table(
    "problems",
    _of("record", "records.id"),
    Column("number", Integer, nullable=False),
    _of("report", "articles.id"),
    *(_text(name, needed=True) for name in ("place", "stage", "message", "remedy")),
    PrimaryKeyConstraint("record", "number"),
)

cues = _table(
    "cues",
    Column("cue", WHOLE, nullable=False),
    _of("report", "articles.id"),
    Column("weight", Integer, nullable=False),
    PrimaryKeyConstraint("cue", "report"),
    rowid=False,
)
runs = _table(
    "runs",
    Column("run", WHOLE, nullable=False),
    _of("report", "articles.id"),
    PrimaryKeyConstraint("run", "report"),
    rowid=False,
)
links = _table(
    "links",
    _of("first", "articles.id"),
    _of("second", "articles.id"),
    Column("weight", Integer, nullable=False),
    PrimaryKeyConstraint("first", "second"),
    Index("links_second", "second"),
    rowid=False,
)
groups = _table(
    "groups",
    Column("report", Text, ForeignKey("articles.id"), primary_key=True),
    _text("story", needed=True),
    _text("origin", needed=True),
    _text("block", needed=True),
    Index("groups_story", "story"),
    Index("groups_block", "block"),
)

judgements = _table(
    "judgements",
    _id(),
    _text("verb", needed=True),  # merge, split, undo; of values accept, edit, reject, insert
    _text("kind", needed=True),  # story, actor, place, value; of an undo: judgement
    _text("subjects", needed=True),  # JSON list of ids
    _text("reports", needed=True),  # JSON list of report ids
    _text("author", needed=True),
    _text("why", needed=True),
    _text("made_at", needed=True),
    _text("report"),  # that a correction, or its undoing, is about; null: a merge or split
    _text("correction"),  # JSON: path, record, was, value, dated
    Index("judgements_made", "made_at"),
    Index("judgements_report", "report"),
)

users = Table(
    "users",
    metadata,
    Column("name", Text, primary_key=True),
    _text("password", needed=True),  # scrypt, with its parameters and salt
    _text("added_at", needed=True),
    _text("last_login"),
    sqlite_strict=True,
)
sessions = Table(
    "sessions",
    metadata,
    Column("token", Text, primary_key=True),  # the SHA-256 of the token; the token itself is nowhere
    Column("user", Text, ForeignKey("users.name"), nullable=False),
    _text("made_at", needed=True),
    _text("expires_at", needed=True),
    Index("sessions_user", "user"),
    sqlite_strict=True,
)
tries = Table(
    "tries",
    metadata,
    Column("number", WHOLE, primary_key=True, autoincrement=True),
    _text("name", needed=True),
    _text("address", needed=True),
    _text("at", needed=True),
    Index("tries_at", "at"),
    sqlite_strict=True,
)

# Content that no other table can give back, in an order in which each row's references stand before it.
KEPT: tuple[Table, ...] = (
    articles, records, actors, places, actor_sights, place_sights, attributions, events, event_actors, event_places, event_values,
    disagreements, problems, cues, runs, links, groups, judgements,
)  # fmt: skip
# Who may correct: in a backup, and in no dump. Sessions and failed logins are in neither.
PRIVATE: tuple[Table, ...] = (users,)
