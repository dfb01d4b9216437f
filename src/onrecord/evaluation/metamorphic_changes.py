"""Changes of an article whose effect on the record is known: the changed article, and what each value of the record then has to be.

    names        a person's name is another's of the same gender, given name and surname, everywhere
    quotes       straight, curly and angled quotation marks, one for the other
    date         the article was published a week later (or, late in a month, earlier): the month stays, so coarser times stay, too
    addition     a paragraph of another story behind the last one
    parties      two persons, or two states with their adjectives, change places
    background   two neighbouring sentences of background change places

Each maker gives None for an article on which its change would not be a plain one (it tells why in its docstring).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from onrecord.evaluation import metamorphic_dates as dates
from onrecord.evaluation import metamorphic_names as names
from onrecord.evaluation.metamorphic_values import Slot, Slots, mapped, places, slots
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from onrecord.values.article import Article
    from onrecord.values.record import Actor, Event, Record

QUOTES = {"straight": ('"', '"'), "curly": ("“", "”"), "angled": ("«", "»")}
ANY_QUOTE = re.compile('["“”«»]')
POINTING = re.compile(r"^(he|she|it|they|this|that|these|those|his|her|its|their|but|and|however|also|meanwhile|then|so|such|both|another|other|one)\b", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Before:
    """An article, its record, and the sentences that were read."""

    article: Article
    record: Record
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """The changed article; `expected`: the slots that its record has to have; `counted`: which slots of that record are compared;
    `same`: whether a value found is the one expected."""

    article: Article
    expected: Slots
    counted: Callable[[Slot], bool] = lambda slot: True
    same: Callable[[Slot, Any, Any], bool] = lambda slot, wanted, found: wanted == found


class Edits:
    """Replacements in a text (`at` in order, none overlapping), and where the rest of it then stands."""

    def __init__(self, text: str, edits: Sequence[tuple[Span, str]]) -> None:
        self.edits = sorted(edits)
        self.ends = [span.end for span, _ in self.edits]
        self.grown, total, parts, at = [0], 0, list[str](), 0
        for span, new in self.edits:
            total += len(new) - (span.end - span.start)
            self.grown.append(total)
            parts += [text[at : span.start], new]
            at = span.end
        self.text = "".join([*parts, text[at:]])

    def span(self, old: Span) -> Span:
        """Where a stretch of the old text stands in the new one; one that begins or ends inside of a replacement begins or ends with it."""
        start = self._at(old.start, end=False)
        return Span(start, max(start, self._at(old.end, end=True)))

    def _at(self, at: int, *, end: bool) -> int:
        before = bisect_right(self.ends, at - 1 if end else at)
        if before < len(self.edits):
            span, new = self.edits[before]
            if span.start < at and (end or at < span.end):
                return span.start + self.grown[before] + (len(new) if end else 0)
        return at + self.grown[before]


def renamed(before: Before) -> Change | None:
    """A person's name swapped. None where no person of plain, known gender has a name of two words that name nothing else in the text."""
    swap = names.another(before.record)
    return _swapped(before, swap) if swap else None


def exchanged(before: Before) -> Change | None:
    """The two parties' names swapped. None where there are no two persons of one gender and no two states."""
    swap = names.parties(before.record)
    return _swapped(before, swap) if swap else None


def _swapped(before: Before, swap: names.Swap) -> Change:
    edits = Edits(before.article.text, names.edits(before.article.text, swap.words))
    expected = _mapped(slots(before.record), edits.span, swap.word)
    return Change(replace(before.article, text=edits.text), swap.ids(expected), same=swap.same)


def quoted(form: str) -> Callable[[Before], Change | None]:
    """The maker of the change to a form of `QUOTES`. None where the text has no double quotation marks, or those already."""

    def maker(before: Before) -> Change | None:
        text = before.article.text
        new = ANY_QUOTE.sub(lambda m: QUOTES[form][_closing(text, m.start())], text)
        if new == text:
            return None

        def plain(word: str) -> str:
            return ANY_QUOTE.sub('"', word)

        return Change(
            replace(before.article, text=new),
            _mapped(slots(before.record), lambda span: span, plain),
            same=lambda slot, wanted, found: wanted == mapped(found, lambda span: span, plain),
        )

    return maker


def _closing(text: str, at: int) -> bool:
    """Whether a mark closes: as it is drawn, or, drawn straight, behind anything but white space, a dash or an opening bracket."""
    if text[at] != '"':
        return text[at] in "”»"
    return at > 0 and not text[at - 1].isspace() and text[at - 1] not in "([{—–-‘'"


def postdated(before: Before) -> Change | None:
    """Published a week from then. None without a day, and where the text itself states a day near it (it then dates itself)."""
    moved = dates.moved(before.record)
    if moved is None or dates.dates_itself(before.record):
        return None
    expected = {slot: dates.expected(before.record, slot, value, moved) for slot, value in slots(before.record).items()}
    return Change(replace(before.article, published=moved.day, updated=None), expected)


def added(other: str) -> Callable[[Before], Change | None]:
    """The maker of the addition of a paragraph. None where both name the same (a capital word of more than three letters in common)."""

    def maker(before: Before) -> Change | None:
        text = before.article.text
        known = set(re.findall(r"[A-Z]\w{3,}", text))
        if not other or known & set(re.findall(r"[A-Z]\w{3,}", other)) - names.OPENERS:
            return None
        end = len(text)
        return Change(
            replace(before.article, text=text.rstrip() + "\n\n" + other),
            slots(before.record),
            counted=lambda slot: all(span.start < end for span in places(slot)),
        )

    return maker


def reordered(before: Before) -> Change | None:
    """Two neighbouring sentences of background swapped, the last two that can be.

    Background is what stands behind the first third and tells no news: its events, if any, are all background. None where no two such stand
    free: no event, account, actor, time or pronoun of one may lean on the other.
    """
    text, every = before.article.text, before.sentences
    for first, second in reversed(list(pairwise(every))[max(2, len(every) // 3) :]):
        a, b = first.trimmed(text), second.trimmed(text)
        if _free(before, a, b):
            return _turned(before, a, b)
    return None


def _turned(before: Before, a: Span, b: Span) -> Change:
    text = before.article.text
    between = text[a.end : b.start]
    new = text[: a.start] + b.of(text) + between + a.of(text) + text[b.end :]
    back, on = a.start - b.start, len(b.of(text)) + len(between)

    def span(old: Span) -> Span:
        by = on if a.start <= old.start < a.end else back if b.start <= old.start < b.end else 0
        return Span(old.start + by, old.end + by)

    return Change(replace(before.article, text=new), _mapped(slots(before.record), span, lambda word: word))


def _free(before: Before, a: Span, b: Span) -> bool:
    record, text, both = before.record, before.article.text, Span(a.start, b.end)
    if any(POINTING.match(s.of(text)) or len(ANY_QUOTE.findall(s.of(text))) % 2 for s in (a, b)):
        return False
    told = [e for e in record.events if any(_in(t, both) for t in (e.trigger, *e.mentions))]
    said = (s for one in record.attributions for s in (*one.content.spans, *one.source.spans, *one.cue.spans))
    times = (t for t in record.times if _in(Span(t.start, t.end), both))
    return (
        all(e.background and _alone(e, a, b) for e in told)
        and not any(s.overlaps(both) and not a.holds(s) and not b.holds(s) for s in said)
        and not any(t.anchor and t.anchor != "published" for t in times)
        and not any(both.start <= f.start < both.end for f in record.article.furniture)
        and all(_apart(actor, a, b) for actor in record.actors)
    )


def _apart(actor: Actor, a: Span, b: Span) -> bool:
    """Whether what is said of an actor in both does not depend on their order: named in each of them before any pronoun, and known before both
    or told of in one alone."""
    new = actor.mentions[0]
    first, second = ([m for m in actor.mentions if s.start <= m.start < s.end] for s in (a, b))
    if any(some and some[0] is not new and some[0].form in ("pronoun", "description") for some in (first, second)):
        return False
    return not (first and second) or new.start < a.start


def _alone(event: Event, a: Span, b: Span) -> bool:
    """Whether an event's triggers all lie in one of the two."""
    every = (event.trigger, *event.mentions)
    return all(_in(t, a) for t in every) or all(_in(t, b) for t in every)


def _in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < outer.end


def _mapped(old: Slots, span: Callable[[Span], Span], word: Callable[[str], str]) -> Slots:
    moved: Mapping[Slot, Any] = {mapped(slot, span, word): mapped(value, span, word) for slot, value in old.items()}
    return {slot: tuple(sorted(value, key=repr)) for slot, value in moved.items()}
