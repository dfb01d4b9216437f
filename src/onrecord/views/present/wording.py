"""The words that people read for the codes of the contract."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.values.wire import TURNING

if TYPE_CHECKING:
    from onrecord.values.record import Event

EVENTS: Final = {
    "AGREE": "Agreement", "CONSULT": "Meeting", "SUPPORT": "Support", "CONCEDE": "Concession", "COOPERATE": "Cooperation", "AID": "Aid",
    "RETREAT": "Retreat", "REQUEST": "Demand", "ACCUSE": "Accusation", "REJECT": "Refusal", "THREATEN": "Threat", "PROTEST": "Protest",
    "SANCTION": "Breach or sanction", "MOBILIZE": "Mobilisation", "COERCE": "Coercion", "ASSAULT": "Attack",
}  # fmt: skip
MEETINGS: Final = {
    "phone": "Phone call",
    "visit": "Visit",
    "host": "Visit received",
    "multilateral": "Conference",
    "third-party": "Meeting",
}

STATUSES: Final = {
    "happened": "", "denied": "did not happen", "planned": "planned", "demanded": "demanded", "possible": "possible", "hypothetical": "hypothetical",
}  # fmt: skip
TERMS: Final = {
    "none_stated": "", "anonymity_requested": "asked not to be named", "on_background": "on background", "not_authorised": "not authorised to speak",
}  # fmt: skip
FORMS: Final = {
    "own_observation": "seen by the reporter", "named_person": "named person", "named_institution": "institution", "role_described": "",
    "plural_unnamed": "", "other_outlet": "another outlet", "document": "document", "social_post": "post", "impersonal": "no one in particular",
    "unattributed": "nobody named",
}  # fmt: skip
BODIES: Final = frozenset(
    "police ministry government union army military navy office court parliament council commission committee agency party company "
    "department embassy authority administration coalition alliance secretariat presidency cabinet senate congress prosecution".split()
)
"""Head nouns of bodies: who speaks for them is not named, but they are no unnamed source."""
UNNAMED: Final = frozenset({"role_described", "plural_unnamed"})

# Field -> the word before its values, in the order in which people ask.
FIELDS: Final = {
    "duration": "lasted", "killed": "killed", "injured": "injured", "missing": "missing", "detained": "detained", "displaced": "displaced",
    "took_part": "took part", "agreed": "agreed", "disputed": "disputed", "topics": "about", "means": "means", "aim": "aim", "format": "how",
    "forum": "at", "venue": "venue", "tone": "tone", "content_disclosed": "disclosed",
}  # fmt: skip
TOLLS: Final = ("killed", "injured", "missing", "detained", "displaced")
COUNTED: Final = frozenset({*TOLLS, "took_part", "duration"})

QUESTIONS: Final = {
    "duration": "How long it lasted", "killed": "How many were killed", "injured": "How many were injured", "missing": "How many are missing",
    "detained": "How many were detained", "displaced": "How many were displaced", "took_part": "How many took part", "when": "When it was",
    "where": "Where it was", "actors": "Who did it", "recipients": "To whom it was done", "factuality": "Whether it happened", "aim": "What it was for",
    "means": "By what means", "agreed": "What was agreed", "disputed": "What was disputed", "content_disclosed": "What was made known",
}  # fmt: skip
# What a kind of disagreement says of the values.
KINDS: Final = {
    "conflict": "cannot both be true", "denial": "denied", "bound": "a bound and a figure", "detail": "one is finer", "update": "a later figure",
    "scope": "of different scope", "non_claim": "one does not say", "hedge": "one is less sure",
}  # fmt: skip
SERIOUS: Final = frozenset({"conflict", "denial"})
THE_REPORT: Final = "the report itself"
MONTHS: Final = "January February March April May June July August September October November December".split()
WEEKDAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_UNITS: Final = ((86400, "day"), (3600, "hour"), (60, "minute"), (1, "second"))


def unit_of(seconds: float) -> tuple[int, str]:
    """The largest unit of time, in seconds, of which a length is a whole number, and its name: `unit_of(5400) == (60, "minute")`."""
    return next((one for one in _UNITS if seconds >= one[0] and seconds % one[0] == 0), _UNITS[-1])


def amount(value: float, *, duration: bool) -> str:
    """A figure as people read it, that of a duration in seconds: `amount(7200, duration=True) == "2 hours"`."""
    if not duration:
        return f"{value:,.12g}"
    size, unit = unit_of(value)
    return f"{value / size:,.12g} {unit}{'' if value == size else 's'}"


def event_name(kind: str, mode: str | None, *, toll_alone: bool = False) -> str:
    """What people call an event of this type: `event_name("CONSULT", "phone") == "Phone call"`. `toll_alone`: dead or hurt are told, and nobody
    who did it."""
    if kind == "ASSAULT" and toll_alone:
        return "Casualties"
    if kind == "CONSULT" and mode in MEETINGS:
        return MEETINGS[mode]
    return EVENTS.get(kind, kind.capitalize())


def event_called(event: Event) -> str:
    """The same of an event of a record."""
    toll_alone = not event.actors and any(field in event.fields for field in TOLLS)
    return event_name(event.type, event.mode, toll_alone=toll_alone)


def listed(words: list[str], most: int = 6) -> str:
    """A list as people write it: `listed(["a", "b", "c"]) == "a, b and c"`."""
    if len(words) > most:
        return f"{', '.join(words[:most])} and {len(words) - most} more"
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def clipped(text: str, most: int) -> str:
    """One line of at most so many code points, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[: max(line.rfind(" ", 0, most - 1), most // 2)].rstrip(" ,;:") + " …"


_UNSHOWN: Final = re.compile(f"[\x00-\x08\x0b-\x1f{TURNING}\ud800-\udfff]")


def legible(text: str) -> str:
    """The text as a page can hold it: control characters, those that override or isolate the direction of writing, and lone surrogates stand as
    U+FFFD, code point for code point."""
    return _UNSHOWN.sub("\ufffd", text)
