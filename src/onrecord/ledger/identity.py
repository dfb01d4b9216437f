"""Who is who by content: ids that are hashes, and which article is a new version of which. Pure functions."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import fields

from onrecord.errors import LedgerError, NotInLedger
from onrecord.values.article import Article
from onrecord.values.findings import Actor, Place
from onrecord.values.problem import Problem
from onrecord.values.wire import escape

DIGITS = 32  # hexadecimal: 128 bits of the SHA-256
NAMES = {
    "r": "report",
    "c": "record",
    "e": "event",
    "v": "attribution",
    "d": "disagreement",
    "a": "actor",
    "l": "place",
    "s": "story",
    "j": "judgement",
}
ID = re.compile(rf"([{''.join(NAMES)}])([0-9a-f]{{1,{DIGITS}}})")
SHORT = 9  # of an id, as shown: its letter and eight digits
SHOW = {"j": "`onrecord judgements` lists those that there are"}
ALIKE = 0.5  # of the words of the shorter text: below it, one key was given to two articles

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# Backslashes that an escape could be taken for, or that stand before what is escaped: they are doubled, so that no two texts become one.
_SLASHES = re.compile(rf"(?<!\\)\\+(?=u[0-9a-f]{{4}}|{_UNSAFE.pattern})")
_FIELDS = tuple(f.name for f in fields(Article) if f.name != "problems")


def content_id(letter: str, *parts: object) -> str:
    """`letter` and 32 hexadecimal digits of the SHA-256 of the parts, as canonical JSON.

    >>> content_id("a", "person", "anna ilves", "EST")[:9]
    'a15bd8c80'
    """
    told = json.dumps(parts, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return letter + hashlib.sha256(told.encode("ascii")).hexdigest()[:DIGITS]


def report_id(article: Article) -> str:
    """The id of an article: the same text with the same particulars is the same report. What could not be read at all is told apart by
    its problems."""
    problems = [] if article.text else [(p.where, p.stage, p.message) for p in article.problems]
    return content_id("r", [getattr(article, name) for name in _FIELDS], problems)


def actor_id(actor: Actor) -> str:
    """One name, kind and country: one actor, until a judgement says otherwise."""
    return content_id("a", actor.kind, fold(actor.name), actor.country)


def place_id(place: Place) -> str:
    """One GeoNames id is one place; unresolved names are one by name and country."""
    return (
        content_id("l", place.geonames)
        if place.geonames is not None
        else content_id("l", fold(place.name), place.country)
    )


def fold(name: str) -> str:
    """A name for comparison: no case, single spaces."""
    return " ".join(name.casefold().split())


def plain(text: str) -> str:
    """The text as any database takes it: no lone surrogate, no control character but line ends and tabs; offsets stay true."""
    return _UNSAFE.sub("\ufffd", text)


def escaped(text: str) -> str:
    """The text as any database takes it, and two that differ still do: what `plain` would make one mark is written as an escape."""
    return _UNSAFE.sub(escape, _SLASHES.sub(r"\g<0>\g<0>", text))


def article_json(article: Article) -> str:
    """One line of JSON that gives the article back exactly."""
    told = {name: value for name in _FIELDS if (value := getattr(article, name)) is not None}
    problems = [[p.where, p.stage, p.message, p.remedy] for p in article.problems]
    return json.dumps(told | ({"problems": problems} if problems else {}), ensure_ascii=True, separators=(",", ":"))


def article_of(told: str) -> Article:
    """The article of `article_json`."""
    row = json.loads(told)
    problems = tuple(Problem(*one) for one in row.pop("problems", ()))
    return Article(**row, problems=problems)


def alike(one: str, other: str) -> float:
    """The share of the shorter text's words that the other has too, 0 to 1."""
    a, b = (set(re.findall(r"\w+", text.casefold())) for text in (one, other))
    return len(a & b) / (min(len(a), len(b)) or 1)


def kind_of(id: str) -> str:
    """What an id names ("report", "story" …). Raises NotInLedger for what is no id."""
    found = ID.fullmatch(id)
    if not found:
        letters = ", ".join(f"{letter}… {name}" for letter, name in NAMES.items())
        raise NotInLedger(
            f"{id!r} is no id of a ledger: an id is a letter and hexadecimal digits, as many as tell it apart ({letters})"
        )
    return NAMES[found.group(1)]


def shortened(ids: Iterable[str]) -> dict[str, str]:
    """Each id cut to what tells it apart from the others, and to no less than `SHORT`.

    >>> list(shortened(["r69268e2101", "r69268e2102", "r70000000000"]).values())
    ['r69268e2101', 'r69268e2102', 'r70000000']
    """
    every = sorted(set(ids))
    made = {}
    for n, one in enumerate(every):
        beside = (every[n - 1] if n else "", every[n + 1] if n + 1 < len(every) else "")
        shared = max(
            next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
            for other in beside
        )
        made[one] = one[: max(SHORT, shared + 1)]
    return made


def one_of(id: str, found: Sequence[str]) -> str:
    """The one id of those found that start with `id`. Raises NotInLedger for none, LedgerError for several."""
    if not found:
        raise NotInLedger(
            f"this ledger has no {kind_of(id)} {id}: {SHOW.get(id[0], '`onrecord stories` and `onrecord search` show the ids')}"
        )
    if len(found) > 1:
        raise LedgerError(f"{id} may be {', '.join(sorted(shortened(found).values())[:4])}: give more of its digits")
    return found[0]
