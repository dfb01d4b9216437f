"""Small words for templates: days and moments as people read them, counts with their noun, ids cut short, stretches marked."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final
from urllib.parse import quote

from markupsafe import Markup, escape

from onrecord.views.present import wording
from onrecord.views.present.counting import counted
from onrecord.views.present.wording import MONTHS, legible

FORMS: Final = {
    "own_observation": "seen by the reporter", "named_person": "named person", "named_institution": "named institution", "role_described": "unnamed, by role",
    "plural_unnamed": "unnamed, several", "other_outlet": "another outlet", "document": "document", "social_post": "post", "impersonal": "no one in particular",
    "unattributed": "nobody named", "report": "the report itself",
}  # fmt: skip


def printed(value: Any) -> Any:
    """What a template prints, as a page can hold it; what is markup stays so."""
    if not isinstance(value, str) or value.isprintable():
        return value
    return Markup(legible(value)) if isinstance(value, Markup) else legible(value)  # noqa: S704  as safe as it was


def day(iso: str | None) -> str:
    """`3 March 2026`; what is no whole day stands as it is; "date not known" for none."""
    if not iso:
        return "date not known"
    try:
        known = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{known.day} {MONTHS[known.month - 1]} {known.year}"


def moment(iso: str | None) -> str:
    """`3 March 2026, 19:40`."""
    if not iso or "T" not in iso:
        return day(iso)
    return f"{day(iso)}, {iso.partition('T')[2][:5]}"


def days(first: str | None, last: str | None) -> str:
    """`3 March 2026`, `3–4 March 2026`, `30 March – 2 April 2026`."""
    if not first or not last or first[:10] == last[:10]:
        return day(first or last)
    one, other = day(first), day(last)
    if one.split()[1:] == other.split()[1:] and len(one.split()) == 3:
        return f"{one.split()[0]}–{other}"
    return f"{one} – {other}"


def many(number: int, word: str, plural: str = "") -> str:
    """`1 report`, `1,204 reports`."""
    return f"{number:,} {word if number == 1 else plural or word + 's'}"


def short(id: str) -> str:
    """An id as people see it."""
    return id[:9]


def segment(name: str) -> str:
    """A name as one part of an address."""
    return quote(name, safe="")


def highlighted(sentence: str, words: str) -> Markup:
    """The sentence with the words marked, everything escaped."""
    before, found, after = sentence.partition(words) if words else (sentence, "", "")
    return Markup("{}<mark>{}</mark>{}").format(before, found, after) if found else escape(before)


def spotted(text: str, marks: tuple[tuple[int, int], ...]) -> Markup:
    """The text with the marked places (half-open, code points) in <mark>."""
    told, at = Markup(""), 0
    for start, end in marks:
        told += escape(text[at:start]) + Markup("<mark>{}</mark>").format(text[start:end])
        at = end
    return told + escape(text[at:])


def plain(value: Any) -> str:
    """A value of a judgement as people read it."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and "value" in value:
        return plain(value["value"])
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)


def judged(one: Any) -> str:
    """A judgement in a line of words, without its author."""
    subjects = [short(id) for id in one.subjects]
    if one.verb == "undo":
        return f"took back {subjects[0]}"
    if one.verb == "merge":
        return f"judged that {one.kind} {subjects[1]} is {subjects[0]}"
    if one.verb == "split":
        return f"set {', '.join(short(id) for id in one.reports)} apart from {one.kind} {subjects[0]}"
    told = {"accept": "accepted", "reject": "rejected", "edit": "changed", "insert": "added"}[one.verb]
    change = f": {plain(one.was)} → {plain(one.value)}" if one.verb == "edit" else ""
    return f"{told} {one.path} of {short(one.reports[0])}{change}"


FILTERS: Final = {
    "day": day, "moment": moment, "short": short, "segment": segment, "plain": plain, "judged": judged, "clipped": wording.clipped,
}  # fmt: skip
GLOBALS: Final = {
    "days": days, "many": many, "counted": counted, "highlighted": highlighted, "spotted": spotted, "FORMS": FORMS, "event_name": wording.event_name,
}  # fmt: skip
