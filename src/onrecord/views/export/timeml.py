"""TimeML 1.2.1, one document an article: TIMEX3, EVENT, MAKEINSTANCE, TLINK, SLINK, in the frame that TempEval-3 uses (DOCID, DCT, TEXT).

The text stands in TEXT unaltered, character by character (what XML 1.0 cannot hold becomes U+FFFD, one for one). TimeML's ids are numbers
in the order of the text. Triggers are EVENTs of class OCCURRENCE, cues of attributions are
EVENTs of class REPORTING, and SLINKs say which report carries which event: EVIDENTIAL, NEG_EVIDENTIAL where the source denies it. Stretches
that cross or repeat one already marked are left unmarked, as inline tags cannot overlap. Tense and aspect are not known to a record: NONE.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from onrecord.values.record import Attribution, Event, Time
from onrecord.values.span import Span
from onrecord.views.export.form import encoded
from onrecord.views.export.identity import Named
from onrecord.views.export.telling import Told

MODS: Final = frozenset(
    "BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER LESS_THAN MORE_THAN EQUAL_OR_LESS EQUAL_OR_MORE START MID END APPROX".split()
)
_UNKNOWN: Final = "XXXX-XX-XX"
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    thing: Time | Event | Attribution
    id: int


def files(one: Named) -> Iterator[tuple[str, bytes]]:
    """The article's document."""
    yield f"{one.name}.tml", encoded(document(Told(one)))


def document(told: Told) -> str:
    """One article as a TimeML document."""
    marks = _marks(told)
    times = {m.thing.id: m.id for m in marks if isinstance(m.thing, Time)}
    events = {m.thing.id: m.id for m in marks if not isinstance(m.thing, Time)}
    published = told.record.article.published.value or _UNKNOWN
    kind = "TIME" if "T" in published else "DATE"
    head = told.record.article.headline
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        (
            '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
            ' xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">'
        ),
        f"<DOCID>{_xml(told.named.urn())}</DOCID>",
        (
            f'<DCT><TIMEX3 tid="t0" type="{kind}" value={_attribute(published)} temporalFunction="false"'
            f' functionInDocument="CREATION_TIME">{_xml(published)}</TIMEX3></DCT>'
        ),
        *([f"<TITLE>{_xml(head.text)}</TITLE>"] if head else []),
        f"<TEXT>{_text(told, marks, times)}</TEXT>",
        *_instances(marks),
        *_links(told, times, events),
        "</TimeML>",
    ]
    return "\n".join(lines) + "\n"


def _marks(told: Told) -> list[_Mark]:
    """What is marked, in the order of the text; times before events before cues where they cross."""
    record = told.record
    found: list[tuple[Span, Time | Event | Attribution]] = [(Span(one.start, one.end), one) for one in record.times]
    found += [(one.trigger, one) for one in record.events]
    found += [(min(one.cue.spans), one) for one in record.attributions if one.cue.spans]
    kept: list[tuple[Span, Time | Event | Attribution]] = []
    taken: set[int] = set()
    for span, thing in found:
        if taken.isdisjoint(range(*span)):
            taken.update(range(*span))
            kept.append((span, thing))
    kept.sort(key=lambda both: both[0])
    counts = {True: 0, False: 0}
    marks = []
    for span, thing in kept:
        counts[isinstance(thing, Time)] += 1
        marks.append(_Mark(span, thing, counts[isinstance(thing, Time)]))
    return marks


def _text(told: Told, marks: list[_Mark], times: dict[str, int]) -> str:
    parts, place = [], 0
    for mark in marks:
        start, end = mark.span
        parts.append(_xml(told.text[place:start]))
        words = _xml(told.text[start:end])
        if isinstance(mark.thing, Time):
            parts.append(f"<TIMEX3{_timex(mark.thing, mark.id, times)}>{words}</TIMEX3>")
        else:
            kind = "OCCURRENCE" if isinstance(mark.thing, Event) else "REPORTING"
            parts.append(f'<EVENT eid="e{mark.id}" class="{kind}">{words}</EVENT>')
        place = end
    return "".join([*parts, _xml(told.text[place:])])


def _timex(time: Time, number: int, times: dict[str, int]) -> str:
    given = {"tid": f"t{number}", "type": time.type, "value": time.value}
    if time.mod in MODS:
        given["mod"] = time.mod or ""
    given["temporalFunction"] = "true" if time.anchor else "false"
    if time.anchor == "published":
        given["anchorTimeID"] = "t0"
    elif time.anchor in times:
        given["anchorTimeID"] = f"t{times[time.anchor]}"
    return "".join(f" {name}={_attribute(value)}" for name, value in given.items())


def _instances(marks: list[_Mark]) -> Iterator[str]:
    for mark in marks:
        if isinstance(mark.thing, Time):
            continue
        denied = isinstance(mark.thing, Event) and mark.thing.factuality.value == "denied"
        modality = mark.thing.factuality.value if isinstance(mark.thing, Event) else "happened"
        told = "" if modality in ("happened", "denied") else f' modality="{modality}"'
        yield (
            f'<MAKEINSTANCE eventID="e{mark.id}" eiid="ei{mark.id}" tense="NONE" aspect="NONE"'
            f' polarity="{"NEG" if denied else "POS"}" pos="OTHER"{told}/>'
        )


def _links(told: Told, times: dict[str, int], events: dict[str, int]) -> Iterator[str]:
    number = 0
    for event in told.record.events:
        if event.id not in events:
            continue
        for time in dict.fromkeys(one.id for one in event.when if one.id in times):
            number += 1
            yield (
                f'<TLINK lid="l{number}" eventInstanceID="ei{events[event.id]}" relatedToTime="t{times[time]}"'
                ' relType="IS_INCLUDED"/>'
            )
        for by in _accounts(event):
            if by in events:
                number += 1
                kind = "EVIDENTIAL" if told.attributions[by].polarity == "affirms" else "NEG_EVIDENTIAL"
                yield (
                    f'<SLINK lid="l{number}" eventInstanceID="ei{events[by]}"'
                    f' subordinatedEventInstance="ei{events[event.id]}" relType="{kind}"/>'
                )


def _accounts(event: Event) -> list[str]:
    """The attributions that assert something of an event, the status first."""
    said: list[str | None] = [event.factuality.by]
    said += [one.by for one in (*event.actors, *event.recipients, *event.present)]
    said += [one.by for one in (*event.when, *event.where)]
    said += [value.by for values in event.fields.values() for value in values]
    return list(dict.fromkeys(by for by in said if by))


def _xml(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text), {"\r": "&#13;"})


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", text))
