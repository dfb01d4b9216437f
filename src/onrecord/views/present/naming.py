"""What a source is called within a line, and what matters about it beside the name: one wording for all pages.

>>> label("A senior official", "role_described", "on_background")
'a senior official (unnamed, on background)'
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.views.present import wording

if TYPE_CHECKING:
    from onrecord.values.findings import StatedTerms
    from onrecord.values.story import Hedge

HEDGES: Final = {"vague": "not sure", "reported": "by hearsay"}
_DETERMINED: Final = frozenset(
    "a an the his her its their one two some several neither both no all any many most each every none".split()
)
_BEHIND: Final = frozenset("of at in from for with on to near inside within close familiar".split())
"""What opens the words behind the head: "aide to Ozols", "people familiar with the talks"."""
_VOWEL: Final = re.compile(r"(?![Ee]u|[Oo]n(?:e(?!r)|ce)|[Uu](?:ni(?![dmn])|gan|kr|s[eu]|ti))(?:[AEIOaeiou]|U[a-z])")
"""What "an" stands before: a vowel that is heard. "A European", "a union", "a UN envoy"; "an unidentified official"."""


def label(name: str, form: str, terms: StatedTerms = "none_stated", hedge: Hedge | None = None) -> str:
    """The name with what matters about it: that the report does not name it, on what terms it speaks, how sure it is."""
    notes = ("unnamed" if is_unnamed(form, name, terms) else "", HEDGES[hedge] if hedge else "", wording.TERMS[terms])
    told = ", ".join(filter(None, notes))
    return f"{called(name, form)} ({told})" if told else called(name, form)


def called(name: str, form: str) -> str:
    """A name as it stands within a line: "a senior official", "the union", "Ingrid Solheim"."""
    first, _, rest = name.partition(" ")
    if first.casefold() in _DETERMINED:
        return name[0].lower() + name[1:]
    head = _head(name)
    described = _common(first) or _common(rest.rpartition(" ")[2])  # not "Ada Voss director of the Observatory"
    if form == "role_described" and described and _common(head) and not _many(head.casefold()):
        return f"{'an' if _VOWEL.match(name) else 'a'} {name}"
    return name


def is_unnamed(form: str, name: str, terms: StatedTerms = "none_stated") -> bool:
    """Whether it is a source that the report does not name: told by what it is, and no body; or by its own wish, whatever it is called."""
    if form not in wording.UNNAMED:
        return False
    head = _head(name)
    return terms != "none_stated" or (head.casefold() not in wording.BODIES and _common(head))


def _head(name: str) -> str:
    """The word that says what it is: "resident" of "resident of Homs"."""
    words = name.split()
    of = next((n for n, word in enumerate(words) if n and word in _BEHIND), len(words))
    return words[of - 1] if words else ""


def _many(word: str) -> bool:
    """Whether a noun takes no "a": a plural, or a body without one ("police")."""
    return word in wording.BODIES or (word.endswith("s") and not word.endswith("ss"))


def _common(word: str) -> bool:
    """Whether a word is no name: "official", not "al-Amari"."""
    return not any(c.isupper() for c in word)
