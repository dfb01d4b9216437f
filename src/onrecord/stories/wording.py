"""What an article's wording gives for comparison: counted stems, names and numbers, and word n-grams outside quotations.

In: an `Article`. Out: `Wording`. Independent reports of one happening share its words and names; only copies share their runs of words,
once the quotations, which every reporter prints alike, are masked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate, chain
from zlib import crc32

from onrecord.knowledge.calendars import months_of, weekday_of
from onrecord.values.article import Article

READ = 4200  # code points of the text that count for words and names: the rest of a long report is background
LEAD = 500
HEAD = 120  # stands for a headline where there is none
GRAM = 5  # words of a run
KNOWN = 100_000  # words of which the stem is remembered

WORD = re.compile(r"[^\W_][\w'’-]*")
NAME = re.compile(r"(?<![.!?“\"\n] )(?<!^)\b[A-ZÀ-Þ][\w’'-]{1,40}(?: [A-ZÀ-Þ][\w’'-]{1,40}){0,5}")
RUN_WORD = re.compile(r"\w+")
NUMBER = re.compile(r"\b\d[\d.,]{0,20}\b")
QUOTED = re.compile(r"[“\"«„][^“”\"«»„]{15,600}[”\"»“]")
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
STOP = frozenset(
    "a about above after again against all also am an and any are as at be because been before being below between both but by can could "
    "did do does doing down during each few for from further had has have having he her here hers him his how i if in into is it its just "
    "me more most my no nor not of off on once only or other our out over own per same she should so some such than that the their them "
    "then there these they this those through to too under until up very was we were what when where which while who whom why will with "
    "would you your said says say told mr mrs ms".split()
)
NAMED = "N:"  # what a capitalised word among the names begins with
LONG = 3  # letters of what may stand for a day or a month, and for something else as well
ENDINGS = ("ies", "ing", "ed", "es", "s")


@dataclass(frozen=True, slots=True)
class Wording:
    """`words`, `names`, `head`, `lead`: counts of stems; `runs`: hashes of the 5-grams outside quotations; `day`: of publication, as an
    ordinal, None where not known."""

    key: str
    words: Mapping[str, int]
    names: Mapping[str, int]
    head: Mapping[str, int]
    lead: Mapping[str, int]
    runs: frozenset[int]
    day: int | None
    language: str | None
    outlet: str | None


def wording(article: Article, key: str) -> Wording:
    """The wording of one article. Linear in its length."""
    headline, deck = article.headline or "", article.deck or ""
    body = article.text[:READ]
    title = list(stems(headline))
    above = [*title, *title, *stems(deck)]
    return Wording(
        key,
        words=Counter(chain(above, stems(body))),
        names=Counter(_names(f"{headline}. {deck} {body}")),
        head=Counter(title if headline else stems(body[:HEAD])),
        lead=Counter(chain(above, stems(body[:LEAD]))),
        runs=runs(article.text),
        day=_day(article.published),
        language=article.language,
        outlet=article.outlet,
    )


def stem(word: str) -> str:
    """A word without the commonest endings of English, in lower case: enough to join "attack" and "attacks".

    >>> stem("Attacks"), stem("Kerry's")
    ('attack', 'kerry')
    """
    plain = word.lower().replace("’", "'").removesuffix("'s")
    for ending in ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            return plain[: -len(ending)] + ("y" if ending == "ies" else "")
    return plain


def stems(text: str) -> Iterator[str]:
    """The stems of the words that say something."""
    return filter(None, map(_telling, WORD.findall(text)))


@lru_cache(maxsize=KNOWN)
def _telling(word: str) -> str:
    """The stem of a word; "" for one that says nothing."""
    one = stem(word)
    return one if len(one) > 1 and one not in STOP else ""


def _names(text: str) -> Iterator[str]:
    """Capitalised words inside sentences, runs of them as one, and numbers: what survives translation."""
    for found in NAME.findall(text):
        words = found.split(" ")
        for word in words:
            if one := _named(word):
                yield one
        if len(words) > 1:
            yield "B:" + found.lower()
    for found in NUMBER.findall(text):
        digits = found.replace(".", "").replace(",", "")
        if len(digits) > 1:
            yield "D:" + digits


@lru_cache(maxsize=KNOWN)
def _named(word: str) -> str:
    one = stem(word)
    return "" if one in STOP or _dated(word) else f"{NAMED}{one}"


def _dated(word: str) -> bool:
    """Whether a word names a weekday or a month: what was told on one day has these in common, whatever it is. May is a name, too."""
    return len(word) > LONG and word != "May" and (weekday_of(word) is not None or "en" in months_of(word))


def runs(text: str) -> frozenset[int]:
    """CRC-32 of every run of five words that no quotation interrupts (a stable hash: the same in every process)."""
    found: set[int] = set()
    for part in QUOTED.split(text):
        words = RUN_WORD.findall(part.lower())
        line = " ".join(words).encode("utf-8", "surrogatepass")
        sizes = map(len, words) if part.isascii() else (len(w.encode("utf-8", "surrogatepass")) for w in words)
        ends = list(accumulate(size + 1 for size in sizes))
        found.update([crc32(line[begin : end - 1]) for begin, end in zip([0, *ends], ends[GRAM - 1 :], strict=False)])
    return frozenset(found)


def _day(published: str | None) -> int | None:
    found = DAY.match(published or "")
    try:
        return date(*map(int, found.groups())).toordinal() if found else None
    except ValueError:
        return None
