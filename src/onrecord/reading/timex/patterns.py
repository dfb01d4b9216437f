"""Regular expressions over tokens: one character a kind. A pattern is written in names of kinds: `MOD? NUM UNITS AGO`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.knowledge.timewords import CAPITALS, WORDS
from onrecord.reading.timex.tokens import NUMBER_KINDS, OTHER, Tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from onrecord.reading.timex.context import Context

# Words of a class, and phrases that several patterns share.
SHORTHAND = {
    "NUM": "[N1 N2 YR NN NW YW]", "DAYNUM": "[N1 N2]", "HOURNUM": "[N1 N2]", "ORDINAL": "[ORD SECOND]", "MON": "[MONTH MABBR]",
    "WD": "[WEEKDAY WABBR]", "YEAR4": "[YR YW]", "ANYUNIT": "[UNIT UNITS SECOND QUARTER QUARTERS WEEKEND WEEKENDS]",
    "PLURAL": "[UNITS QUARTERS WEEKENDS]", "SINGULAR": "[UNIT QUARTER WEEKEND]", "ANYPART": "[PART NOON]",
    "MOD": "(?P<mod>JUST? APPROX|NEARLY|MORE THAN|LESS THAN|(?:AT|NO) (?:LEAST|MOST)|NO (?:MORE|LESS) THAN|UP TO|CLOSE TO|JUST? SHY OF|JUST SHORTNESS OF|(?:JUST|WELL)? [OVER UNDER])",
    "PX": "(?P<px>EARLY IN?|LATE IN?|MID HY?|EARLIER IN?|LATER IN?|THE? FULL? BEGINNING OF)",
    "CLOCKTIME": "(?:(?P<h>[N1 N2 NN NW]) (?P<ap>AMPM)|(?P<clock>CLOCKAP|CLOCK) (?P<ap2>AMPM)?|(?P<h2>[N1 NW]) OCLOCK)",
    "DAYREF": "(?:(?P<dw>DAYWORD)|(?P<tn>TONIGHT)|(?:(?P<wd>WD) COMMA?)? (?P<m>MON) (?P<d>[N1 N2 ORD]) (?:COMMA? (?P<y>YEAR4))?|(?P<wd2>WEEKDAY)|(?P<d2>[N1 N2]) (?P<m2>MON) (?P<y2>YEAR4)?)",
}  # fmt: skip
_NAME = re.compile(r"\(\?P<\w+>|[A-Z][A-Z0-9]*")
_KINDS = sorted({kind for kind, _ in (*WORDS.values(), *CAPITALS.values())} | set(NUMBER_KINDS) | {OTHER})
# What a compiled pattern is made of: an opening bracket, a closing one, a class, a letter (the last three perhaps optional), "or".
_PART = re.compile(r"\(\?(?:P<\w+>|:|<?[=!])|\)\??|\[[^\[\]]*\]\??|[\ue000-\uf8ff]\??|\|")
LETTER = {kind: chr(0xE000 + i) for i, kind in enumerate(_KINDS)}


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of tokens `first`..`last` (exclusive) that a rule fits."""

    tokens: Tokens
    first: int
    last: int
    found: re.Match[str]

    def at(self, name: str) -> int:
        """The index of the first token of a group; -1 where the group is empty or not in the pattern."""
        return self.found.start(name) if name in self.found.re.groupindex and self.found[name] else -1

    def value(self, *names: str) -> object:
        """The value of the first token of the first of these groups that is there; None where none is."""
        for name in names:
            if (i := self.at(name)) >= 0:
                return self.tokens.values[i]
        return None

    def kind(self, name: str) -> str:
        """The kind of a group's first token; "" where it is empty."""
        i = self.at(name)
        return self.tokens.kinds[i] if i >= 0 else ""

    def kinds(self, name: str) -> list[str]:
        """The kinds of a group's tokens."""
        i = self.at(name)
        return self.tokens.kinds[i : self.found.end(name)] if i >= 0 else []


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule gives. `first`, `last` are set where the expression is narrower than the match; `anchor` names what it was resolved
    against: "" nothing, "published", "before" (the last dated mention); `dated` whether later expressions may refer back to it; `zone` the
    offset of a clock time that the value does not write ("-04:00")."""

    type: str
    value: str
    mod: str | None = None
    anchor: str = ""
    first: int | None = None
    last: int | None = None
    dated: bool = True
    zone: str = ""


NO_TIME = Draft("", "")  # the whole match is no time, nor is any part of it ("31 April 2014")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what its matches mean; `read` gives None where the match is no time after all (a shorter rule may still read a part of
    it), NO_TIME where no part of it may be read either."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[Context, Match], Draft | None]


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern in names of kinds, as a regular expression over `LETTER`s."""
    for _ in range(3):
        pattern = _NAME.sub(lambda m: SHORTHAND.get(m[0], m[0]), pattern)
    return re.compile(re.sub(r"\s+", "", _NAME.sub(lambda m: m[0] if m[0].startswith("(") else LETTER[m[0]], pattern)))


def rule(name: str, pattern: str, read: Callable[[Context, Match], Draft | None]) -> Rule:
    return Rule(name, compiled(pattern), read)


def by_letter(rules: tuple[Rule, ...]) -> dict[str, tuple[Rule, ...]]:
    """For each letter with which any of the rules may begin, those rules, in their order."""
    begins = [(r, _begin(iter(_PART.findall(r.pattern.pattern)))[0]) for r in rules]
    letters = sorted(set().union(*(begin for _, begin in begins)))
    return {letter: tuple(r for r, begin in begins if letter in begin) for letter in letters}


def before_other(rules: Mapping[str, tuple[Rule, ...]]) -> dict[str, tuple[Rule, ...]]:
    """Of these rules by letter those that fit a letter with an OTHER behind it, which no rule takes: a letter alone; and all that look back."""
    return {
        letter: fitting
        for letter, each in rules.items()
        if (fitting := tuple(r for r in each if r.pattern.match(letter + LETTER[OTHER]) or "(?<" in r.pattern.pattern))
    }


def _begin(parts: Iterator[str]) -> tuple[set[str], bool]:
    """The letters with which a pattern, up to its end or the bracket that closes it, may begin, and whether it may be empty."""
    begin: set[str] = set()
    empty, first = False, True
    for part in parts:
        if part[0] == ")":
            return begin, empty or first or part == ")?"
        if part == "|":
            empty, first = empty or first, True
            continue
        letters, skipped = _begin(parts) if part[0] == "(" else (set(part.strip("[]?")), part[-1] == "?")
        looks = part[-1] in "=!"  # ahead or behind: takes no letter
        if first and not looks:
            begin |= letters
        first = first and (skipped or looks)
    return begin, empty or first


def candidates(rules: Iterable[Rule], letters: str, at: int) -> list[tuple[Rule, re.Match[str]]]:
    """The rules that fit at a token, the longest first; of equally long ones the earlier in the table."""
    found = [(r, m) for r in rules if (m := r.pattern.match(letters, at)) and m.end() > at]
    return sorted(found, key=lambda one: -one[1].end())
