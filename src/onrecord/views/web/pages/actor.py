"""An actor: who this is by the reports, what they do and to whom, whom they met, what they say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse

from onrecord.ledger import look, schema
from onrecord.ledger.found import Happening
from onrecord.ledger.search import Filters
from onrecord.views.present.wording import EVENTS, event_name
from onrecord.views.web import asked
from onrecord.views.web.asked import Someone, Utterance
from onrecord.views.web.faults import Refusal
from onrecord.views.web.site import Site

EVENTS_SHOWN: Final = 120
ActorName = Annotated[str, Path(description="an id (a…), six digits or more, or a name")]


@dataclass(frozen=True, slots=True)
class Deed:
    """An event that this actor is in, as `role`: doer, recipient or present. `local`: its id in its report's record."""

    report: str
    local: str
    name: str
    type: str
    role: str
    others: tuple[str, ...]
    places: tuple[str, ...]
    earliest: str | None
    trigger: str
    factuality: str
    background: bool


@dataclass(frozen=True, slots=True)
class ActorPage:
    """`ids`: the base ids behind the name; several where names are alike, which a judgement can make one. `types`: (name, how many) of its
    events; `met`: (name, how many meetings)."""

    name: str
    kind: str
    country: str | None
    ids: tuple[Someone, ...]
    roles: tuple[str, ...]
    reports: int
    types: tuple[tuple[str, int], ...]
    deeds: tuple[Deed, ...]
    of: int
    met: tuple[tuple[str, int], ...]
    says: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True)
class ActorsPage:
    """Those in most reports first."""

    actors: tuple[Someone, ...]


def actor(site: Site, words: str) -> ActorPage:
    """The page of an actor by id or name. Raises Refusal where there is none."""
    ledger = site.ledger
    ids = {one.id for one in asked.someones(ledger, name=words)}
    with ledger.reading() as connection:
        identity = ledger._identities(connection, None)[0]  # noqa: SLF001  the room below has no public name for it
        if not ids and _is_id(words):
            ids = {look.full_id(connection, schema.actors.c.id, words)}
        ids = {base for id in ids for base in identity.bases(id)}
    every = asked.someones(ledger, ids=ids) if ids else []
    if not every:
        raise Refusal(
            404, f"No report in this ledger tells of {words!r}", "Search for a part of the name: /search?actor=…"
        )
    names = {one.name for one in every}
    found = ledger.events(Filters(actors=ids))
    deeds = sorted((_deed(one, names) for one in found), key=lambda d: (d.earliest or "", d.report), reverse=True)
    met = Counter(other for d in deeds if d.type == "CONSULT" and d.factuality == "happened" for other in d.others)
    return ActorPage(
        name=every[0].name,
        kind=every[0].kind,
        country=next((one.country for one in every if one.country), None),
        ids=tuple(every),
        roles=tuple(asked.roles(ledger, ids)),
        reports=sum(one.reports for one in every),
        types=tuple((EVENTS.get(t, t), n) for t, n in Counter(one.type for one in found).most_common()),
        deeds=tuple(deeds[:EVENTS_SHOWN]),
        of=len(deeds),
        met=tuple(met.most_common(20)),
        says=tuple(asked.utterances(ledger, ids)),
    )


def _is_id(words: str) -> bool:
    return words[:1] == "a" and len(words) > 6 and all(c in "0123456789abcdef" for c in words[1:])


def _deed(one: Happening, names: set[str]) -> Deed:
    role = "doer" if names & set(one.actors) else "recipient" if names & set(one.recipients) else "present"
    others = tuple(name for name in dict.fromkeys((*one.actors, *one.recipients, *one.present)) if name not in names)
    return Deed(
        one.report, one.local, event_name(one.type, one.mode), one.type, role, others, one.places, one.earliest, one.trigger, one.factuality, one.background
    )  # fmt: skip


def routes(site: Site) -> APIRouter:
    router = APIRouter(tags=["actor"])

    @router.get("/actors.json", summary="The actors of the ledger, those in most reports first")
    def every_twin() -> ActorsPage:
        return ActorsPage(tuple(asked.someones(site.ledger)))

    @router.get("/actors", include_in_schema=False)
    def every(request: Request) -> HTMLResponse:
        return site.page(request, "actors.html", ActorsPage(tuple(asked.someones(site.ledger))))

    @router.get("/actors/{name:path}.json", summary="An actor: deeds, meetings, words")
    def twin(name: ActorName) -> ActorPage:
        return actor(site, name)

    @router.get("/actors/{name:path}", include_in_schema=False)
    def page(request: Request, name: ActorName) -> HTMLResponse:
        return site.page(request, "actor.html", actor(site, name))

    return router
