"""Tells which of the places that bear a name is meant: a log-linear choice among the gazetteer's entries, twice.

The first pass knows what the text says in so many words ("Paris, Texas"; states and countries named; the outlet's home; sizes); the
second also where the first pass put the other names (places of one report lie near each other). Weights were fitted on the development
sets (see `knowledge.gazetteer.weights`). The confidence is the calibrated probability that the choice is right.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp, log, log10
from typing import TYPE_CHECKING

from onrecord.knowledge.countries import capital_country, country_named, is_capital
from onrecord.knowledge.gazetteer.reader import Entry, gazetteer
from onrecord.knowledge.gazetteer.states import state_named
from onrecord.knowledge.gazetteer.weights import weights
from onrecord.reading.toponyms.surroundings import Home, distance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.reading.toponyms.groups import Container, Group

MOST = 40  # candidates that are weighed; the rest are the smallest of the name
ANCHORS = 100  # names whose places are looked at in the second pass
NOWHERE = -1  # the row of a place that the gazetteer lacks
COARSE = 0.5  # the confidence of a place of which the text tells the state alone
SAID = 2.0  # log-odds for a division that the text calls one; set by hand, since gold often has the town for "Homs province"
OUTSHINES = 8  # so many times more people live in a far larger place
MOST_COMPANY = 1.0  # log-odds that company alone may give a place that is outshone
COMPANY = (
    "country named", "any country named", "votes", "others near", "others around", "share around", "share far", "nearest",
    "nearest around",
)  # fmt: skip
TOLD = 3.0  # log-odds for a place in the state or country that ends "Paris, Texas"; by hand, so that no bearer's size outweighs it
SAME_KM = 25  # entries so near each other are one answer (a town and its district)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A group and its place; None where the gazetteer has none."""

    group: Group
    entry: Entry | None
    confidence: float


class Context:
    """The states and countries that a document names, by the groups that name them."""

    def __init__(self, found: Sequence[Group], home: Home) -> None:
        self.found, self.home = found, home
        self.states: dict[tuple[str | None, str], set[str]] = {}
        self.countries: dict[str | None, set[str]] = {}
        self.votes: dict[str | None, float] = {}
        for group in found:
            for entry in group.entries[:6]:
                if entry.precision == "admin1" and (entry.own or group.how == "short"):
                    self.states.setdefault((entry.country, entry.name), set()).add(group.key)
                    if entry.country in {"USA", "CAN", "AUS", "GBR"}:
                        self.countries.setdefault(entry.country, set()).add(group.key)
                elif entry.precision == "country":
                    self.countries.setdefault(entry.country, set()).add(group.key)
            if group.container and group.container.country:
                self.countries.setdefault(group.container.country, set()).add("," + group.key)
                if group.container.admin1:
                    self.states.setdefault((group.container.country, group.container.admin1), set()).add(
                        "," + group.key
                    )
            for country in {e.country for e in group.entries}:
                self.votes[country] = self.votes.get(country, 0.0) + 1.0
        told = [(group, group.container) for group in found if group.container]
        self.holders = {(e.country, e.admin1) for group, held in told for e in group.entries if held.holds(e)}
        self.holders |= {(held.country, held.admin1) for _, held in told if held.admin1}
        self.home_states = {(t.country, t.admin1) for t in home.towns}
        self.listing: dict[str | None, set[str]] = {}
        for (country, _), keys in self.states.items():
            self.listing.setdefault(country, set()).update(k for k in keys if k[0] != ",")

    def in_state(self, entry: Entry, key: str) -> int:
        """How many other names say the entry's first-level division."""
        return _besides(self.states.get((entry.country, entry.admin1 or "")), key)

    def listed(self, country: str | None, key: str) -> int:
        """How many other names are first-level divisions of the country."""
        named = self.listing.get(country, set())
        return len(named) - (key in named)

    def in_country(self, entry: Entry, key: str) -> int:
        """How many other names say the entry's country."""
        return _besides(self.countries.get(entry.country), key)


def _besides(keys: set[str] | None, key: str) -> int:
    """How many of the names are not this one."""
    return len(keys) - (key in keys) - ("," + key in keys) if keys else 0


def candidates(group: Group) -> tuple[Entry, ...]:
    """The entries that are weighed."""
    if len(group.entries) <= MOST:
        return group.entries
    held = group.container
    special = [e for e in group.entries[MOST:] if held and held.holds(e)]
    return (*group.entries[:MOST], *special)


def features(group: Group, entry: Entry, context: Context, near: Mapping[str, float]) -> dict[str, float]:
    """What speaks for an entry, by name. `near`: features of the second pass."""
    home, top = context.home, group.entries[0]
    people = log10(entry.population + 1)
    sized = f"population{'' if home.towns and home.sure else ' no home'}"
    found = {sized: people / 7, f"class {entry.precision}": 1.0, "behind": people / 7 - log10(top.population + 1) / 7}
    if entry is top:
        found["most populous"] = 1.0
    if not entry.own:
        found["variant"] = 1.0
        found[f"variant {entry.precision}"] = 1.0
    if group.container:
        if group.container.holds(entry):
            found["contained"] = 1.0
            found[
                f"contained {'state' if group.container.admin1 else 'country' if group.container.country else 'name'}"
            ] = 1.0
        elif group.container.country:
            found["elsewhere"] = 1.0
    if entry.precision == "country":
        found["itself meant"] = float(context.in_country(entry, group.key) > 0)
    if group.sort:
        found[f"said {group.sort} {entry.precision}"] = 1.0
    if entry.precision == "admin1":
        if (entry.country, entry.name) in context.holders:
            found["holds another"] = 1.0
        found["states listed"] = min(context.listed(entry.country, group.key), 5) / 5
        if any(
            e.admin1 == entry.name and e.country == entry.country and e.precision == "city" and e.own == entry.own
            for e in group.entries
        ):
            found["state of its city"] = 1.0
    if entry.precision == "city" and any(
        e.precision == "admin1" and e.name == entry.admin1 and e.country == entry.country for e in group.entries
    ):
        found["city of its state"] = 1.0
    if entry.precision not in {"country", "region"}:
        states, countries = context.in_state(entry, group.key), context.in_country(entry, group.key)
        found["state named"] = min(states, 3) / 3
        found["any state named"] = float(states > 0)
        found["country named"] = min(countries, 3) / 3
        found["any country named"] = float(countries > 0)
        found["votes"] = context.votes.get(entry.country, 0) / max(1.0, float(len(context.found)))
        if entry.country == "USA":
            found["in the USA"] = 1.0
    if entry.precision == "city" and entry.country and is_capital(group.text, entry.country):
        first = next((e for e in group.entries if e.precision == "city" and e.country == entry.country), entry)
        found["capital" if entry is first else "named like the capital"] = 1.0
        if entry is first and capital_country(group.text):
            found["stands for its government"] = 1.0
    if (
        entry.precision != "country"
        and not entry.own
        and any(e.precision == "country" and e.own and e.country == entry.country for e in group.entries)
    ):
        found["named like its country"] = 1.0
    found |= _at_home(entry, home, context)
    found |= near
    return found


def _at_home(entry: Entry, home: Home, context: Context) -> dict[str, float]:
    if not home.towns or entry.precision in {"country", "region"}:
        return {"home country": 1.0} if home.country and home.country == entry.country else {}
    km = home.km(entry) or 0.0
    sure = "" if home.sure else " guessed"
    found = {f"home near{sure}": exp(-km / 30), f"home around{sure}": exp(-km / 150), f"home far{sure}": exp(-km / 800)}
    if (entry.country, entry.admin1) in context.home_states or (
        entry.precision == "admin1" and (entry.country, entry.name) in context.home_states
    ):
        found[f"home state{sure}"] = 1.0
    if home.country == entry.country:
        found["home country"] = 1.0
    return found


def resolve(found: Sequence[Group], home: Home) -> list[Resolved]:
    """The place of each group, with the probability that it is right. A group without entries stays unresolved; it never costs another."""
    found = [_known_by_division(group) for group in found]
    held, context = weights(), Context(found, home)
    first = [_weigh(group, context, held.choice_first, [{} for _ in candidates(group)]) for group in found]
    anchors = [_best(group, chances) for group, chances in zip(found, first, strict=True)]
    if len(anchors) > ANCHORS:  # in a very long text the names mentioned most are enough, and the time stays linear
        most = set(sorted(range(len(found)), key=lambda i: (-len(found[i].members), i))[:ANCHORS])
        anchors = [anchor if i in most else (None, 0.0) for i, anchor in enumerate(anchors)]
    resolved = []
    for i, group in enumerate(found):
        weighed = candidates(group)
        near = [nearness(entry, i, anchors) for entry in weighed]
        chances = _weigh(group, context, held.choice_second, near)
        entry, _ = _best(group, chances)
        if entry is None:
            resolved.append(Resolved(group, None, 0.0))
            continue
        same = sum(
            c
            for e, c in zip(weighed, chances, strict=True)
            if e is entry or (e.country == entry.country and distance(e, entry) <= SAME_KM)
        )
        resolved.append(
            Resolved(
                group,
                entry,
                COARSE
                if entry.row == NOWHERE
                else confidence(group, entry, same, features(group, entry, context, near[weighed.index(entry)])),
            )
        )
    return resolved


def _known_by_division(group: Group) -> Group:
    """The group; where the text says "X, Ontario" and no X is known there, with Ontario's middle as its one entry, of precision admin1."""
    held = group.container
    if held is None or held.admin1 is None:
        return group
    # The gazetteer does not always know the division of a region; and "Colorado, Georgia, Ohio" is a list.
    large = {"region", "point", "country", "admin1"}
    if any(held.holds(e) or (e.precision in large and (e.own or e.country == held.country)) for e in group.entries):
        return group
    for one in gazetteer().candidates(held.admin1):
        if one.precision == "admin1" and one.country == held.country:
            coarse = Entry(NOWHERE, None, group.text, one.country, one.name, one.lat, one.lon, 0, "admin1", own=False)
            return replace(group, entries=(coarse,))
    return group


def nearness(entry: Entry, i: int, anchors: Sequence[tuple[Entry | None, float]]) -> dict[str, float]:
    """How near an entry is to where the first pass put the other names."""
    if entry.precision in {"country", "region"}:
        return {}
    near = around = far = weight = 0.0
    nearest = 20_000.0
    for j, (other, chance) in enumerate(anchors):
        if j == i or other is None or other.precision in {"country", "region", "admin1"} or other.row == entry.row:
            continue
        km = distance(entry, other)
        near += chance * exp(-km / 30)
        around += chance * exp(-km / 150)
        far += chance * exp(-km / 800)
        weight += chance
        if chance > 0.5:
            nearest = min(nearest, km)
    if not weight:
        return {"alone": 1.0}
    return {
        "others near": min(near, 3.0), "others around": min(around, 3.0), "share around": around / weight, "share far": far / weight,
        "nearest": exp(-nearest / 50), "nearest around": exp(-nearest / 300),
    }  # fmt: skip


def _weigh(
    group: Group, context: Context, weights: Mapping[str, float], near: Sequence[Mapping[str, float]]
) -> list[float]:
    """The probability of each candidate."""
    scores, level, told = [], _level(group), _told(group)
    for entry, one in zip(candidates(group), near, strict=True):
        said = SAID if entry.precision == level else 0.0
        if told and told.holds(entry):
            said += TOLD
        shown = features(group, entry, context, one)
        score = said + sum(weights.get(name, 0.0) * value for name, value in shown.items())
        if _outshone(group, entry, context, shown):
            company = sum(weights.get(name, 0.0) * shown.get(name, 0.0) for name in COMPANY)
            score -= max(0.0, company - MOST_COMPANY)
        scores.append(score)
    if not scores:
        return []
    highest = max(scores)
    powers = [exp(s - highest) for s in scores]
    total = sum(powers)
    return [p / total for p in powers]


def _outshone(group: Group, entry: Entry, context: Context, shown: Mapping[str, float]) -> bool:
    """Whether a far larger place of another country bears the name, and nothing but the company of other names speaks for this one: "Geneva"
    beside "Chicago" is not yet the one in Illinois. A capital, an outlet's home, "X, Y", a state named or several places near do speak."""
    top = group.entries[0]
    if entry.country == top.country or entry.population * OUTSHINES > top.population or context.home.towns:
        return False
    speaks = ("contained", "any state named", "capital", "itself meant")
    return not any(shown.get(name) for name in speaks) and shown.get("others around", 0.0) < 1.0


def _told(group: Group) -> Container | None:
    """What "X, Y" says that X lies in, where that is sure: Y is a state or country that ends a phrase, and X none ("Ohio, Georgia, Texas")."""
    held = group.container
    if held is None or not held.closed or state_named(group.text) or country_named(group.text):
        return None
    return held


def _level(group: Group) -> str:
    """The precision that the word beside a name asks for ("Homs province", "Granada province", "Monroe county"); "" where it asks for none."""
    known = {e.precision for e in group.entries}
    wanted = {"division": ("admin1", "admin2"), "county": ("admin2",)}.get(group.sort, ())
    return next((level for level in wanted if level in known), "")


def _best(group: Group, chances: Sequence[float]) -> tuple[Entry | None, float]:
    if not chances:
        return None, 0.0
    i = max(range(len(chances)), key=lambda k: (chances[k], -k))
    return candidates(group)[i], chances[i]


def doubts(group: Group, entry: Entry, chance: float, shown: Mapping[str, float]) -> dict[str, float]:
    """What the confidence is made of: the choice's probability and how well the place fits the text."""
    odds = log(max(chance, 1e-4) / max(1 - chance, 1e-4))
    seen = log(max(group.probability, 1e-4) / max(1 - group.probability, 1e-4))
    return {
        "any": 1.0, "odds": min(odds, 6.0), "seen": min(seen, 5.0), f"class {entry.precision}": 1.0, f"how {group.how}": 1.0,
        "people": log10(entry.population + 1) / 7 if entry.precision in {"city", "admin2"} else 0.0, "variant": float(not entry.own),
        "contained": shown.get("contained", 0.0), "elsewhere": shown.get("elsewhere", 0.0), "state named": shown.get("any state named", 0.0),
        "country named": shown.get("any country named", 0.0), "nearest": shown.get("nearest around", 0.0),
        "home": shown.get("home around", 0.0) + shown.get("home around guessed", 0.0), "capital": shown.get("capital", 0.0),
        "one bearer": float(len(group.entries) == 1),
    }  # fmt: skip


def confidence(group: Group, entry: Entry, chance: float, shown: Mapping[str, float]) -> float:
    """The calibrated probability that the choice is right."""
    score = sum(
        weights().calibration.get(name, 0.0) * value for name, value in doubts(group, entry, chance, shown).items()
    )
    return round(1 / (1 + exp(-max(-30.0, min(30.0, score)))), 3)
