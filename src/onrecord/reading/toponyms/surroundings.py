"""What an article's surroundings say of where it is at home: the outlet's town, from its domain.

The prior is soft: a town's own paper names small places near home; for papers of the world and agencies there is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from onrecord.knowledge.gazetteer.hometowns import home_country, hometown
from onrecord.knowledge.gazetteer.reader import Entry, gazetteer

EARTH_KM = 6371
PAPER = (
    "the", "daily", "thisis", "my", "news", "weekly", "evening", "local", "online", "herald", "times", "post", "register", "telegram", "beacon",
    "advocate", "journal", "tribune", "gazette", "review", "courier",
)  # fmt: skip
SMALLEST_HOME = 2_000
LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Home:
    """Where an outlet may be at home: `towns`, one or several of a name; `country` alone where only that is known."""

    towns: tuple[Entry, ...] = ()
    country: str | None = None
    sure: bool = False

    def km(self, entry: Entry) -> float | None:
        """The distance to the nearest of the towns, or None where there is none."""
        return min((distance(entry, town) for town in self.towns), default=None)


def distance(a: Entry, b: Entry) -> float:
    """Great-circle distance in km."""
    lat1, lon1, lat2, lon2 = map(radians, (a.lat, a.lon, b.lat, b.lon))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(h)))


@lru_cache(maxsize=512)
def home(outlet: str | None) -> Home:
    """Where the outlet of this name or domain is at home; an empty Home where nothing tells."""
    if not outlet:
        return Home()
    known = gazetteer()
    if told := hometown(outlet):
        town, nation, division = told
        found = [
            e
            for e in known.candidates(town)
            if e.precision == "city" and e.country == nation and division in {"", e.admin1}
        ]
        if found:
            return Home((found[0],), nation, sure=True)
    country = home_country(outlet)
    towns = tuple(e for e in _guess(outlet) if country in {None, e.country})
    return Home(towns, country, sure=False)


def _guess(outlet: str) -> tuple[Entry, ...]:
    """The towns whose name begins what a domain calls itself ("gainesvillesun", "lancasterguardian"), or the words of an outlet's name."""
    label = outlet.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").split("/")[0]
    label = (label.split(".")[0] if "." in label else label)[:LONGEST_LABEL]
    known = gazetteer()
    words = label.replace("-", " ").split()
    if len(words) > 1:
        runs = (" ".join(words[i:j]) for j in range(len(words), 0, -1) for i in range(j))
    else:
        for paper in PAPER:
            if label.startswith(paper) and len(label) > len(paper) + 4:
                label = label.removeprefix(paper)
                break
        runs = (part for end in range(len(label), 4, -1) for part in _split(label[:end]))
    for run in runs:
        if run not in PAPER and len(run) > 4:
            found = [
                e for e in known.candidates(run) if e.precision == "city" and e.own and e.population >= SMALLEST_HOME
            ]
            if found:
                return tuple(found[:12])
    return ()


def _split(letters: str) -> list[str]:
    """A run of letters as one word and as two."""
    return [letters, *(f"{letters[:i]} {letters[i:]}" for i in range(3, len(letters) - 2))]
