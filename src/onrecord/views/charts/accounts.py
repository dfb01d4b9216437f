"""The claims of one field of a story, as pictures take them: who says it, what kind of voice that is, the number in one unit, the marks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from onrecord.errors import SettingsError
from onrecord.views.charts.bounds import Marks, in_words, marks, tamed
from onrecord.views.charts.material import called
from onrecord.views.present.discrepancy import QUESTIONS, is_unnamed, label, question
from onrecord.views.present.wording import COUNTED, clipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.values.story import Claim, Report, Story
    from onrecord.views.charts.theme import Inks

Voice = Literal["named", "unnamed", "other", "own"]
VOICES: Final[dict[Voice, str]] = {
    "named": "somebody with a name", "unnamed": "somebody without a name", "other": "another outlet or a paper", "own": "the report itself",
}  # fmt: skip
OWN: Final = "the reports in their own voice"
_NUMBERS: Final = COUNTED | {"families"}
_MINUTE, _HOUR, _DAY = 60.0, 3600.0, 86400.0


@dataclass(frozen=True, slots=True)
class Unit:
    """What numbers of a field are counted in: `size` of the contract's unit (seconds, people) to one."""

    name: str
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something, as he is called in all pictures of a story (`who`: with what matters about him), and what kind of voice that is."""

    name: str
    who: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class Saying:
    """What one claimant says of a field, in all the reports that carry it. `said` is the value in words; `marks` are None for what is no number;
    `low` is where it stands among numbers."""

    who: str
    voice: Voice
    said: str
    stance: str
    marks: Marks | None
    claims: tuple[Claim, ...]
    reports: tuple[Report, ...]

    @property
    def low(self) -> float:
        return min(self.marks.ends) if self.marks and self.marks.ends else float("inf")

    @property
    def carried(self) -> str:
        """By whom: "3 reports", or the outlet where it is one."""
        outlets = list(dict.fromkeys(called(one) for one in self.reports))
        return outlets[0] if len(self.reports) == 1 else f"{len(self.reports)} reports"

    @property
    def outlets(self) -> str:
        """All of them, for the table."""
        return ", ".join(dict.fromkeys(map(called, self.reports)))


def choices(story: Story, *, numbers: bool = False) -> tuple[str, ...]:
    """The fields that can be drawn, "killed" or "killed:children", those with most differences first. `numbers`: those alone that are counted."""
    told = Counter((one.field, one.of) for one in story.claims)
    serious = Counter((one.field, one.of) for one in story.differences for _ in one.pairs if one.serious)
    pairs = Counter((one.field, one.of) for one in story.differences for _ in one.pairs)
    held = [key for key in told if not numbers or key[0] in _NUMBERS]
    ranked = sorted(held, key=lambda k: (k[1] is not None, -serious[k], -pairs[k], -told[k], k[0], k[1] or ""))
    return tuple(f"{field}:{of}" if of else field for field, of in ranked)


def chosen(story: Story, field: str | None, *, numbers: bool = False) -> tuple[str, str | None] | None:
    """The field and the part asked for, or the one with most differences; None where there is none. Raises SettingsError, listing the fields,
    for one that the story does not have."""
    known = choices(story, numbers=numbers)
    if field is None:
        return _parts(known[0]) if known else None
    if field in known:
        return _parts(field)
    what = "counts" if numbers else "tells"
    raise SettingsError(f"no account {what} {field!r} here: there is {', '.join(known) or 'nothing that was compared'}")


def _parts(choice: str) -> tuple[str, str | None]:
    field, _, of = choice.partition(":")
    return field, of or None


def asked(field: str, of: str | None) -> str:
    """The question that a field answers."""
    return QUESTIONS.get(field, question(field, None)) + (f" ({of})" if of else "")


def unit_of(claims: Sequence[Claim]) -> Unit:
    """The unit in which these claims are drawn."""
    if not any(one.field == "duration" for one in claims):
        return Unit("")
    longest = max((float(one.high or one.low or 0) for one in claims), default=0)
    if longest <= 3 * _HOUR:
        return Unit("minutes", _MINUTE)
    return Unit("hours", _HOUR) if longest <= 3 * _DAY else Unit("days", _DAY)


def sayings(story: Story, field: str, of: str | None) -> list[Saying]:
    """What each claimant says of a field, once for each value; those with the least numbers first, and a claimant's values together."""
    reports = {one.key: replace(one, outlet=called(one)) for one in story.reports}
    claims = [one for one in story.claims if (one.field, one.of) == (field, of) and one.report in reports]
    unit = unit_of(claims)
    groups: dict[tuple[object, ...], list[Claim]] = {}
    names = speakers(claims, reports)
    for one in claims:
        who = names[one.id].who
        groups.setdefault((who, one.value, one.low, one.high, one.bound, one.stance), []).append(one)
    made = [_saying(every, names[every[0].id], reports, unit) for every in groups.values()]
    calm = iter(tamed([saying.marks for saying in made if saying.marks]))
    made = [replace(saying, marks=next(calm)) if saying.marks else saying for saying in made]
    least: dict[str, float] = {}
    for saying in made:
        least[saying.who] = min(least.get(saying.who, saying.low), saying.low)
    return sorted(made, key=lambda o: (least[o.who], o.who, o.stance == "blank", o.low, o.said))


def number(claim: Claim, unit: Unit) -> Marks | None:
    """The marks of a claim in a unit; None where it is no number."""
    if claim.field not in _NUMBERS or claim.stance != "asserts":
        return None
    low, high = (None if one is None else float(one) / unit.size for one in (claim.low, claim.high))
    return marks(low, high, claim.bound)


def said(claim: Claim, unit: Unit) -> str:
    """The value of a claim in a few words, without its unit."""
    if claim.stance == "blank":
        return str(claim.value)
    if number(claim, unit) is not None:
        low, high = (None if one is None else float(one) / unit.size for one in (claim.low, claim.high))
        return in_words(low, high, claim.bound, claim.value)
    return clipped(str(claim.value), 60)


def _saying(every: Sequence[Claim], speaker: Speaker, reports: dict[str, Report], unit: Unit) -> Saying:
    first = every[0]
    carried = {one.report: reports[one.report] for one in every}
    ordered = sorted(carried.values(), key=lambda one: (one.published or "9", one.key))
    drawn, told = number(first, unit), said(first, unit)
    return Saying(speaker.who, speaker.voice, told, first.stance, drawn, tuple(every), tuple(ordered))


def speakers(claims: Sequence[Claim], reports: dict[str, Report]) -> dict[str, Speaker]:
    """For each claim, by its id, who says it: one name has one label in all reports, that of a report that names it best."""
    held: dict[str, Speaker] = {}
    found: dict[str, Speaker] = {}
    for one in claims:
        made = Speaker(one.by_name or "", label(one, reports[one.report]), voice_of(one))
        name = (one.by_name or "").casefold()
        if made.voice != "own" and (name not in held or _better(made, held[name])):
            held[name] = made
        found[one.id] = made
    return {
        one.id: found[one.id] if found[one.id].voice == "own" else held[(one.by_name or "").casefold()]
        for one in claims
    }


def _better(one: Speaker, other: Speaker) -> bool:
    """Whether a report names somebody better than another: with a name, and as names are written."""
    if "unnamed" in (one.voice, other.voice):
        return other.voice == "unnamed" != one.voice
    return one.name != one.name.casefold() and other.name == other.name.casefold()


def voice_of(claim: Claim) -> Voice:
    """What kind of voice it is."""
    if claim.by is None or claim.by_name is None:
        return "own"
    if is_unnamed(claim):
        return "unnamed"
    return "other" if claim.form in ("other_outlet", "document", "social_post") else "named"


def colour_of(voice: Voice, colours: Inks) -> str:
    """The colour of a kind of voice."""
    return {"named": colours.series[0], "unnamed": colours.series[1], "other": colours.series[2], "own": colours.quiet}[
        voice
    ]
