"""Captions of pictures and the credits of those who took them."""

from __future__ import annotations

import re

from onrecord.knowledge import page_words
from onrecord.reading.furniture.plain import folded
from onrecord.values.span import Span

LONGEST = 600  # code points of a caption
LONGEST_FILED = 1_200  # of one that says at its start that it is one, and at its end whose
CREDIT = 100  # code points of a credit
WORD = re.compile(r"[\w./]+")
SURE = re.compile(
    r"(?:\b(?:photo|photograph|photographer|picture|image|handout|screengrab|screenshot|getty|file pic|shutterstock|alamy|wikimedia|flickr)s?\b"
    r"|(?:ap|afp|reuters|epa|getty|tass|associated press|anadolu|xinhua|bloomberg|pa)/|/(?:ap|afp|reuters|epa|getty|pool|associated press|file|pa)\b)"
)
LAST = re.compile(
    r"(?:^|[\s.(])(?i:photographs?|pictures?|photos?|images?|credit|photo credit|image credit)(?: by |: ?)(?=[A-Z@©])[^:.]{2,80}\.?$"
)


def caption(text: str, line: Span) -> bool:
    """Whether a line is a caption or a credit: it begins like one, or ends in a photographer's credit and is short."""
    if line.end - line.start > LONGEST_FILED:
        return False
    if credit_at_start(text, line):
        return False
    whole = line.of(text)
    plain = folded(whole).lstrip("[(*• ")
    strong = plain.startswith(page_words.CAPTION_STARTS)
    weak = plain.startswith(page_words.CAPTION_STARTS_WEAK)
    if len(whole) > LONGEST:
        return strong and credit_at_end(text, line) is not None
    if strong and not weak:
        return _not_prose(plain)
    credited = credit_at_end(text, line) is not None
    return credited or (weak and len(plain) < CREDIT and not plain.endswith((".", '"')))


def credit_at_end(text: str, line: Span) -> Span | None:
    """The credit in which a line ends ("(AP Photo/Jane Doe)", "Photograph: Jane Doe/Getty"), or None."""
    tail_start = max(line.start, line.end - CREDIT)
    tail = text[tail_start : line.end]
    stripped = tail.rstrip(" .")
    if stripped.endswith((")", "]")):
        opened = max(stripped.rfind("("), stripped.rfind("["))
        if opened >= 0 and SURE.search(folded(stripped[opened:])):
            return Span(tail_start + opened, line.end)
    if (" by " in tail or ":" in tail) and (found := LAST.search(tail)):
        start = found.start() + (0 if tail[found.start()].isalpha() else 1)
        return Span(tail_start + start, line.end)
    return None


def credit_at_start(text: str, line: Span) -> Span | None:
    """The credit with which a longer line begins ("Photo credit: Jane Doe. The president …"), or None."""
    if line.end - line.start < CREDIT + 20 or not folded(text[line.start : line.start + 20]).startswith(
        ("photo credit:", "image credit:", "photo credits:", "picture credit:")
    ):
        return None
    stop = text.find(". ", line.start, line.start + CREDIT)
    return Span(line.start, stop + 1) if stop > 0 and line.end - stop > 80 else None


def _not_prose(plain: str) -> bool:
    """A start such as "file:" or "photo:" is enough; one that could open a sentence is not ("photos show …")."""
    return not plain.startswith(
        ("ap photos show", "ap photo shows", "getty images said", "getty images has", "afp photos show")
    )
