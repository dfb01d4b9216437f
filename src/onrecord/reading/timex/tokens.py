"""Words -> tokens of one kind each: the alphabet of the grammar. Numerals of several words become one token."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.knowledge.timewords import CAPITALS, WORDS
from onrecord.reading.numbers import HYPHENS, ONES, ORDINALS, SCALES, TENS, Words, digits, numeral, ordinal

OTHER = "OTHER"
# Kinds that are not in the tables of words.
NUMBER_KINDS = (
    "N1",
    "N2",
    "YR",
    "YW",
    "NN",
    "NW",
    "ORD",
    "CLOCK",
    "CLOCKAP",
    "ISO",
    "SLASHDATE",
    "DECADES",
    "HY",
    "HALFHOUR",
    "BREAK",
    "STOP",
)
DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")  # one of the tokens with dots; "5.5.2two" and "1.23.4567890" are others
# Words of letters that may be more than another word.
_TOLD = frozenset({*CAPITALS, *WORDS, *ONES, *TENS, *SCALES, *ORDINALS})
ORDINAL_SUFFIXES = ("st", "nd", "rd", "th")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Columns: entry i of each is token i. `first` is the index in `words` of its first word; `values` as the kind gives them."""

    words: Words
    kinds: list[str]
    values: list[object]
    first: list[int]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.kinds)

    def lower(self, i: int) -> str:
        """The first word of token i in lower case; "" outside."""
        return self.words.lower[self.first[i]] if 0 <= i < len(self.first) else ""

    def text_at(self, i: int) -> str:
        """The words of token i as written; "" outside."""
        return self.words.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.starts) else ""

    def joined(self, i: int) -> bool:
        """Whether token i stands right behind the one before it."""
        return 0 < i < len(self.starts) and self.starts[i] == self.ends[i - 1]


def tokens(words: Words) -> Tokens:
    """The tokens of a stretch, in order, none left out."""
    kinds: list[str] = []
    values: list[object] = []
    first: list[int] = []
    ends: list[int] = []
    i, n = 0, len(words)
    while i < n:
        word = words.lower[i]
        kind, value, after = (OTHER, None, i + 1) if word not in _TOLD and word[0].isalpha() else _token(words, i)
        kinds.append(kind)
        values.append(value)
        first.append(i)
        ends.append(words.ends[after - 1])
        i = after
    return Tokens(words, kinds, values, first, [words.starts[i] for i in first], ends)


def _token(w: Words, i: int) -> tuple[str, object, int]:
    word = w.lower[i]
    head = word[0]
    if head.isdecimal():
        return _digits(w, i, word)
    if head in HYPHENS:
        return ("HY" if w.hyphen(i) else OTHER), None, i + 1
    if head in "'’" and len(word) > 2:  # '90s
        return "DECADES", f"19{word[1]}", i + 1
    if w.text[w.starts[i]].isupper() and (found := CAPITALS.get(word)):
        return *found, i + 1
    if word in ONES or word in TENS or word in SCALES or word in ("a", "an", "half"):
        if got := ordinal(w, i):
            return "ORD", *got
        if number := numeral(w, i):
            return _spelled(w, i, *number)
    if word in WORDS:
        kind, value = WORDS[word]
        if kind == "MID" and w.hyphen(i + 1):
            return kind, value, i + 1
        return kind, value, i + 1
    if got := ordinal(w, i):
        return "ORD", *got
    if head == "\n":
        return "BREAK", None, i + 1
    return ("STOP" if head in ".!?;" else OTHER), None, i + 1


def _spelled(w: Words, i: int, number: float, after: int) -> tuple[str, object, int]:
    """A number in words; "nineteen ninety-one" and "two thousand" may be years."""
    if 1500 <= number < 2100 and w.lower[i] != "a" and isinstance(number, int):
        return "YW", number, after
    return "NW", number, after


def _digits(w: Words, i: int, word: str) -> tuple[str, object, int]:
    """A token that begins with a digit."""
    if not word.isascii() or len(word) > 32:
        return OTHER, None, i + 1
    if word[:4].isdecimal() and word[4:5] == "-":
        return "ISO", word, i + 1
    if "/" in word or "-" in word or DOTTED.fullmatch(word):
        return "SLASHDATE", word, i + 1
    if ":" in word:
        return "CLOCK", word, i + 1
    if word[-1].isalpha():
        return _suffixed(word, i)
    if (got := numeral(w, i)) is None:
        return OTHER, None, i + 1
    number, after = got
    if after == i + 1 and word.isdecimal():
        if len(word) <= 2 and 1 <= number <= 31:
            return ("N1" if number <= 12 else "N2"), number, after
        if len(word) == 4 and 1000 <= number < 2200:
            return "YR", number, after
    return "NN", number, after


def _suffixed(word: str, i: int) -> tuple[str, object, int]:
    """ "15th", "1990s", "10am", "10.30pm", "80s"."""
    if word.endswith(ORDINAL_SUFFIXES) and isinstance(number := digits(word[:-2]), int):
        return "ORD", number, i + 1
    if word.endswith("s") and word[:-1].isdecimal():
        if len(word) == 5 and word[3] == "0" and word[0] in "12":
            return "DECADES", word[:3], i + 1
        if len(word) == 3 and word[1] == "0":
            return "DECADES", f"19{word[0]}", i + 1
    if word.endswith(("am", "pm")) and (number := digits(word[:-2])) is not None and number < 25:
        return "CLOCKAP", word, i + 1
    return OTHER, None, i + 1
