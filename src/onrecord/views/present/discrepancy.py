"""Story -> Discrepancies: what a desk wants on one page. Which reports, how many know it themselves, where they differ and who says which,
what they agree on, what only one origin or only the unnamed tell, who would not say, what nobody tells, what to ask next.

Plain arithmetic on the story; no value is held to be right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.views.present import naming, wording
from onrecord.views.present.asking import questions
from onrecord.views.present.timexes import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.values.story import Claim, Difference, Report, Story, Tally

QUESTIONS: Final = {
    **wording.QUESTIONS, "actor": "Who did it", "recipient": "To whom it was done", "families": "How many families", "content_disclosed": "What was said there",
}  # fmt: skip
EXPECTED: Final = {
    "ASSAULT": ("killed", "injured", "where", "means", "actor"),
    "CONSULT": ("duration", "content_disclosed"),
    "PROTEST": ("took_part", "injured", "detained", "where"),
}
"""What a desk asks of an incident of this type, of what a story has claims of: what was agreed is no claim, so it cannot be missed here."""
KINDS: Final = {
    "conflict": "not all of these can be true", "denial": "one denies it", "bound": "bounds that allow each other", "detail": "one is finer",
    "update": "the same claimant, later or changed", "scope": "of different scope", "non_claim": "one does not say", "hedge": "one is less sure",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stand:
    """One value, and who stands behind it. `who`: labels of its claimants; `outlets`: who carries it; `unnamed`: nobody with a name says
    it; `lone`: one origin tells it; `seen`: the earliest publication; `sentence`: the earliest evidence; `words`: the value in it; `claims`: the
    ids of its claims."""

    value: str
    words: str
    who: tuple[str, ...]
    outlets: tuple[str, ...]
    copies: tuple[str, ...]
    tally: Tally
    seen: str
    sentence: str
    unnamed: bool
    lone: bool
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question on which accounts differ, its kinds in words, and the values."""

    id: str
    question: str
    of: str
    kinds: tuple[str, ...]
    notes: tuple[str, ...]
    serious: bool
    stands: tuple[Stand, ...]
    course: tuple[str, ...]
    field: str = ""


@dataclass(frozen=True, slots=True)
class Discrepancies:
    """All that the report of a story shows, in the order in which it shows it."""

    title: str
    subject: str
    dates: str
    tally: Tally
    breath: str
    disputes: tuple[Dispute, ...]
    looser: tuple[Dispute, ...]
    agreed: tuple[tuple[str, str, Tally], ...]
    blanks: tuple[tuple[str, str, str], ...]
    single: tuple[tuple[str, str, str], ...]
    unnamed: tuple[tuple[str, str, str], ...]
    nobody: tuple[str, ...]
    ask: tuple[str, ...]
    sources: tuple[tuple[Report, int], ...]
    party: tuple[tuple[str, str, str], ...] = ()


def discrepancies(story: Story) -> Discrepancies:
    """The page of a story: the same for the same story."""
    made = _Maker(story)
    disputes = made.disputes()
    serious = tuple(one for one in disputes if one.serious)
    dated = sorted(one.published for one in story.reports if one.published)
    single, unnamed = made.lone()
    return Discrepancies(
        title=made.title(),
        subject=made.subject(),
        dates=f"{_day(dated[0])} to {_day(dated[-1])}"
        if dated and _day(dated[0]) != _day(dated[-1])
        else _day(dated[0])
        if dated
        else "date not known",
        tally=story.tally(),
        breath=_breath(serious or disputes, serious=bool(serious)),
        disputes=serious,
        looser=tuple(one for one in disputes if not one.serious),
        agreed=tuple((question(a.field, a.of), made.core(a.claims), story.tally(a.claims)) for a in story.agreed),
        blanks=made.blanks(),
        single=single,
        unnamed=unnamed,
        nobody=made.nobody(),
        ask=questions(story, serious),
        sources=tuple((one, sum(r.origin == one.origin for r in story.reports)) for one in story.reports),
        party=made.party(),
    )


def question(field: str, of: str | None) -> str:
    """What a field asks, with the part that it is of."""
    asked = QUESTIONS.get(field, field.replace("_", " ").capitalize())
    return f"{asked}, of {of}" if of else asked


def called(report: Report) -> str:
    """What a report goes by: its outlet, else its key, of a ledger's id only the beginning."""
    return report.outlet or (report.key[:9] if _ID.fullmatch(report.key) else report.key)


def label(claim: Claim, report: Report) -> str:
    """Who says it, with what matters about him: unnamed, and on what terms."""
    if claim.by is None or claim.by_name is None:
        return f"{called(report)} in its own voice"
    return naming.label(claim.by_name, claim.form, claim.terms, claim.hedge)


_ID: Final = re.compile(r"r[0-9a-f]{32}")


def is_unnamed(claim: Claim) -> bool:
    """Whether a source stands behind it that the report does not name."""
    return claim.by is not None and naming.is_unnamed(claim.form, claim.by_name or "", claim.terms)


def _judged_otherwise(claim: Claim) -> bool:
    """Whether a figure is not the one in its words, as after a correction."""
    figures = re.findall(r"\d[\d,]*", claim.words)
    if (
        not isinstance(claim.value, (int, float))
        or len(figures) != 1
        or re.search(r"[.\d]\s{0,9}(?:\.\d|hundred|thousand|million|billion|[kmb]\b)", claim.words)
    ):
        return False
    told = float(figures[0].replace(",", ""))
    return told not in (claim.value, claim.low, claim.high) and told + 1 not in (claim.value, claim.low)


def _day(published: str) -> str:
    return published[:10]


def _breath(disputes: Sequence[Dispute], *, serious: bool) -> str:
    """The first difference in one sentence."""
    if not disputes:
        return "The accounts do not differ on anything that was compared."
    first = disputes[0]
    told = "; ".join(f"{s.value}, {'say' if len(s.who) > 1 else 'says'} {_few(s.who)}" for s in first.stands[:4])
    more = f"; and {len(first.stands) - 4} more" if len(first.stands) > 4 else ""
    asked = (first.question[0].lower() + first.question[1:]) + (f" ({first.of})" if first.of else "")
    if serious:
        return f"They differ on {asked}: {told}{more}."
    return f"Nothing excludes anything else; they tell {asked} differently: {told}{more}."


def _few(who: Sequence[str]) -> str:
    return wording.listed(list(who), 2)


class _Maker:
    def __init__(self, story: Story) -> None:
        self.story = story
        self.reports = {one.key: one for one in story.reports}
        self.claims = {one.id: one for one in story.claims}

    def title(self) -> str:
        """The headline of the report whose text most others are copies of, the first published among those."""
        copies = {one.key: sum(r.origin == one.key for r in self.story.reports) for one in self.story.reports}
        ranked = sorted(self.story.reports, key=lambda r: (-copies[r.key], r.published or "9", r.key))
        return next((wording.clipped(one.headline, 110) for one in ranked if one.headline), f"Story {self.story.id}")

    def subject(self) -> str:
        about = self.story.incident
        name = wording.event_name(about.type, None) if about.type else "Incident"
        return ", ".join(filter(None, (name, about.where, in_words(about.when or ""))))

    def disputes(self) -> tuple[Dispute, ...]:
        """One for each field and part, the kinds of its differences together; what not all can be true first."""
        groups: dict[tuple[str, str | None], list[Difference]] = {}
        for one in self.story.differences:
            groups.setdefault((one.field, one.of), []).append(one)
        made = []
        for (field, of), every in groups.items():
            ids = tuple(dict.fromkeys(c for one in every for c in one.claims))
            claims = [self.claims[i] for i in ids]
            stands = self.stands(claims)
            kinds = tuple(dict.fromkeys(one.kind for one in every))
            made.append(
                Dispute(
                    every[0].id, question(field, None), of or "", kinds, tuple(KINDS[k] for k in kinds), any(one.serious for one in every), stands, self.course(claims), field
                )
            )  # fmt: skip
        return tuple(sorted(made, key=lambda d: not d.serious))

    def stands(self, claims: Iterable[Claim]) -> tuple[Stand, ...]:
        groups: dict[tuple[object, ...], list[Claim]] = {}
        for one in claims:
            groups.setdefault((one.value, one.low, one.high, one.stance), []).append(one)
        stands = [self.stand(every) for every in groups.values()]
        return tuple(sorted(stands, key=lambda s: (-s.tally.origins, -s.tally.reports, s.seen, s.value)))

    def stand(self, every: Sequence[Claim]) -> Stand:
        first = min(every, key=lambda c: (self.reports[c.report].published or "9", c.report, c.start))
        held = {c.report for c in every}
        tally = self.story.tally([c.id for c in every])
        copied = [r for r in self.story.reports if r.key in held and r.origin != r.key and r.origin in held]
        return Stand(
            value=self.said(first),
            words=first.words,
            who=tuple(dict.fromkeys(label(c, self.reports[c.report]) for c in every)),
            outlets=tuple(dict.fromkeys(self.name(key) for key in sorted(held))),
            copies=tuple(f"{self.name(r.key)} has the text of {self.name(r.origin)}" for r in copied),
            tally=tally,
            seen=self.reports[first.report].published or "",
            sentence=first.sentence,
            unnamed=all(is_unnamed(c) for c in every),
            lone=tally.origins == 1,
            claims=tuple(c.id for c in every),
        )

    def name(self, key: str) -> str:
        return called(self.reports[key])

    def said(self, one: Claim) -> str:
        """A value in the report's own words; what is coded by words, by its code."""
        if one.field in ("means", "factuality", "actor") or one.stance == "blank" or one.bound == "vague":
            return str(one.value)
        words = wording.clipped(one.words, 90)
        if _judged_otherwise(one):
            return f"{one.value:g} (corrected)"
        first = words.split()[0] if words else ""
        return (
            words[0].lower() + words[1:]
            if first in _LOWER or first.casefold() in ("twenty", "thirty", "forty")
            else words
        )

    def core(self, claims: Sequence[str]) -> str:
        """An agreed value, with its claimant where all origins have it from one and the same."""
        every = [self.claims[id] for id in claims]
        names = {c.by_name for c in every}
        words = self.said(every[0])
        return (
            words
            if len(names) > 1 or None in names
            else f"{words} (all from {label(every[0], self.reports[every[0].report])})"
        )

    def course(self, claims: Sequence[Claim]) -> tuple[str, ...]:
        """A number's course over time: day by day what was told; () where all was told on one day."""
        if any(c.field == "duration" for c in claims):
            return ()
        days: dict[str, list[str]] = {}
        for c in sorted(
            (c for c in claims if c.low is not None or c.high is not None),
            key=lambda c: (self.reports[c.report].published or "", c.report, c.start),
        ):
            day = _day(self.reports[c.report].published or "")
            if day:
                days.setdefault(day, [])
                if (words := self.said(c)) not in days[day]:
                    days[day].append(words)
        return tuple(f"{day}: {', '.join(words)}" for day, words in days.items()) if len(days) > 1 else ()

    def blanks(self) -> tuple[tuple[str, str, str], ...]:
        """Who does not say or know what: question, value, who."""
        rows = (
            (question(c.field, None), str(c.value), label(c, self.reports[c.report]))
            for c in self.story.claims
            if c.stance == "blank"
        )
        return tuple(dict.fromkeys(rows))

    def lone(self) -> tuple[tuple[tuple[str, str, str], ...], tuple[tuple[str, str, str], ...]]:
        """Values that one origin alone tells and nobody disputes, and those that only the unnamed tell: question, value, who."""
        single, unnamed = [], []
        shown = {c for d in self.story.differences for c in d.claims}
        groups: dict[tuple[object, ...], list[Claim]] = {}
        for one in self.story.claims:
            if one.stance == "asserts" and one.field != "factuality":
                groups.setdefault((one.field, one.of, one.value), []).append(one)
        for every in groups.values():
            first = every[0]
            row = (
                question(first.field, first.of),
                self.said(first),
                _few(tuple(dict.fromkeys(label(c, self.reports[c.report]) for c in every))),
            )
            if (
                self.story.tally([c.id for c in every]).origins == 1
                and self.story.origins > 1
                and not shown & {c.id for c in every}
            ):
                single.append(row)
            if all(is_unnamed(c) for c in every):
                unnamed.append(row)
        return tuple(single), tuple(unnamed)

    def party(self) -> tuple[tuple[str, str, str], ...]:
        """What one side of the incident alone says, or third parties alone: question, value, who."""
        groups: dict[tuple[object, ...], list[Claim]] = {}
        for one in self.story.claims:
            if one.stance != "blank":
                groups.setdefault((one.field, one.of, one.value, one.stance), []).append(one)
        rows = []
        for every in groups.values():
            sided = self.story.sided([one.id for one in every])
            if sided in ("one", "third"):
                first, who = every[0], _few(tuple(dict.fromkeys(label(c, self.reports[c.report]) for c in every)))
                whose = f"{first.party} alone" if sided == "one" else "third parties alone"
                rows.append((question(first.field, first.of), self.said(first), f"{whose}: {who}"))
        return tuple(rows)

    def nobody(self) -> tuple[str, ...]:
        """What a desk asks of such an incident and no report tells or refuses to tell."""
        told = {c.field for c in self.story.claims}
        return tuple(
            question(field, None) for field in EXPECTED.get(self.story.incident.type or "", ()) if field not in told
        )


_LOWER: Final = frozenset({"At", "More", "Over", "About", "Around", "Some", "Nearly", "Almost", "Up", "As", "Dozens", "Scores", "Hundreds", "Tens", "Thousands", "Near", "In", "On", "Outside", "Inside",
                           "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen"})  # fmt: skip
