"""What stands in a ledger, now or as of a moment: reports, records, happenings, claims. Reading only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, and_, bindparam, func, or_, select, text

from onrecord.errors import NotInLedger
from onrecord.ledger import schema
from onrecord.ledger.found import Claim, Counts, Happening, Report
from onrecord.ledger.identity import fold, kind_of, one_of
from onrecord.ledger.judgements import Identity
from onrecord.ledger.links import in_hundreds

articles, records, events, groups = schema.articles.c, schema.records.c, schema.events.c, schema.groups.c

Named = Callable[[str, str], str]  # a base id and a report -> the name it goes by


def standing(as_of: str | None = None) -> ColumnElement[bool]:
    """Articles that no newer version had taken the place of."""
    return _then(articles.added_at, articles.superseded_at, as_of)


def current(as_of: str | None = None) -> ColumnElement[bool]:
    """Records that no newer reading had taken the place of."""
    return _then(records.added_at, records.superseded_at, as_of)


def _then(added: Column[Any], superseded: Column[Any], as_of: str | None) -> ColumnElement[bool]:
    if as_of is None:
        return superseded.is_(None)
    return and_(added <= as_of, or_(superseded.is_(None), superseded > as_of))


def full_id(connection: Connection, column: Column[Any], id: str, *, asked: str = "") -> str:
    """The one whole id that begins with `id`. Raises NotInLedger for none, LedgerError for several; `asked`: what was asked for, where that was another id."""
    # a whole id is found by its index; a beginning is looked for among all
    whole = connection.scalar(select(column).where(column == id).limit(1))
    if whole is not None:
        return str(whole)
    kind_of(id)  # the beginning of every id is no id
    found = list(connection.scalars(select(column).where(column.startswith(id, autoescape=True)).distinct().limit(5)))
    return one_of(asked or id, found)


def reports(connection: Connection, ids: Collection[str], origins: dict[str, str] | None = None) -> list[Report]:
    """These reports, the oldest first."""
    found = []
    for some in in_hundreds(sorted(ids)):
        rows = connection.execute(select(schema.articles).where(articles.id.in_(some))).mappings().all()
        beginnings = _beginnings(connection, [row["id"] for row in rows if not row["headline"]])
        for row in rows:
            title = row["headline"] or beginnings[row["id"]]
            told = {name: row[name] for name in ("id", "key", "url", "outlet", "published", "text_id", "version")}
            found.append(Report(**told, headline=title, origin=(origins or {}).get(row["id"])))
    return sorted(found, key=lambda one: (one.published or "9999", one.id))


def _beginnings(connection: Connection, reports: list[str]) -> dict[str, str]:
    """The beginnings of these texts, asked for together: the search is no table in which one report is found at once."""
    words = dict.fromkeys(reports, "")
    if reports:
        asked = text("SELECT report, substr(text, 1, 200) FROM search WHERE report IN :ids")
        found = connection.execute(asked.bindparams(bindparam("ids", expanding=True)), {"ids": reports})
        words |= {str(report): str(told or "") for report, told in found}
    return {report: _beginning(told) for report, told in words.items()}


def _beginning(words: str) -> str:
    plain = " ".join(words.split())
    return (plain if len(plain) <= 90 else plain[:90].rsplit(" ", 1)[0] + " …") or "(an empty text)"


def heirs(connection: Connection, reports: Collection[str], as_of: str | None = None) -> dict[str, str]:
    """For each report the version of it that stands: what was judged of an article holds for its corrections."""
    old = schema.articles.alias("old")
    found = {}
    for some in in_hundreds(sorted(reports)):
        query = select(old.c.id, articles.id).join_from(old, schema.articles, articles.line == old.c.line)
        for before, now in connection.execute(query.where(old.c.id.in_(some), standing(as_of))):
            found[str(before)] = str(now)
    return found


def record_json(connection: Connection, report: str, as_of: str | None = None) -> str:
    """The native JSON of the record of a report. Raises NotInLedger where there was none then."""
    query = select(records.record).where(records.report == report, current(as_of)).order_by(records.added_at.desc())
    told = connection.scalar(query.limit(1))
    if told is None:
        raise NotInLedger(f"report {report} was not in this ledger at {as_of}: ask for a later moment with --as-of")
    return str(told)


def happenings(connection: Connection, query: Any, identity: tuple[Identity, Identity]) -> list[Happening]:
    """The events of a query over `events`, each with the names of its actors and places, in the order of reports and text."""
    rows = list(connection.execute(query).mappings())
    ids = sorted({row["id"] for row in rows})
    home = {row["id"]: row["report"] for row in rows}
    parties, spots = schema.event_actors.c, schema.event_places.c
    acting: list[tuple[str, str, str]] = []
    lying: list[tuple[str, str]] = []
    for some in in_hundreds(ids):
        who = select(parties.event, parties.role, parties.actor).where(parties.event.in_(some)).order_by(parties.start)
        acting += [(event, role, actor) for event, role, actor in connection.execute(who)]
        where = select(spots.event, spots.place).where(spots.event.in_(some)).order_by(spots.start)
        lying += [(event, place) for event, place in connection.execute(where)]
    called = names(connection, identity[0], schema.actors, ((actor, home[event]) for event, _, actor in acting))
    placed = names(connection, identity[1], schema.places, ((place, home[event]) for event, place in lying))
    people: dict[tuple[str, str], list[str]] = defaultdict(list)
    for event, role, actor in acting:
        people[event, role].append(called(actor, home[event]))
    for event, place in lying:
        people[event, "places"].append(placed(place, home[event]))
    shown = ("id", "report", "local", "type", "mode", "trigger", "factuality", "earliest", "latest")
    return [
        Happening(
            **{name: row[name] for name in shown},
            background=bool(row["background"]),
            actors=tuple(dict.fromkeys(people[row["id"], "actors"])),
            recipients=tuple(dict.fromkeys(people[row["id"], "recipients"])),
            present=tuple(dict.fromkeys(people[row["id"], "present"])),
            places=tuple(dict.fromkeys(people[row["id"], "places"])),
        )
        for row in sorted(rows, key=lambda row: (row["report"], row["start"], row["id"]))
    ]


def claims(connection: Connection, reports: Collection[str], as_of: str | None, identity: Identity) -> list[Claim]:
    """Every value that the reports give to an event, in their order."""
    values = schema.event_values.c
    rows: list[Any] = []
    for some in in_hundreds(sorted(reports)):
        query = (
            select(schema.event_values, events.report, events.type, events.local)
            .join(schema.events, events.id == values.event)
            .join(schema.records, records.id == events.record)
            .where(events.report.in_(some), current(as_of))
            .order_by(events.report, events.start, values.event, values.field, values.number)
        )
        rows += connection.execute(query).mappings()
    sights = ((row["claimant"], row["report"]) for row in rows if row["claimant"])
    called = names(connection, identity, schema.actors, sights)
    found = []
    for row in rows:
        who = called(row["claimant"], row["report"]) if row["claimant"] else None
        told = {
            name: row[name] for name in ("field", "bound", "of", "words", "form", "source", "report", "event", "type")
        }
        path = f"{row['local']}.fields.{row['field']}.{row['number']}"
        found.append(Claim(**told, value=row["value"] or "", claimant=who, path=path))
    return found


def names(connection: Connection, identity: Identity, table: Any, sights: Iterable[tuple[str, str]]) -> Named:
    """What gives the name that a base id goes by in a report: of merged ones the name that the judgement names first. `sights`: every (base id,
    report) that will be asked for; their names are fetched together."""
    wanted = {id for base, report in set(sights) for id in (base, identity.of(base, report))}
    known: dict[str, str] = {}
    for some in in_hundreds(sorted(wanted)):
        for id, name in connection.execute(select(table.c.id, table.c.name).where(table.c.id.in_(some))):
            known[id] = str(name or "")
    return lambda base, report: known.get(identity.of(base, report)) or known.get(base, "")


def named(connection: Connection, table: Any, words: str, identity: Identity) -> set[str]:
    """The base ids that these words may mean: an id, or (part of) a name; and all that judgements hold to be the same."""
    if words[:1] in "al" and len(words) > 6 and all(c in "0123456789abcdef" for c in words[1:]):
        return identity.bases(full_id(connection, table.c.id, words))
    like = func.lower(table.c.name).contains(fold(words), autoescape=True)
    found = set(connection.scalars(select(table.c.id).where(like)))
    return {base for id in found for base in identity.bases(id)}


def counts(connection: Connection, stories: int) -> Counts:
    """How much stands in the ledger now."""

    def number(query: Any) -> int:
        return int(connection.scalar(query) or 0)

    def of_current(table: Any) -> Any:
        return (
            select(func.count()).select_from(table).join(schema.records, records.id == table.c.record).where(current())
        )

    return Counts(
        reports=number(select(func.count()).select_from(schema.articles).where(standing())),
        versions=number(select(func.count()).select_from(schema.articles)),
        records=number(select(func.count()).select_from(schema.records)),
        events=number(of_current(schema.events)),
        attributions=number(of_current(schema.attributions)),
        actors=number(select(func.count()).select_from(schema.actors)),
        places=number(select(func.count()).select_from(schema.places)),
        stories=stories,
        judgements=number(select(func.count()).select_from(schema.judgements)),
        problems=number(of_current(schema.problems)),
    )


def base_groups(connection: Connection) -> Iterable[tuple[str, str, str]]:
    """(report, story, origin) of every standing report that is grouped."""
    return [
        (report, story, origin)
        for report, story, origin in connection.execute(select(groups.report, groups.story, groups.origin))
    ]
