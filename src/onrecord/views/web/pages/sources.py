"""The sources: what each asserts, in which form, and how often alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.views.present.wording import FIELDS
from onrecord.views.web import asked
from onrecord.views.web.asked import Assertion
from onrecord.views.web.site import Site
from onrecord.views.web.words import FORMS

SHOWN: Final = 200


@dataclass(frozen=True, slots=True)
class Claimant:
    """A source over the whole ledger. `values` counts what it asserts of events, each value of a story once; `alone`: of these, how many no
    other source in the same story asserts, where other sources speak of the same question (`asked`); `fields`: (what, how often)."""

    name: str
    form: str
    voice: str
    stories: int
    outlets: int
    values: int
    asked: int
    alone: int
    fields: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """`named`: sources in the reports, those that assert most first; `outlets`: what reports tell in their own voice."""

    named: tuple[Claimant, ...]
    outlets: tuple[Claimant, ...]
    of: int
    forms: tuple[tuple[str, int], ...]


def sources(site: Site) -> SourcesPage:
    """The page. Kept until the ledger changes."""
    return site.shelf.kept(("sources", site.shelf.state()), lambda: _sources(site))


def _sources(site: Site) -> SourcesPage:
    home = {report.id: story.id for story in site.shelf.stories() for report in story.reports}
    every = asked.assertions(site.ledger)
    answers: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    whose: dict[str, list[Assertion]] = defaultdict(list)
    for one in every:
        whose[_who(one)].append(one)
        answers[_asks(one, home)][one.value].add(_who(one))
    made = [_claimant(who, told, answers, home) for who, told in whose.items()]
    ranked = sorted(made, key=lambda c: (-c.values, c.name))
    named = [one for one in ranked if one.voice != "report"]
    forms = Counter(one.form for one in every)
    return SourcesPage(
        tuple(named[:SHOWN]),
        tuple(one for one in ranked if one.voice == "report")[:SHOWN],
        len(named),
        tuple((FORMS[form], number) for form, number in forms.most_common()),
    )


def _who(one: Assertion) -> str:
    """Whose it is: an actor of the ledger, an outlet's own voice, or the words of an unnamed source."""
    if one.form == "report":
        return f"report {one.outlet or one.report}"
    return f"actor {one.name}" if one.name else f"words {(one.source or 'nobody named').casefold()}"


def _asks(one: Assertion, home: dict[str, str]) -> tuple[str, ...]:
    return home.get(one.report, one.report), one.type, one.field, one.of or ""


def _claimant(
    who: str, told: list[Assertion], answers: dict[tuple[str, ...], dict[str, set[str]]], home: dict[str, str]
) -> Claimant:
    said = {(_asks(one, home), one.value) for one in told}
    contested = [
        (asks, value) for asks, value in said if len({w for others in answers[asks].values() for w in others}) > 1
    ]
    fields = Counter(asks[2] for asks, _ in said)
    voice = who.partition(" ")[0]
    return Claimant(
        name=_name(told, voice),
        form=FORMS[Counter(one.form for one in told).most_common(1)[0][0]],
        voice=voice,
        stories=len({asks[0] for asks, _ in said}),
        outlets=len({one.outlet or one.report for one in told}),
        values=len(said),
        asked=len(contested),
        alone=sum(answers[asks][value] == {who} for asks, value in contested),
        fields=tuple((FIELDS.get(f, f.replace("_", " ")), n) for f, n in fields.most_common(4)),
    )


def _name(told: Iterable[Assertion], voice: str) -> str:
    one = next(iter(told))
    if voice == "report":
        return one.outlet or "outlet not known"
    return one.name or one.source or "nobody named"


def routes(site: Site) -> APIRouter:
    router = APIRouter(tags=["sources"])

    @router.get("/sources.json", summary="Sources: what each asserts, in which form, how often alone")
    def twin() -> SourcesPage:
        return sources(site)

    @router.get("/sources", include_in_schema=False)
    def page(request: Request) -> HTMLResponse:
        return site.page(request, "sources.html", sources(site))

    return router
