"""Bylines, desks and credits of agencies, and the closing notes on who worked on a report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.knowledge import page_words
from onrecord.knowledge.outlets import AMBIGUOUS, Outlet, outlet_of
from onrecord.reading.furniture.plain import bare, folded
from onrecord.reading.furniture.tokens import Token, tokens_of
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 220  # code points of a byline
MOST_NAMES = 22  # words
TRADES = frozenset({"writer", "reporter", "correspondent", "editor", "staff", "columnist", "bureau"})
ADDRESS = re.compile(r"(?<!\S)[(<\[]?(?:@[A-Za-z0-9_]{2,30}|[\w.+-]{1,40}@[\w.-]{3,60})[)>\],.;]?(?!\S)")
PARTS = re.compile(r"\s{0,20}(?:/|\||•|·|,| - | – | — |;|\band\b)\s*")


def byline(text: str, line: Span) -> bool:
    """Whether a line says who wrote: "By Jane Doe, Reuters", "World Bulletin / News Desk", "Von Jana Muster", "Staff and agencies"."""
    if line.end - line.start > LONGEST:
        return False
    whole = line.of(text)
    return _by_names(whole) or credits_alone(whole) or _address_alone(whole) or crew_line(whole)


def _by_names(whole: str) -> bool:
    """ "By" (in any of its languages) and names, trades, places and outlets."""
    plain = folded(whole).lstrip("*•([ ")
    words = plain.split()
    if len(words) < 2 or whole.rstrip().endswith(("?", "!", ":", ";")):
        return False
    first = words[0].rstrip(":")
    phrase = first if first in page_words.BY else " ".join(words[:2]).rstrip(":")
    if phrase not in page_words.BY:
        return False
    colon = words[phrase.count(" ")].endswith(":")
    if phrase not in ("by", *page_words.BY_STRONG) and not colon and first not in ("von", "par", "por", "door"):
        return False
    rest = ADDRESS.sub(" ", whole.lstrip("*•([ ").split(None, phrase.count(" ") + 1)[-1])
    return names_only(rest)


def signed_by(words: str) -> bool:
    """Whether a stretch is surely a byline: names after "By", or names with an address, a trade or an outlet."""
    if _by_names(words):
        return True
    rest = ADDRESS.sub(" ", words)
    sure = (
        rest != words
        or any(t in TRADES for t in folded(rest).split())
        or next(outlets_in(words, 0, len(words)), None) is not None
    )
    return sure and names_only(rest)


def names_only(words: str) -> bool:
    """Whether a stretch is names and the words that stand beside them in a byline, at least one name or desk among them."""
    tokens = [t for t in tokens_of(words, 0, len(words)) if t.kind != "mark"]
    if not tokens or len(tokens) > MOST_NAMES:
        return False
    if words.rstrip().endswith(".") and len(tokens) > 8:
        return False
    named = [
        t
        for t in tokens
        if (t.kind == "word" and t.text[:1].isupper()) or (t.kind == "word" and not t.text[:1].islower())
    ]
    return bool(named) and all(t in named or t.text.casefold() in page_words.BYLINE_WORDS for t in tokens)


def credits_alone(whole: str) -> bool:
    """Whether a line is outlets, agencies and desks and nothing else.

    >>> credits_alone("Reuters"), credits_alone("World Bulletin / News Desk"), credits_alone("The Associated Press and AFP"), credits_alone("Obama")
    (True, True, True, False)
    """
    plain = whole.strip(" ()[]*•|.-–—")
    if not plain or len(plain) > 120:
        return False
    if _credit(plain):
        return True
    parts = [p for p in PARTS.split(plain) if p]
    return 0 < len(parts) <= 5 and all(_credit(p) for p in parts)


def _credit(part: str) -> bool:
    if bare(part) in page_words.DESKS:
        return True
    found = outlet_of(part, credit=True)
    return found is not None and (found.agency or " " in part or part.isupper() or "." in part)


def _address_alone(whole: str) -> bool:
    """An address or account, perhaps after "Contact" or a name, and nothing else."""
    found = ADDRESS.search(whole)
    if not found:
        return False
    rest = ADDRESS.sub(" ", whole).replace("|", " ").strip(" :.,•-–—")
    return (
        not rest
        or folded(rest)
        in ("email", "e-mail", "contact", "twitter", "follow", "contact the reporter at", "follow on twitter")
        or (names_only(rest) and len(rest.split()) <= 6)
    )


def crew_line(whole: str) -> bool:
    """Whether a line is a closing note on who worked on the report.

    >>> crew_line("(Reporting by A. Doe; Editing by B. Roe)"), crew_line("Associated Press writer Jane Doe contributed to this report.")
    (True, True)
    """
    plain = folded(whole)
    if len(plain) > 400 or '"' in plain:
        return False
    if plain.rstrip(".) ").endswith(page_words.CREW_ENDS) and len(plain.split()) <= 45:
        return True
    inside = plain.lstrip("([-*•_ ")
    if inside.startswith(page_words.CREW):
        return _names_in(whole)
    return False


def _names_in(whole: str) -> bool:
    """Whether what follows is mostly names: capitalised words, or words of a byline."""
    tokens = [t for t in tokens_of(whole, 0, len(whole)) if t.kind == "word"]
    odd = [t for t in tokens if t.text[:1].islower() and t.text.casefold() not in page_words.BYLINE_WORDS | _CREW_WORDS]
    return len(tokens) <= 60 and len(odd) <= max(1, len(tokens) // 8)


_CREW_WORDS = frozenset(
    {
        "reporting",
        "additional",
        "writing",
        "editing",
        "compiled",
        "translated",
        "edited",
        "written",
        "inputs",
        "input",
        "files",
        "agency",
        "graphics",
        "graphic",
        "photography",
        "produced",
    }
)


def crew_tail(text: str, line: Span) -> Span | None:
    """The bracket "(Reporting by …)" or a lone credit "(AFP)", "– Reuters" in which a line ends, or None."""
    low = max(line.start, line.end - 400)
    tail = text[low : line.end]
    stripped = tail.rstrip(" .")
    if stripped.endswith((")", "]")):
        opened = max(stripped.rfind("("), stripped.rfind("["))
        if opened > 0:
            inner = stripped[opened:]
            if crew_line(inner) or (_after_stop(stripped, opened) and _agencies(inner)):
                return Span(low + opened, line.end)
    for mark in (" – ", " — ", " - ", " -- ", "/"):
        at = stripped.rfind(mark)
        if (
            at > 0
            and len(stripped) - at < 40
            and mark != "/"
            and _after_stop(stripped, at)
            and _agencies(stripped[at + len(mark) :])
        ):
            return Span(low + at + 1, line.end)
    return None


def _after_stop(tail: str, at: int) -> bool:
    return tail[:at].rstrip().endswith((".", '"', "”", "!", "?"))


def _agencies(words: str) -> bool:
    parts = [p for p in PARTS.split(words.strip(" ()[].")) if p]
    return 0 < len(parts) <= 4 and all(
        (found := outlet_of(p)) is not None and (found.agency or p.isupper()) for p in parts
    )


def outlets_in(text: str, start: int, end: int) -> Iterator[tuple[Span, Outlet]]:
    """The known outlets and agencies named in a byline, credit or legal line, the longest names first found."""
    words = [t for t in tokens_of(text, start, min(end, start + 600)) if t.kind == "word"]
    i = 0
    while i < len(words):
        size = next((n for n in range(min(6, len(words) - i), 0, -1) if _name_at(text, words, i, n)), 0)
        if size:
            found = _name_at(text, words, i, size)
            if found:
                yield Span(words[i].start, words[i + size - 1].end), found
        i += size or 1


def _name_at(text: str, words: Sequence[Token], i: int, size: int) -> Outlet | None:
    name = text[words[i].start : words[i + size - 1].end]
    if not name[:1].isupper() and not name.islower():
        return None
    if size == 1 and (name.casefold() in page_words.BYLINE_WORDS or _ends_a_longer_name(text, words, i)):
        return None
    return outlet_of(name, credit=True)


def _ends_a_longer_name(text: str, words: Sequence[Token], i: int) -> bool:
    """Whether the word is the end of another paper's name: "Times" in "Tallinn Times", not in "Ana Kask Times Staff Writer"."""
    if not i or words[i].text not in AMBIGUOUS or not words[i - 1].text[:1].isupper():
        return False
    if text[words[i - 1].end : words[i].start].strip(" ") or words[i - 1].text.casefold() in page_words.BYLINE_WORDS:
        return False
    return i + 1 == len(words) or bool(text[words[i].end : words[i + 1].start].strip(" "))
