"""Why a finding is in the record: its evidence in the sentences that hold it, who says it, what found it, how sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from onrecord.values.record import Attribution, Disagreement, Event, findings, spans_of
from onrecord.values.span import Span
from onrecord.views.present.sentences import sentence
from onrecord.views.present.voices import Voices
from onrecord.views.present.wording import THE_REPORT, clipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from onrecord.values.record import Finding, Record

MOST = 12  # sentences shown for one finding
NO_QUESTION = ""  # an id that no attribution has: for evidence of which it is not asked who says it


def index(record: Record) -> Table:
    """Every id of a record with a few of its words."""
    grid = Table.grid(padding=(0, 2))
    for one in findings(record):
        told = (
            f"{one.field}: {' / '.join(str(v.value) for v in one.values)}"
            if isinstance(one, Disagreement)
            else record.words(one)
        )
        grid.add_row(Text(one.id, style="bold"), Text(_kind(one), style="green"), Text(clipped(told, 70)))
    return grid


def reasons(record: Record, found: Finding) -> Group:
    """All that can be said for one finding."""
    parts: list[RenderableType] = [
        Text.assemble((found.id, "bold"), "  ", (_kind(found), "bold green"), f"  {_gist(record, found)}"),
        _how(found),
    ]
    told = list(_evidence(found))
    for name, span, by in told[:MOST]:
        parts += ["", _heading(record, name, by), _marked(record.article.text, span)]
    if len(told) > MOST:
        parts += ["", Text(f"… and {len(told) - MOST} more", style="dim")]
    return Group(*parts)


def _kind(one: Finding) -> str:
    return one.type if isinstance(one, Event) else type(one).__name__.lower()


def _gist(record: Record, found: Finding) -> str:
    if isinstance(found, Event):
        return ", ".join(
            filter(
                None,
                (
                    found.mode,
                    found.factuality.value,
                    "background" if found.background else "",
                    f"CAMEO {found.cameo}" if found.cameo else "",
                ),
            )
        )
    if isinstance(found, Attribution):
        voice = Voices(record).of(found.id)
        return ", ".join(filter(None, (voice.label if voice else "", found.mode, found.polarity)))
    if isinstance(found, Disagreement):
        return f"{found.field}, {found.kind}, of {found.event}"
    shown = (
        "name",
        "kind",
        "country",
        "geonames",
        "precision",
        "type",
        "value",
        "mod",
        "anchor",
        "measure",
        "low",
        "high",
        "bound",
        "unit",
    )
    return ", ".join(f"{name} {value}" for name in shown if (value := getattr(found, name, None)) is not None)


def _how(found: Finding) -> Text:
    by = getattr(found, "found_by", "") or (
        "values of different accounts, compared" if isinstance(found, Disagreement) else "not told"
    )
    confidence = getattr(found, "confidence", None)
    sure = "" if confidence is None else f"; confidence {confidence:.2f}"
    return Text(f"found by: {by}{sure}", style="dim")


def _heading(record: Record, name: str, by: str | None) -> Text:
    shown = Text(name, style="bold")
    if by != NO_QUESTION:
        voice = Voices(record).of(by)
        shown.append(f"  — {voice.label if voice else THE_REPORT}" + (f"  {by}" if by else ""), style="cyan not bold")
    return shown


def _evidence(found: Finding) -> Iterator[tuple[str, Span, str | None]]:
    """Each piece of evidence: what it shows, where, and who says it (NO_QUESTION where nobody need)."""
    if isinstance(found, Attribution):
        for name, thing in (("source", found.source), ("cue", found.cue), ("content", found.content)):
            yield from ((name, span, NO_QUESTION) for span in spans_of(thing))
        yield from (("terms", span, NO_QUESTION) for span in [found.source.terms_span] if span)
        yield from (("hedge", span, NO_QUESTION) for span in [found.hedge] if span)
    elif isinstance(found, Event):
        yield ("trigger", found.trigger, found.factuality.by)
        for name in ("actors", "recipients", "present", "when", "where"):
            yield from ((name, Span(one.start, one.end), one.by) for one in getattr(found, name))
        for name, values in found.fields.items():
            yield from ((f"{name} {value.value}", Span(value.start, value.end), value.by) for value in values)
        yield from (("also named", span, NO_QUESTION) for span in found.mentions)
    elif isinstance(found, Disagreement):
        yield from ((f"{found.field} {value.value}", Span(value.start, value.end), value.by) for value in found.values)
    else:
        yield from (("mention", span, NO_QUESTION) for span in spans_of(found))


def _marked(text: str, span: Span) -> Text:
    around = sentence(text, span)
    before, words, after = text[around.start : span.start], span.of(text), text[span.end : around.end]
    shown = (
        Text("  ")
        .append(_line(before), style="dim")
        .append(f"«{_line(words)}»", style="bold")
        .append(_line(after), style="dim")
    )
    return shown.append(f"  {span.start}–{span.end}", style="dim")


def _line(text: str) -> str:
    return text.replace("\n", " ")
