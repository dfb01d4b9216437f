"""Whether a role phrase may speak of a known figure: "the official" of an official, "the senator" of Sen. Marsh, "the army" of the Syrian army."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from onrecord.knowledge.agents import agent

if TYPE_CHECKING:
    from onrecord.reading.coreference.figures import Figure
    from onrecord.reading.coreference.sight import Sight

MOST = 60  # callings and titles of one figure that are looked at

# Words that tell two holders of one office apart.
TELLING = frozenset(
    "former ex vice deputy assistant republican democratic democrat libertarian green conservative labour opposition presidential senior junior police army military russian first".split()
)
ALIKE = {
    "congressman": "representative", "congresswoman": "representative", "adviser": "advisor", "spokesperson": "spokesman", "spokeswoman": "spokesman", "premier": "prime minister",
    "policeman": "officer", "police officer": "officer", "lawyer": "attorney", "defence minister": "defense minister", "government official": "official", "chairwoman": "chairman",
    "presidential candidate": "candidate", "presidential nominee": "nominee", "chief executive officer": "chief executive", "ceo": "chief executive",
    "protestor": "protester", "demonstrator": "protester", "guerilla": "guerrilla",
}  # fmt: skip
# A noun, and the sectors of those of whom it may be said when nobody bears it.
WIDE = {
    "official": {"GOV"}, "lawmaker": {"LEG"}, "legislator": {"LEG"}, "leader": {"GOV", "OPP", "PTY", "REB", "REL"}, "politician": {"LEG", "GOV", "OPP", "PTY"}, "diplomat": {"GOV"}, "commander": {"MIL", "REB"},
    "officer": {"COP", "MIL"}, "cleric": {"REL"}, "executive": {"BUS"}, "reporter": {"JRN"}, "journalist": {"JRN"}, "candidate": {"PTY", "OPP", "LEG", "GOV", "BUS"}, "nominee": {"PTY", "OPP", "LEG", "GOV", "BUS"},
    "senator": set(), "congressman": {"LEG"}, "congresswoman": {"LEG"}, "representative": {"LEG"}, "minister": {"GOV"}, "suspect": {"CRM"}, "academic": {"EDU"}, "scholar": {"EDU"}, "businessman": {"BUS"}, "billionaire": {"BUS"}, "mogul": {"BUS"}, "tycoon": {"BUS"},
}  # fmt: skip
# Nouns by which news calls again whom the sentence before named.
VARIED = frozenset(
    "candidate nominee businessman businesswoman billionaire mogul tycoon lawmaker politician contender hopeful front-runner frontrunner magnate".split()
) | {"presidential candidate", "presidential nominee", "real estate mogul"}
PARTIES = frozenset(
    "republican democratic democrat libertarian green conservative labour opposition presidential".split()
)
PLAIN_PERSONS = frozenset(
    {
        "man",
        "woman",
        "boy",
        "girl",
        "person",
        "individual",
        "source",
        "victim",
        "teenager",
        "author",
        "suspect",
        "shooter",
    }
)


def alike(noun: str) -> str:
    """A noun under the name that its synonyms share."""
    return ALIKE.get(noun, noun)


def bears(noun: str, calling: str) -> bool:
    """Whether a calling ("national security advisor") is of this noun ("advisor")."""
    one, other = alike(noun), alike(calling)
    return one == other or other.endswith(" " + one) or alike(other.split()[-1]) == one


def matches(sight: Sight, figure: Figure, gap: int) -> int:
    """How well a definite singular role phrase fits a figure mentioned `gap` sentences ago: 3 by its calling, 2 by the same words, 1 by its
    sector, 0 not at all."""
    if sight.country and figure.country and sight.country != figure.country:
        return 0
    if sight.country and not figure.country and gap > 6:
        return 0
    telling = sight.kin & TELLING
    owned = bool(sight.titles and sight.titles[0].of)
    for noun, kin in islice(figure.callings, MOST):
        if bears(sight.noun, noun) and telling <= (kin | set(noun.split())):
            if owned and not _same_owner(sight, figure):
                continue
            if sight.noun in PLAIN_PERSONS and gap > 5:
                continue
            return 3
    if (
        sight.definiteness == "definite"
        and sight.noun in VARIED
        and figure.named
        and gap <= 1
        and sight.kin & TELLING <= PARTIES
    ):
        return 1
    if owned or telling or sight.definiteness != "definite":
        return 0
    if sight.noun in WIDE and WIDE[sight.noun] & set(figure.sectors) and gap <= 4 and figure.named:
        return 1
    return 1 if sight.noun in ("man", "woman") and not figure.named and figure.gender is not None and gap <= 2 else 0


def _same_owner(sight: Sight, figure: Figure) -> bool:
    of = sight.titles[0].of
    held = {t.of for t in islice(figure.titles.values(), MOST)}
    return of in held or (sight.country is not None and sight.country == figure.country) or held <= {None}


def same_group(sight: Sight, figure: Figure) -> bool:
    """Whether a plural phrase speaks of a group that is known: the same noun, and nothing that tells them apart."""
    if figure.sort != "group" or not figure.callings or figure.members:
        return False
    noun, kin = next(iter(figure.callings))
    if alike(noun) != alike(sight.noun) or (sight.country and figure.country and sight.country != figure.country):
        return False
    if sight.noun in ("reporter", "journalist"):
        return sight.definiteness == "definite" and not sight.kin
    if sight.definiteness == "definite":
        return sight.kin <= kin
    if sight.definiteness == "bare":
        return sight.kin == kin
    return False


def same_body(sight: Sight, figure: Figure) -> bool:
    """Whether a body described ("the ministry", "Syrian army") is one that is known."""
    if figure.sort not in ("body", "office", "group") or (
        sight.country and figure.country and sight.country != figure.country
    ):
        return False
    if sight.definiteness == "indefinite":
        return False
    if figure.named:
        last = sight.noun.split()[-1]
        if sight.definiteness != "definite" or sight.kin - set(figure.name.lower().split()):
            return False
        return last in figure.name.lower().split() or (last in GENERIC and fits_kind(last, figure))
    if not figure.callings:
        return False
    noun, kin = next(iter(figure.callings))
    return (
        noun == sight.noun
        and (sight.kin <= kin or kin <= sight.kin)
        and (sight.definiteness == "definite" or sight.kin == kin)
    )


GENERIC = frozenset(
    {
        "company",
        "firm",
        "airline",
        "group",
        "organization",
        "organisation",
        "agency",
        "party",
        "newspaper",
        "paper",
        "network",
        "magazine",
        "carrier",
        "bank",
        "militia",
    }
)


def fits_kind(noun: str, figure: Figure) -> bool:
    """Whether a generic noun fits a named body: "the company" a business, "the group" any but a business."""
    found = agent((noun,))
    sectors = set(figure.sectors)
    if noun in ("group", "organization", "organisation"):
        return bool(sectors & {"REB", "NGO", "CVL", "OPP", "IGO", "CRM"})
    if noun == "agency":
        return (
            bool(sectors & {"GOV", "SPY", "IGO", "JRN"}) and figure.sort == "office"
        ) or "agency" in figure.name.lower()
    if noun == "party":
        return "PTY" in sectors
    return bool(found and set(found.sectors) & sectors)
