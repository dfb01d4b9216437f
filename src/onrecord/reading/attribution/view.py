"""The parse and the quotation marks of one article, as the rules of attribution look at them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from onrecord.values.layers import Page, Quotation, Quotations, Syntax
from onrecord.values.span import Span

if TYPE_CHECKING:
    from onrecord.values.layers import Reading

SUBJECTS: Final = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS: Final = frozenset({"nsubjpass", "csubjpass"})
LONGEST: Final = 600
"""Words of a phrase that are looked at: no sentence of news has more, and hostile ones stay cheap."""
DANGLING: Final = (" and", " but", " or")
EDGES: Final = ",;:–—- \t\r\n\u00a0"


@dataclass(frozen=True)
class View:
    """Words are numbered as in `syntax`; spans are code points into `text`."""

    text: str
    syntax: Syntax
    page: Page
    quotations: tuple[Quotation, ...]

    @classmethod
    def of(cls, reading: Reading) -> View:
        return cls(reading.text, reading[Syntax], reading[Page], reading[Quotations].items)

    @cached_property
    def outer(self) -> tuple[Quotation, ...]:
        """The quotations that lie in no other, in order."""
        return tuple(q for q in self.quotations if q.depth == 1)

    @cached_property
    def _outer_starts(self) -> list[int]:
        return [q.start for q in self.outer]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.syntax.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [p.start for p in self.page.reporting]

    def quoted(self, at: int) -> Quotation | None:
        """The outermost quotation between whose marks a code point lies."""
        i = bisect_right(self._outer_starts, at) - 1
        return self.outer[i] if i >= 0 and at < self.outer[i].end else None

    def quotations_in(self, span: Span) -> Sequence[Quotation]:
        """The outermost quotations that begin in a stretch."""
        return self.outer[bisect_left(self._outer_starts, span.start) : bisect_left(self._outer_starts, span.end)]

    def sentence(self, at: int) -> Span | None:
        i = bisect_right(self._sentence_starts, at) - 1
        return self.syntax.sentences[i] if i >= 0 and at < self.syntax.sentences[i].end else None

    def paragraph(self, at: int) -> Span | None:
        i = bisect_right(self._paragraph_starts, at) - 1
        return self.page.reporting[i] if i >= 0 and at < self.page.reporting[i].end else None

    def paragraph_before(self, paragraph: Span) -> Span | None:
        i = bisect_left(self._paragraph_starts, paragraph.start) - 1
        return self.page.reporting[i] if i >= 0 else None

    def children(self, i: int, *deps: str) -> list[int]:
        """The dependents of a word that bear one of the labels."""
        held, labels = self.syntax.children[i], self.syntax.deps
        return [c for c in held if labels[c] in deps] if held else []

    def child(self, i: int, *deps: str) -> int | None:
        """The first of them, or None."""
        labels = self.syntax.deps
        for c in self.syntax.children[i]:
            if labels[c] in deps:
                return c
        return None

    def below(self, i: int, without: Collection[int] = ()) -> list[int]:
        """A word and all that hangs on it, in order, but for the branches of the words in `without`."""
        found: list[int] = []
        stack, children = [i], self.syntax.children
        while stack and len(found) < LONGEST:
            word = stack.pop()
            if word not in without:
                found.append(word)
                stack += children[word]
        return sorted(found)

    def spans(self, words: Iterable[int]) -> tuple[Span, ...]:
        """The stretches of neighbouring words; edges of bare punctuation are cut."""
        runs: list[list[int]] = []
        for word in sorted(words):
            if runs and word == runs[-1][-1] + 1:
                runs[-1].append(word)
            else:
                runs.append([word])
        found = (self.trimmed(Span(self.syntax.starts[r[0]], self.syntax.ends[r[-1]])) for r in runs)
        return tuple(s for s in found if any(map(str.isalnum, self.text[s.start : s.end])))

    def trimmed(self, span: Span) -> Span:
        """Without white space, commas and dashes at either end, and without a full stop at the end."""
        start, end = span
        while start < end and self.text[start] in EDGES:
            start += 1
        while end > start and self.text[end - 1] in EDGES:
            end -= 1
        if end > start and self.text[end - 1] == "." and not self._abbreviation(end):
            end -= 1
        return self._balanced(Span(start, end))

    def _balanced(self, span: Span) -> Span:
        """Without a bracket at an edge whose other half is not in the span, and without a last "and" or "but"."""
        start, end = span
        inside = self.text[start:end]
        if inside[:1] in ("(", "[") and inside.count(inside[0]) > inside.count(")" if inside[0] == "(" else "]"):
            start += 1
        if inside[-1:] in (")", "]") and inside.count(inside[-1]) > inside.count("(" if inside[-1] == ")" else "["):
            end -= 1
        if inside.endswith(DANGLING):
            end = start + len(self.text[start:end].rpartition(" ")[0].rstrip(EDGES))
        return span if (start, end) == span else Span(start, max(start, end))

    def _abbreviation(self, end: int) -> bool:
        words = self.syntax.inside(end - 1, end)
        return bool(words) and len(self.syntax.words[words[-1]]) > 1

    def span(self, i: int) -> Span:
        return Span(self.syntax.starts[i], self.syntax.ends[i])
