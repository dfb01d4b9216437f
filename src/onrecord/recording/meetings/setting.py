"""In what form and where a meeting was held: format, forum, venue, tone.

In: the parse around the meetings' triggers. Out: statements. Format is said by words before the noun ("informal talks", "closed-door
meeting", a hyphenated noun as in "round-table talks") or by "on the sidelines of"; the forum is the larger meeting or body.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.recording.clauses import below, phrase
from onrecord.recording.meetings.statement import Statement, carriers, worded
from onrecord.recording.when_where import ASIDES
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from onrecord.recording.matter import Matter

_FORMATS: Final = frozenset(
    "informal private closed bilateral trilateral quadrilateral virtual secret impromptu unscheduled unofficial formal indirect working "
    "face-to-face one-on-one closed-door behind-the-scenes hastily-arranged".split()
)  # fmt: skip
_TONES: Final = frozenset(
    "constructive frank cordial warm tense productive animated businesslike candid fruitful positive friendly heated icy amicable "
    "contentious stormy awkward substantive useful".split()
)  # fmt: skip
_BODIES: Final = frozenset({"summit", "conference", "forum", "congress", "assembly", "gathering"})
_GROUP: Final = re.compile(r"(?:G|BRICS|APEC|ASEAN|NATO)-?\d{0,2}")
_VENUES: Final = frozenset(
    "hotel palace residence office ranch embassy villa headquarters airport mansion table restaurant club ministry tower room".split()
)
_MEDIATED: Final = frozenset("led brokered mediated sponsored backed hosted run proposed".split())
_UP: Final = frozenset("prep pobj conj npadvmod dobj acl advcl compound".split())
_FAR: Final = 5


def settings_of(matter: Matter, triggers: Collection[int]) -> tuple[Statement, ...]:
    """Format, forum, venue and tone of all meetings."""
    standing = carriers(matter.syntax, triggers)
    found: list[Statement] = []
    for i in triggers:
        found += _before(matter, i)
        found += _predicates(matter, i)
    for i, (lemma, label) in enumerate(zip(matter.lemmas, matter.syntax.deps, strict=True)):
        if lemma in ASIDES:
            found += _aside(matter, i, standing)
        elif label == "pobj":
            found += _at(matter, i, standing)
    return tuple(found)


def _before(matter: Matter, i: int) -> Iterator[Statement]:
    """Words before the noun."""
    syntax = matter.syntax
    for child in below(syntax, i, "amod", "compound", "nmod"):
        if child > i:
            continue
        span = phrase(syntax, child)
        said = re.sub(r"\s+", "", span.of(matter.text)).casefold()
        if syntax.words[child].casefold() in _TONES:
            yield Statement("tone", i, i, worded(matter, Span(syntax.starts[child], syntax.ends[child])))
        elif said in _FORMATS:
            yield Statement("format", i, i, worded(matter, span))
        elif "-" in said and syntax.pos[child] == "NOUN" and not _peculiar(matter, child, span):
            yield Statement("format", i, i, worded(matter, Span(span.start, syntax.ends[i])))


def _peculiar(matter: Matter, child: int, span: Span) -> bool:
    """Whether a hyphenated word before the noun says something else than a form: a name, a number, who mediates."""
    here = matter.syntax.sentence_of[child]
    named = any(n.start < span.end and span.start < n.end for n in matter.names_near.get(here, ()))
    return (
        named
        or any(c.isdigit() for c in span.of(matter.text))
        or matter.syntax.words[child].casefold() in _MEDIATED
        or any(span.overlaps(Span(t.start, t.end)) for t in matter.times_near.get(here, ()))
    )


def _predicates(matter: Matter, i: int) -> Iterator[Statement]:
    """ "The talks were constructive", "called the meeting productive"."""
    syntax = matter.syntax
    head = syntax.heads[i]
    if syntax.deps[i] == "nsubj" and syntax.lemmas[head] == "be":
        near = below(syntax, head, "acomp", "attr")
    elif syntax.deps[i] == "nsubj" and syntax.pos[head] == "ADJ":
        near = [head]
    else:
        near = (
            [o for a in below(syntax, head, "prep") if syntax.lemmas[a] == "as" for o in syntax.children[a]]
            if syntax.deps[i] == "dobj"
            else []
        )
    for child in near:
        for one in (child, *below(syntax, child, "conj", "amod")):
            if syntax.words[one].casefold() in _TONES:
                yield Statement("tone", i, i, worded(matter, Span(syntax.starts[one], syntax.ends[one])))


def _aside(matter: Matter, i: int, standing: dict[int, int]) -> Iterator[Statement]:
    """ "On the sidelines of a summit": format, and the summit as forum."""
    syntax = matter.syntax
    prep = syntax.heads[i]
    if syntax.pos[prep] != "ADP" or (tie := _tied(matter, prep, standing, i)) is None:
        return
    for of in below(syntax, i, "prep"):
        for forum in below(syntax, of, "pobj"):
            if forum in standing and standing[forum] == tie:
                continue
            yield Statement("format", i, tie, worded(matter, Span(syntax.starts[prep], syntax.ends[forum])))
            yield Statement("forum", i, tie, worded(matter, phrase(syntax, forum)))


def _at(matter: Matter, i: int, standing: dict[int, int]) -> Iterator[Statement]:
    """ "At the G20", "during the conference", "at the hotel"."""
    syntax = matter.syntax
    prep = syntax.heads[i]
    if syntax.lemmas[prep].casefold() not in ("at", "during", "in"):
        return
    tie = _tied(matter, prep, standing, i)
    if tie is None or tie == i:
        return
    span, lemma = phrase(syntax, i), syntax.lemmas[i].casefold()
    facility = any(
        n.label == "FAC" and n.start <= syntax.starts[i] < n.end
        for n in matter.names_near.get(syntax.sentence_of[i], ())
    )
    if lemma in _BODIES or _GROUP.fullmatch(syntax.words[i]):
        yield Statement("forum", i, tie, worded(matter, span))
    elif _placed(matter, span):
        return
    elif facility or lemma in _VENUES or span.of(matter.text).endswith("White House"):
        yield Statement("venue", i, tie, worded(matter, span))


def _placed(matter: Matter, span: Span) -> bool:
    """Whether a phrase names a town or country, which `where` tells."""
    here = matter.places_near.get(matter.syntax.sentence_of[matter.syntax.inside(*span)[0]], ())
    fine = (m for p, m in here if p.precision != "point")
    return any(m.start < span.end and span.start < m.end for m in fine)


def _tied(matter: Matter, at: int, standing: dict[int, int], origin: int) -> int | None:
    syntax = matter.syntax
    for _ in range(_FAR):
        if at in standing and standing[at] != origin:
            return standing[at]
        if syntax.deps[at] not in _UP or syntax.heads[at] == at:
            return None
        at = syntax.heads[at]
    return None
