"""Further fields of single events: the means and the aim of violence, the matter of a word of support.

In: a candidate and the parse. Out: values by field. `means`: words before the noun or after "with" and "using" that say by what it was
done; `aim`: against whom or what for, where the text puts it so ("anti-X", "aimed at …"); `topics` of a SUPPORT: what is welcomed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.recording.clauses import below, obliques, phrase, whole
from onrecord.recording.meetings.statement import worded
from onrecord.recording.roles import anti
from onrecord.values.span import Span

if TYPE_CHECKING:
    from onrecord.recording.cast import Cast
    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Candidate
    from onrecord.values.record import Value

_MEANS: Final = frozenset(
    "bombing shooting bomb knife gun rifle rocket mortar missile artillery drone truck car grenade gas sarin chlorine chemical acid "
    "machete axe suicide pistol explosive shelling stabbing firebomb sniper tank barrel van vehicle".split()
)  # fmt: skip


def particulars(matter: Matter, cast: Cast, candidate: Candidate) -> dict[str, tuple[Value, ...]]:
    """Means and aim of an ASSAULT, topics of a SUPPORT."""
    if candidate.sense.kind == "ASSAULT":
        found = {"means": _means(matter, candidate.head), "aim": _aim(matter, candidate.head)}
    elif candidate.sense.kind == "SUPPORT":
        found = {"topics": _matter(matter, cast, candidate)}
    else:
        found = {}
    return {name: values for name, values in found.items() if values}


def _means(matter: Matter, i: int) -> tuple[Value, ...]:
    syntax = matter.syntax
    if syntax.pos[i] == "VERB":
        heads = [h for h in obliques(syntax, i, ("with", "in")) if syntax.lemmas[h].casefold() in _MEANS]
        heads += [o for v in below(syntax, i, "advcl") if syntax.lemmas[v] == "use" for o in below(syntax, v, "dobj")]
        return tuple(worded(matter, phrase(syntax, h)) for h in heads)
    before = [
        c for c in below(syntax, i, "compound", "nmod", "amod") if syntax.lemmas[c].casefold() in _MEANS and c < i
    ]
    every = [*before, *(c for b in before for c in below(syntax, b, "conj"))]
    return (worded(matter, syntax.span(min(every), max(every))),) if every else ()


def _aim(matter: Matter, i: int) -> tuple[Value, ...]:
    syntax = matter.syntax
    against = [c for c in below(syntax, i, "amod", "compound", "nmod") if anti(syntax, c)]
    spans = [
        Span(
            syntax.starts[c - 2] if not syntax.words[c].casefold().startswith("anti-") else syntax.starts[c],
            syntax.ends[c],
        )
        for c in against
    ]
    for aimed in (v for v in syntax.children[i] if syntax.lemmas[v] == "aim" and syntax.deps[v] == "acl"):
        spans += [whole(syntax, o) for p in below(syntax, aimed, "prep") for o in below(syntax, p, "pobj", "pcomp")]
    return tuple(worded(matter, s) for s in spans)


def _matter(matter: Matter, cast: Cast, candidate: Candidate) -> tuple[Value, ...]:
    syntax, i = matter.syntax, candidate.head
    heads = [h for h in below(syntax, i, "dobj") if not cast.known(h) and syntax.pos[h] == "NOUN"]
    heads = [o for h in heads for o in (obliques(syntax, h, ("for", "over")) or [h])]
    heads = [h for h in heads if syntax.lemmas[h].casefold() not in candidate.sense.needs]
    return tuple(worded(matter, whole(syntax, h)) for h in heads)
