"""Who speaks in a report, how often, and on what terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.values.record import Source
from onrecord.views.present import wording
from onrecord.views.present.naming import called, is_unnamed

if TYPE_CHECKING:
    from onrecord.values.findings import StatedTerms
    from onrecord.values.record import Attribution, Record
    from onrecord.values.span import Span

PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "who", "him", "her", "them", "his", "their"})


@dataclass(frozen=True, slots=True)
class Voice:
    """A source as people name it. `form` and `terms` in words, "" where there is nothing to say; `said`: the contents, in the text's order;
    `via`: who carried it."""

    name: str
    form: str
    terms: str
    unnamed: bool
    said: tuple[Span, ...]
    ids: tuple[str, ...]
    denies: int = 0
    via: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """What is known of it beside its name: "unnamed, asked not to be named, via Baltic Wire"."""
        carried = f"via {', '.join(self.via)}" if self.via else ""
        form = self.form if self.form != self.name else ""
        return ", ".join(filter(None, ("unnamed" if self.unnamed else form, self.terms, carried)))

    @property
    def short(self) -> str:
        """The name, with the one thing that matters most: "a White House official (unnamed)"."""
        return f"{self.name} (unnamed)" if self.unnamed else self.name

    @property
    def label(self) -> str:
        """The name with the terms behind it: "a White House official (unnamed, asked not to be named)"."""
        notes = [note for note in ("unnamed" if self.unnamed else "", self.terms) if note]
        return f"{self.name} ({', '.join(notes)})" if notes else self.name


class Voices:
    """The voices of a record: one for each source, however often it speaks."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.actors = {one.id: one for one in record.actors}
        groups: dict[str, list[Attribution]] = {}
        for one in record.attributions:
            groups.setdefault(self._key(one), []).append(one)
        self.by_id: dict[str, Voice] = {}
        self.every: list[Voice] = []
        for every in groups.values():
            voice = self._voice(every)
            self.every.append(voice)
            self.by_id |= {one.id: voice for one in every}

    def of(self, by: str | None) -> Voice | None:
        """The voice behind a `by`; None for the report itself."""
        return None if by is None else self.by_id.get(by)

    def all(self) -> tuple[Voice, ...]:
        """Those who say most, first."""
        return tuple(sorted(self.every, key=lambda voice: -len(voice.ids)))

    def _key(self, one: Attribution) -> str:
        if one.source.actor is not None:
            return f"actor {one.source.actor}"
        return self.record.words(one.source).casefold() or "nobody"

    def _voice(self, every: list[Attribution]) -> Voice:
        source = every[0].source
        forms = [one.source.form for one in every]
        terms: StatedTerms = next(
            (one.source.stated_terms for one in every if one.source.stated_terms != "none_stated"), "none_stated"
        )
        named = "named_person" in forms or "named_institution" in forms
        form = "named_person" if "named_person" in forms else source.form
        name = called(self._name(every), form)
        return Voice(
            name=name,
            form=wording.FORMS[form],
            terms=wording.TERMS[terms],
            unnamed=is_unnamed(form, name, terms) and not named and not self._body(source.actor),
            said=tuple(span for one in every for span in one.content.spans),
            ids=tuple(one.id for one in every),
            denies=sum(one.polarity == "denies" for one in every),
            via=tuple(dict.fromkeys(self.actors[actor].name for one in every for actor in one.source.via)),
        )

    def _body(self, actor: str | None) -> bool:
        """Whether it is a body and no person: "police", "the union"."""
        known = self.actors.get(actor or "")
        return known is not None and known.kind in ("organization", "state")

    def _name(self, every: list[Attribution]) -> str:
        actor = self.actors.get(every[0].source.actor or "")
        if actor is not None and actor.name.casefold() not in PRONOUNS:
            return actor.name if actor.named else self._longest(every) or actor.name
        if every[0].source == Source() or not every[0].source.spans:
            return "nobody named"
        return self._longest(every) or self.record.words(every[0].source)

    def _longest(self, every: list[Attribution]) -> str:
        told = [" ".join(self.record.words(one.source).split()) for one in every]
        usable = (words for words in told if words.casefold() not in PRONOUNS and len(words) <= 80)
        return max(usable, key=len, default="")
