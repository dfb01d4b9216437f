"""What a meeting was about and what came of it: topics, agreed, disputed, and whether its content was told.

In: the parse, the cast. Out: statements, those of agreement with their parties. One side's demand alone is neither agreed nor disputed
(codebook: meetings): agreement has two parties, or is said of "both".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.recording.clauses import below, obliques, phrase, subjects, whole
from onrecord.recording.meetings.statement import Statement, worded
from onrecord.values.record import Value
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from onrecord.recording.cast import Cast
    from onrecord.recording.matter import Matter
    from onrecord.values.layers import Syntax

_SHARED: Final = frozenset("objective goal view position concern aim vision understanding opinion".split())
_ACCORD: Final = frozenset({"agreement", "consensus", "accord", "understanding", "compromise", "deal"})
_VERBAL: Final = ("VERB", "AUX", "ADJ")
_AGREEING: Final = frozenset({"agree", "share", "reach", "find"})
_DIFFERING: Final = frozenset({"disagree", "differ", "divided"})
_APART: Final = frozenset({"difference", "divergence", "disagreement", "gap", "rift"})
_STAYING: Final = frozenset({"remain", "persist", "exist", "continue", "be", "stay", "emerge", "linger"})
_ABOUT: Final = ("on", "over", "about", "regarding", "concerning")
_SUBSTANCE: Final = frozenset({"content", "contents", "detail", "details", "substance"})
_DISCLOSE: Final = frozenset(
    {"divulge", "disclose", "release", "reveal", "give", "provide", "share", "publish", "make", "offer"}
)
_MEALS: Final = frozenset("coffee tea lunch dinner breakfast supper drink drinks luncheon brunch meal".split())
"""What people meet over without talking of it."""
_NAUGHT: Final = frozenset({"nothing", "none", "neither", "nought", "naught"})
_NOTHING: Final = frozenset({"none", "no", "nothing", "not", "n't", "few", "little", "decline", "refuse", "without"})


def outcomes(matter: Matter, cast: Cast, triggers: Collection[int]) -> tuple[Statement, ...]:
    """Topics, agreed, disputed and content_disclosed, wherever they are told."""
    found: list[Statement] = []
    for i in triggers:
        found += _topics(matter, i)
    for i, lemma in enumerate(matter.lemmas):
        if lemma in _AGREEING and matter.syntax.pos[i] in _VERBAL:
            found += _agreed(matter, cast, i, lemma)
        elif lemma in _DIFFERING and matter.syntax.pos[i] in _VERBAL:
            found += _differing(matter, cast, i)
        elif lemma in _APART:
            found += _disputed(matter, cast, i)
        elif lemma in _SUBSTANCE:
            found += _withheld(matter, i, triggers)
    return tuple(found)


def _topics(matter: Matter, i: int) -> Iterator[Statement]:
    syntax = matter.syntax
    heads = below(syntax, i, "dobj") if syntax.lemmas[i].casefold() == "discuss" else obliques(syntax, i, _ABOUT)
    for verb in (v for v in syntax.children[i] if syntax.deps[v] in ("xcomp", "advcl", "acl", "relcl")):
        if syntax.lemmas[verb].casefold() == "discuss":
            heads = [*heads, *below(syntax, verb, "dobj")]
    for head in heads:
        span = whole(syntax, head)
        if syntax.lemmas[head].casefold() in _MEALS:
            prep = syntax.heads[head]
            yield Statement(
                "format", i, i, worded(matter, Span(min(syntax.starts[prep], span.start), syntax.ends[head]))
            )
        elif not _dated(matter, span) and syntax.lemmas[head].casefold() not in (
            "sideline",
            "margin",
            "phone",
            "telephone",
        ):
            yield Statement("topics", i, i, worded(matter, span))


def _dated(matter: Matter, span: Span) -> bool:
    return any(
        t.start <= span.start and span.end <= t.end + 1
        for t in matter.times_near.get(matter.sentence_at(span.start), ())
    )


def agreement(matter: Matter, i: int, lemma: str) -> tuple[Span, ...]:
    """What is agreed, as said after the verb of agreeing at word `i`."""
    syntax = matter.syntax
    if lemma == "share":
        return tuple(whole(syntax, o) for o in below(syntax, i, "dobj") if syntax.lemmas[o].casefold() in _SHARED)
    if lemma in ("reach", "find"):
        nouns = [o for o in below(syntax, i, "dobj") if syntax.lemmas[o].casefold() in _ACCORD | {"ground"}]
        return tuple(
            whole(syntax, x) for o in nouns for x in (obliques(syntax, o, _ABOUT) or obliques(syntax, i, _ABOUT))
        )
    nouns = [n for n in obliques(syntax, i, ("on", "upon", "to", "about")) if not _according(syntax, n)]
    spans = [_bounded(matter, Span(_first(matter, n), whole(syntax, n).end)) for n in nouns[:1]]
    for clause in (c for c in syntax.children[i] if syntax.deps[c] in ("xcomp", "ccomp") and c > i):
        words = [w for w in syntax.subtree(clause) if w > i]
        words = [w for w in words if not (syntax.deps[w] == "mark" and syntax.heads[w] == clause)]
        if words:
            spans.append(_bounded(matter, syntax.span(words[0], words[-1])))
    return tuple(s for s in spans if s.end > s.start and not _dated(matter, s))


def _according(syntax: Syntax, noun: int) -> bool:
    """Whether a noun after "to" is who says it ("according to a joint statement"), and not what is agreed to."""
    above = (syntax.heads[noun], syntax.heads[syntax.heads[noun]])
    return any(syntax.words[w].casefold() == "according" for w in above)


def nothing_agreed(syntax: Syntax, i: int) -> bool:
    """Whether what is agreed is nothing ("agreed on nothing", "reached no deal", "agreed none of it"): that is no agreement."""
    for head in (*below(syntax, i, "dobj"), *obliques(syntax, i, ("on", "upon", "to", "about"))):
        if syntax.words[head].casefold() in _NAUGHT:
            return True
        if any(syntax.deps[c] == "det" and syntax.words[c].casefold() == "no" for c in syntax.children[head]):
            return True
    return False


def _first(matter: Matter, head: int) -> int:
    """The start of a noun phrase with its article."""
    start = phrase(matter.syntax, head).start
    before = matter.syntax.inside(max(0, start - 5), start)
    return matter.syntax.starts[before[-1]] if before and matter.syntax.deps[before[-1]] == "det" else start


def _bounded(matter: Matter, span: Span) -> Span:
    """Cut at the end of the content in which it begins, and of the quotation marks and commas at its end."""
    account = matter.account(Span(span.start, span.start + 1))
    for one in account.content.spans if account else ():
        if one.start <= span.start < one.end:
            span = Span(span.start, min(span.end, one.end))
    return Span(span.start, span.start + len(span.of(matter.text).rstrip(" \t\n,.;”\"'")))


def _agreed(matter: Matter, cast: Cast, i: int, lemma: str) -> Iterator[Statement]:
    syntax = matter.syntax
    if below(syntax, i, "neg") or nothing_agreed(syntax, i):
        return
    people = cast.everyone([*subjects(syntax, i), *obliques(syntax, i, ("with",))])
    parties = frozenset(p.actor for p in people)
    if len(parties) < 2:
        return
    for span in agreement(matter, i, lemma):
        yield Statement("agreed", i, None, worded(matter, span), parties=parties)
        head = matter.head(span)
        if head is not None and syntax.lemmas[head].casefold() == "need":
            for topic in obliques(syntax, head, ("for",))[:1]:
                yield Statement(
                    "topics", i, None, worded(matter, _bounded(matter, whole(syntax, topic))), parties=parties
                )


def _differing(matter: Matter, cast: Cast, i: int) -> Iterator[Statement]:
    syntax = matter.syntax
    parties = frozenset(p.actor for p in cast.everyone([*subjects(syntax, i), *obliques(syntax, i, ("with",))]))
    if len(parties) < 2:
        return
    for head in obliques(syntax, i, _ABOUT):
        yield Statement("disputed", i, None, worded(matter, _bounded(matter, whole(syntax, head))), parties=parties)


def _disputed(matter: Matter, cast: Cast, i: int) -> Iterator[Statement]:
    syntax = matter.syntax
    verb = syntax.heads[i]
    if syntax.deps[i] not in ("nsubj", "attr", "expl", "nsubjpass") or syntax.lemmas[verb].casefold() not in _STAYING:
        return
    if syntax.lemmas[verb] == "be" and syntax.deps[i] == "nsubj" and not below(syntax, verb, "expl"):
        return
    parties = frozenset(p.actor for p in cast.everyone(obliques(syntax, i, ("between",))))
    yield Statement("disputed", i, None, worded(matter, _bounded(matter, whole(syntax, i))), parties=parties)


def _outside(matter: Matter, span: Span) -> str | None:
    """The account under which a stretch stands, none whose own cue lies in it ("nothing was divulged to …" divulges nothing)."""
    account = matter.account(Span(span.start, span.start + 1))
    while account is not None and any(span.holds(c) for c in account.cue.spans):
        account = matter.accounts.get(account.within) if account.within else None
    return account.id if account else None


def _withheld(matter: Matter, i: int, triggers: Collection[int]) -> Iterator[Statement]:
    """ "Nothing of the talks was made public", "declined to give details of the talks"."""
    syntax = matter.syntax
    sentence = matter.sentence(i)
    verb = next((w for w in sentence if syntax.lemmas[w].casefold() in _DISCLOSE and syntax.pos[w] == "VERB"), None)
    meeting = next((t for t in triggers if t in syntax.subtree(i)), None)
    if verb is None or i not in syntax.subtree(verb):
        return
    clause = syntax.subtree(verb)
    near = {syntax.lemmas[w].casefold() for w in (*clause, syntax.heads[verb])}
    if not near & _NOTHING:
        return
    span = syntax.span(clause[0], clause[-1])
    by = _outside(matter, span)
    span = _bounded(matter, span) if by == matter.by(Span(span.start, span.start + 1)) else span
    if meeting is not None:
        yield Statement("content_disclosed", i, meeting, Value(False, *span, by))  # noqa: FBT003  the value itself
