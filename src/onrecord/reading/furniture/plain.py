"""A line as it is compared: lower case, straight quotation marks, single spaces, without marks and figures at its ends."""

from __future__ import annotations

from functools import lru_cache

STRAIGHT = str.maketrans({
    "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u2009": " ", "\x91": "'", "\x92": "'", "\x93": '"', "\x94": '"', "\x96": "-",
    "\x97": "-",
})  # fmt: skip
EDGES = " \t|•·*»«›‹>→←↓↑▶►▸-–—_=~#:;,.!…()[]{}\"'+0123456789\ufeff\u200b"


def straight(text: str) -> str:
    """The text with straight quotation marks, hyphens and spaces: as long as before, so that offsets hold."""
    return text.translate(STRAIGHT)


@lru_cache(maxsize=4096)
def folded(line: str) -> str:
    """The line in lower case, single-spaced, its quotation marks straight.

    >>> folded("  Share   This ")
    'share this'
    """
    return " ".join(straight(line).lower().split())


def bare(line: str) -> str:
    """`folded`, without marks and figures at either end: "» Comments (45)" gives "comments"."""
    return folded(line).strip(EDGES)


def letters(line: str) -> str:
    """Only its letters and figures, in lower case: equal for two lines that differ in marks and spaces alone."""
    return "".join(c for c in line.lower() if c.isalnum())
