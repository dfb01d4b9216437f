"""News agencies and outlets: names, the ways in which they are written and credited, their sites and the zone of their home.

In: nothing. Out: `agency_of`, `outlet_of`, `is_agency`, `is_outlet`, `is_collective`, `at_site`. The tables are our own.

An *agency* (wire) is one whose text other outlets print under a credit ("(AP)", "/TASS/"). An *outlet* publishes to readers under its own
name: a newspaper, broadcaster, site or magazine. Every agency is an outlet, too, since it is cited as one ("Reuters reported"). A
*collective* names no single one: "Russian news agencies", "state television", "local media". The rows are in `outlets.txt`. A variant
in capitals of four letters or fewer counts only in capitals, since many are words ("TAP" and "tap", "MAP", "PAP").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.knowledge.calendars import fold_word

# Names that are also other things (words, persons, parties, offices): they count in a credit or byline, and elsewhere only in a longer form
# ("PA news agency", "Time magazine").
AMBIGUOUS = frozenset({
    "AA", "ANA", "APA", "APP", "APS", "ATA", "ATS", "Andina", "Antara", "Arka", "Asahi", "BSS", "BTA", "Beta", "Bild", "CNA", "CNS", "CP",
    "Channel One", "Cihan", "Current Time", "Daily News", "Dawn", "ENA", "EPA", "Economist", "El Mundo", "El Tiempo", "Express", "FNA",
    "Fars", "Forbes", "Foreign Affairs", "Fortune", "GNA", "Getty", "Globo", "Guardian", "IHA", "INA", "IPN", "IPS", "Independent", "Kabar",
    "Kompas", "LBC", "MAP", "MCT", "MENA", "MIA", "MNA", "Messenger", "Metro", "NAN", "NNA", "NTB", "ONA", "Observer", "PA", "PAP", "PNA",
    "Punch", "RNS", "Reforma", "SDA", "SPA", "STA", "STT", "Saba", "Sabah", "Salon", "Slate", "Stuff", "TAP", "TIME", "TNA", "TT",
    "Telegraph", "The Age", "The Daily News", "The Herald", "The Messenger", "The Mirror", "The Nation", "The National", "The Observer",
    "The Standard", "The Star", "This Day", "Time", "Times", "Trend", "UNB", "UNI", "VICE", "VNA", "Vanguard", "Wired", "Zaman",
})  # fmt: skip

# A collective is any run of these qualifiers (or a demonym) before one of these nouns, the whole phrase and nothing else.
COLLECTIVE_NOUNS = frozenset({
    "news agency", "news agencies", "agency", "agencies", "media", "television", "tv", "radio", "press", "newspaper", "newspapers", "news outlet",
    "news outlets", "outlets", "broadcaster", "broadcasters", "media outlets", "media outlet", "media reports", "news reports", "press reports", "news media",
    "newswires", "news channel", "news channels", "news website", "news websites", "news site", "news sites", "dailies", "daily", "weekly", "magazine",
    "magazines", "tabloid", "tabloids", "tv channel", "tv channels", "television channel", "television channels", "television station",
    "television stations", "tv station", "tv stations", "radio station", "radio stations", "reporters", "journalists", "wire service", "wire services",
})  # fmt: skip
COLLECTIVE_QUALIFIERS = frozenset({
    "state", "state-run", "state-owned", "state-controlled", "state-backed", "state-funded", "official", "semi-official", "semiofficial", "public", "private", "local",
    "national", "regional", "foreign", "international", "domestic", "global", "world", "western", "independent", "opposition", "pro-government",
    "pro-opposition", "pro-kremlin", "pro-regime", "government", "government-run", "government-controlled", "social", "several", "some", "various", "other", "many", "all", "most",
    "two", "three", "the", "a", "an", "leading", "main", "major", "mainstream", "military", "army", "satellite", "cable", "religious",
    "country's", "business", "financial", "online", "russian-language", "arabic-language", "english-language", "iranian-backed", "hezbollah-run",
    "conservative", "liberal", "hardline", "reformist", "islamist", "jihadist", "islamic", "arab", "kurdish", "european",
})  # fmt: skip
# Nouns that name news media without any qualifier.
PLAIN_COLLECTIVES = frozenset(
    {
        "media",
        "media reports",
        "news reports",
        "press reports",
        "news agencies",
        "news media",
        "newspapers",
        "the press",
    }
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news agency or outlet. `home` is the IANA zone of its newsroom, or None; `sites` its hosts without "www."."""

    name: str
    agency: bool
    variants: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    home: str | None = None


def _key(name: str) -> str:
    words = " ".join(fold_word(w) for w in name.replace("’", "'").split())
    return words.removeprefix("the ")


def _capitals_only(variant: str) -> bool:
    return len(variant) <= 4 and variant.isupper()


@cache
def outlets() -> tuple[Outlet, ...]:
    """Every agency and outlet of the tables, agencies first."""
    rows, agency = [], True
    for line in files("onrecord.knowledge").joinpath("outlets.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            agency = line == "[agencies]"
        elif line and not line.startswith("#"):
            name, variants, sites, home = line.split(";")
            rows.append(Outlet(name, agency, _parts(variants), _parts(sites), home or None))
    return tuple(rows)


def _parts(column: str) -> tuple[str, ...]:
    return tuple(part for part in column.split(",") if part)


@cache
def _by_name() -> tuple[dict[str, Outlet], dict[str, Outlet]]:
    """By folded name, and by exact capitals for short ones; the first row wins."""
    folded: dict[str, Outlet] = {}
    exact: dict[str, Outlet] = {}
    for outlet in outlets():
        for name in (outlet.name, *outlet.variants):
            if _capitals_only(name) or name.islower():
                exact.setdefault(name, outlet)
            else:
                folded.setdefault(_key(name), outlet)
    return folded, exact


@cache
def _by_site() -> dict[str, Outlet]:
    return {site: outlet for outlet in reversed(outlets()) for site in outlet.sites}


def outlet_of(name: str, *, credit: bool = False) -> Outlet | None:
    """The outlet or agency that a name, a variant or a host ("bbc.co.uk") stands for, or None. `credit` says that the name stands in a
    credit, byline or dateline, where names that are also other things ("PA", "Time") can only be outlets.

    >>> outlet_of("The Associated Press").name, outlet_of("bbc.com").name, outlet_of("ap")
    ('AP', 'BBC', None)
    >>> outlet_of("PA"), outlet_of("PA", credit=True).name, outlet_of("the official Xinhua news agency").name
    (None, 'PA', 'Xinhua')
    """
    plain = name.strip().strip("()/[]").strip()
    if not credit and (plain in AMBIGUOUS or plain.removeprefix("the ") in AMBIGUOUS):
        return None
    bare = _bare(plain)
    return _named(plain) or at_site(plain) or (_named(bare) if bare != plain else None)


def _named(name: str) -> Outlet | None:
    folded, exact = _by_name()
    if found := exact.get(name):
        return found
    return (
        folded.get(_key(name)) if name != name.lower() or not name.isascii() else None
    )  # "the times" are not The Times


def _bare(name: str) -> str:
    """The name without what is said of it: "the state-run Anadolu news agency" gives "Anadolu"."""
    words = name.split()
    while len(words) > 1 and (words[0].casefold() in COLLECTIVE_QUALIFIERS or words[0].endswith(("'s", "’s"))):
        words = words[1:]
    for size in (2, 1):
        if len(words) > size and " ".join(words[-size:]).casefold() in COLLECTIVE_NOUNS:
            return " ".join(words[:-size])
    return " ".join(words)


def agency_of(name: str, *, credit: bool = False) -> str | None:
    """The agency's own name for any way of writing it ("Agence France-Presse" gives "AFP"), or None if it is no agency."""
    found = outlet_of(name, credit=credit)
    return found.name if found and found.agency else None


def is_agency(name: str) -> bool:
    """Whether a name is that of a news agency."""
    return agency_of(name) is not None


def is_outlet(name: str) -> bool:
    """Whether a name is that of a news outlet or agency, or a collective of them ("Russian news agencies", "state television").

    >>> is_outlet("Interfax"), is_outlet("Russian news agencies"), is_outlet("state television"), is_outlet("the ministry")
    (True, True, True, False)
    """
    return outlet_of(name) is not None or is_collective(name)


def is_collective(name: str) -> bool:
    """Whether a phrase names news media without naming one: qualifiers, demonyms or names of places before a noun such as "media"."""
    words = name.casefold().replace("’", "'").split()
    if " ".join(words) in PLAIN_COLLECTIVES:
        return True
    for size in (2, 1):
        noun = " ".join(words[-size:])
        if noun in COLLECTIVE_NOUNS and len(words) > size:
            before = name.replace("’", "'").split()[:-size]
            told = [w for w in before if w.casefold() not in COLLECTIVE_QUALIFIERS]
            names = all(w[:1].isupper() for w in told)
            return (
                names
                and (bool(told) or any(w.casefold() not in ("the", "a", "an") for w in before))
                and noun not in _PEOPLE
            )
    return False


# "Local reporters" are persons, not media; they are kept apart from what speaks with an outlet's voice.
_PEOPLE = frozenset({"reporters", "journalists"})


def at_site(host: str) -> Outlet | None:
    """The outlet of a host or URL, subdomains included, or None.

    >>> at_site("https://www.reuters.com/world/").name, at_site("edition.cnn.com").name
    ('Reuters', 'CNN')
    """
    plain = host.casefold().partition("://")[2] or host.casefold()
    labels = plain.partition("/")[0].partition(":")[0].split(".")
    if len(labels) < 2 or " " in plain:
        return None
    for first in range(len(labels) - 1):
        if found := _by_site().get(".".join(labels[first:])):
            return found
    return None
