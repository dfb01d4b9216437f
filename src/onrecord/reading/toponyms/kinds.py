"""How a toponym is meant: of the ground itself, or of a people, a government, or as a part of another name.

    literal     "in Antalya", "the Paris bombing", "Turkey's coast"
    demonym     "Syrian", "Scots", and abbreviations used like one: "US officials"
    metonymic   "Moscow launched air strikes", "Washington said", "Russia's backing", "pro-Moscow rebels", "a treaty with Iran"
    embedded    "the Boston Globe", "University of Texas", "a Mediterranean resort"

After M. Gritta, M. T. Pilehvar, N. Collier, A Pragmatic Guide to Geoparsing Evaluation (2020), section 3. Rules over the parse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.countries import capital_country, country_named, government_seat
from onrecord.knowledge.demonyms import is_demonym
from onrecord.knowledge.gazetteer import cues

if TYPE_CHECKING:
    from onrecord.reading.toponyms.sights import Sight
    from onrecord.reading.toponyms.signs import Document
    from onrecord.values.record import PlaceKind

HITS = frozenset(
    "invade attack bomb strike shell hit enter leave visit reach cross flee tour pass approach capture seize occupy retake hold annex surround "
    "rock devastate quit escape reenter liberate".split()
)
BEING = frozenset("be have lie border sit stretch host see record rank cover include contain experience".split())
RANKS = frozenset("first second third last only own former new".split())
TOWARDS = frozenset("with against by for between".split())
GROUND = frozenset(
    "city town village capital coast border region north south east west resort province island airport mountain river lake coastline shore "
    "district suburb outskirts territory port airspace countryside hospital prison jail street road streets roads centre center stadium area areas "
    "interior neighborhood neighbourhood valley desert sea waters soil frontier hotel park beach market square university school".split()
)
HAPPENING = frozenset(
    "attack attacks bombing shooting earthquake quake crash war conflict crisis fighting flood floods fire summit conference meeting visit trip "
    "massacre siege strike strikes protest protests rally riots riot explosion blast disaster outbreak airstrike airstrikes ceasefire tour".split()
)


def kind(document: Document, sight: Sight) -> PlaceKind:
    """The kind of a mention."""
    parts = document.parts
    if sight.how == "demonym":
        return "demonym"
    if sight.text.isupper() and country_named(sight.text) and len(sight.text) <= 4 and _adjectival(document, sight):
        return "demonym"
    if _embedded(document, sight):
        return "embedded"
    if (
        sight.first > 1
        and parts[sight.first - 1].text == "-"
        and parts[sight.first - 2].text.lower() in {"pro", "anti"}
    ):
        return "metonymic"
    rank = "state" if country_named(sight.text) else "capital" if capital_country(sight.text) else "other"
    if government_seat(sight.text):
        return "metonymic"
    return "metonymic" if rank != "other" and _acts(document, parts[sight.last].word, rank, 4) else "literal"


def _adjectival(document: Document, sight: Sight) -> bool:
    """Whether an abbreviation stands like an adjective: before a noun, or before a comma and a demonym ("US, Russian presidents")."""
    parts = document.parts
    after = parts[sight.last + 1] if sight.last + 1 < len(parts) else None
    if after is None:
        return False
    if after.text in {",", "-", "/", "and"} and sight.last + 2 < len(parts):
        return is_demonym(parts[sight.last + 2].text)
    dep, word = document.syntax.deps[parts[sight.last].word], parts[sight.last].word
    if dep in {"compound", "amod", "nmod"} and document.syntax.heads[word] > word:
        return (
            document.label(sight.start, sight.end)[:1] != "<" or not after.capital or after.text.lower() in cues.TITLES
        )
    return False


def _embedded(document: Document, sight: Sight) -> bool:
    """Whether the mention is a part of another name, or an adjective made of a sea's or region's name."""
    parts, syntax = document.parts, document.syntax
    word = parts[sight.last].word
    after = parts[sight.last + 1] if sight.last + 1 < len(parts) else None
    head, dep = syntax.heads[word], syntax.deps[word]
    label = document.label(sight.start, sight.end)
    if label.startswith(("<ORG", "<FAC", "<EVENT", "<PERSON", "<NORP", "<OTHER")) and dep not in {
        "poss",
        "appos",
        "ROOT",
    }:
        return not (dep == "nsubj" and syntax.words[head][:1].islower())
    if (
        after
        and after.capital
        and after.text in cues.BODIES
        and after.text.lower() not in cues.TITLES
        and dep == "compound"
    ):
        return True
    sea = bool(sight.entries) and sight.entries[0].precision == "region" and sight.entries[0].name != sight.text
    return sea and dep in {"compound", "amod", "nmod"} and head > word and not syntax.words[head][:1].isupper()


def _acts(document: Document, word: int, rank: str, depth: int) -> bool:
    """Whether the name of a state or capital stands for those who govern or live there."""
    syntax = document.syntax
    dep, head = syntax.deps[word], syntax.heads[word]
    lemma = syntax.lemmas[head].lower()
    if dep == "conj" and depth and head != word:
        return _acts(document, head, rank, depth - 1)
    if dep == "nsubj":
        return lemma in cues.ACTS or (rank == "state" and lemma not in BEING and syntax.pos[head] == "VERB")
    if dep == "nsubjpass":
        return lemma in cues.ACTS and lemma not in HITS
    if dep == "poss":
        if any(
            syntax.tags[child] == "JJS" or syntax.words[child].lower() in RANKS
            for child in syntax.children[head]
            if child > word
        ):
            return True
        return not (
            syntax.pos[head] == "PROPN" or lemma in GROUND or syntax.words[head].lower() in GROUND | HAPPENING
        ) and (rank == "state" or lemma in cues.DOINGS)
    if dep in {"dobj", "dative"}:
        return rank == "state" and lemma in cues.ACTS and lemma not in HITS
    if dep in {"compound", "nmod", "amod"} and head > word:
        return (
            rank == "state"
            and syntax.words[head].lower() not in GROUND | HAPPENING
            and not syntax.words[head][:1].isupper()
        )
    if dep == "pobj":
        return _governed(document, head, rank)
    return False


def _governed(document: Document, preposition: int, rank: str) -> bool:
    """Whether a preposition makes a party of its object: "with Russia", "by Turkey", "President Putin of Russia"."""
    syntax = document.syntax
    word = syntax.words[preposition].lower()
    if word == "of":
        governor = syntax.heads[preposition]
        return rank == "state" and (
            syntax.lemmas[governor].lower() in cues.DOINGS | cues.TITLES
            or (
                syntax.pos[governor] == "PROPN"
                and document.label(syntax.starts[governor], syntax.ends[governor]).endswith(("PERSON", "PERSON last"))
            )
        )
    return word in TOWARDS and (rank == "state" or word in {"with", "by"})
