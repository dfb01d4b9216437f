"""Full names and the short forms that stand for them: "Obama" is Barack Obama, wherever in the text he is named in full.

In: the persons' names as written. Out: for each written name the numbers of the people whom it may name, most fitting first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.knowledge.given_names import gender_of_given_name, is_given_name
from onrecord.reading.coreference.sight import Gender

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq", "phd", "md"})
NAMESAKES = 20  # of one name who are looked at
PARTICLES = frozenset({"al", "el"})
NICKNAMES = {
    "bill": "william", "bob": "robert", "jim": "james", "joe": "joseph", "mike": "michael", "tim": "timothy", "tom": "thomas", "dan": "daniel", "dave": "david",
    "chris": "christopher", "matt": "matthew", "ted": "edward", "ed": "edward", "rick": "richard", "dick": "richard", "steve": "steven", "jeff": "jeffrey", "ken": "kenneth",
    "ben": "benjamin", "sam": "samuel", "tony": "anthony", "nick": "nicholas", "liz": "elizabeth", "kate": "katherine", "sue": "susan", "don": "donald", "ron": "ronald",
    "bernie": "bernard", "hilary": "hillary", "mitch": "mitchell", "chuck": "charles", "charlie": "charles", "larry": "lawrence", "andy": "andrew", "greg": "gregory",
    "alex": "alexander", "pat": "patrick", "jerry": "gerald", "al": "albert", "debbie": "deborah", "jen": "jennifer", "vince": "vincent", "phil": "philip", "will": "william",
}  # fmt: skip


@dataclass(slots=True)
class Person:
    """One named person of the text: `full` the longest name seen, `words` its folded parts."""

    number: int
    full: str
    words: tuple[str, ...]
    gender: Gender | None = None
    written: set[str] = field(default_factory=set)


def parts(name: str) -> tuple[str, ...]:
    """The folded words of a name, without suffixes, dots and articles of Arabic names.

    >>> parts("Bashar al-Assad"), parts("John A. Boehner"), parts("Martin Luther King Jr.")
    (('bashar', 'assad'), ('john', 'a', 'boehner'), ('martin', 'luther', 'king'))
    """
    words = [w.strip(".,'’\"“”()") for w in name.lower().replace("-", " ").replace("‑", " ").split()]
    kept = [w for w in words if w and w not in SUFFIXES]
    bare = [w for i, w in enumerate(kept) if not (w in PARTICLES and i < len(kept) - 1 and (i > 0 or len(kept) == 2))]
    return tuple(bare)


def gender_of_name(name: str) -> Gender | None:
    """The gender that the given name of a full name tells, None for a lone surname."""
    words = name.split()
    if len(words) < 2:
        return gender_of_given_name(words[0]) if words and is_given_name(words[0]) else None
    return gender_of_given_name(words[0].strip("“”\"'"))


class People:
    """The named persons of one text."""

    def __init__(self, names: Iterable[str]) -> None:
        self.persons: list[Person] = []
        self._by_word: dict[str, list[int]] = {}
        self._meant: dict[str, tuple[int, ...]] = {}
        written = list(dict.fromkeys(names))
        for name in (
            sorted(written, key=lambda n: (-len(parts(n)), written.index(n))) if len(written) < 400 else written
        ):
            self._meant[name] = self._place(name)

    def meant(self, name: str) -> tuple[int, ...]:
        """The persons whom a written name may name; () for a name that was not given."""
        return self._meant.get(name, ())

    def _place(self, name: str) -> tuple[int, ...]:
        words = parts(name)
        if not words:
            return ()
        if words[-1] not in self._by_word and words[-1][:-1] in self._by_word and words[-1].endswith("s"):
            words = (*words[:-1], words[-1][:-1])  # a possessive whose apostrophe was lost
        near = dict.fromkeys(
            (*self._by_word.get(words[-1], [])[:NAMESAKES], *self._by_word.get(words[0], [])[:NAMESAKES])
        )
        fitting = [n for n in near if fits(words, self.persons[n].words)]
        if len(words) == 1:
            by_surname = [n for n in fitting if self.persons[n].words[-1] == words[0]]
            fitting = by_surname or fitting
        if fitting:
            for n in fitting:
                self.persons[n].written.add(name)
            return tuple(fitting)
        person = Person(len(self.persons), name, words, gender_of_name(name), {name})
        self.persons.append(person)
        for word in dict.fromkeys(words):
            self._by_word.setdefault(word, []).append(person.number)
        return (person.number,)


def fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether one name may stand for the other: a run of its words, the same first and last word, an initial, or a nickname.

    >>> fits(("assad",), ("bashar", "assad")), fits(("bill", "clinton"), ("hillary", "clinton")), fits(("j", "kerry"), ("john", "f", "kerry"))
    (True, False, True)
    """
    if len(short) > len(full):
        short, full = full, short
    if any(full[i : i + len(short)] == short for i in range(len(full) - len(short) + 1)):
        return len(short) > 1 or short[0] in (full[-1], full[0]) or len(short[0]) > 3
    if len(short) < 2 or short[-1] != full[-1]:
        return False
    one, other = short[0], full[0]
    return (
        one == other
        or (len(one) == 1 and other.startswith(one))
        or (len(other) == 1 and one.startswith(other))
        or NICKNAMES.get(one, one) == NICKNAMES.get(other, other)
    )
