"""Names to swap: our own people, states with their adjectives, and how a swap of words is done in a text and in a record."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from onrecord.evaluation.metamorphic_values import Slot, Slots
from onrecord.knowledge.countries import country_named
from onrecord.knowledge.given_names import gender_of_given_name
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.values.findings import Actor
    from onrecord.values.record import Record

PEOPLE: Final = {
    "m": (("Daniel", "Thompson"), ("Peter", "Sullivan"), ("Martin", "Robinson"), ("Thomas", "Peterson")),
    "f": (("Helen", "Thompson"), ("Laura", "Sullivan"), ("Susan", "Robinson"), ("Monica", "Peterson")),
}
STATES: Final = {
    land: (adjective, f"{adjective}s")
    for land, adjective in (
        pair.split("/")
        for pair in "Russia/Russian Syria/Syrian Iran/Iranian Iraq/Iraqi Israel/Israeli Ukraine/Ukrainian Germany/German India/Indian "
        "Pakistan/Pakistani Egypt/Egyptian Libya/Libyan Italy/Italian Canada/Canadian Mexico/Mexican Australia/Australian Brazil/Brazilian "
        "Venezuela/Venezuelan Colombia/Colombian Cuba/Cuban Afghanistan/Afghan Kenya/Kenyan Nigeria/Nigerian Ethiopia/Ethiopian "
        "Indonesia/Indonesian Malaysia/Malaysian Yemen/Yemeni Somalia/Somali Georgia/Georgian Serbia/Serbian Tunisia/Tunisian".split()
    )
}
"""States of one word, with the adjective and the plural of the people."""
OPENERS: Final = frozenset("After Although Because Before During From Have However Last More Most Officials People Police That Their There These They This Those What When Where Which While With Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())  # fmt: skip
"""Words with a capital that say nothing of what a paragraph is about."""
PLAIN: Final = re.compile(r"[A-Z][a-z]{2,}")
VOWEL: Final = tuple("AEIO")
"""Letters at the head of a name before which "an" stands; "a Ukrainian"."""


@dataclass(frozen=True, slots=True)
class Swap:
    """`words`: each word and what stands for it; `codes`: countries that go with them."""

    words: Mapping[str, str]
    codes: Mapping[str, str]
    numbers: Mapping[int, int]

    def word(self, text: str) -> str:
        """A string with its words swapped."""
        return re.sub(r"\w+", lambda m: self.words.get(m[0], m[0]), text)

    def ids(self, slots: Slots) -> Slots:
        """The slots with GeoNames ids swapped (names in them are swapped already)."""
        return {slot: self._ids(value) for slot, value in slots.items()} if self.numbers else slots

    def same(self, slot: Slot, wanted: Any, found: Any) -> bool:
        """Whether a value is the expected one; a country goes with the name or stays with what is not named by it (a town, an office)."""
        return wanted == found or (bool(self.codes) and "country" in slot and self._codes(wanted) == found)

    def _ids(self, value: Any) -> Any:
        if isinstance(value, tuple) and not isinstance(value, Span):
            return tuple(self._ids(one) for one in value)
        return self.numbers.get(value, value) if isinstance(value, int) and not isinstance(value, bool) else value

    def _codes(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(self._codes(one) for one in value)
        return self.codes.get(value, value) if isinstance(value, str) else value


def edits(text: str, words: Mapping[str, str]) -> list[tuple[Span, str]]:
    """Each word of the text that has another, with "a" and "an" before it put right."""
    made = []
    for found in re.finditer(r"\w+", text):
        new = words.get(found[0])
        if new is None:
            continue
        made.append((Span(*found.span()), new))
        before = re.search(r"\b([Aa])(n?) $", text[max(0, found.start() - 4) : found.start()])
        if before and new.startswith(VOWEL) != found[0].startswith(VOWEL):
            at = found.start() - len(before[0])
            made.append((Span(at, found.start() - 1), before[1] + ("n" if new.startswith(VOWEL) else "")))
    return made


def another(record: Record) -> Swap | None:
    """The person with most mentions who can be renamed, and one of our names of the same gender that the text does not hold."""
    text = record.article.text
    for actor in sorted(_people(record), key=lambda a: (-len(a.mentions), a.id)):
        given, surname = actor.name.split()
        for new in PEOPLE[gender_of_given_name(given) or "m"]:
            if not any(word in text for word in new):
                return Swap({given: new[0], surname: new[1]}, {}, {})
    return None


def parties(record: Record) -> Swap | None:
    """The two persons of one gender, or the two states, that stand in most events together; where none do, those mentioned most."""
    people = {a.id: a for a in _people(record)}
    states = {a.id: a for a in record.actors if a.kind in ("state", "unidentified") and a.name in STATES}
    together = Counter[tuple[str, str]]()
    for event in record.events:
        inside = {p.actor for name in ("actors", "recipients", "present") for p in getattr(event, name)}
        together.update(combinations(sorted(inside), 2))
    known = sorted(
        (a.id for a in (*people.values(), *states.values())), key=lambda i: (-len((people | states)[i].mentions), i)
    )
    pairs = [*sorted(together, key=lambda pair: (-together[pair], pair)), *combinations(known, 2)]
    for one, other in pairs:
        if one in people and other in people:
            swap = _persons(people[one].name.split(), people[other].name.split())
        elif one in states and other in states:
            swap = _states(record, states[one].name, states[other].name)
        else:
            swap = None
        if swap:
            return swap
    return None


def _persons(one: list[str], other: list[str]) -> Swap | None:
    if len({*one, *other}) < 4 or gender_of_given_name(one[0]) != gender_of_given_name(other[0]):
        return None
    pairs = dict(zip(one, other, strict=True))
    return Swap(pairs | {new: old for old, new in pairs.items()}, {}, {})


def _states(record: Record, one: str, other: str) -> Swap | None:
    pairs = {one: other, **dict(zip(STATES[one], STATES[other], strict=True))}
    code, second = country_named(one), country_named(other)
    if code is None or second is None:
        return None
    ids = {p.country: p.geonames for p in record.places if p.precision == "country" and p.geonames}
    a, b = ids.get(code), ids.get(second)
    numbers = {a: b, b: a} if a and b else {}
    return Swap(pairs | {new: old for old, new in pairs.items()}, {code: second, second: code}, numbers)


def _people(record: Record) -> Iterator[Actor]:
    """Persons named by a given name of plain gender and a surname, both of which name only them: no relative, place, body or plain word."""
    text = record.article.text
    words = Counter(re.findall(r"\w+", text))
    others = [(a, set(re.findall(r"\w+", a.name))) for a in record.actors]
    named = {w for p in record.places for m in p.mentions for w in re.findall(r"\w+", text[m.start : m.end])}
    for actor in record.actors:
        parts = actor.name.split()
        if actor.kind != "person" or len(parts) != 2 or not all(PLAIN.fullmatch(p) for p in parts):
            continue
        if gender_of_given_name(parts[0]) is None or any(words[p.lower()] or p in named for p in parts):
            continue
        if any(a is not actor and w & set(parts) for a, w in others) or re.search(
            rf"(?:[-–]|\b\w[.]? ){parts[1]}s?-|\b{parts[1]}s\b", text
        ):
            continue
        if re.search(rf"\b{parts[0]} {parts[1]}\b", text):
            yield actor
