"""Words and numerals of a stretch of text: "two hundred and thirty-four", "1,643", "1.2 million", "2 1/2", "a dozen".

In: the text and a stretch. Out: `Words` (columns) and `numeral(words, i)`. One linear pass, no parse. Used by times and quantities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# No alternative can be entered twice at one place and fail late: the pass is linear on any text.
_WORD = re.compile(
    r" ?+("  # the space before a word is taken with it: a pass that tries nothing there is a third faster
    r"[^\W\d_]++(?![.'’])"  # most words: with none of these marks behind it, none of the forms below
    r"|\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"  # ISO 8601
    r"|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\w/])"  # 7/8/07
    r"|\d{1,2}([-.])\d{1,2}\2\d{4}(?![\w/-])"  # 05.02.2015
    r"|\d{1,2}:\d\d(?::\d\d)?(?![\d:])"  # 10:35
    r"|\d+(?:[.,]\d+)*(?:[^\W\d_]+)?"  # 1,643 1.5 15th 1990s 10am
    r"|['’]\d0s\b"  # '90s
    r"|(?:[ap]\.m\b\.?|[AP]\.M\b\.?)"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\."
    r"|o['’]clock|['’]s\b"
    r"|[^\W\d_]+"
    r"|\n[^\S\n]*\n"  # a blank line parts
    r"|\S"
    r")"
)
_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES = {word: n for n, word in enumerate(_ONES.split())}
TENS = {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
DOZEN = {"dozen": 12, "score": 20}
MULTIPLES = SCALES | DOZEN
ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
        "seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"thirtieth": 30}  # fmt: skip
HYPHENS = frozenset("-‐‑–—")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}")
LONGEST = 18  # digits: more is no count, and Python's own conversion takes quadratic time


@dataclass(frozen=True, slots=True)
class Words:
    """Columns: entry i of each is word i. `lower` in lower case; `starts`, `ends` in code points of the text."""

    text: str
    starts: list[int]
    ends: list[int]
    lower: list[str]

    def __len__(self) -> int:
        return len(self.starts)

    def joined(self, i: int) -> bool:
        """Whether word i stands right behind the word before it, without a space."""
        return 0 < i < len(self.starts) and self.starts[i] == self.ends[i - 1]

    def hyphen(self, i: int) -> bool:
        """Whether word i is a hyphen inside a compound ("five-year")."""
        return 0 < i < len(self.starts) - 1 and self.lower[i] in HYPHENS and self.joined(i) and self.joined(i + 1)


def words(text: str, start: int, end: int) -> Words:
    """The words, numbers and single signs between two offsets.

    >>> words("Aug. 7, at 10:35 a.m.", 0, 21).lower
    ['aug.', '7', ',', 'at', '10:35', 'a.m.']
    """
    starts: list[int] = []
    ends: list[int] = []
    lower: list[str] = []
    for found in _WORD.finditer(text, start, end):
        first, last = found.span(1)
        starts.append(first)
        ends.append(last)
        lower.append(found[1].lower() if last - first < 64 else "…")  # no word of ours is so long
    return Words(text, starts, ends, lower)


@lru_cache(maxsize=1)  # times and quantities ask for the same of one article
def words_of(text: str, stretches: tuple[tuple[int, int], ...]) -> tuple[Words, ...]:
    """The `words` of each stretch (half-open, in code points)."""
    return tuple(words(text, start, end) for start, end in stretches)


def digits(word: str) -> int | float | None:
    """The number that a word of digits states: "1,643" -> 1643, "1.5" -> 1.5; None for anything else ("1,64", "10am", "…")."""
    if len(word) > LONGEST or not word or not word[0].isdecimal():
        return None
    if not word.isascii():  # other scripts' digits
        return int(word) if word.isdecimal() else None
    if _DIGITS.fullmatch(word) or _INDIAN.fullmatch(word):
        plain = word.replace(",", "")
        return float(plain) if "." in plain else int(plain)
    return None


def numeral(w: Words, i: int) -> tuple[int | float, int] | None:
    """The number that begins at word i, and the index after its last word; None where none begins.

    Takes digits with a scale and a fraction ("1.2 million", "2 1/2"), words ("two hundred and thirty-four"), "a hundred", "two dozen",
    "half a million". Years spoken in two halves ("nineteen ninety-one") are read as years.
    """
    if i >= len(w):
        return None
    first = w.lower[i]
    if (number := digits(first)) is not None:
        return _scaled(w, *_fraction(w, number, i + 1))
    if first in ("a", "an", "half"):
        return _article(w, i)
    if first in ONES or first in TENS or first in SCALES:
        return _spelled(w, i)
    return None


def _article(w: Words, i: int) -> tuple[int | float, int] | None:
    """ "a hundred", "a dozen", "half a million", "half a dozen"."""
    half = w.lower[i] == "half"
    at = i + 1
    if half and at < len(w) and w.lower[at] in ("a", "an"):
        at += 1
    if at < len(w) and (word := w.lower[at]) in MULTIPLES and word != "score":
        if half:
            return MULTIPLES[word] // 2, at + 1
        if word in DOZEN:
            return 12, at + 1
        return _spelled(w, at)
    return None


def _fraction(w: Words, number: float, i: int) -> tuple[int | float, int]:
    """Adds a fraction written behind a whole number: "2 1/2", "2½"."""
    if i + 2 < len(w) and w.lower[i + 1] == "/" and w.joined(i + 1) and w.joined(i + 2) and isinstance(number, int):
        over, under = digits(w.lower[i]), digits(w.lower[i + 2])
        if isinstance(over, int) and isinstance(under, int) and 0 < over < under <= 8:
            return number + over / under, i + 3
    if i < len(w) and w.lower[i] in "½¼¾":
        return number + {"½": 0.5, "¼": 0.25, "¾": 0.75}[w.lower[i]], i + 1
    return number, i


def _scaled(w: Words, number: float, i: int) -> tuple[int | float, int]:
    """Multiplies by the scales that follow: "1.2 million", "3 dozen", "2.5-million"."""
    while i < len(w):
        at = i + 1 if w.hyphen(i) else i
        word = w.lower[at] if at < len(w) else ""
        times = SCALES.get(word) or DOZEN.get(word if word != "score" else "")
        if times is None or number * times > 10**LONGEST:
            break
        number, i = number * times, at + 1
    return (int(number) if float(number).is_integer() else number), i


def _spelled(w: Words, i: int) -> tuple[int | float, int]:
    """Number words from word i on. Each part must be smaller than the one before, so "twenty five hundred" ends where it should."""
    whole, group, last, at = 0, 0, 100, i
    parts: list[int] = []
    while at < len(w):
        here = at + 1 if w.hyphen(at) and at > i else at
        if here > i and w.lower[here] == "and" and parts and whole + group >= 100 and here + 1 < len(w):
            here += 1
        word = w.lower[here] if here < len(w) else ""
        if word in SCALES:
            if not parts and here != i:
                break
            group = max(group, 1) * SCALES[word]
            if word != "hundred":
                whole, group = whole + group, 0
            last = 100
        elif word in DOZEN and word != "score" and parts and here == at:
            return (whole + group) * 12, here + 1
        elif (value := ONES.get(word, TENS.get(word))) is not None and (
            (value < 10 <= last < 100 and last >= 20) or last == 100
        ):
            group, last = group + value, value
        elif _year_half(w, parts, here):
            group, last = group * 100 + (ONES | TENS)[word], (ONES | TENS)[word]
        else:
            break
        parts.append(last)
        at = here + 1
        if whole + group > 10**LONGEST:
            break
    return whole + group, max(at, i + 1)


def _year_half(w: Words, parts: list[int], i: int) -> bool:
    """Whether word i begins the second half of a year spoken in two: "nineteen | ninety-one"."""
    word = w.lower[i] if i < len(w) else ""
    return (
        len(parts) == 1 and parts[0] in (17, 18, 19, 20) and (TENS.get(word, 0) >= 20 or 10 <= ONES.get(word, 0) <= 19)
    )


def ordinal(w: Words, i: int) -> tuple[int, int] | None:
    """The ordinal that begins at word i, and the index after it: "26th", "third", "twenty-first"."""
    word = w.lower[i]
    if word in ORDINALS:
        return ORDINALS[word], i + 1
    if word[:1].isdecimal() and word.endswith(("st", "nd", "rd", "th")):
        number = digits(word[:-2])
        return (number, i + 1) if isinstance(number, int) else None
    if word in TENS:
        at = i + 2 if w.hyphen(i + 1) else i + 1
        if at < len(w) and 1 <= ORDINALS.get(w.lower[at], 0) <= 9:
            return TENS[word] + ORDINALS[w.lower[at]], at + 1
    return None


def number_words(text: str) -> int | float | None:
    """The number that a short text states and nothing beside it, or None.

    >>> number_words("two hundred and thirty-four"), number_words("nineteen ninety-one"), number_words("1.2 million")
    (234, 1991, 1200000)
    """
    found = words(text, 0, len(text))
    got = numeral(found, 0) if len(found) else None
    return got[0] if got and got[1] == len(found) else None
