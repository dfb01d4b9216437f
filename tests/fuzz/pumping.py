"""Hostile strings for a pattern: what its repetitions eat, many times over, and then something that makes it fail.

    strings(re.compile(r"(a+)+b"), 100)     "aaa…a!", …

The pattern is taken apart (`re._parser`): for each repetition in it there is a string that reaches the repetition by the shortest way, goes round in it, and
ends so that the rest fails. A few strings that are bad for many patterns come after.
"""

from __future__ import annotations

import re
from re import _constants as sre
from re import _parser as parser

PLAIN = (
    "a",
    "A",
    "1",
    " ",
    "\n",
    "\t",
    ".",
    "-",
    "_",
    ",",
    "'",
    '"',
    "“",
    "(",
    "[",
    "<",
    "/",
    ":",
    "a ",
    "A ",
    "1 ",
    "1,",
    "a.",
    "A. ",
    " \n",
    "a-",
    "the ",
    "é",
    "Aa ",
)
ENDS = ("\x01", "", " ", "a")
CATEGORIES = {
    sre.CATEGORY_DIGIT: "1", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "a", sre.CATEGORY_NOT_DIGIT: "a", sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_NOT_WORD: "-",
}  # fmt: skip
MOST = 150  # repetitions that are pumped, of one pattern


def strings(pattern: re.Pattern[str], length: int) -> list[str]:
    """Hostile strings of about `length` code points each."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE & ~re.DEBUG)
    found: dict[str, None] = {}
    for before, round_ in list(_rounds(tree, ""))[:MOST]:
        for end in ENDS:
            found[before + _filled(round_, length) + end] = None
        if before:
            found[_filled(before + round_, length) + ENDS[0]] = None
            found[_filled(before, length) + ENDS[0]] = None
    for piece in PLAIN:
        found[_filled(piece, length)] = None
        found[_filled(piece, length) + "\x01"] = None
    return list(found)


def _filled(piece: str, length: int) -> str:
    return piece * max(1, length // max(1, len(piece)))


def _rounds(tree, before):
    """(what leads to a repetition, what goes round in it)."""
    for operator, value in tree:
        if operator in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            _, most, inner = value
            if most > 8:
                for one in _samples(inner):
                    if one:
                        yield before, one
            yield from _rounds(inner, before)
        elif operator is sre.SUBPATTERN:
            yield from _rounds(value[-1], before)
        elif operator is sre.BRANCH:
            for branch in value[1]:
                yield from _rounds(branch, before)
        elif operator in (sre.ASSERT, sre.ASSERT_NOT):
            yield from _rounds(value[1], before)
        elif operator is sre.ATOMIC_GROUP:
            yield from _rounds(value, before)
        before += _sample([(operator, value)])


def _samples(tree) -> list[str]:
    """Some strings that a part matches: of its alternatives one each, with its own repetitions once and twice."""
    found = {_sample(tree): None, _sample(tree, 2): None}
    for operator, value in tree:
        inner = value[-1] if operator is sre.SUBPATTERN else tree
        if operator is sre.SUBPATTERN and len(inner) and inner[0][0] is sre.BRANCH:
            for branch in inner[0][1][1][:6]:
                found[_sample(branch)] = None
        elif operator is sre.IN:
            for one in value[:4]:
                found[_of_set([one])] = None
        elif operator is sre.BRANCH:
            for branch in value[1][:6]:
                found[_sample(branch)] = None
    return list(found)


def _sample(tree, times: int = 1) -> str:
    """A string that a part matches, looking at no assertion."""
    out = []
    for operator, value in tree:
        if operator is sre.LITERAL:
            out.append(chr(value))
        elif operator is sre.NOT_LITERAL:
            out.append("a" if value != ord("a") else "b")
        elif operator is sre.ANY:
            out.append("a")
        elif operator is sre.IN:
            out.append(_of_set(value))
        elif operator in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            least, most, inner = value
            out.append(_sample(inner, times) * max(least, min(times, most) if times > 1 or least else least))
        elif operator is sre.SUBPATTERN:
            out.append(_sample(value[-1], times))
        elif operator is sre.BRANCH:
            out.append(_sample(value[1][0], times))
        elif operator is sre.ATOMIC_GROUP:
            out.append(_sample(value, times))
    return "".join(out)


def _of_set(told) -> str:
    if told and told[0][0] is sre.NEGATE:
        refused = {chr(v) for o, v in told[1:] if o is sre.LITERAL}
        return next((c for c in "a 1-." if c not in refused), "é")
    for operator, value in told:
        if operator is sre.LITERAL:
            return chr(value)
        if operator is sre.RANGE:
            return chr(value[0])
        if operator is sre.CATEGORY:
            return CATEGORIES.get(value, "a")
    return "a"
