"""One name for one claimant, however the reports call him: "SOHR", "the Observatory", "a Britain-based monitor", "Observatory chief X".

In: all tellings of a group. Out: `Claimants`, which names the source at a place. A spokesman speaks for his body; a body named by its kind
alone ("a monitor") is the one body of that kind that the report names, else the one that the group names; a surname is the full name.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from onrecord.knowledge.demonyms import is_demonym
from onrecord.knowledge.differing import BROADCASTERS, GROUP_NOUNS, HEADS, MONITOR_NAMES, MONITORING, MONITORS
from onrecord.knowledge.organizations import organization_named
from onrecord.knowledge.outlets import is_collective, outlet_of
from onrecord.stories.telling import PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.stories.telling import Telling, Voice
    from onrecord.values.record import Source

_WORD: Final = re.compile(r"[^\s,;()\"“”]+")
_TAIL: Final = re.compile(
    r"\s(?:which|who|whose|that|said|says|told|in|citing|speaking|opposed|based|relies|relying|with|on|from|at|to|close)\s.*",
    re.DOTALL,
)
_POSSESSIVE: Final = re.compile(r"(?:['’]s|s['’]?)$")  # the mark is often lost
_FOLLOWING: Final = 90  # code points behind a person's name in which his body may be told
_ARTICLES: Final = frozenset("the a an".split())
_LONGEST: Final = 7


@lru_cache(maxsize=4096)
def body_in(words: str) -> str | None:
    """The known organisation or outlet whose name stands in these words, the longest first, an organisation before an outlet."""
    parts = [m.group().strip(".:'’") for m in _WORD.finditer(words)]
    for known in (_organization, _outlet):
        for size in range(min(_LONGEST, len(parts)), 0, -1):
            for first in range(len(parts) - size + 1):
                name = " ".join(parts[first : first + size])
                if found := known(name) or known(_POSSESSIVE.sub("", name)):
                    return found
    return None


def _organization(name: str) -> str | None:
    found = organization_named(name) if name[:1].isupper() else None
    return found.name if found and found.kind == "organization" else None


def _outlet(name: str) -> str | None:
    found = outlet_of(name) if name[:1].isupper() else None
    return found.name if found else None


class Claimants:
    """The names of the claimants of a group of reports."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self.monitors: dict[str, Counter[str]] = {t.key: self._monitors(t) for t in tellings}
        self.everywhere: Counter[str] = Counter(name for one in self.monitors.values() for name in one)
        self.media = {m for t in tellings for a in t.sayings if (m := _state_media(t.record.words(a.source)))}
        self.people: dict[str, str] = {}
        sayings = [(telling, one.source) for telling in tellings for one in telling.sayings]
        for telling, source in sorted(sayings, key=lambda told: _person_of(*told) is None):
            self._person(telling, source)

    def name(self, telling: Telling, voice: Voice) -> str | None:
        """The claimant's name; None for the report itself."""
        if voice.by is None:
            return None
        words = " ".join(voice.by.of(telling.text).split())
        if found := body_in(words):
            return found
        if collective := _state_media(words):
            return self._of_nation(collective)
        plain = words.casefold()
        if self._by_kind(plain) and (monitor := self._monitor(telling.key)):
            return monitor
        following = telling.text[voice.by.end : voice.by.end + _FOLLOWING]
        if _leads(following) and (found := body_in(following.split(". ")[0])):
            return found
        told = _person_of(telling, voice.source) or words
        return self.people.get(surname, _bare(told)) if (surname := _surname(told)) else _bare(told)

    def _of_nation(self, collective: str) -> str:
        """The state medium with its nation, where the group tells of one nation's alone."""
        full = {one for one in self.media if one.endswith(f" {collective}")}
        return full.pop() if len(full) == 1 else collective

    def _person(self, telling: Telling, source: Source) -> None:
        """Learns whom a surname stands for: the body that the person leads, else his full name, as his actor has it before any words."""
        words, name = telling.record.words(source), _person_of(telling, source)
        told = name or words
        surname = _surname(told)
        if not surname or told.casefold() in PRONOUNS:
            return
        lowered = f" {words.casefold()} "
        end = source.spans[0].end if source.spans else 0
        following = telling.text[end : end + _FOLLOWING]
        body = body_in(words) if any(f" {w} " in lowered for w in HEADS) else None
        body = body or (body_in(following.split(". ")[0]) if _leads(following) else None)
        known = self.people.get(surname)
        if body or known is None or (name and len(name) > len(known) and known.casefold() in name.casefold()):
            self.people[surname] = body or _bare(told)

    @staticmethod
    def _by_kind(plain: str) -> bool:
        """Whether the words name a monitor by its kind alone: "a Britain-based monitoring group"."""
        words = plain.split()
        last = words[-1] if words else ""
        if last in MONITORS:
            return True
        return last in GROUP_NOUNS and (len(words) <= 2 or bool(MONITORING & set(words)))

    def _monitor(self, key: str) -> str | None:
        own = self.monitors[key]
        if own:
            return own.most_common(1)[0][0]
        return self.everywhere.most_common(1)[0][0] if self.everywhere else None

    @staticmethod
    def _monitors(telling: Telling) -> Counter[str]:
        """The monitors that a report names in full, with the number of times."""
        found: Counter[str] = Counter()
        for one in telling.sayings:
            for span in one.source.spans:
                name = body_in(" ".join(span.of(telling.text).split()))
                if name and MONITOR_NAMES & set(name.casefold().split()):
                    found[name] += 1
        for actor in telling.record.actors:
            name = body_in(actor.name) if actor.kind in ("organization", "group") else None
            if name and MONITOR_NAMES & set(name.casefold().split()):
                found[name] += 1
        return found


def _person_of(telling: Telling, source: Source) -> str | None:
    """The name of the person who speaks, where the record has one."""
    actor = telling.actors.get(source.actor or "")
    return actor.name if actor and actor.kind == "person" and actor.named else None


def _leads(following: str) -> bool:
    """Whether what follows a name says that he leads something: "…, who heads the Observatory"."""
    words = following.casefold().split()[:4]
    return bool(HEADS & {w.strip(",") for w in words})


def _state_media(words: str) -> str | None:
    """ "Portuguese state television", "the official news agency": one name for each, with its nation where it is told."""
    plain = words.casefold().split()
    if not plain or not is_collective(words):
        return None
    noun = plain[-1]
    kind = "television" if noun in ("tv", "television", "broadcaster") else noun
    if noun not in BROADCASTERS or not any(w.startswith(("state", "official", "government")) for w in plain):
        return None
    nation = next((w for w in words.split() if is_demonym(w)), None)
    return f"{nation} state {kind}" if nation else f"state {kind}"


def _surname(words: str) -> str | None:
    """The last capitalised word of a person's name, folded; None where the words do not end in a name."""
    parts = [p for p in _TAIL.sub("", f"{words} ").split() if p]
    if not parts:
        return None
    last = parts[-1].strip(",.'’")
    named = last[:1].isupper() or (last.startswith("al-") and last[3:4].isupper())
    return re.sub(r"^al-", "", last.casefold()).replace("-", "") if named else None


def _bare(words: str) -> str:
    """A source's words without article and what is told of it: "official in Homs", "George Sabra"."""
    short = re.split(r",? (?:who|which|whose)\b|,", words)[0]
    if words[:1].isupper() and not words.startswith(("A ", "An ", "The ")):
        short = _TAIL.sub("", f"{short} ").strip()
    parts = short.split()
    if len(parts) > 1 and parts[0].casefold() in _ARTICLES:
        parts = parts[1:]
    return " ".join(parts) or words
