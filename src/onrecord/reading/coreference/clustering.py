"""Which mentions speak of the same one: one pass over the text from its first word to its last, each mention joined to a known figure or
made a new one.

In: a `Scene`, its entities and sights. Out: figures with their mentions. Linear in mentions: a mention is weighed against the figures of
the last sentences only, names against an index.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.knowledge.countries import country_name
from onrecord.reading.coreference.callings import matches, same_body, same_group
from onrecord.reading.coreference.figures import Figure, Stand
from onrecord.reading.coreference.pronouns import NEVER, Candidate, asked, resolve_pronoun, verb_of
from onrecord.reading.coreference.sight import SUBJECTS
from onrecord.reading.coreference.verbs import CUES, SAYING
from onrecord.values.record import Mention

if TYPE_CHECKING:
    from onrecord.reading.coreference.collectives import Collective
    from onrecord.reading.coreference.people import People
    from onrecord.reading.coreference.sight import Gender, Scene, Sight

REACH = 12  # sentences in which a pronoun's antecedent is sought
MANY = 300  # persons among whom the holders of an office are sought
RECENT = 40  # figures that are weighed at most


class Cast:
    """The figures of one text, as they appear. `people` knows who is named; `appositions` maps a role phrase to the name beside it."""

    def __init__(self, scene: Scene, people: People, genders: Mapping[int, Gender]) -> None:
        self.scene = scene
        self.people = people
        self.genders = genders
        self.figures: list[Figure] = []
        self.persons: dict[int, Figure] = {}
        self.bodies: dict[str, Figure] = {}
        self.states: dict[str, Figure] = {}
        self.joints: dict[tuple[int, ...], Figure] = {}
        self.recent: dict[int, None] = {}
        self.pair: tuple[int, int] | None = None

    # ------------------------------------------------------------ making and mentioning

    def new(self, sort: str, name: str, rule: str) -> Figure:
        figure = Figure(len(self.figures), sort, name, rule=rule)  # type: ignore[arg-type]
        self.figures.append(figure)
        return figure

    def mention(self, figure: Figure, sight: Sight) -> None:
        """Writes a mention down, learns from it and makes the figure salient. A joint figure's mention stands with each member."""
        one = Mention(sight.start, sight.end, sight.form)
        for held in [self.figures[n] for n in figure.members] or [figure]:
            held.mentions[one] = None
            if sight.sort in ("pronoun", "collective"):
                held.leaning += {"m": 1, "f": -1}.get(sight.gender or "", 0)
            elif not figure.members:
                held.learn(sight)
            held.said += 1
        self._salient(figure, sight)

    def _salient(self, figure: Figure, sight: Sight) -> None:
        scene, head = self.scene, sight.head
        part = scene.part(head)
        subject = part in SUBJECTS
        verb = verb_of(scene, head)
        stand = Stand(
            scene.syntax.sentence_of[head], scene.paragraph(sight.start), sight.first, verb, subject,
            part == "poss", part in ("compound", "amod", "nmod"), sight.sort == "pronoun", scene.quotation(head),
        )  # fmt: skip
        for one in (figure, *(self.figures[n] for n in figure.members)):
            one.last = stand
            if not stand.quotation:
                one.outside = stand
            self.recent.pop(one.number, None)
            self.recent[one.number] = None
        if not stand.quotation and self._speaks(head, verb, subject=subject):
            figure.spoke_in, figure.spoke_at = stand.sentence, head

    def _speaks(self, head: int, verb: int, *, subject: bool) -> bool:
        syntax = self.scene.syntax
        if subject:
            above = syntax.heads[verb]
            reported = (
                syntax.deps[verb] == "ccomp"
                and above != verb
                and syntax.lemmas[above].lower() in SAYING
                and above < verb
            )
            return syntax.lemmas[verb].lower() in CUES and not reported
        above = self.scene.governor(head)
        return syntax.words[above].lower() == "to" and syntax.words[syntax.heads[above]].lower() == "according"

    def nearest(self) -> Iterable[Figure]:
        """Figures, the most recently mentioned first."""
        for number in islice(reversed(self.recent), RECENT):
            yield self.figures[number]

    # ------------------------------------------------------------ names

    def named_person(self, sight: Sight) -> Figure:
        meant = self.people.meant(sight.name)
        number = meant[0] if len(meant) == 1 else self._which(meant, sight)
        figure = self.persons.get(number)
        if figure is None:
            person = self.people.persons[number]
            figure = self.persons[number] = self.new("person", person.full, "name")
            figure.named = True
            figure.gender = self.genders.get(number) or person.gender
        self.mention(figure, sight)
        return figure

    def _which(self, meant: tuple[int, ...], sight: Sight) -> int:
        """Of several namesakes: the one whom the form of address fits, then the one named last in this paragraph, then the first named."""
        fitting = [n for n in meant if sight.gender in (None, self.genders.get(n, sight.gender))] or list(meant)
        paragraph = self.scene.paragraph(sight.start)
        known = [self.persons[n] for n in fitting if n in self.persons]
        here = [f for f in known if f.last and f.last.paragraph == paragraph]
        if here or known:
            best = max(here or known, key=lambda f: (f.last.word if f.last and here else f.said, -f.number))
            return next(n for n in fitting if self.persons.get(n) is best)
        return fitting[0]

    def named_body(self, sight: Sight) -> Figure:
        key = sight.name.removeprefix("the ").removeprefix("The ")
        figure = self.bodies.get(key) or self._shortened(key)
        if figure is None:
            figure = self.new("office" if sight.office else "body", key, "name")
            figure.named = True
        self.bodies[key] = figure
        figure.plural = figure.plural or sight.plural
        self.mention(figure, sight)
        return figure

    def _shortened(self, key: str) -> Figure | None:
        """A body named before of which this is the abbreviation or the end of its name, or the longer name of one."""
        for figure in self.nearest():
            if figure.sort not in ("body", "office") or not figure.named:
                continue
            full = figure.name
            if (full.endswith(" " + key) and key != "House") or (
                key.isupper() and len(key) > 2 and key == initials(full)
            ):
                return figure
        return None

    def state(self, code: str, sight: Sight) -> Figure:
        figure = self.states.get(code)
        if figure is None:
            figure = self.states[code] = self.new("state", country_name(code) or sight.name, "country")
            figure.country, figure.named = code, True
        self.mention(figure, sight)
        return figure

    # ------------------------------------------------------------ phrases

    def role(self, sight: Sight) -> Figure:
        """The figure of a role phrase, a group or a body described."""
        figure = self._known_role(sight)
        if figure is None:
            sort = "group" if sight.plural and not sight.body else "body" if sight.body else "unnamed"
            if sight.body and (sight.plural or sight.noun in GATHERINGS) and sight.noun != "police":
                sort = "group"
            figure = self.new(sort, sight.name, "phrase")
            figure.plural = (sight.plural and not sight.body) or sight.noun == "police"
        self.mention(figure, sight)
        return figure

    def _known_role(self, sight: Sight) -> Figure | None:
        if sight.body or sight.plural:
            test = same_body if sight.body else same_group
            return next((f for f in self.nearest() if test(sight, f)), None)
        if sight.definiteness == "indefinite":
            return None
        sentence = self.scene.syntax.sentence_of[sight.head]
        best, how_well = None, 0
        for figure in self.nearest():
            if not figure.human or (figure.gender and sight.gender and figure.gender != sight.gender):
                continue
            gap = sentence - figure.last.sentence if figure.last else REACH
            if (how := matches(sight, figure, gap)) > how_well:
                best, how_well = figure, how
        return best

    def pronoun(self, sight: Sight) -> Figure | None:
        """The figure of a pronoun, or None; its mention is written down."""
        question = asked(self.scene, sight)
        candidates = [
            c for figure in self.nearest() if (c := self._candidate(figure, question.quotation, question.sentence))
        ]
        number = resolve_pronoun(question, candidates)
        if number is None:
            return None
        self.mention(self.figures[number], sight)
        return self.figures[number]

    def _candidate(self, figure: Figure, quotation: int, sentence: int) -> Candidate | None:
        stand = figure.last if quotation or figure.outside is None else figure.outside
        if stand is None or sentence - stand.sentence > REACH:
            return None
        body = figure.sort in ("body", "office", "state")
        spoke = figure.spoke_at if sentence - figure.spoke_in <= 6 else NEVER
        return Candidate(
            figure.number, figure.gender, figure.sort in ("group", "joint") or figure.plural, figure.human, body, stand.sentence, stand.paragraph,
            stand.word, stand.verb, stand.subject, stand.possessor, stand.pronoun, stand.quotation, stand.modifier,
            spoke, figure.said, figure.named, figure.leaning,
        )  # fmt: skip

    # ------------------------------------------------------------ several at once

    def joint(self, members: tuple[int, ...]) -> Figure:
        """The figure that joins these; the same members are the same figure."""
        key = tuple(sorted(set(members)))
        figure = self.joints.get(key)
        if figure is None:
            figure = self.joints[key] = self.new("joint", "", "coordination")
            figure.members, figure.plural = key, True
        return figure

    def coordinated(self, sights: list[tuple[Sight, Figure]]) -> None:
        """Makes those who stand side by side ("Obama and Putin") one joint figure; a pair of persons becomes the pair that is spoken of, unless
        fewer of them have a name ("Saar and an interpreter") than of the pair before."""
        members = tuple(dict.fromkeys(f.number for _, f in sights))
        if len(members) < 2:
            return
        figure = self.joint(members)
        self._salient(figure, sights[0][0])
        persons = [n for n in members if self.figures[n].human]
        if len(members) == len(persons) == 2 and self._names(members) >= self._names(self.pair or ()):
            self.pair = (members[0], members[1])

    def _names(self, members: tuple[int, ...]) -> int:
        return sum(self.figures[n].named for n in members)

    def collective(self, one: Collective) -> Figure | None:
        """The figures of "the pair", "both leaders", "the two powers", "US, Russian presidents"."""
        members = self._distributed(one.sight) if one.sight.countries else self._two(one)
        if len(members) < 2:
            return None
        figure = self.joint(members)
        self.mention(figure, one.sight)
        if all(self.figures[n].human for n in members) and len(members) == 2:
            self.pair = (members[0], members[1])
        return figure

    def _two(self, one: Collective) -> tuple[int, ...]:
        persons = self.pair or self._foremost("person")
        if one.of == "persons":
            return persons
        countries = [self.figures[n].country for n in persons]
        states = tuple(f.number for code, f in self.states.items() if code in countries)
        if len(states) != 2 or None in countries:
            states = self._foremost("state")
        if one.of == "states" or (one.sight.noun == "side" and len(states) == 2 and not self.pair):
            return states
        return persons or states

    def _foremost(self, sort: str) -> tuple[int, ...]:
        ranked = sorted((f for f in self.nearest() if f.sort == sort), key=lambda f: (-f.said, f.number))
        return tuple(f.number for f in ranked[:2]) if len(ranked) >= 2 else ()

    def _distributed(self, sight: Sight) -> tuple[int, ...]:
        found = []
        for code in sight.countries:
            holders = [f for f in islice(self.persons.values(), MANY) if f.country == code]
            fitting = [f for f in holders if any(noun.endswith(sight.noun) for noun, _ in f.callings)] or holders
            if fitting:
                found.append(max(fitting, key=lambda f: (f.said, -f.number)).number)
        return tuple(found)


GATHERINGS = frozenset(
    "opposition regime crowd public population community family couple household electorate minority tribe mob coalition resistance insurgency diaspora clergy".split()
)


def initials(name: str) -> str:
    """The first letters of the long words of a name ("Syrian Observatory for Human Rights" -> "SOHR")."""
    return "".join(w[0] for w in name.replace("-", " ").split() if w[0].isupper())
