"""Mentions of one name in one document, to be resolved as one: a name means one place in a text, unless the text itself says "X, Y" of
two different ones.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from onrecord.knowledge.countries import country_named
from onrecord.knowledge.gazetteer.folding import fold
from onrecord.knowledge.gazetteer.states import state_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.knowledge.gazetteer.reader import Entry
    from onrecord.reading.toponyms.judgement import Judged
    from onrecord.reading.toponyms.sights import Piece, Sight

Sort = Literal["division", "county", "town", ""]
# What a word beside a name says that it is: "Nyanza province", "the city of Granada".
SORTS: dict[str, Sort] = {
    **dict.fromkeys("province state governorate oblast prefecture canton emirate krai voivodeship".split(), "division"),
    **dict.fromkeys("county parish district department".split(), "county"),
    **dict.fromkeys("city town village township hamlet municipality suburb settlement neighborhood neighbourhood".split(), "town"),
}  # fmt: skip


CLOSING = frozenset(',.;:!?)]”"')
# Words that go on behind "Paris, Texas" where no subject "Texas" would take them.
AFTERWARDS = frozenset(
    "on in at after before when where for to from with since during until late early last this".split()
)


@dataclass(frozen=True, slots=True)
class Container:
    """What a text says a place lies in ("Paris, Texas"): a country, and a first-level division of it or None; or a name to look for.

    `closed`: the division or country ends a phrase, so that it is not the subject or a part of what follows ("In Vienna, U.S. officials").
    """

    country: str | None
    admin1: str | None
    name: str
    closed: bool = False

    def holds(self, entry: Entry) -> bool:
        """Whether a place lies in it, as far as the gazetteer knows."""
        if self.admin1:
            return entry.country == self.country and entry.admin1 == self.admin1 and entry.precision != "admin1"
        if self.country:
            return entry.country == self.country and entry.precision != "country"
        return bool(entry.admin1) and fold(entry.admin1 or "") == self.name


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions (indices into what was judged) of one name; `entries`: what it may be; `sort`: what the words beside it say it is."""

    key: str
    text: str
    members: tuple[int, ...]
    entries: tuple[Entry, ...]
    container: Container | None
    how: str
    probability: float
    sort: Sort = ""


def groups(judged: Sequence[Judged], parts: Sequence[Piece], text: str) -> list[Group]:
    """What was judged, name by name, in the order of first mention."""
    held: dict[tuple[str, str], list[int]] = {}
    told: dict[tuple[str, str], Container] = {}
    for i, one in enumerate(judged):
        container = _container(one, parts, text)
        name = fold(one.sight.text) + (" (demonym)" if one.sight.how == "demonym" else "")
        key = (name, container.name if container else "")
        held.setdefault(key, []).append(i)
        if container:
            told.setdefault(key, container)
    for (name, container_name), members in list(held.items()):
        if not container_name:
            known = [k for k in told if k[0] == name]
            if known:  # bare mentions go with the one that is told apart
                held[known[0]] = sorted({*held[known[0]], *members})
                del held[name, ""]
    found = []
    for key, members in held.items():
        sight = judged[members[0]].sight
        best = max(judged[i].probability for i in members)
        sort: Sort = next((said for i in members if (said := _sort(judged[i].sight, parts))), "")
        found.append(Group(key[0], sight.text, tuple(members), sight.entries, told.get(key), sight.how, best, sort))
    return sorted(found, key=lambda g: g.members[0])


def _sort(sight: Sight, parts: Sequence[Piece]) -> Sort:
    """What a name's own last word, the word after it, or the one before "of" says that it is."""
    own = SORTS.get(parts[sight.last].text.lower(), "") if sight.last > sight.first else ""
    after = SORTS.get(parts[sight.last + 1].text.lower(), "") if sight.last + 1 < len(parts) else ""
    of = sight.first > 1 and parts[sight.first - 1].text == "of"
    return own or after or (SORTS.get(parts[sight.first - 2].text.lower(), "") if of else "")


def _container(one: Judged, parts: Sequence[Piece], text: str) -> Container | None:
    """The division or country told after a name: ", Texas", ", Pa.", "(Ukraine)", " in Syria" right after."""
    after = one.sight.last + 1
    if after < len(parts) and parts[after].text == "." and parts[after].start < one.sight.end:
        after += 1
    if after + 1 >= len(parts) or parts[after].text not in {",", "("} or one.sight.how == "demonym":
        return None
    for length in (4, 3, 2, 1):
        last = after + length
        if last >= len(parts) or not parts[after + 1].capital:
            continue
        words = text[parts[after + 1].start : parts[last].end]
        dotted = words + "." if parts[last].end < len(text) and text[parts[last].end] == "." else words
        state, country = state_named(dotted) or state_named(words), country_named(words)
        told = [Container(state.country, state.name, fold(state.name))] if state else []
        told += [Container(country, None, fold(words))] if country else []  # "Tbilisi, Georgia" is in the country
        if told:
            holding = next((t for t in told if any(t.holds(e) for e in one.sight.entries)), None)
            if holding and _closed(text, parts[last].end, dot=dotted != words):
                return replace(holding, closed=True)
            return holding or (None if _listed(parts, last) else told[0])
    if not parts[after + 1].capital:
        return None
    return Container(None, None, fold(parts[after + 1].text))


def _closed(text: str, end: int, *, dot: bool) -> bool:
    """Whether a phrase ends at `end`: by a mark, the text's end or a word such as "on". `dot`: a full stop stands there, which may be an
    abbreviation's."""
    rest = text[end : end + 24]
    if dot:
        rest = rest[1:]
        if rest[:1] == " " and rest.lstrip()[:1].isupper():
            return True
    if not rest.strip() or rest[0] in CLOSING or rest[0] == "\n":
        return True
    return rest[0] == " " and rest.split(maxsplit=1)[0] in AFTERWARDS


def _listed(parts: Sequence[Piece], last: int) -> bool:
    """Whether a list goes on: "Washington, New York and Boston" says nothing of where Washington lies."""
    return last + 2 < len(parts) and parts[last + 1].text in {"and", "or", "&"} and parts[last + 2].capital
