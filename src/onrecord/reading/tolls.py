"""What a number of people counts: killed, injured, missing, detained, displaced, took part. Rules over words and tags.

In: `Words`, the figures of a paragraph, the tag of each word (Penn, "" where there is no parse). Out: `Toll`s. The rules look at both
sides of a figure: "killed at least 31 people", "31 people (were) killed", "a death toll of 31", "12 killed and 30 wounded",
"18 civilians, including 10 children".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from onrecord.knowledge.countwords import (
    AUXILIARY,
    CLASSES,
    DOES,
    DOES_TO,
    DONE_TO,
    INCLUDING,
    LEADING,
    NOUN_OF,
    NOUNS,
    OBJECTS,
    PEOPLE,
    SINGULAR,
    VAGUE,
)
from onrecord.reading.figures import put_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.reading.figures import Figure
    from onrecord.reading.numbers import Words
    from onrecord.values.record import Measure

REACH = 22  # words to the right in which the verb of a count stands
NAMES = 9  # words between a number and the noun that it counts ("12 Lashkar-e-Islam militants")
STOPS = frozenset(".!?;:")
NO_PEOPLE = frozenset(
    "percent % per minutes minute hours hour days day weeks week months month years year times time km miles kilometers kilometres metres "
    "meters feet o'clock a.m. p.m. am pm rockets raids airstrikes strikes shells houses homes buildings vehicles cars bombs points tons "
    "tonnes kilograms kg dollars euros pounds rounds tanks villages towns districts provinces".split()
)
SUBJECT_VERBS = frozenset("VBD VBP VBZ MD".split())
FOLLOWING = frozenset(
    "in on at from of and or who whose near by with during after when while as outside inside before since to for dead".split()
)
OTHER_VERBS = SUBJECT_VERBS | {"VB", "VBN"}
COUNTED = PEOPLE | CLASSES.keys() | SINGULAR.keys() | NOUNS.keys()
ENDS_A_NAME = frozenset(
    "who which that in on at by from and or when after with as to for the a an his her their".split()
)
TAKES_LIVES = frozenset("claimed claiming claims cost costing took taken taking loss lost".split())
SINGLE_REACH = 6  # the same for "a man"


@dataclass(frozen=True, slots=True)
class Toll:
    """A figure with its measure. `last`: the word behind the noun that is counted; `noun`: that noun, "" where none stands; `of`: the
    class of victims where the figure is a part of another."""

    figure: Figure
    measure: Measure
    last: int
    noun: str
    of: str | None
    rule: str


def tolls(w: Words, figures: Sequence[Figure], tags: Sequence[str]) -> list[Toll]:
    """The figures that count people to whom something happened, or who did something."""
    out: list[Toll] = []
    starts = frozenset(f.number for f in figures)
    for k, figure in enumerate(figures):
        following = figures[k + 1].first if k + 1 < len(figures) else len(w)
        if _is_age(w, figure):
            continue
        last, noun = _noun(w, figure, following, tags)
        if noun in NO_PEOPLE or (figure.single and not _whole(w, last, noun)):
            continue
        measure, rule = _measure(w, figure, last, noun, starts, tags)
        part = _is_part(w, figure)
        before = (
            out[-1] if out and not any(w.lower[i] in STOPS for i in range(out[-1].figure.first, figure.first)) else None
        )
        if measure is None and before and (part or _continues(w, before, figure, noun)):
            measure, rule = before.measure, "as the count before"
        if measure is None and out and not noun and put_at(w, figure):
            measure, rule = out[-1].measure, "the number again"
        if measure is not None:
            people = noun in CLASSES or noun in SINGULAR
            of = _class(w, last, noun) if (part or rule == "among") and (people or part) else None
            out.append(Toll(figure, cast("Measure", measure), last, noun, of, rule))
    return out


def _is_age(w: Words, f: Figure) -> bool:
    """ "Dinesh Kumar (25)", "his wife, 31,"."""
    if f.bound != "exact" or f.first == 0 or f.last >= len(w) or f.first != f.number:
        return False
    sides = (w.lower[f.first - 1], w.lower[f.last])
    return sides == ("(", ")") or (sides == (",", ",") and w.text[w.starts[f.number]].isdecimal())


def _whole(w: Words, last: int, noun: str) -> bool:
    """Whether "a rebel" is the whole phrase, not the front of "a rebel group"."""
    after = w.lower[last] if last < len(w) else "."
    return noun in SINGULAR and (
        not after[0].isalpha() or after in AUXILIARY or after in DONE_TO or after in DOES or after in FOLLOWING
    )


def _noun(w: Words, f: Figure, following: int, tags: Sequence[str]) -> tuple[int, str]:
    """The index behind the noun that a figure counts, and the noun; (end of the figure, "") where it stands alone."""
    at = f.last
    if f.single:
        at = next((i for i in range(at, min(at + NAMES, len(w))) if w.lower[i] in SINGULAR), at - 1)
        return at + 1, w.lower[at]
    if at < len(w) and w.lower[at] == "of" and f.bound == "vague":
        at += 1
        if at < len(w) and w.lower[at] in ("the", "them", "its", "their", "his"):
            return (at + 1, "") if w.lower[at] == "them" else _head(w, at + 1, following, tags)
    return _head(w, at, following, tags) if at < len(w) else (f.last, "")


def _head(w: Words, start: int, following: int, tags: Sequence[str]) -> tuple[int, str]:
    for at in range(start, min(start + NAMES, following, len(w))):
        word = w.lower[at]
        if (
            word in CLASSES
            or word in PEOPLE
            or word in SINGULAR
            or word in NO_PEOPLE
            or (word in NOUNS and word != "dead")
        ):
            nested = at + 1 < len(w) and w.lower[at + 1] in COUNTED and w.text[w.starts[at + 1]].islower()
            if not nested:
                return at + 1, word
        elif (
            word in DONE_TO
            or word in DOES
            or word in AUXILIARY
            or word in ENDS_A_NAME
            or tags[at] in SUBJECT_VERBS
            or not (word[0].isalpha() or word in "-–'’\"“”‘()")
        ):
            break
        elif tags[at] == "NNS" and not (at + 1 < len(w) and tags[at + 1].startswith("NN")):
            return at + 1, word
    return start, ""


def _measure(
    w: Words, f: Figure, last: int, noun: str, starts: frozenset[int], tags: Sequence[str]
) -> tuple[str | None, str]:
    return (
        _noun_says(w, f, noun, last)
        or _left(w, f, noun)
        or (_toll(w, f) if not noun else None)
        or _right(w, f, last, noun, starts, tags)
        or _toll(w, f)
        or (None, "")
    )


def _noun_says(w: Words, f: Figure, noun: str, last: int) -> tuple[str, str] | None:
    """ "31 deaths", "two bodies", "claimed 12 lives", "hundreds of casualties"."""
    alone = noun == "dead" or not (last < len(w) and w.lower[last] in DONE_TO)
    if alone and noun in NOUNS and noun not in CLASSES and noun not in ("lives", "life", "victims"):
        return NOUNS[noun], "noun"
    if noun in ("lives", "life") and any(w.lower[i] in TAKES_LIVES for i in range(max(f.first - 3, 0), f.first)):
        return "killed", "noun"
    return None


def _left(w: Words, f: Figure, noun: str) -> tuple[str, str] | None:
    """A verb or a noun before the figure that has it as its object."""
    at = f.first - 1
    while at >= 0 and (
        w.lower[at] in LEADING or w.lower[at] in "\"“'‘" or w.lower[at] in ("also", "estimated", "about")
    ):
        at -= 1
    if at < 0:
        return None
    word, before = w.lower[at], w.lower[at - 1] if at else ""
    if word in DOES_TO:
        return (
            None
            if before in ("was", "were", "been", "being")
            else (_with_other(w, at, DOES_TO[word]), "object of a verb")
        )
    if word == "down" and before in ("gunned", "shot"):
        return "killed", "object of a verb"
    if word == "dead" and before in ("shot", "left", "leaving"):
        return "killed", "object of a verb"
    if word == "of" and at and before in NOUN_OF:
        return NOUN_OF[before], "of a noun"
    if word == "of" and before == "lives":
        return "killed", "of a noun"
    if word == "by" and before == "attended":
        return "took_part", "of a noun"
    if word in ("drew", "attracted", "drawing") and (noun in CLASSES or noun in PEOPLE or not noun) and not f.single:
        return "took_part", "object of a verb"
    if word == "of" and before in ("crowd", "crowds", "gathering") and noun not in NO_PEOPLE:
        return "took_part", "of a noun"
    return None


def _toll(w: Words, f: Figure) -> tuple[str, str] | None:
    """ "The death toll rose to 32", "put the number of dead at 494", "a toll of 31"."""
    for at in range(f.first - 1, max(f.first - 12, -1), -1):
        word = w.lower[at]
        if word in STOPS or word in VAGUE or word[0].isdecimal() or word in ("and", "while", "but"):
            return None
        if word == "toll" and not (at and w.lower[at - 1] == "injury"):
            return "killed", "toll"
        if (
            word in ("dead", "killed", "wounded", "injured", "deaths")
            and at
            and any(w.lower[j] in ("number", "count", "total") for j in range(max(at - 4, 0), at))
        ):
            return {"wounded": "injured", "injured": "injured"}.get(word, "killed"), "toll"
    return None


def _with_other(w: Words, at: int, measure: str) -> str:
    """ "Killed or wounded", "dead and injured": casualties of both kinds."""
    for step in (-1, 1):
        joint, other = at + step, at + 2 * step
        if min(joint, other) >= 0 and max(joint, other) < len(w) and w.lower[joint] in ("or", "and", "/"):
            second = DONE_TO.get(w.lower[other], measure)
            if second != measure and {second, measure} <= {"killed", "injured", "missing"}:
                return "other"
    return measure


def _right(
    w: Words, f: Figure, last: int, noun: str, starts: frozenset[int], tags: Sequence[str]
) -> tuple[str, str] | None:
    """A participle or verb behind the figure that has it as its subject."""
    helped = commas = crossed = False
    for at in range(last, min(last + (SINGLE_REACH if f.single else REACH), len(w))):
        word = w.lower[at]
        if at in starts and not (crossed := bool(noun)):
            return None
        if word in STOPS or word.startswith("\n"):
            return None
        if word in DONE_TO and w.lower[at - 1] in ("the", "a", "an"):  # "the missing aircraft", "the injured"
            return None
        if word == "held" and not (
            at + 1 < len(w) and w.lower[at + 1] in ("hostage", "captive", "for", "by", "prisoner")
        ):
            return None
        if word in DONE_TO and not (word in ("held", "hurt", "burned", "captured") and not helped):
            return None if crossed and not helped else _passive(w, at, last, helped=helped, commas=commas)
        if word in DOES and _may_be_subject(w, at, last, word):
            return (DOES[word], "subject") if DOES[word] != "took_part" or at - last < 6 else None
        if (word, w.lower[at + 1] if at + 1 < len(w) else "") in (
            ("gunned", "down"),
            ("shot", "dead"),
            ("blown", "up"),
            ("lost", "their"),
        ):
            return "killed", "subject"
        if (word, w.lower[at + 1] if at + 1 < len(w) else "") in (
            ("took", "part"),
            ("taken", "part"),
            ("turned", "out"),
            ("take", "part"),
        ):
            return ("took_part", "subject") if at - last < 6 else None
        if word == "among" and helped:
            return _among(w, at)
        if word in AUXILIARY:
            helped = helped or word in (
                "was",
                "were",
                "is",
                "are",
                "been",
                "be",
                "being",
                "got",
                "left",
                "confirmed",
                "reported",
                "feared",
                "believed",
                "have",
                "has",
                "had",
                "found",
                "remained",
                "remain",
                "presumed",
            )
        elif word == ",":
            commas = True
        elif (
            tags[at][:3] in OTHER_VERBS
            or word
            in ("who", "that", "which", "when", "while", "after", "but", "said", "before", "if", "because", "whose")
            or (word == "by" and not helped)
        ):
            return None
    return None


def _may_be_subject(w: Words, at: int, last: int, word: str) -> bool:
    """Whether the figure is near enough to be the verb's subject; nouns ("a march", "the rally") are none."""
    if word in ("march", "rally", "protest", "demonstrate", "attend", "gather", "die", "perish"):
        return at == last or w.lower[at - 1] in ("to", "will", "could", "may", "would", "also")
    return at - last < 12


def _passive(w: Words, at: int, last: int, *, helped: bool, commas: bool) -> tuple[str, str] | None:
    """ "Were killed", "killed in the attack"; not "two gunmen killed 12 people"."""
    measure = _with_other(w, at, DONE_TO[w.lower[at]])
    if helped:
        return measure, "passive"
    if at - last > 6 or (at > last and w.lower[at - 1] in (",", "and", "or") and not commas and at - last > 1):
        return None
    after = w.lower[at + 1] if at + 1 < len(w) else ""
    active = after in OBJECTS or after[:1].isdecimal() or numeral_word(after)
    follows_at = after == "at" and at + 2 < len(w) and w.lower[at + 2] not in ("least", "most")
    if active and not follows_at and w.lower[at] not in ("dead", "missing", "homeless"):
        return None
    return measure, "participle"


def numeral_word(word: str) -> bool:
    return word in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def _among(w: Words, at: int) -> tuple[str, str] | None:
    """ "Six civilians were among at least 22 people killed", "among the dead"."""
    for i in range(at + 1, min(at + 9, len(w))):
        if w.lower[i] in STOPS:
            return None
        if w.lower[i] in DONE_TO:
            return DONE_TO[w.lower[i]], "among"
    return None


def _is_part(w: Words, f: Figure) -> bool:
    """Whether a figure counts some of those counted before: "including 10 children", "two of them children", "among them three women"."""
    before = [w.lower[i] for i in range(max(f.first - 3, 0), f.first)]
    if (
        any(word in INCLUDING for word in before[-2:])
        or before[-2:] == ["among", "them"]
        or before[-2:] == ["of", "whom"]
    ):
        return True
    behind = w.lower[f.last : f.last + 2]
    return behind in (["of", "them"], ["of", "whom"])


def _continues(w: Words, before: Toll, f: Figure, noun: str) -> bool:
    """ "Killed four Rangers and two policemen": joined by "and" or a comma to the people counted right before."""
    if noun not in CLASSES and noun not in SINGULAR and noun not in PEOPLE:
        return False
    between = [w.lower[i] for i in range(before.last, f.first)]
    return (
        bool(between)
        and len(between) <= 2
        and between[-1] in ("and", ",", "&")
        and before.rule in ("object of a verb", "of a noun", "as the count before")
    )


def _class(w: Words, last: int, noun: str) -> str | None:
    """The class of victims in the plural: "child" -> "children"; what stands behind "two of them" where the noun is "them"."""
    if noun in SINGULAR and SINGULAR[noun] != "people":
        return SINGULAR[noun]
    if noun and noun not in PEOPLE and noun not in SINGULAR:
        return noun
    for at in range(last, min(last + 5, len(w))):
        if w.lower[at] in CLASSES:
            return w.lower[at]
    return None
