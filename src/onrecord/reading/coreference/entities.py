"""Names in the text: from the tables (organisations, countries, seats of government, demonyms, capitals) and from the recogniser.

Each is an `Entity`, a run of words and what it is; no two overlap. The tables win over the recogniser but where it saw a longer name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from onrecord.knowledge.agents import agent, body_name, singular
from onrecord.knowledge.countries import PARTS, SEATS, capital_country, countries, country_named, government_seat
from onrecord.knowledge.demonyms import country_of_demonym, region_of_demonym
from onrecord.knowledge.gazetteer.folding import fold
from onrecord.knowledge.given_names import is_given_name
from onrecord.knowledge.offices import is_honorific, is_modifier, is_short_title
from onrecord.knowledge.organizations import longest_organization
from onrecord.knowledge.outlets import is_agency, outlet_of, outlets
from onrecord.reading.coreference.verbs import CUES

if TYPE_CHECKING:
    from onrecord.reading.coreference.sight import Scene
    from onrecord.values.layers import Name, Syntax

Kind = Literal["person", "body", "seat", "country", "capital", "demonym", "place"]

PARTICLES = frozenset(
    "al el bin ibn bint ben abu de da di du del della dos des la le van von der den ter af av y ul ur - ’ '".split()
)
CALENDAR = frozenset(
    """January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday
    Sunday Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Christmas Easter Ramadan Eid Thanksgiving Halloween GMT UTC EST EDT am pm AM PM""".split()
)
NO_NAMES = frozenset(
    """LGBT LGBTQ GDP CEO USD US$ Obamacare Internet Web God Allah Islam Christianity Brexit Bible Koran Quran Constitution English Arabic COVID-19 Covid-19 Ebola Zika Earth Photo Image
    Video Read Click Share Comments Updated Published Source Related Advertisement Caption Getty Follow Watch Live Breaking News Exclusive Medicare Medicaid HIV AIDS TV DNA ER Q A I
    Republican Democrat Democratic Republicanism Muslim Christian Jewish Sunni Shia Shiite Shi'ite Catholic Islamist Communist Socialist Nazi Zionist Latino Hispanic Takfiri Salafi Wahhabi""".split()
)
WORDY = frozenset({"VERB", "AUX", "ADP", "DET", "PRON", "CCONJ", "SCONJ", "PUNCT", "PART", "SYM", "NUM", "ADV", "INTJ"})


@dataclass(frozen=True, slots=True)
class Entity:
    """Words `first` to `last` (included) name something; `sure` where a table knows it."""

    first: int
    last: int
    kind: Kind
    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    sure: bool = False


def entities(scene: Scene, names: Iterable[Name]) -> tuple[Entity, ...]:
    """All names of the text, by first word."""
    known = list(_known(scene))
    seen = list(_recognised(scene, tuple(names), frozenset((one.first, one.last) for one in known)))
    chosen = _heads_of_lines(scene, [_with_given_name(scene, one) for one in _apart([*known, *seen])])
    taken = {word for one in chosen for word in range(one.first, one.last + 1)}
    more = _surnames_elsewhere(scene, chosen, taken)
    return tuple(sorted((*chosen, *more), key=lambda one: one.first))


def _heads_of_lines(scene: Scene, chosen: list[Entity]) -> list[Entity]:
    """Cuts a verb off a name in a headline of capitals: "Marsh Breaks With Party", where Marsh is somebody's surname below."""
    often = Counter(one.name for one in chosen)
    surnames = {scene.syntax.words[e.last] for e in chosen if e.kind == "person" and e.last > e.first}
    cut = []
    for one in chosen:
        first = scene.syntax.words[one.first]
        headed = (
            one.kind == "person"
            and one.last > one.first
            and first in surnames
            and often[one.name] == 1
            and not is_given_name(first)
        )
        cut.append(Entity(one.first, one.first, "person", first) if headed else one)
    return cut


def _with_given_name(scene: Scene, one: Entity) -> Entity:
    """A lone surname with the given name before it, which the recogniser left off."""
    syntax, before = scene.syntax, one.first - 1
    if (
        one.kind != "person"
        or one.last > one.first
        or before < 0
        or syntax.tags[before] in ("MD", "VB", "VBZ", "VBD", "VBP")
        or not is_given_name(syntax.words[before])
    ):
        return one
    if not _same_paragraph(scene, before, one.first) or syntax.ends[before] + 1 != syntax.starts[one.first]:
        return one
    return Entity(before, one.last, "person", scene.text[syntax.starts[before] : syntax.ends[one.last]])


def _apart(found: list[Entity]) -> list[Entity]:
    taken: set[int] = set()
    chosen = []
    for one in sorted(found, key=lambda e: (e.first - e.last, not e.sure, e.first)):
        words = range(one.first, one.last + 1)
        if not taken.intersection(words):
            taken.update(words)
            chosen.append(one)
    return chosen


def _known(scene: Scene) -> Iterable[Entity]:
    syntax, text = scene.syntax, scene.text
    for i, word in enumerate(syntax.words):
        if not word[:1].isupper() and word not in ("al", "peshmerga", "Élysée"):
            continue
        if organization := longest_organization(text, syntax.starts, syntax.ends, i):
            last, one = organization
            if _same_paragraph(scene, i, last):
                kind: Kind = "seat" if one.kind == "office" else "body"
                yield Entity(i, last, kind, one.name, one.country, one.sectors, sure=True)
        if found := _outlet(scene, i):
            yield found
            continue
        yield from _geographical(scene, i)


@cache
def _first_words_of_outlets() -> frozenset[str]:
    return frozenset(fold(name.split()[0]) for one in outlets() for name in (one.name, *one.variants)) | {"the"}


@cache
def _first_words_of_places() -> frozenset[str]:
    named = [name for one in countries().values() for name in (one.name, *one.variants, *one.capitals)]
    return frozenset(fold(name).split()[0] for name in (*named, *SEATS, *PARTS) if fold(name)) | {"the"}


def _outlet(scene: Scene, i: int) -> Entity | None:
    """A newspaper, broadcaster or agency of two to four words, or an agency of one ("Reuters")."""
    syntax = scene.syntax
    if fold(syntax.words[i]) not in _first_words_of_outlets():
        return None
    for last in range(min(len(syntax) - 1, i + 3), i - 1, -1):
        if (
            syntax.words[last][:1].isupper()
            and _same_paragraph(scene, i, last)
            and (last > i or syntax.tags[i] == "NNP")
        ):
            written = scene.text[syntax.starts[i] : syntax.ends[last]]
            if (last > i or is_agency(written)) and (found := outlet_of(written)):
                return Entity(i, last, "body", found.name, None, ("JRN",), sure=True)
    return None


def _geographical(scene: Scene, i: int) -> Iterable[Entity]:
    syntax, text = scene.syntax, scene.text
    longest = i + 4 if fold(syntax.words[i]).split(" ")[0] in _first_words_of_places() else i + 1
    for last in range(min(len(syntax) - 1, longest), i - 1, -1):
        if longest == i + 1:  # a demonym at most
            if code := country_of_demonym(text[syntax.starts[i] : syntax.ends[last]]):
                yield Entity(i, last, "demonym", text[syntax.starts[i] : syntax.ends[last]], code, sure=True)
                return
            if last > i:
                continue
        if not syntax.words[last][:1].isupper() and not syntax.words[last].isalpha() and last != i:
            continue
        written = text[syntax.starts[i] : syntax.ends[last]]
        if "\n" in written:
            continue
        if code := country_named(written) or (
            country_named(written[:-1]) if last == i and len(written) > 5 and written.endswith("s") else None
        ):
            yield Entity(i, last, "country", written, code, ("GOV",), sure=True)
            return
        if code := government_seat(written):
            yield Entity(i, last, "seat", written, code, ("GOV",), sure=True)
            return
        if code := country_of_demonym(written):
            yield Entity(i, last, "demonym", written, code, sure=True)
            return
        if last > i:
            continue
        if region_of_demonym(written):
            yield Entity(i, last, "demonym", written, None, sure=True)
            return
    if longest == i + 1:
        return
    for last in (i + 1, i):
        if last < len(syntax) and (code := capital_country(text[syntax.starts[i] : syntax.ends[last]])):
            yield Entity(i, last, "capital", text[syntax.starts[i] : syntax.ends[last]], code, ("GOV",), sure=True)
            return


def _same_paragraph(scene: Scene, first: int, last: int) -> bool:
    return scene.paragraph(scene.syntax.starts[first]) == scene.paragraph(scene.syntax.starts[last])


def _recognised(scene: Scene, names: tuple[Name, ...], known: frozenset[tuple[int, int]]) -> Iterable[Entity]:
    syntax, text = scene.syntax, scene.text
    ranges = []
    votes: dict[str, Counter[str]] = {}
    for name in names:
        words = syntax.inside(name.start, name.end)
        if not words:
            continue
        trimmed = _trim(syntax, words[0], words[-1], person=name.label == "PERSON")
        if trimmed is None:
            continue
        first, last = trimmed
        if name.label in ("ORG", "OTHER") and last > first and _person_like(syntax, first, last):
            ranges.append((first, last, "PERSON"))
        else:
            ranges.append((first, last, name.label))
        votes.setdefault(text[syntax.starts[first] : syntax.ends[last]], Counter())[ranges[-1][2]] += 1
    surnames = {syntax.words[last] for first, last, label in ranges if label == "PERSON" and last > first}
    seats = {syntax.words[i] for i, before in enumerate(scene.lower[:-1], 1) if before in ("in", "near", "outside")}
    lone = Counter(word for word in syntax.words if word[:1].isupper())
    surnames |= {
        syntax.words[i] for i, tag in enumerate(syntax.tags) if tag == "NNP" and i and is_honorific(syntax.words[i - 1])
    }
    for first, last, label in ranges:
        if (first, last) in known:
            continue
        written = text[syntax.starts[first] : syntax.ends[last]]
        if (
            first == last
            and label == "ORG"
            and written in seats
            and not written.isupper()
            and outlet_of(written) is None
        ):
            continue
        entity = _judge(scene, first, last, label, votes[written], surnames)
        if entity is None or (
            entity.kind == "person" and first == last and lone[written] == 1 and not _supported(scene, first, surnames)
        ):
            continue
        yield entity


def _judge(scene: Scene, first: int, last: int, label: str, votes: Counter[str], surnames: set[str]) -> Entity | None:
    syntax = scene.syntax
    written = scene.text[syntax.starts[first] : syntax.ends[last]]
    if written in CALENDAR or written in NO_NAMES or not any(c.isupper() for c in written):
        return None
    if first == last and written in surnames:
        return Entity(first, last, "person", written)
    titled = titled_person(scene, first)
    if _office_of_person(scene, first, last):
        return None
    if body_name(written) and not titled:
        return Entity(first, last, "body", written, _country_inside(scene, first, last), _sectors(written))
    if outlet := outlet_of(written):
        return Entity(first, last, "body", outlet.name, None, ("JRN",))
    best = votes.most_common(1)[0][0]
    if titled or label == "PERSON" or best == "PERSON":
        if (
            first == last
            and not titled
            and (syntax.tags[first] not in ("NNP", "NNPS") or _before_a_thing(scene, first))
        ):
            return None
        if (
            first
            and syntax.words[first - 1].lower() == "the"
            and not titled
            and syntax.deps[last] not in ("compound", "nmod", "poss")
        ):
            return Entity(first, last, "body", written)
        return Entity(first, last, "person", written)
    if label == "ORG" and written == "House":
        return Entity(first, last, "body", "House of Representatives", "USA", ("LEG",))
    if label == "ORG":
        plain = syntax.words[last].islower() or not (
            written[0].isupper() or written[0].isdigit() or written.startswith("al-")
        )
        return (
            None
            if plain
            else Entity(first, last, "body", written, _country_inside(scene, first, last), _sectors(written))
        )
    if label in ("GPE", "LOC", "FAC"):
        return Entity(first, last, "place", written)
    return None


def _supported(scene: Scene, word: int, surnames: set[str]) -> bool:
    """Whether a lone word that the recogniser once took for a person's name has anything else that speaks for it."""
    syntax = scene.syntax
    if syntax.words[word] in surnames or is_given_name(syntax.words[word]) or titled_person(scene, word):
        return True
    above = scene.governor(word)
    return (
        (scene.subject(word) and syntax.lemmas[above].lower() in CUES)
        or scene.part(word) == "poss"
        or any(syntax.deps[c] == "appos" for c in syntax.children[word])
    )


def _office_of_person(scene: Scene, first: int, last: int) -> bool:
    """ "White House National Security Advisor", which the recogniser takes for a body: an office that one person holds."""
    found = agent(scene.lower[first : last + 1])
    return found is not None and found.sort == "person" and found.role and scene.syntax.tags[last] != "NNPS"


def _before_a_thing(scene: Scene, word: int) -> bool:
    """Whether a lone name qualifies a noun that is no agent ("a Skyways flight"): then it is hardly a person."""
    syntax = scene.syntax
    noun = syntax.heads[word]
    return (
        syntax.deps[word] in ("compound", "amod", "nmod")
        and noun > word
        and syntax.tags[noun] in ("NN", "NNS")
        and agent((syntax.lemmas[noun].lower(),)) is None
        and not is_given_name(syntax.words[word])
    )


def titled_person(scene: Scene, first: int) -> bool:
    """Whether a title for a person stands right before a word: "President", "Mr.", "police chief"."""
    if first == 0 or not _same_paragraph(scene, first - 1, first):
        return False
    before = scene.syntax.words[first - 1]
    if is_honorific(before) or is_short_title(before):
        return before.lower() != "m"
    found = agent(scene.lower[max(0, first - 3) : first])
    return found is not None and found.sort == "person" and found.role and scene.syntax.tags[first - 1] in ("NN", "NNP")


def _person_like(syntax: Syntax, first: int, last: int) -> bool:
    words = syntax.words[first : last + 1]
    return (
        2 <= len(words) <= 3
        and is_given_name(words[0])
        and words[-1][:1].isupper()
        and not words[-1].isupper()
        and not body_name(" ".join(words))
    )


def _trim(syntax: Syntax, first: int, last: int, *, person: bool) -> tuple[int, int] | None:
    """The range without titles, determiners, verbs, marks and possessives at either end; None where nothing is left."""
    while first <= last and (
        syntax.pos[first] in WORDY or (person and (_titular(syntax, first, last) or syntax.words[first] in CALENDAR))
    ):
        if syntax.words[first].lower() in PARTICLES and first < last and syntax.words[first].isalpha():
            break
        first += 1
    while last >= first and (
        syntax.pos[last] in WORDY or syntax.words[last] in ("'s", "’s", "s", "'", "’") or syntax.words[last] in CALENDAR
    ):
        last -= 1
    if person:
        for i in range(first, last + 1):
            word = syntax.words[i]
            if word in (",", "(", "–", "—", "/", "|", ":", "'s", "’s", "and", "or", "&"):
                last = i - 1
                break
    if last < first or (person and last - first > 6):
        return None
    return (first, last) if any(syntax.words[i][:1].isupper() for i in range(first, last + 1)) else None


def _titular(syntax: Syntax, i: int, last: int) -> bool:
    word = syntax.words[i]
    if is_honorific(word) or is_short_title(word):
        return i < last or word.endswith(".")
    low = word.lower()
    if country_of_demonym(word) or country_named(word):
        return i < last
    return agent((low,)) is not None or agent((singular(low),)) is not None or (is_modifier(word) and i < last)


def _country_inside(scene: Scene, first: int, last: int) -> str | None:
    for i in range(first, last + 1):
        word = scene.syntax.words[i]
        if code := country_of_demonym(word) or country_named(word):
            return code
    return None


def _sectors(written: str) -> tuple[str, ...]:
    words = tuple(written.lower().split())
    found = (
        agent(words)
        or (agent(words[-1:]) if words[-1] != "house" else None)
        or next((a for i in range(len(words)) if (a := agent(words[i : i + 1])) and a.sort == "body"), None)
    )
    return found.sectors if found else ()


def _surnames_elsewhere(scene: Scene, chosen: list[Entity], taken: set[int]) -> list[Entity]:
    """Surnames of persons named in full that the recogniser passed over, and names after a title."""
    syntax = scene.syntax
    often = Counter(syntax.words)
    surnames = {
        syntax.words[e.last]
        for e in chosen
        if e.kind == "person"
        and (e.last > e.first or titled_person(scene, e.first) or often[e.name] > 1)
        and len(syntax.words[e.last]) > 1
    }
    found = []
    last = -1
    for i, word in enumerate(syntax.words):
        if i <= last or i in taken or not word[:1].isupper():
            continue
        if syntax.tags[i] not in ("NNP", "NNPS") and not (
            word in surnames and often[word] > 2 and syntax.tags[i][:2] in ("NN", "VB")
        ):
            continue
        if word in surnames or (word.endswith("s") and word[:-1] in surnames):
            found.append(_with_given_name(scene, Entity(i, i, "person", word)))
        elif (
            word not in CALENDAR and word not in NO_NAMES and titled_person(scene, i) and not _titular(syntax, i, i + 1)
        ):
            last = i
            while (
                last + 1 < len(syntax)
                and last + 1 not in taken
                and syntax.tags[last + 1] == "NNP"
                and syntax.words[last + 1][:1].isupper()
                and _same_paragraph(scene, i, last + 1)
            ):
                last += 1
            found.append(Entity(i, last, "person", scene.text[syntax.starts[i] : syntax.ends[last]]))
    return found
