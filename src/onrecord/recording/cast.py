"""Which actors a stretch of text speaks of; where no actor of the reading holds it, a new one is made of its words.

In: `Actors`, `Syntax`, `Quantities`. A new actor is a group or an unidentified person with this one mention (further ones with the same
words join it), so that every participant of an event has an actor: "three gunmen" took part even where no stage knew them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.recording.clauses import below, called, joined, phrase
from onrecord.values.record import Actor, Mention, Participant
from onrecord.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.recording.matter import Matter

_PEOPLE: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PRONOUNS: Final = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$", "DT", "EX"})
_FIRST: Final = frozenset({"i", "we", "us", "me"})
_PERSON_NOUNS: Final = frozenset(
    "sister brother wife husband son daughter mother father parent youth campaigner reporter immigrant voter critic "
    "investigator deputy mayor governor ally supporter opponent board critics patient guest individual dissident separatist pirate "
    "people person man woman child boy girl civilian victim soldier troop fighter rebel militant gunman attacker assailant suspect police "
    "officer protester demonstrator student worker resident villager passenger official leader minister president lawmaker senator "
    "diplomat journalist activist prisoner hostage detainee refugee migrant insurgent terrorist extremist bomber force army government "
    "regime opposition authority court prosecutor judge jury union group party militia navy marine guard commander crowd inmate family "
    "member teacher doctor staff personnel employee driver pilot teenager lawyer defendant king queen prince pope rabbi cleric priest "
    "nation country state power head chief envoy ambassador counterpart delegation team representative aide adviser advisor general spokesman secretary chairman director captain inspector negotiator mediator company firm bank agency ministry council committee parliament congress senate coalition alliance".split()
)  # fmt: skip


class Cast:
    """The actors of one record while it is being made: those of the reading, and those that its events needed."""

    def __init__(self, matter: Matter) -> None:
        self._matter = matter
        self._held: dict[int, list[tuple[Span, str]]] = {}
        self._made: dict[str, Actor] = {}
        for actor in matter.actors.items:
            for one in actor.mentions:
                span = Span(one.start, one.end)
                words = matter.syntax.inside(*span)
                heads = (matter.head(span), words[-1]) if len(words) > 1 else words
                for word in sorted({w for w in heads if w is not None}):
                    self._held.setdefault(word, []).append((span, actor.id))

    def actors(self) -> tuple[Actor, ...]:
        """All actors, the new ones last."""
        return (*self._matter.actors.items, *self._made.values())

    def country(self, actor: str) -> str | None:
        known = self._matter.actors.by_id.get(actor)
        return known.country if known else None

    def known(self, head: int) -> tuple[tuple[Span, str], ...]:
        """The mentions whose head is this word, with their actors: those of the longest mention."""
        held = self._held.get(head, [])
        longest = max((s.end - s.start for s, _ in held), default=0)
        return tuple((s, a) for s, a in held if s.end - s.start == longest)

    def at(self, head: int, *, make: bool = False) -> tuple[Participant, ...]:
        """The participants that a head word stands for: more than one for "the pair", none for a word that is nobody.

        With `make` a noun phrase that no actor holds becomes one, whatever it is; without, only one that is of people.
        """
        syntax = self._matter.syntax
        if not (known := self.known(head)):
            known = self._apposed(head) or self._speaker(head) or self._capital(head) or self._make(head, make=make)
        by = self._matter.by(Span(syntax.starts[head], syntax.ends[head]))
        return tuple(Participant(actor, span.start, span.end, by) for span, actor in known)

    def alone(self, head: int) -> tuple[Participant, ...]:
        """The participants that a word stands for by itself, not as the end of a longer phrase ("B" of "the ministers of A and B")."""
        matter = self._matter
        known = [(s, a) for s, a in self._held.get(head, []) if matter.head(s) == head] or self._make(head, make=True)
        by = matter.by(Span(matter.syntax.starts[head], matter.syntax.ends[head]))
        return tuple(Participant(actor, span.start, span.end, by) for span, actor in known[:1])

    def persons(self, head: int) -> tuple[Participant, ...]:
        """The persons known by name that a word stands for."""
        known = self._matter.actors.by_id
        return tuple(p for p in self.at(head) if p.actor in known and known[p.actor].kind == "person")

    def over(self, span: Span, *, make: bool = True) -> tuple[Participant, ...]:
        """The participants of a stretch that the network proposes, joined ones each; without `make` only people and bodies."""
        head = self._matter.head(span)
        if head is None:
            return ()
        inside = [i for i in joined(self._matter.syntax, head) if i == head or self._matter.syntax.starts[i] < span.end]
        return tuple(p for i in inside for p in self.at(i, make=make))

    def everyone(self, heads: Iterable[int]) -> tuple[Participant, ...]:
        """The participants that these head words stand for, each mention once."""
        return tuple(dict.fromkeys(p for i in heads for p in self.at(i)))

    def _apposed(self, head: int) -> tuple[tuple[Span, str], ...]:
        """The actor of a title before its name ("President" of "President Obama"), or of an apposition."""
        syntax = self._matter.syntax
        for other in (
            *called(syntax, head),
            *([syntax.heads[head]] if syntax.deps[head] in ("compound", "appos") else []),
        ):
            if known := self.known(other):
                return known
        return self._named_behind(head)

    def _named_behind(self, head: int) -> tuple[tuple[Span, str], ...]:
        """The person whose name stands right behind a noun with an owner, whatever the parse makes of it ("his Ghanaian counterpart Kofi Mensah")."""
        syntax, matter = self._matter.syntax, self._matter
        start = syntax.ends[head] + 1
        if syntax.tags[head] != "NN" or not below(syntax, head, "poss") or matter.text[start - 1 : start] != " ":
            return ()
        for word in range(head + 1, min(head + 5, len(syntax))):
            for span, actor in self._held.get(word, ()):
                if span.start == start and actor in matter.actors.by_id and matter.actors.by_id[actor].kind == "person":
                    return ((span, actor),)
        return ()

    def _capital(self, head: int) -> tuple[tuple[Span, str], ...]:
        """The state for which its capital stands ("talks between Washington and Tehran"), where the reading knows that state."""
        syntax, matter = self._matter.syntax, self._matter
        for place, one in matter.places_near.get(syntax.sentence_of[head], ()):
            if one.kind == "metonymic" and one.start <= syntax.starts[head] < one.end and place.country:
                states = (a for a in matter.actors.items if a.kind == "state" and a.country == place.country)
                return tuple((Span(one.start, one.end), a.id) for a in list(states)[:1])
        return ()

    def _speaker(self, head: int) -> tuple[tuple[Span, str], ...]:
        """Who is quoted, for the "we" and "I" of a quotation."""
        syntax, matter = self._matter.syntax, self._matter
        if syntax.words[head].casefold() not in _FIRST:
            return ()
        span = Span(syntax.starts[head], syntax.ends[head])
        account = matter.account(span)
        who = account.source.actor if account and account.mode != "indirect" else None
        return ((span, who),) if who is not None and who in matter.actors.by_id else ()

    def _make(self, head: int, *, make: bool) -> tuple[tuple[Span, str], ...]:
        syntax, matter = self._matter.syntax, self._matter
        if syntax.words[head].casefold() in ("other", "another"):
            return ()  # "each other", "one another"
        span = phrase(syntax, head)
        if syntax.pos[head] == "NOUN" and (of := [p for p in below(syntax, head, "prep") if syntax.lemmas[p] == "of"]):
            span = Span(
                span.start, max((phrase(syntax, o).end for o in below(syntax, of[0], "pobj")), default=span.end)
            )
        if syntax.tags[head] in _PRONOUNS or syntax.pos[head] not in ("NOUN", "PROPN", "ADJ", "NUM"):
            return ()
        named = next(
            (
                n
                for n in matter.names_near.get(syntax.sentence_of[head], ())
                if n.label in _PEOPLE and n.start <= syntax.starts[head] < n.end
            ),
            None,
        )
        counted = next(
            (
                q
                for q in matter.quantities_near.get(syntax.sentence_of[head], ())
                if q.unit == "person" and q.start < span.end and span.start < q.end
            ),
            None,
        )
        if not (make or named or counted or syntax.lemmas[head].casefold() in _PERSON_NOUNS):
            return ()
        if named and syntax.pos[head] == "PROPN":
            span = Span(min(named.start, span.start), max(named.end, span.end))
        words = " ".join(span.of(matter.text).split())
        actor = self._made.get(words.casefold())
        mention = Mention(span.start, span.end, "name" if syntax.pos[head] == "PROPN" else "description")
        if actor is None:
            plural = syntax.tags[head].endswith("S") or counted is not None
            actor = Actor(
                f"{self._prefix}{len(self._made) + 1}",
                words,
                "group" if plural else "unidentified",
                mentions=(mention,),
                found_by="party of an event",
            )
        elif mention not in actor.mentions:
            actor = replace(actor, mentions=tuple(sorted((*actor.mentions, mention), key=lambda m: (m.start, m.end))))
        self._made[words.casefold()] = actor
        return ((span, actor.id),)

    @property
    def _prefix(self) -> str:
        return "party"
