"""Organisations that the news names again and again: international bodies, armed groups, parties, agencies, ministries, companies.

In: nothing. Out: `organization_named`, `longest_organization`. The rows are in `organizations.txt` (our own table): name, the ways in which
it is written, kind, country and PLOVER sectors. Names are compared as written, but for dots, curly apostrophes and a leading "the": "WHO" is
the health organisation, "who" is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

LONGEST = 8  # words
BREAK = re.compile(r"[\s\-']")


@dataclass(frozen=True, slots=True)
class Organization:
    """`kind` as in the record: an office is a seat of government or a department; `country` alpha-3 or None."""

    name: str
    kind: Literal["organization", "office"]
    country: str | None
    sectors: tuple[str, ...]


def _key(name: str) -> str:
    plain = name.replace("’", "'").replace(".", "")
    return " ".join(plain.split()).removeprefix("the ").removeprefix("The ")


@cache
def _table() -> dict[str, Organization]:
    found: dict[str, Organization] = {}
    text = files("onrecord.knowledge").joinpath("organizations.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        name, variants, kind, country, sectors = line.split(";")
        one = Organization(
            name,
            cast('Literal["organization", "office"]', kind),
            country or None,
            tuple(s for s in sectors.split(",") if s),
        )
        for written in (name, *(v for v in variants.split(",") if v)):
            found.setdefault(_key(written), one)
    return found


@cache
def _first_words() -> frozenset[str]:
    return frozenset(BREAK.split(key)[0] for key in _table())


def organization_named(name: str) -> Organization | None:
    """The organisation of this name, abbreviation or variant, or None.

    >>> organization_named("U.N.").name, organization_named("Isis").name, organization_named("who")
    ('United Nations', 'Islamic State', None)
    """
    return _table().get(_key(name))


def longest_organization(
    text: str, starts: Sequence[int], ends: Sequence[int], first: int
) -> tuple[int, Organization] | None:
    """The organisation whose name begins at word `first`, and the index of its last word; the longest name wins. None where there is none.

    >>> longest_organization("the UN Security Council met", (0, 4, 7, 16, 24), (3, 6, 15, 23, 27), 1)[0]
    3
    """
    if BREAK.split(_key(text[starts[first] : ends[first]]))[0] not in _first_words():
        return None
    for last in range(min(len(starts), first + LONGEST) - 1, first - 1, -1):
        found = _table().get(_key(text[starts[first] : ends[last]]))
        lone_mark = ends[last] - starts[last] == 1 and not text[starts[last]].isalnum()  # the full stop of a sentence
        if found is not None and not lone_mark:
            return last, found
    return None
