"""One report as a comparison reads it: its sentences, where its own text begins behind title and deck, and who says what stands at a place.

In: a `Record`. Out: `Telling`. The attributions of the record are asked first; where none covers a place, a source named in the same
sentence ("… were killed, a hospital official said") is taken. A pronoun is taken back to the name before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.countwords import DOES, DOES_TO, DONE_TO
from onrecord.stories.sentences import index_at, sentences
from onrecord.stories.sources import cited, form_of, trailing
from onrecord.stories.wording import WORD, stem
from onrecord.values.record import Source
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.values.record import Actor, Attribution, Record

PRONOUNS: Final = frozenset("he she they it i we who which that him her them his their its".split())
BACK: Final = frozenset(
    {
        "the group",
        "the organisation",
        "the organization",
        "the network",
        "the agency",
        "the channel",
        "the report",
        "the statement",
        "the source",
        "the page",
    }
)
_HARM: Final = frozenset(
    {*DONE_TO, *DOES_TO, *DOES}
    | set(
        "attacked attack attacks hit hits struck targeted launched fired bombed pounded pledged accuses seen sought".split()
    )
)
_OPENING: Final = 700  # code points in which title, deck and stamps may stand
_TITLE_SHARE: Final = 0.7
_RUNS_ON: Final = 40  # code points behind a content within which its sentence is taken to go on with it
_OPENS: Final = 12  # code points from the start of a sentence within which a source opens it


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something: the span of the source's words (None: the report itself), and what the report says of it."""

    by: Span | None = None
    source: Source = field(default_factory=Source)
    polarity: str = "affirms"
    hedged: bool = False
    attribution: str | None = None


OWN: Final = Voice()


@dataclass(frozen=True)
class Telling:
    """A record under the key that it has in the story."""

    key: str
    record: Record

    @property
    def text(self) -> str:
        return self.record.article.text

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The sentences."""
        return sentences(self.text)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """The actors of the record by id."""
        return {one.id: one for one in self.record.actors}

    def at(self, point: int) -> int:
        """The number of the sentence at a code point."""
        return index_at(self.spans, point)

    @cached_property
    def stems(self) -> tuple[frozenset[str], ...]:
        """For each sentence the stems of its words."""
        return tuple(frozenset(stem(w) for w in WORD.findall(s.of(self.text))) for s in self.spans)

    @cached_property
    def body(self) -> int:
        """Where the report's own text begins: behind the title, deck, agency and date that stand before it as one block."""
        head = self.record.article
        ends = [
            f.end for f in head.furniture if f.start < _OPENING and f.kind in ("title_repeat", "timestamp", "byline")
        ]
        ends += [p.end for p in (head.headline, head.deck, head.byline, head.dateline) if p and p.start < _OPENING]
        ends += [s for s in (c.span.end for c in (head.agency, head.outlet) if c and c.span) if s < _OPENING]
        if head.published.span and head.published.span.start < _OPENING:
            ends.append(head.published.span.end)
        ends.append(self._after_title())
        ends += [t.end for t in self.record.times if t.end < _OPENING and self._stamp(Span(t.start, t.end))]
        return max((e for e in ends if e < len(self.text) - 40), default=0)

    def _after_title(self) -> int:
        """The end of a title that stands at the top of the text, by its words, whatever marks it has lost there."""
        title = self.record.article.headline
        wanted = [m.group().casefold() for m in WORD.finditer(title.text)] if title else []
        if len(wanted) < 3:
            return 0
        seen = list(WORD.finditer(self.text, 0, _OPENING))
        for first in range(min(12, len(seen))):
            part = seen[first : first + len(wanted)]
            same = sum(m.group().casefold() == w for m, w in zip(part, wanted, strict=False))
            if part and same >= _TITLE_SHARE * len(wanted):
                return part[-1].end()
        return 0

    def _stamp(self, span: Span) -> bool:
        """Whether a date with its year stands before any full stop, as a stamp does, and not inside a sentence ("on 3 May 2014")."""
        words = span.of(self.text)
        before = self.text[: span.start].rstrip()
        return (
            any(c.isdigit() for c in words[-4:])
            and len(words) >= 8
            and not before.casefold().endswith((" on", " in", " since", " of", " until"))
        )

    # ------------------------------------------------------------------ who says it

    @cached_property
    def sayings(self) -> tuple[Attribution, ...]:
        """The attributions that are speech: no cue of one is a deed ("the army killed dozens")."""
        return tuple(
            one
            for one in self.record.attributions
            if not any(w.casefold() in _HARM for s in one.cue.spans for w in s.of(self.text).split())
        )

    def voice(self, span: Span, *, near: bool = True) -> Voice:
        """Who says what stands at a place. `near`: also by a saying of its sentence that does not cover it."""
        held = [
            (sum(s.end - s.start for s in one.content.spans), k, one)
            for k, one in enumerate(self.sayings)
            if any(s.start <= span.start < s.end or s.start < span.end <= s.end for s in one.content.spans)
        ]
        last = trailing(self.text, self.spans[self.at(span.start)], span.end)
        for _, _, one in sorted(held, key=lambda h: h[:2]):
            if last and not any(s.overlaps(last) or s.start > span.end for s in (*one.source.spans, *one.cue.spans)):
                break  # the sentence ends with another source: what stands before it is his
            if one.source.spans and not self._inner(one) and (found := self.spoken(one)):
                return self._cited(span, found)
        if near and (beside := list(self._in_sentence(span))):
            best = min(beside, key=lambda one: min(abs(s.start - span.start) for s in one.source.spans))
            if found := self.spoken(best):
                return self._cited(span, found)
        by = cited(self.text, self.spans[self.at(span.start)], span.end) or last
        return Voice(by, Source((by,), form=form_of(by.of(self.text)))) if by else OWN

    def _inner(self, one: Attribution) -> bool:
        """Whether it is a saying of the speaker's own inside his quotation: "I think that …"."""
        return one.source.spans[0].of(self.text) in ("I", "We", "we")

    def _cited(self, span: Span, found: Voice) -> Voice:
        """The one whom the source cites, where it cites one: then it only carries his words."""
        around = self.spans[self.at(span.start)]
        by = cited(self.text, around, span.end)
        return replace(found, by=by, source=Source((by,), form=form_of(by.of(self.text)))) if by else found

    def _in_sentence(self, span: Span) -> Iterator[Attribution]:
        """Sayings of which source and cue stand in the sentence of a place and whose content does not end before it."""
        around = self.spans[self.at(span.start)]
        for one in self.sayings:
            spans = (*one.source.spans, *one.cue.spans)
            if not one.source.spans or self._inner(one) or not all(around.holds(s) for s in spans):
                continue
            first, cue = min(s.start for s in spans), min(s.start for s in one.cue.spans)
            ends = max(s.end for s in one.content.spans)
            if (
                0 <= span.start - ends < _RUNS_ON
                or (cue > span.end and ";" not in self.text[span.end : cue])
                or first - around.start < _OPENS
            ):
                yield one

    def spoken(self, one: Attribution) -> Voice | None:
        """The voice of a saying; None where it names no source."""
        span = self.source_span(one)
        if span is None:
            return None
        return Voice(span, one.source, one.polarity, one.hedge is not None, one.id)

    def source_span(self, one: Attribution) -> Span | None:
        """The source's words in the text, a pronoun's taken back to the name before it."""
        if not one.source.spans:
            return None
        span = one.source.spans[0]
        plain = span.of(self.text).casefold()
        if plain in BACK:
            return self._before(span) or span
        if plain in PRONOUNS:
            return self._named(one, span) or span
        short = plain.startswith("the ") and plain.count(" ") == 1 and one.source.actor is not None
        return (self._same_actor(one, span) if short else None) or span

    def _same_actor(self, one: Attribution, span: Span) -> Span | None:
        """The last source before a place that is the same actor by more words: "a palace official" before "the official"."""
        before = [
            other.source.spans[0]
            for other in self.sayings
            if other.source.spans
            and other.source.spans[0].start < span.start
            and other.source.spans[0].of(self.text).casefold() not in PRONOUNS
            and other.source.actor == one.source.actor
            and one.source.actor is not None
        ]
        return max((s for s in before if s.end - s.start > span.end - span.start), default=None)

    def _named(self, one: Attribution, span: Span) -> Span | None:
        """The last words before a pronoun that name the same actor; else the source of the saying before it."""
        if before := self._same_actor(one, span):
            return before
        actor = next((a for a in self.record.actors if a.id == one.source.actor), None)
        if actor is not None:
            named = [Span(m.start, m.end) for m in actor.mentions if m.form != "pronoun" and m.start < span.start]
            if named:
                return max(named)
        return self._before(span)

    def _before(self, span: Span) -> Span | None:
        """The source named last before a place."""
        told = [
            source
            for other in self.sayings
            for source in other.source.spans[:1]
            if source.start < span.start and source.of(self.text).casefold() not in PRONOUNS | BACK
        ]
        return max(told) if told else None
