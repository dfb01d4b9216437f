"""What every form asks of a record: the sentence around a finding, and who says a value, in words and in codes."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from onrecord.values.record import Actor, Attribution, Place, Record, Time, spans_of
from onrecord.values.span import Span
from onrecord.views.export.identity import Named
from onrecord.views.present.sentences import sentence
from onrecord.views.present.wording import THE_REPORT


@dataclass(frozen=True)
class Told:
    """A record with its name, and what is looked up in it again and again."""

    named: Named
    _sentences: dict[Span, str] = field(default_factory=dict, repr=False, compare=False)

    @property
    def record(self) -> Record:
        return self.named.record

    @property
    def text(self) -> str:
        return self.record.article.text

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        return {one.id: one for one in self.record.attributions}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        return {one.id: one for one in self.record.actors}

    @cached_property
    def places(self) -> dict[str, Place]:
        return {one.id: one for one in self.record.places}

    @cached_property
    def times(self) -> dict[str, Time]:
        return {one.id: one for one in self.record.times}

    def words(self, start: int, end: int) -> str:
        """The words of a stretch, on one line."""
        return " ".join(self.text[start:end].split())

    def sentence(self, start: int, end: int) -> str:
        """The sentence that holds a stretch, on one line."""
        span = Span(start, end)
        if span not in self._sentences:
            self._sentences[span] = self.words(*sentence(self.text, span))
        return self._sentences[span]

    def speaker(self, by: str | None) -> str:
        """Who says it, in the words of the text (or the actor's name); "the report itself" where nobody else does."""
        if by is None:
            return THE_REPORT
        source = self.attributions[by].source
        words = " … ".join(self.words(*span).rstrip(" ,;:") for span in source.spans)
        name = self.actors[source.actor].name if source.actor else ""
        return words or name or "nobody named"

    def saying(self, by: str | None) -> str:
        """One line: who says it, in which form, on what stated terms, and who carried it: "an aide (a2, role_described)"."""
        if by is None:
            return THE_REPORT
        source = self.attributions[by].source
        codes = [by, source.form]
        if source.stated_terms != "none_stated":
            codes.append(source.stated_terms)
        codes += [f"via {self.actors[one].name}" for one in source.via]
        return f"{self.speaker(by)} ({', '.join(codes)})"

    @cached_property
    def sentence_starts(self) -> tuple[int, ...]:
        """Where the sentences of the text begin, in order."""
        starts, place = [], 0
        while place < len(self.text):
            if self.text[place].isspace():
                place += 1
                continue
            starts.append(place)
            place = max(sentence(self.text, Span(place, place + 1)).end, place + 1)
        return tuple(starts)

    def first(self, thing: object) -> Span:
        """The first span of a finding in the text. Every finding of a record has one."""
        return min(spans_of(thing))
