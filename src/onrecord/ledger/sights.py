"""Where actors and places of a ledger are seen, and which of them cannot be one: what a merge or split of them is held against."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, select

from onrecord.errors import LedgerError
from onrecord.ledger import look, schema
from onrecord.ledger.judgements import Identity
from onrecord.ledger.links import in_hundreds

# Kinds of actors of which one may be told as the other: an office is a person's or a body's; a body is named as one or as the other.
ALIKE: Final = tuple(
    map(frozenset, (("person", "office"), ("office", "organization"), ("office", "state"), ("organization", "group")))
)


def refuse_unlike(connection: Connection, kind: str, subjects: Sequence[str]) -> None:
    """Raises LedgerError where two actors or places cannot be one: of another kind (a person and a state), or in another country."""
    table: Any = schema.actors if kind == "actor" else schema.places
    one, other = (connection.execute(select(table).where(table.c.id == id)).mappings().one() for id in subjects)
    names = f"{one['name']} and {other['name']}"
    if kind == "actor":
        kinds = frozenset({one["kind"], other["kind"]})
        if len(kinds) > 1 and "unidentified" not in kinds and kinds not in ALIKE:
            raise LedgerError(
                f"{names} are of different kinds ({one['kind']}, {other['kind']}): correct the kind of the one that was read wrongly"
                " first, `onrecord correct REPORT s1.kind …`"
            )
        return
    if one["country"] and other["country"] and one["country"] != other["country"]:
        raise LedgerError(
            f"{names} lie in different countries ({one['country']}, {other['country']}): correct the country of the one that was read wrongly"
            " first, `onrecord correct REPORT p1.country …`"
        )


def told_apart(connection: Connection, kind: str, id: str, reports: Sequence[str], identity: Identity) -> list[str]:
    """The reports, as they stand now, in which an actor or place is to be another. Raises LedgerError where one of them does not name it."""
    seen = _seen(connection, kind, identity.class_of(id))
    wanted = sorted({look.heirs(connection, [one]).get(one, one) for one in reports})
    if strangers := [one for one in wanted if one not in seen]:
        known = ", ".join(one[:9] for one in sorted(seen)[:6]) + (" …" if len(seen) > 6 else "")
        raise LedgerError(
            f"report {strangers[0][:9]} does not name {kind} {id[:9]}: those that do are {known or 'none that stands'}"
        )
    return wanted


def _seen(connection: Connection, kind: str, ids: set[str]) -> set[str]:
    """The standing reports whose standing records name one of these."""
    table: Any = schema.actor_sights if kind == "actor" else schema.place_sights
    column = table.c.actor if kind == "actor" else table.c.place
    found: set[str] = set()
    for some in in_hundreds(sorted(ids)):
        query = (
            select(table.c.report)
            .join(schema.records, schema.records.c.id == table.c.record)
            .join(schema.articles, schema.articles.c.id == table.c.report)
            .where(column.in_(some), look.current(), look.standing())
        )
        found |= set(connection.scalars(query))
    return found
