"""Pronouns, speaker first: whom "he", "she", "they" and "it" speak of.

The rule: a pronoun that is the subject of a verb of saying carries on with the one who spoke last; any other goes to the nearest compatible
one who is salient (subjects before objects, this paragraph before earlier ones, nobody from inside another's quotation). Linear in
mentions: only figures mentioned in the last sentences are weighed. The weights were set by hand on the first two
thirds of `training/labels/pronoun_sources.jsonl` (114; 86.8 % right); on the last third, not looked into, 91.2 % of 57 are right
(he 28/30, she 18/18, they 3/5, it 0/1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Literal

from onrecord.reading.coreference.sight import Gender, Sight
from onrecord.reading.coreference.verbs import SAYING

if TYPE_CHECKING:
    from onrecord.reading.coreference.sight import Scene
    from onrecord.values.layers import Syntax
    from onrecord.values.span import Span

THIRD: dict[str, tuple[Literal["he", "she", "they", "it"], Gender | None, bool]] = {
    "he": ("he", "m", False), "him": ("he", "m", False), "his": ("he", "m", False), "himself": ("he", "m", False),
    "she": ("she", "f", False), "her": ("she", "f", False), "hers": ("she", "f", False), "herself": ("she", "f", False),
    "they": ("they", None, True), "them": ("they", None, True), "their": ("they", None, True), "theirs": ("they", None, True), "themselves": ("they", None, True),
    "it": ("it", None, False), "its": ("it", None, False),
}  # fmt: skip
FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One whom a pronoun may speak of, as he stands at that point of the text. `sentence` and `paragraph` are those of his last mention;
    `quotation` the number of the quotation in which that stood (0: none); `spoke` the word at which he was last the source of a saying, NEVER where he was not."""

    figure: int
    gender: Gender | None
    plural: bool
    human: bool
    body: bool
    sentence: int
    paragraph: int
    word: int
    verb: int
    subject: bool
    possessor: bool
    pronoun: bool
    quotation: int
    modifier: bool
    spoke: int
    mentions: int
    named: bool
    leaning: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """The pronoun and where it stands. `cue`: it is the subject of a verb of saying outside a quotation."""

    kind: Literal["he", "she", "they", "it"]
    gender: Gender | None
    sentence: int
    paragraph: int
    word: int
    verb: int
    subject: bool
    possessive: bool
    reflexive: bool
    cue: bool
    quotation: int


def pronoun_sights(scene: Scene) -> list[Sight]:
    """A sight for each third-person pronoun; "it" and "its" are kept, to be resolved only where sure."""
    syntax = scene.syntax
    found = []
    for i, tag in enumerate(syntax.tags):
        if tag in ("PRP", "PRP$") and (word := scene.lower[i]) in THIRD:
            kind, gender, plural = THIRD[word]
            found.append(
                Sight(
                    syntax.starts[i],
                    syntax.ends[i],
                    i,
                    i,
                    i,
                    "pronoun",
                    word,
                    "pronoun",
                    kind,
                    plural=plural,
                    gender=gender,
                )
            )
    return found


def first_person(syntax: Syntax, stretch: Span) -> tuple[int, ...]:
    """The words inside a stretch that speak of its speaker ("I", "we", "my", "our"): for the attribution to give to its source."""
    return tuple(
        i
        for i in syntax.inside(stretch.start, stretch.end)
        if syntax.words[i].lower() in FIRST and syntax.tags[i] in ("PRP", "PRP$")
    )


def asked(scene: Scene, sight: Sight) -> Asked:
    """A pronoun's sight with its surroundings."""
    syntax = scene.syntax
    i = sight.head
    verb = _verb(scene, i)
    subject = scene.subject(i)
    quotation = scene.quotation(i)
    kind, gender, _ = THIRD[sight.name]
    cue = subject and syntax.lemmas[verb].lower() in SAYING and quotation == 0
    return Asked(
        kind, gender, syntax.sentence_of[i], scene.paragraph(sight.start), i, verb, subject, syntax.tags[i] == "PRP$",
        sight.name.endswith(("self", "selves")), cue, quotation,
    )  # fmt: skip


def resolve_pronoun(pronoun: Asked, candidates: Sequence[Candidate]) -> int | None:
    """The figure that a pronoun speaks of, or None where nobody is likely enough.

    Compatible candidates are weighed by `likelihood`; ties go to the latest mentioned.
    """
    fitting = [one for one in candidates if compatible(pronoun, one)]
    if not fitting:
        return None
    latest = max(one.spoke for one in fitting)
    best, _, figure = max(
        (likelihood(pronoun, one, last_speaker=one.spoke == latest), one.word, one.figure) for one in fitting
    )
    return (
        figure
        if best > (FLOOR_IT if pronoun.kind == "it" else FLOOR_THEY if pronoun.kind == "they" else FLOOR)
        else None
    )


NEVER = -1
FLOOR, FLOOR_THEY, FLOOR_IT = -9.0, -2.0, -1.0


def compatible(pronoun: Asked, one: Candidate) -> bool:
    """Number, gender and kind agree, and grammar does not forbid it: "X told him" is not told to X himself."""
    if pronoun.kind in ("he", "she"):
        if one.plural or not one.human or (one.gender is not None and one.gender != pronoun.gender):
            return False
    elif pronoun.kind == "they":
        if not (one.plural or one.body):
            return False
    elif one.human or one.plural or not one.body:
        return False
    clash = (
        not pronoun.possessive
        and not pronoun.reflexive
        and one.verb == pronoun.verb
        and one.sentence == pronoun.sentence
    )
    return not clash


def likelihood(pronoun: Asked, one: Candidate, *, last_speaker: bool = False) -> float:
    """How likely a compatible candidate is: a sum of plain weights, higher is likelier. `last_speaker`: of all candidates he spoke last."""
    spoke = one.spoke != NEVER
    last_speaker = last_speaker and spoke
    gap = pronoun.sentence - one.sentence
    score = -1.0 * min(gap, 4) - 0.25 * max(0, gap - 4)
    score += 1.0 if one.subject else -0.5 if one.possessor else 0.0
    score += 0.8 if one.paragraph == pronoun.paragraph else 0.0
    score += 0.35 * log(1 + one.mentions)
    score += 0.4 if one.gender is not None else 0.0
    if one.gender is None and one.leaning and pronoun.gender:
        score += 0.4 if (one.leaning > 0) == (pronoun.gender == "m") else -1.5
    score += 0.3 if one.pronoun else 0.0
    score -= 0.8 if one.human and one.mentions == 1 and not one.named and not one.subject else 0.0
    score += 0.8 if one.named else 0.0
    if pronoun.cue:
        score += 1.6 if last_speaker else 0.4 if spoke else 0.0
        score -= 1.5 if one.quotation else 0.0
    elif pronoun.quotation:
        same = one.quotation == pronoun.quotation
        score += 1.0 if same else -1.5 if last_speaker else 0.0
    else:
        score -= 1.2 if one.quotation else 0.0
        score += 0.3 if last_speaker else 0.0
    if pronoun.kind == "it":
        score += 0.5 if pronoun.cue or (pronoun.possessive and gap == 0) else -2.5
    if pronoun.kind in ("it", "they"):
        score -= 2.0 if one.modifier else 0.0
    if pronoun.kind == "they":
        score -= (0.8 if pronoun.cue else 3.5) if one.body and not one.plural else 0.0
    return score


def _verb(scene: Scene, i: int) -> int:
    """The verb that governs a word, by way of prepositions, nouns and coordinations."""
    syntax = scene.syntax
    at = scene.governor(i)
    for _ in range(6):
        if syntax.pos[at] in ("VERB", "AUX") or syntax.heads[at] == at:
            return at
        at = syntax.heads[at]
    return at


def verb_of(scene: Scene, word: int) -> int:
    """The verb on which a word hangs, for telling whether two mentions share a clause."""
    return _verb(scene, word)
