"""Which tellings are of one event, inside one report.

In: the tellings in the order of the text. Out: groups of their indices, by first telling. Meetings join by who meets ("huddled", "the
talks", "the pair met"), violent acts by place, time and victims, a definite noun ("the attack") by what was last told of its type; what
contradicts (another day, another place, other parties, a call against a visit) keeps apart. In doubt they stay apart: two events that are
one can be joined later, values that are mixed cannot be told apart again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from onrecord.recording.clauses import TALKS, agents, below, phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.recording.matter import Matter
    from onrecord.recording.telling import Telling
    from onrecord.values.layers import Syntax

_BODIES: Final = frozenset({"summit", "conference", "session", "assembly", "forum"})
_SPEAKERS_DAY: Final = frozenset({"today", "tonight", "this"})
_HANDS: Final = frozenset({"shake", "handshake"})
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "their", "its", "his", "her"})
_GENERIC: Final = frozenset({"attack", "assault", "violence", "incident", "killing", "offensive", "strike"})
_STATUS: Final = {
    "happened": "real",
    "planned": "ahead",
    "possible": "ahead",
    "hypothetical": "ahead",
    "denied": "denied",
    "demanded": "demanded",
}
_LOOK_BACK: Final = 120
"""Events of one type among which a telling looks for its own, the last first."""
_PAIR: Final = 2
_LEAD: Final = 2
"""Sentences with which a report's body tells what its headline announces."""
_NAMED: Final = frozenset({"person", "organization", "office", "state"})
_VERBAL: Final = frozenset({"VERB", "AUX"})
Lengths = dict[int, tuple[tuple[str | None, object], ...]]


@dataclass
class _Group:
    """Tellings that are one event so far, and what they say together."""

    members: list[int] = field(default_factory=list)
    actors: set[str] = field(default_factory=set)
    recipients: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)


class _Grouping:
    def __init__(self, matter: Matter, tellings: Sequence[Telling], lengths: Lengths) -> None:
        self.lengths = lengths
        self.matter, self.syntax, self.tellings = matter, matter.syntax, tellings
        self.at = {t.candidate.head: k for k, t in enumerate(tellings)}
        self.groups: list[_Group] = []
        self.by_kind: dict[str, list[_Group]] = {}
        self.countries = {p.id: p.country for p in matter.places.items if p.precision in ("country", "region")}
        self.lands = {p.id: p.country for p in matter.places.items}
        self.called = called(matter, tellings)
        body = [s.end for s in matter.syntax.sentences if s.start >= matter.title]
        self.lead = body[:_LEAD][-1] if body else 0
        self.unnamed = {a.id for a in matter.actors.items if a.kind not in _NAMED}

    def run(self) -> tuple[tuple[int, ...], ...]:
        for k in sorted(range(len(self.tellings)), key=lambda k: self.tellings[k].trigger):
            self._add(self._home(k), k)
        return tuple(tuple(g.members) for g in self.groups)

    def _home(self, k: int) -> _Group:
        one = self.tellings[k]
        if (linked := self._linked(k)) is not None:
            return linked
        alike = self.by_kind.setdefault(one.sense.kind, [])
        fitting = (group for group in reversed(alike[-_LOOK_BACK:]) if self._fits(group, k))
        if one.sense.kind == "CONSULT" and (best := max(fitting, key=lambda g: self._shared(g, one), default=None)):
            return best
        if (last := next(fitting, None)) is not None:
            return last
        self.groups.append(_Group())
        alike.append(self.groups[-1])
        return self.groups[-1]

    def _shared(self, group: _Group, one: Telling) -> tuple[bool, bool]:
        """Whether a group and a telling speak of the same day, and of the same place: of several that fit, those do best."""
        return bool(_days(self.matter.text, one) & group.days), bool({a.id for a in one.where} & group.places)

    def _add(self, group: _Group, k: int) -> None:
        one = self.tellings[k]
        group.members.append(k)
        group.actors |= {self.called.get(p.actor, p.actor) for p in one.actors}
        group.recipients |= {p.actor for p in one.recipients}
        group.days |= _days(self.matter.text, one)
        group.places |= {a.id for a in one.where}
        group.families.add(_family(self.syntax, one))
        if one.sense.mode:
            group.modes.add(one.sense.mode)

    def _linked(self, k: int) -> _Group | None:
        """The group of the event that the parse itself names: "the assault, which killed 129", "flew to X for talks"."""
        one = self.tellings[k]
        near = _meant(self.syntax, one.candidate.head) if one.sense.kind == "CONSULT" else self._blow(k)
        for other in near:
            j = self.at.get(other)
            if j is not None and j != k and self.tellings[j].sense.kind == one.sense.kind:
                return next((g for g in self.groups if j in g.members), None)
        return None

    def _blow(self, k: int) -> list[int]:
        """The words on which a verb of killing hangs, and their like: "the assault, which killed 129", "a bombing, killing all on board"."""
        one, syntax = self.tellings[k], self.syntax
        i = one.candidate.head
        if (
            one.sense.kind != "ASSAULT"
            or syntax.pos[i] != "VERB"
            or syntax.lemmas[i] not in ("kill", "wound", "injure", "leave")
        ):
            return []
        near = [*agents(syntax, i), syntax.heads[i] if syntax.deps[i] in ("acl", "advcl", "relcl") else i]
        near += (
            [c for n in near for p in below(syntax, n, "prep") for c in below(syntax, p, "pobj")]
            if syntax.deps[i] == "advcl"
            else []
        )
        if syntax.tags[i] == "VBG" and syntax.deps[i] in ("acl", "advcl"):
            near += [h for h in reversed(self.matter.sentence(i)) if h < i and h in self.at]
        if syntax.lemmas[i] in ("wound", "injure") and not below(syntax, i, "nsubj", "nsubjpass"):
            near += [
                h for h in reversed(self.matter.sentence(i)) if h < i and h in self.at
            ]  # "left 6 dead and 14 wounded"
        return near

    def _fits(self, group: _Group, k: int) -> bool:
        one = self.tellings[k]
        status = {_STATUS[self.tellings[m].factuality.value] for m in group.members if self.tellings[m].stated}
        if one.sense.kind == "ASSAULT":
            status |= {"real", "denied"} if status & {"real", "denied"} else set()
        bare = not one.stated or (not status and _STATUS[one.factuality.value] in ("real", "ahead"))
        if (not bare and _STATUS[one.factuality.value] not in status) or self._apart(group, one):
            return False
        if one.sense.kind == "CONSULT":
            return self._same_meeting(group, one)
        if one.sense.kind in ("ASSAULT", "PROTEST"):
            return self._same_violence(group, one)
        return self._same_act(group, one)

    def _apart(self, group: _Group, one: Telling) -> bool:
        """Whether days or places exclude each other."""
        days, places = _days(self.matter.text, one), {a.id for a in one.where}
        if self._timed_apart(group, one):
            return True
        if days and group.days and not any(a.startswith(b) or b.startswith(a) for a in days for b in group.days):
            return True
        here, there = ({p for p in some if self.lands[p] is not None} for some in (places, group.places))
        if not here or not there or here & there:
            return False
        return not any(self._nested(a, b) for a in here for b in there)

    def _timed_apart(self, group: _Group, one: Telling) -> bool:
        """Whether one and the same account gives them different lengths: then they are two."""
        mine = self.lengths.get(one.candidate.head, ())
        others = [x for m in group.members for x in self.lengths.get(self.tellings[m].candidate.head, ())]
        return any(a[0] == b[0] and a[1] != b[1] for a in mine for b in others)

    def _nested(self, a: str, b: str) -> bool:
        return (
            self.lands[a] is not None
            and self.lands[a] == self.lands[b]
            and (a in self.countries or b in self.countries)
        )

    def _same_meeting(self, group: _Group, one: Telling) -> bool:
        family, parties = _family(self.syntax, one), {self.called.get(p, p) for p in one.parties}
        noun = self.syntax.pos[one.candidate.head] not in _VERBAL
        if family == "forum":
            return "forum" in group.families or (not parties and _definite(self.syntax, one) and self._says_body(group))
        if group.families == {"forum"} or not _families_agree(family, group.families):
            return False
        if not parties:
            same_day = bool(_days(self.matter.text, one) & group.days)
            return noun and (same_day or _definite(self.syntax, one) or one.factuality.value == "demanded")
        if not group.actors:
            return noun and (family == "visit" or one.factuality.value == "demanded")
        both = parties & group.actors
        if family == "visit":
            return bool(both)  # places that exclude each other keep apart before this
        if noun and len(parties) < _PAIR and _indefinite(self.syntax, one) and one.factuality.by is None:
            return bool(both) and bool(_days(self.matter.text, one) & group.days)
        if noun:
            return bool(both) and (parties <= group.actors or group.actors <= parties)
        if both and one.factuality.value == "denied" and len(parties) < _PAIR:
            return True  # "his refusal to meet" takes up whom he will not meet
        if both and self._titled(group):
            return parties <= group.actors or group.actors <= parties
        return parties == group.actors or (len(both) > 1 and (parties <= group.actors or group.actors <= parties))

    def _titled(self, group: _Group) -> bool:
        """Whether only headline and deck have told it: the body tells the same meeting with all who met."""
        return all(self.tellings[m].trigger.start < self.matter.title for m in group.members)

    def _says_body(self, group: _Group) -> bool:
        return any(self.syntax.lemmas[self.tellings[m].candidate.head].casefold() in _BODIES for m in group.members)

    def _announced(self, group: _Group, one: Telling) -> bool:
        """Whether headline or deck announced what this sentence of the lead tells with other words for who and whom: "Nine killed as gunmen attack
        bus", then "gunmen killed at least nine people". They share an actor or a place; two who have names are two."""
        if not self._titled(group) or not self.matter.title <= one.trigger.start < self.lead:
            return False
        actors, recipients = {p.actor for p in one.actors}, {p.actor for p in one.recipients}
        for mine, theirs in ((actors, group.actors), (recipients, group.recipients)):
            if (mine - self.unnamed) and (theirs - self.unnamed) and not mine & theirs:
                return False
        here = {a.id for a in one.where}
        near = bool(here & group.places) or any(self._nested(a, b) for a in here for b in group.places)
        return near or bool(actors & group.actors)

    def _same_violence(self, group: _Group, one: Telling) -> bool:
        syntax, head = self.syntax, one.candidate.head
        if self._announced(group, one):
            return not (one.sense.mode and group.modes) or one.sense.mode in group.modes
        actors, recipients = {p.actor for p in one.actors}, {p.actor for p in one.recipients}
        taken_up = syntax.pos[head] not in _VERBAL and _definite(syntax, one)
        if actors and group.actors and not actors & group.actors:
            return False
        status = one.factuality
        if actors and not group.actors and status.by is not None and status.value != "happened":
            return False  # what somebody suspects of a party is not what the report tells of nobody
        if recipients and group.recipients and not recipients & group.recipients and not taken_up:
            return False  # a town is attacked, and the attack kills its people: "the attack" may name other victims
        generic = syntax.lemmas[head].casefold() in _GENERIC
        if one.sense.mode and group.modes and one.sense.mode not in group.modes and not generic:
            return False
        told = _days(self.matter.text, one)
        places, days = {a.id for a in one.where} & group.places, told & group.days
        people = (actors & group.actors) or (recipients & group.recipients)
        if taken_up:
            return True
        return (
            bool(places and (people or days or not told))
            or bool(people and days)
            or bool(recipients & group.recipients)
        )

    def _same_act(self, group: _Group, one: Telling) -> bool:
        actors, recipients = {p.actor for p in one.actors}, {p.actor for p in one.recipients}
        if one.sense.mode in ("ceasefire", "resign"):
            return one.sense.mode in group.modes and (not actors or not group.actors or bool(actors & group.actors))
        if one.sense.mode and group.modes and one.sense.mode not in group.modes:
            return False
        if not actors or actors != group.actors:
            return False
        return recipients == group.recipients and (bool(recipients) or len(actors) > 1)


def same_event(
    matter: Matter, tellings: Sequence[Telling], lengths: Lengths | None = None
) -> tuple[tuple[int, ...], ...]:
    """Groups of indices into `tellings`, each the tellings of one event. `lengths`: by head word, how long by whose account."""
    return _Grouping(matter, tellings, lengths or {}).run()


def called(matter: Matter, tellings: Sequence[Telling]) -> dict[str, str]:
    """For parties of meetings that are only described, the fuller description that holds all their words ("Arab ministers" of "Arab foreign
    ministers"): one party for the question which tellings are of one meeting."""
    words: dict[str, tuple[str, ...]] = {}
    for one in tellings:
        for p in one.actors if one.sense.kind == "CONSULT" else ():
            said = tuple(w for w in matter.text[p.start : p.end].casefold().split() if w not in _DEFINITE)
            if len(said) > len(words.get(p.actor, ())):
                words[p.actor] = said
    several = [(a, w) for a, w in sorted(words.items()) if len(w) > 1]
    return {
        a: b
        for a, mine in several
        for b, theirs in several
        if a != b and mine[-1] == theirs[-1] and set(mine) < set(theirs) and theirs[-1].endswith("s")
    }


def _meant(syntax: Syntax, i: int) -> list[int]:
    """The words that name the same meeting by the parse: "the meeting was the first talk", "flew to X for talks", "came to meet Y"."""
    head, label = syntax.heads[i], syntax.deps[i]
    if label == "attr" and syntax.lemmas[head] == "be":
        return below(syntax, head, "nsubj")
    if label == "pobj" and syntax.lemmas[head] == "for":
        return [syntax.heads[head]]
    if label == "pobj" and syntax.lemmas[head] in ("in", "during", "at") and syntax.lemmas[i].casefold() in TALKS:
        above = syntax.heads[head]
        return [above, *([syntax.heads[above]] if syntax.deps[above] in ("dobj", "pobj", "prep") else [])]
    if label == "advcl" and any(
        syntax.words[c].casefold() in ("as", "when") for c in below(syntax, i, "mark", "advmod")
    ):
        return [c for c in below(syntax, head, "dobj", "nsubj", "nsubjpass") if syntax.pos[c] == "NOUN"]
    if label in ("advcl", "xcomp") and any(syntax.tags[c] == "TO" for c in below(syntax, i, "aux")):
        return [head]
    return []


def _days(text: str, one: Telling) -> set[str]:
    """The calendar days, weeks or years told, to the precision told; references without a date are none, nor is a "today" in somebody's
    words, which is the day of speaking."""
    told = (a for a in one.when if a.by is None or text[a.start : a.end].casefold().split()[0] not in _SPEAKERS_DAY)
    return {a.value[:10] for a in told if a.value[:4].isdigit()}


def _definite(syntax: Syntax, one: Telling) -> bool:
    """Whether a noun has a definite article, a demonstrative or an owner, wherever the parser hung it."""
    i = one.candidate.head
    first = syntax.inside(*phrase(syntax, i))[0]
    near = {*syntax.children[i], *range(max(0, first - 1), i)}
    return any(
        syntax.words[c].casefold() in _DEFINITE or syntax.deps[c] == "poss"
        for c in near
        if syntax.sentence_of[c] == syntax.sentence_of[i]
    )


def _indefinite(syntax: Syntax, one: Telling) -> bool:
    """Whether a noun has an indefinite article: it brings in a meeting, where it names no second party to know it by."""
    return any(syntax.words[c].casefold() in ("a", "an", "another") for c in syntax.children[one.candidate.head])


def _family(syntax: Syntax, one: Telling) -> str:
    lemma = syntax.lemmas[one.candidate.head].casefold()
    if one.sense.mode in ("phone", "visit"):
        return one.sense.mode
    if lemma in _HANDS:
        return "handshake"
    people = {p.actor for p in one.actors}
    return "forum" if lemma in _BODIES and len(people) < 2 else "talk"


def _families_agree(family: str, others: set[str]) -> bool:
    """A call is a talk, too; a visit and a handshake are their own."""
    return family in others or (family == "talk" and "phone" in others)
