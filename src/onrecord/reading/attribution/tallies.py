"""Who sets a number: "put the toll at nine", "gave a figure of 22", "counted 17 bodies", "estimated the crowd at 3,000".

In: `View`. Out: drafts, the object with its number as content. Such verbs are cues only with a number beside a noun of counting, or where what
is counted are people, and the subject is somebody who can count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.knowledge.agents import agent_of
from onrecord.knowledge.countwords import CLASSES, NOUNS, PEOPLE, SINGULAR
from onrecord.knowledge.cues import DOCUMENTS, MEDIA
from onrecord.reading.attribution.draft import Draft
from onrecord.reading.attribution.sources import passive, source_of
from onrecord.reading.attribution.verbs import cue_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.reading.attribution.view import View

SETTING: Final = frozenset({"put", "place", "set", "peg", "estimate"})
GIVING: Final = frozenset({"give", "cite", "quote", "offer"})
COUNTING: Final = frozenset({"count", "tally", "record", "register", "log"})
TALLYING: Final = SETTING | GIVING | COUNTING
NUMBERS: Final = frozenset(
    {"toll", "number", "figure", "count", "total", "tally", "crowd", "turnout", "attendance", "strength"}
)
COUNTED: Final = frozenset({*CLASSES, *PEOPLE, *SINGULAR, *NOUNS})
TELLERS: Final = (
    frozenset({"hospital", "morgue", "clinic", "embassy", "observatory", "charity", "monitor", "count"})
    | DOCUMENTS
    | MEDIA
)


def by_tallies(view: View) -> Iterator[Draft]:
    """One draft for each verb that sets a number."""
    syntax = view.syntax
    for verb in range(len(syntax)):
        if syntax.pos[verb] != "VERB":
            continue
        lemma = syntax.lemmas[verb].lower()
        if lemma not in TALLYING or passive(view, verb):
            continue
        heads = _told(view, verb, lemma)
        source, head = source_of(view, verb) if heads else ((), None)
        if source and head is not None and _somebody(view, head):
            yield Draft(
                source, cue_span(view, verb), view.spans({w for h in heads for w in view.below(h)}), 0.7, "rule:tally"
            )


def _told(view: View, verb: int, lemma: str) -> list[int]:
    """The object with its number; [] where it sets none."""
    syntax = view.syntax
    for thing in view.children(verb, "dobj"):
        noun = syntax.lemmas[thing].lower()
        if lemma in SETTING and noun in NUMBERS:
            at = [
                p for p in view.children(verb, "prep") + view.children(thing, "prep") if syntax.words[p].lower() == "at"
            ]
            if any(_number(view, p) for p in at):
                return [thing, *at]
        if lemma in GIVING and noun in NUMBERS and any(_number(view, p) for p in view.children(thing, "prep")):
            return [thing]
        counted = syntax.words[thing].lower() in COUNTED or (noun in NUMBERS and lemma in COUNTING)
        if lemma in COUNTING and counted and _number(view, thing):
            return [thing]
    return []


def _number(view: View, head: int) -> bool:
    """Whether a numeral hangs on a word."""
    return any(view.syntax.pos[w] == "NUM" or view.syntax.tags[w] == "CD" for w in view.below(head))


def _somebody(view: View, head: int) -> bool:
    """Whether a word names who can count: a name, a word for people and bodies, a document; "the latest death puts the toll at 14" tells nobody."""
    noun = view.syntax.lemmas[head].lower()
    if view.syntax.pos[head] in ("PROPN", "PRON") or noun in TELLERS:
        return True
    return noun not in NOUNS and agent_of(noun) is not None
