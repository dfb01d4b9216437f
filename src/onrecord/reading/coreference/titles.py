"""Titles before a name: "US President", "Putin's foreign policy advisor", "White House National Security Advisor", "Mr."."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.knowledge.agents import Agent, agent, singular
from onrecord.knowledge.offices import SHORT, gender_of_title, is_honorific, is_modifier, is_short_title, plain_title
from onrecord.reading.coreference.sight import Gender, Title

if TYPE_CHECKING:
    from onrecord.reading.coreference.entities import Entity
    from onrecord.reading.coreference.sight import Scene

REACH = 9  # words before a name


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a name: its title, the gender that it tells, and the words (first word index) that it takes up."""

    title: Title | None
    gender: Gender | None
    first: int
    of: Entity | None = None


def before_name(scene: Scene, first: int, ending: Mapping[int, Entity]) -> Before:
    """The title and forms of address right before the name that begins at word `first`. `ending`: entities by their last word."""
    syntax = scene.syntax
    gender: Gender | None = None
    at = first - 1
    paragraph = scene.paragraph(syntax.starts[first])
    while _within(scene, at, first, paragraph) and (
        is_honorific(syntax.words[at]) or (syntax.words[at] == "." and is_honorific(syntax.words[at - 1]))
    ):
        gender = gender or gender_of_title(syntax.words[at])
        at -= 1
    if not _within(scene, at, first, paragraph) or (at in ending and ending[at].kind == "person"):
        return Before(None, gender, at + 1)
    role, start = _role_ending(scene, at, paragraph)
    if role is None:
        return Before(None, gender, at + 1)
    gender = gender or gender_of_title(role.noun.split()[-1]) or gender_of_title(syntax.words[at])
    start, of = _to_the_left(scene, start, first, paragraph, ending)
    words_from = start if of is None else (of.last + 2 if _possessive(scene, of.last + 1) else of.last + 1)
    written = plain_title(scene.text[syntax.starts[words_from] : syntax.ends[at]])
    whole = of.first if of is not None else start
    title = Title(
        written,
        of.name if of else None,
        syntax.starts[whole],
        syntax.ends[at],
        of.country if of else None,
        role.sectors,
    )
    return Before(title, gender, whole, of)


def _within(scene: Scene, at: int, first: int, paragraph: int) -> bool:
    return at >= 0 and first - at <= REACH and scene.paragraph(scene.syntax.starts[at]) == paragraph


def _role_ending(scene: Scene, at: int, paragraph: int) -> tuple[Agent | None, int]:
    """The role noun that ends at word `at` and its first word."""
    syntax = scene.syntax
    word = syntax.words[at]
    if is_short_title(word):
        full = SHORT.get(word.lower().rstrip("."), word.lower())
        found = agent((full,)) or agent((full.split()[-1],))
        start = at
        while start > 0 and is_short_title(syntax.words[start - 1]) and syntax.words[start - 1].endswith("."):
            start -= 1
        return found, start
    if syntax.tags[at] not in ("NN", "NNP", "NNPS", "NNS"):
        return None, at
    for back in (3, 2, 1, 0):
        start = at - back
        if start < 0 or scene.paragraph(syntax.starts[start]) != paragraph:
            continue
        words = tuple(w.lower() for w in syntax.words[start : at + 1])
        joined = scene.text[syntax.starts[start] : syntax.ends[at]].lower()
        found = agent((joined,)) or agent((" ".join((*words[:-1], singular(words[-1]))),))
        if found is not None and found.sort == "person":
            return found, start
    return None, at


def _to_the_left(
    scene: Scene, start: int, first: int, paragraph: int, ending: Mapping[int, Entity]
) -> tuple[int, Entity | None]:
    """Takes modifiers of the title in, back to the entity whose title it is ("Russian", "White House", "Putin's")."""
    syntax = scene.syntax
    while _within(scene, start - 1, first, paragraph):
        left = start - 1
        if left in ending:
            return start, ending[left]
        if _possessive(scene, left) and left - 1 in ending:
            return start, ending[left - 1]
        if is_modifier(syntax.words[left]) or (
            syntax.tags[left] in ("NN", "NNP", "JJ")
            and syntax.deps[left] in ("compound", "amod", "nmod")
            and syntax.heads[left] >= start
        ):
            start = left
        elif syntax.words[left] == "-" and left - 1 >= 0:
            start = left - 1
        else:
            break
    return start, None


def _possessive(scene: Scene, at: int) -> bool:
    return 0 <= at < len(scene.syntax) and scene.syntax.tags[at] == "POS"
