"""When and where: the times and places that a clause ties to its trigger.

In: `Times`, `Places`, the parse. Out: anchors with their `by`. A time or place belongs to the trigger on which it hangs in the parse,
through prepositions, the trigger's own objects and the verb that carries a noun ("held talks in X on Sunday"); never across another
trigger. A demonym or a metonym ("Moscow launched") is no place of an event.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.recording.buildings import is_building
from onrecord.recording.candidates import SUPPORT_VERBS
from onrecord.values.record import Anchor
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection

    from onrecord.recording.matter import Matter

_UP: Final = frozenset(
    "prep pobj npadvmod dobj conj compound amod nmod poss appos advmod nummod quantmod det attr tmod obl pcomp dative oprd".split()
)  # fmt: skip
ASIDES: Final = frozenset({"sideline", "sidelines", "margin", "margins", "fringe", "fringes"})
"""Words for the edge of a larger meeting."""
_APART: Final = frozenset({"since", "after", "before", "until", "till"})
"""Prepositions of another time than the event's own."""
_FAR: Final = 9
_TAKING_PLACE: Final = frozenset(
    "be take resume begin start open continue end conclude last happen occur come reconvene follow break collapse go".split()
)
"""Verbs whose subject is what takes place then and there ("the talks resumed in X on Sunday")."""
_PARTS: Final = frozenset({"day", "round", "series", "hour", "session", "week"})
"""What there is of talks ("a second day of talks")."""
_SET: Final = frozenset("schedule set plan slate expect arrange fix due hold host stage convene".split())
"""Verbs that fix time and place of what is to come, in the passive."""
GATHERING: Final = frozenset("gather go come fly travel arrive meet assemble sit head return be convene visit".split())
"""Verbs on whose ground stands what they are done for ("gathered in X to discuss Y")."""
_LINES: Final = 1500
"""Code points."""
_MOVES: Final = frozenset(
    {"to", "in", "at", "near", "outside", "on", "from", "inside", "of", "across", "around", "over", "into", "'s"}
)


def when(matter: Matter, head: int, triggers: Collection[int]) -> tuple[Anchor, ...]:
    """The dates and times of the trigger at word `head`; durations and sets are none. `triggers`: the head words of all triggers."""
    own = {head, *_carrying(matter, head), *_dated_by(matter, head)}
    return times_on(matter, head, own, triggers)


def times_on(matter: Matter, head: int, goals: Collection[int], triggers: Collection[int]) -> tuple[Anchor, ...]:
    """The dates and times of the sentence of word `head` that hang on one of the goals, with no other trigger between."""
    found = []
    for one in matter.times_near.get(matter.syntax.sentence_of[head], ()):
        if one.type not in ("DATE", "TIME") or one.value in ("PRESENT_REF", "FUTURE_REF"):
            continue
        if not _near(matter, one.start, head):
            continue
        span = Span(one.start, one.end)
        at = matter.head(span)
        if at is not None and _tied(matter, at, head, goals, triggers):
            found.append(Anchor(one.value, one.id, one.start, one.end, matter.by(span)))
    return tuple(found)


def where(matter: Matter, head: int, triggers: Collection[int]) -> tuple[Anchor, ...]:
    """The places of the trigger at word `head`, as literal mentions only; the finest where one place stands inside another's phrase."""
    own = {head, *_carrying(matter, head), *_dated_by(matter, head)}
    return places_on(matter, head, own, triggers)


def places_on(matter: Matter, head: int, goals: Collection[int], triggers: Collection[int]) -> tuple[Anchor, ...]:
    """The literal places of the sentence of word `head` that hang on one of the goals, with no other trigger between."""
    found = []
    for place, one in matter.places_near.get(matter.syntax.sentence_of[head], ()):
        if one.kind != "literal" or not _near(matter, one.start, head):
            continue
        span = Span(one.start, one.end)
        at = matter.head(span)
        if place.country is None and not is_building(place) and matter.actors.by_span.get(span):
            continue  # a body that was taken for a place
        if at is not None and _local(matter, at) and _tied(matter, at, head, goals, triggers):
            found.append(Anchor(place.name, place.id, one.start, one.end, matter.by(span)))
    return _finest(matter, tuple(sorted(found, key=lambda a: a.start)))


def _near(matter: Matter, point: int, head: int) -> bool:
    """Whether a place in the text is near a word: what is tied by the parse stands within some lines of it."""
    return abs(point - matter.syntax.starts[head]) < _LINES


def _finest(matter: Matter, anchors: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
    """Without a country or region that only says where a finer place lies ("Antalya, Turkey"; "Turkey's resort of Antalya")."""
    places = matter.lands
    if houses := tuple(a for a in anchors if is_building(places[a.id])):
        return houses
    countries = {
        places[a.id].country for a in anchors if places[a.id].precision in ("point", "city", "admin2", "admin1")
    }
    return tuple(
        a
        for a in anchors
        if places[a.id].precision not in ("country", "region") or places[a.id].country not in countries
    )


def _local(matter: Matter, at: int) -> bool:
    """Whether a place's word stands where places of events stand: after a preposition of place, or before the noun ("the Paris attack")."""
    syntax = matter.syntax
    head, label = syntax.heads[at], syntax.deps[at]
    if label == "pobj":
        return syntax.lemmas[head].casefold() in _MOVES
    if label == "dobj":
        return syntax.lemmas[head].casefold() in (
            "visit",
            "tour",
            "leave",
            "reach",
            "bomb",
            "attack",
            "strike",
            "shell",
            "hit",
        )
    return label in ("compound", "poss", "nmod", "appos", "conj", "npadvmod", "amod", "advmod")


def _tied(matter: Matter, at: int, head: int, goals: Collection[int], triggers: Collection[int]) -> bool:
    """Whether word `at` hangs on one of the goals (the trigger, the verb that carries it), with no other trigger between."""
    syntax = matter.syntax
    if not goals or syntax.sentence_of[at] != syntax.sentence_of[head]:
        return False
    for _ in range(_FAR):
        if at in goals:
            return True
        if (at in triggers and not _forum(matter, at)) or syntax.deps[at] not in _UP or syntax.heads[at] == at:
            return False
        if syntax.deps[at] == "prep" and syntax.lemmas[at].casefold() in _APART:
            return False
        at = syntax.heads[at]
    return False


def _dated_by(matter: Matter, head: int) -> tuple[int, ...]:
    """The time on which a clause with "when" hangs: "last year when X met Y"."""
    syntax = matter.syntax
    if syntax.deps[head] not in ("relcl", "advcl", "acl"):
        return ()
    asked = any(syntax.words[c].casefold() == "when" for c in syntax.children[head])
    return (syntax.heads[head],) if asked and syntax.pos[syntax.heads[head]] in ("NOUN", "PROPN") else ()


def _forum(matter: Matter, i: int) -> bool:
    """Whether a word is the summit on whose sidelines something else took place: its place is the other's, too."""
    syntax = matter.syntax
    prep = syntax.heads[i]
    return syntax.deps[i] == "pobj" and syntax.lemmas[syntax.heads[prep]].casefold() in ASIDES


def _carrying(matter: Matter, head: int) -> tuple[int, ...]:
    """The verb that carries a noun, and the verb of which a verb is the bare complement."""
    syntax = matter.syntax
    above, label = syntax.heads[head], syntax.deps[head]
    if label in ("dobj", "nsubjpass", "attr") and syntax.lemmas[above].casefold() in SUPPORT_VERBS:
        return (above,)
    if (
        label == "pobj"
        and syntax.pos[syntax.heads[above]] == "VERB"
        and syntax.lemmas[above].casefold() in ("in", "for", "on", "into", "during")
    ):
        return (syntax.heads[above],)
    if label in ("nsubj", "nsubjpass") and _takes_place(matter, above):
        return (above,)
    if (
        label == "advcl"
        and syntax.lemmas[above].casefold() in GATHERING
        and any(syntax.tags[c] == "TO" for c in syntax.children[head])
    ):
        return (above, *(c for c in syntax.children[above] if syntax.deps[c] == "acomp"))
    if label == "pobj" and syntax.lemmas[above] == "of" and syntax.lemmas[syntax.heads[above]].casefold() in _PARTS:
        part = syntax.heads[above]
        return (part, syntax.heads[part]) if syntax.deps[part] in ("dobj", "npadvmod", "nsubj") else (part,)
    if label == "xcomp" or (label == "advcl" and syntax.lemmas[above] == "be" and syntax.tags[head] == "VBG"):
        return (above,)
    return ()


def _takes_place(matter: Matter, verb: int) -> bool:
    """Whether a verb says of its subject when and where it takes place."""
    syntax, lemma = matter.syntax, matter.syntax.lemmas[verb].casefold()
    if lemma == "take":
        return any(syntax.lemmas[c].casefold() == "place" for c in syntax.children[verb])
    passive = any(syntax.deps[c] == "auxpass" for c in syntax.children[verb])
    return lemma in (_SET if passive else _TAKING_PLACE)
