"""The contexts of an event: PLOVER's second question, in what field of life it happened.

In: the words of the trigger's sentence, its type and the kinds of its participants. Out: at most three, in the codebook's order of this
table. Lightly judged, as the codebook wants it: a context is a help for filters and no finding to count on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.knowledge.plover import CONTEXT_WORDS

if TYPE_CHECKING:
    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Candidate

_MOST: Final = 3
_BY_TYPE: Final = {"CONSULT": "diplomatic", "MOBILIZE": "military"}
_LEGAL: Final = frozenset({"convict", "arrest"})


def contexts(matter: Matter, candidate: Candidate) -> tuple[str, ...]:
    """The contexts of one telling."""
    words = matter.syntax
    named = matter.names_near.get(words.sentence_of[candidate.head], ())
    people = {i for n in named if n.label == "PERSON" for i in words.inside(n.start, n.end)}
    lemmas = {matter.lemmas[i] for i in matter.sentence(candidate.head) if i not in people}  # "Bill" is no bill
    first = [_BY_TYPE[candidate.sense.kind]] if candidate.sense.kind in _BY_TYPE else []
    if candidate.sense.mode in _LEGAL:
        first.append("legal")
    found = [
        *first,
        *(name for name, words in CONTEXT_WORDS.items() if not lemmas.isdisjoint(words) and name not in first),
    ]
    return tuple(found[:_MOST])
