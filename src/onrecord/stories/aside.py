"""Which sentences of a report tell the story's incident, and which tell of others: the trap of a background paragraph.

In: the tellings of a group. Out: for each sentence whether it tells the incident. The leads of all reports say what the incident is: its
places, its days, its words. A sentence is beside it where it names an earlier day, a toll that adds up over a war, another place, or turns
elsewhere; what turned away stays away until a sentence comes back to the incident's own places or words.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.differing import (
    BATTLES,
    BESIDE,
    CUMULATIVE,
    EARLIER,
    ELSEWHERE,
    FURTHER,
    MEANWHILE,
    SUPERLATIVE,
    WAR_TOLL,
    WARS,
)
from onrecord.stories.wording import stem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.stories.telling import Telling
    from onrecord.values.record import Place, Time
    from onrecord.values.span import Span

LEAD: Final = 3  # sentences of its own text in which a report tells its incident first
EARLY: Final = 6  # sentences within which a report's own voice is taken to go on with its incident
NEAR: Final = 4  # days before a report within which an incident without a day of its own may lie
SHARED: Final = 3  # rarer words of the leads that bring a sentence back to the incident
COMMON: Final = 0.12  # a stem in more of the group's sentences than this is common there
OFTEN: Final = 0.5  # share of the origins that name the commonest day, for another day to be one of the incident's
FAR_ABOVE: Final = 4  # times the largest figure of the leads: what lies above is of something else
_BATTLE: Final = re.compile(rf"\b({'|'.join(BATTLES)})\b[^.]{{0,25}}?\b(?:claimed|cost|killed|left|has|have)\b")
_VOWELS: Final = re.compile(r"[aeiouy]|(.)(?=\1)")
_BONES: Final = 4  # consonants from which on they tell a name
_ALSO: Final = re.compile(r"\b(?:also|another)\W+(?:\w+\W+){0,2}(?:killed|killing|claimed|left)\b|\bkilled another\b")
_SINCE: Final = re.compile(r"\bsince\b[^.;]{0,34}$")
_THE: Final = re.compile(
    r"the (?:\w+ )?(explosion|attack|blast|bomb|bombing|strike|strikes|raid|raids|shelling|crash|shooting|missile|missiles|ambush|incident)\b"
)
_SAID: Final = re.compile(r"\b(?:said|says|told|speaking|reported|announced|statement)\b[^.]{0,24}$", re.IGNORECASE)
_BROAD: Final = frozenset({"country", "region"})
_WIDE: Final = frozenset({"admin1", "admin2", "city"})  # too wide to tell one incident there from another


def day_of(telling: Telling) -> date | None:
    """The day of a report."""
    return _day(telling.record.article.published.value)


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


@dataclass(frozen=True)
class Profile:
    """What the leads of a group say of the incident: its places by name and id (`homes`: and the origins that name each), its days, its rarer words, its largest figure."""

    places: frozenset[str]
    homes: Mapping[str, frozenset[str]]
    days: frozenset[date]
    stems: frozenset[str]
    told: frozenset[str]
    most: float


def profile(tellings: Sequence[Telling], origin: Mapping[str, str]) -> Profile:
    """The profile of a group. `origin`: for each key that of the report that stands for its text."""
    places: dict[str, set[str]] = {}
    days: dict[date, set[str]] = {}
    stems: set[str] = set()
    most = 0.0
    seen: Counter[str] = Counter(s for t in tellings for one in t.stems for s in one)
    total = sum(len(t.spans) for t in tellings)
    for telling in tellings:
        for number in lead(telling):
            span = telling.spans[number]
            plain = span.of(telling.text).casefold()
            if number > telling.at(telling.body) and (any(w in plain for w in BESIDE) or _ALSO.search(plain)):
                continue
            for key in {key for place in places_in(telling, span) for key in _keys(place)}:
                places.setdefault(key, set()).add(origin[telling.key])
            for time in telling.record.times:
                if max(span.start, telling.body) <= time.start < span.end and (day := _exact(time)):
                    days.setdefault(day, set()).add(origin[telling.key])
            stems |= telling.stems[number]
            figures = (
                q.low or q.high or 0
                for q in telling.record.quantities
                if span.start <= q.start < span.end and q.measure in ("killed", "injured")
            )
            most = max([most, *(float(f) for f in figures if f)])
    told = max(map(len, days.values()), default=0)
    return Profile(
        frozenset(places),
        {key: frozenset(by) for key, by in places.items()},
        frozenset(d for d, by in days.items() if len(by) >= OFTEN * told),
        frozenset(s for s in stems if seen[s] <= max(4, COMMON * total)),
        frozenset(stems),
        most,
    )


def lead(telling: Telling) -> range:
    """The sentences of the lead: what stands above the body, and the first of it."""
    first = telling.at(telling.body)
    return range(min(len(telling.spans), first + LEAD))


def places_in(telling: Telling, span: Span) -> list[Place]:
    """The places narrower than a country that a stretch names as places."""
    sources = [s for one in telling.sayings for s in one.source.spans]
    return [
        p
        for p in telling.record.places
        if p.precision not in _BROAD
        and any(
            span.start <= m.start < span.end and m.kind == "literal" and not telling.text.startswith("-", m.end)
            and not any(s.start <= m.start < s.end for s in sources)
            for m in p.mentions
        )
    ]  # fmt: skip


def _keys(place: Place) -> set[str]:
    plain = place.name.casefold().replace("-", " ").removeprefix("al ").replace(" ", "")
    bones = _VOWELS.sub("", plain)  # names are spelled in many ways: Maghayir, Maghayer
    return {plain, *([str(place.geonames)] if place.geonames else []), *([bones] if len(bones) >= _BONES else [])}


def _exact(time: Time) -> date | None:
    """The day of a time that names one."""
    return _day(time.value) if time.type in ("DATE", "TIME") and len(time.value) >= 10 else None


class Incident:
    """For each sentence of a report, whether it tells the incident."""

    def __init__(self, telling: Telling, about: Profile, origin: str) -> None:
        self.telling, self.about, self.day, self.origin = telling, about, day_of(telling), origin
        self.first = telling.at(telling.body)

    @cached_property
    def within(self) -> tuple[bool, ...]:
        """For each sentence whether it tells the incident."""
        here, told = True, []
        for number in range(len(self.telling.spans)):
            here, this = self._step(number, here=here)
            told.append(this)
        return tuple(told)

    def holds(self, span: Span, figure: float | None = None, *, sourced: bool = True) -> bool:
        """Whether a figure at a place is one of the incident's. `sourced`: a source of the report says it."""
        at = self.telling.at(span.start)
        if not self.within[at] or (not sourced and at > self.first + EARLY):
            return False
        around = self.telling.spans[at].of(self.telling.text).casefold()
        before = self.telling.text[self.telling.spans[at].start : span.start].casefold()
        if any(w in around for w in CUMULATIVE) and ("since" in before or not any(w in around for w in SUPERLATIVE)):
            return False  # "the deadliest attack since …" adds nothing up, but what stands behind it is of then
        if figure is not None and figure >= WAR_TOLL and WARS & set(around.replace(".", " ").split()):
            return False
        if figure is not None and self.about.most and figure > FAR_ABOVE * self.about.most:
            return False
        return not self._other_day(span, at)

    def _step(self, number: int, *, here: bool) -> tuple[bool, bool]:
        """Whether the report is with the incident behind this sentence, and whether this sentence is."""
        span = self.telling.spans[number]
        plain = span.of(self.telling.text).casefold().lstrip("\"“'-– ")
        places = places_in(self.telling, span)
        named = any(_keys(p) & self.about.places for p in places)
        shared = len(self.telling.stems[number] & self.about.stems)
        back = named or shared >= SHARED
        if number <= self.first:
            return True, True
        if _ALSO.search(plain) and not any(
            self.about.homes.get(k, frozenset()) - {self.origin}
            for p in places
            if p.precision not in _WIDE
            for k in _keys(p)
        ):
            return here, False
        other = bool(places) and not all(_keys(p) & self.about.places for p in places)
        words = frozenset(plain.replace(".", " ").split())
        if plain.startswith(ELSEWHERE) or (plain.startswith(MEANWHILE) and places and not named):
            return False, False
        if other and words & FURTHER:
            return False, False
        battle = _BATTLE.search(plain)
        if battle and stem(battle.group(1)) not in self.about.stems:
            return here, False
        if any(w in plain for w in BESIDE):
            return here, False
        if any(w in plain for w in EARLIER):
            return here, False
        again = _THE.match(plain)
        if here and again and stem(again.group(1)) in self.about.told:
            return True, True
        if places and not named and shared < SHARED:
            return False, False
        return (True, True) if back else (here, here)

    @cached_property
    def _own_days(self) -> frozenset[date]:
        """The days that the first sentence of the report's own text names."""
        span = self.telling.spans[self.first]
        return frozenset(
            d
            for t in self.telling.record.times
            if max(span.start, self.telling.body) <= t.start < span.end and (d := _exact(t))
        )

    def _other_day(self, span: Span, at: int) -> bool:
        """Whether the time nearest to a place in its sentence is of another day, or a longer stretch before."""
        around = self.telling.spans[at]
        words = around.of(self.telling.text).casefold()
        record = any(w in words for w in SUPERLATIVE)  # "the deadliest attack since …" is of today
        near = [
            (min(abs(t.start - span.end), abs(span.start - t.end)), apart)
            for t in self.telling.record.times
            if max(around.start, self.telling.body) <= t.start < around.end
            and t.type in ("DATE", "TIME")
            and (apart := self._apart(t)) is not None
            and not self._of_saying(t)
            and not (
                record
                and span.start < t.start
                and _SINCE.search(self.telling.text, max(around.start, t.start - 40), t.start)
            )
        ]
        return bool(near) and bool(min(near)[1])

    def _of_saying(self, time: Time) -> bool:
        """Whether a time is that of the telling, not of what is told: "speaking on Wednesday"."""
        return bool(_SAID.search(self.telling.text, max(0, time.start - 40), time.start))

    def _apart(self, time: Time) -> bool | None:
        """Whether a time is none of the incident's days; None where that cannot be said."""
        exact = _exact(time)
        if exact is not None and self.about.days:
            return exact not in self.about.days and exact not in self._own_days
        latest = _day(time.latest) or _day(time.value)
        return None if latest is None or self.day is None else latest < self.day - timedelta(days=NEAR)


def incidents(tellings: Sequence[Telling], origin: Mapping[str, str]) -> dict[str, Incident]:
    """For each report, by key, its sentences of the incident."""
    about = profile(tellings, origin)
    return {t.key: Incident(t, about, origin[t.key]) for t in tellings}
